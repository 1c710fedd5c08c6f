/* check_manner.c: blame laid on a person, and measures that ask for nothing. */
#include "understand/check.h"

#include <string.h>

enum { NEAR = 4 };

static bool in(const struct mirth_checking *c, const struct mirth_token *t, const char *list)
{
    return mirth_listed(c->english, t->word, mirth_list(c->english, list));
}

static bool is_negated(const struct mirth_checking *c, const struct mirth_token *tokens, size_t at)
{
    for (size_t k = at > NEAR ? at - NEAR : 0; k < at; k++)
        if (mirth_listed(c->english, tokens[k].word, MIRTH_L_NEGATION))
            return true;
    return false;
}

/* Someone, by name or by trade; a capital at a sentence's start may be anyone's. */
static bool is_person(const struct mirth_checking *c, const struct mirth_token *t)
{
    return t->kind == MIRTH_T_WORD &&
           (in(c, t, "person") || (!t->word && mirth_is_upper(t->text.at[0])));
}

/* "the intern simply forgot to": the person in front of what they are said to have done. */
static bool has_culprit(const struct mirth_checking *c, const struct mirth_token *tokens, size_t at)
{
    while (at && ((!tokens[at - 1].word && !mirth_is_upper(tokens[at - 1].text.at[0])) ||
                  mirth_listed(c->english, tokens[at - 1].word, MIRTH_L_ADVERB) ||
                  mirth_listed(c->english, tokens[at - 1].word, MIRTH_L_AUX) ||
                  in(c, &tokens[at - 1], "blame-verb")))
        at--;
    return at && is_person(c, &tokens[at - 1]);
}

static void read_clause(struct mirth_checking *c, size_t line, struct mirth_slice text)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_words_of(c, text, tokens);
    int blame = mirth_list(c->english, "blame");
    for (size_t i = 0; i < count; i++) {
        size_t len = mirth_listed_at(c->english, tokens, count, i, blame);
        struct mirth_slice last;
        if (len && is_negated(c, tokens, i))
            continue;
        if (!len && in(c, &tokens[i], "blame-verb") && has_culprit(c, tokens, i))
            len = 1;
        if (!len)
            continue;
        last = tokens[i + len - 1].text;
        mirth_found(c, line, "'%.*s' blames a person; say what let it happen",
                    (int)(last.at + last.len - tokens[i].text.at), tokens[i].text.at);
        return;
    }
}

void mirth_check_blame(struct mirth_checking *c)
{
    for (size_t i = 0; i < c->story->part_count; i++) {
        const struct mirth_part *part = &c->story->parts[i];
        if (part->kind == MIRTH_TITLE || part->kind == MIRTH_SECTION)
            read_clause(c, part->line, part->flat);
        for (size_t k = 0; k < part->clause_count; k++)
            read_clause(c, part->line, part->clauses[k].text);
    }
}

static bool is_verb(const struct mirth_checking *c, const struct mirth_token *t)
{
    return t->kind == MIRTH_T_WORD &&
           (c->english->words[t->word].forms || mirth_listed(c->english, t->word, MIRTH_L_ACT));
}

/* Words that go before a verb: "to", "and", "please". */
static bool leads(const struct mirth_checking *c, const struct mirth_token *t)
{
    return t->kind == MIRTH_T_MARK || mirth_listed(c->english, t->word, MIRTH_L_INFINITIVE_MARK) ||
           mirth_listed(c->english, t->word, MIRTH_L_COORDINATOR) ||
           mirth_listed(c->english, t->word, MIRTH_L_ADVERB);
}

/* A noun may be a verb too ("load", "page"), so only what begins as a thing does: "a", "better". */
static bool asks_for_nothing(const struct mirth_checking *c, struct mirth_slice text)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_words_of(c, text, tokens), first = 0;
    while (first < count && (leads(c, &tokens[first]) || tokens[first].kind == MIRTH_T_PUNCT))
        first++;
    if (first == count || (!in(c, &tokens[first], "thing-word") &&
                           !mirth_listed(c->english, tokens[first].word, MIRTH_L_THE)))
        return false;
    for (size_t i = first; i < count; i++) {
        bool led = i > first && (leads(c, &tokens[i - 1]) || tokens[i - 1].kind == MIRTH_T_PUNCT);
        if (mirth_listed(c->english, tokens[i].word, MIRTH_L_AUX) ||
            mirth_listed(c->english, tokens[i].word, MIRTH_L_PRONOUN) ||
            (led && is_verb(c, &tokens[i])))
            return false;
    }
    return true;
}

void mirth_check_verb(struct mirth_checking *c)
{
    for (size_t i = 0; i < c->story->part_count; i++) {
        const struct mirth_part *part = &c->story->parts[i];
        bool broad = part->field && !strcmp(part->field, "improvements");
        if (part->kind != MIRTH_MEASURE || broad ||
            !mirth_stands_in(part, "corrective|actions", "tasks"))
            continue;
        if (part->flat.at[part->flat.len - 1] != ':' && asks_for_nothing(c, part->flat))
            mirth_found(c, part->line, "no verb says what is to be done");
    }
}
