/* faults.c: what kind of fault a record tells of, by the lists of the English book. */
#include "understand/digest.h"

#include <string.h>

#include "understand/tokens.h"

/* A mention in the cause counts THE_CAUSE. One in passing is no evidence: a fault explained wrongly
 * is worse than none. A sentence that names so MANY kinds is a list. */
enum { THE_CAUSE = 6, ENOUGH = 30, SOMETHING = 20, MANY = 3, QUARTER = 4 };

/* How much a mention says by itself: "a deadlock" says all, and several words are hardly ever there
 * by chance; "a cache" is a thing that may have nothing to do with it, unless no other is named. */
enum { WEAK = 1, WORD = 5, PHRASE = 10, ALONE = 2 };

/* What speaks for each fault: `firm` counts what says that it happened, `weak` what names its
 * things. */
struct evidence {
    unsigned firm[MIRTH_TOPICS], weak[MIRTH_TOPICS];
};

/* What is said of a fault at one token. */
struct mention {
    size_t length;   /* of the longest phrase that begins there, in tokens; 0: none */
    unsigned weight; /* WEAK, WORD or PHRASE */
};

/* By the lengths of what each list has at that token. */
static size_t length_of(const uint8_t *lengths, int list)
{
    return list < 0 ? 0 : lengths[list];
}

static struct mention find_mention(const struct mirth_topic *fault, const uint8_t *lengths)
{
    const size_t length = length_of(lengths, fault->list);
    return length ? (struct mention){length, length > 1 ? PHRASE : WORD}
                  : (struct mention){length_of(lengths, fault->weak), WEAK};
}

/* What is said of each fault at tokens[i]; the length of the longest mention. */
static size_t find_mentions(const struct mirth_english *e, const struct mirth_token *tokens,
                            size_t count, size_t i, struct mention *mentions, size_t *vetoed)
{
    uint8_t lengths[MIRTH_LISTS];
    size_t longest = 0;
    mirth_lengths_at(e, tokens, count, i, &e->of_faults, lengths);
    for (size_t f = 0; f < e->fault_count; f++) {
        const struct mirth_topic *fault = &e->faults[f];
        const size_t veto = length_of(lengths, fault->veto);
        if (i + veto > vetoed[f])
            vetoed[f] = i + veto;
        mentions[f] = i < vetoed[f] ? (struct mention){0, 0} : find_mention(fault, lengths);
        if (mentions[f].length > longest)
            longest = mentions[f].length;
    }
    return longest;
}

/* "It was not that or a misconfiguration", "not a full disk": what the words from `at` on say is
 * denied. "The pool was not sized for a traffic surge" denies no surge: behind its "not" stands a
 * noun phrase. */
static bool is_denied(const struct mirth_english *e, const struct mirth_token *tokens, size_t at)
{
    enum { BEFORE = 6 };
    if (at > 1 && mirth_listed(e, tokens[at - 1].word, MIRTH_L_THE) &&
        mirth_listed(e, tokens[at - 2].word, MIRTH_L_DENIAL))
        return true;
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

/* The longest phrase at a place is the one that is meant, and says more than a single word. */
static void count_phrases(const struct mirth_english *e, const struct mirth_token *tokens,
                          size_t count, unsigned weight, struct evidence *found)
{
    struct mention mentions[MIRTH_TOPICS];
    size_t vetoed[MIRTH_TOPICS] = {0};
    for (size_t i = 0, longest; i < count && count <= MIRTH_TOKENS; i += longest ? longest : 1) {
        longest = mirth_may_begin(e, &e->of_faults, tokens[i].word)
                      ? find_mentions(e, tokens, count, i, mentions, vetoed)
                      : 0;
        if (!longest || is_denied(e, tokens, i) || is_supposed(e, tokens, count, i))
            continue;
        for (size_t f = 0; f < e->fault_count; f++)
            if (mentions[f].length == longest)
                *(mentions[f].weight == WEAK ? &found->weak[f] : &found->firm[f]) +=
                    weight * e->faults[f].weight * mentions[f].weight;
    }
}

/* "It failed with `no space left on device`": what a message says counts as well. */
static void count_faults(const struct mirth_english *e, struct mirth_slice text, unsigned weight,
                         struct evidence *found)
{
    struct mirth_token tokens[MIRTH_TOKENS], inner[MIRTH_TOKENS];
    size_t count = mirth_tokens(e, text, tokens);
    count_phrases(e, tokens, count, weight, found);
    for (size_t i = 0; i < count && count <= MIRTH_TOKENS; i++) {
        const struct mirth_slice said = mirth_token_inside(&tokens[i]);
        if (said.len)
            count_phrases(e, inner, mirth_tokens(e, said, inner), weight, found);
    }
}

/* "balancer-uneven" is a kind of "balancer". */
static bool is_kind_of(const char *name, const char *class)
{
    size_t len = strlen(class);
    return !strncmp(name, class, len) && name[len] == '-';
}

const char *mirth_fault_class(const struct mirth_english *e, const char *fault)
{
    for (size_t f = 0; f < e->fault_count; f++)
        if (is_kind_of(fault, mirth_string(e, e->faults[f].name)))
            return mirth_string(e, e->faults[f].name);
    return NULL;
}

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
            is_kind_of(mirth_string(e, e->faults[f].name), mirth_string(e, e->faults[fault].name)))
            return f;
    return fault;
}

