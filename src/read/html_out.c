/* html_out.c: blocks, lists and text of Markdown, as the HTML reader asks for them. */
#include "read/html_out.h"

#include <string.h>

#include "read/plain_lines.h"

static struct mirth_html_list *list_at(struct mirth_html_out *o, size_t depth)
{
    return &o->lists[(depth < MIRTH_HTML_LISTS ? depth : MIRTH_HTML_LISTS) - 1];
}

void mirth_html_open_list(struct mirth_html_out *o, bool ordered, size_t start)
{
    mirth_html_block(o);
    o->depth++;
    if (o->depth <= MIRTH_HTML_LISTS)
        *list_at(o, o->depth) = (struct mirth_html_list){.ordered = ordered, .next = start};
    o->item = true; /* even without an <li> */
}

void mirth_html_close_list(struct mirth_html_out *o)
{
    mirth_html_block(o);
    o->depth -= o->depth > 0;
    o->item = false;
}

void mirth_html_block(struct mirth_html_out *o)
{
    if (o->at == &o->cell) {
        mirth_draft_text(o->at, mirth_slice(" ", 1));
        return;
    }
    mirth_html_unmark(o);
    o->fresh = true;
    o->breaks = 0;
}

static size_t put_number(char *mark, size_t number)
{
    char digits[20];
    size_t n = 0, len = 0;
    do
        digits[n++] = (char)('0' + number % 10);
    while ((number /= 10) && n < 9);
    while (n)
        mark[len++] = digits[--n];
    mark[len++] = '.';
    return len;
}

void mirth_html_end_lists(struct mirth_html_out *o)
{
    for (size_t i = 0; i < MIRTH_HTML_LISTS; i++)
        o->lists[i].begun = false;
}

/* How far the lists around indent a line. */
static size_t indent_of(struct mirth_html_out *o, size_t depth)
{
    size_t indent = 0;
    if (depth > MIRTH_HTML_LISTS)
        depth = MIRTH_HTML_LISTS;
    for (size_t i = 0; i < depth; i++)
        indent += o->lists[i].begun ? o->lists[i].width : 0;
    return indent;
}

void mirth_html_line(struct mirth_html_out *o, size_t origin, size_t indent, const char *mark)
{
    char front[MIRTH_HTML_LISTS * 12 + 16];
    size_t n = 0, len = strlen(mark);
    if (o->quotes) {
        memcpy(front, "> ", 2);
        n = 2;
    }
    memset(front + n, ' ', indent);
    n += indent;
    memcpy(front + n, mark, len + 1);
    mirth_draft_line(o->draft, origin, front);
}

static void begin_item(struct mirth_html_out *o, size_t origin)
{
    char mark[16] = "-";
    size_t depth = o->depth ? o->depth : 1, indent, len = 1, ordinal = 1;
    struct mirth_html_list *list = list_at(o, depth);
    bool first;
    if (!o->depth) /* an <li> without a list */
        list->ordered = false;
    indent = indent_of(o, depth < MIRTH_HTML_LISTS ? depth - 1 : MIRTH_HTML_LISTS - 1);
    if (list->ordered)
        len = put_number(mark, ordinal = list->next++);
    mark[len++] = ' ';
    mark[len] = '\0';
    first = !o->depth || !(list->begun || indent);
    mirth_draft_part(o->draft);
    o->draft->loose &= first || (ordinal != 1 && !list->begun);
    list->begun = o->depth > 0;
    list->width = len;
    mirth_html_line(o, origin, indent, mark);
}

static void begin_block(struct mirth_html_out *o, size_t origin)
{
    static const char *const headings[] = {"", "# ", "## ", "### ", "#### ", "##### ", "###### "};
    bool item = o->item && !o->level;
    o->fresh = false;
    o->breaks = 0;
    if (item) {
        begin_item(o, origin);
    } else {
        if (o->level)
            mirth_html_end_lists(o);
        mirth_draft_part(o->draft);
        mirth_html_line(o, origin, o->level ? 0 : indent_of(o, o->depth), headings[o->level]);
        o->draft->begun = o->level > 0;
    }
    o->item = o->item && o->level;
}

/* A line break inside a block; two are a new block. */
static void break_line(struct mirth_html_out *o, size_t origin)
{
    size_t breaks = o->breaks;
    o->breaks = 0;
    if (o->at == &o->cell || o->level) {
        mirth_draft_text(o->at, mirth_slice(" ", 1));
        return;
    }
    mirth_html_unmark(o);
    if (breaks > 1) {
        begin_block(o, origin);
        return;
    }
    mirth_put_char(&o->draft->out, '\\');
    mirth_html_line(o, origin, indent_of(o, o->depth), "");
}

