/* store_book.c: a book out of an open database: its chapters and its image, or the one carried */
#include "phrasebook/store_inside.h"

#include <string.h>

#include "phrasebook/pages.h"
#include "phrasebook/schema.h"
#include "phrasebook/shelf.h"
#include "phrasebook/sql.h"

static struct {
    const struct mirth_carried *books;
    size_t count;
} carried;

void mirth_carry_books(const struct mirth_carried *books, size_t count)
{
    carried.books = books;
    carried.count = count;
}

static const struct mirth_volume *find_volume(const struct mirth_store *store, const char *name)
{
    for (size_t i = 0; i < store->count; i++)
        if (!strcmp(store->volumes[i].name, name))
            return &store->volumes[i];
    return NULL;
}

bool mirth_store_has(const struct mirth_store *store, const char *name)
{
    return find_volume(store, name) != NULL;
}

/* As nobody writes the file, it may as well be mapped, once there is something long to read. */
static bool open_block(struct mirth_store *store, sqlite3_int64 id)
{
    int code;
    if (!store->block)
        sqlite3_exec(store->db, "PRAGMA mmap_size = 67108864", NULL, NULL, NULL);
    code = store->block
               ? sqlite3_blob_reopen(store->block, id)
               : sqlite3_blob_open(store->db, "main", "block", "bytes", id, 0, &store->block);
    return code == SQLITE_OK;
}

/* A block in memory of the pool's, a NUL behind it; NULL where there is none of at most `most`
 * bytes, it does not add up, or memory is out. */
static char *read_block(struct mirth_store *store, sqlite3_int64 id, uint64_t hash, size_t most,
                        struct mirth_pool *pool, size_t *len)
{
    char *bytes;
    if (!open_block(store, id))
        return NULL;
    *len = (size_t)sqlite3_blob_bytes(store->block);
    if (*len > most)
        return NULL;
    bytes = mirth_pool_room(pool, *len + 1, 1);
    if (!bytes || sqlite3_blob_read(store->block, bytes, (int)*len, 0) != SQLITE_OK ||
        mirth_checksum(MIRTH_HASH, bytes, *len) != hash)
        return NULL;
    bytes[*len] = '\0';
    return bytes;
}

static bool add_chapter(struct mirth_store *store, sqlite3_stmt *row, struct mirth_book *book,
                        size_t *room)
{
    size_t len = 0;
    char *name = mirth_store_text(&book->pool, mirth_sql_text(row, 0));
    char *text = read_block(store, sqlite3_column_int64(row, 1),
                            (uint64_t)sqlite3_column_int64(row, 2), *room, &book->pool, &len);
    *room -= text ? len : 0;
    return name && text && mirth_book_take_chapter(book, name, text) &&
           book->count <= MIRTH_BOOK_LINES;
}

/* What is left out is not counted; that it is there, the book's hash tells. */
static bool is_whole(const struct mirth_book *book, const struct mirth_volume *v,
                     const char *without)
{
    return *without || (book->entry_count == v->entries && book->count == v->lines);
}

static bool read_chapters(struct mirth_store *store, const struct mirth_volume *v,
                          const char *without, struct mirth_book *book, struct mirth_error *err)
{
    sqlite3_stmt *row = mirth_sql_prepare(store->db, MIRTH_SQL_CHAPTERS);
    const struct mirth_entry *twice = NULL;
    uint64_t hash = MIRTH_HASH;
    size_t room = MIRTH_BOOK_BYTES;
    int step = SQLITE_ERROR;
    bool ok = true;

    if (row)
        sqlite3_bind_text(row, 1, v->name, -1, SQLITE_STATIC);
    while (row && ok && (step = sqlite3_step(row)) == SQLITE_ROW) {
        hash = mirth_sql_sum(hash, row);
        ok = mirth_one_of(mirth_slice_of(without), mirth_sql_text(row, 0)) ||
             add_chapter(store, row, book, &room);
    }
    ok = ok && (step == SQLITE_DONE || mirth_store_failed(store, err));
    sqlite3_finalize(row);
    if (!ok && step != SQLITE_ROW)
        return false;
    if (book->pool.spent || !mirth_book_index(book, &twice))
        return mirth_no_memory(err);
    return (ok && !twice && is_whole(book, v, without) && hash == v->hash) ||
           mirth_store_damaged(store, err, "a book's lines are not those that were built");
}

static bool read_image(struct mirth_store *store, const struct mirth_volume *v,
                       struct mirth_book *book, struct mirth_error *err)
{
    size_t len;
    const char *bytes;
    if (!v->image)
        return true;
    bytes = read_block(store, v->image, v->image_hash, MIRTH_BOOK_BYTES, &book->pool, &len);
    if (!bytes)
        return book->pool.spent
                   ? mirth_no_memory(err)
                   : mirth_store_damaged(store, err, "a book's image is not what was built");
    book->image = mirth_slice(bytes, len);
    return true;
}

/* The book that the program has with it, where it is the very one; else NULL. */
static struct mirth_book *carried_book(const struct mirth_store *store,
                                       const struct mirth_volume *v)
{
    for (size_t i = 0; i < carried.count; i++) {
        const struct mirth_carried *c = &carried.books[i];
        struct mirth_book *book =
            c->sum == v->hash ? mirth_pages_read(c->pages, store->path) : NULL;
        if (!book)
            continue;
        book->image = c->image;
        book->carried = true;
        return book;
    }
    return NULL;
}

static struct mirth_book *read_book(struct mirth_store *store, const struct mirth_volume *v,
                                    const char *without, struct mirth_error *err)
{
    struct mirth_book *book;
    if (!mirth_store_connect(store, err))
        return NULL;
    book = mirth_book_new(store->path);
    if (book && !*without && v->lines <= MIRTH_BOOK_LINES && v->entries <= MIRTH_BOOK_LINES)
        mirth_book_reserve(book, v->entries, v->lines);
    if (book && read_chapters(store, v, without, book, err) && read_image(store, v, book, err))
        return book;
    if (!book || book->pool.spent)
        mirth_no_memory(err);
    mirth_book_free(book);
    return NULL;
}

struct mirth_book *mirth_store_book(struct mirth_store *store, const char *name,
                                    const char *without, struct mirth_error *err)
{
    const struct mirth_volume *v = find_volume(store, name);
    struct mirth_book *book = carried_book(store, v);
    if (!book)
        book = read_book(store, v, without, err);
    if (!book)
        return NULL;
    book->name = mirth_pool_copy(&book->pool, v->name, strlen(v->name));
    book->caption = mirth_pool_copy(&book->pool, v->caption, strlen(v->caption));
    book->about = mirth_pool_copy(&book->pool, v->about, strlen(v->about));
    book->sum = v->hash;
    if (!book->pool.spent)
        return book;
    mirth_no_memory(err);
    mirth_book_free(book);
    return NULL;
}
