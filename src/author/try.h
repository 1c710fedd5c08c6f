/* try.h: every line of a theme, to be read aloud. */
#ifndef MIRTH_TRY_H
#define MIRTH_TRY_H

#include "author/rehearse.h"

/* Prints every line of the theme, each phrasing with one example; or, where `entry` is a frame, a
 * kind of measure, a fault, a gag or a chapter, those alone, and phrasings with every example that
 * they take. False where the theme has none of it. */
bool mirth_try(struct mirth_rehearsal *rehearsal, const char *entry, struct mirth_buffer *out);

#endif
