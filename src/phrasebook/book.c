/* book.c: a phrasebook in memory: how it is put together, looked up and written down again. */
#include "phrasebook/book.h"

#include <stdlib.h>
#include <string.h>

struct mirth_book *mirth_book_new(const char *path)
{
    struct mirth_book *book = calloc(1, sizeof *book);
    if (!book)
        return NULL;
    book->path = mirth_pool_copy(&book->pool, path, strlen(path));
    book->name = book->caption = book->about = "";
    if (book->path)
        return book;
    mirth_book_free(book);
    return NULL;
}

void mirth_book_free(struct mirth_book *book)
{
    if (!book)
        return;
    mirth_pool_free(&book->pool);
    free(book);
}

void mirth_book_reserve(struct mirth_book *book, size_t entries, size_t lines)
{
    book->lines = mirth_pool_room(&book->pool, lines, sizeof *book->lines);
    book->room = book->lines ? lines : 0;
    book->entries = mirth_pool_room(&book->pool, entries, sizeof *book->entries);
    book->entry_room = book->entries ? entries : 0;
}

struct mirth_entry *mirth_book_open(struct mirth_book *book, const char *chapter, const char *name,
                                    size_t source)
{
    struct mirth_entry *entry;
    if (!mirth_pool_grow(&book->pool, (void **)&book->entries, book->entry_count, &book->entry_room,
                         sizeof *book->entries))
        return NULL;
    entry = &book->entries[book->entry_count++];
    *entry = (struct mirth_entry){.chapter = chapter,
                                  .name = name,
                                  .note = "",
                                  .first = (unsigned)book->count,
                                  .source = (unsigned)source};
    return entry;
}

static bool is_line(const char *text)
{
    return text[0] == '-' && text[1] == ' ';
}

/* Conditions are a code span in front that has a text behind it: "`best` Off went {who}.". */
static char *cut_conditions(char *raw, const char **when)
{
    char *end = raw[0] == '`' ? strchr(raw + 1, '`') : NULL;
    struct mirth_slice span;
    *when = "";
    if (!end || end[1] != ' ')
        return raw;
    span = mirth_trim(mirth_slice(raw + 1, (size_t)(end - raw) - 1));
    if (!span.len)
        return raw;
    raw[(size_t)(span.at - raw) + span.len] = '\0';
    *when = span.at;
    for (end++; *end == ' ';)
        end++;
    return end;
}

/* Room for one more line of the last entry, which is to be written. */
static struct mirth_line *add_line(struct mirth_book *book)
{
    if (book->count == book->room &&
        !mirth_pool_grow(&book->pool, (void **)&book->lines, book->count, &book->room,
                         sizeof *book->lines))
        return NULL;
    book->entries[book->entry_count - 1].count++;
    return &book->lines[book->count++];
}

static void write_line(const struct mirth_entry *entry, struct mirth_line *line, size_t seq,
                       char *raw)
{
    *line = (struct mirth_line){.chapter = entry->chapter, .entry = entry->name, .seq = seq};
    line->text = cut_conditions(raw, &line->when);
}

bool mirth_book_add(struct mirth_book *book, char *raw, size_t source)
{
    struct mirth_entry *entry = &book->entries[book->entry_count - 1];
    struct mirth_line *line = add_line(book);
    if (!line)
        return false;
    write_line(entry, line, entry->count - 1, raw);
    line->source = source;
    return true;
}

static void unpack_entry(const struct mirth_book *book, struct mirth_entry *entry)
{
    struct mirth_pages *pages = book->pages;
    const struct mirth_packed_line *from = pages->lines + entry->first;
    struct mirth_line *to = book->lines + pages->made;
    entry->packed = false;
    entry->first = (unsigned)pages->made;
    pages->made += entry->count;
    for (size_t i = 0; i < entry->count; i++)
        to[i] = (struct mirth_line){.chapter = entry->chapter,
                                    .entry = entry->name,
                                    .text = pages->text + from[i].text,
                                    .when = pages->text + from[i].when,
                                    .seq = i};
}

static void cut_entry(const struct mirth_book *book, struct mirth_entry *entry)
{
    char *text = entry->uncut;
    if (entry->packed)
        unpack_entry(book, entry);
    entry->uncut = NULL;
    for (size_t i = 0; text && i < entry->count; text += strlen(text) + 1) {
        if (!is_line(text))
            continue;
        write_line(entry, &book->lines[entry->first + i], i, text + 2);
        i++;
    }
}

