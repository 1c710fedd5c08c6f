/* check.h: what a phrasebook must not say, as far as a program can tell. */
#ifndef MIRTH_CHECK_H
#define MIRTH_CHECK_H

#include "phrasebook/book.h"

/* Holds a theme against WRITING.md and the English book, or the English book against its own
 * grammar. Calls say(context, line, message) for each finding, in the order of the file; true
 * where there is none. */
bool mirth_book_check(const struct mirth_book *book, const struct mirth_book *english,
                      void (*say)(void *context, size_t line, const char *message), void *context);

/* The same of a book that is laid over another of its name (`below`; NULL: none): it need not be
 * whole. */
bool mirth_book_check_over(const struct mirth_book *book, const struct mirth_book *english,
                           const struct mirth_book *below,
                           void (*say)(void *context, size_t line, const char *message),
                           void *context);

/* Whether every line of the book can be used: it may be poor, but there is nothing in it that
 * nobody knows, that could never be said or that would do harm. *err is the first such thing. */
bool mirth_book_usable(const struct mirth_book *book, const struct mirth_book *english,
                       const struct mirth_book *below, struct mirth_error *err);

/* Whether a book of somebody's holds nothing that would do harm in an edition: HTML, links, more
 * pieces than a line may have. Needs no English book and is quick. */
bool mirth_book_harmless(const struct mirth_book *book, struct mirth_error *err);

/* ---- the rules, one file each; for check.c ---- */

/* A chapter of a theme. To add one, add a row to the table in check.c. */
struct mirth_chapter {
    const char *name;
    const char *entries; /* the entries it may have; NULL: any */
    const char *english; /* the English book's chapters whose entries it may have too */
    const char *slots;   /* the slots that are given everywhere in it */
    const char *needs;   /* the slot that each of its lines must use, or "" */
    size_t words;        /* the most that a line may have; 0: any number */
    bool faults;         /* `### entry, fault` is an entry too */
};

struct mirth_checker {
    const struct mirth_book *book, *english, *below;
    const struct mirth_chapter *chapter;
    void (*say)(void *context, size_t line, const char *message);
    void *context;
    bool found;
    bool lenient; /* only defects are said */
};

/* What could be better. */
void mirth_finding(struct mirth_checker *c, size_t line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* What cannot be used as it is. */
void mirth_defect(struct mirth_checker *c, size_t line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Whether word is one of the words of list, which are separated by spaces. */
bool mirth_among(const char *list, struct mirth_slice word);

/* Whether the English book's chapter has an entry of that name. */
bool mirth_in_english(const struct mirth_checker *c, const char *chapter, struct mirth_slice name);

/* The patterns of the frame or kind that the line is for, whatever the fault; returns how many. */
size_t mirth_patterns_of(const struct mirth_checker *c, const struct mirth_line *line,
                         const struct mirth_line **first);

/* Whether the line is said at a milestone: `at found`. */
bool mirth_has_milestone(const struct mirth_line *line);

/* Whether the line has that condition: "at opening", "best". */
bool mirth_has_condition(const struct mirth_line *line, const char *condition);

void mirth_check_harm(struct mirth_checker *c, const struct mirth_line *line);
void mirth_check_texts(struct mirth_checker *c);
/* Whether the book has a gag of that name. */
bool mirth_has_gag(const struct mirth_checker *c, struct mirth_slice name);

void mirth_check_prose(struct mirth_checker *c, const struct mirth_line *line);
void mirth_check_slots(struct mirth_checker *c, const struct mirth_line *line);
void mirth_check_conditions(struct mirth_checker *c, const struct mirth_line *line);
void mirth_check_callback(struct mirth_checker *c, const struct mirth_entry *pair);
void mirth_check_fit(struct mirth_checker *c, const struct mirth_line *line);
void mirth_check_manners(struct mirth_checker *c, const struct mirth_line *line);
void mirth_check_twins(struct mirth_checker *c, const struct mirth_entry *entry);
void mirth_check_about(struct mirth_checker *c, const struct mirth_entry *entry);
void mirth_check_size(struct mirth_checker *c);
void mirth_check_gag(struct mirth_checker *c, const struct mirth_entry *gag);
void mirth_check_look(struct mirth_checker *c, const struct mirth_entry *entry);
void mirth_check_drawings(struct mirth_checker *c, const struct mirth_entry *entry);
void mirth_check_patterns(struct mirth_checker *c);
void mirth_check_wordings(struct mirth_checker *c);

#endif
