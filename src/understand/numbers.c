/* numbers.c: the few numbers by which an outage is remembered: said, or reckoned from its times */
#include "understand/numbers.h"

#include "understand/check.h"
#include "understand/clock.h"
#include "understand/digest.h"

enum { DAY = 24 * 60 };

struct counter {
    struct mirth_checking checking;
    const struct mirth_book *book;
    struct mirth_number *numbers;
    size_t count;
};

static struct mirth_number *add(struct counter *c, enum mirth_number_kind kind)
{
    struct mirth_number *number = &c->numbers[c->count++];
    *number = (struct mirth_number){.kind = kind, .minutes = -1};
    return number;
}

bool mirth_one_zone(const struct mirth_english *english, const struct mirth_story *story)
{
    const struct mirth_checking c = {.english = english};
    struct mirth_slice first = {0}, zone;
    for (size_t i = 0; i < story->part_count; i++) {
        const struct mirth_part *part = &story->parts[i];
        if (part->kind != MIRTH_EVENT || !part->time.len || !mirth_zone_in(&c, part->time, &zone))
            continue;
        if (first.len && !mirth_same_nocase(first, zone))
            return false;
        first = zone;
    }
    return true;
}

/* ---- when it began, was seen, was over ---- */

static bool tells(const struct counter *c, const struct mirth_part *part, const char *milestone)
{
    for (size_t k = 0; k < part->clause_count; k++)
        if (mirth_is_milestone(c->book, milestone, part->clauses[k].frame))
            return true;
    return false;
}

static int64_t first_event(const struct counter *c)
{
    for (size_t i = 0; i < c->checking.story->part_count; i++)
        if (c->checking.story->parts[i].minutes >= 0)
            return c->checking.story->parts[i].minutes;
    return -1;
}

static int64_t first_told(const struct counter *c, const char *milestone, int64_t from)
{
    const struct mirth_story *story = c->checking.story;
    int64_t at = -1;
    for (size_t i = 0; i < story->part_count; i++) {
        const struct mirth_part *part = &story->parts[i];
        if (part->kind == MIRTH_EVENT && part->time.len)
            at = part->minutes;
        if (at >= from && mirth_is(part->section, "timeline") && tells(c, part, milestone))
            return at;
    }
    return -1;
}

static int64_t last_told(const struct counter *c, const char *milestone)
{
    const struct mirth_story *story = c->checking.story;
    int64_t at = -1, last = -1;
    for (size_t i = 0; i < story->part_count; i++) {
        const struct mirth_part *part = &story->parts[i];
        if (part->kind == MIRTH_EVENT && part->time.len)
            at = part->minutes;
        if (at >= 0 && mirth_is(part->section, "timeline") && tells(c, part, milestone))
            last = at;
    }
    return last;
}

/* The first time of day in a text, as minutes since `begin`; -1: none. */
static int64_t time_after(const struct counter *c, struct mirth_slice text, int64_t begin)
{
    struct mirth_when when;
    for (size_t i = 0; i < text.len; i++) {
        struct mirth_slice rest = mirth_slice(text.at + i, text.len - i);
        if (mirth_is_digit(rest.at[0]) && (!i || !mirth_is_alpha(rest.at[-1])) &&
            mirth_when_at(c->checking.english, rest, &when) && when.minute >= 0)
            return ((when.minute - begin) % DAY + DAY) % DAY;
        while (i + 1 < text.len && mirth_is_digit(text.at[i]) && mirth_is_digit(text.at[i + 1]))
            i++;
    }
    return -1;
}

/* "Alert: availability under 95%"; "no alert had fired" is none. */
static bool rings(const struct mirth_english *e, struct mirth_slice text)
{
    return mirth_has_listed(e, text, MIRTH_L_ALARM) && !mirth_has_listed(e, text, MIRTH_L_NEGATION);
}

/* The first entry with an alarm in its label or in a sentence, from `begin` on. */
static int64_t first_alarm(const struct counter *c, int64_t begin)
{
    const struct mirth_story *story = c->checking.story;
    const struct mirth_english *e = c->checking.english;
    for (size_t i = 0; i < story->part_count; i++) {
        const struct mirth_part *part = &story->parts[i];
        bool alarm;
        if (part->kind != MIRTH_EVENT || part->minutes < begin)
            continue;
        alarm = rings(e, mirth_slice(story->source + part->label.at, part->label.len));
        for (size_t k = 0; k < part->clause_count && !alarm; k++)
            alarm = rings(e, part->clauses[k].text);
        if (alarm)
            return part->minutes;
    }
    return -1;
}

