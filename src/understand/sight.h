/* sight.h: the outline on its way: where it stands in the record, and what it sees in a row. */
#ifndef MIRTH_SIGHT_H
#define MIRTH_SIGHT_H

#include "story.h"
#include "understand/clock.h"
#include "understand/labels.h"

struct mirth_outline {
    const struct mirth_english *english;
    struct mirth_story *story;
    const char *section;       /* canonical, "" before the first */
    const char *field;         /* the label that governs what follows, or NULL */
    size_t level;              /* of the section's heading */
    size_t timeline_level;     /* the same, of the timeline; 0: not in it */
    size_t entry_depth;        /* list depth of the last event or measure */
    bool entry_open;           /* deeper items continue that entry */
    size_t behind, behind_row; /* how many labels the row had before what is looked at */
    bool title_seen, section_seen;
    bool improves;   /* broad improvements were named in this section: what else is a task */
    bool quoted;     /* the section's heading stands in a quotation */
    bool assigned;   /* an assignment's heading was seen */
    bool title_due;  /* the assignment's heading came just before */
    bool recognised; /* a section other than `other` was seen since the title */
    uint8_t title_level;
};

/* What is known of the row at hand. */
struct mirth_sight {
    const struct mirth_row *row;
    size_t index;
    struct mirth_slice text; /* the row's, or what is left of it behind a section's label */
    struct mirth_label label;
    bool labelled, timed;
    bool time_in_label;
    bool time_in_text; /* "At 9:05 AM, the lamp ..." in a timeline: the time is of the sentence */
    bool item;         /* a list item, or a line behind a bullet that Markdown does not know */
    struct mirth_when when;
    const char *section, *field; /* what its label or its whole text names, or NULL */
};

static inline struct mirth_slice mirth_row_text(const struct mirth_story *story,
                                                const struct mirth_row *row)
{
    return mirth_slice(story->source + row->text.at, row->text.len);
}

/* The part that was found last, or NULL. */
static inline struct mirth_part *mirth_last_part(const struct mirth_outline *o)
{
    return o->story->part_count ? &o->story->parts[o->story->part_count - 1] : NULL;
}

/* ---- outline_parts.c: a part of each kind ---- */

/* Whether the row's last character is one of the marks. */
bool mirth_row_ends(const struct mirth_outline *o, const struct mirth_row *row, const char *marks);

struct mirth_part *mirth_add_part(struct mirth_outline *o, const struct mirth_sight *s,
                                  enum mirth_kind kind, const char *name, size_t label_len);

/* Whether headings below the section's own leave what they head in it. */
bool mirth_keeps(const struct mirth_outline *o);

bool mirth_open_section(struct mirth_outline *o, const struct mirth_sight *s, const char *name);

bool mirth_add_title_part(struct mirth_outline *o, const struct mirth_sight *s);

/* After the time: a colon, a dash, closing marks, space. */
size_t mirth_after_time(struct mirth_slice text, size_t at);

/* Says when an event was; its name is the time as written. False: memory is out. */
bool mirth_set_time(struct mirth_outline *o, struct mirth_part *part,
                    const struct mirth_when *when);

bool mirth_add_event(struct mirth_outline *o, const struct mirth_sight *s);

bool mirth_add_prose(struct mirth_outline *o, const struct mirth_sight *s);

/* The part's text ends in front of what begins at `next`; the space between is nobody's. */
void mirth_end_before(const struct mirth_outline *o, struct mirth_part *part, const char *next);

/* ---- outline_measures.c: what is to be done, and what was learnt ---- */

bool mirth_in_measures(const struct mirth_outline *o);

bool mirth_add_measure(struct mirth_outline *o, const struct mirth_sight *s);

/* Without a bullet: whether the row begins with a verb that asks, or follows such a measure as a
 * line of its own. */
/* "This postmortem ...": a last word on a line of its own behind measures without bullets. */
bool mirth_closes_measures(const struct mirth_outline *o, const struct mirth_sight *s);
bool mirth_asks_for(const struct mirth_outline *o, const struct mirth_sight *s);
bool mirth_follows_measure(const struct mirth_outline *o, const struct mirth_sight *s);

/* A line with a check box or a number of its own ("4.1"), and no bullet. */
bool mirth_is_marked(const struct mirth_outline *o, const struct mirth_sight *s);

/* Lines of one paragraph that begin alike ("We added ...", "We bought ..."), or each say what
 * should be. */
