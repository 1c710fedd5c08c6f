/* closing.c: how an edition ends: picture, last words, moral, credit. */
#include "retell/layout.h"

#include <string.h>

#include "retell/shown.h"
#include "understand/check.h"

enum { LONG_RECORD = 65536 }; /* bytes */

/* Forges set alerts apart; more than two on a page are none, so the record's own come first. */
static bool has_room_for_alert(const struct mirth_layout *l)
{
    const struct mirth_story *story = l->t->story;
    size_t alerts = 0;
    if (l->t->options->forge != MIRTH_FOR_GITHUB && l->t->options->forge != MIRTH_FOR_GITLAB)
        return false;
    for (size_t i = 0; i + 3 < story->length; i++)
        alerts += !memcmp(story->source + i, "> [!", 4);
    return alerts < 2;
}

/* Where the record contradicts itself, a reader would wonder who did. A long one's contradictions
 * are for --check. */
static void put_doubts(struct mirth_layout *l, struct mirth_buffer *out)
{
    struct mirth_buffer doubts = {0};
    struct mirth_slot_text slot = {"{doubts}", {0}};
    if (l->t->story->length <= LONG_RECORD)
        mirth_contradictions(l->t->english, l->t->story, &doubts);
    slot.text = mirth_buffer_slice(&doubts);
    if (doubts.len && mirth_put_framed(l->t, "doubts", &slot, 1, out))
        mirth_put_text(out, "\n\n");
    mirth_buffer_free(&doubts);
}

static void put_credit(struct mirth_layout *l, struct mirth_buffer *out)
{
    const char *being = l->t->by_culprit ? NULL : l->t->being; /* who is the record's */
    struct mirth_buffer raised = {0}, credit = {0};
    struct mirth_slot_text slot = {"{being:cap}", {0}};
    if (being) {
        mirth_put_char(&raised, mirth_upper(being[0]));
        mirth_put_text(&raised, being + 1);
    }
    slot.text = mirth_buffer_slice(&raised);
    if (mirth_put_framed(l->t, being ? "any" : "none", &slot, being ? 1 : 0, &credit)) {
        mirth_put_text(out, has_room_for_alert(l) ? "> [!NOTE]\n> " : "");
        mirth_put_slice(out, mirth_buffer_slice(&credit));
        mirth_put_char(out, '\n');
    }
    mirth_buffer_free(&raised);
    mirth_buffer_free(&credit);
}

/* What became of the fault's image, or the book's own farewell, which names the cause. */
static bool put_farewell(struct mirth_layout *l, struct mirth_buffer *out)
{
    if ((l->t->by_culprit || !mirth_lay_pick(l, "faults", l->t->fault, "closing")) &&
        !mirth_lay_pick(l, "closing", "any", NULL))
        return false;
    mirth_put_slice(out, mirth_buffer_slice(&l->text));
    return true;
}

/* How the fable ends, where there is one. */
static bool pick_ending(struct mirth_layout *l, struct mirth_buffer *out)
{
    const char *tale = l->t->own_story ? l->t->tale : NULL;
    const char *entry = l->fable_of ? l->fable_of : tale;
    if (l->t->options->mirth < 2 || !mirth_lay_pick(l, "faults", entry, "ending"))
        return false;
    mirth_put_slice(out, mirth_buffer_slice(&l->text));
    return l->ended = true;
}

/* A fable's ending, or in its place, where room is short, the gag's. */
static bool add_ending(struct mirth_layout *l, size_t end, const struct mirth_buffer *ending,
                       const struct mirth_buffer *payoff)
{
    const size_t before = l->out->count;
    struct mirth_edit *edit;
    bool ok;
    l->kind = payoff->len ? MIRTH_AN_ENDING : MIRTH_FIRM;
    ok = mirth_lay_block(l, end, ending);
    l->kind = MIRTH_FIRM;
    if (!ok || !payoff->len)
        return ok;
    edit = &l->out->edits[before];
    edit->bare_len = payoff->len;
    edit->bare = mirth_pool_copy(&l->t->story->pool, payoff->at, payoff->len);
    return edit->bare != NULL;
}

/* How the gag ends; alone where it ends the fault's way, and else behind a farewell, which goes
 * first when the edition is too long. */
