/* canvas.c: a picture on its way: elements, attributes and words, kept in order. */
#include "draw/canvas.h"

#include <stdio.h>

#include "base/width.h"

static void add(struct mirth_canvas *c, enum mirth_stroke_kind kind, const char *name,
                const char *value)
{
    if (!mirth_pool_grow(c->pool, (void **)&c->strokes, c->count, &c->room, sizeof *c->strokes))
        return; /* the pool remembers */
    c->strokes[c->count++] = (struct mirth_stroke){kind, name, value};
}

void mirth_draw_open(struct mirth_canvas *c, const char *element)
{
    add(c, MIRTH_STROKE_OPEN, element, NULL);
}

void mirth_draw_close(struct mirth_canvas *c)
{
    add(c, MIRTH_STROKE_CLOSE, NULL, NULL);
}

void mirth_draw_set(struct mirth_canvas *c, const char *attribute, struct mirth_slice text)
{
    add(c, MIRTH_STROKE_SET, attribute, mirth_pool_copy(c->pool, text.at, text.len));
}

void mirth_draw_set_text(struct mirth_canvas *c, const char *attribute, const char *text)
{
    mirth_draw_set(c, attribute, mirth_slice_of(text));
}

void mirth_draw_set_number(struct mirth_canvas *c, const char *attribute, int number)
{
    char text[16];
    snprintf(text, sizeof text, "%d", number);
    mirth_draw_set_text(c, attribute, text);
}

const char *mirth_draw_clean(struct mirth_pool *pool, struct mirth_slice words)
{
    char *copy = mirth_pool_copy(pool, words.at, words.len), *end = copy;
    for (size_t i = 0, len; copy && i < words.len; i += len)
        if (mirth_is_printable(mirth_code_point(words.at + i, &len)))
            for (size_t k = 0; k < len; k++)
                *end++ = words.at[i + k];
    if (copy)
        *end = '\0';
    return copy ? copy : "";
}

void mirth_draw_words(struct mirth_canvas *c, struct mirth_slice words)
{
    add(c, MIRTH_STROKE_WORDS, NULL, mirth_draw_clean(c->pool, words));
}
