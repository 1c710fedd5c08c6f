/* html.h: the HTML writer, loaded when it is first asked for. */
#ifndef MIRTH_WRITE_HTML_H
#define MIRTH_WRITE_HTML_H

#include "base/error.h"
#include "base/text.h"

/* Appends to out one self-contained HTML5 page that shows an edition's Markdown. theme is the
 * edition's (the style sheet may tint the page by it; NULL: none). False and *err when the module
 * that does it is missing or of another version, or memory is out. */
bool mirth_write_html(struct mirth_slice markdown, const char *theme, struct mirth_buffer *out,
                      struct mirth_error *err);

/* What the module postmirth-html.so exports, by way of mirth_html_module(). libxml2 is behind it
 * and nowhere else, so that a run that writes Markdown never loads it. */
#define MIRTH_HTML_ABI 2

struct mirth_draft;

struct mirth_html_module {
    int abi; /* MIRTH_HTML_ABI; where it differs, nothing else may be looked at */
    bool (*write)(struct mirth_slice markdown, const char *theme, struct mirth_buffer *out,
                  struct mirth_error *err);
    bool (*read)(struct mirth_slice html, struct mirth_draft *draft, struct mirth_error *err);
};

MIRTH_API const struct mirth_html_module *mirth_html_module(void);

#endif
