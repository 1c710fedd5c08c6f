/* books.h: what the tests of phrasebooks share. */
#ifndef TESTS_BOOKS_H
#define TESTS_BOOKS_H

#include "phrasebook/book.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The smallest book, but for its lines. */
#define HEAD "# demo: A demo\n## told\n### found\n"

static inline struct mirth_buffer read_all(const char *path)
{
    struct mirth_buffer text = {0};
    char chunk[4096];
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    for (size_t got; (got = fread(chunk, 1, sizeof chunk, file)) > 0;)
        mirth_put(&text, chunk, got);
    fclose(file);
    assert_false(text.spent);
    return text;
}

static inline struct mirth_book *parse(const char *text)
{
    struct mirth_error err;
    struct mirth_book *book = mirth_book_parse("b.md", text, strlen(text), &err);
    if (!book)
        fail_msg("%s", err.message);
    return book;
}

static inline struct mirth_book *parse_file(const char *path)
{
    struct mirth_buffer text = read_all(path);
    struct mirth_error err;
    struct mirth_book *book = mirth_book_parse(path, text.at, text.len, &err);
    mirth_buffer_free(&text);
    if (!book)
        fail_msg("%s", err.message);
    return book;
}

static inline void assert_same_books(const struct mirth_book *a, const struct mirth_book *b)
{
    assert_string_equal(a->name, b->name);
    assert_string_equal(a->caption, b->caption);
    assert_string_equal(a->about, b->about);
    assert_int_equal(a->count, b->count);
    assert_int_equal(a->entry_count, b->entry_count);
    for (size_t i = 0; i < a->entry_count; i++) {
        assert_string_equal(a->entries[i].chapter, b->entries[i].chapter);
        assert_string_equal(a->entries[i].name, b->entries[i].name);
        assert_string_equal(a->entries[i].note, b->entries[i].note);
        assert_int_equal(a->entries[i].first, b->entries[i].first);
        assert_int_equal(a->entries[i].count, b->entries[i].count);
    }
    for (size_t i = 0; i < a->count; i++) {
        assert_string_equal(a->lines[i].chapter, b->lines[i].chapter);
        assert_string_equal(a->lines[i].entry, b->lines[i].entry);
        assert_string_equal(a->lines[i].text, b->lines[i].text);
        assert_string_equal(a->lines[i].when, b->lines[i].when);
        assert_int_equal(a->lines[i].seq, b->lines[i].seq);
    }
}

#endif
