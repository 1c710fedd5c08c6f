/* check_span.c: from when to when the outage was, and for how long, as the record states it. */
#include "understand/check.h"

#include <string.h>

#include "understand/digest.h"

enum { HOUR = 60, NOON = 12 * HOUR, DAY = 24 * HOUR };

static size_t digits(struct mirth_slice s, size_t at, int *value)
{
    size_t n = 0;
    for (*value = 0; at + n < s.len && n < 5 && mirth_is_digit(s.at[at + n]); n++)
        *value = *value * 10 + (s.at[at + n] - '0');
    return n;
}

static size_t spaces(struct mirth_slice s, size_t at)
{
    size_t n = 0;
    while (at + n < s.len && s.at[at + n] == ' ')
        n++;
    return n;
}

/* "am", "P.M."; 'a', 'p' or 0. */
static char meridiem(struct mirth_slice s, size_t at)
{
    size_t m;
    char first = at < s.len ? mirth_lower(s.at[at]) : '\0';
    if (first != 'a' && first != 'p')
        return '\0';
    m = at + 1 + (at + 1 < s.len && s.at[at + 1] == '.');
    if (m >= s.len || mirth_lower(s.at[m]) != 'm' || (m + 1 < s.len && mirth_is_alpha(s.at[m + 1])))
        return '\0';
    return first;
}

/* A length of time like "2:30 hours" only looks like a time of day. */
static bool unit_follows(const struct mirth_checking *c, struct mirth_slice s, size_t at)
{
    at += spaces(s, at);
    return at < s.len &&
           mirth_listed(c->english,
                        mirth_token_at(c->english, mirth_slice(s.at + at, s.len - at)).word,
                        MIRTH_L_DURATION);
}

struct moment {
    int minute;
    bool sure; /* of which half of the day it is in */
};

static bool begins(struct mirth_slice s, size_t at)
{
    char before = at ? s.at[at - 1] : ' ';
    if (before == 'T')
        return at > 1 && mirth_is_digit(s.at[at - 2]);
    return !mirth_is_digit(before) && !mirth_is_alpha(before) && !strchr(":.+/", before);
}

/* Reads the time of day at s.at[at]; returns its length, or 0 where there is none. */
static size_t read_moment(const struct mirth_checking *c, struct mirth_slice s, size_t at,
                          struct moment *moment)
{
    int hour, minute = 0, second;
    size_t n = digits(s, at, &hour), more;
    char half;
    bool colon =
        n && n <= 2 && at + n < s.len && s.at[at + n] == ':' && digits(s, at + n + 1, &minute) == 2;
    if (!n || n > 2 || !begins(s, at))
        return 0;
    n += colon ? 3 : 0;
    if (colon && at + n < s.len && s.at[at + n] == ':' && digits(s, at + n + 1, &second) == 2)
        n += 3;
    more = spaces(s, at + n);
    half = meridiem(s, at + n + more);
    if (hour > 23 || minute > 59 || (half && (hour > 12 || !hour)) || (!half && !colon) ||
        (!half && unit_follows(c, s, at + n)))
        return 0;
    moment->sure = half || hour > 12 || !hour;
    moment->minute = (half ? hour % 12 + (half == 'p' ? 12 : 0) : hour) * HOUR + minute;
    return half ? n + more + 1 : n;
}

static void take_times(const struct mirth_checking *c, struct mirth_slice s, size_t most,
                       struct mirth_outage *o)
{
    struct moment m;
    size_t taken = 0, len;
    for (size_t at = 0; at < s.len && taken < most; at += len ? len : 1) {
        len = read_moment(c, s, at, &m);
        if (!len)
            continue;
        taken++;
        if (o->times++ == 0) {
            o->start = m.minute;
            o->vague = o->unsure = !m.sure;
        } else {
            o->end = m.minute;
            o->unsure = o->unsure && !m.sure;
            o->vague = o->times == 2 && o->vague && m.sure && m.minute >= NOON;
        }
    }
}

/* The minutes in a unit by its name; months and the like have none. */
static int64_t minutes_in(char unit)
{
    switch (unit) {
    case 'h': return HOUR;
    case 'd': return DAY;
    case 'w': return 7 * (int64_t)DAY;
    default: return 1;
    }
}

/* "2", "1.5" or "30-" before a unit, in hundredths; false where figures stand for something else.
 */