bool mirth_is_one_of_many(const struct mirth_outline *o, const struct mirth_sight *s);

/* ---- outline.c ---- */

/* What stands behind a label on its line, read as a line of its own. */
bool mirth_take_behind(struct mirth_outline *o, const struct mirth_sight *s, size_t at);

/* ---- outline_fields.c ---- */

/* A field, and those whose labels stand in its text. */
bool mirth_add_field(struct mirth_outline *o, const struct mirth_sight *s);

/* A second field's label in the last one's text, from there on. */
bool mirth_split_field(struct mirth_outline *o, const struct mirth_sight *s, size_t from);

/* A short title in front of a text: "Lack of redundancy: ..." What governs it goes on. */
bool mirth_add_other(struct mirth_outline *o, const struct mirth_sight *s);
bool mirth_is_other_field(const struct mirth_outline *o, const struct mirth_sight *s);

/* Where a label that names a section and a field as well is the field. */
bool mirth_wants_field(const struct mirth_outline *o, const struct mirth_sight *s);

/* A heading that is a label, whatever its mark-up. */
bool mirth_heads_text(const struct mirth_outline *o, const struct mirth_sight *s);

/* Labels under which the measures stand. */
bool mirth_heads_list(const char *field);

/* Whether a list of its own stands under the item. */
bool mirth_is_over_items(const struct mirth_outline *o, const struct mirth_sight *s);

/* Another item as high as the field's label, with a list of its own: the field ends, whatever that
 * item is. */
void mirth_leave_field(struct mirth_outline *o, const struct mirth_sight *s);

/* ---- outline_entries.c ---- */

/* An event, and those that run on behind it. */
bool mirth_add_entry(struct mirth_outline *o, const struct mirth_sight *s);

/* Whether the row begins with a time as an entry does. */
bool mirth_is_entry(const struct mirth_outline *o, const struct mirth_sight *s);

/* "Sunday, May 13th, 2023:" above the entries of that day; with a list of its own that tells no
 * times it is an entry itself. */
bool mirth_says_only_date(const struct mirth_outline *o, const struct mirth_sight *s);

/* "Issue Detection (November 10, 2023, 8:00 PM): ...": takes the time that the label holds. */
bool mirth_take_label_time(struct mirth_sight *s, const struct mirth_outline *o);

/* "At 9:05 AM, the lamp went out": the same, of the words that the text begins with. */
bool mirth_take_text_time(struct mirth_sight *s, const struct mirth_outline *o);

/* ---- outline_headings.c ---- */

bool mirth_take_heading(struct mirth_outline *o, const struct mirth_sight *s);

/* A line that says nothing but a section's or field's name, capital first, wherever it stands. */
bool mirth_is_bare(const struct mirth_outline *o, const struct mirth_sight *s);

/* A line that is nothing but a label, or nothing but a name of a section. */
bool mirth_take_bare_label(struct mirth_outline *o, const struct mirth_sight *s);

/* ---- outline_tables.c ---- */

/* An entry of a timeline, or a field at the record's head; other tables are left alone. */
bool mirth_take_table_row(struct mirth_outline *o, size_t index);

/* ---- outline_titles.c: which line is the title ---- */

/* The assignment's own heading; a single word of that list ("0x19") only where little else is. */
bool mirth_is_assignment(const struct mirth_outline *o, struct mirth_slice text);

bool mirth_names_title(const struct mirth_outline *o, struct mirth_slice text);

/* The first heading, unless it is the assignment's; a later one where it names an incident and
 * stands as high as the title before (a second record in the file). */
bool mirth_is_title(const struct mirth_outline *o, const struct mirth_sight *s);

/* Whether the first heading stands above all others, though it begins as a section's does. */
bool mirth_crowns(const struct mirth_outline *o, const struct mirth_sight *s);

/* A title without mark-up: the first short line that names an incident; behind "Postmortem:" or
 * "Title:" also that of a second record. */
bool mirth_is_plain_title(const struct mirth_outline *o, const struct mirth_sight *s);

/* No title was found: the heading that everything stands under is one after all. */
void mirth_promote_title(struct mirth_outline *o);

/* `title: "..."` or `title = "..."` in the front matter. */
bool mirth_take_front_matter(struct mirth_outline *o);

/* A title of the text's own makes the front matter's one superfluous. */
void mirth_drop_second_name(struct mirth_outline *o);

#endif
