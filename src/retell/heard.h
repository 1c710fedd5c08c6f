/* heard.h: what a sentence is taken to report, with the record known. */
#ifndef MIRTH_HEARD_H
#define MIRTH_HEARD_H

#include "retell/telling.h"

/* An event, or another part of the timeline: some tell it in prose. */
bool mirth_in_timeline(const struct mirth_part *part);

/* Whether the text names the guilty part, or the flaw. */
bool mirth_names_guilty(const struct mirth_telling *telling, struct mirth_slice text);

/* Whether a suspicion is of the fault, or of the guilty part: then it is no false trail. */
bool mirth_is_right(const struct mirth_telling *telling, const struct mirth_clause *clause);

/* The frame that a sentence is answered as: a suspicion of the fault as a look at it, a find that
 * all is well as such. */
const char *mirth_heard_as(const struct mirth_telling *telling, const struct mirth_part *part,
                           const struct mirth_clause *clause);

/* Whether what was done mended nothing, as far as its entry tells: "settings adjusted. No change.",
 * "tools deployed". */
bool mirth_is_vain(const struct mirth_telling *telling, const struct mirth_part *part,
                   const struct mirth_clause *clause);

/* "Escalated to Ana. Errors ceased.": whether the entry is over its trouble after that sentence.
 * What is said behind it of the sentence would say that it goes on. */
bool mirth_ends_well(const struct mirth_telling *telling, const struct mirth_part *part,
                     const struct mirth_clause *clause);

/* "Attention turned to the relay", which it was: nothing is ruled out there, where the entry says
 * no more than that. */
bool mirth_turns_right(const struct mirth_telling *telling, const struct mirth_part *part,
                       const struct mirth_clause *clause);

/* "Confirmed that all was restored", "found a possible leak", "found two old hosts, not related to
 * this": nothing was found, or not yet. */
bool mirth_finds_nothing(const struct mirth_telling *telling, const struct mirth_clause *clause);

/* Whether a sentence says that they were still looking, or had tried in vain. Once all is well
 * somebody may look into it: well counts no search. */
bool mirth_hunts(const struct mirth_telling *telling, const struct mirth_clause *clause, bool well);

/* Whether a find is one of what was wrong: it names the fault, or anything that is wrong. */
bool mirth_finds_flaw(const struct mirth_telling *telling, const struct mirth_clause *clause);

#endif
