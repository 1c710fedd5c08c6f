/* terminal.h: the edition as people read it in a terminal. */
#ifndef MIRTH_WRITE_TERMINAL_H
#define MIRTH_WRITE_TERMINAL_H

#include "write/sheet.h"

/* Appends the sheet's Markdown, laid out on lines of at most `width` cells; with colours, emphasis
 * and links as escape sequences, or plain. False: memory is out. */
bool mirth_write_terminal(const struct mirth_sheet *sheet, size_t width, bool colour,
                          struct mirth_buffer *out);

#endif