/* Whether no other fault has nearly as much that speaks for it. */
static bool stands_alone(const struct mirth_english *e, const unsigned *score, size_t fault)
{
    for (size_t f = 0; f < e->fault_count; f++)
        if (f != fault && score[f] * ALONE > score[fault] &&
            !is_kind_of(mirth_string(e, e->faults[f].name), mirth_string(e, e->faults[fault].name)))
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
            if (own[k] &&
                is_kind_of(mirth_string(e, e->faults[k].name), mirth_string(e, e->faults[f].name)))
                score[f] += own[k];
}

/* What the evidence is for, or NULL. Things that are named make a fault where nothing says that one
 * happened, and they are all of one. */
static const char *judge(const struct mirth_english *e, const struct evidence *found)
{
    unsigned firm[MIRTH_TOPICS] = {0}, any[MIRTH_TOPICS] = {0};
    size_t best;
    for (size_t f = 0; f < e->fault_count; f++) {
        firm[f] = found->firm[f] + found->weak[f];
        any[f] = found->firm[f] + found->weak[f] * WORD;
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
                            unsigned weight, struct evidence *found)
{
    struct evidence here = {{0}, {0}};
    size_t kinds = 0;
    count_faults(e, sentence, weight, &here);
    for (size_t f = 0; f < e->fault_count; f++)
        kinds += (here.firm[f] || here.weak[f]) && e->faults[f].weight > 1;
    for (size_t f = 0; f < e->fault_count && kinds < MANY; f++) {
        found->firm[f] += here.firm[f];
        found->weak[f] += here.weak[f];
    }
}

/* What the part's sentences say, but for those that clear something. */
static void count_faults_told(const struct mirth_english *e, const struct mirth_part *part,
                              unsigned weight, struct evidence *found)
{
    for (size_t k = 0; k < part->clause_count && !mirth_is(part->field, "misleading"); k++)
        if (!mirth_has_listed(e, part->clauses[k].text, MIRTH_L_CLEARED))
            count_faults_in(e, part->clauses[k].text, weight, found);
}

/* What the part says, and what stands before its colon: "Memory leak in the renderer: ...". */
static void count_part(const struct mirth_english *e, const struct mirth_story *story,
                       size_t number, struct evidence *found)
{
    const struct mirth_part *part = &story->parts[number];
    const unsigned weight = mirth_worth(part);
    if (!weight)
        return;
    count_faults(e, mirth_slice(story->source + part->label.at, part->label.len), weight, found);
    if (part->clause_count)
        count_faults_told(e, part, weight, found);
    else
        count_faults(e, part->flat, weight, found);
}

/* What was done about it bears out what is known ("the index was added"), and says nothing by
 * itself: old files are deleted for many reasons. */
static void count_fixes(const struct mirth_english *e, const struct mirth_story *story,
                        struct evidence *found)
{
    struct evidence fixes = {{0}, {0}};
    for (size_t i = 0; i < story->digest.parts && i < MIRTH_READ; i++)
        if (mirth_is_fix(&story->parts[i]))
            count_part(e, story, i, &fixes);
    for (size_t f = 0; f < e->fault_count; f++)
        if (found->firm[f] || found->weak[f])
            found->firm[f] += fixes.firm[f];
}

static bool is_thin(const struct mirth_english *e, const struct evidence *found)
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
    struct evidence found = {{0}, {0}};
    bool thin;
    for (size_t i = 0; i < story->digest.parts && i < MIRTH_READ; i++)
        if (!mirth_is_fix(&story->parts[i]))
            count_part(e, story, i, &found);
    count_faults(e, story->digest.cause, THE_CAUSE, &found);
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
    struct evidence found = {{0}, {0}};
    size_t best;
    count_faults(e, cause, 1, &found);
    best = best_of(e, found.firm);
    return found.firm[best] ? mirth_string(e, e->faults[kind_of(e, found.firm, best)].name) : NULL;
}

static bool is_named(const struct mirth_english *e, const unsigned *score, const char *fault)
{
    for (size_t f = 0; f < e->fault_count; f++) {
        const char *name = mirth_string(e, e->faults[f].name);
        if (score[f] && (mirth_is(fault, name) || is_kind_of(fault, name)))
            return true;
    }
    return false;
}

bool mirth_names_firmly(const struct mirth_english *e, struct mirth_slice text, const char *fault)
{
    struct evidence found = {{0}, {0}};
    count_faults(e, text, 1, &found);
    return is_named(e, found.firm, fault);
}

