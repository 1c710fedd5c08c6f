/* earlier.h: lines that readers know: those that an earlier edition holds. */
#ifndef MIRTH_EARLIER_H
#define MIRTH_EARLIER_H

#include "base/text.h"
#include "phrasebook/book.h"

/* Whether a reader takes the chapter's lines for furniture (a label, an emoji), not for something
 * that the theme says. */
bool mirth_is_furniture(const char *chapter);

/* Whether a text that was told with it holds the line, as the longest stretch of it that is the
 * theme's own: with either first letter, and with or without the comma and the word that joined it
 * to a sentence. False of a line with hardly a word of its own. */
bool mirth_text_holds(struct mirth_slice text, const struct mirth_line *line);

#endif
