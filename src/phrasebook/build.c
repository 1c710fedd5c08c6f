/* build.c: phrasebooks to one SQLite file; the same books give the same bytes. */
#define _POSIX_C_SOURCE 200809L
#include "phrasebook/shelf.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "phrasebook/schema.h"
#include "phrasebook/sql.h"

#define STRING(x) #x
#define VALUE(x)  STRING(x)

struct builder {
    sqlite3 *db;
    const char *path; /* the file that is to be, for messages */
    struct mirth_error *err;
};

static bool failed(struct builder *b)
{
    return mirth_fail(b->err, MIRTH_BROKEN, "%s: cannot be written: %s", b->path,
                      sqlite3_errmsg(b->db));
}

static bool execute(struct builder *b, const char *sql)
{
    return sqlite3_exec(b->db, sql, NULL, NULL, NULL) == SQLITE_OK || failed(b);
}

/* Runs a statement that gives no rows, and makes it ready to run again. */
static bool run(struct builder *b, sqlite3_stmt *stmt)
{
    bool ok = sqlite3_step(stmt) == SQLITE_DONE;
    return (sqlite3_reset(stmt) == SQLITE_OK && ok) || failed(b);
}

static void bind_text(sqlite3_stmt *stmt, int at, const char *text)
{
    sqlite3_bind_text(stmt, at, text, -1, SQLITE_TRANSIENT);
}

/* Binds the block's number to the first of two columns, and what its bytes must add up to. */
static bool bind_block(struct builder *b, sqlite3_stmt *stmt, int at, struct mirth_slice bytes)
{
    sqlite3_stmt *insert = mirth_sql_prepare(b->db, "INSERT INTO block (bytes) VALUES (?)");
    bool ok = insert || failed(b);
    if (ok) {
        sqlite3_bind_blob64(insert, 1, bytes.at, bytes.len, SQLITE_STATIC);
        ok = run(b, insert);
    }
    sqlite3_bind_int64(stmt, at, sqlite3_last_insert_rowid(b->db));
    sqlite3_bind_int64(stmt, at + 1,
                       (sqlite3_int64)mirth_checksum(MIRTH_HASH, bytes.at, bytes.len));
    sqlite3_finalize(insert);
    return ok;
}

static bool write_chapter(struct builder *b, sqlite3_stmt *insert, const struct mirth_book *book,
                          size_t *entry)
{
    struct mirth_buffer text = {0};
    bool ok;
    bind_text(insert, 1, book->name);
    sqlite3_bind_int64(insert, 2, (sqlite3_int64)*entry);
    bind_text(insert, 3, book->entries[*entry].chapter);
    *entry = mirth_book_put_chapter(book, *entry, &text);
    ok = text.spent ? mirth_no_memory(b->err)
                    : bind_block(b, insert, 4, mirth_buffer_slice(&text)) && run(b, insert);
    mirth_buffer_free(&text);
    return ok;
}

static bool write_chapters(struct builder *b, const struct mirth_book *book)
{
    sqlite3_stmt *insert = mirth_sql_prepare(b->db, "INSERT INTO chapter VALUES (?, ?, ?, ?, ?)");
    bool ok = insert || failed(b);
    for (size_t entry = 0; ok && entry < book->entry_count;)
        ok = write_chapter(b, insert, book, &entry);
    sqlite3_finalize(insert);
    return ok;
}

/* Hashes what was written, not what was meant: by the very query that will read it. */
static bool hash_rows(struct builder *b, const char *sql, const char *name, uint64_t *hash)
{
    sqlite3_stmt *rows = mirth_sql_prepare(b->db, sql);
    bool ok;
    *hash = MIRTH_HASH;
    if (rows && name)
        bind_text(rows, 1, name);
    while (rows && sqlite3_step(rows) == SQLITE_ROW)
        *hash = mirth_sql_sum(*hash, rows);
    ok = rows && sqlite3_reset(rows) == SQLITE_OK;
    sqlite3_finalize(rows);
    return ok || failed(b);
}

