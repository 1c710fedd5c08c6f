/* test_terminal.c: the edition in a terminal: no line too wide, and nothing that commands it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/pool.h"
#include "base/text.h"
#include "base/width.h"
#include "open_shelf.h"
#include "write/ink.h"

#define RECORD                                                                                     \
    "# Postmortem: \xe6\x95\xb0\xe6\x8d\xae\xe5\xba\x93 outage\n\n## Issue Summary\n\n"            \
    "The [relay](https://example.com/a\x1b]0;x) stopped.\x1b[31m\xc2\x9b"                          \
    "5m "                                                                                          \
    "\xe2\x80\xaeright to left \xd7\xa9\xd7\x91\xd7\xa8\n\n## Timeline\n\n"                        \
    "- 09:40 UTC: The relay-with-a-name-as-long-as-a-line-of-a-wide-terminal-and-then-some "       \
    "crashed"                                                                                      \
    ".\n- 10:50 UTC: Service was restored.\n\n| A | B |\n| --- | --- |\n| one two three four "     \
    "five "                                                                                        \
    "six | seven eight nine ten eleven twelve thirteen fourteen |\n\n## Root Cause\n\n"            \
    "The outage was caused by a worn cable.\n"

static struct mirth_edition *show(size_t width, bool colour)
{
    struct mirth_options options = mirth_defaults();
    struct mirth_error err = {0};
    struct mirth_edition *e;
    options.to = MIRTH_TERMINAL;
    options.width = width;
    options.colour = colour;
    e = mirth_tell(shelf, RECORD, sizeof RECORD - 1, &options, &err);
    if (!e)
        fail_msg("%s", err.message);
    return e;
}

static void no_line_is_wider_than_the_terminal(void **state)
{
    (void)state;
    for (size_t width = 20; width <= 200; width++) {
        struct mirth_edition *e = show(width, false);
        struct mirth_slice rest = mirth_slice_of(mirth_edition_text(e)), line;
        while (mirth_cut(&rest, '\n', &line))
            if (mirth_cells(line) > width)
                fail_msg("%zu cells of %zu: %.*s", mirth_cells(line), width, (int)line.len,
                         line.at);
        mirth_edition_free(e);
    }
}

static void a_record_commands_no_terminal(void **state)
{
    struct mirth_edition *plain = show(80, false), *coloured = show(80, true);
    const char *text = mirth_edition_text(coloured);
    (void)state;
    assert_null(strchr(mirth_edition_text(plain), '\x1b'));
    assert_null(strstr(mirth_edition_text(plain), "\xc2\x9b"));
    assert_null(strstr(mirth_edition_text(plain), "\xe2\x80\xae"));
    assert_null(strstr(text, "\x1b[31m\xc2"));
    assert_null(strstr(text, "\x1b]0"));
    for (; (text = strchr(text, '\x1b')); text++) /* only what we write */
        assert_true(!strncmp(text, "\x1b[", 2) || !strncmp(text, "\x1b]8;;", 5) ||
                    !strncmp(text, "\x1b\\", 2));
    mirth_edition_free(plain);
    mirth_edition_free(coloured);
}

static void a_link_is_one_or_says_its_address(void **state)
{
    struct mirth_edition *plain = show(200, false), *coloured = show(200, true);
    (void)state;
    assert_non_null(strstr(mirth_edition_text(plain), "relay (https://example.com/a"));
    assert_non_null(strstr(mirth_edition_text(coloured), "\x1b]8;;https://example.com/a"));
    assert_null(strstr(mirth_edition_text(coloured), "relay (https"));
    mirth_edition_free(plain);
    mirth_edition_free(coloured);
}

static void entries_stand_on_a_rail(void **state)
{
    struct mirth_edition *e = show(200, false);
    (void)state;
    assert_non_null(strstr(mirth_edition_text(e), "\n● "));
    assert_non_null(strstr(mirth_edition_text(e), "\n│\n● ")); /* after a long wait */
    mirth_edition_free(e);
}

static void styles_begin_and_end_on_a_line(void **state)
{
    struct mirth_pool pool = {0};
    struct mirth_inked ink = {.pool = &pool};
    struct mirth_pen pen = {80, true, 35};
    struct mirth_buffer out = {0};
    struct mirth_inked_line *lines;
    size_t count;
    (void)state;
    mirth_ink_put(&ink, mirth_slice_of("one "), 0, NULL);
    mirth_ink_put(&ink, mirth_slice_of("two three"), MIRTH_BOLD, NULL);
    lines = mirth_ink_lines(&ink, 8, &count);
    assert_int_equal(count, 2);
    for (size_t i = 0; i < count; i++) {
        mirth_ink_write(&ink, lines[i], &pen, &out);
        mirth_put_char(&out, '\n');
    }
    assert_string_equal(out.at, "one \x1b[1mtwo\x1b[0m\n\x1b[1mthree\x1b[0m\n");
    mirth_buffer_free(&out);
    mirth_buffer_free(&ink.text);
    mirth_pool_free(&pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_line_is_wider_than_the_terminal),
        cmocka_unit_test(a_record_commands_no_terminal),
        cmocka_unit_test(a_link_is_one_or_says_its_address),
        cmocka_unit_test(entries_stand_on_a_rail),
        cmocka_unit_test(styles_begin_and_end_on_a_line),
    };
    return cmocka_run_group_tests(tests, open_shelf, close_shelf);
}
