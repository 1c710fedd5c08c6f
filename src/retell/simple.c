/* simple.c: plain words for long ones: "in order to" is "to", "commenced" is "began"; and the right
 * spelling for slips of the pen. */
#include "retell/telling.h"

#include <string.h>

#include "retell/grammar.h"

/* A line of the English book's chapter `plain`: what is said at length or by mistake, and how it is
 * said. */
struct wordy {
    struct mirth_slice text, plain;
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

static bool add_line(struct mirth_pool *pool, struct mirth_simple *simple, const char *text)
{
    struct mirth_slice rest = mirth_slice_of(text), wordy, plain;
    struct wordy *w = mirth_pool_array(pool, 1, sizeof *w), **place;
    if (!w || !mirth_cut(&rest, '>', &wordy))
        return false;
    plain = mirth_trim(rest);
    *lengths_of(simple, wordy) |= length_bit(word_length(wordy));
    place = place_of(simple, mirth_slice(wordy.at, word_length(wordy)));
    *w = (struct wordy){wordy, plain, *place};
    *place = w;
    return true;
}

static bool add_entry(struct mirth_telling *t, struct mirth_simple *simple, const char *entry)
{
    const struct mirth_line *lines;
    size_t count = mirth_book_entry(t->english_book, "plain", entry, &lines);
    for (size_t i = 0; i < count; i++)
        if (!add_line(&t->story->pool, simple, lines[i].text))
            return false;
    return true;
}

static struct mirth_simple *make(struct mirth_telling *t)
{
    struct mirth_simple *simple = mirth_pool_array(&t->story->pool, 1, sizeof *simple);
    if (!simple)
        return NULL;
    simple->english = t->english;
    return add_entry(t, simple, "slips") && add_entry(t, simple, "words") ? simple : NULL;
}

static bool begins_with(struct mirth_slice s, struct mirth_slice phrase)
{
    char after = s.len > phrase.len ? s.at[phrase.len] : ' ';
    return s.len >= phrase.len && mirth_same_nocase(mirth_slice(s.at, phrase.len), phrase) &&
           !mirth_is_alpha(after) && !mirth_is_digit(after) && !mirth_is_among("-_/@", after);
}

static const struct wordy *find(struct mirth_simple *simple, struct mirth_slice s, size_t word)
{
    const struct wordy *best = NULL;
    if (!(*lengths_of(simple, s) & length_bit(word)))
        return NULL;
    for (const struct wordy *w = *place_of(simple, mirth_slice(s.at, word)); w; w = w->next)
        if ((!best || w->text.len > best->text.len) && begins_with(s, w->text))
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

static size_t put_word(struct mirth_simple *simple, struct mirth_slice s, struct mirth_buffer *out)
{
    size_t word = word_length(s);
    const struct wordy *w = find(simple, s, word);
    char after = s.len > word ? s.at[word] : ' ';
    bool joined = out->len && mirth_is_among("-_/@.'", out->at[out->len - 1]);
    if (!w || joined || (!w->plain.len && after == '.') ||
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
        if (!word || !find(t->simple, rest, word)) {
            at += fixed ? fixed : word ? word : 1;
            continue;
        }
        mirth_put(out, s.at + written, at - written);
        written = at += put_word(t->simple, rest, out);
    }
    if (written)
        mirth_put(out, s.at + written, s.len - written);
    return written > 0;
}
