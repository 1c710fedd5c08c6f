/* rows.h: the rows of a story, as its readers make them. */
#ifndef MIRTH_ROWS_H
#define MIRTH_ROWS_H

#include "story.h"

/* Adds a row that is like `like`; NULL when memory is out. The pointer is good until the next. */
struct mirth_row *mirth_row_add(struct mirth_story *story, const struct mirth_row *like);

/* The length of the dot of any kind (`•`, `▪`) that s begins with, or 0. */
size_t mirth_dot(struct mirth_slice s);

/* The length of the bullet that s begins with and Markdown knows nothing of (`•`, `->`), or 0. */
size_t mirth_bullet(struct mirth_slice s);

/* What a writer meant by the mark that the row begins with, though no Markdown parser takes it for
 * one: `##Timeline` is a heading, `• text`, `-> text` and (in an HTML block) `- text` are items.
 * The row then is one, without its mark. True where a block begins with it. */
bool mirth_row_loosen(const struct mirth_story *story, struct mirth_row *row);

#endif
