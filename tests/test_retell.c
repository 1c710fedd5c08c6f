/* test_retell.c: what holds of every edition, over records that nobody wrote. */
#include "books.h"
#include "record.h"

enum { RECORDS = 300, THEMES = 16 };

/* A record told. */
struct telling {
    struct mirth_buffer record;
    struct mirth_options options;
    struct mirth_edition *edition;
};

/* What the tests share: every record told once in every theme there is. */
struct told {
    struct mirth_shelf *shelf;
    size_t count;
    struct telling tellings[RECORDS * THEMES];
};

static struct mirth_options options_for(const char *theme, size_t number)
{
    struct mirth_options options = mirth_defaults();
    options.theme = theme;
    options.mirth = 1 + (int)(number % 3);
    options.emoji = (enum mirth_emoji)(number / 3 % 3);
    options.pictures = (enum mirth_pictures)(number / 9 % 3);
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

static int tell_all(void **state)
{
    struct told *told = calloc(1, sizeof *told);
    const char *theme, *caption;
    struct mirth_error err;
    assert_non_null(told);
    told->shelf = mirth_open(getenv("MIRTH_TEST_DB"), &err);
    if (!told->shelf)
        fail_msg("%s", err.message);
    for (size_t t = 0; t < THEMES && mirth_theme(told->shelf, t, &theme, &caption); t++)
        for (size_t i = 0; i < RECORDS; i++) {
            struct telling *one = &told->tellings[told->count++];
            one->record = make_record(i);
            one->options = options_for(theme, i);
            one->edition = tell(told->shelf, one->record.at, one->record.len, &one->options);
        }
    assert_true(told->count > 0);
    *state = told;
    return 0;
}

static int forget_all(void **state)
{
    struct told *told = *state;
    for (size_t i = 0; i < told->count; i++) {
        mirth_buffer_free(&told->tellings[i].record);
        mirth_edition_free(told->tellings[i].edition);
    }
    mirth_close(told->shelf);
    free(told);
    return 0;
}

static struct mirth_slice text_of(const struct mirth_edition *edition)
{
    return mirth_slice(mirth_edition_text(edition), mirth_edition_length(edition));
}

/* Fails, with the record and its edition on stderr. */
static void fail_with(const struct telling *one, const char *why)
{
    const char *note = mirth_edition_note(one->edition);
    print_error("---- the record ----\n%s\n---- told as %s, mirth %d, status %d, %s ----\n%s\n",
                one->record.at, one->options.theme, one->options.mirth,
                (int)mirth_edition_status(one->edition), note ? note : "no note",
                mirth_edition_text(one->edition));
    fail_msg("%s", why);
}

static void every_record_is_told(void **state)
{
    const struct told *told = *state;
    for (size_t i = 0; i < told->count; i++)
        if (mirth_edition_status(told->tellings[i].edition) != MIRTH_TOLD)
            fail_with(&told->tellings[i], "not told");
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

static bool keeps_numbers(struct mirth_slice record, struct mirth_slice edition)
{
    struct mirth_slice wanted, got;
    size_t i = 0, k = 0;
    while ((wanted = next_number(record, &i)).len) {
        do
            got = next_number(edition, &k);
        while (got.len && !mirth_same(got, wanted));
        if (!got.len)
            return false;
    }
    return true;
}

static void every_number_stands_in_the_edition_in_its_order(void **state)
{
    const struct told *told = *state;
    for (size_t i = 0; i < told->count; i++)
        if (!keeps_numbers(mirth_buffer_slice(&told->tellings[i].record),
                           text_of(told->tellings[i].edition)))
            fail_with(&told->tellings[i], "a number is lost");
}

static size_t count_word(struct mirth_slice text, struct mirth_slice word)
{
    size_t n = 0;
    for (size_t i = 0; i + word.len <= text.len; i++)
        n += (!i || !mirth_is_alpha(text.at[i - 1])) &&
             (i + word.len == text.len || !mirth_is_alpha(text.at[i + word.len])) &&
             mirth_same_nocase(mirth_slice(text.at + i, word.len), word);
    return n;
}

/* Who, how surely and whether at all: ours may be more, and none of the record's is less. */
static void no_negation_hedge_or_name_is_lost(void **state)
{
    static const char *const words[] = {"not",    "no",    "nobody", "none",  "without",
                                        "unable", "about", "least",  "up to", "only",
                                        "Ana",    "Kofi",  "Ines",   "Yusuf", "Rosa"};
    const struct told *told = *state;
    for (size_t i = 0; i < told->count; i++)
        for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
            struct mirth_slice word = mirth_slice_of(words[k]);
            if (count_word(mirth_buffer_slice(&told->tellings[i].record), word) >
                count_word(text_of(told->tellings[i].edition), word))
                fail_with(&told->tellings[i], words[k]);
        }
}

/* Up to mirth 2, and but for the pictures' words, which are for those who do not see them. */
static void an_edition_is_half_as_long_again_at_most(void **state)
{
    const struct told *told = *state;
    for (size_t i = 0; i < told->count; i += 5) {
        const struct telling *one = &told->tellings[i];
        size_t record = mirth_count_words(mirth_buffer_slice(&one->record));
        struct mirth_options options = one->options;
        struct mirth_edition *edition;
        options.mirth = 2;
        options.pictures = MIRTH_PICTURES_NONE;
        edition = tell(told->shelf, one->record.at, one->record.len, &options);
        if (mirth_count_words(text_of(edition)) > record + record / 2 + 50)
            fail_with(one, mirth_edition_text(edition));
        mirth_edition_free(edition);
    }
}

/* The next text of `key` in JSON from *at on, its escapes undone; false: there is no more. */
static bool next_text(struct mirth_slice json, const char *key, size_t *at,
                      struct mirth_buffer *text)
{
    size_t len = strlen(key);
    while (*at + len < json.len && memcmp(json.at + *at, key, len) != 0)
        ++*at;
    if (*at + len >= json.len)
        return false;
    text->len = 0;
    for (*at += len; json.at[*at] != '"'; ++*at) {
        *at += json.at[*at] == '\\';
        mirth_put_char(text, json.at[*at]);
    }
    return true;
}

/* A line end is a space. */
static struct mirth_buffer on_one_line(struct mirth_slice text)
{
    struct mirth_buffer line = {0};
    for (size_t i = 0; i < text.len; i++)
        mirth_put_char(&line, text.at[i] == '\n' ? ' ' : text.at[i]);
    mirth_put_char(&line, '\0');
    return line;
}

/* What -w json says became of each sentence is what the edition says, the budget's losses told. */
static void what_json_says_was_told_stands_in_the_edition(void **state)
{
    const struct told *told = *state;
    struct mirth_buffer text = {0};
    size_t seen = 0;
    for (size_t i = 0; i < told->count; i += 7) {
        const struct telling *one = &told->tellings[i];
        struct mirth_options options = one->options;
        struct mirth_buffer edition = on_one_line(text_of(one->edition));
        struct mirth_edition *json;
        size_t at = 0;
        options.to = MIRTH_JSON;
        json = tell(told->shelf, one->record.at, one->record.len, &options);
        while (next_text(text_of(json), "\"retold\": \"", &at, &text)) {
            seen++;
            if (!strstr(edition.at, text.at))
                fail_with(one, text.at);
        }
        mirth_buffer_free(&edition);
        mirth_edition_free(json);
    }
    assert_true(seen > 1000);
    mirth_buffer_free(&text);
}

static void a_code_block_keeps_its_bytes(void **state)
{
    const struct told *told = *state;
    size_t seen = 0;
    for (size_t i = 0; i < told->count; i++) {
        const struct telling *one = &told->tellings[i];
        const char *code = strstr(one->record.at, "```"), *copy = NULL;
        size_t length = code ? (size_t)(strstr(code + 3, "```") - code) : 0;
        if (!code)
            continue;
        for (const char *s = mirth_edition_text(one->edition); (s = strstr(s, "```")); s++)
            copy = strncmp(s, code, length) ? copy : s; /* a diagram is a code block too */
        if (!copy)
            fail_with(one, "its code block is altered");
        seen++;
    }
    assert_true(seen > 0);
}

static void the_same_record_gives_the_same_bytes(void **state)
{
    const struct told *told = *state;
    for (size_t i = 0; i < told->count; i++) {
        const struct telling *one = &told->tellings[i];
        struct mirth_edition *again =
            tell(told->shelf, one->record.at, one->record.len, &one->options);
        assert_true(mirth_same(text_of(again), text_of(one->edition)));
        mirth_edition_free(again);
    }
}

static void an_edition_told_again_is_itself(void **state)
{
    const struct told *told = *state;
    for (size_t i = 0; i < told->count; i++) {
        const struct telling *one = &told->tellings[i];
        struct mirth_slice text = text_of(one->edition);
        struct mirth_edition *again = tell(told->shelf, text.at, text.len, &one->options);
        assert_int_equal(mirth_edition_status(again), MIRTH_ASIS);
        assert_non_null(mirth_edition_note(again));
        assert_true(mirth_same(text_of(again), text));
        mirth_edition_free(again);
    }
}

/* The sentence is told in a theme's words where the record itself says it, not where it quotes. */
static void a_quotation_keeps_its_words(void **state)
{
    static const char record[] = "# Postmortem\n\n## Timeline\n\n"
                                 "- 9:30 UTC: Engineers restarted the relay.\n\n"
                                 "## Appendix\n\n> So I think.\n> Engineers restarted the relay.\n"
                                 "Engineers replaced the relay.\n";
    const struct told *told = *state;
    for (size_t i = 0; i < told->count; i += RECORDS) { /* a telling of each theme */
        const struct mirth_options *options = &told->tellings[i].options;
        struct mirth_edition *edition = tell(told->shelf, record, sizeof record - 1, options);
        const char *text = mirth_edition_text(edition);
        assert_non_null(strstr(text, "\n> So I think.\n> Engineers restarted the relay.\n"
                                     "Engineers replaced the relay.\n"));
        assert_null(strstr(text, " UTC: Engineers restarted the relay."));
        mirth_edition_free(edition);
    }
}

static void a_sentence_that_hands_over_is_told_plainly(void **state)
{
    static const char record[] = "# Postmortem\n\n## Timeline\n\n"
                                 "- 9:30 UTC: Engineers restarted the relay:\n"
                                 "  - **First:** the spare.\n";
    const struct told *told = *state;
    for (size_t i = 0; i < told->count; i += RECORDS) {
        const struct mirth_options *options = &told->tellings[i].options;
        struct mirth_edition *edition = tell(told->shelf, record, sizeof record - 1, options);
        const char *text = mirth_edition_text(edition);
        assert_non_null(strstr(text, "ngineers restarted the relay:\n"));
        mirth_edition_free(edition);
    }
}

/* "Why?" is answered by the record, in its next line. */
static void nobody_answers_a_question_of_the_record(void **state)
{
    static const char record[] = "# Postmortem\n\n## Timeline\n\n- 9:30 UTC: The relay failed.\n\n"
                                 "## Root Cause\n\n1. The relay failed due to a worn cable. "
                                 "**Why?**\n2. The rain came in. **Why?**\n3. The roof was open.\n";
    const struct told *told = *state;
    for (size_t i = 0; i < told->count; i += RECORDS) {
        struct mirth_options options = told->tellings[i].options;
        struct mirth_edition *edition;
        options.mirth = 3;
        edition = tell(told->shelf, record, sizeof record - 1, &options);
        assert_non_null(strstr(mirth_edition_text(edition), "**Why?**\n2. "));
        assert_non_null(strstr(mirth_edition_text(edition), "**Why?**\n3. "));
        mirth_edition_free(edition);
    }
}

static void a_guess_does_not_become_the_cause(void **state)
{
    static const char record[] =
        "# Postmortem\n\n## Issue Summary\n\n- Duration: 40 minutes.\n- Impact: 30% of riders "
        "saw errors.\n\n## Timeline\n\n"
        "- 9:30 UTC: The engineers assume this was caused by a storm of requests.\n"
        "- 9:50 UTC: Restarted the relay.\n- 10:10 UTC: Service restored.\n";
    const struct told *told = *state;
    for (size_t i = 0; i < told->count; i += RECORDS) {
        struct mirth_options options = told->tellings[i].options;
        struct mirth_edition *edition;
        const char *text, *first;
        options.mirth = 3;
        edition = tell(told->shelf, record, sizeof record - 1, &options);
        text = mirth_edition_text(edition);
        first = strstr(text, "storm of requests");
        assert_non_null(first); /* where the record says it, and nowhere else */
        assert_null(strstr(first + 1, "storm of requests"));
        mirth_edition_free(edition);
    }
}

/* The theme has no say in it, so every third one will do. */
static void a_record_told_without_mirth_is_itself(void **state)
{
    const struct told *told = *state;
    for (size_t i = 0; i < told->count; i += 3) {
        const struct telling *one = &told->tellings[i];
        struct mirth_options options = one->options;
        struct mirth_edition *edition;
        options.mirth = 0;
        options.emoji = MIRTH_EMOJI_NONE;
        options.pictures = MIRTH_PICTURES_NONE;
        edition = tell(told->shelf, one->record.at, one->record.len, &options);
        assert_int_equal(mirth_edition_status(edition), MIRTH_TOLD);
        assert_true(mirth_same(text_of(edition), mirth_buffer_slice(&one->record)));
        mirth_edition_free(edition);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_record_is_told),
        cmocka_unit_test(every_number_stands_in_the_edition_in_its_order),
        cmocka_unit_test(no_negation_hedge_or_name_is_lost),
        cmocka_unit_test(an_edition_is_half_as_long_again_at_most),
        cmocka_unit_test(what_json_says_was_told_stands_in_the_edition),
        cmocka_unit_test(a_code_block_keeps_its_bytes),
        cmocka_unit_test(the_same_record_gives_the_same_bytes),
        cmocka_unit_test(an_edition_told_again_is_itself),
        cmocka_unit_test(a_record_told_without_mirth_is_itself),
        cmocka_unit_test(a_quotation_keeps_its_words),
        cmocka_unit_test(a_guess_does_not_become_the_cause),
        cmocka_unit_test(a_sentence_that_hands_over_is_told_plainly),
        cmocka_unit_test(nobody_answers_a_question_of_the_record),
    };
    return cmocka_run_group_tests(tests, tell_all, forget_all);
}
