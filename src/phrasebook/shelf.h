/* shelf.h: the phrasebook database, opened read-only; the only way from SQLite to the program. */
#ifndef MIRTH_SHELF_H
#define MIRTH_SHELF_H

#include "phrasebook/book.h"

#define MIRTH_APPLICATION_ID 0x6d697274 /* "mirt" */
#define MIRTH_SCHEMA_VERSION 1

/* Writes the books into a new database at path (atomically: a temporary file, renamed). The same
 * books give the same bytes. */
bool mirth_shelf_build(const char *path, struct mirth_book *const *books, size_t count,
                       struct mirth_error *err);

/* Reads one book out of an open shelf (see mirth_open in postmirth.h). NULL and *err where the
 * shelf has no such book (status MIRTH_USAGE, naming the themes it has) or its rows do not give
 * the count and hash that were stored with it (MIRTH_BROKEN). Free with mirth_book_free(). */
struct mirth_book *mirth_shelf_book(struct mirth_shelf *shelf, const char *name,
                                    struct mirth_error *err);

#endif
