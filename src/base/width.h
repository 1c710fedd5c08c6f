/* width.h: how wide text stands where every character has one cell or two. */
#ifndef MIRTH_WIDTH_H
#define MIRTH_WIDTH_H

#include "base/text.h"

/* The cells of what text begins with: 0 for marks that stand on the character before and for
 * controls, 2 for Chinese, Japanese, Korean and most emoji. *len: its bytes, with what belongs to
 * it (a joined emoji, a variation selector) along. */
size_t mirth_cells_at(struct mirth_slice text, size_t *len);

size_t mirth_cells(struct mirth_slice text);

/* How many bytes of text fit into that many cells: whole words where one fits at all, else
 * characters. */
size_t mirth_fit(struct mirth_slice text, size_t cells);

/* Whether a label may hold the character: no control, no mark that turns the writing around. */
bool mirth_is_printable(uint32_t point);

#endif
