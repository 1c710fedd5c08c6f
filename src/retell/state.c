/* state.c: whether a sentence says how something is, without its verb. */
#include "retell/state.h"

#include "retell/grammar.h"

enum { WORDS = 5 };

/* "Remained", "stays": a verb, which has its state behind it. */
static bool is_verb(const struct mirth_english *e, const struct mirth_token *token)
{
    const unsigned forms = e->words[token->word].forms;
    if (mirth_listed(e, token->word, MIRTH_L_COPULAR))
        return true;
    if (forms & MIRTH_PAST || mirth_ends(token->text, "ed"))
        return !mirth_listed(e, token->word, MIRTH_L_ADJECTIVE_PP);
    return forms & (MIRTH_BASE | MIRTH_THIRD) && !(forms & MIRTH_NOUN);
}

/* A word that the name of a thing may be made of; an article only begins it. */
static bool is_of_thing(const struct mirth_english *e, const struct mirth_token *token, bool first)
{
    return (token->kind == MIRTH_T_WORD || token->kind == MIRTH_T_CODE) &&
           (first || !mirth_listed(e, token->word, MIRTH_L_THE)) && !is_verb(e, token) &&
           mirth_may_be_nominal(e, token) && !mirth_listed(e, token->word, MIRTH_L_REFLEXIVE) &&
           (first || !mirth_listed(e, token->word, MIRTH_L_NEGATION));
}

/* "Searching", "slowed": what no thing's name ends with. */
static bool is_no_head(const struct mirth_english *e, const struct mirth_token *token)
{
    return mirth_ends(token->text, "ing") || mirth_ends(token->text, "ed") ||
           (e->words[token->word].forms & MIRTH_PAST);
}

/* "Errors peak at 71%": behind several of a thing a base form is their verb. */
static bool ends_in_verb(const struct mirth_english *e, const struct mirth_token *tokens, size_t at)
{
    return at > 1 && mirth_is_plural(e, tokens[at - 2].text) &&
           e->words[tokens[at - 1].word].forms & MIRTH_BASE;
}

/* How many tokens say at tokens[at] how it is: "back online", "unable to", "at 40%"; 0: none. "To
 * 40%" says where it went. */
static size_t state_length(const struct mirth_english *e, const struct mirth_token *tokens,
                           size_t count, size_t at)
{
    if (at + 1 < count && mirth_listed(e, tokens[at].word, MIRTH_L_PREPOSITION) &&
        !mirth_listed(e, tokens[at].word, MIRTH_L_INFINITIVE_MARK) &&
        tokens[at + 1].kind == MIRTH_T_NUMBER && mirth_ends(tokens[at + 1].text, "%"))
        return 2;
    return at < count ? mirth_listed_at(e, tokens, count, at, MIRTH_L_TOLD_STATE) : 0;
}

/* Behind "full" stands no noun that it would describe: "service full for all", no "full backup". */
static bool ends_state(const struct mirth_english *e, const struct mirth_token *tokens,
                       size_t count, size_t at)
{
    return at == count || mirth_listed(e, tokens[at - 1].word, MIRTH_L_INFINITIVE_MARK) ||
           tokens[at].kind == MIRTH_T_PUNCT || tokens[at].kind == MIRTH_T_PAREN ||
           mirth_listed(e, tokens[at].word, MIRTH_L_PREPOSITION) ||
           mirth_listed(e, tokens[at].word, MIRTH_L_ADVERB) ||
           mirth_listed(e, tokens[at].word, MIRTH_L_COORDINATOR) ||
           mirth_listed_at(e, tokens, count, at, MIRTH_L_JOINT);
}

/* "Database down caused it", "users unable to order were sent away": the verb stands behind. */
static bool has_verb(const struct mirth_english *e, const struct mirth_token *tokens, size_t count,
                     size_t at)
{
    for (; at < count && tokens[at].kind != MIRTH_T_PUNCT; at++) {
        const unsigned forms = e->words[tokens[at].word].forms;
        if (mirth_listed(e, tokens[at].word, MIRTH_L_COORDINATOR) ||
            mirth_listed(e, tokens[at].word, MIRTH_L_BECAUSE) ||
            mirth_listed(e, tokens[at].word, MIRTH_L_SUBCLAUSE))
            return false; /* another clause, with a verb of its own */
        if (mirth_listed(e, tokens[at].word, MIRTH_L_AUX) ||
            (forms & (MIRTH_PAST | MIRTH_THIRD) && !(forms & MIRTH_NOUN)))
            return true;
    }
    return false;
}

struct mirth_state mirth_state_of(const struct mirth_english *e, const struct mirth_clause *c)
{
    const struct mirth_state none = {{"", 0}, NULL};
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_tokens(e, c->main, tokens), at = 0, len = 0;
    if (count > MIRTH_TOKENS || c->verb.len || c->present)
        return none;
    while (at < count && at < WORDS && !len && is_of_thing(e, &tokens[at], !at)) {
        at++;
        len = state_length(e, tokens, count, at);
    }
    if (!len || is_no_head(e, &tokens[at - 1]) || ends_in_verb(e, tokens, at) ||
        !ends_state(e, tokens, count, at + len) || has_verb(e, tokens, count, at + len))
        return none;
    while (at > 1 && mirth_ends(tokens[at - 1].text, "ly"))
        at--; /* "site completely down": how it was down */
    return (struct mirth_state){
        mirth_slice(tokens[0].text.at,
                    (size_t)(tokens[at - 1].text.at + tokens[at - 1].text.len - tokens[0].text.at)),
        tokens[at].text.at};
}
