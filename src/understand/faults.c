/* faults.c: what kind of fault a record tells of, by the lists of the English book. */
#include "understand/digest.h"

#include <string.h>

#include "understand/tokens.h"

/* A mention in the cause counts THE_CAUSE. One in passing is no evidence: a fault explained wrongly
 * is worse than none. A sentence that names so MANY kinds is a list. */
enum { THE_CAUSE = 6, ENOUGH = 6, SOMETHING = 4, MANY = 3 };

static bool is(const char *a, const char *b)
{
    return a && mirth_same_name(a, b);
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

static struct mirth_set lists_of_faults(const struct mirth_english *e)
{
    struct mirth_set lists = {{0}};
    for (size_t f = 0; f < e->fault_count; f++) {
        mirth_set_add(&lists, e->faults[f].list);
        if (e->faults[f].veto >= 0)
            mirth_set_add(&lists, e->faults[f].veto);
    }
    return lists;
}

/* "It was not that or a misconfiguration": what the words from `at` on say is denied. "The pool was
 * not sized for a traffic surge" denies no surge: behind its "not" stands a noun phrase. */
static bool is_denied(const struct mirth_english *e, const struct mirth_token *tokens, size_t at)
{
    enum { BEFORE = 6 };
    for (size_t i = at; i-- > 1 && i + BEFORE >= at && tokens[i].kind == MIRTH_T_WORD;)
        if (mirth_listed(e, tokens[i].word, MIRTH_L_NEGATION) &&
            mirth_listed(e, tokens[i - 1].word, MIRTH_L_TO_BE))
            return mirth_listed(e, tokens[i + 1].word, MIRTH_L_THE);
    return false;
}

/* "We thought of a full disk", "a leak was suspected": what the words at `at` say was supposed. */
static bool is_supposed(const struct mirth_english *e, const struct mirth_token *tokens,
                        size_t count, size_t at)
{
    for (size_t i = 0; i < count; i++)
        if (mirth_listed_at(e, tokens, count, i, MIRTH_L_GUESS) &&
            (i < at || (i && mirth_listed(e, tokens[i - 1].word, MIRTH_L_TO_BE))))
            return true;
    return false;
}

/* What stands between the marks of a code span, a quotation or parentheses; else nothing. */
static struct mirth_slice inner_text(const struct mirth_token *token)
{
    const size_t mark = mirth_utf8_length(token->text.at[0]);
    const bool marked = token->kind == MIRTH_T_CODE || token->kind == MIRTH_T_QUOTE ||
                        token->kind == MIRTH_T_PAREN;
    return marked && token->text.len > 2 * mark
               ? mirth_slice(token->text.at + mark, token->text.len - 2 * mark)
               : mirth_slice("", 0);
}

/* The longest phrase at a place is the one that is meant, and says more than a single word. */
static void count_phrases(const struct mirth_english *e, const struct mirth_set *lists,
                          const struct mirth_token *tokens, size_t count, unsigned weight,
                          unsigned *score)
{
    size_t lengths[MIRTH_TOPICS], vetoed[MIRTH_TOPICS] = {0};
    for (size_t i = 0, longest; i < count && count <= MIRTH_TOKENS; i += longest ? longest : 1) {
        longest = mirth_may_begin(e, lists, tokens[i].word)
                      ? measure_faults(e, tokens, count, i, lengths, vetoed)
                      : 0;
        if (!longest || is_denied(e, tokens, i) || is_supposed(e, tokens, count, i))
            continue;
        for (size_t f = 0; f < e->fault_count; f++)
            if (lengths[f] == longest)
                score[f] += weight * e->faults[f].weight * (longest > 1 ? 2 : 1);
    }
}

/* "It failed with `no space left on device`": what a message says counts as well. */
static void count_faults(const struct mirth_english *e, const struct mirth_set *lists,
                         struct mirth_slice text, unsigned weight, unsigned *score)
{
    struct mirth_token tokens[MIRTH_TOKENS], inner[MIRTH_TOKENS];
    size_t count = mirth_tokens(e, text, tokens);
    count_phrases(e, lists, tokens, count, weight, score);
    for (size_t i = 0; i < count && count <= MIRTH_TOKENS; i++) {
        const struct mirth_slice said = inner_text(&tokens[i]);
        if (said.len)
            count_phrases(e, lists, inner, mirth_tokens(e, said, inner), weight, score);
    }
}

/* "balancer-uneven" is a kind of "balancer". */
static bool is_kind_of(const char *name, const char *class)
{
    size_t len = strlen(class);
    return !strncmp(name, class, len) && name[len] == '-';
}

/* Of equals the one that the book has first; of a class the kind that half as much speaks for,
 * as most of what a record says of the kind is said of the class. */
static const char *best_fault(const struct mirth_english *e, const unsigned *score)
{
    const char *fault = NULL, *kind = NULL;
    unsigned best = 0;
    for (size_t f = 0; f < e->fault_count; f++)
        if (score[f] > best) {
            best = score[f];
            fault = mirth_string(e, e->faults[f].name);
        }
    for (size_t f = 0; f < e->fault_count && fault && !kind; f++)
        if (score[f] * 2 >= best && is_kind_of(mirth_string(e, e->faults[f].name), fault))
            kind = mirth_string(e, e->faults[f].name);
    return kind ? kind : fault;
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

/* Whether one that is counted is a kind of this one, and says more than it. */
static bool has_kind(const struct mirth_english *e, const unsigned *score, size_t fault)
{
    for (size_t f = 0; f < e->fault_count; f++)
        if (f != fault && score[f] &&
            is_kind_of(mirth_string(e, e->faults[f].name), mirth_string(e, e->faults[fault].name)))
            return true;
    return false;
}

/* What a sentence says, unless it lists things of many kinds: "it kept its password, its
 * certificate and its firewall rules" tells of none that it failed. */
static void count_faults_in(const struct mirth_english *e, const struct mirth_set *lists,
                            struct mirth_slice sentence, unsigned weight, unsigned *score)
{
    unsigned here[MIRTH_TOPICS] = {0};
    size_t kinds = 0;
    count_faults(e, lists, sentence, weight, here);
    for (size_t f = 0; f < e->fault_count; f++)
        kinds += here[f] && e->faults[f].weight > 1 && !has_kind(e, here, f);
    for (size_t f = 0; f < e->fault_count && kinds < MANY; f++)
        score[f] += here[f];
}

/* What the part's sentences say, but for those that clear something. */
static void count_faults_told(const struct mirth_english *e, const struct mirth_set *lists,
                              const struct mirth_part *part, unsigned weight, unsigned *score)
{
    for (size_t k = 0; k < part->clause_count && !is(part->field, "misleading"); k++)
        if (!mirth_has_listed(e, part->clauses[k].text, MIRTH_L_CLEARED))
            count_faults_in(e, lists, part->clauses[k].text, weight, score);
}

static void count_part(const struct mirth_english *e, const struct mirth_set *lists,
                       const struct mirth_part *part, unsigned weight, unsigned *score)
{
    if (weight && part->clause_count)
        count_faults_told(e, lists, part, weight, score);
    else if (weight)
        count_faults(e, lists, part->flat, weight, score);
}

/* What was done about it bears out what is known ("the index was added"), and says nothing by
 * itself: old files are deleted for many reasons. */
static void count_fixes(const struct mirth_english *e, const struct mirth_set *lists,
                        const struct mirth_story *story, unsigned *score)
{
    unsigned fixes[MIRTH_TOPICS] = {0};
    for (size_t i = 0; i < story->digest.parts && i < MIRTH_READ; i++)
        if (mirth_is_fix(&story->parts[i]))
            count_part(e, lists, &story->parts[i], mirth_worth(&story->parts[i]), fixes);
    for (size_t f = 0; f < e->fault_count; f++)
        score[f] += score[f] ? fixes[f] : 0;
}

static unsigned most_of(const struct mirth_english *e, const unsigned *score)
{
    unsigned most = 0;
    for (size_t f = 0; f < e->fault_count; f++)
        most = score[f] > most ? score[f] : most;
    return most;
}

/* Where what says it is silent, or nearly, any sentence may: a fault is better known late than not
 * at all. */
const char *mirth_find_fault(const struct mirth_english *e, const struct mirth_story *story)
{
    const struct mirth_set lists = lists_of_faults(e);
    unsigned score[MIRTH_TOPICS] = {0};
    bool thin;
    for (size_t i = 0; i < story->digest.parts && i < MIRTH_READ; i++) {
        if (!mirth_is_fix(&story->parts[i]))
            count_part(e, &lists, &story->parts[i], mirth_worth(&story->parts[i]), score);
    }
    count_faults(e, &lists, story->digest.cause, THE_CAUSE, score);
    count_fixes(e, &lists, story, score);
    thin = most_of(e, score) < ENOUGH;
    for (size_t i = 0; i < story->digest.parts && i < MIRTH_READ && thin; i++)
        if ((story->parts[i].kind == MIRTH_EVENT || story->parts[i].kind == MIRTH_PROSE) &&
            !mirth_is_fix(&story->parts[i]) &&
            !begins_guess(e, story, &story->parts[i]))
            count_faults_told(e, &lists, &story->parts[i], 1, score);
    return most_of(e, score) < SOMETHING ? NULL : best_fault(e, score);
}

bool mirth_names_fault(const struct mirth_english *e, const struct mirth_story *story,
                       const struct mirth_clause *clause)
{
    const char *fault = story->digest.fault;
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = fault ? mirth_tokens(e, clause->body, tokens) : 0, f = 0;
    while (f < e->fault_count && fault && strcmp(fault, mirth_string(e, e->faults[f].name)) != 0)
        f++;
    for (size_t i = 0; f < e->fault_count && i < count && count <= MIRTH_TOKENS; i++)
        if (mirth_listed_at(e, tokens, count, i, e->faults[f].list))
            return true;
    return false;
}

const char *mirth_fault_at(const struct mirth_story *story, const struct mirth_part *part)
{
    return part && (size_t)(part - story->parts) >= story->digest.parts ? NULL
                                                                        : story->digest.fault;
}
