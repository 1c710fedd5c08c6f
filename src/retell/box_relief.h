/* box_relief.h: between which entries of a timeline the trouble was mended. */
#ifndef MIRTH_BOX_RELIEF_H
#define MIRTH_BOX_RELIEF_H

#include "retell/telling.h"

/* Parts of the story, by their numbers: what mended it is told behind the one and not behind the
 * other. */
struct mirth_relief {
    size_t sign; /* the entry that the trouble shows in, else the first */
    size_t calm; /* the entry in which it is over; the last, where none says so */
};

struct mirth_relief mirth_find_relief(const struct mirth_telling *telling);

/* Whether at most so many entries stand between that part and the calm, and it is not behind it. */
bool mirth_is_near_calm(const struct mirth_telling *telling, const struct mirth_relief *relief,
                        size_t part, size_t most);

/* Whether entries follow the one that holds the clause of that number. */
bool mirth_goes_on(const struct mirth_telling *telling, size_t clause);

#endif
