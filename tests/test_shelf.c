/* test_shelf.c: phrasebooks in a database: built, opened, read, and damaged in every way. */
#include "books.h"
#include "phrasebook/pages.h"
#include "phrasebook/catalogue.h"
#include "phrasebook/shelf.h"
#include "understand/english.h"

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/shelf-XXXXXX";

/* A path in the scratch folder; valid until the next call but three. */
static const char *scratch(const char *name)
{
    static char paths[4][256];
    static size_t next;
    char *path = paths[next++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

static void write_all(const char *path, const char *text, size_t len)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}

/* ---- shelving ---- */

static const char *build_demo(const char *name)
{
    static const char theme[] = "# demo: A demo\nWhat it is.\n## told\nNote.\n### found\n"
                                "- `best` It was {cause}{rest}.\n- {clause}.\n### lost\n- x\n";
    struct mirth_book *books[] = {parse(theme), parse_file("phrasebooks/english.md")};
    const char *path = scratch(name);
    struct mirth_error err = {0};
    if (!mirth_shelf_build(path, books, 2, &err))
        fail_msg("%s", err.message);
    mirth_book_free(books[0]);
    mirth_book_free(books[1]);
    return path;
}

static struct mirth_shelf *open_shelf(const char *path)
{
    struct mirth_error err = {0};
    struct mirth_shelf *shelf = mirth_open(path, &err);
    if (!shelf)
        fail_msg("%s", err.message);
    return shelf;
}

static void a_shelf_gives_back_its_books(void **state)
{
    struct mirth_shelf *shelf = open_shelf(build_demo("odd ?#%20name.db"));
    struct mirth_book *written = parse_file("phrasebooks/english.md");
    struct mirth_error err;
    struct mirth_book *read = mirth_shelf_book(shelf, "english", &err);
    (void)state;
    assert_non_null(read);
    assert_same_books(written, read);
    mirth_book_free(written);
    mirth_book_free(read);
    mirth_close(shelf);
}

static void english_is_no_theme(void **state)
{
    struct mirth_shelf *shelf = open_shelf(build_demo("themes.db"));
    const char *name = NULL, *caption = NULL;
    (void)state;
    assert_true(mirth_theme(shelf, 0, &name, &caption));
    assert_string_equal(name, "demo");
    assert_string_equal(caption, "A demo");
    assert_false(mirth_theme(shelf, 1, &name, &caption));
    mirth_close(shelf);
}

static void an_unknown_theme_names_the_known(void **state)
{
    struct mirth_shelf *shelf = open_shelf(build_demo("unknown.db"));
    struct mirth_error err = {0};
    (void)state;
    assert_null(mirth_shelf_book(shelf, "opera", &err));
    assert_int_equal(err.status, MIRTH_USAGE);
    assert_string_equal(err.message, "no theme 'opera'; expected one of: demo");
    mirth_close(shelf);
}

static void the_same_books_give_the_same_bytes(void **state)
{
    struct mirth_book *a = parse(HEAD "- x\n"), *b = parse("# other: B\n## box\n### why\n- Why\n");
    struct mirth_book *one[] = {a, b}, *two[] = {b, a};
    struct mirth_buffer first, second;
    struct mirth_error err;
    (void)state;
    assert_true(mirth_shelf_build(scratch("one.db"), one, 2, &err));
    assert_true(mirth_shelf_build(scratch("two.db"), two, 2, &err));
    first = read_all(scratch("one.db"));
    second = read_all(scratch("two.db"));
    assert_true(mirth_same(mirth_buffer_slice(&first), mirth_buffer_slice(&second)));
    mirth_buffer_free(&first);
    mirth_buffer_free(&second);
    mirth_book_free(a);
    mirth_book_free(b);
}

static void two_books_of_one_name_are_refused(void **state)
{
    struct mirth_book *book = parse(HEAD "- x\n"), *books[] = {book, book};
    struct mirth_error err;
    (void)state;
    assert_false(mirth_shelf_build(scratch("twins.db"), books, 2, &err));
    assert_string_equal(err.message, "b.md:1: a second book called `demo`; expected another name");
    assert_int_equal(access(scratch("twins.db"), F_OK), -1);
    mirth_book_free(book);
}

static void a_failed_build_leaves_the_old_file(void **state)
{
    struct mirth_book *book = parse(HEAD "- x\n");
    const char *path = scratch("folder.db");
    struct mirth_error err = {0};
    (void)state;
    assert_int_equal(mkdir(path, 0700), 0);
    assert_false(mirth_shelf_build(path, &book, 1, &err));
    assert_int_equal(err.status, MIRTH_BROKEN);
    assert_int_equal(rmdir(path), 0);
    mirth_book_free(book);
}

/* ---- foreign and damaged files ---- */

/* Opening path fails with "path: tail", or "path: tail..." where tail ends in an ellipsis. */
static void assert_unopened(const char *path, const char *tail)
{
    struct mirth_error err = {0};
    char wanted[512];
    size_t len = (size_t)snprintf(wanted, sizeof wanted, "%s: %s", path, tail);
    assert_null(mirth_open(path, &err));
    assert_int_equal(err.status, MIRTH_BROKEN);
    if (len > 3 && !strcmp(wanted + len - 3, "..."))
        err.message[len - 3] = wanted[len - 3] = '\0';
    assert_string_equal(err.message, wanted);
}

static void alter(const char *path, const char *sql)
{
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

static void what_is_no_phrasebook_says_so(void **state)
{
    const char *path = scratch("foreign.db");
    (void)state;
    assert_unopened(path, "no such file; expected a phrasebook database");
    assert_unopened(folder, "a folder; expected a phrasebook database");
    write_all(path, "", 0);
    assert_unopened(path, "not a phrasebook database; expected what `postmirth-book build` writes");
    write_all(path, HEAD HEAD HEAD HEAD HEAD, 5 * strlen(HEAD));
    assert_unopened(path, "not a database; expected what `postmirth-book build` writes");
    assert_int_equal(remove(path), 0);
    alter(path, "CREATE TABLE book (name)");
    assert_unopened(path, "not a phrasebook database; expected what `postmirth-book build` writes");
}

static void another_schema_says_which(void **state)
{
    const char *path = build_demo("newer.db");
    (void)state;
    alter(path, "PRAGMA user_version = 7");
    assert_unopened(path, "made by a newer postmirth (schema 7; this one reads 2)");
    alter(path, "PRAGMA user_version = 0");
    assert_unopened(path, "made by an older postmirth (schema 0; this one reads 2)");
}

static void altered_books_break_the_seal(void **state)
{
    static const char *const sql[] = {
        "UPDATE book SET caption = 'x' WHERE name = 'demo'",
        "UPDATE book SET name = 'dem' WHERE name = 'demo'",
        "DELETE FROM book WHERE name = 'demo'",
        "UPDATE seal SET books = 3",
    };
    (void)state;
    for (size_t i = 0; i < sizeof sql / sizeof *sql; i++) {
        const char *path = build_demo("sealed.db");
        alter(path, sql[i]);
        assert_unopened(path, "damaged (its books are not those that were built); build or "
                              "install it again");
    }
}

#define ALTER_TOLD(bytes)                                                                          \
    "UPDATE block SET bytes = CAST(" bytes " AS BLOB)"                                             \
    " WHERE id = (SELECT text FROM chapter WHERE book = 'demo' AND name = 'told')"

static void altered_lines_are_noticed(void **state)
{
    static const char *const sql[] = {
        ALTER_TOLD("CAST(replace(CAST(bytes AS TEXT), 'It was', 'It is') AS BLOB)"),
        ALTER_TOLD("bytes || 'no end'"),
        ALTER_TOLD("bytes || x'ff0a'"),
        ALTER_TOLD("CAST(replace(CAST(bytes AS TEXT), 'found', 'lost') AS BLOB)"),
        "DELETE FROM block WHERE id = (SELECT text FROM chapter WHERE book = 'demo')",
        "UPDATE chapter SET text = text + 1 WHERE book = 'demo'",
        "UPDATE chapter SET name = 'tale' WHERE book = 'demo'",
        "DELETE FROM chapter WHERE book = 'demo' AND name = 'told'",
        "INSERT INTO chapter VALUES ('demo', 99, 'more', 1, 0)",
    };
    (void)state;
    for (size_t i = 0; i < sizeof sql / sizeof *sql; i++) {
        const char *path = build_demo("lines.db");
        struct mirth_error err = {0};
        struct mirth_shelf *shelf;
        alter(path, sql[i]);
        shelf = open_shelf(path);
        assert_null(mirth_shelf_book(shelf, "demo", &err));
        assert_int_equal(err.status, MIRTH_BROKEN);
        assert_non_null(strstr(err.message, "lines.db: damaged (a book's lines are not those"));
        mirth_close(shelf);
    }
}

/* ---- what one story needs of a book ---- */

static void a_skimmed_book_has_the_same_lines(void **state)
{
    struct mirth_shelf *shelf = open_shelf(build_demo("skim.db"));
    struct mirth_error err;
    struct mirth_book *whole = mirth_shelf_book(shelf, "english", &err);
    struct mirth_book *skimmed = mirth_shelf_skim(shelf, "english", "lists|told", &err);
    const struct mirth_line *a, *b;
    (void)state;
    assert_null(mirth_book_find(skimmed, "lists", ""));
    assert_null(mirth_book_find(skimmed, "told", "found"));
    for (size_t round = 0; round < 2; round++) { /* cut, and cut already */
        assert_int_equal(mirth_book_entry(skimmed, "milestones", "vague", &a),
                         mirth_book_entry(whole, "milestones", "vague", &b));
        assert_string_equal(a->text, b->text);
        assert_string_equal(a->entry, "vague");
    }
    mirth_book_free(whole);
    mirth_book_free(skimmed);
    skimmed = mirth_shelf_skim(shelf, "demo", "", &err);
    assert_int_equal(mirth_book_entry(skimmed, "told", "found", &a), 2);
    assert_string_equal(a[0].when, "best");
    assert_string_equal(a[0].text, "It was {cause}{rest}.");
    assert_string_equal(a[1].text, "{clause}.");
    assert_int_equal(a[1].seq, 1);
    mirth_book_free(skimmed);
    mirth_close(shelf);
}

static void a_skimmed_book_notices_what_it_reads(void **state)
{
    static const char spoiled[] =
        "UPDATE block SET bytes = CAST(bytes || 'x' AS BLOB) WHERE id = "
        "(SELECT text FROM chapter WHERE book = 'english' AND name = 'joints')";
    const char *path = build_demo("skimmed.db");
    struct mirth_error err = {0};
    struct mirth_shelf *shelf;
    struct mirth_book *book;
    (void)state;
    alter(path, spoiled);
    shelf = open_shelf(path);
    assert_null(mirth_shelf_skim(shelf, "english", "", &err));
    assert_non_null(strstr(err.message, "skimmed.db: damaged"));
    book = mirth_shelf_skim(shelf, "english", "joints", &err);
    assert_non_null(book);
    mirth_book_free(book);
    mirth_close(shelf);
    alter(path, "DELETE FROM chapter WHERE book = 'english' AND name = 'joints'");
    shelf = open_shelf(path);
    assert_null(mirth_shelf_skim(shelf, "english", "joints", &err));
    mirth_close(shelf);
}

static char *tell_from(const char *path)
{
    static const char record[] = "# Postmortem\n## Timeline\n- 10:00 Engineers restarted nginx.\n";
    struct mirth_options options = mirth_defaults();
    struct mirth_error err;
    struct mirth_shelf *shelf = open_shelf(path);
    struct mirth_edition *edition;
    char *text;
    options.theme = "quest";
    edition = mirth_tell(shelf, record, sizeof record - 1, &options, &err);
    assert_non_null(edition);
    text = strdup(mirth_edition_text(edition));
    mirth_edition_free(edition);
    mirth_close(shelf);
    return text;
}

static void a_story_is_the_same_without_the_image(void **state)
{
    struct mirth_book *books[] = {parse_file("phrasebooks/quest.md"),
                                  parse_file("phrasebooks/english.md")};
    struct mirth_error err;
    char *plain, *kept;
    (void)state;
    assert_true(mirth_shelf_build(scratch("plain.db"), books, 2, &err));
    assert_true(mirth_english_prepare(books[1], &err));
    assert_true(mirth_shelf_build(scratch("kept.db"), books, 2, &err));
    plain = tell_from(scratch("plain.db"));
    kept = tell_from(scratch("kept.db"));
    assert_string_equal(plain, kept);
    assert_non_null(strstr(kept, "quest edition"));
    free(plain);
    free(kept);
    mirth_book_free(books[0]);
    mirth_book_free(books[1]);
}

static void a_carried_catalogue_is_of_one_file(void **state)
{
    static const struct mirth_volume volumes[] = {
        {.name = "english", .caption = "", .about = ""},
        {.name = "quest", .caption = "carried", .about = ""}};
    struct mirth_book *books[] = {parse_file("phrasebooks/english.md"),
                                  parse_file("phrasebooks/quest.md")};
    struct mirth_error err = {0};
    struct mirth_shelf *shelf;
    const char *path = scratch("catalogue.db"), *name, *caption;
    char head[MIRTH_CATALOGUE_HEAD];
    FILE *file;
    struct mirth_catalogue catalogue = {head, sizeof head, 0, volumes, 2};
    (void)state;
    assert_true(mirth_shelf_build(path, books, 2, &err));
    file = fopen(path, "r+b");
    assert_non_null(file);
    assert_int_equal(fread(head, 1, sizeof head, file), sizeof head);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    catalogue.file_size = (size_t)ftell(file);
    mirth_carry_catalogue(&catalogue);
    shelf = open_shelf(path);
    assert_true(mirth_theme(shelf, 0, &name, &caption));
    assert_string_equal(caption, "carried");
    mirth_close(shelf);
    head[sizeof head - 1] ^= 1; /* another's */
    shelf = open_shelf(path);
    assert_true(mirth_theme(shelf, 0, &name, &caption));
    assert_string_not_equal(caption, "carried");
    mirth_close(shelf);
    mirth_carry_catalogue(NULL);
    fclose(file);
    mirth_book_free(books[0]);
    mirth_book_free(books[1]);
}

static void a_carried_book_spares_the_reading(void **state)
{
    struct mirth_book *books[] = {parse_file("phrasebooks/english.md")}, *book;
    struct mirth_error err = {0};
    struct mirth_shelf *shelf;
    struct mirth_buffer pages = {0};
    struct mirth_carried carried = {.image = mirth_slice("", 0)};
    const struct mirth_line *line, *own;
    const char *path = scratch("carried.db");
    (void)state;
    assert_true(mirth_english_prepare(books[0], &err));
    assert_true(mirth_shelf_build(path, books, 1, &err));
    carried.image = books[0]->image;
    shelf = open_shelf(path);
    book = mirth_shelf_book(shelf, "english", &err);
    assert_non_null(book);
    assert_true(mirth_pages_write(book, &pages));
    carried.pages = pages.at;
    carried.sum = book->sum + 1; /* another's */
    mirth_book_free(book);
    alter(path, "UPDATE block SET bytes = x'00'");
    mirth_carry_books(&carried, 1);
    assert_null(mirth_shelf_skim(shelf, "english", "", &err));
    assert_non_null(strstr(err.message, "a book's lines are not those that were built"));
    carried.sum--;
    book = mirth_shelf_skim(shelf, "english", "", &err);
    assert_non_null(book);
    assert_ptr_equal(book->image.at, carried.image.at);
    assert_int_equal(mirth_book_entry(book, "joints", "result", &line),
                     mirth_book_entry(books[0], "joints", "result", &own));
    assert_string_equal(line->text, own->text); /* what is asked for first is made first */
    mirth_book_free(book);
    book = mirth_shelf_book(shelf, "english", &err);
    mirth_carry_books(NULL, 0);
    assert_same_books(book, books[0]);
    mirth_book_free(book);
    mirth_buffer_free(&pages);
    mirth_close(shelf);
    mirth_book_free(books[0]);
}

/* Everything that a file gives, or NULL where it is refused with a message. */
static char *contents(const char *path)
{
    struct mirth_error err = {0};
    struct mirth_shelf *shelf = mirth_open(path, &err);
    struct mirth_book *demo = shelf ? mirth_shelf_book(shelf, "demo", &err) : NULL;
    struct mirth_book *english = demo ? mirth_shelf_book(shelf, "english", &err) : NULL;
    struct mirth_buffer out = {0};
    if (english) {
        mirth_book_dump(demo, &out);
        mirth_book_dump(english, &out);
    } else {
        assert_int_equal(err.status, MIRTH_BROKEN);
        assert_non_null(strstr(err.message, path));
    }
    mirth_book_free(demo);
    mirth_book_free(english);
    mirth_close(shelf);
    return out.at;
}

static void a_flipped_bit_never_changes_a_line(void **state)
{
    const char *path = build_demo("flip.db");
    struct mirth_buffer file = read_all(path);
    char *whole = contents(path);
    size_t step = file.len / 200, refusals = 0;
    (void)state;
    for (size_t at = 0; at < file.len; at += at < 100 ? 1 : step) {
        char *got;
        file.at[at] ^= (char)(1 << at % 8);
        write_all(path, file.at, file.len);
        got = contents(path);
        refusals += !got;
        if (got)
            assert_string_equal(got, whole);
        free(got);
        file.at[at] ^= (char)(1 << at % 8);
    }
    assert_true(refusals > 100);
    free(whole);
    mirth_buffer_free(&file);
}

static void a_truncated_file_is_refused(void **state)
{
    const char *path = build_demo("short.db");
    struct mirth_buffer file = read_all(path);
    (void)state;
    for (size_t i = 0; i < 50; i++) {
        write_all(path, file.at, file.len / 50 * i);
        assert_null(contents(path));
    }
    mirth_buffer_free(&file);
}

static void the_environment_names_the_shelf(void **state)
{
    struct mirth_error err = {0};
    struct mirth_shelf *shelf;
    (void)state;
    setenv("POSTMIRTH_PHRASEBOOKS", build_demo("named.db"), 1);
    shelf = open_shelf(NULL);
    mirth_close(shelf);
    setenv("POSTMIRTH_PHRASEBOOKS", scratch("nowhere.db"), 1);
    assert_null(mirth_open(NULL, &err));
    assert_non_null(strstr(err.message, "nowhere.db: no such file"));
    unsetenv("POSTMIRTH_PHRASEBOOKS");
}

static void the_users_folder_is_looked_into(void **state)
{
    struct mirth_shelf *shelf;
    (void)state;
    assert_int_equal(mkdir(scratch("postmirth"), 0700), 0);
    build_demo("postmirth/phrasebooks.db");
    setenv("XDG_DATA_HOME", folder, 1);
    shelf = open_shelf(NULL);
    mirth_close(shelf);
    unsetenv("XDG_DATA_HOME");
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
    char command[64];
    (void)state;
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_shelf_gives_back_its_books),
        cmocka_unit_test(english_is_no_theme),
        cmocka_unit_test(an_unknown_theme_names_the_known),
        cmocka_unit_test(the_same_books_give_the_same_bytes),
        cmocka_unit_test(two_books_of_one_name_are_refused),
        cmocka_unit_test(a_failed_build_leaves_the_old_file),
        cmocka_unit_test(what_is_no_phrasebook_says_so),
        cmocka_unit_test(another_schema_says_which),
        cmocka_unit_test(altered_books_break_the_seal),
        cmocka_unit_test(altered_lines_are_noticed),
        cmocka_unit_test(a_skimmed_book_has_the_same_lines),
        cmocka_unit_test(a_skimmed_book_notices_what_it_reads),
        cmocka_unit_test(a_story_is_the_same_without_the_image),
        cmocka_unit_test(a_carried_catalogue_is_of_one_file),
        cmocka_unit_test(a_carried_book_spares_the_reading),
        cmocka_unit_test(a_flipped_bit_never_changes_a_line),
        cmocka_unit_test(a_truncated_file_is_refused),
        cmocka_unit_test(the_environment_names_the_shelf),
        cmocka_unit_test(the_users_folder_is_looked_into),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
