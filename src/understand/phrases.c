/* phrases.c: which phrases of the lists stand at a token. */
#include "understand/tokens.h"

#include <string.h>

/* Where the words of a phrase end that go on at tokens[at]; 0: they are not there. A gap is tried
 * from the shortest. */
static size_t past_gap(const struct mirth_token *tokens, size_t count, size_t at,
                       const uint32_t *words, size_t left);

static inline size_t phrase_end(const struct mirth_token *tokens, size_t count, size_t at,
                                const uint32_t *words, size_t left)
{
    for (; left && *words != MIRTH_GAP; at++, words++, left--)
        if (at >= count || tokens[at].word != *words)
            return 0;
    return left ? past_gap(tokens, count, at, words + 1, left - 1) : at;
}

/* As phrase_end() has it, of what follows a gap. */
static size_t past_gap(const struct mirth_token *tokens, size_t count, size_t at,
                       const uint32_t *words, size_t left)
{
    size_t end = 0;
    for (size_t skipped = 0; skipped <= MIRTH_GAP_LENGTH && !end; skipped++) {
        end = phrase_end(tokens, count, at, words, left);
        if (at >= count || tokens[at++].kind == MIRTH_T_PUNCT)
            break;
    }
    return end;
}

static uint32_t second_word(const struct mirth_english *english, uint32_t phrase)
{
    return english->rest[english->phrases[phrase].rest];
}

/* The first of the phrases from `from` to `to` whose second word is not before that one. */
static uint32_t first_with(const struct mirth_english *english, uint32_t from, uint32_t to,
                           uint32_t word)
{
    while (from < to) {
        const uint32_t middle = from + (to - from) / 2;
        if (second_word(english, middle) < word)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

/* Those that a word begins are in the order of their second words, and a gap is the least of all:
 * of many, the few that may stand at a token. */
struct walk {
    uint32_t next, to, behind, end; /* of the gaps, then of those with the second word */
    uint32_t second;
};

static struct walk walk_at(const struct mirth_english *english, const struct mirth_token *tokens,
                           size_t count, size_t at)
{
    const struct mirth_word *word = &english->words[tokens[at].word];
    const uint32_t second = at + 1 < count ? tokens[at + 1].word : MIRTH_GAP;
    struct walk w = {word[0].phrases, word[0].phrases, word[1].phrases, word[1].phrases, second};
    if (w.next == w.end)
        return w;
    w.to = first_with(english, w.next, w.end, MIRTH_GAP + 1);
    w.behind = second == MIRTH_GAP ? w.end : first_with(english, w.to, w.end, second);
    return w;
}

/* The next of them, or NULL. */
static const struct mirth_phrase *step(const struct mirth_english *english, struct walk *w)
{
    if (w->next < w->to)
        return &english->phrases[w->next++];
    if (w->behind < w->end && second_word(english, w->behind) == w->second)
        return &english->phrases[w->behind++];
    return NULL;
}

size_t mirth_phrase_at(const struct mirth_english *english, const struct mirth_token *tokens,
                       size_t count, size_t at, int list)
{
    struct walk w = walk_at(english, tokens, count, at);
    const struct mirth_phrase *p;
    size_t best = 0, end;
    while ((p = step(english, &w))) {
        if (p->list != list)
            continue;
        end = phrase_end(tokens, count, at + 1, &english->rest[p->rest], p->count);
        if (end && end - at > best)
            best = end - at;
    }
    return best;
}

void mirth_lengths_at(const struct mirth_english *english, const struct mirth_token *tokens,
                      size_t count, size_t at, const struct mirth_set *wanted,
                      uint8_t length[MIRTH_LISTS])
{
    const struct mirth_word *word = &english->words[tokens[at].word];
    struct walk w = walk_at(english, tokens, count, at);
    const struct mirth_phrase *p;
    memset(length, 0, MIRTH_LISTS);
    while ((p = step(english, &w))) {
        size_t end;
        if (!mirth_set_has(wanted, p->list))
            continue;
        end = phrase_end(tokens, count, at + 1, &english->rest[p->rest], p->count);
        if (end > at + length[p->list])
            length[p->list] = (uint8_t)(end - at);
    }
    for (size_t k = 0; k < MIRTH_LISTS / 64; k++) {
        uint64_t alone = english->sets[word->lists].bits[k] & wanted->bits[k];
        for (size_t list = k * 64; alone; alone >>= 1, list++)
            if ((alone & 1) && !length[list])
                length[list] = 1;
    }
}

void mirth_lists_met(const struct mirth_english *english, const struct mirth_token *tokens,
                     size_t count, const struct mirth_set *wanted, struct mirth_set *met)
{
    const struct mirth_phrase *p;
    struct walk w;
    for (size_t i = 0; i < count; i++) {
        const struct mirth_word *word = &english->words[tokens[i].word];
        const struct mirth_set *alone = &english->sets[word->lists];
        if (!mirth_may_begin(english, wanted, tokens[i].word))
            continue;
        for (size_t k = 0; k < MIRTH_LISTS / 64; k++)
            met->bits[k] |= alone->bits[k] & wanted->bits[k];
        w = walk_at(english, tokens, count, i);
        while ((p = step(english, &w))) {
            if (mirth_set_has(wanted, p->list) && !mirth_set_has(met, p->list) &&
                phrase_end(tokens, count, i + 1, &english->rest[p->rest], p->count))
                mirth_set_add(met, p->list);
        }
    }
}
