/* situations.h: what a sentence shows that everybody on call has met: an alarm that nobody heard,
 * a change that was only small. */
#ifndef MIRTH_SITUATIONS_H
#define MIRTH_SITUATIONS_H

#include "story.h"
#include "understand/tokens.h"

/* The situations of the English book that a sentence shows, by their numbers, which count from 1,
 * in the book's order, which has the everyday ones (weight 1) last; 0 behind the last. asks: the
 * sentence is a measure's, which has situations of its own. */
void mirth_situations(const struct mirth_english *english, const struct mirth_token *tokens,
                      size_t count, bool asks, uint8_t shows[MIRTH_SHOWN]);

/* The situation of that number. */
static inline const struct mirth_topic *mirth_situation(const struct mirth_english *english,
                                                        uint8_t number)
{
    return &english->situations[number - 1];
}

#endif
