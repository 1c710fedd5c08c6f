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

/* What a program has with it of the image that mirth_english_prepare() keeps with a book (the bytes
 * stay where they are; hash: what the database says of them). A book whose image it is gets this
 * one, which lies ready, and its own is not read. To be called before a shelf is opened. */
void mirth_carry_image(struct mirth_slice image, uint64_t hash);

/* The theme that was laid last, where it was laid alone: what a user who names no theme means.
 * NULL: none. */
const char *mirth_shelf_top(const struct mirth_shelf *shelf);

/* A shelf with copies of these books and nothing else. NULL when memory is out. */
struct mirth_shelf *mirth_shelf_of(struct mirth_book *const *books, size_t count,
                                   struct mirth_error *err);

#endif
