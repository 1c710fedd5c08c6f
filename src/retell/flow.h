/* flow.h: what stands before and behind a sentence, and what it may have there. */
#ifndef MIRTH_FLOW_H
#define MIRTH_FLOW_H

#include "retell/telling.h"

/* Whether the part's next sentence begins with a word that points back at this one ("It then ...",
 * "This led to ..."): a line of ours between the two would be pointed at instead. */
bool mirth_is_leaned_on(const struct mirth_english *english, const struct mirth_part *part,
                        size_t clause);

/* Whether an entry has words between its time and its text: "10:05 - Assumption: ...". What is said
 * first behind them is what they announce. */
bool mirth_is_labelled(const struct mirth_story *story, const struct mirth_part *part);

/* Whether the text has its full stop, an emoji or a note's reference behind it or not. */
bool mirth_has_stop(struct mirth_slice text);

/* Whether the sentence ("The following was done:", "Why?") hands over to what stands below it:
 * nothing of ours comes between. What an entry asks, nobody answers. */
bool mirth_hands_over(const struct mirth_part *part, const struct mirth_clause *clause);

/* Whether the clause of that number (SIZE_MAX: none) is the part's. */
bool mirth_holds_clause(const struct mirth_telling *telling, const struct mirth_part *part,
                        size_t number);

/* Whether the part is the first of its section. */
bool mirth_opens_section(const struct mirth_story *story, const struct mirth_part *part);

/* Whether a list of its own stands under the part's item: "Escalation" is a label there. */
bool mirth_is_above_list(const struct mirth_story *story, const struct mirth_part *part);

/* Whether an entry is a heading, a few words over a list of its own, or a status over its text: it
 * keeps to itself, as headings do. */
bool mirth_stands_as_heading(const struct mirth_telling *telling, const struct mirth_part *part);

/* The clause as a line sees it. A measure (asks) is told as a whole, behind its last sentence and
 * by what its first one that was recognised asks for. */
struct mirth_clause mirth_as_told(const struct mirth_part *part, const struct mirth_clause *clause,
                                  bool asks);

#endif
