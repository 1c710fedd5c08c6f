/* scene.c: a theme's picture of what happened, put together from its drawings. */
#include "draw/scene.h"

#include <stdio.h>
#include <string.h>

#include "phrasebook/look.h"
#include "phrasebook/shape.h"

enum { DEPTH = 8 };

/* Figures within figures: where each of them is being drawn. */
struct hand {
    const struct mirth_scene *scene;
    struct mirth_canvas *canvas;
    struct {
        const struct mirth_entry *figure;
        size_t next;
    } stack[DEPTH];
    size_t depth;
    size_t shapes; /* so far */
};

static const struct mirth_entry *find(const struct mirth_scene *scene, struct mirth_slice name)
{
    char text[64];
    if (!name.len || name.len >= sizeof text)
        return NULL;
    memcpy(text, name.at, name.len);
    text[name.len] = '\0';
    return mirth_book_find(scene->theme, "drawings", text);
}

/* The figure of the gag's character, or whoever stands in. */
static const struct mirth_entry *being_of(const struct mirth_scene *scene)
{
    const struct mirth_entry *own = find(scene, mirth_slice_of(scene->gag));
    return own ? own : find(scene, mirth_slice_of("somebody"));
}

bool mirth_scene_exists(const struct mirth_scene *scene)
{
    return find(scene, mirth_slice_of(scene->slot)) != NULL;
}

/* The entry's first line of that kind whose conditions hold. */
static bool find_line(const struct mirth_scene *scene, const struct mirth_entry *entry,
                      enum mirth_shape_kind kind, struct mirth_shape *shape)
{
    for (size_t i = 0; entry && i < entry->count; i++) {
        const struct mirth_line *line = &scene->theme->lines[entry->first + i];
        if (mirth_shape_holds(line, mirth_slice_of(scene->slot), scene->gag) &&
            !mirth_shape_read(mirth_slice_of(line->text), shape) && shape->kind == kind)
            return true;
    }
    return false;
}

/* Words with the component's name for {component}. */
static void put_words(const struct mirth_scene *scene, struct mirth_slice words,
                      struct mirth_buffer *out)
{
    static const char slot[] = "{component}";
    for (size_t i = 0; i < words.len; i++)
        if (words.len - i >= sizeof slot - 1 && !memcmp(words.at + i, slot, sizeof slot - 1)) {
            mirth_put_slice(out, scene->component);
            i += sizeof slot - 2;
        } else {
            mirth_put_char(out, words.at[i]);
        }
}

void mirth_scene_words(const struct mirth_scene *scene, struct mirth_buffer *alt,
                       struct mirth_buffer *caption)
{
    struct mirth_shape shape;
    struct mirth_slice words, seen;
    if (find_line(scene, being_of(scene), MIRTH_SHAPE_ALT, &shape)) {
        words = shape.text;
        if (!mirth_cut(&words, '|', &seen))
            seen = words;
        put_words(scene, seen, alt);
        if (seen.at != words.at)
            put_words(scene, mirth_trim(words), caption);
    }
    if (scene->component.len &&
        find_line(scene, find(scene, mirth_slice_of(scene->slot)), MIRTH_SHAPE_TELLS, &shape)) {
        mirth_put_text(alt, alt->len ? ". " : "");
        put_words(scene, shape.text, alt);
    }
}

/* "#rrggbbaa": the last two are the opacity. */
static void set_paint(struct hand *h, const char *attribute, struct mirth_slice name)
{
    struct mirth_slice colour = mirth_palette_colour(h->scene->theme, name);
    unsigned alpha = 0;
    char text[16];
    mirth_draw_set(h->canvas, attribute,
                   colour.len ? mirth_slice(colour.at, colour.len < 7 ? colour.len : 7)
                              : mirth_slice_of("#000000"));
    if (colour.len != 9 || sscanf(colour.at + 7, "%2x", &alpha) != 1)
        return;
    snprintf(text, sizeof text, "0.%02u", alpha * 100 / 256);
    mirth_draw_set_text(h->canvas, *attribute == 'f' ? "fill-opacity" : "stroke-opacity", text);
}

static void set_numbers(struct hand *h, const struct mirth_shape *shape,
                        const char *const *attributes)
{
    for (size_t i = 0; i < shape->count && attributes[i]; i++)
        mirth_draw_set(h->canvas, attributes[i], shape->numbers[i]);
}

static void draw_path(struct hand *h, const struct mirth_shape *shape)
{
    bool line = shape->kind == MIRTH_SHAPE_LINE;
    mirth_draw_open(h->canvas, "path");
    mirth_draw_set(h->canvas, "d", shape->text);
    if (line) {
        mirth_draw_set_text(h->canvas, "fill", "none");
        mirth_draw_set(h->canvas, "stroke-width", shape->numbers[0]);
        mirth_draw_set_text(h->canvas, "stroke-linecap", "round");
        mirth_draw_set_text(h->canvas, "stroke-linejoin", "round");
    }
    set_paint(h, line ? "stroke" : "fill", shape->name);
    mirth_draw_close(h->canvas);
}

static void draw_oval(struct hand *h, const struct mirth_shape *shape)
{
    static const char *const attributes[] = {"cx", "cy", "rx", "ry", NULL};
    const struct mirth_slice *n = shape->numbers;
    char turn[64];
    mirth_draw_open(h->canvas, "ellipse");
    set_numbers(h, shape, attributes);
    set_paint(h, "fill", shape->name);
    if (shape->count > 4) {
        snprintf(turn, sizeof turn, "rotate(%.*s %.*s %.*s)", (int)n[4].len, n[4].at, (int)n[0].len,
                 n[0].at, (int)n[1].len, n[1].at);
        mirth_draw_set_text(h->canvas, "transform", turn);
    }
    mirth_draw_close(h->canvas);
}

