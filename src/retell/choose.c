/* choose.c: which line is said: of a theme's phrasings, and of its own lines. */
#include "retell/reasons.h"

#include <string.h>

#include "retell/ledger.h"
#include "retell/plain.h"
#include "understand/digest.h"
#include "understand/understand.h"

enum { FAULT_WORTH = 4, BEST_WORTH = 2, TAGS_RUNNING = 2, CANDIDATES = 64, LONG = 25 };
enum {
    PER_CONDITION = 2,
    TERSE = 8,
    TERSE_WITH_BEAT = 7
}; /* words that a retold sentence may be longer by */

struct candidate {
    struct mirth_phrasing *phrasing;
    int score;
    bool ranked;
    uint64_t rank; /* breaks ties by the record's own words, so that an edit stays local */
};

/* Those for one place, the best first. */
struct candidates {
    const struct mirth_telling *t;
    struct mirth_slice text; /* of the place's clause, or "" */
    size_t count;
    struct candidate list[CANDIDATES];
};

uint64_t mirth_rank_of(const struct mirth_telling *t, struct mirth_phrasing *p,
                       struct mirth_slice text)
{
    if (!p->begun)
        p->begun = mirth_hash(MIRTH_HASH ^ t->seed, p->line->text, strlen(p->line->text));
    return mirth_hash(p->begun, text.at, text.len) * 0x9e3779b97f4a7c15ULL;
}

/* Few ever tie, and a hash of a whole sentence takes its time. */
static uint64_t rank(const struct candidates *all, struct candidate *c)
{
    if (!c->ranked)
        c->rank = mirth_rank_of(all->t, c->phrasing, all->text);
    c->ranked = true;
    return c->rank;
}

static bool better(const struct candidates *all, struct candidate *a, struct candidate *b)
{
    return a->score != b->score ? a->score > b->score : rank(all, a) > rank(all, b);
}

static void insert(struct candidates *all, struct candidate c)
{
    struct candidate *list = all->list;
    size_t at = all->count < CANDIDATES ? all->count++ : CANDIDATES;
    if (at == CANDIDATES && better(all, &list[--at], &c))
        return;
    while (at && better(all, &c, &list[at - 1])) {
        list[at] = list[at - 1];
        at--;
    }
    list[at] = c;
}

/* Short retellings first, roughly: a heavy one costs others their place. A line of ours is as long
 * as its author made it. */
static int heft(struct mirth_phrasing *p)
{
    size_t words = mirth_own_words(p);
    return words < 8 ? 0 : words < 12 ? 1 : 2;
}

bool mirth_is_beside_itself(const struct mirth_telling *t, const struct mirth_phrasing *p)
{
    return t->tells_itself && !mirth_condition(p, MIRTH_C_GAG) && strstr(p->line->text, "{being") &&
           mirth_one_of(mirth_slice_of("situations|remarks"), mirth_slice_of(p->line->chapter));
}

/* What any character might say the culprit does not say of itself; and in another record of the
 * same file it is nobody. */
static bool is_not_the_culprits(const struct mirth_telling *t, const struct mirth_phrasing *p,
                                const struct mirth_place *place)
{
    if (!t->by_culprit || !place->part || mirth_condition(p, MIRTH_C_AT) ||
        !strstr(p->line->text, "{being"))
        return false;
    return (size_t)(place->part - t->story->parts) >= t->story->digest.parts ||
           (place->clause && mirth_holds_nocase(place->clause->body, t->story->digest.culprit));
}

/* A line that is to stand at a milestone says so, and where a guard is wanted it has one. */
static bool is_meant(const struct mirth_phrasing *p, const struct mirth_place *place)
{
    if (place->faultless && mirth_condition(p, MIRTH_C_FAULT))
        return false;
    return !place->moment || mirth_condition(p, MIRTH_C_AT) || mirth_condition(p, MIRTH_C_KEY);
}

