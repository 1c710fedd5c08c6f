/* match_pattern.c: one pattern against a sentence, element by element. */
#include "understand/match.h"

enum {
    OWN = 2, /* what a word of the pattern's own is worth */
    ANY = 1, /* and a verb that may be any */
};

/* What may stand after the last element: a joint, a comma, a second clause; never a bare noun. */
static bool ends_well(const struct mirth_matcher *m, size_t at)
{
    if (at >= m->count)
        return true;
    if (is(m, at - 1, MIRTH_L_CATENATIVE) && is(m, at, MIRTH_L_INFINITIVE_MARK))
        return false;
    return is_punct(m, at, ",;:-") || m->tokens[at].kind == MIRTH_T_PAREN ||
           mirth_joint_at(m, at) || is(m, at, MIRTH_L_PREPOSITION) ||
           is(m, at, MIRTH_L_COORDINATOR) || mirth_is_adverb(m, at) ||
           (m->elements[m->pattern->count - 1].kind == MIRTH_E_SLOT && mirth_is_relative(m, at)) ||
           (m->tokens[at].kind == MIRTH_T_PUNCT && (unsigned char)m->tokens[at].text.at[0] >= 0x80);
}

/* "The keys applied to the relay expired", "the keys applied to relays expire". */
static bool is_last_verb(const struct mirth_matcher *m, size_t at, size_t i)
{
    unsigned kind = forms(m, i) & (MIRTH_PAST | MIRTH_NOUN | MIRTH_BASE);
    return m->elements[m->pattern->count - 1].forms == MIRTH_PARTICIPLE && i > at &&
           !is(m, i - 1, MIRTH_L_PREPOSITION) && !is(m, i - 1, MIRTH_L_THE) &&
           (kind == MIRTH_PAST || kind == MIRTH_BASE) &&
           (i + 1 == m->count || m->tokens[i + 1].kind == MIRTH_T_PUNCT);
}

/* "that was slow", "that the relay was": it is about the noun before it; "that morning" is not. */
static bool is_of_noun(const struct mirth_matcher *m, size_t at)
{
    return at && is(m, at, MIRTH_L_THAT) && !is(m, at - 1, MIRTH_L_PRONOUN) &&
           !mirth_is_past(m, at - 1) && !mirth_is_finite(m, at - 1) &&
           !is(m, at + 1, MIRTH_L_NEGATION) &&
           (is(m, at + 1, MIRTH_L_AUX) || is(m, at + 1, MIRTH_L_THE) ||
            is(m, at + 1, MIRTH_L_PRONOUN));
}

/* "A release deployed that morning did not ...": a verb before the next joint means that what was
 * matched is no statement. */
static bool verb_follows(const struct mirth_matcher *m, size_t at)
{
    if (is_of_noun(m, at))
        return false;
    for (size_t i = at; i < m->count && m->tokens[i].kind != MIRTH_T_PUNCT; i++) {
        if (is(m, i, MIRTH_L_AUX) || is_last_verb(m, at, i))
            return true;
        if (is(m, i, MIRTH_L_COORDINATOR) ||
            (mirth_joint_at(m, i) && !is(m, i, MIRTH_L_SOFT_JOINT) &&
             !(i == at && is(m, i, MIRTH_L_THAT))))
            return false;
    }
    return false;
}

static bool match_from(struct mirth_matcher *m, size_t element, size_t at);

/* A slot's own list counts as one of the pattern's words. */
static bool try_slot(struct mirth_matcher *m, size_t i, size_t at, size_t end, size_t next)
{
    const struct mirth_element *e = &m->elements[i];
    if (!mirth_slot_holds(m, i, at, end))
        return false;
    if (end == at + 1 && is(m, at, MIRTH_L_THE) && !is(m, at, MIRTH_L_PRONOUN))
        return false;
    if (end == at + 1 && end == next && i + 1 < m->pattern->count &&
        m->tokens[at].kind == MIRTH_T_QUOTE)
        return false; /* what is quoted does nothing */
    m->literals += e->list >= 0 ? OWN : 0;
    if (match_from(m, i + 1, next))
        return true;
    m->literals -= e->list >= 0 ? OWN : 0;
    return false;
}

/* What tokens[k] is to a subject that begins at `at`. */
static enum mirth_step look(const struct mirth_matcher *m, size_t at, size_t k)
{
    if (k > at && mirth_is_list_comma(m, k))
        return MIRTH_STEP_COMMA;
    if (k > at && is_punct(m, k, ","))
        return MIRTH_STEP_ASIDE;
    if (!mirth_subject_goes_on(m, at, k))
        return MIRTH_STEP_OFF;
    return is(m, k, MIRTH_L_COORDINATOR) || is(m, k, MIRTH_L_HEDGE) ||
                   (is(m, k, MIRTH_L_PREPOSITION) && !is(m, k, MIRTH_L_THE))
               ? MIRTH_STEP_INNER
               : MIRTH_STEP_ON;
}

