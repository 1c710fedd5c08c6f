/* test_wording.c: a sentence told with an everyday verb, and every other word of it. */
#include "own_theme.h"

static const char theme[] = "# demo: A demo\n\n## gags\n\n### owl\n`being: the owl`\n"
                            "- `at opening` An owl wanted quiet.\n- `at closing` The owl slept.\n";

static int build(void **state)
{
    return build_with(state, parse_file("phrasebooks/english.md"), theme);
}

static char *edition_of(void **state, const char *tense, const char *entry)
{
    struct mirth_buffer record = {0};
    mirth_put_text(&record,
                   "# Postmortem: the bakery, on a wet day\n\n## Timeline\n\n- 9:30 UTC: ");
    mirth_put_text(&record, tense);
    mirth_put_text(&record, "\n- 9:50 UTC: ");
    mirth_put_text(&record, entry);
    mirth_put_text(&record, "\n\n## Root Cause\n\nA worn oven, of all the ovens.\n");
    return edition_in(state, 1, &record);
}

/* Whether one of the alternatives, with `|` between them, is an entry's text. */
static bool tells(const char *text, const char *wanted)
{
    struct mirth_slice rest = mirth_slice_of(wanted), one;
    struct mirth_buffer line = {0};
    bool found = false;
    while (!found && mirth_cut(&rest, '|', &one)) {
        line.len = 0;
        mirth_put_text(&line, "9:50 UTC: ");
        mirth_put_slice(&line, one);
        mirth_put_text(&line, "\n");
        mirth_put_char(&line, '\0');
        found = strstr(text, line.at) != NULL;
    }
    mirth_buffer_free(&line);
    return found;
}

struct row {
    const char *entry, *wanted;
};

static void check_rows(void **state, const char *tense, const struct row *rows, size_t count)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        char *text = edition_of(state, tense, rows[i].entry);
        drop_emphasis(text);
        if (!tells(text, rows[i].wanted)) {
            print_error("%s\n  wanted: %s\n  got: %s\n", rows[i].entry, rows[i].wanted,
                        strstr(text, "9:50 UTC"));
            wrong++;
        }
        free(text);
    }
    assert_int_equal(wrong, 0);
}

static const struct row past[] = {
    {"The issue was detected through a rise in calls to the desk.",
     "The issue came to light through a rise in calls to the desk."},
    {"Issue detected when the lamps went dark.",
     "The issue came to light when the lamps went dark."},
    {"The fault was first detected when the lamps went dark.",
     "The fault first came to light when the lamps went dark."},
    {"Prometheus detected a rise in queue length.",
     "Prometheus picked up a rise in queue length.|"
     "A rise in queue length came to light through Prometheus."},
    {"Queue alert triggered due to a spike in calls.",
     "The queue alert went off due to a spike in calls."},
    {"The probe triggered an alert for the lamps.", "The probe set off an alert for the lamps."},
    {"The night crew was notified of the fault.",
     "Word of the fault reached the night crew.|The night crew heard of the fault."},
    {"Night crew alerted via the bell.",
     "The night crew got word via the bell.|Word reached the night crew via the bell."},
    {"Two complaints received about the lamps.", "Two complaints came in about the lamps."},
    {"A spike in calls was observed at noon.", "A spike in calls showed up at noon."},
    {"The crew reviewed the oven logs.", "The crew went through the oven logs."},
    {"Night crew initiated an investigation into the smoke.",
     "The night crew opened an investigation into the smoke."},
    {"Investigation initiated to find the smoke.",
     "The investigation got under way to find the smoke."},
    {"The crew focused on the chimney.",
     "The crew zeroed in on the chimney.|The crew looked hard at the chimney."},
    {"Assumed a full chimney.",
     "Suspicion fell on a full chimney.|The assumption was a full chimney."},
    {"Suspected a full chimney.", "Suspected: a full chimney."},
    {"No evidence of a draught found.", "No evidence of a draught turned up."},
    {"Attention shifted to the flue.", "Attention turned to the flue."},
    {"A closer look revealed a hole in the flue.",
     "A closer look turned up a hole in the flue.|A closer look laid bare a hole in the flue."},
    {"Root cause identified as a hole in the flue.",
     "The root cause turned out to be a hole in the flue.|The root cause: a hole in the flue."},
    {"A hole in the flue was identified as the culprit.",
     "A hole in the flue turned out to be the culprit.|The culprit turned out to be a hole in the "
     "flue."},
    {"The issue was traced to a hole in the flue.", "The issue went back to a hole in the flue."},
    {"Discovered a hole that was blocking the flue.", "Found: a hole that was blocking the flue."},
    {"It was discovered that the flue had a hole.", "It turned out that the flue had a hole."},
    {"Confirmed that the flue had a hole.", "Confirmed: the flue had a hole."},
    {"The roof team was brought in to mend it.", "The roof team came in to mend it."},
    {"Decision made to close the flue.", "The decision: to close the flue."},
    {"The issue persisted.", "The issue stayed.|The issue went on."},
    {"The flue limit was raised to 40.", "The flue limit went up to 40."},
    {"New recipe deployed to both ovens.", "A new recipe went out to both ovens."},
    {"The oven was monitored for smoke.", "The oven stayed under watch for smoke."},
    {"Service fully restored.", "The service was fully back."},
    {"The service was restored after the flue was cleared.",
     "The service came back after the flue was cleared.|The service was back after the flue was "
     "cleared."},
    {"The issue was resolved by closing the flue.",
     "What fixed the issue was closing the flue.|The fix for the issue was closing the flue."},
    {"The outage was caused by a hole in the flue.",
     "The outage came from a hole in the flue.|Behind the outage was a hole in the flue."},
    {"About 40% of users were affected.", "About 40% of users felt it."},
    {"Eventually, the flue was restored.",
     "Eventually, the flue came back.|Eventually, the flue was back."},
};

