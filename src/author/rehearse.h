/* rehearse.h: a theme's lines, said with the examples in place of a record. */
#ifndef MIRTH_REHEARSE_H
#define MIRTH_REHEARSE_H

#include "author/samples.h"
#include "retell/telling.h"

struct mirth_rehearsal {
    const struct mirth_samples *samples;
    struct mirth_options options;
    struct mirth_telling telling;
    struct mirth_words words;
};

/* What became of a line. */
enum mirth_take {
    MIRTH_TAKE_SAID,
    MIRTH_TAKE_UNFILLED, /* it has no place for a word of the example, or a slot that it lacks */
    MIRTH_TAKE_UNSOUND,  /* it would lose a fact of the example, or add one */
};

/* All that it is made of must outlive it. False: memory is out. Undo with mirth_unrehearse(). */
bool mirth_rehearse(struct mirth_rehearsal *rehearsal, const struct mirth_english *english,
                    const struct mirth_samples *samples, const struct mirth_book *theme,
                    struct mirth_error *err);
void mirth_unrehearse(struct mirth_rehearsal *rehearsal);

/* The phrasings of an entry; see mirth_theme_entry(). */
size_t mirth_rehearse_entry(struct mirth_rehearsal *rehearsal, const struct mirth_entry *entry,
                            struct mirth_phrasing **first);

/* The examples that an entry's lines are for ("found, disk-full": those of `found`). */
size_t mirth_rehearse_samples(const struct mirth_rehearsal *rehearsal,
                              const struct mirth_entry *entry, const struct mirth_sample **first);

/* The examples that a line of a gag's or a fault's is for which has the record's sentence inside,
 * by the frame or the milestone that it waits for; 0: it has none inside. */
size_t mirth_woven_samples(const struct mirth_rehearsal *rehearsal,
                           const struct mirth_phrasing *phrasing,
                           const struct mirth_sample **first);

/* Says a line with an example's words. */
enum mirth_take mirth_take(struct mirth_rehearsal *rehearsal, struct mirth_phrasing *phrasing,
                           const struct mirth_sample *sample, struct mirth_buffer *out);

/* Says a line of ours, with the words of `## examples`. False: a slot has nothing to give. */
bool mirth_take_ours(struct mirth_rehearsal *rehearsal, struct mirth_phrasing *phrasing,
                     struct mirth_buffer *out);

/* Whether the example has a word that the line asks for (`word: senior`), or it asks for none. */
bool mirth_take_has_word(const struct mirth_rehearsal *rehearsal,
                         const struct mirth_phrasing *phrasing, const struct mirth_sample *sample);

#endif
