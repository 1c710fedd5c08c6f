/* test_phrasebook.c: phrasebooks read from Markdown and written down again. */
#include "books.h"

/* ---- parsing ---- */

static void lines_stay_as_written(void **state)
{
    struct mirth_book *book =
        parse("# demo: A *demo*\nTwo\nlines.\n\n## told\nHow.\n\n### found, disk-full\n"
              "- `best, word: a|b` Off {who:the:cap} *went* \"up\" [a] <b>\n"
              "- `code` \n- wrapped \n  over `two` rows\n\n* loose\n\n## gags\n### mule\n`being: "
              "it`\n- x\n");
    const struct mirth_line *line;
    (void)state;
    assert_string_equal(book->name, "demo");
    assert_string_equal(book->caption, "A *demo*");
    assert_string_equal(book->about, "Two lines.");
    assert_int_equal(mirth_book_entry(book, "told", "found, disk-full", &line), 4);
    assert_string_equal(line[0].when, "best, word: a|b");
    assert_string_equal(line[0].text, "Off {who:the:cap} *went* \"up\" [a] <b>");
    assert_int_equal(line[0].source, 9);
    assert_string_equal(line[1].when, "");
    assert_string_equal(line[1].text, "`code`");
    assert_string_equal(line[2].text, "wrapped over `two` rows");
    assert_int_equal(line[3].seq, 3);
    assert_string_equal(mirth_book_note(book, "gags", "mule"), "`being: it`");
    assert_string_equal(mirth_book_note(book, "told", ""), "How.");
    mirth_book_free(book);
}

static void what_is_not_there_is_not_found(void **state)
{
    struct mirth_book *book = parse(HEAD "- x\n");
    const struct mirth_line *line = NULL;
    (void)state;
    assert_int_equal(mirth_book_entry(book, "told", "lost", &line), 0);
    assert_int_equal(mirth_book_entry(book, "told", "", &line), 0);
    assert_int_equal(mirth_book_entry(book, "tol", "dfound", &line), 0);
    assert_null(mirth_book_find(book, "found", "told"));
    assert_string_equal(mirth_book_note(book, "told", "lost"), "");
    mirth_book_free(book);
}

static const struct {
    const char *text, *message;
} refused[] = {
    {"", "b.md:1: no title; expected `# name: Caption`"},
    {"\n\nx\n", "b.md:3: no title; expected `# name: Caption`"},
    {"## told\n", "b.md:1: no title; expected `# name: Caption`"},
    {"# demo\n", "b.md:1: no title; expected `# name: Caption`"},
    {"# demo:\n", "b.md:1: no title; expected `# name: Caption`"},
    {"# De mo: x\n", "b.md:1: a name that is not of a-z and `-`; expected `# name: Caption`"},
    {"# demo: A\n# demo: B\n", "b.md:2: a second title; expected `## chapter` or `### entry`"},
    {"demo: A\n=======\n", "b.md:1: an underlined heading; expected `## chapter` or `### entry`"},
    {"# demo: A\n", "b.md:1: no chapter; expected `## chapter`"},
    {"# demo: A\n- x\n", "b.md:2: a line outside an entry; expected `### entry` before it"},
    {"# demo: A\n## told\n- x\n",
     "b.md:3: a line outside an entry; expected `### entry` before it"},
    {"# demo: A\n### found\n",
     "b.md:2: an entry outside a chapter; expected `## chapter` before it"},
    {"# demo: A\n## told\n", "b.md:2: chapter `told` is empty; expected `### entry` under it"},
    {HEAD, "b.md:3: entry `found` is empty; expected `- line` under it"},
    {HEAD "### lost\n- x\n", "b.md:3: entry `found` is empty; expected `- line` under it"},
    {HEAD "## asked\n", "b.md:3: entry `found` is empty; expected `- line` under it"},
    {HEAD "#### deep\n", "b.md:4: too deep a heading; expected `## chapter` or `### entry`"},
    {HEAD "###\n", "b.md:4: a text without a word; expected one"},
    {HEAD "- x\n### found\n- y\n",
     "b.md:5: entry `found` stands twice; expected once (it is on line 3)"},
    {HEAD "- x\n## told\n### lost\n- y\n",
     "b.md:5: chapter `told` stands twice; expected once (it is on line 2)"},
    {HEAD "> x\n", "b.md:4: a block quotation; expected a heading, a `-` list or a paragraph"},
    {HEAD "    x\n", "b.md:4: a code block; expected a heading, a `-` list or a paragraph"},
    {HEAD "***\n", "b.md:4: a rule; expected a heading, a `-` list or a paragraph"},
    {HEAD "<!-- x\n", "b.md:4: HTML; expected a heading, a `-` list or a paragraph"},
    {HEAD "x\n\ny\n", "b.md:6: a second paragraph; expected one under a heading"},
    {HEAD "- x\n\ny\n", "b.md:6: a paragraph behind a list; expected it under the heading"},
    {HEAD "1. x\n", "b.md:4: a numbered list; expected a `-` list"},
    {HEAD "-\n", "b.md:4: an empty line; expected a text after `-`"},
    {HEAD "- x\n  - y\n", "b.md:4: a line that holds blocks; expected one paragraph after `-`"},
    {HEAD "- # x\n", "b.md:4: a line that holds blocks; expected one paragraph after `-`"},
    {HEAD "- ...\n", "b.md:4: a text without a word; expected one"},
    {HEAD "- x\r\n- \xff\r\n", "b.md:5: bytes that are no text; expected UTF-8"},
    {HEAD "- x\r- a\vb\n", "b.md:5: a control character; expected text"},
};

