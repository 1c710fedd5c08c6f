/* test_moments.c: which sentence of a record is a turn of its story. */
#include "own_theme.h"

static const char theme[] =
    "# demo: A demo\n\n## gags\n\n### owl\n`being: the owl`\n"
    "- `at first-event` Began.\n- `at last-measure` Swept.\n- `at opening` An owl wanted quiet.\n- "
    "`at closing` The owl "
    "slept.\n"
    "- `at found` Found.\n- `at gap` Waited.\n- `at fixed` Mended.\n- `at restored` Over.\n"
    "- `at ruled-out` Cleared.\n- `at cause` Why.\n- `at resolution` How.\n- `frame: confirmed` "
    "Yes.\n";

static int build(void **state)
{
    return build_theme(state, theme);
}

static const struct row {
    const char *timeline, *cause, *wanted;
} rows[] = {
    /* it begins where the trouble shows, in whatever frame */
    {"- 9:50 UTC: Jam by the bay, and errors.\n", "Rain.\n", "and errors. *Began.*\n"},
    {"- 9:50 UTC: Jam by the bay.\n", "Rain.\n", "met butter. *Began.*\n- **9:40"},
    /* of finds the one that names the fault, or what is wrong; what is cleared is none */
    {"- 9:50 UTC: The team found that the disk was full.\n- 9:55 UTC: The team found a bent tin.\n",
     "A full disk.\n", "disk was full. *Found.*\n"},
    {"- 9:50 UTC: The team found a faulty tin.\n- 9:55 UTC: The team found a cold spoon.\n",
     "A full disk.\n", "faulty tin. *Found.*\n"},
    {"- 9:50 UTC: The team found a bent tin.\n", "A full disk.\n", "bent tin. *Found.*\n"},
    {"- 9:50 UTC: The team found a bent tin, which had nothing to do with it.\n", "A full disk.\n",
     "nothing to do with it.\n"},
    /* who confirms that nothing is wrong has found nothing */
    {"- 9:50 UTC: The team confirmed a mistake in the tea.\n", "Rain.\n", "in the tea. *Yes.*\n"},
    {"- 9:50 UTC: The team confirmed the hour of the tea.\n", "Rain.\n", "hour of the tea.\n"},
    /* a suspect is cleared while they look, and not where all is well */
    {"- 9:50 UTC: The lid was ruled out.\n- 9:55 UTC: Jam.\n", "Rain.\n",
     "lid was ruled out. *Cleared.*\n"},
    {"- 9:50 UTC: Jam.\n- 9:55 UTC: No errors were observed. The service was restored.\n",
     "Rain.\n", "No errors were seen. The service was restored. *Over.*\n"},
    /* what breaks again was not restored */
    {"- 9:50 UTC: The service was restored.\n- 9:55 UTC: Jam.\n", "Rain.\n", "restored. *Over.*\n"},
    {"- 9:50 UTC: The service was restored.\n- 9:55 UTC: The oven crashed.\n", "Rain.\n",
     "The service was restored.\n"},
    /* and neither was the service, where its backup was */
    {"- 9:50 UTC: The backup of noon was restored.\n- 9:52 UTC: Jam.\n- 9:55 UTC: All ovens were "
     "green.\n",
     "Rain.\n", "ovens were green. *Over.*\n"},
    /* nor what they went on trying behind */
    {"- 9:50 UTC: The service was restored.\n- 9:55 UTC: The second lid changed nothing.\n"
     "- 9:57 UTC: All ovens were green.\n",
     "Rain.\n", "ovens were green. *Over.*\n"},
    /* what was done before there was any trouble is no cure */
    {"- 9:50 UTC: A new lid was deployed.\n- 9:55 UTC: Riders reported errors.\n", "Rain.\n",
     "was deployed.\n"},
    {"- 9:50 UTC: Riders reported errors.\n- 9:52 UTC: Jam.\n- 9:55 UTC: A new lid was deployed.\n",
     "Rain.\n", "was deployed. *Mended.*\n"},
    /* and neither is what they went on looking behind */
    {"- 9:50 UTC: Riders reported errors.\n- 9:52 UTC: Jam.\n- 9:55 UTC: A new lid was deployed.\n"
     "- 9:57 UTC: The oven was checked.\n",
     "Rain.\n", "was deployed.\n"},
    {"- 9:50 UTC: Riders reported errors.\n- 9:52 UTC: Jam.\n- 9:55 UTC: A new lid was deployed.\n"
     "- 9:57 UTC: The second lid changed nothing.\n",
     "Rain.\n", "was deployed.\n"},
    /* a wait ends with trouble or a search, and not with a cure */
    {"- 11:50 UTC: The milk was cold.\n", "Rain.\n", "milk was cold. *Waited.*\n"},
    {"- 11:50 UTC: The milk was cold.\n- 11:55 UTC: Riders reported errors.\n", "Rain.\n",
     "milk was cold.\n"},
    {"- 11:50 UTC: Every lid was replaced, in vain.\n", "Rain.\n", "lid was replaced, in vain.\n"},
    /* the fault is explained where the record names it, though a message does, and not by what is
     * listed beside it */
    {"", "It rained.\n\nThe desk printed `no space left on device`.\n\nIt stopped.\n",
     "left on device`. *Why.*\n"},
    {"", "- Nobody was on call.\n- The disk was full.\n", "- The disk was full. *Why.*\n"},
    /* it was mended by the last step that mends */
    {"",
     "A full disk.\n\n## Resolution\n\n- Old tins were removed from the disk.\n- The oven was "
     "restarted.\n- The hats were left alone.\n",
     "oven was restarted. *How.*\n"},
    /* or, where none says that it does, by the last that is of the fault */
    {"",
     "A full disk.\n\n## Resolution\n\n1. Boiling the water.\n2. Emptying the full disk.\n3. "
     "Buying "
     "a hat.\n",
     "Emptying the full disk. *How.*\n"},
    {"", "A full disk.\n\n## Resolution\n\n1. Boiling the water.\n2. Buying a hat.\n",
     "Boiling the water. *How.*\n"},
};

