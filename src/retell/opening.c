/* opening.c: how an edition begins and ends: pictures, box, first and last words. */
#include "retell/layout.h"

#include <string.h>

#include "retell/box.h"
#include "retell/cast.h"
#include "retell/shown.h"
#include "understand/check.h"

enum { LONG_RECORD = 65536 }; /* bytes */

/* A line of the gag's for that moment, else of the theme's own. */
static void put_said(struct mirth_layout *l, const char *moment, const char *chapter,
                     struct mirth_buffer *out)
{
    if (!mirth_lay_pick(l, "gags", l->t->gag, moment) && !mirth_lay_pick(l, chapter, "any", NULL))
        return;
    if (out->len && !mirth_is_space(out->at[out->len - 1]))
        mirth_put_char(out, ' ');
    mirth_put_slice(out, mirth_buffer_slice(&l->text));
}

/* A piece as a block by itself, behind a title or before the text. */
static void set_apart(struct mirth_slice piece, bool after_title, struct mirth_buffer *out)
{
    mirth_put_text(out, after_title ? "\n\n" : "");
    mirth_put_slice(out, piece);
    mirth_put_text(out, after_title ? "" : "\n\n");
}

bool mirth_lay_piece(struct mirth_layout *l, size_t at, bool after_title,
                     enum mirth_piece_kind kind, struct mirth_buffer *piece)
{
    struct mirth_buffer out = {0};
    bool ok = true;
    while (piece->len && mirth_is_space(piece->at[piece->len - 1]))
        piece->len--;
    if (piece->len) {
        set_apart(mirth_buffer_slice(piece), after_title, &out);
        l->kind = kind;
        ok = mirth_lay_block(l, at, &out);
        l->kind = MIRTH_FIRM;
    }
    l->picture = NULL;
    l->drawn = false;
    piece->len = 0;
    mirth_buffer_free(&out);
    return ok;
}

/* A smaller piece for the same place; NULL where memory is short. */
static const char *copy_piece(struct mirth_layout *l, const struct mirth_buffer *piece,
                              bool after_title, size_t *len)
{
    struct mirth_buffer text = {0};
    const char *copy = NULL;
    if (piece->len)
        set_apart(mirth_trim(mirth_buffer_slice(piece)), after_title, &text);
    *len = text.len;
    if (!text.spent)
        copy = mirth_pool_copy(&l->t->story->pool, text.len ? text.at : "", text.len);
    mirth_buffer_free(&text);
    return copy;
}

/* The opening paragraph. Whole, it is the fable that the character tells of the fault; where there
 * is none, or room is short, the character's first words and the image that explains the fault;
 * where room is shorter still, those words. */
static bool add_paragraph(struct mirth_layout *l, size_t at, bool after_title)
{
    const char *fault = l->t->story->digest.fault;
    const size_t before = l->out->count;
    struct mirth_buffer said = {0}, brief = {0}, fable = {0};
    bool image = false, ok = true;
    put_said(l, "opening", "opening", &said);
    mirth_put_slice(&brief, mirth_buffer_slice(&said));
    if (said.len && mirth_lay_pick(l, "faults", fault, "image")) {
        image = true;
        mirth_put_char(&brief, ' ');
        mirth_put_slice(&brief, mirth_buffer_slice(&l->text));
    }
    if (image && l->t->options->mirth > 1 && mirth_lay_pick(l, "faults", fault, "fable"))
        mirth_put_slice(&fable, mirth_buffer_slice(&l->text));
    else
        mirth_put_slice(&fable, mirth_buffer_slice(&brief));
    ok = mirth_lay_piece(l, at, after_title, image ? MIRTH_THE_FABLE : MIRTH_FIRM, &fable);
    if (ok && image && l->out->count > before) {
        struct mirth_edit *edit = &l->out->edits[before];
        edit->bare = copy_piece(l, &brief, after_title, &edit->bare_len);
        edit->plain = copy_piece(l, &said, after_title, &edit->plain_len);
        ok = edit->bare && edit->plain;
    }
    mirth_buffer_free(&said);
    mirth_buffer_free(&brief);
    mirth_buffer_free(&fable);
    return ok;
}

/* Below the paragraph, whoever it has not brought in. */
static bool add_cast(struct mirth_layout *l, size_t at, bool after_title)
{
    struct mirth_buffer list = {0}, line = {0};
    const size_t before = l->out->count;
    bool ok = true;
    if (l->t->options->mirth > 1) {
        mirth_put_cast(l->t, &list, &line);
        ok = mirth_lay_piece(l, at, after_title, MIRTH_A_CAST, &list);
    }
    if (ok && line.len && l->out->count > before) {
        struct mirth_edit *edit = &l->out->edits[before];
        edit->bare = copy_piece(l, &line, after_title, &edit->bare_len);
        ok = edit->bare != NULL;
    }
    mirth_buffer_free(&list);
    mirth_buffer_free(&line);
    return ok;
}

