/* settle.c: what broke, held against what the box and the title tell: a picture of another fault is
 * worse than none. */
#include "retell/box_rows.h"

#include "understand/digest.h"

/* Whether what mended it names the fault. */
static bool is_mended(const struct mirth_telling *t)
{
    struct mirth_buffer fix = {0};
    const bool named =
        mirth_put_fix(t, &fix) &&
        mirth_speaks_for(t->english, mirth_buffer_slice(&fix), t->story->digest.fault);
    mirth_buffer_free(&fix);
    return named;
}

/* Whether many sentences name it that neither guess nor promise. */
static bool is_told_often(const struct mirth_telling *t)
{
    enum { OFTEN = 3 };
    const struct mirth_story *story = t->story;
    size_t named = 0;
    for (size_t i = 0; i < story->digest.parts && i < MIRTH_READ && named < OFTEN; i++) {
        const struct mirth_part *part = &story->parts[i];
        for (size_t k = 0; k < part->clause_count && part->kind != MIRTH_MEASURE; k++)
            named += !mirth_is_guess(t->english, part, &part->clauses[k]) &&
                     !mirth_has_listed(t->english, part->clauses[k].text, MIRTH_L_CLEARED) &&
                     mirth_names_firmly(t->english, part->clauses[k].text, story->digest.fault);
    }
    return named >= OFTEN;
}

/* The title is the shortest to ask, and the fix the longest. */
void mirth_settle_fault(struct mirth_telling *t)
{
    struct mirth_digest *d = &t->story->digest;
    struct mirth_buffer why = {0};
    if (!d->fault || (d->title && mirth_speaks_for(t->english, d->title->flat, d->fault)))
        return;
    if (mirth_put_why(t, &why) &&
        !mirth_speaks_for(t->english, mirth_buffer_slice(&why), d->fault) && !is_told_often(t) &&
        !is_mended(t))
        d->fault = mirth_fault_of(t->english, mirth_buffer_slice(&why));
    mirth_buffer_free(&why);
}

const char *mirth_fault_as_told(struct mirth_telling *t)
{
    struct mirth_phrasing *first;
    const char *fault = t->story->digest.fault;
    const char *class = fault ? mirth_fault_class(t->english, fault) : NULL;
    return class && !mirth_theme_entry(t->theme, "faults", fault, &first) ? class : fault;
}

const char *mirth_fault_at(const struct mirth_telling *t, const struct mirth_part *part)
{
    const struct mirth_story *story = t->story;
    return part && (size_t)(part - story->parts) >= story->digest.parts ? NULL : t->fault;
}
