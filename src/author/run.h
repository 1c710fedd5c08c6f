/* run.h: many tellings of many records, and which of a theme's lines each of them said. */
#ifndef MIRTH_RUN_H
#define MIRTH_RUN_H

#include "author/stats.h"

enum { MIRTH_SEEDS = 16 }; /* tellings of each record */

/* Lines are numbered as in the theme's book. */
struct mirth_run {
    struct mirth_pool pool;
    size_t records; /* that were told: no others count */
    struct mirth_said {
        uint32_t *lines;
        size_t count;
    } (*said)[MIRTH_SEEDS]; /* by record */
};

/* Tells every record that is one, MIRTH_SEEDS times. False as of mirth_stats(). Free with
 * mirth_run_free(). */
bool mirth_run(const struct mirth_stage *stage, const struct mirth_specimen *records, size_t count,
               struct mirth_run *run, struct mirth_error *err);
void mirth_run_free(struct mirth_run *run);

/* How many weeks pass before a reader who reads one of the records a week, in random order, each
 * told with a seed of its own, has met a line of the theme twice: the middle of many readers.
 * counts says which lines are counted; records + 1 where none meets one in that many weeks. */
size_t mirth_weeks(const struct mirth_run *run, const bool *counts, size_t lines);

#endif
