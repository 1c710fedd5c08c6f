/* pictures.c: an edition and the pictures beside it. */
#include "cli/pictures.h"

#include <string.h>

#include "cli/files.h"

enum { MOST = 8 };

/* The path without the ending of its last part: ".md". */
static struct mirth_slice stem_of(const char *path)
{
    const char *name = strrchr(path, '/'), *dot;
    name = name ? name + 1 : path;
    dot = strrchr(name, '.');
    return mirth_slice(path, dot && dot > name ? (size_t)(dot - path) : strlen(path));
}

/* A file's name as a link spells it. */
static void put_encoded(struct mirth_buffer *out, struct mirth_slice name)
{
    static const char hex[] = "0123456789ABCDEF";
    for (size_t i = 0; i < name.len; i++) {
        unsigned char c = (unsigned char)name.at[i];
        if (c < 0x80 && (mirth_is_letter(name.at[i]) || mirth_is_digit(name.at[i]) ||
                         strchr("-._~", name.at[i]))) {
            mirth_put_char(out, name.at[i]);
        } else {
            mirth_put_char(out, '%');
            mirth_put_char(out, hex[c >> 4]);
            mirth_put_char(out, hex[c & 15]);
        }
    }
}

bool mirth_address_pictures(struct mirth_command *command, struct mirth_buffer *base,
                            struct mirth_error *err)
{
    struct mirth_options *options = &command->options;
    struct mirth_slice stem;
    size_t folder;
    if (options->pictures != MIRTH_PICTURES_SVG || options->to != MIRTH_MARKDOWN)
        return true;
    if (!mirth_has_neighbours(command->output))
        return mirth_fail(err, MIRTH_USAGE,
                          "--pictures svg writes files beside the edition, and %s is no file",
                          command->output);
    stem = stem_of(command->output);
    folder = stem.len;
    while (folder && stem.at[folder - 1] != '/')
        folder--;
    mirth_put_text(base, options->picture_base ? options->picture_base : "");
    put_encoded(base, mirth_slice(stem.at + folder, stem.len - folder));
    mirth_put_char(base, '-');
    options->picture_base = base->at;
    return !base->spent || mirth_no_memory(err);
}

static bool write_all(const struct mirth_edition *edition, const char *output,
                      struct mirth_buffer *paths, struct mirth_error *err)
{
    struct mirth_output outputs[MOST + 1];
    struct mirth_slice stem = stem_of(output);
    size_t count = 0;
    const char *name;
    while (count < MOST && mirth_edition_picture(edition, count, &name, &outputs[count].text,
                                                 &outputs[count].length)) {
        struct mirth_buffer *path = &paths[count];
        mirth_put_slice(path, stem);
        mirth_put_char(path, '-');
        mirth_put_text(path, name);
        mirth_put_text(path, ".svg");
        if (path->spent)
            return mirth_no_memory(err);
        outputs[count++].path = path->at;
    }
    outputs[count] =
        (struct mirth_output){output, mirth_edition_text(edition), mirth_edition_length(edition)};
    return mirth_write_files(outputs, count + 1, err);
}

bool mirth_deliver(const struct mirth_edition *edition, const char *output, struct mirth_error *err)
{
    struct mirth_buffer paths[MOST] = {{0}};
    const char *name, *svg;
    size_t length;
    bool ok;
    if (!mirth_edition_picture(edition, 0, &name, &svg, &length))
        return mirth_write_file(output, mirth_edition_text(edition), mirth_edition_length(edition),
                                err);
    ok = write_all(edition, output, paths, err);
    for (size_t i = 0; i < MOST; i++)
        mirth_buffer_free(&paths[i]);
    return ok;
}
