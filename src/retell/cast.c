/* cast.c: who is in the story: the parts of the system that a record names most, with what each
 * does, so that the rest can be followed by who has never met them. */
#include "retell/cast.h"

#include <stdlib.h>

#include "retell/grammar.h"
#include "understand/digest.h"

/* A list of fewer is none, and of more is a form to read; who is named once is an extra. */
enum { FEWEST = 3, MOST = 4, OFTEN = 2 };

/* A kind of part, and the first of its names in the record. */
struct member {
    size_t kind, named;
    struct mirth_slice name;
    const char *seen; /* where that stands, for the order */
};

static struct mirth_slice phrase_at(const struct mirth_token *tokens, size_t i, size_t length)
{
    const struct mirth_slice last = tokens[i + length - 1].text;
    return mirth_slice(tokens[i].text.at, (size_t)(last.at + last.len - tokens[i].text.at));
}

/* The kind whose longest name stands at the token; SIZE_MAX: none. */
static size_t kind_at(const struct mirth_english *e, const struct mirth_token *tokens, size_t count,
                      size_t i, size_t *length)
{
    uint8_t lengths[MIRTH_LISTS];
    size_t kind = SIZE_MAX;
    *length = 0;
    if (!mirth_may_begin(e, &e->of_parts, tokens[i].word))
        return kind;
    mirth_lengths_at(e, tokens, count, i, &e->of_parts, lengths);
    for (size_t k = 0; k < e->part_count; k++) {
        const size_t named = lengths[e->parts[k].list];
        if (named > *length) {
            *length = named;
            kind = k;
        }
    }
    return kind;
}

/* Whether all of it is an item of the list. */
static bool is_item(const struct mirth_english *e, struct mirth_slice name, int list)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    const size_t count = mirth_tokens(e, name, tokens);
    return count && count <= MIRTH_TOKENS && mirth_listed_at(e, tokens, count, 0, list) == count;
}

/* "Web servers" are a web server in a list of who is who. */
static struct mirth_slice one_of(const struct mirth_english *e, struct mirth_slice name, int list)
{
    const struct mirth_slice one = mirth_slice(name.at, name.len - 1);
    return mirth_ends(name, "s") && is_item(e, one, list) ? one : name;
}

static void count_names(const struct mirth_english *e, struct mirth_slice text,
                        struct member *members)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    const size_t count = mirth_tokens(e, text, tokens);
    for (size_t i = 0, length; i < count && count <= MIRTH_TOKENS; i += length ? length : 1) {
        const size_t kind = kind_at(e, tokens, count, i, &length);
        if (kind == SIZE_MAX)
            continue;
        if (!members[kind].named++) {
            members[kind].kind = kind;
            members[kind].name = one_of(e, phrase_at(tokens, i, length), e->parts[kind].list);
            members[kind].seen = members[kind].name.at;
        }
    }
}

/* What is told: measures name what may never come. */
static void find_members(const struct mirth_telling *t, struct member *members)
{
    const struct mirth_story *story = t->story;
    for (size_t i = 0; i < story->digest.parts && i < MIRTH_READ; i++)
        for (size_t k = 0; k < story->parts[i].clause_count; k++)
            if (story->parts[i].kind != MIRTH_MEASURE)
                count_names(t->english, story->parts[i].clauses[k].text, members);
}

static void leave_out(const struct mirth_telling *t, struct mirth_slice explained,
                      struct member *members)
{
    struct member named[MIRTH_TOPICS] = {{0}};
    count_names(t->english, explained, named);
    for (size_t k = 0; k < t->english->part_count; k++)
        if (named[k].named || members[k].named < OFTEN)
            members[k].named = 0;
}

static int by_times(const void *a, const void *b)
{
    const struct member *x = a, *y = b;
    if (x->named != y->named)
        return x->named > y->named ? -1 : 1;
    return x->kind < y->kind ? -1 : x->kind > y->kind;
}

static int by_place(const void *a, const void *b)
{
    const struct member *x = a, *y = b;
    return x->seen < y->seen ? -1 : x->seen > y->seen;
}

/* The most named ones first in the array, in the order in which the record brings them in; how many
 * they are. */
static size_t cast(struct member *members, size_t count)
{
    size_t n = 0;
    qsort(members, count, sizeof *members, by_times);
    while (n < MOST && n < count && members[n].named)
        n++;
    qsort(members, n, sizeof *members, by_place);
    return n;
}

/* "The load balancer", "HAProxy", "The API" */
static void put_name(const struct mirth_english *e, struct mirth_slice name,
                     struct mirth_buffer *out)
{
    const bool article =
        !is_item(e, name, MIRTH_L_PRODUCT) && !is_item(e, name, mirth_list(e, "bare-name"));
    const bool acronym = name.len > 1 && mirth_is_upper(name.at[1]);
    const char first = name.at[0];
    mirth_put_text(out, article ? "The " : "");
    mirth_put_char(out, acronym ? first : article ? mirth_lower(first) : mirth_upper(first));
    mirth_put(out, name.at + 1, name.len - 1);
}

/* "**{part}**, who {role}" of the English book, if the theme has a role for such a part which its
 * readers do not know. */
static bool put_member(struct mirth_telling *t, const struct member *member,
                       struct mirth_buffer *out)
{
    const struct mirth_place nowhere = {.gap = -1};
    const char *kind = mirth_string(t->english, t->english->parts[member->kind].name);
    struct mirth_buffer name = {0}, role = {0}, line = {0};
    bool told = mirth_pick_ours(t, "cast", kind, &nowhere, mirth_slice("", 0), &role) != NULL;
    put_name(t->english, member->name, &name);
    const struct mirth_slot_text slots[] = {{"{part}", mirth_buffer_slice(&name)},
                                            {"{role}", mirth_buffer_slice(&role)}};
    told = told && mirth_put_framed(t, "part", slots, 2, &line);
    if (told) {
        mirth_put_text(out, "\n- ");
        mirth_put_slice(out, mirth_buffer_slice(&line));
    }
    mirth_buffer_free(&name);
    mirth_buffer_free(&role);
    mirth_buffer_free(&line);
    return told;
}

void mirth_put_cast(struct mirth_telling *t, struct mirth_slice explained, struct mirth_buffer *out)
{
    struct member members[MIRTH_TOPICS] = {{0}};
    const struct mirth_line *heading;
    struct mirth_buffer list = {0};
    size_t count, told = 0;
    find_members(t, members);
    leave_out(t, explained, members);
    count = cast(members, t->english->part_count);
    for (size_t i = 0; count >= FEWEST && i < count; i++)
        told += put_member(t, &members[i], &list);
    if (told >= FEWEST && mirth_book_entry(t->theme->book, "cast", "heading", &heading)) {
        mirth_put_text(out, heading->text);
        mirth_put_char(out, '\n');
        mirth_put_slice(out, mirth_buffer_slice(&list));
    }
    mirth_buffer_free(&list);
}
