/* test_script.c: what a gag's character says of what a sentence reports, and how often. */
#include "own_theme.h"

static const char theme[] =
    "# demo: A demo\n\n## gags\n\n### owl\n`being: the owl`\n"
    "- `at opening` An owl wanted quiet.\n- `at closing` The owl slept.\n"
    "- `at found` The owl looked.\n- `at gap` Meanwhile, crumbs.\n"
    "- `frame: restarted, while: hunt` “Must it ring?” asked the owl.\n"
    "- `frame: restarted, while: repair` The owl held both ears.\n"
    "- `frame: restarted, while: well` The owl turned over.\n"
    "- `frame: attempt-failed` “As before,” said the owl.\n"
    "- `at false-trail` The owl looked elsewhere.\n"
    "- `frame: suspected` “Wrong,” said the owl.\n"
    "- `frame: investigated` The owl peered.\n- `frame: fine` The owl nodded.\n"
    "- `at fixed, word: settings` The owl breathed out.\n"
    "- `frame: escalated|notified` “More feet,” said the owl.\n"
    "- `frame: escalated, word: night` “By *night?*” said the owl.\n"
    "- `frame: checked` The owl moved a wing.\n"
    "- `frame: checked, word: logs` “Logs burn,” said the owl.\n"
    "- `frame: shifted` “Not that,” said the owl.\n"
    "- `frame: noted` The owl noted it.\n"
    "- `frame: switched-on, telling: 1` A moth circled the yellow lantern.\n"
    "- `frame: switched-on, telling: 2` Again a moth circled the yellow lantern.\n"
    "- `word: sponge` A bird hid every crumb in the pantry.\n"
    "- `word: sugar` Into the pantry a bird carried crumbs.\n"
    "- `word: sieve` The pantry was locked by a mouse.\n"
    "- `word: kettle` “Is that it whistling?” asked the owl.\n"
    "- `frame: review` *Quietly.*\n- `frame: review` *And again.*\n- `frame: alert` Not that, said "
    "the owl.\n"
    "- `frame: caused, in: cause` The owl had heard it.\n\n"
    "## headlines\n\n### review\n- Two lamps.\n"
    "### alert\n- A bell.\n\n"
    "## remarks\n\n### any\n- `word: night` “Good night,” said {being}.\n"
    "- `word: kettle` {being:cap} would like tea.\n";

static int build(void **state)
{
    return build_theme(state, theme);
}

static char *edition_of(void **state, int mirth, const char *timeline, const char *measures)
{
    struct mirth_buffer record = {0};
    mirth_put_text(&record,
                   "# Postmortem: the bakery\n\n## Timeline\n\n- 9:30 UTC: Bread met butter.\n"
                   "- 9:40 UTC: Butter met bread, and both met the knife on the board.\n");
    mirth_put_text(&record, timeline);
    mirth_put_text(&record, "\n## Root Cause\n\nThe outage was caused by a full disk, of all the "
                            "disks that the bakery has, and it has a great many of them.\n\n"
                            "## Corrective and Preventative Measures\n\n");
    mirth_put_text(&record, measures);
    return edition_in(state, mirth, &record);
}

