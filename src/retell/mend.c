/* mend.c: the record's own blemishes: ",,", double spaces, a stop that stands off. */
#include "retell/telling.h"
#include "retell/plain.h"

#include <string.h>

/* "relay ." and "relay ,": a mark that belongs to the word before it. */
static bool stands_off(struct mirth_slice s, size_t i)
{
    return i < s.len && (s.at[i] == '.' || s.at[i] == ',') &&
           (i + 1 == s.len || s.at[i + 1] == ' ');
}

/* ",," and "  " are said once. "September 5,, 2024" is not ours to mend: what is broken about a
 * date is part of it. */
static bool is_doubled(struct mirth_slice s, size_t i)
{
    char c = s.at[i];
    return i && c == s.at[i - 1] &&
           (c == ' ' || (c == ',' && !(i > 1 && mirth_is_digit(s.at[i - 2]))));
}

void mirth_put_mended(struct mirth_buffer *out, struct mirth_slice s)
{
    size_t from = 0;
    if (memchr(s.at, '`', s.len)) {
        mirth_put_slice(out, s);
        return;
    }
    for (size_t i = 0; i < s.len; i++) {
        const char c = s.at[i];
        const bool space = c == '\n' || c == '\t';
        if ((unsigned char)c > ',') /* nearly all are, so that this is soon over */
            continue;
        if (!space && !is_doubled(s, i) && !(c == ' ' && stands_off(s, i + 1)))
            continue;
        mirth_put(out, s.at + from, i - from);
        mirth_put(out, " ", space);
        from = i + 1;
    }
    mirth_put(out, s.at + from, s.len - from);
}
