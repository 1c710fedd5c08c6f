/* sheet.h: what a page shows of an edition besides its Markdown, as plain data. */
#ifndef MIRTH_WRITE_SHEET_H
#define MIRTH_WRITE_SHEET_H

#include "draw/canvas.h"
#include "phrasebook/look.h"
#include "story.h"
#include "understand/numbers.h"

enum mirth_mark_kind {
    MIRTH_MARK_TITLE,   /* the record's title */
    MIRTH_MARK_SECTION, /* a section's heading, whatever it is written as */
    MIRTH_MARK_HEADING, /* a heading of Markdown that is neither */
    MIRTH_MARK_EVENT,   /* an entry that has a time */
};

/* What a line of the edition is. */
struct mirth_mark {
    size_t line; /* of the edition's Markdown, from 1 */
    enum mirth_mark_kind kind;
    bool linked;              /* a heading of Markdown: others link to it by its words */
    struct mirth_slice words; /* the record's own: a heading's Markdown, an entry's time */
    const char *iso;          /* an entry's time for <time datetime>; "" where unknown */
    int64_t gap;              /* minutes since the entry before; -1: unknown */
};

/* The page's own words, from the English book; NUL-terminated. */
struct mirth_page_words {
    const char *numbers[MIRTH_NUMBERS]; /* "Duration" */
    const char *reckoned, *about;
    const char *preview, *record, *themes, *mirth; /* of a preview */
    const char *levels[4];                         /* mirth 0 to 3 */
};

struct mirth_sheet {
    struct mirth_slice markdown;
    const char *theme, *caption; /* NULL: the record itself */
    int level;                   /* of mirth */
    struct mirth_look look;
    const struct mirth_mark *marks; /* by their lines */
    size_t mark_count;
    struct mirth_number numbers[MIRTH_NUMBERS];
    size_t number_count;
    struct mirth_page_words words;
    const struct mirth_canvas *pictures; /* that the Markdown links to by their addresses */
    size_t picture_count;
    bool open, first;    /* in a preview: it is seen first, its theme of all, it of its theme */
    const char *command; /* what makes this edition; NULL outside a preview */
};

/* Begins a sheet with what all editions of a story have in common: its numbers and the page's
 * words. What a sheet points to is the story's or the books'. */
void mirth_sheet_begin(struct mirth_sheet *sheet, const struct mirth_english *english,
                       const struct mirth_book *english_book, struct mirth_story *story);

/* Goes on with what is one edition's: its marks and its look. Its Markdown must be what
 * mirth_write_markdown() made of the same edits. theme NULL: the record itself. False: memory is
 * out. */
bool mirth_sheet(struct mirth_sheet *sheet, const struct mirth_english *english,
                 const struct mirth_book *theme, struct mirth_story *story,
                 const struct mirth_retelling *retelling);

#endif