/* told: the clause that is to be retold; NULL for a line of ours. */
static void gather(struct candidates *all, const char *chapter, const char *entry, int worth,
                   const struct mirth_place *place, const struct mirth_clause *told)
{
    const struct mirth_telling *t = all->t;
    struct mirth_phrasing *first;
    size_t n = mirth_theme_entry(t->theme, chapter, entry, &first);
    for (size_t i = 0; i < n; i++) {
        int held;
        if (first[i].used || mirth_is_beside_itself(t, &first[i]) || !is_meant(&first[i], place) ||
            is_not_the_culprits(t, &first[i], place) || !mirth_holds(t, &first[i], place, &held) ||
            mirth_is_known(t, &first[i]))
            continue;
        if (told && first[i].pieces && !mirth_has_room(t->english, &first[i], told))
            continue; /* it was tried before, so this is soon known */
        if (mirth_condition(&first[i], MIRTH_C_BEST))
            held += BEST_WORTH - 1;
        if (!told && t->options->mirth > 2 && strstr(first[i].line->text, "{clause}"))
            held++; /* the telling itself, rather than words beside it */
        insert(all, (struct candidate){.phrasing = &first[i],
                                       .score = (worth + held) * PER_CONDITION -
                                                (told ? heft(&first[i]) : 0)});
    }
}

static bool is_guarded(const struct mirth_phrasing *p)
{
    return mirth_condition(p, MIRTH_C_WORD) || mirth_condition(p, MIRTH_C_VERB);
}

/* No more of the list is made than is filled. */
static void begin(struct candidates *all, const struct mirth_telling *t,
                  const struct mirth_place *place)
{
    all->t = t;
    all->text = place->clause ? place->clause->text : mirth_slice("", 0);
    all->count = 0;
}

static void say(struct mirth_telling *t, struct mirth_phrasing *line,
                const struct mirth_place *place)
{
    line->used = true;
    if (place->clause)
        mirth_say(t, line);
}

struct mirth_phrasing *mirth_pick_from(struct mirth_telling *t, const struct mirth_source *sources,
                                       size_t source_count, const struct mirth_place *place,
                                       struct mirth_slice given, struct mirth_buffer *out)
{
    struct candidates all;
    begin(&all, t, place);
    for (size_t i = 0; i < source_count; i++)
        gather(&all, sources[i].chapter, sources[i].entry, sources[i].worth, place, NULL);
    for (size_t i = 0; i < all.count; i++) {
        struct mirth_phrasing *p = all.list[i].phrasing;
        if ((!place->vague || is_guarded(p)) && !(place->clause && mirth_echoes(t, p, false)) &&
            mirth_fill_line(t, p, place, given, out)) {
            say(t, p, place);
            return p;
        }
    }
    out->len = 0;
    return NULL;
}

struct mirth_phrasing *mirth_pick_ours(struct mirth_telling *t, const char *chapter,
                                       const char *entry, const struct mirth_place *place,
                                       struct mirth_slice given, struct mirth_buffer *out)
{
    const struct mirth_source source = {chapter, entry, 0};
    return mirth_pick_from(t, &source, 1, place, given, out);
}

/* "A horn blew. {what} ...": a sentence of ours comes first. */
static bool opens_alone(const struct mirth_phrasing *p)
{
    const struct mirth_piece *first = &p->pieces[0];
    return p->piece_count && !first->slot && memchr(first->text.at, '.', first->text.len);
}

/* A tag behind a beat, a third tag running, or a tail on a long sentence would be one too many. */
static bool suits(const struct mirth_telling *t, struct mirth_phrasing *p, size_t words,
                  const struct mirth_phrasing *beat, const struct mirth_place *place)
{
    if ((p->tag && place->leaned_on) || (place->bound && opens_alone(p)))
        return false;
    if (p->tag && beat)
        return false; /* the character has the last word */
    if (t->options->mirth > 2)
        return true;
    if (p->tag && (place->inside || t->shape_run >= TAGS_RUNNING))
        return false; /* an entry's facts come first */
    return mirth_own_words(p) <= 12 + (words < LONG ? words / 3 : 0);
}

/* A line of ours takes few words more than the record's own sentence. */
static bool is_terse(const struct mirth_telling *t, size_t words, const struct mirth_phrasing *beat,
                     const struct mirth_buffer *out)
{
    size_t most = words + (beat ? TERSE_WITH_BEAT : TERSE);
    return t->options->mirth > 2 || mirth_count_words(mirth_buffer_slice(out)) <= most;
}

/* Frames that say only that something was done: a line that fits any of them fits none, so a
 * phrasing needs a word of the record's to stand on. */
bool mirth_is_vague(const struct mirth_telling *t, const char *frame)
{
    const struct mirth_line *line;
    return mirth_book_entry(t->english_book, "milestones", "vague", &line) &&
           mirth_one_of(mirth_slice_of(line->text), mirth_slice_of(frame));
}

