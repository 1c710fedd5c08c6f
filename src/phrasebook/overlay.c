/* overlay.c: books of one name as one: a pack laid over what is there. */
#include "phrasebook/book.h"

#include <string.h>

struct overlay {
    struct mirth_book *const *books; /* the earlier below */
    size_t count;
    struct mirth_book *out;
    uint64_t *seen; /* hashes of the lines that are there, open addressing; 0 is a free place */
    size_t size;    /* a power of two, more than twice the lines of all */
    bool changed;   /* something lies over the first book */
};

static char *copy(struct overlay *o, const char *text)
{
    return mirth_pool_copy(&o->out->pool, text, strlen(text));
}

static uint64_t hash_line(const struct mirth_line *line)
{
    const char *texts[] = {line->chapter, line->entry, line->when, line->text};
    uint64_t hash = MIRTH_HASH;
    for (size_t i = 0; i < 4; i++) /* with its NUL, so that "a" "bc" is not "ab" "c" */
        hash = mirth_checksum(hash, texts[i], strlen(texts[i]) + 1);
    return hash ? hash : 1;
}

/* Whether the line is there already; it is from now on. */
static bool was_seen(struct overlay *o, const struct mirth_line *line)
{
    uint64_t hash = hash_line(line);
    size_t at = (size_t)(hash >> 32);
    for (;; at++) {
        uint64_t *place = &o->seen[at & (o->size - 1)];
        if (*place == hash)
            return true;
        if (!*place) {
            *place = hash;
            return false;
        }
    }
}

static bool add_line(struct overlay *o, struct mirth_entry *into, const struct mirth_line *line)
{
    struct mirth_book *out = o->out;
    struct mirth_line *added;
    if (!mirth_pool_grow(&out->pool, (void **)&out->lines, out->count, &out->room,
                         sizeof *out->lines))
        return false;
    added = &out->lines[out->count++];
    *added = *line;
    added->chapter = into->chapter;
    added->entry = into->name;
    added->text = copy(o, line->text);
    added->when = copy(o, line->when);
    added->seq = into->count++;
    return true;
}

/* The entry of every book from number `first` on, as one. */
static bool add_entry(struct overlay *o, size_t first, const struct mirth_entry *entry,
                      const char *chapter)
{
    struct mirth_entry *into =
        mirth_book_open(o->out, chapter, copy(o, entry->name), entry->source);
    const char *note = entry->note;
    for (size_t b = first; into && b < o->count; b++) {
        const struct mirth_entry *layer = mirth_book_find(o->books[b], entry->chapter, entry->name);
        for (size_t i = 0; layer && i < layer->count; i++) {
            const struct mirth_line *line = &o->books[b]->lines[layer->first + i];
            if (was_seen(o, line))
                continue;
            o->changed |= b > 0;
            if (!add_line(o, into, line))
                return false;
        }
        if (layer && *layer->note && strcmp(layer->note, note) != 0) {
            note = layer->note;
            o->changed = true;
        }
    }
    if (into)
        into->note = copy(o, note);
    return into != NULL;
}

static bool is_below(const struct overlay *o, size_t book, const struct mirth_entry *entry)
{
    for (size_t b = 0; b < book; b++)
        if (mirth_book_find(o->books[b], entry->chapter, entry->name))
            return true;
    return false;
}

/* The chapter of every book from number `first` on, as one; `entry` is its heading. */
static bool add_chapter(struct overlay *o, size_t first, const struct mirth_entry *entry)
{
    const char *chapter = copy(o, entry->chapter);
    if (!chapter || !add_entry(o, first, entry, chapter))
        return false;
    for (size_t b = first; b < o->count; b++) {
        const struct mirth_book *book = o->books[b];
        const struct mirth_entry *at = mirth_book_find(book, entry->chapter, "");
        const struct mirth_entry *end = book->entries + book->entry_count;
        while (at && ++at < end && *at->name)
            if (!is_below(o, b, at) && !add_entry(o, b, at, chapter))
                return false;
    }
    return true;
}

static bool add_chapters(struct overlay *o)
{
    for (size_t b = 0; b < o->count; b++)
        for (size_t i = 0; i < o->books[b]->entry_count; i++) {
            const struct mirth_entry *entry = &o->books[b]->entries[i];
            if (!*entry->name && !is_below(o, b, entry) && !add_chapter(o, b, entry))
                return false;
        }
    return true;
}

static bool name(struct overlay *o)
{
    const struct mirth_book *first = o->books[0], *last = o->books[o->count - 1];
    const char *about = first->about;
    for (size_t b = 0; b < o->count; b++)
        about = *o->books[b]->about ? o->books[b]->about : about;
    o->out->name = copy(o, first->name);
    o->out->caption = copy(o, last->caption);
    o->out->about = copy(o, about);
    if (!o->changed && first->image.len)
        o->out->image = mirth_slice(
            mirth_pool_copy(&o->out->pool, first->image.at, first->image.len), first->image.len);
    return !o->out->pool.spent;
}

static bool is_too_much(const struct overlay *o, size_t *lines)
{
    size_t entries = 0;
    *lines = 0;
    for (size_t b = 0; b < o->count; b++) {
        *lines += o->books[b]->count;
        entries += o->books[b]->entry_count;
    }
    return *lines > MIRTH_BOOK_LINES || entries > MIRTH_BOOK_LINES;
}

struct mirth_book *mirth_book_overlay(struct mirth_book *const *books, size_t count,
                                      struct mirth_error *err)
{
    const char *path = books[count - 1]->path;
    struct overlay o = {.books = books, .count = count, .out = mirth_book_new(path), .size = 16};
    const struct mirth_entry *twice;
    size_t lines;
    if (is_too_much(&o, &lines)) {
        mirth_fail(err, MIRTH_BROKEN,
                   "%s: too large on top of what is there; expected at most "
                   "100,000 lines in all",
                   path);
        mirth_book_free(o.out);
        return NULL;
    }
    while (o.size < lines * 2)
        o.size *= 2;
    o.seen = o.out ? mirth_pool_array(&o.out->pool, o.size, sizeof *o.seen) : NULL;
    if (o.seen && add_chapters(&o) && name(&o) && mirth_book_index(o.out, &twice))
        return o.out;
    mirth_no_memory(err);
    mirth_book_free(o.out);
    return NULL;
}
