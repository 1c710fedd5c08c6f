/* chart.c: the timeline as a diagram, downwards: a rail to scale, and a label for each entry. */
#include "draw/chart.h"

#include <stdio.h>

#include "base/width.h"
#include "draw/chart_plan.h"

const enum mirth_colour mirth_plan_colours[MIRTH_PHASES] = {
    [MIRTH_TROUBLE] = MIRTH_ALARM,
    [MIRTH_INVESTIGATION] = MIRTH_MUTED,
    [MIRTH_FIX] = MIRTH_CALM,
    [MIRTH_FINE] = MIRTH_CALM,
};

bool mirth_chart_exists(const struct mirth_timeline *t)
{
    return t->count > 1;
}

/* By day the look's colour; by night the class's (see put_night). */
static void paint(struct mirth_plan *p, const char *attribute, enum mirth_colour colour)
{
    char class[32];
    snprintf(class, sizeof class, "%c-%s", attribute[0], mirth_colour_name(colour));
    mirth_draw_set_text(p->c, attribute, p->look.colours[MIRTH_LIGHT][colour]);
    mirth_draw_set_text(p->c, "class", class);
}

void mirth_plan_line(struct mirth_plan *p, enum mirth_colour colour, int width, const int at[4])
{
    static const char *const names[] = {"x1", "y1", "x2", "y2"};
    mirth_draw_open(p->c, "line");
    for (size_t i = 0; i < 4; i++)
        mirth_draw_set_number(p->c, names[i], at[i]);
    paint(p, "stroke", colour);
    mirth_draw_set_number(p->c, "stroke-width", width);
}

/* Words of at most that many cells; whole in a <title> where they are cut. */
void mirth_plan_text(struct mirth_plan *p, struct mirth_slice words, size_t cells, int x, int y)
{
    size_t fits = mirth_fit(words, cells);
    bool cut = fits < words.len;
    if (cut)
        fits = mirth_fit(words, cells - 1);
    mirth_draw_set_number(p->c, "x", x);
    mirth_draw_set_number(p->c, "y", y + SIZE / 3);
    if (cut) {
        mirth_draw_open(p->c, "title");
        mirth_draw_words(p->c, words);
        mirth_draw_close(p->c);
    }
    mirth_draw_words(p->c, mirth_slice(words.at, fits));
    if (cut)
        mirth_draw_words(p->c, mirth_slice_of("…"));
    mirth_draw_close(p->c);
}

void mirth_plan_open_text(struct mirth_plan *p, enum mirth_colour colour, bool bold)
{
    mirth_draw_open(p->c, "text");
    paint(p, "fill", colour);
    if (bold)
        mirth_draw_set_text(p->c, "font-weight", "bold");
}

/* The rail in its phases' colours: each lasts until the next one begins. */
static void put_rail(struct mirth_plan *p)
{
    for (size_t i = 0, end; i < p->t->count; i = end) {
        enum mirth_phase phase = p->t->moments[i].phase;
        for (end = i; end < p->t->count && p->t->moments[end].phase == phase;)
            end++;
        if (end == i + 1 && end == p->t->count)
            continue; /* the last entry alone: its dot says it */
        mirth_plan_line(
            p, mirth_plan_colours[phase], 8,
            (int[]){RAIL, p->dots[i], RAIL, p->dots[end < p->t->count ? end : end - 1]});
        if (phase == MIRTH_FIX) /* on the way to where it is fine */
            mirth_draw_set_text(p->c, "stroke-dasharray", "5 3");
        mirth_draw_close(p->c);
    }
}

/* From the dot to its label; broken where the time is unknown. */
static void put_leader(struct mirth_plan *p, size_t i)
{
    char d[96];
    snprintf(d, sizeof d, "M%d %d C%d %d %d %d %d %d", RAIL + 8, p->dots[i], RAIL + 24, p->dots[i],
             TURN - 24, p->labels[i], TURN - 6, p->labels[i]);
    mirth_draw_open(p->c, "path");
    mirth_draw_set_text(p->c, "d", d);
    mirth_draw_set_text(p->c, "fill", "none");
    paint(p, "stroke", MIRTH_LINE);
    mirth_draw_set_text(p->c, "stroke-width", "2");
    if (p->t->moments[i].minutes < 0)
        mirth_draw_set_text(p->c, "stroke-dasharray", "3 4");
    mirth_draw_close(p->c);
}

static void put_dot(struct mirth_plan *p, size_t i)
{
    const struct mirth_moment *m = &p->t->moments[i];
    mirth_draw_open(p->c, "circle");
    mirth_draw_set_number(p->c, "cx", RAIL);
    mirth_draw_set_number(p->c, "cy", p->dots[i]);
    mirth_draw_set_text(p->c, "r", "6");
    mirth_draw_set_text(p->c, "stroke-width", "3");
    mirth_draw_set_text(p->c, "stroke", p->look.colours[MIRTH_LIGHT][mirth_plan_colours[m->phase]]);
    mirth_draw_set_text(p->c, "fill",
                        p->look.colours[MIRTH_LIGHT][m->minutes < 0 ? MIRTH_CARD : MIRTH_PAPER]);
    {
        char class[64];
        snprintf(class, sizeof class, "s-%s f-%s", mirth_colour_name(mirth_plan_colours[m->phase]),
                 mirth_colour_name(m->minutes < 0 ? MIRTH_CARD : MIRTH_PAPER));
        mirth_draw_set_text(p->c, "class", class);
    }
    mirth_draw_close(p->c);
}

