/* try.c: every line of a theme, to be read aloud. */
#include "author/try.h"

#include <string.h>

struct reading {
    struct mirth_rehearsal *rehearsal;
    bool every; /* example that a phrasing takes, not the first alone */
    struct mirth_buffer *out, said;
};

static void put_line(struct reading *r, const char *mark, struct mirth_slice text)
{
    mirth_put_text(r->out, mark);
    mirth_put_slice(r->out, text);
    mirth_put_char(r->out, '\n');
}

/* "  1234  `best, word: senior` ": where the line stands, and when it is said */
static void put_place(struct reading *r, const struct mirth_line *line)
{
    char digits[8] = "      ";
    size_t source = line->source;
    for (size_t i = 6; source && i--; source /= 10)
        digits[i] = (char)('0' + source % 10);
    mirth_put_text(r->out, digits);
    mirth_put_text(r->out, "  ");
    if (!*line->when)
        return;
    mirth_put_char(r->out, '`');
    mirth_put_text(r->out, line->when);
    mirth_put_text(r->out, "` ");
}

static void put_template(struct reading *r, const struct mirth_line *line, const char *why)
{
    put_line(r, line->text, mirth_slice_of(why));
}

/* What it was and what it becomes, one below the other. */
static void put_pair(struct reading *r, const struct mirth_sample *sample, enum mirth_take take)
{
    put_line(r, "        - ", sample->clause.text);
    put_line(r, take == MIRTH_TAKE_SAID ? "        + " : "        ! ",
             mirth_buffer_slice(&r->said));
}

static void read_every(struct reading *r, struct mirth_phrasing *p,
                       const struct mirth_sample *samples, size_t count)
{
    size_t said = 0;
    put_place(r, p->line);
    put_template(r, p->line, "");
    for (size_t i = 0; i < count; i++) {
        enum mirth_take take = mirth_take(r->rehearsal, p, &samples[i], &r->said);
        if (take == MIRTH_TAKE_UNFILLED)
            continue;
        put_pair(r, &samples[i], take);
        said++;
    }
    if (!said)
        put_line(r, "        ! ", mirth_slice_of("no example fills it"));
}

/* Neighbours get different examples, so that they can be told apart by ear. A line that asks for
 * a word of the record's is said with one that has it, where there is one. *best is what came of
 * the others. */
static const struct mirth_sample *find_sample(struct reading *r, struct mirth_phrasing *p,
                                              const struct mirth_sample *samples, size_t count,
                                              enum mirth_take *best)
{
    const struct mirth_sample *found = NULL;
    *best = MIRTH_TAKE_UNFILLED;
    for (size_t n = 0; n < count; n++) {
        const struct mirth_sample *sample = &samples[(p->line->seq + n) % count];
        enum mirth_take take = mirth_take(r->rehearsal, p, sample, &r->said);
        if (take != MIRTH_TAKE_SAID) {
            *best = take == MIRTH_TAKE_UNSOUND ? take : *best;
            continue;
        }
        if (mirth_take_has_word(r->rehearsal, p, sample))
            return sample;
        found = found ? found : sample;
    }
    return found;
}

static void read_told(struct reading *r, struct mirth_phrasing *p,
                      const struct mirth_sample *samples, size_t count)
{
    const struct mirth_sample *sample;
    enum mirth_take best;
    if (r->every) {
        read_every(r, p, samples, count);
        return;
    }
    sample = find_sample(r, p, samples, count, &best);
    put_place(r, p->line);
    if (sample && mirth_take(r->rehearsal, p, sample, &r->said) == MIRTH_TAKE_SAID)
        put_line(r, "", mirth_buffer_slice(&r->said));
    else if (best == MIRTH_TAKE_UNSOUND)
        put_template(r, p->line, "   (it would lose or add a fact)");
    else
        put_template(r, p->line, "   (no example fills it)");
}

/* Of a drawing only what is said of it. */
static bool is_drawn(const struct mirth_line *line)
{
    return !strcmp(line->chapter, "drawings") && strncmp(line->text, "alt ", 4) != 0;
}

static void read_ours(struct reading *r, struct mirth_phrasing *p)
{
    if (is_drawn(p->line))
        return;
    put_place(r, p->line);
    if (mirth_take_ours(r->rehearsal, p, &r->said))
        put_line(r, "", mirth_buffer_slice(&r->said));
    else
        put_template(r, p->line, "   (a slot has nothing to give)");
}

static void read_entry(struct reading *r, const struct mirth_entry *entry)
{
    bool told = !strcmp(entry->chapter, "told") || !strcmp(entry->chapter, "asked");
    const struct mirth_sample *samples = NULL;
    size_t examples = told ? mirth_rehearse_samples(r->rehearsal, entry, &samples) : 0;
    struct mirth_phrasing *p;
    size_t count = mirth_rehearse_entry(r->rehearsal, entry, &p);
    mirth_put_text(r->out, r->out->len ? "\n" : "");
    put_line(r, "## ", mirth_slice_of(entry->chapter));
    put_line(r, "### ", mirth_slice_of(entry->name));
    if (*entry->note)
        put_line(r, "", mirth_slice_of(entry->note));
    for (size_t i = 0; i < count; i++) {
        if (!told)
            examples = mirth_woven_samples(r->rehearsal, &p[i], &samples);
        if (examples || told)
            read_told(r, &p[i], samples, examples);
        else
            read_ours(r, &p[i]);
    }
}

/* "found" is wanted, and so is "found, disk-full". */
static bool is_wanted(const struct mirth_entry *entry, const char *wanted)
{
    struct mirth_slice name = mirth_slice(entry->name, strcspn(entry->name, ","));
    if (!*entry->name || (!wanted && !strcmp(entry->chapter, "look")))
        return false;
    return !wanted || mirth_same_text(name, wanted) || !strcmp(entry->name, wanted) ||
           !strcmp(entry->chapter, wanted);
}

bool mirth_try(struct mirth_rehearsal *rehearsal, const char *entry, struct mirth_buffer *out)
{
    const struct mirth_book *book = rehearsal->telling.theme->book;
    struct reading r = {.rehearsal = rehearsal, .every = entry != NULL, .out = out};
    bool found = false;
    for (size_t i = 0; i < book->entry_count; i++) {
        if (!is_wanted(&book->entries[i], entry))
            continue;
        read_entry(&r, &book->entries[i]);
        found = true;
    }
    mirth_buffer_free(&r.said);
    return found;
}
