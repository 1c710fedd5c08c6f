/* test_read.c: the readers: where the text of a Markdown record stands, text and HTML as Markdown.
 */
#include <dirent.h>
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

#include "read/read.h"
#include "read/sniff.h"

enum { LIMIT = 64 << 20 };

struct pair {
    const char *in, *out;
};

/* Frees its pool; the error's message where it could not be read. */
static char *read_as(struct mirth_slice record, const char *name, enum mirth_from from,
                     char *(*show)(const struct mirth_story *))
{
    struct mirth_story story = {.name = name, .source = record.at, .length = record.len};
    struct mirth_error err = {0};
    bool ok = mirth_read(&story, from, LIMIT, &err);
    char *shown = ok ? show(&story) : strdup(err.message);
    mirth_pool_free(&story.pool);
    assert_non_null(shown);
    return shown;
}

/* A row a line: `3 h2 Timeline`, `4 - item`, `5 + goes on`, `6 | table`, `> ` quoted. */
static char *show_rows(const struct mirth_story *story)
{
    struct mirth_buffer out = {0};
    for (size_t i = 0; i < story->row_count; i++) {
        const struct mirth_row *row = &story->rows[i];
        mirth_put_number(&out, row->number);
        mirth_put_text(&out, row->quoted ? " >" : "");
        mirth_put_text(&out, row->html ? " <" : " ");
        if (row->block == MIRTH_HEADING) {
            mirth_put_char(&out, 'h');
            mirth_put_number(&out, row->level);
        } else if (row->block == MIRTH_TABLE) {
            mirth_put_char(&out, '|');
        } else if (row->item) {
            for (size_t k = 0; k < row->depth; k++)
                mirth_put_char(&out, row->ordered ? '1' : '-');
        } else {
            mirth_put_char(&out, row->first ? 'p' : '+');
        }
        mirth_put_char(&out, ' ');
        mirth_put(&out, story->source + row->text.at, row->text.len);
        mirth_put_char(&out, '\n');
    }
    return out.at ? out.at : strdup("");
}

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

static char *show_source(const struct mirth_story *story)
{
    return strndup(story->source, story->length);
}

static void assert_shown(const struct pair *pairs, size_t count, const char *name,
                         enum mirth_from from, char *(*show)(const struct mirth_story *))
{
    for (size_t i = 0; i < count; i++) {
        char *shown = read_as(mirth_slice_of(pairs[i].in), name, from, show);
        if (strcmp(shown, pairs[i].out) != 0)
            print_error("from:\n%s\ngot:\n%s\nexpected:\n%s\n", pairs[i].in, shown, pairs[i].out);
        assert_string_equal(shown, pairs[i].out);
        free(shown);
    }
}

#define COUNT(array) (sizeof(array) / sizeof *(array))

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
        {"We saw this in the log of the server that morning, and then nothing else at all.\n\n"
         "```\nthe disk is full of words and words\n```\n",
         "1 p We saw this in the log of the server that morning, and then nothing else at all.\n"},
    };
    (void)state;
    assert_shown(pairs, COUNT(pairs), "r.md", MIRTH_FROM_AUTO, show_rows);
}

/* ---- plain text ---- */

static void text_becomes_markdown(void **state)
{
    static const struct pair pairs[] = {
        {"The mail outage\n\nSUMMARY\nNothing came.\n",
         "# The mail outage\n\n## SUMMARY\n\nNothing came.\n"},
        {"     Mail is down\n\nTimeline:\n10:00 up\n10:05 down\n",
         "# Mail is down\n\n## Timeline:\n\n- 10:00 up\n- 10:05 down\n"},
        {"Root Cause\n----------\nA full disk.\n", "# Root Cause\n\nA full disk.\n"},
        {"=====\nMail\n=====\n\nIt broke.\n", "# Mail\n\nIt broke.\n"},
        {"Impact: none\nDuration: 2 h\nCause: rain\n",
         "Impact: none\n\nDuration: 2 h\n\nCause: rain\n"},
        {"Tasks:\nAdd an alert.\nTest it.\n\nThe end of it.\n",
         "## Tasks:\n\n- Add an alert.\n- Test it.\n\nThe end of it.\n"},
        {"Text.\n\xe2\x80\xa2 one\n   and more\n  o deep\n\xe2\x97\x8f two\n",
         "Text.\n\n- one and more\n  - deep\n- two\n"},
        {"- a\n* b\n-> c\n\xe2\x80\x94 d\n", "- a\n- b\n- c\n- d\n"},
        {"3) a\n4) b\n\nx y.\n", "3. a\n4. b\n\nx y.\n"},
        {"10:00   first\n        goes on\n10:05\nsecond\n",
         "- 10:00 first goes on\n- 10:05 second\n"},
        {"    Mail\n\n    Impact: all\n    of it\n", "# Mail\n\nImpact: all of it\n"},
        {"It went to the file *.tmp and <b> then\nwas deploy_api & R&D; 1. and so on.\n",
         "It went to the file \\*.tmp and \\<b> then was deploy_api & R\\&D; 1. and so on.\n"},
        {"# not a heading.\n\n+ not.\n\n> not this\n",
         "\\# not a heading.\n\n- not.\n\n\\> not this\n"},
        {"Text.\n\n+---+\n| a |\n+---+\n\nText.\n",
         "Text.\n\n```\n+---+\n| a |\n+---+\n```\n\nText.\n"},
        {"Use `x * y` and `z.\n", "Use `x * y` and \\`z.\n"},
        {"A.\r\n\r\n\r\nB.\r\n", "A.\n\nB.\n"},
        {"", "\n"},
    };
    (void)state;
    assert_shown(pairs, COUNT(pairs), "r.txt", MIRTH_FROM_TEXT, show_source);
}

