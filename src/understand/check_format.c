/* check_format.c: what a postmortem must say, and whether this one does. */
#include "understand/check.h"

#include <string.h>

/* The fewest words that explain something. */
enum { EXPLAINED = 8 };

#define CAUSE_SECTIONS   "root-cause-and-resolution|root-cause|resolution|trigger"
#define MEASURE_SECTIONS "corrective|actions|lessons"

static bool holds(const struct mirth_checking *c, const char *sections, const char *fields)
{
    for (size_t i = 0; i < c->story->part_count; i++)
        if (mirth_stands_in(&c->story->parts[i], sections, fields))
            return true;
    return false;
}

static size_t line_of(const struct mirth_checking *c, const char *sections)
{
    const struct mirth_part *heading = mirth_heading_of(c, sections);
    return heading ? heading->line : 0;
}

static bool has_entries(const struct mirth_checking *c)
{
    for (size_t i = 0; i < c->story->part_count; i++)
        if (c->story->parts[i].kind == MIRTH_EVENT)
            return true;
    return false;
}

void mirth_check_sections(struct mirth_checking *c)
{
    static const struct {
        const char *headings, *within, *what;
    } wanted[] = {
        {"summary", "summary|impact", "issue summary"},
        {"timeline", "timeline", "timeline"},
        {CAUSE_SECTIONS, CAUSE_SECTIONS, "root cause and resolution"},
        {MEASURE_SECTIONS, MEASURE_SECTIONS, "corrective and preventative measures"},
    };
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        const struct mirth_part *heading = mirth_heading_of(c, wanted[i].headings);
        if (!heading)
            mirth_found(c, 0, "no section '%s'", wanted[i].what);
        else if (!holds(c, wanted[i].within, ""))
            mirth_found(c, heading->line, "the section '%s' is empty", wanted[i].what);
        else if (!strcmp(wanted[i].headings, "timeline") && !has_entries(c))
            mirth_found(c, heading->line, "the timeline has no entry with a time");
    }
}

void mirth_check_duration(struct mirth_checking *c)
{
    struct mirth_outage outage;
    mirth_read_outage(c, &outage);
    if (!outage.times && !outage.long_said)
        mirth_found(c, line_of(c, "summary"), "the duration is not said");
    else if (!outage.times)
        mirth_found(c, outage.line, "the duration has no start and end");
    else if (outage.times < 2 && outage.lasted < 0)
        mirth_found(c, outage.line, "the duration has no end");
}

/* Whether the part tells of the impact: under that name, or where the summary says it. */
static bool is_impact(const struct mirth_checking *c, const struct mirth_part *part, bool named)
{
    if (named)
        return mirth_stands_in(part, "impact", "impact");
    return mirth_stands_in(part, "summary", "") && mirth_tells(c, part, "told-impact");
}

/* A figure that is no time, or a word that counts: "nobody", "half of". */
static bool counts(const struct mirth_checking *c, const struct mirth_part *part)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_words_of(c, part->flat, tokens);
    for (size_t i = 0; i < count; i++)
        if (tokens[i].kind == MIRTH_T_NUMBER && !memchr(tokens[i].text.at, ':', tokens[i].text.len))
            return true;
    return mirth_mentions(c, part->flat, "how-many");
}

/* Something happens in it, or is in a bad way. */
static bool shows(const struct mirth_checking *c, const struct mirth_part *part)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_words_of(c, part->flat, tokens);
    for (size_t i = 0; i < count; i++)
        if (c->english->words[tokens[i].word].forms & MIRTH_FINITE ||
            mirth_listed(c->english, tokens[i].word, MIRTH_L_AUX))
            return true;
    return mirth_tells(c, part, "told-impact") || mirth_mentions(c, part->flat, "bad-thing") ||
           mirth_mentions(c, part->flat, "state-bad");
}

static size_t find_impact(const struct mirth_checking *c, bool *seen, bool *counted)
{
    bool named = holds(c, "impact", "impact");
    size_t line = 0;
    *seen = *counted = false;
    for (size_t i = 0; i < c->story->part_count; i++) {
        const struct mirth_part *part = &c->story->parts[i];
        if (!is_impact(c, part, named))
            continue;
        line = line ? line : part->line;
        *seen |= shows(c, part);
        *counted |= counts(c, part);
    }
    return line;
}

void mirth_check_impact(struct mirth_checking *c)
{
    bool seen, counted;
    size_t line = find_impact(c, &seen, &counted);
    if (!line)
        mirth_found(c, line_of(c, "summary"), "the impact is not said");
    else if (!seen)
        mirth_found(c, line, "the impact does not say what users saw");
}

void mirth_check_users(struct mirth_checking *c)
{
    bool seen, counted;
    size_t line = find_impact(c, &seen, &counted);
    if (line && !counted)
        mirth_found(c, line, "the impact does not say how many users it hit");
}

