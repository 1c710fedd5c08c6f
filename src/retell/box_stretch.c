/* box_stretch.c: what a sentence says of when something was: its moments, a day and its hours, and
 * where they end. */
#include "retell/box_stretch.h"

#include <string.h>

#include "retell/box_prose.h"
#include "understand/clock.h"

static struct mirth_slice between(const char *from, const char *to)
{
    return mirth_slice(from, (size_t)(to - from));
}

/* A moment at some token of a text, widened: what it says, and from where to where. */
struct moment {
    struct mirth_when when;
    const char *from, *to;
};

/* A sentence, taken apart once. */
struct sentence {
    const struct mirth_english *english;
    struct mirth_slice text;
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count; /* 0 where there are more than MIRTH_TOKENS */
};

static void take_apart(struct sentence *s, const struct mirth_english *e, struct mirth_slice text)
{
    s->english = e;
    s->text = text;
    s->count = mirth_tokens(e, text, s->tokens);
    s->count = s->count > MIRTH_TOKENS ? 0 : s->count;
}

static bool moment_at(const struct sentence *s, size_t at, struct moment *m)
{
    const char *from = s->tokens[at].text.at;
    if ((s->tokens[at].kind != MIRTH_T_WORD && s->tokens[at].kind != MIRTH_T_NUMBER) ||
        !mirth_when_at(s->english, between(from, s->text.at + s->text.len), &m->when))
        return false;
    m->from = m->when.text.at;
    m->to = m->when.text.at + m->when.text.len;
    return !m->when.broken && (m->when.day || m->when.minute >= 0);
}

/* "(95 minutes)", "East Africa Time (EAT)": what may stand between the hours and their day. */
static bool is_aside(const struct mirth_token *token)
{
    return token->kind == MIRTH_T_PAREN ||
           (token->kind == MIRTH_T_WORD && mirth_is_upper(token->text.at[0]));
}

/* "2022-05-09 [between] 10:05 and 10:40", "10:05 and 10:40 [on] 2022-05-09": a day and its times
 * are one moment. */
static void widen(const struct sentence *s, size_t at, struct moment *m)
{
    enum { ASIDE = 4 };
    struct moment more;
    while (at < s->count && s->tokens[at].text.at < m->to)
        at++;
    for (size_t i = 0; i < ASIDE && at < s->count && is_aside(&s->tokens[at]); i++)
        at++;
    if (at + 1 < s->count && s->tokens[at].text.at[0] == ',')
        at++; /* "May 9, [from] 10:05" */
    if (at + 1 >= s->count || !mirth_listed(s->english, s->tokens[at].word, MIRTH_L_PREPOSITION) ||
        !moment_at(s, at + 1, &more))
        return;
    if ((m->when.minute < 0 && more.when.minute >= 0 && !more.when.day) ||
        (!m->when.day && more.when.day && more.when.minute < 0)) {
        m->to = more.to;
        m->when.day += more.when.day;
        m->when.minute = m->when.minute < 0 ? more.when.minute : m->when.minute;
    }
}

/* "between" and "from" before a moment are of it. */
static void take_preposition(const struct sentence *s, size_t at, struct moment *m)
{
    if (at && mirth_listed(s->english, s->tokens[at - 1].word, MIRTH_L_SPAN) &&
        !mirth_listed(s->english, s->tokens[at - 1].word, MIRTH_L_NO_SPAN))
        m->from = s->tokens[at - 1].text.at;
}

/* "Ended at 9:40", "and was over by 9:40": whether a moment is the end of it. */
static bool is_behind(const struct sentence *s, size_t at, int list)
{
    enum { BEFORE = 3 };
    for (size_t i = at > BEFORE ? at - BEFORE : 0; i < at; i++)
        if (mirth_listed(s->english, s->tokens[i].word, list))
            return true;
    return false;
}

static bool is_end(const struct sentence *s, size_t at)
{
    return is_behind(s, at, MIRTH_L_ENDING);
}

/* The moment behind `from` that is said to be the end of it. */
static struct mirth_slice find_end(const struct sentence *s, const char *from)
{
    struct moment m;
    for (size_t i = 0; i < s->count; i++) {
        if (s->tokens[i].text.at < from || !is_end(s, i) || !moment_at(s, i, &m) ||
            m.when.minute < 0)
            continue;
        widen(s, i, &m);
        return between(m.from, m.to);
    }
    return mirth_slice("", 0);
}

/* "From 9:05 to around 9:40": the end with its hedge, where that parts it from its beginning. */
static struct mirth_slice hedged_end(const struct sentence *s, const char *from)
{
    struct moment m;
    size_t at = 0, hedge;
    while (at < s->count && s->tokens[at].text.at < from)
        at++;
    hedge = at + 1;
    if (hedge + 1 >= s->count ||
        !mirth_listed(s->english, s->tokens[at].word, MIRTH_L_TIME_JOINT) ||
        !mirth_listed(s->english, s->tokens[hedge].word, MIRTH_L_HEDGE))
        return mirth_slice("", 0);
    for (at = hedge + 1; at < s->count && at < hedge + 3; at++)
        if (moment_at(s, at, &m) && m.when.minute >= 0)
            return between(s->tokens[hedge].text.at, m.to);
    return mirth_slice("", 0);
}

