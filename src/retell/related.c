/* related.c: situations that no sentence shows by itself, but by where it stands in the record: the
 * message that named the fault before anybody did, the step that was taken a second time, the cure
 * that took minutes after a hunt of hours, the all-clear that was none. */
#include "retell/box_rows.h"
#include "retell/heard.h"

#include <string.h>

#include "retell/shown.h"
#include "understand/digest.h"

/* A hunt is long, in minutes, and SHARE times as long as the cure that followed, which is short. */
enum { LONG_HUNT = 60, SHORT_CURE = 15, SHARE = 4 };

static struct mirth_clause *clause_of(const struct mirth_telling *t, size_t part, size_t k)
{
    return &t->story->parts[part].clauses[k];
}

static bool is_event(const struct mirth_part *part)
{
    return part->kind == MIRTH_EVENT && part->clause_count;
}

/* The clause until which nobody knows what broke, or, where none finds it, all is not well. */
static size_t end_of_hunt(const struct mirth_telling *t)
{
    return t->found != SIZE_MAX ? t->found : t->restored;
}

/* "It logs `no space left on device`", an hour before a full disk is found. */
static void mark_foretold(const struct mirth_telling *t, size_t part, size_t k,
                          struct mirth_slice cause)
{
    struct mirth_clause *clause = clause_of(t, part, k);
    const size_t number = t->first_clause[part] + k;
    if (t->fault && end_of_hunt(t) != SIZE_MAX && number < end_of_hunt(t) &&
        !mirth_is_milestone(t->english_book, "found", clause->frame) &&
        mirth_has_listed(t->english, clause->text, MIRTH_L_MESSAGE_WORD) &&
        mirth_message_tells(t->english, clause->body, t->story->digest.fault, cause))
        mirth_show(t->english, clause, "foretold", true);
}

/* "Restarted the relay", and once more before anything was found: the first time was in vain. */
static void mark_again(const struct mirth_telling *t, size_t part, size_t k)
{
    struct mirth_clause *clause = clause_of(t, part, k);
    const struct mirth_slice what = mirth_slot(clause, "what");
    if (!what.len || !clause->frame || end_of_hunt(t) == SIZE_MAX ||
        t->first_clause[part] + k >= end_of_hunt(t) ||
        !mirth_is_milestone(t->english_book, "step", clause->frame))
        return;
    for (size_t i = 0; i < part; i++)
        for (size_t n = 0; is_event(&t->story->parts[i]) && n < t->story->parts[i].clause_count;
             n++) {
            const struct mirth_clause *before = clause_of(t, i, n);
            if (mirth_is(before->frame, clause->frame) &&
                mirth_same_nocase(mirth_slot(before, "what"), what)) {
                mirth_show(t->english, clause, "same-again", true);
                return;
            }
        }
}

/* The part that holds the clause. */
static const struct mirth_part *part_with(const struct mirth_telling *t, size_t number)
{
    const struct mirth_part *part = NULL;
    for (size_t i = 0; i < t->story->part_count && t->first_clause[i] <= number; i++)
        if (t->story->parts[i].clause_count)
            part = &t->story->parts[i];
    return part;
}

/* Where the trouble shows; SIZE_MAX: nowhere. */
static size_t beginning(const struct mirth_telling *t)
{
    for (size_t i = 0; i < t->clause_total; i++)
        if (mirth_is(t->moments[i], "first-event"))
            return i;
    return SIZE_MAX;
}

static struct mirth_clause *found_clause(const struct mirth_telling *t)
{
    const struct mirth_part *part = part_with(t, t->found);
    return &part->clauses[t->found - t->first_clause[part - t->story->parts]];
}

