/* tokens.c: a sentence as words, numbers and things that are never taken apart. */
#include "understand/tokens.h"

#include <string.h>

enum { LONG_QUOTE = 160, LONG_PAREN = 240 };

/* How far a pair of brackets reaches from s[0], itself included; 0 where it does not close. */
static size_t balanced(struct mirth_slice s, char open, char close, size_t longest)
{
    size_t depth = 0;
    for (size_t i = 0; i < s.len && i < longest; i++) {
        if (s.at[i] == open)
            depth++;
        else if (s.at[i] == close && !--depth)
            return i + 1;
    }
    return 0;
}

static size_t code_length(struct mirth_slice s)
{
    size_t ticks = 0;
    while (ticks < s.len && s.at[ticks] == '`')
        ticks++;
    for (size_t i = ticks, run = 0; i <= s.len; i++) {
        if (i < s.len && s.at[i] == '`') {
            run++;
        } else {
            if (run == ticks)
                return i;
            run = 0;
        }
    }
    return ticks;
}

/* `[text](address)`, `![alt](address)`; 0 where it is only a bracket. */
static size_t link_length(struct mirth_slice s)
{
    size_t bang = s.at[0] == '!', text, address;
    if (s.len < bang + 1 || s.at[bang] != '[')
        return 0;
    text = balanced(mirth_slice(s.at + bang, s.len - bang), '[', ']', 1000);
    if (!text || bang + text >= s.len || (s.at[bang + text] != '(' && s.at[bang + text] != '['))
        return 0;
    address = s.at[bang + text] == '('
                  ? balanced(mirth_slice(s.at + bang + text, s.len - bang - text), '(', ')', 2000)
                  : balanced(mirth_slice(s.at + bang + text, s.len - bang - text), '[', ']', 200);
    return address ? bang + text + address : 0;
}

static size_t address_length(struct mirth_slice s)
{
    size_t i = 0;
    if (s.len < 4 || (s.at[1] != 't' && s.at[1] != 'w')) /* which settles "had" and "we" */
        return 0;
    if (!mirth_begins(s, "http://") && !mirth_begins(s, "https://") && !mirth_begins(s, "www."))
        return 0;
    while (i < s.len && !mirth_is_space(s.at[i]) && !strchr("<>\"|", s.at[i]))
        i++;
    while (i && strchr(".,;:!?)'*_", s.at[i - 1]))
        i--;
    return i;
}

static size_t tag_length(struct mirth_slice s)
{
    const char *end;
    if (s.len < 3 || (!mirth_is_alpha(s.at[1]) && s.at[1] != '/' && s.at[1] != '!'))
        return 0;
    end = memchr(s.at, '>', s.len < 1000 ? s.len : 1000);
    return end ? (size_t)(end - s.at) + 1 : 0;
}

static size_t quote_length(struct mirth_slice s)
{
    static const char *const pairs[][2] = {{"\"", "\""}, {"\xe2\x80\x9c", "\xe2\x80\x9d"}};
    for (size_t p = 0; p < 2; p++) {
        size_t open = strlen(pairs[p][0]), close = strlen(pairs[p][1]);
        if (!mirth_begins(s, pairs[p][0]))
            continue;
        for (size_t i = open; i + close <= s.len && i < LONG_QUOTE; i++)
            if (!memcmp(s.at + i, pairs[p][1], close))
                return i + close;
    }
    return 0;
}

/* The semicolon of "R&amp;D". */
static bool closes_reference(struct mirth_slice s, size_t i)
{
    size_t from = i;
    while (from && i - from < 8 && mirth_is_alpha(s.at[from - 1]))
        from--;
    return from && from < i && s.at[from - 1] == '&';
}

/* Bytes that hold a word together where a letter or digit follows. */
static bool joins(struct mirth_slice s, size_t i)
{
    if (i + 1 >= s.len)
        return false;
    switch (s.at[i]) {
    case '\'':
    case '-':
    case '.':
    case '_':
    case '/':
    case ':':
    case '@':
    case '+':
    case '#':
    case '&': return mirth_is_alpha(s.at[i + 1]) || mirth_is_digit(s.at[i + 1]);
    case ',': return i && mirth_is_digit(s.at[i - 1]) && mirth_is_digit(s.at[i + 1]);
    case ';': return closes_reference(s, i);
    default: return false;
    }
}

/* Typographic marks are punctuation although their bytes look like letters' (U+2010 to U+203A). */
static bool is_typographic(struct mirth_slice s, size_t i)
{
    return i + 2 < s.len && s.at[i] == '\xe2' && s.at[i + 1] == '\x80';
}

