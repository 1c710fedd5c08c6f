/* slug.h: what a heading is called in a link, by GitHub's rule. */
#ifndef MIRTH_SLUG_H
#define MIRTH_SLUG_H

#include "base/text.h"

/* Appends what a heading's text gives: "Root Cause & Fix" is "root-cause--fix". */
void mirth_slug(struct mirth_slice text, struct mirth_buffer *out);

#endif
