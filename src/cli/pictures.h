/* pictures.h: an edition and the pictures beside it. */
#ifndef MIRTH_CLI_PICTURES_H
#define MIRTH_CLI_PICTURES_H

#include "cli/options.h"

/* Where pictures are files: sets how the edition links to them (base, then their names), from
 * --picture-base and the name of the output. False and *err where they cannot stand beside it. */
bool mirth_address_pictures(struct mirth_command *command, struct mirth_buffer *base,
                            struct mirth_error *err);

/* Writes the edition and, beside it, its pictures ("outage.quest.md" has "outage.quest-title.svg");
 * on failure nothing. */
bool mirth_deliver(const struct mirth_edition *edition, const char *output,
                   struct mirth_error *err);

#endif
