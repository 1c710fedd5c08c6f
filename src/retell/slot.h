/* slot.h: a slot's text on its way into a template: its case, number, article and emphasis. */
#ifndef MIRTH_SLOT_H
#define MIRTH_SLOT_H

#include "retell/telling.h"

/* A template that is being filled. */
struct mirth_filler {
    const struct mirth_telling *telling;
    const struct mirth_phrasing *phrasing;
    const struct mirth_clause *clause; /* NULL: a line of ours */
    struct mirth_slice given;
    struct mirth_buffer *out;
    struct mirth_slice thing; /* a telegram's, which gets an article; len 0: none does */
    bool worded, now;         /* a wording's verbs have forms, [came|comes|come]: of the present */
    bool bold_done;
    bool loose; /* the slot's text comes from elsewhere: its capital may be a sentence's */
};

/* Appends the record's text with the capital that its new place wants. */
void mirth_put_cased(struct mirth_filler *filler, struct mirth_slice text);

/* Appends a text of ours, with a capital where it begins a sentence. */
void mirth_put_raised(struct mirth_buffer *out, const char *text);

/* complete.c: appends the thing of a telegram with the article that it has in a sentence: "lamp",
 * "new hook", "testing" are the lamp, a new hook, and testing. */
void mirth_put_thing(struct mirth_filler *filler, struct mirth_slice thing);

/* Appends a slot's text as the piece's modifiers want it: {what:the}, {what:was}, {who:head}. */
void mirth_put_slot(struct mirth_filler *filler, const struct mirth_piece *piece,
                    struct mirth_slice text);

/* "Web server" in a telegram: a single countable thing, which has an article in a sentence. name:
 * the slot's. */
bool mirth_lacks_article(const struct mirth_filler *filler, struct mirth_slice name,
                         struct mirth_slice text);

#endif
