/* rows.c: the rows of a story, and the marks that only people understand. */
#include "read/rows.h"

#include <string.h>

struct mirth_row *mirth_row_add(struct mirth_story *story, const struct mirth_row *like)
{
    if (!mirth_pool_grow(&story->pool, (void **)&story->rows, story->row_count, &story->row_room,
                         sizeof *story->rows))
        return NULL;
    story->rows[story->row_count] = *like;
    return &story->rows[story->row_count++];
}

/* `##Timeline`, `#Postmortem`; but `#general` is a channel and `#12` a ticket. */
static size_t heading_mark(struct mirth_slice s, bool html)
{
    size_t n = 0;
    while (n < s.len && s.at[n] == '#')
        n++;
    if (!n || n > 6 || n == s.len)
        return 0;
    if (html && s.at[n] == ' ')
        return n;
    if (n == 1 && mirth_is_lower(s.at[n]))
        return 0;
    return mirth_is_alpha(s.at[n]) || strchr("*_`", s.at[n]) ? n : 0;
}

size_t mirth_bullet(struct mirth_slice s)
{
    /* Add what people begin an entry with; the longer of two that begin alike comes first. */
    static const char *const bullets[] = {
        "->", "=>", "\xe2\x80\xa2", "\xe2\x97\x8f", "\xe2\x97\x8b", "\xe2\x97\xa6", "\xe2\x96\xaa",
        "\xe2\x96\xa0", "\xe2\x80\xa3", "\xe2\x81\x83", "\xc2\xb7", "\xe2\x80\x94", "\xe2\x80\x93",
        "\xe2\x86\x92", "\xe2\x9e\xa4", "\xef\x82\xb7",
    };
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++) {
        size_t len = strlen(bullets[i]);
        if (s.len > len && !memcmp(s.at, bullets[i], len) &&
            (mirth_is_space(s.at[len]) || (unsigned char)bullets[i][1] == 0x80))
            return len;
    }
    return 0;
}
