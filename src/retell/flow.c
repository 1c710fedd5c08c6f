/* flow.c: what a sentence is to those around it: what leans on it, what stands before it. */
#include "retell/telling.h"

#include "retell/flow.h"
#include "understand/clauses.h"

/* "The queue was looked at. Empty.": a few words without a verb are what came of it. */
static bool is_fragment(const struct mirth_english *e, struct mirth_slice text)
{
    enum { FEW = 3 };
    struct mirth_token tokens[MIRTH_TOKENS];
    const size_t count = mirth_count_words(text) <= FEW ? mirth_tokens(e, text, tokens) : 0;
    for (size_t i = 0; i < count && count <= MIRTH_TOKENS; i++)
        if (e->words[tokens[i].word].forms & MIRTH_FINITE)
            return false;
    return count > 0;
}

bool mirth_is_leaned_on(const struct mirth_english *e, const struct mirth_part *part, size_t clause)
{
    struct mirth_token first;
    struct mirth_slice next;
    if (clause + 1 >= part->clause_count)
        return false;
    next = part->clauses[clause + 1].body;
    if (is_fragment(e, next))
        return true;
    first = mirth_token_at(e, next);
    if (!mirth_listed(e, first.word, MIRTH_L_ANAPHOR))
        return false;
    next.len -= (size_t)(first.text.at + first.text.len - next.at);
    next.at = first.text.at + first.text.len;
    return !mirth_listed(e, mirth_token_at(e, mirth_trim(next)).word, MIRTH_L_TITLE);
}

bool mirth_is_labelled(const struct mirth_story *story, const struct mirth_part *part)
{
    const char *end = story->source + part->label.at + part->label.len;
    const char *at = part->time.at ? part->time.at + part->time.len : end;
    if (part->kind != MIRTH_EVENT || at >= end)
        return false;
    return mirth_count_words(mirth_slice(at, (size_t)(end - at))) > 0;
}

/* What may close behind a sentence's last mark: a straight or a curly closing mark, or the end of
 * emphasis. */
static size_t closer_length(struct mirth_slice text)
{
    if (mirth_ends(text, "\xe2\x80\x9d"))
        return 3;
    return text.len && mirth_is_among("\"')*_", text.at[text.len - 1]) ? 1 : 0;
}

static char last_mark(struct mirth_slice text)
{
    for (size_t n; (n = closer_length(text)) > 0;)
        text.len -= n;
    return text.len ? text.at[text.len - 1] : '\0';
}

bool mirth_has_stop(struct mirth_slice text)
{
    text = mirth_without_notes(text);
    while (text.len &&
           ((unsigned char)text.at[text.len - 1] >= 0x80 || mirth_is_space(text.at[text.len - 1])))
        text.len--;
    return text.len && mirth_is_among(".!?", last_mark(text));
}

bool mirth_hands_over(const struct mirth_part *part, const struct mirth_clause *clause)
{
    if (!clause->body.len)
        return false;
    return mirth_is_among(":,;", last_mark(clause->body)) ||
           (part->kind != MIRTH_EVENT && last_mark(clause->text) == '?');
}

bool mirth_holds_clause(const struct mirth_telling *t, const struct mirth_part *part, size_t number)
{
    const size_t first = t->first_clause[part - t->story->parts];
    return number != SIZE_MAX && number >= first && number - first < part->clause_count;
}

bool mirth_opens_section(const struct mirth_story *story, const struct mirth_part *part)
{
    return part > story->parts && part[-1].kind == MIRTH_SECTION;
}

bool mirth_is_above_list(const struct mirth_story *story, const struct mirth_part *part)
{
    const size_t next = (size_t)(part - story->parts) + 1;
    return next < story->part_count && story->parts[next].kind != MIRTH_SECTION &&
           story->rows[story->parts[next].row].depth > story->rows[part->row].depth &&
           story->rows[part->row].depth > 0;
}

/* "15:10 UTC - Monitoring", and its text on the next line. */
static bool opens_with_status(const struct mirth_story *story, const struct mirth_part *part)
{
    enum { STATUS = 2 };
    const struct mirth_row *row = &story->rows[part->row];
    const size_t end = row->text.at + row->text.len;
    struct mirth_slice first;
    if (part->kind != MIRTH_EVENT || part->rows < 2 || !part->time.len || part->text.at >= end)
        return false;
    first = mirth_trim(mirth_slice(story->source + part->text.at, end - part->text.at));
    return first.len && mirth_count_words(first) <= STATUS &&
           mirth_is_alpha(first.at[first.len - 1]);
}

bool mirth_stands_as_heading(const struct mirth_telling *t, const struct mirth_part *part)
{
    enum { LABEL = 8 };
    if (t->story->rows[part->row].block == MIRTH_HEADING || opens_with_status(t->story, part))
        return true;
    return !part->time.len && !part->label.len && part->clause_count == 1 &&
           mirth_count_words(part->clauses[0].text) <= LABEL &&
           !mirth_has_stop(part->clauses[0].text) && mirth_is_above_list(t->story, part);
}

struct mirth_clause mirth_as_told(const struct mirth_part *part, const struct mirth_clause *clause,
                                  bool asks)
{
    struct mirth_clause told = *clause;
    for (size_t k = 0; asks && k < part->clause_count && !told.frame; k++)
        told.frame = part->clauses[k].frame;
    return told;
}

bool mirth_is_answered(const struct mirth_telling *t, const struct mirth_part *part)
{
    for (size_t k = 0; t->beats && k < part->clause_count; k++)
        if (t->beats[t->first_clause[part - t->story->parts] + k])
            return true;
    return false;
}
