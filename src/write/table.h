/* table.h: pipe tables, a row at a time. */
#ifndef MIRTH_WRITE_TABLE_H
#define MIRTH_WRITE_TABLE_H

#include "base/text.h"

/* How many cells a row has, at most max, and where they are (cells may be NULL). Outer pipes
 * do not count, nor do escaped ones. A row that is too long keeps its rest in its last cell. */
size_t mirth_table_split(struct mirth_slice row, struct mirth_slice *cells, size_t max);

/* The number of columns where a row is the rule between header and body (`| --- | :-: |`); 0
 * where it is not. */
size_t mirth_table_rule(struct mirth_slice row);

/* What a rule's cell says: 'l', 'c', 'r', or 0. */
char mirth_table_align(struct mirth_slice cell);

/* Appends a cell's Markdown, its escaped pipes plain. */
void mirth_table_cell(struct mirth_slice cell, struct mirth_buffer *out);

#endif