/* Dozens of patterns begin with the same subject, which is looked at once. */
static enum mirth_step step(struct mirth_matcher *m, size_t at, size_t k)
{
    if (at != m->main)
        return look(m, at, k);
    if (!m->subject[k - at])
        m->subject[k - at] = (unsigned char)look(m, at, k);
    return m->subject[k - at];
}

/* Whether the element may begin with tokens[at]: a glance that spares most subjects the try. */
static bool may_begin(const struct mirth_matcher *m, size_t i, size_t at)
{
    const struct mirth_element *e = &m->elements[i];
    if (e->optional || (e->kind != MIRTH_E_VERB && e->kind != MIRTH_E_WORD))
        return true;
    if (e->kind == MIRTH_E_VERB)
        return forms(m, at) || mirth_is_adverb(m, at) || is(m, at, MIRTH_L_PERFECT);
    for (const uint32_t *w = &m->english->choices[e->words]; *w; w++)
        if (m->tokens[at].word == *w)
            return true;
    return false;
}

/* A slot that something else follows: as few tokens as will do. */
static bool take_subject(struct mirth_matcher *m, size_t i, size_t at)
{
    for (size_t k = at, next; k < at + MIRTH_SUBJECT && k + 1 < m->count; k++) {
        switch (step(m, at, k)) {
        case MIRTH_STEP_ON:
            m->to[i] = k + 1;
            if (may_begin(m, i + 1, k + 1) && try_slot(m, i, at, k + 1, k + 1))
                return true;
            break;
        case MIRTH_STEP_ASIDE:
            next = mirth_apposition(m, k);
            m->to[i] = next - 1;
            return next && try_slot(m, i, at, next - 1, next);
        case MIRTH_STEP_OFF: return false;
        default: break;
        }
    }
    return false;
}

/* Dozens of patterns ask this of the main clause's first token. */
static bool begins_slot(struct mirth_matcher *m, size_t at)
{
    if (at != m->main)
        return mirth_may_begin_slot(m, at);
    if (m->begins == MIRTH_UNASKED)
        m->begins = mirth_may_begin_slot(m, at) ? MIRTH_YES : MIRTH_NO;
    return m->begins == MIRTH_YES;
}

static bool is_when(const char *name)
{
    return name[0] == 'w' && name[1] == 'h' && name[2] == 'e' && name[3] == 'n' && !name[4];
}

static bool take_slot(struct mirth_matcher *m, size_t i, size_t at)
{
    const struct mirth_element *e = &m->elements[i];
    const char *name = mirth_slot_name(m, i);
    bool last = i + 1 == m->pattern->count, when = is_when(name);
    if (at >= m->count ||
        (!e->clausal && !when && !begins_slot(m, at) && (last || !mirth_is_adjective(m, at))))
        return false;
    m->from[i] = at;
    if (last) {
        size_t end = when         ? m->count
                     : e->clausal ? mirth_clausal_end(m, at)
                                  : mirth_phrase_end(m, at);
        m->to[i] = end;
        if (end <= at || (when && !mirth_tells_when(m, at, end)) || !mirth_may_fill(m, i, at, end))
            return false;
        return try_slot(m, i, at, end, end);
    }
    return take_subject(m, i, at);
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
        m->to[slot] != at || !strcmp(mirth_slot_name(m, slot), "who"))
        return true;
    if (m->from[slot] == at - 1 || m->tokens[at - 1].text.at[0] == ']') /* "Ana", "[ana]" */
        return !mirth_is_agent(m, at - 1);
    return !is(m, at - 1, MIRTH_L_AGENT) && !is(m, at - 1, MIRTH_L_PRONOUN);
}

/* A verb in the present tense is one only behind somebody who acts, or before a thing: "engineers
 * restart", "Nadia checks the". "Three test orders" tests nothing, "server updates" are things. */
static bool may_act(const struct mirth_matcher *m, size_t i, size_t verb, unsigned form)
{
    const struct mirth_element *next = i + 1 < m->pattern->count ? &m->elements[i + 1] : NULL;
    bool noun = forms(m, verb) & MIRTH_NOUN;
    size_t before = verb;
    bool thing = mirth_is_thing(m, verb + 1) || (i && m->elements[i - 1].list >= 0) ||
                 (next && next->kind == MIRTH_E_WORD && !next->optional); /* "steps in" */
    if (form & ~(unsigned)(MIRTH_BASE | MIRTH_THIRD) || !verb)
        return true;
    if (noun && is(m, verb + 1, MIRTH_L_WHOLE_MARK)) /* "user reports of delays" */
        return false;
    while (before && mirth_is_adverb(m, before - 1))
        before--;
    if (before && is_punct(m, before - 1, ",")) /* "Sven, our admin, checks" */
        return form & MIRTH_THIRD && (thing || !noun);
    if (!before || mirth_is_agent(m, before - 1))
        return before && (form & MIRTH_THIRD || !noun || thing || !mirth_is_name(m, before - 1));
    if (form & MIRTH_BASE &&
        m->tokens[before - 1].text.at[m->tokens[before - 1].text.len - 1] != 's')
        return false;
    return thing || !noun;
}

