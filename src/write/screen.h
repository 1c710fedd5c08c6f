/* screen.h: a terminal's page on its way: margins, blank lines, and the text that is being laid. */
#ifndef MIRTH_WRITE_SCREEN_H
#define MIRTH_WRITE_SCREEN_H

#include <cmark.h>

#include "write/grids.h"
#include "write/ink.h"
#include "write/sheet.h"

enum { MIRTH_MARGINS = 40 };

/* What stands left of a container's lines: `once` on its first, `rest` on the others. */
struct mirth_margin {
    char once[24];
    const char *rest;
    unsigned style;
    size_t cells;
    bool used;
};

struct mirth_screen {
    const struct mirth_sheet *sheet;
    struct mirth_pen pen;
    struct mirth_buffer *out;
    struct mirth_pool pool;
    struct mirth_inked ink; /* the block that is being read */
    struct mirth_grids grids;
    size_t grid;
    cmark_node *cell; /* the grids' next */
    size_t shift;     /* lines of the Markdown before cmark's first */
    struct mirth_margin margins[MIRTH_MARGINS];
    size_t depth;
    int numbers[MIRTH_MARGINS + 1]; /* of the next item of the ordered list at that depth */
    bool begun;                     /* something stands above */
    unsigned bold, italic, image;
    unsigned base;   /* style of the block that is being read */
    const char *url; /* of the link that is being read, or NULL */
};

/* A line's margins; `cells` that are left behind them. */
void mirth_screen_margins(struct mirth_screen *screen);
size_t mirth_screen_room(const struct mirth_screen *screen);

/* Ends a line. */
void mirth_screen_end(struct mirth_screen *screen);

/* Sets a block off from what stands above; not in a tight list. */
void mirth_screen_gap(struct mirth_screen *screen);

/* Writes the inked text within the margins, and forgets it. */
void mirth_screen_flush(struct mirth_screen *screen);

/* Takes an inline node's event into the inked text. */
void mirth_screen_inline(struct mirth_screen *screen, cmark_node *node, bool enters);

/* Appends the words of HTML. */
void mirth_screen_html(struct mirth_screen *screen, struct mirth_slice html);

/* terminal_table.c: the next table. False: memory is out. */
bool mirth_screen_grid(struct mirth_screen *screen);

#endif
