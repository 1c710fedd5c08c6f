/* gallery.h: the pictures that an edition shows, drawn. */
#ifndef MIRTH_GALLERY_H
#define MIRTH_GALLERY_H

#include "draw/canvas.h"
#include "phrasebook/book.h"
#include "story.h"

enum { MIRTH_GALLERY_ROOM = 4 }; /* title, timeline, middle, end */

struct mirth_gallery {
    struct mirth_canvas pictures[MIRTH_GALLERY_ROOM];
    size_t count;
    const char *gag; /* whose character stands in them, or NULL */
};

/* Draws the picture of every edit that shows one; base is what their addresses begin with (NULL:
 * nothing). They live in the story's pool. What the same story's and theme's edition `drawn` before
 * (NULL: there is none) shows as well is taken from there. False: memory is out, or a drawing is
 * beyond what `postmirth-book check` lets pass (*err names it). */
bool mirth_gallery(struct mirth_gallery *gallery, const struct mirth_book *english,
                   const struct mirth_book *theme, struct mirth_story *story,
                   const struct mirth_retelling *retelling, const char *base,
                   const struct mirth_gallery *drawn, struct mirth_error *err);

#endif