static bool is_the_verb(const struct mirth_matcher *m, const struct mirth_element *e,
                        const struct mirth_verb_form *f, bool *any)
{
    for (const uint32_t *v = &m->english->choices[e->words]; *v; v++) {
        *any = *v == m->any;
        if (*any || *v == f->verb)
            return true;
    }
    return false;
}

/* Auxiliaries are none of the family's verbs; "improved limits" begins with no verb. */
static bool may_be_any(const struct mirth_matcher *m, size_t at)
{
    if (is(m, at, MIRTH_L_AUX))
        return false;
    return at > m->main || !is(m, at, MIRTH_L_ADJECTIVE_PP) || is(m, at + 1, MIRTH_L_THE);
}

/* "Quorum counted by hand" is counted, and does not count; "dropped by 5%" drops. */
static bool is_passive(const struct mirth_matcher *m, const struct mirth_element *e, size_t at)
{
    return !(e->forms & MIRTH_PARTICIPLE) && forms(m, at) & MIRTH_PARTICIPLE && at + 2 < m->count &&
           is(m, at + 1, MIRTH_L_AGENT_MARK) && m->tokens[at + 2].kind != MIRTH_T_NUMBER &&
           !(forms(m, at + 2) & MIRTH_ING);
}

/* "30 affected sequences" affect nothing. */
static bool is_attribute(const struct mirth_matcher *m, size_t at)
{
    return at && is(m, at, MIRTH_L_ADJECTIVE_PP) &&
           (is(m, at - 1, MIRTH_L_THE) || is(m, at - 1, MIRTH_L_INSIDE) ||
            m->tokens[at - 1].kind == MIRTH_T_NUMBER);
}

/* The verb at tokens[k], behind the adverbs from `at` on. */
static bool take_verb_at(struct mirth_matcher *m, size_t i, size_t at, size_t k, unsigned wanted)
{
    const struct mirth_element *e = &m->elements[i];
    const struct mirth_word *word = &m->english->words[m->tokens[k].word];
    for (uint32_t n = word[0].verbs; n < word[1].verbs; n++) {
        const struct mirth_verb_form *f = &m->english->verbs[n];
        size_t from = m->adverb_from, to = m->adverb_to, worth;
        bool any, tense = m->tense;
        unsigned form = f->forms & wanted;
        if (!form || !is_the_verb(m, e, f, &any) || is_attribute(m, k) || is_passive(m, e, k) ||
            (any && !may_be_any(m, k)) || !may_act(m, i, k, form) || !subject_fits(m, i, at))
            continue;
        if (k > at) {
            m->adverb_from = at;
            m->adverb_to = k;
        }
        worth = any ? ANY : OWN;
        m->literals += worth;
        m->tense |= !(form & ~(unsigned)(MIRTH_BASE | MIRTH_THIRD));
        if (match_from(m, i + 1, k + 1))
            return true;
        m->literals -= worth;
        m->tense = tense;
        m->adverb_from = from;
        m->adverb_to = to;
    }
    return false;
}

/* "has expired" tells what "expired" tells; the adverbs may stand behind "has" too. */
static bool take_verb(struct mirth_matcher *m, size_t i, size_t at)
{
    unsigned wanted = m->elements[i].forms;
    size_t k = at;
    if (at && is(m, at - 1, MIRTH_L_INFINITIVE_MARK) && i &&
        m->elements[i - 1].kind == MIRTH_E_SLOT)
        return false; /* "forgot to restart" restarts nothing */
    if (!m->present)
        wanted &= ~(unsigned)(MIRTH_BASE | MIRTH_THIRD);
    if (at && wanted & MIRTH_PAST && is(m, at, MIRTH_L_PERFECT)) {
        wanted = MIRTH_PARTICIPLE;
        at = ++k;
    }
    for (size_t skipped = 0; skipped <= 2 && k < m->count; skipped++, k++) {
        if (take_verb_at(m, i, at, k, wanted))
            return true;
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
    if (taken == 1 && e->kind == MIRTH_E_LIST && !m->present && is(m, at, MIRTH_L_NOW))
        return false;
    for (const uint32_t *w = &m->english->choices[e->words]; at < m->count && *w; w++)
        taken |= m->tokens[at].word == *w;
    if (!taken)
        return false;
    m->literals += OWN * taken;
    if (match_from(m, i + 1, at + taken))
        return true;
    m->literals -= OWN * taken;
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
    m->tense = false;
    memset(m->to, 0, pattern->count * sizeof *m->to);
    return match_from(m, 0, m->main);
}
