/* test_plain.c: plain words for long ones, and long sentences as two: what changes, what does not.
 */
#include "books.h"
#include "retell/plain.h"
#include "retell/telling.h"
#include "story.h"
#include "understand/english.h"

struct desk {
    struct mirth_book *book;
    struct mirth_english *english;
    struct mirth_story story;
    struct mirth_telling telling;
};

struct row {
    const char *text, *wanted;
};

static int open_desk(void **state)
{
    static struct desk desk;
    struct mirth_error err;
    desk.book = parse_file("phrasebooks/english.md");
    desk.english = mirth_english_new(desk.book, &err);
    if (!desk.english)
        fail_msg("%s", err.message);
    desk.telling.story = &desk.story;
    desk.telling.english = desk.english;
    desk.telling.english_book = desk.book;
    *state = &desk;
    return 0;
}

static int close_desk(void **state)
{
    struct desk *desk = *state;
    mirth_pool_free(&desk->story.pool);
    mirth_english_free(desk->english);
    mirth_book_free(desk->book);
    return 0;
}

static size_t count_wrong(struct desk *desk, const struct row *rows, size_t count)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        struct mirth_buffer text = {0};
        if (!mirth_simplify(&desk->telling, mirth_slice_of(rows[i].text), &text))
            mirth_put_text(&text, rows[i].text);
        mirth_split_long(&desk->telling, &text);
        if (!mirth_same_text(mirth_buffer_slice(&text), rows[i].wanted)) {
            print_error("%s\n  wanted: %s\n  got:    %.*s\n", rows[i].text, rows[i].wanted,
                        (int)text.len, text.at);
            wrong++;
        }
        mirth_buffer_free(&text);
    }
    return wrong;
}

#define CHECK(rows) assert_int_equal(count_wrong(*state, rows, sizeof(rows) / sizeof *(rows)), 0)

/* A row is a line. */
/* clang-format off */
static const struct row words[] = {
    {"Work commenced at noon.", "Work began at noon."},
    {"We waited in order to save ink.", "We waited to save ink."},
    {"In order to save ink, we waited.", "To save ink, we waited."},
    {"Due to the fact that it rained, we waited.", "Because it rained, we waited."},
    {"The desk utilised two lamps prior to dusk.", "The desk used two lamps before dusk."},
    {"Furthermore, the lamp was off.", "Also, the lamp was off."},
    {"The check runs on a daily basis.", "The check runs daily."},
    {"The crew attempted to call.", "The crew tried to call."},
    {"The lamp does not have the ability to blink.", "The lamp is not able to blink."},
    {"The lamp will have the ability to blink.", "The lamp will be able to blink."},
    {"The gauge has indicated frost.", "The gauge has shown frost."},
    {"A large number of our lamps were off.", "Many of our lamps were off."},
    {"The frost resulted in a fall.", "The frost led to a fall."},
    {"Root cause identified as a lamp.", "The root cause was identified as a lamp."},
    {"We had the root cause identified as a lamp.", "We had the root cause identified as a lamp."},
    {"It failed as a result of the frost.", "It failed because of the frost."},
    /* a verb, where it is one: with an object, behind "was", or asked for */
    {"The crew identified the lamp.", "The crew found the lamp."},
    {"The crew later identified that it was off.", "The crew later found that it was off."},
    {"The lamp was identified at noon.", "The lamp was found at noon."},
    {"The lamp was quickly identified at noon.", "The lamp was quickly found at noon."},
    {"The identified lamp was off.", "The identified lamp was off."},
    {"The lamp identified as faulty was off.", "The lamp identified as faulty was off."},
    {"Requests that take long fail.", "Requests that take long fail."},
    {"The crew requested that lamp.", "The crew requested that lamp."},
    {"The crew requested the lamp.", "The crew asked for the lamp."},
    {"We have identified the lamp.", "We have identified the lamp."},
    {"A walk conducted a day earlier had shown it.", "A walk conducted a day earlier had shown it."},
    {"Implement a second lamp.", "Add a second lamp."},
    {"We plan to implement a second lamp.", "We plan to add a second lamp."},
    {"We plan to investigate the lamp.", "We plan to look into the lamp."},
    {"The crew came to investigate.", "The crew came to investigate."},
    {"The lamp crew will conduct walks.", "The lamp crew will run walks."},
    {"Implement changes to the lamp.", "Make changes to the lamp."},
    {"The many who implement lamps.", "The many who implement lamps."},
    {"The desk experienced a dark day.", "The desk had a dark day."},
    {"An experienced crew came.", "An experienced crew came."},
    {"The wick was determined to be wet.", "The wick turned out to be wet."},
    {"The `implement` key and \"identified the lamp\" stay.",
     "The `implement` key and \"identified the lamp\" stay."},
    /* slips of the pen, and not in somebody's code or quotation */
    {"Their were letters untill the lamp was seperated.",
     "There were letters until the lamp was separated."},
    {"The lamp `seperate` was restored back, \"untill\" noon.",
     "The lamp `seperate` was restored, \"untill\" noon."},
};

