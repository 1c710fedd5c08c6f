/* done.c: which measures the record itself says are done. */
#include "retell/done.h"

static bool is_done_word(const struct mirth_english *e, struct mirth_slice text)
{
    text = mirth_trim(text);
    return text.len && mirth_listed(e, mirth_token_at(e, text).word, MIRTH_L_ACCOMPLISHED);
}

/* "Done", "Done 9 June": and not "Done when all lamps are lit". */
static bool says_when_done(const struct mirth_english *e, struct mirth_slice text)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    const size_t count = mirth_tokens(e, text, tokens);
    return count && count <= MIRTH_TOKENS &&
           mirth_listed(e, tokens[0].word, MIRTH_L_ACCOMPLISHED) &&
           (count == 1 || tokens[1].kind != MIRTH_T_WORD ||
            mirth_listed(e, tokens[1].word, MIRTH_L_MONTH));
}

/* "... Done.", "(lamps), done": the last word, behind a mark. */
static bool ends_done(const struct mirth_english *e, struct mirth_slice text)
{
    size_t end = text.len, from;
    for (size_t i = text.len; i-- > 2;) /* its last sentence: "... Done 11 February." */
        if (text.at[i] == ' ' && text.at[i - 1] == '.') {
            if (says_when_done(e, mirth_slice(text.at + i, text.len - i)))
                return true;
            break;
        }
    while (end && !mirth_is_alpha(text.at[end - 1]))
        end--;
    from = end;
    while (from && mirth_is_letter(text.at[from - 1]))
        from--;
    if (!is_done_word(e, mirth_slice(text.at + from, end - from)))
        return false;
    while (from && text.at[from - 1] == ' ')
        from--;
    return from && !mirth_is_letter(text.at[from - 1]) && !mirth_is_digit(text.at[from - 1]);
}

/* "Clear the disk - done, and more" */
static bool is_dash(struct mirth_slice text, size_t i)
{
    return text.at[i] == '-' && i && text.at[i - 1] == ' ' && i + 1 < text.len &&
           text.at[i + 1] == ' ';
}

bool mirth_is_marked_done(const struct mirth_english *e, struct mirth_slice text)
{
    bool inside = false; /* a bracket is one token */
    for (size_t i = 0; i < text.len; i++) {
        inside = text.at[i] == '(' || (inside && text.at[i] != ')');
        if (((inside && mirth_is_among("(,;", text.at[i])) || is_dash(text, i)) &&
            is_done_word(e, mirth_slice(text.at + i + 1, text.len - i - 1)))
            return true;
    }
    return ends_done(e, text);
}

bool mirth_says_done(const struct mirth_english *e, struct mirth_slice text)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    const size_t count = mirth_tokens(e, text, tokens);
    for (size_t i = 0; i < count && count <= MIRTH_TOKENS; i++)
        if (mirth_listed_at(e, tokens, count, i, MIRTH_L_ACCOMPLISHED) > 1)
            return true;
    return false;
}
