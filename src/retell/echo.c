/* echo.c: a line of ours whose picture this edition has told already behind another sentence, in
 * much the same words or on the same occasion. The opening and the closing are meant to be
 * remembered, and are none. */
#include "retell/telling.h"

#include <string.h>

/* Words of a line that are looked at, those that carry a picture have so many letters or more; and
 * lines of an edition that are remembered. */
enum { WORDS = 12, LETTERS = 4, LINES = 160 };

/* Two lines echo each other that share so many words, and two thirds of the shorter one's. */
enum { FEWEST = 3 };

struct heard {
    const struct mirth_line *line;
    uint32_t words[WORDS];
    size_t count;
};

struct mirth_echoes {
    struct heard lines[LINES];
    size_t count;
};

/* Without the plural's "s": "the horses" are "the horse" of another line. */
static uint32_t hash_word(const char *word, size_t len)
{
    uint32_t hash = MIRTH_WORD_HASH;
    if (len > LETTERS && mirth_lower(word[len - 1]) == 's')
        len--;
    for (size_t i = 0; i < len; i++)
        hash = mirth_word_step(hash, mirth_lower(word[i]));
    return hash;
}

static bool has_heard(const struct heard *h, uint32_t word)
{
    for (size_t i = 0; i < h->count; i++)
        if (h->words[i] == word)
            return true;
    return false;
}

static bool is_name(const struct mirth_telling *t, const char *word, size_t len)
{
    struct mirth_slice rest = mirth_slice_of(t->being ? t->being : ""), name;
    while (mirth_cut(&rest, ' ', &name))
        if (mirth_same_nocase(name, mirth_slice(word, len)))
            return true;
    return false;
}

/* Its own words, each once; but for the character's name, which most lines have, and for what
 * stands in its slots. */
static struct heard hear(const struct mirth_telling *t, const struct mirth_line *line)
{
    struct heard h = {.line = line};
    const char *text = line->text;
    while (*text && h.count < WORDS) {
        size_t len = 0;
        if (*text == '{')
            text += strcspn(text, "}");
        while (mirth_is_letter(text[len]))
            len++;
        if (len >= LETTERS && !has_heard(&h, hash_word(text, len)) && !is_name(t, text, len))
            h.words[h.count++] = hash_word(text, len);
        text += len ? len : *text != '\0';
    }
    return h;
}

static bool are_alike(const struct heard *a, const struct heard *b)
{
    size_t shared = 0, fewer = a->count < b->count ? a->count : b->count;
    for (size_t i = 0; i < a->count && fewer >= FEWEST; i++)
        shared += has_heard(b, a->words[i]);
    return shared >= FEWEST && shared * 3 >= fewer * 2;
}

/* Of a script's lines for the same occasion a list of measures has one: three tests are no three
 * jokes. What happens twice may have two. */
static bool are_siblings(const struct mirth_line *a, const struct mirth_line *b)
{
    return *a->when && !strcmp(a->chapter, "gags") && !strcmp(b->chapter, "gags") &&
           !strcmp(a->entry, b->entry) && !strcmp(a->when, b->when);
}

bool mirth_echoes(const struct mirth_telling *t, const struct mirth_phrasing *line, bool asks)
{
    const struct heard mine = hear(t, line->line);
    if (mirth_condition(line, MIRTH_C_TELLING) || mirth_condition(line, MIRTH_C_SAID))
        return false; /* one of a series, which remembers the line before it */
    for (size_t i = 0; t->echoes && i < t->echoes->count; i++)
        if (are_alike(&mine, &t->echoes->lines[i]) ||
            (asks && t->options->mirth < 3 && are_siblings(mine.line, t->echoes->lines[i].line)))
            return true;
    return false;
}

void mirth_say(struct mirth_telling *t, struct mirth_phrasing *line)
{
    line->used = true;
    if (!t->echoes)
        t->echoes = mirth_pool_array(&t->story->pool, 1, sizeof *t->echoes);
    if (t->echoes && t->echoes->count < LINES)
        t->echoes->lines[t->echoes->count++] = hear(t, line->line);
}

void mirth_unsay(struct mirth_telling *t, struct mirth_phrasing *line)
{
    line->used = false;
    if (t->echoes && t->echoes->count)
        t->echoes->count--;
}