static const struct row {
    const char *timeline, *measures, *wanted;
} rows[] = {
    /* what a sentence reports is answered, and how far the tale has come counts */
    {"- 9:50 UTC: The oven was restarted.\n", "", "restarted. “Must it ring?” asked the owl.\n"},
    {"- 9:50 UTC: The oven was restarted and the heat went down to half.\n", "", "down to half.\n"},
    {"- 9:50 UTC: The team found a bent tin.\n- 9:52 UTC: Jam.\n- 9:55 UTC: The oven was "
     "restarted.\n",
     "", "restarted. The owl held both ears.\n"},
    /* a few words over a list of their own are a label, and nobody answers those */
    {"- Kettle and oven\n  - 9:50 UTC: Steam.\n", "", "- Kettle and oven\n  - 9:50"},
    /* a status over its text is a heading of its own */
    {"- 9:50 UTC: Monitoring\n  The oven was restarted.\n", "",
     "- 9:50 UTC: Monitoring\n  The oven was restarted.\n"},
    /* nobody answers an apology */
    {"- 9:50 UTC: The oven was restarted, and we apologize for the noise.\n", "",
     "for the noise.\n"},
    {"- 9:50 UTC: The oven was restarted, and we waited for the noise.\n", "",
     "for the noise. “Must it ring?” asked the owl.\n"},
    /* what is checked once the cause is found is the mending */
    {"- 9:50 UTC: The team found a bent tin.\n- 9:52 UTC: Jam.\n- 9:55 UTC: The oven was "
     "checked.\n",
     "", "9:55 UTC: The oven was checked.\n"},
    {"- 9:50 UTC: The service was restored.\n- 9:55 UTC: The oven was restarted.\n", "",
     "restarted. The owl turned over.\n"},
    /* a milestone has its beat */
    {"- 9:50 UTC: The team found a bent tin.\n", "", "a bent tin. The owl looked.\n"},
    /* a suspicion of the fault is no wrong one, and who confirms that all is well finds nothing */
    {"- 9:50 UTC: Engineers suspected the butter knife.\n- 9:52 UTC: Jam.\n- 9:54 UTC: Engineers "
     "suspected that the disk was full.\n",
     "", "was full. The owl peered.\n"},
    {"- 9:50 UTC: The team confirmed that all was back to normal.\n", "",
     "to normal. The owl nodded.\n"},
    /* the longest wait has one too, but where it ends with a find */
    {"- 9:50 UTC: Jam by the bay.\n- 11:30 UTC: The milk was cold.\n", "",
     "milk was cold. Meanwhile, crumbs.\n"},
    {"- 9:50 UTC: Jam by the bay.\n- 11:30 UTC: The team found a cold spoon.\n"
     "- 11:40 UTC: Jam.\n- 11:45 UTC: The team found a bent tin.\n",
     "", "cold spoon.\n"},
    /* of two lines the one that answers more of the sentence */
    {"- 9:50 UTC: The issue was escalated to the night team.\n", "",
     "night team. “By night?” said the owl.\n"},
    {"- 9:50 UTC: The issue was escalated to the bread team.\n", "",
     "bread team. “More feet,” said the owl.\n"},
    /* a word of its own before a remark of any gag's */
    {"- 9:50 UTC: Calm by the kettle.\n", "", "the kettle. “Is that it whistling?”"},
    /* a frame that says little is answered by a word or not at all */
    {"- 9:50 UTC: There was a queue at the bakery.\n", "", "a queue at the bakery.\n"},
    /* an entry's facts come first */
    {"- 9:50 UTC: The kettle was cold. The shop was shut.\n", "",
     "The shop was shut. “Is that it whistling?”"},
    /* a turn to what is broken clears nothing */
    {"- 9:50 UTC: Attention shifted to the relay.\n", "",
     "to the relay. “Not that,” said the owl.\n"},
    {"- 9:50 UTC: Attention shifted to the full disk.\n", "",
     "to the full disk. The owl peered.\n"},
    /* the best answer of neighbours is given, and two where both are of two things */
    {"- 9:50 UTC: The baker was notified.\n- 9:52 UTC: The oven was restarted.\n"
     "- 9:54 UTC: The flour was checked.\n",
     "",
     "9:50 UTC: The baker was notified.\n- 9:52 UTC: The oven was restarted. “Must it ring?” asked "
     "the owl.\n- 9:54 UTC: The flour was checked.\n"},
    {"- 9:50 UTC: The issue was escalated to the night team.\n- 9:52 UTC: The logs were checked.\n",
     "", "“By night?” said the owl.\n- 9:52 UTC: The logs were checked. “Logs burn,” said"},
    /* a step that was in vain is one, whatever it was */
    {"- 9:50 UTC: The oven was restarted. No change.\n", "",
     "No change. “As before,” said the owl.\n"},
    /* what is said of trouble is not said behind its end */
    {"- 9:50 UTC: The issue was escalated to the night team. Errors ceased at once.\n", "",
     "Errors ceased at once.\n"},
    {"- 9:50 UTC: Engineers suspected the mixer. The oven was restored.\n", "",
     "The oven was restored.\n"},
    {"- 9:50 UTC: Engineers suspected the mixer. Rain fell.\n", "",
     "Rain fell. “Wrong,” said the owl.\n"},
    /* on an occasion of any incident's the character says what it would on any, if nothing else */
    {"- 9:50 UTC: Engineers focused on the mixer.\n", "", "the mixer. The owl looked elsewhere.\n"},
    /* what was done before the cause was found is no cure */
    {"- 9:50 UTC: The oven settings were adjusted.\n- 9:55 UTC: The team found a bent tin.\n", "",
     "settings were changed.\n"},
    {"- 9:50 UTC: The team found a bent tin.\n- 9:52 UTC: Jam.\n- 9:55 UTC: The oven settings "
     "were adjusted.\n",
     "", "settings were changed. The owl breathed out.\n"},
    /* a picture is told once, in whatever words; another of the same pantry may be told */
    {"- 9:50 UTC: A sponge by the sea.\n- 9:52 UTC: Jam.\n- 9:54 UTC: The sugar by the bay.\n", "",
     "by the bay.\n"},
    {"- 9:50 UTC: Rain by the sea.\n- 9:52 UTC: Jam.\n- 9:54 UTC: The sugar by the bay.\n", "",
     "by the bay. Into the pantry"},
    {"- 9:50 UTC: A sponge by the sea.\n- 9:52 UTC: Jam.\n- 9:54 UTC: A sieve by the bay.\n", "",
     "by the bay. The pantry was locked"},
    /* but for a series, which remembers */
    {"- 9:50 UTC: The oven was switched on.\n- 9:52 UTC: Jam.\n- 9:54 UTC: The mixer was switched "
     "on.\n",
     "", "mixer was switched on. Again a moth"},
    /* where it is told to */
    {"", "", "a great many of them. The owl had heard it.\n"},
};

