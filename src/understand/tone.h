/* tone.h: what no joke is told about, and whether jokes were told already. */
#ifndef MIRTH_TONE_H
#define MIRTH_TONE_H

#include "story.h"
#include "understand/tokens.h"

/* Fills story->tone from the word lists of the chapter `tone`: the gravest level that a row
 * reaches, and where. The trade's own words ("kill -9", "dead letter queue") are passed over.
 * tone.playful: words of fun, or emoji on many lines, show that it is an engaging record already.
 */
struct mirth_tone_reader {
    const struct mirth_english *english;
    struct mirth_story *story;
    struct mirth_set lists;   /* of the words that matter */
    size_t next;              /* row */
    struct mirth_words words; /* of the last row that was read, or its last piece */
};

void mirth_tone_begin(struct mirth_tone_reader *reader, const struct mirth_english *english,
                      struct mirth_story *story);

/* Reads on, up to that row. */
void mirth_tone_up_to(struct mirth_tone_reader *reader, size_t row);

/* Reads the rest. */
void mirth_tone_end(struct mirth_tone_reader *reader);

/* The same at once. */
void mirth_take_tone(const struct mirth_english *english, struct mirth_story *story);

#endif
