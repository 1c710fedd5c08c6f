/* related.c: situations that no sentence shows by itself, but by where it stands in the record: the
 * message that named the fault before anybody did, the step that was taken a second time, the cure
 * that took minutes after a hunt of hours, the all-clear that was none. */
#include "retell/box_rows.h"
#include "retell/heard.h"
#include "retell/moments.h"

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

/* What is asked of each sentence, found once. Only the first MIRTH_READ parts are held against one
 * another: the cost must not grow with the square of a timeline. */
struct relations {
    const struct mirth_telling *t;
    struct mirth_slice cause;
    size_t begin; /* the clause in which the trouble shows */
    size_t end;   /* until which nobody knows what broke or, where none finds it, all is not well */
    size_t trouble; /* the last that tells of trouble, or of a search for it; SIZE_MAX: none */
};

static bool is_read(const struct mirth_telling *t, size_t part)
{
    return part < t->story->digest.parts && part < MIRTH_READ;
}

/* "It logs `no space left on device`", an hour before a full disk is found. */
static void mark_foretold(const struct relations *r, size_t part, size_t k)
{
    const struct mirth_telling *t = r->t;
    struct mirth_clause *clause = clause_of(t, part, k);
    const size_t number = t->first_clause[part] + k;
    if (t->story->digest.fault && r->end != SIZE_MAX && number < r->end &&
        !mirth_is_milestone(t->english_book, "found", clause->frame) &&
        mirth_has_listed(t->english, clause->text, MIRTH_L_MESSAGE_WORD) &&
        mirth_message_tells(t->english, clause->body, t->story->digest.fault, r->cause))
        mirth_show(t->english, clause, "foretold", true);
}

/* "Restarted the relay", and once more before anything was found: the first time was in vain. */
static void mark_again(const struct relations *r, size_t part, size_t k)
{
    const struct mirth_telling *t = r->t;
    struct mirth_clause *clause = clause_of(t, part, k);
    const struct mirth_slice what = mirth_slot(clause, "what");
    if (!what.len || !clause->frame || r->end == SIZE_MAX || t->first_clause[part] + k >= r->end ||
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

static struct mirth_clause *found_clause(const struct mirth_telling *t)
{
    const struct mirth_part *part = part_with(t, t->found);
    return &part->clauses[t->found - t->first_clause[part - t->story->parts]];
}

/* Whether a theory of something else stands between that clause and the find. */
static bool is_left_again(const struct mirth_telling *t, size_t number)
{
    for (size_t i = 0; is_read(t, i); i++)
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
static void mark_early_find(const struct relations *r, size_t part, size_t k)
{
    const struct mirth_telling *t = r->t;
    struct mirth_clause *clause = clause_of(t, part, k);
    const size_t number = t->first_clause[part] + k;
    if (t->found == SIZE_MAX || number >= t->found || r->begin == SIZE_MAX || number <= r->begin ||
        !mirth_names_fault(t->english, t->story, clause) ||
        !mirth_has_listed(t->english, clause->text, MIRTH_L_FINDING_WORD) ||
        mirth_has_listed(t->english, clause->text, MIRTH_L_GUESS) ||
        mirth_finds_nothing(t, clause) || !is_left_again(t, number) ||
        !mirth_names_fault(t->english, t->story, found_clause(t)))
        return;
    mirth_show(t->english, clause, "had-it-once", true);
    mirth_show(t->english, found_clause(t), "found-again", true);
}

static size_t last_trouble(const struct mirth_telling *t)
{
    static const char *const classes[] = {"relapse", "trouble", "search"};
    size_t last = SIZE_MAX;
    for (size_t i = 0; i < t->story->digest.parts; i++)
        for (size_t k = 0; is_event(&t->story->parts[i]) && k < t->story->parts[i].clause_count;
             k++)
            for (size_t c = 0; c < sizeof classes / sizeof *classes; c++)
                if (mirth_is_milestone(t->english_book, classes[c], clause_of(t, i, k)->frame))
                    last = t->first_clause[i] + k;
    return last;
}

/* "Incident closed", behind which all stays well. */
static void clear_well(const struct relations *r, size_t part, size_t k)
{
    const struct mirth_telling *t = r->t;
    const size_t number = t->first_clause[part] + k;
    if (t->restored == SIZE_MAX || number >= t->restored || !is_event(&t->story->parts[part]) ||
        r->trouble == SIZE_MAX || r->trouble <= number)
        mirth_hide(t->english, clause_of(t, part, k), "all-clear");
}

/* Of the entry that ends it: most of the time went into the hunt, and little into the cure. */
static void mark_short_cure(const struct relations *r)
{
    const struct mirth_telling *t = r->t;
    const struct mirth_part *begun, *found, *well;
    if (r->begin == SIZE_MAX || t->found == SIZE_MAX || t->restored == SIZE_MAX)
        return;
    begun = part_with(t, r->begin);
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
    struct relations r = {
        .t = t, .begin = mirth_moment_place(t, "first-event"), .trouble = last_trouble(t)};
    mirth_put_why(t, &cause);
    r.cause = mirth_buffer_slice(&cause);
    r.end = t->found != SIZE_MAX ? t->found : t->restored;
    for (size_t i = 0; i < t->story->digest.parts; i++)
        for (size_t k = 0; k < t->story->parts[i].clause_count; k++) {
            clear_well(&r, i, k);
            if (!is_event(&t->story->parts[i]) || !is_read(t, i))
                continue;
            mark_foretold(&r, i, k);
            mark_again(&r, i, k);
            mark_early_find(&r, i, k);
        }
    mark_short_cure(&r);
    mirth_buffer_free(&cause);
}
