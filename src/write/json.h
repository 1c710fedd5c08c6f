/* json.h: the JSON writer: what was understood of a record, and what became of it. */
#ifndef MIRTH_WRITE_JSON_H
#define MIRTH_WRITE_JSON_H

#include "story.h"

/* Appends the story as one JSON object and a line end, a part and a fact a line. Its text must be
 * valid UTF-8. False when memory is out. */
bool mirth_write_json(const struct mirth_story *story, const struct mirth_retelling *retelling,
                      struct mirth_buffer *out);

/* Appends text as a JSON string, quotation marks included. */
void mirth_put_json(struct mirth_buffer *out, struct mirth_slice text);

#endif
