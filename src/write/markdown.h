/* markdown.h: the Markdown writer: the record's own bytes with the edits laid in. */
#ifndef MIRTH_WRITE_MARKDOWN_H
#define MIRTH_WRITE_MARKDOWN_H

#include "story.h"

/* Appends the story's source to out with each edit in place of its span (a span of length 0
 * inserts). Line ends inside an edit become the record's own. False when memory is out, or the
 * edits are out of order, overlap or lie outside the source; out is then of no use. */
bool mirth_write_markdown(const struct mirth_story *story, const struct mirth_edit *edits,
                          size_t count, struct mirth_buffer *out);

/* The same for the bytes [from, to) of the source, with the edits that lie within. */
bool mirth_write_stretch(const struct mirth_story *story, const struct mirth_edit *edits,
                         size_t count, size_t from, size_t to, struct mirth_buffer *out);

#endif
