/* box_stretch.h: what a sentence says of when something was. */
#ifndef MIRTH_BOX_STRETCH_H
#define MIRTH_BOX_STRETCH_H

#include "retell/telling.h"

/* When a sentence says it was: one moment, or a day at its head and the hours further on, and what
 * it says of the end ("started at 9:05, and ended at 9:40"). */
struct mirth_stretch {
    struct mirth_slice day, hours; /* hours: behind the day; len 0: none, or in `day` already */
    struct mirth_slice end;        /* len 0: not said by itself */
    bool timed;
};

/* Reads it from the text; false where that says no day. A day alone counts only at a sentence's
 * head, or where the sentence is of the date: "On May 9, the relay ..., from 10:05 to 10:40". */
bool mirth_read_stretch(const struct mirth_english *english, struct mirth_slice text,
                        struct mirth_stretch *stretch);

/* The first day that the text says without a time, "8 to 10 October 2024" with its beginning; else
 * empty. */
struct mirth_slice mirth_day_in(const struct mirth_english *english, struct mirth_slice text);

/* Whether the text says a day. */
bool mirth_says_day(const struct mirth_english *english, struct mirth_slice text);

/* "Between 14:36 and 15:43 UTC": its two times, where hardly anything parts them; or nothing. */
struct mirth_slice mirth_hours_in(const struct mirth_english *english, struct mirth_slice text);

/* "Start 10:02 UTC, end of impact 11:51 UTC": the first and the last of a sentence's moments that
 * are said to be its begin and its end. */
bool mirth_read_ends(const struct mirth_english *english, struct mirth_slice text,
                     struct mirth_slice *from, struct mirth_slice *to);

#endif
