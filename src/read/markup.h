/* markup.h: rows from the HTML blocks of a Markdown record, in place. */
#ifndef MIRTH_MARKUP_H
#define MIRTH_MARKUP_H

#include "story.h"

enum { MIRTH_TAG_ROOM = 12 };

/* What is open where the scanner stands. Zero-initialise one a record; the lists stay open from
 * block to block, as in `<ul>`, a blank line, `<li>`. */
struct mirth_markup {
    size_t lists;     /* <ul>, <ol> and tables that are open */
    uint64_t ordered; /* bit n: the list at depth n is an <ol>; as far as there are bits */
    uint8_t level;    /* 1 to 6 in a heading */
    bool heard;       /* that heading has text */
    bool item, fresh; /* the next text begins an item; begins a block */
    bool comment, tag;
    char quote;                  /* in a tag's attribute */
    char silent[MIRTH_TAG_ROOM]; /* the element whose content is no text, or "" */
};

/* A new HTML block begins: what was left open inside the one before is closed. */
void mirth_markup_begin(struct mirth_markup *markup);

/* Adds a row for each text between the block tags of source[at, end), which is one line. `like`
 * says what all of them share: number, depth of the Markdown lists around, quoted, html.
 * A row that does not begin a block follows the one before with nothing but a line end between.
 * False when memory is out. */
bool mirth_markup_line(struct mirth_markup *markup, struct mirth_story *story,
                       const struct mirth_row *like, size_t at, size_t end);

/* Whether s holds a tag that ends a line of text: of a block (`<h2>`, `</p>`), or `<br>`. */
bool mirth_holds_block_tag(struct mirth_slice s);

#endif
