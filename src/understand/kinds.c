/* kinds.c: which part of a system a sentence names. */
#include "understand/kinds.h"

size_t mirth_kind_at(const struct mirth_english *e, const struct mirth_token *tokens, size_t count,
                     size_t at, size_t *length)
{
    uint8_t lengths[MIRTH_LISTS];
    size_t kind = SIZE_MAX;
    *length = 0;
    if (!mirth_may_begin(e, &e->of_parts, tokens[at].word))
        return kind;
    mirth_lengths_at(e, tokens, count, at, &e->of_parts, lengths);
    for (size_t k = 0; k < e->part_count; k++) {
        const size_t named = lengths[e->parts[k].list];
        if (named > *length) {
            *length = named;
            kind = k;
        }
    }
    return kind;
}

/* "Log in", "log into" */
static bool has_other_sense(const struct mirth_english *e, const struct mirth_token *tokens,
                            size_t count, size_t at)
{
    return mirth_listed_at(e, tokens, count, at, MIRTH_L_OTHER_SENSE) > 1;
}

/* Whether the word behind a part's name takes the part away: "database team", "monitoring the". */
static bool is_taken(const struct mirth_english *e, const struct mirth_token *tokens, size_t count,
                     size_t behind)
{
    return behind < count && (mirth_listed_at(e, tokens, count, behind, MIRTH_L_AGENT) ||
                              mirth_listed_at(e, tokens, count, behind, MIRTH_L_THE));
}

size_t mirth_kind_named(const struct mirth_english *e, const struct mirth_token *tokens,
                        size_t count)
{
    size_t length;
    for (size_t i = 0; i < count; i += length ? length : 1) {
        size_t kind = mirth_kind_at(e, tokens, count, i, &length), head = kind, end = i + length;
        if (kind == SIZE_MAX || has_other_sense(e, tokens, count, i))
            continue;
        while (end < count && (head = mirth_kind_at(e, tokens, count, end, &length)) != SIZE_MAX) {
            kind = head;
            end += length;
        }
        if (!is_taken(e, tokens, count, end))
            return kind;
        length = end - i;
    }
    return SIZE_MAX;
}

bool mirth_is_item(const struct mirth_english *e, struct mirth_slice name, int list)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    const size_t count = mirth_tokens(e, name, tokens);
    return count && count <= MIRTH_TOKENS && mirth_listed_at(e, tokens, count, 0, list) == count;
}
