/* book.c: postmirth-book, the tool of those who write phrasebooks. */
#include "cli/book.h"

#include <stdio.h>
#include <string.h>

#include "phrasebook/shelf.h"
#include "understand/english.h"

static const char usage[] =
    "usage: postmirth-book build -o OUT.db BOOK.md...   compile phrasebooks into a database\n"
    "       postmirth-book check BOOK.md...            hold them against the rules\n"
    "       postmirth-book try THEME [FRAME | RECORD]   read its lines aloud, or a record in it\n"
    "       postmirth-book stats THEME [RECORD...]      count its lines, and how soon they come "
    "again\n"
    "       postmirth-book new NAME                     write the beginnings of a theme\n"
    "       postmirth-book dump DB NAME                 write a book of a database as Markdown\n"
    "       postmirth-book --help | --version\n";

int mirth_misused(void)
{
    fputs(usage, stderr);
    return MIRTH_USAGE;
}

/* The English book is compiled here once, so that no run of the filter has to. */
static bool prepare(struct mirth_stack *stack, struct mirth_error *err)
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
    struct mirth_stack stack = {0};
    int status = MIRTH_BROKEN;
    if (argc < 3 || strcmp(argv[0], "-o") != 0)
        return mirth_misused();
    if (mirth_read_books(argv + 2, argc - 2, &stack))
        status = prepare(&stack, &err) && mirth_shelf_build(argv[1], stack.books, stack.count, &err)
                     ? 0
                     : mirth_complain(&err);
    mirth_free_books(&stack);
    return status;
}

static int write_out(const struct mirth_book *book)
{
    struct mirth_buffer out = {0};
    mirth_book_dump(book, &out);
    return mirth_print(&out);
}

static int dump(int argc, char **argv)
{
    struct mirth_error err;
    struct mirth_shelf *shelf;
    struct mirth_book *book = NULL;
    int status;
    if (argc != 2)
        return mirth_misused();
    shelf = mirth_open(argv[0], &err);
    if (shelf)
        book = mirth_shelf_book(shelf, argv[1], &err);
    status = book ? write_out(book) : mirth_complain(&err);
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
    {"build", build},
    {"check", mirth_book_check_files},
    {"dump", dump},
    {"try", mirth_book_try},
    {"stats", mirth_book_stats},
    {"new", mirth_book_new_file},
    {"--help", help},
    {"-h", help},
    {"--version", version},
};

int main(int argc, char **argv)
{
    for (size_t i = 0; argc > 1 && i < sizeof commands / sizeof *commands; i++)
        if (!strcmp(argv[1], commands[i].name))
            return commands[i].run(argc - 2, argv + 2);
    if (argc > 1)
        fprintf(stderr, "postmirth-book: unknown command '%s'\n", argv[1]);
    return mirth_misused();
}
