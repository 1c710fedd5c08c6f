/* outline_parts.c: a row becomes a part: its label, its time, its text. */
#include "understand/sight.h"

#include <string.h>

bool mirth_row_ends(const struct mirth_outline *o, const struct mirth_row *row, const char *marks)
{
    return row->text.len && strchr(marks, o->story->source[row->text.at + row->text.len - 1]);
}

struct mirth_part *mirth_add_part(struct mirth_outline *o, const struct mirth_sight *s,
                                  enum mirth_kind kind, const char *name, size_t label_len)
{
    struct mirth_story *story = o->story;
    size_t at = (size_t)(s->text.at - story->source);
    struct mirth_part *part;
    if (!mirth_pool_grow(&story->pool, (void **)&story->parts, story->part_count, &story->part_room,
                         sizeof *story->parts))
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
    if (part->text.len > 1 && s->text.at[s->text.len - 1] == '\\') /* a hard break's */
        part->text.len--;
    return part;
}

bool mirth_keeps(const struct mirth_outline *o)
{
    return o->timeline_level || mirth_in_measures(o) ||
           mirth_one_of(mirth_slice_of("root-cause|resolution|impact|supporting"),
                        mirth_slice_of(o->section));
}

bool mirth_open_section(struct mirth_outline *o, const struct mirth_sight *s, const char *name)
{
    size_t level = s->row->level ? s->row->level : 7;
    struct mirth_part *part;
    bool inside = mirth_keeps(o) && level > o->level && !strcmp(name, "other");
    o->field = NULL;
    o->entry_open = false;
    o->section_seen = true;
    o->recognised |= strcmp(name, "other") != 0;
    if (!inside) {
        o->section = name;
        o->level = level;
        o->timeline_level = strcmp(name, "timeline") ? 0 : level;
        o->improves = false;
        o->quoted = s->row->quoted;
    }
    part = mirth_add_part(o, s, MIRTH_SECTION, name, mirth_decoration(s->text));
    return part != NULL;
}

/* What stood before the first title was an assignment's: it only names what a record has. */
static void disown(struct mirth_outline *o)
{
    struct mirth_story *story = o->story;
    for (size_t i = 0; i < story->part_count; i++)
        if (story->parts[i].kind == MIRTH_EVENT && story->parts[i].time.len)
            return; /* a record after all, with no title of its own */
    for (size_t i = 0; i < story->part_count; i++) {
        struct mirth_part *part = &story->parts[i];
        if (part->quiet || (part->kind == MIRTH_FIELD && !strcmp(part->name, "author")))
            continue;
        part->kind = part->kind == MIRTH_SECTION && !story->rows[part->row].item ? MIRTH_SECTION
                                                                                 : MIRTH_PROSE;
        part->name = part->kind == MIRTH_SECTION ? "other" : "-";
        part->section = "other";
        part->field = NULL;
    }
}

bool mirth_add_title_part(struct mirth_outline *o, const struct mirth_sight *s)
{
    if (!o->title_seen && o->assigned)
        disown(o);
    o->title_seen = true;
    o->title_due = false;
    o->title_level = s->row->level ? s->row->level : 6;
    o->recognised = false;
    o->section = "";
    o->field = NULL;
    o->timeline_level = 0;
    o->entry_open = false;
    return mirth_add_part(o, s, MIRTH_TITLE, "-", mirth_decoration(s->text)) != NULL;
}

/* After the time: a colon, a dash, closing marks, space. */
size_t mirth_after_time(struct mirth_slice text, size_t at)
{
    while (at < text.len) {
        if (mirth_is_among(":*_`)]-|, \t", text.at[at]))
            at++;
        else if (text.at[at] == '.' && at + 1 < text.len && mirth_is_among(" *_", text.at[at + 1]))
            at++; /* "**9:05**. The relay" */
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
    while (i > time_end &&
           (text.at[i - 1] == '*' || text.at[i - 1] == '_' || text.at[i - 1] == '`'))
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

bool mirth_set_time(struct mirth_outline *o, struct mirth_part *part, const struct mirth_when *when)
{
    part->time = when->text;
    part->name = mirth_pool_copy(&o->story->pool, when->text.at, when->text.len);
    part->when.year = when->year;
    part->when.month = when->month;
    part->when.day = when->day;
    part->when.minute = when->minute;
    part->when.broken = when->broken;
    return part->name != NULL;
}

bool mirth_add_event(struct mirth_outline *o, const struct mirth_sight *s)
{
    size_t at = 0;
    struct mirth_part *part;
    if (s->timed) {
        size_t skip = mirth_decoration(s->text);
        at = before_marks(s->text, skip + s->when.len,
                          mirth_after_time(s->text, skip + s->when.len));
    }
    if (s->time_in_text)
        at = mirth_decoration(s->text);
    else
        at = s->time_in_label ? s->label.len : with_sublabel(s->text, at);
    part = mirth_add_part(o, s, MIRTH_EVENT, "-", at);
    if (!part)
        return false;
    if (s->timed || s->time_in_label || s->time_in_text)
        mirth_set_time(o, part, &s->when);
    o->entry_depth = s->row->depth;
    o->entry_open = true;
    return part->name != NULL;
}

bool mirth_add_prose(struct mirth_outline *o, const struct mirth_sight *s)
{
    size_t at = s->labelled && !s->label.whole ? s->label.len : mirth_decoration(s->text);
    return mirth_add_part(o, s, MIRTH_PROSE, "-", at) != NULL;
}

/* The part's text ends in front of what begins at `next`; the space between is nobody's. */
void mirth_end_before(const struct mirth_outline *o, struct mirth_part *part, const char *next)
{
    const char *from = o->story->source + part->text.at;
    while (next > from && mirth_is_space(next[-1]))
        next--;
    part->text.len = (size_t)(next - from);
}
