/* pages.c: a whole book as one block of memory, for a program to carry and use where it lies */
#include "phrasebook/pages.h"

/* How a block begins. Behind it lie the entries, the lines, the hash of the entries, and the text
 * that all of them point into. */
struct head {
    uint32_t entries, lines, slots;
};

struct packed_entry {
    uint32_t chapter, name, note;
    uint32_t first, count;
};

struct writer {
    struct mirth_buffer entries, lines, text;
};

static uint32_t put_text(struct writer *w, const char *text)
{
    uint32_t at = (uint32_t)w->text.len;
    if (!*text)
        return 0; /* where an empty one stands */
    mirth_put(&w->text, text, strlen(text) + 1);
    return at;
}

static void put_line(struct writer *w, const struct mirth_line *line)
{
    struct mirth_packed_line packed = {put_text(w, line->when), put_text(w, line->text)};
    mirth_put(&w->lines, (const char *)&packed, sizeof packed);
}

static void put_entry(struct writer *w, const struct mirth_book *book,
                      const struct mirth_entry *entry, uint32_t chapter)
{
    struct packed_entry packed = {chapter, put_text(w, entry->name), put_text(w, entry->note),
                                  (uint32_t)(w->lines.len / sizeof(struct mirth_packed_line)),
                                  entry->count};
    mirth_put(&w->entries, (const char *)&packed, sizeof packed);
    for (size_t i = 0; i < entry->count; i++)
        put_line(w, &book->lines[entry->first + i]);
}

bool mirth_pages_write(const struct mirth_book *book, struct mirth_buffer *out)
{
    struct head head = {(uint32_t)book->entry_count, (uint32_t)book->count,
                        (uint32_t)book->slot_count};
    struct writer w = {0};
    uint32_t chapter = 0;
    bool ok;
    mirth_put_char(&w.text, '\0');
    for (size_t i = 0; i < book->entry_count; i++) {
        if (!*book->entries[i].name)
            chapter = put_text(&w, book->entries[i].chapter);
        put_entry(&w, book, &book->entries[i], chapter);
    }
    mirth_put(out, (const char *)&head, sizeof head);
    mirth_put_slice(out, mirth_buffer_slice(&w.entries));
    mirth_put_slice(out, mirth_buffer_slice(&w.lines));
    mirth_put(out, (const char *)book->slots, book->slot_count * sizeof *book->slots);
    mirth_put_slice(out, mirth_buffer_slice(&w.text));
    ok = !w.entries.spent && !w.lines.spent && !w.text.spent && !out->spent;
    mirth_buffer_free(&w.entries);
    mirth_buffer_free(&w.lines);
    mirth_buffer_free(&w.text);
    return ok;
}

struct mirth_book *mirth_pages_read(const void *block, const char *path)
{
    const struct head *head = block;
    const struct packed_entry *from = (const void *)(head + 1);
    const struct mirth_packed_line *lines = (const void *)(from + head->entries);
    const uint32_t *slots = (const void *)(lines + head->lines);
    const char *text = (const void *)(slots + head->slots);
    struct mirth_book *book = mirth_book_new(path);
    if (!book)
        return NULL;
    mirth_book_reserve(book, head->entries, head->lines);
    book->pages = mirth_pool_take(&book->pool, sizeof *book->pages);
    if (book->pool.spent) {
        mirth_book_free(book);
        return NULL;
    }
    *book->pages = (struct mirth_pages){lines, text, 0};
    book->slots = slots;
    book->slot_count = head->slots;
    book->count = head->lines;
    book->entry_count = head->entries;
    for (size_t i = 0; i < head->entries; i++)
        book->entries[i] = (struct mirth_entry){.chapter = text + from[i].chapter,
                                                .name = text + from[i].name,
                                                .note = text + from[i].note,
                                                .first = from[i].first,
                                                .count = from[i].count,
                                                .packed = true};
    return book;
}
