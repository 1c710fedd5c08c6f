/* html_out.h: where the HTML reader writes: blocks, lists, marks and tables of Markdown. */
#ifndef MIRTH_HTML_OUT_H
#define MIRTH_HTML_OUT_H

#include "read/draft.h"

enum { MIRTH_HTML_LISTS = 12 };

/* Marks around words, the outer first: they nest in this order. */
enum mirth_mark {
    MIRTH_MARK_LINK,
    MIRTH_MARK_BOLD,
    MIRTH_MARK_ITALIC,
    MIRTH_MARK_CODE,
    MIRTH_MARKS
};

struct mirth_html_list {
    bool ordered, begun; /* it has an item */
    size_t next;         /* an ordered list's next number */
    size_t width;        /* of its marker */
};

struct mirth_html_cell {
    size_t at, len; /* in `cells` */
    size_t row, origin;
};

struct mirth_html_out {
    struct mirth_draft *draft; /* the page's */
    struct mirth_draft cell;   /* the open cell's */
    struct mirth_draft *at;    /* one of the two */
    struct mirth_html_list lists[MIRTH_HTML_LISTS];
    size_t depth;     /* of lists; those beyond the array share its last */
    bool item;        /* the next text begins an item */
    bool fresh;       /* the next text begins a block */
    size_t breaks;    /* that were asked for since the last text */
    bool wrapped;     /* a line of the page ended since */
    bool stood_alone; /* that text was like a line of its own */
    unsigned level;   /* of the open heading, or 0 */
    size_t quotes;

    size_t wanted[MIRTH_MARKS]; /* how many elements ask for a mark */
    bool actual[MIRTH_MARKS];   /* it is open in the text */
    const char *link, *linked;  /* the address that is wanted, and that of the open mark */
    size_t ticks;               /* of the open code span */

    size_t tables, rows;
    bool in_cell;
    bool captioned; /* the first cell is the table's caption */
    struct mirth_buffer cells;
    struct mirth_html_cell *table;
    size_t cell_count, cell_room;
};

/* Text that stands on line `origin` of the page; its white space is of no account but for being
 * there. */
void mirth_html_text(struct mirth_html_out *out, struct mirth_slice text, size_t origin);
void mirth_html_image(struct mirth_html_out *out, struct mirth_slice alt,
                      struct mirth_slice address, size_t origin);

/* The open block ends; the next text begins another. */
void mirth_html_block(struct mirth_html_out *out);
void mirth_html_rule(struct mirth_html_out *out, size_t origin);
void mirth_html_code(struct mirth_html_out *out, struct mirth_slice code, size_t origin);

void mirth_html_open_list(struct mirth_html_out *out, bool ordered, size_t start);
void mirth_html_close_list(struct mirth_html_out *out);

/* A table is kept until its end is known: Markdown must know its columns before its first row. */
void mirth_html_open_table(struct mirth_html_out *out);
void mirth_html_open_caption(struct mirth_html_out *out, size_t origin);
void mirth_html_open_row(struct mirth_html_out *out);
void mirth_html_open_cell(struct mirth_html_out *out, size_t origin);
void mirth_html_close_cell(struct mirth_html_out *out);
void mirth_html_close_table(struct mirth_html_out *out);

/* Begins a line of the page's draft behind what the quotation and `indent` columns of lists put
 * before it. */
void mirth_html_line(struct mirth_html_out *out, size_t origin, size_t indent, const char *mark);

/* No item of Markdown is open any more, whatever the page says: a heading stood between. */
void mirth_html_end_lists(struct mirth_html_out *out);

/* Makes the open marks those that are wanted, before next, which begins with no space. */
void mirth_html_mark(struct mirth_html_out *out, struct mirth_slice next);

/* The address of a link or a picture; nothing in it ends it early. */
void mirth_html_address(struct mirth_draft *draft, struct mirth_slice address);

/* Closes what marks are open in the text. */
void mirth_html_unmark(struct mirth_html_out *out);

#endif
