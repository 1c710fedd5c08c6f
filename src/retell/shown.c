/* shown.c: what a theme says of a situation that the record shows: an alarm that nobody heard, a
 * change that was only small. Such a line is about what happened, and fits no other sentence. */
#include "retell/shown.h"

#include <string.h>

#include "understand/situations.h"
#include "understand/understand.h"

/* Each situation is remarked on once: what happens twice is no second joke. */
static bool is_told(struct mirth_telling *t, const char *situation)
{
    struct mirth_phrasing *first;
    size_t count = mirth_theme_entry(t->theme, "situations", situation, &first);
    for (size_t i = 0; i < count; i++)
        if (first[i].used)
            return true;
    return false;
}

bool mirth_is_of_shown(const struct mirth_phrasing *line)
{
    return line && !strcmp(line->line->chapter, "situations");
}

bool mirth_was_shown(struct mirth_telling *t, const struct mirth_phrasing *line)
{
    return mirth_is_of_shown(line) && is_told(t, line->line->entry);
}

/* The best line of those situations that are everyday ones, or of the others. */
static struct mirth_phrasing *best_of(struct mirth_telling *t, const struct mirth_place *place,
                                      bool everyday)
{
    struct mirth_source sources[MIRTH_SHOWN];
    struct mirth_buffer scratch = {0};
    struct mirth_phrasing *line = NULL;
    size_t n = 0;
    const uint8_t *shows = place->clause->shows;
    for (size_t i = 0; i < MIRTH_SHOWN && shows[i]; i++) {
        const struct mirth_topic *situation = mirth_situation(t->english, shows[i]);
        const char *name = mirth_string(t->english, situation->name);
        if ((situation->weight == 1) == everyday && !is_told(t, name))
            sources[n++] = (struct mirth_source){"situations", name, 0};
    }
    if (n && (line = mirth_pick_from(t, sources, n, place, mirth_slice("", 0), &scratch)))
        mirth_unsay(t, line);
    mirth_buffer_free(&scratch);
    return line;
}

struct mirth_phrasing *mirth_answer_shown(struct mirth_telling *t, const struct mirth_place *place,
                                          int *worth)
{
    struct mirth_place there = *place;
    struct mirth_phrasing *line;
    if (!place->clause || !mirth_may_be_answered(t, place->part) || mirth_is_of_people(place->part))
        return NULL;
    there.moment = NULL;
    *worth = MIRTH_OF_NOTE;
    if ((line = best_of(t, &there, false)))
        return line;
    *worth = MIRTH_EVERYDAY;
    return best_of(t, &there, true);
}
