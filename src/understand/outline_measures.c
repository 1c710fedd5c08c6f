/* outline_measures.c: improvements, tasks and lessons, with a bullet or without. */
#include "understand/sight.h"

#include <string.h>

bool mirth_in_measures(const struct mirth_outline *o)
{
    static const char *const names[] = {"corrective", "actions",    "lessons",
                                        "went-well",  "went-wrong", "lucky"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (mirth_same_name(o->section, names[i]))
            return true;
    return o->field && (!strcmp(o->field, "improvements") || !strcmp(o->field, "tasks"));
}

/* "4.1 " of "4.1 Renew it": a number of its own, if none that Markdown knows; 0: none. */
static size_t number_length(const struct mirth_row *row, struct mirth_slice text)
{
    enum { LONGEST = 5 };
    size_t n = 0;
    while (n < text.len && n < LONGEST && (mirth_is_digit(text.at[n]) || text.at[n] == '.'))
        n++;
    return !row->quoted && n > 2 && n < text.len && mirth_is_digit(text.at[0]) &&
                   mirth_is_digit(text.at[n - 1]) && memchr(text.at, '.', n) && text.at[n] == ' '
               ? n + 1
               : 0;
}

bool mirth_add_measure(struct mirth_outline *o, const struct mirth_sight *s)
{
    size_t at = s->labelled ? s->label.len : mirth_decoration(s->text);
    if (!s->labelled && !s->item)
        at += number_length(s->row, mirth_slice(s->text.at + at, s->text.len - at));
    o->entry_depth = s->row->depth;
    o->entry_open = true;
    return mirth_add_part(o, s, MIRTH_MEASURE, "-", at) != NULL;
}

/* One measure a line, with no bullet: it begins with a verb that asks. */
bool mirth_asks_for(const struct mirth_outline *o, const struct mirth_sight *s)
{
    size_t skip = mirth_decoration(s->text);
    struct mirth_token t;
    if (skip >= s->text.len || s->row->quoted)
        return false;
    t = mirth_token_at(o->english, mirth_slice(s->text.at + skip, s->text.len - skip));
    return mirth_in_measures(o) && mirth_is_upper(t.text.at[0]) && t.text.len > 2 &&
           mirth_listed(o->english, t.word, MIRTH_L_ACT) && t.text.at[t.text.len - 1] != 'g';
}

/* "This postmortem ...", "By doing so, ...": a last word behind a list. */
static bool looks_back(const struct mirth_outline *o, const struct mirth_sight *s)
{
    uint32_t word = mirth_token_at(o->english, s->text).word;
    return mirth_listed(o->english, word, MIRTH_L_THE) ||
           mirth_listed(o->english, word, MIRTH_L_LEAD) ||
           mirth_listed(o->english, word, MIRTH_L_PRONOUN);
}

/* A line of its own behind such a measure: it begins with a capital where that one ended. */
bool mirth_follows_measure(const struct mirth_outline *o, const struct mirth_sight *s)
{
    const struct mirth_part *before = mirth_last_part(o);
    const struct mirth_row *row = s->row - 1;
    return before && before->kind == MIRTH_MEASURE && !s->row->first && !s->item &&
           before->row + before->rows == s->index && mirth_in_measures(o) &&
           !o->story->rows[before->row].item && mirth_is_upper(s->text.at[0]) &&
           mirth_row_ends(o, row, ".") && !looks_back(o, s);
}

bool mirth_closes_measures(const struct mirth_outline *o, const struct mirth_sight *s)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    const struct mirth_part *before = mirth_last_part(o);
    size_t count;
    if (!before || before->kind != MIRTH_MEASURE || s->row->first || s->item ||
        before->row + before->rows != s->index || !mirth_is_upper(s->text.at[0]))
        return false;
    count = mirth_tokens(o->english, s->text, tokens);
    return count && count <= MIRTH_TOKENS &&
           mirth_listed_at(o->english, tokens, count, 0, MIRTH_L_CLOSING_LINE);
}

static struct mirth_slice first_word(const struct mirth_outline *o, const struct mirth_row *row)
{
    struct mirth_slice text = {o->story->source + row->text.at, row->text.len};
    size_t n = 0;
    while (n < text.len && !mirth_is_space(text.at[n]))
        n++;
    return mirth_slice(text.at, n);
}

/* "The cable should be checked." on a line of its own. */
static bool says_what_should_be(const struct mirth_outline *o, const struct mirth_row *row)
{
    struct mirth_slice text = {o->story->source + row->text.at, row->text.len};
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = text.len && mirth_is_upper(text.at[0]) && mirth_row_ends(o, row, ".")
                       ? mirth_tokens(o->english, text, tokens)
                       : 0;
    for (size_t i = 0; i < count && count <= MIRTH_TOKENS; i++)
        if (mirth_listed(o->english, tokens[i].word, MIRTH_L_MODAL))
            return true;
    return false;
}

static bool has_check_box(struct mirth_slice text)
{
    return text.len > 4 && text.at[0] == '[' && text.at[2] == ']' && text.at[3] == ' ';
}

bool mirth_is_marked(const struct mirth_outline *o, const struct mirth_sight *s)
{
    return mirth_in_measures(o) && !s->item &&
           (has_check_box(s->text) || number_length(s->row, s->text));
}

/* "We" and "I" begin all of them alike. */
static bool begins_alike(const struct mirth_outline *o, const struct mirth_row *row,
                         const struct mirth_row *other)
{
    struct mirth_slice word = first_word(o, row);
    return mirth_row_ends(o, row, ".") && mirth_same(first_word(o, other), word) &&
           mirth_is_upper(word.at[0]) &&
           mirth_listed(o->english, mirth_word(o->english, word), MIRTH_L_PRONOUN);
}

bool mirth_is_one_of_many(const struct mirth_outline *o, const struct mirth_sight *s)
{
    const struct mirth_row *row = s->row, *end = o->story->rows + o->story->row_count;
    const struct mirth_row *before = !row->first && s->index ? row - 1 : NULL;
    const struct mirth_row *after = row + 1 < end && !row[1].first ? row + 1 : NULL;
    if (!mirth_in_measures(o) || s->item || row->quoted || !(before || after))
        return false;
    if ((before && begins_alike(o, row, before)) || (after && begins_alike(o, row, after)))
        return true;
    return says_what_should_be(o, row) &&
           ((before && says_what_should_be(o, before)) || (after && says_what_should_be(o, after)));
}
