/* budget.c: an edition is at most one and a half times as long as its record, plus fifty words. */
#include "retell/telling.h"

/* SEAMS: a word that an edit cuts in two counts as one in the record and as two in the edition. */
enum { SPARE = 50, SEAMS = 2 };

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

static long cost_when_plain(const struct mirth_story *story, const struct mirth_edit *edit)
{
    return edit->part && edit->plain ? 0
                                     : words(edit->plain, edit->plain_len) -
                                           words(story->source + edit->span.at, edit->span.len);
}

/* What goes when, first to last: all pieces of a kind (step 1), or one in `step` of them, so that
 * what is left stays spread over the edition. Retelling is the last to go: it is the edition,
 * and so is the sentence that explains the fault, without which its scenes are riddles. */
static const struct {
    enum mirth_piece_kind kind;
    size_t step;
} order[] = {
    {MIRTH_AN_OPENER, 1}, {MIRTH_MIDDLE_PICTURE, 1}, {MIRTH_LAST_PICTURE, 1},
    {MIRTH_A_PROSE, 3},   {MIRTH_AN_ASIDE, 3},       {MIRTH_A_FAREWELL, 1},
    {MIRTH_A_PROSE, 2},   {MIRTH_TITLE_PICTURE, 1},  {MIRTH_A_PROMISE, 3},
    {MIRTH_AN_ASIDE, 2},  {MIRTH_A_PROSE, 1},        {MIRTH_A_STORY, 4},
    {MIRTH_AN_ASIDE, 1},  {MIRTH_A_STORY, 3},        {MIRTH_A_PROMISE, 2},
    {MIRTH_A_STORY, 2},   {MIRTH_A_PROMISE, 1},      {MIRTH_A_STORY, 1},
    {MIRTH_THE_BOX, 1},   {MIRTH_A_TURN, 3},         {MIRTH_A_TURN, 2},
    {MIRTH_AN_IMAGE, 1},  {MIRTH_A_TURN, 1},
};

/* A piece that is to go, and the words that this saves. */
struct loss {
    struct mirth_edit *edit;
    long saved;
};

struct budget {
    struct mirth_telling *t;
    struct mirth_retelling *r;
    long over; /* words above the limit; below 0: to spare */
    struct loss *losses;
    size_t count;
};

/* The last of them first; none that costs less than `dear` words. */
static void give_up(struct budget *b, enum mirth_piece_kind kind, size_t step, long dear)
{
    size_t seen = 0;
    for (size_t i = b->r->count; i-- > 0 && b->over > 0;) {
        struct mirth_edit *edit = &b->r->edits[i];
        long cost;
        if (edit->drawn || edit->kind != (unsigned)kind || seen++ % step)
            continue;
        cost = cost_of(b->t->story, edit);
        if (cost < dear || (edit->part && !edit->plain && !mirth_make_plain(b->t, edit)))
            continue;
        cost -= cost_when_plain(b->t->story, edit);
        b->losses[b->count++] = (struct loss){edit, cost};
        b->over -= cost;
        edit->kind = MIRTH_FIRM;
    }
}

/* One long piece that went may have made room for short ones that went before it; what would have
 * gone last comes back first. */
static void give_back(struct budget *b)
{
    for (size_t i = b->count; i-- > 0;)
        if (b->losses[i].saved <= -b->over) {
            b->over += b->losses[i].saved;
            b->losses[i].edit = NULL;
        }
}

static void take_out(struct mirth_edit *edit)
{
    struct mirth_part *part = edit->part;
    edit->text = edit->plain ? edit->plain : "";
    edit->len = edit->plain_len;
    for (size_t k = 0; part && k < part->clause_count; k++) {
        part->clauses[k].phrasing = part->clauses[k].said = NULL;
        part->clauses[k].dropped = true;
    }
}

/* Of one kind the dearest go first; what costs a word or none stays. */
static const long dear[] = {10, 6, 2};

void mirth_keep_short(struct mirth_telling *t, struct mirth_retelling *r)
{
    struct budget b = {.t = t, .r = r};
    b.over = -(words(t->story->source, t->story->length) / 2 + SPARE - SEAMS);
    if (t->options->mirth > 2)
        return;
    for (size_t i = 0; i < r->count; i++)
        b.over += r->edits[i].drawn ? 0 : cost_of(t->story, &r->edits[i]);
    if (b.over <= 0)
        return;
    b.losses = mirth_pool_array(&t->story->pool, r->count, sizeof *b.losses);
    for (size_t i = 0; b.losses && i < sizeof order / sizeof *order && b.over > 0; i++)
        for (size_t d = 0; d < sizeof dear / sizeof *dear && b.over > 0; d++)
            give_up(&b, order[i].kind, order[i].step, dear[d]);
    give_back(&b);
    for (size_t i = 0; i < b.count; i++)
        if (b.losses[i].edit)
            take_out(b.losses[i].edit);
}
