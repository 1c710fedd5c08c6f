/* entries.c: lines of the record: emoji, check boxes, bold times before the text. */
#include "retell/done.h"
#include "retell/box.h"
#include "retell/layout.h"

#include <string.h>

#include "read/rows.h"
#include "understand/digest.h"
#include "understand/labels.h"
#include "understand/understand.h"

/* Where an entry tells that all is well, that is what it is about. */
static const char *calm_emoji(const struct mirth_layout *l, const struct mirth_part *part)
{
    for (size_t k = 0; k < part->clause_count; k++)
        if (mirth_is_milestone(l->t->english_book, "restored", part->clauses[k].frame))
            return mirth_emoji_for(l->t, part->clauses[k].frame);
    return NULL;
}

/* "Status: final" is no news, nor is "shared the link". */
static bool is_quiet(const struct mirth_layout *l, const char *name)
{
    return l->t->options->mirth < 3 && mirth_is_milestone(l->t->english_book, "quiet", name);
}

/* That of the milestone which the plan has at the entry: a check mark at an alarm that recovered by
 * itself would be misinformation. */
static const char *turn_emoji(const struct mirth_layout *l, const struct mirth_part *part)
{
    static const struct {
        const char *moment, *frame;
    } turns[] = {{"first-event", "detected"}, {"false-trail", "suspected"},
                 {"found", "found"},          {"escalated", "escalated"},
                 {"fixed", "fixed"},          {"restored", "restored"}};
    const size_t first = l->t->first_clause[part - l->t->story->parts];
    for (size_t k = 0; k < part->clause_count; k++)
        for (size_t i = 0; i < sizeof turns / sizeof *turns; i++)
            if (mirth_is(l->t->moments[first + k], turns[i].moment))
                return mirth_emoji_for(l->t, turns[i].frame);
    return NULL;
}

static const char *emoji_for(const struct mirth_layout *l, const struct mirth_part *part)
{
    const char *emoji = part->kind == MIRTH_EVENT ? calm_emoji(l, part) : NULL;
    if (part->kind == MIRTH_FIELD)
        return is_quiet(l, part->name) ? NULL : mirth_emoji_for(l->t, part->name);
    if (part->kind != MIRTH_EVENT)
        return NULL;
    if (l->t->options->mirth < 3)
        return turn_emoji(l, part);
    for (size_t k = 0; k < part->clause_count && !emoji; k++) {
        const char *frame = part->clauses[k].frame;
        emoji = frame ? mirth_emoji_for(l->t, frame) : NULL;
    }
    return emoji;
}

/* "Deploy script", with its tasks below it: a heading of a few words, and no task. */
static bool heads_tasks(const struct mirth_story *story, const struct mirth_part *part)
{
    enum { WORDS = 3 };
    const size_t next = part->row + (part->rows ? part->rows : 1);
    return mirth_count_words(part->flat) <= WORDS && next < story->row_count &&
           story->rows[next].item && story->rows[next].depth > story->rows[part->row].depth;
}

/* "Directory: `bakery`": where something is, and nothing to do. */
static bool is_address(const struct mirth_english *e, const struct mirth_part *part)
{
    const struct mirth_token first = mirth_token_at(e, part->flat);
    return part->label.len && (first.kind == MIRTH_T_CODE || first.kind == MIRTH_T_LINK) &&
           first.text.len == part->flat.len;
}

/* A task's check box: ticked where the record marks it as done; an empty one before what it says
 * has been done would say the opposite. */
static const char *check_box(const struct mirth_english *e, const struct mirth_story *story,
                             const struct mirth_part *part)
{
    if (part->kind != MIRTH_MEASURE || heads_tasks(story, part) || is_address(e, part) ||
        !(mirth_is(part->section, "actions") || mirth_is(part->field, "tasks")))
        return "";
    if (mirth_is_marked_done(e, part->flat))
        return "[x] ";
    return mirth_says_done(e, part->flat) ? "" : "[ ] ";
}

