/* test_packs.c: a user's own phrasebooks: found, laid over what is there, and refused. */
#include "books.h"
#include "phrasebook/shelf.h"

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/packs-XXXXXX";

/* A path in the scratch folder; valid until the next call but seven. */
static const char *scratch(const char *name)
{
    static char paths[8][256];
    static size_t next;
    char *path = paths[next++ % 8];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

static const char *write_text(const char *name, const char *text)
{
    const char *path = scratch(name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
    return path;
}

static const char *build(const char *name, struct mirth_book *book)
{
    const char *path = scratch(name);
    struct mirth_error err;
    if (!mirth_shelf_build(path, &book, 1, &err))
        fail_msg("%s", err.message);
    mirth_book_free(book);
    return path;
}

static struct mirth_shelf *open_shelf(const char *path)
{
    struct mirth_error err;
    struct mirth_shelf *shelf = mirth_open(path, &err);
    if (!shelf)
        fail_msg("%s", err.message);
    return shelf;
}

static struct mirth_book *take(struct mirth_shelf *shelf, const char *name)
{
    struct mirth_error err;
    struct mirth_book *book = mirth_shelf_book(shelf, name, &err);
    if (!book)
        fail_msg("%s", err.message);
    return book;
}

/* The message ends so: what stands before it is the path. */
static void assert_refused(const char *path, const char *message)
{
    struct mirth_error err = {0};
    struct mirth_shelf *shelf = mirth_open(path, &err);
    size_t len = strlen(path);
    if (shelf)
        fail_msg("%s was taken; expected: %s", path, message);
    if (strncmp(err.message, path, len) || strcmp(err.message + len, message))
        fail_msg("%s\n  wanted: %s%s", err.message, path, message);
    assert_int_equal(err.status, MIRTH_BROKEN);
}

/* ---- laying ---- */

static void a_markdown_file_is_a_theme_at_once(void **state)
{
    struct mirth_shelf *shelf = open_shelf(write_text("opera.md", "# opera: An opera\n## told\n"
                                                                  "### found\n- {clause}, la.\n"));
    struct mirth_book *opera = take(shelf, "opera"), *quest = take(shelf, "quest");
    (void)state;
    assert_string_equal(opera->lines[0].text, "{clause}, la.");
    assert_string_equal(mirth_shelf_top(shelf), "opera");
    assert_true(quest->count > 500);
    mirth_book_free(opera);
    mirth_book_free(quest);
    mirth_close(shelf);
}

static size_t count_found(const struct mirth_book *book, const char *text)
{
    const struct mirth_line *line;
    size_t n = mirth_book_entry(book, "told", "found", &line), found = 0;
    for (size_t i = 0; i < n; i++)
        found += !strcmp(line[i].text, text);
    return found;
}

static void a_pack_extends_the_theme_of_its_name(void **state)
{
    struct mirth_shelf *plain = open_shelf(NULL), *shelf;
    struct mirth_book *before = take(plain, "quest"), *after;
    const struct mirth_line *line, *other;
    struct mirth_buffer text = {0};
    size_t n;
    (void)state;
    n = mirth_book_entry(before, "told", "found", &line);
    assert_true(n > 3);
    mirth_put_text(&text, "# quest: Ours\n## told\n### found\n- {clause}, la.\n- ");
    for (size_t i = 0; i < n; i++) /* one that is there already, whatever its conditions */
        if (!*line[i].when) {
            mirth_put_text(&text, line[i].text);
            break;
        }
    mirth_put_text(&text, "\n### led-to, dns\n- {clause}, lo.\n");
    shelf = open_shelf(write_text("more.md", text.at));
    after = take(shelf, "quest");
    assert_int_equal(count_found(before, "{clause}, la."), 0);
    assert_int_equal(count_found(after, "{clause}, la."), 1);
    assert_int_equal(mirth_book_entry(after, "told", "found", &other),
                     mirth_book_entry(before, "told", "found", &line) + 1);
    assert_string_equal(other->text, line->text);
    assert_int_equal(mirth_book_entry(after, "told", "led-to, dns", &other), 1);
    assert_string_equal(after->caption, "Ours");
    assert_string_equal(after->about, before->about);
    mirth_buffer_free(&text);
    mirth_book_free(before);
    mirth_book_free(after);
    mirth_close(plain);
    mirth_close(shelf);
}

static void the_same_book_twice_is_that_book(void **state)
{
    struct mirth_book *book = parse_file("phrasebooks/english.md"), *layers[] = {book, book};
    struct mirth_error err;
    struct mirth_book *whole = mirth_book_overlay(layers, 2, &err);
    (void)state;
    assert_non_null(whole);
    assert_same_books(book, whole);
    mirth_book_free(whole);
    mirth_book_free(book);
}

/* Databases by name, Markdown by name, then what the command line names: the last is on top. */
static void packs_of_one_name_are_laid_in_order(void **state)
{
    struct mirth_shelf *shelf;
    struct mirth_book *whole;
    struct mirth_error err;
    char data[256];
    (void)state;
    snprintf(data, sizeof data, "%s", scratch("data"));
    setenv("XDG_DATA_HOME", data, 1);
    assert_int_equal(mkdir(data, 0700), 0);
    assert_int_equal(mkdir(scratch("data/postmirth"), 0700), 0);
    assert_int_equal(mkdir(scratch("data/postmirth/folder.md"), 0700), 0);
    assert_int_equal(mkfifo(scratch("data/postmirth/pipe.md"), 0600), 0);
    write_text("data/postmirth/notes.txt", "no phrasebook");
    write_text("data/postmirth/.hidden.md", "no phrasebook");
    write_text("data/postmirth/README.md", "a page for people");
    rename(getenv("MIRTH_TEST_COPY"), scratch("data/postmirth/phrasebooks.db"));
    write_text("data/postmirth/a.md", "# opera: Third\n## told\n### found\n- {clause}, c.\n");
    build("data/postmirth/b.db", parse("# opera: Second\n## told\n### found\n- {clause}, b.\n"));
    build("data/postmirth/a.db", parse("# opera: First\n## told\n### found\n- {clause}, a.\n"));
    unsetenv("POSTMIRTH_PHRASEBOOKS");
    shelf = open_shelf(write_text("top.md", "# opera: Last\n## told\n### found\n- {clause}, d.\n"));
    assert_true(mirth_lay(
        shelf, write_text("over.md", "# opera: Over\n## told\n### found\n- {clause}, e.\n"), &err));
    whole = take(shelf, "opera");
    assert_int_equal(whole->count, 5);
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(whole->lines[i].text[10], 'a' + i);
    assert_string_equal(whole->caption, "Over");
    mirth_book_free(whole);
    mirth_close(shelf);
    setenv("POSTMIRTH_PHRASEBOOKS", getenv("MIRTH_TEST_DB"), 1);
}

static void a_named_database_is_taken_at_its_word(void **state)
{
    struct mirth_shelf *shelf = open_shelf(NULL);
    const char *name, *caption;
    (void)state;
    for (size_t i = 0; mirth_theme(shelf, i, &name, &caption); i++)
        assert_string_not_equal(name, "opera");
    mirth_close(shelf);
}

/* ---- refusing ---- */

#define FOUND "# opera: An opera\n## told\n### found\n- "

static const struct {
    const char *text, *message;
} faulty[] = {
    {"- x\n", ":1: a line outside an entry; expected `### entry` before it"},
    {"# opera: An opera\n## told\n### fund\n- {clause}\n",
     ":3: unknown entry `fund` in chapter `told`; expected an entry of the English book's told"},
    {FOUND "{clause} {loud:the}\n",
     ":4: {loud} is never given in `told`, `found`; expected {cause} {who} {what} or one of: "
     "clause rest lead adv being component cause"},
    {FOUND "`often` {clause}\n",
     ":4: unknown condition `often`; expected one that WRITING.md names"},
    {FOUND "`gag: diva` {clause}\n", ":4: condition `gag: diva`; expected a gag of this book"},
    {FOUND "{clause}. <script>alert(this)</script>\n",
     ":4: HTML; expected words and light Markdown"},
    {FOUND "{clause}. <!-- ha -->\n", ":4: HTML; expected words and light Markdown"},
    {FOUND "{clause}, [see](javascript:it)\n", ":4: a link; expected words and light Markdown"},
    {FOUND "{clause}, at 9\n", ":4: the digit `9`; expected words (digits are facts)"},
    {"# opera: An opera\n## gags\n### diva\n`being: <img src=x>`\n- `at opening` {being} sings.\n",
     ":3: HTML; expected words and light Markdown"},
};

static void what_cannot_be_used_is_refused_with_its_line(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof faulty / sizeof *faulty; i++)
        assert_refused(write_text("faulty.md", faulty[i].text), faulty[i].message);
}

static void what_is_merely_poor_is_taken(void **state)
{
    (void)state;
    mirth_close(open_shelf(write_text("poor.md", FOUND "{clause} \xe2\x80\x94 la\n")));
}

static void repeat(struct mirth_buffer *out, const char *text, size_t times)
{
    while (times--)
        mirth_put_text(out, text);
}

static void assert_repeated(const char *text, size_t times, const char *message)
{
    struct mirth_buffer out = {0};
    mirth_put_text(&out, FOUND "{clause}");
    repeat(&out, text, times);
    mirth_put_text(&out, "\n");
    assert_refused(write_text("much.md", out.at), message);
    mirth_buffer_free(&out);
}

static void what_is_too_much_is_refused(void **state)
{
    (void)state;
    assert_repeated(" {who}", 1000000, ":1: too large a book; expected at most 4 MiB");
    assert_repeated(" {who}", 600000, ":4: too long a line; expected at most 4,096 bytes");
    assert_repeated(" {who}", 600,
                    ":4: more than 48 stretches of text and slots; expected a line "
                    "that can be read aloud");
    assert_repeated("\n- x", 100000, ":100001: too many lines; expected at most 100,000");
    assert_repeated("\n- `word: a, word: b, word: c, word: d, word: e, best, best, best, best` x",
                    1, ":5: more than 8 conditions; expected fewer");
}

static void a_link_to_itself_is_refused(void **state)
{
    const char *path = scratch("loop.md");
    (void)state;
    assert_int_equal(symlink(path, path), 0);
    assert_refused(path, ": Too many levels of symbolic links");
}

static void more_packs_than_a_shelf_holds_are_refused(void **state)
{
    const char *pack = write_text("one.md", FOUND "{clause}.\n");
    struct mirth_shelf *shelf = open_shelf(NULL);
    struct mirth_error err;
    size_t laid = 0;
    (void)state;
    while (laid < 1000 && mirth_lay(shelf, pack, &err))
        laid++;
    assert_int_equal(laid, MIRTH_LAYERS - 1);
    assert_non_null(strstr(err.message, "one pack too many; expected at most 63"));
    mirth_close(shelf);
}

/* ---- databases ---- */

static const char *build_opera(const char *name, const char *sql)
{
    const char *path = build(name, parse(FOUND "{clause}.\n"));
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    return path;
}

static const struct {
    const char *sql, *message;
} tampered[] = {
    {"PRAGMA application_id = 7",
     ": not a phrasebook database; expected what `postmirth-book build` writes"},
    {"CREATE TRIGGER t AFTER INSERT ON chapter BEGIN DELETE FROM book; END",
     ": holds trigger `t`; expected the tables that `postmirth-book build` writes"},
    {"CREATE VIEW v AS SELECT 1",
     ": holds view `v`; expected the tables that `postmirth-book build` writes"},
    {"ALTER TABLE chapter RENAME TO c; CREATE VIEW chapter AS WITH RECURSIVE n(i) AS (SELECT 1 "
     "UNION ALL SELECT i + 1 FROM n) SELECT 'opera' AS book, i AS place, 'told' AS name, '' AS "
     "text FROM n",
     ": holds table `c`; expected the tables that `postmirth-book build` writes"},
    {"CREATE TABLE more (y, x AS (zeroblob(1000000000)))",
     ": holds table `more`; expected the tables that `postmirth-book build` writes"},
    {"CREATE INDEX i ON seal (hash)",
     ": holds index `i`; expected the tables that `postmirth-book build` writes"},
    {"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) INSERT INTO "
     "book SELECT 'x' || i, '', '', 0, 0, 0, 0, 0 FROM n",
     ": damaged (too many books); build or install it again"},
    {"UPDATE book SET caption = 'Ha'",
     ": damaged (its books are not those that were built); build or install it again"},
};

static void a_tampered_database_is_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof tampered / sizeof *tampered; i++)
        assert_refused(build_opera("tampered.db", tampered[i].sql), tampered[i].message);
}