static void text_is_unwrapped_but_entries_are_not_joined(void **state)
{
    static const struct pair pairs[] = {
        {"The queue grew all night because the consumer was stuck in a loop and\n"
         "nobody saw it until the morning, when the first of us came to work and\n"
         "turned on the light. Then the alert had been on for many hours without\n"
         "a reader.\n"
         "Impact: Orders waited.\n"
         "2:20 PM a user complained\n"
         "2:30 PM another user did\n",
         "The queue grew all night because the consumer was stuck in a loop and nobody saw it "
         "until "
         "the morning, when the first of us came to work and turned on the light. Then the alert "
         "had been on for many hours without a reader.\n\nImpact: Orders waited.\n\n"
         "- 2:20 PM a user complained\n- 2:30 PM another user did\n"},
    };
    (void)state;
    assert_shown(pairs, COUNT(pairs), "r.txt", MIRTH_FROM_TEXT, show_source);
}

static void rows_have_the_lines_of_the_text(void **state)
{
    static const struct pair pairs[] = {
        {"\n\nMail\n\n\nTimeline:\n10:00 up\n   high\n\n10:05 down\n",
         "3 h1 Mail\n6 h2 Timeline:\n7 - 10:00 up high\n10 - 10:05 down\n"},
    };
    (void)state;
    assert_shown(pairs, COUNT(pairs), "r.txt", MIRTH_FROM_TEXT, show_rows);
}

/* ---- HTML ---- */

static void html_becomes_markdown(void **state)
{
    static const struct pair pairs[] = {
        {"<h1>Mail &amp; more</h1><p>It\nbroke.</p>", "# Mail & more\n\nIt broke.\n"},
        {"<p><b>Impact:</b>all<br>of it</p>", "**Impact:** all\\\nof it\n"},
        {"<p>Summary\nNobody could\nprint.\nImpact: none\n10:00 up\n10:05 down</p>",
         "Summary\nNobody could print.\nImpact: none\n10:00 up\n10:05 down\n"},
        {"<p>a<br><br>b</p>", "a\n\nb\n"},
        {"<b>a</b><b>b</b> <i>c </i>d", "**ab** *c* d\n"},
        {"<ul><li>a<ul><li>b</ul><li>c</ul>", "- a\n  - b\n- c\n"},
        {"<li><ul>10:00 up</ul><ul>10:05 down</ul></li>", "- 10:00 up\n\n- 10:05 down\n"},
        {"<ul><ul><li>a</ul><li>b</ul>", "- a\n\n- b\n"},
        {"<ol start=4><li>a<li><p>b<p>c</ol>", "4. a\n5. b\n\n   c\n"},
        {"<table><tr><th>When<th>What<tr><td>10:00<td>a|b<p>c</table>",
         "| When | What |\n| --- | --- |\n| 10:00 | a\\|b c |\n"},
        {"<table><tr><td>only <i>one</i></td></tr></table>", "only *one*\n"},
        {"<a href='http://a.example/x'>here</a> <a name=x>not</a>",
         "[here](http://a.example/x) not\n"},
        {"<img src='a b.png' alt='A [b]'>", "![A [b]](<a b.png>)\n"},
        {"<p>1. not <code>a*b_</code> a*b</p>", "1\\. not `a*b_` a\\*b\n"},
        {"<pre>\n$ ls\n  x\n</pre>", "```\n$ ls\n  x\n```\n"},
        {"<script>x</script><style>y</style><!-- z -->t", "t\n"},
        {"<blockquote><p>a<p>b</blockquote>c", "> a\n\n> b\n\nc\n"},
        {"<dl><dt>10:00<dd>up<dt>10:05<dd>down</dl>", "- **10:00** up\n- **10:05** down\n"},
        {"<p class=MsoNormal><span style='font-weight:bold'>a</span>&nbsp;b<o:p></o:p></p>",
         "**a** b\n"},
        {"<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>"
         "\xc2\xb7<span>&nbsp; </span></span>a</p><p class=MsoListParagraph style='mso-list:l0 "
         "level2 lfo1'>o<span>&nbsp;</span>b</p><p>c</p>",
         "- a\n  - b\n\nc\n"},
        {"<h2>A<h2><p>b", "## A\n\nb\n"},
        {"a<hr>b", "a\n\n---\n\nb\n"},
        {"", "\n"},
    };
    (void)state;
    assert_shown(pairs, COUNT(pairs), "r.html", MIRTH_FROM_HTML, show_source);
}

