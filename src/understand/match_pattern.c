/* match_pattern.c: one pattern against a sentence, element by element. */
#include "understand/match.h"

enum { SUBJECT = 14 }; /* tokens that a slot before a verb may take */

static bool has_number(const struct mirth_matcher *m, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (m->tokens[i].kind == MIRTH_T_NUMBER || is(m, i, MIRTH_L_DURATION))
            return true;
    return false;
}

static bool holds(const struct mirth_matcher *m, size_t from, size_t to, int list)
{
    bool never = list <= MIRTH_NEVER;
    list = never ? MIRTH_NEVER - list : list;
    for (size_t i = from; i < to && list >= 0; i++)
        if (mirth_listed_at(m->english, m->tokens, to, i, list))
            return !never;
    return list < 0 || never;
}

/* What may stand after the last element: a joint, a comma, a second clause; never a bare noun. */
static bool ends_well(const struct mirth_matcher *m, size_t at)
{
    if (at >= m->count)
        return true;
    if (is(m, at - 1, MIRTH_L_CATENATIVE) && mirth_same_text(m->tokens[at].text, "to"))
        return false;
    return is_punct(m, at, ",;:-") || m->tokens[at].kind == MIRTH_T_PAREN ||
           mirth_joint_at(m, at) || is(m, at, MIRTH_L_PREPOSITION) ||
           is(m, at, MIRTH_L_COORDINATOR) || mirth_is_adverb(m, at) ||
           (m->tokens[at].kind == MIRTH_T_PUNCT && (unsigned char)m->tokens[at].text.at[0] >= 0x80);
}

/* "A release deployed that morning did not ...": a verb before the next joint means that what was
 * matched is no statement. */
static bool verb_follows(const struct mirth_matcher *m, size_t at)
{
    for (size_t i = at; i < m->count && m->tokens[i].kind != MIRTH_T_PUNCT; i++) {
        if (is(m, i, MIRTH_L_AUX))
            return true;
        if (is(m, i, MIRTH_L_COORDINATOR) ||
            (mirth_joint_at(m, i) && !mirth_same_text(m->tokens[i].text, "to") &&
             !mirth_one_of(mirth_slice_of("by|at|for|through|during"), m->tokens[i].text) &&
             !(i == at && mirth_same_text(m->tokens[i].text, "that"))))
            return false;
    }
    return false;
}

static const char *slot_name(const struct mirth_matcher *m, size_t element)
{
    return mirth_string(m->english, m->elements[element].slot);
}

static bool match_from(struct mirth_matcher *m, size_t element, size_t at);

/* A slot's own list counts as one of the pattern's words. */
static bool try_slot(struct mirth_matcher *m, size_t i, size_t at, size_t end)
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
static bool may_fill(const struct mirth_matcher *m, size_t i, size_t at, size_t end)
{
    size_t verb = at;
    if (!strcmp(slot_name(m, i), "doing")) {
        while (mirth_is_adverb(m, verb))
            verb++;
        return forms(m, verb) & MIRTH_ING ||
               (verb < end && m->tokens[verb].text.len > 4 &&
                !memcmp(m->tokens[verb].text.at + m->tokens[verb].text.len - 3, "ing", 3));
    }
    return m->elements[i].clausal || end - at > 1 || !mirth_is_past(m, at);
}

static bool take_slot(struct mirth_matcher *m, size_t i, size_t at)
{
    const struct mirth_element *e = &m->elements[i];
    bool last = i + 1 == m->pattern->count;
    bool when = !strcmp(slot_name(m, i), "when");
    if (at >= m->count || (!e->clausal && !when && !mirth_may_begin_slot(m, at)))
        return false;
    m->from[i] = at;
    if (last) {
        size_t end = when         ? m->count
                     : e->clausal ? mirth_clausal_end(m, at)
                                  : mirth_phrase_end(m, at);
        m->to[i] = end;
        if (end <= at || (when && !has_number(m, at, end)) || !may_fill(m, i, at, end))
            return false;
        return try_slot(m, i, at, end);
    }
    for (size_t k = at + 1; k <= at + SUBJECT && k < m->count; k++) {
        if (!mirth_may_be_in_slot(m, k - 1) || (k > at + 1 && is(m, k - 1, MIRTH_L_STOP)) ||
            (mirth_is_past(m, k - 1) && (k > at + 1 || is(m, k, MIRTH_L_THE))))
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
static bool subject_fits(const struct mirth_matcher *m, size_t i, size_t at)
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
static bool may_act(const struct mirth_matcher *m, size_t verb, unsigned form)
{
    const struct mirth_slice before = verb ? m->tokens[verb - 1].text : mirth_slice("", 0);
    if (form & ~(unsigned)MIRTH_BASE || !verb)
        return true;
    return is(m, verb - 1, MIRTH_L_AGENT) || is(m, verb - 1, MIRTH_L_PRONOUN) ||
           mirth_is_adverb(m, verb - 1) || (before.len > 3 && before.at[before.len - 1] == 's');
}

static bool take_verb(struct mirth_matcher *m, size_t i, size_t at)
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
        if (!mirth_is_adverb(m, k))
            return false;
    }
    return false;
}

static bool take_words(struct mirth_matcher *m, size_t i, size_t at)
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

static bool take(struct mirth_matcher *m, size_t i, size_t at)
{
    switch (m->elements[i].kind) {
    case MIRTH_E_SLOT: return take_slot(m, i, at);
    case MIRTH_E_VERB: return take_verb(m, i, at);
    default: return take_words(m, i, at);
    }
}

/* Depth is bounded by a pattern's 23 elements, work by m->steps. */
static bool match_from(struct mirth_matcher *m, size_t i, size_t at)
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

bool mirth_match_pattern(struct mirth_matcher *m, const struct mirth_pattern *pattern)
{
    m->pattern = pattern;
    m->elements = &m->english->elements[pattern->elements];
    m->literals = m->adverb_from = m->adverb_to = 0;
    memset(m->to, 0, sizeof m->to);
    return match_from(m, 0, m->main);
}
