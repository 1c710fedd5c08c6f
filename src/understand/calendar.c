/* calendar.c: on which day each entry stands, its time by ISO 8601 where that is known, and days as
 * numbers. */
#include "understand/calendar.h"

#include <string.h>

#include "understand/clock.h"
#include "understand/facts.h"

enum { HOUR = 60, DAY = 24 * HOUR };

/* The last date said before; a time without one takes it over. */
struct calendar {
    const struct mirth_english *english;
    int year, month, day;
    int64_t days, last; /* of the running day; minutes of the entry before, -1: none */
    int start;          /* the minute of the outage's day when it began; -1: not known */
    bool halves;        /* somebody says a.m. or p.m. */
};

static void set_day(struct calendar *c, int year, int month, int day)
{
    if (!month || !day)
        return;
    c->year = year ? year : c->year;
    c->month = month;
    c->day = day;
    c->days = mirth_days(c->year ? c->year : 2000, c->month, c->day);
    c->last = -1;
}

/* An entry much earlier in the day than the one before stands on the next day; one long before the
 * outage began, where only that has a date, on the day before it. */
static void set_time(struct calendar *c, struct mirth_part *part)
{
    if (part->when.minute < 0)
        return;
    part->minutes = c->days * DAY + part->when.minute;
    if (c->last < 0 && c->start >= 0 && part->when.minute - c->start > 12 * HOUR) {
        c->days--;
        part->minutes -= DAY;
    } else if (c->last >= 0 && part->minutes + 10 * HOUR < c->last) {
        c->days++;
        part->minutes += DAY;
    }
    c->last = part->minutes;
    c->start = -1;
}

/* Where others say a.m. and p.m., "5:10" alone may be either. */
static bool is_known(const struct calendar *c, const struct mirth_part *part)
{
    return part->when.minute >= 0 && !part->when.broken &&
           (!c->halves || part->when.minute >= 13 * HOUR || part->when.minute < HOUR ||
            mirth_says_half(part->time));
}

static char *put_number(char *p, int number, int width)
{
    for (; width; width /= 10)
        *p++ = (char)('0' + number / width % 10);
    return p;
}

static void set_iso(const struct calendar *c, struct mirth_part *part)
{
    char *p = part->iso;
    int year, month, day;
    bool known = is_known(c, part);
    if (part->when.broken || (part->when.minute >= 0 && !known))
        return;
    if (c->year && c->month) {
        mirth_date(c->days, &year, &month, &day);
        p = put_number(p, year, 1000);
        *p++ = '-';
        p = put_number(p, month, 10);
        *p++ = '-';
        p = put_number(p, day, 10);
        *p = known ? 'T' : '\0';
        p += known;
    }
    if (!known)
        return;
    p = put_number(p, part->when.minute / HOUR, 10);
    *p++ = ':';
    p = put_number(p, part->when.minute % HOUR, 10);
    *p = '\0';
}

/* The first date that text names with its month. */
static bool find_date(const struct calendar *c, struct mirth_slice text, struct mirth_when *when)
{
    size_t at = 0;
    while (mirth_next_when(c->english, text, &at, when))
        if (when->month)
            return true;
    return false;
}

/* "Sunday, May 14th, 2023" above its entries; the day on which the outage began, in a field or in
 * the summary's words, with a time beside it. */
static void take_context(struct calendar *c, const struct mirth_part *part)
{
    bool above = part->kind == MIRTH_SECTION && !strcmp(part->name, "other");
    bool told = part->kind == MIRTH_PROSE && !part->field;
    bool began = !c->month && !strcmp(part->section, "summary") &&
                 (told || (part->field && mirth_one_of(mirth_slice_of("duration|start"),
                                                       mirth_slice_of(part->field))));
    struct mirth_when when;
    if (!(above || began) || !find_date(c, part->flat, &when) || when.broken ||
        (told && when.minute < 0))
        return;
    set_day(c, when.year, when.month, when.day);
    c->start = began ? when.minute : -1;
}

static void take_event(struct calendar *c, struct mirth_part *part)
{
    if (!part->when.broken && part->when.month && part->when.day) {
        set_day(c, part->when.year, part->when.month, part->when.day);
        c->start = -1;
    }
    set_time(c, part);
    set_iso(c, part);
}

void mirth_read_calendar(const struct mirth_english *english, struct mirth_story *story)
{
    struct calendar c = {.english = english, .last = -1, .start = -1};
    for (size_t i = 0; i < story->part_count && !c.halves; i++)
        c.halves = story->parts[i].kind == MIRTH_EVENT && mirth_says_half(story->parts[i].time);
    for (size_t i = 0; i < story->part_count; i++) {
        struct mirth_part *part = &story->parts[i];
        if (part->kind == MIRTH_EVENT && part->time.len)
            take_event(&c, part);
        else
            take_context(&c, part);
    }
}

/* Howard Hinnant's days_from_civil (http://howardhinnant.github.io/date_algorithms.html). */
int64_t mirth_days(int year, int month, int day)
{
    int64_t y = year - (month <= 2);
    int64_t era = (y >= 0 ? y : y - 399) / 400;
    int64_t yoe = y - era * 400;
    int64_t doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int64_t doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return era * 146097 + doe - 719468;
}

/* His civil_from_days. */
void mirth_date(int64_t days, int *year, int *month, int *day)
{
    int64_t z = days + 719468;
    int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    int64_t doe = z - era * 146097;
    int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int64_t mp = (5 * doy + 2) / 153;
    *day = (int)(doy - (153 * mp + 2) / 5 + 1);
    *month = (int)(mp < 10 ? mp + 3 : mp - 9);
    *year = (int)(yoe + era * 400 + (*month <= 2));
}
