/* story.h: the nouns that every stage shares: story, line, part, clause, fact, edit. */
#ifndef MIRTH_STORY_H
#define MIRTH_STORY_H

#include "base/error.h"
#include "base/pool.h"
#include "base/text.h"

struct mirth_book;
struct mirth_line;
struct mirth_english;

/* Bytes of the story's source. */
struct mirth_span {
    size_t at, len;
};

/* ---- read: where the text is ---- */

enum mirth_block { MIRTH_PARAGRAPH, MIRTH_HEADING, MIRTH_TABLE, MIRTH_OPAQUE };

/* One physical line of a leaf block. Opaque ones (code, HTML blocks, rules, front matter) are
 * never touched. */
struct mirth_row {
    struct mirth_span text; /* without what its containers put in front, and without its end */
    size_t number;          /* from 1 */
    enum mirth_block block;
    uint8_t level; /* a heading's 1 to 6; 0 else */
    uint8_t depth; /* how many lists it is in */
    bool first;    /* the first line of its block */
    bool item;     /* the first line of a list item */
    bool ordered;  /* that list is numbered */
    bool quoted;   /* in a block quotation, with its `>` */
    bool lazy;     /* in a block quotation, and goes without */
    bool html;     /* in an HTML block: emphasis there needs tags, not asterisks */
};

/* ---- understand: what it says ---- */

enum mirth_kind {
    MIRTH_TITLE,
    MIRTH_SECTION,
    MIRTH_FIELD,
    MIRTH_EVENT,
    MIRTH_MEASURE,
    MIRTH_PROSE,
};

/* "event" */
const char *mirth_kind_name(enum mirth_kind kind);

enum mirth_fact_kind {
    MIRTH_FACT_DATE,
    MIRTH_FACT_TIME,
    MIRTH_FACT_DURATION,
    MIRTH_FACT_PERCENTAGE,
    MIRTH_FACT_NUMBER,
    MIRTH_FACT_VERSION,
    MIRTH_FACT_HOST,
    MIRTH_FACT_URL,
    MIRTH_FACT_CODE,
    MIRTH_FACT_QUOTE,
    MIRTH_FACT_LINK,
    MIRTH_FACT_NAME,
    MIRTH_FACT_KINDS
};

/* Something that an edition must hold unaltered and in its place. */
struct mirth_fact {
    size_t line;
    enum mirth_fact_kind kind;
    struct mirth_slice text;
};

/* The most that a pattern of the English book may have. */
enum { MIRTH_SLOTS = 4 };

/* A sentence shows one or two situations that everybody on call has met; more are not looked for.
 */
enum { MIRTH_SHOWN = 4 };

struct mirth_slot {
    const char *name; /* "who", owned by the English book; NULL ends the list */
    struct mirth_slice text;
};

/* A sentence of a part. Its slices point into the part's flat text. */
struct mirth_clause {
    struct mirth_slice text;   /* without the space around it, with its final punctuation */
    struct mirth_slice body;   /* without the final punctuation */
    struct mirth_slice lead;   /* before the main clause, without the comma; len 0: none */
    struct mirth_slice main;   /* the main clause, to the end of body */
    const char *frame;         /* "escalated", or NULL */
    struct mirth_slice rest;   /* what the frame left over, with the space or comma before it */
    struct mirth_slice adverb; /* beside the verb; len 0: none */
    struct mirth_slot slots[MIRTH_SLOTS];
    struct mirth_slice verb;    /* of a telegram ("Lamp replaced", "Replaced the lamp"), or none */
    bool shared;                /* rest goes on with a verb that has the same subject */
    bool present;               /* the frame's verb is in the present tense */
    uint8_t shows[MIRTH_SHOWN]; /* situations, by their numbers in the English book; 0: no more */
    unsigned traits;            /* retell's: what mirth_look_at() saw; 0: nobody looked */
    bool now;                   /* of an entry, in a timeline told as happening: "the bell rings" */
    /* what retell made of it, for -w json; owned by the story's pool */
    const char *phrasing;      /* "quest/told/escalated/2", or NULL */
    struct mirth_slice worded; /* the sentence with another verb, without its stop; len 0: none */
    const char *wording;       /* of the English book: "english/wordings/escalated/2", or NULL */
    const char *headline;      /* the line of ours before its entry, or NULL */
    const char *said;          /* the line of ours behind it: "quest/gags/mule/7", or NULL */
    const char *retold;        /* NULL: as it is */
    size_t bare_len;           /* of the telling without the line behind it, or its own tag */
    size_t head_len;           /* of the headline at the telling's start, its space included */
    bool raised;               /* the headline made the sentence begin with a capital */
    bool completed;            /* told plainly, in more words than its own: a telegram */
    bool tagged;               /* the phrasing is the sentence itself, and a tag */
    const char *why;           /* for --explain: the lines that were taken and that lost, or NULL */
    bool dropped;              /* what was taken went again, for length */
};

