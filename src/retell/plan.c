/* plan.c: the gag that fits the record, and where its beats fall. */
#include "retell/telling.h"

#include <string.h>

#include "understand/digest.h"

enum { MEASURES = 3, WAIT = 30 };

static bool is(const char *a, const char *b)
{
    return a && mirth_same_name(a, b);
}

/* ---- the gag ---- */

const char *mirth_being(struct mirth_pool *pool, const char *note)
{
    const char *at = strstr(note, "`being:");
    const char *end = at ? strchr(at + 1, '`') : NULL;
    struct mirth_slice name;
    if (!end)
        return NULL;
    name = mirth_trim(mirth_slice(at + 7, (size_t)(end - at) - 7));
    return mirth_pool_copy(pool, name.at, name.len);
}

static bool read_being(struct mirth_telling *t, const char *note)
{
    t->being = mirth_being(&t->story->pool, note);
    return t->being != NULL;
}

/* How well a gag fits: -1 not at all, one more for each need that the record meets. That something
 * in particular broke is true of nearly all, and no distinction. */
static int fitness(struct mirth_telling *t, const char *note)
{
    int score = 0;
    for (const char *at = strchr(note, '`'); at; at = strchr(at, '`')) {
        const char *end = strchr(at + 1, '`');
        struct mirth_condition *c;
        struct mirth_phrasing probe = {0};
        struct mirth_place nowhere = {.gap = -1};
        char *text;
        int met;
        if (!end)
            break;
        text = mirth_pool_copy(&t->story->pool, at + 1, (size_t)(end - at) - 1);
        at = end + 1;
        if (!text || strncmp(text, "needs:", 6))
            continue;
        probe.condition_count = mirth_read_conditions(&t->story->pool, text, &c);
        probe.conditions = c;
        if (!mirth_holds(t, &probe, &nowhere, &met))
            return -1;
        score += !strstr(text, "component") + (strstr(text, "fault") != NULL);
    }
    return score;
}

/* A line of the record's fault that is written for this gag: its want is blocked by this fault. */
static int fault_lines(const struct mirth_telling *t, const char *gag)
{
    struct mirth_phrasing *first;
    const char *fault = t->story->digest.fault;
    size_t n = fault ? mirth_theme_entry(t->theme, "faults", fault, &first) : 0;
    int lines = 0;
    for (size_t i = 0; i < n; i++) {
        const struct mirth_condition *c = mirth_condition(&first[i], MIRTH_C_GAG);
        lines += c && mirth_one_of(c->value, mirth_slice_of(gag));
    }
    return lines > 0;
}

static void pick_gag(struct mirth_telling *t)
{
    const struct mirth_book *book = t->theme->book;
    int best = -1;
    uint64_t rank = 0;
    for (size_t i = 0; i < book->entry_count; i++) {
        const struct mirth_entry *e = &book->entries[i];
        uint64_t hash;
        int score;
        if (strcmp(e->chapter, "gags") || !e->count)
            continue;
        hash = mirth_hash(t->seed ^ MIRTH_HASH, e->name, strlen(e->name));
        score = fitness(t, e->note);
        score += score < 0 ? 0 : fault_lines(t, e->name);
        if (score < 0 || score < best || (score == best && hash <= rank) || !read_being(t, e->note))
            continue;
        best = score;
        rank = hash;
        t->gag = e->name;
    }
    if (t->gag)
        read_being(t, mirth_book_note(book, "gags", t->gag));
}

/* ---- the milestones ---- */

struct planner {
    struct mirth_telling *t;
    const struct mirth_book *english;
    size_t count; /* of every kind of beat of the gag that was given out */
};

static void mark(struct planner *p, size_t clause, const char *moment)
{
    if (!p->t->moments[clause])
        p->t->moments[clause] = moment;
}

/* A suspicion of the guilty part, or of the fault, is no false trail. */
static bool is_right(const struct mirth_telling *t, const struct mirth_clause *clause)
{
    if (mirth_names_fault(t->english, t->story, clause))
        return true;
    const struct mirth_slice component = t->story->digest.component;
    for (size_t i = 0; component.len && i + component.len <= clause->body.len; i++)
        if (mirth_same_nocase(mirth_slice(clause->body.at + i, component.len), component))
            return true;
    return false;
}

