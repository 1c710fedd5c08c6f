/* digest.c: what the record says as a whole: what broke, why, for how long. */
#include "understand/digest.h"

#include <string.h>

#include "understand/tokens.h"

/* How much a mention counts: the title and the cause say what broke. */
enum {
    IN_TITLE = 3,
    IN_CAUSE = 3,
    IN_FINDING = 3,
    IN_FIX = 1,
    IN_SUMMARY = 1,
    THE_CAUSE = 6,
    READ = 400
};

struct mirth_slice mirth_slot(const struct mirth_clause *clause, const char *name)
{
    for (size_t i = 0; i < MIRTH_SLOTS && clause->slots[i].name; i++)
        if (!strcmp(clause->slots[i].name, name))
            return clause->slots[i].text;
    return mirth_slice("", 0);
}

static bool is(const char *a, const char *b)
{
    return a && !strcmp(a, b);
}

static bool tells_cause(const struct mirth_part *part)
{
    return is(part->field, "root-cause") || is(part->field, "cause-explanation") ||
           is(part->section, "root-cause") ||
           (is(part->section, "root-cause-and-resolution") && !is(part->field, "resolution") &&
            !is(part->field, "resolution-explanation"));
}

static unsigned worth(const struct mirth_part *part)
{
    if (part->kind == MIRTH_TITLE)
        return IN_TITLE;
    if (part->kind == MIRTH_SECTION || part->kind == MIRTH_MEASURE)
        return 0;
    if (tells_cause(part))
        return IN_CAUSE;
    for (size_t i = 0; i < part->clause_count; i++)
        if (is(part->clauses[i].frame, "found") || is(part->clauses[i].frame, "found-that"))
            return IN_FINDING;
    if (is(part->field, "resolution") || is(part->section, "resolution") ||
        is(part->field, "resolution-explanation"))
        return IN_FIX;
    return part->kind == MIRTH_PROSE && is(part->section, "summary") ? IN_SUMMARY : 0;
}

/* How many tokens of each fault's phrases begin at tokens[i]; the longest of them. */
static size_t measure_faults(const struct mirth_english *e, const struct mirth_token *tokens,
                             size_t count, size_t i, size_t *lengths, size_t *vetoed)
{
    size_t longest = 0;
    for (size_t f = 0; f < e->fault_count; f++) {
        size_t veto =
            e->faults[f].veto < 0 ? 0 : mirth_listed_at(e, tokens, count, i, e->faults[f].veto);
        if (i + veto > vetoed[f])
            vetoed[f] = i + veto;
        lengths[f] = i < vetoed[f] ? 0 : mirth_listed_at(e, tokens, count, i, e->faults[f].list);
        if (lengths[f] > longest)
            longest = lengths[f];
    }
    return longest;
}

/* The longest phrase at a place is the one that is meant, and says more than a single word. */
static void count_faults(const struct mirth_english *e, struct mirth_slice text, unsigned weight,
                         unsigned *score)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_tokens(e, text, tokens);
    size_t lengths[MIRTH_TOPICS], vetoed[MIRTH_TOPICS] = {0};
    for (size_t i = 0, longest; i < count && count <= MIRTH_TOKENS; i += longest ? longest : 1) {
        longest = tokens[i].word ? measure_faults(e, tokens, count, i, lengths, vetoed) : 0;
        for (size_t f = 0; longest && f < e->fault_count; f++)
            if (lengths[f] == longest)
                score[f] += weight * e->faults[f].weight * (longest > 1 ? 2 : 1);
    }
}

static void find_fault(const struct mirth_english *e, struct mirth_story *story)
{
    unsigned score[MIRTH_TOPICS] = {0}, best = 0;
    for (size_t i = 0; i < story->part_count && i < READ; i++) {
        unsigned weight = worth(&story->parts[i]);
        if (weight)
            count_faults(e, story->parts[i].flat, weight, score);
    }
    count_faults(e, story->digest.cause, THE_CAUSE, score);
    for (size_t f = 0; f < e->fault_count; f++)
        if (score[f] > best) {
            best = score[f];
            story->digest.fault = mirth_string(e, e->faults[f].name);
        }
}

