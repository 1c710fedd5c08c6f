/* tone.c: what no joke is told about, and whether jokes were told already. */
#include "understand/tone.h"

#include <string.h>

#include "understand/befall.h"

enum {
    ROW = 4096, /* bytes of a row that are read at a time */
    JOKES = sizeof((struct mirth_tone *)NULL)->jokes / sizeof(struct mirth_reason),
    EMOJI_ROWS = 5,
};

static const struct {
    int list, cap;
} levels[] = {{MIRTH_L_REFUSE, -1}, {MIRTH_L_MIRTH_0, 0}, {MIRTH_L_MIRTH_1, 1}};

static void note(struct mirth_tone *tone, int cap, size_t line, struct mirth_slice words)
{
    if (cap > tone->cap)
        return;
    if (cap < tone->cap)
        tone->reason_count = 0;
    tone->cap = cap;
    if (tone->reason_count < sizeof tone->reasons / sizeof *tone->reasons)
        tone->reasons[tone->reason_count++] = (struct mirth_reason){line, words};
}

/* The same word again is no further joke. */
static void note_joke(struct mirth_tone *tone, size_t line, struct mirth_slice words)
{
    for (size_t i = 0; i < tone->joke_count; i++)
        if (mirth_same_nocase(tone->jokes[i].words, words))
            return;
    if (tone->joke_count < JOKES)
        tone->jokes[tone->joke_count++] = (struct mirth_reason){line, words};
}

/* U+1F300 and up. */
static bool has_emoji(struct mirth_slice text)
{
    const char *at;
    while (text.len > 3 && (at = memchr(text.at, '\xf0', text.len - 3)) != NULL) {
        if (at[1] == '\x9f' && (unsigned char)at[2] >= 0x8c)
            return true;
        text = mirth_slice(at + 1, text.len - (size_t)(at + 1 - text.at));
    }
    return false;
}

/* The lists above, and what is allowed after all. */
static struct mirth_set lists_of_tone(void)
{
    struct mirth_set set = {{0}};
    mirth_set_add(&set, MIRTH_L_TONE_ALLOW);
    mirth_set_add(&set, MIRTH_L_PLAYFUL);
    for (size_t k = 0; k < sizeof levels / sizeof *levels; k++)
        mirth_set_add(&set, levels[k].list);
    mirth_befall_begins(&set);
    return set;
}

static struct mirth_slice span_of(const struct mirth_token *tokens, size_t at, size_t len)
{
    const struct mirth_slice first = tokens[at].text, last = tokens[at + len - 1].text;
    return mirth_slice(first.at, (size_t)(last.at + last.len - first.at));
}

/* The words of the list that begin at tokens[at], and how many tokens they are. */
static size_t words_at(const struct mirth_english *e, const struct mirth_token *tokens,
                       size_t count, size_t at, int list, struct mirth_slice *words)
{
    size_t len = mirth_listed_at(e, tokens, count, at, list);
    if (len)
        *words = span_of(tokens, at, len);
    return len;
}

/* "We thought that the site was hacked": what is only thought of is told elsewhere, if it was so.
 */
static bool is_guessed(const struct mirth_english *e, const struct mirth_token *tokens,
                       size_t count, size_t at)
{
    enum { BEFORE = 8 };
    for (size_t i = at; i-- > 0 && i + BEFORE >= at && tokens[i].kind != MIRTH_T_PUNCT;)
        if (mirth_listed_at(e, tokens, count, i, MIRTH_L_GUESS))
            return true;
    return false;
}

/* "No saved data was lost", "to avoid duplicate charges": it did not happen. "Did not prevent a
 * data breach": it did. */
static bool is_denied(const struct mirth_english *e, const struct mirth_token *tokens, size_t at)
{
    enum { BEFORE = 3 };
    size_t denials = 0;
    for (size_t i = at; i-- > 0 && i + BEFORE >= at && tokens[i].kind == MIRTH_T_WORD;)
        denials += mirth_listed(e, tokens[i].word, MIRTH_L_TONE_DENIAL);
    return denials == 1;
}

static size_t read_words(const struct mirth_english *e, struct mirth_tone *tone,
                         const struct mirth_token *tokens, size_t count, size_t at, size_t line)
{
    struct mirth_slice words;
    int cap;
    size_t len = words_at(e, tokens, count, at, MIRTH_L_TONE_ALLOW, &words);
    for (size_t k = 0; !len && k < sizeof levels / sizeof *levels; k++) {
        len = words_at(e, tokens, count, at, levels[k].list, &words);
        if (len &&
            (levels[k].cap < 0 || !(is_denied(e, tokens, at) || is_guessed(e, tokens, count, at))))
            note(tone, levels[k].cap, line, words);
    }
    if (!len && (len = mirth_befall_at(e, tokens, count, at, &cap)) > 0)
        note(tone, cap, line, span_of(tokens, at, len));
    if (!len && (len = words_at(e, tokens, count, at, MIRTH_L_PLAYFUL, &words)) > 0)
        note_joke(tone, line, words);
    return len;
}

static void read_piece(struct mirth_tone_reader *r, struct mirth_slice text, size_t line)
{
    const struct mirth_token *tokens = r->words.tokens;
    size_t len;
    mirth_take_words(r->english, text, &r->words);
    r->story->tone.emoji_rows += has_emoji(text);
    for (size_t i = 0; i < r->words.count; i += len ? len : 1) {
        len = 0;
        if (tokens[i].word && mirth_may_begin(r->english, &r->lists, tokens[i].word))
            len = read_words(r->english, &r->story->tone, tokens, r->words.count, i, line);
    }
}

void mirth_tone_begin(struct mirth_tone_reader *r, const struct mirth_english *english,
                      struct mirth_story *story)
{
    r->english = english;
    r->story = story;
    r->lists = lists_of_tone();
    r->next = r->words.count = 0;
    r->words.of = mirth_slice("", 0);
    story->tone = (struct mirth_tone){.cap = 3};
}

void mirth_tone_up_to(struct mirth_tone_reader *r, size_t row)
{
    for (; r->next <= row; r->next++) {
        const struct mirth_row *at = &r->story->rows[r->next];
        struct mirth_slice text = {r->story->source + at->text.at, at->text.len};
        for (size_t from = 0; from < text.len; from += ROW) {
            size_t len = text.len - from < ROW ? text.len - from : ROW;
            read_piece(r, mirth_slice(text.at + from, len), at->number);
        }
    }
}

void mirth_tone_end(struct mirth_tone_reader *r)
{
    struct mirth_tone *tone = &r->story->tone;
    if (r->story->row_count)
        mirth_tone_up_to(r, r->story->row_count - 1);
    tone->playful = tone->joke_count == JOKES || tone->emoji_rows >= EMOJI_ROWS;
}

void mirth_take_tone(const struct mirth_english *english, struct mirth_story *story)
{
    struct mirth_tone_reader reader;
    mirth_tone_begin(&reader, english, story);
    mirth_tone_end(&reader);
}
