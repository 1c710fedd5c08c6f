/* html_word.c: lists as word processors export them: paragraphs with a bullet in their text. */
#include "read/html_word.h"

#include <string.h>

/* `mso-list:l0 level2 lfo1` */
static size_t level_of(const char *style)
{
    const char *level = style ? strstr(style, "mso-list:") : NULL;
    level = level ? strstr(level, "level") : NULL;
    return level && level[5] >= '1' && level[5] <= '9' ? (size_t)(level[5] - '0') : 1;
}

static void set_depth(struct mirth_word *w, struct mirth_html_out *out, size_t depth)
{
    while (out->depth > depth)
        mirth_html_close_list(out);
    while (out->depth < depth)
        mirth_html_open_list(out, false, 1);
    w->listing = depth > 0;
}

void mirth_word_paragraph(struct mirth_word *w, struct mirth_html_out *out, const char *class,
                          const char *style)
{
    w->item = class && strstr(class, "MsoListParagraph") && (w->listing || !out->depth);
    w->waiting = w->item;
    if (!w->item && w->listing)
        set_depth(w, out, 0);
    if (!w->item)
        return;
    mirth_html_block(out);
    set_depth(w, out, level_of(style));
    out->item = true;
}

bool mirth_word_mark(struct mirth_word *w, struct mirth_html_out *out, struct mirth_slice text)
{
    static const char *const bullets[] = {"\xc2\xb7",     "o", "\xc2\xa7",
                                          "\xe2\x80\xa2", "-", "\xef\x82\xb7"};
    struct mirth_slice s = mirth_trim(text);
    struct mirth_html_list *list;
    size_t number = 0, digits = 0;
    if (!w->waiting || !s.len)
        return false;
    w->waiting = false;
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
        if (mirth_same_text(s, bullets[i]))
            return true;
    for (; digits < s.len && digits < 6 && mirth_is_digit(s.at[digits]); digits++)
        number = number * 10 + (size_t)(s.at[digits] - '0');
    if (!number || digits + 1 != s.len || !strchr(".)", s.at[digits]))
        return false;
    if (!out->depth || out->depth > MIRTH_HTML_LISTS)
        return false;
    list = &out->lists[out->depth - 1];
    list->begun &= list->ordered; /* a numbered list after a bulleted one is another */
    list->ordered = true;
    list->next = number;
    return true;
}
