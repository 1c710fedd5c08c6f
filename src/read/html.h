/* html.h: HTML becomes Markdown. */
#ifndef MIRTH_READ_HTML_H
#define MIRTH_READ_HTML_H

#include "base/error.h"
#include "read/draft.h"

/* Writes a page or a fragment of one to draft as Markdown, every word of its text in order. It is
 * in the module with libxml2, loaded here; false and *err when that is missing, or memory is out.
 */
bool mirth_html_read(struct mirth_slice html, struct mirth_draft *draft, struct mirth_error *err);

/* The same, inside the module. */
bool mirth_html_parse(struct mirth_slice html, struct mirth_draft *draft, struct mirth_error *err);

#endif
