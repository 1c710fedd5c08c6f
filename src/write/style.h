/* style.h: the colours and letters of a look as a style sheet. */
#ifndef MIRTH_WRITE_STYLE_H
#define MIRTH_WRITE_STYLE_H

#include "base/text.h"
#include "phrasebook/look.h"

/* Appends the rules that give what `selector` selects a look, by day and by night. */
void mirth_put_look(struct mirth_buffer *css, const char *selector, const struct mirth_look *look);

/* Appends the classes g1, g2, ...: how long it took until an entry, to scale; and part-1, part-2,
 * ...: how much of a diagram a narrow page shows. */
void mirth_put_steps(struct mirth_buffer *css);

#endif
