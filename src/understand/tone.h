/* tone.h: what no joke is told about, and whether jokes were told already. */
#ifndef MIRTH_TONE_H
#define MIRTH_TONE_H

#include "story.h"
#include "understand/english.h"

/* Fills story->tone from the word lists of the chapter `tone`: the gravest level that a row
 * reaches, and where. The trade's own words ("kill -9", "dead letter queue") are passed over.
 * tone.playful: words of fun, or emoji on many lines, show that it is an engaging record already.
 */
void mirth_take_tone(const struct mirth_english *english, struct mirth_story *story);

#endif
