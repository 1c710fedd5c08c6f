/* outline_titles.c: which line is a record's title. */
#include "understand/sight.h"

#include <string.h>

static bool mentions(const struct mirth_outline *o, struct mirth_slice text, int list)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_tokens(o->english, text, tokens);
    for (size_t i = 0; count <= MIRTH_TOKENS && i < count; i++)
        if (mirth_listed_at(o->english, tokens, count, i, list))
            return true;
    return false;
}

/* The assignment's own heading; a single word of that list ("0x19") only where little else is. */
bool mirth_is_assignment(const struct mirth_outline *o, struct mirth_slice text)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_tokens(o->english, text, tokens), words = mirth_count_words(text);
    for (size_t i = 0; count <= MIRTH_TOKENS && i < count; i++) {
        size_t len = mirth_listed_at(o->english, tokens, count, i, MIRTH_L_NO_TITLE);
        if (len > 1 || (len && words <= 4))
            return true;
    }
    return false;
}

bool mirth_names_title(const struct mirth_outline *o, struct mirth_slice text)
{
    return mentions(o, text, MIRTH_L_TITLE) && !mirth_is_assignment(o, text);
}

/* The first heading, unless it is the assignment's; a later one where it names an incident and
 * stands as high as the title before (a second record in the file). */
bool mirth_is_title(const struct mirth_outline *o, const struct mirth_sight *s)
{
    if (mirth_is_assignment(o, s->text))
        return false;
    if (!o->title_seen)
        return !o->section_seen ||
               (mirth_names_title(o, s->text) && (!o->recognised || o->assigned));
    return mirth_names_title(o, s->text) && s->row->level <= o->title_level && o->recognised;
}

/* "# Five whys: the relay fell silent" above the record's other headings: it begins with a
 * section's name, and is the title all the same. */
bool mirth_crowns(const struct mirth_outline *o, const struct mirth_sight *s)
{
    enum { WORDS = 3 };
    const struct mirth_story *story = o->story;
    const char *colon = memchr(s->text.at, ':', s->text.len);
    size_t i = s->index + 1;
    if (!colon || s->row->level != 1 || o->title_seen || o->section_seen ||
        mirth_count_words(mirth_slice(colon + 1, (size_t)(s->text.at + s->text.len - colon - 1))) <
            WORDS)
        return false;
    while (i < story->row_count && story->rows[i].block != MIRTH_HEADING)
        i++;
    return i < story->row_count && story->rows[i].level > 1;
}

/* The record's first line, by itself, with nothing but a section's name below it. */
static bool stands_over_section(const struct mirth_outline *o, const struct mirth_sight *s)
{
    const struct mirth_row *next = s->row + 1;
    const char *section, *field;
    if (o->story->part_count || s->index + 1 >= o->story->row_count || !s->row->first ||
        !next->first || next->item || next->quoted || strchr(".,;:?!", s->text.at[s->text.len - 1]))
        return false;
    mirth_names_of(o->english, mirth_row_text(o->story, next), &section, &field);
    return section != NULL;
}

/* A title without mark-up: the first short line that names an incident; behind "Postmortem:" or
 * "Title:" also that of a second record. */
bool mirth_is_plain_title(const struct mirth_outline *o, const struct mirth_sight *s)
{
    bool labelled = s->labelled && !s->label.whole &&
                    (mirth_names_title(o, s->label.name) ||
                     mirth_lists(o->english, MIRTH_L_TITLE_KEY, s->label.name));
    if (s->item || s->text.len > 120 || mirth_count_words(s->text) > 16 || s->field || s->section)
        return false;
    if (o->title_due)
        return mirth_names_title(o, s->text);
    if (!s->row->first)
        return false;
    if (o->title_seen || o->recognised)
        return labelled && o->recognised;
    return labelled || (mirth_count_words(s->text) <= 12 &&
                        (mirth_names_title(o, s->text) || stands_over_section(o, s)));
}

/* No title was found: the heading that everything stands under is one after all. */
void mirth_promote_title(struct mirth_outline *o)
{
    struct mirth_story *story = o->story;
    struct mirth_part *part;
    size_t i = 0;
    while (i < story->part_count && story->parts[i].quiet && story->parts[i].kind != MIRTH_TITLE)
        i++;
    if (o->title_seen || i == story->part_count)
        return;
    part = &story->parts[i];
    if (part->kind != MIRTH_SECTION || strcmp(part->name, "other") != 0 ||
        story->rows[part->row].block != MIRTH_HEADING)
        return;
    part->kind = MIRTH_TITLE;
    part->name = "-";
}

/* `title`, `authors`, `date`: what front matter says of a record too. */
static bool take_key(struct mirth_outline *o, struct mirth_slice key, const struct mirth_sight *s,
                     size_t at)
{
    const char *field = mirth_field_name(o->english, key);
    bool title = mirth_lists(o->english, MIRTH_L_TITLE_KEY, key);
    struct mirth_part *part;
    if (!title && (!field || !mirth_one_of(mirth_slice_of("author|date"), mirth_slice_of(field))))
        return true;
    part = mirth_add_part(o, s, title ? MIRTH_TITLE : MIRTH_FIELD, title ? "-" : field, at);
    if (part)
        part->quiet = true;
    return part != NULL;
}

/* `title: "..."` or `title = "..."`: the lines of the front matter that are not indented. */
bool mirth_take_front_matter(struct mirth_outline *o)
{
    const char *source = o->story->source;
    struct mirth_slice rest = {source, o->story->body}, line;
    bool ok = true;
    for (size_t number = 1; ok && mirth_cut(&rest, '\n', &line); number++) {
        struct mirth_row row = {.text = {(size_t)(line.at - source), line.len}, .number = number};
        struct mirth_sight s = {.row = &row, .text = line};
        size_t key = 0, at;
        while (key < line.len && mirth_is_alpha(line.at[key]))
            key++;
        for (at = key; at < line.len && strchr(" :=\"'[", line.at[at]); at++)
            ;
        if (at > key && (line.at == source || line.at[-1] == '\n'))
            ok = take_key(o, mirth_slice(line.at, key), &s, at);
    }
    return ok;
}

/* A title of the text's own makes the front matter's one superfluous. */
void mirth_drop_second_name(struct mirth_outline *o)
{
    struct mirth_story *story = o->story;
    for (size_t i = 0; o->title_seen && i < story->part_count && story->parts[i].quiet; i++) {
        if (story->parts[i].kind != MIRTH_TITLE)
            continue;
        story->part_count--;
        memmove(story->parts + i, story->parts + i + 1,
                (story->part_count - i) * sizeof *story->parts);
        return;
    }
}