/* "Channel: #desk" beside "Severity: low": a label that nobody knows is one of the list. */
static bool is_beside_field(const struct mirth_story *story, const struct mirth_part *part)
{
    const struct mirth_part *end = story->parts + story->part_count, *next = part + 1;
    if (!part->label.len || part->label.at != story->rows[part->row].text.at)
        return false;
    while (next < end && next->kind == MIRTH_PROSE && next->label.len &&
           !story->rows[next->row].first)
        next++;
    return next < end && next->kind == MIRTH_FIELD && !story->rows[next->row].first;
}

bool mirth_gets_bullet(const struct mirth_story *story, const struct mirth_part *part)
{
    const char *s = story->source + story->rows[part->row].text.at;
    return (part->kind != MIRTH_PROSE || is_beside_field(story, part)) && !part->cell &&
           mirth_is_crowded(story, part->row) &&
           ((unsigned char)s[0] >= 0xf0 || (unsigned char)s[0] < 0x80) && !strchr("->:", s[0]);
}

/* "Task list:" above its lines: what stands below it is the list, and it is not of it. */
static bool heads_list(const struct mirth_story *story, const struct mirth_part *part)
{
    return part->kind == MIRTH_FIELD && !part->text.len && part->label.len &&
           part->label.at == story->rows[part->row].text.at;
}

/* Such a label is bold, and a blank line parts it from the list before it. */
static bool add_bold_label(struct mirth_layout *l, const struct mirth_part *part)
{
    const struct mirth_story *story = l->t->story;
    const struct mirth_row *row = &story->rows[part->row];
    const char *s = story->source + part->label.at;
    size_t len = part->label.len;
    while (len && mirth_is_space(s[len - 1]))
        len--;
    if (memchr(s, '*', len) || memchr(s, '_', len) || memchr(s, '`', len))
        return true;
    return (row->first || mirth_lay_edit(l, row->text.at, 0, mirth_slice("\n", 1), true)) &&
           mirth_lay_edit(l, part->label.at, 0, mirth_slice("**", 2), true) &&
           mirth_lay_edit(l, part->label.at + len, 0, mirth_slice("**", 2), true);
}

/* A line that becomes an item needs no hard break before it. */
static bool drop_break(struct mirth_layout *l, const struct mirth_row *row)
{
    const struct mirth_row *before = row - 1;
    size_t end = row->first ? 0 : before->text.at + before->text.len;
    return !end || !before->text.len || l->t->story->source[end - 1] != '\\' ||
           mirth_lay_edit(l, end - 1, 1, mirth_slice("", 0), true);
}

static bool wants_emoji(const struct mirth_options *options)
{
    return options->emoji == MIRTH_EMOJI_FULL || options->emoji == MIRTH_EMOJI_SHORTCODE;
}

/* An emoji of the record's own before the label, behind it ("10:20: <siren> The bell rang"), or
 * before the text. */
static bool is_decorated(const struct mirth_story *story, const struct mirth_part *part, size_t at)
{
    const size_t end = part->text.at + part->text.len;
    if (mirth_decoration(mirth_slice(story->source + at, part->label.len)))
        return true;
    for (size_t i = at; i < end && i <= part->text.at; i++)
        if ((unsigned char)story->source[i] >= 0xe2 &&
            mirth_decoration(mirth_slice(story->source + i, end - i)))
            return true;
    return false;
}

/* Prose straight below lines that became a list: a blank line keeps it out of the last item. */
static bool ends_list(const struct mirth_story *story, const struct mirth_part *part)
{
    const struct mirth_part *before = part - 1;
    return part > story->parts && part->kind == MIRTH_PROSE && !story->rows[part->row].first &&
           before->kind == MIRTH_MEASURE && before->row + before->rows == part->row &&
           mirth_gets_bullet(story, before);
}

