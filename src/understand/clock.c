/* clock.c: dates, times and zones as people write them. */
#include "understand/clock.h"

#include <string.h>

struct clock {
    const struct mirth_english *english;
    struct mirth_when *when;
    bool seen;       /* a date or a time of day: what makes it an expression */
    bool any;        /* a piece of one: a weekday */
    bool brief;      /* the date had no year: a time must follow */
    bool comma;      /* the token before was one */
    bool dash;       /* a dash came just before */
    int time, later; /* the time of day in the token before and in this one; -1: none */
    int bare;        /* the day may be an hour: "3 PM" */
};

static size_t digits(struct mirth_slice s, size_t at, int *value)
{
    size_t n = 0;
    *value = 0;
    while (at + n < s.len && mirth_is_digit(s.at[at + n]) && n < 6)
        *value = *value * 10 + (s.at[at + n++] - '0');
    return n;
}

/* "am", "p.m." at s[at]: 0 none, 1 a.m., 2 p.m. */
static int meridiem(struct mirth_slice s, size_t at)
{
    char c, m = 0;
    if (at >= s.len)
        return 0;
    c = mirth_lower(s.at[at]);
    if (at + 1 < s.len)
        m = mirth_lower(s.at[at + 1 + (s.at[at + 1] == '.' && at + 2 < s.len)]);
    return m == 'm' && (c == 'a' || c == 'p') ? 1 + (c == 'p') : 0;
}

static void turn_clock(int half, int *minute)
{
    if (half == 2 && *minute >= 0 && *minute < 12 * 60)
        *minute += 12 * 60;
    if (half == 1 && *minute >= 12 * 60 && *minute < 13 * 60)
        *minute -= 12 * 60;
}

/* How far a slip of the pen goes: "10:75" was meant as a time, "34:12" was not. */
static bool may_be_time(int hour, int minute, bool colon)
{
    return hour <= 24 ? minute < 60 || colon : hour < 30 && minute < 60 && colon;
}

/* "09h12", as French has it; "2h30" is a length. */
static bool is_french(struct mirth_slice s)
{
    int number;
    return s.len >= 5 && s.at[2] == 'h' && digits(s, 0, &number) == 2 && digits(s, 3, &number) == 2;
}

/* "10:00", "10.30", "9:15AM", "09h12", "3pm", "16:32:05"; a range may follow. *broken: it is
 * written like a time, but cannot be one; *minute is -1 where it is not known what was meant
 * ("25:10"). */
static bool read_time(struct mirth_slice s, int *minute, bool *broken)
{
    int hour, min = 0, sec, half;
    size_t n = digits(s, 0, &hour), m;
    bool colon = n && n < s.len && (s.at[n] == ':' || is_french(s)), range;
    if (!n || n > 2)
        return false;
    if (colon || (n < s.len && s.at[n] == '.' && s.len > n + 3 && meridiem(s, n + 3))) {
        m = digits(s, n + 1, &min);
        if (m != 2)
            return false;
        n += 3;
        if (n < s.len && s.at[n] == ':')
            n += 1 + digits(s, n + 1, &sec);
    } else if (!meridiem(s, n)) {
        return false;
    }
    if (!may_be_time(hour, min, colon))
        return false;
    *broken = hour > 24 || min > 59;
    *minute = *broken ? -1 : hour * 60 + min;
    range = n < s.len && s.at[n] == '-';
    half = meridiem(s, range ? s.len - 2 : n); /* "1:42-1:59PM": both are in the afternoon */
    *broken |= half && hour > 12 && !range;
    turn_clock(half, minute);
    half = meridiem(s, n);
    n += half ? 2 : 0;
    range = n < s.len && s.at[n] == '-';
    return n >= s.len || range || s.at[n] == '.' || s.at[n] == '+';
}

static int month_of(struct mirth_slice s)
{
    static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";
    char key[3];
    if (s.len < 3)
        return 0;
    for (size_t i = 0; i < 3; i++)
        key[i] = mirth_lower(s.at[i]);
    for (int i = 0; i < 12; i++)
        if (!memcmp(names + i * 3, key, 3))
            return i + 1;
    return 0;
}

