/* test_bombs.c: whatever is thrown at the readers, no word is lost and no time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmark.h>
#include <cmocka.h>

#include "read_show.h"

/* What a reader of the Markdown sees; "HTML!" where a tag of the record's has become one. */
static char *show_text(const struct mirth_story *story)
{
    cmark_node *document = cmark_parse_document(story->source, story->length, CMARK_OPT_DEFAULT);
    cmark_iter *iter = cmark_iter_new(document);
    struct mirth_buffer out = {0};
    for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iter);
        cmark_node_type type = cmark_node_get_type(node);
        bool text =
            type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE || type == CMARK_NODE_CODE_BLOCK;
        if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE)
            mirth_put_text(&out, "HTML!");
        if (type == CMARK_NODE_CODE)
            mirth_put_char(&out, ' ');
        if (event == CMARK_EVENT_ENTER && text)
            mirth_put_text(&out, cmark_node_get_literal(node));
        if (type != CMARK_NODE_TEXT) /* marks are where words end */
            mirth_put_char(&out, ' ');
    }
    cmark_iter_free(iter);
    cmark_node_free(document);
    return out.at ? out.at : strdup("");
}

/* ---- properties ---- */

static uint32_t roll(uint32_t *seed, uint32_t sides)
{
    *seed = *seed * 1664525 + 1013904223;
    return (*seed >> 8) % sides;
}

static bool is_word(char c)
{
    return mirth_is_lower(mirth_lower(c)) || mirth_is_digit(c); /* no bullet */
}

/* The words of a text, a space after each. */
static char *words_of(const char *text)
{
    struct mirth_buffer out = {0};
    mirth_put_text(&out, "");
    for (; *text; text++) {
        if (is_word(*text))
            mirth_put_char(&out, *text);
        else if (out.len && out.at[out.len - 1] != ' ')
            mirth_put_char(&out, ' ');
    }
    while (out.len && out.at[out.len - 1] == ' ')
        out.len--;
    mirth_put_char(&out, ' ');
    return out.at;
}

static void assert_words_kept(const char *record, const char *plain, const char *name,
                              enum mirth_from from)
{
    char *shown = read_as(mirth_slice_of(record), name, from, show_text);
    char *expected = words_of(plain), *words = words_of(shown);
    if (strcmp(words, expected) != 0)
        print_error("record:\n%s\ngot:\n%s\n", record, shown);
    assert_string_equal(words, expected);
    free(words);
    free(expected);
    free(shown);
}

static void every_word_of_a_text_is_kept(void **state)
{
    static const char *const pieces[] = {
        "Issue Summary",
        "TIMELINE",
        "10:05 AM",
        "Impact: ",
        "word ",
        "a_b ",
        "*",
        "**",
        "`",
        "[x](y)",
        "<b>",
        "&amp;",
        "# ",
        "- ",
        "\xe2\x80\xa2 ",
        "-> ",
        "=====",
        "-----",
        "\n",
        "\n",
        "\n\n",
        "    ",
        "\t",
        "\\",
        ":",
        ".",
        " ",
        "|",
        "+--",
        "```",
        "> ",
        "March 3, 2024, ",
        "[1]: ",
        "_",
        "~~~",
        "\r\n",
        "then ",
        "Quite a long line of words which goes on and on until it is wide",
        "o\n",
    };
    uint32_t seed = 7;
    (void)state;
    for (int round = 0; round < 4000; round++) {
        struct mirth_buffer text = {0};
        for (uint32_t n = roll(&seed, 60) + 1; n; n--)
            mirth_put_text(&text, pieces[roll(&seed, COUNT(pieces))]);
        assert_words_kept(text.at, text.at, "r.txt", MIRTH_FROM_TEXT);
        mirth_buffer_free(&text);
    }
}

static void every_word_of_a_page_is_kept(void **state)
{
    static const char *const tags[] = {
        "<p>",    "</p>",  "<ul>",         "</ul>",         "<li>",      "</li>",      "<b>",
        "</b>",   "<i>",   "</i>",         "<h2>",          "</h2>",     "<table>",    "</table>",
        "<tr>",   "<td>",  "</td>",        "<br>",          "<code>",    "</code>",    "<pre>",
        "</pre>", "<div>", "</div>",       "<span>",        "</span>",   "<dl>",       "<dt>",
        "<dd>",   "<hr>",  "<blockquote>", "</blockquote>", "<caption>", "</caption>", "<font>",
        "</li>",  "<h1>",  "<th>",
    };
    static const char *const words[] = {"one ", " two",   "* three", "_four_ ", "a|b", "`five",
                                        "\n",   "1. six", "- seven", "# eight", "\\",  "[nine](x)"};
    uint32_t seed = 11;
    (void)state;
    for (int round = 0; round < 4000; round++) {
        struct mirth_buffer page = {0}, plain = {0};
        for (uint32_t n = roll(&seed, 60) + 1; n; n--) {
            const char *word = words[roll(&seed, COUNT(words))];
            mirth_put_text(&page, tags[roll(&seed, COUNT(tags))]);
            mirth_put_text(&page, word);
            mirth_put_text(&page, " ");
            mirth_put_text(&plain, word);
            mirth_put_text(&plain, " ");
        }
        assert_words_kept(page.at, plain.at, "r.html", MIRTH_FROM_HTML);
        mirth_buffer_free(&page);
        mirth_buffer_free(&plain);
    }
}

