/* test_steps.c: long paragraphs told in short ones, and the labels of a cause's steps. */
#include "own_theme.h"

static const char theme[] = "# demo: A demo\n\n## gags\n\n### owl\n`being: the owl`\n"
                            "- `at opening` An owl wanted quiet.\n"
                            "- `at closing` The owl slept.\n\n## box\n\n### fix\n- The cure\n";

static int build(void **state)
{
    return build_theme(state, theme);
}

#define BEFORE                                                                                     \
    "The bakery has forty tins in its cellar, and each of them has a lid that a baker puts on by " \
    "hand. "
#define BEHIND                                                                                     \
    "The tins are old, and the lids are older than the tins are, and nobody at the bakery knows "  \
    "where one could buy another."

static char *edition_of(void **state, int mirth, const char *section, const char *text)
{
    struct mirth_buffer record = {0};
    mirth_put_text(&record, "# Postmortem: the bakery\n\n## Timeline\n\n- 9:30 UTC: Bread met "
                            "butter.\n- 9:40 UTC: Service restored.\n\n## ");
    mirth_put_text(&record, section);
    mirth_put_text(&record, "\n\n");
    mirth_put_text(&record, text);
    mirth_put_text(&record, "\n\n## Preventative Measures\n\n- Buy a lid.\n");
    return edition_in(state, mirth, &record);
}

static const struct row {
    const char *text, *wanted;
} rows[] = {
    {BEFORE "In May a new version of the lid was introduced. " BEHIND,
     "by hand.\n\n**What changed:** In May a new version of the lid was introduced. The tins"},
    {BEFORE "As a result, rain fell into nine of the tins in the cellar. " BEHIND,
     "by hand.\n\nAs a result, rain fell into nine"},
    {BEFORE "That the lid of one tin was loose went unnoticed. " BEHIND,
     "by hand.\n\n**Why it went unseen:** That the lid"},
    {BEFORE "The wind, which blew all day, made things worse. " BEHIND,
     "by hand.\n\n**What made it worse:** The wind"},
    {BEFORE "We initially assumed that the flour was old. " BEHIND,
     "by hand.\n\nWe initially assumed"},
    {BEFORE "To fix this, we bought a lid of tin for the last of them. " BEHIND,
     "by hand.\n\nTo fix this, we bought"},
    {BEFORE "The issue was resolved by a lid of tin for the last of them. " BEHIND,
     "by hand.\n\n**The cure:** The issue was fixed"},
    /* a turn aside has its label where the paragraph begins, too */
    {"Looking for rain was the wrong turn, and it took all of us most of the day. " BEFORE BEHIND,
     "**The wrong turn:** Looking for rain was the wrong turn"},
    /* behind the cure nothing is a step of the trouble */
    {BEFORE "To fix this, we bought a lid of tin for each of the tins. A new version of the lid "
            "was introduced in June. " BEHIND,
     "each of the tins. A new version of the lid was introduced in June."},
    {BEFORE
     "The resolution had two parts. The lid of each tin was replaced by a lid of lead, and the "
     "tins were moved. " BEHIND,
     "by hand.\n\nThe resolution had two parts. The lid of each"},
    /* a cure that was none has no label */
    {BEFORE "The fix failed, as the lid was too small for any tin. " BEHIND,
     "by hand. The fix failed"},
    {BEFORE "We had never fixed a lid to a tin in the cellar. " BEHIND, "by hand. We had never"},
    /* no label comes twice in a paragraph */
    {BEFORE "As a result, rain fell into nine of the tins. As a result, the bread in all nine of "
            "them was wet, and the butter, too. " BEHIND,
     "the tins. As a result, the bread"},
    /* nor in a section, though a paragraph begins there */
    {BEFORE "As a result, rain fell into nine of the tins. " BEHIND "\n\n" BEFORE
            "As a result, the bread in all nine of them was wet, and the butter, too. " BEHIND,
     "by hand.\n\nAs a result, the bread"},
    /* nor does its label, which the paragraph before this one has used up */
    {BEFORE "In May a new version of the lid was introduced. " BEHIND "\n\n" BEFORE
            "A new version of the spout was introduced in June. " BEHIND,
     "by hand.\n\nA new version of the spout"},
    /* a short one stays whole */
    {"The lid was loose. As a result, rain fell in.", "The lid was loose. As a result, rain fell"},
};

static void a_cause_is_told_in_steps(void **state)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *text = edition_of(state, 2, "Root Cause and Resolution", rows[i].text);
        if (!strstr(text, rows[i].wanted))
            fail_msg("row %zu: no `%s` in:\n%s", i, rows[i].wanted, text);
        free(text);
    }
}

/* A tale told in prose goes from moment to moment, each with what is said of it. */
static void a_moment_begins_a_paragraph(void **state)
{
    static const char tale[] =
        BEFORE "At 16:20 the baker looked into the tins, and at the lids of "
               "them, with a lamp. By 16:55 each of the lids was on its tin again. "
               "On 22 May, at 9:10, it rained. " BEHIND;
    char *text = edition_of(state, 2, "What We Did", tale);
    assert_non_null(strstr(text, "by hand.\n\nAt 16:20 the baker"));
    assert_non_null(strstr(text, "with a lamp.\n\nBy 16:55 each"));
    assert_non_null(strstr(text, "again. On 22 May")); /* too short to be left alone */
    free(text);
    text = edition_of(state, 2, "What We Did", "The lids were loose. At 16:20 rain fell in.");
    assert_non_null(strstr(text, "loose. At 16:20 rain"));
    free(text);
}

/* Elsewhere a paragraph ends where it is full and the next sentence stands alone. */
static void other_long_paragraphs_are_parted(void **state)
{
    char *text = edition_of(state, 2, "Background", BEFORE BEHIND " It is a small town. " BEFORE);
    assert_non_null(strstr(text, "another. It is a small town.\n\nThe bakery has"));
    free(text);
    text = edition_of(state, 2, "Background", BEFORE "As a result, rain fell in. " BEHIND);
    assert_null(strstr(text, "What that did"));
    free(text);
}

static void the_record_as_it_is_keeps_its_paragraphs(void **state)
{
    char *text = edition_of(state, 0, "Root Cause", BEFORE "As a result, rain fell in. " BEHIND);
    assert_non_null(strstr(text, "by hand. As a result, rain fell in. The tins"));
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cause_is_told_in_steps),
        cmocka_unit_test(a_moment_begins_a_paragraph),
        cmocka_unit_test(other_long_paragraphs_are_parted),
        cmocka_unit_test(the_record_as_it_is_keeps_its_paragraphs),
    };
    return cmocka_run_group_tests(tests, build, discard_theme);
}
