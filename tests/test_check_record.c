/* test_check_record.c: the record's own faults: for each check a record that has it, and one that
 * has it not. */
#include "english_book.h"
#include "read/read.h"
#include "understand/check.h"
#include "understand/understand.h"

#define SUMMARY  "## Summary\n"
#define TIMELINE "## Timeline\n"
#define CAUSE    "## Root cause and resolution\n"
#define MEASURES "## Corrective and preventative measures\n"
#define EIGHT    "one two three four five six seven eight"

static struct mirth_buffer check(void **state, const char *record, const char *names)
{
    struct mirth_story story = {.name = "r.md", .source = record, .length = strlen(record)};
    struct mirth_options options = mirth_defaults();
    struct mirth_buffer out = {0};
    struct mirth_error err;
    options.checks = names;
    options.words_least = 3;
    options.words_most = 5;
    assert_true(mirth_read_markdown(&story, 1 << 20, &err));
    assert_true(mirth_understand(*state, &story, &err));
    assert_true(mirth_check(*state, &story, &options, &out, &err));
    mirth_pool_free(&story.pool);
    return out;
}

static size_t disagrees(void **state, const char *name, const char *record, const char *wanted)
{
    struct mirth_buffer got = check(state, record, name);
    size_t wrong = differs(record, &got, wanted);
    mirth_buffer_free(&got);
    return wrong;
}

