/* suit.h: the theme that suits a record (`-t any`), and each theme's own words for a few lines. */
#ifndef MIRTH_SUIT_H
#define MIRTH_SUIT_H

#include "tale.h"

/* The name that means whichever theme suits the record. */
#define MIRTH_ANY_THEME "any"

/* Takes the theme that suits the tale's record, which was understood: the one whose `## about`,
 * `### best` says most of it (the record's fault counts for four words); of several the one that
 * the record's title falls on. */
bool mirth_suit(struct mirth_tale *tale, struct mirth_shelf *shelf, struct mirth_error *err);

/* Appends the English book's few lines, retold in the tale's theme (it is open), a line each. */
bool mirth_sample_lines(struct mirth_tale *tale, struct mirth_buffer *out, struct mirth_error *err);

#endif
