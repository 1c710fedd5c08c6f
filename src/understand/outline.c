/* outline.c: from rows to parts: title, sections, fields, events, measures, prose. */
#include "understand/outline.h"

#include <string.h>

#include "understand/clock.h"
#include "understand/labels.h"

struct outline {
    const struct mirth_english *english;
    struct mirth_story *story;
    const char *section;      /* canonical, "" before the first */
    const char *field;        /* the label that governs what follows, or NULL */
    size_t timeline_level;    /* heading level of the timeline; 0: not in it */
    size_t entry_depth;       /* list depth of the last event or measure */
    bool entry_open;          /* deeper items continue that entry */
    bool title_seen, section_seen;
};

/* What is known of the row at hand. */
struct sight {
    const struct mirth_row *row;
    size_t index;
    struct mirth_slice text;
    struct mirth_label label;
    bool labelled, timed;
    struct mirth_when when;
    const char *section, *field; /* what its label or its whole text names, or NULL */
};

static struct mirth_slice row_text(const struct mirth_story *story, const struct mirth_row *row)
{
    return mirth_slice(story->source + row->text.at, row->text.len);
}

static bool in_measures(const struct outline *o)
{
    static const char *const names[] = {"corrective", "actions", "lessons", "went-well",
                                        "went-wrong", "lucky"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcmp(o->section, names[i]))
            return true;
    return o->field && (!strcmp(o->field, "improvements") || !strcmp(o->field, "tasks"));
}

static struct mirth_part *add_part(struct outline *o, const struct sight *s, enum mirth_kind kind,
                                   const char *name, size_t label_len)
{
    struct mirth_story *story = o->story;
    struct mirth_part *part;
    if (!mirth_pool_grow(&story->pool, (void **)&story->parts, story->part_count,
                         &story->part_room, sizeof *story->parts))
        return NULL;
    part = &story->parts[story->part_count++];
    *part = (struct mirth_part){
        .kind = kind,
        .name = name,
        .line = s->row->number,
        .row = s->index,
        .rows = 1,
        .label = {s->row->text.at, label_len},
        .text = {s->row->text.at + label_len, s->row->text.len - label_len},
        .section = o->section,
        .minutes = -1,
    };
    part->field = kind == MIRTH_FIELD ? name : o->field;
    return part;
}

static bool open_section(struct outline *o, const struct sight *s, const char *name)
{
    size_t level = s->row->level ? s->row->level : 7;
    struct mirth_part *part;
    bool inside = o->timeline_level && level > o->timeline_level && !strcmp(name, "other");
    o->field = NULL;
    o->entry_open = false;
    o->section_seen = true;
    if (!inside) {
        o->section = name;
        o->timeline_level = strcmp(name, "timeline") ? 0 : level;
    }
    part = add_part(o, s, MIRTH_SECTION, name, mirth_decoration(s->text));
    return part != NULL;
}

static bool add_title(struct outline *o, const struct sight *s)
{
    o->title_seen = true;
    return add_part(o, s, MIRTH_TITLE, "-", mirth_decoration(s->text)) != NULL;
}

static bool add_field(struct outline *o, const struct sight *s)
{
    struct mirth_part *part = add_part(o, s, MIRTH_FIELD, s->field, s->label.len);
    o->field = s->field;
    o->entry_open = false;
    o->entry_depth = s->row->depth;
    return part != NULL;
}

/* After the time: a colon, a dash, closing marks, space. */
static size_t after_time(struct mirth_slice text, size_t at)
{
    while (at < text.len) {
        if (strchr(":*_`)]-|, \t", text.at[at]))
            at++;
        else if (at + 2 < text.len && text.at[at] == '\xe2' && text.at[at + 1] == '\x80' &&
                 (text.at[at + 2] == '\x93' || text.at[at + 2] == '\x94'))
            at += 3;
        else
            break;
    }
    return at;
}

/* The marks that open after the time belong to the text: "10:00 - **Alert:** ..." */
static size_t before_marks(struct mirth_slice text, size_t time_end, size_t at)
{
    size_t open = 0, i = at;
    while (i > time_end && (text.at[i - 1] == '*' || text.at[i - 1] == '_' || text.at[i - 1] == '`'))
        i--;
    open = i > time_end && mirth_is_space(text.at[i - 1]) && i < at;
    return open ? i : at;
}

