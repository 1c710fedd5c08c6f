/* flow.c: what a sentence is to those around it: what leans on it, what stands before it. */
#include "retell/telling.h"

bool mirth_is_leaned_on(const struct mirth_english *e, const struct mirth_part *part, size_t clause)
{
    struct mirth_token first;
    struct mirth_slice next;
    if (clause + 1 >= part->clause_count)
        return false;
    next = part->clauses[clause + 1].body;
    first = mirth_token_at(e, next);
    if (!mirth_listed(e, first.word, MIRTH_L_ANAPHOR))
        return false;
    next.len -= (size_t)(first.text.at + first.text.len - next.at);
    next.at = first.text.at + first.text.len;
    return !mirth_listed(e, mirth_token_at(e, mirth_trim(next)).word, MIRTH_L_TITLE);
}

size_t mirth_behind_leaning(const struct mirth_english *e, const struct mirth_part *part,
                            size_t clause)
{
    while (mirth_is_leaned_on(e, part, clause))
        clause++;
    return clause;
}

bool mirth_is_labelled(const struct mirth_story *story, const struct mirth_part *part)
{
    const char *end = story->source + part->label.at + part->label.len;
    const char *at = part->time.at ? part->time.at + part->time.len : end;
    if (part->kind != MIRTH_EVENT || at >= end)
        return false;
    return mirth_count_words(mirth_slice(at, (size_t)(end - at))) > 0;
}
