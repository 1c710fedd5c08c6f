/* cast.h: who is in the story: the parts of the system that a record names most. */
#ifndef MIRTH_CAST_H
#define MIRTH_CAST_H

#include "retell/telling.h"

/* Appends a list of them with what each does, as the theme has it, but for those that the text
 * `explained` (of ours) names. Nothing where a record names few. */
void mirth_put_cast(struct mirth_telling *telling, struct mirth_slice explained,
                    struct mirth_buffer *out);

#endif
