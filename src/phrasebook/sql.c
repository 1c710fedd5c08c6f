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

uint64_t mirth_sql_read_row(uint64_t sum, sqlite3_stmt *row, struct mirth_slice *columns)
{
    for (int i = 0, count = sqlite3_column_count(row); i < count; i++) {
        /* Asked for as a blob, a text is not copied once more to get a NUL; an empty one is NULL.
         */
        struct mirth_slice s = {sqlite3_column_blob(row, i), 0};
        if (s.at)
            s.len = (size_t)sqlite3_column_bytes(row, i);
        else if (sqlite3_column_type(row, i) != SQLITE_NULL)
            s.at = "";
        sum = mirth_checksum(sum, s.at, s.len);
        if (columns)
            columns[i] = s;
    }
    return sum;
}
