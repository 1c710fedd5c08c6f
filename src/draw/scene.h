/* scene.h: a theme's picture of what happened, put together from its drawings. */
#ifndef MIRTH_SCENE_H
#define MIRTH_SCENE_H

#include "draw/canvas.h"
#include "phrasebook/book.h"

/* A scene is MIRTH_SCENE_WIDTH by MIRTH_SCENE_HEIGHT. */
enum { MIRTH_SCENE_WIDTH = 960, MIRTH_SCENE_HEIGHT = 400 };

/* What is drawn: the entry `title`, `middle` or `end` of the theme's chapter `drawings`. */
struct mirth_scene {
    const struct mirth_book *theme;
    const char *slot;
    const char *gag;              /* whose character stands in it, or NULL */
    struct mirth_slice component; /* what is written on its labels, or nothing */
};

/* Whether the theme draws that slot. */
bool mirth_scene_exists(const struct mirth_scene *scene);

/* Appends what is seen there, as a sentence or two, and what is said there (perhaps nothing). */
void mirth_scene_words(const struct mirth_scene *scene, struct mirth_buffer *alt,
                       struct mirth_buffer *caption);

/* Draws it. False: memory is out, or the scene is not one that `postmirth-book check` lets pass. */
bool mirth_scene_draw(const struct mirth_scene *scene, struct mirth_canvas *canvas);

#endif
