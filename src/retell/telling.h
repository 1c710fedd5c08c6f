/* telling.h: what the steps of retelling share: one edition on its way. */
#ifndef MIRTH_TELLING_H
#define MIRTH_TELLING_H

#include "retell/theme.h"
#include "story.h"
#include "understand/tokens.h"

/* Steps of an explanation that a paragraph is told in, of which more would be a form to fill in;
 * and moments of a timeline that is prose. */
enum { MIRTH_STEPS = 8, MIRTH_MOMENTS = 24 };

/* Lines of ours behind measures: a list of tasks is work, and what is said there reads as a task.
 * --mirth 3 has more. */
enum { MIRTH_ASIDES = 2 };

/* A paragraph of its own begins before the clause, with the label of the English book's step;
 * NULL: without one. */
struct mirth_step {
    size_t clause;
    const struct mirth_entry *step;
};

/* Two lists of the English book's, -1 for none: what says anywhere in a sentence, and at its
 * beginning, that it comes to a step. */
struct mirth_step_lists {
    int within, first;
};

/* Of whom something may be said; who is met is introduced. */
enum { MIRTH_CAST = 12 };

/* A part of the system that is in the story. */
struct mirth_member {
    size_t kind;             /* of the English book's parts */
    const char *entry;       /* its name there: "web-server" */
    struct mirth_slice name; /* the record's first for it: "Nginx" */
    const char *role;        /* what it is in this theme, "the gatekeeper", or NULL */
};

struct mirth_telling {
    struct mirth_story *story;
    const struct mirth_english *english;
    const struct mirth_book *english_book; /* for what is looked up rarely */
    struct mirth_theme *theme;
    struct mirth_theme *wordings;   /* the English book's, told as a theme's lines are */
    struct mirth_slice verb_before; /* of the sentence before, in a wording; "" for its own */
    struct mirth_words *words;  /* of the clause that was asked about last: many lines ask of one */
    struct mirth_words *inside; /* of its code spans and quotations; NULL: nobody asks */
    const struct mirth_options *options;
    uint64_t seed;
    const char
        *fault;      /* as the theme tells it: a kind it has nothing on is of its class; or NULL */
    const char *gag; /* its name, or NULL */
    const char *being; /* its character, or NULL */
    bool by_culprit;   /* who is the guilty part of the record itself */
    const char
        *tale;       /* the entry of `## faults` that holds its fables and their endings; or NULL */
    size_t passed;   /* steps of the hunt that go past the guilty part */
    bool ensemble;   /* the parts of the system are its company: the character has few words */
    bool own_story;  /* of this fault it has a story of its own; of none, a fable of any */
    bool best_story; /* which is the one that tells it best */
    bool tells_itself;                    /* the character is the narrator: "I am a hat" */
    struct mirth_member cast[MIRTH_CAST]; /* in the order in which the record brings them in */
    size_t cast_count;
    struct mirth_slice told_of;            /* the sentence that cast.c was asked about last */
    const struct mirth_member *being_told; /* whom it tells of, or NULL */
    struct mirth_phrasing **beats;         /* by clause number: what the gag does there, or NULL */
    const char **moments;   /* by clause number: the milestone it stands at, or NULL */
    size_t found, restored; /* the clauses that find the fault and end it; SIZE_MAX: none does */
    size_t *first_clause;   /* by part: the number of its first clause */
    size_t clause_total;
    const struct mirth_part *scene_at; /* behind it the fault is shown at work; NULL: nowhere */
    const struct mirth_part *headed;   /* the entry at hand, where it has a headline */
    bool aside;                        /* which stands behind it */
    size_t asides;                     /* lines of ours behind measures, so far */
    struct mirth_step steps[MIRTH_MOMENTS]; /* of the part that was asked for last */
    size_t step_count;
    struct mirth_step_lists step_lists[MIRTH_STEPS]; /* of the book's steps, once they are known */
    bool steps_known;
    const struct mirth_part *stepped; /* that part */
    size_t shape_run;                 /* clauses running that ended in a tag */
    struct mirth_simple *simple;      /* simple.c's, once a sentence was told */
    struct mirth_echoes *echoes;      /* echo.c's, once a line was said */
    struct mirth_remarks *remarks;    /* remark.c's, once one was looked for */
    struct mirth_buffer head;         /* the headline of the entry at hand, in bold */
    struct mirth_buffer trail; /* for --explain: the lines that lost, of the sentence at hand */
    size_t losers, misfits;    /* how many; those of another form of sentence aside */
    struct {
        const char *frame;
        int64_t count;
    } tellings[64];
};