/* "Misleading path: ..." behind a time is a label too. */
static size_t with_sublabel(struct mirth_slice text, size_t at)
{
    struct mirth_label label;
    struct mirth_slice rest = mirth_slice(text.at + at, text.len - at);
    if (mirth_label_at(rest, &label) && !label.whole && mirth_count_words(label.name) <= 4)
        return at + label.len;
    return at + mirth_decoration(rest);
}

static bool add_event(struct outline *o, const struct sight *s)
{
    size_t at = 0;
    struct mirth_part *part;
    if (s->timed) {
        size_t skip = mirth_decoration(s->text);
        at = before_marks(s->text, skip + s->when.len,
                          after_time(s->text, skip + s->when.len));
    }
    at = with_sublabel(s->text, at);
    part = add_part(o, s, MIRTH_EVENT, "-", at);
    if (!part)
        return false;
    if (s->timed) {
        part->time = s->when.text;
        part->name = mirth_pool_copy(&o->story->pool, s->when.text.at, s->when.text.len);
        part->when.year = s->when.year;
        part->when.month = s->when.month;
        part->when.day = s->when.day;
        part->when.minute = s->when.minute;
    }
    o->entry_depth = s->row->depth;
    o->entry_open = true;
    return part->name != NULL;
}

static bool add_measure(struct outline *o, const struct sight *s)
{
    size_t at = s->labelled ? s->label.len : mirth_decoration(s->text);
    o->entry_depth = s->row->depth;
    o->entry_open = true;
    return add_part(o, s, MIRTH_MEASURE, "-", at) != NULL;
}

static bool add_prose(struct outline *o, const struct sight *s)
{
    size_t at = s->labelled && !s->label.whole ? s->label.len : mirth_decoration(s->text);
    return add_part(o, s, MIRTH_PROSE, "-", at) != NULL;
}

static bool take_heading(struct outline *o, const struct sight *s)
{
    if (s->section)
        return open_section(o, s, s->section);
    if (s->field)
        return add_field(o, s);
    if (s->timed && o->timeline_level && s->when.minute >= 0)
        return add_event(o, s);
    if (!o->title_seen && !o->section_seen)
        return add_title(o, s);
    return open_section(o, s, "other");
}

static bool names_title(const struct outline *o, struct mirth_slice text)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_tokens(o->english, text, tokens);
    for (size_t i = 0; count <= MIRTH_TOKENS && i < count; i++)
        if (mirth_listed_at(o->english, tokens, count, i, MIRTH_L_TITLE))
            return true;
    return false;
}

/* A line that is nothing but a label, or nothing but a name of a section. */
static bool take_bare_label(struct outline *o, const struct sight *s)
{
    bool both = s->section && s->field;
    bool summary = !strcmp(o->section, "summary") || o->timeline_level;
    if (s->section && (!both || (!s->row->item && !summary)))
        return open_section(o, s, s->section);
    if (s->field && strcmp(s->field, "none"))
        return add_field(o, s);
    if (!o->title_seen && !o->section_seen && !s->row->item && names_title(o, s->text))
        return add_title(o, s);
    if (s->row->item && in_measures(o))
        return add_measure(o, s);
    if (s->row->item && o->timeline_level)
        return add_event(o, s);
    if (s->label.marked && s->row->first && !s->row->item && o->section_seen && !in_measures(o))
        return open_section(o, s, "other");
    return add_prose(o, s);
}

static bool take_item(struct outline *o, const struct sight *s)
{
    bool continues = o->entry_open && s->row->depth > o->entry_depth;
    if (continues || !s->row->item)
        return add_prose(o, s);
    if (in_measures(o))
        return add_measure(o, s);
    return o->timeline_level ? add_event(o, s) : add_prose(o, s);
}

static bool take_labelled(struct outline *o, const struct sight *s)
{
    if (s->field && strcmp(s->field, "none") && !(in_measures(o) && s->row->item))
        return add_field(o, s);
    if (s->section && !s->field && !s->row->item)
        return open_section(o, s, s->section);
    if (o->timeline_level && !s->row->item && !o->entry_open)
        return add_event(o, s);
    return take_item(o, s);
}

static bool is_entry(const struct outline *o, const struct sight *s)
{
    if (!s->timed || s->row->block == MIRTH_HEADING)
        return false;
    if (o->timeline_level)
        return s->when.minute >= 0 || s->when.day;
    return (!o->section_seen || !strcmp(o->section, "other")) && s->when.minute >= 0 &&
           s->when.len + mirth_decoration(s->text) < s->text.len;
}

