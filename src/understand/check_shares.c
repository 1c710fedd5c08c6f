/* check_shares.c: percentages that cannot be, or that differ for one thing. */
#include "understand/check.h"

#include <string.h>

#include "understand/facts.h"

enum { SHARES = 32, THING_WORDS = 6 };

/* "70% of all requests": 70 and "requests". */
struct share {
    struct mirth_slice figure, thing;
    size_t line;
    const struct mirth_clause *clause;
};

/* In hundredths; -1 where it is not plain. */
static long hundredths(struct mirth_slice figure)
{
    long value = 0;
    size_t i = 0, places = 0;
    for (; i < figure.len && mirth_is_digit(figure.at[i]) && value < 1000000; i++)
        value = value * 10 + (figure.at[i] - '0');
    if (!i)
        return -1;
    if (i < figure.len && figure.at[i] == '.')
        for (i++; i < figure.len && mirth_is_digit(figure.at[i]) && places < 2; i++, places++)
            value = value * 10 + (figure.at[i] - '0');
    for (; places < 2; places++)
        value *= 10;
    return value;
}

static bool is_percentage(struct mirth_token t)
{
    return t.kind == MIRTH_T_NUMBER && t.text.at[t.text.len - 1] == '%';
}

/* "120% of requests", "120% users" */
static bool is_share(const struct mirth_checking *c, const struct mirth_token *tokens, size_t count,
                     size_t at)
{
    if (!is_percentage(tokens[at]) || at + 1 >= count)
        return false;
    return mirth_listed(c->english, tokens[at + 1].word, MIRTH_L_WHOLE_MARK) ||
           mirth_listed(c->english, tokens[at + 1].word, mirth_list(c->english, "people"));
}

/* Growth may be more than everything; a share may not. */
void mirth_check_percent(struct mirth_checking *c)
{
    for (size_t i = 0; i < c->story->part_count; i++) {
        const struct mirth_part *part = &c->story->parts[i];
        for (size_t k = 0; k < part->clause_count; k++) {
            struct mirth_token tokens[MIRTH_TOKENS];
            struct mirth_slice text = part->clauses[k].text;
            size_t count = mirth_words_of(c, text, tokens);
            for (size_t t = 0; t < count; t++)
                if (is_share(c, tokens, count, t) && hundredths(tokens[t].text) > 100 * 100 &&
                    !mirth_mentions(c, text, "growth-word"))
                    mirth_found(c, part->line, "%.*s is more than all of it",
                                (int)tokens[t].text.len, tokens[t].text.at);
        }
    }
}

static bool goes_on(const struct mirth_checking *c, const struct mirth_token *t)
{
    return (t->kind == MIRTH_T_WORD || t->kind == MIRTH_T_NUMBER) &&
           !mirth_listed(c->english, t->word, MIRTH_L_AUX) &&
           !mirth_listed(c->english, t->word, MIRTH_L_COORDINATOR) &&
           !(c->english->words[t->word].forms & (MIRTH_PAST | MIRTH_ING));
}

/* What stands behind "N% of", without "the" and "all"; empty where nothing does. */
static struct mirth_slice thing_of(const struct mirth_checking *c, const struct mirth_token *tokens,
                                   size_t count, size_t at)
{
    size_t first = at + 2, last;
    if (at + 2 >= count || !mirth_listed(c->english, tokens[at + 1].word, MIRTH_L_WHOLE_MARK))
        return mirth_slice("", 0);
    while (first < count && mirth_listed(c->english, tokens[first].word, MIRTH_L_THE))
        first++;
    for (last = first; last < count && last < first + THING_WORDS; last++)
        if (!goes_on(c, &tokens[last]))
            break;
    if (last == first)
        return mirth_slice("", 0);
    return mirth_slice(
        tokens[first].text.at,
        (size_t)(tokens[last - 1].text.at + tokens[last - 1].text.len - tokens[first].text.at));
}

/* Compares with what was said in other sentences; within one, "from 10% to 40%" is a course. */
static void compare(struct mirth_checking *c, const struct share *seen, size_t count,
                    const struct share *share)
{
    for (size_t i = 0; i < count; i++)
        if (seen[i].clause != share->clause && mirth_same_nocase(seen[i].thing, share->thing) &&
            hundredths(seen[i].figure) != hundredths(share->figure)) {
            mirth_found(c, share->line, "%.*s of %.*s here, and %.*s at line %zu",
                        (int)share->figure.len, share->figure.at, (int)share->thing.len,
                        share->thing.at, (int)seen[i].figure.len, seen[i].figure.at, seen[i].line);
            return;
        }
}

static size_t read_clause(struct mirth_checking *c, const struct mirth_part *part,
                          const struct mirth_clause *clause, struct share *seen, size_t count)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t n = mirth_words_of(c, clause->text, tokens), before = count;
    for (size_t t = 0; t < n && count < SHARES; t++) {
        struct share share = {tokens[t].text, thing_of(c, tokens, n, t), part->line, clause};
        if (!is_percentage(tokens[t]) || !share.thing.len)
            continue;
        compare(c, seen, before, &share);
        seen[count++] = share;
    }
    return count;
}

/* A timeline tells of a course, and measures of limits: their shares may well differ. */
void mirth_check_shares(struct mirth_checking *c)
{
    struct share seen[SHARES];
    size_t count = 0;
    for (size_t i = 0; i < c->story->part_count; i++) {
        const struct mirth_part *part = &c->story->parts[i];
        if (part->kind == MIRTH_TITLE)
            count = 0;
        if ((part->kind != MIRTH_FIELD && part->kind != MIRTH_PROSE) ||
            mirth_one_of(mirth_slice_of("timeline|corrective|actions|lessons"),
                         mirth_slice_of(part->section)))
            continue;
        for (size_t k = 0; k < part->clause_count; k++)
            count = read_clause(c, part, &part->clauses[k], seen, count);
    }
}
