/* book_try.c: postmirth-book try: a theme's lines to read aloud, or a record told in it. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "author/try.h"
#include "cli/book.h"
#include "cli/files.h"
#include "phrasebook/shelf.h"

/* What the theme has, or may have: a chapter, a gag, a section; a frame, a kind of measure, a
 * fault of the English book's. */
static bool is_entry(const struct mirth_pair *pair, const char *name)
{
    static const char *const chapters[] = {"told", "asked", "faults"};
    for (size_t i = 0; i < pair->theme->entry_count; i++)
        if (!strcmp(pair->theme->entries[i].name, name) ||
            !strcmp(pair->theme->entries[i].chapter, name))
            return true;
    for (size_t i = 0; i < 3; i++)
        if (mirth_book_find(pair->english, chapters[i], name))
            return true;
    return false;
}

static int read_lines(struct mirth_pair *pair, const char *entry)
{
    struct mirth_error err;
    struct mirth_buffer out = {0};
    struct mirth_rehearsal rehearsal = {0};
    struct mirth_english *english = mirth_english_new(pair->english, &err);
    struct mirth_samples *samples =
        english ? mirth_samples_new(english, pair->english, &err) : NULL;
    bool ok = samples && mirth_rehearse(&rehearsal, english, samples, pair->theme, &err);
    if (ok && !mirth_try(&rehearsal, entry, &out))
        ok = mirth_fail(&err, MIRTH_USAGE, "%s: no lines for `%s`", pair->theme->path, entry);
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

static int tell(struct mirth_pair *pair, const char *path)
{
    struct mirth_error err;
    struct mirth_book *books[] = {pair->english, pair->theme};
    struct mirth_shelf *shelf = mirth_shelf_of(books, 2, &err);
    struct mirth_options options = mirth_defaults();
    struct mirth_buffer record = {0};
    struct mirth_edition *edition = NULL;
    int status;
    options.name = path;
    options.theme = pair->theme->name;
    if (shelf && access(path, F_OK))
        mirth_fail(&err, MIRTH_USAGE, "no entry `%s` in %s, and no such file; expected one of them",
                   path, pair->theme->path);
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
    struct mirth_pair pair = {0};
    const char *what = argc > 1 ? argv[1] : NULL;
    int status;
    if (argc < 1 || argc > 2)
        return mirth_misused();
    if (!mirth_read_pair(&pair, argv[0], &err))
        status = mirth_complain(&err);
    else if (!what || is_entry(&pair, what))
        status = read_lines(&pair, what);
    else
        status = tell(&pair, what);
    mirth_free_pair(&pair);
    return status;
}
