/* layout.c: where everything goes: the edits of the edition, in order. */
#include "retell/layout.h"

#include <stdlib.h>
#include <string.h>

#include "understand/words.h"

bool mirth_lay_edit(struct mirth_layout *l, size_t at, size_t len, struct mirth_slice text,
                    bool ours)
{
    struct mirth_story *story = l->t->story;
    struct mirth_retelling *out = l->out;
    char *copy;
    if (!text.len && !len)
        return true;
    copy = mirth_pool_copy(&story->pool, text.at, text.len);
    if (!copy || !mirth_pool_grow(&story->pool, (void **)&out->edits, out->count, &out->room,
                                  sizeof *out->edits))
        return false;
    out->edits[out->count] = (struct mirth_edit){.span = {at, len},
                                                 .text = copy,
                                                 .len = text.len,
                                                 .ours = ours,
                                                 .drawn = l->drawn,
                                                 .picture = l->picture,
                                                 .order = out->count,
                                                 .kind = l->kind};
    out->count++;
    return true;
}

bool mirth_lay_block(struct mirth_layout *l, size_t at, const struct mirth_buffer *text)
{
    return !text->spent && mirth_lay_edit(l, at, 0, mirth_buffer_slice(text), true);
}

/* Past the line that holds `at` and, of a setext heading, past its underline. */
/* The end of the next line, where that holds nothing but `<br>`: behind a block of ours it would
 * begin an HTML block, and its paragraph's marks would be read as they are written. */
static size_t behind_break(const struct mirth_story *story, size_t end)
{
    struct mirth_slice rest, line;
    size_t at = end;
    while (at < story->length && at < end + 2 && strchr("\r\n", story->source[at]))
        at++;
    rest = mirth_slice(story->source + at, story->length - at);
    if (at == end || !mirth_cut(&rest, '\n', &line) ||
        !mirth_one_of(mirth_slice_of("<br>|<br/>|<br />"), mirth_trim(line)))
        return end;
    return (size_t)(mirth_trim(line).at + mirth_trim(line).len - story->source);
}

size_t mirth_block_end(const struct mirth_story *story, size_t at)
{
    const char *s = story->source;
    size_t end = at, next;
    while (end < story->length && s[end] != '\n' && s[end] != '\r')
        end++;
    next = end;
    while (next < story->length && (s[next] == '\n' || s[next] == '\r') && next < end + 2)
        next++;
    if (next > end && next < story->length && (s[next] == '=' || s[next] == '-')) {
        size_t line = next;
        while (line < story->length && s[line] == s[next])
            line++;
        if (line >= story->length || s[line] == '\n' || s[line] == '\r')
            return line;
    }
    return behind_break(story, end);
}

/* Whether the line after `end` is blank, or there is none. */
bool mirth_blank_follows(const struct mirth_story *story, size_t end)
{
    size_t lines = 0;
    while (end < story->length && mirth_is_space(story->source[end])) {
        lines += story->source[end++] == '\n';
        if (lines == 2)
            return true;
    }
    return end >= story->length;
}

const struct mirth_phrasing *mirth_lay_pick(struct mirth_layout *l, const char *chapter,
                                            const char *entry, const char *moment)
{
    struct mirth_place place = {.gap = -1, .moment = moment};
    if (!entry)
        return NULL;
    return mirth_pick_ours(l->t, chapter, entry, &place, mirth_slice("", 0), &l->text);
}

/* A line that shares its paragraph with others: Markdown would run them together. */
bool mirth_is_crowded(const struct mirth_story *story, size_t row)
{
    const struct mirth_row *r = &story->rows[row];
    bool follows = row + 1 < story->row_count && !r[1].first && r[1].number <= r->number + 1;
    return r->block == MIRTH_PARAGRAPH && !r->item && !r->html && !r->quoted &&
           (!r->first || follows);
}

bool mirth_is_flat(const struct mirth_story *story, const struct mirth_part *part)
{
    const struct mirth_row *row = &story->rows[part->row];
    return !row->depth && !row->quoted && row->block != MIRTH_TABLE;
}

