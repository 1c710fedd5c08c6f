/* clauses.c: a part's text as sentences. */
#include "understand/clauses.h"

#include <string.h>

static bool is_abbreviation(const struct mirth_english *e, struct mirth_slice word)
{
    return mirth_listed(e, mirth_word(e, word), MIRTH_L_ABBREVIATION);
}

/* Whether a sentence ends with the mark before rest: white space follows, and then something that
 * a sentence may begin with. */
static bool sentence_ends(const struct mirth_english *e, struct mirth_token before, char mark,
                          struct mirth_slice rest)
{
    struct mirth_slice next = mirth_trim(rest);
    if (!next.len)
        return true;
    if (!mirth_is_space(rest.at[0]) || mirth_is_lower(next.at[0]))
        return false;
    return mark != '.' || before.kind != MIRTH_T_WORD || !is_abbreviation(e, before.text);
}

/* The length of the first sentence of text, its final mark included. */
static size_t sentence_length(const struct mirth_english *e, struct mirth_slice text)
{
    struct mirth_token before = {.kind = MIRTH_T_PUNCT};
    size_t i = 0;
    while (i < text.len) {
        struct mirth_token t;
        if (mirth_is_space(text.at[i])) {
            i++;
            continue;
        }
        t = mirth_token_at(NULL, mirth_slice(text.at + i, text.len - i));
        i += t.text.len;
        if (t.kind == MIRTH_T_PUNCT && strchr(".!?", t.text.at[0])) {
            while (i < text.len && strchr(".!?*_\")'", text.at[i]))
                i++;
            if (sentence_ends(e, before, t.text.at[0], mirth_slice(text.at + i, text.len - i)))
                break;
        }
        before = t;
    }
    return i;
}

static struct mirth_slice without_stop(struct mirth_slice s)
{
    while (s.len && strchr(".!?", s.at[s.len - 1]))
        s.len--;
    return mirth_trim(s);
}

static bool has_word(struct mirth_slice s)
{
    for (size_t i = 0; i < s.len; i++) {
        bool symbol = (unsigned char)s.at[i] >= 0xe2; /* symbols and emoji; letters with accents are
                                                         below, other scripts' count as none here */
        if (mirth_is_digit(s.at[i]) || (mirth_is_alpha(s.at[i]) && (unsigned char)s.at[i] < 0x80))
            return true;
        if (symbol)
            i += mirth_utf8_length(s.at[i]) - 1;
        else if ((unsigned char)s.at[i] >= 0xc3)
            return true;
    }
    return false;
}

bool mirth_split(const struct mirth_english *english, struct mirth_pool *pool,
                 struct mirth_part *part)
{
    struct mirth_slice rest = mirth_trim(part->flat);
    size_t room = 0;
    while (rest.len) {
        size_t len = sentence_length(english, rest);
        struct mirth_slice text = mirth_trim(mirth_slice(rest.at, len));
        rest = mirth_trim(mirth_slice(rest.at + len, rest.len - len));
        if (part->clause_count && !has_word(text)) { /* an emoji belongs to its sentence */
            struct mirth_clause *before = &part->clauses[part->clause_count - 1];
            before->text.len = (size_t)(text.at + text.len - before->text.at);
            continue;
        }
        if (!part->clauses) { /* most parts are one sentence */
            part->clauses = mirth_pool_take(pool, sizeof *part->clauses);
            room = 1;
        }
        if (!part->clauses || !mirth_pool_grow(pool, (void **)&part->clauses, part->clause_count,
                                               &room, sizeof *part->clauses))
            return false;
        part->clauses[part->clause_count++] =
            (struct mirth_clause){.text = text, .body = without_stop(text)};
        part->clauses[part->clause_count - 1].main = part->clauses[part->clause_count - 1].body;
    }
    return true;
}
