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

static void read_row(const struct mirth_english *e, struct mirth_story *story,
                     struct mirth_slice text, size_t line)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_tokens(e, text, tokens), len;
    count = count > MIRTH_TOKENS ? MIRTH_TOKENS : count;
    for (size_t i = 0; i < count; i += len ? len : 1) {
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
    story->tone = (struct mirth_tone){.cap = 3};
    for (size_t i = 0; i < story->row_count; i++) {
        struct mirth_slice text = {story->source + story->rows[i].text.at, story->rows[i].text.len};
        for (size_t at = 0; at < text.len; at += ROW) {
            size_t len = text.len - at < ROW ? text.len - at : ROW;
            read_row(english, story, mirth_slice(text.at + at, len), story->rows[i].number);
        }
    }
}
