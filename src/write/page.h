/* page.h: one page, from the Markdown's tree to the page's. */
#ifndef MIRTH_WRITE_PAGE_H
#define MIRTH_WRITE_PAGE_H

#include <cmark.h>

#include "write/grids.h"
#include "write/sheet.h"
#include "write/tree.h"

/* How finely gaps are told apart: the longest is as many steps. */
enum { MIRTH_GAP_STEPS = 32 };

/* The drawings that a page holds, where it may show one of them again. */
struct mirth_drawings {
    const struct mirth_canvas *at[128]; /* further ones are not shared */
    size_t count;
};

struct mirth_page {
    struct mirth_tree tree;
    struct mirth_pool pool;
    const struct mirth_sheet *sheet;
    size_t shift; /* how many lines of the sheet's Markdown stand before cmark's first */
    struct mirth_drawings *drawings; /* NULL: nothing is shown again */
    const char **ids; /* by the sheet's marks: the address that others know it by, or NULL */
    struct mirth_grids grids;
    size_t grid;                     /* the next of them */
    cmark_node *cell;                /* its next cell */
    cmark_node *figure;              /* the paragraph that is being shown as a figure, or NULL */
    cmark_node *image;               /* the image whose words are being collected, or NULL */
    struct mirth_buffer alt;         /* those */
    xmlNode *heading;                /* the last heading, or NULL where it had no room */
    const struct mirth_mark *headed; /* its mark, or NULL */
    struct mirth_buffer words;       /* its words so far, as plain text */
    const struct mirth_mark *timed;  /* the entry whose time has not come yet, or NULL */
    bool entry;                      /* it hangs on the rail: its time is a line of its own */
    bool in_when;                    /* and its bold text is that line */
    bool parted;                     /* the next text goes on with it */
    size_t masthead;                 /* the tree's depth inside the masthead; 0: none is open */
    int64_t longest;                 /* gap between entries, in minutes; 0: not looked for yet */
    bool begun;                      /* something of the record was shown */
};

/* Adds what is under a node of cmark's to the page, in order; a `bare` node only lends its
 * children. False when memory is out. */
bool mirth_page_walk(struct mirth_page *page, cmark_node *node, bool bare);

/* Adds the page's next table. */
bool mirth_page_grid(struct mirth_page *page);

/* ---- page_headings.c ---- */

/* Reads the addresses that the record's own headings have. */
void mirth_page_ids(struct mirth_page *page);

/* Opens a heading: at a level (0: the page's title), of a mark or NULL; and gives it its address,
 * now that its words are known. */
void mirth_page_open_heading(struct mirth_page *page, int level, const struct mirth_mark *mark);
void mirth_page_close_heading(struct mirth_page *page);

/* ---- page_pictures.c ---- */

/* An image begins; a node in it is some of its words; it ends, and is shown. */
void mirth_page_open_picture(struct mirth_page *page, cmark_node *image);
void mirth_page_picture_words(struct mirth_page *page, cmark_node *node);
void mirth_page_picture(struct mirth_page *page, cmark_node *image);

/* ---- page_marks.c: what the sheet knows of a line ---- */

/* The mark of the line that a node begins on, or NULL; an entry's or a heading's. */
const struct mirth_mark *mirth_page_event(const struct mirth_page *page, cmark_node *node);
const struct mirth_mark *mirth_page_heading(const struct mirth_page *page, cmark_node *node);

/* The entry on a line of cmark's, or NULL. */
const struct mirth_mark *mirth_page_event_on(const struct mirth_page *page, size_t line);

/* Adds text: an entry's time as <time>, what a theme hung on a heading as its tail. */
void mirth_page_text(struct mirth_page *page, struct mirth_slice text);

/* The class of bold text that is an entry's time, or NULL. */
const char *mirth_page_strong(struct mirth_page *page, cmark_node *strong);

/* ---- page_rail.c ---- */

/* Classes and gap of a list that is a timeline, and of an entry in it. */
void mirth_page_rail(struct mirth_page *page, cmark_node *list, xmlNode *element);
void mirth_page_entry(struct mirth_page *page, cmark_node *block, xmlNode *element);

/* ---- masthead.c ---- */

/* Opens the masthead where the title is the first thing of the record; and closes it, the numbers
 * behind it, where a block comes that is no part of it. */
void mirth_page_masthead(struct mirth_page *page, cmark_node *block);

/* Writes minutes as people do: "2 h 45 min". */
void mirth_put_span(struct mirth_buffer *out, int64_t minutes);

/* ---- shape.c ---- */

/* Whether a paragraph is the text of an item of a list without blank lines. */
bool mirth_is_tight(cmark_node *paragraph);

/* Whether a paragraph is a picture alone, or one with a line of emphasis under it: its caption. */
bool mirth_is_figure(cmark_node *paragraph);

/* ' ' or 'x' where an item is a task (`- [x] text`), else 0. */
char mirth_task_of(cmark_node *item);

/* The task whose text a paragraph is, or 0. */
char mirth_task_here(cmark_node *paragraph);

#endif
