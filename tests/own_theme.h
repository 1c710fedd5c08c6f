/* own_theme.h: a test's own little theme, built into a database of its own beside english.md. */
#ifndef TESTS_OWN_THEME_H
#define TESTS_OWN_THEME_H

#include "books.h"
#include "phrasebook/shelf.h"
#include "postmirth.h"

#include <unistd.h>

/* The English book without its chapter `wordings`: the record's sentences keep their verbs, so that
 * a row is about what stands around them. */
static inline struct mirth_book *parse_unworded(void)
{
    struct mirth_buffer text = read_all("phrasebooks/english.md");
    struct mirth_book *book;
    char *from, *to;
    mirth_put_char(&text, '\0');
    from = strstr(text.at, "\n## wordings\n");
    to = from ? strstr(from + 1, "\n## ") : NULL;
    assert_non_null(to);
    memmove(from, to, strlen(to) + 1);
    book = parse(text.at);
    mirth_buffer_free(&text);
    return book;
}

/* *state becomes the path of the database; discard_theme() removes it. */
static inline int build_with(void **state, struct mirth_book *english, const char *theme)
{
    static char path[] = "/tmp/mirth-theme-XXXXXX";
    struct mirth_error err;
    struct mirth_book *books[2] = {english, parse(theme)};
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

static inline int build_theme(void **state, const char *theme)
{
    return build_with(state, parse_unworded(), theme);
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

/* The edition, at mirth 2, of a record of these entries and that cause; the caller frees it. */
static inline char *edition_of_entries(void **state, const char *entries, const char *cause)
{
    struct mirth_buffer record = {0};
    mirth_put_text(&record, "# Postmortem: the bakery\n\n## Timeline\n\n");
    mirth_put_text(&record, entries);
    mirth_put_text(&record, "\n## Root Cause\n\n");
    mirth_put_text(&record, cause);
    mirth_put_text(&record, "\n\nThe bakers talked about it for a long time, and wrote this down "
                            "so that the next ones need not begin from nothing at all.\n");
    return edition_in(state, 2, &record);
}

/* Whether the edition, which is freed, says the line as wanted. */
static inline void assert_says(char *edition, const char *line, bool said)
{
    if ((strstr(edition, line) != NULL) != said)
        fail_msg("%s `%s` in:\n%s", said ? "no" : "there is", line, edition);
    free(edition);
}

#endif
