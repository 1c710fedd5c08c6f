/* box_prose.h: what the record's prose says of who, why and the fix, where no field does. */
#ifndef MIRTH_BOX_PROSE_H
#define MIRTH_BOX_PROSE_H

#include "story.h"
#include "understand/english.h"

/* Each gives a slice of the record, or an empty one where nothing is said plainly and shortly. */

/* Whom it touched and how: the sentence of the impact, else of the summary, that says most. */
struct mirth_slice mirth_prose_who(const struct mirth_english *english,
                                   const struct mirth_story *story);

/* What the summary or the cause's section puts behind "because", where it names what was wrong. */
struct mirth_slice mirth_prose_share(const struct mirth_english *english,
                                     const struct mirth_story *story);
struct mirth_slice mirth_prose_why(const struct mirth_english *english,
                                   const struct mirth_story *story);

/* How well a clause says what fixed it, 0 for not at all; *fix is that much of it. Of the
 * timeline's entries the last counts, else the first of a rank. */
enum { MIRTH_FIX_OF_EVENT = 2 };
int mirth_rank_fix(const struct mirth_english *english, const struct mirth_part *part,
                   const struct mirth_clause *clause, struct mirth_slice *fix);

/* The first part that the label governs and that says something, or NULL. */
const struct mirth_part *mirth_governed(const struct mirth_story *story, const char *field);

/* Whether a part is the summary's prose, or tells the impact. */
bool mirth_in_summary(const struct mirth_part *part);
bool mirth_in_impact(const struct mirth_part *part);

/* Whether a row may hold it: short, whole, and no table's mark in it. */
bool mirth_fits_row(struct mirth_slice text, size_t most_words);

enum { MIRTH_ROW_WORDS = 18, MIRTH_WHY_WORDS = 26 };

#endif
