/* deed.c: what a sentence without its verb to be has behind its deed. */
#include "retell/deed.h"

#include "retell/grammar.h"

static bool is_noun_phrase(const struct mirth_english *e, const struct mirth_token *tokens,
                           size_t from, size_t to)
{
    enum { WORDS = 5 };
    if (from >= to || to - from > WORDS)
        return false;
    for (size_t i = from; i < to; i++)
        if (tokens[i].kind != MIRTH_T_WORD || mirth_listed(e, tokens[i].word, MIRTH_L_AUX) ||
            mirth_listed(e, tokens[i].word, MIRTH_L_PREPOSITION) ||
            mirth_listed(e, tokens[i].word, MIRTH_L_PRONOUN) ||
            mirth_listed(e, tokens[i].word, MIRTH_L_THE) ||
            mirth_listed(e, tokens[i].word, MIRTH_L_COORDINATOR) ||
            mirth_listed(e, tokens[i].word, MIRTH_L_ADVERB))
            return false;
    return !mirth_ends(tokens[from].text, "ing");
}

static struct mirth_slice through(const struct mirth_token *first, const struct mirth_token *last)
{
    return mirth_slice(first->text.at, (size_t)(last->text.at + last->text.len - first->text.at));
}

/* Behind the first deed of "lamp replaced, bell rung", or "lamp replaced at noon, and bell rung".
 */
struct mirth_deed mirth_second_deed(const struct mirth_english *e, const struct mirth_clause *c)
{
    const char *behind = c->verb.at + c->verb.len, *end = c->body.at + c->body.len;
    struct mirth_token tokens[MIRTH_TOKENS];
    struct mirth_deed deed = {{"", 0}, {"", 0}, {"", 0}};
    size_t count = mirth_tokens(e, mirth_slice(behind, (size_t)(end - behind)), tokens), from;
    if (count > MIRTH_TOKENS || count < 3 || !(e->words[tokens[count - 1].word].forms & MIRTH_PAST))
        return deed;
    from = count - 1;
    while (from && tokens[from - 1].kind == MIRTH_T_WORD &&
           !mirth_listed(e, tokens[from - 1].word, MIRTH_L_COORDINATOR))
        from--;
    if (!from || !is_noun_phrase(e, tokens, from, count - 1))
        return deed;
    deed.joint = through(&tokens[from - 1 - (from > 1 && tokens[from - 2].text.at[0] == ',')],
                         &tokens[from - 1]);
    deed.thing = through(&tokens[from], &tokens[count - 2]);
    deed.verb = tokens[count - 1].text;
    return deed;
}

/* "Monitoring verified [only] that ...", "The bell rang our guests": there is an object behind the
 * verb, so that what stands before it is who did it. */
static bool has_object(const struct mirth_english *e, const struct mirth_clause *c)
{
    const char *behind = c->verb.at + c->verb.len, *end = c->body.at + c->body.len;
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t at = 0, count = mirth_tokens(e, mirth_slice(behind, (size_t)(end - behind)), tokens);
    if (count > MIRTH_TOKENS)
        return true;
    while (at < count && mirth_listed(e, tokens[at].word, MIRTH_L_ADVERB))
        at++;
    return at < count && (mirth_listed(e, tokens[at].word, MIRTH_L_THE) ||
                          mirth_listed(e, tokens[at].word, MIRTH_L_RELATIVE) ||
                          mirth_listed(e, tokens[at].word, MIRTH_L_PRONOUN));
}

/* What a noun phrase may end with: "web-02", "nodes 7 and 8", "the `edge` group". */
static bool may_end_noun(const struct mirth_english *e, const struct mirth_token *token)
{
    if (token->kind == MIRTH_T_WORD && mirth_ends(token->text, "ly"))
        return false;
    return (token->kind == MIRTH_T_NUMBER || token->kind == MIRTH_T_CODE ||
            token->kind == MIRTH_T_WORD) &&
           !mirth_listed(e, token->word, MIRTH_L_THE) && mirth_may_be_nominal(e, token);
}

/* Behind a noun: "remain", "set a curtain on fire", "failed to start". */
static bool is_main_verb(const struct mirth_english *e, const struct mirth_token *tokens, size_t at)
{
    const unsigned forms = e->words[tokens[at].word].forms;
    const uint32_t next = tokens[at + 1].word;
    if (forms & (MIRTH_BASE | MIRTH_THIRD) && !(forms & (MIRTH_NOUN | MIRTH_PAST)))
        return true;
    if ((forms & (MIRTH_PAST | MIRTH_NOUN | MIRTH_BASE)) == MIRTH_PAST &&
        (mirth_listed(e, next, MIRTH_L_THE) || mirth_listed(e, next, MIRTH_L_PRONOUN)))
        return true;
    return mirth_listed(e, tokens[at].word, MIRTH_L_GOES_ON) &&
           mirth_same_text(tokens[at + 1].text, "to");
}

