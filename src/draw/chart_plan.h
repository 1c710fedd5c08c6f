/* chart_plan.h: a timeline's diagram on its way: what is measured, and the few things drawn with.
 */
#ifndef MIRTH_CHART_PLAN_H
#define MIRTH_CHART_PLAN_H

#include "draw/chart.h"

enum {
    TOP = 34,
    BOTTOM = 34,
    APART = 27,  /* between labels */
    LEAST = 300, /* the rail's length */
    RAIL = 196,  /* where it stands */
    TURN = 236,  /* where the leaders end and the labels begin */
    EDGE = 18,   /* what the paper leaves at its sides */
    CELL = 105,  /* tenths of a pixel, of bold letters of SIZE, in a wide typeface (DejaVu Sans) */
    THIN = 80,   /* of others */
    SIZE = 15,
    STEP = 19, /* from a line to the next of one label */
    TIME_CELLS = 24,
    DAY = 24 * 60,
};

struct mirth_plan {
    struct mirth_canvas *c;
    const struct mirth_chart *chart;
    const struct mirth_timeline *t;
    struct mirth_look look;
    int *dots, *labels, *heights; /* their places, and how much room each label needs */
    int length;                   /* of the rail */
    bool scaled;
    size_t time_cells, cells; /* of a label's two columns */
};

/* By phase. */
extern const enum mirth_colour mirth_plan_colours[MIRTH_PHASES];

/* chart_place.c: measures and places everything. False: memory is out. */
bool mirth_plan_place(struct mirth_plan *plan);
int64_t mirth_plan_first(const struct mirth_timeline *timeline); /* minute that is known */
int64_t mirth_plan_last(const struct mirth_timeline *timeline);
int mirth_plan_column(const struct mirth_plan *plan); /* where the words begin */

/* chart.c: a line from (at[0], at[1]) to (at[2], at[3]), still open. */
void mirth_plan_line(struct mirth_plan *plan, enum mirth_colour colour, int width, const int at[4]);

/* Opens a text, and ends one: words of at most that many cells; whole in a <title> where they are
 * cut. */
void mirth_plan_open_text(struct mirth_plan *plan, enum mirth_colour colour, bool bold);
void mirth_plan_text(struct mirth_plan *plan, struct mirth_slice words, size_t cells, int x, int y);

/* chart_signs.c: the phases' names and the days, on the rail's other side. False: memory is out. */
bool mirth_plan_signs(struct mirth_plan *plan);

#endif
