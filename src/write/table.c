/* table.c: pipe tables, a row at a time. */
#include "write/table.h"

#include <string.h>

/* The offset of the next pipe that no backslash escapes, or row.len. */
static size_t next_pipe(struct mirth_slice row, size_t from)
{
    while (from < row.len && row.at[from] != '|')
        from += row.at[from] == '\\' && from + 1 < row.len ? 2 : 1;
    return from;
}

size_t mirth_table_split(struct mirth_slice row, struct mirth_slice *cells, size_t max)
{
    size_t count = 0, from, pipe;
    row = mirth_trim(row);
    from = row.len && row.at[0] == '|';
    while (from < row.len && count < max) {
        pipe = next_pipe(row, from);
        if (count + 1 == max && pipe + 1 < row.len) {
            pipe = row.len - (row.at[row.len - 1] == '|' && row.at[row.len - 2] != '\\');
        }
        if (cells)
            cells[count] = mirth_trim(mirth_slice(row.at + from, pipe - from));
        count++;
        from = pipe + 1;
    }
    return count;
}

static bool is_rule_cell(struct mirth_slice cell)
{
    size_t i = 0, dashes = 0;
    i += i < cell.len && cell.at[i] == ':';
    for (; i < cell.len && cell.at[i] == '-'; i++)
        dashes++;
    i += i < cell.len && cell.at[i] == ':';
    return dashes && i == cell.len;
}

size_t mirth_table_rule(struct mirth_slice row)
{
    size_t count = 0, from;
    row = mirth_trim(row);
    if (!row.len || !strchr("|:-", row.at[0]) || !memchr(row.at, '|', row.len))
        return 0;
    for (from = row.at[0] == '|'; from < row.len; count++) {
        size_t pipe = next_pipe(row, from);
        if (!is_rule_cell(mirth_trim(mirth_slice(row.at + from, pipe - from))))
            return 0;
        from = pipe + 1;
    }
    return count;
}

char mirth_table_align(struct mirth_slice cell)
{
    bool left = cell.len && cell.at[0] == ':', right = cell.len && cell.at[cell.len - 1] == ':';
    return left && right ? 'c' : left ? 'l' : right ? 'r' : '\0';
}

void mirth_table_cell(struct mirth_slice cell, struct mirth_buffer *out)
{
    size_t from = 0;
    for (size_t i = 0; i + 1 < cell.len; i++) {
        if (cell.at[i] != '\\')
            continue;
        if (cell.at[i + 1] == '|') {
            mirth_put(out, cell.at + from, i - from);
            from = i + 1;
        }
        i++;
    }
    mirth_put(out, cell.at + from, cell.len - from);
}
