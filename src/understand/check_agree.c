/* check_agree.c: what the record says twice, and differently: figures, the time of one step, a date
 * and its weekday. */
#include "understand/check.h"

#include <string.h>

#include "understand/clock.h"
#include "understand/facts.h"

enum {
    SAYINGS =
        160,      /* sentences that are held against each other; the rest of a long record is not */
    CONTENT = 24, /* content words of a sentence that are looked at */
    ALIKE = 4,    /* as many of them must be shared, and half of the shorter's */
    LETTERS = 4,  /* a content word's least length */
    SHORTEST = 4, /* digits of a figure in which a slip may hide */
    LONGEST = 9
};

/* A sentence and its content words, by their hashes. */
struct saying {
    const struct mirth_part *part;
    const struct mirth_clause *clause;
    uint32_t words[CONTENT];
    size_t count;
};

static bool is_content(const struct mirth_checking *c, const struct mirth_token *t)
{
    static const int small[] = {MIRTH_L_PREPOSITION, MIRTH_L_AUX,         MIRTH_L_THE,
                                MIRTH_L_PRONOUN,     MIRTH_L_COORDINATOR, MIRTH_L_LEAD};
    if (t->kind != MIRTH_T_WORD || t->text.len < LETTERS)
        return false;
    for (size_t i = 0; i < sizeof small / sizeof *small; i++)
        if (mirth_listed(c->english, t->word, small[i]))
            return false;
    return true;
}

static struct saying read_saying(const struct mirth_checking *c, const struct mirth_part *part,
                                 const struct mirth_clause *clause)
{
    struct saying s = {.part = part, .clause = clause};
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_words_of(c, clause->text, tokens);
    for (size_t i = 0; i < count && s.count < CONTENT; i++)
        if (is_content(c, &tokens[i]))
            s.words[s.count++] = mirth_word_hash(tokens[i].text);
    return s;
}

/* Whether two sentences speak of the same thing, in much the same words. */
static bool are_alike(const struct saying *a, const struct saying *b)
{
    size_t shared = 0, least = a->count < b->count ? a->count : b->count;
    for (size_t i = 0; i < a->count; i++)
        for (size_t k = 0; k < b->count; k++)
            if (a->words[i] == b->words[k]) {
                shared++;
                break;
            }
    return shared >= ALIKE && 2 * shared >= least;
}

/* Every sentence that `wanted` takes, as many as are held against each other. */
static size_t collect(const struct mirth_checking *c, struct saying *out,
                      bool (*wanted)(const struct mirth_checking *, const struct mirth_part *,
                                     const struct mirth_clause *))
{
    size_t count = 0;
    for (size_t i = 0; i < c->story->part_count && count < SAYINGS; i++) {
        const struct mirth_part *part = &c->story->parts[i];
        for (size_t k = 0; k < part->clause_count && count < SAYINGS; k++)
            if (!c->story->rows[part->row].quoted && wanted(c, part, &part->clauses[k]))
                out[count++] = read_saying(c, part, &part->clauses[k]);
    }
    return count;
}

/* ---- figures ---- */

static bool is_year(struct mirth_slice s)
{
    return s.len == 4 && (!memcmp(s.at, "19", 2) || !memcmp(s.at, "20", 2));
}

/* The next whole number of the text from *at on that is no part of a time, a version or a name. */
static bool next_figure(struct mirth_slice text, size_t *at, struct mirth_slice *figure)
{
    while (*at < text.len) {
        size_t from = *at, to = from;
        while (to < text.len && mirth_is_digit(text.at[to]))
            to++;
        *at = to > from ? to : from + 1;
        *figure = mirth_slice(text.at + from, to - from);
        if (figure->len < SHORTEST || figure->len > LONGEST || is_year(*figure) ||
            (from && (mirth_is_alpha(text.at[from - 1]) || strchr(".,:/_#", text.at[from - 1]))) ||
            (to < text.len && (mirth_is_alpha(text.at[to]) || strchr(":/_%", text.at[to]))))
            continue;
        return true;
    }
    return false;
}

static bool has_figure(const struct mirth_checking *c, const struct mirth_part *part,
                       const struct mirth_clause *clause)
{
    struct mirth_slice figure;
    size_t at = 0;
    (void)part;
    return next_figure(clause->text, &at, &figure) &&
           !mirth_mentions(c, clause->text, "contrast"); /* "3307 instead of the expected 3306" */
}

/* One digit is another, or two neighbours changed places. The last one is counted up on purpose:
 * port 5000 here, and 5001 there. */
static bool is_slip(struct mirth_slice a, struct mirth_slice b)
{
    size_t differ = 0, first = 0, last = 0;
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (a.at[i] != b.at[i]) {
            first = differ++ ? first : i;
            last = i;
        }
    return (differ == 1 && last + 1 < a.len) ||
           (differ == 2 && last == first + 1 && a.at[first] == b.at[last] &&
            a.at[last] == b.at[first]);
}

