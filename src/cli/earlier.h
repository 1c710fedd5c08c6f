/* earlier.h: the editions that readers know. */
#ifndef MIRTH_CLI_EARLIER_H
#define MIRTH_CLI_EARLIER_H

#include "cli/options.h"

/* Appends what command->options.earlier_name names: a file, or the .md and .html files of a folder.
 * Of a folder, neither the file that will be written nor those that are named like the record
 * ("outage.md": "outage.quest.md") count, so that telling a record again gives the same bytes.
 * False and *err where something cannot be read, or all of it is larger than the limit. */
bool mirth_read_earlier(const struct mirth_command *command, struct mirth_buffer *into,
                        struct mirth_error *err);

#endif
