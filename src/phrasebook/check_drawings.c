/* check_drawings.c: a theme's drawings: every shape, colour and figure there, and none too many */
#include <string.h>

#include "phrasebook/check.h"
#include "phrasebook/look.h"
#include "phrasebook/shape.h"

enum { COLOURS = 64, DEPTH = 6 };

#define SLOTS "title middle end"

static const struct mirth_entry *find(const struct mirth_checker *c, struct mirth_slice name)
{
    char text[64];
    if (!name.len || name.len >= sizeof text)
        return NULL;
    memcpy(text, name.at, name.len);
    text[name.len] = '\0';
    return mirth_book_find(c->book, "drawings", text);
}

/* ---- the palette ---- */

static bool is_paint(struct mirth_slice s)
{
    if (s.len != 9)
        return mirth_is_colour(s);
    return mirth_is_colour(mirth_slice(s.at, 7)) && strchr("0123456789abcdef", s.at[7]) &&
           strchr("0123456789abcdef", s.at[8]);
}

static void check_paint(struct mirth_checker *c, const struct mirth_line *line)
{
    struct mirth_slice value = mirth_slice_of(line->text), name = {0};
    if (!mirth_cut(&value, ':', &name) || !name.len || memchr(name.at, ' ', name.len) ||
        !is_paint(mirth_trim(value)))
        mirth_finding(c, line->source, "`%s` is no colour; expected `name: #rrggbb` or `#rrggbbaa`",
                      line->text);
    else if (mirth_palette_colour(c->book, name).at != mirth_trim(value).at)
        mirth_finding(c, line->source, "a second `%.*s`; expected one", (int)name.len, name.at);
}

static void check_palette(struct mirth_checker *c, const struct mirth_entry *entry)
{
    for (size_t i = 0; i < entry->count; i++)
        check_paint(c, &c->book->lines[entry->first + i]);
    if (entry->count > COLOURS)
        mirth_finding(c, entry->source, "%u colours; expected at most %d", entry->count, COLOURS);
}

/* ---- a line ---- */

static void check_when(struct mirth_checker *c, const struct mirth_line *line)
{
    struct mirth_slice rest = mirth_slice_of(line->when), piece, one;
    while (mirth_cut(&rest, ',', &piece)) {
        bool gag = piece.len > 4 && !memcmp(piece.at, "gag:", 4);
        if (gag)
            piece = mirth_trim(mirth_slice(piece.at + 4, piece.len - 4));
        while (mirth_cut(&piece, '|', &one))
            if (gag ? !mirth_has_gag(c, one) : !mirth_among(SLOTS, one))
                mirth_finding(c, line->source,
                              "the condition `%s`; expected title, middle, end (with | between "
                              "them) or `gag: NAME`",
                              line->when);
    }
}

/* Only what stands before: so no figure can hold itself. */
static void check_figure(struct mirth_checker *c, const struct mirth_line *line,
                         const struct mirth_entry *entry, struct mirth_slice name)
{
    const struct mirth_entry *figure = find(c, name);
    if (!figure || figure >= entry || mirth_is(figure->name, "palette"))
        mirth_finding(c, line->source, "no figure `%.*s` above; expected one of `## drawings`",
                      (int)name.len, name.at);
}

static void check_words(struct mirth_checker *c, const struct mirth_line *line,
                        const struct mirth_shape *shape)
{
    bool tells = shape->kind == MIRTH_SHAPE_TELLS;
    mirth_check_prose(c, line);
    mirth_check_manners(c, line);
    if (tells && !strstr(line->text, "{component}"))
        mirth_finding(c, line->source, "`tells` without {component}; expected what is written");
    if (!tells && strchr(line->text, '{'))
        mirth_finding(c, line->source, "a slot in `alt`; expected words (slots go into `tells`)");
}

static void check_line(struct mirth_checker *c, const struct mirth_entry *entry,
                       const struct mirth_line *line)
{
    struct mirth_shape shape;
    const char *wrong = mirth_shape_read(mirth_slice_of(line->text), &shape);
    check_when(c, line);
    if (wrong) {
        mirth_finding(c, line->source, "%s", wrong);
        return;
    }
    switch (shape.kind) {
    case MIRTH_SHAPE_PUT: check_figure(c, line, entry, shape.name); break;
    case MIRTH_SHAPE_ALT:
    case MIRTH_SHAPE_TELLS: check_words(c, line, &shape); break;
    case MIRTH_SHAPE_BEING: break;
    default:
        if (!mirth_palette_colour(c->book, shape.name).len)
            mirth_finding(c, line->source, "no colour `%.*s`; expected one of `### palette`",
                          (int)shape.name.len, shape.name.at);
    }
}

