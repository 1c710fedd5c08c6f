/* match.c: from a sentence to its frame: patterns matched from where the main clause begins. */
#include "understand/clauses.h"

#include <string.h>

enum {
    SUBJECT = 14, /* tokens that a slot before a verb may take */
    TRIED = 96,   /* patterns tried a sentence */
    STEPS = 4000, /* elements tried a sentence: what bounds the cost */
};

struct matcher {
    const struct mirth_english *english;
    struct mirth_token tokens[MIRTH_TOKENS]; /* without emphasis marks */
    size_t count, main;                      /* the main clause begins at tokens[main] */
    const struct mirth_pattern *pattern;
    const struct mirth_element *elements; /* the pattern's */
    size_t steps, literals;
    bool present;            /* the present tense tells what happened */
    size_t from[24], to[24]; /* by element: the slots' tokens */
    size_t adverb_from, adverb_to, end;
};

struct best {
    const struct mirth_pattern *pattern;
    size_t score, end, adverb_from, adverb_to;
    size_t from[24], to[24];
};

static bool is(const struct matcher *m, size_t at, int list)
{
    return at < m->count && mirth_listed(m->english, m->tokens[at].word, list);
}

static bool is_punct(const struct matcher *m, size_t at, const char *marks)
{
    return at < m->count && m->tokens[at].kind == MIRTH_T_PUNCT &&
           strchr(marks, m->tokens[at].text.at[0]);
}

static unsigned forms(const struct matcher *m, size_t at)
{
    return at < m->count ? m->english->words[m->tokens[at].word].forms : 0;
}

static bool is_adverb(const struct matcher *m, size_t at)
{
    const struct mirth_slice s = at < m->count ? m->tokens[at].text : mirth_slice("", 0);
    if (is(m, at, MIRTH_L_ADVERB))
        return true;
    return s.len > 4 && m->tokens[at].kind == MIRTH_T_WORD && !memcmp(s.at + s.len - 2, "ly", 2) &&
           !is(m, at, MIRTH_L_NEGATION);
}

static size_t joint_at(const struct matcher *m, size_t at)
{
    return mirth_listed_at(m->english, m->tokens, m->count, at, MIRTH_L_JOINT);
}

/* "settings adjusted to handle ...": a verb inside what would be a subject. */
static bool is_past(const struct matcher *m, size_t at)
{
    return forms(m, at) & (MIRTH_PAST | MIRTH_PARTICIPLE) && !(forms(m, at) & MIRTH_BASE) &&
           !is(m, at, MIRTH_L_ADJECTIVE_PP);
}

/* A verb that goes on with the subject before "and": "... and restarted nginx". */
static bool is_second_verb(const struct matcher *m, size_t at)
{
    while (is_adverb(m, at))
        at++;
    if (at + 1 < m->count && !forms(m, at) &&
        is(m, at + 1, MIRTH_L_THE)) { /* "truncated the file" */
        const struct mirth_slice s = m->tokens[at].text;
        return s.len > 4 && !memcmp(s.at + s.len - 2, "ed", 2);
    }
    return forms(m, at) & (MIRTH_FINITE | MIRTH_PARTICIPLE) && !is(m, at, MIRTH_L_ADJECTIVE_PP);
}

/* Whether a clause of its own follows the coordinator at `at`: a verb to be or have before the
 * next comma. */
static bool is_second_clause(const struct matcher *m, size_t at)
{
    for (size_t i = at + 1; i < m->count && i < at + 10 && !is_punct(m, i, ",;:"); i++)
        if (is(m, i, MIRTH_L_AUX))
            return true;
    return false;
}

static bool may_be_in_slot(const struct matcher *m, size_t at)
{
    const struct mirth_token *t = &m->tokens[at];
    if (t->kind == MIRTH_T_PUNCT)
        return t->text.at[0] == '/' || t->text.at[0] == '&' || (unsigned char)t->text.at[0] >= 0x80;
    return !is(m, at, MIRTH_L_AUX) && !is(m, at, MIRTH_L_NEGATION);
}

/* "About 40", "up to 60%", "over 300": a hedge and its number. */
static bool is_quantity(const struct matcher *m, size_t at)
{
    return is(m, at, MIRTH_L_HEDGE) &&
           (m->tokens[at].kind == MIRTH_T_NUMBER ||
            (at + 1 < m->count && m->tokens[at + 1].kind == MIRTH_T_NUMBER));
}

