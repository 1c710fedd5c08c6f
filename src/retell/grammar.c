/* grammar.c: the small change of English: articles, number, capitals. */
#include "retell/grammar.h"

#include <string.h>

enum { LOOK = 16384 }; /* how much of a record is searched for a word in lower case */

static struct mirth_slice first_word(struct mirth_slice s)
{
    size_t n = 0;
    while (n < s.len && !mirth_is_space(s.at[n]) && !strchr(",;:()", s.at[n]))
        n++;
    return mirth_slice(s.at, n);
}

struct mirth_slice mirth_head(const struct mirth_english *e, struct mirth_slice phrase)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_tokens(e, phrase, tokens);
    struct mirth_slice head = phrase;
    for (size_t i = 0; i < count && count <= MIRTH_TOKENS; i++) {
        if (i && (mirth_listed(e, tokens[i].word, MIRTH_L_PREPOSITION) ||
                  tokens[i].kind == MIRTH_T_PUNCT))
            break;
        if (tokens[i].kind == MIRTH_T_WORD)
            head = tokens[i].text;
    }
    return head;
}

static bool is_plural_noun(const struct mirth_english *e, struct mirth_slice noun)
{
    uint32_t word = mirth_word(e, noun);
    if (mirth_listed(e, word, MIRTH_L_PLURAL_NOUN))
        return true;
    if (!mirth_ends(noun, "s") || mirth_ends(noun, "ss") || mirth_ends(noun, "us") ||
        mirth_ends(noun, "is") || mirth_ends(noun, "ics"))
        return false;
    return !mirth_listed(e, word, MIRTH_L_PRODUCT) && !mirth_is_upper(noun.at[noun.len - 1]) &&
           !mirth_listed(e, word, MIRTH_L_SINGULAR_NOUN);
}

size_t mirth_spaced_at(const struct mirth_english *e, struct mirth_slice s, size_t at, int list)
{
    const char *end =
        at < s.len && s.at[at] == ' ' ? memchr(s.at + at + 1, ' ', s.len - at - 1) : NULL;
    size_t len = end ? (size_t)(end - s.at) - at - 1 : 0;
    return len && mirth_lists(e, list, mirth_slice(s.at + at + 1, len)) ? len + 2 : 0;
}

static struct mirth_slice last_word(struct mirth_slice s)
{
    size_t at = s.len;
    while (at && s.at[at - 1] != ' ')
        at--;
    return mirth_slice(s.at + at, s.len - at);
}

/* "100% of users", "half of the nodes": the number is that of what follows. */
static bool share_of(const struct mirth_english *e, struct mirth_slice phrase,
                     struct mirth_slice *of)
{
    for (size_t i = 1, len; i < phrase.len && i < 40; i++) {
        len = mirth_spaced_at(e, phrase, i, MIRTH_L_WHOLE_MARK);
        if (len && (phrase.at[i - 1] == '%' || mirth_is_digit(phrase.at[i - 1]) ||
                    mirth_lists(e, MIRTH_L_PORTION, last_word(mirth_slice(phrase.at, i))))) {
            *of = mirth_slice(phrase.at + i + len, phrase.len - i - len);
            return of->len;
        }
    }
    return false;
}

/* "The nodes all", "the halls both". */
static bool ends_in_all(const struct mirth_english *e, struct mirth_slice phrase)
{
    struct mirth_slice last = last_word(phrase);
    return last.len < phrase.len && mirth_lists(e, MIRTH_L_ALL_OF, last);
}

bool mirth_is_plural(const struct mirth_english *e, struct mirth_slice phrase)
{
    struct mirth_slice first = first_word(phrase), rest = phrase, word;
    uint32_t begins = mirth_word(e, first);
    size_t read = 0;
    if (share_of(e, phrase, &rest))
        return mirth_is_plural(e, rest);
    rest = phrase;
    if (mirth_listed(e, begins, MIRTH_L_PLURAL_WORD) || ends_in_all(e, phrase))
        return true;
    if (mirth_listed(e, begins, MIRTH_L_SINGULAR_WORD))
        return false;
    while (mirth_cut(&rest, ' ', &word) && read++ < 12) {
        if (mirth_lists(e, MIRTH_L_ADDITIVE, word))
            return true;
        if (read > 1 && mirth_listed(e, mirth_word(e, word), MIRTH_L_PREPOSITION))
            break;
    }
    return is_plural_noun(e, mirth_head(e, phrase));
}

