/* test_base.c: the pool, text and buffers that every stage stands on. */
#include "base/error.h"
#include "base/pool.h"
#include "base/sha256.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdalign.h>
#include <string.h>

#include <cmocka.h>

#define SLICE(text) mirth_slice(text, sizeof text - 1)

/* ---- error ---- */

static void an_error_is_a_formatted_sentence(void **state)
{
    struct mirth_error err = {0};
    (void)state;
    assert_false(mirth_fail(&err, MIRTH_USAGE, "%s:%d: expected %s", "a.md", 7, "a slot"));
    assert_int_equal(err.status, MIRTH_USAGE);
    assert_string_equal(err.message, "a.md:7: expected a slot");
}

static void a_long_error_is_cut_not_overrun(void **state)
{
    struct mirth_error err = {0};
    char path[2000];
    (void)state;
    memset(path, 'p', sizeof path);
    path[sizeof path - 1] = '\0';
    mirth_fail(&err, MIRTH_BROKEN, "%s", path);
    assert_int_equal(strlen(err.message), sizeof err.message - 1);
}

/* ---- pool ---- */

static void a_pool_gives_zeroed_aligned_memory(void **state)
{
    struct mirth_pool pool = {0};
    (void)state;
    for (size_t size = 1; size < 200; size++) {
        unsigned char *at = mirth_pool_take(&pool, size);
        assert_non_null(at);
        assert_int_equal((uintptr_t)at % alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(at[i], 0);
        memset(at, 0xff, size);
    }
    mirth_pool_free(&pool);
}

static void a_pool_gives_more_than_a_block(void **state)
{
    struct mirth_pool pool = {0};
    char *large = mirth_pool_take(&pool, 1000000), *small = mirth_pool_take(&pool, 10);
    (void)state;
    assert_non_null(large);
    assert_non_null(small);
    memset(large, 1, 1000000);
    assert_int_equal(small[0], 0);
    mirth_pool_free(&pool);
}

static void an_impossible_size_spends_the_pool(void **state)
{
    struct mirth_pool pool = {0};
    (void)state;
    assert_null(mirth_pool_array(&pool, SIZE_MAX / 2, 3));
    assert_true(pool.spent);
    assert_null(mirth_pool_take(&pool, 1));
    mirth_pool_free(&pool);
    assert_false(pool.spent);
    assert_null(mirth_pool_take(&pool, SIZE_MAX));
    assert_true(pool.spent);
    mirth_pool_free(&pool);
    assert_null(mirth_pool_copy(&pool, "", SIZE_MAX));
    mirth_pool_free(&pool);
}

static void a_copy_ends_in_nul(void **state)
{
    struct mirth_pool pool = {0};
    (void)state;
    assert_string_equal(mirth_pool_copy(&pool, "outage", 3), "out");
    assert_string_equal(mirth_pool_copy(&pool, NULL, 0), "");
    mirth_pool_free(&pool);
}

static void an_array_grows_and_keeps_its_items(void **state)
{
    struct mirth_pool pool = {0};
    size_t *items = NULL, room = 0;
    (void)state;
    for (size_t i = 0; i < 1000; i++) {
        assert_true(mirth_pool_grow(&pool, (void **)&items, i, &room, sizeof *items));
        items[i] = i;
    }
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(items[i], i);
    mirth_pool_free(&pool);
}

/* ---- text ---- */

static void trimming_takes_white_space_at_both_ends(void **state)
{
    (void)state;
    assert_true(mirth_same_text(mirth_trim(SLICE(" \t a b\r\n")), "a b"));
    assert_int_equal(mirth_trim(SLICE(" \v\f ")).len, 0);
    assert_int_equal(mirth_trim(SLICE("")).len, 0);
}

static void slices_are_compared_by_bytes_or_letters(void **state)
{
    (void)state;
    assert_true(mirth_same(mirth_slice(NULL, 0), SLICE("")));
    assert_false(mirth_same(SLICE("DNS"), SLICE("dns")));
    assert_true(mirth_same_nocase(SLICE("DNS"), SLICE("dns")));
    assert_false(mirth_same_nocase(SLICE("DNS"), SLICE("dnss")));
    assert_false(mirth_same_nocase(SLICE("\xc3\x84"), SLICE("\xc3\xa4")));
    assert_int_equal(mirth_slice_of(NULL).len, 0);
}

static void cutting_gives_trimmed_pieces_and_empty_ones(void **state)
{
    struct mirth_slice rest = SLICE(" a |b||c "), piece;
    static const char *const pieces[] = {"a", "b", "", "c"};
    (void)state;
    for (size_t i = 0; i < 4; i++) {
        assert_true(mirth_cut(&rest, '|', &piece));
        assert_true(mirth_same_text(piece, pieces[i]));
    }
    assert_false(mirth_cut(&rest, '|', &piece));
}

static void letters_are_ascii_or_part_of_a_character(void **state)
{
    (void)state;
    assert_true(mirth_is_alpha('a') && mirth_is_alpha('Z') && mirth_is_alpha('\xc3'));
    assert_false(mirth_is_alpha('0') || mirth_is_alpha('@') || mirth_is_alpha('['));
    assert_int_equal(mirth_upper('q'), 'Q');
    assert_int_equal(mirth_lower('Q'), 'q');
    assert_int_equal(mirth_upper('{'), '{');
    assert_int_equal(mirth_lower('\xc3'), '\xc3');
}

static void words_are_runs_with_a_letter_or_digit(void **state)
{
    (void)state;
    assert_int_equal(mirth_count_words(SLICE("")), 0);
    assert_int_equal(mirth_count_words(SLICE(" - the 240 connections, at 10:05 -- \xc3\xa4!")), 6);
}

static void hashing_continues(void **state)
{
    (void)state;
    assert_true(mirth_hash(MIRTH_HASH, "a", 1) == 0xaf63dc4c8601ec8cULL);
    assert_true(mirth_hash(mirth_hash(MIRTH_HASH, "foo", 3), "bar", 3) == 0x85944171f73967e8ULL);
}

/* ---- UTF-8: the edges of RFC 3629's table, and one step beyond each ---- */

static const struct {
    const char *text;
    size_t len, fault;
} utf8[] = {
    {"", 0, 0},
    {"plain", 5, 5},
    {"\x7f", 1, 1},
    {"a\0b", 3, 1},
    {"\xc2\x80", 2, 2},
    {"\xdf\xbf", 2, 2},
    {"\xe0\xa0\x80", 3, 3},
    {"\xed\x9f\xbf", 3, 3},
    {"\xee\x80\x80", 3, 3},
    {"\xef\xbf\xbf", 3, 3},
    {"\xf0\x90\x80\x80", 4, 4},
    {"\xf4\x8f\xbf\xbf", 4, 4},
    {"\x80", 1, 0},
    {"ab\xbf", 3, 2},
    {"\xc0\xaf", 2, 0},
    {"\xc1\xbf", 2, 0},
    {"\xe0\x9f\xbf", 3, 0},
    {"\xed\xa0\x80", 3, 0},
    {"\xf0\x8f\xbf\xbf", 4, 0},
    {"\xf4\x90\x80\x80", 4, 0},
    {"\xf5\x80\x80\x80", 4, 0},
    {"\xff", 1, 0},
    {"a\xc3", 2, 1},
    {"a\xe2\x82", 3, 1},
    {"a\xf0\x9f\x98", 4, 1},
    {"\xc3(", 2, 0},
    {"\xe2(\x82", 3, 0},
    {"\xe2\x82(", 3, 0},
    {"\xf0\x9f\x98(", 4, 0},
};

/* The vectors of FIPS 180-4, one for each number of last blocks, as `openssl dgst` gives them. */
static void sha256_is_the_standards(void **state)
{
    static const struct {
        const char *text, *base64;
    } rows[] = {
        {"", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="},
        {"abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct mirth_buffer out = {0};
        mirth_put_sha256(&out, mirth_slice_of(rows[i].text));
        assert_string_equal(out.at, rows[i].base64);
        mirth_buffer_free(&out);
    }
}

static void utf8_is_valid_up_to_its_first_fault(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof utf8 / sizeof *utf8; i++) {
        /* a copy of exactly that length, so that a sanitizer sees a look past its end */
        struct mirth_pool pool = {0};
        char *text = mirth_pool_array(&pool, utf8[i].len ? utf8[i].len : 1, 1);
        assert_non_null(text);
        memcpy(text, utf8[i].text, utf8[i].len);
        assert_int_equal(mirth_utf8_fault(text, utf8[i].len), utf8[i].fault);
        mirth_pool_free(&pool);
    }
}

static void a_lead_byte_tells_its_length(void **state)
{
    (void)state;
    assert_int_equal(mirth_utf8_length('a'), 1);
    assert_int_equal(mirth_utf8_length('\xc3'), 2);
    assert_int_equal(mirth_utf8_length('\xe2'), 3);
    assert_int_equal(mirth_utf8_length('\xf0'), 4);
}

/* ---- buffer ---- */

static void a_buffer_grows_and_ends_in_nul(void **state)
{
    struct mirth_buffer b = {0};
    (void)state;
    for (int i = 0; i < 10000; i++)
        mirth_put_text(&b, "0123456789");
    assert_false(b.spent);
    assert_int_equal(b.len, 100000);
    assert_int_equal(strlen(b.at), 100000);
    assert_memory_equal(b.at + 99990, "0123456789", 10);
    mirth_buffer_free(&b);
    assert_null(b.at);
}

static void a_buffer_takes_every_length_around_its_room(void **state)
{
    char text[600];
    (void)state;
    memset(text, 'x', sizeof text);
    for (size_t len = 0; len <= sizeof text; len++) {
        struct mirth_buffer b = {0};
        mirth_put(&b, text, len);
        mirth_put_char(&b, '.');
        assert_int_equal(b.len, len + 1);
        assert_int_equal(b.at[len], '.');
        assert_int_equal(b.at[len + 1], '\0');
        mirth_buffer_free(&b);
    }
}

static void numbers_are_decimal(void **state)
{
    struct mirth_buffer b = {0};
    (void)state;
    mirth_put_number(&b, 0);
    mirth_put_char(&b, ' ');
    mirth_put_number(&b, UINT64_MAX);
    assert_string_equal(b.at, "0 18446744073709551615");
    mirth_buffer_free(&b);
}

static void a_buffer_that_cannot_grow_says_so(void **state)
{
    struct mirth_buffer b = {0};
    (void)state;
    mirth_put_text(&b, "kept");
    mirth_put(&b, "x", SIZE_MAX / 2);
    assert_true(b.spent);
    mirth_put_text(&b, "dropped");
    assert_true(mirth_same_text(mirth_buffer_slice(&b), "kept"));
    mirth_buffer_free(&b);
    assert_false(b.spent);
}

static void an_empty_buffer_is_an_empty_slice(void **state)
{
    struct mirth_buffer b = {0};
    (void)state;
    assert_non_null(mirth_buffer_slice(&b).at);
    assert_int_equal(mirth_buffer_slice(&b).len, 0);
    mirth_buffer_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_error_is_a_formatted_sentence),
        cmocka_unit_test(a_long_error_is_cut_not_overrun),
        cmocka_unit_test(a_pool_gives_zeroed_aligned_memory),
        cmocka_unit_test(a_pool_gives_more_than_a_block),
        cmocka_unit_test(an_impossible_size_spends_the_pool),
        cmocka_unit_test(a_copy_ends_in_nul),
        cmocka_unit_test(an_array_grows_and_keeps_its_items),
        cmocka_unit_test(trimming_takes_white_space_at_both_ends),
        cmocka_unit_test(slices_are_compared_by_bytes_or_letters),
        cmocka_unit_test(cutting_gives_trimmed_pieces_and_empty_ones),
        cmocka_unit_test(letters_are_ascii_or_part_of_a_character),
        cmocka_unit_test(words_are_runs_with_a_letter_or_digit),
        cmocka_unit_test(hashing_continues),
        cmocka_unit_test(sha256_is_the_standards),
        cmocka_unit_test(utf8_is_valid_up_to_its_first_fault),
        cmocka_unit_test(a_lead_byte_tells_its_length),
        cmocka_unit_test(a_buffer_grows_and_ends_in_nul),
        cmocka_unit_test(a_buffer_takes_every_length_around_its_room),
        cmocka_unit_test(numbers_are_decimal),
        cmocka_unit_test(a_buffer_that_cannot_grow_says_so),
        cmocka_unit_test(an_empty_buffer_is_an_empty_slice),
    };
    return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
