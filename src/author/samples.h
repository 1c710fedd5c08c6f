/* samples.h: sentences that stand for all that a frame matches, and what stands for a record. */
#ifndef MIRTH_SAMPLES_H
#define MIRTH_SAMPLES_H

#include "story.h"
#include "understand/english.h"

/* An example of the English book, understood as a record's sentence would be. */
struct mirth_sample {
    const char *chapter, *frame; /* "told", "escalated": the entry that shows it */
    size_t source;               /* the line that it stands on */
    struct mirth_clause clause;  /* its frame is another, or NULL, where the book is mistaken */
};

struct mirth_samples {
    const struct mirth_book *book;
    struct mirth_story story; /* as if all of them were one record; holds their text */
    struct mirth_sample *items;
    size_t count, room;
};

/* Reads the examples under the frames and kinds of the English book, and its chapter
 * `examples`. The book must outlive them. NULL when memory is out. Free with mirth_samples_free().
 */
struct mirth_samples *mirth_samples_new(const struct mirth_english *english,
                                        const struct mirth_book *book, struct mirth_error *err);
void mirth_samples_free(struct mirth_samples *samples);

/* The text under `## examples`, `### name` ("component", "title"), or nothing. */
struct mirth_slice mirth_sample_text(const struct mirth_samples *samples, const char *name);

/* The examples under an entry: the first, and how many. */
size_t mirth_samples_of(const struct mirth_samples *samples, const char *chapter,
                        struct mirth_slice entry, const struct mirth_sample **first);

#endif
