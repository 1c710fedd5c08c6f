/* ink.h: words with styles, laid out on lines of cells. */
#ifndef MIRTH_WRITE_INK_H
#define MIRTH_WRITE_INK_H

#include "base/pool.h"
#include "base/text.h"

enum mirth_style {
    MIRTH_BOLD = 1,
    MIRTH_ITALIC = 2,
    MIRTH_CODE = 4,
    MIRTH_ACCENT_STYLE = 8,
    MIRTH_FAINT = 16,
    MIRTH_LINKED = 32,
};

/* How a terminal is written to. */
struct mirth_pen {
    size_t width; /* cells in a line */
    bool colour;  /* escape sequences at all */
    int accent;   /* SGR code of the theme's colour: 31 to 37 */
};

/* A stretch of one style; a link has its address. */
struct mirth_stretch {
    size_t at; /* where it begins; it ends where the next one does */
    unsigned style;
    const char *url; /* NULL: no link */
};

struct mirth_inked {
    struct mirth_buffer text;
    struct mirth_pool *pool;
    struct mirth_stretch *stretches;
    size_t count, room;
};

/* Bytes of an inked text that go on one line. */
struct mirth_inked_line {
    size_t at, end;
};

void mirth_ink_clear(struct mirth_inked *ink);

/* Appends words. What would command the terminal, or turn the writing around, is left out; a line
 * feed ends a line. */
void mirth_ink_put(struct mirth_inked *ink, struct mirth_slice words, unsigned style,
                   const char *url);

/* Cuts the text into lines of at most that many cells, between words where it can. The lines are
 * the pool's; NULL: memory is out. */
struct mirth_inked_line *mirth_ink_lines(const struct mirth_inked *ink, size_t cells,
                                         size_t *count);

/* Writes a line of it, and returns its cells. */
size_t mirth_ink_write(const struct mirth_inked *ink, struct mirth_inked_line line,
                       const struct mirth_pen *pen, struct mirth_buffer *out);

/* Writes a few words of ours in one style. */
void mirth_ink_say(struct mirth_buffer *out, const char *words, unsigned style,
                   const struct mirth_pen *pen);

#endif
