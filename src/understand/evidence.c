/* evidence.c: what a text has to say for each fault, by the lists of the English book. */
#include "understand/evidence.h"

#include <string.h>

#include "understand/digest.h"
#include "understand/tokens.h"

/* What is said of a fault at one token. */
struct mention {
    size_t length;   /* of the longest phrase that begins there, in tokens; 0: none */
    unsigned weight; /* MIRTH_WEAK, MIRTH_WORD or MIRTH_PHRASE */
};

/* By the lengths of what each list has at that token. */
static size_t length_of(const uint8_t *lengths, int list)
{
    return list < 0 ? 0 : lengths[list];
}

static struct mention find_mention(const struct mirth_topic *fault, const uint8_t *lengths)
{
    const size_t length = length_of(lengths, fault->list);
    return length ? (struct mention){length, length > 1 ? MIRTH_PHRASE : MIRTH_WORD}
                  : (struct mention){length_of(lengths, fault->weak), MIRTH_WEAK};
}

/* What is said of each fault at tokens[i]; the length of the longest mention. */
static size_t find_mentions(const struct mirth_english *e, const struct mirth_token *tokens,
                            size_t count, size_t i, struct mention *mentions, size_t *vetoed)
{
    uint8_t lengths[MIRTH_LISTS];
    size_t longest = 0;
    mirth_lengths_at(e, tokens, count, i, &e->of_faults, lengths);
    for (size_t f = 0; f < e->fault_count; f++) {
        const struct mirth_topic *fault = &e->faults[f];
        const size_t veto = length_of(lengths, fault->veto);
        if (i + veto > vetoed[f])
            vetoed[f] = i + veto;
        mentions[f] = i < vetoed[f] ? (struct mention){0, 0} : find_mention(fault, lengths);
        if (mentions[f].length > longest)
            longest = mentions[f].length;
    }
    return longest;
}

/* "It was not that or a misconfiguration", "not a full disk": what the words from `at` on say is
 * denied. "The pool was not sized for a traffic surge" denies no surge: behind its "not" stands a
 * noun phrase. */
static bool is_denied(const struct mirth_english *e, const struct mirth_token *tokens, size_t at)
{
    enum { BEFORE = 6 };
    if (at > 1 && mirth_listed(e, tokens[at - 1].word, MIRTH_L_THE) &&
        mirth_listed(e, tokens[at - 2].word, MIRTH_L_DENIAL))
        return true;
    for (size_t i = at; i-- > 1 && i + BEFORE >= at && tokens[i].kind == MIRTH_T_WORD;)
        if (mirth_listed(e, tokens[i].word, MIRTH_L_NEGATION) &&
            mirth_listed(e, tokens[i - 1].word, MIRTH_L_TO_BE))
            return mirth_listed(e, tokens[i + 1].word, MIRTH_L_THE);
    return false;
}

/* "We thought of a full disk", "a leak was suspected": what the words at `at` say was supposed. */
static bool is_supposed(const struct mirth_english *e, const struct mirth_token *tokens,
                        size_t count, size_t at)
{
    for (size_t i = 0; i < count; i++)
        if (mirth_listed_at(e, tokens, count, i, MIRTH_L_GUESS) &&
            (i < at || (i && mirth_listed(e, tokens[i - 1].word, MIRTH_L_TO_BE))))
            return true;
    return false;
}

/* The longest phrase at a place is the one that is meant, and says more than a single word. */
static void count_phrases(const struct mirth_english *e, const struct mirth_token *tokens,
                          size_t count, unsigned weight, struct mirth_evidence *found)
{
    struct mention mentions[MIRTH_TOPICS];
    size_t vetoed[MIRTH_TOPICS] = {0};
    for (size_t i = 0, longest; i < count && count <= MIRTH_TOKENS; i += longest ? longest : 1) {
        longest = mirth_may_begin(e, &e->of_faults, tokens[i].word)
                      ? find_mentions(e, tokens, count, i, mentions, vetoed)
                      : 0;
        if (!longest || is_denied(e, tokens, i) || is_supposed(e, tokens, count, i))
            continue;
        for (size_t f = 0; f < e->fault_count; f++)
            if (mentions[f].length == longest)
                *(mentions[f].weight == MIRTH_WEAK ? &found->weak[f] : &found->firm[f]) +=
                    weight * e->faults[f].weight * mentions[f].weight;
    }
}

/* "It failed with `no space left on device`": what a message says counts as well. */
void mirth_count_faults(const struct mirth_english *e, struct mirth_slice text, unsigned weight,
                        struct mirth_evidence *found)
{
    struct mirth_token tokens[MIRTH_TOKENS], inner[MIRTH_TOKENS];
    size_t count = mirth_tokens(e, text, tokens);
    count_phrases(e, tokens, count, weight, found);
    for (size_t i = 0; i < count && count <= MIRTH_TOKENS; i++) {
        const struct mirth_slice said = mirth_token_inside(&tokens[i]);
        if (said.len)
            count_phrases(e, inner, mirth_tokens(e, said, inner), weight, found);
    }
}

bool mirth_is_kind_of(const char *name, const char *class)
{
    size_t len = strlen(class);
    return !strncmp(name, class, len) && name[len] == '-';
}

const char *mirth_fault_class(const struct mirth_english *e, const char *fault)
{
    for (size_t f = 0; f < e->fault_count; f++)
        if (mirth_is_kind_of(fault, mirth_string(e, e->faults[f].name)))
            return mirth_string(e, e->faults[f].name);
    return NULL;
}
