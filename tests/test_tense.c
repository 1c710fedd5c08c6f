/* test_tense.c: a record that tells what happened as happening keeps its tense. */
#include "own_theme.h"

static const char theme[] = "# demo: A demo\n\n## gags\n\n### owl\n`being: the owl`\n"
                            "- `at opening` An owl wanted quiet.\n- `at closing` The owl slept.\n\n"
                            "## told\n\n### led-to\n- {what:the} led to {effect}{rest}.\n";

static int build(void **state)
{
    return build_theme(state, theme);
}

static const struct row {
    const char *first, *second; /* two entries that set the tense */
    const char *entry, *wanted;
} rows[] = {
    /* a telegram is completed in the timeline's tense; a past of its own stays */
    {"The team restarted the oven.", "The team found a tin.", "Restarted the relay.",
     "The relay was restarted.\n"},
    {"The team restarts the oven.", "The team finds a tin.", "Restarted the relay.",
     "Restarted the relay.\n"},
    {"The team restarts the oven.", "The team finds a tin.", "Database down.",
     "The database is down.\n"},
    {"The team restarts the oven.", "The team finds a tin.", "Relay restarted.",
     "The relay is restarted.\n"},
    {"Oven restarted.", "Tin found.", "Relay restarted.", "The relay was restarted.\n"},
    {"Server replaced.", "The team finds a tin.", "Relays restarted.",
     "The relays are restarted.\n"},
    {"Restarted the relay.", "The team finds a tin.", "Relays restarted.",
     "The relays were restarted.\n"},
    /* or in the tense that it goes on in */
    {"The team restarted the oven.", "The team found a tin.",
     "Night crew alerted and begins a search.", "The night crew is alerted and begins a search.\n"},
    /* "led" is said of what led */
    {"The team restarted the oven.", "The team found a tin.", "The smoke resulted in a search.",
     "The smoke led to a search.\n"},
    {"The team restarted the oven.", "The team found a tin.", "The smoke leads to a search.",
     "The smoke leads to a search.\n"},
};

static void the_tense_is_the_records(void **state)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct mirth_buffer record = {0};
        char *text;
        mirth_put_text(&record, "# Postmortem: the bakery, on a wet day\n\n## Timeline\n\n");
        mirth_put_text(&record, "- 9:30 UTC: ");
        mirth_put_text(&record, rows[i].first);
        mirth_put_text(&record, "\n- 9:40 UTC: ");
        mirth_put_text(&record, rows[i].second);
        mirth_put_text(&record, "\n- 9:50 UTC: ");
        mirth_put_text(&record, rows[i].entry);
        mirth_put_text(&record, "\n\n## Root Cause\n\nA worn oven, of all the ovens.\n");
        text = edition_in(state, 2, &record);
        drop_emphasis(text);
        if (!strstr(text, rows[i].wanted))
            fail_msg("row %zu: no `%s` in:\n%s", i, rows[i].wanted, text);
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_tense_is_the_records),
    };
    return cmocka_run_group_tests(tests, build, discard_theme);
}
