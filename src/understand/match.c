/* match.c: from a sentence to its frame: patterns matched from where the main clause begins. */
#include "understand/clauses.h"

#include <string.h>

#include "understand/clock.h"
#include "understand/match.h"

enum {
    TRIED = 96,    /* patterns tried a sentence */
    WEAK = 3 * 64, /* the score of a pattern with one word of its own */
    STEPS = 4000,  /* elements tried a sentence: what bounds the cost */
};

struct best {
    const struct mirth_pattern *pattern;
    size_t score, end, adverb_from, adverb_to;
    bool tense;
    size_t from[MIRTH_ELEMENTS], to[MIRTH_ELEMENTS];
};

static void try_pattern(struct mirth_matcher *m, const struct mirth_pattern *pattern,
                        struct best *best)
{
    size_t score;
    if (!mirth_match_pattern(m, pattern))
        return;
    score = (m->literals + 1) * 64 - (m->count - m->end < 63 ? m->count - m->end : 63);
    if (best->pattern && (score < best->score || (score == best->score && pattern > best->pattern)))
        return;
    best->pattern = pattern;
    best->score = score;
    best->end = m->end;
    best->tense = m->tense;
    best->adverb_from = m->adverb_from;
    best->adverb_to = m->adverb_to;
    memcpy(best->from, m->from, sizeof m->from);
    memcpy(best->to, m->to, sizeof m->to);
}

struct tried {
    uint32_t patterns[TRIED];
    size_t count;
    uint64_t glance[4]; /* a bit for what their numbers end in: without it, one is none of them */
};

/* Whether it is tried for the first time, and has been from now on. */
static bool is_new(struct tried *tried, uint32_t pattern)
{
    uint64_t *glance = &tried->glance[pattern / 64 % 4], bit = (uint64_t)1 << pattern % 64;
    size_t k = *glance & bit ? 0 : tried->count;
    while (k < tried->count && tried->patterns[k] != pattern)
        k++;
    if (k < tried->count)
        return false;
    *glance |= bit;
    tried->patterns[tried->count++] = pattern;
    return true;
}

/* The patterns that wait for the word. */
static void try_word(struct mirth_matcher *m, uint32_t number, struct tried *tried,
                     struct best *best)
{
    const struct mirth_word *word = &m->english->words[number];
    for (uint32_t n = word[0].triggers; n < word[1].triggers && tried->count < TRIED; n++) {
        const uint32_t pattern = m->english->triggers[n];
        if (is_new(tried, pattern))
            try_pattern(m, &m->english->patterns[pattern], best);
    }
}

/* Where no verb is one that a pattern names, a family of any verb's is tried: its patterns wait
 * for the forms of "*", which stand for those of every verb. */
static struct best find_best(struct mirth_matcher *m)
{
    static const char *const family[] = {"*ed", "*s", "*ing", "*"};
    struct tried tried;
    struct best best = {0};
    tried.count = 0; /* the patterns need no zeros */
    memset(tried.glance, 0, sizeof tried.glance);
    for (size_t i = m->main; i < m->count && i < m->main + 40; i++)
        try_word(m, m->tokens[i].word, &tried, &best);
    for (size_t i = 0; (!best.pattern || best.score <= WEAK) && i < sizeof family / sizeof *family;
         i++)
        try_word(m, mirth_word(m->english, mirth_slice_of(family[i])), &tried, &best);
    return best;
}

/* From the first token's beginning to the last one's end. */
static struct mirth_slice stretch(const struct mirth_matcher *m, size_t from, size_t to)
{
    const char *at = m->tokens[from].text.at, *begin = m->tokens[0].text.at;
    const char *end = m->tokens[to - 1].text.at + m->tokens[to - 1].text.len;
    const struct mirth_slice last = m->tokens[m->count - 1].text;
    /* emphasis around the whole of it belongs to it */
    while (at - begin >= 2 && last.at + last.len - end >= 2 && !memcmp(at - 2, "**", 2) &&
           !memcmp(end, "**", 2)) {
        at -= 2;
        end += 2;
    }
    return mirth_slice(at, (size_t)(end - at));
}

/* "By 1:37 pm the team": a time, and no comma. */
static size_t time_lead(const struct mirth_matcher *m)
{
    size_t at = 2;
    if (m->count < 4 || !is(m, 0, MIRTH_L_LEAD) || m->tokens[1].kind != MIRTH_T_NUMBER ||
        !memchr(m->tokens[1].text.at, ':', m->tokens[1].text.len))
        return 0;
    while (at < m->count && at < 5 &&
           (is(m, at, MIRTH_L_ZONE) || m->tokens[at].kind == MIRTH_T_PAREN ||
            mirth_is_half(m->tokens[at].text) || is(m, at, MIRTH_L_CLOCK_WORD)))
        at++;
    return is(m, at, MIRTH_L_THE) || is(m, at, MIRTH_L_PRONOUN) ? at : 0;
}

