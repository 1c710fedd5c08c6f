/* clock.h: dates, times and zones as people write them. */
#ifndef MIRTH_CLOCK_H
#define MIRTH_CLOCK_H

#include "understand/tokens.h"

/* What a time expression says; 0 or -1 where it does not. */
struct mirth_when {
    struct mirth_slice text; /* "March 10, 2024, 09:15 GMT", without mark-up around it */
    size_t len;              /* bytes from the given start to its last one */
    int year, month, day;    /* 0: not said */
    int minute;              /* of the day, of the first time said; -1: not said */
    bool half;               /* a range or two times: minute is the first */
    bool broken;             /* it cannot be: "17:59 PM", "10:00 M", "May 3,, 2024", "May 32" */
};

/* Whether text begins with a date or a time of day (emphasis and an opening bracket may stand
 * before it). Every shape that people use to open a timeline's entry; see tests/test_clock.c. */
bool mirth_when_at(const struct mirth_english *english, struct mirth_slice text,
                   struct mirth_when *when);

/* Days since 1970-01-01 of a date of the Gregorian calendar. */
int64_t mirth_days(int year, int month, int day);

/* And the date of such a day. */
void mirth_date(int64_t days, int *year, int *month, int *day);

/* "3 PM", "9:05 a.m.": whether it says which half of the day. */
bool mirth_says_half(struct mirth_slice time);

/* "am", "PM": the word alone. */
static inline bool mirth_is_half(struct mirth_slice word)
{
    return word.len == 2 && mirth_says_half(word);
}

#endif
