/* verdict.c: whether a text is a postmortem at all. */
#include "understand/verdict.h"

#include <string.h>

#include "understand/facts.h"

enum { ENOUGH_FRAMES = 3, BLANKS = 3, ENOUGH_TIMES = 3, ENOUGH_ISSUES = 3 };

static bool has_year(struct mirth_slice date)
{
    size_t digits = 0;
    for (size_t i = 0; i < date.len && digits < 4; i++)
        digits = mirth_is_digit(date.at[i]) ? digits + 1 : 0;
    return digits == 4;
}

enum { DATES = 1U << MIRTH_FACT_DATE, TIMES = 1U << MIRTH_FACT_TIME };

/* Whether the record has a fact of one of these kinds; read until one is found. A date is one that
 * has a year, and may have its hours with it. */
static bool has_fact(const struct mirth_english *e, const struct mirth_story *story, unsigned kinds)
{
    const bool dated = !(kinds & ~(unsigned)(DATES | TIMES)); /* nothing but dates will do */
    for (size_t i = 0; i < story->row_count; i++) {
        struct mirth_slice row = {story->source + story->rows[i].text.at, story->rows[i].text.len};
        struct mirth_fact fact;
        size_t at = 0;
        while (mirth_next_fact(e, row, &at, &fact))
            if (kinds >> fact.kind & 1 &&
                ((!dated && fact.kind != MIRTH_FACT_DATE) || has_year(fact.text)))
                return true;
    }
    return false;
}

static bool is_telling(const struct mirth_part *part)
{
    return part->kind == MIRTH_EVENT ||
           ((part->kind == MIRTH_FIELD || part->kind == MIRTH_SECTION) &&
            strcmp(part->name, "other") != 0);
}

static size_t count_parts(const struct mirth_story *story)
{
    size_t n = 0;
    for (size_t i = 0; i < story->part_count; i++)
        n += is_telling(&story->parts[i]) && !story->parts[i].quiet;
    return n;
}

/* Clauses that report something; measures ask. */
static size_t count_frames(const struct mirth_story *story)
{
    size_t n = 0;
    for (size_t i = 0; i < story->part_count; i++)
        for (size_t k = 0;
             story->parts[i].kind != MIRTH_MEASURE && k < story->parts[i].clause_count; k++)
            n += story->parts[i].clauses[k].frame != NULL;
    return n;
}

static size_t count_words(const struct mirth_english *e, struct mirth_slice text, int list)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_tokens(e, text, tokens), n = 0;
    for (size_t i = 0; i < count && count <= MIRTH_TOKENS; i++)
        n += mirth_listed_at(e, tokens, count, i, list) > 0;
    return n;
}

/* "YYYY-MM-DD", "{{ name }}", "[Incident Report Title]" */
static size_t count_blanks(const struct mirth_english *e, const struct mirth_story *story)
{
    size_t n = 0;
    for (size_t i = 0; i < story->row_count && i < 200; i++) {
        struct mirth_slice row = {story->source + story->rows[i].text.at, story->rows[i].text.len};
        n += count_words(e, row, MIRTH_L_BLANK);
        for (size_t k = 0; k + 1 < row.len; k++)
            n += row.at[k] == '{' && row.at[k + 1] == '{';
    }
    return n;
}

static bool is_template(const struct mirth_english *e, const struct mirth_story *story)
{
    struct mirth_slice first = {0};
    if (story->row_count)
        first = mirth_slice(story->source + story->rows[0].text.at, story->rows[0].text.len);
    if (story->digest.title)
        first = story->digest.title->flat;
    return count_words(e, first, MIRTH_L_TEMPLATE) > 0 || count_blanks(e, story) >= BLANKS ||
           (first.len > 2 && first.at[0] == '[' && first.at[first.len - 1] == ']');
}

static size_t count_times(const struct mirth_english *e, const struct mirth_story *story)
{
    size_t n = 0;
    for (size_t i = 0; i < story->row_count && n < ENOUGH_TIMES; i++) {
        struct mirth_slice row = {story->source + story->rows[i].text.at, story->rows[i].text.len};
        struct mirth_fact fact;
        size_t at = 0;
        while (mirth_next_fact(e, row, &at, &fact))
            n += fact.kind == MIRTH_FACT_TIME;
    }
    return n;
}

/* An incident told in paragraphs alone: it names what broke, speaks of the incident, and says by
 * the clock what happened when. */
static bool tells_incident(const struct mirth_english *e, const struct mirth_story *story)
{
    size_t issues = 0;
    if (!story->digest.fault || count_times(e, story) < ENOUGH_TIMES)
        return false;
    for (size_t i = 0; i < story->row_count && issues < ENOUGH_ISSUES; i++)
        issues += count_words(
            e, mirth_slice(story->source + story->rows[i].text.at, story->rows[i].text.len),
            MIRTH_L_ISSUE);
    return issues >= ENOUGH_ISSUES && count_frames(story) >= ENOUGH_FRAMES;
}

const char *mirth_verdict(const struct mirth_english *english, const struct mirth_story *story)
{
    const unsigned times = DATES | TIMES | 1U << MIRTH_FACT_DURATION | 1U << MIRTH_FACT_PERCENTAGE;
    if (!story->row_count)
        return "no postmortem: there is no text in it";
    if (!count_parts(story) && !tells_incident(english, story))
        return "no postmortem: no section, field or timeline entry was recognised";
    if (!has_fact(english, story, DATES | TIMES) && is_template(english, story))
        return "no postmortem: a template that nobody has filled in";
    if (!has_fact(english, story, times) && count_frames(story) < ENOUGH_FRAMES)
        return "no postmortem: it names sections, and tells of no date, time, duration or share";
    return NULL;
}
