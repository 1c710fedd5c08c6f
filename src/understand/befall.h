/* befall.h: what befell whom: words that are grave only beside one another. */
#ifndef MIRTH_BEFALL_H
#define MIRTH_BEFALL_H

#include "understand/tokens.h"

/* Whether such words begin at tokens[at] ("technician was seriously injured", "customer records
 * were exposed"): how many tokens they are, and the mirth that they leave; else 0. */
size_t mirth_befall_at(const struct mirth_english *english, const struct mirth_token *tokens,
                       size_t count, size_t at, int *cap);

/* Adds the lists with whose words such a pair begins. */
void mirth_befall_begins(struct mirth_set *lists);

#endif
