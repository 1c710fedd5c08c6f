/* test_read.c: where the text of a Markdown record stands, and what is Markdown. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "read/sniff.h"
#include "read_show.h"

/* ---- Markdown, where it stands ---- */

static void rows_of_markdown(void **state)
{
    static const struct pair pairs[] = {
        {"# Title #\n\nA\nb\n", "1 h1 Title\n3 p A\n4 + b\n"},
        {"Title\n=====\nSummary\n---\ntext\n", "1 h1 Title\n3 h2 Summary\n5 p text\n"},
        {"a\r\nb\r\n", "1 p a\n2 + b\n"},
        {"\xef\xbb\xbf# T\r\n\r\nx\r\n", "1 h1 T\n3 p x\n"},
        {"---\nkey: 1\n---\n# T\n", "4 h1 T\n"},
        {"- a\n  b\n  - c\n- [ ] d\n", "1 - a\n2 + b\n3 -- c\n4 - [ ] d\n"},
        {"1. a\n2. b\n", "1 1 a\n2 1 b\n"},
        {"| a | b |\n|:-|-:|\n| 1 \\| 2 | c |\n",
         "1 | | a | b |\n2 | |:-|-:|\n3 | | 1 \\| 2 | c |\n"},
        {"When:\na | b\n--|--\n1 | 2\n", "1 p When:\n2 | a | b\n3 | --|--\n4 | 1 | 2\n"},
        {">> Timeline:\n10:00 up\n10:05 down\n", "1 > p Timeline:\n2 p 10:00 up\n3 + 10:05 down\n"},
        {"##Timeline\n10:00 up\n", "1 h2 Timeline\n2 p 10:00 up\n"},
        {"#Postmortem: mail\n\n#general said\n#12 too\n",
         "1 h1 Postmortem: mail\n3 p #general said\n4 + #12 too\n"},
        {"Done:\n\xe2\x80\xa2 one\n\xe2\x80\xa2 two\n  more\n-> three\n",
         "1 p Done:\n2 - one\n3 - two\n4 + more\n5 - three\n"},
        {"It was slow\n\xe2\x80\x94 very slow \xe2\x80\x94 then.\n",
         "1 p It was slow\n2 + \xe2\x80\x94 very slow \xe2\x80\x94 then.\n"},
        {"Facts:\n\xe2\x80\x94 one\n\xe2\x80\x94 two\n", "1 p Facts:\n2 - one\n3 - two\n"},
        {"[1]: http://a.example \"t\"\nText[^1]\n\n[^1]: note it\n", "2 p Text[^1]\n"},
        {"```sh\nls -l | wc\n```\n\nx\n", "5 p x\n"},
    };
    (void)state;
    assert_shown(pairs, COUNT(pairs), "r.md", MIRTH_FROM_AUTO, show_rows);
}

/* A text that is parsed in stretches: what is open where one might end holds it together. */
static void rows_of_long_blocks(void **state)
{
    static const char *const blocks[][2] = {{"```\n", "```\n"}, {"<!--\n", "-->\n"}};
    (void)state;
    for (size_t i = 0; i < COUNT(blocks); i++) {
        struct mirth_buffer text = {0};
        struct mirth_story story = {.name = "r.md"};
        mirth_put_text(&text, "# Top\n\n> ```\n> quoted\n\n");
        mirth_put_text(&text, blocks[i][0]);
        while (text.len < 300000)
            mirth_put_text(&text, "# inside\n\n- x\n\ninside\n\n");
        mirth_put_text(&text, blocks[i][1]);
        mirth_put_text(&text, "\n# Outside\n\n");
        while (text.len < 500000)
            mirth_put_text(&text, "text\n\n");
        story.source = text.at;
        story.length = text.len;
        assert_true(mirth_read(&story, MIRTH_FROM_MARKDOWN, SIZE_MAX, NULL));
        assert_int_equal(story.rows[0].block, MIRTH_HEADING);
        assert_int_equal(story.rows[1].block, MIRTH_HEADING);
        assert_memory_equal(text.at + story.rows[1].text.at, "Outside", 7);
        assert_int_equal(story.rows[story.row_count - 1].number,
                         story.rows[2].number + 2 * (story.row_count - 3));
        mirth_pool_free(&story.pool);
        mirth_buffer_free(&text);
    }
}

