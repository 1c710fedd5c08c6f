/* english_book.h: the English book for a test program's group, and a story read from a text. */
#ifndef TESTS_ENGLISH_BOOK_H
#define TESTS_ENGLISH_BOOK_H

#include "books.h"
#include "story.h"
#include "understand/english.h"

/* Made ready once a program; every test finds it in *state. */
static inline int open_english(void **state)
{
    const char *path = getenv("MIRTH_TEST_ENGLISH");
    struct mirth_book *book = parse_file(path ? path : "phrasebooks/english.md");
    struct mirth_error err;
    *state = mirth_english_new(book, &err);
    mirth_book_free(book);
    if (!*state)
        fail_msg("%s", err.message);
    return 0;
}

static inline int close_english(void **state)
{
    mirth_english_free(*state);
    return 0;
}

/* Puts ` name=[text]` where there is a text. */
static inline void put_named(struct mirth_buffer *out, const char *name, struct mirth_slice text)
{
    if (!text.len)
        return;
    mirth_put_char(out, ' ');
    mirth_put_text(out, name);
    mirth_put_text(out, "=[");
    mirth_put_slice(out, text);
    mirth_put_char(out, ']');
}

/* Says what differs, so that a table shows all its faults at once; returns how many: 0 or 1. */
static inline size_t differs(const char *input, const struct mirth_buffer *got, const char *wanted)
{
    struct mirth_slice said = mirth_buffer_slice(got);
    if (mirth_same_text(said, wanted))
        return 0;
    print_error("%s\n  wanted: %s\n  got:    %.*s\n", input, wanted, (int)said.len, said.at);
    return 1;
}

/* Every row is right by the test program's own is_wrong(), which says what differs. */
#define CHECK_ROWS(rows)                                                                           \
    do {                                                                                           \
        size_t wrong = 0;                                                                          \
        for (size_t i = 0; i < sizeof(rows) / sizeof *(rows); i++)                                 \
            wrong += is_wrong(*state, &(rows)[i]);                                                 \
        assert_int_equal(wrong, 0);                                                                \
    } while (0)

#endif
