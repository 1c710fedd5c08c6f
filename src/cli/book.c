/* book.c: postmirth-book, the tool of those who write phrasebooks. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "phrasebook/check.h"
#include "phrasebook/shelf.h"
#include "understand/english.h"

static const char usage[] =
    "usage: postmirth-book build -o OUT.db BOOK.md...   compile phrasebooks into a database\n"
    "       postmirth-book check ENGLISH.md BOOK.md...  hold them against the rules\n"
    "       postmirth-book dump DB NAME                 write a book of a database as Markdown\n"
    "       postmirth-book --help | --version\n";

/* Files as books, in the order of the command line. */
struct stack {
    struct mirth_book **books;
    size_t count;
};

static int complain(const struct mirth_error *err)
{
    fprintf(stderr, "postmirth-book: %s\n", err->message);
    return (int)err->status;
}

static int misused(void)
{
    fputs(usage, stderr);
    return MIRTH_USAGE;
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

static struct mirth_book *read_book(const char *path, struct mirth_error *err)
{
    struct mirth_buffer text = {0};
    struct mirth_book *book = NULL;
    if (read_file(path, &text, err))
        book = mirth_book_parse(path, text.at ? text.at : "", text.len, err);
    mirth_buffer_free(&text);
    return book;
}

static void free_books(struct stack *stack)
{
    for (size_t i = 0; i < stack->count; i++)
        mirth_book_free(stack->books[i]);
    free(stack->books);
}

/* Every unreadable book is named, not the first alone. */
static bool read_books(char **paths, int count, struct stack *stack)
{
    struct mirth_error err;
    bool ok = true;
    stack->books = calloc((size_t)count + 1, sizeof *stack->books);
    if (!stack->books) {
        mirth_no_memory(&err);
        complain(&err);
        return false;
    }
    for (int i = 0; i < count; i++) {
        struct mirth_book *book = read_book(paths[i], &err);
        if (book) {
            stack->books[stack->count++] = book;
        } else {
            complain(&err);
            ok = false;
        }
    }
    return ok;
}

/* The English book is compiled here once, so that no run of the filter has to. */
static bool prepare(struct stack *stack, struct mirth_error *err)
{
    for (size_t i = 0; i < stack->count; i++)
        if (!strcmp(stack->books[i]->name, "english") &&
            !mirth_english_prepare(stack->books[i], err))
            return false;
    return true;
}

static int build(int argc, char **argv)
{
    struct mirth_error err;
    struct stack stack = {0};
    int status = MIRTH_BROKEN;
    if (argc < 3 || strcmp(argv[0], "-o") != 0)
        return misused();
    if (read_books(argv + 2, argc - 2, &stack))
        status = prepare(&stack, &err) && mirth_shelf_build(argv[1], stack.books, stack.count, &err)
                     ? 0
                     : complain(&err);
    free_books(&stack);
    return status;
}

static void print_finding(void *path, size_t line, const char *message)
{
    fprintf(stderr, "%s:%zu: %s\n", (const char *)path, line, message);
}

static const struct mirth_book *find_english(const struct stack *stack)
{
    for (size_t i = 0; i < stack->count; i++)
        if (!strcmp(stack->books[i]->name, "english"))
            return stack->books[i];
    return NULL;
}

static int check_all(const struct stack *stack)
{
    const struct mirth_book *english = find_english(stack);
    bool clean = true;
    if (!english) {
        fputs("postmirth-book: no book named `english` among them; expected ENGLISH.md\n", stderr);
        return MIRTH_USAGE;
    }
    for (size_t i = 0; i < stack->count; i++) {
        struct mirth_book *book = stack->books[i];
        clean &= mirth_book_check(book, english, print_finding, (void *)(uintptr_t)book->path);
    }
    return clean ? 0 : 1;
}

static int check(int argc, char **argv)
{
    struct stack stack = {0};
    int status = MIRTH_BROKEN;
    if (argc < 1)
        return misused();
    if (read_books(argv, argc, &stack))
        status = check_all(&stack);
    free_books(&stack);
    return status;
}

static int write_out(const struct mirth_book *book)
{
    struct mirth_buffer out = {0};
    bool ok;
    mirth_book_dump(book, &out);
    ok = !out.spent && fwrite(out.at, 1, out.len, stdout) == out.len && !fflush(stdout);
    mirth_buffer_free(&out);
    if (ok)
        return 0;
    fputs("postmirth-book: the book could not be written\n", stderr);
    return MIRTH_BROKEN;
}

static int dump(int argc, char **argv)
{
    struct mirth_error err;
    struct mirth_shelf *shelf;
    struct mirth_book *book = NULL;
    int status;
    if (argc != 2)
        return misused();
    shelf = mirth_open(argv[0], &err);
    if (shelf)
        book = mirth_shelf_book(shelf, argv[1], &err);
    status = book ? write_out(book) : complain(&err);
    mirth_book_free(book);
    mirth_close(shelf);
    return status;
}

static int help(int argc, char **argv)
{
    (void)argc, (void)argv;
    return fputs(usage, stdout) < 0 || fflush(stdout) ? MIRTH_BROKEN : 0;
}

static int version(int argc, char **argv)
{
    (void)argc, (void)argv;
    return printf("postmirth-book %s\n", mirth_version()) < 0 || fflush(stdout) ? MIRTH_BROKEN : 0;
}

static const struct command {
    const char *name;
    int (*run)(int argc, char **argv);
} commands[] = {
    {"build", build}, {"check", check}, {"dump", dump},
    {"--help", help}, {"-h", help},     {"--version", version},
};

int main(int argc, char **argv)
{
    for (size_t i = 0; argc > 1 && i < sizeof commands / sizeof *commands; i++)
        if (!strcmp(argv[1], commands[i].name))
            return commands[i].run(argc - 2, argv + 2);
    if (argc > 1)
        fprintf(stderr, "postmirth-book: unknown command '%s'\n", argv[1]);
    return misused();
}
