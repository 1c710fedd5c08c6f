/* command.h: the command line that makes an edition. */
#ifndef MIRTH_COMMAND_H
#define MIRTH_COMMAND_H

#include "base/pool.h"
#include "postmirth.h"

/* What is typed for the very edition that the options ask for; in the pool. NULL: memory is out. */
const char *mirth_command_of(struct mirth_pool *pool, const struct mirth_options *options);

#endif
