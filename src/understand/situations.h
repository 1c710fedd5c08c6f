/* situations.h: what a sentence shows that everybody on call has met: an alarm that nobody heard,
 * a change that was only small. */
#ifndef MIRTH_SITUATIONS_H
#define MIRTH_SITUATIONS_H

#include "understand/tokens.h"

/* A sentence shows one or two; more are not looked for. */
enum { MIRTH_SHOWN = 4 };

/* The situations of the English book that a sentence shows, in the book's order, which has the
 * everyday ones (weight 1) last. asks: the sentence is a measure's, which has situations of its
 * own. Returns how many. */
size_t mirth_situations(const struct mirth_english *english, const struct mirth_token *tokens,
                        size_t count, bool asks, const struct mirth_topic *shown[MIRTH_SHOWN]);

#endif
