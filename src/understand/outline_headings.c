/* outline_headings.c: headings, and lines that are nothing but a label or a name. */
#include "understand/sight.h"

#include <string.h>

/* A heading that names no section may be a field of the one it stands in. */
static bool is_deeper(const struct mirth_outline *o, const struct mirth_sight *s)
{
    bool data =
        mirth_one_of(mirth_slice_of("author|date|severity|status"), mirth_slice_of(s->field));
    return o->level ? s->row->level > o->level : !data;
}

/* "### Fix prepared (10:30 - 14:00 UTC)" in a timeline: its words are the label. */
static bool take_timed_heading(struct mirth_outline *o, const struct mirth_sight *s, bool *taken)
{
    struct mirth_sight whole = *s;
    whole.label = (struct mirth_label){.name = s->text, .len = s->text.len, .whole = true};
    *taken = o->timeline_level && s->row->level > o->timeline_level && !s->timed &&
             s->text.at[s->text.len - 1] == ')' && mirth_take_label_time(&whole, o);
    return !*taken || mirth_add_event(o, &whole);
}

bool mirth_take_heading(struct mirth_outline *o, const struct mirth_sight *s)
{
    const char *name;
    bool taken;
    if (mirth_heads_text(o, s))
        return mirth_add_field(o, s);
    if (s->section && mirth_crowns(o, s))
        return mirth_add_title_part(o, s);
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
bool mirth_take_bare_label(struct mirth_outline *o, const struct mirth_sight *s)
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

/* "1. Timeline" with a list of its own under it, or alone between paragraphs: no table of contents.
 */
static bool heads_items(const struct mirth_outline *o, const struct mirth_sight *s)
{
    const struct mirth_row *next = s->row + 1, *before = s->index ? s->row - 1 : NULL;
    if (!s->section || !s->row->ordered || s->row->depth != 1 || s->labelled ||
        s->index + 1 >= o->story->row_count || !next->first)
        return false;
    return next->depth > 1 || (!next->depth && !(before && before->depth));
}

/* A line that says nothing but a section's or field's name, capital first, wherever it stands. */
bool mirth_is_bare(const struct mirth_outline *o, const struct mirth_sight *s)
{
    char first =
        s->text.at[mirth_decoration(s->text) < s->text.len ? mirth_decoration(s->text) : 0];
    bool named = s->section || (s->field && strcmp(s->field, "none"));
    bool short_line = s->text.len < 60 && mirth_count_words(s->text) <= 8;
    if (s->item && heads_items(o, s))
        return short_line;
    if (s->item) /* "* how was the issue detected"; "* Cause", over a list of its own */
        return s->field && !s->labelled && short_line &&
               (mirth_count_words(s->text) > 1 || mirth_is_over_items(o, s));
    return named && !s->labelled && short_line && mirth_is_upper(first) &&
           !strchr(".,;", s->text.at[s->text.len - 1]) && (s->row->first || !s->timed);
}