/* "At 4:10 PM (CET) on May 3, 2022, our ..." ends its lead at the comma that no year, second
 * lead or list follows. */
static size_t lead_end(const struct mirth_matcher *m)
{
    size_t time = time_lead(m);
    if (time)
        return time;
    if (!mirth_listed_at(m->english, m->tokens, m->count, 0, MIRTH_L_LEAD) &&
        !mirth_is_adverb(m, 0))
        return 0;
    for (size_t i = 1; i + 1 < m->count && i < 28; i++) {
        if (is_punct(m, i, ";:"))
            return 0;
        if (!is_punct(m, i, ","))
            continue;
        if (m->tokens[i + 1].kind == MIRTH_T_NUMBER || is(m, i + 1, MIRTH_L_LEAD) ||
            is(m, i + 1, MIRTH_L_MONTH))
            continue;
        return is(m, i + 1, MIRTH_L_COORDINATOR) ? 0 : i;
    }
    return 0;
}

static void find_lead(struct mirth_matcher *m, struct mirth_clause *clause)
{
    size_t comma = lead_end(m), words = 0;
    if (comma) {
        clause->lead = stretch(m, 0, comma);
        m->main = comma + is_punct(m, comma, ",");
    } else {
        while (mirth_is_adverb(m, words))
            words++;
        if (words && words < m->count && words <= 2 &&
            (forms(m, words) & MIRTH_PAST ||
             ((is(m, words, MIRTH_L_THE) || is(m, words, MIRTH_L_PRONOUN)) &&
              !is(m, words - 1, MIRTH_L_THE) && !is(m, words - 1, MIRTH_L_HEDGE) &&
              !is(m, words - 1, MIRTH_L_NEGATION)))) {
            clause->lead = stretch(m, 0, words);
            m->main = words;
        }
    }
    if (m->main < m->count) {
        const char *at = m->tokens[m->main].text.at;
        clause->main = mirth_slice(at, (size_t)(clause->body.at + clause->body.len - at));
    }
}

static void keep_slots(const struct mirth_matcher *m, const struct best *b,
                       struct mirth_clause *clause)
{
    const struct mirth_element *e = &m->english->elements[b->pattern->elements];
    size_t n = 0;
    for (size_t i = 0; i < b->pattern->count && n < MIRTH_SLOTS; i++) {
        if (e[i].kind != MIRTH_E_SLOT || !b->to[i])
            continue;
        clause->slots[n].name = mirth_string(m->english, e[i].slot);
        clause->slots[n++].text = stretch(m, b->from[i], b->to[i]);
    }
}

/* A clause of its own: something, and soon what it did. */
static bool is_clause(const struct mirth_matcher *m, size_t at)
{
    for (size_t i = at; i < m->count && i < at + 9 && !is_punct(m, i, ",;:"); i++)
        if (is(m, i, MIRTH_L_AUX) || (i > at && mirth_is_past(m, i)) ||
            (i > at && mirth_is_finite(m, i)))
            return true;
    return false;
}

/* Whether what follows goes on with the same subject: "and restarted nginx", ", cleared the cache",
 * "and live". */
static bool goes_on(const struct mirth_matcher *m, size_t at)
{
    if (is(m, at, MIRTH_L_COORDINATOR) && !is(m, at, MIRTH_L_PREPOSITION) && !is_clause(m, at + 1))
        return true;
    if (is_punct(m, at, ",") && mirth_is_past(m, at + 1) && !mirth_joint_at(m, at + 1) &&
        !is(m, at + 2, MIRTH_L_AGENT_MARK))
        return true;
    for (size_t i = at; i < m->count && !is_punct(m, i, ";:"); i++)
        if (is(m, i, MIRTH_L_COORDINATOR) && mirth_is_second_verb(m, i + 1))
            return true;
    return false;
}

/* "notices the mail, pings Sean", "checks the log and finds that it was empty". */
static bool goes_on_now(const struct mirth_matcher *m, size_t at)
{
    return (is(m, at, MIRTH_L_COORDINATOR) || is_punct(m, at, ",")) && at + 1 < m->count &&
           m->english->words[m->tokens[at + 1].word].forms & MIRTH_THIRD;
}