static int64_t earlier_of(int64_t a, int64_t b)
{
    return a < 0 || (b >= 0 && b < a) ? b : a;
}

/* When somebody knew: the first entry that tells it, or what the record says of its detection. */
static int64_t seen_of(const struct counter *c, int64_t begin)
{
    const struct mirth_story *story = c->checking.story;
    int64_t seen = earlier_of(first_told(c, "detected", begin), first_alarm(c, begin)), after;
    for (size_t i = 0; i < story->part_count; i++) {
        const struct mirth_part *part = &story->parts[i];
        if (part->kind == MIRTH_EVENT ||
            !mirth_stands_in(part, "detection", "detection-time|detection-method"))
            continue;
        after = time_after(c, part->flat, begin);
        seen = earlier_of(seen, after < 0 ? -1 : begin + after);
    }
    return seen;
}

/* How far the time of day `minute` lies from `around`, to the nearest `period`. */
static int64_t apart(int64_t around, int minute, int64_t period)
{
    int64_t ahead = ((minute - around) % period + period) % period;
    return ahead <= period / 2 ? ahead : ahead - period;
}

/* The beginning: as stated, where it lies nearest to the first entry; by half days where the record
 * does not say which half it means. */
static int64_t begin_of(const struct counter *c, const struct mirth_outage *outage)
{
    int64_t first = first_event(c);
    if (first < 0 || outage->times != 2)
        return first;
    return first + apart(first, outage->start, outage->vague || outage->unsure ? DAY / 2 : DAY);
}

/* The end, as stated or as the entries tell it. */
static int64_t end_of(const struct counter *c, const struct mirth_outage *outage, int64_t begin)
{
    bool halves = outage->vague || outage->unsure;
    int64_t told = last_told(c, "restored");
    if (begin < 0 || outage->times != 2)
        return told;
    if (told >= 0)
        return told + apart(told, outage->end, halves ? DAY / 2 : DAY);
    return halves ? -1 : begin + ((outage->end - outage->start) % DAY + DAY) % DAY;
}

static void count_lasted(struct counter *c, const struct mirth_outage *outage, int64_t reckoned)
{
    int64_t stated = outage->long_said ? outage->lasted : -1;
    bool clock = !outage->long_said && outage->times == 2 && !outage->vague && !outage->unsure;
    struct mirth_number *number;
    if (outage->long_said && stated <= 0)
        return; /* in words that we cannot read: nothing of ours may stand beside them */
    if (clock)
        reckoned = ((outage->end - outage->start) % DAY + DAY) % DAY;
    if (stated <= 0 && reckoned <= 0)
        return;
    number = add(c, MIRTH_LASTED);
    number->minutes = stated > 0 ? stated : reckoned;
    number->reckoned = stated <= 0;
    number->about = stated > 0 && outage->about;
}

static void count_span(struct counter *c, enum mirth_number_kind kind, int64_t from, int64_t to)
{
    struct mirth_number *number;
    if (from < 0 || to <= from)
        return;
    number = add(c, kind);
    number->minutes = to - from;
    number->reckoned = true;
}

size_t mirth_read_numbers(const struct mirth_english *english, const struct mirth_book *book,
                          struct mirth_story *story, struct mirth_number numbers[MIRTH_NUMBERS])
{
    struct counter c = {
        .checking = {.english = english, .story = story}, .book = book, .numbers = numbers};
    struct mirth_outage outage;
    bool comparable = mirth_one_zone(english, story);
    int64_t begin, seen, over;
    mirth_read_outage(&c.checking, &outage);
    begin = comparable ? begin_of(&c, &outage) : -1;
    seen = begin < 0 ? -1 : seen_of(&c, begin);
    over = begin < 0 ? -1 : end_of(&c, &outage, begin);
    count_lasted(&c, &outage, begin < 0 || over < 0 ? -1 : over - begin);
    c.count += mirth_count_affected(&c.checking, &numbers[c.count]) ? 1 : 0;
    count_span(&c, MIRTH_DETECT, begin, seen);
    if (seen > begin)
        count_span(&c, MIRTH_RESOLVE, seen, over);
    return c.count;
}
