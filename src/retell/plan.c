/* plan.c: the gag that fits the record, and the beats that it and the fault have at its milestones.
 */
#include "retell/box_rows.h"
#include "retell/cast.h"
#include "retell/shown.h"

#include <string.h>

#include "retell/plain.h"
#include "understand/digest.h"

/* ---- the gag ---- */

/* "`being: the mule`" */
static struct mirth_slice being_of(const char *note)
{
    const char *at = strstr(note, "`being:");
    const char *end = at ? strchr(at + 1, '`') : NULL;
    return end ? mirth_trim(mirth_slice(at + 7, (size_t)(end - at) - 7)) : mirth_slice("", 0);
}

static bool is_culprits(const char *note)
{
    return mirth_same_text(being_of(note), "{culprit:the}");
}

bool mirth_read_being(struct mirth_telling *t, struct mirth_pool *pool, const char *note)
{
    const bool by_culprit = is_culprits(note);
    const struct mirth_slice name = by_culprit ? t->story->digest.culprit : being_of(note);
    t->by_culprit = by_culprit;
    t->being = name.len ? mirth_pool_copy(pool, name.at, name.len) : NULL;
    return t->being != NULL;
}

/* That something in particular broke, that nobody says "I", or that a hunt goes past the culprit
 * twice, is true of many records, and no distinction. */
static bool is_distinct(const struct mirth_telling *t, const char *need)
{
    enum { OFTEN = 3 };
    return strstr(need, "culprit") ? t->passed >= OFTEN
                                   : !strstr(need, "component") && !strstr(need, "impersonal");
}

/* What a gag is about says most. */
static int weight_of(const char *need)
{
    return strstr(need, "fault") || strstr(need, "culprit") ? 2 : 1;
}

/* How well a gag fits: -1 not at all, one more for each distinct need that the record meets. */
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
        score += is_distinct(t, text) ? weight_of(text) : 0;
    }
    return score;
}

bool mirth_has_tale(const struct mirth_telling *t, const char *entry, const char *kind,
                    const char *gag)
{
    struct mirth_phrasing *first;
    size_t n = entry ? mirth_theme_entry(t->theme, "faults", entry, &first) : 0;
    for (size_t i = 0; i < n; i++) {
        const struct mirth_condition *c = mirth_condition(&first[i], MIRTH_C_GAG);
        const struct mirth_condition *key = mirth_condition(&first[i], MIRTH_C_KEY);
        if (c && mirth_one_of(c->value, mirth_slice_of(gag)) && key &&
            mirth_same_text(key->value, kind) && !mirth_is_known(t, &first[i]))
            return true;
    }
    return false;
}

/* The entry of the theme's `## faults` that the gag has tales of: the culprit's are of any. */
static const char *tale_of(const struct mirth_telling *t, const char *gag)
{
    return is_culprits(mirth_book_note(t->theme->book, "gags", gag)) ? "any" : t->fault;
}

/* Lines of the record's fault that are written for this gag, whose want this fault blocks; those of
 * the gag whose story it is best are marked so, and a fable is better still. */
static int fault_lines(const struct mirth_telling *t, const char *gag)
{
    struct mirth_phrasing *first;
    const char *fault = tale_of(t, gag);
    size_t n = fault ? mirth_theme_entry(t->theme, "faults", fault, &first) : 0;
    int worth = mirth_has_tale(t, fault, "fable", gag) ? 3 : 0;
    for (size_t i = 0; i < n && worth < 2; i++) {
        const struct mirth_condition *c = mirth_condition(&first[i], MIRTH_C_GAG);
        if (!c || !mirth_one_of(c->value, mirth_slice_of(gag)) || mirth_is_known(t, &first[i]))
            continue;
        worth = mirth_condition(&first[i], MIRTH_C_BEST) ? 2 : 1;
    }
    return worth;
}

/* Whether the gag has a fable of the record's fault, or tells of it from its first sign to its
 * cure, and does not only have a picture of it. */