static bool is_apostrophe(struct mirth_slice s, size_t i)
{
    return is_typographic(s, i) && s.at[i + 2] == '\x99' && i + 3 < s.len &&
           mirth_is_alpha(s.at[i + 3]) && i;
}

/* "@ines", "#12", "$40" */
static bool may_lead(char c)
{
    return c == '@' || c == '#' || c == '$' || c == '+' || c == '~';
}

/* Whether a word goes on at s[i], which is no ASCII letter or digit. */
static bool goes_on(struct mirth_slice s, size_t i)
{
    if (s.at[i] == ' ') /* most words end so */
        return false;
    if (mirth_is_alpha(s.at[i]))
        return !is_typographic(s, i) || is_apostrophe(s, i);
    return (i || may_lead(s.at[0])) && joins(s, i);
}

/* By byte: a letter or digit in lower case, which a word holds wherever it stands; 0 for others. */
static const char folded[256] = "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
                                "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
                                "0123456789"
                                "\0\0\0\0\0\0"
                                "\0"
                                "abcdefghijklmnopqrstuvwxyz"
                                "\0\0\0\0\0"
                                "\0"
                                "abcdefghijklmnopqrstuvwxyz";

struct word {
    size_t length;
    uint32_t hash;
    bool digits;
    bool curly; /* its apostrophe is the typographic one, and the lexicon's is not */
};

enum { CURLY = 3 }; /* bytes of a typographic apostrophe */

static struct word read_word(struct mirth_slice s)
{
    const char *at = s.at, *const end = s.at + s.len;
    uint32_t hash = MIRTH_WORD_HASH;
    char c, letter = 0x40; /* a bit that letters have and digits have not */
    bool curly = false;
    for (;;) {
        for (; at < end && (c = folded[(unsigned char)*at]); at++) {
            letter &= c;
            hash = mirth_word_step(hash, c);
        }
        if (at == end || !goes_on(s, (size_t)(at - s.at)))
            break;
        if (*at == '\xe2' && is_apostrophe(s, (size_t)(at - s.at))) {
            hash = mirth_word_step(hash, '\'');
            at += CURLY;
            curly = true;
            continue;
        }
        hash = mirth_word_step(hash, *at++);
    }
    if (!letter && at > s.at && end - at > 1 && at[0] == ' ' && at[1] == '%')
        at++; /* "5 %" is one number too */
    for (; !letter && at < end && *at == '%'; at++)
        hash = mirth_word_step(hash, '%');
    return (struct word){(size_t)(at - s.at), hash, !letter, curly};
}

/* The word's number in the lexicon, where "didn’t" is written "didn't"; 0: it is not there. */
static uint32_t number_of_curly(const struct mirth_english *e, struct mirth_slice text,
                                uint32_t hash)
{
    char straight[32];
    size_t n = 0;
    for (size_t i = 0; i < text.len && n < sizeof straight; n++) {
        const bool apostrophe = text.at[i] == '\xe2' && is_apostrophe(text, i);
        straight[n] = apostrophe ? '\'' : text.at[i];
        i += apostrophe ? CURLY : 1;
        if (n + 1 == sizeof straight && i < text.len)
            return 0;
    }
    return mirth_word_at(e, mirth_slice(straight, n), hash);
}

static size_t run_length(struct mirth_slice s)
{
    size_t n = 1;
    while (n < s.len && s.at[n] == s.at[0])
        n++;
    return n;
}

/* What is told by its first byte, as far as it is never taken apart; 0 where it is a word or a
 * mark after all. */
static size_t whole_length(struct mirth_slice s, enum mirth_token_kind kind)
{
    switch (kind) {
    case MIRTH_T_CODE: return code_length(s);
    case MIRTH_T_PAREN: return balanced(s, '(', ')', LONG_PAREN);
    case MIRTH_T_QUOTE: return quote_length(s);
    case MIRTH_T_MARK: return run_length(s);
    case MIRTH_T_LINK:
        return s.at[0] == '<'                     ? tag_length(s)
               : s.at[0] == 'h' || s.at[0] == 'w' ? address_length(s)
                                                  : link_length(s);
    default: return 0;
    }
}

/* By first byte: what it may begin that is never taken apart; all others begin a word or a mark. */
static const unsigned char begun[256] = {
    ['`'] = MIRTH_T_CODE, ['('] = MIRTH_T_PAREN, ['"'] = MIRTH_T_QUOTE, [0xe2] = MIRTH_T_QUOTE,
    ['*'] = MIRTH_T_MARK, ['_'] = MIRTH_T_MARK,  ['['] = MIRTH_T_LINK,  ['!'] = MIRTH_T_LINK,
    ['<'] = MIRTH_T_LINK, ['h'] = MIRTH_T_LINK,  ['w'] = MIRTH_T_LINK,
};

