/* tty.c: how wide the terminal is, and whether it shows colours. */
#define _DEFAULT_SOURCE /* TIOCGWINSZ */
#include "cli/tty.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { NARROWEST = 20, WIDEST = 1000, USUAL = 80 };

static size_t within(unsigned long n)
{
    return n < NARROWEST ? NARROWEST : n > WIDEST ? WIDEST : (size_t)n;
}

static size_t width_of_terminal(void)
{
    const char *columns = getenv("COLUMNS");
    struct winsize size = {0};
    if (columns && mirth_is_digit(columns[0]) && strtoul(columns, NULL, 10))
        return within(strtoul(columns, NULL, 10));
    if (!ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) && size.ws_col)
        return within(size.ws_col);
    return USUAL;
}

/* https://no-color.org: any value but an empty one. */
static bool shows_colour(const struct mirth_command *command)
{
    const char *no = getenv("NO_COLOR"), *term = getenv("TERM");
    if (command->output || !isatty(STDOUT_FILENO) || (no && *no))
        return false;
    return term && *term && strcmp(term, "dumb") != 0;
}

void mirth_fit_terminal(struct mirth_command *command)
{
    if (command->options.to != MIRTH_TERMINAL && !command->options.diff)
        return;
    command->options.width = width_of_terminal();
    command->options.colour = command->colour == MIRTH_COLOUR_ALWAYS ||
                              (command->colour == MIRTH_COLOUR_AUTO && shows_colour(command));
}
