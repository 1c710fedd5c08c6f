/* open_shelf.h: the themes as they are built, open for a whole test program. */
#ifndef TESTS_OPEN_SHELF_H
#define TESTS_OPEN_SHELF_H

#include "postmirth.h"

#include <stdlib.h>
#include <string.h>

static struct mirth_shelf *shelf;

static inline int open_shelf(void **state)
{
    struct mirth_error err;
    (void)state;
    shelf = mirth_open(getenv("MIRTH_TEST_DB"), &err);
    return shelf ? 0 : -1;
}

static inline int close_shelf(void **state)
{
    (void)state;
    mirth_close(shelf);
    return 0;
}

static inline size_t count_of(const char *text, const char *part)
{
    size_t n = 0;
    for (const char *s = text; (s = strstr(s, part)); s += strlen(part))
        n++;
    return n;
}

#endif