static bool has_story(const struct mirth_telling *t, const char *gag)
{
    enum { STORY = 3 };
    struct mirth_phrasing *first;
    const struct mirth_slice fault = mirth_slice_of(t->fault);
    const int own = fault_lines(t, gag);
    const size_t n = own ? mirth_theme_entry(t->theme, "gags", gag, &first) : 0;
    size_t lines = own > 2 ? STORY : 0;
    for (size_t i = 0; i < n && lines < STORY; i++) {
        const struct mirth_condition *c = mirth_condition(&first[i], MIRTH_C_FAULT);
        lines += c && mirth_one_of(c->value, fault);
    }
    return lines == STORY;
}

/* Whether the gag can still be opened with words that its readers do not know. */
static bool opens_anew(const struct mirth_telling *t, const char *gag)
{
    struct mirth_phrasing *first;
    size_t n = t->options->earlier_length ? mirth_theme_entry(t->theme, "gags", gag, &first) : 0;
    for (size_t i = 0; i < n; i++) {
        const struct mirth_condition *at = mirth_condition(&first[i], MIRTH_C_AT);
        if (at && mirth_same_text(at->value, "opening") && !mirth_is_known(t, &first[i]))
            return true;
    }
    return !n;
}

/* "The probe", of a record that has a readiness probe: nobody would know which of the two is meant.
 */
static bool is_in_record(const struct mirth_telling *t, const char *note)
{
    const struct mirth_story *story = t->story;
    const struct mirth_slice source = {story->source, story->length};
    struct mirth_slice name = being_of(note), word;
    for (word = name; name.len && mirth_cut(&name, ' ', &word);)
        ;
    if (!word.len || !mirth_is_lower(word.at[0]))
        return false; /* a name of its own */
    for (size_t i = 0; i + word.len <= source.len; i++)
        if ((!i || !mirth_is_alpha(source.at[i - 1])) &&
            mirth_same_nocase(mirth_slice(source.at + i, word.len), word) &&
            (i + word.len == source.len || !mirth_is_lower(source.at[i + word.len]) ||
             source.at[i + word.len] == 's'))
            return true;
    return false;
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
        if (score >= 0) /* one that its readers know is better than none */
            score = opens_anew(t, e->name) ? 1 + score + fault_lines(t, e->name) : 0;
        if (score < 0 || score < best || (score == best && hash <= rank) ||
            is_in_record(t, e->note) || !mirth_read_being(t, &t->story->pool, e->note))
            continue;
        best = score;
        rank = hash;
        t->gag = e->name;
    }
    if (t->gag) {
        mirth_read_being(t, &t->story->pool, mirth_book_note(book, "gags", t->gag));
        t->tale = tale_of(t, t->gag);
        t->fault = t->by_culprit ? NULL : t->fault; /* another story would come in with it */
    }
    t->own_story =
        t->gag && (t->fault ? has_story(t, t->gag) : mirth_has_tale(t, "any", "fable", t->gag));
    t->best_story = t->own_story && (!t->fault || fault_lines(t, t->gag) > 1);
    t->tells_itself = t->gag && strstr(mirth_book_note(book, "gags", t->gag), "impersonal");
}

/* ---- the beats ---- */

bool mirth_is_story_beat(const char *moment)
{
    return mirth_one_of(mirth_slice_of("first-event|found|restored"), mirth_slice_of(moment));
}

/* A story has to begin, to turn and to end; between, what the record shows is better company, but
 * what every record shows is none for the fault's own scene. */
static struct mirth_phrasing *or_what_is_shown(struct mirth_telling *t, struct mirth_phrasing *beat,
                                               const struct mirth_place *place)
{
    const bool of_fault = beat && mirth_condition(beat, MIRTH_C_FAULT);
    struct mirth_phrasing *line;
    int worth;
    const bool found = mirth_is(place->moment, "found");
    if (!found && (!beat || mirth_is_story_beat(place->moment)))
        return beat;
    line = mirth_answer_shown(t, place, &worth);
    if (!line || (found && !mirth_leads(line->line->entry)) || (of_fault && worth < MIRTH_OF_NOTE))
        return beat;
    if (beat)
        mirth_unsay(t, beat); /* it was the last */
    mirth_say(t, line);
    return line;
}