static bool has_listed(const struct mirth_english *e, struct mirth_slice text, int list)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_tokens(e, text, tokens);
    for (size_t i = 0; i < count && count <= MIRTH_TOKENS; i++)
        if (mirth_listed_at(e, tokens, count, i, list))
            return true;
    return false;
}

/* "Root cause identified as ...", not "Identified two idle sessions". */
static bool says_cause(const struct mirth_english *e, struct mirth_slice text)
{
    return has_listed(e, text, MIRTH_L_CAUSE);
}

/* "A misleading path: the engineers assume ...": nobody's guess becomes the cause. */
static bool is_guess(const struct mirth_english *e, const struct mirth_part *part,
                     struct mirth_slice text)
{
    return is(part->field, "misleading") || has_listed(e, text, MIRTH_L_GUESS);
}

static bool has_cause(const struct mirth_story *story)
{
    for (size_t i = 0; i < story->part_count && i < READ; i++)
        if (tells_cause(&story->parts[i]) && story->parts[i].clause_count)
            return true;
    return false;
}

/* The cause as a noun phrase, by how plainly the sentence says it. */
static int cause_in(const struct mirth_english *e, const struct mirth_part *part,
                    const struct mirth_clause *clause, struct mirth_slice *cause)
{
    bool there = tells_cause(part);
    *cause = mirth_slot(clause, "cause");
    if (cause->len && is(clause->frame, "caused"))
        return there ? 5 : 4;
    if (cause->len && is(clause->frame, "found"))
        return there ? 4 : says_cause(e, clause->body) ? 3 : 1;
    if (there && is(clause->frame, "led-to")) {
        *cause = mirth_slot(clause, "what");
        return 2;
    }
    return 0;
}

static void find_cause(const struct mirth_english *e, struct mirth_story *story)
{
    int best = has_cause(story) ? 1 : 0; /* a finding alone is no cause where one is told */
    for (size_t i = 0; i < story->part_count && i < READ; i++)
        for (size_t k = 0; k < story->parts[i].clause_count; k++) {
            struct mirth_slice cause;
            int rank = cause_in(e, &story->parts[i], &story->parts[i].clauses[k], &cause);
            if (rank > best && mirth_count_words(cause) > 1 && mirth_count_words(cause) <= 16 &&
                !is_guess(e, &story->parts[i], story->parts[i].clauses[k].text)) {
                best = rank;
                story->digest.cause = cause;
            }
        }
}

static bool find_component_in(const struct mirth_english *e, struct mirth_slice text,
                              struct mirth_slice *component)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_tokens(e, text, tokens), best = 0;
    for (size_t i = 0; i < count && count <= MIRTH_TOKENS; i++) {
        size_t len = mirth_listed_at(e, tokens, count, i, MIRTH_L_COMPONENT);
        if (len > best) {
            const struct mirth_slice last = tokens[i + len - 1].text;
            best = len;
            *component =
                mirth_slice(tokens[i].text.at, (size_t)(last.at + last.len - tokens[i].text.at));
        }
    }
    return best > 0;
}

static void find_component(const struct mirth_english *e, struct mirth_story *story)
{
    struct mirth_slice *component = &story->digest.component;
    if (story->digest.cause.len && find_component_in(e, story->digest.cause, component))
        return;
    for (size_t i = 0; i < story->part_count && i < READ; i++)
        if ((story->parts[i].kind == MIRTH_TITLE || tells_cause(&story->parts[i])) &&
            find_component_in(e, story->parts[i].flat, component))
            return;
}

static void find_extent(struct mirth_story *story)
{
    int64_t first = -1, last = -1;
    for (size_t i = 0; i < story->part_count; i++) {
        int64_t m = story->parts[i].minutes;
        if (story->parts[i].kind == MIRTH_TITLE && !story->parts[i].quiet && !story->digest.title)
            story->digest.title = &story->parts[i];
        if (m < 0)
            continue;
        first = first < 0 ? m : first;
        last = m;
    }
    story->digest.lasted = first < 0 || last < first ? -1 : last - first;
}

void mirth_digest(const struct mirth_english *english, struct mirth_story *story)
{
    story->digest = (struct mirth_digest){.lasted = -1};
    find_extent(story);
    find_cause(english, story);
    find_fault(english, story);
    find_component(english, story);
}
