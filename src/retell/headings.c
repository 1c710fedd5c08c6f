/* headings.c: titles and sections: tails, emoji, openers. */
#include "retell/layout.h"

#include <string.h>

#include "retell/flow.h"
#include "understand/labels.h"

bool mirth_has_headings(const struct mirth_story *story, unsigned level)
{
    for (size_t i = 0; i < story->row_count; i++)
        if (story->rows[i].block == MIRTH_HEADING && story->rows[i].level <= level)
            return true;
    return false;
}

/* Where a tail goes: inside the marks, before the colon, behind a code span. SIZE_MAX: nowhere. */
static size_t tail_place(const struct mirth_story *story, struct mirth_span text)
{
    size_t end = text.at + text.len;
    while (end > text.at && strchr("*_:\\ ", story->source[end - 1]))
        end--;
    if (end == text.at || strchr(".?!>", story->source[end - 1]))
        return SIZE_MAX;
    return end;
}

static bool holds_emoji(const struct mirth_story *story, struct mirth_span text)
{
    for (size_t i = text.at; i < text.at + text.len; i++) {
        unsigned char c = (unsigned char)story->source[i];
        if (c == 0xf0 || (c == 0xe2 && (unsigned char)story->source[i + 1] >= 0x86))
            return true;
    }
    return false;
}

/* A title says what broke before it says whose story it is. */
static bool pick_title(struct mirth_layout *l, struct mirth_slice given)
{
    const struct mirth_place nowhere = {.gap = -1};
    const char *fault = l->t->by_culprit ? NULL : l->t->fault;
    return fault && mirth_pick_ours(l->t, "title", fault, &nowhere, given, &l->text);
}

/* What follows {title} or {heading} in a phrasing that begins with it. */
static bool add_tail(struct mirth_layout *l, const struct mirth_part *part, const char *chapter,
                     const char *entry, const char *moment)
{
    struct mirth_slice given = part->flat, said;
    bool ok;
    size_t at = tail_place(l->t->story, part->text);
    struct mirth_place place = {.gap = -1, .moment = moment};
    const char *gag = moment ? l->t->gag : NULL;
    if (at == SIZE_MAX || !given.len)
        return true;
    if (!(moment && pick_title(l, given)) &&
        !(gag && mirth_pick_ours(l->t, "gags", gag, &place, given, &l->text))) {
        place.moment = NULL;
        if (!mirth_pick_ours(l->t, chapter, entry, &place, given, &l->text))
            return true;
    }
    said = mirth_buffer_slice(&l->text);
    if (said.len <= given.len || !mirth_same_nocase(mirth_slice(said.at, given.len), given))
        return true;
    l->kind = moment ? MIRTH_FIRM : MIRTH_A_TAIL;
    ok = mirth_lay_edit(l, at, 0, mirth_slice(said.at + given.len, said.len - given.len), true);
    l->kind = MIRTH_FIRM;
    return ok;
}

/* The title that the front matter gives, without its marks. */
static struct mirth_slice front_title(const struct mirth_story *story)
{
    struct mirth_slice title = {0};
    for (size_t i = 0; i < story->part_count && story->parts[i].quiet && !title.len; i++)
        if (story->parts[i].kind == MIRTH_TITLE)
            title = story->parts[i].flat;
    while (title.len && strchr("\"' ]", title.at[title.len - 1]))
        title.len--;
    return title.len && !memchr(title.at, '\\', title.len) ? title : mirth_slice("", 0);
}

bool mirth_lay_title(struct mirth_layout *l)
{
    struct mirth_slice given = front_title(l->t->story);
    struct mirth_place place = {.gap = -1, .moment = "title"};
    if (!given.len)
        return mirth_lay_pick(l, "title", "none", NULL);
    if (pick_title(l, given))
        return true;
    if (l->t->gag && mirth_pick_ours(l->t, "gags", l->t->gag, &place, given, &l->text))
        return true;
    place.moment = NULL;
    return mirth_pick_ours(l->t, "title", "any", &place, given, &l->text);
}

static bool add_heading_emoji(struct mirth_layout *l, const struct mirth_part *part)
{
    const char *emoji = mirth_emoji_for(l->t, part->name);
    size_t end = tail_place(l->t->story, part->text);
    bool ok;
    if (end == SIZE_MAX)
        end = part->text.at + part->text.len;
    if (end + 1 == part->text.at + part->text.len && l->t->story->source[end] == ':')
        end++; /* "Tasks: 📋"; but "**Tasks 📋:**", whose colon ends a heading */
    if (!emoji || l->t->options->emoji == MIRTH_EMOJI_NONE ||
        holds_emoji(l->t->story, l->t->story->rows[part->row].text))
        return true;
    l->text.len = 0;
    mirth_put_char(&l->text, ' ');
    mirth_put_text(&l->text, emoji);
    ok = mirth_lay_block(l, end, &l->text);
    return ok;
}