static const struct row kept[] = {
    {"Ines was identified as the keeper of the lamp.", "Ines was identified as the keeper of the lamp."},
    {"Run `commence --now` twice.", "Run `commence --now` twice."},
    {"The note said \"in order to save ink\".", "The note said \"in order to save ink\"."},
    {"See [prior to dusk](prior-to-dusk.html).", "See [prior to dusk](prior-to-dusk.html)."},
    {"The pre-initiated job ran.", "The pre-initiated job ran."},
    {"CPU utilization was high.", "CPU utilization was high."},
    {"About 40 desks were not used.", "About 40 desks were not used."},
    {"A sufficient lamp is an owl.", "A sufficient lamp is an owl."},
    {"The initiatedness of it.", "The initiatedness of it."},
    {"The lamp was immediately off.", "The lamp was immediately off."},
};

static const struct row long_ones[] = {
    {"On Friday, the night crew moved all of the forty parcels to the second hall, leading to a long search.",
     "On Friday, the night crew moved all of the forty parcels to the second hall. This led to a long search."},
    {"After the frost, the lamp went out in all three of the halls, causing cold feet, late parcels, and a wet floor.",
     "After the frost, the lamp went out in all three of the halls. This caused cold feet, late parcels, and a wet floor."},
    {"The night crew put the lamp back into its place over the door, restoring light to the second hall.",
     "The night crew put the lamp back into its place over the door. This restored light to the second hall."},
    {"The night crew moved all the parcels to the second hall, and the morning crew was told about it by post.",
     "The night crew moved all the parcels to the second hall. The morning crew was told about it by post."},
    {"The night crew moved all the parcels to the second hall, but the morning crew was not told about it.",
     "The night crew moved all the parcels to the second hall. But the morning crew was not told about it."},
    {"The night crew moved all of the forty parcels to the second hall on Friday, leading to a long search on Monday.",
     "The night crew moved all of the forty parcels to the second hall on Friday. This led to a long search on Monday."},
    {"The night crew moved all of the forty parcels to the second hall; the morning crew was looking in the first.",
     "The night crew moved all of the forty parcels to the second hall. The morning crew was looking in the first."},
    {"The clock in the hall went back by nine minutes, which caused a gap in the ledger of forty lines.",
     "The clock in the hall went back by nine minutes. This caused a gap in the ledger of forty lines."},
};

static const struct row whole[] = {
    {"We need a bell for it, we should not ring before knowing who hears, and we should not wait.",
     "We need a bell for it, we should not ring before knowing who hears, and we should not wait."},
    /* behind a lead only its main clause's last tail is cut off */
    {"The loss of all of the forty parcels on that Friday led to a long search, leading to a late night.",
     "The loss of all of the forty parcels on that Friday led to a long search, leading to a late night."},
    {"After the night crew moved all of the parcels, leading to a long search, the day crew went home.",
     "After the night crew moved all of the parcels, leading to a long search, the day crew went home."},
    {"On Friday, while the night crew moved all of the parcels, causing a draft, the lamp went out.",
     "On Friday, while the night crew moved all of the parcels, causing a draft, the lamp went out."},
    {"If the night crew moved all of the parcels to the hall, the lamp went out, causing a long search.",
     "If the night crew moved all of the parcels to the hall, the lamp went out, causing a long search."},
    {"The night crew moved all of the parcels to the second hall on Friday, causing a search on Monday and later losing a day.",
     "The night crew moved all of the parcels to the second hall on Friday, causing a search on Monday and later losing a day."},
    {"The night crew moved all of the parcels to the second hall on Friday, causing a search on Monday and losing a day.",
     "The night crew moved all of the parcels to the second hall on Friday, causing a search on Monday and losing a day."},
    {"Nearly seven hours passed before anybody at the desk saw it; 8 hours 25 minutes before the crew was called.",
     "Nearly seven hours passed before anybody at the desk saw it; 8 hours 25 minutes before the crew was called."},
    {"The crew moved it, and the desk was told.", "The crew moved it, and the desk was told."},
    {"If the night crew had moved the parcels to the second hall, and the desk had been told, nobody would have looked.",
     "If the night crew had moved the parcels to the second hall, and the desk had been told, nobody would have looked."},
    {"The crew might move all of the forty parcels to the second hall on Friday, leading to a long search on Monday.",
     "The crew might move all of the forty parcels to the second hall on Friday, leading to a long search on Monday."},
    {"The night crew moved the parcels, the lamps, the ladders and the two clocks, and all of it by hand, to the second hall.",
     "The night crew moved the parcels, the lamps, the ladders and the two clocks, and all of it by hand, to the second hall."},
    {"The night crew moved all of the parcels to the second hall, and forgot for the whole of a day to tell the desk.",
     "The night crew moved all of the parcels to the second hall, and forgot for the whole of a day to tell the desk."},
};
/* clang-format on */

static void long_words_become_plain_ones(void **state)
{
    CHECK(words);
}

static void facts_quotations_and_parts_of_words_stay(void **state)
{
    CHECK(kept);
}

static void a_long_sentence_ends_where_a_clause_of_its_own_begins(void **state)
{
    CHECK(long_ones);
}

static void a_sentence_that_hangs_together_stays_whole(void **state)
{
    CHECK(whole);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(long_words_become_plain_ones),
        cmocka_unit_test(facts_quotations_and_parts_of_words_stay),
        cmocka_unit_test(a_long_sentence_ends_where_a_clause_of_its_own_begins),
        cmocka_unit_test(a_sentence_that_hangs_together_stays_whole),
    };
    return cmocka_run_group_tests(tests, open_desk, close_desk);
}