static bool add_payoff(struct mirth_layout *l, size_t end, const struct mirth_phrasing *payoff,
                       const struct mirth_buffer *said)
{
    struct mirth_buffer farewell = {0};
    bool ok = true;
    if (!(payoff && mirth_condition(payoff, MIRTH_C_FAULT)) && put_farewell(l, &farewell)) {
        mirth_put_text(&farewell, payoff ? " " : "");
        l->kind = payoff ? MIRTH_A_FAREWELL : MIRTH_FIRM;
        ok = mirth_lay_block(l, end, &farewell);
        l->kind = MIRTH_FIRM;
    }
    mirth_buffer_free(&farewell);
    return ok && mirth_lay_block(l, end, said);
}

static bool add_last_words(struct mirth_layout *l, size_t end)
{
    const struct mirth_phrasing *payoff = mirth_lay_pick(l, "gags", l->t->gag, "closing");
    struct mirth_buffer said = {0}, ending = {0};
    bool ok;
    mirth_put_slice(&said, payoff ? mirth_buffer_slice(&l->text) : mirth_slice("", 0));
    ok = pick_ending(l, &ending) ? add_ending(l, end, &ending, &said)
                                 : add_payoff(l, end, payoff, &said);
    mirth_buffer_free(&said);
    mirth_buffer_free(&ending);
    return ok;
}

/* The mark of a fence on that line; 0: it is none. One inside a list ends with its item, and what
 * has its end on the same line is code in a sentence. */
static char fence_on(struct mirth_slice line)
{
    size_t marks = 0;
    while (marks < line.len && strchr("`~", line.at[0]) && line.at[marks] == line.at[0])
        marks++;
    if (marks < 3 || memchr(line.at + marks, '`', line.len - marks))
        return '\0';
    return line.at[0];
}

/* The mark of a fenced block that the record leaves open, or 0: our last words would be code. */
static char open_fence(const struct mirth_story *story)
{
    const char *at = story->source, *end = at + story->length;
    char open = '\0';
    while (at < end) {
        const char *line_end = memchr(at, '\n', (size_t)(end - at));
        const char *next = line_end ? line_end + 1 : end;
        char mark = fence_on(mirth_slice(at, (size_t)(next - at)));
        if (mark && (!open || open == mark))
            open = open ? '\0' : mark;
        at = next;
    }
    return open;
}

static bool close_fence(struct mirth_layout *l, size_t end)
{
    const char mark = open_fence(l->t->story);
    const char fence[] = {'\n', mark, mark, mark};
    return !mark || mirth_lay_edit(l, end, 0, mirth_slice(fence, sizeof fence), true);
}

/* What the record teaches. A fable that has an ending needs none behind it, and a grave record
 * needs no fable. */
static bool add_moral(struct mirth_layout *l, size_t end)
{
    struct mirth_buffer moral = {0}, out = {0};
    struct mirth_slot_text slot = {"{moral}", {0}};
    const bool drawn = (l->t->options->mirth > 2 || (l->t->options->mirth > 1 && !l->ended)) &&
                       mirth_pick_moral(l->t, &moral);
    bool ok = true;
    mirth_put_text(&out, "\n\n");
    slot.text = mirth_buffer_slice(&moral);
    if (drawn && mirth_put_framed(l->t, "moral", &slot, 1, &out)) {
        l->kind = MIRTH_A_MORAL;
        ok = mirth_lay_block(l, end, &out);
        l->kind = MIRTH_FIRM;
    }
    mirth_buffer_free(&moral);
    mirth_buffer_free(&out);
    return ok;
}

/* The last words, the moral and the credit: paragraphs and a line. */
static bool add_farewell(struct mirth_layout *l, size_t end)
{
    struct mirth_buffer out = {0};
    bool ok;
    mirth_put_text(&out, "\n\n");
    ok = mirth_lay_block(l, end, &out) && add_last_words(l, end);
    ok = ok && add_moral(l, end);
    put_doubts(l, &out);
    put_credit(l, &out);
    while (out.len && mirth_is_space(out.at[out.len - 1]))
        out.len--;
    ok = ok && mirth_lay_block(l, end, &out);
    mirth_buffer_free(&out);
    return ok;
}

bool mirth_add_closing(struct mirth_layout *l)
{
    const struct mirth_story *story = l->t->story;
    struct mirth_buffer out = {0};
    size_t end = story->length;
    bool ok;
    while (end > story->body && mirth_is_space(story->source[end - 1]))
        end--;
    if (l->t->options->mirth > 0 && !close_fence(l, end))
        return false;
    mirth_put_picture(l, "end", &out);
    ok = mirth_lay_piece(l, end, true, MIRTH_LAST_PICTURE, &out);
    mirth_buffer_free(&out);
    return ok && (l->t->options->mirth < 1 || add_farewell(l, end));
}
