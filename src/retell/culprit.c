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
    return mirth_one_of(
        mirth_slice_of("looked-past|other-suspected|other-cleared|help-comes|culprit-found"),
        mirth_slice_of(situation));
}

static bool is_hunt(const struct mirth_telling *t, size_t number)
{
    const size_t end = t->found != SIZE_MAX ? t->found : t->restored;
    return end != SIZE_MAX && number < end;
}

/* Their words alone show none of it. */
static void hide_all(const struct mirth_telling *t, struct mirth_clause *clause)
{
    for (size_t i = 0; i < PAST; i++)
        mirth_hide(t->english, clause, past[i].situation);
    mirth_hide(t->english, clause, "culprit-found");
}

/* What the clause shows of it, or NULL. */
static const char *shown_at(const struct mirth_telling *t, size_t part, size_t k)
{
    const struct mirth_clause *clause = &t->story->parts[part].clauses[k];
    const size_t number = t->first_clause[part] + k;
    if (!t->story->digest.culprit.len || !mirth_in_timeline(&t->story->parts[part]))
        return NULL;
    if (is_hunt(t, number))
        return shown_past(t, clause);
    return number == t->found && mirth_is_right(t, clause) ? "culprit-found" : NULL;
}

size_t mirth_count_passed(const struct mirth_telling *t)
{
    size_t passed = 0;
    for (size_t i = 0; i < t->story->digest.parts; i++)
        for (size_t k = 0; k < t->story->parts[i].clause_count; k++)
            passed += is_hunt(t, t->first_clause[i] + k) && shown_at(t, i, k);
    return passed;
}

void mirth_mark_culprit(struct mirth_telling *t)
{
    for (size_t i = 0; i < t->story->digest.parts; i++)
        for (size_t k = 0; k < t->story->parts[i].clause_count; k++) {
            struct mirth_clause *clause = &t->story->parts[i].clauses[k];
            const char *situation = t->by_culprit ? shown_at(t, i, k) : NULL;
            hide_all(t, clause);
            if (situation)
                mirth_show(t->english, clause, situation, !mirth_is(situation, "looked-past"));
        }
}
