/* svg.c: a canvas as SVG: a libxml2 tree, which escapes whatever is in it. */
#include "write/svg.h"

#include <stdio.h>
#include <string.h>

static xmlNode *add(xmlNode *parent, const char *name, const char *words)
{
    xmlNode *node = parent ? xmlNewChild(parent, NULL, BAD_CAST name, NULL) : NULL;
    if (node && words)
        xmlNodeAddContent(node, BAD_CAST words);
    return node;
}

static void set_number(xmlNode *node, const char *name, int number)
{
    char text[16];
    snprintf(text, sizeof text, "%d", number);
    xmlNewProp(node, BAD_CAST name, BAD_CAST text);
}

/* In steps of the whole, rounded up. */
static int part_of(const struct mirth_canvas *canvas)
{
    int steps = (canvas->part * MIRTH_PART_STEPS + canvas->width - 1) / canvas->width;
    return steps < MIRTH_PART_STEPS ? steps : MIRTH_PART_STEPS;
}

/* How large it is, and its words for those who do not see it; no ids, for a page may hold it twice.
 */
static xmlNode *begin(xmlDoc *doc, const struct mirth_canvas *canvas, bool alone)
{
    xmlNode *svg = xmlNewDocNode(doc, NULL, BAD_CAST "svg", NULL);
    char text[96];
    if (!svg)
        return NULL;
    if (alone)
        xmlNewNs(svg, BAD_CAST "http://www.w3.org/2000/svg", NULL);
    snprintf(text, sizeof text, "0 0 %d %d", canvas->width, canvas->height);
    xmlNewProp(svg, BAD_CAST "viewBox", BAD_CAST text);
    set_number(svg, "width", canvas->width);
    set_number(svg, "height", canvas->height);
    xmlNewProp(svg, BAD_CAST "role", BAD_CAST "img");
    snprintf(text, sizeof text, "picture-%s", canvas->slot);
    if (canvas->part && !alone)
        snprintf(text + strlen(text), sizeof text - strlen(text), " part-%d", part_of(canvas));
    xmlNewProp(svg, BAD_CAST "class", BAD_CAST text);
    add(svg, "title", canvas->title);
    if (canvas->description && *canvas->description)
        add(svg, "desc", canvas->description);
    if (alone && canvas->night)
        add(svg, "style", canvas->night);
    return svg;
}

/* False when memory is out, or the canvas is not balanced. */
static bool draw(xmlNode *under, const struct mirth_canvas *canvas)
{
    xmlNode *at = under;
    for (size_t i = 0; at && i < canvas->count; i++) {
        const struct mirth_stroke *stroke = &canvas->strokes[i];
        switch (stroke->kind) {
        case MIRTH_STROKE_OPEN: at = add(at, stroke->name, NULL); break;
        case MIRTH_STROKE_SET: xmlNewProp(at, BAD_CAST stroke->name, BAD_CAST stroke->value); break;
        case MIRTH_STROKE_WORDS: xmlNodeAddContent(at, BAD_CAST stroke->value); break;
        case MIRTH_STROKE_CLOSE: at = at->parent; break;
        }
    }
    return at && at == under;
}

xmlNode *mirth_svg_node(xmlDoc *doc, const struct mirth_canvas *canvas, bool alone)
{
    xmlNode *svg = begin(doc, canvas, alone);
    if (svg && draw(svg, canvas))
        return svg;
    xmlFreeNode(svg);
    return NULL;
}

xmlNode *mirth_svg_shared(xmlDoc *doc, const struct mirth_canvas *canvas, const char *id,
                          bool first)
{
    xmlNode *svg = begin(doc, canvas, false),
            *drawing = svg ? add(svg, first ? "g" : "use", NULL) : NULL;
    char link[32];
    snprintf(link, sizeof link, "#%s", id);
    if (drawing &&
        xmlNewProp(drawing, BAD_CAST(first ? "id" : "href"), BAD_CAST(first ? id : link)) &&
        (!first || draw(drawing, canvas)))
        return svg;
    xmlFreeNode(svg);
    return NULL;
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && !strcmp(a, b));
}

bool mirth_same_drawing(const struct mirth_canvas *a, const struct mirth_canvas *b)
{
    if (a->count != b->count || a->width != b->width || a->height != b->height)
        return false;
    for (size_t i = 0; i < a->count; i++) {
        const struct mirth_stroke *x = &a->strokes[i], *y = &b->strokes[i];
        if (x->kind != y->kind || !same_text(x->name, y->name) || !same_text(x->value, y->value))
            return false;
    }
    return true;
}

static int write_bytes(void *context, const char *bytes, int len)
{
    struct mirth_buffer *out = context;
    mirth_put(out, bytes, len > 0 ? (size_t)len : 0);
    return out->spent ? -1 : len;
}

bool mirth_svg_file(const struct mirth_canvas *canvas, struct mirth_buffer *out)
{
    xmlDoc *doc = xmlNewDoc(BAD_CAST "1.0");
    xmlNode *svg = doc ? mirth_svg_node(doc, canvas, true) : NULL;
    xmlOutputBuffer *sink = svg ? xmlOutputBufferCreateIO(write_bytes, NULL, out, NULL) : NULL;
    bool ok = sink != NULL;
    if (svg)
        xmlDocSetRootElement(doc, svg);
    if (ok) {
        xmlNodeDumpOutput(sink, doc, svg, 0, 1, "UTF-8");
        xmlOutputBufferWriteString(sink, "\n");
        ok = xmlOutputBufferClose(sink) >= 0 && !out->spent;
    }
    xmlFreeDoc(doc);
    return ok;
}
