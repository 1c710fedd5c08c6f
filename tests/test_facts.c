/* test_facts.c: what an edition must hold unaltered, found and named. */
#include "english_book.h"
#include "read/read.h"
#include "understand/facts.h"

struct row {
    const char *text, *wanted; /* `kind[text]` for each fact, a space between them */
};

static void put_fact(const struct mirth_fact *fact, struct mirth_buffer *out)
{
    mirth_put_text(out, out->len ? " " : "");
    mirth_put_text(out, mirth_fact_name(fact->kind));
    mirth_put_char(out, '[');
    mirth_put_slice(out, fact->text);
    mirth_put_char(out, ']');
}

static size_t is_wrong(const struct mirth_english *english, const struct row *row)
{
    struct mirth_slice text = mirth_slice_of(row->text);
    struct mirth_buffer got = {0};
    struct mirth_fact fact;
    size_t at = 0, wrong;
    while (mirth_next_fact(english, text, &at, &fact))
        put_fact(&fact, &got);
    assert_true(at <= text.len);
    wrong = differs(row->text, &got, row->wanted);
    mirth_buffer_free(&got);
    return wrong;
}

static void dates_and_times_are_taken_as_wholes(void **state)
{
    static const struct row rows[] = {
        {"the relay fell at 3:30 PM (WAT) and rose at 16:05.", "time[3:30 PM (WAT)] time[16:05]"},
        {"it fell on March 4, 2023 at 09:00 UTC.", "time[March 4, 2023 at 09:00 UTC]"},
        {"it fell on 2023-03-04.", "date[2023-03-04]"},
        {"it fell from 09:00 to 10:30 UTC on Monday", "time[09:00 to 10:30 UTC on Monday]"},
        {"it may fall in May", ""},
    };
    CHECK_ROWS(rows);
}

static void numbers_keep_their_units(void **state)
{
    static const struct row rows[] = {
        {"it stood for 47 minutes", "duration[47 minutes]"},
        {"it stood for 2 hours and 5 minutes", "duration[2 hours] duration[5 minutes]"},
        {"some 1,024 users and 12 pods", "number[1,024 users] number[12 pods]"},
        {"about 60% of 7 racks", "percentage[60%] number[7]"},
        {"99.95% at most", "percentage[99.95%]"},
        {"a limit of 65,536 at 2.5 seconds", "number[65,536] duration[2.5 seconds]"},
        {"it answered 504 thrice", "number[504]"},
    };
    CHECK_ROWS(rows);
}

static void versions_and_hosts_are_told_apart(void **state)
{
    static const struct row rows[] = {
        {"it ran v1.2.3 on web-01", "version[v1.2.3] host[web-01]"},
        {"relay-7.example.org came back", "host[relay-7.example.org]"},
        {"it ran release v2.4", "version[v2.4]"},
        {"10.0.0.12 fell silent", "version[10.0.0.12]"},
    };
    CHECK_ROWS(rows);
}

static void code_links_and_quotations_are_never_taken_apart(void **state)
{
    static const struct row rows[] = {
        {"set `max_size = 12` again", "code[`max_size = 12`]"},
        {"see [the log](http://a.example/x?y=1) now", "link[[the log](http://a.example/x?y=1)]"},
        {"see ![a lamp](lamp.png)", "link[![a lamp](lamp.png)]"},
        {"see https://a.example/x. now", "url[https://a.example/x]"},
        {"see www.a.example, now", "url[www.a.example]"},
        {"it said \"no space left\" twice", "quote[\"no space left\"]"},
        {"it said \xe2\x80\x9cno space\xe2\x80\x9d twice",
         "quote[\xe2\x80\x9cno space\xe2\x80\x9d]"},
        {"a ``tick ` inside`` it", "code[``tick ` inside``]"},
    };
    CHECK_ROWS(rows);
}

static void names_are_words_with_a_capital_inside_a_sentence(void **state)
{
    static const struct row rows[] = {
        {"The relay woke Ana and Kofi.", "name[Ana] name[Kofi]"},
        {"Relays fell. Lamps rose.", ""},
        {"the DNS of eBay and file_a", "name[DNS] name[eBay] name[file_a]"},
        {"ask @ana in #relay", "name[@ana] name[#relay]"},
        {"DNS fell", "name[DNS]"},
        {"I think so", ""},
        {"it was the relay: The old one", ""},
    };
    CHECK_ROWS(rows);
}

static void a_parenthesis_is_looked_into(void **state)
{
    static const struct row rows[] = {
        {"it fell (error 504, on web-01) twice", "number[504] host[web-01]"},
        {"it fell (see `relay.conf`)", "code[`relay.conf`]"},
        {"a bracket ( left open 7", "number[7]"},
    };
    CHECK_ROWS(rows);
}

static void emphasis_hides_no_fact(void **state)
{
    static const struct row rows[] = {
        {"it took **47 minutes** there", "duration[47 minutes]"},
        {"it was *web-01*", "host[web-01]"},
        {"at **09:05** it fell", "time[09:05]"},
    };
    CHECK_ROWS(rows);
}

static void a_text_without_facts_has_none(void **state)
{
    static const struct row rows[] = {
        {"", ""}, {"nothing to see here.", ""}, {"...", ""}, {"** **", ""}};
    CHECK_ROWS(rows);
}

static void a_storys_facts_know_their_lines(void **state)
{
    static const char record[] = "# Relay outage\n\n- 09:05: It took 7 minutes.\n\n```\n12\n```\n\n"
                                 "| a | 8 |\n| - | - |\n| b | 9 |\n";
    struct mirth_story story = {.name = "r.md", .source = record, .length = sizeof record - 1};
    struct mirth_buffer got = {0};
    struct mirth_error err;
    assert_true(mirth_read_markdown(&story, 1 << 20, &err));
    assert_true(mirth_find_facts(*state, &story));
    for (size_t i = 0; i < story.fact_count; i++) {
        mirth_put_number(&got, story.facts[i].line);
        mirth_put_char(&got, ':');
        mirth_put_slice(&got, story.facts[i].text);
        mirth_put_char(&got, ' ');
    }
    assert_string_equal(got.at, "3:09:05 3:7 minutes 9:8 11:9 ");
    mirth_buffer_free(&got);
    mirth_pool_free(&story.pool);
}

static void every_kind_has_a_name(void **state)
{
    (void)state;
    assert_string_equal(mirth_fact_name(MIRTH_FACT_DATE), "date");
    assert_string_equal(mirth_fact_name(MIRTH_FACT_NAME), "name");
    for (int i = 0; i < MIRTH_FACT_KINDS; i++)
        assert_non_null(mirth_fact_name((enum mirth_fact_kind)i));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_and_times_are_taken_as_wholes),
        cmocka_unit_test(numbers_keep_their_units),
        cmocka_unit_test(versions_and_hosts_are_told_apart),
        cmocka_unit_test(code_links_and_quotations_are_never_taken_apart),
        cmocka_unit_test(names_are_words_with_a_capital_inside_a_sentence),
        cmocka_unit_test(a_parenthesis_is_looked_into),
        cmocka_unit_test(emphasis_hides_no_fact),
        cmocka_unit_test(a_text_without_facts_has_none),
        cmocka_unit_test(a_storys_facts_know_their_lines),
        cmocka_unit_test(every_kind_has_a_name),
    };
    return cmocka_run_group_tests(tests, open_english, close_english);
}
