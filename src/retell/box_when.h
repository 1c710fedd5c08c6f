/* box_when.h: the box's first row: when it happened. */
#ifndef MIRTH_BOX_WHEN_H
#define MIRTH_BOX_WHEN_H

#include "retell/telling.h"

/* Writes when it was, in the record's words: the duration's field or sentence, else start and end,
 * else what the summary says, else the timeline's first day and its last. False, and nothing
 * written: the record does not say. */
bool mirth_put_when(const struct mirth_telling *telling, struct mirth_buffer *out);

#endif