/* What a database says of itself adds up, and is still somebody's. */
static void assert_harmful(struct mirth_book *book, const char *message)
{
    struct mirth_error err = {0};
    const char *path, *name = book->name;
    char *called = strdup(name);
    struct mirth_shelf *shelf;
    path = build("harmful.db", book);
    shelf = open_shelf(path);
    assert_null(mirth_shelf_book(shelf, called, &err));
    if (!strstr(err.message, message))
        fail_msg("%s\n  wanted: %s", err.message, message);
    free(called);
    mirth_close(shelf);
}

static void a_database_that_adds_up_may_still_do_harm(void **state)
{
    struct mirth_book *book;
    (void)state;
    assert_harmful(parse(FOUND "{clause}. <script>alert(this)</script>\n"), "HTML; expected words");
    book = parse(FOUND "{clause}.\n");
    book->name = "../../opera";
    assert_harmful(book, "a name that is not of a-z and `-`");
    book = parse(FOUND "{clause}.\n");
    book->caption = "\x1b[2J";
    assert_harmful(book, "bytes that are no text");
    book = parse(FOUND "{clause}.\n");
    book->lines[0].text = "{clause}\xff.";
    assert_harmful(book, "bytes that are no text");
}

static void chapters_without_end_are_refused(void **state)
{
    const char *path = build_opera(
        "endless.db", "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                      "100) INSERT INTO chapter SELECT 'opera', i, 'c' || i, 1, 0 FROM n; "
                      "UPDATE block SET bytes = CAST(replace(hex(zeroblob(50000)), '0', "
                      "'- x' || char(10)) AS BLOB)");
    struct mirth_shelf *shelf = open_shelf(path);
    struct mirth_error err = {0};
    (void)state;
    assert_null(mirth_shelf_book(shelf, "opera", &err));
    assert_non_null(strstr(err.message, "damaged (a book's lines are not those that were built)"));
    mirth_close(shelf);
}

