/* explain.h: the explanation that --explain prints. */
#ifndef MIRTH_WRITE_EXPLAIN_H
#define MIRTH_WRITE_EXPLAIN_H

#include "story.h"

/* What the record is taken to tell, and whose story the edition is; then for each sentence that was
 * retold or could have been: where it stands, its frame and slots, what the edition says, which
 * lines were taken, which lost and why. False when memory is out. */
bool mirth_write_explanation(const struct mirth_story *story,
                             const struct mirth_retelling *retelling, struct mirth_buffer *out);

#endif
