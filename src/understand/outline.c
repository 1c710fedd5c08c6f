/* outline.c: from rows to parts: title, sections, fields, events, measures, prose. */
#include "understand/outline.h"

#include <string.h>

#include "understand/sight.h"

static struct mirth_slice row_text(const struct mirth_story *story, const struct mirth_row *row)
{
    return mirth_slice(story->source + row->text.at, row->text.len);
}

static bool take_row(struct mirth_outline *o, struct mirth_sight *s);
/* "... nobody looks when the / lamps are out: they hum": a sentence's colon, on its second line. */
static bool goes_on(const struct mirth_outline *o, const struct mirth_sight *s)
{
    return s->labelled && !s->row->first && !s->item && !s->label.marked && !s->section &&
           !s->field && mirth_is_lower(s->label.name.at[0]) && s->index &&
           !mirth_row_ends(o, s->row - 1, ".:");
}

static struct mirth_sight look(struct mirth_outline *o, size_t index, struct mirth_slice text);

/* No line of a record has more labels than these; what comes behind them is read as text. */
enum { LABELS = 12 };

/* What stands behind a label on its line: "Timeline: 10:30 AM: ..." */
bool mirth_take_behind(struct mirth_outline *o, const struct mirth_sight *s, size_t at)
{
    struct mirth_sight rest;
    struct mirth_slice text = mirth_trim(mirth_slice(s->text.at + at, s->text.len - at));
    o->behind = o->behind_row == s->index ? o->behind + 1 : 1;
    o->behind_row = s->index;
    if (!text.len)
        return true;
    rest = look(o, s->index, text);
    return o->behind > LABELS ? mirth_add_prose(o, &rest) : take_row(o, &rest);
}

/* A heading that names no section may be a field of the one it stands in. */
static bool is_deeper(const struct mirth_outline *o, const struct mirth_sight *s)
{
    bool data =
        mirth_one_of(mirth_slice_of("author|date|severity|status"), mirth_slice_of(s->field));
    return o->level ? s->row->level > o->level : !data;
}

/* "Issue Detection (November 10, 2023, 8:00 PM): ..." */
static bool take_label_time(struct mirth_sight *s, const struct mirth_outline *o)
{
    const char *open = memchr(s->label.name.at, '(', s->label.name.len);
    struct mirth_when when;
    if (!open || s->timed)
        return false;
    if (!mirth_when_at(o->english,
                       mirth_slice(open, s->label.name.len - (size_t)(open - s->label.name.at)),
                       &when) ||
        when.minute < 0)
        return false;
    s->when = when;
    s->time_in_label = true;
    return true;
}

/* "### Fix prepared (10:30 - 14:00 UTC)" in a timeline: its words are the label. */
static bool take_timed_heading(struct mirth_outline *o, const struct mirth_sight *s, bool *taken)
{
    struct mirth_sight whole = *s;
    whole.label = (struct mirth_label){.name = s->text, .len = s->text.len, .whole = true};
    *taken = o->timeline_level && s->row->level > o->timeline_level && !s->timed &&
             s->text.at[s->text.len - 1] == ')' && take_label_time(&whole, o);
    return !*taken || mirth_add_event(o, &whole);
}

static bool take_heading(struct mirth_outline *o, const struct mirth_sight *s)
{
    const char *name;
    bool taken;
    if (mirth_heads_text(o, s))
        return mirth_add_field(o, s);
    if (s->section)
        return mirth_open_section(o, s, s->section);
    if (s->field && (s->row->html || is_deeper(o, s)))
        return mirth_add_field(o, s);
    if (s->timed && o->timeline_level && s->when.minute >= 0)
        return mirth_add_event(o, s);
    if (!take_timed_heading(o, s, &taken))
        return false;
    if (taken)
        return true;
    if (mirth_is_title(o, s))
        return mirth_add_title_part(o, s);
    o->assigned |= mirth_is_assignment(o, s->text);
    name = mirth_keeps(o) && s->row->level > o->level ? NULL
                                                      : mirth_section_ending(o->english, s->text);
    return mirth_open_section(o, s, name ? name : "other");
}

