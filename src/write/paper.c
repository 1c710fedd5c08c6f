/* paper.c: what pages have in common: head, security policy, style sheets, the way to bytes */
#include "write/paper.h"

#include <libxml/HTMLtree.h>

#include "base/sha256.h"

static xmlNode *add_meta(struct mirth_paper *paper, const char *key, const char *name,
                         const char *content)
{
    xmlNode *meta = mirth_node(&paper->tree, paper->head, "meta");
    mirth_tree_attribute(&paper->tree, meta, key, name);
    mirth_tree_attribute(&paper->tree, meta, "content", content);
    return meta;
}

void mirth_paper_begin(struct mirth_paper *paper)
{
    struct mirth_tree *tree = &paper->tree;
    tree->doc = htmlNewDocNoDtD(NULL, NULL);
    paper->html = tree->doc ? xmlNewDocNode(tree->doc, NULL, BAD_CAST "html", NULL) : NULL;
    tree->spent = !paper->html;
    if (tree->spent)
        return;
    xmlDocSetRootElement(tree->doc, paper->html);
    tree->doc->dict = xmlDictCreate(); /* the few names of elements, each once; may be NULL */
    mirth_tree_attribute(tree, paper->html, "lang", "en");
    paper->head = mirth_node(tree, paper->html, "head");
    mirth_tree_attribute(tree, mirth_node(tree, paper->head, "meta"), "charset", "utf-8");
    add_meta(paper, "name", "viewport", "width=device-width, initial-scale=1");
    paper->policy = add_meta(paper, "http-equiv", "Content-Security-Policy", NULL);
    add_meta(paper, "name", "referrer", "no-referrer");
    add_meta(paper, "name", "color-scheme", "light dark");
    paper->title = mirth_node(tree, paper->head, "title");
    paper->body = mirth_node(tree, paper->html, "body");
}

void mirth_paper_style(struct mirth_paper *paper, const char *css, size_t len, const char *sha256)
{
    mirth_say(&paper->tree, mirth_node(&paper->tree, paper->head, "style"), mirth_slice(css, len));
    mirth_put_text(&paper->hash, " 'sha256-");
    mirth_put_text(&paper->hash, sha256);
    mirth_put_text(&paper->hash, "'");
}

/* Nothing runs and nothing is fetched but pictures that lie beside the page; the style sheets are
 * known by their hashes. */
void mirth_paper_seal(struct mirth_paper *paper)
{
    struct mirth_buffer hash = {0}, policy = {0};
    mirth_put_sha256(&hash, mirth_buffer_slice(&paper->css));
    if (!hash.spent && !paper->css.spent)
        mirth_paper_style(paper, paper->css.at, paper->css.len, hash.at);
    mirth_put_text(&policy, "default-src 'none'; img-src 'self' file:; style-src");
    mirth_put_slice(&policy, mirth_buffer_slice(&paper->hash));
    mirth_put_text(&policy, "; base-uri 'none'; form-action 'none'");
    paper->tree.spent |= hash.spent || paper->css.spent || policy.spent || paper->hash.spent;
    if (!paper->tree.spent)
        mirth_tree_attribute(&paper->tree, paper->policy, "content", policy.at);
    mirth_buffer_free(&hash);
    mirth_buffer_free(&policy);
}

static int write_bytes(void *context, const char *bytes, int len)
{
    struct mirth_buffer *out = context;
    mirth_put(out, bytes, len > 0 ? (size_t)len : 0);
    return out->spent ? -1 : len;
}

static bool serialise(struct mirth_paper *paper, struct mirth_buffer *out)
{
    struct mirth_tree *tree = &paper->tree;
    xmlOutputBuffer *sink = xmlOutputBufferCreateIO(write_bytes, NULL, out, NULL);
    if (!sink)
        return false;
    xmlOutputBufferWriteString(sink, "<!DOCTYPE html>\n");
    if (tree->marker) {
        htmlNodeDumpFormatOutput(sink, tree->doc, tree->marker, NULL, 0);
        xmlOutputBufferWriteString(sink, "\n");
    }
    htmlNodeDumpFormatOutput(sink, tree->doc, paper->html, NULL, 0);
    xmlOutputBufferWriteString(sink, "\n");
    return xmlOutputBufferClose(sink) >= 0 && !out->spent;
}

bool mirth_paper_finish(struct mirth_paper *paper, bool ok, struct mirth_buffer *out)
{
    ok = ok && !paper->tree.spent && serialise(paper, out);
    xmlFreeNode(paper->tree.marker);
    xmlFreeDoc(paper->tree.doc);
    mirth_buffer_free(&paper->css);
    mirth_buffer_free(&paper->hash);
    return ok;
}