static bool holds_figure(struct mirth_slice text, struct mirth_slice wanted)
{
    struct mirth_slice figure;
    for (size_t at = 0; next_figure(text, &at, &figure);)
        if (mirth_same(figure, wanted))
            return true;
    return false;
}

/* A figure of a's that is a slip of one of b's; who says both in one sentence means both. */
static bool find_slip(const struct saying *a, const struct saying *b, struct mirth_slice *first,
                      struct mirth_slice *second)
{
    for (size_t i = 0; next_figure(a->clause->text, &i, first);)
        for (size_t k = 0; next_figure(b->clause->text, &k, second);)
            if (is_slip(*first, *second) && !holds_figure(a->clause->text, *second) &&
                !holds_figure(b->clause->text, *first))
                return true;
    return false;
}

/* A figure in a code span is quoted with all of it: code is not to be taken apart. */
static struct mirth_slice with_code(struct mirth_slice text, struct mirth_slice figure)
{
    const char *from = figure.at, *to = figure.at + figure.len, *end = text.at + text.len;
    size_t before = 0;
    for (const char *s = text.at; s < figure.at; s++)
        before += *s == '`';
    if (before % 2 == 0)
        return figure;
    while (from > text.at && *from != '`')
        from--;
    while (to < end && *to != '`')
        to++;
    return mirth_slice(from, (size_t)(to - from) + (to < end));
}

void mirth_check_figures(struct mirth_checking *c)
{
    struct saying said[SAYINGS];
    struct mirth_slice first, second;
    size_t count = collect(c, said, has_figure);
    for (size_t i = 0; i < count; i++)
        for (size_t k = i + 1; k < count; k++)
            if (said[i].part != said[k].part && /* "In staging 4096, in production 4026" */
                are_alike(&said[i], &said[k]) && find_slip(&said[i], &said[k], &first, &second)) {
                first = with_code(said[i].clause->text, first);
                second = with_code(said[k].clause->text, second);
                mirth_found(c, said[k].part->line, "it says both %.*s and %.*s of the same thing",
                            (int)first.len, first.at, (int)second.len, second.at);
                return;
            }
}

/* ---- the time of one step ---- */

/* "10:00 - 12:30": of a stretch its first time alone is read. */
static bool is_range(struct mirth_slice time)
{
    size_t colons = 0;
    for (size_t i = 0; i < time.len; i++)
        colons += time.at[i] == ':';
    return colons > 1;
}

/* Whether so many digits stand in a row. */
static bool has_digits(struct mirth_slice text, size_t wanted)
{
    size_t digits = 0;
    for (size_t i = 0; i < text.len && digits < wanted; i++)
        digits = mirth_is_digit(text.at[i]) ? digits + 1 : 0;
    return digits >= wanted;
}

static bool has_time(const struct mirth_checking *c, const struct mirth_part *part,
                     const struct mirth_clause *clause)
{
    struct mirth_when when, another;
    size_t at = 0;
    if (part->kind != MIRTH_EVENT && !has_digits(clause->text, 1))
        return false; /* which spares most sentences the reading */
    if (part->kind == MIRTH_EVENT)
        return part->time.len && part->when.minute >= 0 && !part->when.broken;
    return part->kind != MIRTH_MEASURE && mirth_next_when(c->english, clause->text, &at, &when) &&
           when.minute >= 0 && !is_range(when.text) && !when.broken &&
           !mirth_next_when(c->english, clause->text, &at, &another);
}

/* When the step was, by the entry's own time or the one in the sentence. */
struct moment {
    struct mirth_slice text;
    int day, minute;
};

static struct moment read_moment(const struct mirth_checking *c, const struct saying *s)
{
    struct mirth_when when = {.minute = -1};
    size_t at = 0;
    if (s->part->kind == MIRTH_EVENT)
        return (struct moment){s->part->time, s->part->when.day, s->part->when.minute};
    mirth_next_when(c->english, s->clause->text, &at, &when);
    return (struct moment){when.text, when.day, when.minute};
}

/* A time of day, without its date. */
static bool differ(const struct moment *a, const struct moment *b)
{
    bool days = a->day && b->day && a->day != b->day;
    return !days && a->minute != b->minute;
}

/* What is done is named in both: "the page was due to be updated" and "a user wrote that the page
 * was old" share no more than their subject. */
static bool share_deed(const struct mirth_checking *c, const struct saying *a,
                       const struct saying *b)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_words_of(c, a->clause->text, tokens);
    for (size_t i = 0; i < count; i++) {
        const uint32_t hash = mirth_word_hash(tokens[i].text);
        if (!(c->english->words[tokens[i].word].forms & MIRTH_PARTICIPLE) ||
            !is_content(c, &tokens[i]))
            continue;
        for (size_t k = 0; k < b->count; k++)
            if (b->words[k] == hash)
                return true;
    }
    return false;
}

