/* terminal.c: the edition as people read it in a terminal: its blocks, one after another. */
#include "write/terminal.h"

#include <stdio.h>
#include <string.h>

#include "base/width.h"
#include "write/screen.h"

enum { LONG_GAP = 30 }; /* minutes after which the rail has a longer way */

static bool is_type(cmark_node *node, cmark_node_type type)
{
    return node && cmark_node_get_type(node) == type;
}

/* ---- the theme's colour ---- */

static int digit(char c)
{
    return mirth_is_digit(c) ? c - '0' : c - 'a' + 10;
}

/* The nearest of a terminal's own colours, which suit its paper, be it dark or light. */
static int accent_of(const struct mirth_look *look)
{
    const char *colour = look->colours[MIRTH_LIGHT][MIRTH_ACCENT] + 1;
    int channels[3], most = 0, code = 30;
    for (int i = 0; i < 3; i++) {
        channels[i] = digit(colour[2 * i]) * 16 + digit(colour[2 * i + 1]);
        most = channels[i] > most ? channels[i] : most;
    }
    for (int i = 0; i < 3; i++)
        code += channels[i] * 2 > most ? 1 << i : 0;
    return code;
}

/* ---- margins ---- */

static void push(struct mirth_screen *s, const char *once, const char *rest, unsigned style)
{
    struct mirth_margin *m = &s->margins[s->depth];
    if (s->depth == MIRTH_MARGINS)
        return;
    *m = (struct mirth_margin){.rest = rest, .style = style};
    snprintf(m->once, sizeof m->once, "%s", once);
    m->cells = mirth_cells(mirth_slice_of(once));
    s->depth++;
}

/* The entry that begins on the node's line, or NULL. */
static const struct mirth_mark *event_at(const struct mirth_screen *s, cmark_node *node)
{
    size_t line = (size_t)cmark_node_get_start_line(node) + s->shift;
    size_t low = 0, high = s->sheet->mark_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (s->sheet->marks[middle].line < line)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < s->sheet->mark_count && s->sheet->marks[low].line == line; low++)
        if (s->sheet->marks[low].kind == MIRTH_MARK_EVENT)
            return &s->sheet->marks[low];
    return NULL;
}

static bool is_tight(cmark_node *item)
{
    return cmark_node_get_list_tight(cmark_node_parent(item));
}

/* A longer way on the rail, after a longer wait. */
static void put_way(struct mirth_screen *s)
{
    mirth_screen_margins(s);
    mirth_ink_say(s->out, "│", MIRTH_ACCENT_STYLE, &s->pen);
    mirth_screen_end(s);
}

/* Its box is its bullet; screen.c leaves it out of the words. */
static const char *task_of(cmark_node *item)
{
    cmark_node *text = cmark_node_first_child(item);
    const char *words = text ? cmark_node_get_literal(cmark_node_first_child(text)) : NULL;
    if (!words || words[0] != '[' || !words[1] || words[2] != ']' || words[3] != ' ')
        return NULL;
    return words[1] == ' ' ? "☐ " : "☑ ";
}

/* What stands before an item's words. */
static void put_bullet(struct mirth_screen *s, cmark_node *item, char *bullet, size_t room)
{
    cmark_node *list = cmark_node_parent(item);
    const char *task = task_of(item);
    snprintf(bullet, room, "%s", task ? task : "• ");
    if (cmark_node_get_list_type(list) != CMARK_ORDERED_LIST)
        return;
    if (!cmark_node_previous(item))
        s->numbers[s->depth] = cmark_node_get_list_start(list);
    snprintf(bullet, room, "%d. %s", s->numbers[s->depth]++, task ? task : "");
}

