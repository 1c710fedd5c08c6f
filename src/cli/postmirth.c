/* postmirth.c: the filter: a record in, its edition out. */
#include "cli/carried.h"
#include "cli/earlier.h"
#include "cli/files.h"
#include "cli/options.h"
#include "cli/pictures.h"
#include "cli/tty.h"

#include <signal.h>
#include <stdio.h>

/* One line, whatever a file name or an argument held. */
static void say(const char *line)
{
    fputs("postmirth: ", stderr);
    for (; *line; line++)
        fputc((unsigned char)*line < ' ' ? '?' : *line, stderr);
    fputc('\n', stderr);
}

static enum mirth_status print(struct mirth_buffer *out, struct mirth_error *err)
{
    bool ok = out->spent ? mirth_no_memory(err) : mirth_write_file(NULL, out->at, out->len, err);
    mirth_buffer_free(out);
    return ok ? MIRTH_TOLD : err->status;
}

static enum mirth_status help(struct mirth_error *err)
{
    struct mirth_buffer out = {0};
    mirth_put_help(&out);
    return print(&out, err);
}

static enum mirth_status version(struct mirth_error *err)
{
    struct mirth_buffer out = {0};
    mirth_put_text(&out, "postmirth ");
    mirth_put_text(&out, mirth_version());
    mirth_put_char(&out, '\n');
    return print(&out, err);
}

static bool put_sample(struct mirth_shelf *shelf, const char *theme, struct mirth_buffer *out,
                       struct mirth_error *err)
{
    struct mirth_edition *sample = mirth_sample(shelf, theme, err);
    if (sample)
        mirth_put(out, mirth_edition_text(sample), mirth_edition_length(sample));
    mirth_edition_free(sample);
    return sample != NULL;
}

/* A line a theme: its name, a tab, what it is. */
static enum mirth_status list_themes(struct mirth_shelf *shelf, bool samples,
                                     struct mirth_error *err)
{
    struct mirth_buffer out = {0};
    const char *name, *caption;
    bool ok = true;
    for (size_t i = 0; ok && mirth_theme(shelf, i, &name, &caption); i++) {
        const char *about = mirth_theme_about(shelf, i);
        mirth_put_text(&out, name);
        mirth_put_char(&out, '\t');
        mirth_put_text(&out, caption);
        mirth_put_text(&out, about && *about ? ". " : "");
        mirth_put_text(&out, about ? about : "");
        mirth_put_char(&out, '\n');
        ok = !samples || put_sample(shelf, name, &out, err);
    }
    if (ok)
        return print(&out, err);
    mirth_buffer_free(&out);
    return err->status;
}

/* The edition goes out before a word about it, so that what is said is true. */
static enum mirth_status deliver(const struct mirth_edition *edition, const char *output,
                                 struct mirth_error *err)
{
    if (!mirth_deliver(edition, output, err))
        return err->status;
    if (mirth_edition_receipts(edition))
        fputs(mirth_edition_receipts(edition), stderr);
    if (mirth_edition_note(edition))
        say(mirth_edition_note(edition));
    return mirth_edition_status(edition);
}

/* The record, and the editions that its readers know. */
static bool read_all(struct mirth_command *command, struct mirth_buffer *record,
                     struct mirth_buffer *earlier, struct mirth_error *err)
{
    struct mirth_options *options = &command->options;
    if (options->earlier_name && !mirth_read_earlier(command, earlier, err))
        return false;
    options->earlier = earlier->at;
    options->earlier_length = earlier->len;
    return mirth_read_file(command->input, options->name, options->limit, record, err);
}

static enum mirth_status tell(struct mirth_shelf *shelf, struct mirth_command *command,
                              struct mirth_error *err)
{
    struct mirth_options *options = &command->options;
    struct mirth_buffer record = {0}, earlier = {0}, base = {0};
    struct mirth_edition *edition = NULL;
    enum mirth_status status = MIRTH_BROKEN;
    if (command->input)
        options->name = command->input;
    mirth_fit_terminal(command);
    if (!mirth_address_pictures(command, &base, err))
        return err->status;
    if (read_all(command, &record, &earlier, err)) {
        edition = (command->errand == MIRTH_PREVIEW ? mirth_preview : mirth_tell)(
            shelf, record.at ? record.at : "", record.len, options, err);
        status = edition ? deliver(edition, command->output, err) : err->status;
    }
    mirth_edition_free(edition);
    mirth_buffer_free(&record);
    mirth_buffer_free(&earlier);
    mirth_buffer_free(&base);
    return status;
}

static struct mirth_shelf *open_shelf(const struct mirth_command *command, struct mirth_error *err)
{
    struct mirth_shelf *shelf;
    mirth_carry();
    shelf = mirth_open(command->pack_count ? command->packs[0] : NULL, err);
    for (size_t i = 1; shelf && i < command->pack_count; i++) {
        if (mirth_lay(shelf, command->packs[i], err))
            continue;
        mirth_close(shelf);
        return NULL;
    }
    return shelf;
}

static enum mirth_status run(struct mirth_command *command, struct mirth_error *err)
{
    struct mirth_shelf *shelf;
    enum mirth_status status;
    if (command->errand == MIRTH_HELP)
        return help(err);
    if (command->errand == MIRTH_VERSION_LINE)
        return version(err);
    shelf = open_shelf(command, err);
    if (!shelf)
        return err->status;
    status = command->errand == MIRTH_LIST_THEMES ? list_themes(shelf, command->samples, err)
                                                  : tell(shelf, command, err);
    mirth_close(shelf);
    return status;
}

int main(int argc, char **argv)
{
    struct mirth_error err = {0};
    struct mirth_command command;
    enum mirth_status status = MIRTH_USAGE;
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is an error like any other */
    if (mirth_parse_command(argc, argv, &command, &err))
        status = run(&command, &err);
    if (err.message[0])
        say(err.message);
    return (int)status;
}
