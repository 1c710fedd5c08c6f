/* sql.h: the few calls of SQLite that the shelf and its builder share. */
#ifndef MIRTH_SQL_H
#define MIRTH_SQL_H

#include <sqlite3.h>

#include "base/error.h"
#include "base/text.h"

/* One statement, or NULL: on an error, and where more SQL stands behind it. */
sqlite3_stmt *mirth_sql_prepare(sqlite3 *db, const char *sql);

/* A column of the statement's row as text, good until the next step; at is NULL where it has
 * none. */
struct mirth_slice mirth_sql_text(sqlite3_stmt *row, int column);

/* The checksum continued over the columns of the statement's row, as text. */
uint64_t mirth_sql_sum(uint64_t sum, sqlite3_stmt *row);

/* What the seal and the books' sums are made of: both sides must ask the same. */
#define MIRTH_SQL_BOOKS                                                                            \
    "SELECT name, caption, about, entries, lines, hash, image, image_hash FROM book ORDER BY name"
#define MIRTH_SQL_CHAPTERS "SELECT name, text, text_hash FROM chapter WHERE book = ? ORDER BY place"

#endif
