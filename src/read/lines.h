/* lines.h: where the lines of a text begin. */
#ifndef MIRTH_LINES_H
#define MIRTH_LINES_H

#include "base/pool.h"
#include "base/text.h"

/* A text, and where each of its lines begins; behind the last, where the text ends. */
struct mirth_lines {
    const char *source;
    size_t *starts, count, room;
};

/* The end of the line that s[at] stands on, s being len bytes; and the line behind such an end. */
size_t mirth_line_end(const char *s, size_t len, size_t at);
size_t mirth_next_line(const char *s, size_t len, size_t end);

/* Fills *lines, which is zero. False: memory is out. */
bool mirth_lines_index(struct mirth_lines *lines, struct mirth_pool *pool, const char *source,
                       size_t length);

#endif
