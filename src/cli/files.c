/* files.c: whole files in, whole files out. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "cli/files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool failed(const char *what, const char *name, struct mirth_error *err)
{
    return mirth_fail(err, MIRTH_BROKEN, "cannot %s %s: %s", what, name, strerror(errno));
}

/* ---- in ---- */

static bool within_limit(int fd, const char *name, size_t limit, struct mirth_error *err)
{
    struct stat info;
    if (fstat(fd, &info) || !S_ISREG(info.st_mode) || (uintmax_t)info.st_size <= limit)
        return true;
    return mirth_fail(err, MIRTH_BROKEN, "%s: %ju bytes, more than the limit of %zu", name,
                      (uintmax_t)info.st_size, limit);
}

static bool read_all(int fd, const char *name, size_t limit, struct mirth_buffer *into,
                     struct mirth_error *err)
{
    char chunk[65536];
    for (ssize_t got; (got = read(fd, chunk, sizeof chunk)) != 0;) {
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return failed("read", name, err);
        if ((size_t)got > limit - into->len)
            return mirth_fail(err, MIRTH_BROKEN, "%s: more than the limit of %zu bytes", name,
                              limit);
        mirth_put(into, chunk, (size_t)got);
        if (into->spent)
            return mirth_no_memory(err);
    }
    return true;
}

bool mirth_read_file(const char *path, const char *name, size_t limit, struct mirth_buffer *into,
                     struct mirth_error *err)
{
    int fd = path ? open(path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO;
    bool ok;
    if (fd < 0)
        return failed("open", name, err);
    ok = within_limit(fd, name, limit, err) && read_all(fd, name, limit, into, err);
    if (path)
        close(fd);
    return ok;
}

/* ---- out ---- */

static bool write_all(int fd, const char *text, size_t length)
{
    while (length) {
        ssize_t put = write(fd, text, length);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return false;
        text += put;
        length -= (size_t)put;
    }
    return true;
}

/* Writes and closes; a disk may say only at the close that it is full. */
static bool write_and_close(int fd, const char *text, size_t length, const char *name,
                            struct mirth_error *err)
{
    bool ok = write_all(fd, text, length);
    int why = errno;
    if (close(fd) && ok)
        return failed("write", name, err);
    errno = why;
    return ok || failed("write", name, err);
}

/* The mode that a file written in place would have. */
static mode_t mode_of(const char *path)
{
    struct stat info;
    mode_t mask;
    if (!stat(path, &info))
        return info.st_mode & 0777;
    mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

/* Writes a finished file beside path; temporary is a template for mkstemp() there, and "" where
 * nothing is left of it. */
static bool prepare(const char *path, char *temporary, const char *text, size_t length,
                    struct mirth_error *err)
{
    int fd = mkstemp(temporary);
    bool ok = fd >= 0 && !fchmod(fd, mode_of(path));
    if (ok) {
        ok = write_and_close(fd, text, length, path, err);
    } else {
        failed("write", path, err);
        if (fd >= 0)
            close(fd);
    }
    if (!ok && fd >= 0)
        unlink(temporary);
    if (!ok)
        *temporary = '\0';
    return ok;
}

static bool put_in_place(char *temporary, const char *path, struct mirth_error *err)
{
    bool ok = !rename(temporary, path) || failed("write", path, err);
    if (!ok)
        unlink(temporary);
    *temporary = '\0';
    return ok;
}

/* A device, a pipe or a folder cannot be replaced: it is written as it stands, or says why not. */
static bool write_in_place(const char *path, const char *text, size_t length,
                           struct mirth_error *err)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    return fd < 0 ? failed("write", path, err) : write_and_close(fd, text, length, path, err);
}

/* A file that is finished but not yet in its place. */
struct pending {
    struct mirth_buffer temporary;
    char *real; /* what the path, a link, leads to; NULL: no link */
    const char *path;
};

static bool begin(struct pending *p, const struct mirth_output *output, struct mirth_error *err)
{
    const char *slash;
    struct stat info;
    *p = (struct pending){.path = output->path};
    if (!lstat(output->path, &info) && S_ISLNK(info.st_mode))
        p->real =
            realpath(output->path, NULL); /* a link stays a link: what it leads to is replaced */
    if (p->real)
        p->path = p->real;
    slash = strrchr(p->path, '/');
    mirth_put(&p->temporary, p->path, slash ? (size_t)(slash - p->path) + 1 : 0);
    mirth_put_text(&p->temporary, ".postmirth-XXXXXX");
    return p->temporary.spent
               ? mirth_no_memory(err)
               : prepare(p->path, p->temporary.at, output->text, output->length, err);
}

static void forget(struct pending *p)
{
    if (p->temporary.at && *p->temporary.at && !p->temporary.spent)
        unlink(p->temporary.at);
    mirth_buffer_free(&p->temporary);
    free(p->real);
}

bool mirth_write_files(const struct mirth_output *outputs, size_t count, struct mirth_error *err)
{
    struct pending *pending = calloc(count, sizeof *pending);
    bool ok = pending || mirth_no_memory(err);
    for (size_t i = 0; ok && i < count; i++)
        ok = begin(&pending[i], &outputs[i], err);
    for (size_t i = 0; ok && i < count; i++)
        ok = put_in_place(pending[i].temporary.at, pending[i].path, err);
    for (size_t i = 0; pending && i < count; i++)
        forget(&pending[i]);
    free(pending);
    return ok;
}

bool mirth_has_neighbours(const char *path)
{
    struct stat info;
    return stat(path, &info) || S_ISREG(info.st_mode);
}

bool mirth_write_file(const char *path, const char *text, size_t length, struct mirth_error *err)
{
    struct mirth_output output = {path, text, length};
    struct stat info;
    if (!path)
        return write_and_close(STDOUT_FILENO, text, length, "standard output", err);
    if (!stat(path, &info) && !S_ISREG(info.st_mode))
        return write_in_place(path, text, length, err);
    return mirth_write_files(&output, 1, err);
}
