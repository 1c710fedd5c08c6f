/* tone.c: what no joke is told about. */
#include "understand/tone.h"

#include "understand/tokens.h"

enum { ROW = 4096 }; /* bytes of a row that are read at a time */

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

/* The lists above, and what is allowed after all. */
static struct mirth_set lists_of_tone(void)
{
    struct mirth_set set = {{0}};
    mirth_set_add(&set, MIRTH_L_TONE_ALLOW);
    for (size_t k = 0; k < sizeof levels / sizeof *levels; k++)
        mirth_set_add(&set, levels[k].list);
    return set;
}

/* Whether an item of one of the lists may begin with the word: few do. */
static bool may_begin(const struct mirth_english *e, const struct mirth_set *lists, uint32_t number)
{
    const struct mirth_word *word = &e->words[number];
    const struct mirth_set *own = &e->sets[word->lists];
    for (size_t i = 0; i < MIRTH_LISTS / 64; i++)
        if (own->bits[i] & lists->bits[i])
            return true;
    for (uint32_t n = word[0].phrases; n < word[1].phrases; n++)
        if (mirth_set_has(lists, e->phrases[n].list))
            return true;
    return false;
}

static void read_row(const struct mirth_english *e, struct mirth_story *story,
                     const struct mirth_set *lists, struct mirth_slice text, size_t line)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_tokens(e, text, tokens), len;
    count = count > MIRTH_TOKENS ? MIRTH_TOKENS : count;
    for (size_t i = 0; i < count; i += len ? len : 1) {
        len = 0;
        if (!may_begin(e, lists, tokens[i].word))
            continue;
        len = mirth_listed_at(e, tokens, count, i, MIRTH_L_TONE_ALLOW);
        for (size_t k = 0; !len && k < sizeof levels / sizeof *levels; k++) {
            size_t hit = mirth_listed_at(e, tokens, count, i, levels[k].list);
            if (hit) {
                const struct mirth_slice last = tokens[i + hit - 1].text;
                const char *at = tokens[i].text.at;
                note(&story->tone, levels[k].cap, line,
                     mirth_slice(at, (size_t)(last.at + last.len - at)));
                len = hit;
            }
        }
    }
}

void mirth_take_tone(const struct mirth_english *english, struct mirth_story *story)
{
    const struct mirth_set lists = lists_of_tone();
    story->tone = (struct mirth_tone){.cap = 3};
    for (size_t i = 0; i < story->row_count; i++) {
        struct mirth_slice text = {story->source + story->rows[i].text.at, story->rows[i].text.len};
        for (size_t at = 0; at < text.len; at += ROW) {
            size_t len = text.len - at < ROW ? text.len - at : ROW;
            read_row(english, story, &lists, mirth_slice(text.at + at, len), story->rows[i].number);
        }
    }
}
