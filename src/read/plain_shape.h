/* plain_shape.h: what the lines of a plain text are to each other. */
#ifndef MIRTH_PLAIN_SHAPE_H
#define MIRTH_PLAIN_SHAPE_H

#include "read/plain_lines.h"

struct mirth_plain {
    struct mirth_plain_line *lines;
    size_t count;
    size_t width; /* where its lines were wrapped; 0: they were not */
    size_t base;  /* the indent of most of its lines */
    bool spaced;  /* blank lines stand before its headings */
};

/* Fills in what holds for the text as a whole. */
void mirth_plain_measure(struct mirth_plain *plain);

/* Whether line `at + 1` goes on with what began on line `start` and reached line `at`. */
bool mirth_plain_joins(const struct mirth_plain *plain, size_t start, size_t at);

/* The level of the heading that line `at` is: 1 the title, 2 a section, 3 below it; 0 none. */
unsigned mirth_plain_heading(const struct mirth_plain *plain, size_t at);

/* The end of the block of code or drawing that begins with line `at`, or `at` itself. */
size_t mirth_plain_drawing(const struct mirth_plain *plain, size_t at);

#endif