/* "Settings adjusted, to no avail" is no turn of the story. */
static bool is_vain(const struct mirth_telling *t, const struct mirth_clause *clause)
{
    return mirth_has_listed(t->english, clause->text, MIRTH_L_IN_VAIN);
}

/* The first entry of a class marks it; of the findings and restorations it is the last. */
static void mark_event_classes(struct planner *p)
{
    static const struct {
        const char *class;
        bool last;
    } classes[] = {{"restored", true},   {"found", true}, {"false-trail", false},
                   {"escalated", false}, {"fixed", true}, {"ruled-out", false}};
    const struct mirth_story *story = p->t->story;
    for (size_t c = 0; c < sizeof classes / sizeof *classes; c++) {
        const struct mirth_milestone milestone = mirth_milestone(p->english, classes[c].class);
        size_t at = SIZE_MAX;
        for (size_t i = 0; i < story->part_count; i++) {
            const struct mirth_part *part = &story->parts[i];
            bool tale = part->kind == MIRTH_EVENT || is(part->section, "timeline");
            for (size_t k = 0; tale && k < part->clause_count; k++) {
                size_t number = p->t->first_clause[i] + k;
                if (!p->t->moments[number] && (classes[c].last || at == SIZE_MAX) &&
                    mirth_marks(milestone, part->clauses[k].frame) &&
                    !(is(classes[c].class, "false-trail") && is_right(p->t, &part->clauses[k])) &&
                    !(is(classes[c].class, "fixed") && is_vain(p->t, &part->clauses[k])))
                    at = number;
            }
        }
        if (at != SIZE_MAX)
            mark(p, at, classes[c].class);
    }
}

static size_t moment_place(const struct planner *p, const char *moment)
{
    for (size_t i = 0; i < p->t->clause_total; i++)
        if (is(p->t->moments[i], moment))
            return i;
    return SIZE_MAX;
}

/* No entry says "restored": the last one says it its own way. */
static void mark_calm(struct planner *p)
{
    const struct mirth_story *story = p->t->story;
    if (moment_place(p, "restored") != SIZE_MAX)
        return;
    for (size_t i = story->part_count; i-- > 0;) {
        const struct mirth_part *part = &story->parts[i];
        if (part->kind != MIRTH_EVENT || !part->clause_count)
            continue;
        for (size_t k = 0; k < part->clause_count; k++)
            if (mirth_is_milestone(p->english, "calm", part->clauses[k].frame))
                p->t->moments[p->t->first_clause[i] + k] = "restored";
        return;
    }
}

static void mark_first_event(struct planner *p)
{
    const struct mirth_story *story = p->t->story;
    bool begun = false; /* an entry may have its time on one line and its text on the next */
    for (size_t i = 0; i < story->part_count; i++) {
        begun |= story->parts[i].kind == MIRTH_EVENT;
        if (begun && story->parts[i].clause_count) {
            mark(p, p->t->first_clause[i] + story->parts[i].clause_count - 1, "first-event");
            return;
        }
    }
}

static void mark_impact(struct planner *p)
{
    const struct mirth_story *story = p->t->story;
    for (size_t i = 0; i < story->part_count; i++)
        if (is(story->parts[i].field, "impact") && story->parts[i].clause_count) {
            mark(p, p->t->first_clause[i] + story->parts[i].clause_count - 1, "impact");
            return;
        }
}

/* The longest wait before an entry, if it is half an hour or more. */
static void mark_gap(struct planner *p)
{
    const struct mirth_story *story = p->t->story;
    int64_t before = -1, longest = WAIT - 1;
    size_t at = SIZE_MAX;
    for (size_t i = 0; i < story->part_count; i++) {
        const struct mirth_part *part = &story->parts[i];
        if (part->minutes < 0)
            continue;
        if (before >= 0 && part->minutes - before > longest && part->clause_count &&
            !p->t->moments[p->t->first_clause[i] + part->clause_count - 1]) {
            longest = part->minutes - before;
            at = p->t->first_clause[i] + part->clause_count - 1;
        }
        before = part->minutes;
    }
    if (at != SIZE_MAX && at < moment_place(p, "restored"))
        mark(p, at, "gap");
}