/* The token itself in *t; and its length. */
static size_t read_token(const struct mirth_english *english, struct mirth_slice s,
                         struct mirth_token *t)
{
    const enum mirth_token_kind kind = (enum mirth_token_kind)begun[(unsigned char)s.at[0]];
    size_t len = kind ? whole_length(s, kind) : 0;
    struct word word = {.length = 0};
    t->kind = kind;
    t->word = t->hash = 0;
    if (!len) {
        word = read_word(s);
        len = word.length;
        t->kind = !len ? MIRTH_T_PUNCT : word.digits ? MIRTH_T_NUMBER : MIRTH_T_WORD;
    }
    if (word.length) {
        t->hash = word.hash;
        t->word = !english     ? 0
                  : word.curly ? number_of_curly(english, mirth_slice(s.at, len), word.hash)
                               : mirth_word_at(english, mirth_slice(s.at, len), word.hash);
    }
    if (!len)
        len = mirth_utf8_length(s.at[0]);
    t->text = mirth_slice(s.at, len < s.len ? len : s.len);
    return t->text.len;
}

struct mirth_token mirth_token_at(const struct mirth_english *english, struct mirth_slice s)
{
    struct mirth_token t;
    read_token(english, s, &t);
    return t;
}

size_t mirth_tokens(const struct mirth_english *english, struct mirth_slice text,
                    struct mirth_token *tokens)
{
    size_t count = 0;
    for (size_t at = 0; at < text.len;) {
        if (mirth_is_space(text.at[at])) {
            at++;
            continue;
        }
        if (count == MIRTH_TOKENS)
            return MIRTH_TOKENS + 1;
        at += read_token(english, mirth_slice(text.at + at, text.len - at), &tokens[count++]);
    }
    return count;
}

void mirth_take_words(const struct mirth_english *english, struct mirth_slice text,
                      struct mirth_words *words)
{
    size_t count = mirth_tokens(english, text, words->tokens);
    words->of = text;
    words->count = count > MIRTH_TOKENS ? MIRTH_TOKENS : count;
}

/* Backquotes make code by their number, which the text's end may have parted. */
static bool parts_code(struct mirth_slice whole, const char *end)
{
    return end < whole.at + whole.len && *end == '`';
}

struct mirth_tokenizer mirth_tokenizer(const struct mirth_english *english,
                                       const struct mirth_words *known, struct mirth_slice text)
{
    struct mirth_tokenizer t = {.english = english};
    const uintptr_t from = (uintptr_t)text.at, whole = known ? (uintptr_t)known->of.at : 0;
    if (!known || from < whole || from + text.len > whole + known->of.len ||
        parts_code(known->of, text.at + text.len))
        return t;
    t.next = known->tokens;
    t.end = known->tokens + known->count;
    return t;
}

/* A token depends on what follows it and on nothing before: where a text ends sooner than the one
 * whose tokens are known, it is the same if it ends within the text. "www" alone is an address only
 * where a dot and more follow. */
struct mirth_token mirth_token_of(struct mirth_tokenizer *t, struct mirth_slice rest)
{
    const struct mirth_token *next = t->next;
    while (next < t->end && next->text.at < rest.at)
        next++;
    t->next = next;
    if (next < t->end && next->text.at == rest.at && next->text.len <= rest.len &&
        (next->kind != MIRTH_T_LINK || next->text.len > 6))
        return *next;
    return mirth_token_at(t->english, rest);
}

struct mirth_slice mirth_token_inside(const struct mirth_token *token)
{
    const struct mirth_slice text = token->text;
    size_t marks = 0;
    if (token->kind == MIRTH_T_CODE)
        while (marks < text.len && text.at[marks] == '`')
            marks++;
    else if (token->kind == MIRTH_T_QUOTE || token->kind == MIRTH_T_PAREN)
        marks = mirth_utf8_length(text.at[0]);
    return marks && text.len > 2 * marks ? mirth_slice(text.at + marks, text.len - 2 * marks)
                                         : mirth_slice("", 0);
}

bool mirth_token_is_fact(const struct mirth_token *t, bool inside)
{
    if (t->kind != MIRTH_T_WORD)
        return t->kind != MIRTH_T_PUNCT && t->kind != MIRTH_T_MARK;
    if (inside && mirth_is_upper(t->text.at[0]) && t->text.len > 1)
        return true;
    for (size_t i = 1; i < t->text.len; i++)
        if (mirth_is_upper(t->text.at[i]) || t->text.at[i] == '_' || t->text.at[i] == '/')
            return true;
    return t->text.at[0] == '@' || t->text.at[0] == '#';
}
