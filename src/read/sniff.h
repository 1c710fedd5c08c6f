/* sniff.h: which format a record is in. */
#ifndef MIRTH_SNIFF_H
#define MIRTH_SNIFF_H

#include "base/text.h"
#include "postmirth.h"

/* The format of text, never MIRTH_FROM_AUTO. What the text itself shows counts most; the ending of
 * its name (".txt", ".html"; NULL or anything else says nothing) decides where it shows nothing. In
 * doubt it is Markdown, whose bytes are not touched. */
enum mirth_from mirth_sniff(struct mirth_slice text, const char *name);

/* Whether it is Markdown that as a whole stands so far to the right that Markdown would take it for
 * code. */
bool mirth_sniff_shifted(struct mirth_slice text);

#endif
