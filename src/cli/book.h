/* book.h: what the commands of postmirth-book share. */
#ifndef MIRTH_CLI_BOOK_H
#define MIRTH_CLI_BOOK_H

#include "phrasebook/book.h"

/* Files as books, in the order of the command line. */
struct mirth_stack {
    struct mirth_book **books;
    size_t count;
};

/* Says what went wrong; returns its exit status. */
int mirth_complain(const struct mirth_error *err);

/* Says how the program is used; returns the exit status of one that is not. */
int mirth_misused(void);

/* Puts the text on standard output and frees it; returns the exit status. */
int mirth_print(struct mirth_buffer *out);

/* The book of that name out of the phrasebooks that are found. NULL and *err where there is none.
 */
struct mirth_book *mirth_found_book(const char *name, struct mirth_error *err);

/* A theme, and the English book that it is tried with. */
struct mirth_pair {
    struct mirth_book *theme, *english;
};

/* Takes a theme by its name from what is found, or from its Markdown file with the english.md
 * beside that where there is one. On failure too the pair must be freed. */
bool mirth_read_pair(struct mirth_pair *pair, const char *theme, struct mirth_error *err);
void mirth_free_pair(struct mirth_pair *pair);

/* Reads them all; every unreadable one is named, not the first alone, and makes it false. */
bool mirth_read_books(char **paths, int count, struct mirth_stack *stack);
void mirth_free_books(struct mirth_stack *stack);

/* The commands, one file each: what stands behind them on the command line; the exit status. */
int mirth_book_check_files(int argc, char **argv);
int mirth_book_try(int argc, char **argv);
int mirth_book_stats(int argc, char **argv);
int mirth_book_new_file(int argc, char **argv);

#endif