static void enter_item(struct mirth_screen *s, cmark_node *item)
{
    static const char spaces[] = "                    ";
    const struct mirth_mark *event = event_at(s, item);
    cmark_node *before = cmark_node_previous(item), *next = cmark_node_next(item);
    char bullet[20], entry[24];
    put_bullet(s, item, bullet, sizeof bullet);
    if (event) {
        bool plain = !strcmp(bullet, "• ");
        if (before && event_at(s, before) && (event->gap >= LONG_GAP || !is_tight(item)))
            put_way(s);
        snprintf(entry, sizeof entry, "● %s", plain ? "" : bullet);
        push(s, entry, next && event_at(s, next) ? "│ " : "  ", MIRTH_ACCENT_STYLE);
        return;
    }
    if (before && !is_tight(item))
        mirth_screen_gap(s);
    push(s, bullet, spaces + sizeof spaces - 1 - mirth_cells(mirth_slice_of(bullet)), 0);
}

/* ---- blocks ---- */

static void put_line(struct mirth_screen *s, const char *mark, size_t cells, unsigned style)
{
    mirth_screen_margins(s);
    for (size_t room = mirth_screen_room(s); cells && room; cells--, room--)
        mirth_ink_say(s->out, mark, style, &s->pen);
    mirth_screen_end(s);
}

static void leave_heading(struct mirth_screen *s, cmark_node *node)
{
    size_t cells = mirth_cells(mirth_buffer_slice(&s->ink.text));
    mirth_screen_flush(s);
    s->base = 0;
    if (cmark_node_get_heading_level(node) == 1)
        put_line(s, "━", cells, MIRTH_ACCENT_STYLE);
}

/* Code keeps its lines, however long: they are copied from here. */
static void put_code(struct mirth_screen *s, cmark_node *node)
{
    struct mirth_slice rest = mirth_slice_of(cmark_node_get_literal(node));
    while (rest.len) {
        const char *feed = memchr(rest.at, '\n', rest.len);
        size_t len = feed ? (size_t)(feed - rest.at) : rest.len;
        mirth_screen_margins(s);
        mirth_put_text(s->out, "    ");
        mirth_ink_put(&s->ink, mirth_slice(rest.at, len), MIRTH_CODE, NULL);
        mirth_ink_write(&s->ink, (struct mirth_inked_line){0, s->ink.text.len}, &s->pen, s->out);
        mirth_ink_clear(&s->ink);
        mirth_screen_end(s);
        rest = mirth_slice(rest.at + len + (feed != NULL), rest.len - len - (feed != NULL));
    }
}

static void put_html(struct mirth_screen *s, cmark_node *node)
{
    mirth_screen_html(s, mirth_slice_of(cmark_node_get_literal(node)));
    if (!s->ink.text.len)
        return;
    mirth_screen_gap(s);
    mirth_screen_flush(s);
}

/* The first block of an item stands behind its bullet, and a tight item's blocks together. */
static void set_off(struct mirth_screen *s, cmark_node *node)
{
    cmark_node *parent = cmark_node_parent(node);
    if (is_type(parent, CMARK_NODE_ITEM) && (!cmark_node_previous(node) || is_tight(parent)))
        return;
    if (!is_type(parent, CMARK_NODE_BLOCK_QUOTE) || cmark_node_previous(node))
        mirth_screen_gap(s);
}

static void enter_paragraph(struct mirth_screen *s, cmark_node *node)
{
    set_off(s, node);
    if (is_type(cmark_node_parent(node), CMARK_NODE_DOCUMENT) && event_at(s, node))
        push(s, "● ", "  ", MIRTH_ACCENT_STYLE);
}

static void enter_heading(struct mirth_screen *s, cmark_node *node)
{
    bool large = cmark_node_get_heading_level(node) <= 2;
    set_off(s, node);
    if (large && s->begun && s->depth == 0)
        mirth_screen_end(s);
    s->base = MIRTH_BOLD | MIRTH_ACCENT_STYLE;
}

