/* run.h: many tellings of many records, and which of a theme's lines each of them said. */
#ifndef MIRTH_RUN_H
#define MIRTH_RUN_H

#include "author/stats.h"

enum { MIRTH_SEEDS = 16 };                   /* tellings of each record */
enum { MIRTH_SERIES = 9, MIRTH_WEEKS = 26 }; /* readers of `--earlier`, and how long they read */

/* The theme's lines that an edition says, numbered as in the theme's book. */
struct mirth_said {
    uint32_t *lines;
    size_t count;
};

struct mirth_run {
    struct mirth_pool pool;
    size_t records;                         /* that were told: no others count */
    const struct mirth_specimen **told;     /* they */
    struct mirth_said (*said)[MIRTH_SEEDS]; /* by record */
    size_t weeks; /* that a series has: MIRTH_WEEKS, or the number of the records */
    struct mirth_said series[MIRTH_SERIES][MIRTH_WEEKS];
};

/* Tells every record that is one, MIRTH_SEEDS times, and MIRTH_SERIES times some of them in random
 * order, one a week, each so that it says no line of those before it. False as of mirth_stats().
 * Free with mirth_run_free(). */
bool mirth_run(const struct mirth_stage *stage, const struct mirth_specimen *records, size_t count,
               struct mirth_run *run, struct mirth_error *err);
void mirth_run_free(struct mirth_run *run);

/* How many weeks pass before a reader who reads one of the records a week, in random order, each
 * told with a seed of its own, has met a line of the theme twice: the middle of many readers.
 * counts says which lines are counted; records + 1 where none meets one in that many weeks. */
size_t mirth_weeks(const struct mirth_run *run, const bool *counts, size_t lines);

/* The same of the series' readers; run->weeks + 1 where none meets one in that many weeks. */
size_t mirth_series_weeks(const struct mirth_run *run, const bool *counts, size_t lines);

/* How many lines an edition of those weeks of the series has, on average. */
size_t mirth_series_lines(const struct mirth_run *run, const bool *counts, size_t first,
                          size_t count);

#endif