/* The rest of a paragraph belongs to what it began with. */
static bool continue_part(struct outline *o, const struct sight *s)
{
    struct mirth_part *part;
    if (s->row->first || !o->story->part_count)
        return false;
    part = &o->story->parts[o->story->part_count - 1];
    if (part->row + part->rows != s->index || part->kind == MIRTH_SECTION ||
        part->kind == MIRTH_TITLE)
        return false;
    if (!part->text.len)
        part->text.at = s->row->text.at;
    part->text.len = s->row->text.at + s->row->text.len - part->text.at;
    part->rows++;
    return true;
}

/* A line that says nothing but a section's or field's name, capital first, wherever it stands. */
static bool is_bare(const struct sight *s)
{
    char first = s->text.at[mirth_decoration(s->text) < s->text.len ? mirth_decoration(s->text) : 0];
    bool named = s->section || (s->field && strcmp(s->field, "none"));
    bool short_line = s->text.len < 60 && mirth_count_words(s->text) <= 8;
    return named && !s->labelled && !s->row->item && short_line && mirth_is_upper(first) &&
           !strchr(".,;", s->text.at[s->text.len - 1]) && (s->row->first || !s->timed);
}

static bool take_row(struct outline *o, struct sight *s)
{
    bool bare = is_bare(s);
    if (s->row->block == MIRTH_HEADING)
        return take_heading(o, s);
    if (is_entry(o, s))
        return add_event(o, s);
    if (bare)
        s->label = (struct mirth_label){.name = s->text, .len = s->text.len, .whole = true};
    if ((s->labelled && s->label.whole) || bare)
        return take_bare_label(o, s);
    if (s->labelled)
        return take_labelled(o, s);
    if (continue_part(o, s))
        return true;
    if (!o->title_seen && !o->section_seen && !o->story->part_count && s->text.len < 100 &&
        names_title(o, s->text) && s->text.at[s->text.len - 1] != '.')
        return add_title(o, s);
    return take_item(o, s);
}

static struct sight look(struct outline *o, size_t index)
{
    struct sight s = {.row = &o->story->rows[index], .index = index};
    size_t skip;
    struct mirth_slice name;
    s.text = row_text(o->story, s.row);
    skip = mirth_decoration(s.text);
    s.timed = mirth_when_at(o->english, mirth_slice(s.text.at + skip, s.text.len - skip), &s.when);
    s.labelled = s.row->block != MIRTH_HEADING && mirth_label_at(s.text, &s.label);
    name = s.labelled ? s.label.name : s.text;
    if (s.labelled || s.row->block == MIRTH_HEADING || s.text.len < 60) {
        s.section = mirth_section_name(o->english, name);
        s.field = mirth_field_name(o->english, name);
    }
    if (s.row->block == MIRTH_HEADING)
        s.label = (struct mirth_label){.name = s.text, .len = s.text.len, .whole = true};
    return s;
}

/* A timeline's table: the first cell that is a time, and the longest of the others. */
static bool take_table_row(struct outline *o, size_t index)
{
    struct sight s = {.row = &o->story->rows[index], .index = index};
    struct mirth_slice rest = row_text(o->story, s.row), cell, longest = {0};
    struct mirth_part *part;
    s.text = rest;
    if (!o->timeline_level)
        return true;
    while (mirth_cut(&rest, '|', &cell)) {
        if (!s.timed && cell.len)
            s.timed = mirth_when_at(o->english, cell, &s.when);
        else if (cell.len > longest.len)
            longest = cell;
    }
    if (!s.timed || !longest.len)
        return true;
    part = add_part(o, &s, MIRTH_EVENT, "-", (size_t)(longest.at - s.text.at));
    if (!part)
        return false;
    part->text.len = longest.len;
    part->time = s.when.text;
    part->cell = true;
    part->when.minute = s.when.minute;
    part->name = mirth_pool_copy(&o->story->pool, s.when.text.at, s.when.text.len);
    return part->name != NULL;
}

bool mirth_outline(const struct mirth_english *english, struct mirth_story *story)
{
    struct outline o = {.english = english, .story = story, .section = ""};
    bool ok = true;
    for (size_t i = 0; i < story->row_count && ok; i++) {
        struct sight s;
        if (story->rows[i].block == MIRTH_TABLE) {
            ok = take_table_row(&o, i);
            continue;
        }
        s = look(&o, i);
        ok = s.text.len == 0 || take_row(&o, &s);
    }
    return ok;
}
