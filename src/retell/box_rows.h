/* box_rows.h: what the rows of the box say, each in a file of its own. */
#ifndef MIRTH_BOX_ROWS_H
#define MIRTH_BOX_ROWS_H

#include "retell/telling.h"

/* Each appends its row's text, as the record says it. False: the record does not say it plainly and
 * shortly enough. */

/* "2023-01-25 09:15 to 11:40 UTC, for about 2 hours" */
bool mirth_put_when(const struct mirth_telling *telling, struct mirth_buffer *out);
/* The same, where MIRTH_BRIEF_WORDS hold it. */
bool mirth_put_brief_when(const struct mirth_telling *telling, struct mirth_buffer *out);
/* Whether it names a day or an hour: "40 minutes" is how long, and not when. */
bool mirth_says_when(const struct mirth_english *english, struct mirth_slice text);
/* "The mail relay was silent; about 40% of our users" */
bool mirth_put_who(const struct mirth_telling *telling, struct mirth_buffer *out);
/* "About 40% of our users" */
bool mirth_put_brief_who(const struct mirth_telling *telling, struct mirth_buffer *out);
/* "A worn cable in the mail relay, which let the rain in" */
bool mirth_put_why(const struct mirth_telling *telling, struct mirth_buffer *out);
/* "A worn cable in the mail relay" */
bool mirth_put_brief_why(const struct mirth_telling *telling, struct mirth_buffer *out);
/* "Replacing the worn cable" */
bool mirth_put_fix(const struct mirth_telling *telling, struct mirth_buffer *out);

/* The sentence of the record's explanation that says most of what was wrong and what came of it, or
 * as much of it as a row may hold; empty where none says enough. */
struct mirth_slice mirth_explained(const struct mirth_telling *telling);

/* settle.c: where neither the cause that the box tells nor the fix nor the title names the fault,
 * it was only in the air: the cause's own takes its place, if it names one. */
void mirth_settle_fault(struct mirth_telling *telling);

/* settle.c: the settled fault as the theme tells it: one of a kind that the theme has nothing on is
 * told as its class. NULL: none is known. */
const char *mirth_fault_as_told(struct mirth_telling *telling);

/* Whether the sentence begins with it: "To fix this, ...", "The fix was ...". */
bool mirth_opens_with_fix(const struct mirth_english *english, const struct mirth_clause *clause);

/* Whether a paragraph begins to tell what mended it: "To fix this, ...", "The fix was ...". */
bool mirth_begins_fix(const struct mirth_english *english, const struct mirth_part *part,
                      size_t clause);

#endif
