/* test_cut.c: what an edition says where it has no room for what it would have said. */
#include "own_theme.h"

#define TEN " and a hill and a road and a gate and"

static const char theme[] =
    "# demo: A demo\n\n## gags\n\n### owl\n`being: the owl`\n"
    "- `at opening` An owl had a tree" TEN TEN TEN TEN TEN " wanted quiet.\n"
    "- `at closing` The owl slept.\n\n"
    "## told\n\n### restarted\n- `gag: owl, best, word: relay` {clause}. A bell rang in the "
    "tower.\n";

static int build(void **state)
{
    return build_theme(state, theme);
}

static void assert_entry(void **state, int mirth, const char *entry, const char *wanted)
{
    struct mirth_buffer record = {0};
    char *text;
    mirth_put_text(&record, "# Postmortem: the bakery\n\n## Timeline\n\n- 9:30 UTC: ");
    mirth_put_text(&record, entry);
    mirth_put_text(&record, "\n- 9:40 UTC: Bread met butter.\n\n## Root Cause\n\nA bun.\n");
    text = edition_in(state, mirth, &record);
    drop_emphasis(text);
    if (!strstr(text, wanted))
        fail_msg("no `%s` in:\n%s", wanted, text);
    free(text);
}

/* Where all is said there is room: the limit is what the others meet. */
static void what_is_said_brings_its_stop(void **state)
{
    assert_entry(state, 3, "Restarted the relay",
                 "relay was restarted. A bell rang in the tower.\n");
}

static void what_is_not_said_takes_its_stop_along(void **state)
{
    assert_entry(state, 2, "Restarted the relay", "relay was restarted\n");
}

static void the_records_own_stop_stays(void **state)
{
    assert_entry(state, 2, "Restarted the relay.", "relay was restarted.\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_said_brings_its_stop),
        cmocka_unit_test(what_is_not_said_takes_its_stop_along),
        cmocka_unit_test(the_records_own_stop_stays),
    };
    return cmocka_run_group_tests(tests, build, discard_theme);
}
