/* pack.h: books out of Markdown files. */
#ifndef MIRTH_PACK_H
#define MIRTH_PACK_H

#include "phrasebook/book.h"

/* Whether the path is that of a Markdown file, by its ending. */
bool mirth_is_markdown(const char *path);

/* Whether a file beside phrasebooks is a page for people: Markdown, its name in capitals
 * (README.md, WRITING.md). */
bool mirth_is_page(const char *path);

/* Reads one Markdown file. NULL and *err where it cannot be read, or as of mirth_book_parse(). */
struct mirth_book *mirth_read_book(const char *path, struct mirth_error *err);

#endif
