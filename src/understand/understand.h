/* understand.h: from a story's rows to its parts, clauses and digest. */
#ifndef MIRTH_UNDERSTAND_H
#define MIRTH_UNDERSTAND_H

#include "story.h"
#include "understand/english.h"

/* Fills the story's parts with their clauses and frames, and its digest. False and *err when
 * memory is out. */
bool mirth_understand(const struct mirth_english *english, struct mirth_story *story,
                      struct mirth_error *err);

/* Whether a part asks for something to be done: a measure, or an item under one. */
bool mirth_asks(const struct mirth_story *story, const struct mirth_part *part);

#endif