static void draw_simple(struct hand *h, const struct mirth_shape *shape)
{
    static const char *const dot[] = {"cx", "cy", "r", NULL};
    static const char *const box[] = {"x", "y", "width", "height", "rx", NULL};
    bool round = shape->kind == MIRTH_SHAPE_DOT;
    mirth_draw_open(h->canvas, round ? "circle" : "rect");
    set_numbers(h, shape, round ? dot : box);
    set_paint(h, "fill", shape->name);
    mirth_draw_close(h->canvas);
}

static void draw_label(struct hand *h, const struct mirth_shape *shape)
{
    struct mirth_slice colour = mirth_palette_colour(h->scene->theme, shape->name);
    struct mirth_slice words = h->scene->component.len ? h->scene->component : shape->text;
    char paint[8] = "#000000";
    int box[4];
    if (colour.len >= 7)
        memcpy(paint, colour.at, 7);
    for (size_t i = 0; i < 4; i++)
        box[i] = mirth_shape_whole(shape->numbers[i]);
    mirth_draw_label(h->canvas, words, paint, box);
}

/* `translate(X Y) rotate(TURN) scale(|SCALE|)`, mirrored where the scale is below 0. */
static void set_place(struct hand *h, const struct mirth_shape *shape)
{
    const struct mirth_slice *n = shape->numbers;
    struct mirth_slice scale = shape->count > 2 ? n[2] : mirth_slice_of("1"), size = scale;
    struct mirth_slice turn = shape->count > 3 ? n[3] : mirth_slice_of("0");
    char text[128];
    if (size.at[0] == '-')
        size = mirth_slice(size.at + 1, size.len - 1);
    snprintf(text, sizeof text, "translate(%.*s %.*s) rotate(%.*s) scale(%.*s %.*s)", (int)n[0].len,
             n[0].at, (int)n[1].len, n[1].at, (int)turn.len, turn.at, (int)scale.len, scale.at,
             (int)size.len, size.at);
    mirth_draw_set_text(h->canvas, "transform", text);
}

/* Only figures that stand before this one in the book: none can hold itself. */
static bool begin_figure(struct hand *h, const struct mirth_shape *shape)
{
    bool being = shape->kind == MIRTH_SHAPE_BEING;
    const struct mirth_entry *figure = being ? being_of(h->scene) : find(h->scene, shape->name);
    if (!figure || figure >= h->stack[h->depth - 1].figure || h->depth == DEPTH)
        return being && !figure; /* a scene may stand empty */
    mirth_draw_open(h->canvas, "g");
    set_place(h, shape);
    h->stack[h->depth].figure = figure;
    h->stack[h->depth++].next = 0;
    return true;
}

static bool draw(struct hand *h, const struct mirth_shape *shape)
{
    if (++h->shapes > MIRTH_SCENE_SHAPES)
        return false;
    switch (shape->kind) {
    case MIRTH_SHAPE_PATH:
    case MIRTH_SHAPE_LINE: draw_path(h, shape); return true;
    case MIRTH_SHAPE_OVAL: draw_oval(h, shape); return true;
    case MIRTH_SHAPE_DOT:
    case MIRTH_SHAPE_BOX: draw_simple(h, shape); return true;
    case MIRTH_SHAPE_LABEL: draw_label(h, shape); return true;
    case MIRTH_SHAPE_PUT:
    case MIRTH_SHAPE_BEING: return begin_figure(h, shape);
    default: return true; /* words for elsewhere */
    }
}

static void name_canvas(const struct mirth_scene *scene, struct mirth_canvas *canvas)
{
    struct mirth_buffer alt = {0}, caption = {0};
    mirth_scene_words(scene, &alt, &caption);
    canvas->title = mirth_draw_clean(canvas->pool, mirth_buffer_slice(&alt));
    canvas->description = mirth_draw_clean(canvas->pool, mirth_buffer_slice(&caption));
    if (alt.spent || caption.spent)
        canvas->pool->spent = true;
    mirth_buffer_free(&alt);
    mirth_buffer_free(&caption);
}

/* The theme's letters for headings. */
static const char *letters_of(const struct mirth_book *theme)
{
    switch (mirth_look_of(theme).heading) {
    case MIRTH_SERIF: return "Georgia, serif";
    case MIRTH_MONO: return "ui-monospace, monospace";
    default: return "system-ui, sans-serif";
    }
}

bool mirth_scene_draw(const struct mirth_scene *scene, struct mirth_canvas *canvas)
{
    struct hand h = {.scene = scene, .canvas = canvas, .depth = 1};
    bool ok = true;
    h.stack[0].figure = find(scene, mirth_slice_of(scene->slot));
    canvas->slot = scene->slot;
    canvas->width = MIRTH_SCENE_WIDTH;
    canvas->height = MIRTH_SCENE_HEIGHT;
    name_canvas(scene, canvas);
    mirth_draw_open(canvas, "g");
    mirth_draw_set_text(canvas, "font-family", letters_of(scene->theme));
    while (ok && h.depth && h.stack[0].figure) {
        const struct mirth_entry *figure = h.stack[h.depth - 1].figure;
        size_t next = h.stack[h.depth - 1].next++;
        const struct mirth_line *line = &scene->theme->lines[figure->first + next];
        struct mirth_shape shape;
        if (next == figure->count) {
            if (--h.depth)
                mirth_draw_close(canvas);
        } else if (mirth_shape_holds(line, mirth_slice_of(scene->slot), scene->gag)) {
            ok = !mirth_shape_read(mirth_slice_of(line->text), &shape) && draw(&h, &shape);
        }
    }
    mirth_draw_close(canvas);
    return ok && !canvas->pool->spent;
}
