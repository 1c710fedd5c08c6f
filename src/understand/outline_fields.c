/* outline_fields.c: labels in front of a text: which are fields, and where the next one begins. */
#include "understand/sight.h"

#include <string.h>

/* "Duration: two hours Impact: slow pages", "**Severity:** 2 **Duration:** two hours": a second
 * field's label in the first one's text, set as that is. */
bool mirth_split_field(struct mirth_outline *o, const struct mirth_sight *s, size_t from)
{
    struct mirth_part *part = mirth_last_part(o);
    for (size_t i = from + 4; i + 4 < s->text.len; i++) {
        struct mirth_slice rest = mirth_slice(s->text.at + i, s->text.len - i);
        struct mirth_label label;
        const char *name;
        if (s->text.at[i - 1] != ' ' || !(mirth_is_upper(rest.at[0]) || rest.at[0] == '*') ||
            !mirth_label_at(rest, &label) || label.whole || label.marked != s->label.marked ||
            mirth_count_words(label.name) > 3)
            continue;
        name = mirth_field_name(o->english, label.name);
        if (!label.marked && (!name || !strcmp(name, "none")))
            continue;
        mirth_end_before(o, part, rest.at);
        return mirth_take_behind(o, s, i);
    }
    return true;
}

/* "Impact: (an emoji) Clients ...": the text begins behind it. */
static void skip_symbol(const struct mirth_outline *o, struct mirth_part *part)
{
    struct mirth_slice text = {o->story->source + part->text.at, part->text.len};
    size_t skip = text.len && (unsigned char)text.at[0] >= 0xe2 ? mirth_decoration(text) : 0;
    if (skip < text.len) {
        part->text.at += skip;
        part->text.len -= skip;
    }
}

bool mirth_add_field(struct mirth_outline *o, const struct mirth_sight *s)
{
    struct mirth_part *part = mirth_add_part(o, s, MIRTH_FIELD, s->field, s->label.len);
    if (part)
        skip_symbol(o, part);
    o->field = s->field;
    o->improves |= !strcmp(s->field, "improvements");
    o->entry_open =
        !mirth_in_measures(o); /* what is nested under it continues it, tasks excepted */
    o->entry_depth = s->row->depth;
    return part != NULL && mirth_split_field(o, s, s->label.len);
}

/* Labels under which the measures stand. */
bool mirth_heads_list(const char *field)
{
    return !strcmp(field, "improvements") || !strcmp(field, "tasks");
}

bool mirth_is_over_items(const struct mirth_outline *o, const struct mirth_sight *s)
{
    return s->item && s->index + 1 < o->story->row_count && s->row[1].item &&
           s->row[1].depth > s->row->depth;
}

void mirth_leave_field(struct mirth_outline *o, const struct mirth_sight *s)
{
    if (o->field && !mirth_heads_list(o->field) && s->row->depth <= o->entry_depth &&
        mirth_is_over_items(o, s))
        o->field = NULL;
}

/* A short title in front of a text: "Lack of redundancy: ..." What governs it goes on. */
bool mirth_add_other(struct mirth_outline *o, const struct mirth_sight *s)
{
    return mirth_add_part(o, s, MIRTH_FIELD, "other", s->label.len) != NULL;
}

/* Where a label that names a section and a field as well is the field. */
bool mirth_wants_field(const struct mirth_outline *o, const struct mirth_sight *s)
{
    static const char *const names[] = {"summary", "timeline", "root-cause-and-resolution",
                                        "corrective"};
    if (o->timeline_level && !mirth_one_of(mirth_slice_of("detection-time|detection-method|"
                                                          "actions-taken|misleading|escalation|"
                                                          "resolution|start|end|impact"),
                                           mirth_slice_of(s->field)))
        return s->item;
    if (!s->item && s->row->quoted && o->quoted) /* marked as the headings are: ">> Tasks:" */
        return false;
    if (!s->item && !s->row->depth && !strcmp(s->field, "tasks") && !o->improves)
        return false; /* no label beside another */
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcmp(o->section, names[i]) &&
            (strcmp(s->section, names[i]) || mirth_heads_list(s->field)))
            return true;
    return s->item;
}

/* An HTML heading with its text behind it on the line: a label, whatever its tag. */
bool mirth_heads_text(const struct mirth_outline *o, const struct mirth_sight *s)
{
    const struct mirth_row *next = s->row + 1;
    bool same_line = s->index + 1 < o->story->row_count && next->number == s->row->number;
    if (o->story->plain && s->field && s->section && strcmp(s->field, "none") &&
        s->text.at[s->text.len - 1] == ':')
        return mirth_wants_field(
            o, s); /* "Root cause:" alone on its line; a heading only by its look */
    return s->row->html && s->field && strcmp(s->field, "none") &&
           (same_line || (s->row->level > 2 && s->section && mirth_wants_field(o, s)));
}

/* "Lack of Redundancy": each of its longer words with a capital. */
static bool is_short_title(const struct mirth_outline *o, struct mirth_slice name)
{
    struct mirth_slice rest = name, word;
    size_t words = mirth_count_words(name);
    while (mirth_cut(&rest, ' ', &word))
        if (word.len > 3 && mirth_is_lower(word.at[0]))
            return false;
    return words > 1 && words <= 8 && mirth_is_upper(name.at[0]) &&
           !mirth_listed(o->english, mirth_token_at(o->english, name).word, MIRTH_L_LEAD);
}

/* Straight below its section's name, where no blank line parts them. */
static bool opens_section(const struct mirth_outline *o, const struct mirth_sight *s)
{
    const struct mirth_part *part = mirth_last_part(o);
    return part && part->kind == MIRTH_SECTION && part->row + part->rows == s->index;
}

/* "Review held: 28 May" below "Incident date: 21 May", over all sections: the record's own data. */
static bool follows_data(const struct mirth_outline *o, const struct mirth_sight *s)
{
    const struct mirth_part *part = mirth_last_part(o);
    return part && part->kind == MIRTH_FIELD && !*o->section &&
           part->row + part->rows == s->index && !s->row->first;
}

/* A label that no list knows: a short title in front of a sentence, where causes and the like are
 * told, or whatever stands among the record's own data. */
bool mirth_is_other_field(const struct mirth_outline *o, const struct mirth_sight *s)
{
    struct mirth_slice text = {s->text.at + s->label.len, s->text.len - s->label.len};
    bool told = mirth_one_of(mirth_slice_of("summary|impact|root-cause|root-cause-and-resolution|"
                                            "resolution|background|detection|trigger"),
                             mirth_slice_of(o->section));
    if (follows_data(o, s) && s->label.colon && !s->timed)
        return mirth_count_words(s->label.name) <= 4;
    if ((s->field && !strcmp(s->field, "none")) || !s->label.colon || s->row->quoted || s->timed ||
        o->entry_open ||
        !(s->item || s->row->first || opens_section(o, s) ||
          (s->index && mirth_row_ends(o, s->row - 1, ".:"))))
        return false;
    if (!strcmp(o->section, "metadata"))
        return mirth_count_words(s->label.name) <= 4;
    return (told ? s->label.marked || is_short_title(o, s->label.name) : s->label.marked) &&
           strcmp(o->section, "supporting") != 0 && mirth_is_upper(s->label.name.at[0]) &&
           mirth_count_words(text) > 3 && !strchr("[`<", text.at[0]);
}