/* A tag that is of this gag or this fault; one that would stand as well in another story is for
 * those who want more of everything. */
static bool is_at_home(const struct mirth_phrasing *p)
{
    return mirth_condition(p, MIRTH_C_GAG) || mirth_condition(p, MIRTH_C_FAULT) ||
           strchr(p->line->entry, ',');
}

/* What is asked of every phrasing for the same sentence. */
struct sentence {
    const struct mirth_place *place;
    const struct mirth_clause *clause;
    const struct mirth_phrasing *beat;
    size_t words;
};

/* Why a phrasing is not taken for a sentence; MIRTH_TAKEN: it is, and out holds the telling. */
static enum mirth_objection objection(const struct mirth_telling *t, struct mirth_phrasing *p,
                                      const struct sentence *s, struct mirth_buffer *out)
{
    if (s->place->vague && !is_guarded(p))
        return MIRTH_SAYS_LITTLE;
    if (!mirth_theme_open(t->theme, p))
        return MIRTH_NO_ROOM;
    if (!p->whole && t->options->mirth < 3 && mirth_is_in_present(t->english, s->clause))
        return MIRTH_OTHER_SLOTS; /* it tells what happened */
    if (s->place->headed && !p->whole && (s->beat || !mirth_condition(p, MIRTH_C_GAG)))
        return MIRTH_IS_HEADED;
    if (t->options->mirth < 3 && p->whole && p->tag && !is_at_home(p))
        return MIRTH_FITS_ANYWHERE;
    if (!suits(t, p, s->words, s->beat, s->place))
        return MIRTH_TOO_MUCH;
    if (mirth_echoes(t, p, false))
        return MIRTH_IS_ECHO;
    if (!mirth_fill(t, p, s->clause, out))
        return MIRTH_OTHER_SLOTS;
    if (!is_terse(t, s->words, s->beat, out))
        return MIRTH_TOO_LONG;
    if (!mirth_ledger_balances(t->english, t->words, s->clause->text, mirth_buffer_slice(out)))
        return MIRTH_UNBALANCED;
    return MIRTH_TAKEN;
}

/* "escalated, disk-full": the frame as this fault's theme has it. */
static void name_scene(char *scene, size_t room, const char *frame, const char *fault)
{
    const size_t first = strlen(frame), second = strlen(fault);
    scene[0] = '\0';
    if (first + 2 + second >= room)
        return;
    memcpy(scene, frame, first);
    memcpy(scene + first, ", ", 2);
    memcpy(scene + first + 2, fault, second + 1);
}

/* A scene of the fault's mending before anybody has found it tells of a cure that is none. */
static bool is_timely(const struct mirth_telling *t, const struct mirth_place *place)
{
    const char *frame = place->clause->frame;
    return t->found == SIZE_MAX || t->first_clause[place->part - t->story->parts] >= t->found ||
           !(mirth_is_milestone(t->english_book, "fixed", frame) ||
             mirth_is_milestone(t->english_book, "restored", frame));
}

struct mirth_phrasing *mirth_pick_told(struct mirth_telling *t, const struct mirth_place *place,
                                       bool asks, const struct mirth_phrasing *beat,
                                       struct mirth_buffer *out)
{
    struct candidates all;
    const struct mirth_clause *clause = place->clause;
    const char *chapter = asks ? "asked" : "told", *fault = mirth_fault_at(t, place->part);
    struct sentence sentence = {place, clause, beat, 0};
    char scene[128];
    begin(&all, t, place);
    if (fault && is_timely(t, place) &&
        !(mirth_is_milestone(t->english_book, "found", clause->frame) &&
          !mirth_names_fault(t->english, t->story, clause))) {
        name_scene(scene, sizeof scene, clause->frame, fault);
        gather(&all, chapter, scene, FAULT_WORTH, place, clause);
    }
    gather(&all, chapter, clause->frame, 0, place, clause);
    if (!all.count)
        return NULL;
    sentence.words = mirth_count_words(clause->text);
    for (size_t i = 0; i < all.count; i++) {
        struct mirth_phrasing *p = all.list[i].phrasing;
        enum mirth_objection why = objection(t, p, &sentence, out);
        if (why == MIRTH_TAKEN)
            return p;
        mirth_note_loser(t, p, why);
    }
    return NULL;
}
