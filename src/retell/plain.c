/* plain.c: a sentence told as it is, with what a skimmer wants of it in bold. */
#include "retell/telling.h"

#include <string.h>

#include "understand/tokens.h"

/* Where the phrase stands as whole tokens, its own case kept. */
static bool find_phrase(const struct mirth_token *tokens, size_t count, struct mirth_slice phrase,
                        struct mirth_slice *found)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = i; k < count; k++) {
            const char *end = tokens[k].text.at + tokens[k].text.len;
            *found = mirth_slice(tokens[i].text.at, (size_t)(end - tokens[i].text.at));
            if (found->len > phrase.len)
                break;
            if (mirth_same_nocase(*found, phrase))
                return true;
        }
    return false;
}

/* Past the verb that a measure begins with ("Review and update the ..."), and an article. */
static size_t past_verb(const struct mirth_english *e, const struct mirth_token *tokens,
                        size_t count)
{
    size_t i = 0;
    while (i < count && tokens[i].text.len > 4 &&
           !memcmp(tokens[i].text.at + tokens[i].text.len - 2, "ly", 2))
        i++;
    if (i + 1 >= count || !mirth_listed(e, tokens[i].word, MIRTH_L_ACT) ||
        mirth_listed(e, tokens[i + 1].word, MIRTH_L_AUX))
        return 0;
    i++;
    if (i + 1 < count && mirth_listed(e, tokens[i].word, MIRTH_L_COORDINATOR) &&
        mirth_listed(e, tokens[i + 1].word, MIRTH_L_ACT))
        i += 2;
    return i + (i < count && mirth_listed(e, tokens[i].word, MIRTH_L_THE));
}

static bool holds_phrase(struct mirth_slice s, struct mirth_slice phrase)
{
    for (size_t i = 0; phrase.len && i + phrase.len <= s.len; i++)
        if (mirth_lower(s.at[i]) == mirth_lower(phrase.at[0]) &&
            mirth_same_nocase(mirth_slice(s.at + i, phrase.len), phrase))
            return true;
    return false;
}

/* A glance that spares most sentences the taking apart: no mark-up, and something to find. */
static bool may_have_key(const struct mirth_clause *clause, struct mirth_slice component, bool asks)
{
    const struct mirth_slice s = clause->text;
    if (memchr(s.at, '*', s.len) || memchr(s.at, '[', s.len) || memchr(s.at, '<', s.len))
        return false;
    return asks || memchr(s.at, '%', s.len) || holds_phrase(clause->body, component);
}

/* What a skimmer wants of a plain sentence: its percentage, the guilty part, what a measure asks
 * for. Empty where nothing stands out. */
static struct mirth_slice key_of(const struct mirth_telling *telling,
                                 const struct mirth_clause *clause, bool asks)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count, from = 0, to;
    const struct mirth_slice component = telling->story->digest.component;
    struct mirth_slice found;
    if (!may_have_key(clause, component, asks) ||
        (count = mirth_tokens(telling->english, clause->body, tokens)) > MIRTH_TOKENS)
        return mirth_slice("", 0);
    for (size_t i = 0; i < count; i++)
        if (tokens[i].kind == MIRTH_T_NUMBER && tokens[i].text.at[tokens[i].text.len - 1] == '%')
            return tokens[i].text;
    if (!asks && mirth_count_words(component) > 1 && find_phrase(tokens, count, component, &found))
        return found;
    if (!asks || count < 3)
        return mirth_slice("", 0);
    from = past_verb(telling->english, tokens, count);
    for (to = from; to < count && to < from + 5; to++)
        if (tokens[to].kind != MIRTH_T_WORD ||
            mirth_listed(telling->english, tokens[to].word, MIRTH_L_PREPOSITION) ||
            mirth_listed(telling->english, tokens[to].word, MIRTH_L_COORDINATOR) ||
            telling->english->words[tokens[to].word].forms & MIRTH_PAST ||
            mirth_listed_at(telling->english, tokens, count, to, MIRTH_L_JOINT))
            break;
    while (to > from && tokens[to - 1].text.len > 4 &&
           !memcmp(tokens[to - 1].text.at + tokens[to - 1].text.len - 2, "ly", 2))
        to--; /* "renew certificates automatically" */
    if (!from || to <= from || to == from + 5)
        return mirth_slice("", 0);
    return mirth_slice(
        tokens[from].text.at,
        (size_t)(tokens[to - 1].text.at + tokens[to - 1].text.len - tokens[from].text.at));
}

void mirth_fill_plain(const struct mirth_telling *telling, const struct mirth_clause *clause,
                      bool asks, struct mirth_buffer *out)
{
    struct mirth_slice key = key_of(telling, clause, asks), text = clause->text;
    size_t before = key.len ? (size_t)(key.at - text.at) : 0;
    out->len = 0;
    if (!key.len) {
        mirth_put_mended(out, text);
        return;
    }
    mirth_put_mended(out, mirth_slice(text.at, before));
    mirth_put_text(out, "**");
    mirth_put_mended(out, key);
    mirth_put_text(out, "**");
    mirth_put_mended(out, mirth_slice(key.at + key.len, text.len - before - key.len));
}
