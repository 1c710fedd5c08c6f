/* state.h: a telegram that says how something is: "Database down", "Users unable to log in". */
#ifndef MIRTH_STATE_H
#define MIRTH_STATE_H

#include "story.h"
#include "understand/english.h"

/* What is so, and from where on the sentence says how; both slices of the clause. */
struct mirth_state {
    struct mirth_slice thing; /* len 0: the sentence is no such telegram */
    const char *how;
};

struct mirth_state mirth_state_of(const struct mirth_english *english,
                                  const struct mirth_clause *clause);

#endif