static char *edition_of(void **state, const struct row *row)
{
    struct mirth_buffer record = {0};
    mirth_put_text(&record, "# Postmortem: the bakery\n\n## Timeline\n\n- 9:30 UTC: Bread met "
                            "butter.\n- 9:40 UTC: Butter met bread.\n");
    mirth_put_text(&record, row->timeline);
    mirth_put_text(&record, "\n## Root Cause\n\n");
    mirth_put_text(&record, row->cause);
    return edition_in(state, 2, &record);
}

static void the_sentence_that_says_so_is_the_turn(void **state)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *text = edition_of(state, &rows[i]);
        if (!strstr(text, rows[i].wanted))
            fail_msg("row %zu: no `%s` in:\n%s", i, rows[i].wanted, text);
        free(text);
    }
}

/* "Paging worked" is a lesson, and no measure to end with. */
static void a_lesson_is_no_measure(void **state)
{
    struct mirth_buffer record = {0};
    char *text;
    mirth_put_text(&record, "# Postmortem: the bakery\n\n## Timeline\n\n- 9:30 UTC: Bread met "
                            "butter.\n- 9:40 UTC: Butter met bread.\n- 9:50 UTC: Jam.\n\n"
                            "## Action items\n\n- Buy a hat.\n- Buy a bun.\n\n"
                            "## Lessons learned\n\n- The bell rang in time.\n");
    text = edition_in(state, 2, &record);
    if (!strstr(text, "bun**. *Swept.*\n") && !strstr(text, "bun. *Swept.*\n"))
        fail_msg("no aside in:\n%s", text);
    assert_null(strstr(text, "in time. *Swept"));
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_lesson_is_no_measure),
        cmocka_unit_test(the_sentence_that_says_so_is_the_turn),
    };
    return cmocka_run_group_tests(tests, build, discard_theme);
}
