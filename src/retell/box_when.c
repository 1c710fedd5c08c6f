/* box_when.c: when it happened: a field's words, the summary's, or the timeline's ends. */
#include "retell/box_rows.h"

#include <string.h>

#include "retell/box_prose.h"
#include "understand/clock.h"
#include "understand/digest.h"

static bool is(const char *a, const char *b)
{
    return a && !strcmp(a, b);
}

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

/* When a sentence says it was: one moment, or a day at its head and the hours further on, and what
 * it says of the end ("started at 9:05, and ended at 9:40"). */
struct stretch {
    struct mirth_slice day, hours; /* hours: behind the day; len 0: none, or in `day` already */
    struct mirth_slice end;        /* len 0: not said by itself */
    bool timed;
};

/* "Ended at 9:40", "and was over by 9:40": whether a moment is the end of it. */
static bool is_end(const struct sentence *s, size_t at)
{
    enum { BEFORE = 3 };
    for (size_t i = at > BEFORE ? at - BEFORE : 0; i < at; i++)
        if (mirth_listed(s->english, s->tokens[i].word, MIRTH_L_ENDING))
            return true;
    return false;
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

/* A day alone counts only at a sentence's head, or where the sentence is of the date: "On May 9,
 * the relay ..., from 10:05 to 10:40". */
static bool read_stretch(const struct mirth_english *e, struct mirth_slice text, struct stretch *w)
{
    struct sentence s;
    struct moment m;
    bool dated = mirth_row_mentions(e, text, MIRTH_L_DATE_WORD);
    take_apart(&s, e, text);
    *w = (struct stretch){0};
    for (size_t i = 0; i < s.count && !w->timed; i++) {
        if (!moment_at(&s, i, &m))
            continue;
        widen(&s, i, &m);
        take_preposition(&s, i, &m);
        if (w->day.len && (m.from < w->day.at + w->day.len || m.when.minute < 0 || m.when.day))
            continue;
        if (w->day.len) {
            w->hours = between(m.from, m.to);
        } else if (m.when.day && (m.when.minute >= 0 || i <= HEAD || dated)) {
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

/* The first moment with its hours that the summary or the impact tells, else the first day. */
static bool find_stretch(const struct mirth_telling *t, struct stretch *best)
{
    bool found = false;
    for (size_t i = 0, n = t->story->digest.parts; i < n && !(found && best->timed); i++) {
        const struct mirth_part *part = &t->story->parts[i];
        for (size_t k = 0; k < part->clause_count && !(found && best->timed); k++) {
            struct stretch w;
            if ((!mirth_in_summary(part) && !mirth_in_impact(part)) ||
                !read_stretch(t->english, part->clauses[k].body, &w) || (found && !w.timed) ||
                !is_short(w.day))
                continue;
            *best = w;
            found = true;
        }
    }
    return found;
}

static void put_stretch(const struct stretch *w, struct mirth_buffer *out)
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
    struct stretch w;
    if (!has_digit(when) && c->frame && has_digit(c->lead))
        when = c->lead;
    if (!has_digit(when) && is_sentence(t->english, c->body) &&
        read_stretch(t->english, c->body, &w)) {
        put_stretch(&w, out);
        return true;
    }
    when = has_digit(when) ? when : c->body;
    if (read_stretch(t->english, when, &w) && w.end.len) {
        put_stretch(&w, out);
        return true;
    }
    if (!has_digit(when) ||
        !mirth_fits_row(when, is_sentence(t->english, when) ? WHEN_WORDS : MIRTH_ROW_WORDS))
        return false;
    mirth_put_slice(out, when);
    return true;
}

/* A summary's sentence that gives a stretch of time; just the stretch, where it leads or trails. */
static struct mirth_slice when_in_summary(const struct mirth_story *story)
{
    for (size_t i = 0, n = story->digest.parts; i < n; i++) {
        const struct mirth_part *part = &story->parts[i];
        for (size_t k = 0; is(part->section, "summary") && k < part->clause_count; k++) {
            struct mirth_slice when = mirth_slot(&part->clauses[k], "when");
            struct mirth_slice lead = part->clauses[k].lead;
            if (when.len && is_short(when))
                return when;
            if (part->clauses[k].frame && lead.len && memchr(lead.at, ':', lead.len) &&
                is_short(lead))
                return lead;
        }
    }
    return mirth_slice("", 0);
}

/* "X to Y", where both are said. */
static bool put_span(struct mirth_slice from, struct mirth_slice to, struct mirth_buffer *out)
{
    if (!from.len || !to.len || !is_short(from) || !is_short(to))
        return false;
    mirth_put_slice(out, from);
    if (mirth_same(from, to))
        return true;
    mirth_put_text(out, " to ");
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

static bool put_fields(const struct mirth_telling *t, struct mirth_buffer *out)
{
    const struct mirth_part *duration = mirth_governed(t->story, "duration");
    if (duration && put_duration(t, duration, out))
        return true;
    if (!duration)
        mirth_put_slice(out, when_in_summary(t->story));
    return out->len || put_span(said_in(mirth_governed(t->story, "start")),
                                said_in(mirth_governed(t->story, "end")), out);
}

static bool says_day(const struct mirth_english *e, struct mirth_slice text)
{
    struct sentence s;
    struct moment m;
    bool day = false;
    take_apart(&s, e, text);
    for (size_t i = 0; i < s.count && !day; i++)
        day = moment_at(&s, i, &m) && m.when.day;
    return day;
}

enum { DAY_WORDS = 4, DAY = 24 * 60 }; /* "Sunday, May 9, 2022"; minutes */

/* A day alone: its hours are those of the timeline, where all of that has one day. */
static void add_hours(const struct mirth_telling *t, struct mirth_buffer *out)
{
    const struct mirth_story *story = t->story;
    struct mirth_slice first = {0}, last = {0};
    int64_t day = -1;
    if (mirth_count_words(mirth_buffer_slice(out)) > DAY_WORDS ||
        !says_day(t->english, mirth_buffer_slice(out)) || memchr(out->at, ':', out->len))
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

/* "May 9, 2022, at 10:05" does not say how long, where the record does. */
static void add_length(const struct mirth_telling *t, struct mirth_buffer *out)
{
    struct mirth_slice length = t->story->digest.length, when = mirth_buffer_slice(out);
    if (!length.len || !out->len)
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

bool mirth_put_when(const struct mirth_telling *t, struct mirth_buffer *out)
{
    struct mirth_buffer fields = {0};
    struct stretch told = {0};
    bool found = find_stretch(t, &told), given = put_fields(t, &fields);
    struct mirth_slice when = without_preposition(t->english, mirth_buffer_slice(&fields));
    bool day_alone = found && (!told.timed || told.hours.len);
    given = given && !(found && told.end.len && !mirth_governed(t->story, "duration"));
    if (given && day_alone && !says_day(t->english, when)) {
        mirth_put_slice(out, told.day);
        mirth_put_text(out, ", ");
    }
    if (given)
        mirth_put_slice(out, when);
    else if (found)
        put_stretch(&told, out);
    mirth_buffer_free(&fields);
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
