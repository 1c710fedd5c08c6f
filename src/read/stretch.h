/* stretch.h: a long Markdown text, parsed in stretches whose blocks are the same as the whole's. */
#ifndef MIRTH_STRETCH_H
#define MIRTH_STRETCH_H

#include "read/arena.h"
#include "read/lines.h"

/* The next stretch of the text, from line `from` up to line *to (counted from 0), as a tree in the
 * arena, which holds nothing else. */
cmark_node *mirth_parse_stretch(struct mirth_arena *arena, const struct mirth_lines *lines,
                                size_t from, size_t *to);

#endif
