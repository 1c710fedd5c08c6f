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
    bool title_due;           /* the assignment's heading came just before */
    bool recognised;          /* a section other than `other` was seen since the title */
    uint8_t title_level;
};

/* What is known of the row at hand. */
struct sight {
    const struct mirth_row *row;
    size_t index;
    struct mirth_slice text; /* the row's, or what is left of it behind a section's label */
    struct mirth_label label;
    bool labelled, timed;
    bool time_in_label;
    bool item; /* a list item, or a line behind a bullet that Markdown does not know */
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
    size_t at = (size_t)(s->text.at - story->source);
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
        .label = {at, label_len},
        .text = {at + label_len, s->text.len - label_len},
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
    o->recognised |= strcmp(name, "other") != 0;
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
    o->title_due = false;
    o->title_level = s->row->level ? s->row->level : 6;
    o->recognised = false;
    o->section = "";
    o->field = NULL;
    o->timeline_level = 0;
    o->entry_open = false;
    return add_part(o, s, MIRTH_TITLE, "-", mirth_decoration(s->text)) != NULL;
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
        else if (text.at[at] == '<' && at + 1 < text.len && text.at[at + 1] == '/')
            while (at < text.len && text.at[at++] != '>')
                ;
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
    at = s->time_in_label ? s->label.len : with_sublabel(s->text, at);
    part = add_part(o, s, MIRTH_EVENT, "-", at);
    if (!part)
        return false;
    if (s->timed || s->time_in_label) {
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

static bool mentions(const struct outline *o, struct mirth_slice text, int list)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_tokens(o->english, text, tokens);
    for (size_t i = 0; count <= MIRTH_TOKENS && i < count; i++)
        if (mirth_listed_at(o->english, tokens, count, i, list))
            return true;
    return false;
}

/* The assignment's own heading; a single word of that list ("0x19") only where little else is. */
static bool is_assignment(const struct outline *o, struct mirth_slice text)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_tokens(o->english, text, tokens), words = mirth_count_words(text);
    for (size_t i = 0; count <= MIRTH_TOKENS && i < count; i++) {
        size_t len = mirth_listed_at(o->english, tokens, count, i, MIRTH_L_NO_TITLE);
        if (len > 1 || (len && words <= 4))
            return true;
    }
    return false;
}

static bool names_title(const struct outline *o, struct mirth_slice text)
{
    return mentions(o, text, MIRTH_L_TITLE) && !is_assignment(o, text);
}

/* The first heading, unless it is the assignment's; a later one where it names an incident and
 * stands as high as the title before (a second record in the file). */
static bool is_title(const struct outline *o, const struct sight *s)
{
    if (is_assignment(o, s->text))
        return false;
    if (!o->title_seen)
        return !o->section_seen || (names_title(o, s->text) && !o->recognised);
    return names_title(o, s->text) && s->row->level <= o->title_level && o->recognised;
}

static bool take_row(struct outline *o, struct sight *s);
static struct sight look(struct outline *o, size_t index, struct mirth_slice text);

/* What stands behind a label on its line: "Timeline: 10:30 AM: ..." */
static bool take_behind(struct outline *o, const struct sight *s, size_t at)
{
    struct sight rest = look(o, s->index, mirth_trim(mirth_slice(s->text.at + at, s->text.len - at)));
    return !rest.text.len || take_row(o, &rest);
}

/* "Duration: two hours Impact: slow pages": a second field's label in the first one's text. */
static bool split_field(struct outline *o, const struct sight *s, size_t from)
{
    struct mirth_part *part = &o->story->parts[o->story->part_count - 1];
    for (size_t i = from + 4; i + 4 < s->text.len; i++) {
        struct mirth_slice rest = mirth_slice(s->text.at + i, s->text.len - i);
        struct mirth_label label;
        const char *name;
        if (s->text.at[i - 1] != ' ' || !mirth_is_upper(rest.at[0]) ||
            !mirth_label_at(rest, &label) || label.whole || label.marked ||
            mirth_count_words(label.name) > 3)
            continue;
        name = mirth_field_name(o->english, label.name);
        if (!name || !strcmp(name, "none"))
            continue;
        part->text.len = (size_t)(rest.at - s->text.at) - from;
        return take_behind(o, s, i);
    }
    return true;
}

static bool add_field(struct outline *o, const struct sight *s)
{
    struct mirth_part *part = add_part(o, s, MIRTH_FIELD, s->field, s->label.len);
    o->field = s->field;
    o->entry_open = !in_measures(o); /* what is nested under it continues it, tasks excepted */
    o->entry_depth = s->row->depth;
    return part != NULL && split_field(o, s, s->label.len);
}

/* Labels under which the measures stand. */
static bool heads_list(const char *field)
{
    return !strcmp(field, "improvements") || !strcmp(field, "tasks");
}

