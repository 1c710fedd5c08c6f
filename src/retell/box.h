/* box.h: the box at the top: when, who felt it, why, what fixed it. */
#ifndef MIRTH_BOX_H
#define MIRTH_BOX_H

#include "retell/telling.h"

/* Writes the box as a pipe table, from the record's own fields; nothing where fewer than two of
 * its rows are known. True: it says why. */
bool mirth_box(struct mirth_telling *telling, struct mirth_buffer *out);

#endif
