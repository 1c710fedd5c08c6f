/* shown.h: the lines about situations, behind a sentence and as the edition's moral. */
#ifndef MIRTH_SHOWN_H
#define MIRTH_SHOWN_H

#include "retell/telling.h"

/* What such a line is worth, as answers have a worth. It is about the record; what the character
 * says of any such sentence is about the character, and goes before what every record shows only
 * where it is of the fault and of a word as well. */
enum { MIRTH_OF_NOTE = 12, MIRTH_EVERYDAY = 6 };

/* The best unused line about a situation that the place's sentence shows, and its worth; NULL: it
 * shows none, or all that it shows has been remarked on. It is not said yet. */
struct mirth_phrasing *mirth_answer_shown(struct mirth_telling *telling,
                                          const struct mirth_place *place, int *worth);

/* Whether it is such a line (NULL is none); and of a situation that was remarked on already. */
bool mirth_is_of_shown(const struct mirth_phrasing *line);
bool mirth_was_shown(struct mirth_telling *telling, const struct mirth_phrasing *line);

/* Has the clause show the situation, before what it shows already or behind it, or hides it; a name
 * that the English book has not, and one too many, change nothing. */
void mirth_show(const struct mirth_english *english, struct mirth_clause *clause, const char *name,
                bool first);
void mirth_hide(const struct mirth_english *english, struct mirth_clause *clause, const char *name);

/* moral.c: what the record teaches, by what it shows or else by its fault, into out. False, and
 * out empty: the theme has no line for it. */
bool mirth_pick_moral(struct mirth_telling *telling, struct mirth_buffer *out);

#endif