/* "06/May/2022", "6-Jan-2023" */
static bool read_named_date(struct mirth_slice s, struct mirth_when *w)
{
    int day, year, month;
    size_t n = digits(s, 0, &day), m = n + 1, k;
    char mark = n < s.len ? s.at[n] : '\0';
    if (!n || n > 2 || (mark != '-' && mark != '/'))
        return false;
    while (m < s.len && mirth_is_letter(s.at[m]))
        m++;
    month = m < s.len && s.at[m] == mark ? month_of(mirth_slice(s.at + n + 1, m - n - 1)) : 0;
    k = month ? digits(s, m + 1, &year) : 0;
    if (k != 4 || day < 1 || day > 31)
        return false;
    w->year = year;
    w->month = month;
    w->day = day;
    return true;
}

/* "2024-03-10", "2024-03-10T16:08:30Z", "04-12-2022", "10/03/2024". */
static bool read_date(struct mirth_slice s, struct mirth_when *w)
{
    int a, b, c;
    size_t n = digits(s, 0, &a), m, k;
    char mark = n < s.len ? s.at[n] : '\0';
    bool broken;
    if (!n || (mark != '-' && mark != '/' && mark != '.'))
        return false;
    m = digits(s, n + 1, &b);
    if (!m || n + 1 + m >= s.len || s.at[n + 1 + m] != mark)
        return false;
    k = digits(s, n + m + 2, &c);
    if (!k || (n < 4 && k < 2) || n > 4 || k > 4 ||
        (mark == '.' && (n == 4 ? m != 2 || k != 2 : k < 4))) /* "2024.06.1" is a release */
        return false;
    w->year = n >= 4 ? a : c;
    w->month = b;
    w->day = n >= 4 ? c : a;
    if (w->month < 1 || w->month > 12 || w->day < 1 || w->day > 31) {
        w->year = w->month = w->day = 0;
        return false;
    }
    n += m + k + 2;
    if (n < s.len && (s.at[n] == 'T' || s.at[n] == 't'))
        read_time(mirth_slice(s.at + n + 1, s.len - n - 1 - (s.at[s.len - 1] == 'Z')), &w->minute,
                  &broken);
    return true;
}

/* "03-26 08:10": the month and the day, as ISO has them, of the time that must follow. */
static bool read_short_date(struct mirth_slice s, struct mirth_when *w)
{
    int month, day;
    if (s.len != 5 || s.at[2] != '-' || w->month || w->minute >= 0 || digits(s, 0, &month) != 2 ||
        digits(s, 3, &day) != 2 || month < 1 || month > 12 || day < 1 || day > 31)
        return false;
    w->month = month;
    w->day = day;
    return true;
}

static bool is_zone(const struct clock *c, struct mirth_slice s)
{
    size_t letters = 0;
    while (letters < s.len && mirth_is_alpha(s.at[letters]))
        letters++;
    return letters >= 1 &&
           mirth_listed(c->english, mirth_word(c->english, mirth_slice(s.at, letters)),
                        MIRTH_L_ZONE) &&
           (letters == s.len || s.at[letters] == '+' || s.at[letters] == '-') &&
           (letters > 1 || s.at[0] == 'Z');
}