static bool add_opener(struct mirth_layout *l, const struct mirth_part *part)
{
    const struct mirth_story *story = l->t->story;
    size_t end = mirth_block_end(story, part->text.at + part->text.len);
    struct mirth_buffer out = {0};
    bool ok;
    if (!mirth_lay_pick(l, "opener", part->name, NULL))
        return true;
    mirth_put_text(&out, "\n\n");
    mirth_put_slice(&out, mirth_buffer_slice(&l->text));
    if (!mirth_blank_follows(story, end))
        mirth_put_char(&out, '\n');
    l->kind = MIRTH_AN_OPENER;
    ok = mirth_lay_block(l, end, &out);
    l->kind = MIRTH_FIRM;
    mirth_buffer_free(&out);
    return ok;
}

static size_t line_start(const struct mirth_story *story, size_t at)
{
    while (at > story->body && story->source[at - 1] != '\n' && story->source[at - 1] != '\r')
        at--;
    return at;
}

static bool add_middle_picture(struct mirth_layout *l, const struct mirth_part *part)
{
    struct mirth_buffer out = {0};
    size_t at = line_start(l->t->story, part->text.at);
    bool ok;
    if (l->middle || strncmp(part->name, "root-cause", 10) || !part->row)
        return true;
    l->middle = true;
    if (at > 1 && l->t->story->source[at - 2] != '\n' && !l->t->story->crlf)
        mirth_put_char(&out, '\n');
    mirth_put_picture(l, "middle", &out);
    l->kind = MIRTH_MIDDLE_PICTURE;
    ok = mirth_lay_block(l, at, &out);
    l->kind = MIRTH_FIRM;
    l->picture = NULL;
    l->drawn = false;
    mirth_buffer_free(&out);
    return ok;
}

static bool is_tailed(struct mirth_layout *l, const char *name)
{
    for (size_t i = 0; i < l->tailed_count; i++)
        if (mirth_is(l->tailed[i], name))
            return true;
    if (l->tailed_count < sizeof l->tailed / sizeof *l->tailed)
        l->tailed[l->tailed_count++] = name;
    return false;
}

/* Under the heading of the timeline. */
static bool add_headed_chart(struct mirth_layout *l, const struct mirth_part *part)
{
    const struct mirth_story *story = l->t->story;
    size_t end = mirth_block_end(story, part->text.at + part->text.len), before = l->out->count;
    struct mirth_buffer out = {0};
    bool ok = mirth_add_chart(l, end, true, true);
    if (ok && l->out->count > before && !mirth_blank_follows(story, end)) {
        mirth_put_char(&out, '\n');
        ok = mirth_lay_block(l, end, &out);
    }
    mirth_buffer_free(&out);
    return ok;
}

/* "Summary: mail was late": what stands behind it on the line leaves no room under it. */
static bool stands_alone(const struct mirth_row *row, const struct mirth_part *part)
{
    return part->text.at + part->text.len >= row->text.at + row->text.len;
}

/* "##Timeline": most readers of Markdown take it for a heading only with a space. */
static bool mend_hashes(struct mirth_layout *l, const struct mirth_part *part)
{
    const struct mirth_story *story = l->t->story;
    const struct mirth_row *row = &story->rows[part->row];
    size_t at = line_start(story, row->text.at), hashes = 0;
    while (at + hashes < story->length && story->source[at + hashes] == '#')
        hashes++;
    if (!hashes || hashes > 6 || l->t->options->mirth < 1 ||
        mirth_is_space(story->source[at + hashes]) || at + hashes != part->text.at)
        return true;
    return mirth_lay_edit(l, at + hashes, 0, mirth_slice(" ", 1), true);
}

/* "Issue Summary" on a line of its own, where "## Timeline" is a heading: a slip. A bold one may be
 * meant to stand below it. */
static bool is_a_slip(const struct mirth_story *story, const struct mirth_part *part)
{
    static const char main_ones[] =
        "summary|timeline|root-cause|root-cause-and-resolution|corrective";
    return mirth_one_of(mirth_slice_of(main_ones), mirth_slice_of(part->name)) &&
           mirth_is_upper(story->source[story->rows[part->row].text.at]);
}

/* A line that is only read as a heading: it becomes one where it would run into its paragraph, or
 * where the record has no heading of its own that it could be compared to. */
static bool needs_hashes(const struct mirth_layout *l, const struct mirth_part *part, bool headed)
{
    const struct mirth_story *story = l->t->story;
    const struct mirth_row *row = &story->rows[part->row];
    return l->t->options->mirth > 0 && row->block == MIRTH_PARAGRAPH && !row->item && !row->html &&
           mirth_is_flat(story, part) && stands_alone(row, part) &&
           row->text.at + row->text.len <= story->length &&
           story->source[row->text.at + row->text.len - 1] != '\\' &&
           (!headed || mirth_is_crowded(story, part->row) || is_a_slip(story, part));
}

