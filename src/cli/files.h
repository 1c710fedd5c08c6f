/* files.h: whole files in, whole files out. */
#ifndef MIRTH_CLI_FILES_H
#define MIRTH_CLI_FILES_H

#include "base/error.h"
#include "base/text.h"

/* Appends the file at path (NULL: standard input) to into. name is what messages call it. False
 * and *err where it cannot be read or is larger than limit bytes. */
bool mirth_read_file(const char *path, const char *name, size_t limit, struct mirth_buffer *into,
                     struct mirth_error *err);

/* Writes text to path (NULL: standard output), checked. A regular file is replaced at once by a
 * finished one or, on failure, left as it was. */
bool mirth_write_file(const char *path, const char *text, size_t length, struct mirth_error *err);

/* A file to be written. */
struct mirth_output {
    const char *path;
    const char *text;
    size_t length;
};

/* Writes regular files, all or (but for a crash between two renames) none: each is finished beside
 * its place before the first is put there, and the last one is put there last. */
bool mirth_write_files(const struct mirth_output *outputs, size_t count, struct mirth_error *err);

/* Whether files can stand beside path: it is a regular file, or nothing yet. */
bool mirth_has_neighbours(const char *path);

#endif
