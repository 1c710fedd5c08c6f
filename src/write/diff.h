/* diff.h: what an edition changed in its record. */
#ifndef MIRTH_WRITE_DIFF_H
#define MIRTH_WRITE_DIFF_H

#include "story.h"

/* Appends a unified diff with three lines of context, of the record (as Markdown, where it was
 * something else) against its edition; nothing where they are the same. colour: removed lines red,
 * added ones green, as terminals do. False when memory is out. */
bool mirth_write_diff(struct mirth_story *story, const struct mirth_retelling *retelling,
                      bool colour, struct mirth_buffer *out);

#endif