struct mirth_part {
    enum mirth_kind kind;
    const char *name; /* canonical ("timeline", "duration"); an event's time as written */
    size_t line;
    size_t row, rows;        /* the story's rows that it stands on */
    struct mirth_span label; /* "**3:30 PM (WAT):**" with its mark-up; len 0: none */
    struct mirth_span text;  /* what may be retold, from its first to its last byte */
    struct mirth_slice flat; /* the text on one line: a line end and what follows it is a space */
    const char *section;     /* canonical name of the section it stands in, or "" */
    const char *field;       /* canonical name of the label that governs it, or NULL */
    struct mirth_slice time; /* an event's time as written; len 0: none */
    struct {
        int year, month, day; /* 0: not said */
        int minute;           /* of the day; -1: not said */
        bool broken;          /* it cannot be: "17:59 PM" */
    } when;
    int64_t minutes; /* that time in minutes since an origin of the record's; -1: unknown */
    char iso[32];    /* "2024-01-28T15:30", as much of it as is known; "" */
    bool quiet;      /* in the front matter: found, never edited */
    bool cell;       /* the text is a table's cell: one line, no pipe */
    struct mirth_clause *clauses;
    size_t clause_count;
};

/* What the retelling found out about the record as a whole. */
struct mirth_digest {
    const char *fault;            /* "disk-full", or NULL */
    struct mirth_slice component; /* "load balancer": the guilty part in short, or none */
    struct mirth_slice culprit; /* what the cause finds guilty: the component, or "typo", or none */
    struct mirth_slice cause;   /* the root cause as a noun phrase, or none */
    size_t parts;               /* of the file's first record, which all this is of */
    int64_t extent;             /* minutes from the first event to the last; -1: unknown */
    struct mirth_slice length;  /* the stated length, where no two times say it too; len 0: none */
    int64_t lasted;             /* minutes of the outage: as stated, else its extent; -1: unknown */
    int64_t stated; /* the same, where the record says it, or both its times do; -1: no */
    int ended;      /* the outage's end as stated, in minutes of the day; -1: it is not */
    const struct mirth_part *title;
    const char **situations; /* their names, by the numbers that clauses show them by, from 0 */
};

/* Why a record is told with less mirth, or not at all. */
struct mirth_reason {
    size_t line;
    struct mirth_slice words;
};

struct mirth_tone {
    int cap; /* the most mirth that is fitting: 0 to 3, -1: it is not to be retold */
    struct mirth_reason reasons[8]; /* of the level that was reached */
    size_t reason_count;
    struct mirth_reason jokes[3]; /* of a record that somebody told for fun before, the first few */
    size_t joke_count, emoji_rows;
    bool playful;
};

struct mirth_story {
    struct mirth_pool pool;
    const char *name;   /* for messages */
    const char *source; /* Markdown: what was read, borrowed, or what became of it (pool) */
    size_t length;
    struct mirth_slice given; /* what was read, as it came; to be passed through unchanged */
    size_t body;              /* where it begins: after a BOM and front matter */
    bool plain;               /* it came as plain text: its headings are the reader's guess */
    bool crlf;                /* its lines end in CR LF */
    struct mirth_row *rows;
    size_t row_count, row_room;
    struct mirth_part *parts;
    size_t part_count, part_room;
    struct mirth_fact *facts;
    size_t fact_count, fact_room;
    struct mirth_digest digest;
    struct mirth_tone tone;
    const char *note; /* why it is not to be retold, or NULL */
};

/* ---- retell: what becomes of it ---- */

/* Replaces span by text (a span of length 0 inserts). Edits are in the order of their spans and
 * do not overlap. */
struct mirth_edit {
    struct mirth_span span;
    const char *text;
    size_t len;
    bool ours;           /* a block of ours, not the record's text retold */
    const char *picture; /* the slot of the picture that it shows, or NULL */
    bool drawn;          /* drawn by us: its words are no words of the edition */
    size_t order;        /* between edits of one place */
    /* for the length budget: what it is (enum mirth_piece_kind), and what can stand there instead:
     * the telling without the lines behind it, the record's text plain */
    unsigned kind, form;
    const char *bare; /* NULL: there is nothing behind it */
    size_t bare_len;
    const char *plain; /* NULL: nothing of ours, the record's own bytes */
    size_t plain_len;
    struct mirth_part *part; /* whose text it retells, or NULL */
};

struct mirth_retelling {
    const char *theme;
    const char *gag; /* its name, or NULL */
    uint64_t seed;
    int mirth;
    struct mirth_edit *edits;
    size_t count, room;
    const struct mirth_line **said; /* the theme's lines that were taken, the budget's losses too */
    size_t said_count;
};

#endif
