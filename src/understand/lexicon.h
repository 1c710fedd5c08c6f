/* lexicon.h: the English book while it is compiled: what grows, before it becomes an image. */
#ifndef MIRTH_LEXICON_H
#define MIRTH_LEXICON_H

#include "understand/english.h"

struct mirth_lexicon_form {
    uint32_t verb;
    unsigned forms;
    struct mirth_lexicon_form *next;
};

/* The words of a list's item after its first. */
struct mirth_lexicon_phrase {
    int list;
    size_t count;
    uint32_t *words;
    struct mirth_lexicon_phrase *next;
};

struct mirth_lexicon_trigger {
    uint32_t pattern;
    struct mirth_lexicon_trigger *next;
};

struct mirth_lexicon_word {
    struct mirth_slice text; /* in lower case */
    uint32_t hash;
    struct mirth_set lists;
    unsigned forms;
    struct mirth_lexicon_form *verbs;
    struct mirth_lexicon_phrase *phrases;
    struct mirth_lexicon_trigger *triggers;
    const char *section, *field;
};

struct mirth_lexicon_element {
    enum mirth_element_kind kind;
    uint8_t optional;
    uint8_t forms;
    int list;        /* -1: none */
    uint32_t *words; /* alternatives, or verbs; 0 ends them */
    const char *slot;
    bool clausal;
};

struct mirth_lexicon_pattern {
    const char *frame;
    struct mirth_lexicon_element *elements;
    size_t count;
};

struct mirth_lexicon_topic {
    const char *name;
    int list, veto, weak; /* -1: none */
    unsigned weight, asks;
};

struct mirth_lexicon_topics {
    struct mirth_lexicon_topic items[MIRTH_TOPICS];
    size_t count;
};

struct mirth_lexicon {
    struct mirth_pool pool;
    struct mirth_lexicon_word *words; /* words[0] is nobody */
    size_t word_count, word_room;
    uint32_t *table; /* open addressing, a power of two */
    size_t table_size;
    const char *list_names[MIRTH_LISTS];
    int list_count;
    char wrong[64]; /* with the line being read; empty: nothing */
    struct mirth_lexicon_pattern *patterns;
    size_t pattern_count, pattern_room;
    struct mirth_lexicon_topics asked, faults, situations, parts;
};

/* Compiles the book. NULL and *err ("english.md:LINE: ...") where a pattern cannot be read. Free
 * with mirth_lexicon_free(). */
struct mirth_lexicon *mirth_lexicon_new(const struct mirth_book *book, struct mirth_error *err);
void mirth_lexicon_free(struct mirth_lexicon *lexicon);

/* The word's number, learned where it is new. 0 only when memory is out. */
uint32_t mirth_lexicon_word(struct mirth_lexicon *lexicon, struct mirth_slice text);

/* The verb of that base form, with its regular forms learned where the book has no others. */
uint32_t mirth_lexicon_verb(struct mirth_lexicon *lexicon, struct mirth_slice base);

/* Learns a line of the chapters `faults`, `situations` and `parts`; of another, nothing. */
void mirth_lexicon_topic(struct mirth_lexicon *lexicon, const struct mirth_book *book,
                         const struct mirth_line *line);

/* The number of a list, made where it is new; -1, and lexicon->wrong, where there are too many. */
int mirth_lexicon_new_list(struct mirth_lexicon *lexicon, const char *name);

/* Adds the items between the commas to the list; of list -1, nothing. */
void mirth_lexicon_items(struct mirth_lexicon *lexicon, int list, const char *text);

/* The number of a list by its name, or -1. */
int mirth_lexicon_list(const struct mirth_lexicon *lexicon, const char *name);

/* Whether the word alone is an item of the list. */
bool mirth_lexicon_listed(const struct mirth_lexicon *lexicon, uint32_t word, int list);

#endif
