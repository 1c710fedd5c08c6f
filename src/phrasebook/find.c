/* find.c: where the phrasebooks are when nobody says. */
#define _POSIX_C_SOURCE 200809L
#include "phrasebook/find.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "phrasebook/pack.h"

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
static bool put_user_data(struct mirth_buffer *path)
{
    const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
    bool set = data && *data;
    path->len = 0;
    if (!set && !(home && *home))
        return false;
    mirth_put_text(path, set ? data : home);
    mirth_put_text(path, set ? "/postmirth" : "/.local/share/postmirth");
    return !path->spent;
}

static bool in_user_data(struct mirth_buffer *path)
{
    if (!put_user_data(path))
        return false;
    mirth_put_text(path, "/phrasebooks.db");
    return !path->spent && !access(path->at, F_OK);
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

/* ---- the user's packs ---- */

static bool ends(const char *name, const char *ending)
{
    size_t len = strlen(name), tail = strlen(ending);
    return len > tail && !strcmp(name + len - tail, ending);
}

static bool is_pack(const char *name)
{
    if (*name == '.' || mirth_is_page(name))
        return false;
    return (ends(name, ".db") && strcmp(name, "phrasebooks.db") != 0) || ends(name, ".md");
}

/* A pipe or a folder of such a name is none. */
static bool is_file(const char *path)
{
    struct stat info;
    return !stat(path, &info) && S_ISREG(info.st_mode);
}

static int by_kind_and_name(const void *a, const void *b)
{
    const char *x = *(char *const *)a, *y = *(char *const *)b;
    bool markdown = ends(x, ".md");
    return markdown != ends(y, ".md") ? (markdown ? 1 : -1) : strcmp(x, y);
}

bool mirth_find_packs(struct mirth_pool *pool, char ***paths, size_t *count)
{
    const char *named = getenv("POSTMIRTH_PHRASEBOOKS");
    struct mirth_buffer path = {0};
    size_t room = 0, folder;
    DIR *files = NULL;
    *count = 0;
    *paths = NULL;
    if (!(named && *named) && put_user_data(&path))
        files = opendir(path.at);
    mirth_put_char(&path, '/');
    folder = path.len;
    for (struct dirent *file; files && (file = readdir(files)) && !pool->spent;) {
        path.len = folder;
        mirth_put_text(&path, file->d_name);
        if (is_pack(file->d_name) && !path.spent && is_file(path.at) &&
            mirth_pool_grow(pool, (void **)paths, *count, &room, sizeof **paths))
            (*paths)[(*count)++] = mirth_pool_copy(pool, path.at, path.len);
    }
    if (files)
        closedir(files);
    mirth_buffer_free(&path);
    if (*count && !pool->spent)
        qsort(*paths, *count, sizeof **paths, by_kind_and_name);
    return !path.spent && !pool->spent;
}