/* Where a line would stand; what its conditions are held against. */
struct mirth_place {
    const struct mirth_part *part;     /* NULL: a block of ours */
    const struct mirth_clause *clause; /* NULL: a block of ours */
    int64_t gap;                       /* minutes since the entry before; -1: unknown */
    int64_t telling;                   /* which telling of its frame this is, from 1 */
    const char *moment;                /* the milestone, or NULL */
    bool faultless;                    /* what was found is not the fault: no line is of it */
    bool vague;                        /* its frame says little: a line needs a word to stand on */
    bool headed;                       /* a headline stands before the entry */
    bool inside;                       /* another sentence of the part's stands behind it */
    bool leaned_on;                    /* the sentence behind it begins with "it" or "this" */
    bool bound;                        /* it begins so itself, or "Assumption:" stands before it */
    bool late;                         /* what its sentence reports is of an hour that is over */
    bool apart;                        /* the line is of a sentence before the part's last one */
};

/* The words of the place's clause, until the next call; none in a block of ours. */
const struct mirth_token *mirth_words_at(const struct mirth_telling *telling,
                                         const struct mirth_place *place, size_t *count);

/* The words inside its code spans and quotations, until the next call. */
const struct mirth_token *mirth_words_inside(const struct mirth_telling *telling,
                                             const struct mirth_place *place, size_t *count);

/* Whether every condition of a phrasing holds there, and how many do. */
bool mirth_holds(const struct mirth_telling *telling, const struct mirth_phrasing *phrasing,
                 const struct mirth_place *place, int *count);

/* echo.c: says a line of ours behind a sentence, once in an edition; and whether a line tells the
 * picture of one that was said so, in much the same words or, behind a measure (`asks`), on the
 * same occasion. */
void mirth_say(struct mirth_telling *telling, struct mirth_phrasing *line);
void mirth_unsay(struct mirth_telling *telling, struct mirth_phrasing *line); /* the last one */
bool mirth_echoes(const struct mirth_telling *telling, const struct mirth_phrasing *line,
                  bool asks);

/* Whether an earlier edition, which the options hold, says the line. */
bool mirth_is_known(const struct mirth_telling *telling, struct mirth_phrasing *phrasing);

/* Reads the milestones off the record, picks the gag that fits and gives out its beats. False:
 * memory is out. */
bool mirth_plan(struct mirth_telling *telling);

/* Whether a character with a story of the fault says nothing at that milestone, or of a sentence of
 * that frame. */
bool mirth_leaves_to_record(const struct mirth_telling *telling, const char *moment);

/* Whether a character's story cannot do without its beat at that milestone: it has to begin, to
 * turn and to end. */
bool mirth_is_story_beat(const char *moment);

/* Takes the character that a gag's paragraph names, `being: the mule`, into the telling; of
 * `being: {culprit:the}` that is the guilty part itself. False: it names none, or none is guilty.
 */
bool mirth_read_being(struct mirth_telling *telling, struct mirth_pool *pool, const char *note);

/* Gives out pairs of lines, the second of which remembers the first, where the plan left room. */
void mirth_plant_callbacks(struct mirth_telling *telling);

/* A line of ours with its slots filled from the record as a whole; `given` ({title} or {heading}'s
 * text) may be empty. False where a slot has nothing to give. */
bool mirth_fill_ours(const struct mirth_telling *telling, const struct mirth_phrasing *phrasing,
                     struct mirth_slice given, struct mirth_buffer *out);

/* A slot of the English book's own sentences, "{moral}", and what to put there. */
struct mirth_slot_text {
    const char *slot;
    struct mirth_slice text;
};

/* framed.c: appends the first line of that entry of its chapter `credit`, with the texts in place
 * of its slots. False, and nothing appended: the book has none. */
bool mirth_put_framed(const struct mirth_telling *telling, const char *entry,
                      const struct mirth_slot_text *slots, size_t count, struct mirth_buffer *out);

/* steps.c: how a long paragraph of prose is told in several, in telling->steps. */
void mirth_find_steps(struct mirth_telling *telling, const struct mirth_part *part);

/* The last sentence of the paragraph that the part's sentence k is told in. */
size_t mirth_piece_end(struct mirth_telling *telling, const struct mirth_part *part, size_t k);

/* Appends a line of ours in italics, as a whole, for behind what is the record's: who skims sees at
 * once which is which. What is stressed in it is not. */
void mirth_put_ours(struct mirth_slice text, struct mirth_buffer *out);

/* The record's sentence in a line of ours that has its {clause}: "The hook was bare: {clause}."
 * False where the sentence is not one to stand inside another, or would lose a word. */
bool mirth_weave(struct mirth_telling *telling, struct mirth_phrasing *line,
                 const struct mirth_place *place, struct mirth_buffer *out);

