/* look.h: a theme's colours and type, as its chapter `look` gives them. */
#ifndef MIRTH_LOOK_H
#define MIRTH_LOOK_H

#include "phrasebook/book.h"

/* The colours by which pages and pictures are painted. To add one: a name in look.c as well, a
 * value in each theme, and a line in WRITING.md. */
enum mirth_colour {
    MIRTH_PAPER,      /* what everything lies on */
    MIRTH_CARD,       /* a sheet on the paper: boxes, code */
    MIRTH_INK,        /* text */
    MIRTH_MUTED,      /* text that stands back */
    MIRTH_ACCENT,     /* the theme's own: masthead, links, marks */
    MIRTH_ACCENT_INK, /* text on the accent */
    MIRTH_LINE,       /* rules and borders; no text */
    MIRTH_ALARM,      /* what is broken */
    MIRTH_CALM,       /* what works again */
    MIRTH_COLOURS
};

enum mirth_scheme { MIRTH_LIGHT, MIRTH_DARK, MIRTH_SCHEMES };
enum mirth_type { MIRTH_SERIF, MIRTH_SANS, MIRTH_MONO, MIRTH_TYPES };

struct mirth_look {
    char colours[MIRTH_SCHEMES][MIRTH_COLOURS][sizeof "#rrggbb"]; /* never anything else */
    enum mirth_type heading, text;
};

/* "paper", "accent-ink": what a colour is called in phrasebooks and in style sheets. */
const char *mirth_colour_name(enum mirth_colour colour);
const char *mirth_scheme_name(enum mirth_scheme scheme); /* "light" */

/* Where a name is none of them, MIRTH_COLOURS or MIRTH_TYPES. */
enum mirth_colour mirth_colour_called(struct mirth_slice name);
enum mirth_type mirth_type_called(struct mirth_slice name);

/* Whether s is `#` and six hexadecimal digits. */
bool mirth_is_colour(struct mirth_slice s);

/* A theme's look; whatever it does not say, or says wrongly, is the sober default's. */
struct mirth_look mirth_look_of(const struct mirth_book *theme);

struct mirth_look mirth_sober_look(void);

#endif
