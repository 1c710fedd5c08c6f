/* html.h: the HTML writer, loaded when it is first asked for. */
#ifndef MIRTH_WRITE_HTML_H
#define MIRTH_WRITE_HTML_H

#include "base/error.h"
#include "base/text.h"

struct mirth_sheet;
struct mirth_draft;

/* Appends to out one self-contained HTML5 page that shows an edition. False and *err when the
 * module that does it is missing or of another version, or memory is out. */
bool mirth_write_html(const struct mirth_sheet *sheet, struct mirth_buffer *out,
                      struct mirth_error *err);

/* Appends to out one page that shows the record (the first sheet, its theme NULL) and editions of
 * it, those of a theme together; name is what the record is called. */
bool mirth_write_preview(const struct mirth_sheet *sheets, size_t count, const char *name,
                         struct mirth_buffer *out, struct mirth_error *err);

/* What the module postmirth-html.so exports, by way of mirth_html_module(). libxml2 is behind it
 * and nowhere else, so that a run that writes Markdown never loads it. */
#define MIRTH_HTML_ABI 5

struct mirth_canvas;

/* Appends a picture as a file of its own. */
bool mirth_write_svg(const struct mirth_canvas *canvas, struct mirth_buffer *out,
                     struct mirth_error *err);

struct mirth_html_module {
    int abi; /* MIRTH_HTML_ABI; where it differs, nothing else may be looked at */
    bool (*write)(const struct mirth_sheet *sheet, struct mirth_buffer *out,
                  struct mirth_error *err);
    bool (*preview)(const struct mirth_sheet *sheets, size_t count, const char *name,
                    struct mirth_buffer *out, struct mirth_error *err);
    bool (*draw)(const struct mirth_canvas *canvas, struct mirth_buffer *out);
    bool (*read)(struct mirth_slice html, struct mirth_draft *draft, struct mirth_error *err);
};

MIRTH_API const struct mirth_html_module *mirth_html_module(void);

#endif
