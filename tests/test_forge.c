/* test_forge.c: Markdown for the forge that it will be read on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "open_shelf.h"

#define RECORD                                                                                     \
    "# Postmortem: the *relay* stopped\n\n## Issue Summary\n\nSee [the timeline](#timeline).\n\n"  \
    "- **Duration:** 40 minutes, 09:40 to 10:20 UTC.\n- **Root Cause:** A worn cable.\n\n"         \
    "Timeline\n--------\n- 09:40 UTC: The relay crashed.\n- 10:20 UTC: Service was restored.\n\n"  \
    "## Root Cause\n\nThe outage was caused by a worn cable.\n\n## Timeline\n\nMore.\n\n"          \
    "## Corrective and Preventative Measures\n\n- Add an alert.\n"

static char *told(const char *record, enum mirth_forge forge)
{
    struct mirth_options options = mirth_defaults();
    struct mirth_error err = {0};
    struct mirth_edition *e;
    char *text;
    options.forge = forge;
    options.emoji = MIRTH_EMOJI_NONE; /* which would change a heading too */
    options.mirth = 3;
    e = mirth_tell(shelf, record, strlen(record), &options, &err);
    if (!e)
        fail_msg("%s", err.message);
    assert_int_equal(mirth_edition_status(e), MIRTH_TOLD);
    text = strdup(mirth_edition_text(e));
    mirth_edition_free(e);
    return text;
}

static void assert_before(const char *text, const char *first, const char *second)
{
    const char *at = strstr(text, first);
    if (!at || !strstr(at, second) || strstr(at, second) != at + strlen(first))
        fail_msg("no '%s' straight before '%s' in:\n%s", first, second, text);
}

static void a_changed_heading_keeps_its_address_on_github(void **state)
{
    char *text = told(RECORD, MIRTH_FOR_GITHUB);
    (void)state;
    assert_before(text, "<a id=\"issue-summary\"></a>\n\n", "## Issue Summary,");
    assert_before(text, "<a id=\"timeline\"></a>\n\n", "Timeline,");
    assert_before(text, "<a id=\"postmortem-the-relay-stopped\"></a>\n\n",
                  "# Postmortem: the *relay*");
    assert_non_null(strstr(text, "[the timeline](#timeline)"));
    assert_int_equal(count_of(text, "id=\"timeline\""), 1);
    free(text);
}

static void gitlab_keeps_names(void **state)
{
    char *text = told(RECORD, MIRTH_FOR_GITLAB);
    (void)state;
    assert_before(text, "<a name=\"issue-summary\"></a>\n\n", "## Issue Summary,");
    assert_null(strstr(text, " id="));
    free(text);
}

/* The second heading of a name has the address that the forge gave it; unchanged, it needs none. */
static void only_changed_headings_have_anchors(void **state)
{
    char *text = told("# Postmortem: relay\n\n## Timeline\n\n- 09:40: The relay crashed.\n"
                      "- 10:20: Service was restored.\n\n## Root Cause\n\nA worn cable.\n\n"
                      "## Appendix: Why?\n\nMore.\n",
                      MIRTH_FOR_GITHUB);
    (void)state;
    assert_null(strstr(text, "id=\"appendix-why\""));
    assert_non_null(strstr(text, "id=\"root-cause\""));
    free(text);
}

static void there_are_never_more_than_two_alerts(void **state)
{
    char *none = told(RECORD, MIRTH_FOR_GITHUB);
    char *two = told(RECORD "\n> [!WARNING]\n> One.\n\n> [!TIP]\n> Two.\n", MIRTH_FOR_GITHUB);
    (void)state;
    assert_int_equal(count_of(none, "> [!"), 1);
    assert_int_equal(count_of(two, "> [!"), 2);
    assert_null(strstr(two, "> > [!"));
    free(none);
    free(two);
}

static void plain_has_only_what_commonmark_has(void **state)
{
    char *text =
        told("# Postmortem: the relay\n\n- **Duration:** 40 minutes, 09:40 to 10:20 UTC.\n\n"
             "## Root Cause\n\nThe outage was caused by a worn cable.\n\n"
             "## Corrective Measures\n\n- Replace the cable.\n",
             MIRTH_FOR_PLAIN);
    (void)state;
    assert_null(strstr(text, "| ---"));
    assert_null(strstr(text, "[ ]"));
    assert_int_equal(count_of(text, "<"), 1); /* the marker */
    assert_int_equal(count_of(text, "> [!"), 0);
    assert_non_null(strstr(text, ":** 40 minutes, 09:40 to 10:20 UTC\n"));
    free(text);
}

static void without_a_forge_there_is_no_html_but_comments(void **state)
{
    char *text = told(RECORD, MIRTH_FOR_ANY);
    (void)state;
    assert_int_equal(count_of(text, "<"), count_of(text, "<!--"));
    free(text);
}

/* No edition holds what GitHub strips. */
static void nothing_is_written_that_forges_strip(void **state)
{
    static const char *const stripped[] = {" style=", " class=", "data:", "<svg", "<style"};
    char *text = told(RECORD, MIRTH_FOR_GITHUB);
    (void)state;
    for (size_t i = 0; i < sizeof stripped / sizeof *stripped; i++)
        assert_null(strstr(text, stripped[i]));
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_changed_heading_keeps_its_address_on_github),
        cmocka_unit_test(gitlab_keeps_names),
        cmocka_unit_test(only_changed_headings_have_anchors),
        cmocka_unit_test(there_are_never_more_than_two_alerts),
        cmocka_unit_test(plain_has_only_what_commonmark_has),
        cmocka_unit_test(without_a_forge_there_is_no_html_but_comments),
        cmocka_unit_test(nothing_is_written_that_forges_strip),
    };
    return cmocka_run_group_tests(tests, open_shelf, close_shelf);
}