void mirth_book_cut(const struct mirth_book *book)
{
    for (size_t i = 0; i < book->entry_count; i++)
        cut_entry(book, &book->entries[i]);
}

/* Where the entry stands in the hash, or the empty place where it would. */
static size_t place(const struct mirth_book *book, const char *chapter, const char *name)
{
    uint64_t hash = mirth_hash(MIRTH_HASH, chapter, strlen(chapter));
    size_t at = (size_t)(mirth_hash(hash, name, strlen(name)) >> 32);
    for (;; at++) {
        size_t slot = at & (book->slot_count - 1);
        const uint32_t number = book->slots[slot];
        const struct mirth_entry *entry = number ? &book->entries[number - 1] : NULL;
        if (!entry ||
            (mirth_same_name(entry->name, name) && mirth_same_name(entry->chapter, chapter)))
            return slot;
    }
}

bool mirth_book_index(struct mirth_book *book, const struct mirth_entry **twice)
{
    uint32_t *slots;
    *twice = NULL;
    for (book->slot_count = 16; book->slot_count < book->entry_count * 2;)
        book->slot_count *= 2;
    book->slots = slots = mirth_pool_array(&book->pool, book->slot_count, sizeof *slots);
    for (size_t i = 0; slots && i < book->entry_count; i++) {
        uint32_t *slot = &slots[place(book, book->entries[i].chapter, book->entries[i].name)];
        if (*slot && !*twice)
            *twice = &book->entries[i];
        if (!*slot)
            *slot = (uint32_t)i + 1;
    }
    return !book->pool.spent;
}

const struct mirth_entry *mirth_book_find(const struct mirth_book *book, const char *chapter,
                                          const char *name)
{
    size_t at = book->slots[place(book, chapter, name)];
    if (!at)
        return NULL;
    cut_entry(book, &book->entries[at - 1]);
    return &book->entries[at - 1];
}

size_t mirth_book_entry(const struct mirth_book *book, const char *chapter, const char *entry,
                        const struct mirth_line **first)
{
    const struct mirth_entry *found = mirth_book_find(book, chapter, entry);
    if (!found || !found->count)
        return 0;
    *first = &book->lines[found->first];
    return found->count;
}

const char *mirth_book_note(const struct mirth_book *book, const char *chapter, const char *entry)
{
    const struct mirth_entry *found = mirth_book_find(book, chapter, entry);
    return found ? found->note : "";
}

static void put_row(struct mirth_buffer *out, const char *mark, const char *text)
{
    mirth_put_text(out, mark);
    mirth_put_text(out, text);
    mirth_put_char(out, '\n');
}

static void put_line(struct mirth_buffer *out, const struct mirth_line *line)
{
    mirth_put_text(out, "- ");
    if (*line->when) {
        mirth_put_char(out, '`');
        mirth_put_text(out, line->when);
        mirth_put_text(out, "` ");
    }
    put_row(out, "", line->text);
}

size_t mirth_book_put_chapter(const struct mirth_book *book, size_t first, struct mirth_buffer *out)
{
    size_t i = first;
    do {
        const struct mirth_entry *entry = &book->entries[i];
        if (i > first)
            put_row(out, "\n### ", entry->name);
        if (*entry->note)
            put_row(out, "", entry->note);
        for (size_t n = 0; n < entry->count; n++)
            put_line(out, &book->lines[entry->first + n]);
    } while (++i < book->entry_count && *book->entries[i].name);
    return i;
}

bool mirth_book_take_chapter(struct mirth_book *book, const char *name, char *text)
{
    struct mirth_entry *entry = mirth_book_open(book, name, "", 0);
    for (char *end; entry && *text; text = end) {
        end = strchr(text, '\n');
        if (!end)
            return false;
        *end++ = '\0';
        if (is_line(text)) {
            entry->uncut = entry->uncut ? entry->uncut : text;
            if (!add_line(book))
                return false;
        } else if (!strncmp(text, "### ", 4)) {
            entry = mirth_book_open(book, name, text + 4, 0);
        } else if (*text) {
            entry->note = text;
        }
    }
    return entry != NULL;
}

void mirth_book_dump(const struct mirth_book *book, struct mirth_buffer *out)
{
    mirth_put_text(out, "# ");
    mirth_put_text(out, book->name);
    put_row(out, ": ", book->caption);
    if (*book->about)
        put_row(out, "", book->about);
    for (size_t i = 0; i < book->entry_count;) {
        put_row(out, "\n## ", book->entries[i].chapter);
        i = mirth_book_put_chapter(book, i, out);
    }
}
