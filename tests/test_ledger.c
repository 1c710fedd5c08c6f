/* test_ledger.c: the account of facts notices what was altered, lost, moved or added. */
#include "english_book.h"
#include "read/read.h"
#include "retell/ledger.h"
#include "understand/facts.h"

struct row {
    const char *source, *told;
};

static void assert_rows(const struct mirth_english *english, const struct row *rows, size_t count,
                        bool balances)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++)
        if (mirth_ledger_balances(english, NULL, mirth_slice_of(rows[i].source),
                                  mirth_slice_of(rows[i].told)) != balances) {
            print_error("%s\n  %s\n  wanted: %s\n", rows[i].source, rows[i].told,
                        balances ? "balances" : "does not balance");
            wrong++;
        }
    assert_int_equal(wrong, 0);
}

#define BALANCE(rows) assert_rows(*state, rows, sizeof(rows) / sizeof *(rows), true)
#define NOTICED(rows) assert_rows(*state, rows, sizeof(rows) / sizeof *(rows), false)

static void a_retelling_that_keeps_everything_balances(void **state)
{
    static const struct row rows[] = {
        {"The relay fell.", "Down went the relay, poor thing."},
        {"It took 47 minutes.", "A whole 47 minutes it took."},
        {"Ana set `a = 1` at 09:05 UTC.", "At last Ana set `a = 1`, at 09:05 UTC, by candlelight."},
        {"About 60% of users saw errors.", "About 60% of users saw errors, and a troll."},
        {"Approximately 60% of users.", "About 60% of users."},
        {"It was not the relay.", "Not the relay: it was not the relay."},
        {"It said \"no space left\".", "\"no space left\", it said."},
        {"See [the log](a.html).", "Behold [the log](a.html)."},
        {"(error 504 on web-01)", "Then: error 504 on web-01."},
        {"", ""},
        {"The relay and\nthe switch fell.", "The relay and the switch fell."},
        {"It took **47 minutes**.", "It took *47* minutes."},
    };
    BALANCE(rows);
}

static void an_altered_number_is_noticed(void **state)
{
    static const struct row rows[] = {
        {"It took 47 minutes.", "It took 48 minutes."},
        {"About 60% of users.", "About 60 of users."},
        {"At 09:05 it fell.", "At 9:05 it fell."},
        {"It cost $1,200.", "It cost $1200."},
        {"It ran v1.2.3.", "It ran v1.2.4."},
        {"It was web-01.", "It was web-02."},
    };
    NOTICED(rows);
}

static void a_lost_fact_is_noticed(void **state)
{
    static const struct row rows[] = {
        {"It took 47 minutes.", "It took a while."},
        {"It fell at 09:05 and 09:07.", "It fell at 09:05."},
        {"Set `a = 1` again.", "Set it again."},
        {"See [the log](a.html).", "See the log."},
        {"See https://a.example/x now.", "See it now."},
        {"It said \"error 504\".", "It said no more."},
        {"It fell (twice, on web-01).", "It fell."},
    };
    NOTICED(rows);
}

static void an_added_number_is_noticed(void **state)
{
    static const struct row rows[] = {
        {"The relay fell.", "The relay fell 7 times."},
        {"It took 47 minutes.", "It took 47 minutes, or 2820 seconds."},
        {"The relay fell.", "The relay fell at `dawn`."},
        {"The relay fell.", "The relay fell, see [a song](song.html)."},
    };
    NOTICED(rows);
}

static void swapped_facts_are_noticed(void **state)
{
    static const struct row rows[] = {
        {"It fell at 09:05 and rose at 09:45.", "It rose at 09:45, after 09:05."},
        {"From web-01 to web-02.", "To web-02 from web-01."},
        {"Set `a` before `b`.", "Set `b` after `a`."},
    };
    NOTICED(rows);
}

static void a_dropped_negation_is_noticed(void **state)
{
    static const struct row rows[] = {
        {"It was not the relay.", "It was the relay."},
        {"No mail was lost.", "Mail was lost."},
        {"It never fell.", "It fell."},
        {"It cannot fall.", "It can fall."},
        {"It fell without a sound.", "It fell with a sound."},
        {"It was not the relay and not the switch.", "It was not the relay and the switch."},
    };
    NOTICED(rows);
}

static void a_dropped_hedge_is_noticed(void **state)
{
    static const struct row rows[] = {
        {"About half fell.", "Half fell."},
        {"It was partially restored.", "It was restored."},
        {"It was probably the relay.", "It was the relay."},
        {"Nearly every probe fell.", "Every probe fell."},
        {"Approximately 60% of users.", "60% of users."},
        {"Approximately 60% of users.", "Roughly 60% of users."},
        {"About 60% of approximately 9 users.", "About 60% of 9 users."},
    };
    NOTICED(rows);
}

