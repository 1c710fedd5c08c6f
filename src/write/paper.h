/* paper.h: what pages have in common: head, security policy, style sheets, the way to bytes. */
#ifndef MIRTH_WRITE_PAPER_H
#define MIRTH_WRITE_PAPER_H

#include "write/page.h"

/* A document of ours; zero-initialise. */
struct mirth_paper {
    struct mirth_tree tree;          /* its document, and whether memory ran out */
    struct mirth_drawings *drawings; /* what its editions share; NULL: there is one alone */
    struct mirth_buffer css;         /* what is made for this page */
    struct mirth_buffer hash;        /* of the style sheets, for the security policy */
    xmlNode *html, *head, *policy, *title, *body;
};

/* Begins a document: the head, but for the style sheets and the title, and an empty body. */
void mirth_paper_begin(struct mirth_paper *paper);

/* Adds a style sheet, which has that SHA-256 in base64. */
void mirth_paper_style(struct mirth_paper *paper, const char *css, size_t len, const char *sha256);

/* Adds the style sheet paper->css, and the policy that lets nothing else in. */
void mirth_paper_seal(struct mirth_paper *paper);

/* Shows an edition under `parent`, an article: ids get the prefix (NULL: none), headings begin
 * below level `base`. The text of its first heading becomes *title where that is not NULL, its
 * marker the tree's. */
bool mirth_paper_edition(struct mirth_paper *paper, xmlNode *parent,
                         const struct mirth_sheet *sheet, const char *prefix, int base,
                         struct mirth_buffer *title);

/* Appends the document to out and frees it. False: memory ran out, here or before. */
bool mirth_paper_finish(struct mirth_paper *paper, bool ok, struct mirth_buffer *out);

#endif
