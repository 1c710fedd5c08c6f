/* numbers_affected.c: how many felt an outage: the record's first share or count of people */
#include "understand/check.h"
#include "understand/numbers.h"

enum { NOTE_WORDS = 5, NEAR = 4 };

struct counter {
    const struct mirth_checking *checking;
    struct mirth_number *number; /* where it goes */
};

struct words {
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count;
};

static bool in_list(const struct counter *c, const struct words *w, size_t at, int list)
{
    return mirth_listed_at(c->checking->english, w->tokens, w->count, at, list) > 0;
}

static bool is_share(const struct mirth_token *t)
{
    return t->kind == MIRTH_T_NUMBER && t->text.at[t->text.len - 1] == '%' &&
           mirth_is_digit(t->text.at[0]) && !mirth_same_text(t->text, "0%");
}

static bool is_count(const struct mirth_token *t)
{
    for (size_t i = 0; i < t->text.len; i++)
        if (!mirth_is_digit(t->text.at[i]) && !(t->text.at[i] == ',' && i))
            return false;
    return t->kind == MIRTH_T_NUMBER && !mirth_same_text(t->text, "0");
}

/* "412 of 530 collectors": whatever they are. */
static bool is_part(const struct counter *c, const struct words *w, size_t at)
{
    return at + 3 < w->count && is_count(&w->tokens[at]) &&
           in_list(c, w, at + 1, MIRTH_L_WHOLE_MARK) && is_count(&w->tokens[at + 2]) &&
           w->tokens[at + 3].kind == MIRTH_T_WORD;
}

/* The token that ends what a number counts: "of | all | requests", "registered | users". */
static size_t counted(const struct counter *c, const struct words *w, size_t at, bool share)
{
    int people = mirth_list(c->checking->english, "people");
    for (size_t i = at; i < w->count && i < at + NOTE_WORDS; i++) {
        if (w->tokens[i].kind != MIRTH_T_WORD)
            return 0;
        if (in_list(c, w, i, people) || (share && in_list(c, w, i, MIRTH_L_UNIT)))
            return i;
    }
    return 0;
}

static bool read_count(struct counter *c, const struct words *w, size_t at)
{
    bool share = is_share(&w->tokens[at]);
    size_t end = at + 1 < w->count ? counted(c, w, at + 1, share) : 0;
    const char *from, *to;
    struct mirth_number *number = c->number;
    if (is_part(c, w, at))
        end = at + 3;
    if (!end || (share && !in_list(c, w, at + 1, MIRTH_L_WHOLE_MARK)))
        return false;
    from = w->tokens[at + 1].text.at;
    to = w->tokens[end].text.at + w->tokens[end].text.len;
    *number = (struct mirth_number){
        .kind = MIRTH_AFFECTED,
        .minutes = -1,
        .text = w->tokens[at].text,
        .note = {from, (size_t)(to - from)},
    };
    for (size_t i = at > 3 ? at - 3 : 0; i < at; i++)
        number->about |= in_list(c, w, i, MIRTH_L_HEDGE);
    return true;
}

/* "None of the 4,200 users ...", "4,200 users were not affected". */
static bool is_denied(const struct counter *c, const struct words *w, size_t at)
{
    int touched = mirth_list(c->checking->english, "touched");
    for (size_t i = 0; i < w->count; i++)
        if (in_list(c, w, i, MIRTH_L_NEGATION) &&
            ((i < at && i + NEAR >= at) || (i > at && in_list(c, w, i + 1, touched))))
            return true;
    return false;
}

/* A share or a count of people. */
static bool count_in(struct counter *c, struct mirth_slice text)
{
    struct words w;
    w.count = mirth_words_of(c->checking, text, w.tokens);
    for (size_t i = 0; i < w.count; i++)
        if ((is_share(&w.tokens[i]) || is_count(&w.tokens[i])) && !is_denied(c, &w, i) &&
            read_count(c, &w, i))
            return true;
    return false;
}

static bool count_in_parts(struct counter *c, bool summary)
{
    const struct mirth_story *story = c->checking->story;
    for (size_t i = 0; i < story->part_count; i++) {
        const struct mirth_part *part = &story->parts[i];
        bool impact = mirth_is(part->field, "impact") || mirth_is(part->section, "impact");
        for (size_t k = 0; k < part->clause_count; k++)
            if ((summary ? mirth_is(part->section, "summary") : impact) &&
                count_in(c, part->clauses[k].text))
                return true;
    }
    return false;
}

bool mirth_count_affected(const struct mirth_checking *checking, struct mirth_number *number)
{
    struct counter c = {checking, number};
    return count_in_parts(&c, false) || count_in_parts(&c, true);
}
