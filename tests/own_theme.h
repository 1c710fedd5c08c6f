/* own_theme.h: a test's own little theme, built into a database of its own beside english.md. */
#ifndef TESTS_OWN_THEME_H
#define TESTS_OWN_THEME_H

#include "books.h"
#include "phrasebook/shelf.h"
#include "postmirth.h"

#include <unistd.h>

/* *state becomes the path of the database; discard_theme() removes it. */
static inline int build_theme(void **state, const char *theme)
{
    static char path[] = "/tmp/mirth-theme-XXXXXX";
    struct mirth_error err;
    struct mirth_book *books[2] = {parse_file("phrasebooks/english.md"), parse(theme)};
    int file = mkstemp(path);
    assert_true(file >= 0);
    close(file);
    if (!mirth_shelf_build(path, books, 2, &err))
        fail_msg("%s", err.message);
    mirth_book_free(books[0]);
    mirth_book_free(books[1]);
    *state = path;
    return 0;
}

/* The record's edition in the theme `demo`, for the caller to free; the record is freed. */
static inline char *edition_in(void **state, int mirth, struct mirth_buffer *record)
{
    struct mirth_error err;
    struct mirth_options options = mirth_defaults();
    struct mirth_shelf *shelf = mirth_open(*state, &err);
    struct mirth_edition *edition;
    char *text;
    assert_non_null(shelf);
    options.theme = "demo";
    options.mirth = mirth;
    edition = mirth_tell(shelf, record->at, record->len, &options, &err);
    assert_non_null(edition);
    text = strdup(mirth_edition_text(edition));
    mirth_edition_free(edition);
    mirth_close(shelf);
    mirth_buffer_free(record);
    return text;
}

/* What is bold or italic is another test's subject. */
static inline void drop_emphasis(char *text)
{
    char *to = text;
    for (const char *from = text; *from; from++)
        if (*from != '*')
            *to++ = *from;
    *to = '\0';
}

static inline int discard_theme(void **state)
{
    return unlink(*state);
}

#endif
