/* chart_signs.c: what stands on the rail's other side: the phases' names, and the days. */
#include <string.h>

#include "draw/chart_plan.h"

enum { SIGNS = 64, SIGN_CELLS = 19 };

/* A phase's name at the middle of its stretch, or a day where it begins. */
struct sign {
    struct mirth_slice words;
    enum mirth_colour colour;
    bool bold;
    int at;
};

struct signs {
    struct sign at[SIGNS];
    size_t count;
};

static void add_sign(struct signs *signs, struct sign sign)
{
    size_t i = signs->count;
    if (i == SIGNS)
        return;
    for (signs->count++; i > 0 && signs->at[i - 1].at > sign.at; i--)
        signs->at[i] = signs->at[i - 1];
    signs->at[i] = sign;
}

static void add_phases(struct mirth_plan *p, struct signs *signs)
{
    for (size_t i = 0, end; i < p->t->count; i = end) {
        enum mirth_phase phase = p->t->moments[i].phase;
        for (end = i; end < p->t->count && p->t->moments[end].phase == phase;)
            end++;
        add_sign(signs,
                 (struct sign){mirth_slice_of(mirth_phase_name(p->chart->english, phase)),
                               mirth_plan_colours[phase], true,
                               (p->dots[i] + p->dots[end < p->t->count ? end : end - 1]) / 2});
    }
}

/* "2024-03-02" where the first entry of that day says it, else "midnight". */
static struct mirth_slice day_words(const struct mirth_plan *p, int64_t day)
{
    for (size_t i = 0; i < p->t->count; i++) {
        const struct mirth_moment *m = &p->t->moments[i];
        if (m->minutes >= 0 && m->minutes / DAY == day && strlen(m->part->iso) > 10)
            return mirth_slice(m->part->iso, 10);
    }
    return mirth_diagram_words(p->chart->english, "midnight");
}

/* Each midnight, as far as there are not too many of them to tell apart. */
static void add_days(struct mirth_plan *p, struct signs *signs)
{
    int64_t first = p->scaled ? mirth_plan_first(p->t) : 0,
            last = p->scaled ? mirth_plan_last(p->t) : 0;
    int64_t day = first / DAY + 1, span = last - first;
    if ((last / DAY - first / DAY + MIRTH_PHASES) * APART > p->length)
        return;
    for (; day <= last / DAY; day++) {
        int y = TOP + (int)((day * DAY - first) * p->length / span);
        mirth_plan_line(p, MIRTH_MUTED, 1, (int[]){RAIL - 14, y, RAIL, y});
        mirth_draw_close(p->c);
        add_sign(signs, (struct sign){day_words(p, day), MIRTH_MUTED, false, y});
    }
}

bool mirth_plan_signs(struct mirth_plan *p)
{
    struct signs signs = {.count = 0};
    int places[SIGNS], heights[SIGNS];
    add_phases(p, &signs);
    add_days(p, &signs);
    for (size_t i = 0; i < signs.count; i++) {
        places[i] = signs.at[i].at;
        heights[i] = APART - 5;
    }
    if (!mirth_spread(p->c->pool, places, heights, signs.count, TOP, TOP + p->length))
        return false;
    for (size_t i = 0; i < signs.count; i++) {
        mirth_plan_open_text(p, signs.at[i].colour, signs.at[i].bold);
        mirth_draw_set_text(p->c, "text-anchor", "end");
        mirth_plan_text(p, signs.at[i].words, SIGN_CELLS, RAIL - 18, places[i]);
    }
    return true;
}
