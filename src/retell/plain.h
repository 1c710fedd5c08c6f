/* plain.h: a sentence of the record's in plain English: its words, its verb, its length, its key
 * fact. */
#ifndef MIRTH_PLAIN_H
#define MIRTH_PLAIN_H

#include "retell/telling.h"

/* Appends the record's text with ",," and double spaces mended; code keeps its own. */
void mirth_put_mended(struct mirth_buffer *out, struct mirth_slice text);

/* Appends text with plain words for long ones, as the English book's chapter `plain` has them;
 * code, links and quotations keep theirs. False, and nothing appended: it has none. */
bool mirth_simplify(struct mirth_telling *telling, struct mirth_slice text,
                    struct mirth_buffer *out);

/* Whether text begins with a clause of its own: "clients can load pages". */
bool mirth_begins_clause(const struct mirth_telling *telling, struct mirth_slice text);

/* A sentence of the record's that is long as two or more, where a clause of its own begins. */
void mirth_split_long(const struct mirth_telling *telling, struct mirth_buffer *text);

/* What a skimmer wants of a plain sentence, a slice of it: a field's time, its percentage, the
 * guilty part, what a measure asks for, what an entry is about. Empty where nothing stands out. */
struct mirth_slice mirth_key_of(const struct mirth_telling *telling, const struct mirth_part *part,
                                const struct mirth_clause *clause);

/* tense.c: whether the clause's verb is in the present: "the bell rings". */
bool mirth_is_in_present(const struct mirth_english *english, const struct mirth_clause *clause);

/* Marks the record's entries as told now, where most of those with such a verb, or one in the past,
 * are told so. */
void mirth_mark_tense(const struct mirth_english *english, struct mirth_story *story);

/* wording.c: notes on the clause how it is told with an everyday verb, as the English book's
 * chapter `wordings` has it, and each of those once; or that it is not. */
void mirth_word_anew(struct mirth_telling *telling, const struct mirth_part *part,
                     struct mirth_clause *clause);

/* The thing that a telegram's deed is done to ("Lamp replaced at noon", "Replaced the lamp"), where
 * the clause is one that a sentence can be made of. Empty: it is none. */
struct mirth_slice mirth_telegram_thing(const struct mirth_telling *telling,
                                        const struct mirth_clause *clause);

/* A telegram's clause as a sentence, with the article and the verb to be that it goes without.
 * False: it is none, or would lose something. */
bool mirth_complete(const struct mirth_telling *telling, const struct mirth_clause *clause,
                    struct mirth_buffer *out);

/* Sets the clause's key fact in bold where the text has it. Nothing of an entry with a headline,
 * which is bold already, or of a heading. */
void mirth_embolden(const struct mirth_telling *telling, const struct mirth_part *part,
                    const struct mirth_clause *clause, struct mirth_buffer *text);

/* The clause in plain English, its key fact in bold. */
void mirth_fill_plain(struct mirth_telling *telling, const struct mirth_part *part,
                      const struct mirth_clause *clause, struct mirth_buffer *out);

/* Takes the other text for a telling of the clause where that loses nothing; empties the other. */
void mirth_take_whole(struct mirth_telling *telling, const struct mirth_clause *clause,
                      struct mirth_buffer *other, struct mirth_buffer *text);

/* Plain words for long ones in the clause's telling and, if it parts, short sentences for a long
 * one: each where nothing is lost. */
void mirth_put_plainly(struct mirth_telling *telling, const struct mirth_clause *clause, bool parts,
                       struct mirth_buffer *text);

#endif
