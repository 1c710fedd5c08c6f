/* key_figure.c: the figure of a sentence that a skimmer wants: a share, how much or how long, a
 * number that somebody would search for. */
#include "retell/key_figure.h"

#include <string.h>

#include "retell/grammar.h"

/* "$4,096", "#4096": its sign goes with it. */
static struct mirth_slice with_sign(struct mirth_slice number, const struct mirth_token *before)
{
    const struct mirth_slice sign = before->text;
    bool joined = sign.len == 1 && sign.at + 1 == number.at && mirth_is_among("$#~", sign.at[0]);
    return joined ? mirth_slice(sign.at, number.len + 1) : number;
}

/* A figure that somebody would search for: "port 8025", "4096"; a year, or a digit, is none. */
static struct mirth_slice searched_figure(const struct mirth_english *e,
                                          const struct mirth_token *tokens, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct mirth_slice s = tokens[i].text;
        size_t digits = 0;
        while (digits < s.len && (mirth_is_digit(s.at[digits]) || s.at[digits] == ','))
            digits++;
        if (tokens[i].kind != MIRTH_T_NUMBER || digits < s.len || digits < 3 ||
            (s.len == 4 && (!memcmp(s.at, "19", 2) || !memcmp(s.at, "20", 2))))
            continue;
        if (!(i && mirth_listed(e, tokens[i - 1].word, MIRTH_L_NUMBERED)) && digits < 4)
            continue; /* "500 errors" are not five hundred */
        if (i && mirth_listed(e, tokens[i - 1].word, MIRTH_L_NUMBERED))
            s = mirth_slice(tokens[i - 1].text.at, (size_t)(s.at + s.len - tokens[i - 1].text.at));
        return i ? with_sign(s, &tokens[i - 1]) : s;
    }
    return mirth_slice("", 0);
}

/* "500 errors", "503 responses": no five hundred. */
static bool is_code(const struct mirth_english *e, struct mirth_slice number,
                    const struct mirth_token *noun)
{
    return number.len == 3 && mirth_is_among("45", number.at[0]) &&
           mirth_listed(e, noun->word, mirth_list(e, "code-noun"));
}

/* "Minutes", "students": a unit, or a plural that is no verb ("release 2.8 drops") and no name. */
static bool is_counted(const struct mirth_english *e, const struct mirth_token *token)
{
    return mirth_listed(e, token->word, MIRTH_L_UNIT) ||
           (token->kind == MIRTH_T_WORD && mirth_may_be_nominal(e, token) &&
            mirth_is_plural(e, token->text) && !(e->words[token->word].forms & MIRTH_THIRD) &&
            !mirth_is_upper(token->text.at[0]));
}

/* "2,048": digits, and commas between them. */
static bool is_whole(struct mirth_slice number)
{
    for (size_t i = 0; i < number.len; i++)
        if (!mirth_is_digit(number.at[i]) && !(i && number.at[i] == ','))
            return false;
    return mirth_is_digit(number.at[number.len - 1]);
}

/* Whether "45 minutes" stands at tokens[i]. */
static bool is_measure(const struct mirth_english *e, const struct mirth_token *tokens,
                       size_t count, size_t i)
{
    return i + 1 < count && tokens[i].kind == MIRTH_T_NUMBER && is_whole(tokens[i].text) &&
           tokens[i].text.at + tokens[i].text.len + 1 == tokens[i + 1].text.at &&
           is_counted(e, &tokens[i + 1]) && !is_code(e, tokens[i].text, &tokens[i + 1]);
}

/* "45 minutes", "340 students", "2 hours and 15 minutes": a number and what it counts. */
static struct mirth_slice measure_in(const struct mirth_english *e,
                                     const struct mirth_token *tokens, size_t count)
{
    size_t i = 0, end;
    while (i < count && (!is_measure(e, tokens, count, i) ||
                         (i && mirth_listed(e, tokens[i - 1].word, MIRTH_L_NUMBERED))))
        i++;
    if (i == count)
        return mirth_slice("", 0);
    end = i + 1;
    for (size_t next = end + 1; next < count; next = end + 1) {
        next += mirth_listed(e, tokens[next].word, MIRTH_L_AND_OR);
        if (!mirth_listed(e, tokens[end].word, MIRTH_L_DURATION) ||
            !is_measure(e, tokens, count, next))
            break;
        end = next + 1;
    }
    return mirth_slice(tokens[i].text.at,
                       (size_t)(tokens[end].text.at + tokens[end].text.len - tokens[i].text.at));
}

struct mirth_slice mirth_share_in(const struct mirth_token *tokens, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (tokens[i].kind == MIRTH_T_NUMBER && tokens[i].text.at[tokens[i].text.len - 1] == '%')
            return tokens[i].text;
    return mirth_slice("", 0);
}

struct mirth_slice mirth_figure_in(const struct mirth_english *e, const struct mirth_token *tokens,
                                   size_t count)
{
    const struct mirth_slice measure = measure_in(e, tokens, count);
    return measure.len ? measure : searched_figure(e, tokens, count);
}
