/* sql.c: the few calls of SQLite that the shelf and its builder share. */
#include "phrasebook/sql.h"

sqlite3_stmt *mirth_sql_prepare(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *stmt = NULL;
    const char *tail = NULL;
    if (sqlite3_prepare_v2(db, sql, -1, &stmt, &tail) == SQLITE_OK && !*tail)
        return stmt;
    sqlite3_finalize(stmt);
    return NULL;
}

/* Asked for as a blob, a text is not copied once more to get a NUL; an empty one is NULL. */
struct mirth_slice mirth_sql_text(sqlite3_stmt *row, int column)
{
    struct mirth_slice s = {sqlite3_column_blob(row, column), 0};
    if (s.at)
        s.len = (size_t)sqlite3_column_bytes(row, column);
    else if (sqlite3_column_type(row, column) != SQLITE_NULL)
        s.at = "";
    return s;
}

uint64_t mirth_sql_sum(uint64_t sum, sqlite3_stmt *row)
{
    for (int i = 0, count = sqlite3_column_count(row); i < count; i++) {
        struct mirth_slice s = mirth_sql_text(row, i);
        sum = mirth_checksum(sum, s.at, s.len);
    }
    return sum;
}
