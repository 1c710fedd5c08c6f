/* budget.c: an edition is at most one and a half times as long as its record, plus fifty words. */
#include "retell/telling.h"

enum { SPARE = 50 };

static long words(const char *text, size_t len)
{
    return (long)mirth_count_words(mirth_slice(text, len));
}

/* What is in an edit beyond the record's own words, which emphasis does not change the number of.
 */
static long cost_of(const struct mirth_story *story, const struct mirth_edit *edit)
{
    if (edit->part && edit->plain == edit->text)
        return 0;
    return words(edit->text, edit->len) - words(story->source + edit->span.at, edit->span.len);
}

static void take_back(struct mirth_telling *t, struct mirth_edit *edit)
{
    struct mirth_part *part = edit->part;
    if (part && edit->plain == edit->text)
        return; /* nothing of ours is in it */
    if (part && !edit->plain && !mirth_make_plain(t, edit))
        return;
    edit->text = edit->plain ? edit->plain : "";
    edit->len = edit->plain_len;
    for (size_t k = 0; part && k < part->clause_count; k++) {
        part->clauses[k].phrasing = part->clauses[k].said = NULL;
        part->clauses[k].dropped = true;
    }
}

/* What goes when, first to last: all pieces of a kind (step 1), or one in `step` of them, so that
 * what is left stays spread over the edition. Retelling is the last to go: it is the edition. */
static const struct {
    enum mirth_piece_kind kind;
    size_t step;
} order[] = {
    {MIRTH_AN_OPENER, 1}, {MIRTH_MIDDLE_PICTURE, 1}, {MIRTH_LAST_PICTURE, 1},
    {MIRTH_A_PROSE, 3},   {MIRTH_AN_ASIDE, 3},       {MIRTH_A_FAREWELL, 1},
    {MIRTH_A_PROSE, 2},   {MIRTH_TITLE_PICTURE, 1},  {MIRTH_A_PROMISE, 3},
    {MIRTH_AN_ASIDE, 2},  {MIRTH_A_PROSE, 1},        {MIRTH_A_STORY, 4},
    {MIRTH_AN_ASIDE, 1},  {MIRTH_A_STORY, 3},        {MIRTH_A_PROMISE, 2},
    {MIRTH_A_STORY, 2},   {MIRTH_AN_IMAGE, 1},       {MIRTH_A_PROMISE, 1},
    {MIRTH_THE_BOX, 1},   {MIRTH_A_STORY, 1},        {MIRTH_A_TURN, 3},
    {MIRTH_A_TURN, 2},    {MIRTH_A_TURN, 1},
};

/* The last of them first; none that costs less than `dear` words. */
static void take_weak(struct mirth_telling *t, struct mirth_retelling *r,
                      enum mirth_piece_kind kind, size_t step, long dear, long *over)
{
    size_t seen = 0;
    for (size_t i = r->count; i-- > 0 && *over > 0;) {
        struct mirth_edit *edit = &r->edits[i];
        long before;
        if (edit->drawn || edit->kind != (unsigned)kind || seen++ % step)
            continue;
        before = cost_of(t->story, edit);
        if (before < dear)
            continue;
        take_back(t, edit);
        *over -= before - cost_of(t->story, edit);
        edit->kind = MIRTH_FIRM;
    }
}

/* Of one kind the dearest go first; what costs a word or none stays. */
static const long dear[] = {10, 6, 2};

void mirth_keep_short(struct mirth_telling *t, struct mirth_retelling *r)
{
    long record = words(t->story->source, t->story->length), over = -(record / 2 + SPARE);
    if (t->options->mirth > 2)
        return;
    for (size_t i = 0; i < r->count; i++)
        over += r->edits[i].drawn ? 0 : cost_of(t->story, &r->edits[i]);
    for (size_t i = 0; i < sizeof order / sizeof *order && over > 0; i++)
        for (size_t d = 0; d < sizeof dear / sizeof *dear && over > 0; d++)
            take_weak(t, r, order[i].kind, order[i].step, dear[d], &over);
}