/* "..., the bell rung", "... and the bell rung"; "8 and 9 May" is one thing. */
static bool parts_clauses(const struct mirth_english *e, const struct mirth_token *tokens,
                          size_t at)
{
    return tokens[at].kind == MIRTH_T_PUNCT ||
           mirth_listed_at(e, &tokens[at], 1, 0, MIRTH_L_JOINT) ||
           (mirth_listed(e, tokens[at].word, MIRTH_L_COORDINATOR) &&
            !(at && tokens[at - 1].kind == MIRTH_T_NUMBER));
}

/* "A lamp lit at noon set a curtain on fire": the verb of the sentence stands behind the deed, with
 * an object of its own or with what its doer goes on to do. */
static bool goes_on_as_verb(const struct mirth_english *e, const struct mirth_clause *c)
{
    const char *behind = c->verb.at + c->verb.len, *end = c->body.at + c->body.len;
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_tokens(e, mirth_slice(behind, (size_t)(end - behind)), tokens);
    bool parted = false;
    if (count > MIRTH_TOKENS)
        return true;
    for (size_t i = 0; i + 1 < count; i++) {
        parted |= parts_clauses(e, tokens, i);
        if (i && !parted && mirth_listed(e, tokens[i].word, MIRTH_L_AUX) &&
            tokens[i - 1].kind != MIRTH_T_PUNCT)
            return true; /* "lamps lit on 8 and 9 May are out" */
        if (mirth_listed_at(e, tokens, count, i, MIRTH_L_JOINT) &&
            !mirth_listed(e, tokens[i].word, MIRTH_L_SOFT_JOINT))
            return false; /* "after the lamp showed the way": another clause */
        if (i && may_end_noun(e, &tokens[i - 1]) && is_main_verb(e, tokens, i))
            return true;
    }
    return false;
}

/* "Lamp with the wick set to low lit": the verb of the sentence stands at its end. */
static bool ends_in_deed(const struct mirth_english *e, const struct mirth_clause *c)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_tokens(e, c->body, tokens);
    while (count && count <= MIRTH_TOKENS && tokens[count - 1].kind == MIRTH_T_PUNCT)
        count--;
    return count > 2 && count <= MIRTH_TOKENS &&
           tokens[count - 1].text.at > c->verb.at + c->verb.len &&
           tokens[count - 1].kind == MIRTH_T_WORD && mirth_ends(tokens[count - 1].text, "ed") &&
           (e->words[tokens[count - 1].word].forms & MIRTH_PAST);
}

bool mirth_is_bare_deed(const struct mirth_english *e, const struct mirth_clause *c)
{
    return !has_object(e, c) && !goes_on_as_verb(e, c) &&
           (mirth_second_deed(e, c).thing.len || !ends_in_deed(e, c));
}

/* "Works", "was", "decided to", "found a lamp"; "found in a drawer" may have been found. */
static bool is_finite_there(const struct mirth_english *e, const struct mirth_token *tokens,
                            size_t count, size_t at)
{
    const uint32_t verb = tokens[at].word;
    const struct mirth_token *next = &tokens[at + 1];
    if (mirth_listed(e, verb, MIRTH_L_AUX) || e->words[verb].forms & MIRTH_THIRD)
        return true;
    if (!(e->words[verb].forms & MIRTH_PAST))
        return false;
    return mirth_listed(e, verb, MIRTH_L_OWN_DOING) || mirth_listed(e, verb, MIRTH_L_ERGATIVE) ||
           (at + 1 < count && next->kind == MIRTH_T_WORD &&
            !mirth_listed(e, next->word, MIRTH_L_PREPOSITION) &&
            !mirth_listed(e, next->word, MIRTH_L_COORDINATOR) &&
            !mirth_listed(e, next->word, MIRTH_L_ADVERB) && !mirth_ends(next->text, "ing") &&
            !mirth_listed_at(e, tokens, count, at + 1, MIRTH_L_JOINT));
}

bool mirth_has_verb_behind(const struct mirth_english *e, const struct mirth_clause *c,
                           struct mirth_slice subject)
{
    const char *behind = subject.at + subject.len, *end = c->body.at + c->body.len;
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t at = 0, count = mirth_tokens(e, mirth_slice(behind, (size_t)(end - behind)), tokens);
    if (count > MIRTH_TOKENS || c->verb.len)
        return false;
    while (at < count && (mirth_listed(e, tokens[at].word, MIRTH_L_ADVERB) ||
                          (tokens[at].text.len > 4 && mirth_ends(tokens[at].text, "ly"))))
        at++;
    return at < count && is_finite_there(e, tokens, count, at);
}

bool mirth_is_of_noun(const struct mirth_english *e, struct mirth_slice rest)
{
    while (rest.len && mirth_is_among(" ,", rest.at[0]))
        rest = mirth_slice(rest.at + 1, rest.len - 1);
    return rest.len && mirth_listed(e, mirth_token_at(e, rest).word, MIRTH_L_RELATIVE);
}