/* What is said stands between "r.md:" and the check's own name. */
static const struct row {
    const char *name, *faulty, *line, *says, *sound;
} rows[] = {
    {"sections", SUMMARY "Mail.\n" TIMELINE "- 9:05 AM: Rang.\n" CAUSE MEASURES "- Buy one.\n", "5",
     "the section 'root cause and resolution' is empty",
     SUMMARY "Mail.\n" TIMELINE "- 9:05 AM: Rang.\n" CAUSE "A battery.\n" MEASURES "- Buy one.\n"},
    {"sections", SUMMARY "Mail.\n" CAUSE "A battery.\n" MEASURES "- Buy one.\n", "1",
     "no section 'timeline'",
     SUMMARY "### Impact\nMail.\n" TIMELINE "- 9:05 AM: Rang.\n## Root cause\nRust.\n" MEASURES
             "### Tasks\n- Buy one.\n"},
    {"sections",
     SUMMARY "Mail.\n" TIMELINE "Long ago.\n" CAUSE "A battery.\n" MEASURES "- Buy one.\n", "3",
     "the timeline has no entry with a time",
     SUMMARY "Mail.\n" TIMELINE "9:05 AM Rang.\n" CAUSE "A battery.\n" MEASURES "- Buy one.\n"},
    {"duration", SUMMARY "Mail was late.\n", "1", "the duration is not said",
     SUMMARY "- **Start:** 9:05 AM\n- **End:** 9:45 AM\n"},
    {"duration", SUMMARY "- **Duration:** 40 minutes.\n", "2", "the duration has no start and end",
     SUMMARY "Mail stood still from 9:05 AM to 9:45 AM.\n"},
    {"duration", SUMMARY "- **Start:** 9:05 AM\n", "2", "the duration has no end",
     SUMMARY "At 9:05 AM mail stood still for 40 minutes.\n"},
    {"duration", SUMMARY "- **Duration:** It began at 9:05 AM.\n", "2", "the duration has no end",
     SUMMARY "At 9:05 AM mail stood still. It was dark until 9:45 AM.\n"},
    {"impact", SUMMARY "- **Duration:** 40 minutes.\n", "1", "the impact is not said",
     SUMMARY "- **Impact:** Mail was late.\n"},
    {"impact", SUMMARY "- **Impact:** 40%.\n", "2", "the impact does not say what users saw",
     SUMMARY "Customers could not send mail.\n"},
    {"users", SUMMARY "- **Impact:** Mail was late.\n", "2",
     "the impact does not say how many users it hit",
     SUMMARY "- **Impact:** Mail was late for half of the town.\n"},
    {"cause", SUMMARY "- **Impact:** Mail was late.\n" TIMELINE, "1",
     "the summary does not say the root cause", SUMMARY "- **Root cause:** A worn battery.\n"},
    {"detection", TIMELINE "- 9:05 AM: A lamp was lit.\n", "1",
     "the timeline does not say how the issue was detected",
     TIMELINE "- 9:05 AM: A customer reported late mail.\n"},
    {"actions", TIMELINE "- 9:05 AM: Mail.\n", "1",
     "the timeline does not say what was investigated or done",
     TIMELINE "- 9:05 AM: Mail.\n- **Actions taken:** Ana looked at the lamp.\n"},
    {"misleading", TIMELINE "- 9:05 AM: Mail.\n", "1", "the timeline names no misleading path",
     TIMELINE "- 9:05 AM: The lamp was suspected at first.\n"},
    {"escalation", TIMELINE "- 9:05 AM: Mail.\n", "1",
     "the timeline does not say to whom the incident was escalated",
     TIMELINE "- **Escalation (9:05 AM):** The electrician came.\n"},
    {"resolution", TIMELINE "- 9:05 AM: Mail.\n", "1",
     "the timeline does not say how the incident was resolved",
     TIMELINE "- 9:05 AM: The issue was resolved.\n"},
    {"cause-explained", CAUSE "- **Resolution:** " EIGHT ".\n", "1",
     "the root cause is not explained", CAUSE "The root cause: " EIGHT ".\n"},
    {"fix-explained", CAUSE "The battery was old.\n", "1", "the fix is not explained",
     CAUSE "The battery was old.\n\nAna replaced it.\n"},
    {"improvements", SUMMARY "Mail.\n", "1", "no improvement is named", MEASURES "- Buy one.\n"},
    {"tasks", MEASURES "**Improvements:**\n- Buy one.\n", "1", "no list of specific tasks",
     MEASURES "**Improvements:**\n- Lamps.\n\n**Tasks:**\n- Buy one.\n"},
    {"tasks", MEASURES "Lamps are to be bought.\n", "1", "no list of specific tasks",
     MEASURES "- Buy one.\n- Light it.\n"},
    {"words", "Far too many words for this.\n", "1", "6 words; 3 to 5 are asked for",
     "Just enough of them.\n"},
    {"span", SUMMARY "- **Duration:** 3 hours, 9:05 AM to 11:05 AM UTC.\n", "2",
     "180 minutes are stated, but from 09:05 to 11:05 it is 120",
     SUMMARY "- **Duration:** 2 hours and 5 minutes, 11:00 PM to 1:05 AM UTC.\n"},
    {"span", SUMMARY "- **Duration:** 1 hour\n- **Start:** 10:00\n- **End:** 10:45\n", "2",
     "60 minutes are stated, but from 10:00 to 10:45 it is 45",
     SUMMARY "- **Duration:** about 1 hour\n- **Start:** 10:00\n- **End:** 11:05\n"},
    {"span", SUMMARY "- **Duration:** 1.5 hours (9:00 - 10:00 AM)\n", "2",
     "90 minutes are stated, but from 09:00 to 10:00 it is 60",
     SUMMARY "- **Duration:** 2.5 hours (11:00 - 1:30 PM)\n"},
    {"span", SUMMARY "- **Duration:** 90 minutes (13:00 - 14:00)\n", "2",
     "90 minutes are stated, but from 13:00 to 14:00 it is 60",
     SUMMARY "- **Duration:** one hour and 30 minutes (13:00 - 14:30)\n"},
    {"order", TIMELINE "- 9:05 AM: Mail.\n- 8:55 AM: Rang.\n", "3", "8:55 AM stands behind 9:05 AM",
     TIMELINE "- 11:55 PM: Mail.\n- 12:05 AM: Rang.\n"},
    {"zones", TIMELINE "- 9:05 AM: Mail.\n", "2", "no time zone is said",
     TIMELINE "- 9:05 AM: Mail (all times in WAT).\n\nAll times are in WAT.\n"},
    {"zones", TIMELINE "- 9:05 UTC: Mail.\n- 9:15 GMT: Rang.\n- 9:25 WAT: Lit.\n", "4",
     "times in WAT here and in UTC at line 2",
     TIMELINE "- 9:05 UTC: Mail.\n- 9:15 GMT: Rang.\n- 9:25: Lit.\n"},
    {"zones", SUMMARY "- **Duration:** 9:05 to 9:45\n" TIMELINE "- 9:05 WAT: Mail.\n", "2",
     "the duration says no time zone",
     SUMMARY "- **Duration:** 9:05 to 9:45 (WAT)\n" TIMELINE "- 9:05: Mail.\n"},
    {"times", TIMELINE "- 17:59 PM: Mail.\n", "2", "'17:59 PM' is no time",
     TIMELINE "- 17:59: Mail.\n- 5:59 PM (17:59 UTC): Rang.\n- 13:05 - 2:10 PM: Lit.\n"},
    {"times", TIMELINE "- 10:00 M: Mail.\n", "2", "'10:00 M' is no time",
     TIMELINE "- 10:00 MST: M stood still.\n"},
    {"times", SUMMARY "- **Duration:** 40 minutes on September 5,, 2024\n", "2",
     "'September 5,, 2024' is no time",
     SUMMARY "- **Duration:** 40 minutes on September 5, 2024, 9:05 AM\n"},
    {"times", TIMELINE "- February 30, 2023, 9:05: Mail.\n", "2",
     "'February 30, 2023, 9:05' is no time", TIMELINE "- February 29, 2024, 9:05: Mail.\n"},
    {"times", TIMELINE "- 10:75: Mail.\n", "2", "'10:75' is no time",
     TIMELINE "- 24:00: Mail fell to 10:1.\n"},
    {"order",
     TIMELINE "| When | What |\n|---|---|\n| 2024-05-03 10:05 | Rang. |\n"
              "| 2024-05-03 9:05 | Mail. |\n",
     "5", "2024-05-03 9:05 stands behind 2024-05-03 10:05",
     TIMELINE "| When | What |\n|---|---|\n| 2024-05-03 10:05 | Rang. |\n"
              "| 2024-05-04 9:05 | Mail. |\n"},
    {"order",
     TIMELINE "| Date | Time | What |\n|---|---|---|\n| May 3, 2024 | 10:05 | Rang. |\n"
              "| May 2, 2024 | 11:05 | Mail. |\n",
     "5", "11:05 stands behind 10:05",
     TIMELINE "| Date | Time | What |\n|---|---|---|\n| May 3, 2024 | 10:05 | Rang. |\n"
              "| | 11:05 | Mail. |\n"},
    {"zones", TIMELINE "| When | What |\n|---|---|\n| 10:05 | Rang. |\n", "4",
     "no time zone is said", TIMELINE "| When (WAT) | What |\n|---|---|\n| 10:05 | Rang. |\n"},
    {"outside",
     SUMMARY "- **Duration:** 9:05 AM to 9:45 AM\n" TIMELINE "- 8:55 AM: The issue was detected.\n",
     "4", "8:55 AM is not between 09:05 and 09:45 (line 2)",
     SUMMARY "- **Duration:** 9:05 AM to 9:45 AM\n" TIMELINE
             "- 8:55 AM: A release was deployed.\n- 9:10 AM: Ana was paged.\n"
             "- 9:45 AM: Mail was restored.\n- 9:55 AM: Ana confirmed that mail was restored.\n"
             "- 11:00 AM: Ana wrote this.\n"},
    {"outside",
     SUMMARY "- **Duration:** 9:05 AM to 9:45 AM\n" TIMELINE
             "- 9:05 PM: The issue was detected.\n- 9:45 PM: Mail was restored.\n",
     "4", "9:05 PM is not between 09:05 and 09:45 (line 2), nor is 1 more",
     SUMMARY "- **Duration:** 11:05 PM to 1:45 AM\n" TIMELINE "- 12:50 AM: Mail was restored.\n"},
    {"date",
     "# Outage report, May 3, 2024\n" SUMMARY "- **Duration:** May 4, 2024, 9:05 to 9:45 UTC\n",
     "1", "the title says May 3, 2024, the record May 4, 2024, 9:05 to 9:45 UTC",
     "# Outage report, May 3, 2024\n" SUMMARY "- **Duration:** 3 May 2024, 9:05 to 9:45 UTC\n"},
    {"percent", SUMMARY "Mail failed for 120% of users.\n", "2", "120% is more than all of it",
     SUMMARY "Mail increased by 120%. 110% is no load for a relay.\n"},
    {"shares", SUMMARY "Mail failed for 40% of users.\n\nIt hit 60% of all users.\n", "4",
     "60% of users here, and 40% at line 2",
     SUMMARY "Mail failed for 40% of users.\n\nIt hit 60% of relays.\n"},
    {"figures",
     TIMELINE "- 9:05: Raised the limit on open relay files to 4096.\n" CAUSE
              "The limit on open relay files was raised with `-n 4026`.\n",
     "4", "it says both 4096 and `-n 4026` of the same thing",
     TIMELINE "- 9:05: Raised the limit on open relay files to 4096.\n" CAUSE
              "The limit on open relay files was 4095, and not as expected.\n"},
    {"figures",
     TIMELINE "- 9:05: Moved the relay port of the mail server to 8025.\n" CAUSE
              "The relay port of the mail server was moved to 8052.\n",
     "4", "it says both 8025 and 8052 of the same thing",
     TIMELINE "- 9:05: Moved the relay port of the mail server to 8025.\n" CAUSE
              "The relay port of the mail server was moved from 8052 to 8025.\n"},
    {"figures",
     TIMELINE "- 9:05: Moved the relay port of the mail server to 5010.\n" CAUSE
              "The relay port of the mail server was moved to 5910.\n",
     "4", "it says both 5010 and 5910 of the same thing",
     TIMELINE
     "- 9:05: Moved the relay port of the mail server to 8000.\n" CAUSE
     "The relay port of the mail server was moved to 8001. In spring the relay port of the "
     "mail server is 5910. In autumn the relay port of the mail server is 5010.\n"},
    {"steps",
     TIMELINE "- 9:05 AM: Escalated to the mail team and the night desk.\n" CAUSE
              "It was escalated to the mail team and the night desk at 9:35 AM.\n",
     "4", "it says both 9:05 AM and 9:35 AM of the same step",
     TIMELINE "- 9:05 AM: Added spare relays to the mail room.\n"
              "- 9:35 AM: Added spare relays to the mail room.\n" CAUSE
              "Spare relays were added to the mail room at 9:35 AM. At 9:00 AM the spare relays of "
              "the mail room were due.\n"},
    {"weekdays",
     SUMMARY "- **Duration:** Sunday, May 5th, 2024, 9:05 AM to 9:45 AM\n\n"
             "It began on Monday, May 5th, 2024.\n",
     "4", "May 5th, 2024 was no Monday",
     SUMMARY "- **Duration:** Sunday, May 5th, 2024, 9:05 AM to 9:45 AM\n"},
    {"blame", CAUSE "It was human error.\n", "2",
     "'human error' blames a person; say what let it happen", CAUSE "It was not human error.\n"},
    {"blame", CAUSE "The new intern simply forgot to charge it.\n", "2",
     "'forgot' blames a person; say what let it happen", CAUSE "The relay forgot its state.\n"},
    {"verb", MEASURES "- A bigger battery\n", "2", "no verb says what is to be done",
     MEASURES "- Buy a bigger battery\n- A bigger battery should be bought\n- Load the van\n"},
};

