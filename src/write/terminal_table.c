/* terminal_table.c: a pipe table as aligned columns, or where they have no room one cell a line */
#include "base/width.h"
#include "write/screen.h"

enum { GAP = 2, LEAST = 8 };

struct cell {
    struct mirth_inked ink;
    size_t cells; /* on its longest line */
};

struct sheet {
    struct mirth_screen *s;
    const struct mirth_grid *grid;
    struct cell *cells; /* row by row, the header first */
    size_t *widths;
    size_t rows;
};

static void read_cell(struct mirth_screen *s, struct cell *cell, bool head)
{
    cmark_iter *iter = cmark_iter_new(s->cell);
    struct mirth_inked ink = s->ink;
    size_t count = 0;
    struct mirth_inked_line *lines;
    s->ink = (struct mirth_inked){.pool = &s->pool};
    s->base = head ? MIRTH_BOLD : 0;
    for (cmark_event_type e; iter && (e = cmark_iter_next(iter)) != CMARK_EVENT_DONE;)
        mirth_screen_inline(s, cmark_iter_get_node(iter), e == CMARK_EVENT_ENTER);
    cmark_iter_free(iter);
    s->base = 0;
    cell->ink = s->ink;
    s->ink = ink;
    lines = mirth_ink_lines(&cell->ink, SIZE_MAX / 2, &count);
    for (size_t i = 0; i < count; i++) {
        size_t cells =
            mirth_cells(mirth_slice(cell->ink.text.at + lines[i].at, lines[i].end - lines[i].at));
        cell->cells = cells > cell->cells ? cells : cell->cells;
    }
    s->cell = cmark_node_next(s->cell);
}

static bool at_row_end(const struct mirth_screen *s)
{
    cmark_node *text = s->cell ? cmark_node_first_child(s->cell) : NULL;
    const char *words = text ? cmark_node_get_literal(text) : NULL;
    return !s->cell || (words && words[0] == MIRTH_ROW_END[0]);
}

static void read_rows(struct sheet *t)
{
    size_t columns = t->grid->columns;
    for (size_t row = 0; row < t->rows; row++) {
        for (size_t i = 0; i < columns && !at_row_end(t->s); i++) {
            struct cell *cell = &t->cells[row * columns + i];
            read_cell(t->s, cell, row == 0);
            t->widths[i] = cell->cells > t->widths[i] ? cell->cells : t->widths[i];
        }
        if (t->s->cell)
            t->s->cell = cmark_node_next(t->s->cell);
    }
}

static size_t total(const struct sheet *t)
{
    size_t sum = GAP * (t->grid->columns - 1);
    for (size_t i = 0; i < t->grid->columns; i++)
        sum += t->widths[i];
    return sum;
}

/* Takes from the widest columns until all fit; false where they cannot. */
static bool shrink(struct sheet *t, size_t room)
{
    size_t columns = t->grid->columns, over = total(t);
    if (columns > room / (LEAST + GAP))
        return over <= room;
    for (over = over > room ? over - room : 0; over;) {
        size_t widest = 0, second = 0, cut;
        for (size_t i = 1; i < columns; i++)
            if (t->widths[i] > t->widths[widest])
                widest = i;
        for (size_t i = 0; i < columns; i++)
            if (i != widest && t->widths[i] > second)
                second = t->widths[i];
        cut = t->widths[widest] > second ? t->widths[widest] - second : 1;
        cut = cut > over ? over : cut;
        t->widths[widest] -= cut;
        over -= cut;
    }
    return true;
}

static void put_spaces(struct mirth_buffer *out, size_t count)
{
    for (; count; count--)
        mirth_put_char(out, ' ');
}

/* Spaces before a line of that many cells in a column, by the table's rule. */
static size_t lead_of(char align, size_t width, size_t cells)
{
    size_t left = width > cells ? width - cells : 0;
    return align == 'r' ? left : align == 'c' ? left / 2 : 0;
}

