/* numbers.h: the few numbers by which an outage is remembered. */
#ifndef MIRTH_NUMBERS_H
#define MIRTH_NUMBERS_H

#include "phrasebook/book.h"
#include "story.h"

enum mirth_number_kind {
    MIRTH_LASTED,   /* how long it was broken */
    MIRTH_AFFECTED, /* how many felt it */
    MIRTH_DETECT,   /* from its beginning until somebody knew */
    MIRTH_RESOLVE,  /* from then until it worked again */
    MIRTH_NUMBERS
};

struct mirth_number {
    enum mirth_number_kind kind;
    bool reckoned;           /* from the record's times; the record does not say it */
    bool about;              /* the record hedges it */
    int64_t minutes;         /* -1: not a length of time */
    struct mirth_slice text; /* the record's own words where it is none: "70%", "4,200" */
    struct mirth_slice note; /* and what it counts: "of requests", "users" */
};

/* The numbers that the record gives or that can be reckoned from its times, in the order of their
 * kinds; returns how many. Nothing is reckoned across zones. The book is the English one. */
size_t mirth_read_numbers(const struct mirth_english *english, const struct mirth_book *book,
                          struct mirth_story *story, struct mirth_number numbers[MIRTH_NUMBERS]);

/* numbers_affected.c: what the impact says of how many felt it, or else the summary. */
struct mirth_checking;
bool mirth_count_affected(const struct mirth_checking *checking, struct mirth_number *number);

/* Whether all times of the record's entries are told in one zone, so that they may be compared. */
bool mirth_one_zone(const struct mirth_english *english, const struct mirth_story *story);

#endif
