/* test_retell.c: what holds of every edition, over records that nobody wrote. */
#include "books.h"
#include "record.h"

enum { RECORDS = 300 };

static int open_shelf(void **state)
{
    struct mirth_error err;
    *state = mirth_open(getenv("MIRTH_TEST_DB"), &err);
    if (!*state)
        fail_msg("%s", err.message);
    return 0;
}

static int close_shelf(void **state)
{
    mirth_close(*state);
    return 0;
}

static struct mirth_options options_for(const char *theme, size_t number)
{
    struct mirth_options options = mirth_defaults();
    options.theme = theme;
    options.mirth = 1 + (int)(number % 3);
    options.emoji = (enum mirth_emoji)(number / 3 % 3);
    options.pictures = (enum mirth_pictures)(number / 9 % 2);
    options.has_seed = number % 2;
    options.seed = number;
    return options;
}

static struct mirth_edition *tell(struct mirth_shelf *shelf, const char *text, size_t length,
                                  const struct mirth_options *options)
{
    struct mirth_error err;
    struct mirth_edition *edition = mirth_tell(shelf, text, length, options, &err);
    if (!edition)
        fail_msg("%s", err.message);
    return edition;
}

static bool is_text(const struct mirth_edition *edition, const char *text, size_t length)
{
    return mirth_edition_length(edition) == length &&
           !memcmp(mirth_edition_text(edition), text, length);
}

typedef void check(struct mirth_shelf *shelf, const struct mirth_buffer *record,
                   const struct mirth_edition *edition, const struct mirth_options *options);

/* Calls check for every record in every theme; on a failure the record is on stderr. */
static void for_each_edition(struct mirth_shelf *shelf, check *holds)
{
    const char *theme, *caption;
    size_t themes = 0;
    for (; mirth_theme(shelf, themes, &theme, &caption); themes++)
        for (size_t i = 0; i < RECORDS; i++) {
            struct mirth_buffer record = make_record(i);
            struct mirth_options options = options_for(theme, i);
            struct mirth_edition *edition = tell(shelf, record.at, record.len, &options);
            holds(shelf, &record, edition, &options);
            mirth_edition_free(edition);
            mirth_buffer_free(&record);
        }
    assert_true(themes > 0);
}

static void show(const struct mirth_buffer *record, const struct mirth_edition *edition,
                 const struct mirth_options *options)
{
    print_error("---- the record ----\n%s\n---- told as %s, mirth %d, status %d, %s ----\n%s\n",
                record->at, options->theme, options->mirth, (int)mirth_edition_status(edition),
                mirth_edition_note(edition) ? mirth_edition_note(edition) : "no note",
                mirth_edition_text(edition));
}

static void is_told(struct mirth_shelf *shelf, const struct mirth_buffer *record,
                    const struct mirth_edition *edition, const struct mirth_options *options)
{
    (void)shelf;
    if (mirth_edition_status(edition) == MIRTH_TOLD)
        return;
    show(record, edition, options);
    fail();
}

static void every_record_is_told(void **state)
{
    for_each_edition(*state, is_told);
}

/* The next run of digits from *at on. */
static struct mirth_slice next_number(struct mirth_slice text, size_t *at)
{
    size_t from;
    while (*at < text.len && !mirth_is_digit(text.at[*at]))
        ++*at;
    from = *at;
    while (*at < text.len && mirth_is_digit(text.at[*at]))
        ++*at;
    return mirth_slice(text.at + from, *at - from);
}

static void keeps_numbers(struct mirth_shelf *shelf, const struct mirth_buffer *record,
                          const struct mirth_edition *edition, const struct mirth_options *options)
{
    struct mirth_slice before = mirth_buffer_slice(record), wanted, got;
    struct mirth_slice after = {mirth_edition_text(edition), mirth_edition_length(edition)};
    size_t i = 0, k = 0;
    (void)shelf;
    while ((wanted = next_number(before, &i)).len) {
        do
            got = next_number(after, &k);
        while (got.len && !mirth_same(got, wanted));
        if (got.len)
            continue;
        show(record, edition, options);
        fail_msg("%.*s at byte %zu is lost", (int)wanted.len, wanted.at, i);
    }
}

static void every_number_stands_in_the_edition_in_its_order(void **state)
{
    for_each_edition(*state, keeps_numbers);
}

static void gives_the_same_again(struct mirth_shelf *shelf, const struct mirth_buffer *record,
                                 const struct mirth_edition *edition,
                                 const struct mirth_options *options)
{
    struct mirth_edition *again = tell(shelf, record->at, record->len, options);
    assert_true(is_text(again, mirth_edition_text(edition), mirth_edition_length(edition)));
    mirth_edition_free(again);
}

static void the_same_record_gives_the_same_bytes(void **state)
{
    for_each_edition(*state, gives_the_same_again);
}

static void is_a_fixed_point(struct mirth_shelf *shelf, const struct mirth_buffer *record,
                             const struct mirth_edition *edition,
                             const struct mirth_options *options)
{
    const char *text = mirth_edition_text(edition);
    size_t length = mirth_edition_length(edition);
    struct mirth_edition *again = tell(shelf, text, length, options);
    (void)record;
    assert_int_equal(mirth_edition_status(again), MIRTH_ASIS);
    assert_non_null(mirth_edition_note(again));
    assert_true(is_text(again, text, length));
    mirth_edition_free(again);
}

static void an_edition_told_again_is_itself(void **state)
{
    for_each_edition(*state, is_a_fixed_point);
}

static void a_record_told_without_mirth_is_itself(void **state)
{
    const char *theme, *caption;
    for (size_t t = 0; mirth_theme(*state, t, &theme, &caption); t++)
        for (size_t i = t; i < RECORDS; i += 3) {
            struct mirth_buffer record = make_record(i);
            struct mirth_options options = options_for(theme, i);
            struct mirth_edition *edition;
            options.mirth = 0;
            options.emoji = MIRTH_EMOJI_NONE;
            options.pictures = MIRTH_PICTURES_NONE;
            edition = tell(*state, record.at, record.len, &options);
            assert_int_equal(mirth_edition_status(edition), MIRTH_TOLD);
            assert_true(is_text(edition, record.at, record.len));
            mirth_edition_free(edition);
            mirth_buffer_free(&record);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_record_is_told),
        cmocka_unit_test(every_number_stands_in_the_edition_in_its_order),
        cmocka_unit_test(the_same_record_gives_the_same_bytes),
        cmocka_unit_test(an_edition_told_again_is_itself),
        cmocka_unit_test(a_record_told_without_mirth_is_itself),
    };
    return cmocka_run_group_tests(tests, open_shelf, close_shelf);
}