/* "Summary: Duration: an hour Impact: 40% of users": each label of a plain line gets its own. */
static bool runs_on(const struct mirth_story *story, const struct mirth_part *part)
{
    const struct mirth_row *row = &story->rows[part->row];
    const size_t start = row->text.at;
    return (part->kind == MIRTH_FIELD || part->kind == MIRTH_EVENT) && !part->cell && !row->item &&
           !row->html && !row->quoted && !row->depth && row->block == MIRTH_PARAGRAPH &&
           part->label.at > start && mirth_is_space(story->source[part->label.at - 1]) &&
           story->source[part->label.at] != '*' && /* bold ones were set on one line */
           !memchr(story->source + start, '|', part->label.at - start);
}

/* "Status: done. Author: Ana": the first of such a line is as much an item as the others; a bare
 * "Summary:" heads them. */
static bool leads_run(const struct mirth_story *story, const struct mirth_part *part)
{
    const struct mirth_part *next = part + 1, *end = story->parts + story->part_count;
    return part->kind == MIRTH_FIELD && part->text.len && part->row < story->row_count &&
           part->label.at == story->rows[part->row].text.at && next < end &&
           next->row == part->row && runs_on(story, next);
}

/* "• Alert received": on lines below each other, dots are a list that Markdown does not know. */
static bool put_bullet_for_dot(struct mirth_layout *l, const struct mirth_part *part)
{
    const struct mirth_story *story = l->t->story;
    const struct mirth_row *row = &story->rows[part->row];
    size_t at = row->text.at;
    if (l->t->options->mirth < 1 || !row->item || row->html || row->depth > 1 ||
        (part > story->parts && part[-1].row == part->row))
        return true;
    while (at && (story->source[at - 1] == ' ' || story->source[at - 1] == '\t'))
        at--;
    if (at < 3 || !mirth_dot(mirth_slice(story->source + at - 3, 4)))
        return true;
    return mirth_lay_edit(l, at - 3, row->text.at - at + 3, mirth_slice("- ", 2), true);
}

/* "10.12:30 PM: ...", below the ninth of a numbered list: only a space is missing, and it is an
 * item. How long its number is; 0: it has none. */
static size_t glued_number(const struct mirth_story *story, const struct mirth_part *part)
{
    const struct mirth_row *row = &story->rows[part->row];
    const char *s = story->source + row->text.at;
    size_t n = 0;
    while (n < row->text.len && mirth_is_digit(s[n]))
        n++;
    if (!n || n == row->text.len || !mirth_is_among(".)", s[n]) || row == story->rows ||
        !row[-1].ordered || part->time.at != s + n + 1)
        return 0;
    return n + 1;
}

/* A check box before a task, an emoji before an entry. */
static bool add_front(struct mirth_layout *l, const struct mirth_part *part)
{
    const struct mirth_story *story = l->t->story;
    const struct mirth_row *row = &story->rows[part->row];
    const char *emoji = emoji_for(l, part);
    bool begins = part->label.at <= row->text.at; /* no other part stands before it on the line */
    size_t at = begins ? row->text.at : part->label.at;
    l->text.len = 0;
    if (l->t->options->mirth > 0 && ends_list(story, part))
        mirth_put_text(&l->text, "\n");
    if (l->t->options->mirth > 0 && runs_on(story, part))
        mirth_put_text(&l->text, "\n- ");
    if (l->t->options->mirth > 0 && leads_run(story, part))
        mirth_put_text(&l->text, "- ");
    if (begins && l->t->options->mirth > 0 && mirth_gets_bullet(story, part)) {
        if (!drop_break(l, row))
            return false;
        if (heads_list(story, part))
            return add_bold_label(l, part);
        at += glued_number(story, part);
        mirth_put_text(&l->text, at > row->text.at ? " " : "- ");
    }
    if (begins && l->t->options->mirth > 0 && l->t->options->forge != MIRTH_FOR_PLAIN &&
        row->item && !row->html && story->source[row->text.at] != '[')
        mirth_put_text(&l->text, check_box(l->t->english, story, part));
    if (emoji && wants_emoji(l->t->options) && !part->cell && row->block == MIRTH_PARAGRAPH &&
        story->source[at] != ':' && !is_decorated(story, part, at)) {
        mirth_put_text(&l->text, emoji);
        mirth_put_char(&l->text, ' ');
    }
    if (mirth_run_in(l->t, part))
        mirth_put_row_label(l->t, mirth_run_in(l->t, part), ":** ", &l->text);
    return mirth_lay_block(l, at, &l->text);
}

