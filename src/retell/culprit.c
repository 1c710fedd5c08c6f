/* culprit.c: the guilty part among those who look for it. The reader knows it from the box; nobody
 * in the timeline does yet, and every step that goes past it shows that. */
#include "retell/heard.h"
#include "retell/shown.h"
#include "understand/digest.h"

/* What a step of the hunt shows that has nothing to do with the guilty part, by its milestone. */
static const struct {
    const char *milestone, *situation;
} past[] = {
    {"search", "looked-past"},
    {"false-trail", "other-suspected"},
    {"ruled-out", "other-cleared"},
    {"escalated", "help-comes"},
};

enum { PAST = sizeof past / sizeof *past };

/* "Began investigating, suspecting a server failure": a theory, whatever was done on it. */
static bool supposes(const struct mirth_telling *t, const struct mirth_clause *clause)
{
    return (mirth_is_milestone(t->english_book, "search", clause->frame) ||
            (clause->frame && mirth_is_vague(t, clause->frame))) &&
           mirth_has_listed(t->english, clause->text, MIRTH_L_GUESS);
}

/* The situation that the clause shows by going past the culprit; NULL: none. */
static const char *shown_past(const struct mirth_telling *t, const struct mirth_clause *clause)
{
    if (mirth_is_right(t, clause))
        return NULL;
    if (supposes(t, clause))
        return "other-suspected";
    for (size_t i = 0; i < PAST; i++)
        if (mirth_is_milestone(t->english_book, past[i].milestone, clause->frame))
            return past[i].situation;
    return NULL;
}

bool mirth_is_of_culprit(const char *situation)
{
    for (size_t i = 0; i < PAST; i++)
        if (mirth_is(situation, past[i].situation))
            return true;
    return mirth_is(situation, "culprit-found");
}

bool mirth_leads(const char *situation)
{
    return mirth_is_of_culprit(situation) || mirth_is(situation, "had-it-once") ||
           mirth_is(situation, "found-again");
}

static bool is_past(const char *situation)
{
    return situation && !mirth_is(situation, "culprit-found");
}

/* "Reviewed the relay, which had a wrong rule", "looked at the lamp, but the relay was wrong": says
 * of the culprit what is wrong with it. */
static bool unmasks(const struct mirth_telling *t, const struct mirth_clause *clause)
{
    return mirth_names_guilty(t, clause->body) && mirth_names_flaw(t->english, clause->body) &&
           !mirth_has_listed(t->english, clause->text, MIRTH_L_GUESS);
}

/* The clause that finds it, or else the first that unmasks it before all is well; SIZE_MAX: none.
 */
static size_t find_end(const struct mirth_telling *t)
{
    if (t->found != SIZE_MAX || t->restored == SIZE_MAX)
        return t->found;
    for (size_t i = 0; i < t->story->digest.parts && i < MIRTH_READ; i++)
        for (size_t k = 0; k < t->story->parts[i].clause_count; k++)
            if (mirth_in_timeline(&t->story->parts[i]) && t->first_clause[i] + k < t->restored &&
                unmasks(t, &t->story->parts[i].clauses[k]))
                return t->first_clause[i] + k;
    return SIZE_MAX;
}

/* Their words alone show none of it. */
static void hide_all(const struct mirth_telling *t, struct mirth_clause *clause)
{
    for (size_t i = 0; i < PAST; i++)
        mirth_hide(t->english, clause, past[i].situation);
    mirth_hide(t->english, clause, "culprit-found");
}

/* What the clause shows of it, or NULL; the hunt ends with clause `end`. */
static const char *shown_at(const struct mirth_telling *t, size_t part, size_t k, size_t end)
{
    const struct mirth_clause *clause = &t->story->parts[part].clauses[k];
    const size_t number = t->first_clause[part] + k;
    if (!t->story->digest.culprit.len || part >= MIRTH_READ ||
        !mirth_in_timeline(&t->story->parts[part]))
        return NULL;
    if (number < end && (end != SIZE_MAX || (t->restored != SIZE_MAX && number < t->restored)))
        return shown_past(t, clause);
    return number == end && (number != t->found || mirth_is_right(t, clause)) ? "culprit-found"
                                                                              : NULL;
}

size_t mirth_count_passed(const struct mirth_telling *t)
{
    const size_t end = find_end(t);
    size_t passed = 0;
    for (size_t i = 0; i < t->story->digest.parts; i++)
        for (size_t k = 0; k < t->story->parts[i].clause_count; k++)
            passed += is_past(shown_at(t, i, k, end));
    return passed;
}

void mirth_mark_culprit(struct mirth_telling *t)
{
    const size_t end = find_end(t);
    for (size_t i = 0; i < t->story->digest.parts; i++)
        for (size_t k = 0; k < t->story->parts[i].clause_count; k++) {
            struct mirth_clause *clause = &t->story->parts[i].clauses[k];
            const char *situation = t->by_culprit ? shown_at(t, i, k, end) : NULL;
            hide_all(t, clause);
            if (!situation)
                continue;
            mirth_show(t->english, clause, situation, !mirth_is(situation, "looked-past"));
            if (!is_past(situation))
                t->moments[t->first_clause[i] + k] = "found";
        }
}
