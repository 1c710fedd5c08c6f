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
    MIRTH_NOUN = 32, /* of a word: it is as often a noun ("checks", "release") */
    MIRTH_FINITE = MIRTH_BASE | MIRTH_THIRD | MIRTH_PAST,
};

enum { MIRTH_LISTS = 768, MIRTH_TOPICS = 192, MIRTH_ELEMENTS = 24 };

/* Everything below is found by number, never by address, so that it can be kept in a file and
 * taken from there as it is (image.h). A name is where it stands among the strings; 0 is none. */

/* Lists that hold a word, a bit for each. */
struct mirth_set {
    uint64_t bits[MIRTH_LISTS / 64];
};

static inline void mirth_set_add(struct mirth_set *set, int list)
{
    set->bits[list / 64] |= (uint64_t)1 << (list % 64);
}

static inline bool mirth_set_has(const struct mirth_set *set, int list)
{
    return list >= 0 && (set->bits[list / 64] >> (list % 64) & 1);
}

/* A word may be a form of a few verbs ("found": find, found). */
struct mirth_verb_form {
    uint32_t verb, forms;
};

/* In a phrase, "*": up to so many words of any kind, and no punctuation. */
enum { MIRTH_GAP = 0, MIRTH_GAP_LENGTH = 4 };

/* Of an item of a list; what a gap may cost grows with them. */
enum { MIRTH_ITEM_WORDS = 8 };

/* An item of a list that is several words: `count` words of the English book's `rest` follow. */
struct mirth_phrase {
    int32_t list;
    uint32_t count, rest;
};

/* A word's verbs, phrases and triggers end where those of the word after it begin. */
struct mirth_word {
    uint32_t text, hash;    /* in lower case */
    uint16_t length, forms; /* forms: of any verb */
    uint32_t lists;         /* the set of those that hold it as a whole item */
    uint32_t begins;        /* and of those that hold a phrase that begins with it */
    uint32_t verbs, phrases;
    uint32_t triggers;       /* the patterns to try where it stands */
    uint32_t section, field; /* canonical, where the text is such a heading or label */
};

enum mirth_element_kind { MIRTH_E_WORD, MIRTH_E_LIST, MIRTH_E_VERB, MIRTH_E_SLOT };

/* One element of a pattern. optional > 0: an optional group of so many elements begins here. */
struct mirth_element {
    uint8_t kind, optional, forms;
    uint8_t clausal; /* the slot holds a clause or a verb phrase, not a noun phrase */
    int32_t list;    /* -1: none; MIRTH_NEVER - list: the slot holds none of it */
    uint32_t words;  /* among the choices: words or verbs, 0 ends them */
    uint32_t slot;   /* its name */
};

struct mirth_pattern {
    uint32_t frame; /* its name */
    uint32_t elements, count;
};

enum { MIRTH_NEVER = -2 };

/* What a measure asks for, what broke, or how it came about: recognised by the items of a list. */
struct mirth_topic {
    uint32_t name;
    int32_t list;
    int32_t veto;    /* a list of phrases that mean something else; -1: none */
    int32_t weak;    /* a list of words that name it, and say nothing of its failing; -1: none */
    uint32_t weight; /* 1 for the vague faults and the everyday situations, else 2 */
    uint32_t asks;   /* a situation of measures, and of nothing else: 1 */
};