static void the_character_answers_what_a_sentence_reports(void **state)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *text = edition_of(state, 2, rows[i].timeline, rows[i].measures);
        drop_emphasis(text);
        if (!strstr(text, rows[i].wanted))
            fail_msg("row %zu: no `%s` in:\n%s", i, rows[i].wanted, text);
        free(text);
    }
}

/* An aside in italics, then a headline, and no two asides running. */
static void every_other_measure_has_its_aside(void **state)
{
    char *text = edition_of(state, 2, "- 9:50 UTC: The oven was cold.\n",
                            "- Review every tin in the bakery twice a year, in good light.\n"
                            "- Implement alerts for every oven that is opened by night.\n"
                            "- Review the alerts of every mixer, and of the scales.\n");
    const bool first = strstr(text, "good light. *Quietly.*\n") != NULL;
    const bool second = strstr(text, "by night. *Not that, said the owl.*\n") != NULL;
    assert_true(first != second);
    free(text);
}

/* Of what a script has for one occasion a list of measures has one line. */
static void an_occasion_of_the_measures_has_one_line(void **state)
{
    for (int mirth = 2; mirth < 4; mirth++) {
        char *text = edition_of(state, mirth, "- 9:50 UTC: The oven was cold.\n",
                                "- Review every tin in the bakery, in good light.\n- Eat jam.\n"
                                "- Bake buns.\n- Review the butter of the bakery by day.\n");
        const bool quietly = strstr(text, "*Quietly.*"), again = strstr(text, "*And again.*");
        assert_true(quietly || again);
        assert_int_equal(quietly && again, mirth > 2);
        free(text);
    }
}

static void plain_english_has_no_character(void **state)
{
    char *text = edition_of(state, 1, "- 9:50 UTC: The oven was restarted.\n", "");
    assert_null(strstr(text, "ring?"));
    free(text);
}

/* A record without entries is told by its summary, which is its tale then. */
static void a_summary_is_answered_where_nothing_else_tells(void **state)
{
    struct mirth_buffer record = {0};
    char *text;
    mirth_put_text(
        &record,
        "# Postmortem: the bakery\n\n## What happened\n\nAt 9:30 UTC on 4 May 2024 bread met "
        "butter, and both of them met the knife on the board, for 20 minutes.\n\nAt 9:50 "
        "UTC the oven was restarted, which changed nothing at all for the bread, and for "
        "the butter.\n\n## Root Cause\n\nThe outage was caused by a full disk, of all the "
        "disks that the bakery has, and it has a great many of them.\n");
    text = edition_in(state, 2, &record);
    if (!strstr(text, "for the butter. *“"))
        fail_msg("no answer in:\n%s", text);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_summary_is_answered_where_nothing_else_tells),
        cmocka_unit_test(the_character_answers_what_a_sentence_reports),
        cmocka_unit_test(every_other_measure_has_its_aside),
        cmocka_unit_test(an_occasion_of_the_measures_has_one_line),
        cmocka_unit_test(plain_english_has_no_character),
    };
    return cmocka_run_group_tests(tests, build, discard_theme);
}
