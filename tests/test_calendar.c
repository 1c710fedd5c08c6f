/* test_calendar.c: on which day each entry stands, and what of its time is known. */
#include "english_book.h"
#include "read/read.h"
#include "understand/understand.h"

/* The events' ISO times, a space between them; "-" for none. */
static const struct row {
    const char *record, *times;
} rows[] = {
    /* as much as is said */
    {"- 9:05 AM: Mail.\n- 9:15 PM: Rang.\n", "09:05 21:15"},
    {"- March 3, 2023, 09:05 UTC: Mail.\n- 09:15 UTC: Rang.\n",
     "2023-03-03T09:05 2023-03-03T09:15"},
    {"- 2023-03-03: Mail.\n- 2023-03-04 09:05: Rang.\n", "2023-03-03 2023-03-04T09:05"},
    {"- March 3, 09:05: Mail.\n- 09:15: Rang.\n", "09:05 09:15"},
    {"- 04-12-2022 7:33 AM GMT+1: Mail.\n", "2022-12-04T07:33"},
    /* over midnight, month and year */
    {"- December 31, 2023, 11:50 PM: Mail.\n- 12:10 AM: Rang.\n- 1:05 AM: Lit.\n",
     "2023-12-31T23:50 2024-01-01T00:10 2024-01-01T01:05"},
    {"- 2024-02-28 23:50 - 00:20: Mail.\n- 00:30: Rang.\n", "2024-02-28T23:50 2024-02-29T00:30"},
    /* a date once, above the entries */
    {"### March 3, 2023\n- 09:05: Mail.\n\n### March 4, 2023\n- 08:05: Rang.\n",
     "2023-03-03T09:05 2023-03-04T08:05"},
    {"Friday, March 3rd, 2023:\n\n- 09:05: Mail.\n- 09:15: Rang.\n",
     "2023-03-03T09:05 2023-03-03T09:15"},
    {"**2023-03-03**\n\n- 09:05: Mail.\n", "2023-03-03T09:05"},
    /* in a table */
    {"| When | What |\n|---|---|\n| 2023-03-03 09:05 | Mail. |\n| 09:15 | Rang. |\n",
     "2023-03-03T09:05 2023-03-03T09:15"},
    {"| Date | Time | What |\n|---|---|---|\n| March 3, 2023 | 23:05 | Mail. |\n"
     "| | 23:15 | Rang. |\n| March 4, 2023 | 00:15 | Lit. |\n",
     "2023-03-03T23:05 2023-03-03T23:15 2023-03-04T00:15"},
    /* what cannot be known */
    {"- 17:59 PM: Mail.\n- 10:00 M: Rang.\n- 25:10: Lit.\n", "- - -"},
    {"- March 3,, 2023, 09:05: Mail.\n- February 30, 2023, 09:05: Rang.\n", "- -"},
    {"- 4:05 PM: Mail.\n- 5:05: Rang.\n- 18:05: Lit.\n", "16:05 - 18:05"},
    {"- The fan stood still.\n", "-"},
};

static const struct row summaries[] = {
    {"- **Duration:** 40 minutes on March 3, 2023, 9:05 AM to 9:45 AM\n",
     "2023-03-03T09:05 2023-03-03T09:45"},
    {"- **Start:** March 3, 2023, 00:10\n- **End:** March 3, 2023, 09:45\n",
     "2023-03-03T09:05 2023-03-03T09:45"},
    {"Mail stood still from 9:05 to 9:45 UTC on 3 March 2023.\n",
     "2023-03-03T09:05 2023-03-03T09:45"},
    {"On March 1, 2023 the battery was new.\n", "09:05 09:45"},
    {"**Start:**\nMarch 3, 2023 9:05 AM End time: March 3, 2023 9:45 AM\n",
     "2023-03-03T09:05 2023-03-03T09:45"},
    {"- **Duration:** 40 minutes\n", "09:05 09:45"},
    {"- **Impact:** Mail of March 3, 2022 was lost.\n", "09:05 09:45"},
};

static size_t is_wrong(const struct mirth_english *english, const char *record, const char *times)
{
    struct mirth_story story = {.name = "r.md", .source = record, .length = strlen(record)};
    struct mirth_buffer got = {0};
    struct mirth_error err;
    size_t wrong;
    assert_true(mirth_read_markdown(&story, 1 << 20, &err));
    assert_true(mirth_understand(english, &story, &err));
    for (size_t i = 0; i < story.part_count; i++) {
        if (story.parts[i].kind != MIRTH_EVENT)
            continue;
        mirth_put_text(&got, got.len ? " " : "");
        mirth_put_text(&got, story.parts[i].iso[0] ? story.parts[i].iso : "-");
    }
    wrong = differs(record, &got, times);
    mirth_buffer_free(&got);
    mirth_pool_free(&story.pool);
    return wrong;
}

static void an_entry_has_an_iso_time_where_it_can_be_known(void **state)
{
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char record[512];
        snprintf(record, sizeof record, "## Timeline\n\n%s", rows[i].record);
        wrong += is_wrong(*state, record, rows[i].times);
    }
    assert_int_equal(wrong, 0);
}

static void the_day_of_the_outage_is_that_of_its_entries(void **state)
{
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof summaries / sizeof *summaries; i++) {
        char record[512];
        snprintf(record, sizeof record,
                 "## Summary\n\n%s\n## Timeline\n\n- 09:05: Mail.\n- 09:45: Rang.\n",
                 summaries[i].record);
        wrong += is_wrong(*state, record, summaries[i].times);
    }
    assert_int_equal(wrong, 0);
}

static void an_entry_before_midnight_stands_before_the_outage_after_it(void **state)
{
    assert_int_equal(is_wrong(*state,
                              "## Summary\n- **Duration:** March 3, 2023, 00:10 - 01:05\n\n"
                              "## Timeline\n- 23:50: Mail.\n- 00:10: Rang.\n",
                              "2023-03-02T23:50 2023-03-03T00:10"),
                     0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_entry_has_an_iso_time_where_it_can_be_known),
        cmocka_unit_test(the_day_of_the_outage_is_that_of_its_entries),
        cmocka_unit_test(an_entry_before_midnight_stands_before_the_outage_after_it),
    };
    return cmocka_run_group_tests(tests, open_english, close_english);
}
