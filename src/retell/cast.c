/* cast.c: who is in the story: the parts of the system that a record names most, with what each
 * does, so that the rest can be followed by who has never met them. */
#include "retell/cast.h"

#include <string.h>

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
static size_t kind_at(const struct mirth_english *e, const struct mirth_set *lists,
                      const struct mirth_token *tokens, size_t count, size_t i, size_t *length)
{
    size_t kind = SIZE_MAX;
    *length = 0;
    if (!mirth_may_begin(e, lists, tokens[i].word))
        return kind;
    for (size_t k = 0; k < e->part_count; k++) {
        const size_t named = mirth_listed_at(e, tokens, count, i, e->parts[k].list);
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
    struct mirth_set lists = {{0}};
    for (size_t k = 0; k < e->part_count; k++)
        mirth_set_add(&lists, e->parts[k].list);
    for (size_t i = 0, length; i < count && count <= MIRTH_TOKENS; i += length ? length : 1) {
        const size_t kind = kind_at(e, &lists, tokens, count, i, &length);
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

/* The most named ones first in the array, in the order in which the record brings them in. */
static size_t cast(struct member *members, size_t count)
{
    size_t n = 0;
    for (; n < MOST; n++) {
        size_t best = n;
        for (size_t k = n + 1; k < count; k++)
            if (members[k].named > members[best].named)
                best = k;
        if (!members[best].named)
            break;
        const struct member swap = members[n];
        members[n] = members[best];
        members[best] = swap;
    }
    for (size_t i = 1; i < n; i++)
        for (size_t k = i; k && members[k].seen < members[k - 1].seen; k--) {
            const struct member swap = members[k];
            members[k] = members[k - 1];
            members[k - 1] = swap;
        }
    return n;
}

/* "The load balancer", "HAProxy", "The API" */
static void put_name(const struct mirth_english *e, struct mirth_slice name,
                     struct mirth_buffer *out)
{
    const bool article =
        !is_item(e, name, MIRTH_L_PRODUCT) && !is_item(e, name, mirth_list(e, "bare-name"));
    const bool acronym = name.len > 1 && mirth_is_upper(name.at[1]);
    mirth_put_text(out, article ? "The " : "");
    if (acronym || (!article && mirth_is_upper(name.at[0])))
        mirth_put_slice(out, name);
    else {
        mirth_put_char(out, article ? mirth_lower(name.at[0]) : name.at[0]);
        mirth_put(out, name.at + 1, name.len - 1);
    }
}

/* "- **{part}**, who {role}" of the English book, with both slots filled. */
static void put_member(const struct mirth_telling *t, const char *frame, struct mirth_slice name,
                       struct mirth_slice role, struct mirth_buffer *out)
{
    for (const char *s = frame; *s;) {
        if (!strncmp(s, "{part}", 6)) {
            put_name(t->english, name, out);
            s += 6;
        } else if (!strncmp(s, "{role}", 6)) {
            mirth_put_slice(out, role);
            s += 6;
        } else {
            mirth_put_char(out, *s++);
        }
    }
}

/* A line for each member that the theme has a role for which its readers do not know; how many. */
static size_t put_members(struct mirth_telling *t, const struct member *members, size_t count,
                          struct mirth_buffer *out)
{
    const struct mirth_place nowhere = {.gap = -1};
    const struct mirth_line *frame;
    struct mirth_buffer role = {0};
    size_t put = 0;
    if (!mirth_book_entry(t->english_book, "credit", "part", &frame))
        return 0;
    for (size_t i = 0; i < count; i++) {
        const char *kind = mirth_string(t->english, t->english->parts[members[i].kind].name);
        if (!mirth_pick_ours(t, "cast", kind, &nowhere, mirth_slice("", 0), &role))
            continue;
        role.at[0] = mirth_lower(role.at[0]); /* it goes on behind "who" */
        mirth_put_text(out, "\n- ");
        put_member(t, frame->text, members[i].name, mirth_buffer_slice(&role), out);
        put++;
    }
    mirth_buffer_free(&role);
    return put;
}

void mirth_put_cast(struct mirth_telling *t, struct mirth_slice explained, struct mirth_buffer *out)
{
    struct member members[MIRTH_TOPICS] = {{0}};
    const struct mirth_line *heading;
    struct mirth_buffer list = {0};
    size_t count;
    find_members(t, members);
    leave_out(t, explained, members);
    count = cast(members, t->english->part_count);
    if (count >= FEWEST && mirth_book_entry(t->theme->book, "cast", "heading", &heading) &&
        put_members(t, members, count, &list) >= FEWEST) {
        mirth_put_text(out, heading->text);
        mirth_put_char(out, '\n');
        mirth_put_slice(out, mirth_buffer_slice(&list));
    }
    mirth_buffer_free(&list);
}
