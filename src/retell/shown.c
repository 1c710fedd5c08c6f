/* shown.c: what a theme says of a situation that the record shows: an alarm that nobody heard, a
 * change that was only small. Such a line is about what happened, and fits no other sentence. */
#include "retell/shown.h"

#include <string.h>

#include "understand/situations.h"
#include "understand/understand.h"

/* The situation's number in the English book; 0: it has none of the name. */
static uint8_t number_of(const struct mirth_english *e, const char *name)
{
    for (size_t s = 0; s < e->situation_count; s++)
        if (mirth_is(name, mirth_string(e, e->situations[s].name)))
            return (uint8_t)(s + 1);
    return 0;
}

void mirth_show(const struct mirth_english *e, struct mirth_clause *clause, const char *name,
                bool first)
{
    const uint8_t number = number_of(e, name);
    size_t at = 0;
    if (!number || memchr(clause->shows, number, MIRTH_SHOWN))
        return;
    while (!first && at < MIRTH_SHOWN && clause->shows[at])
        at++;
    if (at == MIRTH_SHOWN)
        return;
    memmove(clause->shows + at + 1, clause->shows + at, MIRTH_SHOWN - 1 - at);
    clause->shows[at] = number;
}

void mirth_hide(const struct mirth_english *e, struct mirth_clause *clause, const char *name)
{
    /* most sentences show nothing */
    const uint8_t number = clause->shows[0] ? number_of(e, name) : 0;
    uint8_t *at = number ? memchr(clause->shows, number, MIRTH_SHOWN) : NULL;
    if (!at)
        return;
    memmove(at, at + 1, (size_t)(clause->shows + MIRTH_SHOWN - 1 - at));
    clause->shows[MIRTH_SHOWN - 1] = 0;
}

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
        if ((situation->weight == 1) != everyday || is_told(t, name))
            continue;
        sources[n++] = (struct mirth_source){"situations", name, 0};
        if (mirth_leads(name)) {
            sources[0] = sources[n - 1];
            n = 1;
            break;
        }
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
