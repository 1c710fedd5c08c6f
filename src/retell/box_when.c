/* box_when.c: when it happened: a field's words, the summary's, or the timeline's ends. */
#include "retell/box_rows.h"

#include <string.h>

#include "retell/box_prose.h"
#include "retell/box_stretch.h"
#include "understand/digest.h"

static bool has_digit(struct mirth_slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (mirth_is_digit(s.at[i]))
            return true;
    return false;
}

enum { WHEN_WORDS = 18 };

static bool is_short(struct mirth_slice s)
{
    return mirth_fits_row(s, WHEN_WORDS);
}

/* "Reported to the harbour on 9 May at 16:10": when somebody was told. */
static bool tells_report(const struct mirth_english *e, const struct mirth_clause *c)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    const size_t count = mirth_row_tokens(e, c->body, tokens);
    size_t first = 0;
    while (first < count && tokens[first].kind == MIRTH_T_MARK)
        first++;
    return first < count && mirth_listed(e, tokens[first].word, MIRTH_L_REPORTED);
}

/* The first moment with its hours that the summary or the impact tells, else the first day. */
static bool find_stretch(const struct mirth_telling *t, struct mirth_stretch *best)
{
    bool found = false;
    for (size_t i = 0, n = t->story->digest.parts; i < n && !(found && best->timed); i++) {
        const struct mirth_part *part = &t->story->parts[i];
        for (size_t k = 0; k < part->clause_count && !(found && best->timed); k++) {
            struct mirth_stretch w;
            if ((!mirth_in_summary(part) && !mirth_in_impact(part)) ||
                tells_report(t->english, &part->clauses[k]) ||
                !mirth_read_stretch(t->english, part->clauses[k].body, &w) || (found && !w.timed) ||
                !is_short(w.day))
                continue;
            *best = w;
            found = true;
        }
    }
    return found;
}

static void put_stretch(const struct mirth_stretch *w, struct mirth_buffer *out)
{
    mirth_put_slice(out, w->day);
    mirth_put_text(out, w->hours.len ? ", " : "");
    mirth_put_slice(out, w->hours);
    mirth_put_text(out, w->end.len ? " to " : "");
    mirth_put_slice(out, w->end);
}

/* "The lamps went out on May 9, 2022, from 10:05 to 10:40": of a sentence, the times. */
static bool is_sentence(const struct mirth_english *e, struct mirth_slice body)
{
    uint32_t first = mirth_token_at(e, body).word;
    return mirth_listed(e, first, MIRTH_L_THE) || mirth_listed(e, first, MIRTH_L_PRONOUN);
}

/* What the duration's label says, without the sentence that it stands in. */
static bool put_duration(const struct mirth_telling *t, const struct mirth_part *part,
                         struct mirth_buffer *out)
{
    const struct mirth_clause *c = &part->clauses[0];
    struct mirth_slice when = mirth_slot(c, "when");
    struct mirth_stretch w;
    if (!has_digit(when) && c->frame && has_digit(c->lead))
        when = c->lead;
    if (!has_digit(when) && is_sentence(t->english, c->body) &&
        mirth_read_stretch(t->english, c->body, &w)) {
        put_stretch(&w, out);
        return true;
    }
    when = has_digit(when) ? when : c->body;
    if (mirth_read_stretch(t->english, when, &w) && w.end.len) {
        put_stretch(&w, out);
        return true;
    }
    if (!has_digit(when) ||
        !mirth_fits_row(when, is_sentence(t->english, when) ? WHEN_WORDS : MIRTH_ROW_WORDS))
        return false;
    mirth_put_slice(out, when);
    return true;
}

/* A moment alone is no "when". */
bool mirth_says_when(const struct mirth_english *e, struct mirth_slice text)
{
    return mirth_says_day(e, text) || mirth_hours_in(e, text).len;
}

/* A summary's sentence that gives a stretch of time; just the stretch, where it leads or trails. */
static struct mirth_slice when_in_summary(const struct mirth_telling *t)
{
    const struct mirth_story *story = t->story;
    for (size_t i = 0, n = story->digest.parts; i < n; i++) {
        const struct mirth_part *part = &story->parts[i];
        for (size_t k = 0; mirth_is(part->section, "summary") && k < part->clause_count; k++) {
            struct mirth_slice when = mirth_slot(&part->clauses[k], "when");
            struct mirth_slice lead = part->clauses[k].lead;
            if (when.len && is_short(when) && mirth_says_when(t->english, when))
                return when;
            if (part->clauses[k].frame && lead.len && memchr(lead.at, ':', lead.len) &&
                is_short(lead) && mirth_says_when(t->english, lead))
                return lead;
        }
    }
    return mirth_slice("", 0);
}

