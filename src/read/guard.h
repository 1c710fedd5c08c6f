/* guard.h: what is refused before it is parsed. */
#ifndef MIRTH_GUARD_H
#define MIRTH_GUARD_H

#include "story.h"

/* False and *err (with the byte or the line) for input that is too large, holds a NUL or invalid
 * UTF-8, or would make cmark 0.30 take quadratic time: containers nested deeper than 32, more
 * than 2,000 opening brackets in a block. Linear. */
bool mirth_guard(const struct mirth_story *story, size_t limit, struct mirth_error *err);

/* The part of it that holds for every format: size, NUL, UTF-8. */
bool mirth_guard_text(const struct mirth_story *story, size_t limit, struct mirth_error *err);

#endif