/* Where a label that names a section and a field as well is the field. */
static bool wants_field(const struct outline *o, const struct sight *s)
{
    static const char *const names[] = {"summary", "timeline", "root-cause-and-resolution",
                                        "corrective"};
    if (o->timeline_level && !mirth_one_of(mirth_slice_of("detection-time|detection-method|"
                                                          "actions-taken|misleading|escalation|"
                                                          "resolution|start|end|impact"),
                                           mirth_slice_of(s->field)))
        return s->item;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcmp(o->section, names[i]) &&
            (strcmp(s->section, names[i]) || heads_list(s->field)))
            return true;
    return s->item;
}

/* An HTML heading with its text behind it on the line: a label, whatever its tag. */
static bool heads_text(const struct outline *o, const struct sight *s)
{
    const struct mirth_row *next = s->row + 1;
    bool same_line = s->index + 1 < o->story->row_count && next->number == s->row->number;
    return s->row->html && s->field && strcmp(s->field, "none") &&
           (same_line || (s->row->level > 2 && s->section && wants_field(o, s)));
}

static bool take_heading(struct outline *o, const struct sight *s)
{
    if (heads_text(o, s))
        return add_field(o, s);
    if (s->section)
        return open_section(o, s, s->section);
    if (s->field)
        return add_field(o, s);
    if (s->timed && o->timeline_level && s->when.minute >= 0)
        return add_event(o, s);
    if (is_title(o, s))
        return add_title(o, s);
    return open_section(o, s, "other");
}


/* A bold line of its own that is no sentence. */
static bool reads_as_heading(const struct sight *s)
{
    char last = s->label.name.at[s->label.name.len - 1];
    return s->label.marked && s->row->first && !s->item && !s->row->depth && !s->row->quoted &&
           mirth_count_words(s->label.name) <= 8 && !strchr("?.!)", last) &&
           mirth_is_upper(s->label.name.at[0]);
}

/* A line that is nothing but a label, or nothing but a name of a section. */
static bool take_bare_label(struct outline *o, const struct sight *s)
{
    bool field = s->field && strcmp(s->field, "none");
    if (o->timeline_level && s->section && !strcmp(s->section, "metadata"))
        return open_section(o, s, "other"); /* "Date: 2023-11-22" above a day's entries */
    if (s->section && !(field && s->labelled && wants_field(o, s)))
        return open_section(o, s, s->section);
    if (field)
        return add_field(o, s);
    if (!s->item && names_title(o, s->text) && (!o->title_seen ? !o->recognised : o->recognised) &&
        s->label.marked)
        return add_title(o, s);
    if (s->item && in_measures(o))
        return add_measure(o, s);
    if (s->item && o->timeline_level)
        return add_event(o, s);
    if (reads_as_heading(s) && o->section_seen && !in_measures(o))
        return open_section(o, s, "other");
    return add_prose(o, s);
}

/* One measure a line, with no bullet: it begins with a verb that asks. */
static bool asks(const struct outline *o, const struct sight *s)
{
    size_t skip = mirth_decoration(s->text);
    struct mirth_token t;
    if (skip >= s->text.len || s->row->quoted)
        return false;
    t = mirth_token_at(o->english, mirth_slice(s->text.at + skip, s->text.len - skip));
    return in_measures(o) && mirth_is_upper(t.text.at[0]) && t.text.len > 2 &&
           mirth_listed(o->english, t.word, MIRTH_L_ACT) && t.text.at[t.text.len - 1] != 'g';
}

static bool take_item(struct outline *o, const struct sight *s)
{
    bool continues = o->entry_open && s->row->depth > o->entry_depth;
    if (!continues && asks(o, s))
        return add_measure(o, s);
    if (continues || !s->item)
        return add_prose(o, s);
    if (in_measures(o))
        return add_measure(o, s);
    return o->timeline_level ? add_event(o, s) : add_prose(o, s);
}

/* "Issue Detection (November 10, 2023, 8:00 PM): ..." */
static bool take_label_time(struct sight *s, const struct outline *o)
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

