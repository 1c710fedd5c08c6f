/* choose.c: which line is said: of a theme's phrasings, and of its own lines. */
#include "retell/telling.h"

#include <stdio.h>
#include <string.h>

#include "retell/ledger.h"
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
    uint64_t rank; /* breaks ties by the record's own words, so that an edit stays local */
};

uint64_t mirth_rank_of(const struct mirth_telling *t, const struct mirth_phrasing *p,
                       struct mirth_slice text)
{
    uint64_t hash = mirth_hash(MIRTH_HASH ^ t->seed, p->line->text, strlen(p->line->text));
    hash = mirth_hash(hash, text.at, text.len);
    return hash * 0x9e3779b97f4a7c15ULL;
}

static bool better(const struct candidate *a, const struct candidate *b)
{
    return a->score != b->score ? a->score > b->score : a->rank > b->rank;
}

/* Keeps the list sorted, best first. */
static void insert(struct candidate *list, size_t *count, struct candidate c)
{
    size_t at = *count < CANDIDATES ? (*count)++ : CANDIDATES - 1;
    if (at == CANDIDATES - 1 && *count == CANDIDATES && list[at].phrasing && better(&list[at], &c))
        return;
    while (at && better(&c, &list[at - 1])) {
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

/* told: the clause that is to be retold; NULL for a line of ours. */
static void gather(const struct mirth_telling *t, const char *chapter, const char *entry, int worth,
                   const struct mirth_place *place, const struct mirth_clause *told,
                   struct candidate *list, size_t *count)
{
    struct mirth_phrasing *first;
    size_t n = mirth_theme_entry(t->theme, chapter, entry, &first);
    struct mirth_slice text = place->clause ? place->clause->text : mirth_slice("", 0);
    for (size_t i = 0; i < n; i++) {
        int held;
        if (first[i].used || !mirth_holds(t, &first[i], place, &held))
            continue;
        if (told && first[i].pieces && !mirth_has_room(t->english, &first[i], told))
            continue; /* it was tried before, so this is soon known */
        if (mirth_condition(&first[i], MIRTH_C_BEST))
            held += BEST_WORTH - 1;
        insert(list, count,
               (struct candidate){&first[i],
                                  (worth + held) * PER_CONDITION - (told ? heft(&first[i]) : 0),
                                  mirth_rank_of(t, &first[i], text)});
    }
}

struct mirth_phrasing *mirth_pick_ours(struct mirth_telling *t, const char *chapter,
                                       const char *entry, const struct mirth_place *place,
                                       struct mirth_slice given, struct mirth_buffer *out)
{
    struct candidate list[CANDIDATES] = {{0}};
    size_t count = 0;
    gather(t, chapter, entry, 0, place, NULL, list, &count);
    for (size_t i = 0; i < count; i++) {
        bool meant = !place->moment || mirth_condition(list[i].phrasing, MIRTH_C_AT) ||
                     mirth_condition(list[i].phrasing, MIRTH_C_KEY);
        if (meant && mirth_theme_open(t->theme, list[i].phrasing) &&
            mirth_fill_ours(t, list[i].phrasing, given, out)) {
            list[i].phrasing->used = true;
            return list[i].phrasing;
        }
    }
    out->len = 0;
    return NULL;
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
    if (t->options->mirth > 2)
        return true;
    if (p->tag && (beat || t->shape_run >= TAGS_RUNNING))
        return false;
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
static bool is_vague(const struct mirth_telling *t, const struct mirth_clause *clause)
{
    const struct mirth_line *line;
    return mirth_book_entry(t->english_book, "milestones", "vague", &line) &&
           mirth_one_of(mirth_slice_of(line->text), mirth_slice_of(clause->frame));
}

/* What is asked of every phrasing for the same sentence. */
struct sentence {
    const struct mirth_place *place;
    const struct mirth_clause *clause;
    const struct mirth_phrasing *beat;
    size_t words;
    bool vague;
};

/* Why a phrasing is not taken for a sentence; MIRTH_TAKEN: it is, and out holds the telling. */
static enum mirth_objection objection(const struct mirth_telling *t, struct mirth_phrasing *p,
                                      const struct sentence *s, struct mirth_buffer *out)
{
    if (s->vague && !mirth_condition(p, MIRTH_C_WORD) && !mirth_condition(p, MIRTH_C_VERB))
        return MIRTH_SAYS_LITTLE;
    if (!mirth_theme_open(t->theme, p))
        return MIRTH_NO_ROOM;
    if (!suits(t, p, s->words, s->beat, s->place))
        return MIRTH_TOO_MUCH;
    if (!mirth_fill(t, p, s->clause, out))
        return MIRTH_OTHER_SLOTS;
    if (!is_terse(t, s->words, s->beat, out))
        return MIRTH_TOO_LONG;
    if (!mirth_ledger_balances(t->english, t->words, s->clause->text, mirth_buffer_slice(out)))
        return MIRTH_UNBALANCED;
    return MIRTH_TAKEN;
}

struct mirth_phrasing *mirth_pick_told(struct mirth_telling *t, const struct mirth_place *place,
                                       bool asks, const struct mirth_phrasing *beat,
                                       struct mirth_buffer *out)
{
    struct candidate list[CANDIDATES] = {{0}};
    const struct mirth_clause *clause = place->clause;
    const char *chapter = asks ? "asked" : "told", *fault = t->story->digest.fault;
    struct sentence sentence = {place, clause, beat, 0, false};
    char scene[128];
    size_t count = 0;
    if (fault && !(mirth_is_milestone(t->english_book, "found", clause->frame) &&
                   !mirth_names_fault(t->english, t->story, clause))) {
        snprintf(scene, sizeof scene, "%s, %s", clause->frame, fault);
        gather(t, chapter, scene, FAULT_WORTH, place, clause, list, &count);
    }
    gather(t, chapter, clause->frame, 0, place, clause, list, &count);
    if (!count)
        return NULL;
    sentence.words = mirth_count_words(clause->text);
    sentence.vague = is_vague(t, clause);
    for (size_t i = 0; i < count; i++) {
        enum mirth_objection why = objection(t, list[i].phrasing, &sentence, out);
        if (why == MIRTH_TAKEN)
            return list[i].phrasing;
        mirth_note_loser(t, list[i].phrasing, why);
    }
    return NULL;
}
