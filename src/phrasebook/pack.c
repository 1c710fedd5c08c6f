/* pack.c: books out of Markdown files */
#include "phrasebook/pack.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

bool mirth_is_markdown(const char *path)
{
    size_t len = strlen(path);
    return len > 3 && !strcmp(path + len - 3, ".md");
}

bool mirth_is_page(const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    size_t capitals = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_-");
    return capitals && !strcmp(name + capitals, ".md");
}

/* One byte more than a book may have is enough for the parser to refuse it. */
static bool read_text(const char *path, struct mirth_buffer *text, struct mirth_error *err)
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
    if (read_text(path, &text, err))
        book = mirth_book_parse(path, text.at ? text.at : "", text.len, err);
    mirth_buffer_free(&text);
    return book;
}
