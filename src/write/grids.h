/* grids.h: the tables of a page, found among its paragraphs, their cells parsed. */
#ifndef MIRTH_WRITE_GRIDS_H
#define MIRTH_WRITE_GRIDS_H

#include <cmark.h>

#include "base/pool.h"
#include "base/text.h"

/* A paragraph that is a pipe table. Its texts are the next ones of the grids' cells: the lead if
 * there is one, then the header's cells and a row's end, then the same for each row of the body. */
struct mirth_grid {
    cmark_node *paragraph;
    bool lead;     /* text stands before it in the same paragraph */
    bool headless; /* the cells of its header are empty */
    size_t columns;
    size_t rows;        /* of the body */
    const char *aligns; /* 'l', 'c', 'r' or 0 a column */
};

struct mirth_grids {
    struct mirth_grid *at; /* in the document's order */
    size_t count, room;
    cmark_node *cells; /* a document: one paragraph a text; NULL: no tables */
};

/* Each text's first text node begins with these bytes, lest it be taken for a list or a rule. */
#define MIRTH_CELL_MARK "\x01 "

/* A text that is this ends a row, which may be shorter than the header: filling it up would let a
 * small table make a huge page. */
#define MIRTH_ROW_END "\x02"

/* Finds the tables of a document that cmark made of source, and takes memory from the pool. False
 * when it is out. Free cells with cmark_node_free(). */
bool mirth_grids_find(struct mirth_grids *grids, struct mirth_pool *pool, cmark_node *document,
                      struct mirth_slice source);

#endif
