/* earlier.c: the editions that readers know: a file, or a folder's. */
#include "cli/earlier.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/files.h"

static bool is_page(const char *name)
{
    const struct mirth_slice s = mirth_slice_of(name);
    return name[0] != '.' && (mirth_ends(s, ".md") || mirth_ends(s, ".html"));
}

static const char *base_name(const char *path)
{
    const char *slash = path ? strrchr(path, '/') : NULL;
    return slash ? slash + 1 : path;
}

/* "outage.quest.md" is of the record "outage.md", and so is that itself. */
static bool is_named_like(const char *name, const char *record)
{
    const char *base = base_name(record);
    const size_t stem = base ? strcspn(base, ".") : 0;
    return stem && !strncmp(name, base, stem) && name[stem] == '.';
}

static bool is_same_file(const char *path, const char *other)
{
    struct stat a, b;
    return other && !stat(path, &a) && !stat(other, &b) && a.st_dev == b.st_dev &&
           a.st_ino == b.st_ino;
}

static bool is_file(const char *path)
{
    struct stat info;
    return !stat(path, &info) && S_ISREG(info.st_mode);
}

/* A line ends with its file. */
static bool read_page(const struct mirth_command *command, const char *path,
                      struct mirth_buffer *into, struct mirth_error *err)
{
    const size_t limit = command->options.limit;
    if (!mirth_read_file(path, path, limit > into->len ? limit : into->len, into, err))
        return false;
    mirth_put_char(into, '\n');
    return !into->spent || mirth_no_memory(err);
}

static bool read_folder(const struct mirth_command *command, DIR *folder, struct mirth_buffer *into,
                        struct mirth_error *err)
{
    bool ok = true;
    for (const struct dirent *entry; ok && (entry = readdir(folder));) {
        struct mirth_buffer path = {0};
        if (!is_page(entry->d_name) || is_named_like(entry->d_name, command->input))
            continue;
        mirth_put_text(&path, command->options.earlier_name);
        mirth_put_char(&path, '/');
        mirth_put_text(&path, entry->d_name);
        mirth_put_char(&path, '\0');
        if (path.spent)
            ok = mirth_no_memory(err);
        else if (is_file(path.at) && !is_same_file(path.at, command->output))
            ok = read_page(command, path.at, into, err);
        mirth_buffer_free(&path);
    }
    return ok;
}

bool mirth_read_earlier(const struct mirth_command *command, struct mirth_buffer *into,
                        struct mirth_error *err)
{
    const char *name = command->options.earlier_name;
    DIR *folder = opendir(name);
    bool ok;
    if (!folder && errno == ENOTDIR)
        return read_page(command, name, into, err);
    if (!folder)
        return mirth_fail(err, MIRTH_BROKEN, "cannot open %s: %s", name, strerror(errno));
    ok = read_folder(command, folder, into, err);
    closedir(folder);
    return ok;
}
