/* test_image.c: the compiled English book, kept, taken again, and damaged in every way. */
#include "books.h"
#include "story.h"
#include "understand/clauses.h"
#include "understand/image.h"

static const char sentence[] = "At 10:05, the on-call engineer rolled back the release, leading to "
                               "fewer errors on the load balancer.";

static struct mirth_book *english_book(void)
{
    struct mirth_book *book = parse_file("phrasebooks/english.md");
    struct mirth_error err;
    if (!mirth_english_prepare(book, &err))
        fail_msg("%s", err.message);
    return book;
}

/* What a stage makes of a sentence with it; also, whether it reads past its end. */
static const char *frame_of(const struct mirth_english *english, struct mirth_clause *clause)
{
    struct mirth_pool pool = {0};
    struct mirth_part part = {.flat = mirth_slice_of(sentence)};
    assert_true(mirth_read_clauses(english, NULL, &pool, &part, MIRTH_TALE));
    *clause = part.clauses[0];
    mirth_pool_free(&pool);
    return clause->frame;
}

static void an_image_says_what_the_book_says(void **state)
{
    struct mirth_book *book = english_book(), *plain = parse_file("phrasebooks/english.md");
    struct mirth_error err;
    struct mirth_english *kept = mirth_english_new(book, &err);
    struct mirth_english *made = mirth_english_new(plain, &err);
    struct mirth_clause a, b;
    (void)state;
    assert_non_null(kept);
    assert_non_null(made);
    assert_null(kept->own.at);
    assert_non_null(made->own.at);
    assert_true(mirth_same(mirth_buffer_slice(&made->own), book->image));
    assert_string_equal(frame_of(kept, &a), "rolled-back");
    assert_string_equal(frame_of(made, &b), "rolled-back");
    mirth_english_free(kept);
    mirth_english_free(made);
    mirth_book_free(book);
    mirth_book_free(plain);
}

static void a_short_image_is_not_taken(void **state)
{
    struct mirth_book *book = english_book();
    struct mirth_english english = {.word_count = 0};
    (void)state;
    for (size_t len = 0; len < book->image.len; len += len < 400 ? 1 : 997)
        assert_false(mirth_image_read(&english, mirth_slice(book->image.at, len)));
    assert_null(english.words);
    mirth_book_free(book);
}

static void anothers_image_is_not_taken(void **state)
{
    struct mirth_book *book = english_book();
    struct mirth_image *head = (void *)(uintptr_t)book->image.at;
    struct mirth_english english = {.word_count = 0};
    (void)state;
    head->maker[10]++;
    assert_false(mirth_image_read(&english, book->image));
    head->maker[10]--;
    head->order = 0x04030201;
    assert_false(mirth_image_read(&english, book->image));
    head->order = MIRTH_ORDER;
    head->layout++;
    assert_false(mirth_image_read(&english, book->image));
    head->layout--;
    assert_true(mirth_image_read(&english, book->image));
    mirth_book_free(book);
}

/* The shelf's checksum refuses these before they get here; a forged one does not get far. */
static void a_forged_image_leads_nowhere(void **state)
{
    struct mirth_book *book = english_book();
    char *bytes = (char *)(uintptr_t)book->image.at;
    size_t refused = 0;
    (void)state;
    for (size_t at = 0; at < book->image.len; at += at < 400 ? 1 : 7) {
        struct mirth_english english = {.word_count = 0};
        struct mirth_clause clause;
        bytes[at] ^= (char)(1 << at % 8);
        if (mirth_image_read(&english, book->image))
            frame_of(&english, &clause);
        else
            refused++;
        bytes[at] ^= (char)(1 << at % 8);
    }
    assert_true(refused > 100);
    mirth_book_free(book);
}

/* Lists are bits of a set: one that is none would be a bit of something else. */
static void a_list_that_is_none_is_refused(void **state)
{
    static const int32_t wrong[] = {-2, -4096, MIRTH_LISTS, 1 << 30};
    struct mirth_book *book = english_book();
    struct mirth_english english = {.word_count = 0};
    (void)state;
    assert_true(mirth_image_read(&english, book->image));
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        int32_t *const lists[] = {(int32_t *)(uintptr_t)&english.phrases[0].list,
                                  (int32_t *)(uintptr_t)&english.asked[0].list,
                                  (int32_t *)(uintptr_t)&english.faults[0].weak,
                                  (int32_t *)(uintptr_t)&english.situations[0].list,
                                  (int32_t *)(uintptr_t)&english.situations[0].veto,
                                  (int32_t *)(uintptr_t)&english.parts[0].list};
        for (size_t k = 0; k < sizeof lists / sizeof *lists; k++) {
            const int32_t kept = *lists[k];
            struct mirth_english other = {.word_count = 0};
            *lists[k] = wrong[i];
            assert_false(mirth_image_read(&other, book->image));
            *lists[k] = kept;
        }
    }
    mirth_book_free(book);
}

/* The sums lie in files: they must be the same everywhere, for good. */
static void a_checksum_sees_every_bit(void **state)
{
    char text[77];
    uint64_t whole;
    (void)state;
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = (char)(i * 7);
    whole = mirth_checksum(MIRTH_HASH, text, sizeof text);
    assert_true(whole == 0x6272fce964cc259aULL);
    assert_true(mirth_checksum(MIRTH_HASH, text, sizeof text - 1) != whole);
    for (size_t bit = 0; bit < sizeof text * 8; bit++) {
        text[bit / 8] ^= (char)(1 << bit % 8);
        assert_true(mirth_checksum(MIRTH_HASH, text, sizeof text) != whole);
        text[bit / 8] ^= (char)(1 << bit % 8);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_image_says_what_the_book_says),
        cmocka_unit_test(a_short_image_is_not_taken),
        cmocka_unit_test(anothers_image_is_not_taken),
        cmocka_unit_test(a_forged_image_leads_nowhere),
        cmocka_unit_test(a_list_that_is_none_is_refused),
        cmocka_unit_test(a_checksum_sees_every_bit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
