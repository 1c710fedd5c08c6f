/* gantt.h: the timeline as a mermaid gantt, in a fenced block. */
#ifndef MIRTH_GANTT_H
#define MIRTH_GANTT_H

#include "understand/timeline.h"

/* Appends the block; nothing where fewer than two entries have a time, or their times are of
 * different zones. Phases are its sections. */
void mirth_gantt(const struct mirth_book *english_book, const struct mirth_timeline *timeline,
                 struct mirth_buffer *out);

#endif
