/* clauses.h: a part's text as sentences, and each sentence's frame. */
#ifndef MIRTH_CLAUSES_H
#define MIRTH_CLAUSES_H

#include "story.h"
#include "understand/tokens.h"

/* Splits part->flat into clauses (allocated in pool); no frames yet. False: memory is out. */
bool mirth_split(const struct mirth_english *english, struct mirth_pool *pool,
                 struct mirth_part *part);

/* Finds what leads a clause and its frame: of the patterns whose trigger word stands in it, the
 * one with the most of its own words, the earlier in the book where two have as many. A measure is
 * matched by topic. Nothing matches across a negation or an auxiliary outside a clausal slot. */
void mirth_match(const struct mirth_english *english, struct mirth_clause *clause, bool measure);

#endif
