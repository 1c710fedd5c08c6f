/* faults.c: what kind of fault a record tells of. */
#include "understand/digest.h"

#include <string.h>

#include "understand/evidence.h"
#include "understand/tokens.h"

/* A mention in the cause counts THE_CAUSE. One in passing is no evidence: a fault explained wrongly
 * is worse than none. A sentence that names so MANY kinds is a list. */
enum { THE_CAUSE = 6, ENOUGH = 30, SOMETHING = 20, MANY = 3, QUARTER = 4, ALONE = 2 };

/* Of equals the one that the book has first. */
static size_t best_of(const struct mirth_english *e, const unsigned *score)
{
    size_t best = 0;
    for (size_t f = 1; f < e->fault_count; f++)
        if (score[f] > score[best])
            best = f;
    return best;
}

/* Of a class the kind that a QUARTER as much speaks for: what a record says over and over is the
 * class, "the connection pool", and only here and there of what kind it was, "a pool of ten". */
static size_t kind_of(const struct mirth_english *e, const unsigned *score, size_t fault)
{
    for (size_t f = 0; f < e->fault_count; f++)
        if (score[f] * QUARTER >= score[fault] &&
            mirth_is_kind_of(mirth_string(e, e->faults[f].name),
                             mirth_string(e, e->faults[fault].name)))
            return f;
    return fault;
}

/* Whether no other fault has nearly as much that speaks for it. */
static bool stands_alone(const struct mirth_english *e, const unsigned *score, size_t fault)
{
    for (size_t f = 0; f < e->fault_count; f++)
        if (f != fault && score[f] * ALONE > score[fault] &&
            !mirth_is_kind_of(mirth_string(e, e->faults[f].name),
                              mirth_string(e, e->faults[fault].name)))
            return false;
    return true;
}

/* What speaks for a kind speaks for its class as well. */
static void add_kinds(const struct mirth_english *e, unsigned *score)
{
    unsigned own[MIRTH_TOPICS];
    memcpy(own, score, sizeof own);
    for (size_t f = 0; f < e->fault_count; f++)
        for (size_t k = 0; k < e->fault_count; k++)
            if (own[k] && mirth_is_kind_of(mirth_string(e, e->faults[k].name),
                                           mirth_string(e, e->faults[f].name)))
                score[f] += own[k];
}

/* What the evidence is for, or NULL. Things that are named make a fault where nothing says that one
 * happened, and they are all of one. */
static const char *judge(const struct mirth_english *e, const struct mirth_evidence *found)
{
    unsigned firm[MIRTH_TOPICS] = {0}, any[MIRTH_TOPICS] = {0};
    size_t best;
    for (size_t f = 0; f < e->fault_count; f++) {
        firm[f] = found->firm[f] + found->weak[f];
        any[f] = found->firm[f] + found->weak[f] * MIRTH_WORD;
    }
    add_kinds(e, firm);
    add_kinds(e, any);
    best = best_of(e, firm);
    if (firm[best] < SOMETHING) {
        best = best_of(e, any);
        if (any[best] < SOMETHING || !stands_alone(e, any, best))
            return NULL;
    }
    return mirth_string(e, e->faults[kind_of(e, firm, best)].name);
}

/* "Suspected the vendor. Opened a ticket with it.", "First theory: a leak": what it goes on about
 * was a guess. */
static bool begins_guess(const struct mirth_english *e, const struct mirth_story *story,
                         const struct mirth_part *part)
{
    const struct mirth_slice label = {story->source + part->label.at, part->label.len};
    return mirth_has_listed(e, label, MIRTH_L_GUESS) ||
           (part->clause_count && mirth_is_guess(e, part, &part->clauses[0]));
}

/* What a sentence says, unless it lists things of many kinds: "it kept its password, its
 * certificate and its firewall rules" tells of none that it failed. */
