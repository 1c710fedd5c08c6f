/* shelf.h: the phrasebooks there are, in layers: a later one of a name is laid over the earlier. */
#ifndef MIRTH_SHELF_H
#define MIRTH_SHELF_H

#include "phrasebook/book.h"

#define MIRTH_APPLICATION_ID 0x6d697274 /* "mirt" */
#define MIRTH_SCHEMA_VERSION 2

/* The most databases and packs that lie on a shelf. */
enum { MIRTH_LAYERS = 64 };

/* Writes the books into a new database at path (atomically: a temporary file, renamed). The same
 * books give the same bytes. */
bool mirth_shelf_build(const char *path, struct mirth_book *const *books, size_t count,
                       struct mirth_error *err);

/* Reads one book out of an open shelf (see mirth_open in postmirth.h), its layers laid over one
 * another. NULL and *err where the shelf has no such book (status MIRTH_USAGE, naming the themes
 * it has) or a layer cannot be read (MIRTH_BROKEN). Free with mirth_book_free(). */
struct mirth_book *mirth_shelf_book(struct mirth_shelf *shelf, const char *name,
                                    struct mirth_error *err);

/* The book as one story needs it: it may be without the chapters named ("lists|told"; "": none),
 * and its lines are not cut until somebody asks for them. */
struct mirth_book *mirth_shelf_skim(struct mirth_shelf *shelf, const char *name,
                                    const char *without, struct mirth_error *err);

/* A book that a program has with it. */
struct mirth_carried {
    uint64_t sum;             /* struct mirth_book's, as it came from the database */
    const void *pages;        /* what mirth_pages_write() made of it */
    struct mirth_slice image; /* what mirth_english_prepare() did; or nothing */
};

/* Where a database has the very book (its chapters add up to the same), the one that lies ready is
 * taken, and nothing is read. To be called before a shelf is opened; the books stay where they
 * are. */
void mirth_carry_books(const struct mirth_carried *books, size_t count);

/* The theme that was laid last, where it was laid alone: what a user who names no theme means.
 * NULL: none. */
const char *mirth_shelf_top(const struct mirth_shelf *shelf);

/* A shelf with copies of these books and nothing else. NULL when memory is out. */
struct mirth_shelf *mirth_shelf_of(struct mirth_book *const *books, size_t count,
                                   struct mirth_error *err);

#endif
