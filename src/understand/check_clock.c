/* check_clock.c: whether the record's times, zones and dates agree. */
#include "understand/check.h"

#include <stdio.h>
#include <string.h>

#include "understand/clock.h"
#include "understand/facts.h"

enum { HOUR = 60, HALF_DAY = 12 * HOUR, DAY = 24 * HOUR };

static int64_t round_the_clock(int64_t minutes)
{
    return (minutes % DAY + DAY) % DAY;
}

/* Days cannot be seen in two times of day, so whole ones are left out; nor half days, where nobody
 * says AM or PM. A hedged length may be a
 * tenth, and at least five minutes, off. */
void mirth_check_span(struct mirth_checking *c)
{
    struct mirth_outage o;
    int64_t off, leave, round;
    mirth_read_outage(c, &o);
    if (o.lasted < 0 || o.times != 2)
        return;
    leave = o.about ? (o.lasted > 50 ? o.lasted / 10 : 5) : 0;
    round = o.vague || o.unsure ? HALF_DAY : DAY;
    off = round_the_clock(o.lasted - (o.end - o.start)) % round;
    off = off > round - off ? round - off : off;
    if (off > leave)
        mirth_found(c, o.line, "%d minutes are stated, but from %02d:%02d to %02d:%02d it is %d",
                    (int)(o.lasted % 1000000), o.start / HOUR, o.start % HOUR, o.end / HOUR,
                    o.end % HOUR, (int)round_the_clock(o.end - o.start));
}

static bool is_entry(const struct mirth_part *part)
{
    return part->kind == MIRTH_EVENT && part->minutes >= 0 && !strcmp(part->section, "timeline");
}

/* A year, but no date was understood: the entry's day is not known. */
static bool has_unread_date(const struct mirth_part *part)
{
    size_t digits = 0;
    for (size_t i = 0; i < part->time.len && digits < 4 && !part->when.month; i++)
        digits = mirth_is_digit(part->time.at[i]) ? digits + 1 : 0;
    return digits == 4;
}

void mirth_check_order(struct mirth_checking *c)
{
    const struct mirth_part *before = NULL;
    for (size_t i = 0; i < c->story->part_count; i++) {
        const struct mirth_part *part = &c->story->parts[i];
        if (part->kind == MIRTH_TITLE || part->kind == MIRTH_SECTION)
            before = NULL;
        if (!is_entry(part) || !part->iso[0])
            continue;
        if (has_unread_date(part)) {
            before = NULL;
            continue;
        }
        if (before && part->minutes < before->minutes)
            mirth_found(c, part->line, "%.*s stands behind %.*s", (int)part->time.len,
                        part->time.at, (int)before->time.len, before->time.at);
        before = part;
    }
}

static bool same_zone(struct mirth_slice a, struct mirth_slice b)
{
    const struct mirth_slice zero = mirth_slice_of("utc|gmt|z");
    return mirth_same_nocase(a, b) || (mirth_one_of(zero, a) && mirth_one_of(zero, b));
}

static bool zone_of(const struct mirth_checking *c, const struct mirth_part *part,
                    struct mirth_slice *zone)
{
    return mirth_zone_in(c, mirth_label_text(c, part), zone);
}

/* In a column's heading: "Time (UTC)". */
static bool zone_in_table(const struct mirth_checking *c)
{
    const struct mirth_story *story = c->story;
    struct mirth_slice zone;
    for (size_t i = 0; i < story->row_count; i++)
        if (story->rows[i].block == MIRTH_TABLE && story->rows[i].first &&
            mirth_zone_in(
                c, mirth_slice(story->source + story->rows[i].text.at, story->rows[i].text.len),
                &zone))
            return true;
    return false;
}

/* Said once for many times: in a heading, or in prose. */
static bool zone_for_all(const struct mirth_checking *c)
{
    struct mirth_slice zone;
    for (size_t i = 0; i < c->story->part_count; i++) {
        const struct mirth_part *part = &c->story->parts[i];
        bool apart = part->kind == MIRTH_EVENT || part->kind == MIRTH_MEASURE ||
                     (part->field && mirth_one_of(mirth_slice_of("duration|start|end"),
                                                  mirth_slice_of(part->field)));
        if (!apart && mirth_zone_in(c, part->flat, &zone))
            return true;
    }
    return zone_in_table(c);
}

void mirth_check_zones(struct mirth_checking *c)
{
    struct mirth_outage o;
    struct mirth_slice first, zone;
    size_t from, timed = 0;
    mirth_read_outage(c, &o);
    first = o.zone;
    from = o.line;
    for (size_t i = 0; i < c->story->part_count; i++) {
        const struct mirth_part *part = &c->story->parts[i];
        if (!is_entry(part))
            continue;
        timed = timed ? timed : part->line;
        if (!zone_of(c, part, &zone))
            continue;
        if (!first.len) {
            first = zone;
            from = part->line;
        } else if (!same_zone(first, zone)) {
            mirth_found(c, part->line, "times in %.*s here and in %.*s at line %zu", (int)zone.len,
                        zone.at, (int)first.len, first.at, from);
            return;
        }
    }
    if ((o.times && o.zone.len) || (!o.times && (!timed || first.len)) || zone_for_all(c))
        return;
    mirth_found(c, o.times ? o.line : timed,
                first.len ? "the duration says no time zone" : "no time zone is said");
}

