/* simple.c: plain words for long ones: "in order to" is "to", "commenced" is "began"; and the right
 * spelling for slips of the pen. */
#include "retell/telling.h"

#include <string.h>

#include "retell/grammar.h"
#include "retell/plain.h"

/* What a word has to be where it stands: "identified" is "found" as a verb, and not in "the
 * identified issue". */
enum role { ANYTHING, ACTIVE, PASSIVE, INFINITIVE };

/* A line of the English book's chapter `plain`: what is said at length or by mistake, and how it is
 * said. */
struct wordy {
    struct mirth_slice text, plain;
    enum role role;
    struct wordy *next; /* of those that begin with a word of the same hash */
};

enum { PLACES = 512, LONGEST = 64 };

struct mirth_simple {
    const struct mirth_english *english;
    struct wordy *places[PLACES];
    uint32_t lengths[256]; /* by first letter: a bit for each length of a first word, the last one
                              for all above; a glance that spares most words the hash */
};

static uint32_t length_bit(size_t word)
{
    return (uint32_t)1 << (word < 31 ? word : 31);
}

static uint32_t *lengths_of(struct mirth_simple *simple, struct mirth_slice s)
{
    return &simple->lengths[(unsigned char)(s.len ? mirth_lower(s.at[0]) : '\0')];
}

static size_t word_length(struct mirth_slice s)
{
    size_t n = 0;
    while (n < s.len && (mirth_is_alpha(s.at[n]) || mirth_is_digit(s.at[n])))
        n++;
    return n;
}

static struct wordy **place_of(struct mirth_simple *simple, struct mirth_slice word)
{
    return &simple->places[mirth_word_hash(word) % PLACES];
}

static void add_line(struct mirth_simple *simple, const char *text, enum role role, struct wordy *w)
{
    struct mirth_slice rest = mirth_slice_of(text), wordy;
    struct wordy **place;
    size_t word;
    if (!mirth_cut(&rest, '>', &wordy))
        return;
    word = word_length(wordy);
    *lengths_of(simple, wordy) |= length_bit(word);
    place = place_of(simple, mirth_slice(wordy.at, word));
    *w = (struct wordy){wordy, mirth_trim(rest), role, *place};
    *place = w;
}

static bool add_entry(struct mirth_telling *t, struct mirth_simple *simple, const char *entry,
                      enum role role)
{
    const struct mirth_line *lines;
    size_t count = mirth_book_entry(t->english_book, "plain", entry, &lines);
    struct wordy *words = mirth_pool_array(&t->story->pool, count + 1, sizeof *words);
    for (size_t i = 0; words && i < count; i++)
        add_line(simple, lines[i].text, role, &words[i]);
    return words;
}

static struct mirth_simple *make(struct mirth_telling *t)
{
    struct mirth_simple *simple = mirth_pool_array(&t->story->pool, 1, sizeof *simple);
    if (!simple)
        return NULL;
    simple->english = t->english;
    return add_entry(t, simple, "slips", ANYTHING) && add_entry(t, simple, "words", ANYTHING) &&
                   add_entry(t, simple, "active", ACTIVE) &&
                   add_entry(t, simple, "passive", PASSIVE) &&
                   add_entry(t, simple, "infinitive", INFINITIVE)
               ? simple
               : NULL;
}

static bool begins_with(struct mirth_slice s, struct mirth_slice phrase)
{
    char after = s.len > phrase.len ? s.at[phrase.len] : ' ';
    return s.len >= phrase.len && mirth_same_nocase(mirth_slice(s.at, phrase.len), phrase) &&
           !mirth_is_alpha(after) && !mirth_is_digit(after) && !mirth_is_among("-_/@", after);
}

/* The word that ends in front of at, across one space; "" where something else stands there. */
static struct mirth_slice word_before(struct mirth_slice whole, const char *at)
{
    const char *end = at > whole.at && at[-1] == ' ' ? at - 1 : at, *from = end;
    while (end < at && from > whole.at && mirth_is_alpha(from[-1]))
        from--;
    return mirth_slice(from, (size_t)(end - from));
}

/* The word behind the phrase, across one space. */
static struct mirth_slice word_behind(struct mirth_slice s, size_t phrase)
{
    if (phrase + 1 >= s.len || s.at[phrase] != ' ')
        return mirth_slice("", 0);
    s = mirth_slice(s.at + phrase + 1, s.len - phrase - 1);
    return mirth_slice(s.at, word_length(s));
}

static bool is_adverb(const struct mirth_english *e, struct mirth_slice word)
{
    return (word.len > 4 && mirth_ends(word, "ly")) || mirth_lists(e, MIRTH_L_ADVERB, word);
}

/* "Was [later] identified". */
static bool is_behind_be(const struct mirth_english *e, struct mirth_slice whole, const char *at)
{
    struct mirth_slice word = word_before(whole, at);
    if (is_adverb(e, word))
        word = word_before(whole, word.at);
    return mirth_lists(e, MIRTH_L_TO_BE, word);
}

/* "Identified the query as slow": what it is found to be follows the object. */
static bool has_complement(const struct mirth_english *e, struct mirth_slice s)
{
    enum { SOON = 8 };
    struct mirth_slice word;
    for (size_t i = 0; i < SOON && mirth_cut(&s, ' ', &word); i++) {
        if (mirth_lists(e, MIRTH_L_TAKEN_AS, word))
            return true;
        if (word.len && strchr(",.;:", word.at[word.len - 1]))
            return false;
    }
    return false;
}

