/* find.c: where the phrasebook database is when nobody says. */
#define _POSIX_C_SOURCE 200809L
#include "phrasebook/find.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifndef MIRTH_DATADIR
#define MIRTH_DATADIR "/usr/local/share/postmirth"
#endif

static bool exists(struct mirth_buffer *path, const char *folder, const char *below)
{
    path->len = 0;
    mirth_put_text(path, folder);
    mirth_put_text(path, below);
    return !path->spent && !access(path->at, F_OK);
}

/* The XDG specification: where the variable is not set, ~/.local/share is meant. */
static bool in_user_data(struct mirth_buffer *path)
{
    const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
    if (data && *data)
        return exists(path, data, "/postmirth/phrasebooks.db");
    return home && *home && exists(path, home, "/.local/share/postmirth/phrasebooks.db");
}

/* So that a build tree just works. Systems without this link do without. */
static bool beside_program(struct mirth_buffer *path)
{
    char program[4096];
    ssize_t len = readlink("/proc/self/exe", program, sizeof program - 1);
    char *slash;
    if (len <= 0)
        return false;
    program[len] = '\0';
    slash = strrchr(program, '/');
    if (!slash)
        return false;
    *slash = '\0';
    return exists(path, program, "/phrasebooks.db");
}

bool mirth_find_shelf(struct mirth_buffer *path, struct mirth_error *err)
{
    const char *named = getenv("POSTMIRTH_PHRASEBOOKS");
    if (named && *named)
        mirth_put_text(path, named);
    else if (!in_user_data(path) && !beside_program(path) &&
             !exists(path, MIRTH_DATADIR, "/phrasebooks.db"))
        return path->spent ? mirth_no_memory(err)
                           : mirth_fail(err, MIRTH_BROKEN,
                                        "no phrasebooks.db beside the program or in " MIRTH_DATADIR
                                        "; expected one, or its path in POSTMIRTH_PHRASEBOOKS");
    return !path->spent || mirth_no_memory(err);
}