/* "Tasks:" below the heading of the measures, beside "Improvements:", is no section of its own. */
static bool is_subdivision(const struct mirth_story *story, const struct mirth_part *part)
{
    const struct mirth_part *above = NULL;
    for (const struct mirth_part *p = story->parts; p < part; p++)
        if (p->kind == MIRTH_SECTION && story->rows[p->row].block == MIRTH_HEADING)
            above = p;
    return mirth_is(part->name, "actions") && above && mirth_is(above->name, "corrective");
}

/* As many as the record's first section heading has. */
static struct mirth_slice hashes_of(const struct mirth_story *story)
{
    enum { DEEPEST = 4 };
    static const char marks[] = "#### ";
    for (const struct mirth_part *p = story->parts; p < story->parts + story->part_count; p++) {
        const struct mirth_row *row = &story->rows[p->row];
        if (p->kind == MIRTH_SECTION && row->block == MIRTH_HEADING && strcmp(p->name, "other") &&
            row->level > 1 && row->level <= DEEPEST)
            return mirth_slice(&marks[DEEPEST - row->level], row->level + 1U);
    }
    return mirth_slice_of("## ");
}

bool mirth_add_section(struct mirth_layout *l, const struct mirth_part *part)
{
    const struct mirth_row *row = &l->t->story->rows[part->row];
    bool alone = stands_alone(row, part), flat = mirth_is_flat(l->t->story, part) && alone;
    bool first = !mirth_is(part->name, "other") && !mirth_label_tells(l->t->english, part->flat) &&
                 !is_tailed(l, part->name);
    if ((flat && !add_middle_picture(l, part)) || !mend_hashes(l, part))
        return false;
    if (needs_hashes(l, part, l->headed) && !is_subdivision(l->t->story, part) &&
        !mirth_lay_edit(l, row->text.at, 0, hashes_of(l->t->story), true))
        return false;
    if (first && mirth_is_flat(l->t->story, part) && l->t->options->mirth > 2 &&
        !add_tail(l, part, "heading", part->name, NULL))
        return false;
    if (first && !add_heading_emoji(l, part))
        return false;
    if (first && flat && l->t->options->mirth > 2 && !add_opener(l, part))
        return false;
    return !flat || !mirth_is(part->name, "timeline") || add_headed_chart(l, part);
}

/* "Lamp out on the pier" below "Postmortem": a heading above another, or a line of a few words and
 * no stop, that says what the title does not. */
static bool is_subtitle(const struct mirth_story *story, const struct mirth_part *part)
{
    enum { WORDS = 12 };
    const struct mirth_part *next = part + 1, *parts_end = story->parts + story->part_count;
    const struct mirth_row *row = &story->rows[part->row];
    if (next >= parts_end || next->kind != MIRTH_SECTION)
        return false;
    if (part->kind == MIRTH_SECTION)
        return mirth_is(part->name, "other") && row->block == MIRTH_HEADING &&
               story->rows[next->row].block == MIRTH_HEADING &&
               story->rows[next->row].level == row->level;
    return part->kind == MIRTH_PROSE && part->rows < 2 && part->clause_count == 1 &&
           mirth_is_paragraph(story, part) && !part->label.len &&
           mirth_count_words(part->flat) <= WORDS && !mirth_has_stop(part->flat) &&
           !mirth_hands_over(part, part->clauses);
}

/* Where the title ends, with what belongs to it. */
static size_t title_end(const struct mirth_story *story, const struct mirth_part *title)
{
    const struct mirth_part *next = title + 1;
    const bool two = next < story->parts + story->part_count && is_subtitle(story, next);
    const struct mirth_part *last = two ? next : title;
    return mirth_block_end(story, last->text.at + last->text.len);
}

bool mirth_add_title(struct mirth_layout *l, const struct mirth_part *part)
{
    const struct mirth_story *story = l->t->story;
    size_t end = title_end(story, part);
    struct mirth_buffer out = {0};
    bool ok;
    if (l->opened)
        return true;
    if (!mend_hashes(l, part) ||
        (needs_hashes(l, part, mirth_has_headings(story, 1)) &&
         !mirth_lay_edit(l, story->rows[part->row].text.at, 0, mirth_slice_of("# "), true)) ||
        (l->t->options->mirth > 0 && !add_tail(l, part, "title", "any", "title")))
        return false;
    ok = mirth_add_opening(l, end, true);
    if (ok && !mirth_blank_follows(story, end)) {
        mirth_put_char(&out, '\n');
        ok = mirth_lay_block(l, end, &out);
    }
    mirth_buffer_free(&out);
    return ok;
}
