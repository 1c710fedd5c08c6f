/* pictures.c: places for pictures: words, links, and the timeline's diagram. */
#include "retell/layout.h"

#include <string.h>

#include "draw/chart.h"
#include "draw/scene.h"
#include "retell/gantt.h"

/* ---- a picture of the theme's ---- */

/* Words as they stand: what Markdown would read as more goes behind a backslash. */
static void put_literally(struct mirth_buffer *out, struct mirth_slice words)
{
    for (size_t i = 0; i < words.len; i++) {
        if (strchr("\\`*_[]<>&~|", words.at[i]))
            mirth_put_char(out, '\\');
        mirth_put_char(out, words.at[i]);
    }
}

/* “Could somebody move the mule?” without its marks, where all of it is said: italics say so. */
static struct mirth_slice unquoted(struct mirth_slice caption)
{
    static const char open[] = "\xe2\x80\x9c", close[] = "\xe2\x80\x9d";
    const size_t mark = sizeof open - 1;
    size_t at = mark;
    if (caption.len <= 2 * mark || memcmp(caption.at, open, mark) != 0)
        return caption;
    while (at + mark < caption.len && memcmp(caption.at + at, close, mark) != 0)
        at++;
    return at + mark == caption.len ? mirth_slice(caption.at + mark, caption.len - 2 * mark)
                                    : caption;
}

/* "_Could somebody move the mule?_" */
static void put_caption(struct mirth_buffer *out, struct mirth_slice caption)
{
    if (!caption.len)
        return;
    mirth_put_char(out, '_');
    mirth_put_slice(out, unquoted(caption));
    mirth_put_text(out, "_\n");
}

static void put_link(struct mirth_buffer *out, struct mirth_slice alt, const char *base,
                     const char *name, const char *slot, const char *ending)
{
    mirth_put_text(out, "![");
    mirth_put_slice(out, alt);
    mirth_put_text(out, "](");
    mirth_put_text(out, base);
    mirth_put_text(out, name);
    mirth_put_text(out, *name ? "-" : "");
    mirth_put_text(out, slot);
    mirth_put_text(out, ending);
    mirth_put_text(out, ")\n");
}

/* Without an address there is no link that could be dead: what would be seen is said, and a
 * comment names the file that --picture-base would look for. */
static void put_words(const struct mirth_layout *l, struct mirth_slice alt,
                      struct mirth_slice caption, const char *slot, struct mirth_buffer *out)
{
    struct mirth_slice words = mirth_diagram_words(l->t->english_book, "picture");
    const char *at = words.at ? strstr(words.at, "{alt}") : NULL;
    if (l->t->options->forge != MIRTH_FOR_PLAIN) {
        mirth_put_text(out, "<!-- picture: ");
        mirth_put_text(out, l->t->theme->book->name);
        mirth_put_char(out, '-');
        mirth_put_text(out, slot);
        mirth_put_text(out, ".png -->\n\n");
    }
    mirth_put_text(out, "> ");
    mirth_put(out, words.at, at ? (size_t)(at - words.at) : 0);
    mirth_put_slice(out, alt);
    mirth_put_text(out, at ? at + strlen("{alt}") : "");
    mirth_put_text(out, caption.len ? "\\\n> " : "\n"); /* a line of its own */
    put_caption(out, caption);
}

/* `alt text | caption` of the phrasebook's. */
static void put_placeholder(struct mirth_layout *l, const char *slot, struct mirth_buffer *out)
{
    const char *base = l->t->options->picture_base;
    struct mirth_slice rest, alt;
    if (!mirth_lay_pick(l, "pictures", slot, NULL))
        return;
    rest = mirth_buffer_slice(&l->text);
    if (!mirth_cut(&rest, '|', &alt))
        return;
    if (base) {
        put_link(out, alt, base, l->t->theme->book->name, slot, ".png");
        put_caption(out, mirth_trim(rest));
    } else {
        put_words(l, alt, mirth_trim(rest), slot, out);
    }
    mirth_put_char(out, '\n');
}

