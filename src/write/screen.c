/* screen.c: a terminal's page on its way: margins, blank lines, and the words of a block. */
#include "write/screen.h"

#include <string.h>

#include "base/width.h"
#include "understand/words.h"

/* ---- lines ---- */

void mirth_screen_margins(struct mirth_screen *s)
{
    for (size_t i = 0; i < s->depth; i++) {
        struct mirth_margin *m = &s->margins[i];
        mirth_ink_say(s->out, m->used ? m->rest : m->once, m->style, &s->pen);
        m->used = true;
    }
}

/* However deep it is in, a word or two have room. */
size_t mirth_screen_room(const struct mirth_screen *s)
{
    size_t used = 0;
    for (size_t i = 0; i < s->depth; i++)
        used += s->margins[i].cells;
    return used + 12 < s->pen.width ? s->pen.width - used : 12;
}

void mirth_screen_end(struct mirth_screen *s)
{
    while (s->out->len && s->out->at[s->out->len - 1] == ' ')
        s->out->len--;
    mirth_put_char(s->out, '\n');
    s->begun = true;
}

/* The margins of what is still open go on through the blank line. */
void mirth_screen_gap(struct mirth_screen *s)
{
    size_t depth = s->depth;
    if (!s->begun)
        return;
    while (s->depth && !s->margins[s->depth - 1].used)
        s->depth--;
    mirth_screen_margins(s);
    mirth_screen_end(s);
    s->depth = depth;
}

void mirth_screen_flush(struct mirth_screen *s)
{
    size_t count;
    struct mirth_inked_line *lines = mirth_ink_lines(&s->ink, mirth_screen_room(s), &count);
    for (size_t i = 0; i < count; i++) {
        mirth_screen_margins(s);
        mirth_ink_write(&s->ink, lines[i], &s->pen, s->out);
        mirth_screen_end(s);
    }
    mirth_ink_clear(&s->ink);
}

/* ---- words ---- */

static unsigned style_of(const struct mirth_screen *s)
{
    return s->base | (s->bold ? MIRTH_BOLD : 0u) | (s->italic ? MIRTH_ITALIC : 0u) |
           (s->image ? MIRTH_ITALIC | MIRTH_FAINT : 0u) | (s->url ? MIRTH_LINKED : 0u);
}

static void put(struct mirth_screen *s, struct mirth_slice words, unsigned more)
{
    mirth_ink_put(&s->ink, words, style_of(s) | more, s->url);
}

/* Without the "[ ] " at the start of an item: that is its bullet. */
static void put_text(struct mirth_screen *s, cmark_node *node)
{
    struct mirth_slice words = mirth_slice_of(cmark_node_get_literal(node));
    cmark_node *parent = cmark_node_parent(node);
    bool item = cmark_node_get_type(cmark_node_parent(parent)) == CMARK_NODE_ITEM &&
                !cmark_node_previous(node) && !cmark_node_previous(parent);
    if (item && words.len > 3 && words.at[0] == '[' && words.at[2] == ']' && words.at[3] == ' ')
        words = mirth_slice(words.at + 4, words.len - 4);
    put(s, words, 0);
}

/* Where a terminal cannot be told the address, it is said, unless the words said it already. */
static void leave_link(struct mirth_screen *s)
{
    struct mirth_slice url = mirth_slice_of(s->url);
    struct mirth_slice text = mirth_buffer_slice(&s->ink.text);
    bool said = text.len >= url.len && !memcmp(text.at + text.len - url.len, url.at, url.len);
    s->url = NULL;
    if (s->pen.colour || said || !url.len || url.at[0] == '#')
        return;
    put(s, mirth_slice_of(" ("), 0);
    put(s, url, 0);
    put(s, mirth_slice_of(")"), 0);
}

static void enter_image(struct mirth_screen *s)
{
    s->image++;
    put(s, mirth_slice_of("▣ "), 0);
}

static void take_html(struct mirth_screen *s, struct mirth_slice tag)
{
    if (tag.len > 3 && mirth_one_of(mirth_slice_of("<br|<hr"), mirth_slice(tag.at, 3)))
        put(s, mirth_slice_of("\n"), 0);
}

void mirth_screen_inline(struct mirth_screen *s, cmark_node *node, bool enters)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT: put_text(s, node); break;
    case CMARK_NODE_CODE: put(s, mirth_slice_of(cmark_node_get_literal(node)), MIRTH_CODE); break;
    case CMARK_NODE_SOFTBREAK: put(s, mirth_slice_of(" "), 0); break;
    case CMARK_NODE_LINEBREAK: put(s, mirth_slice_of("\n"), 0); break;
    case CMARK_NODE_HTML_INLINE: take_html(s, mirth_slice_of(cmark_node_get_literal(node))); break;
    case CMARK_NODE_STRONG: s->bold += enters ? 1u : -1u; break;
    case CMARK_NODE_EMPH: s->italic += enters ? 1u : -1u; break;
    case CMARK_NODE_IMAGE:
        if (enters)
            enter_image(s);
        else
            s->image--;
        break;
    case CMARK_NODE_LINK:
        if (enters)
            s->url = cmark_node_get_url(node);
        else if (s->url)
            leave_link(s);
        break;
    default: break;
    }
}

/* Tags go, references become characters, comments go as a whole. */
void mirth_screen_html(struct mirth_screen *s, struct mirth_slice html)
{
    struct mirth_buffer words = {0};
    while (html.len) {
        bool comment = html.len > 3 && !memcmp(html.at, "<!--", 4);
        const char *end = html.at[0] == '<'   ? memchr(html.at, '>', html.len)
                          : html.at[0] == '&' ? memchr(html.at, ';', html.len < 12 ? html.len : 12)
                                              : NULL;
        size_t used = end ? (size_t)(end - html.at) + 1 : 1;
        while (comment && used < html.len && memcmp(html.at + used - 3, "-->", 3) != 0)
            used++;
        if (end && html.at[0] == '&')
            mirth_plain_words(mirth_slice(html.at, used), &words);
        else if (!end || html.at[0] != '<')
            mirth_put(&words, html.at, 1);
        html = mirth_slice(html.at + used, html.len - used);
    }
    put(s, mirth_trim(mirth_buffer_slice(&words)), 0);
    s->pool.spent |= words.spent;
    mirth_buffer_free(&words);
}
