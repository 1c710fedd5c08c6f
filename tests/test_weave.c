/* test_weave.c: lines of ours with the record's sentence inside, and which sentences go into one.
 */
#include "own_theme.h"

static const char theme[] =
    "# demo: A demo\n\n## gags\n\n### owl\n`being: the owl`\n"
    "- `at opening` An owl wanted quiet.\n- `at closing` The owl slept.\n"
    "- `at first-event` {clause}, and the owl woke.\n"
    "- `at found, fault: disk-full` Something shone behind the flour: {clause}.\n"
    "- `at fixed, fault: disk-full` The lid went back on: {clause}.\n"
    "- `at restored` {clause}, and the owl slept.\n- `at ruled-out` The jar was clean: {clause}.\n"
    "- `at cause, fault: disk-full` It had rained in: {clause}.\n"
    "- `frame: escalated` {clause}, and the stairs creaked.\n"
    "- `frame: escalated` The stairs creaked.\n"
    "- `frame: tested` The spoons were counted. {clause}.\n";

static int build(void **state)
{
    return build_theme(state, theme);
}

static char *edition_of(void **state, int mirth, const char *timeline, const char *cause)
{
    struct mirth_buffer record = {0};
    mirth_put_text(&record, "# Postmortem: the bakery, on a wet day\n\n## Timeline\n\n"
                            "- 9:30 UTC: Bread met butter, and butter met the knife on the board.\n"
                            "- 9:40 UTC: Butter met bread, and both met the knife on the board.\n");
    mirth_put_text(&record, timeline);
    mirth_put_text(&record, "\n## Root Cause\n\n");
    mirth_put_text(&record, cause);
    mirth_put_text(&record, "\n\n## Corrective and Preventative Measures\n\n- Buy a lid for each "
                            "of the forty tins that the bakery has in its cellar.\n");
    return edition_in(state, mirth, &record);
}

static const struct row {
    const char *timeline, *cause, *wanted;
} rows[] = {
    /* a picture that its line has in front stands behind the fact */
    {"- 9:50 UTC: The team found a full disk.\n", "",
     "9:50 UTC: The team found a full disk. Something shone behind the flour.\n"},
    {"- 9:50 UTC: Nadia found a full disk.\n", "",
     "Nadia found a full disk. Something shone behind the flour.\n"},
    /* a telegram is completed on its way */
    {"- 9:50 UTC: The team found a full disk.\n- 9:52 UTC: It rained.\n- 9:55 UTC: Full disk "
     "replaced.\n",
     "", "9:55 UTC: The full disk was replaced. The lid went back on.\n"},
    /* what was done last need not be what mended it */
    {"- 9:50 UTC: The team found a full disk.\n- 9:52 UTC: It rained.\n- 9:55 UTC: Server "
     "settings adjusted.\n",
     "", "UTC: The server settings were changed.\n"},
    {"- 9:50 UTC: Issue traced to a full disk.\n", "",
     "The issue was traced to a full disk. Something shone behind the flour.\n"},
    {"- 9:50 UTC: Issue escalated to bread team.\n", "",
     "The issue was escalated to the bread team. The stairs creaked.\n"},
    {"- 9:50 UTC: Found that the server had a full disk.\n", "",
     "9:50 UTC: Found that the server had a full disk. Something shone behind the flour.\n"},
    /* or it has the picture behind it, as a sentence */
    {"- 9:50 UTC: The service was restored.\n", "",
     "9:50 UTC: The service was restored. The owl slept.\n"},
    {"- 9:50 UTC: The issue was escalated to the bread team.\n", "",
     "to the bread team. The stairs creaked.\n"},
    {"", "", "butter met the knife on the board. The owl woke.\n"},
    /* a sentence of ours never stands before its fact */
    {"- 9:50 UTC: The oven was tested.\n", "",
     "9:50 UTC: The oven was tested. The spoons were counted.\n"},
    /* a picture of no fault is no equation */
    {"- 9:50 UTC: The relay was ruled out.\n", "", "9:50 UTC: The relay was ruled out.\n"},
    /* what mends is no picture of the cause */
    {"", "To fix the outage, we emptied the full disk.", "To fix the outage, we emptied the full"},
    /* an entry of two sentences: its last one */
    {"- 9:50 UTC: Rain fell. The team found a full disk.\n", "",
     "9:50 UTC: Rain fell. The team found a full disk. Something shone behind the flour.\n"},
    /* no two running the same way */
    {"- 9:50 UTC: The team found a full disk.\n- 9:55 UTC: The disk was replaced.\n", "",
     "Something shone behind the flour.\n- 9:55 UTC: The disk was replaced.\n"},
    /* what stands before the colon of a label, asks, or has a colon of its own stays as it is */
    {"- 9:50 UTC: The team found two things: a full disk and a spoon.\n", "",
     "9:50 UTC: The team found two things: a full disk and a spoon.\n"},
    {"- 9:50 UTC: Finding: The team found a full disk.\n", "",
     "Finding: The team found a full disk.\n"},
    {"- 9:50 UTC: Note: the issue was escalated to the bread team.\n", "",
     "Note: the issue was escalated to the bread team. The stairs creaked.\n"},
    {"- 9:50 UTC: The team found a full disk.\n  - It lay behind the flour, on its side.\n", "",
     "9:50 UTC: The team found a full disk.\n"},
    /* and so does a sentence that the next one leans on, or that is long */
    {"- 9:50 UTC: The team found a full disk. It was late.\n", "",
     "found a full disk. It was late.\n"},
    {"- 9:50 UTC: The issue was escalated to the bread team and the butter team and both of the "
     "jam teams of the bakery on the hill.\n",
     "", "of the bakery on the hill. The stairs creaked.\n"},
    {"", "The outage was caused by a full disk.",
     "The outage was caused by a full disk. It had rained in."},
};

/* What those are told who asked for more of everything: one sentence. */
static const struct row welded[] = {
    /* behind a picture and its colon a sentence loses its capital; a name keeps it */
    {"- 9:50 UTC: The team found a full disk.\n", "",
     "Something shone behind the flour: the team found a full disk.\n"},
    {"- 9:50 UTC: Nadia found a full disk.\n", "",
     "Something shone behind the flour: Nadia found a full disk.\n"},
    /* and stands behind no colon where it lacks who did it */
    {"- 9:50 UTC: Found that the server had a full disk.\n", "",
     "9:50 UTC: Found that the server had a full disk.\n"},
};

static void assert_told(void **state, int mirth, const struct row *row)
{
    char *text =
        edition_of(state, mirth, row->timeline,
                   *row->cause ? row->cause : "It rained into the tins, and the disk was full.");
    drop_emphasis(text);
    if (!strstr(text, row->wanted))
        fail_msg("no `%s` at mirth %d in:\n%s", row->wanted, mirth, text);
    free(text);
}

static void a_line_stands_behind_its_fact(void **state)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_told(state, 2, &rows[i]);
}

static void more_of_everything_has_the_fact_inside(void **state)
{
    for (size_t i = 0; i < sizeof welded / sizeof *welded; i++)
        assert_told(state, 3, &welded[i]);
}

static void plain_english_keeps_the_sentence(void **state)
{
    char *text = edition_of(state, 1, "- 9:50 UTC: The team found a full disk.\n", "It rained.");
    assert_null(strstr(text, "flour"));
    assert_non_null(strstr(text, "The team found"));
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_stands_behind_its_fact),
        cmocka_unit_test(more_of_everything_has_the_fact_inside),
        cmocka_unit_test(plain_english_keeps_the_sentence),
    };
    return cmocka_run_group_tests(tests, build, discard_theme);
}
