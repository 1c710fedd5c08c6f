/* html_table.c: tables of HTML become pipe tables. */
#include <string.h>

#include "read/html_out.h"

void mirth_html_open_table(struct mirth_html_out *o)
{
    mirth_html_block(o);
    if (o->tables++)
        return; /* one inside a cell is that cell's text */
    o->cells.len = 0;
    o->cell_count = o->rows = 0;
    o->captioned = false;
}

/* A caption that does not stand first is one more row. */
void mirth_html_open_caption(struct mirth_html_out *o, size_t origin)
{
    bool first = o->tables == 1 && !o->cell_count;
    mirth_html_open_row(o);
    mirth_html_open_cell(o, origin);
    o->captioned |= first;
}

void mirth_html_open_row(struct mirth_html_out *o)
{
    if (o->tables != 1)
        return;
    mirth_html_close_cell(o);
    o->rows++;
}

void mirth_html_open_cell(struct mirth_html_out *o, size_t origin)
{
    struct mirth_html_cell *cell;
    if (!o->tables || (o->tables > 1 && o->in_cell)) {
        mirth_html_block(o);
        return;
    }
    mirth_html_close_cell(o);
    o->cell.pool = o->draft->pool;
    o->cell.out.len = 0;
    o->cell.begun = o->cell.space = o->fresh = o->item = false;
    o->breaks = 0;
    if (!mirth_pool_grow(o->draft->pool, (void **)&o->table, o->cell_count, &o->cell_room,
                         sizeof *o->table))
        return;
    cell = &o->table[o->cell_count++];
    *cell = (struct mirth_html_cell){.row = o->rows, .origin = origin};
    o->at = &o->cell;
    o->in_cell = true;
}

void mirth_html_close_cell(struct mirth_html_out *o)
{
    struct mirth_slice text;
    struct mirth_html_cell *cell;
    if (o->tables != 1 || !o->in_cell)
        return;
    mirth_html_unmark(o);
    text = mirth_trim(mirth_buffer_slice(&o->cell.out));
    cell = &o->table[o->cell_count - 1];
    cell->at = o->cells.len;
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '|')
            mirth_put_char(&o->cells, '\\');
        mirth_put_char(&o->cells, text.at[i]);
    }
    cell->len = o->cells.len - cell->at;
    o->at = o->draft;
    o->in_cell = false;
}

static size_t row_end(const struct mirth_html_out *o, size_t first)
{
    size_t end = first;
    while (end < o->cell_count && o->table[end].row == o->table[first].row)
        end++;
    return end;
}

static size_t count_columns(const struct mirth_html_out *o)
{
    size_t most = 0, end;
    for (size_t i = 0; i < o->cell_count; i = end) {
        end = row_end(o, i);
        if (end - i > most)
            most = end - i;
    }
    return most;
}

/* No block begins in a cell: `\-` needs no backslash there. */
static void put_cell(struct mirth_html_out *o, const struct mirth_html_cell *cell)
{
    mirth_put_char(&o->draft->out, ' ');
    if (cell && cell->len) {
        const char *text = o->cells.at + cell->at;
        size_t skip = cell->len > 1 && text[0] == '\\' && strchr("-+#>=", text[1]);
        mirth_put(&o->draft->out, text + skip, cell->len - skip);
        mirth_put_char(&o->draft->out, ' ');
    }
    mirth_put_char(&o->draft->out, '|');
}

/* The first row is the header, which has to have all columns; the others end where they end. */
static void put_grid(struct mirth_html_out *o, size_t first, size_t columns)
{
    size_t end;
    mirth_draft_part(o->draft);
    for (size_t i = first; i < o->cell_count; i = end) {
        size_t origin = o->table[i].origin;
        end = row_end(o, i);
        mirth_html_line(o, origin, 0, "|");
        for (size_t k = i; k < end; k++)
            put_cell(o, &o->table[k]);
        if (i > first)
            continue;
        for (size_t k = end; k < columns; k++)
            put_cell(o, NULL);
        mirth_html_line(o, origin, 0, "|");
        for (size_t k = 0; k < columns; k++)
            mirth_put_text(&o->draft->out, " --- |");
    }
}

static void put_paragraphs(struct mirth_html_out *o, size_t end)
{
    for (size_t i = 0; i < end; i++) {
        const struct mirth_html_cell *cell = &o->table[i];
        if (!cell->len)
            continue;
        mirth_draft_part(o->draft);
        mirth_html_line(o, cell->origin, 0, "");
        mirth_put(&o->draft->out, o->cells.at + cell->at, cell->len);
    }
}

void mirth_html_close_table(struct mirth_html_out *o)
{
    size_t columns, first;
    if (!o->tables)
        return;
    mirth_html_close_cell(o);
    if (--o->tables) {
        mirth_html_block(o);
        return;
    }
    columns = count_columns(o);
    mirth_html_end_lists(o);
    first = columns < 2 ? o->cell_count : o->captioned ? row_end(o, 0) : 0;
    put_paragraphs(o, first); /* a table of one column only lays out the page */
    if (first < o->cell_count)
        put_grid(o, first, columns);
    o->fresh = true;
    o->item = false;
}
