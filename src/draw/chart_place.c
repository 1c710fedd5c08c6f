/* chart_place.c: where everything of a timeline's diagram goes. */
#include <string.h>

#include "base/width.h"
#include "draw/chart_plan.h"

int64_t mirth_plan_first(const struct mirth_timeline *t)
{
    size_t i = 0;
    while (t->moments[i].minutes < 0)
        i++;
    return t->moments[i].minutes;
}

int64_t mirth_plan_last(const struct mirth_timeline *t)
{
    size_t i = t->count;
    while (t->moments[i - 1].minutes < 0)
        i--;
    return t->moments[i - 1].minutes;
}

int mirth_plan_column(const struct mirth_plan *p)
{
    return TURN + (int)p->time_cells * CELL / 10 + 12;
}

static void place_evenly(struct mirth_plan *p)
{
    for (size_t i = 0; i < p->t->count; i++)
        p->dots[i] = TOP + (int)((int64_t)p->length * (int64_t)i / (int64_t)(p->t->count - 1));
}

/* Those of unknown time stand evenly between the known ones around them. */
static void place_unknown(struct mirth_plan *p, size_t from, size_t to)
{
    int start = from ? p->dots[from - 1] : TOP;
    int end = to < p->t->count ? p->dots[to] : TOP + p->length;
    for (size_t i = from; i < to; i++)
        p->dots[i] = start + (end - start) * (int)(i - from + 1) / (int)(to - from + 1);
}

static void place_to_scale(struct mirth_plan *p)
{
    int64_t first = mirth_plan_first(p->t), span = mirth_plan_last(p->t) - first;
    for (size_t i = 0; i < p->t->count; i++)
        if (p->t->moments[i].minutes >= 0)
            p->dots[i] = TOP + (int)((p->t->moments[i].minutes - first) * p->length / span);
    for (size_t i = 0, end; i < p->t->count; i = end + 1) {
        end = i;
        while (end < p->t->count && p->t->moments[end].minutes < 0)
            end++;
        place_unknown(p, i, end);
    }
}

/* How wide the columns are, how high the labels, and so how long the rail. */
static void measure(struct mirth_plan *p)
{
    int room = 0;
    for (size_t i = 0; i < p->t->count; i++) {
        size_t cells = mirth_cells(p->t->moments[i].part->time);
        p->time_cells = cells > p->time_cells ? cells : p->time_cells;
    }
    p->time_cells = p->time_cells > TIME_CELLS ? TIME_CELLS : p->time_cells;
    p->cells = (size_t)((MIRTH_CHART_WIDTH - EDGE - mirth_plan_column(p)) * 10 / THIN);
    for (size_t i = 0; i < p->t->count; i++) {
        struct mirth_slice words = mirth_slice_of(p->t->moments[i].text);
        p->heights[i] = APART + (mirth_fit(words, p->cells) < words.len ? STEP : 0);
        room += i + 1 < p->t->count ? p->heights[i] : 0;
    }
    p->length = room < LEAST ? LEAST : room;
}

bool mirth_plan_place(struct mirth_plan *p)
{
    const struct mirth_timeline *t = p->t;
    p->dots = mirth_pool_array(p->c->pool, t->count, sizeof *p->dots);
    p->labels = mirth_pool_array(p->c->pool, t->count, sizeof *p->labels);
    p->heights = mirth_pool_array(p->c->pool, t->count, sizeof *p->heights);
    p->scaled = t->timed > 1 && !t->mixed && mirth_plan_last(t) > mirth_plan_first(t);
    if (!p->dots || !p->labels || !p->heights)
        return false;
    measure(p);
    if (p->scaled)
        place_to_scale(p);
    else
        place_evenly(p);
    memcpy(p->labels, p->dots, t->count * sizeof *p->labels);
    return mirth_spread(p->c->pool, p->labels, p->heights, t->count, TOP, TOP + p->length);
}
