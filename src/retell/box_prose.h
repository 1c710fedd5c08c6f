/* box_prose.h: what the rows of the box have in common: which part is read, and how much of a
 * sentence a row may hold. */
#ifndef MIRTH_BOX_PROSE_H
#define MIRTH_BOX_PROSE_H

#include "story.h"
#include "understand/english.h"
#include "understand/tokens.h"

/* The first part that the label governs and that says something, or NULL. */
const struct mirth_part *mirth_governed(const struct mirth_story *story, const char *field);

/* Whether a part is the summary's prose, or tells the impact. */
bool mirth_in_summary(const struct mirth_part *part);
bool mirth_in_impact(const struct mirth_part *part);

/* A row's words: of one clause, of a cause, of a field's first sentences, and where room is short.
 */
enum { MIRTH_ROW_WORDS = 22, MIRTH_WHY_WORDS = 32, MIRTH_FIELD_WORDS = 34, MIRTH_BRIEF_WORDS = 16 };

/* Whether a row may hold it: at most so many words (ROW_WORDS), whole, no table's mark in it. */
bool mirth_fits_row(struct mirth_slice text, size_t most_words);
bool mirth_is_short(struct mirth_slice text);

/* The sentence without its lead, or as much of it as a row may hold; empty where that says too
 * little. A slice of the clause. */
struct mirth_slice mirth_shortly(const struct mirth_english *english,
                                 const struct mirth_clause *clause);

/* "On 3 May, from 10:00 to 11:00, a third failed" from "a third" on: the row of the time has the
 * rest. */
struct mirth_slice mirth_past_time(const struct mirth_english *english, struct mirth_slice text);

/* What stands behind "The cause:" at a sentence's start, for the phrases of a list; else empty. */
struct mirth_slice mirth_behind_label(const struct mirth_english *english, struct mirth_slice text,
                                      int list);

/* A sentence up to the last joint ("which led to", ", causing") in front of which it has so many
 * words at most; empty where there is none. */
struct mirth_slice mirth_cut_to_row(const struct mirth_english *english, struct mirth_slice text,
                                    size_t most_words);

/* The part that the label governs, where the record has it before its tale begins; or NULL. */
const struct mirth_part *mirth_stated(const struct mirth_story *story, const char *field);

/* From there on in the part's first sentence to the end of its `last` (from 0), where FIELD_WORDS
 * hold it; else empty. */
struct mirth_slice mirth_leading(const struct mirth_part *part, const char *from, size_t last);

/* Whether it can be read without the sentence in front of it. */
bool mirth_stands_alone(const struct mirth_english *english, struct mirth_slice text);

/* Whether a phrase of the list stands in it, or in the name of a link. */
bool mirth_row_mentions(const struct mirth_english *english, struct mirth_slice text, int list);

/* Takes it apart into at most MIRTH_TOKENS tokens; 0: there are more. */
size_t mirth_row_tokens(const struct mirth_english *english, struct mirth_slice text,
                        struct mirth_token *tokens);

/* Whether the clause's frame is in that list of frames. */
bool mirth_is_framed(const struct mirth_english *english, const struct mirth_clause *clause,
                     int frames);

#endif