/* Where the record begins with its cause: anywhere in front of the timeline. */
void mirth_check_cause(struct mirth_checking *c)
{
    const struct mirth_part *summary = mirth_heading_of(c, "summary");
    for (size_t i = 0; i < c->story->part_count; i++) {
        const struct mirth_part *part = &c->story->parts[i];
        if (part->kind == MIRTH_SECTION && !strcmp(part->name, "timeline"))
            break;
        if (mirth_stands_in(part, "root-cause", "root-cause|cause-explanation") ||
            (mirth_stands_in(part, "summary|intro", "") && mirth_tells(c, part, "told-cause")))
            return;
    }
    if (summary)
        mirth_found(c, summary->line, "the summary does not say the root cause");
}

/* What the timeline must tell: as a field, a section of its own, or an entry. */
static void look_for(struct mirth_checking *c, const char *sections, const char *fields,
                     const char *told, const char *message)
{
    if (holds(c, sections, fields))
        return;
    for (size_t i = 0; i < c->story->part_count; i++) {
        const struct mirth_part *part = &c->story->parts[i];
        if ((part->kind == MIRTH_EVENT || mirth_stands_in(part, "timeline", "")) &&
            (mirth_tells(c, part, told) || mirth_mentions(c, mirth_label_text(c, part), told)))
            return;
    }
    mirth_found(c, line_of(c, "timeline"), "%s", message);
}

void mirth_check_detection(struct mirth_checking *c)
{
    look_for(c, "detection", "detection-time|detection-method", "told-detection",
             "the timeline does not say how the issue was detected");
}

void mirth_check_actions(struct mirth_checking *c)
{
    look_for(c, "", "actions-taken", "told-actions",
             "the timeline does not say what was investigated or done");
}

void mirth_check_misleading(struct mirth_checking *c)
{
    look_for(c, "", "misleading", "told-misleading", "the timeline names no misleading path");
}

void mirth_check_escalation(struct mirth_checking *c)
{
    look_for(c, "", "escalation", "told-escalation",
             "the timeline does not say to whom the incident was escalated");
}

void mirth_check_resolution(struct mirth_checking *c)
{
    look_for(c, "", "resolution", "told-resolution",
             "the timeline does not say how the incident was resolved");
}

static size_t words_in(const struct mirth_checking *c, const char *sections, const char *fields)
{
    size_t n = 0;
    for (size_t i = 0; i < c->story->part_count; i++)
        if (mirth_stands_in(&c->story->parts[i], sections, fields))
            n += mirth_count_words(c->story->parts[i].flat);
    return n;
}

void mirth_check_cause_explained(struct mirth_checking *c)
{
    size_t n = 0;
    for (size_t i = 0; i < c->story->part_count; i++) {
        const struct mirth_part *part = &c->story->parts[i];
        bool fix = part->field && mirth_one_of(mirth_slice_of("resolution|resolution-explanation"),
                                               mirth_slice_of(part->field));
        if (!fix && mirth_stands_in(part, "root-cause-and-resolution|root-cause|trigger",
                                    "cause-explanation"))
            n += mirth_count_words(part->flat);
    }
    if (n < EXPLAINED)
        mirth_found(c, line_of(c, CAUSE_SECTIONS), "the root cause is not explained");
}

void mirth_check_fix_explained(struct mirth_checking *c)
{
    size_t n = words_in(c, "resolution", "resolution|resolution-explanation");
    for (size_t i = 0; i < c->story->part_count && n < EXPLAINED; i++)
        if (mirth_stands_in(&c->story->parts[i], "root-cause-and-resolution", "") &&
            mirth_tells(c, &c->story->parts[i], "told-resolution"))
            n = EXPLAINED;
    if (n < EXPLAINED)
        mirth_found(c, line_of(c, CAUSE_SECTIONS), "the fix is not explained");
}

void mirth_check_improvements(struct mirth_checking *c)
{
    if (!holds(c, MEASURE_SECTIONS, "improvements"))
        mirth_found(c, line_of(c, MEASURE_SECTIONS), "no improvement is named");
}

/* A listed measure that is no broad improvement is a task, whatever it stands under. */
static bool is_task(const struct mirth_part *part)
{
    return part->kind == MIRTH_MEASURE && !strcmp(part->section, "corrective") &&
           (!part->field || strcmp(part->field, "improvements") != 0);
}

void mirth_check_tasks(struct mirth_checking *c)
{
    for (size_t i = 0; i < c->story->part_count; i++)
        if (is_task(&c->story->parts[i]))
            return;
    if (!holds(c, "actions", "tasks"))
        mirth_found(c, line_of(c, MEASURE_SECTIONS), "no list of specific tasks");
}

void mirth_check_words(struct mirth_checking *c)
{
    const struct mirth_story *s = c->story;
    size_t n = mirth_count_words(mirth_slice(s->source + s->body, s->length - s->body));
    if (n < c->words_least || n > c->words_most)
        mirth_found(c, 0, "%zu words; %zu to %zu are asked for", n, c->words_least, c->words_most);
}