static bool write_book(struct builder *b, const struct mirth_book *book)
{
    sqlite3_stmt *insert = NULL;
    uint64_t hash;
    bool ok = write_chapters(b, book) && hash_rows(b, MIRTH_SQL_CHAPTERS, book->name, &hash);
    if (!ok)
        return false;
    insert = mirth_sql_prepare(b->db, "INSERT INTO book VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    if (!insert)
        return failed(b);
    bind_text(insert, 1, book->name);
    bind_text(insert, 2, book->caption);
    bind_text(insert, 3, book->about);
    sqlite3_bind_int64(insert, 4, (sqlite3_int64)book->entry_count);
    sqlite3_bind_int64(insert, 5, (sqlite3_int64)book->count);
    sqlite3_bind_int64(insert, 6, (sqlite3_int64)hash);
    sqlite3_bind_int64(insert, 7, 0);
    sqlite3_bind_int64(insert, 8, 0);
    ok = (!book->image.len || bind_block(b, insert, 7, book->image)) && run(b, insert);
    sqlite3_finalize(insert);
    return ok;
}

static bool write_seal(struct builder *b, size_t count)
{
    sqlite3_stmt *insert = NULL;
    uint64_t hash;
    bool ok;
    if (!hash_rows(b, MIRTH_SQL_BOOKS, NULL, &hash))
        return false;
    insert = mirth_sql_prepare(b->db, "INSERT INTO seal VALUES (?, ?)");
    if (!insert)
        return failed(b);
    sqlite3_bind_int64(insert, 1, (sqlite3_int64)count);
    sqlite3_bind_int64(insert, 2, (sqlite3_int64)hash);
    ok = run(b, insert);
    sqlite3_finalize(insert);
    return ok;
}

static bool write_books(struct builder *b, struct mirth_book *const *books, size_t count)
{
    if (!execute(b, "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF;"
                    "PRAGMA application_id = " VALUE(
                        MIRTH_APPLICATION_ID) ";"
                                              "PRAGMA user_version = " VALUE(
                                                  MIRTH_SCHEMA_VERSION) "; BEGIN") ||
        !execute(b, MIRTH_SCHEMA))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!write_book(b, books[i]))
            return false;
    return write_seal(b, count) && execute(b, "COMMIT; VACUUM");
}

static int by_name(const void *a, const void *b)
{
    const struct mirth_book *const *x = a, *const *y = b;
    return strcmp((*x)->name, (*y)->name);
}

/* The file must not depend on the order in which the books were named. */
static struct mirth_book **in_order(struct mirth_book *const *books, size_t count,
                                    struct mirth_error *err)
{
    struct mirth_book **sorted = calloc(count + 1, sizeof *sorted);
    if (!sorted) {
        mirth_no_memory(err);
        return NULL;
    }
    if (count)
        memcpy(sorted, books, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, by_name);
    for (size_t i = 1; i < count; i++) {
        if (strcmp(sorted[i - 1]->name, sorted[i]->name) != 0)
            continue;
        mirth_fail(err, MIRTH_BROKEN, "%s:1: a second book called `%s`; expected another name",
                   sorted[i]->path, sorted[i]->name);
        free(sorted);
        return NULL;
    }
    return sorted;
}

static bool write_file(const char *path, const char *temporary, struct mirth_book *const *books,
                       size_t count, struct mirth_error *err)
{
    struct builder b = {.path = path, .err = err};
    bool ok = sqlite3_open(temporary, &b.db) == SQLITE_OK || failed(&b);
    ok = ok && write_books(&b, books, count);
    sqlite3_close(b.db);
    if (ok && rename(temporary, path))
        ok = mirth_fail(err, MIRTH_BROKEN, "%s: cannot be written: %s", path, strerror(errno));
    if (!ok)
        remove(temporary);
    return ok;
}

bool mirth_shelf_build(const char *path, struct mirth_book *const *books, size_t count,
                       struct mirth_error *err)
{
    struct mirth_book **sorted = in_order(books, count, err);
    struct mirth_buffer temporary = {0};
    bool ok = false;
    if (!sorted)
        return false;
    mirth_put_text(&temporary, path);
    mirth_put_text(&temporary, ".new");
    mirth_put_number(&temporary, (uint64_t)getpid());
    if (temporary.spent) {
        mirth_no_memory(err);
    } else {
        remove(temporary.at); /* left by a build that was killed */
        ok = write_file(path, temporary.at, sorted, count, err);
    }
    mirth_buffer_free(&temporary);
    free(sorted);
    return ok;
}
