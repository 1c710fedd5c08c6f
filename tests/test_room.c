/* test_room.c: which templates take what a clause holds. */
#include "english_book.h"
#include "retell/telling.h"

/* "The relay was restored" + rest, and a template: whether it has room. */
struct row {
    const char *what, *rest, *line;
    bool room;
};

static const struct row rows[] = {
    {"The relay", "", "{what:the} {what:was} restored, to brass{rest}", true},
    {"The relay", " at noon", "{what:the} {what:was} restored{rest}", true},
    {"The relay", " at noon", "{what:the} {what:was} restored", false},
    /* between the record's verb and what hangs on it stands nothing of ours */
    {"The relay", " to service", "{what:the} {what:was} restored, to brass{rest}", false},
    {"The relay", ", but late", "{what:the} {what:was} restored, to brass{rest}", true},
    {"The relay", ", code shipped", "{what:the} {what:was} restored, to brass{rest}", false},
    {"The relay", ", causing joy", "{what:the} was restored, and the band knew{rest}", false},
    {"The relay", " to service", "To brass, {what:the} {what:was} restored{rest}", true},
    {"The relay", " to service", "{clause}, to brass", true},
    {"them on the pier", "", "Out came {what}", false},
    /* what hangs on a noun stands behind it */
    {"a spike", " observed in the relay", "In came {what}{rest}", true},
    {"a spike", " observed in the relay", "{what} leaned in and saw it{rest}", false},
    {"a spike", " observed in the relay", "Then it {what:was}{rest}", false},
    {"the campaign", " of last night", "{what:the} {what:was} found{rest}", false},
    {"The relay", ", and mail flowed", "A cow was fetched, and {what:the} was tested{rest}", false},
    {"The relay", ", and mail flowed", "A cow was fetched: {what:the} was tested{rest}", true},
    {"the crew", " for a closer look", "A horn was blown for {what}{rest}", false},
    {"the crew", " at noon", "A horn was blown for {what}{rest}", true},
    {"The relay", " using tongs", "Out rolled {what:the}{rest}", false},
    {"The relay", " using tongs", "{what:the} {what:was} pulled out{rest}", true},
    {"The relay", " manually at noon", "A bell rang for {what:the}{rest}", false},
    {"The relay", " manually at noon", "{what:the} {what:was} rung for{rest}", true},
    {"queries, improving the times", "", "{what:the} {what:was} tuned{rest}", false},
    {"the relay", " based on a guess", "{what:the} {what:was} restored{rest}", true},
};

static bool has_room(const struct mirth_english *english, const struct row *row)
{
    char text[200], sentence[200];
    struct mirth_book *book;
    struct mirth_theme *theme;
    struct mirth_phrasing *phrasing;
    size_t what = strlen(row->what);
    struct mirth_clause clause = {.frame = "found"};
    bool room;
    snprintf(text, sizeof text, HEAD "- %s.\n", row->line);
    snprintf(sentence, sizeof sentence, "%s%s", row->what, row->rest);
    clause.slots[0] = (struct mirth_slot){"what", mirth_slice(sentence, what)};
    clause.rest = mirth_slice(sentence + what, strlen(row->rest));
    book = parse(text);
    theme = mirth_theme_new(book);
    assert_int_equal(mirth_theme_entry(theme, "told", "found", &phrasing), 1);
    assert_true(mirth_theme_open(theme, phrasing));
    room = mirth_has_room(english, phrasing, &clause);
    mirth_theme_free(theme);
    mirth_book_free(book);
    return room;
}

static void a_template_takes_only_what_reads_well_in_it(void **state)
{
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (has_room(*state, &rows[i]) != rows[i].room) {
            print_error("%s + [%s]\n", rows[i].line, rows[i].rest);
            wrong++;
        }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_template_takes_only_what_reads_well_in_it),
    };
    return cmocka_run_group_tests(tests, open_english, close_english);
}