/* A name: a capital or a digit inside the word, or a capital where English has no such word. */
static bool is_name(const struct mirth_english *e, struct mirth_slice word)
{
    struct mirth_token t = {.kind = MIRTH_T_WORD, .text = word};
    if (!word.len || mirth_is_digit(word.at[0]) || strchr("`\"'[<@#", word.at[0]))
        return true;
    if (mirth_listed(e, mirth_word(e, word), MIRTH_L_PRODUCT))
        return true;
    return mirth_is_upper(word.at[0]) && mirth_token_is_fact(&t, false);
}

/* A word of the book's, or one that begins with one: "in-depth". */
static bool is_known(const struct mirth_english *e, struct mirth_slice word)
{
    const char *hyphen = memchr(word.at, '-', word.len);
    if (mirth_word(e, word))
        return true;
    return hyphen && (size_t)(hyphen - word.at) + 1 < word.len && mirth_is_lower(hyphen[1]) &&
           mirth_word(e, mirth_slice(word.at, (size_t)(hyphen - word.at)));
}

/* "Problematic query", "Grafana dashboard": what stands before a noun; "Ana from the helpdesk" and
 * "Ana and Ben" are names all the same. */
static bool goes_with_noun(const struct mirth_english *e, struct mirth_slice second)
{
    uint32_t word = mirth_word(e, second);
    return second.len && mirth_is_lower(second.at[0]) && word &&
           !mirth_listed(e, word, MIRTH_L_PREPOSITION) &&
           !mirth_listed(e, word, MIRTH_L_COORDINATOR) && !mirth_listed(e, word, MIRTH_L_AUX);
}

bool mirth_may_be_nominal(const struct mirth_english *e, const struct mirth_token *token)
{
    static const int others[] = {MIRTH_L_AUX,         MIRTH_L_PRONOUN,  MIRTH_L_ADVERB,
                                 MIRTH_L_COORDINATOR, MIRTH_L_RELATIVE, MIRTH_L_PREPOSITION,
                                 MIRTH_L_JOINT};
    if (mirth_listed(e, token->word, MIRTH_L_THE))
        return true; /* "both" is an adverb, too */
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (mirth_listed(e, token->word, others[i]))
            return false;
    return true;
}

bool mirth_has_article(const struct mirth_english *e, struct mirth_slice phrase)
{
    struct mirth_slice first = first_word(phrase), rest, second;
    uint32_t word = mirth_word(e, first);
    if (first.len && (mirth_is_digit(first.at[0]) || first.at[0] == '@'))
        return true;
    if (mirth_listed(e, word, MIRTH_L_THE) || mirth_listed(e, word, MIRTH_L_PRONOUN) ||
        (mirth_listed(e, word, MIRTH_L_HEDGE) && !mirth_listed(e, word, MIRTH_L_VOCABULARY)) ||
        mirth_ends(first, "'s") || /* "about 40", and not "temporary fix" */
        mirth_ends(first, "\x99s"))
        return true;
    if (mirth_listed(e, word, MIRTH_L_BARE))
        return true;
    rest = mirth_trim(mirth_slice(phrase.at + first.len, phrase.len - first.len));
    second = first_word(rest);
    if (second.len && mirth_is_digit(second.at[0]))
        return true; /* "release 4.18", "port 80" */
    if (mirth_is_upper(first.at ? first.at[0] : 'a') && !is_known(e, first) &&
        !goes_with_noun(e, second))
        return true;
    if (mirth_ends(first, "ing") && second.len &&
        (mirth_listed(e, mirth_word(e, second), MIRTH_L_THE) ||
         (mirth_is_upper(second.at[0]) && is_name(e, second))))
        return true; /* "Monitoring Nginx", "scaling the pool" */
    return is_name(e, first) && !(second.len && mirth_is_lower(second.at[0]));
}

