/* catalogue.h: what a database says of its books, for a program to carry. */
#ifndef MIRTH_CATALOGUE_H
#define MIRTH_CATALOGUE_H

#include <stddef.h>
#include <stdint.h>

/* A row of `book`: what there is to choose from, and what its chapters must add up to. */
struct mirth_volume {
    const char *name, *caption, *about;
    size_t entries, lines;
    uint64_t hash;
    int64_t image; /* the number of its block; 0: it has none */
    uint64_t image_hash;
};

/* A file's first pages hold its schema, its seal and its list of books: a file that is as long and
 * begins with the same bytes has the same books. */
struct mirth_catalogue {
    const void *head;
    size_t head_size, file_size;
    const struct mirth_volume *volumes;
    size_t count;
};

enum { MIRTH_CATALOGUE_HEAD = 3 * 4096 };

/* Where a database is the one that this was made of, SQLite need not read it. To be called before a
 * shelf is opened; the catalogue stays where it is. NULL: none is carried. */
void mirth_carry_catalogue(const struct mirth_catalogue *catalogue);

/* The catalogue that is carried, where the file is its; else NULL. */
const struct mirth_catalogue *mirth_catalogue_of(const char *path);

#endif
