/* emoji.h: emoji that decorate, which a screen reader need not spell out. */
#ifndef MIRTH_WRITE_EMOJI_H
#define MIRTH_WRITE_EMOJI_H

#include "base/text.h"

/* The bytes of the emoji that text begins with, joiners and variants included; 0 where it begins
 * with none, or with one that says something by itself (a tick, a coloured circle). */
size_t mirth_emoji(struct mirth_slice text);

/* The offset of the next decorating emoji at or after `from`, or text.len. */
size_t mirth_find_emoji(struct mirth_slice text, size_t from);

#endif
