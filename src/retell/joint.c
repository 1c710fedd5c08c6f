/* joint.c: which tails can stand alone: ", leading to errors" is "This led to errors." */
#include "retell/telling.h"

#include <string.h>

#include "retell/grammar.h"
#include "understand/tokens.h"

enum { LONG = 13 }; /* words of a sentence that is worth splitting */

static const char *const moods[] = {"result", "sign", "reason", "suspect", "aim"};

/* The length of the joining words that s begins with, or 0. */
static size_t opener_length(const struct mirth_telling *t, const char *mood, struct mirth_slice s)
{
    const struct mirth_line *line;
    size_t lines = mirth_book_entry(t->english_book, "joints", mood, &line);
    for (size_t i = 0; i < lines; i++) {
        struct mirth_slice rest = mirth_slice_of(line[i].text), opener;
        while (mirth_cut(&rest, ',', &opener))
            if (opener.len < s.len && s.at[opener.len] == ' ' &&
                mirth_same_nocase(mirth_slice(s.at, opener.len), opener))
                return opener.len;
    }
    return 0;
}

/* A noun phrase, or a list of them: no verb of its own, nothing that points back. */
static bool stands_alone(const struct mirth_telling *t, struct mirth_slice tail)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_tokens(t->english, tail, tokens);
    if (count < 2 || count > MIRTH_TOKENS || !mirth_is_balanced(tail))
        return false;
    if (mirth_listed(t->english, tokens[0].word, MIRTH_L_PRONOUN) &&
        !mirth_listed(t->english, tokens[0].word, MIRTH_L_ALL_OF))
        return false;
    for (size_t i = 0; i < count; i++)
        if (mirth_listed(t->english, tokens[i].word, MIRTH_L_AUX) ||
            mirth_listed(t->english, tokens[i].word, MIRTH_L_HANGING) ||
            (tokens[i].kind == MIRTH_T_PUNCT && strchr(",;:", tokens[i].text.at[0])))
            return false;
    return true;
}

static bool is_bad(const struct mirth_telling *t, struct mirth_slice tail)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_tokens(t->english, tail, tokens);
    for (size_t i = 0; i < count && count <= MIRTH_TOKENS; i++)
        if (mirth_listed(t->english, tokens[i].word, MIRTH_L_BAD))
            return true;
    return false;
}

const char *mirth_joint(const struct mirth_telling *t, const struct mirth_clause *clause,
                        struct mirth_slice *tail)
{
    struct mirth_slice s = clause->rest;
    while (s.len && (mirth_is_space(s.at[0]) || s.at[0] == ','))
        s = mirth_slice(s.at + 1, s.len - 1);
    if (mirth_count_words(clause->text) < LONG)
        return NULL;
    for (size_t i = 0; i < sizeof moods / sizeof *moods; i++) {
        size_t len = opener_length(t, moods[i], s);
        if (!len)
            continue;
        *tail = mirth_trim(mirth_slice(s.at + len, s.len - len));
        if (!stands_alone(t, *tail))
            return NULL;
        return i == 0 && is_bad(t, *tail) ? "toll" : moods[i];
    }
    return NULL;
}
