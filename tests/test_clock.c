/* test_clock.c: the shapes in which people write dates and times. */
#include "english_book.h"
#include "understand/clock.h"

struct row {
    const char *text, *matched; /* matched NULL: no time */
    int minute, year, month, day;
};

static const struct row clocks[] = {
    {"9:05 AM: pager rang", "9:05 AM", 545, 0, 0, 0},
    {"09:05 AM - pager rang", "09:05 AM", 545, 0, 0, 0},
    {"09h05 - pager rang", "09h05", 545, 0, 0, 0},
    {"14h30: pager rang", "14h30", 870, 0, 0, 0},
    {"7:35PM pager rang", "7:35PM", 1175, 0, 0, 0},
    {"07:35pm pager rang", "07:35pm", 1175, 0, 0, 0},
    {"10:20 pm pager rang", "10:20 pm", 1340, 0, 0, 0},
    {"12:00 AM: nightly job", "12:00 AM", 0, 0, 0, 0},
    {"12:30 AM nightly job", "12:30 AM", 30, 0, 0, 0},
    {"12:30 PM lunch", "12:30 PM", 750, 0, 0, 0},
    {"3pm pager rang", "3pm", 900, 0, 0, 0},
    {"11am pager rang", "11am", 660, 0, 0, 0},
    {"21:40 pager rang", "21:40", 1300, 0, 0, 0},
    {"9:44 pager rang", "9:44", 584, 0, 0, 0},
    {"00:00 nightly job", "00:00", 0, 0, 0, 0},
    {"16:32:05 pager rang", "16:32:05", 992, 0, 0, 0},
    {"17:59 PM pager rang", "17:59 PM", 1079, 0, 0, 0},
    {"9:25 - 26 letters arrived", "9:25", 565, 0, 0, 0},
    {"20:50 31 letters arrived", "20:50", 1250, 0, 0, 0},
    {"20:50 31 May, letters arrived", "20:50 31 May", 1250, 0, 5, 31},
    {"9:25 - The 4 letters arrived", "9:25", 565, 0, 0, 0},
};

static const struct row zones[] = {
    {"21:40 UTC failover", "21:40 UTC", 1300, 0, 0, 0},
    {"7:29 UTC failover", "7:29 UTC", 449, 0, 0, 0},
    {"10:10 AM PST failover", "10:10 AM PST", 610, 0, 0, 0},
    {"2:50 PM GMT failover", "2:50 PM GMT", 890, 0, 0, 0},
    {"12:20 AM (UTC) failover", "12:20 AM (UTC)", 20, 0, 0, 0},
    {"3:30 PM (WAT): failover", "3:30 PM (WAT)", 930, 0, 0, 0},
    {"13:24 EDT (17:24 UTC) failover", "13:24 EDT (17:24 UTC)", 804, 0, 0, 0},
    {"10:00 GMT+1 failover", "10:00 GMT+1", 600, 0, 0, 0},
    {"10:00 GMT-5 failover", "10:00 GMT-5", 600, 0, 0, 0},
    {"10:00 GMT+02:00 failover", "10:00 GMT+02:00", 600, 0, 0, 0},
    {"6:00 AM (UTC-4) failover", "6:00 AM (UTC-4)", 360, 0, 0, 0},
    {"10:00 AM (Eastern Time) failover", "10:00 AM (Eastern Time)", 600, 0, 0, 0},
    {"7:09 AM Eastern failover", "7:09 AM Eastern", 429, 0, 0, 0},
    {"22:10 (the spare clock) failover", "22:10", 1330, 0, 0, 0},
};