/* Before anything that shows. */
static void arrive(struct mirth_html_out *o, size_t origin)
{
    if (o->tables && !o->in_cell)
        mirth_html_open_cell(o, origin);
    if (o->at == o->draft && o->fresh)
        begin_block(o, origin);
    else if (o->breaks)
        break_line(o, origin);
}

static void put_code(struct mirth_html_out *o, struct mirth_slice text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (mirth_is_space(text.at[i])) {
            o->at->space = true;
            continue;
        }
        mirth_draft_open(o->at, mirth_slice(text.at + i, 1));
    }
}

/* A line end is a space in HTML. Many pages have an entry or a label a line all the same, and in
 * Markdown a line end is no more than a space either: there it stays. */
static void wrap(struct mirth_html_out *o, struct mirth_slice next, size_t origin)
{
    bool upper = !mirth_is_lower(next.at[0]);
    bool stays = o->wrapped && upper && (o->stood_alone || mirth_plain_begins(next));
    o->wrapped = false;
    if (!stays || o->at != o->draft || o->level || o->wanted[MIRTH_MARK_CODE] || !o->draft->begun)
        return;
    if (!o->actual[MIRTH_MARK_LINK])
        mirth_html_unmark(o);
    mirth_html_line(o, origin, indent_of(o, o->depth), "");
}

/* The part of a line that is in one element; it begins with no space. */
static void put_piece(struct mirth_html_out *o, struct mirth_slice text, size_t origin)
{
    o->wrapped &= !o->fresh && !o->breaks;
    arrive(o, origin);
    wrap(o, text, origin);
    mirth_html_mark(o, text);
    if (o->actual[MIRTH_MARK_CODE])
        put_code(o, text);
    else
        mirth_draft_text(o->at, text);
    o->stood_alone = mirth_plain_stands_alone(text);
}

void mirth_html_text(struct mirth_html_out *o, struct mirth_slice text, size_t origin)
{
    while (text.len) {
        size_t skip = 0, len = 0;
        for (; skip < text.len && mirth_is_space(text.at[skip]); skip++) {
            origin += text.at[skip] == '\n';
            o->wrapped |= text.at[skip] == '\n';
        }
        if (skip && !o->fresh && !o->breaks)
            mirth_draft_text(o->at, mirth_slice(" ", 1));
        text = mirth_slice(text.at + skip, text.len - skip);
        while (len < text.len && text.at[len] != '\n')
            len++;
        if (len)
            put_piece(o, mirth_slice(text.at, len), origin);
        text = mirth_slice(text.at + len, text.len - len);
    }
}

void mirth_html_image(struct mirth_html_out *o, struct mirth_slice alt, struct mirth_slice address,
                      size_t origin)
{
    arrive(o, origin);
    mirth_html_mark(o, mirth_slice("!", 1));
    mirth_draft_open(o->at, mirth_slice("![", 2));
    mirth_draft_text(o->at, mirth_trim(alt));
    mirth_draft_close(o->at, mirth_slice("]", 1));
    o->at->space = false;
    mirth_html_address(o->at, address);
}

void mirth_html_rule(struct mirth_html_out *o, size_t origin)
{
    mirth_html_block(o);
    if (o->tables)
        return;
    mirth_draft_part(o->draft);
    mirth_html_line(o, origin, indent_of(o, o->depth), "---");
    mirth_draft_part(o->draft);
}

void mirth_html_code(struct mirth_html_out *o, struct mirth_slice code, size_t origin)
{
    const char *fence = "```";
    struct mirth_slice line;
    size_t indent = indent_of(o, o->depth);
    if (o->tables) {
        mirth_html_text(o, code, origin);
        return;
    }
    for (size_t i = 0; i + 2 < code.len; i++)
        if (!memcmp(code.at + i, "```", 3))
            fence = "~~~~~~~~";
    mirth_html_block(o);
    mirth_draft_part(o->draft);
    mirth_html_line(o, origin, indent, fence);
    while (code.len) {
        const char *end = memchr(code.at, '\n', code.len);
        size_t len = end ? (size_t)(end - code.at) : code.len;
        line = mirth_slice(code.at, len);
        mirth_html_line(o, origin++, indent, "");
        mirth_put_slice(&o->draft->out, line);
        len += end != NULL;
        code = mirth_slice(code.at + len, code.len - len);
    }
    mirth_html_line(o, origin, indent, fence);
    mirth_draft_part(o->draft);
}