/* The lists that the stages ask for by name; to add one, name it in english.c too. */
enum mirth_list {
    MIRTH_L_BE,
    MIRTH_L_THE,
    MIRTH_L_PRONOUN,
    MIRTH_L_AUX,
    MIRTH_L_PREPOSITION,
    MIRTH_L_INSIDE,
    MIRTH_L_JOINT,
    MIRTH_L_COORDINATOR,
    MIRTH_L_ADVERB,
    MIRTH_L_NEGATION,
    MIRTH_L_HEDGE,
    MIRTH_L_LEAD,
    MIRTH_L_AGENT,
    MIRTH_L_ADJECTIVE_PP,
    MIRTH_L_PRODUCT,
    MIRTH_L_ACT,
    MIRTH_L_TITLE,
    MIRTH_L_BAD,
    MIRTH_L_MONTH,
    MIRTH_L_WEEKDAY,
    MIRTH_L_ZONE,
    MIRTH_L_UNIT,
    MIRTH_L_DURATION,
    MIRTH_L_STOP,
    MIRTH_L_CATENATIVE,
    MIRTH_L_NO_TITLE,
    MIRTH_L_ABBREVIATION,
    MIRTH_L_COMPONENT,
    MIRTH_L_ISSUE,
    MIRTH_L_TONE_ALLOW,
    MIRTH_L_REFUSE,
    MIRTH_L_MIRTH_0,
    MIRTH_L_MIRTH_1,
    MIRTH_L_PLAYFUL,
    MIRTH_L_BLANK,
    MIRTH_L_TEMPLATE,
    MIRTH_L_CAUSE,
    MIRTH_L_GUESS,
    MIRTH_L_REFLEXIVE,
    MIRTH_L_REASON,
    MIRTH_L_POINTER,
    MIRTH_L_VAGUE,
    MIRTH_L_FLAW,
    MIRTH_L_PERSON,
    MIRTH_L_DANGLER,
    MIRTH_L_STANDS,
    MIRTH_L_BARE,
    MIRTH_L_COUNT_NOUN,
    MIRTH_L_ANAPHOR,
    MIRTH_L_COMPOUND,
    MIRTH_L_TAKES_TO,
    MIRTH_L_SPAN,
    MIRTH_L_NO_SPAN,
    MIRTH_L_APOLOGY,
    MIRTH_L_HANDOVER,
    MIRTH_L_PERFECT,
    MIRTH_L_STATEMENT,
    MIRTH_L_COMPLAINT,
    MIRTH_L_CONDITION,
    MIRTH_L_HARMED,
    MIRTH_L_BEFELL,
    MIRTH_L_DONE_TO,
    MIRTH_L_PRIVATE,
    MIRTH_L_EXPOSED,
    MIRTH_L_DISMISSED,
    MIRTH_L_KEPT,
    MIRTH_L_GONE,
    MIRTH_L_PREDICATE,
    MIRTH_L_MEASURE_NOUN,
    MIRTH_L_MONEY,
    MIRTH_L_MISLAID,
    MIRTH_L_LOSING,
    MIRTH_L_BELONGINGS,
    MIRTH_L_SELF,
    MIRTH_L_TOLD_IMPACT,
    MIRTH_L_PEOPLE,
    MIRTH_L_NO_FIX,
    MIRTH_L_STOPGAP,
    MIRTH_L_LEANING,
    MIRTH_L_NO_IMPACT,
    MIRTH_L_BEFORE_NAME,
    MIRTH_L_SO_THAT,
    MIRTH_L_TONE_DENIAL,
    MIRTH_L_COURTESY,
    MIRTH_L_TO_BE,
    MIRTH_L_WHEN_NOUN,
    MIRTH_L_TAKEN_AS,
    MIRTH_L_TRANSITIVE,
    MIRTH_L_ENDING,
    MIRTH_L_BEGINNING,
    MIRTH_L_REPORTED,
    MIRTH_L_NO_CHANGE,
    MIRTH_L_CALM_WORD,
    MIRTH_L_TIME_OPENER,
    MIRTH_L_FIX_WORD,
    MIRTH_L_ASSURANCE,
    MIRTH_L_VAGUE_THING,
    MIRTH_L_AMOUNT,
    MIRTH_L_ALARM,
    MIRTH_L_SOMEBODY,
    MIRTH_L_CAUSING_FRAME,
    MIRTH_L_RESTARTING_FRAME,
    MIRTH_L_VAGUE_FIX,
    MIRTH_L_DOING_FRAME,
    MIRTH_L_TO_MEND,
    MIRTH_L_BY_WHICH,
    MIRTH_L_MENDED_FRAME,
    MIRTH_L_SURE_FRAME,
    MIRTH_L_NEWS,
    MIRTH_L_CLEARED,
    MIRTH_L_RELIEF,
    MIRTH_L_DATE_WORD,
    MIRTH_L_OWN_DOING,
    MIRTH_L_GOES_ON,
    MIRTH_L_DENIAL,
    MIRTH_L_AFTERWARDS,
    MIRTH_L_TOLD_STATE,
    MIRTH_L_COPULAR,
    MIRTH_L_TROUBLE_SIGN,
    MIRTH_L_OTHER_SENSE,
    MIRTH_L_FIX_VERB,
    MIRTH_L_IN_VAIN,
    MIRTH_L_GEAR,
    MIRTH_L_ERGATIVE,
    MIRTH_L_VOCABULARY,
    MIRTH_L_MENDING,
    MIRTH_L_ACCOMPLISHED,
    MIRTH_L_AGENT_MARK,
    MIRTH_L_INFINITIVE_MARK,
    MIRTH_L_THAT,
    MIRTH_L_WHOLE_MARK,
    MIRTH_L_AND_OR,
    MIRTH_L_SOFT_JOINT,
    MIRTH_L_NOW,
    MIRTH_L_RELATIVE,
    MIRTH_L_CLAUSE_STOP,
    MIRTH_L_UNDER_WAY,
    MIRTH_L_QUANTITY,
    MIRTH_L_COMPANION,
    MIRTH_L_CLOCK_WORD,
    MIRTH_L_TIME_JOINT,
    MIRTH_L_EXPLETIVE,
    MIRTH_L_LABEL_VERB,
    MIRTH_L_LABEL_FINDING,
    MIRTH_L_LABEL_CLAUSE,
    MIRTH_L_LABEL_END,
    MIRTH_L_VALUE_HEADING,
    MIRTH_L_TITLE_KEY,
    MIRTH_L_ADDITIVE,
    MIRTH_L_TURN,
    MIRTH_L_PURPOSE,
    MIRTH_L_NUMBERED,
    MIRTH_L_FIXING,
    MIRTH_L_CLOSING_LINE,
    MIRTH_L_MODAL,
    MIRTH_L_TRAILING,
    MIRTH_L_MEANS,
    MIRTH_L_VERB_TAIL,
    MIRTH_L_BARE_PRONOUN,
    MIRTH_L_OBJECT_FORM,
    MIRTH_L_SUBJECT_FORM,
    MIRTH_L_PLURAL_NOUN,
    MIRTH_L_SINGULAR_NOUN,
    MIRTH_L_PORTION,
    MIRTH_L_ALL_OF,
    MIRTH_L_PLURAL_WORD,
    MIRTH_L_SINGULAR_WORD,
    MIRTH_L_AN_WORD,
    MIRTH_L_KEEPS_CAPITAL,
    MIRTH_L_ARTICLE,
    MIRTH_L_SUBCLAUSE,
    MIRTH_L_UNREAL,
    MIRTH_L_HANGING,
    MIRTH_L_PARTICLE,
    MIRTH_L_VOICE_I,
    MIRTH_L_VOICE_WE,
    MIRTH_L_BECAUSE,
    MIRTH_L_NAMING,
    MIRTH_L_OF_A_DEED,
    MIRTH_L_ECHO,
    MIRTH_L_HALF_SAID,
    MIRTH_L_MENDING_FRAME,
    MIRTH_L_CHANGING_FRAME,
    MIRTH_L_RESULT,
    MIRTH_L_LACK,
    MIRTH_L_BESIDE_CAUSE,
    MIRTH_L_KEPT_COPY,
    MIRTH_L_MESSAGE_WORD,
    MIRTH_L_ROUGHLY,
    MIRTH_L_USED_BY,
    MIRTH_L_FINDING_WORD,
    MIRTH_L_CULPRIT_WORD,
    MIRTH_L_KNOWN
};