/* Of "14:32 EAT, 6 June" and "15:41 EAT, 6 June" the first without what both end with. */
static struct mirth_slice without_common_end(struct mirth_slice from, struct mirth_slice to)
{
    size_t same = 0, keep = from.len;
    while (same < from.len && same < to.len &&
           from.at[from.len - 1 - same] == to.at[to.len - 1 - same]) {
        same++;
        if (from.at[from.len - same] == ' ')
            keep = from.len - same;
    }
    return has_digit(mirth_slice(from.at, keep)) ? mirth_slice(from.at, keep) : from;
}

/* And of "June 1, 2024, 10:00 AM" and "June 1, 2024, 2:00 PM" the second without the day. */
static struct mirth_slice without_common_start(struct mirth_slice from, struct mirth_slice to)
{
    size_t skip = 0;
    for (size_t i = 0; i < from.len && i < to.len && from.at[i] == to.at[i]; i++)
        skip = to.at[i] == ' ' ? i + 1 : skip;
    return has_digit(mirth_slice(to.at, skip)) && memchr(to.at + skip, ':', to.len - skip)
               ? mirth_slice(to.at + skip, to.len - skip)
               : to;
}

/* "X to Y", where both are said. */
static bool put_span(struct mirth_slice from, struct mirth_slice to, struct mirth_buffer *out)
{
    if (!from.len || !to.len || !is_short(from) || !is_short(to))
        return false;
    if (!mirth_same(from, to)) {
        mirth_put_slice(out, without_common_end(from, to));
        mirth_put_text(out, " to ");
        to = without_common_start(from, to);
    }
    mirth_put_slice(out, to);
    return true;
}

/* From the timeline's first entry to its last, where each has its day. */
static bool put_timeline(const struct mirth_story *story, struct mirth_buffer *out)
{
    struct mirth_slice first = {0}, last = {0};
    for (size_t i = 0, n = story->digest.parts; i < n; i++) {
        const struct mirth_part *part = &story->parts[i];
        if (part->kind != MIRTH_EVENT || !part->time.len)
            continue;
        if (!part->when.day || part->when.broken)
            return false;
        first = first.len ? first : part->time;
        last = part->time;
    }
    return put_span(first, last, out);
}

static struct mirth_slice said_in(const struct mirth_part *part)
{
    return part ? part->clauses[0].body : mirth_slice("", 0);
}

/* "40 min" is no "when", where start and end are said too: then it stands behind those. */
static void put_ends(const struct mirth_telling *t, struct mirth_buffer *out)
{
    const struct mirth_slice length = mirth_buffer_slice(out);
    struct mirth_buffer ends = {0};
    const bool both = !mirth_says_when(t->english, length) &&
                      put_span(said_in(mirth_governed(t->story, "start")),
                               said_in(mirth_governed(t->story, "end")), &ends);
    if (both) {
        mirth_put_text(&ends, " (");
        mirth_put_slice(&ends, length);
        mirth_put_char(&ends, ')');
        out->len = 0;
        mirth_put_slice(out, mirth_buffer_slice(&ends));
    }
    mirth_buffer_free(&ends);
}

static bool put_fields(const struct mirth_telling *t, struct mirth_buffer *out)
{
    const struct mirth_part *duration = mirth_governed(t->story, "duration");
    if (duration && put_duration(t, duration, out)) {
        put_ends(t, out);
        return true;
    }
    if (!duration)
        mirth_put_slice(out, when_in_summary(t));
    return out->len || put_span(said_in(mirth_governed(t->story, "start")),
                                said_in(mirth_governed(t->story, "end")), out);
}

enum { DAY_WORDS = 4, DAY = 24 * 60 }; /* "Sunday, May 9, 2022"; minutes */

/* A day alone: its hours are those of the timeline, where all of that has one day. */
static void add_hours(const struct mirth_telling *t, struct mirth_buffer *out)
{
    const struct mirth_story *story = t->story;
    struct mirth_slice first = {0}, last = {0};
    int64_t day = -1;
    if (mirth_count_words(mirth_buffer_slice(out)) > DAY_WORDS ||
        !mirth_says_day(t->english, mirth_buffer_slice(out)) || memchr(out->at, ':', out->len))
        return;
    for (size_t i = 0, n = story->digest.parts; i < n; i++) {
        const struct mirth_part *part = &story->parts[i];
        if (part->kind != MIRTH_EVENT || !part->time.len)
            continue;
        if (part->when.day || part->when.broken || part->when.minute < 0)
            return;
        first = first.len ? first : part->time;
        last = part->time;
        day = day < 0 ? part->minutes / DAY : day;
        if (part->minutes / DAY != day)
            return; /* past midnight, or under another date */
    }
    if (first.len && !mirth_same(first, last)) {
        mirth_put_text(out, ", ");
        put_span(first, last, out);
    }
}

/* "May 9, 2022, at 10:05" does not say how long, where the record does; "10:05 to 10:40" does, and
 * what the record says may be the length of something else. */
