/* shelf.c: the phrasebooks there are: a database, and packs laid over it in their order. */
#include "phrasebook/shelf.h"

#include <stdlib.h>
#include <string.h>

#include "phrasebook/check.h"
#include "phrasebook/find.h"
#include "phrasebook/pack.h"
#include "phrasebook/store.h"

#define ENGLISH "english"

/* A database, or one book out of a Markdown file. */
struct layer {
    struct mirth_store *store;
    struct mirth_book *book;
    bool trusted; /* the one that came with the program */
};

struct mirth_shelf {
    struct layer layers[MIRTH_LAYERS]; /* the earlier below */
    size_t count;
    const char *top; /* the theme that was laid last, by itself; or NULL */
};

static void free_layer(struct layer layer)
{
    mirth_store_close(layer.store);
    mirth_book_free(layer.book);
}

static bool add_layer(struct mirth_shelf *shelf, struct layer layer, const char *path,
                      struct mirth_error *err)
{
    if (!layer.store && !layer.book)
        return false;
    if (shelf->count < MIRTH_LAYERS) {
        shelf->layers[shelf->count++] = layer;
        return true;
    }
    free_layer(layer);
    return mirth_fail(err, MIRTH_BROKEN, "%s: one pack too many; expected at most %d", path,
                      MIRTH_LAYERS - 1);
}

static struct mirth_shelf *new_shelf(struct mirth_error *err)
{
    struct mirth_shelf *shelf = calloc(1, sizeof *shelf);
    if (!shelf)
        mirth_no_memory(err);
    return shelf;
}

/* ---- laying ---- */

static bool has_book(const struct layer *layer, const char *name)
{
    return layer->store ? mirth_store_has(layer->store, name) : !strcmp(layer->book->name, name);
}

/* What lies there of that name, or nothing. False: it cannot be read. */
static bool look_below(struct mirth_shelf *shelf, const char *name, struct mirth_book **below,
                       struct mirth_error *err)
{
    *below = NULL;
    for (size_t i = 0; i < shelf->count; i++)
        if (has_book(&shelf->layers[i], name))
            return (*below = mirth_shelf_book(shelf, name, err)) != NULL;
    return true;
}

/* Its author is told at once, with the line, what can never be said. */
static bool is_usable(struct mirth_shelf *shelf, const struct mirth_book *book,
                      struct mirth_error *err)
{
    struct mirth_book *english = mirth_shelf_book(shelf, ENGLISH, err), *below = NULL;
    bool ok = english && look_below(shelf, book->name, &below, err);
    if (ok)
        ok = mirth_book_usable(book, english, below, err);
    mirth_book_free(below);
    mirth_book_free(english);
    return ok;
}

static bool lay_markdown(struct mirth_shelf *shelf, const char *path, struct mirth_error *err)
{
    struct mirth_book *book = mirth_read_book(path, err);
    if (book && (!mirth_book_harmless(book, err) || !is_usable(shelf, book, err))) {
        mirth_book_free(book);
        return false;
    }
    if (!add_layer(shelf, (struct layer){.book = book}, path, err))
        return false;
    if (strcmp(book->name, ENGLISH) != 0)
        shelf->top = book->name;
    return true;
}

/* Of a database that brings one theme, that one is meant. */
static const char *only_theme(const struct mirth_store *store)
{
    const char *name, *caption, *about, *found = NULL;
    for (size_t i = 0; mirth_store_name(store, i, &name, &caption, &about); i++) {
        if (!strcmp(name, ENGLISH))
            continue;
        if (found)
            return NULL;
        found = name;
    }
    return found;
}

static bool lay_database(struct mirth_shelf *shelf, struct mirth_store *store, const char *path,
                         struct mirth_error *err)
{
    if (!add_layer(shelf, (struct layer){.store = store}, path, err))
        return false;
    shelf->top = only_theme(store);
    return true;
}

bool mirth_lay(struct mirth_shelf *shelf, const char *path, struct mirth_error *err)
{
    return mirth_is_markdown(path) ? lay_markdown(shelf, path, err)
                                   : lay_database(shelf, mirth_store_open(path, err), path, err);
}

/* ---- opening ---- */

/* The phrasebooks that came with the program, and what the user has laid in the data folder. */
static bool open_found(struct mirth_shelf *shelf, struct mirth_error *err)
{
    struct mirth_buffer path = {0};
    struct mirth_pool pool = {0};
    char **packs;
    size_t count;
    bool ok = mirth_find_shelf(&path, err);
    if (ok) {
        struct layer layer = {.store = mirth_store_open(path.at, err), .trusted = true};
        ok = add_layer(shelf, layer, path.at, err);
    }
    if (ok && !mirth_find_packs(&pool, &packs, &count))
        ok = mirth_no_memory(err);
    for (size_t i = 0; ok && i < count; i++)
        ok = mirth_lay(shelf, packs[i], err);
    shelf->top = NULL;
    mirth_buffer_free(&path);
    mirth_pool_free(&pool);
    return ok;
}

