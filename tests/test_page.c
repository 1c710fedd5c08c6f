/* test_page.c: pages of whole records: the numbers, the rail, old addresses, pictures elsewhere. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "postmirth.h"

static int open_shelf(void **state)
{
    struct mirth_error err;
    *state = mirth_open(getenv("MIRTH_TEST_DB"), &err);
    return *state ? 0 : -1;
}

static int close_shelf(void **state)
{
    mirth_close(*state);
    return 0;
}

/* The page of a record, without anything of ours in its text; to be freed. */
static struct mirth_edition *page_at(struct mirth_shelf *shelf, const char *record, int mirth)
{
    struct mirth_options options = mirth_defaults();
    struct mirth_error err = {MIRTH_TOLD, ""};
    struct mirth_edition *page;
    options.to = MIRTH_HTML;
    options.mirth = mirth;
    if (!mirth) {
        options.emoji = MIRTH_EMOJI_NONE;
        options.pictures = MIRTH_PICTURES_NONE;
    }
    page = mirth_tell(shelf, record, strlen(record), &options, &err);
    assert_string_equal(err.message, "");
    assert_non_null(page);
    if (mirth_edition_note(page))
        fail_msg("%s", mirth_edition_note(page));
    return page;
}

/* The text between two marks of a page, its tags left out and its white space as single spaces. */
static struct mirth_buffer text_between(const char *page, const char *from, const char *to)
{
    struct mirth_buffer text = {0};
    const char *at = strstr(page, from), *end = at ? strstr(at, to) : NULL;
    mirth_put_text(&text, "");
    for (bool tag = false; at && at < end; at++) {
        bool space = mirth_is_space(*at) || *at == '<';
        if (!tag && (!space || (text.len && text.at[text.len - 1] != ' ')))
            mirth_put_char(&text, space ? ' ' : *at);
        tag = *at == '<' || (tag && *at != '>');
    }
    while (text.len && mirth_is_space(text.at[text.len - 1]))
        text.at[--text.len] = '\0';
    mirth_put_char(&text, '\0');
    return text;
}

#define SUMMARY "# Outage of the pier\n\n## Issue Summary\n\n"
#define ENTRIES                                                                                    \
    "\n## Timeline\n\n- 09:30 UTC: A cable was cut.\n- 10:10 UTC: Monitoring alert fired.\n"       \
    "- 11:00 UTC: Service was restored.\n\n## Root Cause\n\n- A cable.\n"

static const struct {
    const char *record, *numbers;
} numbered[] = {
    {SUMMARY "- Duration: 1 hour and 20 minutes, from 09:40 to 11:00 UTC.\n"
             "- Impact: About 40% of all users saw errors.\n" ENTRIES,
     "Duration 1 h 20 min Affected about 40% of all users Time to detect 30 min reckoned "
     "Time to resolve 50 min reckoned"},
    {SUMMARY "- Duration: from 09:40 to 11:00 UTC.\n- Impact: Pages were slow.\n" ENTRIES,
     "Duration 1 h 20 min reckoned Time to detect 30 min reckoned Time to resolve 50 min reckoned"},
    {SUMMARY "- Impact: None of our 4,200 users were hit.\n" ENTRIES,
     "Duration 1 h 30 min reckoned Time to detect 40 min reckoned Time to resolve 50 min reckoned"},
    {SUMMARY "- Impact: 4,200 users were not affected. 57 customers were.\n"
             "\n## Timeline\n\n- 09:30 UTC: A cable was cut.\n- 11:00 CET: Service was restored.\n"
             "\n## Root Cause\n\n- A cable.\n",
     "Affected 57 customers"},
    {SUMMARY "- Impact: 412 of 530 collectors could not deliver, 9% of them for long.\n\n"
             "## Timeline\n\n- 09:30: A cable was cut.\n",
     "Affected 412 of 530 collectors"},
    {SUMMARY "- Duration: three hours.\n- Detection: The alarm rang at 09:50 UTC.\n" ENTRIES,
     "Time to detect 20 min reckoned Time to resolve 1 h 10 min reckoned"},
    /* an alert is a label too, and one that did not fire is none */
    {SUMMARY
     "- Impact: Pages were slow.\n\n## Timeline\n\n- 09:30 UTC: A cable was cut.\n- 09:40 UTC: "
     "No alert fired.\n- 09:50 UTC: Alert: pages over 3 s. Nadia took it.\n- 10:20 UTC: The night "
     "crew noticed it, too.\n- 11:00 UTC: Service was restored.\n\n## Root Cause\n\n- A cable.\n",
     "Duration 1 h 30 min reckoned Time to detect 20 min reckoned Time to resolve 1 h 10 min "
     "reckoned"},
    {SUMMARY "- Impact: Pages were slow.\n\n## Timeline\n\n- 09:30: A cable was cut.\n\n## Root "
             "Cause\n\n- A cable.\n",
     ""},
};

static void numbers_are_the_records_or_reckoned(void **state)
{
    for (size_t i = 0; i < sizeof numbered / sizeof *numbered; i++) {
        struct mirth_edition *page = page_at(*state, numbered[i].record, 2);
        struct mirth_buffer text = text_between(mirth_edition_text(page), "<dl>", "</dl></div>");
        assert_string_equal(text.at, numbered[i].numbers);
        mirth_buffer_free(&text);
        mirth_edition_free(page);
    }
}

static void assert_holds(struct mirth_shelf *shelf, const char *record, int mirth,
                         const char *wanted)
{
    struct mirth_edition *page = page_at(shelf, record, mirth);
    if (!strstr(mirth_edition_text(page), wanted))
        fail_msg("no %s in %s", wanted, strstr(mirth_edition_text(page), "<body"));
    mirth_edition_free(page);
}

