/* book.h: a phrasebook in memory: chapters of entries of lines. */
#ifndef MIRTH_BOOK_H
#define MIRTH_BOOK_H

#include "base/error.h"
#include "base/pool.h"
#include "base/text.h"

/* What a book may hold; more is refused before it is looked at. */
#define MIRTH_BOOK_BYTES      ((size_t)4 << 20)
#define MIRTH_BOOK_LINES      ((size_t)100000)
#define MIRTH_BOOK_LINE_BYTES ((size_t)4096)

/* What a line may be made of: slots and the text between them; conditions. */
enum { MIRTH_LINE_PIECES = 48, MIRTH_LINE_CONDITIONS = 8 };

/* One `- line` of an entry. All text belongs to the book's pool and is NUL-terminated. */
struct mirth_line {
    const char *chapter; /* "told", as in `## told` */
    const char *entry;   /* "escalated" or "escalated, disk-full", as in `### escalated` */
    const char *text;    /* the line after its conditions */
    const char *when;    /* its conditions, the code span in front without the backquotes; or "" */
    unsigned seq;        /* from 0 within its entry */
    unsigned source;     /* line of the Markdown file; 0 in a book from a shelf */
};

/* A `###` heading; with the name "" the `##` heading itself, which has no lines of its own. */
struct mirth_entry {
    const char *chapter, *name;
    const char *note; /* the paragraph under the heading, or "" */
    char *uncut;      /* in a book from a store: the lines as they lie there, while nobody asked */
    bool packed; /* in a book that is carried: the same; first is then a number of the pages' */
    unsigned first, count; /* its lines; ask mirth_book_entry() for them */
    unsigned source;
};

/* A line of a book that a program carries: where its two texts stand. */
struct mirth_packed_line {
    uint32_t when, text;
};

/* What the lines of such a book are made from. They are made in the order in which they are asked
 * for, side by side: of a long book a story touches little memory. */
struct mirth_pages {
    const struct mirth_packed_line *lines;
    const char *text;
    size_t made;
};

struct mirth_book {
    struct mirth_pool pool;
    const char *path;         /* where it came from, for messages */
    const char *name;         /* "quest" */
    const char *caption;      /* "Fantasy quest" */
    const char *about;        /* the paragraph under the title, or "" */
    struct mirth_line *lines; /* in the file's order; an entry's lines are neighbours */
    size_t count, room;
    struct mirth_entry *entries; /* in the file's order, each chapter before its entries */
    size_t entry_count, entry_room;
    const uint32_t *slots; /* private: a hash of the entries, an index plus 1 or 0 */
    size_t slot_count;
    struct mirth_pages *pages; /* private: of a book that is carried, else NULL */
    uint64_t sum;              /* what a database says of its chapters; 0: it came from none */
    struct mirth_slice image;  /* what its reader made of it, kept beside its lines; or nothing */
    bool carried; /* the program has the book with it, image and all: nobody can have damaged it */
};

/* Reads one Markdown phrasebook. NULL and *err ("path:line: what is wrong; what was expected")
 * where it is not of the form that WRITING.md describes. Free with mirth_book_free(). */
struct mirth_book *mirth_book_parse(const char *path, const char *text, size_t len,
                                    struct mirth_error *err);

/* The book as Markdown again: parsing what this writes gives the same book. */
void mirth_book_dump(const struct mirth_book *book, struct mirth_buffer *out);

/* The entry (or, with name "", the chapter), or NULL. Compares exactly. A story wants few of a long
 * book's entries, so a store gives their lines uncut: they are made here. */
const struct mirth_entry *mirth_book_find(const struct mirth_book *book, const char *chapter,
                                          const char *name);

/* Makes the lines of every entry, for who goes through the book from end to end. */
void mirth_book_cut(const struct mirth_book *book);

/* The lines of one entry: *first and how many; 0 where there is none. */
size_t mirth_book_entry(const struct mirth_book *book, const char *chapter, const char *entry,
                        const struct mirth_line **first);

/* An entry's note, or "" */
const char *mirth_book_note(const struct mirth_book *book, const char *chapter, const char *entry);

/* The books (of one name, the earlier below) as one. Its entries are those of all; an entry's lines
 * are the first book's, then what each later one has that is not there yet; its note, and the
 * caption and the paragraph under the title, are the last book's that says one. NULL and *err when
 * that is too much. It owns all that it holds. */
struct mirth_book *mirth_book_overlay(struct mirth_book *const *books, size_t count,
                                      struct mirth_error *err);

void mirth_book_free(struct mirth_book *book);

/* ---- for what makes books: the parser and the shelf ---- */

/* A book without entries, or NULL when memory is out. */
struct mirth_book *mirth_book_new(const char *path);

/* Room for that many at once; a hint, so failing is remembered in the pool. */
void mirth_book_reserve(struct mirth_book *book, size_t entries, size_t lines);

/* Opens an entry; the lines that are added next belong to it. The names must belong to the pool.
 * NULL when memory is out. */
struct mirth_entry *mirth_book_open(struct mirth_book *book, const char *chapter, const char *name,
                                    size_t source);

/* Adds "`conditions` text" or "text" to the open entry. Takes raw, which must belong to the pool,
 * and cuts it in place. */
bool mirth_book_add(struct mirth_book *book, char *raw, size_t source);

/* The chapter that entry number `first` begins as Markdown, without its `##` heading; returns the
 * number of the entry behind it. */
size_t mirth_book_put_chapter(const struct mirth_book *book, size_t first,
                              struct mirth_buffer *out);

/* Adds a chapter from what mirth_book_put_chapter() wrote. Takes name and text, which must belong
 * to the pool, and cuts the text in place, each entry's when its lines are asked for. False where
 * it was something else, or memory is out. */
bool mirth_book_take_chapter(struct mirth_book *book, const char *name, char *text);

/* Makes the entries findable: to be called when all are there. Of two that are called the same,
 * *twice is the later, else NULL. */
bool mirth_book_index(struct mirth_book *book, const struct mirth_entry **twice);

#endif
