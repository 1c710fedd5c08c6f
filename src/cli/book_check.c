/* book_check.c: postmirth-book check: what the lines say of themselves, and what saying them shows
 */
#include <stdio.h>
#include <string.h>

#include "author/audit.h"
#include "cli/book.h"
#include "phrasebook/check.h"

/* What themes are held against. */
struct standard {
    const struct mirth_book *book;
    struct mirth_book *found; /* the same, where no file has it */
    struct mirth_english *english;
    struct mirth_samples *samples;
};

static void print_finding(void *path, size_t line, const char *message)
{
    fprintf(stderr, "%s:%zu: %s\n", (const char *)path, line, message);
}

/* A second book of a name is a pack that is laid over the first. */
static const struct mirth_book *find_below(const struct mirth_stack *stack, size_t number)
{
    for (size_t i = 0; i < number; i++)
        if (!strcmp(stack->books[i]->name, stack->books[number]->name))
            return stack->books[i];
    return NULL;
}

static bool take_standard(struct standard *s, const struct mirth_stack *stack,
                          struct mirth_error *err)
{
    for (size_t i = 0; i < stack->count && !s->book; i++)
        if (!strcmp(stack->books[i]->name, "english"))
            s->book = stack->books[i];
    if (!s->book)
        s->book = s->found = mirth_found_book("english", err);
    s->english = s->book ? mirth_english_new(s->book, err) : NULL;
    s->samples = s->english ? mirth_samples_new(s->english, s->book, err) : NULL;
    return s->samples != NULL;
}

static void drop_standard(struct standard *s)
{
    mirth_samples_free(s->samples);
    mirth_english_free(s->english);
    mirth_book_free(s->found);
}

/* A theme is said aloud only where there is nothing in it that nobody knows. */
static bool rehearse(const struct standard *s, const struct mirth_book *book, void *path)
{
    struct mirth_rehearsal rehearsal = {0};
    struct mirth_error err;
    bool clean = mirth_rehearse(&rehearsal, s->english, s->samples, book, &err) &&
                 mirth_audit(&rehearsal, print_finding, path);
    mirth_unrehearse(&rehearsal);
    return clean;
}

static bool check_book(const struct standard *s, const struct mirth_stack *stack, size_t number)
{
    const struct mirth_book *book = stack->books[number], *below = find_below(stack, number);
    void *path = (void *)(uintptr_t)book->path;
    struct mirth_error err;
    bool clean = mirth_book_check_over(book, s->book, below, print_finding, path);
    if (!strcmp(book->name, "english"))
        return clean & (book != s->book || mirth_audit_samples(s->samples, print_finding, path));
    return clean & (!mirth_book_usable(book, s->book, below, &err) || rehearse(s, book, path));
}

int mirth_book_check_files(int argc, char **argv)
{
    struct mirth_error err;
    struct mirth_stack stack = {0};
    struct standard standard = {0};
    bool clean = true;
    int status = MIRTH_BROKEN;
    if (argc < 1)
        return mirth_misused();
    if (mirth_read_books(argv, argc, &stack)) {
        if (take_standard(&standard, &stack, &err)) {
            for (size_t i = 0; i < stack.count; i++)
                clean &= check_book(&standard, &stack, i);
            status = clean ? 0 : MIRTH_FAULTY;
        } else {
            status = mirth_complain(&err);
        }
    }
    drop_standard(&standard);
    mirth_free_books(&stack);
    return status;
}
