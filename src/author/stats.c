/* stats.c: how much a theme has to say, and how soon a reader has heard it */
#include "author/stats.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "author/run.h"
#include "phrasebook/book.h"
#include "retell/earlier.h"

struct tally {
    const struct mirth_book *theme;
    const struct mirth_run *run; /* no records: nothing was told */
    size_t *times;               /* by line: in how many tellings it was said */
    struct mirth_buffer *out;
};

static void put(struct tally *t, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void put(struct tally *t, const char *format, ...)
{
    char text[256];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    mirth_put_text(t->out, text);
}

/* "never: 406 409": where they stand, or of a book without lines in a file their places. */
static void put_never(struct tally *t, const struct mirth_entry *entry)
{
    size_t said = 0;
    for (size_t i = 0; i < entry->count; i++)
        said += t->times[entry->first + i] > 0;
    put(t, "%7zu", said);
    if (said == entry->count)
        return;
    mirth_put_text(t->out, "   never:");
    for (size_t i = 0; i < entry->count; i++) {
        const struct mirth_line *line = &t->theme->lines[entry->first + i];
        if (!t->times[entry->first + i])
            put(t, " %u", line->source ? line->source : line->seq + 1);
    }
}

static void put_entry(struct tally *t, const struct mirth_entry *entry)
{
    put(t, "  %-34.60s %5u", entry->name, entry->count);
    if (t->run->records && !mirth_is_furniture(entry->chapter))
        put_never(t, entry);
    mirth_put_char(t->out, '\n');
}

static void put_entries(struct tally *t)
{
    put(t, "%-36s lines%s\n", t->theme->name, t->run->records ? "   said" : "");
    for (size_t i = 0; i < t->theme->entry_count; i++) {
        const struct mirth_entry *entry = &t->theme->entries[i];
        if (*entry->name)
            put_entry(t, entry);
        else
            put(t, "%s\n", entry->chapter);
    }
}

/* Which lines are counted, and how many of them were ever said. */
static void choose(struct tally *t, const char *chapters, bool *counts, size_t *all, size_t *said)
{
    *all = *said = 0;
    for (size_t i = 0; i < t->theme->count; i++) {
        const char *chapter = t->theme->lines[i].chapter;
        counts[i] = *chapters ? mirth_one_of(mirth_slice_of(chapters), mirth_slice_of(chapter))
                              : !mirth_is_furniture(chapter);
        *all += counts[i];
        *said += counts[i] && t->times[i];
    }
}

/* "5", or "none of 67". */
static void put_week(struct tally *t, size_t week, size_t weeks)
{
    char text[32];
    if (week > weeks)
        snprintf(text, sizeof text, "none of %zu", weeks);
    else
        snprintf(text, sizeof text, "%zu", week);
    put(t, " %11s", text);
}

/* How full the editions of a team are that has read this theme for a while. */
static void put_fullness(struct tally *t, bool *counts)
{
    enum { FEW = 4 };
    const size_t weeks = t->run->weeks, few = weeks < FEW ? weeks : FEW;
    size_t all, said;
    choose(t, "", counts, &all, &said);
    put(t,
        "Told with --earlier, an edition has %zu lines in the first weeks, and %zu in week %zu.\n",
        mirth_series_lines(t->run, counts, 0, few),
        mirth_series_lines(t->run, counts, weeks - few, few), weeks);
}

static void put_weeks(struct tally *t, bool *counts)
{
    static const struct {
        const char *chapters, *name;
    } kinds[] = {{"headlines", "headlines"},
                 {"told", "told"},
                 {"asked", "asked"},
                 {"gags|faults", "gags and faults"},
                 {"situations", "situations"},
                 {"roles", "roles"},
                 {"title|heading|opener|opening|closing|pictures|morals|cast", "around the record"},
                 {"", "anything"}};
    put(t, "\nover %zu records, each told with %d seeds\n", t->run->records, MIRTH_SEEDS);
    put(t, "  %-20s %7s %7s   a line comes again in week\n", "", "lines", "said");
    put(t, "  %-20s %7s %7s %11s %11s\n", "", "", "", "", "--earlier");
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t all, said;
        choose(t, kinds[i].chapters, counts, &all, &said);
        put(t, "  %-20s %7zu %7zu", kinds[i].name, all, said);
        put_week(t, mirth_weeks(t->run, counts, t->theme->count), t->run->records);
        put_week(t, mirth_series_weeks(t->run, counts, t->theme->count), t->run->weeks);
        mirth_put_char(t->out, '\n');
    }
    mirth_put_text(t->out,
                   "Assumed: a reader reads one of these records a week, in random order, "
                   "none twice,\neach told with a seed of its own at mirth 2; with "
                   "--earlier, told with its own title's\nand with the editions of the weeks "
                   "before at hand. The week is that of the middle\none of 501 readers, "
                   "with --earlier of nine. Emoji and labels are not counted.\n");
    put_fullness(t, counts);
}

static void count_times(struct tally *t)
{
    for (size_t r = 0; r < t->run->records; r++)
        for (size_t s = 0; s < MIRTH_SEEDS; s++)
            for (size_t i = 0; i < t->run->said[r][s].count; i++)
                t->times[t->run->said[r][s].lines[i]]++;
}

bool mirth_stats(const struct mirth_stage *stage, const struct mirth_specimen *records,
                 size_t count, struct mirth_buffer *out, struct mirth_error *err)
{
    struct mirth_pool pool = {0};
    struct mirth_run run;
    struct tally t = {.theme = stage->theme, .run = &run, .out = out};
    bool *counts = mirth_pool_array(&pool, stage->theme->count + 1, sizeof *counts);
    bool ok = mirth_run(stage, records, count, &run, err);
    t.times = mirth_pool_array(&pool, stage->theme->count + 1, sizeof *t.times);
    if (ok && pool.spent)
        ok = mirth_no_memory(err);
    if (ok) {
        count_times(&t);
        put_entries(&t);
        if (run.records)
            put_weeks(&t, counts);
        else if (count)
            mirth_put_text(out, "\nnone of the records can be told\n");
    }
    mirth_run_free(&run);
    mirth_pool_free(&pool);
    return ok && (!out->spent || mirth_no_memory(err));
}