static bool read_amount(struct mirth_slice figures, int64_t *hundredths)
{
    int whole, part = 0;
    size_t n = digits(figures, 0, &whole), m = 0;
    if (n && n < figures.len && figures.at[n] == '.') {
        m = digits(figures, n + 1, &part);
        if (!m || m > 2)
            return false;
        part *= m == 1 ? 10 : 1;
        n += m + 1;
    }
    *hundredths = (int64_t)whole * 100 + part;
    return n > 0 && n == figures.len;
}

/* The amount and the unit at tokens[at]; returns how many tokens they are. */
static size_t read_length(const struct mirth_checking *c, const struct mirth_token *tokens,
                          size_t count, size_t at, int64_t *hundredths)
{
    struct mirth_slice figures = tokens[at].text;
    char unit;
    if (tokens[at].kind != MIRTH_T_NUMBER || at + 1 >= count ||
        !mirth_listed(c->english, tokens[at + 1].word, MIRTH_L_DURATION))
        return 0;
    unit = mirth_lower(tokens[at + 1].text.at[0]);
    if (!read_amount(figures, hundredths))
        return 0;
    *hundredths = unit == 's' ? 0 : *hundredths * minutes_in(unit);
    return 2;
}

static bool joins(const struct mirth_checking *c, struct mirth_token t)
{
    return mirth_listed(c->english, t.word, MIRTH_L_ADDITIVE) || mirth_same_text(t.text, ",") ||
           t.kind == MIRTH_T_MARK;
}

/* "about 2 hours and 5 minutes": from its hedge, where it has one, to its last unit. */
static struct mirth_slice length_of(const struct mirth_checking *c,
                                    const struct mirth_token *tokens, size_t from, size_t end)
{
    const struct mirth_slice last = tokens[end - 1].text;
    while (from && mirth_listed(c->english, tokens[from - 1].word, MIRTH_L_HEDGE))
        from--;
    return mirth_slice(tokens[from].text.at, (size_t)(last.at + last.len - tokens[from].text.at));
}

/* The first stated length. What is written out in words, even in part, has no figure. */
static void take_length(const struct mirth_checking *c, struct mirth_slice s,
                        struct mirth_outage *o)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_words_of(c, s, tokens), i = 0, len, from, end;
    int64_t amount, sum = 0;
    while (i < count && !mirth_listed(c->english, tokens[i].word, MIRTH_L_DURATION))
        i++;
    if (o->long_said || i == count)
        return;
    o->long_said = true;
    for (size_t k = 0; k < i; k++)
        o->about |= mirth_listed_at(c->english, tokens, count, k, MIRTH_L_HEDGE) > 0;
    if (i == 0 || !(len = read_length(c, tokens, count, i - 1, &amount)))
        return;
    from = end = i - 1;
    for (i--; i < count; i += len) {
        while (i < count && sum && joins(c, tokens[i]))
            i++;
        if (i >= count || !(len = read_length(c, tokens, count, i, &amount)))
            break;
        sum += amount;
        end = i + len;
    }
    if (i < count && mirth_listed(c->english, tokens[i].word, mirth_list(c->english, "half-word")))
        return; /* "2 hours and a half" */
    o->lasted = sum / 100;
    o->length = length_of(c, tokens, from, end);
}

/* The text of the first field of that name, and what it governs. */
static void read_field(const struct mirth_checking *c, const char *name, size_t most,
                       struct mirth_outage *o)
{
    const struct mirth_story *story = c->story;
    size_t i = 0;
    while (i < story->part_count &&
           (story->parts[i].kind != MIRTH_FIELD || strcmp(story->parts[i].name, name)))
        i++;
    for (size_t first = i; i < story->part_count; i++) {
        const struct mirth_part *part = &story->parts[i];
        if (part->kind == MIRTH_SECTION || !part->field || strcmp(part->field, name) ||
            (part->kind == MIRTH_FIELD && i > first))
            break;
        o->line = o->line ? o->line : part->line;
        take_times(c, part->flat, most, o);
        take_length(c, part->flat, o);
        if (!o->zone.len)
            mirth_zone_in(c, part->flat, &o->zone);
    }
}

/* "The lamps were dark for two hours", and not "the spare had been in its box for two years". */
static bool is_of_outage(const struct mirth_checking *c, const struct mirth_clause *clause)
{
    static const int lists[] = {MIRTH_L_ISSUE, MIRTH_L_BAD, MIRTH_L_ENDING, MIRTH_L_TROUBLE_SIGN};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (mirth_has_listed(c->english, clause->body, lists[i]))
            return true;
    return mirth_is(clause->frame, "led-to"); /* "this resulted in two dark hours" */
}