static void add_length(const struct mirth_telling *t, struct mirth_buffer *out)
{
    struct mirth_slice length = t->story->digest.length, when = mirth_buffer_slice(out);
    if (!length.len || !out->len || mirth_hours_in(t->english, when).len)
        return;
    for (size_t i = 0; i + length.len <= when.len; i++)
        if (!memcmp(when.at + i, length.at, length.len))
            return;
    mirth_put_text(out, ", for ");
    mirth_put_slice(out, length);
}

/* Without the "on" of the sentence that it stood in. */
static struct mirth_slice without_preposition(const struct mirth_english *e,
                                              struct mirth_slice text)
{
    struct mirth_slice rest = text, word;
    if (mirth_cut(&rest, ' ', &word) && rest.len &&
        mirth_listed(e, mirth_word(e, word), MIRTH_L_NO_SPAN))
        return mirth_trim(rest);
    return text;
}

/* "2023-11-09, ": the day that a field of its own tells. */
static void put_date(const struct mirth_telling *t, struct mirth_buffer *out)
{
    const struct mirth_slice date = said_in(mirth_governed(t->story, "date"));
    if (!date.len || !is_short(date) || !mirth_says_day(t->english, date))
        return;
    mirth_put_slice(out, date);
    mirth_put_text(out, ", ");
}

/* The hours that the impact or the summary tells, in a sentence that tells no day. */
static bool find_hours(const struct mirth_telling *t, struct mirth_slice *from,
                       struct mirth_slice *to)
{
    *from = *to = mirth_slice("", 0);
    for (size_t i = 0; i < t->story->digest.parts && !from->len; i++) {
        const struct mirth_part *part = &t->story->parts[i];
        for (size_t k = 0; k < part->clause_count && !from->len; k++) {
            if (!mirth_in_impact(part) && !mirth_in_summary(part))
                continue;
            *from = mirth_hours_in(t->english, part->clauses[k].body);
            if (!from->len && !mirth_read_ends(t->english, part->clauses[k].body, from, to))
                *from = mirth_slice("", 0);
        }
    }
    return from->len > 0;
}

static void put_hours(const struct mirth_telling *t, struct mirth_buffer *out)
{
    struct mirth_slice from, to;
    const size_t before = out->len;
    if (!find_hours(t, &from, &to))
        return;
    if (!before)
        put_date(t, out);
    if (before)
        mirth_put_text(out, ", ");
    mirth_put_slice(out, from);
    mirth_put_text(out, to.len ? " to " : "");
    mirth_put_slice(out, to);
}

/* The title's day, or days, where the row has the hours alone, or the first day of them alone. */
static void put_title_day(const struct mirth_telling *t, struct mirth_buffer *out)
{
    const struct mirth_part *title = t->story->digest.title;
    const struct mirth_slice said = mirth_buffer_slice(out);
    const struct mirth_slice day =
        title ? mirth_day_in(t->english, title->flat) : mirth_slice("", 0);
    const bool range = mirth_count_words(day) > DAY_WORDS, /* "8 to 10 October 2024" */
        day_said = mirth_says_day(t->english, said);
    struct mirth_buffer both = {0};
    if (!out->len || !day.len || (day_said && (!range || memchr(said.at, ':', said.len))))
        return;
    mirth_put_slice(&both, day);
    mirth_put_text(&both, day_said ? "" : ", ");
    mirth_put_slice(&both, day_said ? mirth_slice("", 0) : said);
    out->len = 0;
    mirth_put_slice(out, mirth_buffer_slice(&both));
    mirth_buffer_free(&both);
}

bool mirth_put_when(const struct mirth_telling *t, struct mirth_buffer *out)
{
    struct mirth_buffer fields = {0};
    struct mirth_stretch told = {0};
    bool found = find_stretch(t, &told), given = put_fields(t, &fields);
    struct mirth_slice when = without_preposition(t->english, mirth_buffer_slice(&fields));
    bool day_alone = found && (!told.timed || told.hours.len);
    given = given && !(found && told.end.len && !mirth_governed(t->story, "duration"));
    if (given && day_alone && !mirth_says_day(t->english, when)) {
        mirth_put_slice(out, told.day);
        mirth_put_text(out, ", ");
    }
    if (given && !day_alone && !mirth_says_day(t->english, when))
        put_date(t, out);
    if (given)
        mirth_put_slice(out, when);
    else if (found)
        put_stretch(&told, out);
    mirth_buffer_free(&fields);
    if (!out->len || (!given && found && !told.timed))
        put_hours(t, out);
    put_title_day(t, out);
    add_hours(t, out);
    add_length(t, out);
    return out->len || put_timeline(t->story, out);
}

bool mirth_put_brief_when(const struct mirth_telling *t, struct mirth_buffer *out)
{
    struct mirth_buffer when = {0};
    bool said =
        mirth_put_when(t, &when) && mirth_fits_row(mirth_buffer_slice(&when), MIRTH_BRIEF_WORDS);
    if (said)
        mirth_put_slice(out, mirth_buffer_slice(&when));
    mirth_buffer_free(&when);
    return said;
}
