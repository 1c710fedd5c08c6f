/* box_relief.c: between which entries of a timeline the trouble was mended. */
#include "retell/box_relief.h"

#include "retell/heard.h"
#include "understand/digest.h"

static bool shows_trouble(const struct mirth_telling *t, const struct mirth_part *part)
{
    for (size_t k = 0; k < part->clause_count; k++)
        if (mirth_is_milestone(t->english_book, "detected", part->clauses[k].frame))
            return true;
    return false;
}

/* Nothing up to there mended it. */
static size_t first_sign(const struct mirth_telling *t)
{
    size_t first = t->story->digest.parts;
    for (size_t i = 0; i < t->story->digest.parts; i++) {
        const struct mirth_part *part = &t->story->parts[i];
        if (part->kind != MIRTH_EVENT || !part->clause_count)
            continue;
        if (shows_trouble(t, part))
            return i;
        first = i < first ? i : first;
    }
    return first;
}

/* The last entry of the minute at which the record says that the outage ended. */
static size_t stated_end(const struct mirth_telling *t)
{
    const struct mirth_story *story = t->story;
    for (size_t i = story->digest.parts; i-- > 0 && story->digest.ended >= 0;)
        if (story->parts[i].kind == MIRTH_EVENT && story->parts[i].clause_count &&
            story->parts[i].when.minute == story->digest.ended)
            return i;
    return SIZE_MAX;
}

static bool is_calm(const struct mirth_telling *t, const struct mirth_part *part)
{
    const struct mirth_clause *last = &part->clauses[part->clause_count - 1];
    return !mirth_is_vain(t, part, last) &&
           (mirth_is_milestone(t->english_book, "restored", last->frame) ||
            mirth_is_milestone(t->english_book, "calm", last->frame) ||
            mirth_has_listed(t->english, last->text, MIRTH_L_CALM_WORD));
}

/* The first entry behind the finding that tells that all is well, of a record without one the last;
 * what is done after it, to the backlog or for good, ended nothing. */
static size_t find_calm(const struct mirth_telling *t)
{
    size_t calm = SIZE_MAX, last = SIZE_MAX;
    for (size_t i = 0; i < t->story->digest.parts; i++) {
        const struct mirth_part *part = &t->story->parts[i];
        if (part->kind != MIRTH_EVENT || !part->clause_count)
            continue;
        last = i;
        if (!is_calm(t, part))
            continue;
        if (t->found != SIZE_MAX && t->first_clause[i] > t->found)
            return i;
        calm = t->found == SIZE_MAX ? i : calm;
    }
    return calm == SIZE_MAX ? last : calm;
}

struct mirth_relief mirth_find_relief(const struct mirth_telling *t)
{
    struct mirth_relief relief = {first_sign(t), stated_end(t)};
    if (relief.calm == SIZE_MAX || relief.calm <= relief.sign)
        relief.calm = find_calm(t);
    return relief;
}

bool mirth_is_near_calm(const struct mirth_telling *t, const struct mirth_relief *relief,
                        size_t part, size_t most)
{
    size_t n = 0;
    for (size_t i = part + 1; i < relief->calm && i < t->story->digest.parts && n <= most; i++)
        n += t->story->parts[i].kind == MIRTH_EVENT && t->story->parts[i].clause_count;
    return part <= relief->calm && n <= most;
}

bool mirth_goes_on(const struct mirth_telling *t, size_t clause)
{
    for (size_t i = t->story->digest.parts; i-- > 0;)
        if (t->story->parts[i].kind == MIRTH_EVENT && t->story->parts[i].clause_count)
            return t->first_clause[i] > clause;
    return false;
}