static void each_check_sees_its_fault(void **state)
{
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char wanted[256];
        snprintf(wanted, sizeof wanted, "r.md:%s: warning: %s [-%s]\n", rows[i].line, rows[i].says,
                 rows[i].name);
        wrong += disagrees(state, rows[i].name, rows[i].faulty, wanted);
    }
    assert_int_equal(wrong, 0);
}

static void each_check_is_silent_where_there_is_none(void **state)
{
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        wrong += disagrees(state, rows[i].name, rows[i].sound, "");
    assert_int_equal(wrong, 0);
}

static void faults_are_told_in_the_order_of_their_lines(void **state)
{
    const char *record = SUMMARY "Ana.\n" TIMELINE "- 9:05 AM: Mail.\n- 8:55 AM: Human error.\n";
    assert_int_equal(disagrees(state, "blame,zones,order", record,
                               "r.md:4: warning: no time zone is said [-zones]\n"
                               "r.md:5: warning: 8:55 AM stands behind 9:05 AM [-order]\n"
                               "r.md:5: warning: 'Human error' blames a person; say what let it "
                               "happen [-blame]\n"),
                     0);
}

static void a_hyphen_turns_a_check_off_and_keeps_the_others(void **state)
{
    struct mirth_buffer all = check(state, "Mail.\n", NULL);
    struct mirth_buffer some = check(state, "Mail.\n", "-words,-sections");
    assert_non_null(strstr(all.at, "[-words]"));
    assert_non_null(strstr(all.at, "[-sections]"));
    assert_null(strstr(some.at, "[-words]"));
    assert_null(strstr(some.at, "[-sections]"));
    assert_non_null(strstr(some.at, "[-duration]"));
    mirth_buffer_free(&all);
    mirth_buffer_free(&some);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_check_sees_its_fault),
        cmocka_unit_test(each_check_is_silent_where_there_is_none),
        cmocka_unit_test(faults_are_told_in_the_order_of_their_lines),
        cmocka_unit_test(a_hyphen_turns_a_check_off_and_keeps_the_others),
    };
    return cmocka_run_group_tests(tests, open_english, close_english);
}