static bool take_number(struct clock *c, struct mirth_slice s)
{
    struct mirth_when *w = c->when;
    int value, minute;
    bool broken;
    size_t n;
    if (read_time(s, &minute, &broken)) {
        if (w->minute < 0) /* of a range the second half shares what follows: "1:42-1:59 PM" */
            w->minute = minute;
        w->broken |= broken;
        c->later = minute;
        return c->seen = true;
    }
    if (read_date(s, w) || read_named_date(s, w))
        return c->seen = true;
    if (!c->seen && read_short_date(s, w))
        return c->brief = true;
    if (is_zone(c, s))
        return c->seen;
    n = digits(s, 0, &value);
    if (n == 4 && s.len == 4 && value / 100 < 24 && value % 100 < 60 && s.at[0] == '0' &&
        w->minute < 0) { /* "0710 AM" */
        w->minute = value / 100 * 60 + value % 100;
        return c->seen = true;
    }
    if (n && n <= 2 && w->month && n < s.len && (s.at[n] == '-' || s.at[n] == ',')) {
        w->day = w->day ? w->day : value; /* "March 21-22", "March 20,2024" */
        return mirth_is_digit(s.at[s.len - 1]);
    }
    if (n == 4 && value > 1900 && value < 2200) {
        w->year = w->year ? w->year : value;
        return n == s.len;
    }
    if (c->dash && w->minute >= 0 && !w->month)
        return false; /* "9:05 - 26 letters", "9:05 - The 4 lamps" */
    if (n && n <= 2 && value >= 1 && value <= 31 && s.len <= n + 2) {
        c->bare = !w->day && !w->month && s.len == n;
        w->day = w->day ? w->day : value;
        return true;
    }
    return false;
}

/* Words that join two pieces of one expression, and end none. */
static bool is_joining(const struct clock *c, const struct mirth_token *t)
{
    return mirth_listed(c->english, t->word, MIRTH_L_TIME_JOINT);
}

static bool take_word(struct clock *c, const struct mirth_token *t)
{
    int half = t->text.len <= 4 ? meridiem(t->text, 0) : 0;
    if (half && c->when->minute < 0 && c->when->day && c->when->day <= 12 && c->bare) {
        c->when->minute = c->when->day * 60; /* "3 PM" */
        c->when->day = c->bare == 2 ? c->when->day : 0;
        c->seen = true;
    }
    if (half && (c->when->minute >= 0 || c->when->broken)) {
        c->when->broken |= c->time >= 13 * 60; /* "17:59 PM" */
        if (!c->when->half)
            turn_clock(half, &c->when->minute);
        c->when->half = true; /* a second a.m. or p.m. is another time's */
        return true;
    }
    if (c->time >= 0 && !c->when->half && mirth_same_text(t->text, "M"))
        return c->when->broken = true;
    if (mirth_listed(c->english, t->word, MIRTH_L_MONTH)) {
        c->when->month = c->when->month ? c->when->month : month_of(t->text);
        return true;
    }
    if (mirth_listed(c->english, t->word, MIRTH_L_WEEKDAY))
        return c->any = true;
    if (is_zone(c, t->text))
        return true;
    if (mirth_listed(c->english, t->word, MIRTH_L_CLOCK_WORD))
        return c->seen || c->when->month;
    return is_joining(c, t) && (c->seen || c->when->month || c->when->day);
}

/* "(UTC)", "(14:00 UTC)", "(GMT+1)": a parenthesis with nothing else in it. */
static bool take_paren(struct clock *c, struct mirth_slice s)
{
    struct mirth_slice rest = mirth_slice(s.at + 1, s.len - 2);
    struct mirth_when ignored = *c->when;
    struct clock inner = {.english = c->english, .when = &ignored, .seen = c->seen, .time = -1};
    bool any = false;
    while ((rest = mirth_trim(rest)).len) {
        struct mirth_token t = mirth_token_at(c->english, rest);
        if (!(t.kind == MIRTH_T_NUMBER && take_number(&inner, t.text)) &&
            !(t.kind == MIRTH_T_WORD && take_word(&inner, &t)) &&
            !(t.kind == MIRTH_T_PUNCT && mirth_is_among(",-", t.text.at[0])))
            return false;
        any = true;
        rest = mirth_slice(rest.at + t.text.len, rest.len - t.text.len);
    }
    return any;
}

/* Marks that may stand between the pieces of one expression. */
static bool take_mark(struct clock *c, struct mirth_slice s)
{
    c->when->broken |= c->comma && s.at[0] == ',' && c->when->month;
    c->comma = s.at[0] == ',';
    c->dash = !c->comma;
    return (c->seen || c->any || c->when->month || c->when->day || c->when->minute >= 0) &&
           (s.at[0] == ',' || s.at[0] == '-' || s.at[0] == '~' || (unsigned char)s.at[0] == 0xe2);
}

