/* lines.c: where the lines of a text begin. */
#include "read/lines.h"

size_t mirth_line_end(const char *s, size_t len, size_t at)
{
    return at + mirth_line_length(mirth_slice(s + at, len - at));
}

size_t mirth_next_line(const char *s, size_t len, size_t end)
{
    if (end + 1 < len && s[end] == '\r' && s[end + 1] == '\n')
        return end + 2;
    return end < len ? end + 1 : len;
}

bool mirth_lines_index(struct mirth_lines *lines, struct mirth_pool *pool, const char *source,
                       size_t length)
{
    lines->source = source;
    for (size_t at = 0; at <= length; lines->count++) {
        if (!mirth_pool_grow(pool, (void **)&lines->starts, lines->count, &lines->room,
                             sizeof *lines->starts))
            return false;
        lines->starts[lines->count] = at;
        if (at == length)
            break;
        at = mirth_next_line(source, length, mirth_line_end(source, length, at));
    }
    return true;
}
