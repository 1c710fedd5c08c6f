/* sanitise.h: the record's own HTML, let into the page as far as it is harmless. */
#ifndef MIRTH_WRITE_SANITISE_H
#define MIRTH_WRITE_SANITISE_H

#include "write/tree.h"

/* Adds a piece of HTML (a block, or one inline tag) to the tree: elements and attributes that the
 * tables in elements.c and sanitise.c know, and text. Scripts and the like go with their content;
 * other tags go, and their content stays. */
void mirth_raw(struct mirth_tree *tree, struct mirth_slice html);

/* Appends text with its character references decoded. */
void mirth_decode(struct mirth_slice text, struct mirth_buffer *out);

/* Gives a raw element those of its attributes that are harmless. */
void mirth_sanitise(struct mirth_tree *tree, const struct mirth_element *element, xmlNode *node,
                    struct mirth_slice attributes);

/* Whether a link may point there: a relative address, or a scheme that runs nothing. Judged as a
 * browser reads it, past white space and control characters. */
bool mirth_is_safe_url(struct mirth_slice url);

/* Whether an address, safe as it may be, is not beside the page itself. */
bool mirth_is_remote(struct mirth_slice url);

#endif