static const struct row dates[] = {
    {"8th of May 2023, pager rang", "8th of May 2023", -1, 2023, 5, 8},
    {"March 3, 2023 - pager rang", "March 3, 2023", -1, 2023, 3, 3},
    {"[03-26 08:10] pager rang", "03-26 08:10", 490, 0, 3, 26},
    {"March 3, 2023, 09:10 GMT: pager rang", "March 3, 2023, 09:10 GMT", 550, 2023, 3, 3},
    {"March 3, 2023, 9:10 AM (UTC) pager", "March 3, 2023, 9:10 AM (UTC)", 550, 2023, 3, 3},
    {"November 5, 2023, at 10:15 PM pager", "November 5, 2023, at 10:15 PM", 1335, 2023, 11, 5},
    {"March 19, 2024 at 09:00 pager", "March 19, 2024 at 09:00", 540, 2024, 3, 19},
    {"March 12 pager rang", "March 12", -1, 0, 3, 12},
    {"January 25th pager rang", "January 25th", -1, 0, 1, 25},
    {"August 8th, 15:30 pager rang", "August 8th, 15:30", 930, 0, 8, 8},
    {"July 9th, 2024 pager rang", "July 9th, 2024", -1, 2024, 7, 9},
    {"February 2nd 2019 pager rang", "February 2nd 2019", -1, 2019, 2, 2},
    {"Mar 11 at 19:21 UTC pager", "Mar 11 at 19:21 UTC", 1161, 0, 3, 11},
    {"Feb 27, 15:12:00 UTC pager", "Feb 27, 15:12:00 UTC", 912, 0, 2, 27},
    {"Friday 28 November 2019 pager", "Friday 28 November 2019", -1, 2019, 11, 28},
    {"Wednesday 30th March pager", "Wednesday 30th March", -1, 0, 3, 30},
    {"2022-05-17 pager rang", "2022-05-17", -1, 2022, 5, 17},
    {"2022-05-17 06:12 pager rang", "2022-05-17 06:12", 372, 2022, 5, 17},
    {"2022-05-17 06:12 UTC pager rang", "2022-05-17 06:12 UTC", 372, 2022, 5, 17},
    {"2022-05-17 at 21:28 UTC pager", "2022-05-17 at 21:28 UTC", 1288, 2022, 5, 17},
    {"2022-05-17 7:09 AM Eastern pager", "2022-05-17 7:09 AM Eastern", 429, 2022, 5, 17},
    {"2022-05-17 03:01:18.935 pager", "2022-05-17 03:01:18.935", 181, 2022, 5, 17},
    {"2022-05-17T16:08:30Z pager", "2022-05-17T16:08:30Z", 968, 2022, 5, 17},
    {"2022-05-17T16:08 pager", "2022-05-17T16:08", 968, 2022, 5, 17},
    {"04-12-2022 7:33 AM GMT+1 pager", "04-12-2022 7:33 AM GMT+1", 453, 2022, 12, 4},
    {"06/May/2022 2:17 PM (GMT) pager", "06/May/2022 2:17 PM (GMT)", 857, 2022, 5, 6},
    {"6-Jan-2023 19:23 pager", "6-Jan-2023 19:23", 1163, 2023, 1, 6},
    {"04/12/2022 19:23 pager", "04/12/2022 19:23", 1163, 2022, 12, 4},
    {"04.12.2022 19:23 pager", "04.12.2022 19:23", 1163, 2022, 12, 4},
    {"2022.12.04 19:23 pager", "2022.12.04 19:23", 1163, 2022, 12, 4},
};

static const struct row ranges[] = {
    {"10:01-10:02 failover", "10:01-10:02", 601, 0, 0, 0},
    {"22:04-23:10 UTC failover", "22:04-23:10 UTC", 1324, 0, 0, 0},
    {"7:30 - 10:35 UTC failover", "7:30 - 10:35 UTC", 450, 0, 0, 0},
    {"10:07-10:29 AM failover", "10:07-10:29 AM", 607, 0, 0, 0},
    {"9:00 AM to 12:10 PM UTC failover", "9:00 AM to 12:10 PM UTC", 540, 0, 0, 0},
    {"8:00 PM to 1:10 AM failover", "8:00 PM to 1:10 AM", 1200, 0, 0, 0},
    {"07:15 AM \xe2\x80\x93 10:42 AM EAT failover", "07:15 AM \xe2\x80\x93 10:42 AM EAT", 435, 0, 0,
     0},
    {"16:00 PST to 20:05 PST failover", "16:00 PST to 20:05 PST", 960, 0, 0, 0},
    {"12:17 and 12:40 UTC failovers", "12:17 and 12:40 UTC", 737, 0, 0, 0},
    {"14:00 to 16:05 EDT, March 9, 2024 failover", "14:00 to 16:05 EDT, March 9, 2024", 840, 2024,
     3, 9},
    {"March 9, 2024, 08:00 - 10:35 WAT failover", "March 9, 2024, 08:00 - 10:35 WAT", 480, 2024, 3,
     9},
    {"March 9, 2024, from 15:00 to 18:35 UTC failover", "March 9, 2024, from 15:00 to 18:35 UTC",
     900, 2024, 3, 9},
    {"June 4, 2024, 10:00 AM to June 5, 2024, 2:00 AM (UTC) failover",
     "June 4, 2024, 10:00 AM to June 5, 2024, 2:00 AM (UTC)", 600, 2024, 6, 4},
    {"April 15, 2024 5:00 PM to April 17, 2024 5:00 AM failover",
     "April 15, 2024 5:00 PM to April 17, 2024 5:00 AM", 1020, 2024, 4, 15},
    {"July 6th, 2022, 15:00 - July 7th, 2022, 09:40 (UTC) failover",
     "July 6th, 2022, 15:00 - July 7th, 2022, 09:40 (UTC)", 900, 2022, 7, 6},
};

