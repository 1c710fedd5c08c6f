/* check_size.c: whether a theme has as much of everything as its size wants */
#include <stdio.h>
#include <string.h>

#include "phrasebook/check.h"

/* What the theme's size wants of a thing: "told 3" among the lines of `## sizes`, `### main`. */
static size_t wanted(const struct mirth_checker *c, const char *size, const char *thing)
{
    const struct mirth_line *line;
    size_t n = mirth_book_entry(c->english, "sizes", size, &line);
    for (size_t i = 0; i < n; i++) {
        struct mirth_slice rest = mirth_slice_of(line[i].text), one, name = {0};
        while (mirth_cut(&rest, ',', &one)) {
            size_t number = 0;
            mirth_cut(&one, ' ', &name);
            for (size_t k = 0; k < one.len && mirth_is_digit(one.at[k]); k++)
                number = number * 10 + (size_t)(one.at[k] - '0');
            if (mirth_same_text(name, thing))
                return number;
        }
    }
    return 0;
}

static size_t count_lines(const struct mirth_checker *c, const char *chapter, const char *entry)
{
    const struct mirth_line *line;
    return mirth_book_entry(c->book, chapter, entry, &line);
}

/* Over a whole chapter: its entries, its lines, its lines with a condition. */
static size_t count_entries(const struct mirth_checker *c, const char *chapter)
{
    size_t n = 0;
    for (size_t i = 0; i < c->book->entry_count; i++)
        n += *c->book->entries[i].name && !strcmp(c->book->entries[i].chapter, chapter);
    return n;
}

static size_t count_with(const struct mirth_checker *c, const char *chapter, const char *condition)
{
    size_t n = 0;
    for (size_t i = 0; i < c->book->count; i++)
        n += !strcmp(c->book->lines[i].chapter, chapter) &&
             (!condition || mirth_has_condition(&c->book->lines[i], condition));
    return n;
}

static void hold(struct mirth_checker *c, size_t source, const char *what, size_t has, size_t wants)
{
    if (has < wants)
        mirth_finding(c, source, "%s: %zu; expected at least %zu", what, has, wants);
}

static bool is_often(const struct mirth_checker *c, const char *frame)
{
    const struct mirth_line *line;
    struct mirth_slice rest, one;
    if (!mirth_book_entry(c->english, "sizes", "often", &line))
        return false;
    rest = mirth_slice_of(line->text);
    while (mirth_cut(&rest, ',', &one))
        if (mirth_same_text(one, frame))
            return true;
    return false;
}

static void hold_headlines(struct mirth_checker *c, const char *size, size_t source,
                           const char *frame)
{
    const struct mirth_entry *ours = mirth_book_find(c->book, "headlines", frame);
    char what[96];
    snprintf(what, sizeof what, "headlines of %s", frame);
    hold(c, ours ? ours->source : source, what, ours ? ours->count : 0,
         wanted(c, size, "headlines"));
}

/* Every frame and kind of measure that the English book has. */
static void hold_frames(struct mirth_checker *c, const char *size, size_t source)
{
    for (size_t i = 0; i < c->english->entry_count; i++) {
        const struct mirth_entry *e = &c->english->entries[i];
        const struct mirth_entry *ours = mirth_book_find(c->book, e->chapter, e->name);
        bool told = !strcmp(e->chapter, "told");
        const char *quota = told ? (is_often(c, e->name) ? "often" : "told") : "asked";
        if (!*e->name || (!told && strcmp(e->chapter, "asked") != 0))
            continue;
        hold(c, ours ? ours->source : source, e->name, ours ? ours->count : 0,
             wanted(c, size, quota));
        hold_headlines(c, size, source, e->name);
    }
}

/* The entries that the theme has of a chapter, each by itself. */
static void hold_each(struct mirth_checker *c, const char *size, const char *chapter,
                      const char *quota)
{
    for (size_t i = 0; i < c->book->entry_count; i++) {
        const struct mirth_entry *e = &c->book->entries[i];
        if (*e->name && !strcmp(e->chapter, chapter))
            hold(c, e->source, e->name, e->count, wanted(c, size, quota));
    }
}

/* What a gag says of what a sentence reports: its lines for no milestone. */
static void hold_scripts(struct mirth_checker *c, const char *size)
{
    for (size_t i = 0; i < c->book->entry_count; i++) {
        const struct mirth_entry *e = &c->book->entries[i];
        char what[96];
        size_t lines = 0;
        if (!*e->name || strcmp(e->chapter, "gags") != 0 || strstr(e->note, "{culprit"))
            continue; /* what the culprit's says there are situations */
        for (size_t k = 0; k < e->count; k++)
            lines += !mirth_has_milestone(&c->book->lines[e->first + k]);
        snprintf(what, sizeof what, "the script of %s", e->name);
        hold(c, e->source, what, lines, wanted(c, size, "script"));
    }
}

void mirth_check_size(struct mirth_checker *c)
{
    static const struct {
        const char *chapter, *condition;
    } said[] = {{"title", "at title"}, {"opening", "at opening"}, {"closing", "at closing"}};
    static const char *const entries[] = {"situations", "morals", "cast", "roles"};
    const struct mirth_line *line;
    const char *size;
    if (c->below || !mirth_book_entry(c->book, "about", "size", &line))
        return;
    size = line->text;
    hold_frames(c, size, line->source);
    for (size_t i = 0; i < 3; i++)
        hold(c, line->source, said[i].chapter,
             count_lines(c, said[i].chapter, "any") + count_with(c, "gags", said[i].condition),
             wanted(c, size, said[i].chapter));
    hold(c, line->source, "gags", count_entries(c, "gags"), wanted(c, size, "gags"));
    hold(c, line->source, "faults", count_entries(c, "faults"), wanted(c, size, "faults"));
    hold(c, line->source, "fables", count_with(c, "faults", "fable"), wanted(c, size, "fables"));
    hold(c, line->source, "scenes", count_with(c, "faults", "scene"), wanted(c, size, "scenes"));
    hold(c, line->source, "endings", count_with(c, "faults", "ending"), wanted(c, size, "endings"));
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++)
        hold(c, line->source, entries[i], count_entries(c, entries[i]),
             wanted(c, size, entries[i]));
    hold(c, line->source, "pictures", count_with(c, "pictures", NULL), wanted(c, size, "pictures"));
    hold_each(c, size, "gags", "beats");
    hold_scripts(c, size);
    hold_each(c, size, "heading", "heading");
    hold_each(c, size, "opener", "opener");
    hold_each(c, size, "joints", "joints");
}