/* A time that no mark sets off is set in bold, but in a heading, which is bold already. */
static bool add_bold_time(struct mirth_layout *l, const struct mirth_part *part)
{
    const struct mirth_story *story = l->t->story;
    size_t at, end;
    if (l->t->options->mirth < 1 || !part->time.len || part->cell || story->rows[part->row].html ||
        story->rows[part->row].block == MIRTH_HEADING)
        return true;
    at = (size_t)(part->time.at - story->source);
    end = at + part->time.len;
    if (at >= part->text.at)
        return true; /* of a sentence, whose key it is */
    for (size_t i = part->label.at; i < part->label.at + part->label.len; i++)
        if (strchr("*_`[", story->source[i]))
            return true;
    if (end < story->length && story->source[end] == ':')
        end++;
    return mirth_lay_edit(l, at, 0, mirth_slice("**", 2), true) &&
           mirth_lay_edit(l, end, 0, mirth_slice("**", 2), true);
}

/* Whether nothing but white space stands between there and the end of the source's line. */
static bool ends_line(const struct mirth_story *story, size_t at)
{
    while (at < story->length && (story->source[at] == ' ' || story->source[at] == '\t'))
        at++;
    return at < story->length && (story->source[at] == '\n' || story->source[at] == '\r');
}

static bool begins_with_tag(const struct mirth_story *story, size_t at)
{
    while (at && story->source[at - 1] != '\n' && story->source[at - 1] != '\r')
        at--;
    while (at < story->length && mirth_is_space(story->source[at]))
        at++;
    return at < story->length && story->source[at] == '<';
}

/* Entries on lines of their own inside an HTML block, where a line's end ends nothing. */
static bool wants_break(const struct mirth_story *story, size_t index)
{
    const struct mirth_part *part = &story->parts[index], *next = part + 1;
    const struct mirth_row *row, *below;
    if (index + 1 >= story->part_count || !part->text.len || !next->label.len ||
        next->kind == MIRTH_SECTION || next->kind == MIRTH_PROSE)
        return false;
    row = &story->rows[part->row + (part->rows ? part->rows - 1 : 0)];
    below = &story->rows[next->row];
    return row->html && below->html && below->number == row->number + 1 &&
           !begins_with_tag(story, below->text.at) &&
           ends_line(story, part->text.at + part->text.len) &&
           story->source[part->text.at + part->text.len - 1] != '>';
}

bool mirth_add_line(struct mirth_layout *l, size_t index, int64_t *before)
{
    struct mirth_part *part = &l->t->story->parts[index];
    int64_t gap = -1;
    if (part->minutes >= 0) {
        gap = *before < 0 ? -1 : part->minutes - *before;
        *before = part->minutes;
    }
    if (!put_bullet_for_dot(l, part) || !add_front(l, part) || !add_bold_time(l, part))
        return false;
    if (l->t->options->mirth < 1)
        return true;
    if (part->clause_count && !mirth_lay_text(l, part, l->t->first_clause[index], gap))
        return false;
    if (!mirth_add_scene(l, part))
        return false;
    return !wants_break(l->t->story, index) ||
           mirth_lay_edit(l, part->text.at + part->text.len, 0, mirth_slice_of("<br>"), true);
}