/* No such field: a sentence of the summary says it. */
static void read_summary(const struct mirth_checking *c, struct mirth_outage *o)
{
    for (size_t i = 0; i < c->story->part_count; i++) {
        const struct mirth_part *part = &c->story->parts[i];
        if (!mirth_stands_in(part, "summary|intro", ""))
            continue;
        for (size_t k = 0; k < part->clause_count && !o->long_said && o->times < 2; k++) {
            struct mirth_outage one = {.lasted = -1};
            take_times(c, part->clauses[k].text, MIRTH_TOKENS, &one);
            take_length(c, part->clauses[k].text, &one);
            if (one.times < 2 &&
                (!one.long_said || (!one.times && !is_of_outage(c, &part->clauses[k]))))
                continue;
            *o = one;
            o->line = part->line;
            mirth_zone_in(c, part->clauses[k].text, &o->zone);
        }
    }
}

/* "At 3:05 PM the lamp went out. It stayed dark until 5:10 PM.": two sentences say it. What else
 * they tell is not known, so no more than that is taken from them. */
static void read_sentences(const struct mirth_checking *c, struct mirth_outage *o)
{
    struct mirth_outage all = {.lasted = -1};
    for (size_t i = 0; i < c->story->part_count && all.times < 2; i++) {
        const struct mirth_part *part = &c->story->parts[i];
        if (!mirth_stands_in(part, "summary|intro", ""))
            continue;
        take_times(c, part->flat, 2, &all);
        all.line = all.line || !all.times ? all.line : part->line;
        if (!all.zone.len)
            mirth_zone_in(c, part->flat, &all.zone);
    }
    if (all.times < 2)
        return;
    *o = all;
    o->vague = o->unsure = true;
}

void mirth_read_outage(const struct mirth_checking *c, struct mirth_outage *outage)
{
    *outage = (struct mirth_outage){.lasted = -1};
    read_field(c, "duration", MIRTH_TOKENS, outage);
    if (outage->times < 2) {
        size_t said = outage->times;
        outage->times = 0;
        read_field(c, "start", 1, outage);
        read_field(c, "end", 1, outage);
        outage->times = outage->times ? outage->times : said;
    }
    if (!outage->line)
        read_summary(c, outage);
    if (!outage->line)
        read_sentences(c, outage);
}

/* A zone's letters are capitals ("EST", not "est."); its names are capitalised. */
static bool is_zone(const struct mirth_checking *c, struct mirth_slice word)
{
    bool upper = true;
    for (size_t i = 0; i < word.len; i++)
        upper &= mirth_is_upper(word.at[i]);
    return word.len && (upper || (word.len > 4 && mirth_is_upper(word.at[0]))) &&
           mirth_listed(c->english, mirth_word(c->english, word), MIRTH_L_ZONE);
}

static bool zone_at(const struct mirth_checking *c, const struct mirth_token *t,
                    struct mirth_slice text, struct mirth_slice *zone)
{
    struct mirth_slice word = t->text;
    size_t end;
    while (t->kind == MIRTH_T_NUMBER && word.len && !mirth_is_alpha(word.at[0]))
        word = mirth_slice(word.at + 1, word.len - 1); /* "15:00Z" */
    for (end = 0; end < word.len && mirth_is_alpha(word.at[end]); end++)
        ;
    if (!is_zone(c, mirth_slice(word.at, end)) || (end == 1 && t->kind != MIRTH_T_NUMBER))
        return false;
    *zone = mirth_slice(word.at, end);
    end = (size_t)(word.at - text.at) + end; /* "UTC+1" */
    if (end + 1 < text.len && strchr("+-", text.at[end]) && mirth_is_digit(text.at[end + 1]))
        zone->len += 2 + (end + 2 < text.len && mirth_is_digit(text.at[end + 2]));
    return true;
}

bool mirth_zone_in(const struct mirth_checking *c, struct mirth_slice text,
                   struct mirth_slice *zone)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_words_of(c, text, tokens);
    int names = mirth_list(c->english, "zone-name");
    for (size_t i = 0; i < count; i++) {
        size_t len = mirth_listed_at(c->english, tokens, count, i, names);
        if (len) {
            const struct mirth_slice last = tokens[i + len - 1].text;
            *zone =
                mirth_slice(tokens[i].text.at, (size_t)(last.at + last.len - tokens[i].text.at));
            return true;
        }
        if (zone_at(c, &tokens[i], text, zone))
            return true;
    }
    return false;
}
