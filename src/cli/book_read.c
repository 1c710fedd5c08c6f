/* book_read.c: what every command of postmirth-book does: books in, text and complaints out. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/book.h"
#include "phrasebook/pack.h"
#include "phrasebook/shelf.h"

int mirth_complain(const struct mirth_error *err)
{
    fprintf(stderr, "postmirth-book: %s\n", err->message);
    return (int)err->status;
}

int mirth_print(struct mirth_buffer *out)
{
    bool ok = !out->spent && fwrite(out->at, 1, out->len, stdout) == out->len && !fflush(stdout);
    mirth_buffer_free(out);
    if (ok)
        return 0;
    fputs("postmirth-book: standard output could not be written\n", stderr);
    return MIRTH_BROKEN;
}

struct mirth_book *mirth_found_book(const char *name, struct mirth_error *err)
{
    struct mirth_shelf *shelf = mirth_open(NULL, err);
    struct mirth_book *book = shelf ? mirth_shelf_book(shelf, name, err) : NULL;
    mirth_close(shelf);
    return book;
}

void mirth_free_books(struct mirth_stack *stack)
{
    for (size_t i = 0; i < stack->count; i++)
        mirth_book_free(stack->books[i]);
    free(stack->books);
}

/* Every unreadable book is named, not the first alone. */
bool mirth_read_books(char **paths, int count, struct mirth_stack *stack)
{
    struct mirth_error err;
    bool ok = true;
    stack->books = calloc((size_t)count + 1, sizeof *stack->books);
    if (!stack->books) {
        mirth_no_memory(&err);
        mirth_complain(&err);
        return false;
    }
    for (int i = 0; i < count; i++) {
        struct mirth_book *book = NULL;
        if (count > 1 && mirth_is_page(paths[i]))
            continue; /* "phrasebooks/?.md": what else lies there is no book */
        book = mirth_read_book(paths[i], &err);
        if (book) {
            stack->books[stack->count++] = book;
        } else {
            mirth_complain(&err);
            ok = false;
        }
    }
    return ok;
}

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

bool mirth_read_pair(struct mirth_pair *pair, const char *theme, struct mirth_error *err)
{
    bool file = mirth_is_markdown(theme);
    *pair = (struct mirth_pair){0};
    pair->theme = file ? mirth_read_book(theme, err) : mirth_found_book(theme, err);
    if (!pair->theme)
        return false;
    pair->english = file ? find_english(theme, err) : mirth_found_book("english", err);
    return pair->english != NULL;
}

void mirth_free_pair(struct mirth_pair *pair)
{
    mirth_book_free(pair->theme);
    mirth_book_free(pair->english);
}