/* A bold line of its own that is no sentence. */
static bool reads_as_heading(const struct mirth_sight *s)
{
    char last = s->label.name.at[s->label.name.len - 1];
    return s->label.marked && s->row->first && !s->item && !s->row->depth && !s->row->quoted &&
           mirth_count_words(s->label.name) <= 8 && !strchr("?.!)", last) &&
           mirth_is_upper(s->label.name.at[0]);
}

/* A line that is nothing but a label, or nothing but a name of a section. */
static bool take_bare_label(struct mirth_outline *o, const struct mirth_sight *s)
{
    bool field = s->field && strcmp(s->field, "none");
    if (o->timeline_level && s->section && !strcmp(s->section, "metadata"))
        return mirth_open_section(o, s, "other"); /* "Date: 2023-11-22" above a day's entries */
    if (s->section && !field && s->labelled && s->label.colon && !strcmp(s->section, o->section))
        return mirth_add_other(o, s); /* "Overview:" under "Summary" */
    if (s->section && !(field && s->labelled && mirth_wants_field(o, s)))
        return mirth_open_section(o, s, s->section);
    if (field)
        return mirth_add_field(o, s);
    if (!s->item && mirth_names_title(o, s->text) &&
        (!o->title_seen ? !o->recognised : o->recognised) && s->label.marked)
        return mirth_add_title_part(o, s);
    if (s->item && mirth_in_measures(o))
        return mirth_add_measure(o, s);
    if (s->item && o->timeline_level)
        return mirth_add_event(o, s);
    if (reads_as_heading(s) && s->label.colon &&
        s->row + 1 < o->story->rows + o->story->row_count && !s->row[1].first)
        return mirth_add_other(o, s); /* its text begins on the next line */
    if (reads_as_heading(s) && o->section_seen && !mirth_in_measures(o))
        return mirth_open_section(o, s, "other");
    if (mirth_in_measures(o) && s->label.colon && mirth_count_words(s->label.name) <= 4)
        return mirth_add_other(o, s); /* "Short-term:" */
    return mirth_add_prose(o, s);
}

/* "By Ana Abara, site engineer" under the title. */
static bool is_byline(const struct mirth_outline *o, struct mirth_slice line, size_t *name)
{
    struct mirth_slice rest = line, word;
    if (!mirth_cut(&rest, ' ', &word) || !rest.len ||
        !mirth_lists(o->english, MIRTH_L_AGENT_MARK, word))
        return false;
    *name = (size_t)(rest.at - line.at);
    return (rest.at[0] == '@' || mirth_is_upper(rest.at[0])) && mirth_count_words(line) <= 10 &&
           !memchr(rest.at, '.', rest.len - 1);
}

static bool starts_measure(const struct mirth_outline *o, const struct mirth_sight *s)
{
    return mirth_asks_for(o, s) || mirth_follows_measure(o, s) || mirth_is_one_of_many(o, s);
}

static bool take_item(struct mirth_outline *o, const struct mirth_sight *s)
{
    bool continues = o->entry_open && s->row->depth > o->entry_depth;
    size_t marks = s->item ? mirth_decoration(s->text) : 0, name;
    if (o->title_seen && !o->recognised && s->index < 12 &&
        is_byline(o, mirth_slice(s->text.at + marks, s->text.len - marks), &name))
        return mirth_add_part(o, s, MIRTH_FIELD, "author", marks + name) != NULL;
    if (!continues && starts_measure(o, s))
        return mirth_add_measure(o, s);
    if (continues || !s->item)
        return mirth_add_prose(o, s);
    if (mirth_in_measures(o))
        return mirth_add_measure(o, s);
    return o->timeline_level ? mirth_add_event(o, s) : mirth_add_prose(o, s);
}

static bool take_labelled(struct mirth_outline *o, struct mirth_sight *s)
{
    if (o->timeline_level && take_label_time(s, o))
        return mirth_add_event(o, s);
    if (s->field && strcmp(s->field, "none") &&
        (!mirth_in_measures(o) || !s->item || mirth_heads_list(s->field)))
        return mirth_add_field(o, s);
    if (s->section && !s->field && !s->item) {
        struct mirth_sight label = *s;
        label.text.len = s->label.len;
        return mirth_open_section(o, &label, s->section) && mirth_take_behind(o, s, s->label.len);
    }
    if (mirth_in_measures(o) && !s->item && (!o->entry_open || s->row->depth <= o->entry_depth) &&
        mirth_count_words(s->label.name) <= 5)
        return mirth_add_measure(o, s);
    if (o->timeline_level && !s->item && !o->entry_open)
        return mirth_add_event(o, s);
    if (!o->timeline_level && !mirth_in_measures(o) && mirth_is_other_field(o, s))
        return mirth_add_other(o, s);
    return take_item(o, s);
}