/* Whether the record has such a label before anything else is told. */
static bool begins_with(const struct mirth_story *story, const char *label)
{
    for (size_t i = 0; i < story->part_count && story->parts[i].kind != MIRTH_EVENT; i++)
        if (story->parts[i].kind == MIRTH_FIELD && !strcmp(story->parts[i].name, label))
            return true;
    return false;
}

/* "Duration: ...", "Impact: ...", "Root cause: ...": the record begins with a box of its own. */
static bool is_echo(const struct mirth_story *story, bool says_why)
{
    return begins_with(story, "impact") &&
           (begins_with(story, "duration") || begins_with(story, "start")) &&
           (!says_why || begins_with(story, "root-cause"));
}

/* Where room is short a smaller one stands there; of an echo the cause and the fix, if that says
 * more than the record's own labels do. */
static bool add_box(struct mirth_layout *l, size_t at, bool after_title)
{
    static const struct mirth_buffer none = {0};
    struct mirth_box box;
    bool echo, ok;
    size_t before = l->out->count;
    mirth_write_box(l->t, &box);
    echo = is_echo(l->t->story, box.says_why);
    ok = mirth_lay_piece(l, at, after_title, echo ? MIRTH_AN_ECHO : MIRTH_THE_BOX, &box.whole);
    if (ok && l->out->count > before) {
        struct mirth_edit *edit = &l->out->edits[before];
        bool tells = box.says_fix || !echo;
        const struct mirth_buffer *least = tells ? &box.least : &none;
        const struct mirth_buffer *brief = !echo && box.brief.len ? &box.brief : least;
        edit->plain = copy_piece(l, least, after_title, &edit->plain_len);
        if (brief->len || echo)
            edit->bare = copy_piece(l, brief, after_title, &edit->bare_len);
        ok = edit->plain && (edit->bare || !(brief->len || echo));
    }
    mirth_box_free(&box);
    return ok;
}

/* Picture, box, opening. */
bool mirth_add_opening(struct mirth_layout *l, size_t at, bool after_title)
{
    struct mirth_buffer piece = {0};
    bool ok;
    l->opened = true;
    mirth_put_picture(l, "title", &piece);
    ok = mirth_lay_piece(l, at, after_title, MIRTH_TITLE_PICTURE, &piece);
    if (ok && l->t->options->mirth > 0)
        ok = add_box(l, at, after_title) && add_paragraph(l, at, after_title) &&
             add_cast(l, at, after_title);
    ok = ok && mirth_add_chart(l, at, after_title, false);
    mirth_buffer_free(&piece);
    return ok;
}

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
    const char *being = l->t->being;
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
    if (!mirth_lay_pick(l, "faults", l->t->story->digest.fault, "closing") &&
        !mirth_lay_pick(l, "closing", "any", NULL))
        return false;
    mirth_put_slice(out, mirth_buffer_slice(&l->text));
    return true;
}

/* How the gag ends; alone where it ends the fault's way, and else behind a farewell, which goes
 * first when the edition is too long. */
static bool add_last_words(struct mirth_layout *l, size_t end)
{
    const struct mirth_phrasing *payoff = mirth_lay_pick(l, "gags", l->t->gag, "closing");
    struct mirth_buffer last = {0}, farewell = {0};
    bool ok = true;
    mirth_put_slice(&last, payoff ? mirth_buffer_slice(&l->text) : mirth_slice("", 0));
    if (!(payoff && mirth_condition(payoff, MIRTH_C_FAULT)) && put_farewell(l, &farewell)) {
        mirth_put_text(&farewell, payoff ? " " : "");
        l->kind = payoff ? MIRTH_A_FAREWELL : MIRTH_FIRM;
        ok = mirth_lay_block(l, end, &farewell);
        l->kind = MIRTH_FIRM;
    }
    ok = ok && mirth_lay_block(l, end, &last);
    mirth_buffer_free(&last);
    mirth_buffer_free(&farewell);
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

/* What the record teaches, as at the end of a fable. A grave one needs no fable. */
static bool add_moral(struct mirth_layout *l, size_t end)
{
    struct mirth_buffer moral = {0}, out = {0};
    struct mirth_slot_text slot = {"{moral}", {0}};
    const bool drawn = l->t->options->mirth > 1 && mirth_pick_moral(l->t, &moral);
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
