/* moments.c: the milestones of a record: which sentence finds, mends, restores, and the like. */
#include "retell/heard.h"

#include <string.h>

#include "understand/digest.h"
#include "understand/understand.h"

enum { MEASURES = 3, WAIT = 30 };

struct planner {
    struct mirth_telling *t;
    const struct mirth_book *english;
};

static void mark(struct planner *p, size_t clause, const char *moment)
{
    if (!p->t->moments[clause])
        p->t->moments[clause] = moment;
}

/* What is said of trouble, behind the last sentence of its entry. */
static bool is_of_trouble(const char *class)
{
    return mirth_is(class, "escalated") || mirth_is(class, "false-trail");
}

/* Whether a sentence whose frame marks the class is a turn of the tale all the same. */
static bool is_turn(const struct planner *p, const char *class, const struct mirth_part *part,
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

static bool meets(const struct planner *p, enum demand demand, const struct mirth_clause *clause)
{
    return demand == ANY || (demand == FLAW && mirth_finds_flaw(p->t, clause)) ||
           (demand == FAULT && mirth_names_fault(p->t->english, p->t->story, clause));
}

/* "It was back. At noon it crashed again.": the trouble is not over. */
static bool relapses(const struct planner *p, const struct mirth_part *part)
{
    for (size_t k = 0; k < part->clause_count; k++)
        if (mirth_is_milestone(p->english, "relapse", part->clauses[k].frame))
            return true;
    return false;
}

static size_t moment_place(const struct planner *p, const char *moment)
{
    for (size_t i = 0; i < p->t->clause_total; i++)
        if (mirth_is(p->t->moments[i], moment))
            return i;
    return SIZE_MAX;
}

/* The first sentence of the entry that holds it. */
static size_t entry_of(const struct planner *p, size_t number)
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
static size_t find_turn(const struct planner *p, const struct turn *class, enum demand demand)
{
    const struct mirth_story *story = p->t->story;
    const struct mirth_milestone milestone = mirth_milestone(p->english, class->name);
    const bool mends = mirth_is(class->name, "fixed"), ends = mirth_is(class->name, "restored");
    const bool excuses = mirth_is(class->name, "ruled-out"); /* "No more errors. All is well." */
    const size_t restored = moment_place(p, "restored");
    const size_t end = excuses                  ? entry_of(p, restored)
                       : class->demand || mends ? restored
                                                : SIZE_MAX;
    const size_t found = mends ? moment_place(p, "found") : SIZE_MAX;
    const size_t trouble = mends ? moment_place(p, "first-event") : SIZE_MAX;
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
static bool is_hunted_on(const struct planner *p, size_t turn, bool ends)
{
    const struct mirth_story *story = p->t->story;
    const size_t end = moment_place(p, "restored");
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
static bool sounds_calm(const struct planner *p, const struct mirth_part *part,
                        const struct mirth_clause *clause)
{
    return mirth_is_milestone(p->english, "calm", mirth_heard_as(p->t, part, clause)) &&
           !(mirth_is(clause->frame, "confirmed") && mirth_finds_flaw(p->t, clause));
}

/* No entry says "restored": one of the last ones says it its own way, the very last in any words.
 */
static void mark_calm(struct planner *p)
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

static void mark_class(struct planner *p, const struct turn *class)
{
    size_t at = SIZE_MAX;
    for (int demand = class->demand; demand >= ANY && at == SIZE_MAX; demand--)
        at = find_turn(p, class, (enum demand)demand);
    const bool ends = mirth_is(class->name, "restored");
    if (at != SIZE_MAX && !((ends || mirth_is(class->name, "fixed")) && is_hunted_on(p, at, ends)))
        mark(p, at, class->name);
}

static void mark_event_classes(struct planner *p)
{
    static const struct turn end = {"restored", true, ANY}, others[] = {{"found", true, FAULT},
                                                                        {"false-trail", false, ANY},
                                                                        {"escalated", false, ANY},
                                                                        {"fixed", true, ANY},
                                                                        {"ruled-out", false, ANY}};
    mark_class(p, &end);
    if (moment_place(p, "restored") == SIZE_MAX)
        mark_calm(p);
    for (size_t c = 0; c < sizeof others / sizeof *others; c++)
        mark_class(p, &others[c]);
}

static bool shows_trouble(const struct planner *p, const struct mirth_part *part)
{
    for (size_t k = 0; k < part->clause_count; k++)
        if (mirth_is_milestone(p->english, "trouble", part->clauses[k].frame) ||
            mirth_has_listed(p->t->english, part->clauses[k].text, MIRTH_L_TROUBLE_SIGN))
            return true;
    return false;
}

/* "1.14.0 deployed. Smoke test passes." */
static bool is_before_trouble(const struct planner *p, const struct mirth_part *part)
{
    return part->clause_count &&
           mirth_is_milestone(p->english, "before-trouble", part->clauses[0].frame);
}

/* The first of the first few entries that shows any trouble ("Release 4.18 deployed" does not),
 * else the first. */
static void mark_first_event(struct planner *p)
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
        mark(p, p->t->first_clause[first] + story->parts[first].clause_count - 1, "first-event");
}

static void mark_impact(struct planner *p)
{
    const struct mirth_story *story = p->t->story;
    for (size_t i = 0; i < story->part_count; i++)
        if (mirth_is(story->parts[i].field, "impact") && story->parts[i].clause_count &&
            !story->parts[i].cell) {
            mark(p, p->t->first_clause[i] + story->parts[i].clause_count - 1, "impact");
            return;
        }
}

static bool is_calm(const struct planner *p, const struct mirth_part *part)
{
    for (size_t k = 0; k < part->clause_count; k++)
        if (mirth_is_milestone(p->english, "restored", part->clauses[k].frame) ||
            mirth_is_milestone(p->english, "calm", part->clauses[k].frame))
            return true;
    return false;
}

/* An entry that is a turn of the tale in any of its sentences, or reports a find or a cure: it ends
 * the waiting. */
static bool turns(const struct planner *p, size_t number)
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
static void mark_gap(struct planner *p)
{
    const struct mirth_story *story = p->t->story;
    const size_t begin = moment_place(p, "first-event"), end = moment_place(p, "restored");
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
        mark(p, at, "gap");
}

/* Of an explanation's first sentences the one that names the fault; SIZE_MAX: none. */
static size_t telling_clause(const struct planner *p, const struct mirth_part *part)
{
    enum { FEW = 6 };
    for (size_t k = 0; k < part->clause_count && k < FEW; k++)
        if (mirth_names_fault(p->t->english, p->t->story, &part->clauses[k]))
            return k;
    return SIZE_MAX;
}

static bool explains(const struct planner *p, const struct mirth_part *part)
{
    return part->clause_count && part->kind != MIRTH_EVENT &&
           (!strncmp(part->section, "root-cause", 10) ||
            mirth_is(part->field, "cause-explanation")) &&
           (part->field || !mirth_is_milestone(p->english, "fixed", part->clauses[0].frame));
}

/* What explains the fault is said where the record does, or else behind the end of its first
 * explanation, if that is more than an item of a list. */
static void mark_cause(struct planner *p)
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
        mark(p, at, "cause");
}

static bool mends(const struct planner *p, const struct mirth_part *part)
{
    if (mirth_is(part->section, "resolution") || mirth_is(part->field, "resolution") ||
        mirth_is(part->field, "resolution-explanation"))
        return true;
    return mirth_is(part->section, "root-cause-and-resolution") && !part->field &&
           mirth_is_milestone(p->english, "fixed", part->clauses[0].frame);
}

/* How plainly a part says that it tells the mending: by what was done, by what it was done to. */
static int cure_of(const struct planner *p, const struct mirth_part *part)
{
    if (mirth_is_milestone(p->english, "fixed", part->clauses[0].frame))
        return 2;
    return mirth_names_fault(p->t->english, p->t->story, &part->clauses[0]);
}

/* Where the record has said what mended it, outside its timeline and behind the cause: of the steps
 * that it lists the last that mends, or else the last that is of the fault, or else the first. */
static void mark_resolution(struct planner *p)
{
    const struct mirth_story *story = p->t->story;
    size_t cause = moment_place(p, "cause"), at = SIZE_MAX;
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
        mark(p, at, "resolution");
}

/* "Paging worked" is a lesson, and nothing to be done. */
static bool is_to_do(const struct mirth_part *part)
{
    return part->kind == MIRTH_MEASURE && part->clause_count && !mirth_is(part->section, "lessons");
}

static void mark_measures(struct planner *p)
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
            mark(p, number, "measure");
        last = number;
        seen++;
    }
    if (last != SIZE_MAX)
        mark(p, last, "last-measure");
}

void mirth_mark_moments(struct mirth_telling *t)
{
    struct planner p = {.t = t, .english = t->english_book};
    mark_first_event(&p);
    mark_event_classes(&p);
    mark_gap(&p);
    mark_impact(&p);
    mark_cause(&p);
    mark_resolution(&p);
    mark_measures(&p);
    t->found = moment_place(&p, "found");
    t->restored = moment_place(&p, "restored");
}