static bool may_begin_slot(const struct matcher *m, size_t at)
{
    if (is(m, at, MIRTH_L_HEDGE) && !is_quantity(m, at))
        return is(m, at, MIRTH_L_THE) || forms(m, at) || m->tokens[at].text.len > 8;
    if (is_quantity(m, at))
        return true;
    if (at >= m->count || is(m, at, MIRTH_L_PREPOSITION) || is(m, at, MIRTH_L_COORDINATOR))
        return is(m, at, MIRTH_L_THE);
    if (is(m, at, MIRTH_L_REFLEXIVE)) /* "found themselves stranded" */
        return false;
    if (is_past(m, at)) /* "traced back to", "indicated a spike": a verb, and no noun phrase */
        return false;
    return may_be_in_slot(m, at) && (!joint_at(m, at) || is(m, at, MIRTH_L_THE));
}

/* "db-02, db-03 and db-04": a comma with names on both sides and an "and" soon. */
static bool is_list_comma(const struct matcher *m, size_t at)
{
    if (!is_punct(m, at, ",") || !at || at + 1 >= m->count || joint_at(m, at + 1))
        return false;
    for (size_t i = at + 1; i < m->count && i < at + 5; i++) {
        bool plain =
            mirth_same_text(m->tokens[i].text, "and") || mirth_same_text(m->tokens[i].text, "or");
        if (plain && i > at + 1)
            return !is_second_verb(m, i + 1) && !is_second_clause(m, i);
        if (is_punct(m, i, ",") || forms(m, i) & MIRTH_PAST || is(m, i, MIRTH_L_PRONOUN) ||
            is(m, i, MIRTH_L_AUX) || joint_at(m, i))
            return false;
    }
    return false;
}

static bool ends_phrase(const struct matcher *m, size_t at)
{
    return m->tokens[at].kind == MIRTH_T_PUNCT || joint_at(m, at) || is(m, at, MIRTH_L_PREPOSITION);
}

/* Where a noun phrase that begins at `at` ends: at the first joint, comma or second clause. */
static size_t phrase_end(const struct matcher *m, size_t at)
{
    size_t i = at;
    while (i < m->count) {
        if (is_list_comma(m, i)) {
            i++;
            continue;
        }
        if (!may_be_in_slot(m, i))
            break;
        if (i > at && joint_at(m, i) && !is(m, i, MIRTH_L_INSIDE))
            break;
        if (i > at && is_past(m, i) && (i + 1 == m->count || ends_phrase(m, i + 1)))
            return at; /* "corrected code deployed to ...": a statement of its own */
        if (i > at && is(m, i, MIRTH_L_COORDINATOR)) {
            bool plain = mirth_same_text(m->tokens[i].text, "and") ||
                         mirth_same_text(m->tokens[i].text, "or");
            if (!plain || is_second_verb(m, i + 1) || is_second_clause(m, i))
                break;
        }
        i++;
    }
    return i;
}

/* Where a clause or verb phrase that fills a slot ends. */
static size_t clausal_end(const struct matcher *m, size_t at)
{
    size_t i = at;
    while (i < m->count) {
        if (is_punct(m, i, ";:"))
            break;
        if (is_punct(m, i, ",") && (is(m, i + 1, MIRTH_L_COORDINATOR) || joint_at(m, i + 1)))
            break;
        i++;
    }
    return i;
}

static bool has_number(const struct matcher *m, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (m->tokens[i].kind == MIRTH_T_NUMBER || is(m, i, MIRTH_L_DURATION))
            return true;
    return false;
}

static bool holds(const struct matcher *m, size_t from, size_t to, int list)
{
    bool never = list <= MIRTH_NEVER;
    list = never ? MIRTH_NEVER - list : list;
    for (size_t i = from; i < to && list >= 0; i++)
        if (mirth_listed_at(m->english, m->tokens, to, i, list))
            return !never;
    return list < 0 || never;
}

/* What may stand after the last element: a joint, a comma, a second clause; never a bare noun. */
static bool ends_well(const struct matcher *m, size_t at)
{
    if (at >= m->count)
        return true;
    if (is(m, at - 1, MIRTH_L_CATENATIVE) && mirth_same_text(m->tokens[at].text, "to"))
        return false;
    return is_punct(m, at, ",;:-") || m->tokens[at].kind == MIRTH_T_PAREN || joint_at(m, at) ||
           is(m, at, MIRTH_L_PREPOSITION) || is(m, at, MIRTH_L_COORDINATOR) || is_adverb(m, at) ||
           (m->tokens[at].kind == MIRTH_T_PUNCT && (unsigned char)m->tokens[at].text.at[0] >= 0x80);
}