static void entries_hang_on_a_rail_with_their_gaps(void **state)
{
    static const char *const wanted[] = {
        "<ul class=\"rail\">\n<li class=\"event\"><span class=\"when\"><time "
        "datetime=\"09:30\">09:30 UTC</time>: </span>A",
        "<li class=\"event gap g25\" data-gap=\"40 min\">"
        "<span class=\"when\"><time datetime=\"10:10\">10:10 UTC</time>: </span>M",
        "<li class=\"event gap g32\" data-gap=\"50 min\">",
    };
    for (size_t i = 0; i < 3; i++)
        assert_holds(*state, SUMMARY ENTRIES, 0, wanted[i]);
    assert_holds(*state, SUMMARY "## Timeline\n\n- **May 3, 2024, 09:30 PM:** It broke.\n", 0,
                 "<li class=\"event\"><strong class=\"when\"><time datetime=\"2024-05-03T21:30\">"
                 "May 3, 2024, 09:30 PM</time>:</strong> It broke.</li>");
    assert_holds(*state, SUMMARY "## Timeline\n\n- \xe2\x9c\x85 **09:30** \xe2\x80\x93 It broke.\n",
                 0,
                 "<span class=\"mark\">\xe2\x9c\x85</span> <strong class=\"when parted\">"
                 "<time datetime=\"09:30\">09:30</time></strong><span class=\"parting\"> "
                 "\xe2\x80\x93 </span>It broke.</li>");
    assert_holds(*state, SUMMARY "## Timeline\n\n| Time | What |\n|-|-|\n| 09:30 | It broke. |\n",
                 0, "<td><time datetime=\"09:30\">09:30</time></td>");
}

/* An edition alters headings; links to what they were must still lead there. */
static void old_addresses_of_headings_stay(void **state)
{
    static const char record[] =
        SUMMARY "- Impact: See [what we did](#corrective-measures).\n" ENTRIES
                "\n## Corrective Measures\n\n- Add an alert.\n"
                "\n## `x` & *y*\n\nz\n";
    for (int mirth = 0; mirth < 4; mirth++) {
        assert_holds(*state, record, mirth, "<a href=\"#corrective-measures\">");
        assert_holds(*state, record, mirth, "<h2 id=\"corrective-measures\">Corrective Measures");
        assert_holds(*state, record, mirth, "id=\"outage-of-the-pier\">Outage of the pier");
        assert_holds(*state, record, mirth, "<h2 id=\"x--y\">");
    }
    assert_holds(*state, "---\na: b\n---\n" SUMMARY ENTRIES, 2, "<h2 id=\"timeline\">Timeline");
    assert_holds(*state, SUMMARY ENTRIES, 2, ",<span class=\"tail\">");
}

/* What a record uses as headings is one, and no level is skipped. */
static void headings_stand_in_order(void **state)
{
    static const char record[] = "**Postmortem: Outage of the pier**\n\n**Issue Summary**\n\n"
                                 "- Impact: x\n\n**Timeline**\n\n- 09:30: It broke.\n\n"
                                 "#### Root Cause\n\n###### Odd\n\n<h2>Raw</h2>\n\nz\n";
    assert_holds(*state, record, 0,
                 "<header class=\"masthead\">\n<h1 id=\"postmortem-outage-of-the-pier\">");
    assert_holds(*state, record, 0, "<h2 id=\"issue-summary\"><strong>Issue Summary</strong></h2>");
    assert_holds(*state, record, 0, "<h3 id=\"root-cause\">Root Cause</h3>");
    assert_holds(*state, record, 0, "<h4 id=\"odd\">Odd</h4>");
    assert_holds(*state, record, 0, "<h2>Raw</h2>");
}

/* A page fetches nothing from elsewhere. */
static void pictures_from_elsewhere_are_links(void **state)
{
    static const char *const rows[][2] = {
        {"![A graph](https://e.org/g.png)",
         "<a href=\"https://e.org/g.png\" class=\"elsewhere\">A graph</a>"},
        {"![](//e.org/g.png)", "<a href=\"//e.org/g.png\" class=\"elsewhere\">//e.org/g.png</a>"},
        {"[![A badge](http://e.org/b.svg)](https://e.org)",
         "<a href=\"https://e.org\">A badge</a>"},
        {"![A graph](g.png)", "<img src=\"g.png\" alt=\"A graph\">"},
        {"a <img src='\thttps://e.org/g.png' alt=x>",
         "<a href=\"https://e.org/g.png\" class=\"elsewhere\">x</a>"},
        {"a <img src='/\\e.org/g.png'>", "class=\"elsewhere\">/\\e.org/g.png</a>"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct mirth_buffer record = {0};
        mirth_put_text(&record, SUMMARY ENTRIES "\n");
        mirth_put_text(&record, rows[i][0]);
        mirth_put_text(&record, "\n");
        assert_holds(*state, record.at, 0, rows[i][1]);
        mirth_buffer_free(&record);
    }
}

/* The policy names every style sheet by its hash, and lets nothing else in. */
static void the_look_is_the_themes(void **state)
{
    assert_holds(*state, SUMMARY ENTRIES, 2, ":root{--paper:#fbf6ea;");
    assert_holds(*state, SUMMARY ENTRIES, 2,
                 "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                 "img-src 'self' file:; style-src 'sha256-");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_the_records_or_reckoned),
        cmocka_unit_test(entries_hang_on_a_rail_with_their_gaps),
        cmocka_unit_test(old_addresses_of_headings_stay),
        cmocka_unit_test(headings_stand_in_order),
        cmocka_unit_test(pictures_from_elsewhere_are_links),
        cmocka_unit_test(the_look_is_the_themes),
    };
    return cmocka_run_group_tests_name("page", tests, open_shelf, close_shelf);
}
