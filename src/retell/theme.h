/* theme.h: a theme's lines: their conditions and, once they are to be said, their templates. */
#ifndef MIRTH_THEME_H
#define MIRTH_THEME_H

#include "phrasebook/book.h"

/* A stretch of a template: literal text, or a slot with its modifiers. */
struct mirth_piece {
    struct mirth_slice text; /* the literal, or the slot's name */
    bool slot, prints;       /* a slot; that prints its text: {what:was} prints another word */
    struct mirth_slice modifiers[3]; /* "the", "cap"; len 0 ends them */
};

enum mirth_condition_kind {
    MIRTH_C_BEST,
    MIRTH_C_WORD,    /* word: sudden|unexpected */
    MIRTH_C_VERB,    /* verb: optimized|tuned */
    MIRTH_C_GAP,     /* gap >= 1h */
    MIRTH_C_LASTED,  /* lasted >= 2h */
    MIRTH_C_WORDS,   /* words <= 12 */
    MIRTH_C_FRAME,   /* frame: suspected|misled */
    MIRTH_C_VOICE,   /* voice: I|we|none */
    MIRTH_C_TELLING, /* telling: 2 */
    MIRTH_C_SAID,    /* said: mask|curtain */
    MIRTH_C_GAG,     /* gag: mule */
    MIRTH_C_FAULT,   /* fault: disk-full|replication */
    MIRTH_C_IN,      /* in: timeline|cause */
    MIRTH_C_WHILE,   /* while: hunt|repair|well */
    MIRTH_C_TAIL,    /* tail: to|none */
    MIRTH_C_AT,      /* at restored */
    MIRTH_C_NEEDS,   /* needs: component */
    MIRTH_C_KEY,     /* `image`, `fable`, `closing`: what kind of line it is */
};

/* A gag's script has a thousand lines, of which a record hears few: these two are kept small. */
struct mirth_condition {
    struct mirth_slice value;          /* after the colon, "at" or the sign */
    struct mirth_alternative *phrases; /* conditions.c's: the alternatives, once asked for */
    int32_t number;                    /* minutes of a time, a count; 0 else */
    uint8_t kind;                      /* enum mirth_condition_kind */
};

struct mirth_phrasing {
    const struct mirth_line *line;
    struct mirth_condition *conditions;
    struct mirth_piece *pieces; /* once it is open, with the last four */
    uint64_t begun;             /* of mirth_rank_of(), its own share; 0: nobody asked */
    uint32_t words;             /* one more than mirth_own_words(), once that was asked */
    uint8_t condition_count, piece_count;
    bool used;                                                     /* this edition has said it */
    enum { MIRTH_NOBODY_ASKED, MIRTH_NEW, MIRTH_KNOWN } known : 2; /* from an earlier edition */
    bool whole : 1, rest : 1, adverb : 1; /* uses {clause}, {rest}, {adv} */
    bool tag : 1;                         /* says something of its own after its last slot */
};

struct mirth_theme {
    struct mirth_pool pool;
    const struct mirth_book *book;
    struct mirth_phrasing **entries; /* by the book's entry, those that were asked for; else NULL */
};

/* Makes a theme of a book, which must outlive it. NULL when memory is out. */
struct mirth_theme *mirth_theme_new(const struct mirth_book *book);
void mirth_theme_free(struct mirth_theme *theme);

/* The phrasings of an entry: the first, and how many. None (and theme->pool.spent) when memory is
 * out. Most of them are only looked at, so their templates are read by mirth_theme_open(). */
size_t mirth_theme_entry(struct mirth_theme *theme, const char *chapter, const char *entry,
                         struct mirth_phrasing **first);

/* Reads the phrasing's template: its pieces and what is said of them. False when memory is out. */
bool mirth_theme_open(struct mirth_theme *theme, struct mirth_phrasing *phrasing);

/* How many words of its own it has. */
size_t mirth_own_words(struct mirth_phrasing *phrasing);

/* The value of a phrasing's condition of that kind, or NULL. */
const struct mirth_condition *mirth_condition(const struct mirth_phrasing *phrasing,
                                              enum mirth_condition_kind kind);

/* Reads the conditions in a text such as "needs: component" into *out; returns how many. */
size_t mirth_read_conditions(struct mirth_pool *pool, const char *text,
                             struct mirth_condition **out);

#endif