static bool says_only_when(const struct mirth_sight *s)
{
    return mirth_after_time(s->text, mirth_decoration(s->text) + s->when.len) >= s->text.len;
}

/* "Sunday, May 13th, 2023:" above the entries of that day; with a list of its own that tells no
 * times it is an entry itself. */
static bool says_only_date(const struct mirth_outline *o, const struct mirth_sight *s)
{
    const struct mirth_row *next = s->row + 1;
    struct mirth_when when;
    if (s->when.minute >= 0 || s->when.broken || !says_only_when(s))
        return false;
    return !s->item || s->index + 1 == o->story->row_count ||
           (next->first && next->depth <= s->row->depth) ||
           mirth_when_at(o->english, row_text(o->story, next), &when);
}

/* A time alone on its line is what the label above it asked for. */
static bool answers(const struct mirth_outline *o, const struct mirth_sight *s)
{
    const struct mirth_part *before = mirth_last_part(o);
    return before && before->kind == MIRTH_FIELD && !before->text.len && says_only_when(s) &&
           mirth_one_of(mirth_slice_of("detection-time|start|end|duration"),
                        mirth_slice_of(before->name));
}

/* No time in the middle of a sentence that was wrapped. */
static bool begins_line(const struct mirth_outline *o, const struct mirth_sight *s)
{
    const struct mirth_part *before = mirth_last_part(o);
    return s->row->first || s->item || !before || before->kind == MIRTH_EVENT;
}

static bool is_entry(const struct mirth_outline *o, const struct mirth_sight *s)
{
    if (!s->timed || s->row->block == MIRTH_HEADING || answers(o, s))
        return false;
    if (o->timeline_level)
        return s->when.minute >= 0 || s->when.day || s->when.broken;
    return (!o->section_seen || !strcmp(o->section, "other")) && s->when.minute >= 0 &&
           begins_line(o, s) && s->when.len + mirth_decoration(s->text) < s->text.len;
}

/* The rest of a paragraph belongs to what it began with. */
static bool is_continued(const struct mirth_outline *o, const struct mirth_sight *s)
{
    const struct mirth_part *part = mirth_last_part(o);
    return !s->row->first && part && part->row + part->rows == s->index &&
           part->kind != MIRTH_SECTION && part->kind != MIRTH_TITLE && !part->quiet;
}

static bool continue_part(struct mirth_outline *o, const struct mirth_sight *s)
{
    struct mirth_part *part = mirth_last_part(o);
    if (!part->text.len)
        part->text.at = s->row->text.at;
    part->text.len = s->row->text.at + s->row->text.len - part->text.at;
    part->text.len -= s->text.at[s->text.len - 1] == '\\'; /* a hard break's */
    part->rows++;
    return part->kind != MIRTH_FIELD || mirth_split_field(o, s, 0);
}

/* "1. Timeline" with a list of its own under it. */
static bool heads_items(const struct mirth_outline *o, const struct mirth_sight *s)
{
    const struct mirth_row *next = s->row + 1;
    return s->section && s->row->ordered && s->row->depth == 1 && !s->labelled &&
           s->index + 1 < o->story->row_count && next->first && next->depth > 1;
}

/* A line that says nothing but a section's or field's name, capital first, wherever it stands. */
static bool is_bare(const struct mirth_outline *o, const struct mirth_sight *s)
{
    char first =
        s->text.at[mirth_decoration(s->text) < s->text.len ? mirth_decoration(s->text) : 0];
    bool named = s->section || (s->field && strcmp(s->field, "none"));
    bool short_line = s->text.len < 60 && mirth_count_words(s->text) <= 8;
    if (s->item && heads_items(o, s))
        return short_line;
    if (s->item) /* "* how was the issue detected" */
        return s->field && !s->labelled && mirth_count_words(s->text) > 1 && short_line;
    return named && !s->labelled && short_line && mirth_is_upper(first) &&
           !strchr(".,;", s->text.at[s->text.len - 1]) && (s->row->first || !s->timed);
}