static void each_wrong_book_is_refused_with_its_line(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct mirth_error err = {0};
        const char *text = refused[i].text;
        assert_null(mirth_book_parse("b.md", text, strlen(text), &err));
        assert_int_equal(err.status, MIRTH_BROKEN);
        assert_string_equal(err.message, refused[i].message);
    }
}

static void assert_refused(struct mirth_buffer *text, const char *message)
{
    struct mirth_error err = {0};
    assert_null(mirth_book_parse("b.md", text->at, text->len, &err));
    assert_string_equal(err.message, message);
    mirth_buffer_free(text);
}

static void put_times(struct mirth_buffer *out, const char *text, size_t times)
{
    while (times--)
        mirth_put_text(out, text);
}

static void too_much_is_refused(void **state)
{
    struct mirth_buffer text = {0};
    (void)state;
    put_times(&text, "# demo: A\n", 500000);
    assert_refused(&text, "b.md:1: too large a book; expected at most 4 MiB");
    put_times(&text, HEAD, 1);
    put_times(&text, "- x\n", 99998);
    assert_refused(&text, "b.md:100001: too many lines; expected at most 100,000");
    put_times(&text, HEAD "- ", 1);
    put_times(&text, "x", 4095);
    assert_refused(&text, "b.md:4: too long a line; expected at most 4,096 bytes");
    put_times(&text, HEAD "- ", 1);
    put_times(&text, "words on\n", 500);
    assert_refused(&text, "b.md:4: too long a text; expected at most 4,096 bytes");
}

/* What cmark alone would take minutes over. */
static void deep_nesting_is_refused_soon(void **state)
{
    static const char *const bombs[] = {"- ", "> ", "[", "![[]()", "<?", "*a_ ", "`` "};
    (void)state;
    for (size_t i = 0; i < sizeof bombs / sizeof *bombs; i++) {
        struct mirth_buffer text = {0};
        struct mirth_error err;
        mirth_put_text(&text, HEAD);
        for (size_t n = 0; n < 900; n++) {
            put_times(&text, bombs[i], 4000 / strlen(bombs[i]));
            mirth_put_char(&text, '\n');
        }
        assert_null(mirth_book_parse("b.md", text.at, text.len, &err));
        mirth_buffer_free(&text);
    }
}

/* ---- dumping ---- */

static char *dump(const struct mirth_book *book)
{
    struct mirth_buffer out = {0};
    mirth_book_dump(book, &out);
    assert_false(out.spent);
    return out.at;
}

static void a_dump_parses_to_the_same_book(void **state)
{
    struct mirth_book *book = parse_file("phrasebooks/english.md");
    char *first = dump(book), *second;
    struct mirth_book *again = parse(first);
    (void)state;
    second = dump(again);
    assert_same_books(book, again);
    assert_string_equal(first, second);
    free(first);
    free(second);
    mirth_book_free(book);
    mirth_book_free(again);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_stay_as_written),
        cmocka_unit_test(what_is_not_there_is_not_found),
        cmocka_unit_test(each_wrong_book_is_refused_with_its_line),
        cmocka_unit_test(too_much_is_refused),
        cmocka_unit_test(deep_nesting_is_refused_soon),
        cmocka_unit_test(a_dump_parses_to_the_same_book),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
