/* test_earlier.c: what an earlier edition says is not told again. */
#include "own_theme.h"

static const char theme[] =
    "# demo: A demo\n\n## gags\n\n### owl\n`being: the owl`\n"
    "- `at opening` An owl wanted quiet.\n- `at closing` The owl slept.\n"
    "- `frame: restarted` “Must it ring?” asked the owl.\n"
    "- `frame: restarted` The owl held both ears.\n"
    "- `at restored` {clause}, and the owl sat down.\n"
    "- `frame: review` *For hours and hours.*\n"
    "- `frame: review` “In *this* light?” asked the owl.\n\n"
    "### cat\n`being: the cat`\n`needs: fault disk-full`\n"
    "- `at opening` A cat wanted in.\n- `at closing` The cat wanted out.\n\n"
    "## pictures\n\n### title\n- An owl on a clock | What time is it?\n"
    "- An owl under a clock | Still that time?\n\n"
    "## joints\n\n### toll\n- The toll was\n\n## box\n\n### fix\n- The cure\n";

static int build(void **state)
{
    return build_theme(state, theme);
}

#define RECORD                                                                                     \
    "# Postmortem: the bakery\n\n## Timeline\n\n- 9:30 UTC: Bread met butter.\n- 9:40 UTC: "       \
    "Butter "                                                                                      \
    "met bread, and both met the knife on the board.\n- 9:50 UTC: The oven was restarted.\n- "     \
    "9:52 "                                                                                        \
    "UTC: Jam met bread, butter and knife, and all of them met the board.\n- 9:55 UTC: The "       \
    "service was restored.\n\n## Root Cause\n\n"
#define BENT  "The outage was caused by a bent tin, of all the tins that the bakery has.\n"
#define ASKED BENT "\n## Preventative Measures\n\n- Review the oven.\n"
#define FULL  "The outage was caused by a full disk, of all the disks that the bakery has.\n"

/* The record's edition for readers of the earlier ones, which are in memory of their own size. */
static char *edition_after(void **state, const char *record, const char *earlier)
{
    struct mirth_error err;
    struct mirth_options options = mirth_defaults();
    struct mirth_shelf *shelf = mirth_open(*state, &err);
    struct mirth_edition *edition;
    char *text, *known = malloc(strlen(earlier) + 1);
    assert_non_null(shelf);
    assert_non_null(known);
    memcpy(known, earlier, strlen(earlier));
    options.theme = "demo";
    options.earlier = known;
    options.earlier_length = strlen(earlier);
    edition = mirth_tell(shelf, record, strlen(record), &options, &err);
    assert_non_null(edition);
    text = strdup(mirth_edition_text(edition));
    mirth_edition_free(edition);
    mirth_close(shelf);
    free(known);
    return text;
}

static const struct row {
    const char *record, *earlier, *wanted, *unwanted;
} rows[] = {
    /* a line that they know gives way to the next one, and the last one to none */
    {RECORD BENT, "“Must it ring?” asked the owl.", "restarted. *The owl held both ears.*",
     "Must it ring"},
    {RECORD BENT, "It was late. The owl held both ears. So did we.", "asked the owl.", "both ears"},
    {RECORD BENT, "“Must it ring?” asked the owl. The owl held both ears.", "was restarted.\n",
     "both ears"},
    /* as it was told: with a capital, and without the word that joined it */
    {RECORD BENT, "All was well. The owl sat down.", "was restored.\n", "sat down"},
    /* told in italics, as a measure's aside is, and without what was stressed in it */
    {RECORD ASKED, "*For hours and hours.*", "*“In this light?” asked the owl.*", "For hours"},
    {RECORD ASKED, "*“In this light?” asked the owl.*", "*For hours and hours.*", "In this light"},
    /* half a line is none */
    {RECORD BENT, "“Must it ring?” asked the owl. The owl held both", "held both ears.*",
     "Must it ring"},
    {RECORD BENT, "An owl", "An owl wanted quiet.", "A cat"},
    /* a gag whose readers know how it opens waits for those that they do not */
    {RECORD FULL, "", "A cat wanted in.", "An owl wanted"},
    {RECORD FULL, "A cat wanted in.", "An owl wanted quiet.", "A cat wanted in"},
    /* a picture is what is seen, or what is said there */
    {RECORD BENT, "*Picture: An owl on a clock*", "An owl under a clock", "on a clock"},
    /* furniture is no line */
    {RECORD BENT, "| **The cure** | The oven |", "**The cure**", "**fix**"},
};

static void no_line_is_told_again(void **state)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *text = edition_after(state, rows[i].record, rows[i].earlier);
        if (!strstr(text, rows[i].wanted) || strstr(text, rows[i].unwanted))
            fail_msg("row %zu: no `%s`, or `%s`, in:\n%s", i, rows[i].wanted, rows[i].unwanted,
                     text);
        free(text);
    }
}

/* Whoever reads one edition after another reads every line once. */
static void an_edition_after_itself_is_new(void **state)
{
    char *first = edition_after(state, RECORD BENT, ""), *second;
    second = edition_after(state, RECORD BENT, first);
    assert_non_null(strstr(first, "An owl wanted quiet."));
    assert_null(strstr(second, "An owl wanted quiet."));
    assert_null(strstr(second, "The owl slept."));
    free(first);
    free(second);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_line_is_told_again),
        cmocka_unit_test(an_edition_after_itself_is_new),
    };
    return cmocka_run_group_tests(tests, build, discard_theme);
}
