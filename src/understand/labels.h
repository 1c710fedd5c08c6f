/* labels.h: what stands before a text: "**Duration:**", "Timeline", "1. Root cause:". */
#ifndef MIRTH_LABELS_H
#define MIRTH_LABELS_H

#include "understand/english.h"

struct mirth_label {
    struct mirth_slice name; /* "Duration", without its marks and colon */
    size_t len;              /* bytes up to where the text begins */
    bool whole;              /* nothing follows it on the line */
    bool marked;             /* bold, italic or code */
    bool colon;
};

/* Whether text begins with a label. An emoji, a number ("1.") or a check box may stand before it.
 */
bool mirth_label_at(struct mirth_slice text, struct mirth_label *label);

/* Whether a heading is half a sentence, or tells an event: "The solution involved:", "Root cause
 * identified". */
bool mirth_label_tells(const struct mirth_english *english, struct mirth_slice text);

/* How many bytes of emoji, check box, numbering and space text begins with. */
size_t mirth_decoration(struct mirth_slice text);

/* The canonical section and field that a heading or label names, or NULL: the text itself, what
 * stands before its first bracket, colon or dash, or its longest beginning that is one. */
void mirth_names_of(const struct mirth_english *english, struct mirth_slice text,
                    const char **section, const char **field);
const char *mirth_field_name(const struct mirth_english *english, struct mirth_slice text);

/* The section that the end of a heading names ("#testing chat logs", "The grand resolution"): in a
 * heading of two or three words a word, in one of up to six words several. */
const char *mirth_section_ending(const struct mirth_english *english, struct mirth_slice text);

#endif