/* "A release deployed that morning did not ...": a verb before the next joint means that what was
 * matched is no statement. */
static bool verb_follows(const struct matcher *m, size_t at)
{
    for (size_t i = at; i < m->count && m->tokens[i].kind != MIRTH_T_PUNCT; i++) {
        if (is(m, i, MIRTH_L_AUX))
            return true;
        if (is(m, i, MIRTH_L_COORDINATOR) ||
            (joint_at(m, i) && !mirth_same_text(m->tokens[i].text, "to") &&
             !mirth_one_of(mirth_slice_of("by|at|for|through|during"), m->tokens[i].text) &&
             !(i == at && mirth_same_text(m->tokens[i].text, "that"))))
            return false;
    }
    return false;
}

static const char *slot_name(const struct matcher *m, size_t element)
{
    return mirth_string(m->english, m->elements[element].slot);
}

static bool match_from(struct matcher *m, size_t element, size_t at);

/* A slot's own list counts as one of the pattern's words. */
static bool try_slot(struct matcher *m, size_t i, size_t at, size_t end)
{
    const struct mirth_element *e = &m->elements[i];
    if (!holds(m, at, end, e->list))
        return false;
    m->literals += e->list >= 0;
    if (match_from(m, i + 1, end))
        return true;
    m->literals -= e->list >= 0;
    return false;
}

/* {doing} begins with a verb in -ing; a participle alone ("the cause was identified") is no noun.
 */
static bool may_fill(const struct matcher *m, size_t i, size_t at, size_t end)
{
    size_t verb = at;
    if (!strcmp(slot_name(m, i), "doing")) {
        while (is_adverb(m, verb))
            verb++;
        return forms(m, verb) & MIRTH_ING ||
               (verb < end && m->tokens[verb].text.len > 4 &&
                !memcmp(m->tokens[verb].text.at + m->tokens[verb].text.len - 3, "ing", 3));
    }
    return m->elements[i].clausal || end - at > 1 || !is_past(m, at);
}

static bool take_slot(struct matcher *m, size_t i, size_t at)
{
    const struct mirth_element *e = &m->elements[i];
    bool last = i + 1 == m->pattern->count;
    bool when = !strcmp(slot_name(m, i), "when");
    if (at >= m->count || (!e->clausal && !when && !may_begin_slot(m, at)))
        return false;
    m->from[i] = at;
    if (last) {
        size_t end = when ? m->count : e->clausal ? clausal_end(m, at) : phrase_end(m, at);
        m->to[i] = end;
        if (end <= at || (when && !has_number(m, at, end)) || !may_fill(m, i, at, end))
            return false;
        return try_slot(m, i, at, end);
    }
    for (size_t k = at + 1; k <= at + SUBJECT && k < m->count; k++) {
        if (!may_be_in_slot(m, k - 1) || (k > at + 1 && is(m, k - 1, MIRTH_L_STOP)) ||
            (is_past(m, k - 1) && (k > at + 1 || is(m, k, MIRTH_L_THE))))
            return false;
        m->to[i] = k;
        if (!is(m, k - 1, MIRTH_L_COORDINATOR) && !is(m, k - 1, MIRTH_L_HEDGE) &&
            try_slot(m, i, at, k))
            return true;
    }
    return false;
}

/* "Engineers notified" has nobody who was notified by engineers: a reduced passive's subject is
 * no agent. */
static bool subject_fits(const struct matcher *m, size_t i, size_t at)
{
    const struct mirth_element *e = &m->elements[i];
    size_t slot = i;
    while (slot && m->to[slot] != at)
        slot--;
    if (e->forms != MIRTH_PARTICIPLE || !at || m->elements[slot].kind != MIRTH_E_SLOT ||
        m->to[slot] != at || !strcmp(slot_name(m, slot), "who"))
        return true;
    return !is(m, at - 1, MIRTH_L_AGENT) && !is(m, at - 1, MIRTH_L_PRONOUN);
}

