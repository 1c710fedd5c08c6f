/* moments.c: the milestones of a record: which sentence finds, mends, restores, and the like. */
#include "retell/moments.h"

#include <string.h>

#include "retell/heard.h"
#include "understand/digest.h"
#include "understand/understand.h"

enum { WAIT = 30 };

void mirth_mark_moment(struct mirth_planner *p, size_t clause, const char *moment)
{
    if (!p->t->moments[clause])
        p->t->moments[clause] = moment;
}

size_t mirth_moment_place(const struct mirth_telling *t, const char *moment)
{
    for (size_t i = 0; i < t->clause_total; i++)
        if (mirth_is(t->moments[i], moment))
            return i;
    return SIZE_MAX;
}

/* What is said of trouble, behind the last sentence of its entry. */
static bool is_of_trouble(const char *class)
{
    return mirth_is(class, "escalated") || mirth_is(class, "false-trail");
}

/* Whether a sentence whose frame marks the class is a turn of the tale all the same. */
static bool is_turn(const struct mirth_planner *p, const char *class, const struct mirth_part *part,
                    const struct mirth_clause *clause)
{
    return !(is_of_trouble(class) && mirth_ends_well(p->t, part, clause)) &&
           !(mirth_is(class, "false-trail") && mirth_is_right(p->t, clause)) &&
           !(mirth_is(class, "ruled-out") && mirth_turns_right(p->t, part, clause)) &&
           !(mirth_is(class, "fixed") &&
             (mirth_is_vain(p->t, part, clause) || mirth_is_guess(p->t->english, part, clause))) &&
           !(mirth_is(class, "found") && mirth_finds_nothing(p->t, clause)) &&
           !(mirth_is(class, "restored") &&
             mirth_has_listed(p->t->english, mirth_slot(clause, "what"), MIRTH_L_KEPT_COPY));
}

/* How much a sentence must say to mark a class. */
enum demand { ANY, FLAW, FAULT };

struct turn {
    const char *name;
    bool last;          /* the last entry of the class marks it, and not the first */
    enum demand demand; /* one that says so much rather than another */
};

static bool meets(const struct mirth_planner *p, enum demand demand,
                  const struct mirth_clause *clause)
{
    return demand == ANY || (demand == FLAW && mirth_finds_flaw(p->t, clause)) ||
           (demand == FAULT && mirth_names_fault(p->t->english, p->t->story, clause));
}

/* "It was back. At noon it crashed again.": the trouble is not over. */
static bool relapses(const struct mirth_planner *p, const struct mirth_part *part)
{
    for (size_t k = 0; k < part->clause_count; k++)
        if (mirth_is_milestone(p->english, "relapse", part->clauses[k].frame))
            return true;
    return false;
}

/* The first sentence of the entry that holds it. */
static size_t entry_of(const struct mirth_planner *p, size_t number)
{
    size_t first = number;
    for (size_t i = 0; number != SIZE_MAX && i < p->t->story->part_count; i++)
        if (p->t->first_clause[i] <= number)
            first = p->t->first_clause[i];
    return first;
}

/* The sentence that marks the class; SIZE_MAX: none. What is found once all is well is no cause,
 * what was done then no cure, and neither is what was done before the cause was found, or before
 * there was any trouble. */
static size_t find_turn(const struct mirth_planner *p, const struct turn *class, enum demand demand)
{
    const struct mirth_story *story = p->t->story;
    const struct mirth_milestone milestone = mirth_milestone(p->english, class->name);
    const bool mends = mirth_is(class->name, "fixed"), ends = mirth_is(class->name, "restored");
    const bool excuses = mirth_is(class->name, "ruled-out"); /* "No more errors. All is well." */
    const size_t restored = mirth_moment_place(p->t, "restored");
    const size_t end = excuses                  ? entry_of(p, restored)
                       : class->demand || mends ? restored
                                                : SIZE_MAX;
    const size_t found = mends ? mirth_moment_place(p->t, "found") : SIZE_MAX;
    const size_t trouble = mends ? mirth_moment_place(p->t, "first-event") : SIZE_MAX;
    const size_t begin = found != SIZE_MAX ? found + 1 : trouble != SIZE_MAX ? trouble + 1 : 0;
    size_t at = SIZE_MAX;
    for (size_t i = 0; i < story->part_count; i++) {
        const struct mirth_part *part = &story->parts[i];
        bool tale = part->kind == MIRTH_EVENT || mirth_is(part->section, "timeline");
        for (size_t k = 0; tale && k < part->clause_count; k++) {
            size_t number = p->t->first_clause[i] + k;
            if (number >= begin && number < end && !p->t->moments[number] &&
                (class->last || at == SIZE_MAX) && mirth_marks(milestone, part->clauses[k].frame) &&
                is_turn(p, class->name, part, &part->clauses[k]) &&
                meets(p, demand, &part->clauses[k]))
                at = number;
        }
        if (ends && tale && at < p->t->first_clause[i] && relapses(p, part))
            at = SIZE_MAX;
    }
    return at;
}

