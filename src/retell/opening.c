/* opening.c: how an edition begins: picture, box, first words. */
#include "retell/layout.h"

#include <string.h>

#include "retell/box.h"
#include "retell/cast.h"

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

/* The fable that the character tells of the fault; where nothing is known of the fault, of any. */
static bool pick_fable(struct mirth_layout *l, bool explained)
{
    const char *entry = explained ? l->t->fault : "any";
    if (l->t->options->mirth < 2 || !mirth_lay_pick(l, "faults", entry, "fable"))
        return false;
    l->fable_of = entry;
    return true;
}

/* The opening paragraph. Whole, it is the character's fable; where there is none, or room is short,
 * the character's first words and the image that explains the fault; where room is shorter still,
 * those words. */
static bool add_paragraph(struct mirth_layout *l, size_t at, bool after_title)
{
    const char *fault = l->t->fault;
    const size_t before = l->out->count;
    struct mirth_buffer said = {0}, brief = {0}, fable = {0};
    bool image, told, ok;
    put_said(l, "opening", "opening", &said);
    mirth_put_slice(&brief, mirth_buffer_slice(&said));
    image = said.len && !l->t->by_culprit && mirth_lay_pick(l, "faults", fault, "image");
    if (image) {
        mirth_put_char(&brief, ' ');
        mirth_put_slice(&brief, mirth_buffer_slice(&l->text));
    }
    told = said.len && pick_fable(l, image);
    mirth_put_slice(&fable, mirth_buffer_slice(told ? &l->text : &brief));
    ok = mirth_lay_piece(l, at, after_title, image || told ? MIRTH_THE_FABLE : MIRTH_FIRM, &fable);
    if (ok && (image || told) && l->out->count > before) {
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
    return (begins_with(story, "duration") || begins_with(story, "start")) &&
           (begins_with(story, "root-cause") || (begins_with(story, "impact") && !says_why));
}

/* Where room is short a smaller one stands there; beside a box of the record's own none does, but
 * for those who want more of everything. */
static bool add_box(struct mirth_layout *l, size_t at, bool after_title)
{
    struct mirth_box box;
    bool ok;
    size_t before = l->out->count;
    mirth_write_box(l->t, &box);
    if (l->t->options->mirth < 3 && is_echo(l->t->story, box.says_why))
        box.whole.len = 0;
    ok = mirth_lay_piece(l, at, after_title, MIRTH_THE_BOX, &box.whole);
    if (ok && l->out->count > before) {
        struct mirth_edit *edit = &l->out->edits[before];
        const struct mirth_buffer *brief = box.brief.len ? &box.brief : &box.least;
        edit->plain = copy_piece(l, &box.least, after_title, &edit->plain_len);
        if (brief->len)
            edit->bare = copy_piece(l, brief, after_title, &edit->bare_len);
        ok = edit->plain && (edit->bare || !brief->len);
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
