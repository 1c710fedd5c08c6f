/* key_asked.c: what a measure asks for. */
#include "retell/key_asked.h"

#include "retell/grammar.h"
#include "understand/tokens.h"
#include "understand/understand.h"

/* Past the verb that a measure begins with ("Review and update the ..."), and an article. */
static size_t past_verb(const struct mirth_english *e, const struct mirth_token *tokens,
                        size_t count)
{
    size_t i = 0;
    bool bare = count > 1 && (mirth_listed(e, tokens[0].word, MIRTH_L_ACT) ||
                              (mirth_listed(e, tokens[1].word, MIRTH_L_ACT) &&
                               !mirth_listed(e, tokens[1].word, MIRTH_L_AUX)));
    i += bare && !mirth_listed(e, tokens[0].word, MIRTH_L_ACT); /* "we added", "regularly test" */
    for (size_t k = 0; !bare && k + 1 < count && k < 6; k++)    /* "we need to improve" */
        if (mirth_listed(e, tokens[k].word, MIRTH_L_AUX) ||
            mirth_listed(e, tokens[k].word, MIRTH_L_INFINITIVE_MARK))
            i = k + 1;
    while (i < count && ((tokens[i].text.len > 4 && mirth_ends(tokens[i].text, "ly")) ||
                         mirth_listed(e, tokens[i].word, MIRTH_L_ADVERB)))
        i++; /* "always check" */
    if (i + 1 >= count || !mirth_listed(e, tokens[i].word, MIRTH_L_ACT) ||
        mirth_listed(e, tokens[i + 1].word, MIRTH_L_AUX))
        return 0;
    i++;
    i += i + 1 < count && mirth_listed(e, tokens[i].word, MIRTH_L_PARTICLE);
    if (i + 1 < count && mirth_listed(e, tokens[i].word, MIRTH_L_COORDINATOR) &&
        mirth_listed(e, tokens[i + 1].word, MIRTH_L_ACT))
        i += 2;
    return i + (i < count && mirth_listed(e, tokens[i].word, MIRTH_L_THE));
}

/* "The plan will be reviewed": what a measure in the passive is about, or nothing. */
static struct mirth_slice asked_subject(const struct mirth_english *e,
                                        const struct mirth_token *tokens, size_t count)
{
    size_t to = 0;
    while (to < count && to < 7 && tokens[to].kind == MIRTH_T_WORD &&
           !mirth_listed(e, tokens[to].word, MIRTH_L_AUX) &&
           !mirth_listed(e, tokens[to].word, MIRTH_L_PREPOSITION) &&
           (to || !mirth_listed(e, tokens[to].word, MIRTH_L_PRONOUN)))
        to++;
    if (to < 2 || to == count || !mirth_listed(e, tokens[to].word, MIRTH_L_AUX) ||
        mirth_listed(e, tokens[to - 1].word, MIRTH_L_PRONOUN) || /* "ask what can be done" */
        mirth_listed(e, tokens[to - 1].word, MIRTH_L_THE))       /* "change the Let's ..." */
        return mirth_slice("", 0);
    return mirth_slice(tokens[0].text.at, (size_t)(tokens[to - 1].text.at +
                                                   tokens[to - 1].text.len - tokens[0].text.at));
}

/* "Documentation outlining the steps": a word in -ing that no list has, or any with an article
 * behind it; "source hashing" ends a name. */
static bool is_outlining(const struct mirth_english *e, const struct mirth_token *tokens,
                         size_t count, size_t at)
{
    if (tokens[at].text.len <= 4 || !mirth_ends(tokens[at].text, "ing") || at + 1 == count ||
        tokens[at + 1].kind != MIRTH_T_WORD)
        return false;
    if (mirth_listed(e, tokens[at + 1].word, MIRTH_L_THE))
        return true;
    return !tokens[at].word && !mirth_listed(e, tokens[at + 1].word, MIRTH_L_PREPOSITION) &&
           !mirth_listed(e, tokens[at + 1].word, MIRTH_L_COORDINATOR) &&
           !mirth_listed(e, tokens[at + 1].word, MIRTH_L_RELATIVE);
}

