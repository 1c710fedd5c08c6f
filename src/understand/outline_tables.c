/* outline_tables.c: a table's rows: the entries of a timeline, the fields at a record's head. */
#include "understand/sight.h"

#include <string.h>

/* The next cell, trimmed; `\\|` is no end of one. */
static bool cut_cell(struct mirth_slice *rest, struct mirth_slice *cell)
{
    size_t n = 0;
    if (!rest->len)
        return false;
    while (n < rest->len && (rest->at[n] != '|' || (n && rest->at[n - 1] == '\\')))
        n++;
    *cell = mirth_trim(mirth_slice(rest->at, n));
    n += n < rest->len;
    *rest = mirth_slice(rest->at + n, rest->len - n);
    return true;
}

/* The cells that say when: a date and a time may stand in one or in two. */
static void take_when(const struct mirth_outline *o, struct mirth_sight *s, struct mirth_slice cell,
                      struct mirth_slice *longest)
{
    struct mirth_when when;
    bool timed = cell.len && mirth_when_at(o->english, cell, &when);
    if (timed && s->timed && s->when.minute < 0 && !s->when.broken && when.minute >= 0 &&
        !when.month) {
        when.year = s->when.year;
        when.month = s->when.month;
        when.day = s->when.day;
        s->when = when;
    } else if (timed && !s->timed) {
        s->timed = true;
        s->when = when;
    } else if (cell.len > longest->len) {
        *longest = cell;
    }
}

/* A timeline's row: the cells that say when, and the longest of the others. */
static bool take_entry(struct mirth_outline *o, struct mirth_sight *s)
{
    struct mirth_slice rest = s->text, cell, longest = {0};
    struct mirth_part *part;
    while (cut_cell(&rest, &cell))
        take_when(o, s, cell, &longest);
    if (!s->timed || !longest.len)
        return true;
    part = mirth_add_part(o, s, MIRTH_EVENT, "-", (size_t)(longest.at - s->text.at));
    if (!part)
        return false;
    part->text.len = longest.len;
    part->cell = true;
    return mirth_set_time(o, part, &s->when);
}

/* The two cells of a row that has no others. */
static bool read_pair(struct mirth_slice row, struct mirth_slice *key, struct mirth_slice *value)
{
    struct mirth_slice cell;
    size_t count = 0;
    while (cut_cell(&row, &cell)) {
        if (!cell.len)
            continue;
        if (++count > 2)
            return false;
        *(count == 1 ? key : value) = cell;
    }
    return count == 2;
}

/* What heads the columns, where it is not a pair itself. */
static bool heads_columns(const struct mirth_outline *o, const struct mirth_sight *s,
                          struct mirth_slice value)
{
    return s->row->first && mirth_lists(o->english, MIRTH_L_VALUE_HEADING, value);
}

static bool is_marked(struct mirth_slice key)
{
    return key.len > 2 && strchr("*_", key.at[0]) && key.at[key.len - 1] == key.at[0];
}

/* `| Duration | 40 minutes |`: in a table of such rows, any short word names a field. */
static bool take_pair(struct mirth_outline *o, struct mirth_sight *s)
{
    struct mirth_slice key, value;
    struct mirth_part *part, *before = mirth_last_part(o);
    const char *field;
    bool after;
    if (!read_pair(s->text, &key, &value) || heads_columns(o, s, value) ||
        mirth_count_words(key) > 5)
        return true;
    field = mirth_field_name(o->english, key);
    after = before && before->cell && before->kind == MIRTH_FIELD && before->row + 1 == s->index;
    if ((!field || !strcmp(field, "none")) && !after && !is_marked(key))
        return true;
    part = mirth_add_part(o, s, MIRTH_FIELD, field && strcmp(field, "none") ? field : "other",
                          (size_t)(value.at - s->text.at));
    if (!part)
        return false;
    part->text.len = value.len;
    part->cell = true;
    return true;
}

bool mirth_take_table_row(struct mirth_outline *o, size_t index)
{
    struct mirth_sight s = {.row = &o->story->rows[index], .index = index};
    bool head = !o->recognised ||
                mirth_one_of(mirth_slice_of("summary|metadata|intro"), mirth_slice_of(o->section));
    s.text = mirth_slice(o->story->source + s.row->text.at, s.row->text.len);
    if (o->timeline_level)
        return take_entry(o, &s);
    return !head || take_pair(o, &s);
}