/* A verb in its base form is one only behind somebody who acts ("engineers restart"): "three test
 * orders" tests nothing. */
static bool may_act(const struct matcher *m, size_t verb, unsigned form)
{
    const struct mirth_slice before = verb ? m->tokens[verb - 1].text : mirth_slice("", 0);
    if (form & ~(unsigned)MIRTH_BASE || !verb)
        return true;
    return is(m, verb - 1, MIRTH_L_AGENT) || is(m, verb - 1, MIRTH_L_PRONOUN) ||
           is_adverb(m, verb - 1) || (before.len > 3 && before.at[before.len - 1] == 's');
}

static bool take_verb(struct matcher *m, size_t i, size_t at)
{
    const struct mirth_element *e = &m->elements[i];
    size_t from = m->adverb_from, to = m->adverb_to, k = at;
    unsigned forms = m->present ? e->forms : e->forms & ~(unsigned)(MIRTH_BASE | MIRTH_THIRD);
    if (at && mirth_same_text(m->tokens[at - 1].text, "to") && i &&
        m->elements[i - 1].kind == MIRTH_E_SLOT)
        return false; /* "forgot to restart" restarts nothing */
    for (size_t skipped = 0; skipped <= 2 && k < m->count; skipped++, k++) {
        const struct mirth_word *word = &m->english->words[m->tokens[k].word];
        for (uint32_t n = word[0].verbs; n < word[1].verbs; n++)
            for (const uint32_t *v = &m->english->choices[e->words]; *v; v++) {
                const struct mirth_verb_form *f = &m->english->verbs[n];
                if (f->verb == *v && f->forms & forms && may_act(m, k, f->forms & forms) &&
                    subject_fits(m, i, at)) {
                    if (k > at) {
                        m->adverb_from = at;
                        m->adverb_to = k;
                    }
                    m->literals++;
                    if (match_from(m, i + 1, k + 1))
                        return true;
                    m->literals--;
                    m->adverb_from = from;
                    m->adverb_to = to;
                }
            }
        if (!is_adverb(m, k))
            return false;
    }
    return false;
}

static bool take_words(struct matcher *m, size_t i, size_t at)
{
    const struct mirth_element *e = &m->elements[i];
    size_t taken = 0;
    if (e->kind == MIRTH_E_LIST)
        taken = mirth_listed_at(m->english, m->tokens, m->count, at, e->list);
    if (taken == 1 && e->list == MIRTH_L_BE && !m->present &&
        mirth_one_of(mirth_slice_of("is|are"), m->tokens[at].text))
        return false;
    for (const uint32_t *w = &m->english->choices[e->words]; at < m->count && *w; w++)
        taken |= m->tokens[at].word == *w;
    if (!taken)
        return false;
    m->literals += taken;
    if (match_from(m, i + 1, at + taken))
        return true;
    m->literals -= taken;
    return false;
}

static bool take(struct matcher *m, size_t i, size_t at)
{
    switch (m->elements[i].kind) {
    case MIRTH_E_SLOT: return take_slot(m, i, at);
    case MIRTH_E_VERB: return take_verb(m, i, at);
    default: return take_words(m, i, at);
    }
}

/* Depth is bounded by a pattern's 23 elements, work by m->steps. */
static bool match_from(struct matcher *m, size_t i, size_t at)
{
    if (!m->steps)
        return false;
    m->steps--;
    if (i == m->pattern->count) {
        m->end = at;
        return ends_well(m, at) && !verb_follows(m, at);
    }
    if (take(m, i, at))
        return true;
    if (!m->elements[i].optional)
        return false;
    m->from[i] = m->to[i] = 0;
    return match_from(m, i + m->elements[i].optional, at);
}

static void try_pattern(struct matcher *m, const struct mirth_pattern *pattern, struct best *best)
{
    size_t score;
    m->pattern = pattern;
    m->elements = &m->english->elements[pattern->elements];
    m->literals = m->adverb_from = m->adverb_to = 0;
    memset(m->to, 0, sizeof m->to);
    if (!match_from(m, 0, m->main))
        return;
    score = m->literals * 64 - (m->count - m->end < 63 ? m->count - m->end : 63);
    if (best->pattern && (score < best->score || (score == best->score && pattern > best->pattern)))
        return;
    best->pattern = pattern;
    best->score = score;
    best->end = m->end;
    best->adverb_from = m->adverb_from;
    best->adverb_to = m->adverb_to;
    memcpy(best->from, m->from, sizeof m->from);
    memcpy(best->to, m->to, sizeof m->to);
}

