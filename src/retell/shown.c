/* shown.c: what a theme says of a situation that the record shows: an alarm that nobody heard, a
 * change that was only small. Such a line is about what happened, and fits no other sentence. */
#include "retell/shown.h"

#include <string.h>

#include "understand/situations.h"
#include "understand/understand.h"

/* A line about what the sentence shows is about the record; what the character says of any such
 * sentence is about the character, and goes before what every record shows only where it is of the
 * fault and of a word as well. */
enum { OF_NOTE = 12, EVERYDAY = 6 };

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

/* What people went through is no laughing matter. */
static bool may_be_remarked(const struct mirth_part *part)
{
    return !mirth_is(part->section, "impact") && !mirth_is(part->field, "impact") &&
           !(part->kind == MIRTH_FIELD && mirth_is(part->name, "impact"));
}

bool mirth_is_of_shown(const struct mirth_phrasing *line)
{
    return line && !strcmp(line->line->chapter, "situations");
}

bool mirth_is_of_note(int worth)
{
    return worth == OF_NOTE;
}

bool mirth_was_shown(struct mirth_telling *t, const struct mirth_phrasing *line)
{
    return mirth_is_of_shown(line) && is_told(t, line->line->entry);
}

/* The best line of those situations that are everyday ones, or of the others. */
static struct mirth_phrasing *best_of(struct mirth_telling *t, const struct mirth_place *place,
                                      const struct mirth_topic *const *shown, size_t count,
                                      bool everyday)
{
    struct mirth_source sources[MIRTH_SHOWN];
    struct mirth_buffer scratch = {0};
    struct mirth_phrasing *line = NULL;
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        const char *name = mirth_string(t->english, shown[i]->name);
        if ((shown[i]->weight == 1) == everyday && !is_told(t, name))
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
    const struct mirth_topic *shown[MIRTH_SHOWN];
    struct mirth_phrasing *line;
    size_t words, count;
    const struct mirth_token *tokens = mirth_words_at(t, place, &words);
    if (!may_be_remarked(place->part))
        return NULL;
    count = mirth_situations(t->english, tokens, words, mirth_asks(t->story, place->part), shown);
    there.moment = NULL;
    *worth = OF_NOTE;
    if ((line = best_of(t, &there, shown, count, false)))
        return line;
    *worth = EVERYDAY;
    return best_of(t, &there, shown, count, true);
}
