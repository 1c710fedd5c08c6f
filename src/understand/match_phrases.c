/* match_phrases.c: where noun phrases, clauses and verbs begin and end in a sentence. */
#include "understand/match.h"

bool mirth_is_adverb(const struct mirth_matcher *m, size_t at)
{
    const struct mirth_slice s = at < m->count ? m->tokens[at].text : mirth_slice("", 0);
    if (is(m, at, MIRTH_L_ADVERB))
        return true;
    return s.len > 4 && m->tokens[at].kind == MIRTH_T_WORD && mirth_ends(s, "ly") &&
           !is(m, at, MIRTH_L_NEGATION);
}

size_t mirth_joint_at(const struct mirth_matcher *m, size_t at)
{
    return mirth_listed_at(m->english, m->tokens, m->count, at, MIRTH_L_JOINT);
}

/* "The crossed wires", "a spike in rejected orders": between an article or a preposition and a
 * noun a participle is an adjective. */
static bool stands_inside(const struct mirth_matcher *m, size_t at)
{
    if (at && is(m, at - 1, MIRTH_L_UNDER_WAY)) /* "the pool being exhausted" */
        return true;
    if (!at || at + 1 >= m->count || forms(m, at) & MIRTH_FINITE & ~(unsigned)MIRTH_PAST ||
        !(is(m, at - 1, MIRTH_L_THE) || is(m, at - 1, MIRTH_L_INSIDE) ||
          m->tokens[at - 1].kind == MIRTH_T_NUMBER || mirth_is_adverb(m, at - 1)))
        return false;
    return m->tokens[at + 1].kind == MIRTH_T_WORD && !is(m, at + 1, MIRTH_L_PREPOSITION) &&
           !is(m, at + 1, MIRTH_L_THE) && !is(m, at + 1, MIRTH_L_AUX) &&
           !is(m, at + 1, MIRTH_L_COORDINATOR) && !mirth_joint_at(m, at + 1);
}

bool mirth_is_past(const struct mirth_matcher *m, size_t at)
{
    return forms(m, at) & (MIRTH_PAST | MIRTH_PARTICIPLE) && !(forms(m, at) & MIRTH_BASE) &&
           !is(m, at, MIRTH_L_ADJECTIVE_PP) && !stands_inside(m, at);
}

bool mirth_is_thing(const struct mirth_matcher *m, size_t at)
{
    if (at >= m->count)
        return false;
    switch (m->tokens[at].kind) {
    case MIRTH_T_NUMBER:
    case MIRTH_T_CODE:
    case MIRTH_T_LINK:
    case MIRTH_T_QUOTE: return true;
    default: return is(m, at, MIRTH_L_THE) && !mirth_joint_at(m, at);
    }
}

/* "It now routes", "RC reports to". */
static bool follows_pronoun(const struct mirth_matcher *m, size_t at)
{
    while (at && mirth_is_adverb(m, at - 1))
        at--;
    return at && is(m, at - 1, MIRTH_L_PRONOUN) && !is(m, at - 1, MIRTH_L_THE);
}

bool mirth_is_finite(const struct mirth_matcher *m, size_t at)
{
    unsigned f = forms(m, at);
    if (!(f & (MIRTH_BASE | MIRTH_THIRD)) || f & MIRTH_PAST)
        return false;
    if (f & MIRTH_NOUN || f & MIRTH_BASE)
        return !(at && is(m, at - 1, MIRTH_L_THE)) && !is(m, at, MIRTH_L_THE) &&
               (mirth_is_thing(m, at + 1) || follows_pronoun(m, at));
    return true;
}

bool mirth_is_name(const struct mirth_matcher *m, size_t at)
{
    const struct mirth_token *t = &m->tokens[at];
    return at < m->count &&
           (t->kind == MIRTH_T_CODE || t->kind == MIRTH_T_LINK || strchr("@]", t->text.at[0]) ||
            (!t->word && mirth_is_upper(t->text.at[0])));
}

bool mirth_is_agent(const struct mirth_matcher *m, size_t at)
{
    return is(m, at, MIRTH_L_AGENT) || is(m, at, MIRTH_L_PRONOUN) || mirth_is_name(m, at);
}

