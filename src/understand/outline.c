/* outline.c: from rows to parts: title, sections, fields, events, measures, prose. */
#include "understand/outline.h"

#include <string.h>

#include "understand/sight.h"

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
    return mirth_asks_for(o, s) || mirth_follows_measure(o, s) || mirth_is_one_of_many(o, s) ||
           mirth_is_marked(o, s);
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
    if (o->timeline_level && mirth_take_label_time(s, o))
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

/* ": 40 minutes" under "Duration": a term and its definition, as Pandoc and PHP Markdown have them.
 */
static bool defines(const struct mirth_outline *o, size_t index)
{
    const struct mirth_row *row = &o->story->rows[index];
    struct mirth_slice text = mirth_row_text(o->story, row);
    return index && index < o->story->row_count && !row->first && !row->item &&
           row->block == MIRTH_PARAGRAPH && text.len > 2 && text.at[0] == ':' && text.at[1] == ' ';
}

static bool take_definition(struct mirth_outline *o, const struct mirth_sight *s)
{
    const char *section, *field;
    mirth_names_of(o->english, mirth_row_text(o->story, s->row - 1), &section, &field);
    return mirth_add_part(o, s, MIRTH_FIELD, field ? field : "other", 2) != NULL;
}

static bool take_row(struct mirth_outline *o, struct mirth_sight *s)
{
    bool bare = mirth_is_bare(o, s);
    mirth_leave_field(o, s);
    if (defines(o, s->index))
        return take_definition(o, s);
    if (s->index + 1 < o->story->row_count && defines(o, s->index + 1))
        return true; /* its term */
    if (is_drawing(s))
        return true;
    if (s->row->block == MIRTH_HEADING)
        return mirth_take_heading(o, s);
    if ((!s->item || s->row->ordered) && mirth_count_words(s->text) <= 9 &&
        mirth_is_assignment(o, s->text))
        return (o->assigned = o->title_due = mirth_open_section(o, s, "other"));
    if (mirth_is_entry(o, s) && mirth_says_only_date(o, s))
        return mirth_open_section(o, s, "other");
    if (mirth_is_entry(o, s))
        return mirth_add_entry(o, s);
    if ((s->row->first || s->item) && mirth_take_text_time(s, o))
        return mirth_add_event(o, s);
    if (bare)
        s->label = (struct mirth_label){.name = s->text, .len = s->text.len, .whole = true};
    if ((s->labelled && s->label.whole) || bare)
        return mirth_take_bare_label(o, s);
    if (mirth_is_plain_title(o, s))
        return mirth_add_title_part(o, s);
    if (s->labelled)
        return take_labelled(o, s);
    if (mirth_closes_measures(o, s))
        return mirth_add_prose(o, s);
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

/* "We found it at 9:05: a worn cable.": a sentence that has a colon. */
static bool is_sentence(const struct mirth_outline *o, const struct mirth_label *label)
{
    enum { WORDS = 3 };
    return mirth_count_words(label->name) >= WORDS &&
           mirth_listed(o->english, mirth_token_at(o->english, label->name).word, MIRTH_L_SELF);
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
                 !(s.timed && holds_more(&s)) && !is_sentence(o, &s.label);
    name = s.labelled ? s.label.name : s.text;
    if (s.labelled || s.row->block == MIRTH_HEADING || s.text.len < 60)
        mirth_names_of(o->english, name, &s.section, &s.field);
    s.labelled = s.labelled && !goes_on(o, &s);
    if (s.row->block == MIRTH_HEADING)
        s.label = (struct mirth_label){.name = s.text, .len = s.text.len, .whole = true};
    return s;
}

bool mirth_outline(const struct mirth_english *english, struct mirth_story *story)
{
    struct mirth_outline o = {.english = english, .story = story, .section = ""};
    bool ok;
    mirth_pool_reserve(&story->pool, (void **)&story->parts, &story->part_room, story->row_count,
                       sizeof *story->parts);
    ok = mirth_take_front_matter(&o);
    for (size_t i = 0; i < story->row_count && ok; i++) {
        struct mirth_sight s;
        if (story->rows[i].block == MIRTH_TABLE) {
            ok = mirth_take_table_row(&o, i);
            continue;
        }
        s = look(&o, i, mirth_row_text(story, &story->rows[i]));
        ok = s.text.len == 0 || take_row(&o, &s);
    }
    mirth_promote_title(&o);
    mirth_drop_second_name(&o);
    return ok;
}
