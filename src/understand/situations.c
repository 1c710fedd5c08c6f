/* situations.c: what a sentence shows, by the lists of the English book's situations. */
#include "understand/situations.h"

#include <string.h>

void mirth_situations(const struct mirth_english *e, const struct mirth_token *tokens, size_t count,
                      bool asks, uint8_t shows[MIRTH_SHOWN])
{
    struct mirth_set met = {{0}};
    size_t n = 0;
    memset(shows, 0, MIRTH_SHOWN);
    mirth_lists_met(e, tokens, count, &e->of_situations, &met);
    for (size_t s = 0; s < e->situation_count && n < MIRTH_SHOWN; s++) {
        const struct mirth_topic *situation = &e->situations[s];
        if (!situation->asks == !asks && mirth_set_has(&met, situation->list) &&
            !(situation->veto >= 0 && mirth_set_has(&met, situation->veto)))
            shows[n++] = (uint8_t)(s + 1);
    }
}
