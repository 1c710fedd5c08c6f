/* cast.h: who is in the story: the parts of the system that a record names most. */
#ifndef MIRTH_CAST_H
#define MIRTH_CAST_H

#include "retell/telling.h"

/* A list of fewer is none. */
enum { MIRTH_FEWEST = 2 };

/* Picks the parts that are in the story, in telling->cast, but for those that the picture of the
 * record's fault is of. The gag is known. */
void mirth_find_cast(struct mirth_telling *telling);

/* The member that the place's sentence tells of: what it is about, or else what it names first.
 * NULL: none, or no sentence. */
const struct mirth_member *mirth_member_at(struct mirth_telling *telling,
                                           const struct mirth_place *place);

/* Whether the line (NULL is none) says what becomes of a part. */
bool mirth_is_of_role(const struct mirth_phrasing *line);

/* Whether the plan has a line of the member's. */
bool mirth_is_met(const struct mirth_telling *telling, const struct mirth_member *member);

/* One part alone in a role is a riddle, and no cast: its lines are taken back, and others may be
 * given out. False: there is none. */
bool mirth_leave_out_lone_role(struct mirth_telling *telling);

/* Puts a list of those that the plan has lines of, with what each is in this theme and what such a
 * part does, and the same in a line, for where room is short. Both empty where there is nobody. */
void mirth_put_cast(struct mirth_telling *telling, struct mirth_buffer *list,
                    struct mirth_buffer *line);

#endif
