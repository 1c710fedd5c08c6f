/* budget.c: an edition is at most one and a half times as long as its record, plus fifty words. */
#include "retell/telling.h"

/* SEAMS: a word that an edit cuts in two counts as one in the record and as two in the edition. */
enum { SPARE = 50, SEAMS = 2 };

static long words(const char *text, size_t len)
{
    return (long)mirth_count_words(mirth_slice(text, len));
}

/* In what form an edit stands in the edition. */
enum form { WHOLE, BARE, PLAIN };

static struct mirth_slice text_of(const struct mirth_edit *edit, enum form form)
{
    return form == WHOLE  ? mirth_slice(edit->text, edit->len)
           : form == BARE ? mirth_slice(edit->bare, edit->bare_len)
                          : mirth_slice(edit->plain ? edit->plain : "", edit->plain_len);
}

static long words_of(const struct mirth_edit *edit, enum form form)
{
    struct mirth_slice text = text_of(edit, form);
    return words(text.at, text.len);
}

/* What is in an edit beyond the record's own words, which emphasis does not change the number of.
 */
static long cost_of(const struct mirth_story *story, const struct mirth_edit *edit)
{
    if (edit->part && edit->plain == edit->text)
        return 0;
    return words_of(edit, WHOLE) - words(story->source + edit->span.at, edit->span.len);
}

/* What goes when, first to last: all pieces of a kind (step 1), or one in `step` of them, so that
 * what is left stays spread over the edition. Pictures that are not drawn go first, so that an
 * edition has the same words where they are. Headlines go before what the character says; what is
 * said of a situation that the record shows outlasts what is said of any record, and half of it the
 * box's long form and the scene; nobody is spoken of in a role that the list of the cast, which
 * goes behind the last of those lines, has not given. The character's lines outlast the scene of
 * the fault, and the ending, which has a shorter one in its place; the fable, for which a reader
 * goes on, outlasts a third of them. Last go the box, the beats of the gag, and the sentence that
 * explains the fault, without which they are riddles. */
static const struct {
    enum mirth_piece_kind kind;
    enum form form;
    size_t step;
} order[] = {
    {MIRTH_MIDDLE_PICTURE, PLAIN, 1}, {MIRTH_LAST_PICTURE, PLAIN, 1},
    {MIRTH_TITLE_PICTURE, PLAIN, 1},  {MIRTH_AN_OPENER, PLAIN, 1},
    {MIRTH_A_TAIL, PLAIN, 1},         {MIRTH_A_PROSE, PLAIN, 3},
    {MIRTH_A_FAREWELL, PLAIN, 1},     {MIRTH_A_STORY, BARE, 1},
    {MIRTH_A_PROMISE, BARE, 1},       {MIRTH_A_PROSE, PLAIN, 2},
    {MIRTH_AN_ASIDE, PLAIN, 3},       {MIRTH_A_STORY, PLAIN, 3},
    {MIRTH_A_PROSE, PLAIN, 1},        {MIRTH_A_CAST, BARE, 1},
    {MIRTH_AN_ASIDE, PLAIN, 2},       {MIRTH_A_WITNESS, BARE, 4},
    {MIRTH_A_TURN, BARE, 2},          {MIRTH_A_STORY, PLAIN, 2},
    {MIRTH_AN_ASIDE, PLAIN, 1},       {MIRTH_A_WITNESS, PLAIN, 4},
    {MIRTH_A_TURN, BARE, 1},          {MIRTH_A_STORY, PLAIN, 1},
    {MIRTH_A_PROMISE, PLAIN, 1},      {MIRTH_A_ROLE, PLAIN, 1},
    {MIRTH_A_CAST, PLAIN, 1},         {MIRTH_A_MORAL, PLAIN, 1},
    {MIRTH_A_WITNESS, PLAIN, 2},      {MIRTH_THE_BOX, BARE, 1},
    {MIRTH_A_SCENE, BARE, 1},         {MIRTH_A_TURN, PLAIN, 3},
    {MIRTH_A_WITNESS, PLAIN, 1},      {MIRTH_AN_ENDING, BARE, 1},
    {MIRTH_THE_FABLE, BARE, 1},       {MIRTH_THE_BOX, PLAIN, 1},
    {MIRTH_A_SCENE, PLAIN, 1},        {MIRTH_A_TURN, PLAIN, 2},
    {MIRTH_A_TURN, PLAIN, 1},         {MIRTH_THE_FABLE, PLAIN, 1},
};

/* A piece that lost something, and the words that this saves. */
struct loss {
    struct mirth_edit *edit;
    enum form before, after;
    long saved;
};

