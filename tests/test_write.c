/* test_write.c: the writers: edits laid in, JSON that parses, pages that are safe and well formed.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "write/html.h"
#include "write/json.h"
#include "write/markdown.h"
#include "write/mentions.h"
#include "write/sheet.h"

struct row {
    const char *in, *out;
};

/* ---- Markdown ---- */

static void assert_written(const char *source, bool crlf, const struct mirth_edit *edits,
                           size_t count, const char *expected)
{
    struct mirth_story story = {.source = source, .length = strlen(source), .crlf = crlf};
    struct mirth_buffer out = {0};
    assert_true(mirth_write_markdown(&story, edits, count, &out));
    assert_string_equal(out.at, expected);
    mirth_buffer_free(&out);
}

static void no_edits_give_the_source_back(void **state)
{
    (void)state;
    assert_written("a\r\n\tb \xc3\xa9", true, NULL, 0, "a\r\n\tb \xc3\xa9");
}

#define EDIT(from, length, with)                                                                   \
    {                                                                                              \
        .span = {from, length}, .text = with, .len = sizeof(with) - 1                              \
    }

static void edits_replace_and_insert(void **state)
{
    const struct mirth_edit edits[] = {
        EDIT(0, 0, "<"), EDIT(0, 3, "ONE"), EDIT(4, 3, ""), EDIT(7, 0, ">"), EDIT(7, 0, "!"),
    };
    (void)state;
    assert_written("one two", false, edits, 5, "<ONE >!");
}

static void edits_take_the_records_line_ends(void **state)
{
    const struct mirth_edit edits[] = {EDIT(3, 0, "\n\nx\r\ny\n")};
    (void)state;
    assert_written("a\r\nb", true, edits, 1, "a\r\n\r\n\r\nx\r\ny\r\nb");
    assert_written("a\r\nb", false, edits, 1, "a\r\n\n\nx\r\ny\nb");
}

static void edits_out_of_place_are_refused(void **state)
{
    const struct mirth_edit back[] = {EDIT(2, 2, "x"), EDIT(3, 1, "y")};
    const struct mirth_edit past[] = {EDIT(3, SIZE_MAX, "x")};
    struct mirth_story story = {.source = "abcd", .length = 4};
    struct mirth_buffer out = {0};
    (void)state;
    assert_false(mirth_write_markdown(&story, back, 2, &out));
    assert_false(mirth_write_markdown(&story, past, 1, &out));
    mirth_buffer_free(&out);
}

/* ---- JSON ---- */