/* The one entry of the timeline that tells the same step; NULL: none does, or several. */
static const struct saying *entry_of(const struct mirth_checking *c, const struct saying *said,
                                     size_t count, const struct saying *step)
{
    const struct saying *found = NULL;
    for (size_t i = 0; i < count; i++) {
        if (said[i].part->kind != MIRTH_EVENT || !are_alike(&said[i], step) ||
            !share_deed(c, &said[i], step))
            continue;
        if (found)
            return NULL;
        found = &said[i];
    }
    return found;
}

void mirth_check_steps(struct mirth_checking *c)
{
    struct saying said[SAYINGS];
    size_t count = collect(c, said, has_time);
    for (size_t i = 0; i < count; i++) {
        const struct saying *entry =
            said[i].part->kind == MIRTH_EVENT ? NULL : entry_of(c, said, count, &said[i]);
        struct moment here, there;
        if (!entry)
            continue;
        here = read_moment(c, &said[i]);
        there = read_moment(c, entry);
        if (!differ(&here, &there))
            continue;
        mirth_found(c, said[i].part->line, "it says both %.*s and %.*s of the same step",
                    (int)there.text.len, there.text.at, (int)here.text.len, here.text.at);
        return;
    }
}

/* ---- a date and its weekday ---- */

/* The weekday that the word names, 0 for Sunday; -1: none. */
static int weekday_of(const struct mirth_checking *c, struct mirth_slice word)
{
    static const char *const lists[] = {"sunday",   "monday", "tuesday", "wednesday",
                                        "thursday", "friday", "saturday"};
    const uint32_t number = word.len ? mirth_word(c->english, word) : 0;
    if (!mirth_listed(c->english, number, MIRTH_L_WEEKDAY))
        return -1;
    for (int i = 0; i < 7; i++)
        if (mirth_listed(c->english, number, mirth_list(c->english, lists[i])))
            return i;
    return -1;
}

/* The weekday that stands before a date, or begins it: "on Sunday, May 14th, 2023". */
static struct mirth_slice weekday_before(const struct mirth_checking *c, struct mirth_slice text,
                                         struct mirth_slice date)
{
    const char *from = date.at, *to;
    struct mirth_slice word = date;
    size_t n = 0;
    while (n < date.len && mirth_is_alpha(date.at[n]))
        n++;
    word.len = n;
    if (weekday_of(c, word) >= 0)
        return word;
    while (from > text.at && !mirth_is_alpha(from[-1]) && date.at - from < 3)
        from--;
    to = from;
    while (from > text.at && mirth_is_alpha(from[-1]))
        from--;
    return mirth_slice(from, (size_t)(to - from));
}

/* 1970-01-01 was a Thursday. */
static int weekday(const struct mirth_when *when)
{
    int64_t days = mirth_days(when->year, when->month, when->day) + 4;
    return (int)((days % 7 + 7) % 7);
}

/* "May 13th, 2023" of "May 13th, 2023, 10:20 pm": up to its year. */
static struct mirth_slice date_alone(struct mirth_slice text)
{
    size_t digits = 0;
    for (size_t i = 0; i < text.len; i++) {
        digits = mirth_is_digit(text.at[i]) ? digits + 1 : 0;
        if (digits == 4)
            return mirth_slice(text.at, i + 1);
    }
    return text;
}

static bool find_no_such_day(struct mirth_checking *c, const struct mirth_part *part,
                             struct mirth_slice text)
{
    struct mirth_when when;
    struct mirth_slice date;
    if (!has_digits(text, 4))
        return false; /* no year */
    for (size_t at = 0; mirth_next_when(c->english, text, &at, &when);) {
        struct mirth_slice name = weekday_before(c, text, when.text);
        int said = weekday_of(c, name);
        if (said < 0 || when.broken || !when.year || !when.month || !when.day ||
            said == weekday(&when))
            continue;
        date = date_alone(when.text);
        if (date.at == name.at) { /* "Sunday, May 13th, 2023" */
            date = mirth_slice(date.at + name.len, date.len - name.len);
            while (date.len && !mirth_is_alpha(date.at[0]) && !mirth_is_digit(date.at[0]))
                date = mirth_slice(date.at + 1, date.len - 1);
        }
        mirth_found(c, part->line, "%.*s was no %.*s", (int)date.len, date.at, (int)name.len,
                    name.at);
        return true;
    }
    return false;
}

void mirth_check_weekdays(struct mirth_checking *c)
{
    for (size_t i = 0; i < c->story->part_count; i++) {
        const struct mirth_part *part = &c->story->parts[i];
        if (find_no_such_day(c, part, mirth_label_text(c, part)) ||
            find_no_such_day(c, part, part->flat))
            return;
    }
}
