/* store.c: one phrasebook database, opened read-only: what it is, and which books it has
 *
 * Nothing in the file is trusted: a damaged one is an error, never a story with a joke missing. */
#define _POSIX_C_SOURCE 200809L
#include "phrasebook/store_inside.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "phrasebook/schema.h"
#include "phrasebook/shelf.h"
#include "phrasebook/sql.h"

/* More than anybody's shelf holds; what goes on and on is no shelf. */
enum { BOOKS = 1000 };

bool mirth_store_damaged(const struct mirth_store *store, struct mirth_error *err, const char *how)
{
    return mirth_fail(err, MIRTH_BROKEN, "%s: damaged (%s); build or install it again", store->path,
                      how);
}

bool mirth_store_failed(const struct mirth_store *store, struct mirth_error *err)
{
    switch (sqlite3_errcode(store->db)) {
    case SQLITE_NOMEM: return mirth_no_memory(err);
    case SQLITE_NOTADB:
        return mirth_fail(err, MIRTH_BROKEN,
                          "%s: not a database; expected what `postmirth-book build` writes",
                          store->path);
    default: return mirth_store_damaged(store, err, sqlite3_errmsg(store->db));
    }
}

static bool is_file(const char *path, struct mirth_error *err)
{
    struct stat file;
    if (stat(path, &file) && errno == ENOENT)
        return mirth_fail(err, MIRTH_BROKEN, "%s: no such file; expected a phrasebook database",
                          path);
    if (access(path, R_OK))
        return mirth_fail(err, MIRTH_BROKEN, "%s: %s", path, strerror(errno));
    if (S_ISDIR(file.st_mode))
        return mirth_fail(err, MIRTH_BROKEN, "%s: a folder; expected a phrasebook database", path);
    return true;
}

/* SQLite is told by URI that nobody writes the file; what means something in one is escaped. */
static void put_uri(struct mirth_buffer *uri, const char *path)
{
    static const char hex[] = "0123456789ABCDEF";
    mirth_put_text(uri, *path == '/' ? "file://" : "file:");
    for (; *path; path++) {
        unsigned char c = (unsigned char)*path;
        if (strchr("?#%", c)) {
            mirth_put_char(uri, '%');
            mirth_put_char(uri, hex[c >> 4]);
            mirth_put_char(uri, hex[c & 15]);
        } else {
            mirth_put_char(uri, *path);
        }
    }
    mirth_put_text(uri, "?immutable=1");
}

static bool connect(struct mirth_store *store, struct mirth_error *err)
{
    const int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
    struct mirth_buffer uri = {0};
    int code;
    put_uri(&uri, store->path);
    code = uri.spent ? SQLITE_NOMEM : sqlite3_open_v2(uri.at, &store->db, flags, NULL);
    mirth_buffer_free(&uri);
    if (code == SQLITE_NOMEM || !store->db)
        return mirth_no_memory(err);
    if (code != SQLITE_OK)
        return mirth_fail(err, MIRTH_BROKEN, "%s: %s", store->path, sqlite3_errmsg(store->db));
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_limit(store->db, SQLITE_LIMIT_LENGTH, (int)MIRTH_BOOK_BYTES);
    return true;
}

/* The first row. */
static bool read_numbers(struct mirth_store *store, const char *sql, sqlite3_int64 *numbers,
                         int count, struct mirth_error *err)
{
    sqlite3_stmt *stmt = mirth_sql_prepare(store->db, sql);
    bool ok = (stmt && sqlite3_step(stmt) == SQLITE_ROW) || mirth_store_failed(store, err);
    for (int i = 0; ok && i < count; i++)
        numbers[i] = sqlite3_column_int64(stmt, i);
    sqlite3_finalize(stmt);
    return ok;
}

static bool is_ours(struct mirth_store *store, struct mirth_error *err)
{
    sqlite3_int64 id, version;
    if (!read_numbers(store, "PRAGMA application_id", &id, 1, err) ||
        !read_numbers(store, "PRAGMA user_version", &version, 1, err))
        return false;
    if (id != MIRTH_APPLICATION_ID)
        return mirth_fail(err, MIRTH_BROKEN,
                          "%s: not a phrasebook database; expected what `postmirth-book build` "
                          "writes",
                          store->path);
    if (version == MIRTH_SCHEMA_VERSION)
        return true;
    return mirth_fail(
        err, MIRTH_BROKEN, "%s: made by %s postmirth (schema %lld; this one reads %d)", store->path,
        version > MIRTH_SCHEMA_VERSION ? "a newer" : "an older", version, MIRTH_SCHEMA_VERSION);
}

/* Tables as the schema makes them and nothing else: a view or a trigger is somebody's program, an
 * index or a generated column their data. */