static void put_time(struct mirth_plan *p, size_t i)
{
    const struct mirth_moment *m = &p->t->moments[i];
    mirth_plan_open_text(p, mirth_plan_colours[m->phase], true);
    mirth_plan_text(p, m->part->time, p->time_cells, TURN, p->labels[i]);
}

/* On one line, or on two. */
static void put_words(struct mirth_plan *p, size_t i)
{
    struct mirth_slice words = mirth_slice_of(p->t->moments[i].text);
    size_t first = mirth_fit(words, p->cells);
    mirth_plan_open_text(p, MIRTH_INK, false);
    mirth_plan_text(p, mirth_slice(words.at, first), p->cells, mirth_plan_column(p), p->labels[i]);
    if (first == words.len)
        return;
    mirth_plan_open_text(p, MIRTH_INK, false);
    mirth_plan_text(p, mirth_trim(mirth_slice(words.at + first, words.len - first)), p->cells,
                    mirth_plan_column(p), p->labels[i] + STEP);
}

/* In a group of their own: a narrow page does without, for the entries stand below. */
static void put_all_words(struct mirth_plan *p)
{
    mirth_draw_open(p->c, "g");
    mirth_draw_set_text(p->c, "class", "words");
    for (size_t i = 0; i < p->t->count; i++)
        put_words(p, i);
    mirth_draw_close(p->c);
}

/* ---- around it ---- */

static void put_note(struct mirth_plan *p, int y)
{
    mirth_plan_open_text(p, MIRTH_MUTED, false);
    mirth_draw_set_text(p->c, "font-size", "12");
    mirth_plan_text(p, mirth_diagram_words(p->chart->english, "unscaled"), 80, EDGE, y);
}

/* As far as the times, and the note, go. */
static int part_of(const struct mirth_plan *p, bool noted)
{
    size_t cells = noted ? mirth_cells(mirth_diagram_words(p->chart->english, "unscaled")) : 0;
    int times = mirth_plan_column(p), note = 2 * EDGE + (int)cells * THIN * 12 / SIZE / 10;
    return times > note ? times : note;
}

static void put_paper(struct mirth_plan *p)
{
    mirth_draw_open(p->c, "rect");
    mirth_draw_set_number(p->c, "width", p->c->width);
    mirth_draw_set_number(p->c, "height", p->c->height);
    mirth_draw_set_text(p->c, "rx", "14");
    paint(p, "fill", MIRTH_CARD);
    mirth_draw_close(p->c);
}

/* The classes by night: f-ink fills, s-ink strokes. */
static void put_night(struct mirth_plan *p)
{
    struct mirth_buffer css = {0};
    mirth_put_text(&css, "@media (prefers-color-scheme:dark){");
    for (int i = 0; i < MIRTH_COLOURS; i++) {
        const char *name = mirth_colour_name((enum mirth_colour)i);
        const char *colour = p->look.colours[MIRTH_DARK][i];
        char rule[96];
        snprintf(rule, sizeof rule, ".f-%s{fill:%s}.s-%s{stroke:%s}", name, colour, name, colour);
        mirth_put_text(&css, rule);
    }
    mirth_put_text(&css, "}");
    p->c->night = mirth_pool_copy(p->c->pool, css.at, css.len);
    p->c->pool->spent |= css.spent;
    mirth_buffer_free(&css);
}

static void put_names(struct mirth_plan *p)
{
    struct mirth_buffer words = {0};
    struct mirth_slice title = mirth_diagram_words(p->chart->english, "title");
    p->c->title = mirth_draw_clean(p->c->pool, title);
    mirth_timeline_describe(p->t, mirth_diagram_words(p->chart->english, "description"), &words);
    p->c->description = mirth_draw_clean(p->c->pool, mirth_buffer_slice(&words));
    p->c->pool->spent |= words.spent;
    mirth_buffer_free(&words);
}

bool mirth_chart_draw(const struct mirth_chart *chart, struct mirth_canvas *canvas)
{
    struct mirth_plan p = {.c = canvas, .chart = chart, .t = chart->timeline};
    bool noted;
    p.look = mirth_look_of(chart->theme);
    if (!mirth_plan_place(&p))
        return false;
    noted = !p.scaled || p.t->timed < p.t->count;
    canvas->slot = "timeline";
    canvas->width = MIRTH_CHART_WIDTH;
    canvas->height = TOP + p.length + BOTTOM + (noted ? 20 : 0) + p.heights[p.t->count - 1] - APART;
    canvas->part = part_of(&p, noted);
    put_names(&p);
    put_night(&p);
    put_paper(&p);
    mirth_draw_open(canvas, "g");
    mirth_draw_set_text(canvas, "font-family", "system-ui, sans-serif");
    mirth_draw_set_number(canvas, "font-size", SIZE);
    put_rail(&p);
    for (size_t i = 0; i < p.t->count; i++) {
        put_leader(&p, i);
        put_dot(&p, i);
        put_time(&p, i);
    }
    put_all_words(&p);
    if (!mirth_plan_signs(&p))
        return false;
    if (noted)
        put_note(&p, canvas->height - 20);
    mirth_draw_close(canvas);
    return !canvas->pool->spent;
}
