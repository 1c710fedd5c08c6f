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

size_t mirth_dot(struct mirth_slice s)
{
    static const char dots[][4] = {"\xe2\x80\xa2", "\xe2\x97\x8f", "\xe2\x97\x8b",
                                   "\xe2\x97\xa6", "\xe2\x96\xaa", "\xe2\x96\xa0",
                                   "\xe2\x80\xa3", "\xe2\x81\x83", "\xef\x82\xb7"};
    for (size_t i = 0; i < sizeof dots / sizeof *dots; i++)
        if (s.len > 3 && !memcmp(s.at, dots[i], 3))
            return 3;
    return 0;
}

size_t mirth_bullet(struct mirth_slice s)
{
    /* What people begin an entry with. Dots may touch the text, the rest needs a space: a word
     * may begin with a dash. */
    static const char rest[][4] = {"->",           "=>",           "\xe2\x80\x94", "\xe2\x80\x93",
                                   "\xe2\x86\x92", "\xe2\x9e\xa4", "\xc2\xb7"};
    for (size_t i = 0; i < sizeof rest / sizeof *rest; i++) {
        size_t len = strlen(rest[i]);
        if (s.len > len && !memcmp(s.at, rest[i], len) && mirth_is_space(s.at[len]))
            return len;
    }
    return mirth_dot(s);
}

/* A dash also stands between two words, where a line was wrapped: it begins an item only at the
 * beginning of a block, after another item, or after a colon. */
static bool begins_item(const struct mirth_story *story, const struct mirth_row *row)
{
    const struct mirth_row *before = row - 1;
    const char *s = story->source + row->text.at;
    bool dash = !memcmp(s, "\xe2\x80\x93", 3) || !memcmp(s, "\xe2\x80\x94", 3);
    if (row->first || !dash)
        return true;
    s = story->source + before->text.at;
    return before->item || (before->text.len && s[before->text.len - 1] == ':');
}

static void cut_front(const struct mirth_story *story, struct mirth_row *row, size_t len)
{
    const char *s = story->source + row->text.at;
    while (len < row->text.len && mirth_is_space(s[len]))
        len++;
    row->text.at += len;
    row->text.len -= len;
}

static bool take_item(const struct mirth_story *story, struct mirth_row *row, size_t mark)
{
    if (!begins_item(story, row))
        return false;
    cut_front(story, row, mark);
    row->depth = (uint8_t)(row->depth + !row->item);
    row->first = row->item = true;
    return true;
}

bool mirth_row_loosen(const struct mirth_story *story, struct mirth_row *row)
{
    struct mirth_slice s = {story->source + row->text.at, row->text.len};
    size_t mark;
    if (row->block != MIRTH_PARAGRAPH || !s.len)
        return false;
    if ((mark = mirth_bullet(s)) && mark < s.len)
        return take_item(story, row, mark);
    if (row->html && s.len > 2 && strchr("-*+", s.at[0]) && mirth_is_space(s.at[1]))
        return take_item(story, row, 1);
    if (row->depth || !(mark = heading_mark(s, row->html)))
        return false;
    cut_front(story, row, mark);
    row->first = true;
    row->block = MIRTH_HEADING;
    row->level = (uint8_t)mark;
    return true;
}