struct budget {
    struct mirth_telling *t;
    struct mirth_retelling *r;
    long over; /* words above the limit; below 0: to spare */
    struct loss *losses;
    size_t count;
};

static bool may_be(const struct mirth_edit *edit, enum mirth_piece_kind kind, enum form form)
{
    return edit->kind == (unsigned)kind && !edit->drawn && edit->form < (unsigned)form &&
           (form != BARE || edit->bare);
}

/* The last of them first; none that saves less than `dear` words. */
static void give_up(struct budget *b, enum mirth_piece_kind kind, enum form form, size_t step,
                    long dear)
{
    size_t seen = 0;
    for (size_t i = b->r->count; i-- > 0 && b->over > 0;) {
        struct mirth_edit *edit = &b->r->edits[i];
        enum form before = (enum form)edit->form;
        long saved;
        if (!may_be(edit, kind, form) || seen++ % step)
            continue;
        if (form == PLAIN && edit->part && !edit->plain && !mirth_make_plain(b->t, edit))
            continue;
        saved = words_of(edit, before) - words_of(edit, form);
        if (saved < dear)
            continue;
        b->losses[b->count++] = (struct loss){edit, before, form, saved};
        b->over -= saved;
        edit->form = form;
    }
}

/* What cannot be without another piece, and that is there. */
struct grounds {
    bool explained; /* the fault's scenes: the sentence that explains it */
    bool told;      /* a fable's ending: the fable */
    bool boxed;     /* a list of who is who: the box */
    bool cast;      /* what is said of somebody in it: that list */
};

static void lose(struct grounds *grounds, const struct loss *loss)
{
    const unsigned kind = loss->edit->kind;
    grounds->explained &= loss->after != PLAIN || kind != MIRTH_THE_FABLE;
    grounds->told &= kind != MIRTH_THE_FABLE;
    grounds->boxed &= loss->after != PLAIN || kind != MIRTH_THE_BOX;
    grounds->cast &= loss->after != PLAIN || kind != MIRTH_A_CAST;
}

static bool may_return(const struct loss *loss, const struct grounds *grounds)
{
    const unsigned kind = loss->edit->kind;
    return (grounds->explained || kind != MIRTH_A_TURN || loss->before != WHOLE) &&
           (grounds->told || kind != MIRTH_AN_ENDING) && (grounds->boxed || kind != MIRTH_A_CAST) &&
           (grounds->cast || kind != MIRTH_A_ROLE);
}

/* One long piece that went may have made room for short ones that went before it; what would have
 * gone last comes back first. */
static void give_back(struct budget *b)
{
    struct grounds grounds = {true, true, true, true};
    for (size_t i = b->count; i-- > 0;) {
        const struct loss *loss = &b->losses[i];
        if (loss->edit->form != (unsigned)loss->after)
            continue;
        if (loss->saved > -b->over || !may_return(loss, &grounds)) {
            lose(&grounds, loss);
            continue;
        }
        b->over += loss->saved;
        loss->edit->form = loss->before;
    }
}

/* Nobody is introduced of whom nothing is left to be said. */
static void leave_out_cast(struct mirth_retelling *r)
{
    size_t roles = 0, left = 0;
    for (size_t i = 0; i < r->count; i++) {
        roles += r->edits[i].kind == MIRTH_A_ROLE;
        left += r->edits[i].kind == MIRTH_A_ROLE && r->edits[i].form == WHOLE;
    }
    for (size_t i = 0; i < r->count && roles && !left; i++)
        if (r->edits[i].kind == MIRTH_A_CAST)
            r->edits[i].form = PLAIN;
}

static void take_out(struct mirth_telling *t, struct mirth_edit *edit)
{
    struct mirth_slice text = text_of(edit, (enum form)edit->form);
    edit->text = text.at;
    edit->len = text.len;
    if (edit->part)
        mirth_note_loss(t, edit->part, edit->form == PLAIN);
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
    b.losses = mirth_pool_array(&t->story->pool, r->count, PLAIN * sizeof *b.losses);
    for (size_t i = 0; b.losses && i < sizeof order / sizeof *order && b.over > 0; i++)
        for (size_t d = 0; d < sizeof dear / sizeof *dear && b.over > 0; d++)
            give_up(&b, order[i].kind, order[i].form, order[i].step, dear[d]);
    give_back(&b);
    leave_out_cast(r);
    for (size_t i = 0; i < r->count; i++)
        if (r->edits[i].form != WHOLE)
            take_out(t, &r->edits[i]);
}
