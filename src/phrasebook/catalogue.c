/* catalogue.c: what a database says of its books, for a program to carry. */
#define _POSIX_C_SOURCE 200809L
#include "phrasebook/catalogue.h"

#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct mirth_catalogue *carried;

void mirth_carry_catalogue(const struct mirth_catalogue *catalogue)
{
    carried = catalogue;
}

static bool begins_with(int file, const char *head, size_t size)
{
    char page[4096];
    for (size_t at = 0; at < size;) {
        const size_t left = size - at < sizeof page ? size - at : sizeof page;
        const ssize_t got = read(file, page, left);
        if (got <= 0 || memcmp(page, head + at, (size_t)got) != 0)
            return false;
        at += (size_t)got;
    }
    return true;
}

const struct mirth_catalogue *mirth_catalogue_of(const char *path)
{
    struct stat about;
    int file = carried ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    bool same;
    if (file < 0)
        return NULL;
    same = !fstat(file, &about) && S_ISREG(about.st_mode) &&
           (uintmax_t)about.st_size == carried->file_size &&
           begins_with(file, carried->head, carried->head_size);
    close(file);
    return same ? carried : NULL;
}
