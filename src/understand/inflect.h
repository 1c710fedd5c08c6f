/* inflect.h: how regular words are spelt when they take an ending. */
#ifndef MIRTH_INFLECT_H
#define MIRTH_INFLECT_H

#include "base/text.h"

/* Whether a y that stands behind a consonant becomes an i: "query", "queries". */
bool mirth_turns_y(struct mirth_slice word);

/* The ending of a noun's plural and of a verb's third person: "s", "es" or, where the word's y
 * goes, "ies". */
const char *mirth_ending_s(struct mirth_slice word);

#endif
