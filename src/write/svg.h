/* svg.h: a canvas as SVG, in a page or as a file of its own. */
#ifndef MIRTH_SVG_H
#define MIRTH_SVG_H

#include <libxml/tree.h>

#include "draw/canvas.h"

/* A class says how much of a drawing a narrow page shows: part-1, part-2, ... of so many. */
enum { MIRTH_PART_STEPS = 38 };

/* The canvas as an element of doc's, not yet in its tree; alone: with what a file needs (its name
 * space, its style sheet for dark rooms). NULL when memory is out. */
xmlNode *mirth_svg_node(xmlDoc *doc, const struct mirth_canvas *canvas, bool alone);

/* The same, for a page that shows the drawing several times: the first of them holds it, under that
 * id, and the others show it. */
xmlNode *mirth_svg_shared(xmlDoc *doc, const struct mirth_canvas *canvas, const char *id,
                          bool first);

/* Whether two canvases are drawn alike, whatever their words. */
bool mirth_same_drawing(const struct mirth_canvas *a, const struct mirth_canvas *b);

/* Appends the canvas as a file. False when memory is out. */
bool mirth_svg_file(const struct mirth_canvas *canvas, struct mirth_buffer *out);

#endif