/* A line of ours, woven where it has a {clause}, else as mirth_fill_ours() does. */
bool mirth_fill_line(struct mirth_telling *telling, struct mirth_phrasing *line,
                     const struct mirth_place *place, struct mirth_slice given,
                     struct mirth_buffer *out);

/* Notes on the clause what decides about any phrasing, for who asks of many. */
void mirth_look_at(const struct mirth_english *english, struct mirth_clause *clause);

/* Whether a phrasing that is open has a place for every word of the clause. */
bool mirth_has_room(const struct mirth_english *english, const struct mirth_phrasing *phrasing,
                    const struct mirth_clause *clause);

/* A clause retold by a phrasing. False where the phrasing would lose a word of it, or has a slot
 * that the clause does not fill. */
bool mirth_fill(const struct mirth_telling *telling, const struct mirth_phrasing *phrasing,
                const struct mirth_clause *clause, struct mirth_buffer *out);

/* The same by a line of the English book's wordings: nothing is in bold, a telegram's thing has its
 * article, and the verb is in the sentence's tense. */
bool mirth_fill_wording(const struct mirth_telling *telling, const struct mirth_phrasing *wording,
                        const struct mirth_clause *clause, struct mirth_buffer *out);

/* Whether the clause's tail can stand as a sentence of its own: its mood ("toll"), and what stands
 * behind the words that join it. NULL: it cannot. */
const char *mirth_joint(const struct mirth_telling *telling, const struct mirth_clause *clause,
                        struct mirth_slice *tail);

/* The theme's emoji for a frame, kind or section, as the options want it; NULL: it has none. */
const char *mirth_emoji_for(const struct mirth_telling *telling, const char *key);

/* An entry that a line may be picked from, and how much better its lines are than others'. */
struct mirth_source {
    const char *chapter, *entry;
    int worth;
};

/* The best unused line of the sources that can stand there and be filled, or NULL; out holds it. */
struct mirth_phrasing *mirth_pick_from(struct mirth_telling *telling,
                                       const struct mirth_source *sources, size_t count,
                                       const struct mirth_place *place, struct mirth_slice given,
                                       struct mirth_buffer *out);

/* The same of one entry. */
struct mirth_phrasing *mirth_pick_ours(struct mirth_telling *telling, const char *chapter,
                                       const char *entry, const struct mirth_place *place,
                                       struct mirth_slice given, struct mirth_buffer *out);

/* How often a frame has been told in this edition. */
int64_t mirth_tellings(const struct mirth_telling *telling, const char *frame);

/* Whether the frame says only that something was done. */
bool mirth_is_vague(const struct mirth_telling *telling, const char *frame);

/* Notes at which sentences the record's milestones are, in telling->moments. */
void mirth_mark_moments(struct mirth_telling *telling);

/* related.c: adds the situations that sentences show by where they stand. Wants the milestones. */
void mirth_mark_related(struct mirth_telling *telling);

/* culprit.c: how many steps of the hunt go past the guilty part. Wants the milestones. */
size_t mirth_count_passed(const struct mirth_telling *telling);

/* Adds what those steps show, where the edition is the culprit's, and hides it elsewhere. */
void mirth_mark_culprit(struct mirth_telling *telling);

/* Whether the situation is one of those, a series that is funnier whole. */
bool mirth_is_of_culprit(const char *situation);

/* Whether it goes before all that the same sentence shows, and before a character's beat at the
 * find: one of the culprit's, or of what was found before. */
bool mirth_leads(const char *situation);

/* The few words that stand before an entry or a measure and say what it is to the story, or NULL:
 * none fit, or it has a label of its own. Then telling->head holds them, and they count as said. */
const struct mirth_phrasing *mirth_headline(struct mirth_telling *telling,
                                            const struct mirth_part *part, int64_t gap);

/* Whether anything of ours may stand behind the part's sentences: who, when and how grave is for
 * the record to say, and what it quotes is another's. */
bool mirth_may_be_answered(const struct mirth_telling *telling, const struct mirth_part *part);

/* Whether it tells what people went through, which is no laughing matter. */
bool mirth_is_of_people(const struct mirth_part *part);

/* "Frisk everything," said the hat: a line of any character's, where the hat is the narrator. Who
 * tells a tale says "I". */
bool mirth_is_beside_itself(const struct mirth_telling *telling, const struct mirth_phrasing *line);

/* What the character would say of the place's sentence: the unused line of the gag's script, or the
 * remark, that fits it best, and how well, above 0. NULL: none fits. */
struct mirth_phrasing *mirth_answer(struct mirth_telling *telling, const struct mirth_place *place,
                                    int *worth);