static void a_lost_name_is_noticed(void **state)
{
    static const struct row rows[] = {
        {"The relay woke Ana.", "The relay woke an engineer."},
        {"The relay woke Ana and Kofi.", "The relay woke Ana and Ana."},
        {"The DNS fell.", "The names fell."},
        {"It runs on eBay.", "It runs on the bay."},
        {"Then file_a fell.", "Then a file fell."},
    };
    NOTICED(rows);
}

static void a_new_name_is_ours_to_give(void **state)
{
    static const struct row rows[] = {
        {"The relay fell.", "The relay fell upon Sir Bors."},
        {"The relay woke Ana.", "The relay woke Ana, as once it woke Merlin."},
    };
    BALANCE(rows);
}

/* A story of one event, and one edit of it: the whole account. */
static bool audit(const struct mirth_english *english, const char *record, struct mirth_edit edit,
                  size_t *line)
{
    struct mirth_story story = {.name = "r.md", .source = record, .length = strlen(record)};
    struct mirth_retelling retelling = {.edits = &edit, .count = 1};
    return mirth_ledger_audit(english, &story, &retelling, line);
}

static struct mirth_edit edit_of(size_t at, size_t len, const char *text)
{
    return (struct mirth_edit){.span = {at, len}, .text = text, .len = strlen(text), .ours = !len};
}

static const char record[] = "# Relay\n\n- 09:05: It took 47 minutes.\n";

static void an_audit_names_the_line_of_what_does_not_balance(void **state)
{
    size_t at = (size_t)(strstr(record, "It took") - record), line = 0;
    assert_true(audit(*state, record, edit_of(at, 19, "47 minutes it took."), &line));
    assert_false(audit(*state, record, edit_of(at, 19, "It took 48 minutes."), &line));
    assert_int_equal(line, 3);
}

static void a_block_of_ours_says_only_what_the_record_says(void **state)
{
    size_t line = 0;
    assert_true(audit(*state, record, edit_of(7, 0, "\n\nIt took 47 minutes.\n"), &line));
    assert_true(audit(*state, record, edit_of(7, 0, "\n\n![a lamp](lamp.png)\n"), &line));
    assert_false(audit(*state, record, edit_of(7, 0, "\n\nIt took 3 hours.\n"), &line));
    assert_int_equal(line, 1);
}

static void receipts_are_a_line_a_fact_and_a_total(void **state)
{
    struct mirth_story story = {.name = "r.md", .source = record, .length = sizeof record - 1};
    struct mirth_buffer out = {0};
    struct mirth_error err;
    assert_true(mirth_read_markdown(&story, 1 << 20, &err));
    assert_true(mirth_find_facts(*state, &story));
    mirth_ledger_print(&story, &(struct mirth_retelling){0}, &out);
    assert_string_equal(out.at, "3\ttime\t09:05\n3\tduration\t47 minutes\n"
                                "total\t2 facts in, 2 facts out\n");
    out.len = 0;
    mirth_ledger_print(
        &story,
        &(struct mirth_retelling){.edits = (struct mirth_edit[]){edit_of(
                                      (size_t)(strstr(record, "47") - record), 10, "an hour")},
                                  .count = 1},
        &out);
    assert_string_equal(out.at, "3\ttime\t09:05\n3\tduration\t47 minutes\tMISSING\n"
                                "total\t2 facts in, 1 facts out\n");
    mirth_buffer_free(&out);
    mirth_pool_free(&story.pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_retelling_that_keeps_everything_balances),
        cmocka_unit_test(an_altered_number_is_noticed),
        cmocka_unit_test(a_lost_fact_is_noticed),
        cmocka_unit_test(an_added_number_is_noticed),
        cmocka_unit_test(swapped_facts_are_noticed),
        cmocka_unit_test(a_dropped_negation_is_noticed),
        cmocka_unit_test(a_dropped_hedge_is_noticed),
        cmocka_unit_test(a_lost_name_is_noticed),
        cmocka_unit_test(a_new_name_is_ours_to_give),
        cmocka_unit_test(an_audit_names_the_line_of_what_does_not_balance),
        cmocka_unit_test(a_block_of_ours_says_only_what_the_record_says),
        cmocka_unit_test(receipts_are_a_line_a_fact_and_a_total),
    };
    return cmocka_run_group_tests(tests, open_english, close_english);
}