enum { HEAD = 2 }; /* "On the 9th of May" */

/* Past the "So," that a sentence begins with. */
static size_t head_of(const struct sentence *s)
{
    bool lead = s->count > 2 && s->tokens[0].kind == MIRTH_T_WORD && s->tokens[1].text.at[0] == ',';
    return lead ? 2 : 0;
}

bool mirth_read_stretch(const struct mirth_english *e, struct mirth_slice text,
                        struct mirth_stretch *w)
{
    struct sentence s;
    struct moment m;
    bool dated = mirth_row_mentions(e, text, MIRTH_L_DATE_WORD);
    take_apart(&s, e, text);
    *w = (struct mirth_stretch){0};
    for (size_t i = 0; i < s.count && !w->timed; i++) {
        if (!moment_at(&s, i, &m))
            continue;
        widen(&s, i, &m);
        take_preposition(&s, i, &m);
        if (w->day.len && (m.from < w->day.at + w->day.len || m.when.minute < 0 || m.when.day))
            continue;
        if (!w->day.len && is_end(&s, i))
            continue; /* "it was over on 9 May at 10:40" says nothing of when it began */
        if (w->day.len) {
            w->hours = between(m.from, m.to);
        } else if (m.when.day && (m.when.minute >= 0 || i <= head_of(&s) + HEAD || dated)) {
            w->day = between(m.from, m.to);
        } else {
            continue;
        }
        w->timed = m.when.minute >= 0;
        if (w->timed)
            w->end = hedged_end(&s, m.to);
        if (w->timed && !w->end.len)
            w->end = find_end(&s, m.to);
    }
    return w->day.len > 0;
}

bool mirth_says_day(const struct mirth_english *e, struct mirth_slice text)
{
    struct sentence s;
    struct moment m;
    bool day = false;
    take_apart(&s, e, text);
    for (size_t i = 0; i < s.count && !day; i++)
        day = moment_at(&s, i, &m) && m.when.day;
    return day;
}

/* "8 to 10 October": the number and what joins it to the day at that token; 0: it is none. */
static size_t range_before(const struct sentence *s, size_t at)
{
    const struct mirth_token *number = &s->tokens[at >= 2 ? at - 2 : 0];
    return at >= 2 && number->kind == MIRTH_T_NUMBER && number->text.len <= 2 &&
                   mirth_listed(s->english, s->tokens[at - 1].word, MIRTH_L_TIME_JOINT)
               ? 2
               : 0;
}

struct mirth_slice mirth_day_in(const struct mirth_english *e, struct mirth_slice text)
{
    struct sentence s;
    struct moment m;
    take_apart(&s, e, text);
    for (size_t i = 0; i < s.count; i++)
        if (moment_at(&s, i, &m) && m.when.day && m.when.minute < 0)
            return between(s.tokens[i - range_before(&s, i)].text.at, m.to);
    return mirth_slice("", 0);
}

/* "GMT+02:00": the hours of a zone are no time of the day. */
static bool is_offset(const char *from, const char *colon)
{
    while (colon > from && mirth_is_digit(colon[-1]))
        colon--;
    return colon > from && colon[-1] == '+';
}

static bool has_two_times(const struct moment *m)
{
    size_t colons = 0;
    for (const char *at = m->from; at < m->to; at++)
        colons += *at == ':' && !is_offset(m->from, at);
    return colons > 1;
}

struct mirth_slice mirth_hours_in(const struct mirth_english *e, struct mirth_slice text)
{
    enum { APART = 3 };
    struct sentence s;
    struct moment first, last;
    take_apart(&s, e, text);
    for (size_t i = 0; i < s.count; i++) {
        if (!moment_at(&s, i, &first) || first.when.minute < 0)
            continue;
        take_preposition(&s, i, &first);
        if (has_two_times(&first))
            return between(first.from, first.to);
        for (size_t k = i + 1; k < s.count && k <= i + APART; k++)
            if (s.tokens[k].text.at >= first.to && s.tokens[k].text.at[-1] != '+' &&
                moment_at(&s, k, &last) && last.when.minute >= 0)
                return between(first.from, last.to);
    }
    return mirth_slice("", 0);
}

bool mirth_read_ends(const struct mirth_english *e, struct mirth_slice text,
                     struct mirth_slice *from, struct mirth_slice *to)
{
    struct sentence s;
    struct moment m;
    take_apart(&s, e, text);
    *from = *to = mirth_slice("", 0);
    for (size_t i = 0; i < s.count; i++) {
        if (!moment_at(&s, i, &m) || m.when.minute < 0 ||
            (from->len && m.from < from->at + from->len))
            continue;
        if (!from->len && is_behind(&s, i, MIRTH_L_BEGINNING))
            *from = between(m.from, m.to);
        else if (from->len && is_end(&s, i))
            *to = between(m.from, m.to);
    }
    return from->len && to->len;
}