static void count_faults_in(const struct mirth_english *e, struct mirth_slice sentence,
                            unsigned weight, struct mirth_evidence *found)
{
    struct mirth_evidence here = {{0}, {0}};
    size_t kinds = 0;
    mirth_count_faults(e, sentence, weight, &here);
    for (size_t f = 0; f < e->fault_count; f++)
        kinds += (here.firm[f] || here.weak[f]) && e->faults[f].weight > 1;
    for (size_t f = 0; f < e->fault_count && kinds < MANY; f++) {
        found->firm[f] += here.firm[f];
        found->weak[f] += here.weak[f];
    }
}

/* What the part's sentences say, but for those that clear something. */
static void count_faults_told(const struct mirth_english *e, const struct mirth_part *part,
                              unsigned weight, struct mirth_evidence *found)
{
    for (size_t k = 0; k < part->clause_count && !mirth_is(part->field, "misleading"); k++)
        if (!mirth_has_listed(e, part->clauses[k].text, MIRTH_L_CLEARED))
            count_faults_in(e, part->clauses[k].text, weight, found);
}

/* What the part says, and what stands before its colon: "Memory leak in the renderer: ...". */
static void count_part(const struct mirth_english *e, const struct mirth_story *story,
                       size_t number, struct mirth_evidence *found)
{
    const struct mirth_part *part = &story->parts[number];
    const unsigned weight = mirth_worth(part);
    if (!weight)
        return;
    mirth_count_faults(e, mirth_slice(story->source + part->label.at, part->label.len), weight,
                       found);
    if (part->clause_count)
        count_faults_told(e, part, weight, found);
    else
        mirth_count_faults(e, part->flat, weight, found);
}

/* What was done about it bears out what is known ("the index was added"), and says nothing by
 * itself: old files are deleted for many reasons. */
static void count_fixes(const struct mirth_english *e, const struct mirth_story *story,
                        struct mirth_evidence *found)
{
    struct mirth_evidence fixes = {{0}, {0}};
    for (size_t i = 0; i < story->digest.parts && i < MIRTH_READ; i++)
        if (mirth_is_fix(&story->parts[i]))
            count_part(e, story, i, &fixes);
    for (size_t f = 0; f < e->fault_count; f++)
        if (found->firm[f] || found->weak[f])
            found->firm[f] += fixes.firm[f];
}

static bool is_thin(const struct mirth_english *e, const struct mirth_evidence *found)
{
    return found->firm[best_of(e, found->firm)] < ENOUGH;
}

/* What is told of how it went; a paragraph above a list of measures says what may come. */
static bool is_told(const struct mirth_part *part)
{
    return part->kind == MIRTH_EVENT ||
           (part->kind == MIRTH_PROSE && !mirth_is(part->section, "corrective") &&
            !mirth_is(part->section, "actions"));
}

/* Where what says it is silent, or nearly, any sentence may: a fault is better known late than not
 * at all. */
const char *mirth_find_fault(const struct mirth_english *e, const struct mirth_story *story)
{
    struct mirth_evidence found = {{0}, {0}};
    bool thin;
    for (size_t i = 0; i < story->digest.parts && i < MIRTH_READ; i++)
        if (!mirth_is_fix(&story->parts[i]))
            count_part(e, story, i, &found);
    mirth_count_faults(e, story->digest.cause, THE_CAUSE, &found);
    count_fixes(e, story, &found);
    thin = is_thin(e, &found);
    for (size_t i = 0; i < story->digest.parts && i < MIRTH_READ && thin; i++)
        if (is_told(&story->parts[i]) && !mirth_is_fix(&story->parts[i]) &&
            !begins_guess(e, story, &story->parts[i]))
            count_faults_told(e, &story->parts[i], 1, &found);
    return judge(e, &found);
}

const char *mirth_fault_of(const struct mirth_english *e, struct mirth_slice cause)
{
    struct mirth_evidence found = {{0}, {0}};
    size_t best;
    mirth_count_faults(e, cause, 1, &found);
    best = best_of(e, found.firm);
    return found.firm[best] ? mirth_string(e, e->faults[kind_of(e, found.firm, best)].name) : NULL;
}