bool mirth_is_paragraph(const struct mirth_story *story, const struct mirth_part *part)
{
    const struct mirth_row *row = &story->rows[part->row];
    return part->kind == MIRTH_PROSE && !part->field && !part->label.len && part->clause_count &&
           row->first && row->block == MIRTH_PARAGRAPH && !row->item && !row->html &&
           mirth_is_flat(story, part);
}

/* At the very beginning: the marker, and for a record without a title one of ours. */
static bool add_beginning(struct mirth_layout *l)
{
    const struct mirth_story *story = l->t->story;
    struct mirth_buffer out = {0};
    bool ok;
    mirth_put_text(&out, "<!-- postmirth: a ");
    mirth_put_text(&out, l->t->theme->book->name);
    mirth_put_text(&out, " edition");
    if (l->t->options->even_so && story->tone.cap < l->t->options->mirth)
        mirth_put_text(&out, ", even so");
    mirth_put_text(&out, " -->\n");
    if (!story->digest.title) {
        if (l->t->options->mirth > 0 && mirth_lay_title(l)) {
            mirth_put_text(&out, "# ");
            mirth_put_slice(&out, mirth_buffer_slice(&l->text));
            mirth_put_text(&out, "\n\n");
        }
    }
    ok = mirth_lay_block(l, story->body, &out) &&
         (story->digest.title || mirth_add_opening(l, story->body, false));
    mirth_buffer_free(&out);
    return ok;
}

static int by_place(const void *a, const void *b)
{
    const struct mirth_edit *x = a, *y = b;
    if (x->span.at != y->span.at)
        return x->span.at < y->span.at ? -1 : 1;
    if (!x->span.len != !y->span.len) /* what is put in stands before what is replaced there */
        return x->span.len ? 1 : -1;
    return x->order < y->order ? -1 : 1;
}

/* A page on one line has no place under its headings: what would stand in another edit's span is
 * left out. The record's own bytes are what is left there. */
static void drop_overlaps(struct mirth_retelling *out)
{
    size_t from = 0, kept = 0;
    for (size_t i = 0; i < out->count; i++) {
        const struct mirth_span span = out->edits[i].span;
        if (span.at < from)
            continue;
        from = span.at + span.len;
        out->edits[kept++] = out->edits[i];
    }
    out->count = kept;
}

/* Most were laid in their order. */
static void sort(struct mirth_retelling *out)
{
    size_t i = 1;
    while (i < out->count && by_place(&out->edits[i - 1], &out->edits[i]) <= 0)
        i++;
    if (i < out->count)
        qsort(out->edits, out->count, sizeof *out->edits, by_place);
}

bool mirth_lay_out(struct mirth_telling *t, struct mirth_retelling *out)
{
    struct mirth_layout l = {.t = t, .out = out, .headed = mirth_has_headings(t->story, 6)};
    struct mirth_buffer component = {0};
    int64_t before = -1;
    bool ok = mirth_plain_words(t->story->digest.component, &component);
    mirth_pool_reserve(&t->story->pool, (void **)&out->edits, &out->room, 2 * t->story->part_count,
                       sizeof *out->edits);
    l.component = mirth_buffer_slice(&component);
    ok = ok && add_beginning(&l);
    for (size_t i = 0; i < t->story->part_count && ok; i++) {
        const struct mirth_part *part = &t->story->parts[i];
        if (part->quiet)
            continue;
        if (part->kind == MIRTH_TITLE)
            ok = mirth_add_title(&l, part);
        else if (part->kind == MIRTH_SECTION)
            ok = mirth_add_section(&l, part);
        else
            ok = mirth_add_line(&l, i, &before);
    }
    ok = ok && mirth_add_closing(&l) && !l.text.spent;
    out->gag = t->gag;
    mirth_buffer_free(&component);
    mirth_buffer_free(&l.text);
    if (ok)
        mirth_keep_short(t, out);
    if (ok) {
        sort(out);
        drop_overlaps(out);
    }
    ok = ok && mirth_add_anchors(&l);
    if (ok)
        sort(out);
    return ok;
}