static const struct row marked[] = {
    {"[8:27 AM] pager rang", "8:27 AM", 507, 0, 0, 0},
    {"[08:47] pager rang", "08:47", 527, 0, 0, 0},
    {"(08:47) pager rang", "08:47", 527, 0, 0, 0},
    {"(November 11, 2023, 8:00 PM) pager", "November 11, 2023, 8:00 PM", 1200, 2023, 11, 11},
    {"**14:05**: pager rang", "14:05", 845, 0, 0, 0},
    {"**14:05 UTC:** pager rang", "14:05 UTC", 845, 0, 0, 0},
    {"**2:05 PM (WAT):** pager rang", "2:05 PM (WAT)", 845, 0, 0, 0},
    {"*14:05* pager rang", "14:05", 845, 0, 0, 0},
    {"_14:05_ pager rang", "14:05", 845, 0, 0, 0},
    {"`14:05` pager rang", "14:05", 845, 0, 0, 0},
    {"**[14:05]** pager rang", "14:05", 845, 0, 0, 0},
    {"  14:05 pager rang", "14:05", 845, 0, 0, 0},
};

static const struct row no_times[] = {
    {"12 nodes joined the ring", NULL, 0, 0, 0, 0}, {"Version 2.10 went out", NULL, 0, 0, 0, 0},
    {"v1.2.3 went out", NULL, 0, 0, 0, 0},          {"10.0.0.12 fell silent", NULL, 0, 0, 0, 0},
    {"May need a second look", NULL, 0, 0, 0, 0},   {"March through the steps", NULL, 0, 0, 0, 0},
    {"Sat idle until lunch", NULL, 0, 0, 0, 0},     {"Friday", NULL, 0, 0, 0, 0},
    {"03-26 pages grew", NULL, 0, 0, 0, 0},         {"10-15 minutes later", NULL, 0, 0, 0, 0},
    {"2024 was a quiet year", NULL, 0, 0, 0, 0},    {"404 pages grew", NULL, 0, 0, 0, 0},
    {"60% of the fleet", NULL, 0, 0, 0, 0},         {"3 of 5 probes passed", NULL, 0, 0, 0, 0},
    {"5 minutes went by", NULL, 0, 0, 0, 0},        {"24/7 desk took the call", NULL, 0, 0, 0, 0},
    {"16:9 screens only", NULL, 0, 0, 0, 0},        {"80:20 was the split", NULL, 0, 0, 0, 0},
    {"30:00 is no time", NULL, 0, 0, 0, 0},         {"100:1 compression", NULL, 0, 0, 0, 0},
    {"1-2-3 checklist", NULL, 0, 0, 0, 0},          {"I am on call", NULL, 0, 0, 0, 0},
    {"Noon shift took over", NULL, 0, 0, 0, 0},     {"", NULL, 0, 0, 0, 0},
};

/* Kept as they are; what was meant is not always to be known. */
static const struct row broken[] = {
    {"17:59 PM pager rang", "17:59 PM", 1079, 0, 0, 0},
    {"13:05AM pager rang", "13:05AM", 785, 0, 0, 0},
    {"10:00 M pager rang", "10:00 M", 600, 0, 0, 0},
    {"10:75 pager rang", "10:75", -1, 0, 0, 0},
    {"10:75 AM: pager rang", "10:75 AM", -1, 0, 0, 0},
    {"25:10 UTC pager rang", "25:10 UTC", -1, 0, 0, 0},
    {"May 5,, 2024, 10:05 AM pager rang", "May 5,, 2024, 10:05 AM", 605, 2024, 5, 5},
    {"June 31, 2024 pager rang", "June 31, 2024", -1, 2024, 6, 31},
    {"2023-02-29 10:05 pager rang", "2023-02-29 10:05", 605, 2023, 2, 29},
};

static const struct row sound[] = {
    {"13:05 - 2:10 PM", "13:05 - 2:10 PM", 785, 0, 0, 0},
    {"5:59 PM (17:59 UTC)", "5:59 PM (17:59 UTC)", 1079, 0, 0, 0},
    {"May 5, 2024, 10:05 AM", "May 5, 2024, 10:05 AM", 605, 2024, 5, 5},
    {"February 29, 2024", "February 29, 2024", -1, 2024, 2, 29},
    {"12:30 PM", "12:30 PM", 750, 0, 0, 0},
};

