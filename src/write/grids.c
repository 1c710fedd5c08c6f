/* grids.c: the tables of a page, found among its paragraphs, their cells parsed. cmark takes a pipe
 * table for a paragraph; its cells are cut out of the source and all parsed as one document. */
#include "write/grids.h"

#include <string.h>

#include "write/table.h"

enum { MOST_COLUMNS = 1000 }; /* as many as a cell may span */

struct finder {
    struct mirth_grids *grids;
    struct mirth_pool *pool;
    struct mirth_slice source;
    size_t *starts; /* where each line begins */
    size_t lines, room;
    struct mirth_buffer text; /* of the cells' document */
};

static size_t line_end(struct mirth_slice s, size_t at)
{
    while (at < s.len && s.at[at] != '\n' && s.at[at] != '\r')
        at++;
    return at;
}

/* By cmark's idea of a line: CR alone ends one too. */
static bool index_lines(struct finder *f)
{
    struct mirth_slice s = f->source;
    for (size_t at = 0; at < s.len; f->lines++) {
        if (!mirth_pool_grow(f->pool, (void **)&f->starts, f->lines, &f->room, sizeof *f->starts))
            return false;
        f->starts[f->lines] = at;
        at = line_end(s, at);
        at += at + 1 < s.len && s.at[at] == '\r' && s.at[at + 1] == '\n' ? 2 : 1;
    }
    return true;
}

static struct mirth_slice line_of(const struct finder *f, size_t number, size_t column)
{
    size_t at, end;
    if (!number || number > f->lines)
        return mirth_slice("", 0);
    at = f->starts[number - 1];
    end = line_end(f->source, at);
    at += column < end - at ? column : end - at;
    return mirth_slice(f->source.at + at, end - at);
}

/* A line of a paragraph without the quotation marks that its containers put in front. */
static struct mirth_slice row_of(const struct finder *f, cmark_node *paragraph, size_t row,
                                 size_t quotes)
{
    size_t first = (size_t)cmark_node_get_start_line(paragraph);
    size_t column = (size_t)cmark_node_get_start_column(paragraph);
    struct mirth_slice s = line_of(f, first + row, row || !column ? 0 : column - 1);
    for (s = mirth_trim(s); row && quotes && s.len && s.at[0] == '>'; quotes--)
        s = mirth_trim(mirth_slice(s.at + 1, s.len - 1));
    return s;
}

static size_t count_quotes(cmark_node *node)
{
    size_t quotes = 0;
    for (node = cmark_node_parent(node); node; node = cmark_node_parent(node))
        quotes += cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE;
    return quotes;
}

static void put_cells(struct finder *f, const struct mirth_grid *grid, struct mirth_slice row,
                      struct mirth_slice *cells)
{
    size_t count = mirth_table_split(row, cells, grid->columns);
    for (size_t i = 0; i < count; i++) {
        mirth_put_text(&f->text, MIRTH_CELL_MARK);
        mirth_table_cell(cells[i], &f->text);
        mirth_put_text(&f->text, "\n\n");
    }
    mirth_put_text(&f->text, MIRTH_ROW_END "\n\n");
}

static void put_lead(struct finder *f, cmark_node *paragraph, size_t rows, size_t quotes)
{
    mirth_put_text(&f->text, MIRTH_CELL_MARK);
    for (size_t i = 0; i < rows; i++) {
        mirth_put_slice(&f->text, row_of(f, paragraph, i, quotes));
        mirth_put_text(&f->text, i + 1 < rows ? "\n" : "\n\n");
    }
}

static bool is_empty(const struct mirth_slice *cells, size_t count)
{
    while (count && !cells[count - 1].len)
        count--;
    return !count;
}

/* The paragraph's row number `rule` is the one between header and body. */
static bool add_grid(struct finder *f, cmark_node *paragraph, size_t rule, size_t columns)
{
    size_t quotes = count_quotes(paragraph);
    size_t rows =
        (size_t)(cmark_node_get_end_line(paragraph) - cmark_node_get_start_line(paragraph)) + 1;
    struct mirth_slice *cells = mirth_pool_array(f->pool, columns, sizeof *cells);
    char *aligns = mirth_pool_take(f->pool, columns);
    struct mirth_grid grid = {paragraph, rule > 1, false, columns, rows - rule - 1, aligns};
    if (!cells || !aligns ||
        !mirth_pool_grow(f->pool, (void **)&f->grids->at, f->grids->count, &f->grids->room,
                         sizeof *f->grids->at))
        return false;
    columns = mirth_table_split(row_of(f, paragraph, rule, quotes), cells, columns);
    for (size_t i = 0; i < columns; i++)
        aligns[i] = mirth_table_align(cells[i]);
    columns = mirth_table_split(row_of(f, paragraph, rule - 1, quotes), cells, columns);
    grid.headless = is_empty(cells, columns);
    if (grid.lead)
        put_lead(f, paragraph, rule - 1, quotes);
    for (size_t row = rule - 1; row < rows; row++)
        if (row != rule)
            put_cells(f, &grid, row_of(f, paragraph, row, quotes), cells);
    f->grids->at[f->grids->count++] = grid;
    return true;
}

static bool look_at(struct finder *f, cmark_node *paragraph)
{
    size_t rows =
        (size_t)(cmark_node_get_end_line(paragraph) - cmark_node_get_start_line(paragraph)) + 1;
    size_t quotes = rows > 1 ? count_quotes(paragraph) : 0;
    for (size_t row = 1; row < rows; row++) {
        size_t columns = mirth_table_rule(row_of(f, paragraph, row, quotes));
        if (columns && columns <= MOST_COLUMNS &&
            mirth_table_split(row_of(f, paragraph, row - 1, quotes), NULL, SIZE_MAX) == columns)
            return add_grid(f, paragraph, row, columns);
    }
    return true;
}

/* The cells may use the links that the document defines: what looks like a definition goes with
 * them, after the last. */
static void put_definitions(struct finder *f)
{
    for (size_t number = 1; number <= f->lines; number++) {
        struct mirth_slice s = mirth_trim(line_of(f, number, 0));
        while (s.len && s.at[0] == '>')
            s = mirth_trim(mirth_slice(s.at + 1, s.len - 1));
        const char *end = s.len && s.at[0] == '[' ? memchr(s.at, ']', s.len) : NULL;
        if (!end || end + 1 == s.at + s.len || end[1] != ':')
            continue;
        mirth_put_slice(&f->text, s);
        mirth_put_text(&f->text, "\n\n");
    }
}

static bool look_through(struct finder *f, cmark_node *document)
{
    cmark_iter *iter = cmark_iter_new(document);
    bool ok = iter != NULL;
    while (ok && cmark_iter_next(iter) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        if (cmark_iter_get_event_type(iter) == CMARK_EVENT_ENTER &&
            cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH)
            ok = look_at(f, node);
    }
    cmark_iter_free(iter);
    return ok;
}

bool mirth_grids_find(struct mirth_grids *grids, struct mirth_pool *pool, cmark_node *document,
                      struct mirth_slice source)
{
    struct finder f = {.grids = grids, .pool = pool, .source = source};
    bool ok = index_lines(&f) && look_through(&f, document);
    if (ok && grids->count) {
        put_definitions(&f);
        ok = !f.text.spent;
        if (ok)
            grids->cells = cmark_parse_document(f.text.at, f.text.len, CMARK_OPT_VALIDATE_UTF8);
        ok = ok && grids->cells;
    }
    mirth_buffer_free(&f.text);
    return ok;
}
