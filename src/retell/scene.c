/* scene.c: the fable goes on: the fault at work, behind the record's own account of the cause. */
#include "retell/layout.h"
#include "retell/flow.h"

#include <string.h>

/* The last of the part's rows. */
static size_t last_row(const struct mirth_part *part)
{
    return part->row + (part->rows ? part->rows - 1 : 0);
}

/* The part that begins on that row, behind this one; NULL: none does. */
static const struct mirth_part *part_on(const struct mirth_story *story,
                                        const struct mirth_part *part, size_t row)
{
    const struct mirth_part *end = story->parts + story->part_count;
    while (part < end && part->row < row)
        part++;
    return part < end && part->row == row ? part : NULL;
}

/* A line that goes on with the paragraph ends it where it becomes an item of a list. */
static bool begins_anew(const struct mirth_story *story, const struct mirth_part *part, size_t row)
{
    const struct mirth_part *next = part_on(story, part, row);
    return row >= story->row_count || story->rows[row].first || story->rows[row].item ||
           (next && mirth_gets_bullet(story, next));
}

static size_t behind_space(const struct mirth_story *story, size_t at)
{
    while (at < story->length && mirth_is_space(story->source[at]))
        at++;
    return at;
}

static bool stands_at(const struct mirth_story *story, size_t at, const char *text)
{
    const size_t len = strlen(text);
    return at + len <= story->length && !memcmp(story->source + at, text, len);
}

/* In a page's own mark-up: behind the paragraph's end, before the item's, or behind the line of a
 * text that has neither. 0: nowhere. */
static size_t place_in_html(const struct mirth_story *story, const struct mirth_part *part)
{
    const size_t told = part->text.at + part->text.len, at = behind_space(story, told);
    if (stands_at(story, at, "</p>"))
        return at + sizeof "</p>" - 1;
    if (stands_at(story, at, "</li>"))
        return told;
    for (size_t i = told; i < at; i++)
        if (story->source[i] == '\n')
            return told;
    return 0;
}

/* Whether a block of ours may follow the part: a paragraph's last line, or a list item's. */
static bool ends_block(const struct mirth_story *story, const struct mirth_part *part)
{
    const size_t last = last_row(part);
    const struct mirth_row *row = &story->rows[last];
    const size_t end = row->text.at + row->text.len, told = part->text.at + part->text.len;
    if (part->cell || row->quoted || row->block != MIRTH_PARAGRAPH || told < row->text.at ||
        told > end)
        return false;
    if (row->html)
        return place_in_html(story, part);
    return behind_space(story, told) >= end && /* no more of the line is of another part */
           begins_anew(story, part, last + 1);
}

const struct mirth_part *mirth_scene_place(const struct mirth_telling *t,
                                           const struct mirth_part *cause)
{
    const struct mirth_part *end = t->story->parts + t->story->part_count, *place = NULL;
    const bool whole = mirth_is(cause->section, "root-cause");
    if (!t->own_story || t->options->mirth < 2 || !mirth_has_tale(t, t->tale, "scene", t->gag))
        return NULL;
    for (const struct mirth_part *part = cause;
         part < end && part->kind != MIRTH_SECTION && !mirth_is(part->field, "resolution");
         part++) {
        if (part->clause_count && ends_block(t->story, part) &&
            !mirth_hands_over(part, &part->clauses[part->clause_count - 1]))
            place = part;
        if (!whole)
            break;
    }
    return place;
}

/* Inside a list, the column in which the text of the part's item begins; 0: it stands in none, or
 * ends it. */
static size_t column_of(const struct mirth_story *story, const struct mirth_part *part)
{
    const struct mirth_row *row = &story->rows[part->row];
    const size_t next = last_row(part) + 1;
    const struct mirth_part *behind = part_on(story, part, next);
    size_t start = row->text.at;
    if (behind && mirth_gets_bullet(story, part) && mirth_gets_bullet(story, behind))
        return sizeof "- " - 1;
    if (!row->depth || next >= story->row_count || !story->rows[next].depth)
        return 0;
    while (start && !mirth_is_among("\r\n", story->source[start - 1]))
        start--;
    return row->text.at - start;
}

/* What stands straight behind the paragraph would be read as the end of the quotation. */
static bool is_followed(const struct mirth_story *story, const struct mirth_part *part)
{
    const size_t last = last_row(part), next = last + 1;
    const struct mirth_part *behind = part_on(story, part, next);
    return next < story->row_count && !story->rows[next].item &&
           !(behind && mirth_gets_bullet(story, behind)) &&
           story->rows[next].number == story->rows[last].number + 1;
}

static void set_apart(const struct mirth_story *story, const struct mirth_part *part,
                      struct mirth_slice scene, struct mirth_buffer *out)
{
    const size_t column = column_of(story, part);
    if (story->rows[last_row(part)].html) {
        mirth_put_text(out, "\n<blockquote>");
        mirth_put_slice(out, scene);
        mirth_put_text(out, "</blockquote>");
        return;
    }
    mirth_put_text(out, column ? "\n" : "\n\n");
    for (size_t i = 0; i < column; i++)
        mirth_put_char(out, ' ');
    mirth_put_text(out, "> ");
    mirth_put_slice(out, scene);
    mirth_put_text(out, is_followed(story, part) ? "\n" : "");
}

/* Where there is no room for a scene, what the character says there; behind a page's paragraph that
 * has ended it would stand alone. */
static bool keep_beat(struct mirth_layout *l, const struct mirth_part *part,
                      struct mirth_edit *edit)
{
    struct mirth_buffer beat = {0};
    if (edit->span.at == part->text.at + part->text.len &&
        !part->clauses[part->clause_count - 1].said &&
        mirth_lay_pick(l, "gags", l->t->gag, "cause")) {
        if (!mirth_has_stop(part->clauses[part->clause_count - 1].text))
            mirth_put_char(&beat, '.');
        mirth_put_char(&beat, ' ');
        if (l->t->story->rows[last_row(part)].html) {
            mirth_put_text(&beat, "<em>");
            mirth_put_slice(&beat, mirth_buffer_slice(&l->text));
            mirth_put_text(&beat, "</em>");
        } else {
            mirth_put_ours(mirth_buffer_slice(&l->text), &beat);
        }
        edit->bare_len = beat.len;
        edit->bare = mirth_pool_copy(&l->t->story->pool, beat.at, beat.len);
    }
    mirth_buffer_free(&beat);
    return !edit->bare_len || edit->bare;
}

bool mirth_add_scene(struct mirth_layout *l, const struct mirth_part *part)
{
    const struct mirth_story *story = l->t->story;
    const size_t before = l->out->count;
    size_t at = part->text.at + part->text.len;
    struct mirth_buffer block = {0};
    bool ok;
    if (l->t->scene_at != part || !mirth_lay_pick(l, "faults", l->t->tale, "scene"))
        return true;
    set_apart(story, part, mirth_buffer_slice(&l->text), &block);
    if (story->rows[last_row(part)].html)
        at = place_in_html(story, part);
    l->kind = MIRTH_A_SCENE;
    ok = mirth_lay_block(l, at, &block);
    l->kind = MIRTH_FIRM;
    mirth_buffer_free(&block);
    return ok && (l->out->count == before || keep_beat(l, part, &l->out->edits[before]));
}