/* Capitals are spelt out, and of most other words the first letters tell how they sound. */
const char *mirth_article(const struct mirth_english *e, struct mirth_slice phrase)
{
    struct mirth_slice word = first_word(phrase);
    size_t capitals = 0;
    char c = word.len ? mirth_lower(word.at[0]) : 'x';
    while (capitals < word.len && mirth_is_upper(word.at[capitals]))
        capitals++;
    if (capitals > 1)
        return strchr("aefhilmnorsx", c) ? "an " : "a ";
    if (mirth_lists(e, MIRTH_L_AN_WORD, word) || c == '8')
        return "an ";
    if (word.len > 2 && (!strncmp(word.at, "uni", 3) || !strncmp(word.at, "use", 3) ||
                         !strncmp(word.at, "one", 3) || !strncmp(word.at, "eur", 3)))
        return word.len > 4 && !strncmp(word.at, "unin", 4) ? "an " : "a ";
    return strchr("aeiou", c) ? "an " : "a ";
}

/* Whether the record has the word in lower case among others: not in an address, a path, an option
 * or a longer word. */
static bool stands_small(struct mirth_slice source, struct mirth_slice word)
{
    size_t limit = source.len < LOOK ? source.len : LOOK;
    for (size_t i = 1; i + word.len < limit; i++)
        if (source.at[i] == mirth_lower(word.at[0]) && mirth_is_space(source.at[i - 1]) &&
            !memcmp(source.at + i + 1, word.at + 1, word.len - 1) &&
            strchr(" \t\r\n,;:.!?)", source.at[i + word.len]))
            return true;
    return false;
}

bool mirth_may_lower(const struct mirth_english *e, struct mirth_slice source,
                     struct mirth_slice phrase)
{
    struct mirth_slice word = first_word(phrase);
    if (!word.len || !mirth_is_upper(word.at[0]) || is_name(e, word) ||
        mirth_lists(e, MIRTH_L_KEEPS_CAPITAL, word))
        return false;
    if (word.len + 1 < phrase.len && mirth_is_upper(phrase.at[word.len + 1]) &&
        phrase.at[word.len] == ' ' && !mirth_lists(e, MIRTH_L_ARTICLE, word) &&
        !mirth_lists(e, MIRTH_L_BEFORE_NAME, word))
        return false; /* "Senior Devs": a name of two words, which "New Nginx" is not */
    return is_known(e, word) || (word.len > 1 && stands_small(source, word));
}

bool mirth_may_raise(const struct mirth_english *e, struct mirth_slice phrase)
{
    struct mirth_slice word = first_word(phrase);
    if (!word.len || !mirth_is_lower(word.at[0]))
        return false;
    for (size_t i = 0; i < word.len; i++)
        if (mirth_is_digit(word.at[i]) || mirth_is_upper(word.at[i]) || word.at[i] == '_' ||
            word.at[i] == '.' || word.at[i] == '/' || (word.at[i] == '-' && !is_known(e, word)))
            return false; /* "apt-get" */
    return !mirth_listed(e, mirth_word(e, word), MIRTH_L_PRODUCT);
}

/* Marks that come in pairs. */
static size_t first_pair_mark(struct mirth_slice s)
{
    static const bool pairs[256] = {
        ['*'] = true, ['`'] = true, ['"'] = true, ['('] = true,
        [')'] = true, ['['] = true, [']'] = true,
    };
    size_t i = 0;
    while (i < s.len && !pairs[(unsigned char)s.at[i]])
        i++;
    return i;
}

bool mirth_is_balanced(struct mirth_slice s)
{
    size_t stars = 0, bold = 0, ticks = 0, quotes = 0;
    long round = 0, square = 0;
    for (size_t i = first_pair_mark(s); i < s.len; i++) {
        if (ticks % 2 && s.at[i] != '`')
            continue; /* code may hold anything */
        if (i + 1 < s.len && s.at[i] == '*' && s.at[i + 1] == '*') {
            bold++;
            i++;
            continue;
        }
        switch (s.at[i]) {
        case '*': stars++; break;
        case '`': ticks++; break;
        case '"': quotes++; break;
        case '(': round++; break;
        case ')': round--; break;
        case '[': square++; break;
        case ']': square--; break;
        default: break;
        }
    }
    return stars % 2 == 0 && bold % 2 == 0 && ticks % 2 == 0 && quotes % 2 == 0 && !round &&
           !square;
}
