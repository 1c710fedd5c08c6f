/* match_slots.c: what may fill a slot of a pattern, and what may be a subject. */
#include "understand/match.h"

const char *mirth_slot_name(const struct mirth_matcher *m, size_t element)
{
    return mirth_string(m->english, m->elements[element].slot);
}

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
    for (size_t i = from, n; i < to && list >= 0; i++)
        if ((n = mirth_listed_at(m->english, m->tokens, to, i, list)) > 0 &&
            (never || i + n == to || !is(m, i + n, MIRTH_L_COMPOUND)))
            return !never; /* an "alert threshold" is no alert */
    return list < 0 || never;
}

/* "@cause-word is {cause}": a form of "be" that the pattern names. */
static bool names_be(const struct mirth_matcher *m, const struct mirth_element *e)
{
    return e->kind == MIRTH_E_WORD &&
           mirth_listed(m->english, m->english->choices[e->words], MIRTH_L_BE);
}

/* "discussion about {what}": a pattern without a verb. */
static bool is_nominal(const struct mirth_matcher *m)
{
    for (size_t i = 0; i < m->pattern->count; i++)
        if (m->elements[i].kind == MIRTH_E_VERB || m->elements[i].list == MIRTH_L_BE ||
            m->elements[i].list == MIRTH_L_STANDS || names_be(m, &m->elements[i]) ||
            (m->elements[i].clausal && m->pattern->count > 1))
            return false;
    return true;
}

/* A noun phrase's head and what is before it. */
static size_t head_end(const struct mirth_matcher *m, size_t at, size_t end)
{
    for (size_t i = at + 1; i < end; i++)
        if (is(m, i, MIRTH_L_PREPOSITION))
            return i;
    return end;
}

/* "Escalate to the vendor", "shoppers report empty baskets". */
static bool is_plural_verb(const struct mirth_matcher *m, size_t first, size_t at)
{
    const struct mirth_slice before = at ? m->tokens[at - 1].text : mirth_slice("", 0);
    if (!(forms(m, at) & MIRTH_BASE) || is(m, at, MIRTH_L_ADJECTIVE_PP))
        return false;
    if (at == first)
        return !(forms(m, at) & MIRTH_NOUN);
    return before.len > 3 && before.at[before.len - 1] == 's' && before.at[before.len - 2] != 's' &&
           (at + 1 < m->count || !(forms(m, at) & MIRTH_NOUN));
}

/* "tessa": a sentence's first word in lower case that English does not have. */
static bool is_handle(const struct mirth_matcher *m, size_t at)
{
    const struct mirth_token *t = &m->tokens[at];
    return !at && t->kind == MIRTH_T_WORD && !t->word && mirth_is_lower(t->text.at[0]);
}

/* "Jim (of the night shift) shares", "@ines updates", "tessa lists": no things, but deeds. */
static bool is_named_deed(const struct mirth_matcher *m, size_t at)
{
    const struct mirth_token *before = &m->tokens[at - 1];
    bool named = before->text.at[0] == '@' || is_handle(m, at - 1);
    if (forms(m, at) & MIRTH_PAST && at - 1 == m->main)
        return named || before->kind == MIRTH_T_LINK; /* "[ana] added builds failed in the night" */
    return forms(m, at) & MIRTH_THIRD && (before->kind == MIRTH_T_PAREN || named);
}

/* An entry that is a noun phrase, or begins with a gerund, has no verb of its own before its first
 * joint. */
static bool says_nothing(const struct mirth_matcher *m, size_t at)
{
    for (size_t i = at; i < m->count && !is_punct(m, i, ";:"); i++) {
        if (i > at && mirth_joint_at(m, i) && !is(m, i, MIRTH_L_PREPOSITION))
            return !is(m, i, MIRTH_L_RELATIVE);
        if (is(m, i, MIRTH_L_AUX) || is(m, i, MIRTH_L_NEGATION) || mirth_is_past(m, i) ||
            mirth_is_finite(m, i) || is_plural_verb(m, at, i) || (i > at && is_named_deed(m, i)))
            return false;
    }
    return true;
}

/* What fills {that} without "that" in front has a verb of its own: "the relay was down". */
static bool says_so(const struct mirth_matcher *m, size_t i, size_t at, size_t end)
{
    if (i && m->elements[i - 1].kind == MIRTH_E_WORD)
        return true;
    for (size_t k = at + 1; k < end; k++) {
        if (is(m, k, MIRTH_L_COORDINATOR) && k + 1 < end &&
            (mirth_is_past(m, k + 1) || mirth_is_finite(m, k + 1)))
            return false; /* "suspected a stuck queue and started to read": another deed */
        if (is(m, k, MIRTH_L_AUX) || mirth_is_past(m, k) || mirth_is_finite(m, k))
            return true;
        if (is_punct(m, k, ",") || is(m, k, MIRTH_L_CLAUSE_STOP))
            return false;
    }
    return false;
}

/* Most slots hold any words, and of no list. */
static bool asks_nothing(const struct mirth_matcher *m, size_t i)
{
    return m->elements[i].list < 0 && m->elements[i].list > MIRTH_NEVER;
}

