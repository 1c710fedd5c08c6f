/* store.h: one phrasebook database, opened read-only; the only way from SQLite to the program. */
#ifndef MIRTH_STORE_H
#define MIRTH_STORE_H

#include "phrasebook/book.h"

struct mirth_store;

/* Opens the database at path. NULL and *err where there is none, or it is damaged, foreign or
 * newer than the library. Free with mirth_store_close(). */
struct mirth_store *mirth_store_open(const char *path, struct mirth_error *err);
void mirth_store_close(struct mirth_store *store);

/* The book number index (from 0, by name). False past the last one. */
bool mirth_store_name(const struct mirth_store *store, size_t index, const char **name,
                      const char **caption, const char **about);
bool mirth_store_has(const struct mirth_store *store, const char *name);

/* Reads a book that the store has, without the chapters named ("lists|told"; "": none) and with
 * its lines uncut. NULL and *err where its rows and blocks are not what was built. Free with
 * mirth_book_free(). */
struct mirth_book *mirth_store_book(struct mirth_store *store, const char *name,
                                    const char *without, struct mirth_error *err);

#endif