extern const char *const mirth_known_lists[MIRTH_L_KNOWN];

struct mirth_english {
    struct mirth_buffer own;        /* the image, where it is not the book's */
    const struct mirth_word *words; /* words[0] is nobody; words[word_count] ends the last */
    size_t word_count;
    const uint32_t *table; /* open addressing, a power of two */
    size_t table_size;
    const struct mirth_set *sets;
    const struct mirth_verb_form *verbs;
    const struct mirth_phrase *phrases;
    const uint32_t *rest, *triggers, *choices;
    const struct mirth_pattern *patterns;
    const struct mirth_element *elements;
    const uint32_t *lists; /* their names */
    size_t list_count;
    const struct mirth_topic *asked, *faults, *situations, *parts;
    size_t asked_count, fault_count, situation_count, part_count; /* at most MIRTH_TOPICS each */
    struct mirth_set of_faults, of_situations, of_parts;          /* all their lists */
    const char *strings;
};

/* Makes the book ready: takes the image that was kept with it, or compiles its lines where there is
 * none that fits. NULL and *err ("english.md:LINE: ...") where a pattern cannot be read. A book
 * from a shelf must outlive it. Free with mirth_english_free(). */
struct mirth_english *mirth_english_new(const struct mirth_book *book, struct mirth_error *err);