static void a_report_is_told_with_an_everyday_verb(void **state)
{
    check_rows(state, "The team mended the oven.", past, sizeof past / sizeof *past);
}

static const struct row present[] = {
    {"Issue detected through the bell.", "The issue comes to light through the bell."},
    {"Queue alerts triggered.", "The queue alerts go off."},
    {"Night crew alerted via the bell.", "The night crew gets word via the bell.|"
                                         "Word reaches the night crew via the bell."},
    {"Service fully restored.", "The service is fully back."},
    {"We zip the lids, and I focus on the flue.", "We zip the lids, and I focus on the flue."},
    {"No evidence of a draught found.",
     "No evidence of a draught found."}, /* it has no form for it */
};

static void the_verb_is_in_the_tense_of_the_record(void **state)
{
    check_rows(state, "The team restarts the oven.\n- 9:40 UTC: The team finds a tin.", present,
               sizeof present / sizeof *present);
}

/* Another verb would say more, less or something else, or lose a word that stands in no slot. */
static const struct row kept[] = {
    /* the trade's own words for what was done stay */
    {"Issue escalated to the roof team.", "The issue was escalated to the roof team."},
    {"Debug logging was disabled.", "Debug logging was disabled."},
    {"The recipe was rolled back.", "The recipe was rolled back."},
    {"The oven was restarted.", "The oven was restarted."},
    {"The main cause was found by nobody.", "The main cause was found by nobody."},
    {"The issue was declared resolved.", "The issue was declared resolved."},
    {"A draught was suspected.", "A draught was suspected."},
    {"Incident mitigated.", "The incident was mitigated."},
    {"It was not detected by the probe.", "It was not detected by the probe."},
    {"Users may have been affected.", "Users may have been affected."},
    {"The issue was detected by the baker who was unable to see.",
     "The issue came to light through the baker who was unable to see.|"
     "The issue was noticed by the baker who was unable to see."},
    {"Restarted the lamps, which were long.", "Restarted the lamps, which were long."},
    {"The bug was published.", "The bug was published."},
    {"Increased the flue limit and optimized lid execution to handle the load.",
     "Increased the flue limit and optimized lid execution to handle the load."},
    {"Raised the limit and mended the flue.", "Raised the limit and mended the flue."},
    {"Located it in the flue.", "Located it in the flue."},
    {"The lamp was added to the tower.", "The lamp was added to the tower."},
    {"The smoke was found. It was thick.", "The smoke was found. It was thick."},
    {"The flue was ruled out, as no draught was seen.",
     "The flue was ruled out, as no draught was seen."},
    /* no label behind a label, and nothing twice */
    {"Assumption: Suspected a full chimney.", "Assumption: A full chimney was suspected.|"
                                              "Assumption: Suspected a full chimney."},
    {"The issue was resolved by deploying a fix.", "The issue was fixed by deploying a fix."},
    {"A latency alert notified the crew.", "A latency alert told the crew."},
};

static void no_word_is_lost_for_it(void **state)
{
    check_rows(state, "The team mended the oven.", kept, sizeof kept / sizeof *kept);
}

/* Two entries of one form: the second is not told with the verb of the first. */
static void no_verb_is_worn_out(void **state)
{
    struct mirth_buffer record = {0};
    char *text;
    mirth_put_text(&record, "# Postmortem: the bakery\n\n## Timeline\n\n"
                            "- 9:30 UTC: The recipe was deployed.\n"
                            "- 9:50 UTC: The lamp was deployed.\n");
    text = edition_in(state, 1, &record);
    assert_non_null(strstr(text, "The recipe went out."));
    assert_non_null(strstr(text, "The lamp was deployed."));
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_report_is_told_with_an_everyday_verb),
        cmocka_unit_test(the_verb_is_in_the_tense_of_the_record),
        cmocka_unit_test(no_word_is_lost_for_it),
        cmocka_unit_test(no_verb_is_worn_out),
    };
    return cmocka_run_group_tests(tests, build, discard_theme);
}
