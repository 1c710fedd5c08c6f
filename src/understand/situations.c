/* situations.c: what a sentence shows, by the lists of the English book's situations. */
#include "understand/situations.h"

static bool is_listed(const struct mirth_english *e, const struct mirth_token *tokens, size_t count,
                      int list)
{
    for (size_t i = 0; i < count && list >= 0; i++)
        if (mirth_listed_at(e, tokens, count, i, list))
            return true;
    return false;
}

/* The lists of all situations: most sentences have no word that begins an item of one. */
static struct mirth_set lists_of(const struct mirth_english *e)
{
    struct mirth_set lists = {{0}};
    for (size_t s = 0; s < e->situation_count; s++)
        mirth_set_add(&lists, e->situations[s].list);
    return lists;
}

static bool may_show(const struct mirth_english *e, const struct mirth_token *tokens, size_t count)
{
    const struct mirth_set lists = lists_of(e);
    for (size_t i = 0; i < count; i++)
        if (mirth_may_begin(e, &lists, tokens[i].word))
            return true;
    return false;
}

size_t mirth_situations(const struct mirth_english *e, const struct mirth_token *tokens,
                        size_t count, bool asks, const struct mirth_topic *shown[MIRTH_SHOWN])
{
    size_t n = 0;
    if (!may_show(e, tokens, count))
        return 0;
    for (size_t s = 0; s < e->situation_count && n < MIRTH_SHOWN; s++) {
        const struct mirth_topic *situation = &e->situations[s];
        if (!situation->asks == !asks && is_listed(e, tokens, count, situation->list) &&
            !is_listed(e, tokens, count, situation->veto))
            shown[n++] = situation;
    }
    return n;
}