static void describe(const char *matched, size_t len, const struct row *r, struct mirth_buffer *out)
{
    const int numbers[] = {r->minute < 0 ? 9999 : r->minute, r->year, r->month, r->day};
    out->len = 0;
    mirth_put(out, matched, len);
    for (size_t i = 0; i < 4; i++) {
        mirth_put_char(out, '|');
        mirth_put_number(out, (uint64_t)numbers[i]);
    }
}

static size_t is_wrong(const struct mirth_english *english, const struct row *row)
{
    struct mirth_buffer got = {0}, wanted = {0};
    struct mirth_when when;
    size_t wrong;
    mirth_put_text(&got, "no time");
    mirth_put_text(&wanted, "no time");
    if (row->matched)
        describe(row->matched, strlen(row->matched), row, &wanted);
    if (mirth_when_at(english, mirth_slice_of(row->text), &when)) {
        struct row said = {NULL, NULL, when.minute, when.year, when.month, when.day};
        describe(when.text.at, when.text.len, &said, &got);
        assert_ptr_equal(when.text.at + when.text.len, row->text + when.len);
    }
    wrong = differs(row->text, &got, wanted.at);
    mirth_buffer_free(&got);
    mirth_buffer_free(&wanted);
    return wrong;
}

static void a_time_of_day_is_read_however_it_is_written(void **state)
{
    CHECK_ROWS(clocks);
}

static void a_zone_belongs_to_its_time(void **state)
{
    CHECK_ROWS(zones);
}

static void a_date_is_read_however_it_is_written(void **state)
{
    CHECK_ROWS(dates);
}

static void a_range_is_one_expression_that_begins_with_its_first_time(void **state)
{
    CHECK_ROWS(ranges);
}

static void marks_and_brackets_may_stand_around_a_time(void **state)
{
    CHECK_ROWS(marked);
}

static void what_only_looks_like_a_time_is_none(void **state)
{
    CHECK_ROWS(no_times);
}

static size_t count_broken(const struct mirth_english *english, const struct row *rows, size_t n)
{
    struct mirth_when when;
    size_t seen = 0;
    for (size_t i = 0; i < n; i++)
        seen += mirth_when_at(english, mirth_slice_of(rows[i].text), &when) && when.broken;
    return seen;
}

static void a_time_that_cannot_be_is_kept_and_said_to_be_broken(void **state)
{
    CHECK_ROWS(broken);
    CHECK_ROWS(sound);
    assert_int_equal(count_broken(*state, broken, sizeof broken / sizeof *broken),
                     sizeof broken / sizeof *broken);
    assert_int_equal(count_broken(*state, sound, sizeof sound / sizeof *sound), 0);
}

static void a_day_has_a_date(void **state)
{
    static const int days[][3] = {{1970, 1, 1}, {1969, 12, 31}, {2000, 2, 29}, {2024, 12, 31}};
    (void)state;
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        int year, month, day;
        mirth_date(mirth_days(days[i][0], days[i][1], days[i][2]), &year, &month, &day);
        assert_int_equal(year, days[i][0]);
        assert_int_equal(month, days[i][1]);
        assert_int_equal(day, days[i][2]);
    }
}

static void days_are_counted_from_1970(void **state)
{
    (void)state;
    assert_int_equal(mirth_days(1970, 1, 1), 0);
    assert_int_equal(mirth_days(1969, 12, 31), -1);
    assert_int_equal(mirth_days(2000, 3, 1), 11017);
    assert_int_equal(mirth_days(2024, 2, 29), 19782);
    assert_int_equal(mirth_days(2025, 1, 1) - mirth_days(2024, 1, 1), 366);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_time_of_day_is_read_however_it_is_written),
        cmocka_unit_test(a_zone_belongs_to_its_time),
        cmocka_unit_test(a_date_is_read_however_it_is_written),
        cmocka_unit_test(a_range_is_one_expression_that_begins_with_its_first_time),
        cmocka_unit_test(marks_and_brackets_may_stand_around_a_time),
        cmocka_unit_test(what_only_looks_like_a_time_is_none),
        cmocka_unit_test(a_time_that_cannot_be_is_kept_and_said_to_be_broken),
        cmocka_unit_test(days_are_counted_from_1970),
        cmocka_unit_test(a_day_has_a_date),
    };
    return cmocka_run_group_tests(tests, open_english, close_english);
}