/* A verb that goes on with the subject before "and": "... and restarted nginx". */
bool mirth_is_second_verb(const struct mirth_matcher *m, size_t at)
{
    while (mirth_is_adverb(m, at))
        at++;
    if (is(m, at, MIRTH_L_ADJECTIVE_PP))
        return is(m, at + 1, MIRTH_L_THE); /* "and updated the page" */
    if (forms(m, at) & MIRTH_NOUN && !(forms(m, at) & MIRTH_PAST))
        return mirth_is_thing(m, at + 1) || mirth_is_name(m, at + 1); /* "errors and logs" */
    return forms(m, at) & (MIRTH_FINITE | MIRTH_PARTICIPLE);
}

/* Whether a clause of its own follows the coordinator at `at`: a verb to be or have before the
 * next comma. */
static bool is_second_clause(const struct mirth_matcher *m, size_t at)
{
    for (size_t i = at + 1; i < m->count && i < at + 10 && !is_punct(m, i, ",;:"); i++)
        if (is(m, i, MIRTH_L_AUX))
            return true;
    return false;
}

/* "A failed disk", "thousands of failed logins": an adjective, and denies nothing. */
static bool is_failed_thing(const struct mirth_matcher *m, size_t at)
{
    return at && at + 1 < m->count && is(m, at, MIRTH_L_ADJECTIVE_PP) &&
           (is(m, at - 1, MIRTH_L_THE) || is(m, at - 1, MIRTH_L_INSIDE)) &&
           m->tokens[at + 1].kind == MIRTH_T_WORD && !is(m, at + 1, MIRTH_L_PREPOSITION) &&
           !is(m, at + 1, MIRTH_L_AUX);
}

bool mirth_may_be_in_slot(const struct mirth_matcher *m, size_t at)
{
    const struct mirth_token *t = &m->tokens[at];
    if (t->kind == MIRTH_T_PUNCT)
        return strchr("/&[]", t->text.at[0]) || (unsigned char)t->text.at[0] >= 0x80 ||
               (t->text.at[0] == '.' && at && is(m, at - 1, MIRTH_L_ABBREVIATION));
    return !is(m, at, MIRTH_L_AUX) && (!is(m, at, MIRTH_L_NEGATION) || is_failed_thing(m, at));
}

/* "About 40", "over 300", "almost half": a hedge and how many. */
static bool is_quantity(const struct mirth_matcher *m, size_t at)
{
    return is(m, at, MIRTH_L_HEDGE) && at + 1 < m->count &&
           (m->tokens[at + 1].kind == MIRTH_T_NUMBER || is(m, at + 1, MIRTH_L_QUANTITY));
}

bool mirth_may_begin_slot(const struct mirth_matcher *m, size_t at)
{
    if (is(m, at, MIRTH_L_HEDGE) && !is_quantity(m, at))
        return is(m, at, MIRTH_L_THE) ||
               (!mirth_is_adverb(m, at) && (forms(m, at) || m->tokens[at].text.len > 8));
    if (is_quantity(m, at))
        return true;
    if (at >= m->count || is(m, at, MIRTH_L_PREPOSITION) || is(m, at, MIRTH_L_COORDINATOR))
        return is(m, at, MIRTH_L_THE);
    if (m->tokens[at].kind == MIRTH_T_PAREN)
        return false;
    if (is(m, at, MIRTH_L_REFLEXIVE)) /* "found themselves stranded" */
        return false;
    if (mirth_is_past(m, at)) /* "traced back to", "indicated a spike": no noun phrase */
        return false;
    return mirth_may_be_in_slot(m, at) && (!mirth_joint_at(m, at) || is(m, at, MIRTH_L_THE));
}

