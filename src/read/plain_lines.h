/* plain_lines.h: a line of plain text, and what can be seen of it without its neighbours. */
#ifndef MIRTH_PLAIN_LINES_H
#define MIRTH_PLAIN_LINES_H

#include "base/text.h"

struct mirth_plain_line {
    struct mirth_slice text; /* trimmed */
    size_t number;           /* from 1 */
    size_t indent;           /* columns before it; a tab goes to the next multiple of 4 */
    size_t mark;             /* the length of the bullet or number it begins with, with its space */
    bool numbered;           /* that is a number */
    bool rule;               /* nothing but ----- or ===== or the like */
    bool timed;              /* a time or a date stands at its beginning */
    bool label;              /* "Some words: and text" */
    bool colon;              /* "Some words:" and nothing else */
    bool caps;               /* ALL CAPITALS */
    bool columns;            /* wide gaps between its words */
    bool bare;               /* a few words that begin with a capital and end in no full stop */
};

/* The lines of text[0..len), *count of them; NULL when memory is out. Free with free(). */
struct mirth_plain_line *mirth_plain_lines(const char *text, size_t len, size_t *count);

/* Whether text looks like what begins a line of its own (an entry, a label), and like all of one.
 */
bool mirth_plain_begins(struct mirth_slice text);
bool mirth_plain_stands_alone(struct mirth_slice text);

#endif
