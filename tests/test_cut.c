/* test_cut.c: what an edition says where it has no room for what it would have said. */
#include "own_theme.h"

#define TEN " and a hill and a road and a gate and"

static const char theme[] =
    "# demo: A demo\n\n## gags\n\n### owl\n`being: the owl`\n"
    "- `at opening` An owl had a tree" TEN TEN TEN TEN TEN " wanted quiet.\n"
    "- `at closing` The owl slept.\n\n"
    "## box\n\n### when\n- The hours in which nobody had any bread\n\n### who\n- Who\n\n### why\n- "
    "Why\n\n### fix\n- Fix\n\n"
    "## cast\n\n### heading\n- **Birds:**\n\n### database\n- lays\n\n### cache\n- "
    "warms\n\n### queue\n- waits\n\n"
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

/* A record of three parts, and a box of when and who, which is one of no row where room is short.
 */
static void put_parts(struct mirth_buffer *record, size_t more)
{
    mirth_put_text(
        record, "# Postmortem: the bakery\n\n## Issue Summary\n\nFrom 9:30 UTC to 9:40 UTC 40% of "
                "the bakers in the old house with the long and narrow table by the sea were "
                "affected.\n\n## Timeline\n\n- 9:30 UTC: "
                "MySQL met Redis, and the queue met MySQL.\n- 9:40 UTC: Redis met the queue.\n");
    for (size_t i = 0; i < more; i++)
        mirth_put_text(record, "\nBuns burnt.\n");
}

/* Room that the box has left is no room for a list of who is who; what a box in few words has left
 * is. */
static void there_is_no_cast_beside_a_box_that_is_gone(void **state)
{
    size_t boxes = 0, beside_few_words = 0;
    for (size_t more = 0; more < 80; more++) {
        struct mirth_buffer record = {0};
        char *text;
        bool box, cast;
        put_parts(&record, more);
        text = edition_in(state, 2, &record);
        box = strstr(text, "| --- | --- |") != NULL;
        cast = strstr(text, "Birds:") != NULL;
        if (cast && !box)
            fail_msg("a cast, and no box, in:\n%s", text);
        boxes += box;
        beside_few_words += cast && !strstr(text, "**Who**");
        free(text);
    }
    assert_in_range(boxes, 2, 79);
    assert_in_range(beside_few_words, 1, boxes - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_said_brings_its_stop),
        cmocka_unit_test(what_is_not_said_takes_its_stop_along),
        cmocka_unit_test(the_records_own_stop_stays),
        cmocka_unit_test(there_is_no_cast_beside_a_box_that_is_gone),
    };
    return cmocka_run_group_tests(tests, build, discard_theme);
}
