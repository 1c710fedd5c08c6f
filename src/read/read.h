/* read.h: from bytes to a story: its source and where its text stands. */
#ifndef MIRTH_READ_H
#define MIRTH_READ_H

#include "story.h"

/* Finds the rows of story->source (Markdown, valid UTF-8). False and *err where the text cannot
 * be read safely: NUL or invalid UTF-8, too large, nested too deep. */
bool mirth_read_markdown(struct mirth_story *story, size_t limit, struct mirth_error *err);

#endif