/* A line of a picture made of characters: nothing but strokes and arrows, or a box around words. */
static bool is_drawing(const struct mirth_sight *s)
{
    struct mirth_slice t = mirth_trim(s->text);
    size_t i = 0;
    if (s->row->block != MIRTH_PARAGRAPH || s->item)
        return false;
    while (i < t.len && strchr("|+-=_/\\^<>v ", t.at[i]))
        i++;
    return (i == t.len && !s->row->first) || (t.at[0] == '|' && memchr(t.at + 1, '|', t.len - 1));
}

static bool take_row(struct mirth_outline *o, struct mirth_sight *s)
{
    bool bare = is_bare(o, s);
    if (is_drawing(s))
        return true;
    if (s->row->block == MIRTH_HEADING)
        return take_heading(o, s);
    if ((!s->item || s->row->ordered) && mirth_count_words(s->text) <= 9 &&
        mirth_is_assignment(o, s->text))
        return (o->assigned = o->title_due = mirth_open_section(o, s, "other"));
    if (is_entry(o, s) && says_only_date(o, s))
        return mirth_open_section(o, s, "other");
    if (is_entry(o, s))
        return mirth_add_entry(o, s);
    if (bare)
        s->label = (struct mirth_label){.name = s->text, .len = s->text.len, .whole = true};
    if ((s->labelled && s->label.whole) || bare)
        return take_bare_label(o, s);
    if (mirth_is_plain_title(o, s))
        return mirth_add_title_part(o, s);
    if (s->labelled)
        return take_labelled(o, s);
    if (!starts_measure(o, s) && is_continued(o, s))
        return continue_part(o, s);
    return take_item(o, s);
}

static bool has_bullet(struct mirth_slice s)
{
    return s.len > 3 && (!memcmp(s.at, "-> ", 3) || !memcmp(s.at, "\xe2\x80\xa2", 3) ||
                         !memcmp(s.at, "\xe2\x97\x8f", 3) || !memcmp(s.at, "\xe2\x9e", 2));
}

/* "9:05 AM End time: ...": a time, and the label of something else. */
static bool holds_more(const struct mirth_sight *s)
{
    return !s->label.marked && !s->label.whole && s->label.name.at == s->when.text.at &&
           s->label.name.len > s->when.text.len + 3;
}

static struct mirth_sight look(struct mirth_outline *o, size_t index, struct mirth_slice text)
{
    struct mirth_sight s = {.row = &o->story->rows[index], .index = index, .text = text};
    size_t skip;
    struct mirth_slice name;
    s.item = s.row->item || has_bullet(text);
    skip = mirth_decoration(s.text);
    s.timed = mirth_when_at(o->english, mirth_slice(s.text.at + skip, s.text.len - skip), &s.when);
    s.labelled = s.row->block != MIRTH_HEADING && mirth_label_at(s.text, &s.label) &&
                 !(s.timed && holds_more(&s));
    name = s.labelled ? s.label.name : s.text;
    if (s.labelled || s.row->block == MIRTH_HEADING || s.text.len < 60) {
        s.section = mirth_section_name(o->english, name);
        s.field = mirth_field_name(o->english, name);
    }
    s.labelled = s.labelled && !goes_on(o, &s);
    if (s.row->block == MIRTH_HEADING)
        s.label = (struct mirth_label){.name = s.text, .len = s.text.len, .whole = true};
    return s;
}

bool mirth_outline(const struct mirth_english *english, struct mirth_story *story)
{
    struct mirth_outline o = {.english = english, .story = story, .section = ""};
    bool ok = mirth_take_front_matter(&o);
    for (size_t i = 0; i < story->row_count && ok; i++) {
        struct mirth_sight s;
        if (story->rows[i].block == MIRTH_TABLE) {
            ok = mirth_take_table_row(&o, i);
            continue;
        }
        s = look(&o, i, row_text(story, &story->rows[i]));
        ok = s.text.len == 0 || take_row(&o, &s);
    }
    mirth_promote_title(&o);
    mirth_drop_second_name(&o);
    return ok;
}
