/* book_read.c: what every command of postmirth-book does: books in, text and complaints out. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/book.h"

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

bool mirth_is_markdown(const char *name)
{
    size_t len = strlen(name);
    return len > 3 && !strcmp(name + len - 3, ".md");
}

/* One byte more than a book may have is enough for the parser to refuse it. */
static bool read_file(const char *path, struct mirth_buffer *text, struct mirth_error *err)
{
    FILE *file = fopen(path, "rb");
    char chunk[65536];
    size_t got;
    bool ok;
    if (!file)
        return mirth_fail(err, MIRTH_BROKEN, "%s: %s", path, strerror(errno));
    while (text->len <= MIRTH_BOOK_BYTES && (got = fread(chunk, 1, sizeof chunk, file)) > 0)
        mirth_put(text, chunk, got);
    ok = !ferror(file) || mirth_fail(err, MIRTH_BROKEN, "%s: %s", path, strerror(errno));
    fclose(file);
    return ok && (!text->spent || mirth_no_memory(err));
}

struct mirth_book *mirth_read_book(const char *path, struct mirth_error *err)
{
    struct mirth_buffer text = {0};
    struct mirth_book *book = NULL;
    if (read_file(path, &text, err))
        book = mirth_book_parse(path, text.at ? text.at : "", text.len, err);
    mirth_buffer_free(&text);
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
        struct mirth_book *book = mirth_read_book(paths[i], &err);
        if (book) {
            stack->books[stack->count++] = book;
        } else {
            mirth_complain(&err);
            ok = false;
        }
    }
    return ok;
}
