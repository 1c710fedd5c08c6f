/* layout.h: one edition's edits as they are laid down: what opening, headings and entries share. */
#ifndef MIRTH_LAYOUT_H
#define MIRTH_LAYOUT_H

#include "retell/telling.h"

struct mirth_layout {
    struct mirth_telling *t;
    struct mirth_retelling *out;
    struct mirth_buffer text;     /* scratch */
    struct mirth_slice component; /* the guilty part's words, without mark-up */
    const char *tailed[32];       /* sections whose heading has its tail */
    size_t tailed_count;
    bool opened, middle, charted;
    bool ended;                 /* the last words are the fable's own */
    bool headed;                /* the record has headings of its own */
    bool drawn;                 /* the next edits are a diagram */
    const char *fable_of;       /* the faults' entry whose fable opens the edition, or NULL */
    const char *picture;        /* the slot of the picture that the next edits show */
    enum mirth_piece_kind kind; /* of the next edits, for the length budget */
};

/* Adds an edit: the text (copied) in place of source[at..at+len). Nothing where text is empty.
 * False: memory is out. */
bool mirth_lay_edit(struct mirth_layout *layout, size_t at, size_t len, struct mirth_slice text,
                    bool ours);

/* Adds a block of ours at a place. False: memory is out. */
bool mirth_lay_block(struct mirth_layout *layout, size_t at, const struct mirth_buffer *text);

/* Past the line that holds `at` and, of a setext heading, past its underline. */
size_t mirth_block_end(const struct mirth_story *story, size_t at);

/* Whether the line after `end` is blank, or there is none. */
bool mirth_blank_follows(const struct mirth_story *story, size_t end);

/* Puts an unused line of ours into layout->text and returns it; moment may be NULL. NULL where none
 * fits. */
const struct mirth_phrasing *mirth_lay_pick(struct mirth_layout *layout, const char *chapter,
                                            const char *entry, const char *moment);

/* A line that shares its paragraph with others: Markdown would run them together. */
bool mirth_is_crowded(const struct mirth_story *story, size_t row);

/* A part that stands in no list, quotation or table: a block of ours may follow it. */
bool mirth_is_flat(const struct mirth_story *story, const struct mirth_part *part);

/* A paragraph of prose, with nothing in front of its lines. */
bool mirth_is_paragraph(const struct mirth_story *story, const struct mirth_part *part);

/* pictures.c: a slot's picture, for the next edit. */
void mirth_put_picture(struct mirth_layout *layout, const char *slot, struct mirth_buffer *out);

/* The timeline's diagram, where one is asked for: under the heading of the timeline (`headed`), or
 * in the opening of a record that has no such heading. */
bool mirth_add_chart(struct mirth_layout *layout, size_t at, bool after_title, bool headed);

/* opening.c: a piece with the white space that sets it off: before it where it follows a title,
 * behind it where it begins the edition. Empties it. */
bool mirth_lay_piece(struct mirth_layout *layout, size_t at, bool after_title,
                     enum mirth_piece_kind kind, struct mirth_buffer *piece);
bool mirth_add_opening(struct mirth_layout *layout, size_t at, bool after_title);

/* closing.c: what stands behind the record. False: memory is out. */
bool mirth_add_closing(struct mirth_layout *layout);

/* anchors.c: once all other edits are there, in their order: an element for each heading that
 * changed, by which a forge finds it under its old address. False: memory is out. */
bool mirth_add_anchors(struct mirth_layout *layout);

/* headings.c: a title into layout->text, for a record that has none in its text: with the one of
 * its front matter, or ours alone. False where there is no line. */
bool mirth_lay_title(struct mirth_layout *layout);
bool mirth_has_headings(const struct mirth_story *story, unsigned level); /* or a higher one */
bool mirth_add_title(struct mirth_layout *layout, const struct mirth_part *part);
bool mirth_add_section(struct mirth_layout *layout, const struct mirth_part *part);

/* entry_text.c: the part's text retold, for the clauses from `number` on; gap: minutes since the
 * entry before, or -1. False: memory is out. */
bool mirth_lay_text(struct mirth_layout *layout, struct mirth_part *part, size_t number,
                    int64_t gap);

/* scene.c: the scene of the fault, behind the part that the plan has chosen for it. False: memory
 * is out. */
bool mirth_add_scene(struct mirth_layout *layout, const struct mirth_part *part);

/* entries.c: entries, labels and tasks on lines of their own, which become a list's items. */
bool mirth_gets_bullet(const struct mirth_story *story, const struct mirth_part *part);

/* entries.c: *before is the minute of the entry before, -1 at first. */
bool mirth_add_line(struct mirth_layout *layout, size_t index, int64_t *before);

/* steps.c: what stands between the sentence `clause` of the part at hand and the one before it: a
 * space, or a new paragraph and its label. */
void mirth_put_joint(struct mirth_telling *telling, size_t clause, struct mirth_buffer *out);

/* The row of the box that a paragraph of the cause's section tells ("why", "fix"), where its label
 * is to stand before it; or NULL. */
const char *mirth_run_in(const struct mirth_telling *telling, const struct mirth_part *part);

#endif
