/* box_said.h: where a sentence says by itself that it tells the mending. */
#ifndef MIRTH_BOX_SAID_H
#define MIRTH_BOX_SAID_H

#include "retell/telling.h"

/* Whether the part is of the mending alone. */
bool mirth_in_resolution(const struct mirth_part *part);

/* "To solve this, the relay was replaced": where the cause is told, it is the resolution. */
bool mirth_leads_to_fix(const struct mirth_english *english, const struct mirth_part *part,
                        const struct mirth_clause *clause);

/* What is said behind a label or a colon that calls it the fix, or nothing. */
struct mirth_slice mirth_labelled_fix(const struct mirth_telling *telling,
                                      const struct mirth_part *part,
                                      const struct mirth_clause *clause);

/* What was done, where the sentence says that it is the fix, whatever its frame; or nothing. */
struct mirth_slice mirth_said_to_mend(const struct mirth_english *english,
                                      const struct mirth_part *part,
                                      const struct mirth_clause *clause);

#endif