bool mirth_leaves_to_record(const struct mirth_telling *t, const char *moment)
{
    return mirth_is_milestone(t->english_book, "left-to-the-record", moment);
}

/* What the character does whatever broke is said where nothing better is (spread.c), and what it
 * does at no turn of its story not at all. */
static bool may_wait(const struct mirth_telling *t, const struct mirth_phrasing *beat,
                     const char *moment)
{
    return t->options->mirth < 3 && !strcmp(beat->line->chapter, "gags") &&
           !mirth_is_story_beat(moment) &&
           (t->ensemble || !mirth_condition(beat, MIRTH_C_FAULT) ||
            (t->own_story && mirth_leaves_to_record(t, moment)) ||
            (t->scene_at && mirth_is(moment, "resolution"))); /* the scene has had its say */
}

static bool give_beat(struct mirth_telling *t, size_t number, const struct mirth_place *place,
                      struct mirth_buffer *scratch)
{
    /* The edition is the character's; where the record explains the fault, so may the fault's own
     * lines, unless the character's story has a picture of its own for it. */
    const char *fault = place->faultless ? NULL : mirth_fault_at(t, place->part);
    const bool explains =
        (mirth_is(place->moment, "cause") || mirth_is(place->moment, "resolution")) &&
        !t->own_story;
    const struct mirth_source sources[] = {{"gags", t->gag, 1}, {"faults", fault, explains}};
    struct mirth_phrasing *beat =
        mirth_pick_from(t, sources, fault ? 2 : 1, place, mirth_slice("", 0), scratch);
    if (beat && may_wait(t, beat, place->moment)) {
        mirth_unsay(t, beat);
        beat = NULL;
    }
    t->beats[number] = or_what_is_shown(t, beat, place);
    return !scratch->spent;
}

/* Where there is a scene of the fault, it says what a line at the cause would have said. */
static bool takes_scene(struct mirth_telling *t, const struct mirth_part *part, size_t number)
{
    if (!mirth_is(t->moments[number], "cause"))
        return false;
    t->scene_at = mirth_scene_place(t, part);
    if (t->scene_at)
        t->moments[number] = NULL;
    return t->scene_at;
}

/* A milestone's line stands behind the last sentence of its entry or paragraph: the facts come
 * first. */
static bool give_beats(struct mirth_telling *t)
{
    struct mirth_buffer scratch = {0};
    bool ok = true;
    for (size_t i = 0; i < t->story->part_count; i++) {
        struct mirth_part *part = &t->story->parts[i];
        for (size_t k = 0; k < part->clause_count && ok; k++) {
            size_t number = t->first_clause[i] + k, last;
            struct mirth_place place = {.part = part, .gap = -1, .moment = t->moments[number]};
            if (!place.moment || mirth_is(place.moment, "measure"))
                continue; /* a measure has an answer of its own first */
            last = mirth_piece_end(t, part, k);
            place.clause = &part->clauses[last];
            place.apart = k != last;
            place.faultless = mirth_is(place.moment, "found") &&
                              !mirth_names_fault(t->english, t->story, &part->clauses[k]);
            if (takes_scene(t, part, number))
                continue;
            if (!t->beats[number + last - k])
                ok = give_beat(t, number + last - k, &place, &scratch);
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
    t->found = t->restored = SIZE_MAX;
    if (!number_clauses(t))
        return false;
    mirth_mark_tense(t->english, t->story);
    mirth_settle_fault(t);
    t->fault = mirth_fault_as_told(t);
    if (t->options->mirth > 1)
        mirth_mark_moments(t);
    t->passed = mirth_count_passed(t);
    pick_gag(t);
    if (!t->gag || t->options->mirth < 2)
        return true;
    mirth_mark_culprit(t);
    mirth_mark_related(t);
    mirth_find_cast(t);
    if (!give_beats(t))
        return false;
    if (t->options->mirth > 2)
        mirth_plant_callbacks(t);
    return mirth_spread_answers(t) && (!mirth_leave_out_lone_role(t) || mirth_spread_answers(t));
}
