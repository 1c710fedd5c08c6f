/* gallery.c: the pictures that an edition shows, drawn. */
#include "draw/gallery.h"

#include <string.h>

#include "draw/chart.h"
#include "draw/scene.h"
#include "understand/words.h"

struct gallery {
    const struct mirth_book *english, *theme;
    struct mirth_story *story;
    const char *gag;
    struct mirth_slice component;
};

static bool draw(const struct gallery *g, const char *slot, struct mirth_canvas *canvas)
{
    struct mirth_scene scene = {g->theme, slot, g->gag, g->component};
    struct mirth_timeline timeline;
    struct mirth_chart chart = {g->english, g->theme, &timeline};
    if (strcmp(slot, "timeline") != 0)
        return mirth_scene_draw(&scene, canvas);
    return mirth_timeline(g->english, g->story, &timeline) && mirth_chart_draw(&chart, canvas);
}

static bool same_gag(const char *a, const char *b)
{
    return a == b || (a && b && !strcmp(a, b));
}

static const struct mirth_canvas *find(const struct mirth_gallery *drawn, const char *slot,
                                       const char *gag)
{
    for (size_t i = 0; drawn && i < drawn->count; i++)
        if (!strcmp(drawn->pictures[i].slot, slot) &&
            (same_gag(drawn->gag, gag) || !strcmp(slot, "timeline")))
            return &drawn->pictures[i];
    return NULL;
}

static const char *address_of(struct mirth_pool *pool, const char *base, const char *slot)
{
    struct mirth_buffer text = {0};
    const char *copy;
    mirth_put_text(&text, base ? base : "");
    mirth_put_text(&text, slot);
    mirth_put_text(&text, ".svg");
    copy = text.spent ? NULL : mirth_pool_copy(pool, text.at, text.len);
    mirth_buffer_free(&text);
    return copy;
}

static bool failed(const struct gallery *g, const char *slot, struct mirth_error *err)
{
    if (g->story->pool.spent)
        return mirth_no_memory(err);
    return mirth_fail(err, MIRTH_BROKEN,
                      "the drawing `%s` of the theme %s cannot be drawn; "
                      "`postmirth-book check` says why",
                      slot, g->theme->name);
}

static bool add(const struct gallery *g, const char *slot, const char *base,
                struct mirth_canvas *canvas)
{
    *canvas = (struct mirth_canvas){.pool = &g->story->pool};
    canvas->address = address_of(canvas->pool, base, slot);
    return canvas->address && draw(g, slot, canvas);
}

bool mirth_gallery(struct mirth_gallery *gallery, const struct mirth_book *english,
                   const struct mirth_book *theme, struct mirth_story *story,
                   const struct mirth_retelling *r, const char *base,
                   const struct mirth_gallery *drawn, struct mirth_error *err)
{
    struct gallery g = {english, theme, story, r->gag, {0}};
    struct mirth_buffer component = {0};
    bool ok = mirth_plain_words(story->digest.component, &component) || mirth_no_memory(err);
    g.component = mirth_buffer_slice(&component);
    *gallery = (struct mirth_gallery){.gag = r->gag};
    for (size_t i = 0; ok && i < r->count && gallery->count < MIRTH_GALLERY_ROOM; i++) {
        const char *slot = r->edits[i].len ? r->edits[i].picture : NULL;
        const struct mirth_canvas *same = slot ? find(drawn, slot, r->gag) : NULL;
        if (same)
            gallery->pictures[gallery->count++] = *same;
        else if (slot)
            ok = add(&g, slot, base, &gallery->pictures[gallery->count++]) || failed(&g, slot, err);
    }
    mirth_buffer_free(&component);
    return ok;
}