static void json_strings_are_escaped(void **state)
{
    static const struct row rows[] = {
        {"", "\"\""},
        {"a\"b\\c", "\"a\\\"b\\\\c\""},
        {"a\nb\tc\rd", "\"a\\nb\\tc\\rd\""},
        {"\x01\x1f\x7f", "\"\\u0001\\u001f\\u007f\""},
        {"\xf0\x9f\x90\x99 \xc3\xa9", "\"\xf0\x9f\x90\x99 \xc3\xa9\""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct mirth_buffer out = {0};
        mirth_put_json(&out, mirth_slice_of(rows[i].in));
        assert_string_equal(out.at, rows[i].out);
        mirth_buffer_free(&out);
    }
}

static void json_says_what_was_understood(void **state)
{
    struct mirth_clause clauses[] = {
        {.text = {"It broke.", 9},
         .frame = "crashed",
         .phrasing = "quest/told/crashed/0",
         .headline = "quest/headlines/crashed/2",
         .said = "quest/gags/mule/7",
         .retold = "It fell.",
         .shows = {2, 1}},
        {.text = {"So it goes.", 11}},
    };
    struct mirth_part parts[] = {
        {.kind = MIRTH_EVENT,
         .name = "5 PM",
         .line = 3,
         .time = {"5 PM", 4},
         .iso = "T17:00",
         .clauses = clauses,
         .clause_count = 2},
        {.kind = MIRTH_PROSE, .line = 9},
    };
    struct mirth_fact facts[] = {{3, MIRTH_FACT_TIME, {"5 PM", 4}}};
    const char *situations[] = {NULL, "typo", "night"};
    struct mirth_story story = {.tone = {.cap = 3},
                                .parts = parts,
                                .part_count = 2,
                                .facts = facts,
                                .fact_count = 1,
                                .digest = {.lasted = 150,
                                           .fault = "dns",
                                           .component = {"DNS server", 10},
                                           .situations = situations}};
    struct mirth_retelling retelling = {.theme = "quest", .seed = UINT64_MAX, .mirth = 2};
    struct mirth_buffer out = {0};
    (void)state;
    assert_true(mirth_write_json(&story, &retelling, &out));
    assert_non_null(strstr(out.at, "\"theme\": \"quest\", \"seed\": \"18446744073709551615\", "
                                   "\"mirth\": 2,\n \"tone\": {\"cap\": 3, \"reasons\": []}"));
    assert_non_null(strstr(
        out.at, ",\n \"parts\": [\n  {\"line\": 3, \"kind\": \"event\", \"name\": \"5 PM\", "
                "\"time\": {\"text\": \"5 PM\", \"iso\": \"T17:00\"}, \"clauses\": ["
                "{\"text\": \"It broke.\", \"frame\": \"crashed\", "
                "\"shows\": [\"night\", \"typo\"], "
                "\"phrasing\": \"quest/told/crashed/0\", \"wording\": null, \"headline\": "
                "\"quest/headlines/crashed/2\", "
                "\"said\": \"quest/gags/mule/7\", "
                "\"retold\": \"It fell.\"}, "
                "{\"text\": \"So it goes.\", \"frame\": null, \"shows\": [], \"phrasing\": null, "
                "\"wording\": null, \"headline\": null, \"said\": null, \"retold\": \"So it "
                "goes.\"}]},\n  {\"line\": 9, "
                "\"kind\": \"prose\", "
                "\"name\": \"-\", \"time\": null, \"clauses\": []}],\n"
                " \"facts\": [\n  {\"line\": 3, \"kind\": \"time\", \"text\": \"5 PM\"}],\n"
                " \"computed\": {\"duration_s\": 9000, \"fault\": \"dns\", "
                "\"component\": \"DNS server\", \"culprit\": null, \"cause\": null}}\n"));
    mirth_buffer_free(&out);
}

/* ---- mentions ---- */

static void only_mentions_are_muted(void **state)
{
    static const struct {
        const char *text, *muted;
    } rows[] = {
        {"ask @ines or (@kofi-2).", "ask @<!-- -->ines or (@<!-- -->kofi-2)."},
        {"**@ines:** hm", "**@<!-- -->ines:** hm"},
        {"mail ines@example.org, see https://example.org/@ines", NULL},
        {"`@relay` ``a ` @b`` @ 5 o'clock @@x \\@ines", NULL},
        {"<a title=\"@ines\">[x](http://h/x.@y) <@z>", NULL},
        {"```\n@relay\n```\n@ines\n", "```\n@relay\n```\n@<!-- -->ines\n"},
        {"~~~ x\n```\n@a\n~~~~\n> ```\n> @b\n> ```\n@c",
         "~~~ x\n```\n@a\n~~~~\n> ```\n> @b\n> ```\n@<!-- -->c"},
        {"an open ` @ines\nand < @kofi", "an open ` @<!-- -->ines\nand < @<!-- -->kofi"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct mirth_buffer out = {0};
        mirth_mute_mentions(mirth_slice_of(rows[i].text), &out);
        assert_string_equal(mirth_buffer_slice(&out).at,
                            rows[i].muted ? rows[i].muted : rows[i].text);
        mirth_buffer_free(&out);
    }
}

/* ---- HTML ---- */

/* The page that Markdown gives; free with mirth_buffer_free(). */
static struct mirth_buffer page_of(const char *markdown, size_t len)
{
    struct mirth_buffer out = {0};
    struct mirth_error err = {MIRTH_TOLD, ""};
    struct mirth_sheet sheet = {.markdown = {markdown, len}, .theme = "quest"};
    bool ok = mirth_write_html(&sheet, &out, &err);
    assert_string_equal(err.message, "");
    assert_true(ok);
    return out;
}

/* What is in the page's article is `expected`, but for the line ends around it. */
static void assert_article(const char *markdown, const char *expected)
{
    struct mirth_buffer page = page_of(markdown, strlen(markdown));
    char *at = strstr(page.at, "<article>"), *end = at ? strstr(at, "</article>") : NULL;
    assert_non_null(end);
    *end = '\0';
    while (end > at && mirth_is_space(end[-1]))
        *--end = '\0';
    at += strlen("<article>");
    while (mirth_is_space(*at))
        at++;
    assert_string_equal(at, expected);
    mirth_buffer_free(&page);
}

static void assert_articles(const struct row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_article(rows[i].in, rows[i].out);
}

#define ASSERT_ARTICLES(rows) assert_articles(rows, sizeof rows / sizeof *(rows))

static void pages_have_what_a_page_needs(void **state)
{
    static const char *const needs[] = {
        ("<!DOCTYPE html>\n<!-- postmirth: a quest edition -->\n<html lang=\"en\" "
         "data-theme=\"quest\"><head>"),
        "<meta charset=\"utf-8\">",
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
        "content=\"default-src 'none'; ",
        "style-src 'sha256-",
        "<title>A &amp; B</title>",
        "<main><article>\n<h1 id=\"a--b\">A &amp; <em>B</em></h1>\n</article></main>",
    };
    const char *markdown = "\xef\xbb\xbf---\ntitle: unseen\n---\n"
                           "<!-- postmirth: a quest edition -->\n# A & *B*\n";
    struct mirth_buffer page = page_of(markdown, strlen(markdown));
    (void)state;
    for (size_t i = 0; i < sizeof needs / sizeof *needs; i++)
        assert_non_null(strstr(page.at, needs[i]));
    assert_null(strstr(page.at, "unseen"));
    assert_null(strstr(page.at, "<script"));
    mirth_buffer_free(&page);
}

static void markdown_becomes_elements(void **state)
{
    static const struct row rows[] = {
        {"a\nb  \nc\n", "<p>a\nb<br>\nc</p>"},
        {"`<b>&`", "<p><code>&lt;b&gt;&amp;</code></p>"},
        {"```sh x\na\n```", "<pre tabindex=\"0\"><code class=\"language-sh\">a\n</code></pre>"},
        {"3. a\n4. b\n", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>"},
        {"- [x] a\n", "<ul>\n<li class=\"task\"><label><input type=\"checkbox\" disabled checked> "
                      "a</label></li>\n</ul>"},
        {"![a *b*](c.png)\n*d*", "<figure><img src=\"c.png\" alt=\"a b\">"
                                 "<figcaption>d</figcaption></figure>"},
        {"\xf0\x9f\x94\xa7 a", "<p><span aria-hidden=\"true\">\xf0\x9f\x94\xa7</span> a</p>"},
        {"\xe2\x9c\x85 a", "<p>\xe2\x9c\x85 a</p>"},
        {"---\na: b\n", "<hr>\n<p>a: b</p>"},
        {"a\r\n\r\n> b\r\n", "<p>a</p>\n<blockquote><p>b</p>\n</blockquote>"},
    };
    (void)state;
    ASSERT_ARTICLES(rows);
}

static void headings_have_ids_of_their_own(void **state)
{
    static const struct row rows[] = {
        {"# Root Cause & Fix!\n", "<h1 id=\"root-cause--fix\">Root Cause &amp; Fix!</h1>"},
        {"# a\n# a\n# a-1\n", "<h1 id=\"a\">a</h1>\n<h1 id=\"a-1\">a</h1>\n"
                              "<h1 id=\"a-1-1\">a-1</h1>"},
        {"# `x_y` ![p](q)\n", "<h1 id=\"x_y\"><code>x_y</code> <img src=\"q\" alt=\"p\"></h1>"},
        {"# !\n", "<h1 id=\"section\">!</h1>"},
    };
    (void)state;
    ASSERT_ARTICLES(rows);
}

#define HEAD(a, b)                                                                                 \
    "<div class=\"wide\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">" a                    \
    "</th><th scope=\"col\">" b "</th></tr>\n</thead>"
#define BODY(row) "<tbody><tr>" row "</tr>\n</tbody></table></div>"

static void pipe_tables_become_tables(void **state)
{
    static const struct row rows[] = {
        {"|a|b|\n|-|-|\n|1|2|\n", HEAD("a", "b") BODY("<td>1</td><td>2</td>")},
        {"a | b\n--|--\n1 | *2*\n", HEAD("a", "b") BODY("<td>1</td><td><em>2</em></td>")},
        {"|a|b|\n|-|-|\n|x\\|y `p\\|q`|- z|\n",
         HEAD("a", "b") BODY("<td>x|y <code>p|q</code></td><td>- z</td>")},
        {"|a|b|\n|-|-|\n|1|2|3|\n", HEAD("a", "b") BODY("<td>1</td><td>2|3</td>")},
        {"|a|b|\n|-|-|\n|1|\n", HEAD("a", "b") BODY("<td>1</td><td></td>")},
        {"|a|b|\n|-|-|\n|[r]|2|\n\n[r]: u\n",
         HEAD("a", "b") BODY("<td><a href=\"u\">r</a></td><td>2</td>")},
        {"> |a|b|\n> |-|-|\n> |1|2|\n",
         "<blockquote>" HEAD("a", "b") BODY("<td>1</td><td>2</td>") "\n</blockquote>"},
        {"|a|\n|:-:|\n", "<div class=\"wide\" tabindex=\"0\"><table><thead><tr><th scope=\"col\" "
                         "class=\"center\">a</th></tr>\n</thead></table></div>"},
        {"| | |\n|-|-|\n|a|b|\n", "<div class=\"glance\"><table>"
                                  "<tbody><tr><th scope=\"row\">a</th><td>b</td></tr>\n</tbody>"
                                  "</table></div>"},
        {"|a|b|\n|-|\n", "<p>|a|b|\n|-|</p>"},
    };
    (void)state;
    ASSERT_ARTICLES(rows);
}

static void harmless_html_keeps_working(void **state)
{
    static const struct row rows[] = {
        {"a<br>b <b>c</b>", "<p>a<br>b <b>c</b></p>"},
        {"<p align=\"center\">\n<img src='a.png' width=100% height=50 />\n</p>",
         "<p class=\"center\">\n<img src=\"a.png\" height=\"50\" alt=\"\">\n</p>"},
        {"<details><summary>s</summary>\n\n*t*\n\n</details>\n\nu",
         "<details><summary>s</summary>\n<p><em>t</em></p>\n</details>\n<p>u</p>"},
        {"<table><tr><td>a<td>b</table>",
         "<table tabindex=\"0\"><tr><td>a</td><td>b</td></tr></table>"},
        {"<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"},
        {"<div>&lt;&eacute;&#x41;&nope;</div>", "<div>&lt;\xc3\xa9"
                                                "A&amp;nope;</div>"},
    };
    (void)state;
    ASSERT_ARTICLES(rows);
}

static void unbalanced_html_is_balanced(void **state)
{
    static const struct row rows[] = {
        {"a <b>b\n\nc", "<p>a <b>b</b></p>\n<p>c</p>"},
        {"</div>\n\na </i>b", "<p>a b</p>"},
        {"<b>a <i>b</b> c</i>", "<p><b>a <i>b</i></b> c</p>"},
        {"<details>\n\nnever closed", "<details open>\n<p>never closed</p>\n</details>"},
        {"- <div>\n\na", "<ul>\n<li><div>\n</div></li>\n</ul>\n<p>a</p>"},
        {"a <div>b</div>", "<p>a b</p>"},
        {"<a href=a>x [y](z)</a>", "<p><a href=\"a\">x y</a></p>"},
        {"<td>a</td>", "<p>a</p>"},
    };
    (void)state;
    ASSERT_ARTICLES(rows);
}

static void harmful_html_is_left_out(void **state)
{
    static const struct row rows[] = {
        {"a <script>alert(1)</script> b", "<p>a  b</p>"},
        {"<script>\n\nalert('</p>')\n</script>\n\nb", "<p>b</p>"},
        {"<SCRIPT src=x></SCRIPT >b", "<p>b</p>"},
        {"<style>p{}</style>b", "<p>b</p>"},
        {"<iframe src=x>y</iframe>b", "<p>b</p>"},
        {"<object data=x>y</object>b", "<p>b</p>"},
        {"<form action=x><input name=y>z</form>", "<p>z</p>"},
        {"<svg onload=alert(1)><a href=x>y</a></svg>b", "<p>b</p>"},
        {"<p onclick=\"x\" style='background:url(javascript:x)' class=y>a</p>", "<p>a</p>"},
        {"x <img src=x onerror=alert(1)>", "<p>x <img src=\"x\" alt=\"\"></p>"},
        {"x <img src=x title='\"><script>'>",
         "<p>x <img src=\"x\" title='\"&gt;&lt;script&gt;' alt='\"&gt;&lt;script&gt;'></p>"},
        {"x <img alt=y src=data:image/png,x>", "<p>x <span>y</span></p>"},
        {"<a href=\"java&#x0A;script&#58;x\">a</a>", "<p><a>a</a></p>"},
        {"<a href=' &#1;javascript:x'>a</a>", "<p><a>a</a></p>"},
        {"<a href=\"vbscript:x\" href=\"y\">a</a>", "<p><a href=\"y\">a</a></p>"},
        {"[a](javascript:x) [b](<java\tscript:x>) [c](&#74;avascript&colon;x)", "<p>a b c</p>"},
        {"[a](DATA:text/html,x) ![b](javascript:x)", "<p>a b</p>"},
        {"<javascript:alert(1)>", "<p>javascript:alert(1)</p>"},
        {"[a](https://e.org/?q=%22&r=\"x)",
         "<p><a href=\"https://e.org/?q=%22&amp;r=%22x\">a</a></p>"},
        {"<!-- hidden --> <?php x ?> <![CDATA[ <b> ]]>", ""},
        {"a <!-- hidden --> ]]> b", "<p>a  ]]&gt; b</p>"},
        {"```\"><script>\nx\n```",
         "<pre tabindex=\"0\"><code class='language-\"&gt;&lt;script&gt;'>x\n</code></pre>"},
        {"<div \"<script>alert(1)</script>\">a", "<div>alert(1)\"&gt;a\n</div>"},
        {"<div x=\"", "<p>&lt;div x=\"</p>"},
        {"a\x01\x7f"
         "b",
         "<p>ab</p>"},
    };
    (void)state;
    ASSERT_ARTICLES(rows);
}

static void marker_cannot_end_early(void **state)
{
    const char *markdown = "<!-- postmirth: x --!><script>alert(1)</script> -->\n\na";
    struct mirth_buffer page = page_of(markdown, strlen(markdown));
    (void)state;
    assert_null(strstr(page.at, "<!--"));
    assert_null(strstr(page.at, "<script"));
    mirth_buffer_free(&page);
}

static void put_times(struct mirth_buffer *out, const char *text, size_t times)
{
    while (times--)
        mirth_put_text(out, text);
}

/* Each is quick, or the suite's time limit is missed; none deepens the page without end. */
static void bombs_do_no_harm(void **state)
{
    static const struct {
        const char *head, *piece;
        size_t times;
    } bombs[] = {
        {"", "a", 1000000},
        {"", "<div>", 100000},
        {"", "<div>\n\n", 30000},
        {"", ">", 10000},
        {"", "- ", 2000},
        {"", "<", 200000},
        {"<div>\n", "<a ", 200000},
        {"<div>\n", "<!--", 100000},
        {"<p ", "a=1 ", 200000},
        {"q ", "<b>", 100000},
        {"<table>", "<td>x", 100000},
        {"q ", "<img alt=x>", 100000},
        {"", "# a\n", 20000},
        {"", "<script>", 100000},
        {"x|y\n", "|-|-|-|\n", 100000},
        {"|a|b\n|-|-|\n", "|\n", 100000},
    };
    (void)state;
    for (size_t i = 0; i < sizeof bombs / sizeof *bombs; i++) {
        struct mirth_buffer bomb = {0}, page;
        mirth_put_text(&bomb, bombs[i].head);
        put_times(&bomb, bombs[i].piece, bombs[i].times);
        page = page_of(bomb.at, bomb.len);
        assert_true(page.len < 40 * bomb.len + 100000);
        assert_non_null(strstr(page.at, "</article></main></body></html>"));
        mirth_buffer_free(&page);
        mirth_buffer_free(&bomb);
    }
}

/* A table as wide as it may be, whose rows have one cell each. */
static void short_rows_are_not_filled_up(void **state)
{
    struct mirth_buffer table = {0}, page;
    (void)state;
    put_times(&table, "|a", 1000);
    mirth_put_text(&table, "\n");
    put_times(&table, "|-", 1000);
    mirth_put_text(&table, "\n");
    put_times(&table, "|\n", 2000);
    page = page_of(table.at, table.len);
    assert_true(page.len < 50 * table.len);
    mirth_buffer_free(&page);
    mirth_buffer_free(&table);
}

static void same_bytes_twice(void **state)
{
    const char *markdown = "# a\n\n|b|c|\n|-|-|\n|d|e|\n";
    struct mirth_buffer one = page_of(markdown, strlen(markdown));
    struct mirth_buffer two = page_of(markdown, strlen(markdown));
    (void)state;
    assert_string_equal(one.at, two.at);
    mirth_buffer_free(&one);
    mirth_buffer_free(&two);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_mentions_are_muted),
        cmocka_unit_test(no_edits_give_the_source_back),
        cmocka_unit_test(edits_replace_and_insert),
        cmocka_unit_test(edits_take_the_records_line_ends),
        cmocka_unit_test(edits_out_of_place_are_refused),
        cmocka_unit_test(json_strings_are_escaped),
        cmocka_unit_test(json_says_what_was_understood),
        cmocka_unit_test(pages_have_what_a_page_needs),
        cmocka_unit_test(markdown_becomes_elements),
        cmocka_unit_test(headings_have_ids_of_their_own),
        cmocka_unit_test(pipe_tables_become_tables),
        cmocka_unit_test(harmless_html_keeps_working),
        cmocka_unit_test(unbalanced_html_is_balanced),
        cmocka_unit_test(harmful_html_is_left_out),
        cmocka_unit_test(marker_cannot_end_early),
        cmocka_unit_test(bombs_do_no_harm),
        cmocka_unit_test(short_rows_are_not_filled_up),
        cmocka_unit_test(same_bytes_twice),
    };
    return cmocka_run_group_tests_name("write", tests, NULL, NULL);
}