/* "Restarted the relay. ... The firewall was checked": what they went on looking behind was no cure
 * or, of what ends the trouble, no end. */
static bool is_hunted_on(const struct mirth_planner *p, size_t turn, bool ends)
{
    const struct mirth_story *story = p->t->story;
    const size_t end = mirth_moment_place(p->t, "restored");
    for (size_t i = 0; i < story->part_count; i++) {
        const struct mirth_part *part = &story->parts[i];
        for (size_t k = 0; part->kind == MIRTH_EVENT && k < part->clause_count; k++) {
            const size_t number = p->t->first_clause[i] + k;
            if (number > turn && number < end && mirth_hunts(p->t, &part->clauses[k], ends))
                return true;
        }
    }
    return false;
}

/* "Monitoring confirmed that all is stable", and not "confirmed a fault in the relay". */
static bool sounds_calm(const struct mirth_planner *p, const struct mirth_part *part,
                        const struct mirth_clause *clause)
{
    return mirth_is_milestone(p->english, "calm", mirth_heard_as(p->t, part, clause)) &&
           !(mirth_is(clause->frame, "confirmed") && mirth_finds_flaw(p->t, clause));
}

/* No entry says "restored": one of the last ones says it its own way, the very last in any words.
 */
static void mark_calm(struct mirth_planner *p)
{
    enum { LAST = 3 };
    const struct mirth_story *story = p->t->story;
    size_t seen = 0;
    for (size_t i = story->part_count; i-- > 0 && seen < LAST;) {
        const struct mirth_part *part = &story->parts[i];
        if (part->kind != MIRTH_EVENT || !part->clause_count)
            continue;
        for (size_t k = part->clause_count; k-- > 0;)
            if (sounds_calm(p, part, &part->clauses[k]) ||
                (!seen &&
                 mirth_has_listed(p->t->english, part->clauses[k].text, MIRTH_L_CALM_WORD))) {
                p->t->moments[p->t->first_clause[i] + k] = "restored";
                return;
            }
        seen++;
    }
}

static void mark_class(struct mirth_planner *p, const struct turn *class)
{
    size_t at = SIZE_MAX;
    for (int demand = class->demand; demand >= ANY && at == SIZE_MAX; demand--)
        at = find_turn(p, class, (enum demand)demand);
    const bool ends = mirth_is(class->name, "restored");
    if (at != SIZE_MAX && !((ends || mirth_is(class->name, "fixed")) && is_hunted_on(p, at, ends)))
        mirth_mark_moment(p, at, class->name);
}

static void mark_event_classes(struct mirth_planner *p)
{
    static const struct turn end = {"restored", true, ANY}, others[] = {{"found", true, FAULT},
                                                                        {"false-trail", false, ANY},
                                                                        {"escalated", false, ANY},
                                                                        {"fixed", true, ANY},
                                                                        {"ruled-out", false, ANY}};
    mark_class(p, &end);
    if (mirth_moment_place(p->t, "restored") == SIZE_MAX)
        mark_calm(p);
    for (size_t c = 0; c < sizeof others / sizeof *others; c++)
        mark_class(p, &others[c]);
}

static bool shows_trouble(const struct mirth_planner *p, const struct mirth_part *part)
{
    for (size_t k = 0; k < part->clause_count; k++)
        if (mirth_is_milestone(p->english, "trouble", part->clauses[k].frame) ||
            mirth_has_listed(p->t->english, part->clauses[k].text, MIRTH_L_TROUBLE_SIGN))
            return true;
    return false;
}

