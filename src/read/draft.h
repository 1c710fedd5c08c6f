/* draft.h: Markdown as the text and HTML readers write it, and which line of theirs each line is.
 */
#ifndef MIRTH_DRAFT_H
#define MIRTH_DRAFT_H

#include "base/pool.h"
#include "base/text.h"

/* Zero-initialise one, but for the pool that serves those who write to it. */
struct mirth_draft {
    struct mirth_pool *pool;
    struct mirth_buffer out;
    size_t *origins; /* of each line of out: the line of the record, from 1 */
    size_t lines, room;
    bool begun; /* the last line has text of its own already */
    bool space; /* and a space is due before more of it */
    bool loose; /* what comes next needs a blank line before it */
};

void mirth_draft_free(struct mirth_draft *draft);

/* A blank line is due before the next block (none at the beginning, never two). */
void mirth_draft_part(struct mirth_draft *draft);

/* Begins a line that comes from line `origin` of the record with `mark`: "## ", "  - ", "". */
void mirth_draft_line(struct mirth_draft *draft, size_t origin, const char *mark);

/* Plain text onto the line. Runs of white space become one space (none at either end of the line),
 * and what Markdown would take for a mark is escaped, and only that. */
void mirth_draft_text(struct mirth_draft *draft, struct mirth_slice text);

/* Markdown onto the line: where something opens, after the space that is due; where it closes,
 * before it. */
void mirth_draft_open(struct mirth_draft *draft, struct mirth_slice markdown);
void mirth_draft_close(struct mirth_draft *draft, struct mirth_slice markdown);

#endif
