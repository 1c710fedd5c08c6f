/* book_try.c: postmirth-book try: a theme's lines to read aloud, or a record told in it. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "author/try.h"
#include "cli/book.h"
#include "cli/files.h"
#include "phrasebook/pack.h"
#include "phrasebook/shelf.h"

/* What is tried, and what it is tried with. */
struct trial {
    struct mirth_book *theme, *english;
};

/* The English book beside a theme's file is the one that its author works with. */
static struct mirth_book *find_english(const char *theme, struct mirth_error *err)
{
    const char *slash = strrchr(theme, '/');
    size_t folder = slash ? (size_t)(slash - theme) + 1 : 0;
    struct mirth_buffer path = {0};
    struct mirth_book *book = NULL;
    FILE *file;
    mirth_put(&path, theme, folder);
    mirth_put_text(&path, "english.md");
    file = path.spent ? NULL : fopen(path.at, "rb");
    if (file)
        fclose(file);
    book = file ? mirth_read_book(path.at, err) : mirth_found_book("english", err);
    mirth_buffer_free(&path);
    return book;
}

static bool read_trial(struct trial *trial, const char *theme, struct mirth_error *err)
{
    bool file = mirth_is_markdown(theme);
    trial->theme = file ? mirth_read_book(theme, err) : mirth_found_book(theme, err);
    if (!trial->theme)
        return false;
    trial->english = file ? find_english(theme, err) : mirth_found_book("english", err);
    return trial->english != NULL;
}

/* What the theme has, or may have: a chapter, a gag, a section; a frame, a kind of measure, a
 * fault of the English book's. */
static bool is_entry(const struct trial *trial, const char *name)
{
    static const char *const chapters[] = {"told", "asked", "faults"};
    for (size_t i = 0; i < trial->theme->entry_count; i++)
        if (!strcmp(trial->theme->entries[i].name, name) ||
            !strcmp(trial->theme->entries[i].chapter, name))
            return true;
    for (size_t i = 0; i < 3; i++)
        if (mirth_book_find(trial->english, chapters[i], name))
            return true;
    return false;
}

static int read_lines(struct trial *trial, const char *entry)
{
    struct mirth_error err;
    struct mirth_buffer out = {0};
    struct mirth_rehearsal rehearsal = {0};
    struct mirth_english *english = mirth_english_new(trial->english, &err);
    struct mirth_samples *samples =
        english ? mirth_samples_new(english, trial->english, &err) : NULL;
    bool ok = samples && mirth_rehearse(&rehearsal, english, samples, trial->theme, &err);
    if (ok && !mirth_try(&rehearsal, entry, &out))
        ok = mirth_fail(&err, MIRTH_USAGE, "%s: no lines for `%s`", trial->theme->path, entry);
    mirth_unrehearse(&rehearsal);
    mirth_samples_free(samples);
    mirth_english_free(english);
    if (ok)
        return mirth_print(&out);
    mirth_buffer_free(&out);
    return mirth_complain(&err);
}

static int deliver(const struct mirth_edition *edition)
{
    struct mirth_buffer out = {0};
    int status = (int)mirth_edition_status(edition), printed;
    mirth_put(&out, mirth_edition_text(edition), mirth_edition_length(edition));
    printed = mirth_print(&out);
    if (mirth_edition_note(edition))
        fprintf(stderr, "postmirth-book: %s\n", mirth_edition_note(edition));
    return printed ? printed : status;
}

static int tell(struct trial *trial, const char *path)
{
    struct mirth_error err;
    struct mirth_book *books[] = {trial->english, trial->theme};
    struct mirth_shelf *shelf = mirth_shelf_of(books, 2, &err);
    struct mirth_options options = mirth_defaults();
    struct mirth_buffer record = {0};
    struct mirth_edition *edition = NULL;
    int status;
    options.name = path;
    options.theme = trial->theme->name;
    if (shelf && access(path, F_OK))
        mirth_fail(&err, MIRTH_USAGE, "no entry `%s` in %s, and no such file; expected one of them",
                   path, trial->theme->path);
    else if (shelf && mirth_read_file(path, path, options.limit, &record, &err))
        edition = mirth_tell(shelf, record.at ? record.at : "", record.len, &options, &err);
    status = edition ? deliver(edition) : mirth_complain(&err);
    mirth_edition_free(edition);
    mirth_buffer_free(&record);
    mirth_close(shelf);
    return status;
}

int mirth_book_try(int argc, char **argv)
{
    struct mirth_error err;
    struct trial trial = {0};
    const char *what = argc > 1 ? argv[1] : NULL;
    int status;
    if (argc < 1 || argc > 2)
        return mirth_misused();
    if (!read_trial(&trial, argv[0], &err))
        status = mirth_complain(&err);
    else if (!what || is_entry(&trial, what))
        status = read_lines(&trial, what);
    else
        status = tell(&trial, what);
    mirth_book_free(trial.theme);
    mirth_book_free(trial.english);
    return status;
}
