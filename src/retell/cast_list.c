/* cast_list.c: the list of who is who: the parts of the system that an edition has something to say
 * of, with what each is in the theme, and does. */
#include "retell/cast.h"

#include <string.h>

#include "understand/kinds.h"

/* "The load balancer", "HAProxy", "The API"; inside a sentence "the load balancer", "monitoring".
 */
static void put_name(const struct mirth_english *e, struct mirth_slice name, bool inside,
                     struct mirth_buffer *out)
{
    const bool product = mirth_is_item(e, name, MIRTH_L_PRODUCT);
    const bool article = !product && !mirth_is_item(e, name, mirth_list(e, "bare-name"));
    const bool acronym = name.len > 1 && mirth_is_upper(name.at[1]);
    const bool lower = article || (inside && !product);
    const char first = name.at[0];
    mirth_put_text(out, !article ? "" : inside ? "the " : "The ");
    mirth_put_char(out, acronym ? first : lower ? mirth_lower(first) : mirth_upper(first));
    mirth_put(out, name.at + 1, name.len - 1);
}

/* "**{part}**, {role}, who {does}" of the English book, if the theme has a line for what such a
 * part does which its readers do not know. */
static bool put_member(struct mirth_telling *t, const struct mirth_member *member,
                       struct mirth_buffer *out)
{
    const struct mirth_place nowhere = {.gap = -1};
    const char *role = member->role ? member->role : "";
    struct mirth_buffer name = {0}, does = {0};
    bool told =
        mirth_pick_ours(t, "cast", member->entry, &nowhere, mirth_slice("", 0), &does) != NULL;
    put_name(t->english, member->name, false, &name);
    const struct mirth_slot_text slots[] = {{"{part}", mirth_buffer_slice(&name)},
                                            {"{does}", mirth_buffer_slice(&does)},
                                            {"{role}", mirth_slice_of(role)}};
    if (told)
        mirth_put_text(out, "\n- ");
    told = told && mirth_put_framed(t, *role ? "role" : "part", slots, *role ? 3 : 2, out);
    mirth_buffer_free(&name);
    mirth_buffer_free(&does);
    return told;
}

/* "MySQL is the owl", ", Nginx the hound", " and the log the snail" */
static void put_role(struct mirth_telling *t, const struct mirth_member *member, const char *entry,
                     bool inside, struct mirth_buffer *out)
{
    struct mirth_buffer name = {0};
    put_name(t->english, member->name, inside, &name);
    const struct mirth_slot_text slots[] = {{"{part}", mirth_buffer_slice(&name)},
                                            {"{role}", mirth_slice_of(member->role)}};
    mirth_put_framed(t, entry, slots, 2, out);
    mirth_buffer_free(&name);
}

/* Who is introduced and never met again is not missed. In a theme without roles nobody is met, and
 * all are in the list. */
static void leave_out_extras(struct mirth_telling *t)
{
    size_t n = 0;
    bool roles = false;
    for (size_t i = 0; i < t->cast_count; i++)
        roles |= t->cast[i].role != NULL;
    for (size_t i = 0; i < t->cast_count && roles; i++)
        if (mirth_is_met(t, &t->cast[i]))
            t->cast[n++] = t->cast[i];
    t->cast_count = roles ? n : t->cast_count;
}

static void put_list(struct mirth_telling *t, const char *heading, struct mirth_buffer *out)
{
    struct mirth_buffer list = {0};
    size_t told = 0;
    for (size_t i = 0; i < t->cast_count; i++)
        told += put_member(t, &t->cast[i], &list);
    if (told >= MIRTH_FEWEST) {
        mirth_put_text(out, heading);
        mirth_put_char(out, '\n');
        mirth_put_slice(out, mirth_buffer_slice(&list));
    }
    mirth_buffer_free(&list);
}

/* Only where all have a role: a theme may know some parts only. */
static void put_line(struct mirth_telling *t, const char *heading, struct mirth_buffer *out)
{
    for (size_t i = 0; i < t->cast_count; i++)
        if (!t->cast[i].role)
            return;
    for (size_t i = 0; i < t->cast_count; i++) {
        const bool last = i && i + 1 == t->cast_count;
        mirth_put_text(out, i ? "" : heading);
        mirth_put_text(out, !i || last ? " " : "");
        put_role(t, &t->cast[i],
                 last ? "in-short-last"
                 : i  ? "in-short-next"
                      : "in-short",
                 i > 0, out);
    }
    if (out->len)
        mirth_put_char(out, '.');
}

void mirth_put_cast(struct mirth_telling *t, struct mirth_buffer *list, struct mirth_buffer *line)
{
    const struct mirth_line *heading;
    if (!mirth_book_entry(t->theme->book, "cast", "heading", &heading))
        return;
    leave_out_extras(t);
    put_line(t, heading->text, line);
    put_list(t, heading->text, list);
    if (!list->len)
        mirth_put_slice(list, mirth_buffer_slice(line));
}