/* A database with an English book is all that there is; anything else lies over what is found. */
static bool open_named(struct mirth_shelf *shelf, const char *path, struct mirth_error *err)
{
    struct mirth_store *store;
    if (mirth_is_markdown(path))
        return open_found(shelf, err) && mirth_lay(shelf, path, err);
    store = mirth_store_open(path, err);
    if (!store)
        return false;
    if (!mirth_store_has(store, ENGLISH) && !open_found(shelf, err)) {
        mirth_store_close(store);
        return false;
    }
    return lay_database(shelf, store, path, err);
}

struct mirth_shelf *mirth_open(const char *path, struct mirth_error *err)
{
    struct mirth_shelf *shelf = new_shelf(err);
    if (shelf && (path ? open_named(shelf, path, err) : open_found(shelf, err)))
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
    for (size_t i = 0; i < shelf->count; i++)
        free_layer(shelf->layers[i]);
    free(shelf);
}

/* ---- what there is ---- */

/* What a list of themes says of one. */
struct label {
    const char *name, *caption, *about;
};

static bool layer_label(const struct layer *layer, size_t index, struct label *label)
{
    if (layer->store)
        return mirth_store_name(layer->store, index, &label->name, &label->caption, &label->about);
    *label = (struct label){layer->book->name, layer->book->caption, layer->book->about};
    return !index;
}

/* The first theme behind `after` (NULL: of all) in any layer, as its topmost layer has it. */
static bool next_label(const struct mirth_shelf *shelf, const char *after, struct label *label)
{
    struct label found = {0}, one;
    for (size_t l = 0; l < shelf->count; l++)
        for (size_t i = 0; layer_label(&shelf->layers[l], i, &one); i++) {
            if (!strcmp(one.name, ENGLISH) || (after && strcmp(one.name, after) <= 0) ||
                (found.name && strcmp(one.name, found.name) > 0))
                continue;
            if (found.name && !strcmp(found.name, one.name) && !*one.about)
                one.about = found.about;
            found = one;
        }
    *label = found;
    return found.name != NULL;
}

static bool find_label(struct mirth_shelf *shelf, size_t index, struct label *label)
{
    const char *after = NULL;
    do {
        if (!next_label(shelf, after, label))
            return false;
        after = label->name;
    } while (index--);
    return true;
}

bool mirth_theme(struct mirth_shelf *shelf, size_t index, const char **name, const char **caption)
{
    struct label label;
    if (!find_label(shelf, index, &label))
        return false;
    *name = label.name;
    *caption = label.caption;
    return true;
}

const char *mirth_theme_about(struct mirth_shelf *shelf, size_t index)
{
    struct label label;
    return find_label(shelf, index, &label) ? label.about : NULL;
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

const char *mirth_shelf_top(const struct mirth_shelf *shelf)
{
    return shelf->top;
}

/* Somebody's book is not printed before it is known to do no harm. */
static bool is_trusted(const struct layer *layer, const char *name)
{
    return layer->store && (layer->trusted || !strcmp(name, ENGLISH));
}

static struct mirth_book *read_layer(const struct layer *layer, const char *name,
                                     struct mirth_error *err)
{
    struct mirth_book *book;
    if (!layer->store)
        return mirth_book_overlay(&layer->book, 1, err);
    book = mirth_store_book(layer->store, name, "", err);
    if (!book)
        return NULL;
    mirth_book_cut(book);
    if (is_trusted(layer, name) || mirth_book_harmless(book, err))
        return book;
    mirth_book_free(book);
    return NULL;
}

/* The only layer that has the book: nearly always there is nothing to lay over it. */
static const struct layer *only_layer(const struct mirth_shelf *shelf, const char *name)
{
    const struct layer *only = NULL;
    for (size_t i = 0, found = 0; i < shelf->count; i++)
        if (has_book(&shelf->layers[i], name))
            only = found++ ? NULL : &shelf->layers[i];
    return only;
}

struct mirth_book *mirth_shelf_skim(struct mirth_shelf *shelf, const char *name,
                                    const char *without, struct mirth_error *err)
{
    const struct layer *only = only_layer(shelf, name);
    return only && is_trusted(only, name) ? mirth_store_book(only->store, name, without, err)
                                          : mirth_shelf_book(shelf, name, err);
}

struct mirth_book *mirth_shelf_book(struct mirth_shelf *shelf, const char *name,
                                    struct mirth_error *err)
{
    struct mirth_book *books[MIRTH_LAYERS], *whole = NULL;
    size_t count = 0;
    bool ok = true;
    for (size_t i = 0; ok && i < shelf->count; i++) {
        if (!has_book(&shelf->layers[i], name))
            continue;
        books[count] = read_layer(&shelf->layers[i], name, err);
        ok = books[count] != NULL;
        count += ok;
    }
    if (ok && count == 1) /* nearly always: there is nothing to lay over it */
        return books[0];
    if (ok && !count)
        no_theme(shelf, name, err);
    else if (ok)
        whole = mirth_book_overlay(books, count, err);
    while (count)
        mirth_book_free(books[--count]);
    return whole;
}