/* Whether a theory of something else stands between that clause and the find. */
static bool is_left_again(const struct mirth_telling *t, size_t number)
{
    for (size_t i = 0; i < t->story->digest.parts; i++)
        for (size_t k = 0; is_event(&t->story->parts[i]) && k < t->story->parts[i].clause_count;
             k++) {
            const size_t at = t->first_clause[i] + k;
            if (at > number && at < t->found &&
                mirth_is_milestone(t->english_book, "false-trail", clause_of(t, i, k)->frame) &&
                !mirth_is_right(t, clause_of(t, i, k)))
                return true;
        }
    return false;
}

/* "10:15: The pool was found to be empty. 10:30: A deployment was suspected. 11:30: The pool." */
static void mark_early_find(const struct mirth_telling *t, size_t part, size_t k)
{
    struct mirth_clause *clause = clause_of(t, part, k);
    const size_t number = t->first_clause[part] + k;
    if (t->found == SIZE_MAX || number >= t->found || beginning(t) == SIZE_MAX ||
        number <= beginning(t) || !mirth_names_fault(t->english, t->story, clause) ||
        !mirth_has_listed(t->english, clause->text, MIRTH_L_FINDING_WORD) ||
        mirth_has_listed(t->english, clause->text, MIRTH_L_GUESS) ||
        mirth_finds_nothing(t, clause) || !is_left_again(t, number) ||
        !mirth_names_fault(t->english, t->story, found_clause(t)))
        return;
    mirth_show(t->english, clause, "had-it-once", true);
    mirth_show(t->english, found_clause(t), "found-again", true);
}

/* Whether the record tells of trouble, or of a search for it, behind the clause. */
static bool goes_on(const struct mirth_telling *t, size_t part, size_t number)
{
    for (size_t i = part; i < t->story->digest.parts; i++)
        for (size_t k = 0; is_event(&t->story->parts[i]) && k < t->story->parts[i].clause_count;
             k++) {
            const char *frame = clause_of(t, i, k)->frame;
            if (t->first_clause[i] + k > number &&
                (mirth_is_milestone(t->english_book, "relapse", frame) ||
                 mirth_is_milestone(t->english_book, "trouble", frame) ||
                 mirth_is_milestone(t->english_book, "search", frame)))
                return true;
        }
    return false;
}

/* "Incident closed", behind which all stays well. */
static void clear_well(const struct mirth_telling *t, size_t part, size_t k)
{
    const size_t number = t->first_clause[part] + k;
    if (t->restored == SIZE_MAX || number >= t->restored || !is_event(&t->story->parts[part]) ||
        !goes_on(t, part, number))
        mirth_hide(t->english, clause_of(t, part, k), "all-clear");
}

/* Of the entry that ends it: most of the time went into the hunt, and little into the cure. */
static void mark_short_cure(const struct mirth_telling *t)
{
    const size_t first = beginning(t);
    const struct mirth_part *begun, *found, *well;
    if (first == SIZE_MAX || t->found == SIZE_MAX || t->restored == SIZE_MAX)
        return;
    begun = part_with(t, first);
    found = part_with(t, t->found);
    well = part_with(t, t->restored);
    if (begun && found && well && begun->minutes >= 0 && found->minutes > 0 &&
        well->minutes > found->minutes && found->minutes - begun->minutes >= LONG_HUNT &&
        well->minutes - found->minutes <= SHORT_CURE &&
        found->minutes - begun->minutes >= SHARE * (well->minutes - found->minutes))
        mirth_show(t->english,
                   &well->clauses[t->restored - t->first_clause[well - t->story->parts]],
                   "short-fix", true);
}

void mirth_mark_related(struct mirth_telling *t)
{
    struct mirth_buffer cause = {0};
    mirth_put_why(t, &cause);
    for (size_t i = 0; i < t->story->digest.parts; i++)
        for (size_t k = 0; k < t->story->parts[i].clause_count; k++) {
            clear_well(t, i, k);
            if (!is_event(&t->story->parts[i]))
                continue;
            mark_foretold(t, i, k, mirth_buffer_slice(&cause));
            mark_again(t, i, k);
            mark_early_find(t, i, k);
        }
    mark_short_cure(t);
    mirth_buffer_free(&cause);
}
