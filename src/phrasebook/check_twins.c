/* check_twins.c: lines that are the same, or all but */
#include <string.h>

#include "phrasebook/check.h"

enum {
    WORDS = 64,      /* of a line that are looked at */
    NEIGHBOURS = 64, /* lines of its entry that a line is held against */
    FEWEST = 3,      /* words of its own that a line must have to be like another */
    ALIKE = 75,      /* per cent of the words that both have */
};

/* The small words that tell no two lines apart. */
#define SMALL                                                                                      \
    " a an and as at by for from had has have in into is it its of on or out so that the their "   \
    "them then there they this to up was were with "

/* A line's own words by their hashes, sorted; its slots and its occasion as one hash each. Said on
 * another occasion, or with other slots, the same words are an echo and may be meant. */
struct likeness {
    const struct mirth_line *line;
    uint64_t words[WORDS], slots, occasion;
    size_t count;
};

static bool is_small(struct mirth_slice word)
{
    char padded[16] = " ";
    if (word.len > 12)
        return false;
    for (size_t i = 0; i < word.len; i++)
        padded[i + 1] = mirth_lower(word.at[i]);
    padded[word.len + 1] = ' ';
    return strstr(SMALL, padded) != NULL;
}

static void take_word(struct likeness *l, struct mirth_slice word)
{
    uint64_t hash = MIRTH_HASH;
    size_t at = l->count;
    if (is_small(word) || l->count == WORDS)
        return;
    for (size_t i = 0; i < word.len; i++) {
        char c = mirth_lower(word.at[i]);
        hash = mirth_hash(hash, &c, 1);
    }
    for (; at && l->words[at - 1] > hash; at--)
        l->words[at] = l->words[at - 1];
    l->words[at] = hash;
    l->count++;
}

static uint64_t hash_occasion(const char *when)
{
    struct mirth_slice rest = mirth_slice_of(when), one;
    uint64_t sum = 0;
    while (mirth_cut(&rest, ',', &one))
        if (!mirth_same_text(one, "best"))
            sum += mirth_hash(MIRTH_HASH, one.at, one.len);
    return sum;
}

static struct likeness liken(const struct mirth_line *line)
{
    struct likeness l = {.line = line, .occasion = hash_occasion(line->when)};
    const char *s = line->text;
    while (*s) {
        size_t len = 0;
        if (*s == '{') {
            len = strcspn(s, "}");
            l.slots += mirth_hash(MIRTH_HASH, s, strcspn(s, ":}"));
            s += len + (s[len] == '}');
            continue;
        }
        while (mirth_is_letter(s[len]) || (len && s[len] == '\''))
            len++;
        if (len)
            take_word(&l, mirth_slice(s, len));
        s += len ? len : 1;
    }
    return l;
}

static size_t count_shared(const struct likeness *a, const struct likeness *b)
{
    size_t shared = 0;
    for (size_t i = 0, k = 0; i < a->count && k < b->count;) {
        shared += a->words[i] == b->words[k];
        if (a->words[i] <= b->words[k])
            i++;
        else
            k++;
    }
    return shared;
}

static bool are_twins(const struct likeness *a, const struct likeness *b)
{
    size_t more = a->count > b->count ? a->count : b->count;
    return a->slots == b->slots && a->occasion == b->occasion && a->count >= FEWEST &&
           b->count >= FEWEST && count_shared(a, b) * 100 >= more * ALIKE;
}

void mirth_check_twins(struct mirth_checker *c, const struct mirth_entry *entry)
{
    struct likeness seen[NEIGHBOURS];
    size_t count = 0;
    if (!strcmp(entry->chapter, "emoji") || !strcmp(entry->chapter, "pictures"))
        return;
    for (size_t n = 0; n < entry->count; n++) {
        struct likeness l = liken(&c->book->lines[entry->first + n]);
        size_t i = 0, within = count < NEIGHBOURS ? count : NEIGHBOURS;
        while (i < within &&
               (!are_twins(&l, &seen[i]) || !strcmp(l.line->text, seen[i].line->text)))
            i++;
        if (i < within)
            mirth_finding(c, l.line->source, "nearly the same as line %u; expected another shape",
                          seen[i].line->source);
        else
            seen[count++ % NEIGHBOURS] = l;
    }
}
