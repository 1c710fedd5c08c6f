/* options.h: the filter's command line. */
#ifndef MIRTH_CLI_OPTIONS_H
#define MIRTH_CLI_OPTIONS_H

#include "base/error.h"
#include "base/text.h"

enum mirth_errand { MIRTH_TELL, MIRTH_PREVIEW, MIRTH_LIST_THEMES, MIRTH_HELP, MIRTH_VERSION_LINE };

enum mirth_colouring { MIRTH_COLOUR_AUTO, MIRTH_COLOUR_ALWAYS, MIRTH_COLOUR_NEVER };

/* What the command line asks for; its strings are argv's. */
struct mirth_command {
    struct mirth_options options;
    const char *input;     /* NULL: standard input */
    const char *output;    /* NULL: standard output */
    const char *packs[16]; /* phrasebooks to be laid over those that mirth_open() finds */
    size_t pack_count;
    bool samples; /* of every theme that is listed */
    enum mirth_errand errand;
    enum mirth_colouring colour;
    bool words_given; /* --words was said */
    bool mirth_given; /* --mirth was said, as --even-so wants it */
};

/* Reads argv. False and *err (status MIRTH_USAGE) where it makes no sense. */
bool mirth_parse_command(int argc, char **argv, struct mirth_command *command,
                         struct mirth_error *err);

/* Appends what --help prints. */
void mirth_put_help(struct mirth_buffer *out);

#endif