/* "1.14.0 deployed. Smoke test passes." */
static bool is_before_trouble(const struct mirth_planner *p, const struct mirth_part *part)
{
    return part->clause_count &&
           mirth_is_milestone(p->english, "before-trouble", part->clauses[0].frame);
}

/* The first of the first few entries that shows any trouble ("Release 4.18 deployed" does not),
 * else the first. */
static void mark_first_event(struct mirth_planner *p)
{
    enum { FEW = 6 };
    const struct mirth_story *story = p->t->story;
    bool begun = false; /* an entry may have its time on one line and its text on the next */
    size_t first = SIZE_MAX, seen = 0;
    for (size_t i = 0; i < story->part_count && seen < FEW; i++) {
        const struct mirth_part *part = &story->parts[i];
        begun |= part->kind == MIRTH_EVENT;
        if (!begun || !part->clause_count ||
            (seen && part->kind != MIRTH_EVENT && !mirth_is(part->section, "timeline")))
            continue;
        if (shows_trouble(p, part)) {
            first = i;
            break;
        }
        if (first == SIZE_MAX && !is_before_trouble(p, part))
            first = i;
        seen++;
    }
    if (first != SIZE_MAX)
        mirth_mark_moment(p, p->t->first_clause[first] + story->parts[first].clause_count - 1,
                          "first-event");
}

static void mark_impact(struct mirth_planner *p)
{
    const struct mirth_story *story = p->t->story;
    for (size_t i = 0; i < story->part_count; i++)
        if (mirth_is(story->parts[i].field, "impact") && story->parts[i].clause_count &&
            !story->parts[i].cell) {
            mirth_mark_moment(p, p->t->first_clause[i] + story->parts[i].clause_count - 1,
                              "impact");
            return;
        }
}

static bool is_calm(const struct mirth_planner *p, const struct mirth_part *part)
{
    for (size_t k = 0; k < part->clause_count; k++)
        if (mirth_is_milestone(p->english, "restored", part->clauses[k].frame) ||
            mirth_is_milestone(p->english, "calm", part->clauses[k].frame))
            return true;
    return false;
}

/* An entry that is a turn of the tale in any of its sentences, or reports a find or a cure: it ends
 * the waiting. */
static bool turns(const struct mirth_planner *p, size_t number)
{
    const struct mirth_part *part = &p->t->story->parts[number];
    for (size_t k = 0; k < part->clause_count; k++)
        if (p->t->moments[p->t->first_clause[number] + k] ||
            mirth_is_milestone(p->english, "found", part->clauses[k].frame) ||
            mirth_is_milestone(p->english, "fixed", part->clauses[k].frame) ||
            mirth_names_fault(p->t->english, p->t->story, &part->clauses[k]))
            return true;
    return false;
}

/* The longest wait, once the trouble has begun, before an entry that does not end the waiting, if
 * it is half an hour or more. */
static void mark_gap(struct mirth_planner *p)
{
    const struct mirth_story *story = p->t->story;
    const size_t begin = mirth_moment_place(p->t, "first-event"),
                 end = mirth_moment_place(p->t, "restored");
    int64_t before = -1, longest = WAIT - 1;
    size_t at = SIZE_MAX;
    for (size_t i = 0; i < story->part_count; i++) {
        const struct mirth_part *part = &story->parts[i];
        if (part->minutes < 0)
            continue;
        const size_t number = p->t->first_clause[i] + part->clause_count - 1;
        if (before >= 0 && part->minutes - before > longest && part->clause_count &&
            (begin == SIZE_MAX || number > begin) && number < end && !turns(p, i) &&
            !is_calm(p, part)) {
            longest = part->minutes - before;
            at = number;
        }
        before = part->minutes;
    }
    if (at != SIZE_MAX)
        mirth_mark_moment(p, at, "gap");
}

void mirth_mark_moments(struct mirth_telling *t)
{
    struct mirth_planner p = {.t = t, .english = t->english_book};
    mark_first_event(&p);
    mark_event_classes(&p);
    mark_gap(&p);
    mark_impact(&p);
    mirth_mark_explanation(&p);
    t->found = mirth_moment_place(t, "found");
    t->restored = mirth_moment_place(t, "restored");
}
