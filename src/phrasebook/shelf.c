/* shelf.c: the phrasebooks there are: a database, and packs laid over it in their order. */
#include "phrasebook/shelf.h"

#include <stdlib.h>
#include <string.h>

#include "phrasebook/find.h"
#include "phrasebook/store.h"

#define ENGLISH "english"

/* A database, or one book out of a Markdown file. */
struct layer {
    struct mirth_store *store;
    struct mirth_book *book;
};

struct mirth_shelf {
    struct layer layers[MIRTH_LAYERS]; /* the earlier below */
    size_t count;
};

static bool add_layer(struct mirth_shelf *shelf, struct layer layer, const char *path,
                      struct mirth_error *err)
{
    if (!layer.store && !layer.book)
        return false;
    if (shelf->count < MIRTH_LAYERS) {
        shelf->layers[shelf->count++] = layer;
        return true;
    }
    mirth_store_close(layer.store);
    mirth_book_free(layer.book);
    return mirth_fail(err, MIRTH_BROKEN, "%s: one pack too many; expected at most %d", path,
                      MIRTH_LAYERS);
}

static struct mirth_shelf *new_shelf(struct mirth_error *err)
{
    struct mirth_shelf *shelf = calloc(1, sizeof *shelf);
    if (!shelf)
        mirth_no_memory(err);
    return shelf;
}

struct mirth_shelf *mirth_open(const char *path, struct mirth_error *err)
{
    struct mirth_shelf *shelf = new_shelf(err);
    struct mirth_buffer found = {0};
    bool ok = shelf != NULL;
    if (ok && !path)
        ok = mirth_find_shelf(&found, err);
    path = path ? path : found.at;
    ok = ok && add_layer(shelf, (struct layer){.store = mirth_store_open(path, err)}, path, err);
    mirth_buffer_free(&found);
    if (ok)
        return shelf;
    mirth_close(shelf);
    return NULL;
}

struct mirth_shelf *mirth_shelf_of(struct mirth_book *const *books, size_t count,
                                   struct mirth_error *err)
{
    struct mirth_shelf *shelf = new_shelf(err);
    for (size_t i = 0; shelf && i < count; i++) {
        struct layer layer = {.book = mirth_book_overlay(&books[i], 1, err)};
        if (add_layer(shelf, layer, books[i]->path, err))
            continue;
        mirth_close(shelf);
        return NULL;
    }
    return shelf;
}

void mirth_close(struct mirth_shelf *shelf)
{
    if (!shelf)
        return;
    for (size_t i = 0; i < shelf->count; i++) {
        mirth_store_close(shelf->layers[i].store);
        mirth_book_free(shelf->layers[i].book);
    }
    free(shelf);
}

/* ---- what there is ---- */

static bool layer_name(const struct layer *layer, size_t index, const char **name,
                       const char **caption)
{
    if (layer->store)
        return mirth_store_name(layer->store, index, name, caption);
    *name = layer->book->name;
    *caption = layer->book->caption;
    return !index;
}

/* The first name behind `after` (NULL: of all) in any layer, with its topmost caption. */
static bool next_name(const struct mirth_shelf *shelf, const char *after, const char **name,
                      const char **caption)
{
    const char *found = NULL, *one, *its;
    for (size_t l = 0; l < shelf->count; l++)
        for (size_t i = 0; layer_name(&shelf->layers[l], i, &one, &its); i++) {
            if (!strcmp(one, ENGLISH) || (after && strcmp(one, after) <= 0) ||
                (found && strcmp(one, found) > 0))
                continue;
            *name = found = one;
            *caption = its;
        }
    return found != NULL;
}

bool mirth_theme(struct mirth_shelf *shelf, size_t index, const char **name, const char **caption)
{
    const char *one = NULL, *its;
    do
        if (!next_name(shelf, one, &one, &its))
            return false;
    while (index--);
    *name = one;
    *caption = its;
    return true;
}

static bool no_theme(struct mirth_shelf *shelf, const char *name, struct mirth_error *err)
{
    struct mirth_buffer names = {0};
    const char *theme, *caption;
    for (size_t i = 0; mirth_theme(shelf, i, &theme, &caption); i++) {
        mirth_put_text(&names, i ? ", " : "");
        mirth_put_text(&names, theme);
    }
    mirth_fail(err, MIRTH_USAGE, "no theme '%s'; expected one of: %s", name,
               names.at ? names.at : "(none)");
    mirth_buffer_free(&names);
    return false;
}

/* ---- a book ---- */

static bool has_book(const struct layer *layer, const char *name)
{
    return layer->store ? mirth_store_has(layer->store, name) : !strcmp(layer->book->name, name);
}

struct mirth_book *mirth_shelf_book(struct mirth_shelf *shelf, const char *name,
                                    struct mirth_error *err)
{
    struct mirth_book *books[MIRTH_LAYERS], *read[MIRTH_LAYERS], *whole = NULL;
    size_t count = 0, taken = 0;
    bool ok = true;
    for (size_t i = 0; ok && i < shelf->count; i++) {
        struct layer *layer = &shelf->layers[i];
        if (!has_book(layer, name))
            continue;
        books[count] = layer->book;
        if (layer->store)
            books[count] = read[taken++] = mirth_store_book(layer->store, name, err);
        ok = books[count++] != NULL;
    }
    if (ok && !count)
        no_theme(shelf, name, err);
    else if (ok && count == 1 && taken)
        return read[0]; /* nearly always: there is nothing to lay over it */
    else if (ok)
        whole = mirth_book_overlay(books, count, err);
    while (taken)
        mirth_book_free(read[--taken]);
    return whole;
}