static void rows_have_the_lines_of_the_page(void **state)
{
    static const struct pair pairs[] = {
        {"<html>\n<h1>\n  Mail</h1>\n\n<ul><li>a\n<li>b\n</ul>\n<table><tr><td>c<td>d\n"
         "<tr><td>e<td>f</table>",
         "3 h1 Mail\n5 - a\n6 - b\n8 | | c | d |\n8 | | --- | --- |\n9 | | e | f |\n"},
    };
    (void)state;
    assert_shown(pairs, COUNT(pairs), "r.html", MIRTH_FROM_AUTO, show_rows);
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
            print_error("%s: %s\n", cases[i].name, cases[i].text);
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

/* ---- files ---- */

static char *load(const char *path, size_t *len)
{
    FILE *file = fopen(path, "rb");
    char *text = malloc(1 << 16);
    assert_non_null(file);
    assert_non_null(text);
    *len = fread(text, 1, (1 << 16) - 1, file);
    text[*len] = '\0';
    fclose(file);
    return text;
}

/* Each tests/read/NAME.txt or .html is NAME.txt.md or NAME.html.md in Markdown. */
static void files_become_their_markdown(void **state)
{
    DIR *dir = opendir("tests/read");
    size_t seen = 0;
    (void)state;
    assert_non_null(dir);
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;) {
        char path[512], *record, *expected, *shown;
        size_t len, n = strlen(entry->d_name);
        if (n < 4 || !strcmp(entry->d_name + n - 3, ".md"))
            continue;
        snprintf(path, sizeof path, "tests/read/%s", entry->d_name);
        record = load(path, &len);
        shown = read_as(mirth_slice(record, len), entry->d_name, MIRTH_FROM_AUTO, show_source);
        snprintf(path, sizeof path, "tests/read/%s.md", entry->d_name);
        expected = load(path, &len);
        assert_string_equal(shown, expected);
        free(record);
        free(expected);
        free(shown);
        seen++;
    }
    closedir(dir);
    assert_true(seen >= 4);
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
        cmocka_unit_test(rows_of_markdown),
        cmocka_unit_test(rows_of_html_blocks),
        cmocka_unit_test(rows_of_a_record_in_a_fence),
        cmocka_unit_test(text_becomes_markdown),
        cmocka_unit_test(text_is_unwrapped_but_entries_are_not_joined),
        cmocka_unit_test(rows_have_the_lines_of_the_text),
        cmocka_unit_test(html_becomes_markdown),
        cmocka_unit_test(rows_have_the_lines_of_the_page),
        cmocka_unit_test(formats_are_told_apart),
        cmocka_unit_test(markdown_keeps_its_bytes),
        cmocka_unit_test(markdown_that_stands_to_the_right_is_pulled_left),
        cmocka_unit_test(files_become_their_markdown),
        cmocka_unit_test(every_word_of_a_text_is_kept),
        cmocka_unit_test(every_word_of_a_page_is_kept),
        cmocka_unit_test(what_cannot_be_read_is_refused),
        cmocka_unit_test(bombs_are_read_in_linear_time),
        cmocka_unit_test(stray_end_tags_cost_no_search),
        cmocka_unit_test(depth_loses_no_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