/* "The sorting rules every month": the article of another phrase; "all the rules" is one. */
static bool is_second(const struct mirth_english *e, const struct mirth_token *tokens, size_t at)
{
    return mirth_listed(e, tokens[at].word, MIRTH_L_THE) &&
           !mirth_listed(e, tokens[at - 1].word, MIRTH_L_THE);
}

/* "Test test test", "document a clear, step-by-step plan", "make sure everyone knows", "limit the
 * number of calls", "keep the relay healthy", "check the first and the last lamp", "replace plain
 * `wick()`", "test that sends letters": no thing that is asked for. */
static bool is_cut_short(const struct mirth_english *e, const struct mirth_token *tokens,
                         size_t count, size_t from, size_t to)
{
    return mirth_same_nocase(tokens[from].text, tokens[from - 1].text) ||
           mirth_listed(e, tokens[from].word, MIRTH_L_PRONOUN) ||
           (mirth_listed(e, tokens[from - 1].word, MIRTH_L_RELATIVE) &&
            e->words[tokens[from].word].forms & MIRTH_THIRD) ||
           mirth_listed(e, tokens[from].word, MIRTH_L_ASSURANCE) ||
           mirth_listed(e, tokens[to - 1].word, MIRTH_L_PREDICATE) ||
           (to == from + 1 && mirth_listed(e, tokens[from].word, MIRTH_L_VAGUE_THING)) ||
           mirth_listed(e, tokens[to - 1].word, MIRTH_L_MEASURE_NOUN) ||
           (to < count && to == from + 1 &&
            (tokens[to].text.at[0] == ',' || tokens[to].kind == MIRTH_T_CODE ||
             mirth_listed(e, tokens[to].word, MIRTH_L_COORDINATOR)));
}

/* "Alerts [and] notifications": two things that are asked for together, and not two deeds ("update
 * the lamp and test it"). */
static bool joins_things(const struct mirth_english *e, const struct mirth_token *tokens,
                         size_t count, size_t from, size_t at)
{
    return at > from && at + 1 < count && mirth_listed(e, tokens[at].word, MIRTH_L_AND_OR) &&
           !mirth_ends(tokens[at - 1].text, "ly") && /* "weekly and report" */
           tokens[at + 1].kind == MIRTH_T_WORD &&
           !mirth_listed(e, tokens[at + 1].word, MIRTH_L_ACT) &&
           !mirth_listed(e, tokens[at + 1].word, MIRTH_L_THE) &&
           !mirth_listed(e, tokens[at + 1].word, MIRTH_L_PRONOUN) &&
           !mirth_listed(e, tokens[at + 1].word, MIRTH_L_ADVERB) &&
           !mirth_listed(e, tokens[at + 1].word, MIRTH_L_PREPOSITION);
}

struct mirth_slice mirth_asked_thing(const struct mirth_english *e,
                                     const struct mirth_token *tokens, size_t count)
{
    size_t from = past_verb(e, tokens, count), to = from;
    for (; to < count && to < from + 6; to++)
        if (!joins_things(e, tokens, count, from, to) &&
            (tokens[to].kind != MIRTH_T_WORD ||
             mirth_listed(e, tokens[to].word, MIRTH_L_PREPOSITION) ||
             mirth_listed(e, tokens[to].word, MIRTH_L_COORDINATOR) ||
             mirth_listed(e, tokens[to].word, MIRTH_L_AUX) ||
             (to > from && (is_outlining(e, tokens, count, to) || is_second(e, tokens, to))) ||
             (e->words[tokens[to].word].forms & MIRTH_PAST &&
              !mirth_listed(e, tokens[to].word, MIRTH_L_ADJECTIVE_PP)) ||
             mirth_listed_at(e, tokens, count, to, MIRTH_L_JOINT)))
            break;
    while (to > from && ((tokens[to - 1].text.len > 4 && mirth_ends(tokens[to - 1].text, "ly")) ||
                         mirth_listed(e, tokens[to - 1].word, MIRTH_L_DANGLER)))
        to--; /* "renew certificates automatically", "keep watch like [an owl]" */
    if (!from || to <= from)
        return asked_subject(e, tokens, count);
    if (to == from + 6 || is_cut_short(e, tokens, count, from, to))
        return mirth_slice("", 0);
    return mirth_slice(
        tokens[from].text.at,
        (size_t)(tokens[to - 1].text.at + tokens[to - 1].text.len - tokens[from].text.at));
}
