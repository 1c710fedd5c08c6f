/* carry.c: writes the books of a database as C, for the program to have them with it */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "phrasebook/pages.h"
#include "phrasebook/shelf.h"
#include "phrasebook/store_inside.h"
#include "postmirth.h"

static void print_block(const char *kind, size_t number, struct mirth_slice block)
{
    printf("static const uint64_t %s_%zu[] = {", kind, number);
    for (size_t at = 0; at < block.len; at += 8) {
        uint64_t word = 0;
        memcpy(&word, block.at + at, block.len - at < 8 ? block.len - at : 8);
        printf("%s%#" PRIx64 "u,", at % 64 ? " " : "\n    ", word);
    }
    printf("%s\n};\n", block.len ? "" : "0");
}

/* Two blocks; the row of the table that names them is appended. */
static bool print_book(const struct mirth_book *book, size_t number, struct mirth_buffer *table)
{
    struct mirth_buffer pages = {0};
    char row[128];
    bool ok = mirth_pages_write(book, &pages);
    print_block("pages", number, mirth_buffer_slice(&pages));
    print_block("image", number, book->image);
    snprintf(row, sizeof row, "    {%#" PRIx64 "u, pages_%zu, {(const char *)image_%zu, %zu}},\n",
             book->sum, number, number, book->image.len);
    mirth_put_text(table, row);
    mirth_buffer_free(&pages);
    return ok;
}

static bool print_named(struct mirth_shelf *shelf, const char *name, size_t number,
                        struct mirth_buffer *table, struct mirth_error *err)
{
    struct mirth_book *book = mirth_shelf_book(shelf, name, err);
    bool ok = book && (print_book(book, number, table) || mirth_no_memory(err));
    mirth_book_free(book);
    return ok;
}

static bool print_books(struct mirth_shelf *shelf, struct mirth_error *err)
{
    struct mirth_buffer table = {0};
    const char *name, *caption;
    bool ok;
    printf("/* carried_books.h: made from phrasebooks.db */\n#include <stdint.h>\n");
    ok = print_named(shelf, "english", 0, &table, err);
    for (size_t i = 0; ok && mirth_theme(shelf, i, &name, &caption); i++)
        ok = print_named(shelf, name, i + 1, &table, err);
    printf("static const struct mirth_carried carried_books[] = {\n%s};\n",
           table.at ? table.at : "");
    ok = ok && (!table.spent || mirth_no_memory(err));
    mirth_buffer_free(&table);
    return ok;
}

static void print_string(const char *text)
{
    putchar('"');
    for (; *text; text++)
        if (mirth_is_letter(*text) || *text == ' ')
            putchar(*text);
        else
            printf("\\%03o", (unsigned)(unsigned char)*text);
    printf("\", ");
}

static void print_volumes(const struct mirth_store *store)
{
    printf("static const struct mirth_volume carried_volumes[] = {\n");
    for (size_t i = 0; i < store->count; i++) {
        const struct mirth_volume *v = &store->volumes[i];
        printf("    {");
        print_string(v->name);
        print_string(v->caption);
        print_string(v->about);
        printf("%zu, %zu, %#" PRIx64 "u, %" PRId64 ", %#" PRIx64 "u},\n", v->entries, v->lines,
               v->hash, v->image, v->image_hash);
    }
    printf("};\n");
}

static bool print_head(const char *path)
{
    static char head[MIRTH_CATALOGUE_HEAD];
    FILE *file = fopen(path, "rb");
    size_t size = file ? fread(head, 1, sizeof head, file) : 0;
    long length = file && !fseek(file, 0, SEEK_END) ? ftell(file) : -1;
    if (file)
        fclose(file);
    print_block("head", 0, mirth_slice(head, size));
    printf("static const struct mirth_catalogue carried_catalogue = {\n"
           "    head_0, %zu, %ld, carried_volumes,\n"
           "    sizeof carried_volumes / sizeof *carried_volumes};\n",
           size, length);
    return size > 0 && length > 0;
}

static bool print_catalogue(const char *path, struct mirth_error *err)
{
    struct mirth_store *store = mirth_store_open(path, err);
    bool ok = store != NULL;
    if (ok)
        print_volumes(store);
    mirth_store_close(store);
    return ok && (print_head(path) || mirth_fail(err, MIRTH_BROKEN, "%s: cannot be read", path));
}

int main(int argc, char **argv)
{
    struct mirth_error err = {0};
    struct mirth_shelf *shelf = argc == 2 ? mirth_open(argv[1], &err) : NULL;
    bool ok = shelf && print_books(shelf, &err) && print_catalogue(argv[1], &err) &&
              !fflush(stdout) && !ferror(stdout);
    if (!ok)
        fprintf(stderr, "carry: %s\n", argc == 2 ? err.message : "usage: carry BOOKS.db");
    mirth_close(shelf);
    return ok ? 0 : MIRTH_BROKEN;
}
