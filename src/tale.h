/* tale.h: one telling of one record: what it holds on to, step by step. */
#ifndef MIRTH_TALE_H
#define MIRTH_TALE_H

#include "story.h"

struct mirth_tale {
    struct mirth_story story;
    struct mirth_book *english_book, *theme_book;
    struct mirth_english *english;
    bool borrowed; /* the English is another tale's */
    struct mirth_retelling retelling;
};

/* A tale of the record, which it borrows, as it borrows the options' strings. Close it with
 * mirth_tale_close(), whatever became of it. */
struct mirth_tale mirth_tale_of(const char *record, size_t length,
                                const struct mirth_options *options);

/* Takes the English book, prepared, and the theme's from the shelf (what is there already stays;
 * theme NULL: the English alone). */
bool mirth_tale_open(struct mirth_tale *tale, struct mirth_shelf *shelf, const char *theme,
                     struct mirth_error *err);

/* Whether a record that was read is an edition of ours. */
bool mirth_tale_is_edition(const struct mirth_tale *tale);

/* Why a record that was understood is passed through, or NULL. */
const char *mirth_tale_refusal(const struct mirth_tale *tale, const struct mirth_options *options);

/* Retells the story. *line is then 0, or that where the account of facts does not balance and the
 * retelling must not be shown. */
bool mirth_tale_retell(struct mirth_tale *tale, const struct mirth_options *options, size_t *line,
                       struct mirth_error *err);

/* Appends " (line 12: personal data; line 30: regulator)", or nothing. */
void mirth_tale_put_reasons(struct mirth_buffer *note, const struct mirth_story *story);

void mirth_tale_close(struct mirth_tale *tale);

#endif