static void mark_cause(struct planner *p)
{
    const struct mirth_story *story = p->t->story;
    for (size_t i = 0; i < story->part_count; i++) {
        const struct mirth_part *part = &story->parts[i];
        bool cause =
            !strncmp(part->section, "root-cause", 10) || is(part->field, "cause-explanation");
        if (cause && part->clause_count && part->kind != MIRTH_EVENT) {
            mark(p, p->t->first_clause[i], "cause");
            return;
        }
    }
}

static void mark_measures(struct planner *p)
{
    const struct mirth_story *story = p->t->story;
    size_t total = 0, seen = 0, last = SIZE_MAX;
    for (size_t i = 0; i < story->part_count; i++)
        total += story->parts[i].kind == MIRTH_MEASURE && story->parts[i].clause_count;
    for (size_t i = 0; i < story->part_count; i++) {
        const struct mirth_part *part = &story->parts[i];
        size_t number = p->t->first_clause[i] + (part->clause_count ? part->clause_count - 1 : 0);
        if (part->kind != MIRTH_MEASURE || !part->clause_count)
            continue;
        if (total > 3 && seen % (total / MEASURES + 1) == 1)
            mark(p, number, "measure");
        last = number;
        seen++;
    }
    if (last != SIZE_MAX)
        mark(p, last, "last-measure");
}

/* ---- the beats ---- */

static bool give_beat(struct mirth_telling *t, size_t number, const struct mirth_place *place,
                      struct mirth_buffer *scratch)
{
    t->beats[number] = mirth_pick_ours(t, "gags", t->gag, place, mirth_slice("", 0), scratch);
    return !scratch->spent;
}

static bool give_beats(struct mirth_telling *t)
{
    struct mirth_buffer scratch = {0};
    bool ok = true;
    for (size_t i = 0; i < t->story->part_count; i++) {
        struct mirth_part *part = &t->story->parts[i];
        for (size_t k = 0; k < part->clause_count && ok; k++) {
            size_t number = t->first_clause[i] + k, behind;
            struct mirth_place place = {.part = part, .gap = -1, .moment = t->moments[number]};
            if (!place.moment)
                continue;
            behind = mirth_behind_leaning(t->english, part, k);
            place.clause = &part->clauses[behind];
            if (!t->beats[number + behind - k])
                ok = give_beat(t, number + behind - k, &place, &scratch);
        }
    }
    mirth_buffer_free(&scratch);
    return ok;
}

static bool number_clauses(struct mirth_telling *t)
{
    struct mirth_pool *pool = &t->story->pool;
    t->first_clause = mirth_pool_array(pool, t->story->part_count + 1, sizeof *t->first_clause);
    for (size_t i = 0; t->first_clause && i < t->story->part_count; i++) {
        t->first_clause[i] = t->clause_total;
        t->clause_total += t->story->parts[i].clause_count;
    }
    t->beats = mirth_pool_array(pool, t->clause_total + 1, sizeof *t->beats);
    t->moments = mirth_pool_array(pool, t->clause_total + 1, sizeof *t->moments);
    return t->beats && t->moments && t->first_clause;
}

bool mirth_plan(struct mirth_telling *t)
{
    struct planner p = {.t = t, .english = t->english_book};
    if (!number_clauses(t))
        return false;
    pick_gag(t);
    if (!t->gag || t->options->mirth < 2)
        return true;
    mark_first_event(&p);
    mark_event_classes(&p);
    mark_calm(&p);
    mark_gap(&p);
    mark_impact(&p);
    mark_cause(&p);
    mark_measures(&p);
    if (!give_beats(t))
        return false;
    mirth_plant_callbacks(t);
    return true;
}
