/* test_convert.c: text and HTML become Markdown. */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "read_show.h"

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
        {"Tasks\n\nAdd a lamp      Ana    open\nOil the door    Ben    done\n\nThe end.\n",
         "# Tasks\n\n- Add a lamp Ana open\n- Oil the door Ben done\n\nThe end.\n"},
        {"10:00     The lamp was\n          lit\n10:05     It went out\n",
         "- 10:00 The lamp was lit\n- 10:05 It went out\n"},
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
        {"<p><b>Impact</b>: all, <i>now</i>.</p>", "**Impact**: all, *now*.\n"},
        {"<p>a<b>(b)</b>c <b><code>d</code></b>e</p>", "a **(b)** c **`d`** e\n"},
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_becomes_markdown),
        cmocka_unit_test(text_is_unwrapped_but_entries_are_not_joined),
        cmocka_unit_test(rows_have_the_lines_of_the_text),
        cmocka_unit_test(html_becomes_markdown),
        cmocka_unit_test(rows_have_the_lines_of_the_page),
        cmocka_unit_test(files_become_their_markdown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