static void put_row(struct sheet *t, struct cell *row)
{
    size_t columns = t->grid->columns, high = 0;
    struct mirth_screen *s = t->s;
    struct mirth_inked_line **lines = mirth_pool_array(&s->pool, columns, sizeof *lines);
    size_t *counts = mirth_pool_array(&s->pool, columns, sizeof *counts);
    for (size_t i = 0; lines && counts && i < columns; i++) {
        lines[i] = row[i].ink.pool ? mirth_ink_lines(&row[i].ink, t->widths[i], &counts[i]) : NULL;
        high = counts[i] > high ? counts[i] : high;
    }
    for (size_t line = 0; line < high; line++) {
        mirth_screen_margins(s);
        for (size_t i = 0; i < columns; i++) {
            struct mirth_buffer text = {0};
            size_t cells =
                line < counts[i] ? mirth_ink_write(&row[i].ink, lines[i][line], &s->pen, &text) : 0;
            size_t lead = lead_of(t->grid->aligns[i], t->widths[i], cells);
            put_spaces(s->out, lead);
            mirth_put_slice(s->out, mirth_buffer_slice(&text));
            if (i + 1 < columns)
                put_spaces(s->out, t->widths[i] - cells - lead + GAP);
            mirth_buffer_free(&text);
        }
        mirth_screen_end(s);
    }
}

static void put_rule(struct sheet *t)
{
    mirth_screen_margins(t->s);
    for (size_t i = 0; i < t->grid->columns; i++) {
        for (size_t k = 0; k < t->widths[i]; k++)
            mirth_ink_say(t->s->out, "─", 0, &t->s->pen);
        if (i + 1 < t->grid->columns)
            put_spaces(t->s->out, GAP);
    }
    mirth_screen_end(t->s);
}

/* One cell a line, behind its header; a blank line between rows. */
static void put_stacked(struct sheet *t)
{
    size_t columns = t->grid->columns;
    for (size_t row = 1; row < t->rows; row++) {
        if (row > 1)
            mirth_screen_gap(t->s);
        for (size_t i = 0; i < columns; i++) {
            struct mirth_inked *head = &t->cells[i].ink, *cell = &t->cells[row * columns + i].ink;
            struct mirth_inked ink = t->s->ink;
            if (!cell->pool || !cell->text.len)
                continue;
            t->s->ink = *cell;
            if (head->text.len && !t->grid->headless) {
                mirth_screen_margins(t->s);
                mirth_ink_write(head, (struct mirth_inked_line){0, head->text.len}, &t->s->pen,
                                t->s->out);
                mirth_put_char(t->s->out, ':');
                mirth_screen_end(t->s);
            }
            mirth_screen_flush(t->s);
            *cell = t->s->ink;
            t->s->ink = ink;
        }
    }
}

static void free_cells(struct sheet *t)
{
    for (size_t i = 0; t->cells && i < t->rows * t->grid->columns; i++)
        mirth_buffer_free(&t->cells[i].ink.text);
}

bool mirth_screen_grid(struct mirth_screen *s)
{
    const struct mirth_grid *grid = &s->grids.at[s->grid++];
    struct sheet t = {.s = s, .grid = grid, .rows = grid->rows + 1};
    if (grid->lead) {
        struct cell lead = {.cells = 0};
        read_cell(s, &lead, false);
        mirth_buffer_free(&s->ink.text);
        s->ink = lead.ink;
        mirth_screen_flush(s);
    }
    t.cells = mirth_pool_array(&s->pool, t.rows * grid->columns, sizeof *t.cells);
    t.widths = mirth_pool_array(&s->pool, grid->columns, sizeof *t.widths);
    if (!t.cells || !t.widths)
        return false;
    read_rows(&t);
    if (shrink(&t, mirth_screen_room(s))) {
        if (!grid->headless) {
            put_row(&t, t.cells);
            put_rule(&t);
        }
        for (size_t row = 1; row < t.rows; row++)
            put_row(&t, &t.cells[row * grid->columns]);
    } else {
        put_stacked(&t);
    }
    free_cells(&t);
    return !s->pool.spent;
}