static struct best find_best(struct matcher *m)
{
    uint32_t tried[TRIED];
    size_t count = 0;
    struct best best = {0};
    for (size_t i = m->main; i < m->count && i < m->main + 40; i++) {
        const struct mirth_word *word = &m->english->words[m->tokens[i].word];
        for (uint32_t n = word[0].triggers; n < word[1].triggers; n++) {
            uint32_t pattern = m->english->triggers[n];
            size_t k = 0;
            while (k < count && tried[k] != pattern)
                k++;
            if (k < count || count == TRIED)
                continue;
            tried[count++] = pattern;
            try_pattern(m, &m->english->patterns[pattern], &best);
        }
    }
    return best;
}

/* From the first token's beginning to the last one's end. */
static struct mirth_slice stretch(const struct matcher *m, size_t from, size_t to)
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

/* "At 4:10 PM (CET) on May 3, 2022, our ..." ends its lead at the comma that no year, second
 * lead or list follows. */
static size_t lead_end(const struct matcher *m)
{
    if (!mirth_listed_at(m->english, m->tokens, m->count, 0, MIRTH_L_LEAD) && !is_adverb(m, 0))
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

static void find_lead(struct matcher *m, struct mirth_clause *clause)
{
    size_t comma = lead_end(m), words = 0;
    if (comma) {
        clause->lead = stretch(m, 0, comma);
        m->main = comma + 1;
    } else {
        while (is_adverb(m, words))
            words++;
        if (words && words < m->count && words <= 2 && forms(m, words) & MIRTH_PAST) {
            clause->lead = stretch(m, 0, words);
            m->main = words;
        }
    }
    if (m->main < m->count) {
        const char *at = m->tokens[m->main].text.at;
        clause->main = mirth_slice(at, (size_t)(clause->body.at + clause->body.len - at));
    }
}

static void keep_slots(const struct matcher *m, const struct best *b, struct mirth_clause *clause)
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

static void keep(const struct matcher *m, const struct best *b, struct mirth_clause *clause)
{
    const char *end = clause->body.at + clause->body.len, *last;
    size_t next = b->end;
    clause->frame = mirth_string(m->english, b->pattern->frame);
    keep_slots(m, b, clause);
    if (b->adverb_to)
        clause->adverb = stretch(m, b->adverb_from, b->adverb_to);
    last = m->tokens[b->end - 1].text.at + m->tokens[b->end - 1].text.len;
    while (end - last >= 2 && !memcmp(last, "**", 2))
        last += 2;
    clause->rest = mirth_slice(last, (size_t)(end - last));
    next += is_punct(m, next, ",;");
    clause->shared = is(m, next, MIRTH_L_COORDINATOR) && is_second_verb(m, next + 1);
}

static void match_topic(const struct matcher *m, struct mirth_clause *clause)
{
    for (size_t i = 0; i < m->english->asked_count; i++)
        for (size_t k = m->main; k < m->count; k++)
            if (mirth_listed_at(m->english, m->tokens, m->count, k, m->english->asked[i].list)) {
                clause->frame = mirth_string(m->english, m->english->asked[i].name);
                return;
            }
}

static size_t visible_tokens(const struct mirth_english *english, struct mirth_slice text,
                             struct mirth_token *tokens)
{
    size_t count = mirth_tokens(english, text, tokens), kept = 0;
    if (count > MIRTH_TOKENS)
        return 0;
    for (size_t i = 0; i < count; i++)
        if (tokens[i].kind != MIRTH_T_MARK)
            tokens[kept++] = tokens[i];
    return kept;
}

void mirth_match(const struct mirth_english *english, struct mirth_clause *clause,
                 enum mirth_manner manner)
{
    struct matcher m; /* large: what is used of it is set here, and by try_pattern() */
    struct best best;
    m.english = english;
    m.steps = STEPS;
    m.present = manner == MIRTH_TALE;
    m.main = 0;
    m.count = visible_tokens(english, clause->body, m.tokens);
    if (!m.count)
        return;
    find_lead(&m, clause);
    if (manner == MIRTH_REQUEST) {
        match_topic(&m, clause);
        return;
    }
    best = find_best(&m);
    if (best.pattern)
        keep(&m, &best, clause);
}
