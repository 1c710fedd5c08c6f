/* box.h: the box at the top: when, who felt it, why, what fixed it. */
#ifndef MIRTH_BOX_H
#define MIRTH_BOX_H

#include "retell/telling.h"

/* The box in three sizes, pipe tables all; len 0: too little is known, or it would save nothing. */
struct mirth_box {
    struct mirth_buffer whole; /* what is known of when, who, why and fix: two rows at least */
    struct mirth_buffer brief; /* the same in few words, where room is short */
    struct mirth_buffer least; /* why and fix in few words, where there is hardly any */
    bool says_why, says_fix;
};

/* Writes all, from the record's own words. Free them. */
void mirth_write_box(struct mirth_telling *telling, struct mirth_box *box);
void mirth_box_free(struct mirth_box *box);

/* "🐉 **The cause", and what closes it: a row's name in the theme. row: when, who, why, fix. */
void mirth_put_row_label(struct mirth_telling *telling, const char *row, const char *behind,
                         struct mirth_buffer *out);

#endif
