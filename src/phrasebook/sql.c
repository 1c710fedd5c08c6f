/* sql.c: the few calls of SQLite that the shelf and its builder share. */
#include "phrasebook/sql.h"

#include "base/text.h"

sqlite3_stmt *mirth_sql_prepare(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *stmt = NULL;
    const char *tail = NULL;
    if (sqlite3_prepare_v2(db, sql, -1, &stmt, &tail) == SQLITE_OK && !*tail)
        return stmt;
    sqlite3_finalize(stmt);
    return NULL;
}

uint64_t mirth_sql_hash_row(uint64_t hash, sqlite3_stmt *row)
{
    for (int i = 0; i < sqlite3_column_count(row); i++) {
        const char *text = (const char *)sqlite3_column_text(row, i);
        if (text)
            hash = mirth_hash(hash, text, (size_t)sqlite3_column_bytes(row, i) + 1);
    }
    return hash;
}
