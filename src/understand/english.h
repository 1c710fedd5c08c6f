/* english.h: the English book made ready: words, word lists, verb forms and frame patterns. */
#ifndef MIRTH_ENGLISH_H
#define MIRTH_ENGLISH_H

#include "phrasebook/book.h"

enum mirth_form {
    MIRTH_BASE = 1,
    MIRTH_THIRD = 2,
    MIRTH_PAST = 4,
    MIRTH_PARTICIPLE = 8,
    MIRTH_ING = 16,
    MIRTH_FINITE = MIRTH_BASE | MIRTH_THIRD | MIRTH_PAST,
};

enum { MIRTH_LISTS = 128 };

/* A word may be a form of a few verbs ("found": find, found). */
struct mirth_verb_form {
    uint32_t verb;
    unsigned forms;
    struct mirth_verb_form *next;
};

/* The words of a list's item after its first. */
struct mirth_phrase {
    int list;
    size_t count;
    uint32_t *words;
    struct mirth_phrase *next;
};

struct mirth_trigger {
    uint32_t pattern;
    struct mirth_trigger *next;
};

struct mirth_word {
    struct mirth_slice text; /* in lower case */
    uint64_t hash;
    uint64_t lists[MIRTH_LISTS / 64]; /* the lists that hold it as a whole item */
    unsigned forms;                   /* of any verb */
    struct mirth_verb_form *verbs;
    struct mirth_phrase *phrases;
    struct mirth_trigger *triggers;   /* the patterns to try where it stands */
    const char *section, *field;      /* canonical, where the text is such a heading or label */
};

enum mirth_element_kind { MIRTH_E_WORD, MIRTH_E_LIST, MIRTH_E_VERB, MIRTH_E_SLOT };

/* One element of a pattern. optional > 0: an optional group of so many elements begins here. */
struct mirth_element {
    enum mirth_element_kind kind;
    uint8_t optional;
    uint8_t forms;
    int list;            /* -1: none */
    uint32_t *words;     /* alternatives, or verbs; 0 ends them */
    const char *slot;
    bool clausal;        /* the slot holds a clause or a verb phrase, not a noun phrase */
};

struct mirth_pattern {
    const char *frame;
    struct mirth_element *elements;
    size_t count;
    size_t source;       /* line of english.md */
};

/* The lists that the stages ask for by name. */
enum mirth_list {
    MIRTH_L_BE, MIRTH_L_THE, MIRTH_L_PRONOUN, MIRTH_L_AUX, MIRTH_L_PREPOSITION, MIRTH_L_INSIDE,
    MIRTH_L_JOINT, MIRTH_L_COORDINATOR, MIRTH_L_ADVERB, MIRTH_L_NEGATION, MIRTH_L_HEDGE,
    MIRTH_L_LEAD, MIRTH_L_AGENT, MIRTH_L_ADJECTIVE_PP, MIRTH_L_PRODUCT, MIRTH_L_ACT,
    MIRTH_L_TITLE, MIRTH_L_BAD, MIRTH_L_MONTH, MIRTH_L_WEEKDAY, MIRTH_L_ZONE, MIRTH_L_UNIT,
    MIRTH_L_DURATION, MIRTH_L_STOP, MIRTH_L_CATENATIVE, MIRTH_L_NO_TITLE, MIRTH_L_KNOWN
};

struct mirth_english {
    struct mirth_pool pool;
    struct mirth_word *words; /* words[0] is nobody */
    size_t word_count, word_room;
    uint32_t *table;          /* open addressing, a power of two */
    size_t table_size;
    const char *list_names[MIRTH_LISTS];
    int list_count;
    struct mirth_pattern *patterns;
    size_t pattern_count, pattern_room;
    struct {
        const char *name;
        int list;
        unsigned weight; /* of a fault's mentions: 1 for the vague ones, else 2 */
    } asked[32], faults[40];
    size_t asked_count, fault_count;
};

/* Makes the book ready. NULL and *err ("english.md:LINE: ...") where a pattern cannot be read.
 * The book may be freed afterwards. Free with mirth_english_free(). */
struct mirth_english *mirth_english_new(const struct mirth_book *book, struct mirth_error *err);
void mirth_english_free(struct mirth_english *english);

/* The word's number, ignoring ASCII case; 0 where the book does not have it. */
uint32_t mirth_word(const struct mirth_english *english, struct mirth_slice text);

/* As mirth_word, but learns it. 0 only when memory is out. */
uint32_t mirth_learn(struct mirth_english *english, struct mirth_slice text);

/* Whether the word alone is an item of the list. */
bool mirth_listed(const struct mirth_english *english, uint32_t word, int list);

/* The number of a list by its name, or -1. */
int mirth_list(const struct mirth_english *english, const char *name);

#endif
