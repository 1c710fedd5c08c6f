/* samples.c: the English book's examples, understood as a record's sentences would be. */
#include "author/samples.h"

#include <stdlib.h>
#include <string.h>

#include "phrasebook/book.h"
#include "understand/clauses.h"

enum { SAMPLE_MINUTES = 120 }; /* how long a sample lasted */

static bool read_as(const struct mirth_english *english, struct mirth_samples *s,
                    struct mirth_part *part, enum mirth_manner manner)
{
    *part = (struct mirth_part){.flat = part->flat};
    return mirth_read_clauses(english, NULL, &s->story.pool, part, manner);
}

/* As the stage that reads records does: a timeline's present tense tells what happened. */
static bool understand(const struct mirth_english *english, struct mirth_samples *s,
                       const char *chapter, struct mirth_part *part)
{
    if (!strcmp(chapter, "asked"))
        return read_as(english, s, part, MIRTH_REQUEST);
    return read_as(english, s, part, MIRTH_REPORT) &&
           ((part->clause_count && part->clauses[0].frame) ||
            read_as(english, s, part, MIRTH_TALE));
}

static bool add(const struct mirth_english *english, struct mirth_samples *s,
                const struct mirth_entry *entry, size_t source, struct mirth_slice text)
{
    struct mirth_part part = {.flat = text};
    struct mirth_sample *sample;
    if (!understand(english, s, entry->chapter, &part) ||
        !mirth_pool_grow(&s->story.pool, (void **)&s->items, s->count, &s->room, sizeof *s->items))
        return false;
    if (!part.clause_count)
        return true;
    sample = &s->items[s->count++];
    *sample =
        (struct mirth_sample){.chapter = entry->chapter, .frame = entry->name, .source = source};
    sample->clause = part.clauses[0];
    return true;
}

/* The frame or kind of measure of that name, or NULL. */
static const struct mirth_entry *find_frame(const struct mirth_book *book, const char *name)
{
    const struct mirth_entry *told = mirth_book_find(book, "told", name);
    return told ? told : mirth_book_find(book, "asked", name);
}

/* The code spans of an entry's note that are sentences: "`Service restored.` {what} {rest}". */
static bool read_note(const struct mirth_english *english, struct mirth_samples *s,
                      const struct mirth_entry *entry)
{
    struct mirth_slice note = mirth_slice_of(entry->note), piece;
    bool ok = true;
    for (bool code = false; ok && mirth_cut(&note, '`', &piece); code = !code)
        if (code && piece.len && !memchr(piece.at, '{', piece.len))
            ok = add(english, s, entry, entry->source, piece);
    return ok;
}

/* An entry's examples are neighbours: those of its note, then those of `## examples`. */
static bool read_entry(const struct mirth_english *english, struct mirth_samples *s,
                       const struct mirth_entry *entry)
{
    const struct mirth_line *line;
    size_t n = mirth_book_entry(s->book, "examples", entry->name, &line);
    bool ok = read_note(english, s, entry);
    for (size_t i = 0; ok && i < n; i++)
        ok = add(english, s, entry, line[i].source, mirth_slice_of(line[i].text));
    return ok;
}

static bool read_entries(const struct mirth_english *english, struct mirth_samples *s)
{
    const struct mirth_book *book = s->book;
    for (size_t i = 0; i < book->entry_count; i++) {
        const struct mirth_entry *entry = &book->entries[i];
        if (*entry->name && entry == find_frame(book, entry->name) &&
            !read_entry(english, s, entry))
            return false;
    }
    return true;
}

/* As if all of them were one record: what the retelling asks of a record's whole text. */
static bool write_record(struct mirth_samples *s)
{
    struct mirth_buffer text = {0};
    for (size_t i = 0; i < s->count; i++) {
        mirth_put_slice(&text, s->items[i].clause.text);
        mirth_put_char(&text, '\n');
    }
    s->story.source = mirth_pool_copy(&s->story.pool, text.at ? text.at : "", text.len);
    s->story.length = text.len;
    mirth_buffer_free(&text);
    return s->story.source != NULL;
}

struct mirth_samples *mirth_samples_new(const struct mirth_english *english,
                                        const struct mirth_book *book, struct mirth_error *err)
{
    struct mirth_samples *s = calloc(1, sizeof *s);
    if (!s) {
        mirth_no_memory(err);
        return NULL;
    }
    s->book = book;
    s->story.name = book->path;
    s->story.digest.component = mirth_sample_text(s, "component");
    s->story.digest.culprit = s->story.digest.component;
    s->story.digest.cause = mirth_sample_text(s, "cause");
    s->story.digest.lasted = -1;
    s->story.digest.stated = SAMPLE_MINUTES;
    if (read_entries(english, s) && write_record(s) && !s->story.pool.spent)
        return s;
    mirth_no_memory(err);
    mirth_samples_free(s);
    return NULL;
}

void mirth_samples_free(struct mirth_samples *s)
{
    if (!s)
        return;
    mirth_pool_free(&s->story.pool);
    free(s);
}

struct mirth_slice mirth_sample_text(const struct mirth_samples *s, const char *name)
{
    const struct mirth_line *line;
    return mirth_book_entry(s->book, "examples", name, &line) ? mirth_slice_of(line->text)
                                                              : mirth_slice("", 0);
}

static bool is_of(const struct mirth_sample *sample, const char *chapter, struct mirth_slice entry)
{
    return !strcmp(sample->chapter, chapter) && mirth_same_text(entry, sample->frame);
}

size_t mirth_samples_of(const struct mirth_samples *s, const char *chapter,
                        struct mirth_slice entry, const struct mirth_sample **first)
{
    size_t at = 0, end;
    while (at < s->count && !is_of(&s->items[at], chapter, entry))
        at++;
    for (end = at; end < s->count && is_of(&s->items[end], chapter, entry);)
        end++;
    *first = s->items + at;
    return end - at;
}