static bool take_labelled(struct outline *o, struct sight *s)
{
    if (o->timeline_level && take_label_time(s, o))
        return add_event(o, s);
    if (s->field && strcmp(s->field, "none") && (!in_measures(o) || !s->item || heads_list(s->field)))
        return add_field(o, s);
    if (s->section && !s->field && !s->item) {
        struct sight label = *s;
        label.text.len = s->label.len;
        return open_section(o, &label, s->section) && take_behind(o, s, s->label.len);
    }
    if (in_measures(o) && !s->item && (!o->entry_open || s->row->depth <= o->entry_depth) &&
        mirth_count_words(s->label.name) <= 5)
        return add_measure(o, s);
    if (o->timeline_level && !s->item && !o->entry_open)
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

/* "Sunday, May 13th, 2023:" above the entries of that day. */
static bool says_only_date(const struct sight *s)
{
    size_t end = mirth_decoration(s->text) + s->when.len;
    return s->when.minute < 0 && after_time(s->text, end) >= s->text.len;
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
    if (s->item) /* "* how was the issue detected" */
        return s->field && !s->labelled && mirth_count_words(s->text) > 1 && short_line;
    return named && !s->labelled && short_line && mirth_is_upper(first) &&
           !strchr(".,;", s->text.at[s->text.len - 1]) && (s->row->first || !s->timed);
}

/* A title without mark-up: the first short line that names an incident; behind "Postmortem:" or
 * "Title:" also that of a second record. */
static bool is_plain_title(const struct outline *o, const struct sight *s)
{
    bool labelled = s->labelled && !s->label.whole &&
                    (names_title(o, s->label.name) ||
                     mirth_one_of(mirth_slice_of("title"), s->label.name));
    if (s->item || s->text.len > 120 || mirth_count_words(s->text) > 16 || s->field || s->section)
        return false;
    if (o->title_due)
        return names_title(o, s->text);
    if (!s->row->first)
        return false;
    if (o->title_seen || o->recognised)
        return labelled && o->recognised;
    return labelled || (mirth_count_words(s->text) <= 12 && names_title(o, s->text));
}

static bool take_row(struct outline *o, struct sight *s)
{
    bool bare = is_bare(s);
    if (s->row->block == MIRTH_HEADING)
        return take_heading(o, s);
    if (!s->item && mirth_count_words(s->text) <= 9 && is_assignment(o, s->text))
        return (o->title_due = open_section(o, s, "other"));
    if (is_entry(o, s) && says_only_date(s))
        return open_section(o, s, "other");
    if (is_entry(o, s))
        return add_event(o, s);
    if (bare)
        s->label = (struct mirth_label){.name = s->text, .len = s->text.len, .whole = true};
    if ((s->labelled && s->label.whole) || bare)
        return take_bare_label(o, s);
    if (is_plain_title(o, s))
        return add_title(o, s);
    if (s->labelled)
        return take_labelled(o, s);
    if (!asks(o, s) && continue_part(o, s))
        return true;
    return take_item(o, s);
}

static bool has_bullet(struct mirth_slice s)
{
    return s.len > 3 && (!memcmp(s.at, "-> ", 3) || !memcmp(s.at, "\xe2\x80\xa2", 3) ||
                         !memcmp(s.at, "\xe2\x97\x8f", 3) || !memcmp(s.at, "\xe2\x9e", 2));
}

static struct sight look(struct outline *o, size_t index, struct mirth_slice text)
{
    struct sight s = {.row = &o->story->rows[index], .index = index, .text = text};
    size_t skip;
    struct mirth_slice name;
    s.item = s.row->item || has_bullet(text);
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

/* No title was found: the heading that everything stands under is one after all. */
static void promote_title(struct outline *o)
{
    struct mirth_part *first = o->story->part_count ? &o->story->parts[0] : NULL;
    if (!o->title_seen && first && first->kind == MIRTH_SECTION && !strcmp(first->name, "other") &&
        o->story->rows[first->row].block == MIRTH_HEADING) {
        first->kind = MIRTH_TITLE;
        first->name = "-";
    }
}

/* `title: "..."` or `title = "..."` in the front matter. */
static bool take_front_matter(struct outline *o)
{
    struct mirth_slice rest = {o->story->source, o->story->body}, line;
    for (size_t number = 1; mirth_cut(&rest, '\n', &line); number++) {
        struct mirth_row row = {.text = {(size_t)(line.at - o->story->source), line.len},
                                .number = number};
        struct sight s = {.row = &row, .text = line};
        size_t at = 5;
        if (line.len < 8 || !mirth_same_nocase(mirth_slice(line.at, 5), mirth_slice_of("title")))
            continue;
        while (at < line.len && strchr(" :=\"'", line.at[at]))
            at++;
        if (at == 5 || !add_part(o, &s, MIRTH_TITLE, "-", at))
            return at == 5;
        o->story->parts[o->story->part_count - 1].quiet = true;
        break;
    }
    return true;
}

/* A title of the text's own makes the front matter's one superfluous. */
static void drop_second_name(struct outline *o)
{
    struct mirth_story *story = o->story;
    if (!o->title_seen || !story->part_count || !story->parts[0].quiet)
        return;
    story->part_count--;
    memmove(story->parts, story->parts + 1, story->part_count * sizeof *story->parts);
}

bool mirth_outline(const struct mirth_english *english, struct mirth_story *story)
{
    struct outline o = {.english = english, .story = story, .section = ""};
    bool ok = take_front_matter(&o);
    for (size_t i = 0; i < story->row_count && ok; i++) {
        struct sight s;
        if (story->rows[i].block == MIRTH_TABLE) {
            ok = take_table_row(&o, i);
            continue;
        }
        s = look(&o, i, row_text(story, &story->rows[i]));
        ok = s.text.len == 0 || take_row(&o, &s);
    }
    promote_title(&o);
    drop_second_name(&o);
    return ok;
}
