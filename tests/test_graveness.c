/* test_graveness.c: what no joke is told about, and what only sounds like it. */
#include "english_book.h"
#include "read/read.h"
#include "graveness_rows.h"
#include "understand/tone.h"

/* The row that a sentence makes of a record: its tone is the record's. */
static struct mirth_story story_of(const char *record)
{
    struct mirth_story story = {.name = "r.md", .source = record, .length = strlen(record)};
    struct mirth_error err;
    if (!mirth_read(&story, MIRTH_FROM_MARKDOWN, (size_t)1 << 20, &err))
        fail_msg("%s", err.message);
    return story;
}

static int cap_of(const struct mirth_english *english, const char *sentence)
{
    struct mirth_buffer record = {0};
    struct mirth_story story;
    int cap;
    mirth_put_text(&record, "# Postmortem: the parcel desk\n\n## Timeline\n\n- 10:00: ");
    mirth_put_text(&record, sentence);
    mirth_put_text(&record, "\n- 10:10: Service restored.\n");
    story = story_of(record.at);
    mirth_take_tone(english, &story);
    cap = story.tone.cap;
    if (cap < 3) {
        assert_true(story.tone.reason_count >= 1);
        assert_int_equal(story.tone.reasons[0].line, 5);
    }
    mirth_pool_free(&story.pool);
    mirth_buffer_free(&record);
    return cap;
}

static void assert_caps(const struct mirth_english *english, const char *const *rows, size_t count,
                        int wanted)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        int cap = cap_of(english, rows[i]);
        if (cap == wanted)
            continue;
        print_error("%d, not %d: %s\n", cap, wanted, rows[i]);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

#define CAPS(rows, cap) assert_caps(*state, rows, sizeof(rows) / sizeof *(rows), cap)

static void the_grave_is_refused(void **state)
{
    CAPS(refused, -1);
}

static void breaches_are_told_as_they_are(void **state)
{
    CAPS(sober, 0);
}

static void losses_and_blame_are_told_gently(void **state)
{
    CAPS(gentle, 1);
}

static void the_trade_talks_so(void **state)
{
    CAPS(technical, 3);
}

static void the_gravest_word_decides_and_every_line_of_it_is_named(void **state)
{
    struct mirth_story story = story_of("# Postmortem: two people died\n\nA patient died.\n\n"
                                        "The data breach was found.\n\nTwo deaths.\n");
    mirth_take_tone(*state, &story);
    assert_int_equal(story.tone.cap, -1);
    assert_int_equal(story.tone.reason_count, 3);
    assert_int_equal(story.tone.reasons[0].line, 1);
    assert_true(mirth_same_text(story.tone.reasons[0].words, "people died"));
    assert_int_equal(story.tone.reasons[1].line, 3);
    assert_true(mirth_same_text(story.tone.reasons[1].words, "patient died"));
    assert_int_equal(story.tone.reasons[2].line, 7);
    assert_true(mirth_same_text(story.tone.reasons[2].words, "deaths"));
    mirth_pool_free(&story.pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_grave_is_refused),
        cmocka_unit_test(breaches_are_told_as_they_are),
        cmocka_unit_test(losses_and_blame_are_told_gently),
        cmocka_unit_test(the_trade_talks_so),
        cmocka_unit_test(the_gravest_word_decides_and_every_line_of_it_is_named),
    };
    return cmocka_run_group_tests(tests, open_english, close_english);
}
