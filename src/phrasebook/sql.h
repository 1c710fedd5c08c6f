/* sql.h: the few calls of SQLite that the shelf and its builder share. */
#ifndef MIRTH_SQL_H
#define MIRTH_SQL_H

#include <sqlite3.h>

#include "base/error.h"

/* One statement, or NULL: on an error, and where more SQL stands behind it. */
sqlite3_stmt *mirth_sql_prepare(sqlite3 *db, const char *sql);

/* The hash continued over every column of the statement's row, as text with its NUL. */
uint64_t mirth_sql_hash_row(uint64_t hash, sqlite3_stmt *row);

/* What the seal and the books' sums are made of: both sides must ask the same. */
#define MIRTH_SQL_BOOKS "SELECT name, caption, about, entries, lines, hash FROM book ORDER BY name"
#define MIRTH_SQL_ENTRIES                                                                          \
    "SELECT chapter, name, note, lines FROM entry WHERE book = ? ORDER BY place"

#endif
