/* page.h: one page, from the Markdown's tree to the page's. */
#ifndef MIRTH_WRITE_PAGE_H
#define MIRTH_WRITE_PAGE_H

#include <cmark.h>

#include "write/grids.h"
#include "write/tree.h"

struct mirth_page {
    struct mirth_tree tree;
    struct mirth_pool pool;
    struct mirth_grids grids;
    size_t grid;               /* the next of them */
    cmark_node *cell;          /* its next cell */
    cmark_node *figure;        /* the paragraph that is being shown as a figure, or NULL */
    cmark_node *image;         /* the image whose words are being collected, or NULL */
    struct mirth_buffer alt;   /* those */
    xmlNode *heading;          /* the last heading, or NULL where it had no room */
    struct mirth_buffer words; /* its words so far, as plain text */
};

/* Adds what is under a node of cmark's to the page, in order; a `bare` node only lends its
 * children. False when memory is out. */
bool mirth_page_walk(struct mirth_page *page, cmark_node *node, bool bare);

/* Adds the page's next table. */
bool mirth_page_grid(struct mirth_page *page);

/* Whether a paragraph is the text of an item of a list without blank lines. */
bool mirth_is_tight(cmark_node *paragraph);

/* Whether a paragraph is a picture alone, or one with a line of emphasis under it: its caption. */
bool mirth_is_figure(cmark_node *paragraph);

/* ' ' or 'x' where an item is a task (`- [x] text`), else 0. */
char mirth_task_of(cmark_node *item);

/* The task whose text a paragraph is, or 0. */
char mirth_task_here(cmark_node *paragraph);

#endif
