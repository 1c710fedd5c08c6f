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
        return !o->section_seen || (mirth_names_title(o, s->text) && !o->recognised);
    return mirth_names_title(o, s->text) && s->row->level <= o->title_level && o->recognised;
}

/* A title without mark-up: the first short line that names an incident; behind "Postmortem:" or
 * "Title:" also that of a second record. */
bool mirth_is_plain_title(const struct mirth_outline *o, const struct mirth_sight *s)
{
    bool labelled = s->labelled && !s->label.whole &&
                    (mirth_names_title(o, s->label.name) ||
                     mirth_one_of(mirth_slice_of("title"), s->label.name));
    if (s->item || s->text.len > 120 || mirth_count_words(s->text) > 16 || s->field || s->section)
        return false;
    if (o->title_due)
        return mirth_names_title(o, s->text);
    if (!s->row->first)
        return false;
    if (o->title_seen || o->recognised)
        return labelled && o->recognised;
    return labelled || (mirth_count_words(s->text) <= 12 && mirth_names_title(o, s->text));
}

/* No title was found: the heading that everything stands under is one after all. */
void mirth_promote_title(struct mirth_outline *o)
{
    struct mirth_part *first = o->story->part_count ? &o->story->parts[0] : NULL;
    if (!o->title_seen && first && first->kind == MIRTH_SECTION && !strcmp(first->name, "other") &&
        o->story->rows[first->row].block == MIRTH_HEADING) {
        first->kind = MIRTH_TITLE;
        first->name = "-";
    }
}

/* `title: "..."` or `title = "..."` in the front matter. */
bool mirth_take_front_matter(struct mirth_outline *o)
{
    struct mirth_slice rest = {o->story->source, o->story->body}, line;
    for (size_t number = 1; mirth_cut(&rest, '\n', &line); number++) {
        struct mirth_row row = {.text = {(size_t)(line.at - o->story->source), line.len},
                                .number = number};
        struct mirth_sight s = {.row = &row, .text = line};
        size_t at = 5;
        if (line.len < 8 || !mirth_same_nocase(mirth_slice(line.at, 5), mirth_slice_of("title")))
            continue;
        while (at < line.len && strchr(" :=\"'", line.at[at]))
            at++;
        if (at == 5 || !mirth_add_part(o, &s, MIRTH_TITLE, "-", at))
            return at == 5;
        o->story->parts[o->story->part_count - 1].quiet = true;
        break;
    }
    return true;
}

/* A title of the text's own makes the front matter's one superfluous. */
void mirth_drop_second_name(struct mirth_outline *o)
{
    struct mirth_story *story = o->story;
    if (!o->title_seen || !story->part_count || !story->parts[0].quiet)
        return;
    story->part_count--;
    memmove(story->parts, story->parts + 1, story->part_count * sizeof *story->parts);
}
