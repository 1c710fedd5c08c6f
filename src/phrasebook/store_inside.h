/* store_inside.h: a database on its way to books: what store.c opens, and store_book.c reads. */
#ifndef MIRTH_STORE_INSIDE_H
#define MIRTH_STORE_INSIDE_H

#include <sqlite3.h>

#include "phrasebook/catalogue.h"
#include "phrasebook/store.h"

struct mirth_store {
    struct mirth_pool pool;
    sqlite3 *db;         /* NULL: its catalogue was carried, and nothing read so far */
    sqlite3_blob *block; /* the last one read; the next is read by the same handle */
    const char *path;
    const struct mirth_volume *volumes; /* by name */
    size_t count;
};

/* Opens the file itself, unless it is. */
bool mirth_store_connect(struct mirth_store *store, struct mirth_error *err);

/* The error of a file that is not what was built: how says in what. False. */
bool mirth_store_damaged(const struct mirth_store *store, struct mirth_error *err, const char *how);

/* SQLite's own account of what went wrong. False. */
bool mirth_store_failed(const struct mirth_store *store, struct mirth_error *err);

/* A column's text in the pool's memory; NULL when that is out. */
char *mirth_store_text(struct mirth_pool *pool, struct mirth_slice column);

#endif
