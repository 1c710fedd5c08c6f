/* heard.c: what a sentence is taken to report, with the record known: a suspicion of the fault is
 * no false trail, a find that all is well none, and what was done in vain mends nothing. */
#include "retell/heard.h"

#include "understand/digest.h"

bool mirth_in_timeline(const struct mirth_part *part)
{
    return part->kind == MIRTH_EVENT || mirth_same_name(part->section, "timeline");
}

bool mirth_names_guilty(const struct mirth_telling *t, struct mirth_slice text)
{
    return mirth_holds_nocase(text, t->story->digest.component) ||
           mirth_holds_nocase(text, t->story->digest.culprit);
}

bool mirth_is_right(const struct mirth_telling *t, const struct mirth_clause *clause)
{
    struct mirth_clause guess = *clause;
    if (clause->rest.len && clause->rest.at[0] == ',') /* ", delaying the finding of the leak" */
        guess.body.len = (size_t)(clause->rest.at - guess.body.at);
    return mirth_names_fault(t->english, t->story, &guess) || mirth_names_guilty(t, guess.body);
}

bool mirth_turns_right(const struct mirth_telling *t, const struct mirth_part *part,
                       const struct mirth_clause *clause)
{
    return part->clause_count == 1 && mirth_is(clause->frame, "shifted") &&
           mirth_is_right(t, clause);
}

bool mirth_is_vain(const struct mirth_telling *t, const struct mirth_part *part,
                   const struct mirth_clause *clause)
{
    struct mirth_slice what = mirth_slot(clause, "what");
    size_t last = what.len;
    while (last && what.at[last - 1] != ' ')
        last--;
    for (const struct mirth_clause *c = clause; c < part->clauses + part->clause_count; c++)
        if (mirth_has_listed(t->english, c->text, MIRTH_L_IN_VAIN) ||
            mirth_has_listed(t->english, c->text, MIRTH_L_NO_CHANGE))
            return true;
    return mirth_lists(t->english, MIRTH_L_GEAR, mirth_slice(what.at + last, what.len - last));
}

static bool says_all_well(const struct mirth_telling *t, const struct mirth_clause *clause)
{
    return mirth_has_listed(t->english, clause->text, mirth_list(t->english, "all-well"));
}

bool mirth_finds_nothing(const struct mirth_telling *t, const struct mirth_clause *clause)
{
    return says_all_well(t, clause) || mirth_has_listed(t->english, clause->text, MIRTH_L_GUESS) ||
           mirth_has_listed(t->english, clause->text, MIRTH_L_CLEARED);
}

bool mirth_finds_flaw(const struct mirth_telling *t, const struct mirth_clause *clause)
{
    return mirth_names_fault(t->english, t->story, clause) ||
           mirth_names_flaw(t->english, clause->text);
}

const char *mirth_heard_as(const struct mirth_telling *t, const struct mirth_part *part,
                           const struct mirth_clause *clause)
{
    const struct mirth_book *book = t->english_book;
    if (!clause->frame || part->kind == MIRTH_MEASURE)
        return clause->frame;
    if (mirth_turns_right(t, part, clause) ||
        (mirth_is_milestone(book, "false-trail", clause->frame) && mirth_is_right(t, clause)))
        return "investigated";
    if (mirth_is(clause->frame, "confirmed") || mirth_is_milestone(book, "found", clause->frame))
        return says_all_well(t, clause) ? "fine"
               : mirth_is(clause->frame, "confirmed") && !mirth_finds_flaw(t, clause)
                   ? NULL
                   : clause->frame;
    return clause->frame;
}

bool mirth_ends_well(const struct mirth_telling *t, const struct mirth_part *part,
                     const struct mirth_clause *clause)
{
    const struct mirth_clause *last = &part->clauses[part->clause_count - 1];
    return clause != last && !mirth_is_vain(t, part, last) &&
           (mirth_is_milestone(t->english_book, "fixed", last->frame) ||
            mirth_is_milestone(t->english_book, "restored", last->frame) ||
            mirth_has_listed(t->english, last->text, MIRTH_L_CALM_WORD));
}

bool mirth_hunts(const struct mirth_telling *t, const struct mirth_clause *clause, bool well)
{
    const struct mirth_book *english = t->english_book;
    return mirth_is_milestone(english, "false-trail", clause->frame) ||
           (!well && (mirth_is_milestone(english, "search", clause->frame) ||
                      mirth_is_milestone(english, "ruled-out", clause->frame))) ||
           mirth_has_listed(t->english, clause->text, MIRTH_L_NO_CHANGE);
}
