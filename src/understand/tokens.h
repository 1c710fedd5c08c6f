/* tokens.h: a sentence as words, numbers and things that are never taken apart. */
#ifndef MIRTH_TOKENS_H
#define MIRTH_TOKENS_H

#include "understand/english.h"

enum mirth_token_kind {
    MIRTH_T_WORD,   /* letters: "rolled", "DevOps", "on-call" */
    MIRTH_T_NUMBER, /* holds a digit: "10:00", "60%", "v1.2", "web-01" */
    MIRTH_T_CODE,   /* a code span with its backquotes */
    MIRTH_T_LINK,   /* a link, an image, an address, an HTML tag */
    MIRTH_T_QUOTE,  /* a short quotation with its marks */
    MIRTH_T_PAREN,  /* a parenthesis with its brackets */
    MIRTH_T_MARK,   /* emphasis: **, *, _, ~~ */
    MIRTH_T_PUNCT,
};

struct mirth_token {
    enum mirth_token_kind kind;
    uint32_t word; /* its number in the English book; 0: not there */
    uint32_t hash; /* mirth_word_hash() of a word or number; 0 else */
    struct mirth_slice text;
};

enum { MIRTH_TOKENS = 256 };

/* The token that text (not empty, no space in front) begins with; english may be NULL where the
 * word's number is not needed. */
struct mirth_token mirth_token_at(const struct mirth_english *english, struct mirth_slice text);

/* Splits text into at most MIRTH_TOKENS tokens; returns how many, or MIRTH_TOKENS + 1 where there
 * are more. Linear. */
size_t mirth_tokens(const struct mirth_english *english, struct mirth_slice text,
                    struct mirth_token *tokens);

/* The tokens of a text, or as many as there is room for: whoever asks for those of a text that is
 * part of it need not take it apart again. */
struct mirth_words {
    struct mirth_slice of;
    size_t count;
    struct mirth_token tokens[MIRTH_TOKENS];
};

void mirth_take_words(const struct mirth_english *english, struct mirth_slice text,
                      struct mirth_words *words);

/* One text's tokens, one after another, where they are known from there. */
struct mirth_tokenizer {
    const struct mirth_english *english;
    const struct mirth_token *next, *end; /* known ones */
};

/* known may be NULL, or the tokens of another text. */
struct mirth_tokenizer mirth_tokenizer(const struct mirth_english *english,
                                       const struct mirth_words *known, struct mirth_slice text);

/* As mirth_token_at() has it; rest is what is left of the text. */
struct mirth_token mirth_token_of(struct mirth_tokenizer *t, struct mirth_slice rest);

/* What stands between the marks of a code span, a quotation or parentheses ("`FATAL: too many
 * clients`"); len 0: the token is none. */
struct mirth_slice mirth_token_inside(const struct mirth_token *token);

/* Whether the token's text is a fact: it must be in the edition, unaltered. A word is one where it
 * is a name: a capital inside, or at its start where `inside` says that no sentence begins here. */
bool mirth_token_is_fact(const struct mirth_token *token, bool inside);

/* How many tokens the longest phrase of the list takes that begins at tokens[at]; else 0. */
size_t mirth_phrase_at(const struct mirth_english *english, const struct mirth_token *tokens,
                       size_t count, size_t at, int list);

/* Whether tokens[at] is in the list, and how many tokens the longest such item takes; else 0. */
static inline size_t mirth_listed_at(const struct mirth_english *english,
                                     const struct mirth_token *tokens, size_t count, size_t at,
                                     int list)
{
    const struct mirth_word *word;
    size_t phrase = 0;
    if (at >= count)
        return 0;
    word = &english->words[tokens[at].word];
    if (mirth_set_has(&english->sets[word->begins], list))
        phrase = mirth_phrase_at(english, tokens, count, at, list);
    return phrase ? phrase : mirth_listed(english, tokens[at].word, list);
}

/* The same of all the wanted lists at once, in length[list]; 0 for the others. at < count. */
void mirth_lengths_at(const struct mirth_english *english, const struct mirth_token *tokens,
                      size_t count, size_t at, const struct mirth_set *wanted,
                      uint8_t length[MIRTH_LISTS]);

/* Adds to met those of the wanted lists that have an item among the tokens. */
void mirth_lists_met(const struct mirth_english *english, const struct mirth_token *tokens,
                     size_t count, const struct mirth_set *wanted, struct mirth_set *met);

#endif
