/* shape.h: one line of a theme's `## drawings`: a shape, and what it may hold. */
#ifndef MIRTH_SHAPE_H
#define MIRTH_SHAPE_H

#include "phrasebook/book.h"

/* To add one: a row in shape.c, an arm in draw/scene.c and a line in WRITING.md. */
enum mirth_shape_kind {
    MIRTH_SHAPE_PATH,  /* path COLOUR D: filled */
    MIRTH_SHAPE_LINE,  /* line COLOUR WIDTH D: drawn with a round pen */
    MIRTH_SHAPE_OVAL,  /* oval COLOUR X Y RX RY [TURN] */
    MIRTH_SHAPE_DOT,   /* dot COLOUR X Y R */
    MIRTH_SHAPE_BOX,   /* box COLOUR X Y W H [ROUND] */
    MIRTH_SHAPE_PUT,   /* put FIGURE X Y [SCALE [TURN]]: a scale below 0 mirrors */
    MIRTH_SHAPE_BEING, /* being X Y [SCALE [TURN]]: the figure called like the gag, or `somebody` */
    MIRTH_SHAPE_LABEL, /* label COLOUR X Y W H WORDS: the guilty part's name, else the words */
    MIRTH_SHAPE_ALT,   /* alt WORDS | CAPTION: what is seen, what is said there */
    MIRTH_SHAPE_TELLS, /* tells WORDS: what is written there, with {component} */
    MIRTH_SHAPE_KINDS
};

/* What one telling of a theme may draw; more is refused before it is drawn. */
enum { MIRTH_SCENE_SHAPES = 2000, MIRTH_FIGURE_SHAPES = 200, MIRTH_PATH_BYTES = 1500 };

struct mirth_shape {
    enum mirth_shape_kind kind;
    struct mirth_slice name;       /* the colour or the figure */
    struct mirth_slice numbers[6]; /* as written: they go into the picture like that */
    size_t count;
    struct mirth_slice text; /* a path's data, or words */
};

/* Reads a line. NULL, or what is wrong with it: "a number that ...". */
const char *mirth_shape_read(struct mirth_slice line, struct mirth_shape *shape);

/* A whole number out of one of them: "-12.5" is -12. */
int mirth_shape_whole(struct mirth_slice number);

/* Whether the line's conditions (`title`, `middle|end`, `gag: mule|maud`) hold. */
bool mirth_shape_holds(const struct mirth_line *line, struct mirth_slice slot, const char *gag);

/* A colour of `### palette`: its value "#rrggbb" or "#rrggbbaa"; of none, an empty slice. */
struct mirth_slice mirth_palette_colour(const struct mirth_book *theme, struct mirth_slice name);

#endif
