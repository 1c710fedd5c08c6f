/* read.h: from bytes to a story: its source and where its text stands. */
#ifndef MIRTH_READ_H
#define MIRTH_READ_H

#include "story.h"

/* Reads story->source, in the format `from` or, with MIRTH_FROM_AUTO, in the one that it seems to
 * be in. Text and HTML become Markdown, which story->source then is; rows bear the line numbers of
 * what was read, which story->given keeps. False and *err where it cannot be read safely: NUL or
 * invalid UTF-8, more than limit bytes, nested too deep. */
bool mirth_read(struct mirth_story *story, enum mirth_from from, size_t limit,
                struct mirth_error *err);

/* Finds the rows of story->source, which is Markdown. False and *err as above. */
bool mirth_read_markdown(struct mirth_story *story, size_t limit, struct mirth_error *err);

#endif
