/* pages.h: a whole book as one block of memory, for a program to carry and use where it lies. */
#ifndef MIRTH_PAGES_H
#define MIRTH_PAGES_H

#include "phrasebook/book.h"

/* Appends the book, all of whose lines are made, in this machine's numbers: who reads the block
 * must know that it is one, for nothing in it is looked at twice. False: memory is out. */
bool mirth_pages_write(const struct mirth_book *book, struct mirth_buffer *out);

/* The book in a block, which must outlive it and begin at a multiple of four bytes; without name,
 * caption and about. NULL when memory is out. Free with mirth_book_free(). */
struct mirth_book *mirth_pages_read(const void *block, const char *path);

#endif
