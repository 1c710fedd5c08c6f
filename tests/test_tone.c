/* test_tone.c: what no joke is told about, and whether jokes were told already. */
#include "english_book.h"
#include "read/read.h"
#include "understand/tone.h"

#define FIRE "\xf0\x9f\x94\xa5"

/* `CAP`, the words that say so with their lines, `| jokes: ...` */
static void put_tone(const struct mirth_tone *tone, struct mirth_buffer *out)
{
    mirth_put_text(out, tone->cap < 0 ? "refused" : "cap ");
    if (tone->cap >= 0)
        mirth_put_number(out, (uint64_t)tone->cap);
    for (size_t i = 0; i < tone->reason_count; i++) {
        mirth_put_text(out, i ? ", " : ": ");
        mirth_put_number(out, tone->reasons[i].line);
        mirth_put_char(out, ' ');
        mirth_put_slice(out, tone->reasons[i].words);
    }
    mirth_put_text(out, tone->playful ? "; playful" : "");
    for (size_t i = 0; tone->playful && i < tone->joke_count; i++) {
        mirth_put_text(out, i ? ", " : ": ");
        mirth_put_number(out, tone->jokes[i].line);
        mirth_put_char(out, ' ');
        mirth_put_slice(out, tone->jokes[i].words);
    }
}

static const struct row {
    const char *record, *tone;
} rows[] = {
    {"The relay stopped.\n", "cap 3"},
    {"We ran kill -9 on the child process.\n", "cap 3"},
    {"Because of the war, half of the crew was away.\n", "cap 1: 1 war"},
    {"Everybody met in the war room, and told war stories.\n", "cap 3"},
    {"Some of us drank.\n\nPermanent data loss.\n", "cap 1: 3 Permanent data loss"},
    {"Ransomware, and permanent data loss.\n", "cap 0: 1 Ransomware"},
    {"Ransomware, and a suicide.\n", "refused: 1 suicide"},
    {"# The Saga of the Relay\n\nIt took a siesta. Alas.\n",
     "cap 3; playful: 1 Saga, 3 siesta, 3 Alas"},
    {"# The saga of the relay\n\nA saga, a saga and a saga: coffee.\n", "cap 3"},
    {"a " FIRE "\n\nb " FIRE FIRE "\n\nc " FIRE "\n\nd " FIRE "\n", "cap 3"},
    {"a " FIRE "\n\nb " FIRE "\n\nc " FIRE "\n\nd " FIRE "\n\n" FIRE " e\n", "cap 3; playful"},
};

static void the_gravest_words_and_the_first_jokes_are_named(void **state)
{
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct mirth_story story = {
            .name = "r.md", .source = rows[i].record, .length = strlen(rows[i].record)};
        struct mirth_buffer got = {0};
        struct mirth_error err;
        assert_true(mirth_read_markdown(&story, 1 << 20, &err));
        mirth_take_tone(*state, &story);
        put_tone(&story.tone, &got);
        wrong += differs(rows[i].record, &got, rows[i].tone);
        mirth_buffer_free(&got);
        mirth_pool_free(&story.pool);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_gravest_words_and_the_first_jokes_are_named),
    };
    return cmocka_run_group_tests(tests, open_english, close_english);
}