/* Whether an element is a verb that its pattern names: "erupted" is "*", and may want no "was". */
static bool is_named_verb(const struct mirth_matcher *m, const struct mirth_element *e)
{
    if (e->kind != MIRTH_E_VERB)
        return false;
    for (const uint32_t *v = &m->english->choices[e->words]; *v; v++)
        if (*v == m->any)
            return false;
    return true;
}

/* "Lamp replaced": the participle behind a subject; "Replaced the lamp": a past form that is a
 * participle too, straight before its object. Neither has a word that makes it a sentence. */
static struct mirth_slice telegram_verb(const struct mirth_matcher *m, const struct best *b)
{
    const struct mirth_element *e = &m->english->elements[b->pattern->elements];
    size_t slot = e[0].kind == MIRTH_E_VERB ? 1 : 0, verb = slot ? m->main : b->to[0];
    if (b->pattern->count < 2 || e[slot].kind != MIRTH_E_SLOT || !b->to[slot] ||
        !(is_named_verb(m, &e[!slot]) || is(m, verb, MIRTH_L_TRANSITIVE)))
        return mirth_slice("", 0);
    if (!slot && verb == b->adverb_from && b->adverb_to > verb)
        verb = b->adverb_to;
    if (!(forms(m, verb) & MIRTH_PARTICIPLE) || is(m, verb, MIRTH_L_AUX) ||
        is(m, verb, MIRTH_L_ERGATIVE) ||
        (slot ? b->from[1] != verb + 1 : e[1].forms != MIRTH_PARTICIPLE))
        return mirth_slice("", 0);
    return m->tokens[verb].text;
}

static void keep(const struct mirth_matcher *m, const struct best *b, struct mirth_clause *clause)
{
    const char *end = clause->body.at + clause->body.len, *last;
    clause->frame = mirth_string(m->english, b->pattern->frame);
    keep_slots(m, b, clause);
    if (b->adverb_to)
        clause->adverb = stretch(m, b->adverb_from, b->adverb_to);
    last = m->tokens[b->end - 1].text.at + m->tokens[b->end - 1].text.len;
    while (end - last >= 2 && !memcmp(last, "**", 2))
        last += 2;
    clause->rest = mirth_slice(last, (size_t)(end - last));
    clause->shared = goes_on(m, b->end) || (b->tense && goes_on_now(m, b->end));
    clause->present = b->tense;
    clause->verb = telegram_verb(m, b);
}

static void match_topic(const struct mirth_matcher *m, struct mirth_clause *clause)
{
    for (size_t i = 0; i < m->english->asked_count; i++)
        for (size_t k = m->main; k < m->count; k++)
            if (mirth_listed_at(m->english, m->tokens, m->count, k, m->english->asked[i].list)) {
                clause->frame = mirth_string(m->english, m->english->asked[i].name);
                return;
            }
}

static bool listed_at(const struct mirth_matcher *m, size_t at, int list)
{
    return mirth_listed_at(m->english, m->tokens, m->count, at, list);
}

/* "Two teams were busy with other work", "no list of owners", among the measures: what was or is
 * so, and asks for nothing. */
static bool is_statement(const struct mirth_matcher *m)
{
    if (m->main < m->count && listed_at(m, m->main, MIRTH_L_COMPLAINT))
        return true;
    for (size_t i = m->main + 1; i < m->count; i++) {
        if (listed_at(m, i, MIRTH_L_STATEMENT))
            return true;
        if (is(m, i, MIRTH_L_STOP) || is(m, i, MIRTH_L_JOINT))
            return false;
    }
    return false;
}

void mirth_match(const struct mirth_english *english, struct mirth_clause *clause,
                 const struct mirth_sentence *sentence, enum mirth_manner manner)
{
    struct mirth_matcher m = {.english = english,
                              .tokens = sentence->tokens,
                              .count = sentence->count,
                              .steps = STEPS,
                              .present = manner == MIRTH_TALE};
    struct best best;
    m.any = mirth_word(english, mirth_slice_of("*"));
    m.ing = mirth_word(english, mirth_slice_of("*ing"));
    if (!m.count || clause->text.at[clause->text.len - 1] == '?')
        return;
    find_lead(&m, clause);
    if (manner == MIRTH_REQUEST && !is_statement(&m)) {
        match_topic(&m, clause);
        return;
    }
    if (is(&m, 0, MIRTH_L_CONDITION)) /* "if the relay fails, ..." */
        return;
    best = find_best(&m);
    if (best.pattern)
        keep(&m, &best, clause);
}