/* "Confirmed real", "found the relay missing": what the verb is done to does not end so. */
static bool is_predicate(const struct mirth_matcher *m, size_t i, size_t end)
{
    return i && m->elements[i - 1].kind == MIRTH_E_VERB && asks_nothing(m, i) &&
           is(m, end - 1, MIRTH_L_PREDICATE);
}

/* {doing} begins with a verb in -ing; a participle alone ("the cause was identified") is no noun.
 */
bool mirth_may_fill(const struct mirth_matcher *m, size_t i, size_t at, size_t end)
{
    size_t verb = at;
    if (is_nominal(m) && (!m->present || !says_nothing(m, at)))
        return false;
    if (!strcmp(mirth_slot_name(m, i), "doing")) {
        while (mirth_is_adverb(m, verb))
            verb++;
        return verb < end && (forms(m, verb) & MIRTH_ING || m->tokens[verb].word == m->ing);
    }
    if (!strcmp(mirth_slot_name(m, i), "that") && !says_so(m, i, at, end))
        return false;
    if (!m->elements[i].clausal && is_predicate(m, i, end))
        return false;
    if (end == at + 1)
        return m->elements[i].clausal ||
               (!(forms(m, at) & MIRTH_PAST && is(m, at, MIRTH_L_ADJECTIVE_PP)) &&
                !mirth_is_past(m, at) && !mirth_is_adverb(m, at));
    return m->elements[i].clausal || m->tokens[end - 1].word == m->ing ||
           (forms(m, end - 1) & (MIRTH_ING | MIRTH_NOUN)) != MIRTH_ING; /* "alerts relating" */
}

/* "SN manually unlinks": behind it a verb is to come. */
static bool is_loose_adverb(const struct mirth_matcher *m, size_t at)
{
    return mirth_is_adverb(m, at) && !is(m, at - 1, MIRTH_L_THE) && !is(m, at - 1, MIRTH_L_INSIDE);
}

/* "Implement retries ...": no subject begins so. */
static bool is_imperative(const struct mirth_matcher *m, size_t at)
{
    return at == m->main && !mirth_is_name(m, at) &&
           (forms(m, at) & (MIRTH_BASE | MIRTH_NOUN | MIRTH_PAST)) == MIRTH_BASE;
}

/* "Shoppers report": what several do. */
static bool is_deed(const struct mirth_matcher *m, size_t at)
{
    const struct mirth_slice before = m->tokens[at - 1].text;
    return forms(m, at) & MIRTH_BASE && before.len > 3 &&
           (mirth_is_agent(m, at - 1) || at - 1 == m->main) && before.at[before.len - 1] == 's' &&
           !strchr("sui", before.at[before.len - 2]) && !is(m, at, MIRTH_L_AGENT);
}

/* "Adjusted the pool to handle increased load": a deed and its aim, and no subject. */
static bool is_aim(const struct mirth_matcher *m, size_t at, size_t k)
{
    return mirth_is_past(m, at) && is(m, k, MIRTH_L_INFINITIVE_MARK) &&
           forms(m, k + 1) & MIRTH_BASE;
}

/* Whether a subject that begins at `at` may hold tokens[k] and go on. */
bool mirth_subject_goes_on(const struct mirth_matcher *m, size_t at, size_t k)
{
    if (k == at)
        return mirth_may_be_in_slot(m, k) && !is_imperative(m, at) &&
               !(mirth_is_past(m, k) && is(m, k + 1, MIRTH_L_THE));
    return mirth_may_be_in_slot(m, k) && !is(m, k, MIRTH_L_STOP) && !mirth_is_past(m, k) &&
           !mirth_is_finite(m, k) && !is_loose_adverb(m, k) && !is_deed(m, k) &&
           !is_named_deed(m, k) && !is_aim(m, at, k);
}

/* "Compromised accounts were closed": a participle that belongs to the subject's noun. */
bool mirth_is_adjective(const struct mirth_matcher *m, size_t at)
{
    return mirth_is_past(m, at) && at + 2 < m->count && m->tokens[at + 1].kind == MIRTH_T_WORD &&
           !is(m, at + 1, MIRTH_L_PREPOSITION) && !is(m, at + 1, MIRTH_L_THE) &&
           !is(m, at + 1, MIRTH_L_COORDINATOR) && !mirth_is_adverb(m, at + 1) &&
           !mirth_joint_at(m, at + 1) && mirth_may_be_in_slot(m, at + 1);
}

bool mirth_slot_holds(const struct mirth_matcher *m, size_t i, size_t at, size_t end)
{
    return asks_nothing(m, i) ||
           holds(m, at, is_nominal(m) ? head_end(m, at, end) : end, m->elements[i].list);
}

bool mirth_tells_when(const struct mirth_matcher *m, size_t at, size_t end)
{
    if (is(m, at, MIRTH_L_INFINITIVE_MARK))
        return false; /* "started to fail" */
    if (m->tokens[at].kind != MIRTH_T_NUMBER && !is(m, at, MIRTH_L_PREPOSITION) &&
        !is(m, at, MIRTH_L_THE) && !is(m, at, MIRTH_L_HEDGE))
        return false; /* "starts working on EIP-6110" */
    return has_number(m, at, end);
}