static int make_folder(void **state)
{
    const char *db = getenv("MIRTH_TEST_DB");
    struct mirth_buffer bytes = read_all(db ? db : "build/phrasebooks.db");
    FILE *copy;
    (void)state;
    if (!mkdtemp(folder))
        return 1;
    copy = fopen(scratch("copy.db"), "wb");
    fwrite(bytes.at, 1, bytes.len, copy);
    fclose(copy);
    mirth_buffer_free(&bytes);
    setenv("MIRTH_TEST_COPY", scratch("copy.db"), 1);
    return setenv("POSTMIRTH_PHRASEBOOKS", db ? db : "build/phrasebooks.db", 1);
}

static int remove_folder(void **state)
{
    char command[300];
    (void)state;
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_markdown_file_is_a_theme_at_once),
        cmocka_unit_test(a_pack_extends_the_theme_of_its_name),
        cmocka_unit_test(the_same_book_twice_is_that_book),
        cmocka_unit_test(packs_of_one_name_are_laid_in_order),
        cmocka_unit_test(a_named_database_is_taken_at_its_word),
        cmocka_unit_test(what_cannot_be_used_is_refused_with_its_line),
        cmocka_unit_test(what_is_merely_poor_is_taken),
        cmocka_unit_test(what_is_too_much_is_refused),
        cmocka_unit_test(a_link_to_itself_is_refused),
        cmocka_unit_test(more_packs_than_a_shelf_holds_are_refused),
        cmocka_unit_test(a_tampered_database_is_refused),
        cmocka_unit_test(a_database_that_adds_up_may_still_do_harm),
        cmocka_unit_test(chapters_without_end_are_refused),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