/* settle.c: what broke, as the theme tells it, where the part (NULL: a block of ours) is of the
 * record that it broke in; NULL in a second one of the file. */
const char *mirth_fault_at(const struct mirth_telling *telling, const struct mirth_part *part);

/* plan.c: whether the faults' entry of that name (NULL: there is none) has a "fable" or a "scene"
 * of the gag's that its readers do not know. */
bool mirth_has_tale(const struct mirth_telling *telling, const char *entry, const char *kind,
                    const char *gag);

/* scene.c: the part behind which the character's scene of the fault stands, where `cause` tells the
 * cause: the last of its section, if all of that explains; NULL where there is no scene, or no
 * place for a block of ours. */
const struct mirth_part *mirth_scene_place(const struct mirth_telling *telling,
                                           const struct mirth_part *cause);

/* Gives the sentences that have no beat the character's answers, the best first and none too close
 * to another line of ours. False: memory is out. */
bool mirth_spread_answers(struct mirth_telling *telling);

/* Whether the plan has a line for a sentence of the part. */
bool mirth_is_answered(const struct mirth_telling *telling, const struct mirth_part *part);

/* How often this frame has been told, this time included. */
int64_t mirth_count_telling(struct mirth_telling *telling, const char *frame);

/* The best unused phrasing of the place's frame that takes every word of its clause, or NULL; out
 * holds the telling. asks: it is a measure; beat: what is said behind it, or NULL. */
struct mirth_phrasing *mirth_pick_told(struct mirth_telling *telling,
                                       const struct mirth_place *place, bool asks,
                                       const struct mirth_phrasing *beat, struct mirth_buffer *out);

/* "quest/told/escalated/2", in the story's pool; NULL when memory is out. */
const char *mirth_line_name(struct mirth_telling *telling, const struct mirth_phrasing *phrasing);

/* The same of a wording: "english/wordings/escalated/2". */
const char *mirth_wording_name(struct mirth_telling *telling, const struct mirth_phrasing *wording);

/* Breaks ties between lines by the record's own words, so that an edit stays local. */
uint64_t mirth_rank_of(const struct mirth_telling *telling, struct mirth_phrasing *phrasing,
                       struct mirth_slice text);

/* Retells one clause into out: the best phrasing that fits, or the clause as it is. Notes on the
 * clause what was taken. number: the clause's number in the telling. */
void mirth_choose(struct mirth_telling *telling, const struct mirth_part *part,
                  struct mirth_clause *clause, size_t number, int64_t gap,
                  struct mirth_buffer *out);

/* What a piece is to the edition, for the length budget (budget.c says which goes when). */
enum mirth_piece_kind {
    MIRTH_FIRM,
    MIRTH_A_TAIL,    /* what a heading says behind the record's words */
    MIRTH_A_TURN,    /* an entry with a beat */
    MIRTH_A_STORY,   /* an entry or a field retold */
    MIRTH_A_PROMISE, /* a measure with a beat */
    MIRTH_A_WITNESS, /* a sentence with a line about what it shows */
    MIRTH_A_ROLE,    /* a sentence with a line about its part of the system */
    MIRTH_A_PROSE,   /* a paragraph retold */
    MIRTH_AN_ASIDE,  /* a measure's aside */
    MIRTH_THE_BOX,
    MIRTH_THE_FABLE,  /* who wants what, and what the fault is to them */
    MIRTH_A_SCENE,    /* the fault at work */
    MIRTH_AN_ENDING,  /* what became of it all */
    MIRTH_A_FAREWELL, /* the closing before the payoff */
    MIRTH_A_MORAL,
    MIRTH_A_CAST, /* who is in the story */
    MIRTH_TITLE_PICTURE,
    MIRTH_LAST_PICTURE,
    MIRTH_MIDDLE_PICTURE,
    MIRTH_AN_OPENER, /* a sentence under a heading */
};

/* Takes the weakest pieces out until the edition is at most one and a half times as long as the
 * record, plus fifty words. */
void mirth_keep_short(struct mirth_telling *telling, struct mirth_retelling *retelling);

/* Makes what stands in an edit's place when the budget takes it back: the record's words, the key
 * facts bold. False: memory is out. */
bool mirth_make_plain(struct mirth_telling *telling, struct mirth_edit *edit);

/* Notes on a part's clauses that the budget took back their telling (plain), or only what stood
 * behind it. */
void mirth_note_loss(struct mirth_telling *telling, struct mirth_part *part, bool plain);

/* Every edit of the edition, in order. False: memory is out. */
bool mirth_lay_out(struct mirth_telling *telling, struct mirth_retelling *retelling);

#endif
