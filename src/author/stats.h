/* stats.h: how much a theme has to say, and how soon a reader has heard it. */
#ifndef MIRTH_STATS_H
#define MIRTH_STATS_H

#include "story.h"
#include "understand/english.h"

/* A record to be told; its name and text are borrowed. */
struct mirth_specimen {
    const char *name;
    struct mirth_slice text;
};

/* What the lines said is counted with. */
struct mirth_stage {
    struct mirth_book *theme, *english_book;
    struct mirth_english *english;
};

/* Prints the theme's lines by entry and, where there are records, which of them were never said
 * over these and after how many weeks a reader of one a week meets a line again. False: memory is
 * out, or a record cannot be read. */
bool mirth_stats(const struct mirth_stage *stage, const struct mirth_specimen *records,
                 size_t count, struct mirth_buffer *out, struct mirth_error *err);

#endif