static void put_scene(struct mirth_layout *l, const struct mirth_scene *scene,
                      struct mirth_buffer *out)
{
    const char *base = l->t->options->picture_base;
    struct mirth_buffer alt = {0}, caption = {0}, literal = {0};
    mirth_scene_words(scene, &alt, &caption);
    put_literally(&literal, mirth_buffer_slice(&alt));
    put_link(out, mirth_buffer_slice(&literal), base ? base : "", "", scene->slot, ".svg");
    put_caption(out, mirth_buffer_slice(&caption));
    mirth_put_char(out, '\n');
    out->spent |= alt.spent || caption.spent || literal.spent;
    mirth_buffer_free(&alt);
    mirth_buffer_free(&caption);
    mirth_buffer_free(&literal);
}

void mirth_put_picture(struct mirth_layout *l, const char *slot, struct mirth_buffer *out)
{
    struct mirth_scene scene = {l->t->theme->book, slot, l->t->gag, l->component};
    if (l->t->options->pictures == MIRTH_PICTURES_SVG && mirth_scene_exists(&scene)) {
        put_scene(l, &scene, out);
        l->picture = slot;
        l->drawn = true; /* its words are for those who do not see it */
    } else if (!l->t->options->picture_base && l->t->options->mirth < 3 && strcmp(slot, "title")) {
        return; /* one that is only words stands at the beginning, and interrupts nothing */
    } else if (l->t->options->pictures == MIRTH_PICTURES_PLACEHOLDER ||
               l->t->options->pictures == MIRTH_PICTURES_SVG) {
        put_placeholder(l, slot, out);
    }
}

/* ---- the timeline's diagram ---- */

/* A heading of the record's that the diagram can stand under. */
static bool has_timeline_heading(const struct mirth_story *story)
{
    for (size_t i = 0; i < story->part_count; i++) {
        const struct mirth_part *part = &story->parts[i];
        if (part->kind == MIRTH_SECTION && !strcmp(part->name, "timeline") &&
            mirth_is_flat(story, part))
            return true;
    }
    return false;
}

static void put_chart(struct mirth_layout *l, const struct mirth_timeline *timeline,
                      struct mirth_buffer *out)
{
    const char *base = l->t->options->picture_base;
    struct mirth_buffer words = {0}, alt = {0};
    if (!mirth_chart_exists(timeline))
        return;
    mirth_put_slice(&words, mirth_diagram_words(l->t->english_book, "title"));
    mirth_put_text(&words, ": ");
    mirth_timeline_describe(timeline, mirth_diagram_words(l->t->english_book, "description"),
                            &words);
    put_literally(&alt, mirth_buffer_slice(&words));
    put_link(out, mirth_buffer_slice(&alt), base ? base : "", "", "timeline", ".svg");
    out->spent |= words.spent || alt.spent;
    mirth_buffer_free(&words);
    mirth_buffer_free(&alt);
}

bool mirth_add_chart(struct mirth_layout *l, size_t at, bool after_title, bool headed)
{
    enum mirth_pictures pictures = l->t->options->pictures;
    struct mirth_buffer chart = {0};
    struct mirth_timeline timeline;
    bool ok;
    if (l->charted || (pictures != MIRTH_PICTURES_MERMAID && pictures != MIRTH_PICTURES_SVG) ||
        headed != has_timeline_heading(l->t->story))
        return true;
    l->charted = l->drawn = true;
    ok = mirth_timeline(l->t->english_book, l->t->story, &timeline);
    if (ok && pictures == MIRTH_PICTURES_MERMAID)
        mirth_gantt(l->t->english_book, &timeline, &chart);
    else if (ok)
        put_chart(l, &timeline, &chart);
    l->picture = pictures == MIRTH_PICTURES_SVG ? "timeline" : NULL;
    ok = ok && mirth_lay_piece(l, at, after_title, MIRTH_FIRM, &chart);
    l->picture = NULL;
    l->drawn = false;
    mirth_buffer_free(&chart);
    return ok;
}