/* ---- what is hostile ---- */

static void what_cannot_be_read_is_refused(void **state)
{
    static const enum mirth_from formats[] = {MIRTH_FROM_MARKDOWN, MIRTH_FROM_TEXT,
                                              MIRTH_FROM_HTML};
    (void)state;
    for (size_t i = 0; i < COUNT(formats); i++) {
        char *shown = read_as(mirth_slice("a\0b", 3), "r", formats[i], show_source);
        assert_string_equal(shown, "r: byte 1: a NUL byte; expected UTF-8 text");
        free(shown);
        shown = read_as(mirth_slice("ab\xff", 3), "r", formats[i], show_source);
        assert_string_equal(shown, "r: byte 2: not valid UTF-8; expected UTF-8 text");
        free(shown);
    }
}

static char *repeat(const char *piece, size_t times, const char *end)
{
    struct mirth_buffer out = {0};
    for (size_t i = 0; i < times; i++)
        mirth_put_text(&out, piece);
    mirth_put_text(&out, end);
    assert_false(out.spent);
    return out.at;
}

static void assert_quick(const char *piece, size_t times, const char *end, enum mirth_from from)
{
    char *record = repeat(piece, times, end), *shown;
    clock_t start = clock();
    shown = read_as(mirth_slice_of(record), "r", from, show_rows);
    assert_true(clock() - start < 20 * CLOCKS_PER_SEC); /* quadratic would be hours */
    free(shown);
    free(record);
}

static void bombs_are_read_in_linear_time(void **state)
{
    static const struct {
        const char *piece, *end;
        enum mirth_from from;
    } bombs[] = {
        {"<div>", "", MIRTH_FROM_HTML},
        {"<ul><li>a", "", MIRTH_FROM_HTML},
        {"<b><i>", "x", MIRTH_FROM_HTML},
        {"<table><tr><td>x", "", MIRTH_FROM_HTML},
        {"<pre>", "</pre>", MIRTH_FROM_HTML},
        {"<font><p>", "x", MIRTH_FROM_HTML},
        {"</p>", "", MIRTH_FROM_HTML},
        {"&amp", "", MIRTH_FROM_HTML},
        {"<div>", "", MIRTH_FROM_MARKDOWN},
        {"<p ", "", MIRTH_FROM_MARKDOWN},
        {"<!--", "", MIRTH_FROM_MARKDOWN},
        {"<h1>\n<ul>x", "", MIRTH_FROM_MARKDOWN},
        {"<p>a\n\n", "", MIRTH_FROM_MARKDOWN},
        {"a <p ", "", MIRTH_FROM_MARKDOWN},
        {"word ", "", MIRTH_FROM_TEXT},
        {"a\n", "", MIRTH_FROM_TEXT},
        {"\n", "a", MIRTH_FROM_TEXT},
        {"10:00\n", "", MIRTH_FROM_TEXT},
        {"`", "", MIRTH_FROM_TEXT},
        {" \xe2\x80\xa2 a\n", "", MIRTH_FROM_TEXT},
        {"Aa Bb\n\n", "", MIRTH_FROM_TEXT},
        {"===\n", "", MIRTH_FROM_TEXT},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(bombs); i++)
        assert_quick(bombs[i].piece, 100000, bombs[i].end, bombs[i].from);
    assert_quick("<div>", 1000000, "", MIRTH_FROM_HTML);
}

static void stray_end_tags_cost_no_search(void **state)
{
    char *opened = repeat("<div>", 100000, ""), *page = repeat("</p>x", 100000, "");
    struct mirth_buffer both = {0};
    char *shown;
    (void)state;
    mirth_put_text(&both, opened);
    mirth_put_text(&both, page);
    shown = read_as(mirth_buffer_slice(&both), "r", MIRTH_FROM_HTML, show_rows);
    assert_true(strlen(shown) > 100000);
    free(shown);
    free(opened);
    free(page);
    mirth_buffer_free(&both);
}

static void depth_loses_no_text(void **state)
{
    struct mirth_buffer page = {0};
    char *shown, *at;
    (void)state;
    for (uint64_t i = 0; i < 2000; i++) {
        mirth_put_text(&page, "<ul><li>w");
        mirth_put_number(&page, i);
    }
    shown = read_as(mirth_buffer_slice(&page), "r", MIRTH_FROM_HTML, show_source);
    at = shown;
    for (unsigned i = 0; i < 2000; i++) {
        char word[16];
        snprintf(word, sizeof word, "w%u", i);
        at = strstr(at, word);
        assert_non_null(at);
    }
    free(shown);
    mirth_buffer_free(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_of_a_text_is_kept),
        cmocka_unit_test(every_word_of_a_page_is_kept),
        cmocka_unit_test(what_cannot_be_read_is_refused),
        cmocka_unit_test(bombs_are_read_in_linear_time),
        cmocka_unit_test(stray_end_tags_cost_no_search),
        cmocka_unit_test(depth_loses_no_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