/* How long after the start a time is, and whether that is within the outage; one without AM or PM
 * may be in either half of the day. */
static bool is_inside(const struct mirth_part *part, const struct mirth_outage *o, int64_t *after)
{
    int64_t length = round_the_clock(o->end - o->start);
    bool sure = !o->unsure && (part->when.minute >= 13 * HOUR || mirth_says_half(part->time));
    *after = round_the_clock(part->when.minute - o->start);
    return *after <= length || (!sure && round_the_clock(*after + HALF_DAY) <= length);
}

/* What led to the outage stands before it, and what was done about it after it. What only happens
 * while it is on does not: that it is noticed, and that it ends. */
static bool is_outside(const struct mirth_checking *c, const struct mirth_part *part,
                       const struct mirth_outage *o)
{
    int64_t length = round_the_clock(o->end - o->start), after;
    struct mirth_slice zone;
    if (!is_entry(part) || part->when.broken || is_inside(part, o, &after) ||
        (o->zone.len && zone_of(c, part, &zone) && !same_zone(o->zone, zone)))
        return false;
    if (after - length < DAY - after && mirth_tells(c, part, "told-afterwards"))
        return false;
    return mirth_tells(c, part, "told-during");
}

void mirth_check_outside(struct mirth_checking *c)
{
    struct mirth_outage o;
    const struct mirth_part *first = NULL;
    size_t more = 0;
    mirth_read_outage(c, &o);
    if (o.times != 2 || o.vague || o.start == o.end || o.lasted >= DAY ||
        c->story->digest.extent >= DAY)
        return;
    for (size_t i = 0; i < c->story->part_count; i++) {
        if (!is_outside(c, &c->story->parts[i], &o))
            continue;
        more += first != NULL;
        first = first ? first : &c->story->parts[i];
    }
    if (!first)
        return;
    char rest[40] = "";
    if (more)
        snprintf(rest, sizeof rest, ", nor %s %zu more", more > 1 ? "are" : "is", more);
    mirth_found(c, first->line, "%.*s is not between %02d:%02d and %02d:%02d (line %zu)%s",
                (int)first->time.len, first->time.at, o.start / HOUR, o.start % HOUR, o.end / HOUR,
                o.end % HOUR, o.line, rest);
}

/* The next date in text with its month. */
static bool next_date(const struct mirth_checking *c, struct mirth_slice text, size_t *at,
                      struct mirth_when *when)
{
    while (mirth_next_when(c->english, text, at, when))
        if (when->month)
            return true;
    return false;
}

/* Whether nothing that both say differs; the day may stand before the month. */
static bool agree(const struct mirth_when *a, const struct mirth_when *b)
{
    bool day = !a->day || !b->day || a->day == b->day;
    bool turned = a->day == b->month && a->month == b->day;
    return (!a->year || !b->year || a->year == b->year) &&
           ((day && a->month == b->month) || turned);
}

/* Dates of the outage itself, not of what is to be done or of what was long before. */
static bool dates_outage(const struct mirth_part *part)
{
    return part->kind == MIRTH_EVENT ||
           mirth_stands_in(part, "", "duration|start|end|date|detection-time");
}

void mirth_check_date(struct mirth_checking *c)
{
    const struct mirth_part *title = c->story->digest.title;
    struct mirth_when wanted, said;
    struct mirth_slice first = {0};
    size_t at = 0;
    if (!title || !next_date(c, title->flat, &at, &wanted))
        return;
    for (size_t i = 0; i < c->story->part_count; i++) {
        const struct mirth_part *part = &c->story->parts[i];
        struct mirth_slice texts[] = {mirth_label_text(c, part), part->flat};
        for (size_t k = 0; dates_outage(part) && k < 2; k++)
            for (at = 0; next_date(c, texts[k], &at, &said);) {
                if (agree(&wanted, &said))
                    return;
                first = first.len ? first : said.text;
            }
    }
    if (first.len)
        mirth_found(c, title->line, "the title says %.*s, the record %.*s", (int)wanted.text.len,
                    wanted.text.at, (int)first.len, first.at);
}

/* The first time or date in text that cannot be. */
static bool find_broken(const struct mirth_checking *c, struct mirth_slice text,
                        struct mirth_when *when)
{
    size_t at = 0;
    while (mirth_next_when(c->english, text, &at, when))
        if (when->broken)
            return true;
    return false;
}

void mirth_check_times(struct mirth_checking *c)
{
    struct mirth_when when;
    for (size_t i = 0; i < c->story->part_count; i++) {
        const struct mirth_part *part = &c->story->parts[i];
        if (part->kind == MIRTH_EVENT && part->when.broken)
            mirth_found(c, part->line, "'%.*s' is no time", (int)part->time.len, part->time.at);
        else if (find_broken(c, mirth_label_text(c, part), &when) ||
                 find_broken(c, part->flat, &when))
            mirth_found(c, part->line, "'%.*s' is no time", (int)when.text.len, when.text.at);
    }
}
