/* situations.c: what a sentence shows, by the lists of the English book's situations. */
#include "understand/situations.h"

size_t mirth_situations(const struct mirth_english *e, const struct mirth_token *tokens,
                        size_t count, bool asks, const struct mirth_topic *shown[MIRTH_SHOWN])
{
    const struct mirth_set wanted = mirth_lists_of(e->situations, e->situation_count);
    struct mirth_set met = {{0}};
    size_t n = 0;
    mirth_lists_met(e, tokens, count, &wanted, &met);
    for (size_t s = 0; s < e->situation_count && n < MIRTH_SHOWN; s++) {
        const struct mirth_topic *situation = &e->situations[s];
        if (!situation->asks == !asks && mirth_set_has(&met, situation->list) &&
            !(situation->veto >= 0 && mirth_set_has(&met, situation->veto)))
            shown[n++] = situation;
    }
    return n;
}
