/* check.h: what a phrasebook must not say, as far as a program can tell. */
#ifndef MIRTH_CHECK_H
#define MIRTH_CHECK_H

#include "phrasebook/book.h"

/* Holds a theme against WRITING.md and the English book, or the English book against its own
 * grammar. Calls say(context, line, message) for each finding, in the order of the file; true
 * where there is none. */
bool mirth_book_check(const struct mirth_book *book, const struct mirth_book *english,
                      void (*say)(void *context, size_t line, const char *message), void *context);

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
    const struct mirth_book *book, *english;
    const struct mirth_chapter *chapter;
    void (*say)(void *context, size_t line, const char *message);
    void *context;
    bool found;
};

void mirth_finding(struct mirth_checker *c, size_t line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Whether word is one of the words of list, which are separated by spaces. */
bool mirth_among(const char *list, struct mirth_slice word);

/* Whether the English book's chapter has an entry of that name. */
bool mirth_in_english(const struct mirth_checker *c, const char *chapter, struct mirth_slice name);

/* Whether the line has that condition: "at opening", "best". */
bool mirth_has_condition(const struct mirth_line *line, const char *condition);

void mirth_check_prose(struct mirth_checker *c, const struct mirth_line *line);
void mirth_check_slots(struct mirth_checker *c, const struct mirth_line *line);
void mirth_check_conditions(struct mirth_checker *c, const struct mirth_line *line);
void mirth_check_callback(struct mirth_checker *c, const struct mirth_entry *pair);
void mirth_check_gag(struct mirth_checker *c, const struct mirth_entry *gag);
void mirth_check_look(struct mirth_checker *c, const struct mirth_entry *entry);
void mirth_check_patterns(struct mirth_checker *c);

#endif