/* ---- the whole ---- */

/* How many shapes a figure is in all, and how deep it goes. */
struct weight {
    size_t shapes, depth;
};

static struct weight weight_of(const struct mirth_checker *c, const struct mirth_entry *entry,
                               const struct weight *weights, struct weight being)
{
    struct weight sum = {0, 1};
    for (size_t i = 0; i < entry->count; i++) {
        struct mirth_shape shape;
        struct weight inner = {0, 0};
        const struct mirth_entry *figure;
        if (mirth_shape_read(mirth_slice_of(c->book->lines[entry->first + i].text), &shape))
            continue;
        figure = shape.kind == MIRTH_SHAPE_PUT ? find(c, shape.name) : NULL;
        if (figure && figure < entry)
            inner = weights[figure - c->book->entries];
        else if (shape.kind == MIRTH_SHAPE_BEING)
            inner = being;
        sum.shapes += 1 + inner.shapes;
        sum.depth = inner.depth + 1 > sum.depth ? inner.depth + 1 : sum.depth;
        if (sum.shapes > MIRTH_SCENE_SHAPES)
            sum.shapes = MIRTH_SCENE_SHAPES + 1; /* enough, and it cannot overflow */
    }
    return sum;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static bool is_scene(const struct mirth_entry *entry)
{
    return mirth_among(SLOTS, mirth_slice_of(entry->name));
}

static void check_weights(struct mirth_checker *c)
{
    struct mirth_pool pool = {0};
    struct weight *weights = mirth_pool_array(&pool, c->book->entry_count + 1, sizeof *weights);
    struct weight heaviest = {0, 0};
    for (size_t i = 0; weights && i < c->book->entry_count; i++) {
        const struct mirth_entry *entry = &c->book->entries[i];
        if (!mirth_is(entry->chapter, "drawings") || mirth_is(entry->name, "palette"))
            continue;
        weights[i] = weight_of(c, entry, weights, heaviest);
        if (weights[i].shapes > MIRTH_SCENE_SHAPES || weights[i].depth > DEPTH)
            mirth_finding(c, entry->source,
                          "`%s` is %s%zu shapes, %zu deep; expected at most %d, and %d",
                          entry->name, weights[i].shapes > MIRTH_SCENE_SHAPES ? "more than " : "",
                          least(weights[i].shapes, MIRTH_SCENE_SHAPES), weights[i].depth,
                          MIRTH_SCENE_SHAPES, DEPTH);
        if (is_scene(entry))
            continue;
        heaviest.shapes = weights[i].shapes > heaviest.shapes ? weights[i].shapes : heaviest.shapes;
        heaviest.depth = weights[i].depth > heaviest.depth ? weights[i].depth : heaviest.depth;
    }
    mirth_pool_free(&pool);
}

/* A character says of each slot what is seen. */
static void check_character(struct mirth_checker *c, const struct mirth_entry *entry)
{
    struct mirth_slice slots = mirth_slice_of(SLOTS), slot;
    while (mirth_cut(&slots, ' ', &slot)) {
        bool said = false;
        for (size_t i = 0; i < entry->count; i++) {
            const struct mirth_line *line = &c->book->lines[entry->first + i];
            said |= !strncmp(line->text, "alt ", 4) && mirth_shape_holds(line, slot, NULL);
        }
        if (!said)
            mirth_finding(c, entry->source, "no `alt` for %.*s in `%s`; expected what is seen",
                          (int)slot.len, slot.at, entry->name);
    }
}

static void check_chapter(struct mirth_checker *c, const struct mirth_entry *chapter)
{
    struct mirth_slice needed = mirth_slice_of("palette somebody " SLOTS), name;
    while (mirth_cut(&needed, ' ', &name))
        if (!find(c, name))
            mirth_finding(c, chapter->source, "no `### %.*s` in `drawings`; expected one",
                          (int)name.len, name.at);
    check_weights(c);
}

void mirth_check_drawings(struct mirth_checker *c, const struct mirth_entry *entry)
{
    if (!*entry->name) {
        check_chapter(c, entry);
        return;
    }
    if (mirth_is(entry->name, "palette")) {
        check_palette(c, entry);
        return;
    }
    if (entry->count > MIRTH_FIGURE_SHAPES)
        mirth_finding(c, entry->source, "%u lines in `%s`; expected at most %d", entry->count,
                      entry->name, MIRTH_FIGURE_SHAPES);
    for (size_t i = 0; i < entry->count; i++)
        check_line(c, entry, &c->book->lines[entry->first + i]);
    if (mirth_is(entry->name, "somebody") || mirth_has_gag(c, mirth_slice_of(entry->name)))
        check_character(c, entry);
}
