/* moments_told.c: what a record explains behind its timeline: the cause, what mended it, and what
 * is to be done. */
#include "retell/moments.h"

#include <string.h>

#include "understand/digest.h"
#include "understand/understand.h"

enum { MEASURES = 3 };

/* Of an explanation's first sentences the one that names the fault; SIZE_MAX: none. */
static size_t telling_clause(const struct mirth_planner *p, const struct mirth_part *part)
{
    enum { FEW = 6 };
    for (size_t k = 0; k < part->clause_count && k < FEW; k++)
        if (mirth_names_fault(p->t->english, p->t->story, &part->clauses[k]))
            return k;
    return SIZE_MAX;
}

static bool explains(const struct mirth_planner *p, const struct mirth_part *part)
{
    return part->clause_count && part->kind != MIRTH_EVENT &&
           (!strncmp(part->section, "root-cause", 10) ||
            mirth_is(part->field, "cause-explanation")) &&
           (part->field || !mirth_is_milestone(p->english, "fixed", part->clauses[0].frame));
}

/* What explains the fault is said where the record does, or else behind the end of its first
 * explanation, if that is more than an item of a list. */
static void mark_cause(struct mirth_planner *p)
{
    const struct mirth_story *story = p->t->story;
    size_t first = SIZE_MAX, at = SIZE_MAX;
    for (size_t i = 0; i < story->part_count && at == SIZE_MAX; i++) {
        const struct mirth_part *part = &story->parts[i];
        const size_t k = explains(p, part) ? telling_clause(p, part) : SIZE_MAX;
        if (k != SIZE_MAX)
            at = p->t->first_clause[i] + k;
        else if (first == SIZE_MAX && explains(p, part))
            first = i;
    }
    if (at == SIZE_MAX && first != SIZE_MAX &&
        (story->parts[first].field || story->parts[first].kind == MIRTH_PROSE))
        at = p->t->first_clause[first] + story->parts[first].clause_count - 1;
    if (at != SIZE_MAX)
        mirth_mark_moment(p, at, "cause");
}

static bool mends(const struct mirth_planner *p, const struct mirth_part *part)
{
    if (mirth_is(part->section, "resolution") || mirth_is(part->field, "resolution") ||
        mirth_is(part->field, "resolution-explanation"))
        return true;
    return mirth_is(part->section, "root-cause-and-resolution") && !part->field &&
           mirth_is_milestone(p->english, "fixed", part->clauses[0].frame);
}

/* How plainly a part says that it tells the mending: by what was done, by what it was done to. */
static int cure_of(const struct mirth_planner *p, const struct mirth_part *part)
{
    if (mirth_is_milestone(p->english, "fixed", part->clauses[0].frame))
        return 2;
    return mirth_names_fault(p->t->english, p->t->story, &part->clauses[0]);
}

/* Where the record has said what mended it, outside its timeline and behind the cause: of the steps
 * that it lists the last that mends, or else the last that is of the fault, or else the first. */
static void mark_resolution(struct mirth_planner *p)
{
    const struct mirth_story *story = p->t->story;
    size_t cause = mirth_moment_place(p->t, "cause"), at = SIZE_MAX;
    int best = 0;
    for (size_t i = 0; i < story->part_count; i++) {
        const struct mirth_part *part = &story->parts[i];
        size_t number = p->t->first_clause[i];
        if (at != SIZE_MAX && part->kind == MIRTH_SECTION)
            break;
        if (part->clause_count && part->kind != MIRTH_EVENT &&
            !mirth_is(part->section, "timeline") && (cause == SIZE_MAX || number > cause) &&
            mends(p, part)) {
            const int cure = cure_of(p, part);
            if (at == SIZE_MAX || (cure && cure >= best)) {
                at = number;
                best = cure;
            }
        }
    }
    if (at != SIZE_MAX)
        mirth_mark_moment(p, at, "resolution");
}

/* "Paging worked" is a lesson, and nothing to be done. */
static bool is_to_do(const struct mirth_part *part)
{
    return part->kind == MIRTH_MEASURE && part->clause_count && !mirth_is(part->section, "lessons");
}

static void mark_measures(struct mirth_planner *p)
{
    const struct mirth_story *story = p->t->story;
    size_t total = 0, seen = 0, last = SIZE_MAX;
    for (size_t i = 0; i < story->part_count; i++)
        total += is_to_do(&story->parts[i]);
    for (size_t i = 0; i < story->part_count; i++) {
        const struct mirth_part *part = &story->parts[i];
        size_t number = p->t->first_clause[i] + (part->clause_count ? part->clause_count - 1 : 0);
        if (!is_to_do(part))
            continue;
        if (total > 3 && seen % (total / MEASURES + 1) == 1)
            mirth_mark_moment(p, number, "measure");
        last = number;
        seen++;
    }
    if (last != SIZE_MAX)
        mirth_mark_moment(p, last, "last-measure");
}

void mirth_mark_explanation(struct mirth_planner *p)
{
    mark_cause(p);
    mark_resolution(p);
    mark_measures(p);
}
