/* digest.h: what the record says as a whole: what broke, why, for how long. */
#ifndef MIRTH_DIGEST_H
#define MIRTH_DIGEST_H

#include "story.h"
#include "understand/english.h"

/* Fills story->digest from its parts. */
void mirth_digest(const struct mirth_english *english, struct mirth_story *story);

/* Whether the part is one of those that tell the root cause. */
bool mirth_tells_cause(const struct mirth_part *part);

/* "A misleading path: the engineers assume ...": nobody's guess becomes the cause. */
bool mirth_is_guess(const struct mirth_english *english, const struct mirth_part *part,
                    const struct mirth_clause *clause);

/* The root cause as a noun phrase, a slice of the record; empty where it is not said in one, or
 * only guessed at. */
struct mirth_slice mirth_find_cause(const struct mirth_english *english,
                                    const struct mirth_story *story);

/* Whether it names something that goes wrong: "a change" alone explains nothing. */
bool mirth_names_flaw(const struct mirth_english *english, struct mirth_slice text);

/* Parts of a record that are looked at for what broke. */
enum { MIRTH_READ = 400 };

/* Whether the part says what was done about it, and not what it was. */
bool mirth_is_fix(const struct mirth_part *part);

/* How much a mention in the part counts; 0 where it says nothing of what broke. */
unsigned mirth_worth(const struct mirth_part *part);

/* faults.c: the fault's name in the English book, which owns it; NULL: none is told. Wants the
 * digest's parts and cause. */
const char *mirth_find_fault(const struct mirth_english *english, const struct mirth_story *story);

/* The fault that a text of the cause alone speaks for most; NULL: for none. */
const char *mirth_fault_of(const struct mirth_english *english, struct mirth_slice cause);

/* fault_names.c: whether the text says that such a fault happened, and does not only name its
 * things. */
bool mirth_names_firmly(const struct mirth_english *english, struct mirth_slice text,
                        const char *fault);

/* Whether the text names the fault, or the class that it is a kind of. */
bool mirth_speaks_for(const struct mirth_english *english, struct mirth_slice text,
                      const char *fault);

/* The class that the fault is a kind of, by their names: `balancer-uneven` is a kind of `balancer`;
 * NULL: of none. */
const char *mirth_fault_class(const struct mirth_english *english, const char *fault);

/* Whether the sentence names what the record's fault turned out to be: "a memory leak". */
bool mirth_names_fault(const struct mirth_english *english, const struct mirth_story *story,
                       const struct mirth_clause *clause);

/* Whether a message in the sentence, in code or quotation marks, names the fault, or anything else
 * that broke by the record's account of the cause. */
bool mirth_message_tells(const struct mirth_english *english, struct mirth_slice sentence,
                         const char *fault, struct mirth_slice cause);

/* Whether the text names the relay itself, and not "relay connections" or "the relay's clients"
 * only: those are somebody else's. */
bool mirth_names_itself(const struct mirth_english *english, struct mirth_slice text,
                        struct mirth_slice name);

/* Whether the text names the fault by a phrase that holds the name: "no disk space", of a disk. */
bool mirth_calls_fault(const struct mirth_english *english, struct mirth_slice text,
                       const char *fault, struct mirth_slice name);

/* Whether an item of the list stands in the text. */
bool mirth_has_listed(const struct mirth_english *english, struct mirth_slice text, int list);

/* A clause's slot, or an empty slice. */
struct mirth_slice mirth_slot(const struct mirth_clause *clause, const char *name);

/* Whether what stands at that place of the clause is in one of its slots. */
bool mirth_stands_in_slot(const struct mirth_clause *clause, const char *at);

/* A turn of the story, as the English book knows it: the frames that mark it. */
struct mirth_milestone {
    const struct mirth_line *lines;
    size_t count;
};

struct mirth_milestone mirth_milestone(const struct mirth_book *book, const char *name);
bool mirth_marks(struct mirth_milestone milestone, const char *frame); /* NULL marks none */

/* Whether a clause of that frame (or NULL) marks a turn of the story: "found", "restored". The book
 * is the English one. */
bool mirth_is_milestone(const struct mirth_book *book, const char *milestone, const char *frame);

#endif
