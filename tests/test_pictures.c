/* test_pictures.c: the timeline's phases and diagrams, and the pictures of a theme. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "base/width.h"
#include "postmirth.h"

static struct mirth_shelf *shelf;

static int open_shelf(void **state)
{
    struct mirth_error err;
    (void)state;
    shelf = mirth_open(getenv("MIRTH_TEST_DB"), &err);
    return shelf ? 0 : -1;
}

static int close_shelf(void **state)
{
    (void)state;
    mirth_close(shelf);
    return 0;
}

static struct mirth_edition *tell(const char *record, struct mirth_options options)
{
    struct mirth_error err = {0};
    struct mirth_edition *e = mirth_tell(shelf, record, strlen(record), &options, &err);
    if (!e)
        fail_msg("%s", err.message);
    return e;
}

/* A record whose timeline is these lines, told with that kind of picture. */
static struct mirth_edition *tell_timeline(const char *lines, enum mirth_pictures pictures)
{
    struct mirth_options options = mirth_defaults();
    struct mirth_buffer record = {0};
    struct mirth_edition *e;
    mirth_put_text(&record, "# Postmortem: the relay stopped\n\n## Issue Summary\n\n"
                            "The relay stopped for a while.\n\n## Timeline\n\n");
    mirth_put_text(&record, lines);
    mirth_put_text(&record, "\n## Root Cause\n\nThe outage was caused by a worn cable.\n");
    options.pictures = pictures;
    e = tell(record.at, options);
    mirth_buffer_free(&record);
    return e;
}

/* The fenced block, or "". */
static char *gantt_of(const char *lines)
{
    struct mirth_edition *e = tell_timeline(lines, MIRTH_PICTURES_MERMAID);
    const char *from = strstr(mirth_edition_text(e), "```mermaid\n");
    const char *to = from ? strstr(from, "\n```\n") : NULL;
    char *block = to ? strndup(from, (size_t)(to - from)) : strdup("");
    mirth_edition_free(e);
    return block;
}

static void assert_holds(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("'%s' is not in:\n%s", part, text);
}

static void entries_follow_each_other_and_phases_are_sections(void **state)
{
    char *g = gantt_of("- 09:40 UTC: Release 4 was deployed.\n"
                       "- 09:52 UTC: Monitoring alert fired.\n"
                       "- 10:05 UTC: The team investigated the database.\n"
                       "- 10:20 UTC: The team restarted the relay.\n"
                       "- 10:30 UTC: The team checked the cables.\n"
                       "- 10:50 UTC: Rolled back the release.\n"
                       "- 11:25 UTC: Service was restored.\n");
    (void)state;
    assert_string_equal(g, "```mermaid\ngantt\n"
                           "    accTitle: Timeline of the incident\n"
                           "    accDescr: 7 entries, from 09#58;40 UTC to 11#58;25 UTC\n"
                           "    dateFormat HH:mm\n    axisFormat %H:%M\n    todayMarker off\n"
                           "    section Trouble\n"
                           "        Release 4 was deployed :e1, 09:40, 12m\n"
                           "        Monitoring alert fired :e2, after e1, 13m\n"
                           "    section Investigation\n"
                           "        The team investigated the database :e3, after e2, 15m\n"
                           "        The team restarted the relay :e4, after e3, 10m\n"
                           "        The team checked the cables :e5, after e4, 20m\n"
                           "    section Fix\n"
                           "        Rolled back the release :e6, after e5, 35m\n"
                           "    section Back to normal\n"
                           "        Service was restored :milestone, e7, after e6, 0m");
    free(g);
}

static void midnight_needs_no_date(void **state)
{
    char *g = gantt_of("- 23:50: Monitoring alert fired.\n- 00:10: Service was restored.\n");
    (void)state;
    assert_holds(g, "dateFormat HH:mm\n");
    assert_holds(g, ":e1, 23:50, 20m\n");
    free(g);
}

static void days_that_the_record_names_are_on_the_axis(void **state)
{
    char *g = gantt_of("- 2024-03-01 23:50 UTC: Monitoring alert fired.\n"
                       "- 2024-03-03 00:10 UTC: Service was restored.\n");
    (void)state;
    assert_holds(g, "dateFormat YYYY-MM-DD HH:mm\n    axisFormat %b %d %H:%M\n");
    assert_holds(g, ":e1, 2024-03-01 23:50, 1460m\n");
    free(g);
}

static void what_is_not_to_scale_is_not_drawn(void **state)
{
    static const char *const timelines[] = {
        "Nothing is known of the times.\n", "- 09:40: Monitoring alert fired.\n",
        "- 09:40 UTC: Monitoring alert fired.\n- 11:40 CET: Service was restored.\n"};
    (void)state;
    for (size_t i = 0; i < sizeof timelines / sizeof *timelines; i++) {
        char *g = gantt_of(timelines[i]);
        assert_string_equal(g, "");
        free(g);
    }
}

static void labels_are_only_text_to_mermaid(void **state)
{
    char *g = gantt_of("- 09:40: click e1 call alert; %%{init}%% #1 & \"x\" \\n `a:b`\n"
                       "- 09:45: Section 4 <script>alert</script> \xe2\x80\xae was checked\n");
    (void)state;
    assert_holds(g, "        #99;lick e1 call alert#59; #37;#37;#123;init#125;#37;#37; #35;1 #38; "
                    "#34;x#34; #92;n a#58;b :e1, 09:40, 5m\n");
    assert_holds(g, "        #83;ection 4 alert  was checked :");
    free(g);
}

static void long_labels_are_cut_between_words(void **state)
{
    char *g = gantt_of("- 09:40: Monitoring raised an alarm about the very long queue of the relay "
                       "in the cellar.\n- 09:45: Service was restored.\n");
    (void)state;
    assert_holds(g, " Monitoring raised an alarm about the very long queue of the… :e1");
    free(g);
}

static void text_has_cells(void **state)
{
    static const struct {
        const char *text;
        size_t cells;
    } rows[] = {
        {"plain", 5},
        {"数据库 down", 11},
        {"e\xcc\x81t\xc3\xa9", 3},
        {"\xf0\x9f\x94\x94 ring", 7},
        {"\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb x", 4},
        {"\xe2\x9a\xa0\xef\xb8\x8f!", 3},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(mirth_cells(mirth_slice_of(rows[i].text)), rows[i].cells);
    assert_int_equal(mirth_fit(mirth_slice_of("two words"), 5), 3);
    assert_int_equal(mirth_fit(mirth_slice_of("数据库"), 5), 6);
    assert_int_equal(mirth_fit(mirth_slice_of("fits"), 4), 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entries_follow_each_other_and_phases_are_sections),
        cmocka_unit_test(midnight_needs_no_date),
        cmocka_unit_test(days_that_the_record_names_are_on_the_axis),
        cmocka_unit_test(what_is_not_to_scale_is_not_drawn),
        cmocka_unit_test(labels_are_only_text_to_mermaid),
        cmocka_unit_test(long_labels_are_cut_between_words),
        cmocka_unit_test(text_has_cells),
    };
    return cmocka_run_group_tests(tests, open_shelf, close_shelf);
}