static bool take(struct clock *c, const struct mirth_token *t)
{
    switch (t->kind) {
    case MIRTH_T_NUMBER: return take_number(c, t->text);
    case MIRTH_T_WORD: return take_word(c, t);
    case MIRTH_T_PAREN: return (c->seen || c->when->day) && take_paren(c, t->text);
    default: return false;
    }
}

static size_t opening_marks(struct mirth_slice text)
{
    size_t i = 0;
    for (;;) {
        while (i < text.len && mirth_is_among("*_[`( \t", text.at[i]))
            i++;
        if (i >= text.len || text.at[i] != '<') /* "<strong>14:00</strong>" */
            return i;
        while (i < text.len && text.at[i++] != '>')
            ;
    }
}

/* Without a year, in a leap year. */
static bool has_day(int year, int month, int day)
{
    bool short_month = month == 4 || month == 6 || month == 9 || month == 11;
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return day <= (month == 2 ? 28 + leap : 31 - short_month);
}

/* "14:10 EAT, 2 h 28 min", "20:50 31 accounts moved": behind a time a number is no day, but where a
 * month ("10:00, 3 May") or its own half ("10 AM to 3 PM") follows. */
static bool counts_things(const struct clock *c, const struct mirth_token *t,
                          struct mirth_slice rest)
{
    const struct mirth_token next = mirth_token_at(c->english, mirth_trim(rest));
    int value;
    if (t->kind != MIRTH_T_NUMBER || c->when->minute < 0 ||
        digits(t->text, 0, &value) != t->text.len)
        return false;
    if (mirth_listed(c->english, next.word, MIRTH_L_DURATION))
        return true;
    return t->text.len < 3 && !c->when->month && next.kind == MIRTH_T_WORD &&
           !mirth_listed(c->english, next.word, MIRTH_L_MONTH) &&
           !(next.text.len <= 4 && meridiem(next.text, 0)) && !is_joining(c, &next);
}

bool mirth_when_at(const struct mirth_english *english, struct mirth_slice text,
                   struct mirth_when *when)
{
    struct clock c = {.english = english, .when = when, .time = -1, .later = -1};
    size_t from = opening_marks(text), i = from, end = 0;
    *when = (struct mirth_when){.minute = -1};
    while (i < text.len) {
        struct mirth_token t;
        if (mirth_is_space(text.at[i])) {
            i++;
            continue;
        }
        t = mirth_token_at(english, mirth_slice(text.at + i, text.len - i));
        c.time = c.later;
        c.later = -1;
        c.comma &= t.kind == MIRTH_T_PUNCT;
        if (counts_things(&c, &t,
                          mirth_slice(text.at + i + t.text.len, text.len - i - t.text.len)) ||
            (t.kind == MIRTH_T_PUNCT ? !take_mark(&c, t.text) : !take(&c, &t)))
            break;
        c.dash &= t.kind == MIRTH_T_PUNCT || is_joining(&c, &t);
        i += t.text.len;
        if (t.kind == MIRTH_T_WORD && i < text.len && text.at[i] == '.' && t.text.len == 3 &&
            meridiem(t.text, 0))
            i++; /* "9:05 p.m." */
        if (t.kind != MIRTH_T_PUNCT && !is_joining(&c, &t))
            end = i;
    }
    c.seen |= when->month && when->day;
    if (!c.seen || !end || (c.brief && when->minute < 0))
        return false;
    when->broken |= !has_day(when->year, when->month, when->day);
    when->text = mirth_slice(text.at + from, end - from);
    when->len = end;
    return true;
}

bool mirth_says_half(struct mirth_slice time)
{
    for (size_t i = 0; i + 1 < time.len; i++) {
        char first = mirth_lower(time.at[i]);
        if ((first == 'a' || first == 'p') && strchr("Mm.", time.at[i + 1]) &&
            (!i || !mirth_is_alpha(time.at[i - 1])))
            return true;
    }
    return false;
}
