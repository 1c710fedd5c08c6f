/* reasons.h: what --explain tells: what was taken for a sentence, and why another line was not. */
#ifndef MIRTH_REASONS_H
#define MIRTH_REASONS_H

#include "retell/telling.h"

/* Why a phrasing is not taken. */
enum mirth_objection {
    MIRTH_TAKEN,
    MIRTH_SAYS_LITTLE,
    MIRTH_NO_ROOM,
    MIRTH_IS_HEADED,
    MIRTH_FITS_ANYWHERE,
    MIRTH_TOO_MUCH,
    MIRTH_IS_ECHO,
    MIRTH_OTHER_SLOTS,
    MIRTH_TOO_LONG,
    MIRTH_UNBALANCED,
    MIRTH_ANSWERS_LESS,
    MIRTH_TOO_NEAR,
};

/* For --explain: why a line was not taken for the sentence at hand; then what was. */
void mirth_note_loser(struct mirth_telling *telling, const struct mirth_phrasing *phrasing,
                      enum mirth_objection why);
/* The same of each answer that could be given to the place's sentence, and is not. */
void mirth_note_rivals(struct mirth_telling *telling, const struct mirth_place *place,
                       enum mirth_objection why);
void mirth_note_choice(struct mirth_telling *telling, struct mirth_clause *clause,
                       const struct mirth_phrasing *head, const struct mirth_phrasing *taken,
                       const struct mirth_phrasing *behind);

#endif