static void rows_of_html_blocks(void **state)
{
    static const struct pair pairs[] = {
        {"<h2>Timeline</h2>\n", "1 <h2 Timeline\n"},
        {"<h3>Impact:</h3> Nobody could print.\n", "1 <h3 Impact:\n1 <p Nobody could print.\n"},
        {"<h1 align=\"center\">T<h1>\ntext\n", "1 <h1 T\n2 <p text\n"},
        {"<ul>\n<li>10:00: up</li>\n  <li>10:05: down\n  <ul><li>deep</li></ul></li>\n</ul>\n",
         "2 <- 10:00: up\n3 <- 10:05: down\n4 <-- deep\n"},
        {"<ol><li>a<li>b</ol>\n", "1 <1 a\n1 <1 b\n"},
        {"<ul>10:00: up</ul>\n<ul>10:05: down</ul>\n", "1 <- 10:00: up\n2 <- 10:05: down\n"},
        {"<ul>\n\n<li>a</li>\n\n<li>\n\n**b**: c\n</ul>\n", "3 <- a\n7 - **b**: c\n"},
        {"<p>one\ntwo</p><p>three\n</p>\n", "1 <p one\n2 <+ two\n2 <p three\n"},
        {"<p><b>Impact:</b> much<br>\nmore <br/> yet</p>\n",
         "1 <p <b>Impact:</b> much\n2 <p more\n2 <p yet\n"},
        {"Fixed.<br>\nDone.\n", "1 p Fixed.\n2 p Done.\n"},
        {"Use `<br>` and <li\n", "1 p Use `<br>` and <li\n"},
        {"<p align=center\n   title='a > b'>text</p>\n", "2 <p text\n"},
        {"<div>\n<!-- no\n<p>no --> yes\n<script>if (a < b) \"</p>\";</script>\n</div>\n",
         "3 <p yes\n"},
        {"<style>\np { }\n</style>\n<pre>\ncode\n</pre>\n", ""},
        {"<p>&nbsp;<img src=\"a.png\"></p>\n", ""},
        {"<p>1 < 2, see <https://a.example/></p>\n", "1 <p 1 < 2, see <https://a.example/>\n"},
        {"<table><tr><td>10:00</td><td>up</td></tr>\n<tr><td>10:05</td></tr></table>\n",
         "1 <- 10:00\n1 <p up\n2 <- 10:05\n"},
        {"<div>\n- a\n## B\n</div>\n", "2 <- a\n3 <h2 B\n"},
    };
    (void)state;
    assert_shown(pairs, COUNT(pairs), "r.md", MIRTH_FROM_AUTO, show_rows);
}

static void rows_of_a_record_in_a_fence(void **state)
{
    static const struct pair pairs[] = {
        {"```\n# The day it rained\n\nIt rained in the server room for an hour.\n\n"
         "- The roof was open and nobody had looked.\n```\n",
         "2 h1 The day it rained\n4 p It rained in the server room for an hour.\n"
         "6 - The roof was open and nobody had looked.\n"},
        {"# T\n\n```sh\nmake\n\n## Then\n\nWe went home and slept for a long time.\n",
         "1 h1 T\n6 h2 Then\n8 p We went home and slept for a long time.\n"},
        {"# T\n\n```sh\n# Install it and wait for a while then\nmake -j4 all\n", "1 h1 T\n"},
        {"```\nMail outage\n\nSummary\nImpact: 3 of 4\nCause: rain\n\nTimeline:\n10:05 AM: "
         "up\n```\n",
         "2 p Mail outage\n4 p Summary\n5 + Impact: 3 of 4\n6 + Cause: rain\n8 p Timeline:\n"
         "9 + 10:05 AM: up\n"},
        {"# T\n\n```\nSummary\nImpact: 3 of 4\nCause: rain\n\nTimeline:\n10:05 AM: up\n",
         "1 h1 T\n4 p Summary\n5 + Impact: 3 of 4\n6 + Cause: rain\n8 p Timeline:\n"
         "9 + 10:05 AM: up\n"},
        {"```\n10:05:01 INFO relay=3 up\n10:05:02 WARN relay=4 down\n10:05:03 INFO x\n```\n", ""},
        {"```\nname: relay\nkind: Job\nImage: a/b:3\n  - x: {y}\n  - z: [1, 2]\n```\n", ""},
        {"We saw this in the log of the server that morning, and then nothing else at all.\n\n"
         "```\nthe disk is full of words and words\n```\n",
         "1 p We saw this in the log of the server that morning, and then nothing else at all.\n"},
    };
    (void)state;
    assert_shown(pairs, COUNT(pairs), "r.md", MIRTH_FROM_AUTO, show_rows);
}

