/* clauses.h: a part's text as sentences, and each sentence's frame. */
#ifndef MIRTH_CLAUSES_H
#define MIRTH_CLAUSES_H

#include "story.h"
#include "understand/tokens.h"

/* What a clause belongs to: a timeline, whose present tense tells what happened; other text, whose
 * present tense tells what is so; a list of measures. */
enum mirth_manner { MIRTH_TALE, MIRTH_REPORT, MIRTH_REQUEST };

/* "It failed.[^2]" without the references to notes behind its stop. */
struct mirth_slice mirth_without_notes(struct mirth_slice text);

/* Splits part->flat into clauses (allocated in pool) and matches each; `known` may hold its tokens,
 * or be NULL. False: memory is out. */
bool mirth_read_clauses(const struct mirth_english *english, const struct mirth_words *known,
                        struct mirth_pool *pool, struct mirth_part *part, enum mirth_manner manner);

/* The tokens of a clause's body, emphasis marks left out. */
struct mirth_sentence {
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count; /* 0 where there were more than MIRTH_TOKENS */
};

/* Finds what leads a clause and its frame: of the patterns whose trigger word stands in it, the
 * one with the most of its own words, the earlier in the book where two have as many. A measure is
 * matched by topic. Nothing matches across a negation or an auxiliary outside a clausal slot, and
 * outside a timeline nothing in the present tense. */
void mirth_match(const struct mirth_english *english, struct mirth_clause *clause,
                 const struct mirth_sentence *sentence, enum mirth_manner manner);

#endif
