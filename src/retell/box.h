/* box.h: the box at the top: when, who felt it, why, what fixed it. */
#ifndef MIRTH_BOX_H
#define MIRTH_BOX_H

#include "retell/telling.h"

/* The box in two sizes, pipe tables both; len 0: too little is known. */
struct mirth_box {
    struct mirth_buffer whole; /* what is known of when, who, why and fix: two rows at least */
    struct mirth_buffer brief; /* why and fix, where room is short; empty where that is all */
    bool says_why, says_fix;
};

/* Writes both, from the record's own words. Free them. */
void mirth_write_box(struct mirth_telling *telling, struct mirth_box *box);
void mirth_box_free(struct mirth_box *box);

/* "🐉 **The cause", and what closes it: a row's name in the theme. row: when, who, why, fix. */
void mirth_put_row_label(struct mirth_telling *telling, const char *row, const char *behind,
                         struct mirth_buffer *out);

#endif
