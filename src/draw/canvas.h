/* canvas.h: a picture on its way: the elements of an SVG, in order, before anybody writes them. */
#ifndef MIRTH_CANVAS_H
#define MIRTH_CANVAS_H

#include "base/pool.h"
#include "base/text.h"

enum mirth_stroke_kind {
    MIRTH_STROKE_OPEN,
    MIRTH_STROKE_SET,
    MIRTH_STROKE_WORDS,
    MIRTH_STROKE_CLOSE
};

/* An element begins, has an attribute, holds words, ends. */
struct mirth_stroke {
    enum mirth_stroke_kind kind;
    const char *name;  /* of the element or attribute; a literal */
    const char *value; /* of the attribute, or the words */
};

struct mirth_canvas {
    struct mirth_pool *pool; /* that everything lives in */
    const char *slot;        /* "title": what its file and its ids are called by */
    const char *address;     /* how the edition links to it */
    int width, height;
    int part; /* of the width: what a narrow page shows, without the group `words`; 0: all of it */
    const char *title, *description; /* for those who do not see it */
    const char *night;               /* style sheet for dark rooms; NULL: needs none */
    struct mirth_stroke *strokes;
    size_t count, room;
};

void mirth_draw_open(struct mirth_canvas *canvas, const char *element);
void mirth_draw_close(struct mirth_canvas *canvas);

/* Sets an attribute of the element that was opened last; text is copied. */
void mirth_draw_set(struct mirth_canvas *canvas, const char *attribute, struct mirth_slice text);
void mirth_draw_set_text(struct mirth_canvas *canvas, const char *attribute, const char *text);
void mirth_draw_set_number(struct mirth_canvas *canvas, const char *attribute, int number);

/* Words inside the element; what no picture may hold (controls, marks that turn the writing
 * around) is left out. */
void mirth_draw_words(struct mirth_canvas *canvas, struct mirth_slice words);

/* A copy of the words without those, in the pool; "" when memory is out. */
const char *mirth_draw_clean(struct mirth_pool *pool, struct mirth_slice words);

/* Words in a box, in the middle of it: as large as they fit, on as many lines as it takes; what
 * does not fit at the smallest is cut, and whole in a <title>. */
void mirth_draw_label(struct mirth_canvas *canvas, struct mirth_slice words, const char *colour,
                      const int box[4]);

#endif