/* The same from the image alone; NULL where none fits (or memory is out). */
struct mirth_english *mirth_english_kept(const struct mirth_book *book);

/* The chapters that an image holds all of: who has one can do without them. */
#define MIRTH_COMPILED "lists|sections|fields|verbs|told|asked|faults|situations|parts|tone"
void mirth_english_free(struct mirth_english *english);

/* Compiles the book and keeps the image with it, for mirth_shelf_build(). */
bool mirth_english_prepare(struct mirth_book *book, struct mirth_error *err);

/* The word's number, ignoring ASCII case; 0 where the book does not have it. */
uint32_t mirth_word(const struct mirth_english *english, struct mirth_slice text);

/* The hash that words are found by: FNV-1a, 32 bits, of the text in lower case; and the word that
 * has it. A tokeniser has it ready when it knows where a word ends. */
#define MIRTH_WORD_HASH 2166136261U
static inline uint32_t mirth_word_step(uint32_t hash, char lower)
{
    return (hash ^ (unsigned char)lower) * 16777619U;
}
uint32_t mirth_word_hash(struct mirth_slice text);
uint32_t mirth_word_at(const struct mirth_english *english, struct mirth_slice text, uint32_t hash);

/* The number of a list by its name, or -1. */
int mirth_list(const struct mirth_english *english, const char *name);

/* A name; NULL for 0. */
static inline const char *mirth_string(const struct mirth_english *english, uint32_t at)
{
    return at ? english->strings + at : NULL;
}

/* Whether the word alone is an item of the list. */
static inline bool mirth_listed(const struct mirth_english *english, uint32_t word, int list)
{
    return mirth_set_has(&english->sets[english->words[word].lists], list);
}

/* The same of a text that is no token yet. */
static inline bool mirth_lists(const struct mirth_english *english, int list,
                               struct mirth_slice text)
{
    return mirth_listed(english, mirth_word(english, text), list);
}

/* Whether an item of one of the lists may begin with the word: one look spares most words more. */
static inline bool mirth_may_begin(const struct mirth_english *english,
                                   const struct mirth_set *lists, uint32_t number)
{
    const struct mirth_word *word = &english->words[number];
    const struct mirth_set *alone = &english->sets[word->lists];
    const struct mirth_set *first = &english->sets[word->begins];
    uint64_t met = 0;
    for (size_t i = 0; i < MIRTH_LISTS / 64; i++)
        met |= (alone->bits[i] | first->bits[i]) & lists->bits[i];
    return met != 0;
}

#endif