bool mirth_speaks_for(const struct mirth_english *e, struct mirth_slice text, const char *fault)
{
    struct evidence found = {{0}, {0}};
    count_faults(e, text, 1, &found);
    return is_named(e, found.firm, fault) || is_named(e, found.weak, fault);
}

static bool mentions(const struct mirth_english *e, const char *name,
                     const struct mirth_token *tokens, size_t count)
{
    for (size_t f = 0; f < e->fault_count; f++) {
        const struct mirth_topic *fault = &e->faults[f];
        const char *class = mirth_string(e, fault->name);
        if (!mirth_is(name, class) && !is_kind_of(name, class))
            continue;
        for (size_t i = 0; i < count && count <= MIRTH_TOKENS; i++)
            if (mirth_listed_at(e, tokens, count, i, fault->list) ||
                (fault->weak >= 0 && mirth_listed_at(e, tokens, count, i, fault->weak)))
                return true;
    }
    return false;
}

/* Whether a message does, in code, quotation marks or parentheses. */
static bool is_said_inside(const struct mirth_english *e, const char *fault,
                           const struct mirth_token *tokens, size_t count)
{
    struct mirth_token inner[MIRTH_TOKENS];
    for (size_t i = 0; i < count && count <= MIRTH_TOKENS; i++) {
        const struct mirth_slice said = mirth_token_inside(&tokens[i]);
        if (said.len && mentions(e, fault, inner, mirth_tokens(e, said, inner)))
            return true;
    }
    return false;
}

/* Whether the text has a phrase of the fault's, as a guess or not: "(likely a firewall problem)".
 */
static bool has_phrase(const struct mirth_english *e, const struct mirth_topic *fault,
                       struct mirth_slice text)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    const size_t count = mirth_tokens(e, text, tokens);
    bool met = false;
    for (size_t i = 0; i < count && count <= MIRTH_TOKENS && !met; i++) {
        const struct mirth_slice aside =
            tokens[i].kind == MIRTH_T_PAREN ? mirth_token_inside(&tokens[i]) : mirth_slice("", 0);
        met = mirth_listed_at(e, tokens, count, i, fault->list) ||
              (aside.len && mirth_has_listed(e, aside, fault->list));
    }
    return met;
}

bool mirth_calls_fault(const struct mirth_english *e, struct mirth_slice text, const char *fault,
                       struct mirth_slice name)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    const size_t count = mirth_tokens(e, text, tokens);
    for (size_t f = 0; f < e->fault_count; f++) {
        const char *class = mirth_string(e, e->faults[f].name);
        const bool asked = mirth_is(fault, class) || is_kind_of(fault, class);
        for (size_t i = 0; asked && i < count && count <= MIRTH_TOKENS; i++) {
            const size_t words = mirth_listed_at(e, tokens, count, i, e->faults[f].list);
            const struct mirth_slice last = tokens[i + (words ? words - 1 : 0)].text;
            const struct mirth_slice phrase = {tokens[i].text.at,
                                               (size_t)(last.at + last.len - tokens[i].text.at)};
            if (words && mirth_names_itself(e, phrase, name))
                return true;
        }
    }
    return false;
}

/* Whether a message speaks of the fault, or of anything else that the cause speaks of: "likely a
 * firewall problem", where a closed firewall kept a certificate from being renewed. */
static bool tells_cause(const struct mirth_english *e, struct mirth_slice said, const char *fault,
                        struct mirth_slice cause)
{
    struct evidence why = {{0}, {0}};
    count_faults(e, cause, 1, &why);
    for (size_t f = 0; f < e->fault_count; f++) {
        const char *name = mirth_string(e, e->faults[f].name);
        if ((why.firm[f] || mirth_is(fault, name) || is_kind_of(fault, name)) &&
            has_phrase(e, &e->faults[f], said))
            return true;
    }
    return false;
}

bool mirth_message_tells(const struct mirth_english *e, struct mirth_slice sentence,
                         const char *fault, struct mirth_slice cause)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    const size_t count = mirth_tokens(e, sentence, tokens);
    for (size_t i = 0; i < count && count <= MIRTH_TOKENS; i++) {
        const struct mirth_slice said = mirth_token_inside(&tokens[i]);
        if (said.len && said.at[-1] != '(' && tells_cause(e, said, fault, cause))
            return true;
    }
    return false;
}

bool mirth_names_fault(const struct mirth_english *e, const struct mirth_story *story,
                       const struct mirth_clause *clause)
{
    const char *fault = story->digest.fault;
    struct mirth_token tokens[MIRTH_TOKENS];
    const size_t count = fault ? mirth_tokens(e, clause->body, tokens) : 0;
    return fault && (mentions(e, fault, tokens, count) || is_said_inside(e, fault, tokens, count));
}