/* ---- which format ---- */

static void formats_are_told_apart(void **state)
{
    static const struct {
        const char *text, *name;
        enum mirth_from from;
    } cases[] = {
        {"# T\n\ntext\n", "r.txt", MIRTH_FROM_MARKDOWN},
        {"Summary\n\n**Impact:** none\n", "r.txt", MIRTH_FROM_MARKDOWN},
        {"Summary\n\n- a\n- b\n", "r.txt", MIRTH_FROM_MARKDOWN},
        {"1. SUMMARY\n   Impact: none\n2. TIMELINE\n   10:05 up\n", "r.txt", MIRTH_FROM_TEXT},
        {"Summary:\nImpact: none\n", "r.txt", MIRTH_FROM_TEXT},
        {"Summary:\nImpact: none\n", "r.md", MIRTH_FROM_MARKDOWN},
        {"Summary:\nImpact: none\n", "<stdin>", MIRTH_FROM_MARKDOWN},
        {"           Mail\n\nSummary\n", "<stdin>", MIRTH_FROM_TEXT},
        {"Done:\n\xe2\x80\xa2 a\n\xe2\x80\xa2 b\n", "<stdin>", MIRTH_FROM_TEXT},
        {"    T\n\n    a\n    b\n\n    c\n    d\n    e\n", "r.md", MIRTH_FROM_TEXT},
        {"# T\n\n    a\n    b\n\n    c\n    d\n    e\n", "r.md", MIRTH_FROM_MARKDOWN},
        {"<!DOCTYPE html>\n<p>x", "<stdin>", MIRTH_FROM_HTML},
        {" <HTML lang=en>\n<p>x", "r.md", MIRTH_FROM_HTML},
        {"<?xml version='1.0'?><html xmlns='x'>", "<stdin>", MIRTH_FROM_HTML},
        {"<h1>T</h1>\n<p>x</p>\n", "r.html", MIRTH_FROM_HTML},
        {"<h1>T</h1>\n<p>x</p>\n", "r.md", MIRTH_FROM_MARKDOWN},
        {"<p class=MsoNormal>T</p>\n\n<p><span>x</span></p>\n", "<stdin>", MIRTH_FROM_HTML},
        {"<!-- postmirth: a quest edition -->\n<p class=x>T</p>\n", "r.html", MIRTH_FROM_MARKDOWN},
        {"", "r.md", MIRTH_FROM_MARKDOWN},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        if (mirth_sniff(mirth_slice_of(cases[i].text), cases[i].name) != cases[i].from)
            print_error("case %zu\n", i);
        assert_int_equal(mirth_sniff(mirth_slice_of(cases[i].text), cases[i].name), cases[i].from);
    }
}

static void markdown_keeps_its_bytes(void **state)
{
    static const struct pair pairs[] = {
        {"A\r\n\tb  \r\n", "A\r\n\tb  \r\n"},
        {"<h1>T</h1>\n\n* a\n", "<h1>T</h1>\n\n* a\n"},
    };
    (void)state;
    assert_shown(pairs, COUNT(pairs), "r.md", MIRTH_FROM_AUTO, show_source);
}

static void markdown_that_stands_to_the_right_is_pulled_left(void **state)
{
    static const struct pair pairs[] = {
        {"    # T\n\n    - a\n        - b\n\n    **c**\n    d\n    e\n",
         "# T\n\n- a\n    - b\n\n**c**\nd\ne\n"},
    };
    (void)state;
    assert_shown(pairs, COUNT(pairs), "r.md", MIRTH_FROM_AUTO, show_source);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_of_markdown),
        cmocka_unit_test(rows_of_long_blocks),
        cmocka_unit_test(rows_of_html_blocks),
        cmocka_unit_test(rows_of_a_record_in_a_fence),
        cmocka_unit_test(formats_are_told_apart),
        cmocka_unit_test(markdown_keeps_its_bytes),
        cmocka_unit_test(markdown_that_stands_to_the_right_is_pulled_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
