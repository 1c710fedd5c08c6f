/* deed.h: what a sentence without its verb to be has behind its deed: "Lamp replaced at noon". */
#ifndef MIRTH_DEED_H
#define MIRTH_DEED_H

#include "retell/telling.h"

/* "..., bell rung": a second deed of the same kind at the sentence's end. */
struct mirth_deed {
    struct mirth_slice joint, thing, verb; /* joint: "," or ", and"; thing.len 0: there is none */
};

/* Behind the first deed of "lamp replaced, bell rung", or "lamp replaced at noon, and bell rung".
 */
struct mirth_deed mirth_second_deed(const struct mirth_english *english,
                                    const struct mirth_clause *clause);

/* Whether nothing behind the deed ("Lamp replaced") says that it is one of another kind: an object
 * of its own, or another verb that the sentence hangs on. */
bool mirth_is_bare_deed(const struct mirth_english *english, const struct mirth_clause *clause);

/* "Night crew [at once] found a lamp", not "Night crew back on duty": whether the subject's verb
 * stands behind it. */
bool mirth_has_verb_behind(const struct mirth_english *english, const struct mirth_clause *clause,
                           struct mirth_slice subject);

/* ", which was full", " that was full": whether what is left over is of the noun before it. */
bool mirth_is_of_noun(const struct mirth_english *english, struct mirth_slice rest);

#endif