/* "db-02, db-03 and db-04": a comma with names on both sides and an "and" soon. */
bool mirth_is_list_comma(const struct mirth_matcher *m, size_t at)
{
    if (!is_punct(m, at, ",") || !at || at + 1 >= m->count || mirth_joint_at(m, at + 1))
        return false;
    if (is(m, at + 1, MIRTH_L_COORDINATOR)) { /* ", and" ends a list that has had a comma */
        for (size_t i = at; i && i + 6 > at; i--)
            if (is_punct(m, i - 1, ","))
                return !mirth_is_second_verb(m, at + 2) && !is_second_clause(m, at + 1);
        return false;
    }
    for (size_t i = at + 1; i < m->count && i < at + 5; i++) {
        if (is(m, i, MIRTH_L_AND_OR) && i > at + 1)
            return !mirth_is_second_verb(m, i + 1) && !is_second_clause(m, i);
        if (is_punct(m, i, ",") || forms(m, i) & MIRTH_PAST || is(m, i, MIRTH_L_PRONOUN) ||
            is(m, i, MIRTH_L_AUX) || mirth_joint_at(m, i))
            return false;
    }
    return false;
}

/* "Our monitor, Prometheus, detected": from the comma to behind the other one; 0 where nothing is
 * so named. */
size_t mirth_apposition(const struct mirth_matcher *m, size_t at)
{
    for (size_t i = at + 1; i < m->count && i < at + 7; i++) {
        if (is_punct(m, i, ","))
            return i > at + 1 ? i + 1 : 0;
        if (!mirth_may_be_in_slot(m, i) || mirth_is_past(m, i) || mirth_is_finite(m, i) ||
            mirth_joint_at(m, i) || is(m, i, MIRTH_L_COORDINATOR) || is(m, i, MIRTH_L_PRONOUN))
            return 0;
    }
    return 0;
}

bool mirth_is_relative(const struct mirth_matcher *m, size_t at)
{
    return mirth_is_past(m, at) && m->elements[0].kind != MIRTH_E_VERB &&
           is(m, at + 1, MIRTH_L_PREPOSITION);
}

static bool ends_here(const struct mirth_matcher *m, size_t at)
{
    return at >= m->count || m->tokens[at].kind == MIRTH_T_PUNCT ||
           m->tokens[at].kind == MIRTH_T_PAREN || mirth_joint_at(m, at) ||
           is(m, at, MIRTH_L_PREPOSITION) || is(m, at, MIRTH_L_COORDINATOR);
}

/* Where a noun phrase that begins at `at` ends: at the first joint, comma or second clause. */
size_t mirth_phrase_end(const struct mirth_matcher *m, size_t at)
{
    size_t i = at;
    while (i < m->count) {
        if (mirth_is_list_comma(m, i)) {
            i++;
            continue;
        }
        if (!mirth_may_be_in_slot(m, i))
            break;
        if (i > at && mirth_joint_at(m, i) && !is(m, i, MIRTH_L_INSIDE))
            break;
        if (i > at && mirth_is_adverb(m, i) && ends_here(m, i + 1))
            break; /* "the relay again, to ..." */
        if (i > at && is(m, i, MIRTH_L_PREPOSITION) &&
            (is(m, i + 1, MIRTH_L_MONTH) || is(m, i + 1, MIRTH_L_WEEKDAY)))
            break; /* "an outage on May 3, 2022" */
        if (i > at && mirth_is_past(m, i)) {
            if (i > at + 1 && mirth_is_relative(m, i))
                break;
            return at; /* "corrected code deployed to ...": a statement of its own */
        }
        if (i > at && mirth_is_finite(m, i))
            return at; /* "the node fails to start": another */
        if (i > at && is(m, i, MIRTH_L_COORDINATOR)) {
            if (!is(m, i, MIRTH_L_AND_OR) ||
                (is(m, i + 1, MIRTH_L_PRONOUN) && !is(m, i + 1, MIRTH_L_THE)) ||
                mirth_is_second_verb(m, i + 1) || is_second_clause(m, i))
                break;
        }
        i++;
    }
    return i;
}

/* Where a clause or verb phrase that fills a slot ends. */
size_t mirth_clausal_end(const struct mirth_matcher *m, size_t at)
{
    size_t i = at;
    while (i < m->count) {
        if (is_punct(m, i, ";:"))
            break;
        if (is_punct(m, i, ",") && (is(m, i + 1, MIRTH_L_COORDINATOR) || mirth_joint_at(m, i + 1)))
            break;
        i++;
    }
    return i;
}
