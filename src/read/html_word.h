/* html_word.h: lists as word processors export them: paragraphs with a bullet in their text. */
#ifndef MIRTH_HTML_WORD_H
#define MIRTH_HTML_WORD_H

#include "read/html_out.h"

struct mirth_word {
    bool item;    /* in such a paragraph */
    bool waiting; /* for its bullet */
    bool listing; /* lists that such paragraphs opened are open */
};

/* A paragraph or another block begins, with these attributes (or NULL). */
void mirth_word_paragraph(struct mirth_word *word, struct mirth_html_out *out, const char *class,
                          const char *style);

/* Whether text is the bullet or the number of such a paragraph, and taken for its item's. */
bool mirth_word_mark(struct mirth_word *word, struct mirth_html_out *out, struct mirth_slice text);

#endif
