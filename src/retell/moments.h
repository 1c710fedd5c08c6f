/* moments.h: how the milestones of a record are marked. */
#ifndef MIRTH_MOMENTS_H
#define MIRTH_MOMENTS_H

#include "retell/telling.h"

struct mirth_planner {
    struct mirth_telling *t;
    const struct mirth_book *english;
};

/* Has the clause stand at the milestone, unless it stands at one already. */
void mirth_mark_moment(struct mirth_planner *planner, size_t clause, const char *moment);

/* The clause that stands there; SIZE_MAX: none does. */
size_t mirth_moment_place(const struct mirth_telling *telling, const char *moment);

/* moments_told.c: the milestones outside the timeline. Wants those of the timeline. */
void mirth_mark_explanation(struct mirth_planner *planner);

#endif