static bool has_our_tables(struct mirth_store *store, struct mirth_error *err)
{
    sqlite3_stmt *row = mirth_sql_prepare(
        store->db, "SELECT type, sql, name FROM sqlite_schema ORDER BY rowid LIMIT 8");
    const char *type, *sql;
    int step = SQLITE_ERROR;
    bool ok = true;
    while (row && ok && (step = sqlite3_step(row)) == SQLITE_ROW) {
        type = (const char *)sqlite3_column_text(row, 0);
        sql = (const char *)sqlite3_column_text(row, 1);
        ok = type && sql && !strcmp(type, "table") && strstr(MIRTH_SCHEMA, sql);
        if (!ok)
            mirth_fail(err, MIRTH_BROKEN,
                       "%s: holds %s `%.64s`; expected the tables that "
                       "`postmirth-book build` writes",
                       store->path, type ? type : "something",
                       sqlite3_column_text(row, 2) ? (const char *)sqlite3_column_text(row, 2)
                                                   : "");
    }
    ok = ok && (step == SQLITE_DONE || mirth_store_failed(store, err));
    sqlite3_finalize(row);
    return ok;
}

/* A copy of a column; NULL where it was not text. That it is UTF-8 needs no proof: what was built
 * is, and the sums tell whether this is what was built. */
char *mirth_store_text(struct mirth_pool *pool, struct mirth_slice column)
{
    return column.at ? mirth_pool_copy(pool, column.at, column.len) : NULL;
}

static bool add_volume(struct mirth_store *store, sqlite3_stmt *row, struct mirth_volume **volumes,
                       size_t *room)
{
    struct mirth_volume *v;
    if (!mirth_pool_grow(&store->pool, (void **)volumes, store->count, room, sizeof **volumes))
        return false;
    store->volumes = *volumes;
    v = &(*volumes)[store->count++];
    v->name = mirth_store_text(&store->pool, mirth_sql_text(row, 0));
    v->caption = mirth_store_text(&store->pool, mirth_sql_text(row, 1));
    v->about = mirth_store_text(&store->pool, mirth_sql_text(row, 2));
    v->entries = (size_t)sqlite3_column_int64(row, 3);
    v->lines = (size_t)sqlite3_column_int64(row, 4);
    v->hash = (uint64_t)sqlite3_column_int64(row, 5);
    v->image = sqlite3_column_int64(row, 6);
    v->image_hash = (uint64_t)sqlite3_column_int64(row, 7);
    return v->name && v->caption && v->about;
}

static bool read_volumes(struct mirth_store *store, struct mirth_error *err)
{
    sqlite3_stmt *row = mirth_sql_prepare(store->db, MIRTH_SQL_BOOKS);
    sqlite3_int64 seal[2]; /* how many books, and what they add up to */
    struct mirth_volume *volumes = NULL;
    size_t room = 0;
    uint64_t hash = MIRTH_HASH;
    bool ok = true;
    int step = SQLITE_ERROR;

    while (row && ok && (step = sqlite3_step(row)) == SQLITE_ROW) {
        hash = mirth_sql_sum(hash, row);
        ok = store->count < BOOKS && add_volume(store, row, &volumes, &room);
    }
    ok = ok && (step == SQLITE_DONE || mirth_store_failed(store, err));
    sqlite3_finalize(row);
    if (store->pool.spent)
        return mirth_no_memory(err);
    if (!ok && step == SQLITE_ROW)
        return mirth_store_damaged(store, err,
                                   store->count < BOOKS ? "a book is not text" : "too many books");
    if (!ok || !read_numbers(store, "SELECT books, hash FROM seal ORDER BY rowid", seal, 2, err))
        return false;
    return ((uint64_t)seal[0] == store->count && (uint64_t)seal[1] == hash) ||
           mirth_store_damaged(store, err, "its books are not those that were built");
}

bool mirth_store_connect(struct mirth_store *store, struct mirth_error *err)
{
    return store->db || (connect(store, err) && is_ours(store, err) && has_our_tables(store, err));
}

/* Nearly always the file is the one that the program was built with. */
static bool take_catalogue(struct mirth_store *store)
{
    const struct mirth_catalogue *catalogue = mirth_catalogue_of(store->path);
    if (!catalogue)
        return false;
    store->volumes = catalogue->volumes;
    store->count = catalogue->count;
    return true;
}

static bool open_at(struct mirth_store *store, const char *path, struct mirth_error *err)
{
    store->path = mirth_pool_copy(&store->pool, path, strlen(path));
    if (!store->path)
        return mirth_no_memory(err);
    return is_file(path, err) &&
           (take_catalogue(store) || (mirth_store_connect(store, err) && read_volumes(store, err)));
}

struct mirth_store *mirth_store_open(const char *path, struct mirth_error *err)
{
    struct mirth_store *store = calloc(1, sizeof *store);
    if (!store) {
        mirth_no_memory(err);
        return NULL;
    }
    if (open_at(store, path, err))
        return store;
    mirth_store_close(store);
    return NULL;
}

void mirth_store_close(struct mirth_store *store)
{
    if (!store)
        return;
    sqlite3_blob_close(store->block);
    sqlite3_close(store->db);
    mirth_pool_free(&store->pool);
    free(store);
}

bool mirth_store_name(const struct mirth_store *store, size_t index, const char **name,
                      const char **caption, const char **about)
{
    if (index >= store->count)
        return false;
    *name = store->volumes[index].name;
    *caption = store->volumes[index].caption;
    *about = store->volumes[index].about;
    return true;
}
