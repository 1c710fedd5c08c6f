/* befall.c: what befell whom: words that are grave only beside one another */
#include "understand/befall.h"

#include <string.h>

/* What may stand between the two. */
enum between { VERBS, COUNTS, WORDS };

/* To add a pair: its lists in the English book, what may stand between, how many words of that at
 * least and at most, and the mirth that is left. */
static const struct pair {
    int first, second;
    enum between between;
    size_t least, most;
    int cap;
} pairs[] = {
    {MIRTH_L_HARMED, MIRTH_L_BEFELL, VERBS, 0, 3, -1},
    {MIRTH_L_HARMED, MIRTH_L_DONE_TO, VERBS, 1, 4, -1},
    {MIRTH_L_DONE_TO, MIRTH_L_HARMED, COUNTS, 0, 3, -1},
    {MIRTH_L_PRIVATE, MIRTH_L_EXPOSED, WORDS, 0, 5, 0},
    {MIRTH_L_EXPOSED, MIRTH_L_PRIVATE, WORDS, 0, 3, 0},
    {MIRTH_L_HARMED, MIRTH_L_DISMISSED, VERBS, 0, 3, 1},
    {MIRTH_L_KEPT, MIRTH_L_GONE, VERBS, 0, 4, 1},
    {MIRTH_L_MONEY, MIRTH_L_MISLAID, WORDS, 0, 5, 1},
    {MIRTH_L_LOSING, MIRTH_L_BELONGINGS, COUNTS, 1, 4, 1},
};

static bool may_stand(const struct mirth_english *e, const struct mirth_token *t,
                      enum between between)
{
    if (t->kind == MIRTH_T_PUNCT || mirth_listed(e, t->word, MIRTH_L_NEGATION))
        return false;
    switch (between) {
    case VERBS:
        return mirth_listed(e, t->word, MIRTH_L_BE) || mirth_listed(e, t->word, MIRTH_L_AUX) ||
               mirth_listed(e, t->word, MIRTH_L_ADVERB) || mirth_ends(t->text, "ly");
    case COUNTS:
        return t->kind == MIRTH_T_NUMBER || mirth_listed(e, t->word, MIRTH_L_THE) ||
               mirth_listed(e, t->word, MIRTH_L_WHOLE_MARK);
    default: return true;
    }
}

/* "no customer data was exposed", "without any user data leaking" */
static bool is_denied(const struct mirth_english *e, const struct mirth_token *tokens, size_t at)
{
    for (size_t i = at > 2 ? at - 2 : 0; i < at; i++)
        if (mirth_listed(e, tokens[i].word, MIRTH_L_NEGATION))
            return true;
    return false;
}

static size_t match(const struct mirth_english *e, const struct mirth_token *tokens, size_t count,
                    size_t at, const struct pair *pair)
{
    size_t i = at + mirth_listed_at(e, tokens, count, at, pair->first), len;
    if (i == at || is_denied(e, tokens, at))
        return 0;
    for (size_t between = 0; i < count && between <= pair->most; i++, between++) {
        if (mirth_listed_at(e, tokens, count, i, MIRTH_L_TONE_ALLOW) > 1)
            return 0; /* "killed two child processes" */
        len = mirth_listed_at(e, tokens, count, i, pair->second);
        if (len && between >= pair->least)
            return i + len - at;
        if (!may_stand(e, &tokens[i], pair->between))
            return 0;
    }
    return 0;
}

size_t mirth_befall_at(const struct mirth_english *e, const struct mirth_token *tokens,
                       size_t count, size_t at, int *cap)
{
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        size_t len = match(e, tokens, count, at, &pairs[i]);
        if (len) {
            *cap = pairs[i].cap;
            return len;
        }
    }
    return 0;
}

void mirth_befall_begins(struct mirth_set *lists)
{
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        mirth_set_add(lists, pairs[i].first);
}