static void enter(struct mirth_screen *s, cmark_node *node)
{
    cmark_node_set_user_data(node, &s->margins[s->depth]);
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
        set_off(s, node);
        push(s, "│ ", "│ ", MIRTH_FAINT);
        break;
    case CMARK_NODE_LIST: set_off(s, node); break;
    case CMARK_NODE_ITEM: enter_item(s, node); break;
    case CMARK_NODE_PARAGRAPH: enter_paragraph(s, node); break;
    case CMARK_NODE_HEADING: enter_heading(s, node); break;
    case CMARK_NODE_CODE_BLOCK:
        set_off(s, node);
        put_code(s, node);
        break;
    case CMARK_NODE_HTML_BLOCK: put_html(s, node); break;
    case CMARK_NODE_THEMATIC_BREAK:
        set_off(s, node);
        put_line(s, "─", 24, MIRTH_FAINT);
        break;
    default: mirth_screen_inline(s, node, true);
    }
}

static void leave(struct mirth_screen *s, cmark_node *node)
{
    if (cmark_node_get_type(node) > CMARK_NODE_LAST_BLOCK) {
        mirth_screen_inline(s, node, false);
        return;
    }
    if (is_type(node, CMARK_NODE_HEADING))
        leave_heading(s, node);
    else if (is_type(node, CMARK_NODE_PARAGRAPH))
        mirth_screen_flush(s);
    if (is_type(node, CMARK_NODE_ITEM) && s->depth && !s->margins[s->depth - 1].used) {
        mirth_screen_margins(s); /* an empty one */
        mirth_screen_end(s);
    }
    s->depth = (size_t)((struct mirth_margin *)cmark_node_get_user_data(node) - s->margins);
}

static bool walk(struct mirth_screen *s, cmark_node *document)
{
    cmark_iter *iter = cmark_iter_new(document);
    cmark_event_type event;
    bool ok = iter != NULL;
    while (ok && (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        if (is_type(node, CMARK_NODE_DOCUMENT))
            continue;
        if (event == CMARK_EVENT_EXIT) {
            leave(s, node);
        } else if (s->grid < s->grids.count && s->grids.at[s->grid].paragraph == node) {
            set_off(s, node);
            ok = mirth_screen_grid(s);
            cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
        } else {
            enter(s, node);
        }
        ok = ok && !s->out->spent && !s->pool.spent && !s->ink.text.spent;
    }
    cmark_iter_free(iter);
    return ok;
}

/* Front matter is for programs. */
static struct mirth_slice skip_front(struct mirth_slice s, size_t *lines)
{
    struct mirth_slice rest = s, line;
    size_t n = 1;
    if (s.len > 2 && !memcmp(s.at, "\xef\xbb\xbf", 3))
        s = rest = mirth_slice(s.at + 3, s.len - 3);
    if (!mirth_cut(&rest, '\n', &line) || !mirth_same_text(line, "---"))
        return s;
    while (rest.len) {
        mirth_cut(&rest, '\n', &line);
        n++;
        if (mirth_same_text(line, "---") || mirth_same_text(line, "...")) {
            *lines = n;
            return rest;
        }
    }
    return s;
}

bool mirth_write_terminal(const struct mirth_sheet *sheet, size_t width, bool colour,
                          struct mirth_buffer *out)
{
    struct mirth_screen s = {.sheet = sheet, .out = out};
    struct mirth_slice source = skip_front(sheet->markdown, &s.shift);
    cmark_node *document = cmark_parse_document(source.at, source.len, CMARK_OPT_VALIDATE_UTF8);
    bool ok = document && mirth_grids_find(&s.grids, &s.pool, document, source);
    s.pen = (struct mirth_pen){width, colour, accent_of(&sheet->look)};
    s.ink.pool = &s.pool;
    if (ok && s.grids.cells)
        s.cell = cmark_node_first_child(s.grids.cells);
    ok = ok && walk(&s, document);
    if (s.grids.cells)
        cmark_node_free(s.grids.cells);
    if (document)
        cmark_node_free(document);
    mirth_buffer_free(&s.ink.text);
    mirth_pool_free(&s.pool);
    return ok;
}