/* "The team identified the leak": an object follows, and no auxiliary, article or preposition
 * leads. "A review conducted a day earlier" has none. */
static bool is_active(const struct mirth_english *e, struct mirth_slice whole, struct mirth_slice s,
                      size_t verb)
{
    struct mirth_slice before = word_before(whole, s.at), behind = word_behind(s, verb), next;
    if (!mirth_lists(e, MIRTH_L_THE, behind) || mirth_lists(e, MIRTH_L_THAT, behind))
        return false; /* "requests that take long" */
    next = word_behind(s, (size_t)(behind.at + behind.len - s.at));
    if (is_adverb(e, before))
        before = word_before(whole, before.at);
    return !mirth_lists(e, MIRTH_L_WHEN_NOUN, next) && !has_complement(e, s) &&
           !mirth_lists(e, MIRTH_L_AUX, before) && !mirth_lists(e, MIRTH_L_THE, before) &&
           !mirth_lists(e, MIRTH_L_PREPOSITION, before);
}

/* "He came to investigate." is no "to look into." */
static bool lacks_object(const struct mirth_english *e, struct mirth_slice s, const struct wordy *w)
{
    size_t last = w->plain.len;
    while (last && w->plain.at[last - 1] != ' ')
        last--;
    return last && !word_behind(s, w->text.len).len &&
           mirth_lists(e, MIRTH_L_PREPOSITION,
                       mirth_slice(w->plain.at + last, w->plain.len - last));
}

static bool plays(const struct mirth_english *e, struct mirth_slice whole, struct mirth_slice s,
                  const struct wordy *w)
{
    const struct mirth_slice before = word_before(whole, s.at);
    switch (w->role) {
    case ACTIVE: return is_active(e, whole, s, w->text.len);
    case PASSIVE: return is_behind_be(e, whole, s.at);
    case INFINITIVE:
        return !lacks_object(e, s, w) &&
               (s.at == whole.at || mirth_lists(e, MIRTH_L_INFINITIVE_MARK, before) ||
                mirth_lists(e, MIRTH_L_MODAL, before));
    case ANYTHING: break;
    }
    return true;
}

/* The longest phrase that s, a rest of the whole, begins with. */
static const struct wordy *find(struct mirth_simple *simple, struct mirth_slice whole,
                                struct mirth_slice s, size_t word)
{
    const struct wordy *best = NULL;
    if (!(*lengths_of(simple, s) & length_bit(word)))
        return NULL;
    for (const struct wordy *w = *place_of(simple, mirth_slice(s.at, word)); w; w = w->next)
        if ((!best || w->text.len > best->text.len) && begins_with(s, w->text) &&
            plays(simple->english, whole, s, w))
            best = w;
    return best;
}

/* "An initial theory" is no "an first theory". */
static bool fits_article(const struct mirth_english *e, const struct mirth_buffer *out,
                         struct mirth_slice plain)
{
    const char *end = out->len ? out->at + out->len : NULL;
    bool a = out->len >= 2 && mirth_lower(end[-2]) == 'a' && end[-1] == ' ' &&
             (out->len == 2 || !mirth_is_alpha(end[-3]));
    bool an = out->len >= 3 && !memcmp(end - 2, "n ", 2) && mirth_lower(end[-3]) == 'a' &&
              (out->len == 3 || !mirth_is_alpha(end[-4]));
    return !(a || an) || mirth_article(e, plain)[1] == (an ? 'n' : ' ');
}

/* A code span, a link's address, a quotation, a tag: nobody's words to change. */
static size_t fixed_length(struct mirth_slice s)
{
    struct mirth_token t;
    if (mirth_is_letter(s.at[0]) || s.at[0] == ' ' || !mirth_is_among("`<[!\"\xe2", s.at[0]))
        return 0;
    t = mirth_token_at(NULL, s);
    return t.kind == MIRTH_T_PUNCT || t.kind == MIRTH_T_WORD ? 0 : t.text.len;
}

static size_t put_word(struct mirth_simple *simple, const struct wordy *w, struct mirth_slice s,
                       struct mirth_buffer *out)
{
    size_t word = word_length(s);
    char after = s.len > word ? s.at[word] : ' ';
    bool joined = out->len && mirth_is_among("-_/@.'", out->at[out->len - 1]);
    if (joined || (!w->plain.len && after == '.') ||
        !fits_article(simple->english, out, w->plain)) {
        mirth_put(out, s.at, word);
        return word;
    }
    mirth_put_char(out, mirth_is_upper(s.at[0]) ? mirth_upper(w->plain.at[0]) : w->plain.at[0]);
    mirth_put(out, w->plain.at + 1, w->plain.len - 1);
    return w->text.len;
}

bool mirth_simplify(struct mirth_telling *t, struct mirth_slice s, struct mirth_buffer *out)
{
    size_t written = 0; /* of s; most sentences stay as they are */
    if (!t->simple && !(t->simple = make(t)))
        return false;
    for (size_t at = 0; at < s.len;) {
        struct mirth_slice rest = mirth_slice(s.at + at, s.len - at);
        size_t fixed = fixed_length(rest), word = fixed ? 0 : word_length(rest);
        const struct wordy *w = word ? find(t->simple, s, rest, word) : NULL;
        if (!w) {
            at += fixed ? fixed : word ? word : 1;
            continue;
        }
        mirth_put(out, s.at + written, at - written);
        written = at += put_word(t->simple, w, rest, out);
    }
    if (written)
        mirth_put(out, s.at + written, s.len - written);
    return written > 0;
}
