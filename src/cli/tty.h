/* tty.h: how wide the terminal is, and whether it shows colours. */
#ifndef MIRTH_CLI_TTY_H
#define MIRTH_CLI_TTY_H

#include "cli/options.h"

/* Sets the options' width and colour for -w terminal: $COLUMNS, else the terminal that standard
 * output is, else 80; --color, else whether that is a terminal and $NO_COLOR is unset. */
void mirth_fit_terminal(struct mirth_command *command);

#endif
