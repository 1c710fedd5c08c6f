/* settle.c: what broke, held against what the box and the title tell: a picture of another fault is
 * worse than none. */
#include "retell/box_rows.h"

#include "understand/digest.h"

/* Whether the title or what mended it names the fault. */
static bool is_borne_out(const struct mirth_telling *t, struct mirth_buffer *fix)
{
    const struct mirth_digest *d = &t->story->digest;
    return (d->title && mirth_speaks_for(t->english, d->title->flat, d->fault)) ||
           (mirth_put_fix(t, fix) &&
            mirth_speaks_for(t->english, mirth_buffer_slice(fix), d->fault));
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

void mirth_settle_fault(struct mirth_telling *t)
{
    struct mirth_digest *d = &t->story->digest;
    struct mirth_buffer why = {0}, fix = {0};
    if (d->fault && mirth_put_why(t, &why) &&
        !mirth_speaks_for(t->english, mirth_buffer_slice(&why), d->fault) &&
        !is_borne_out(t, &fix) && !is_told_often(t))
        d->fault = mirth_fault_of(t->english, mirth_buffer_slice(&why));
    mirth_buffer_free(&why);
    mirth_buffer_free(&fix);
}
