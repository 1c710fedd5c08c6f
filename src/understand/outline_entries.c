/* outline_entries.c: which lines are entries of a timeline, and where the next one begins. */
#include "understand/sight.h"

#include <string.h>

/* "Issue Detection (November 10, 2023, 8:00 PM): ..." */
bool mirth_take_label_time(struct mirth_sight *s, const struct mirth_outline *o)
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

bool mirth_take_text_time(struct mirth_sight *s, const struct mirth_outline *o)
{
    enum { WORDS = 3 }; /* "Shortly after around" */
    struct mirth_slice rest = mirth_trim(s->text), word;
    struct mirth_when when;
    size_t words = 0;
    if (s->timed || s->labelled || s->row->block == MIRTH_HEADING || !o->timeline_level)
        return false;
    while (words < WORDS && mirth_cut(&rest, ' ', &word) &&
           (mirth_listed(o->english, mirth_word(o->english, word), MIRTH_L_TIME_OPENER))) {
        words++;
        rest = mirth_trim(rest);
        if (mirth_when_at(o->english, rest, &when) && when.minute >= 0 && !when.broken)
            return s->when = when, s->time_in_text = true;
    }
    return false;
}

static bool says_only_when(const struct mirth_sight *s)
{
    return mirth_after_time(s->text, mirth_decoration(s->text) + s->when.len) >= s->text.len;
}

/* "Sunday, May 13th, 2023:" above the entries of that day; with a list of its own that tells no
 * times it is an entry itself. */
bool mirth_says_only_date(const struct mirth_outline *o, const struct mirth_sight *s)
{
    const struct mirth_row *next = s->row + 1;
    struct mirth_when when;
    if (s->when.minute >= 0 || s->when.broken || !says_only_when(s))
        return false;
    return !s->item || s->index + 1 == o->story->row_count ||
           (next->first && next->depth <= s->row->depth) ||
           mirth_when_at(o->english, mirth_row_text(o->story, next), &when);
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

bool mirth_is_entry(const struct mirth_outline *o, const struct mirth_sight *s)
{
    if (!s->timed || s->row->block == MIRTH_HEADING || answers(o, s))
        return false;
    if (o->timeline_level)
        return s->when.minute >= 0 || s->when.day || s->when.broken;
    return (!o->section_seen || !strcmp(o->section, "other")) && s->when.minute >= 0 &&
           begins_line(o, s) && s->when.len + mirth_decoration(s->text) < s->text.len;
}

/* A colon or a dash between a time and its text. */
static bool is_set_off(struct mirth_slice text, size_t time_end)
{
    size_t end = mirth_after_time(text, time_end), i = time_end;
    while (i < end && mirth_is_among("*_`)] \t", text.at[i]))
        i++;
    return i < end && end < text.len;
}

/* "9:05 AM: Mail stood still. 9:15 AM: Pager rang.": an entry behind another's full stop. */
static bool split_entry(struct mirth_outline *o, const struct mirth_sight *s)
{
    struct mirth_part *part = mirth_last_part(o);
    size_t from = (size_t)(o->story->source + part->text.at - s->text.at);
    for (size_t i = from + 3; i + 6 < s->text.len; i++) {
        struct mirth_slice rest = mirth_slice(s->text.at + i, s->text.len - i);
        struct mirth_when when;
        if (s->text.at[i - 1] != ' ' || !mirth_is_among(".;!", s->text.at[i - 2]) ||
            !mirth_is_digit(rest.at[0]) || !mirth_when_at(o->english, rest, &when) ||
            when.minute < 0 || !is_set_off(rest, when.len))
            continue;
        mirth_end_before(o, part, rest.at);
        return mirth_take_behind(o, s, i);
    }
    return true;
}

bool mirth_add_entry(struct mirth_outline *o, const struct mirth_sight *s)
{
    return mirth_add_event(o, s) && (s->row->html || split_entry(o, s));
}
