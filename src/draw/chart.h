/* chart.h: the timeline as a diagram: entries to scale, phases coloured, labels apart. */
#ifndef MIRTH_CHART_H
#define MIRTH_CHART_H

#include "draw/canvas.h"
#include "phrasebook/look.h"
#include "understand/timeline.h"

enum { MIRTH_CHART_WIDTH = 760 };

struct mirth_chart {
    const struct mirth_book *english, *theme;
    const struct mirth_timeline *timeline;
};

/* Whether there is anything to draw: two entries at least. */
bool mirth_chart_exists(const struct mirth_timeline *timeline);

/* Draws it. False: memory is out. */
bool mirth_chart_draw(const struct mirth_chart *chart, struct mirth_canvas *canvas);

/* Where labels go: each of count has a place it would like (ascending) and a height; places become
 * as near to that as they can be, between first and last, none over another. In place, linear;
 * false: memory is out. */
bool mirth_spread(struct mirth_pool *pool, int *places, const int *heights, size_t count, int first,
                  int last);

#endif
