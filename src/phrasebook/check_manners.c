/* check_manners.c: words that have no place in a theme, by the English book's list of them */
#include <string.h>

#include "phrasebook/check.h"

/* Whether the line says the words: as words, whatever their capitals. */
static const char *find_words(const char *text, struct mirth_slice words)
{
    for (const char *s = text; *s; s++) {
        if (s > text && (mirth_is_alpha(s[-1]) || s[-1] == '{' || s[-1] == ':'))
            continue;
        if (strlen(s) < words.len)
            return NULL;
        if (mirth_same_nocase(mirth_slice(s, words.len), words) && !mirth_is_alpha(s[words.len]))
            return s;
    }
    return NULL;
}

static void check_against(struct mirth_checker *c, const struct mirth_line *line,
                          const struct mirth_entry *banned)
{
    for (size_t i = 0; i < banned->count; i++) {
        struct mirth_slice rest = mirth_slice_of(c->english->lines[banned->first + i].text), words;
        while (mirth_cut(&rest, ',', &words))
            if (words.len && find_words(line->text, words))
                mirth_finding(c, line->source, "`%.*s`: %s", (int)words.len, words.at,
                              *banned->note ? banned->note : banned->name);
    }
}

/* The English book's entries of `manners` say what is wrong and what is expected in their notes. */
static void check_words(struct mirth_checker *c, const struct mirth_line *line)
{
    const struct mirth_book *english = c->english;
    const struct mirth_entry *at = mirth_book_find(english, "manners", "");
    const struct mirth_entry *end = english->entries + english->entry_count;
    while (at && ++at < end && *at->name)
        check_against(c, line, at);
}

/* An exclamation mark belongs to somebody who speaks. */
static void check_shouting(struct mirth_checker *c, const struct mirth_line *line)
{
    bool speech = false;
    for (const char *s = line->text; *s; s++) {
        if (!strncmp(s, "“", 3) || (*s == '"' && !speech))
            speech = true;
        else if (!strncmp(s, "”", 3) || *s == '"')
            speech = false;
        else if (*s == '!' && !speech) {
            mirth_finding(c, line->source,
                          "an exclamation mark outside speech; expected a full "
                          "stop");
            return;
        }
    }
}

void mirth_check_manners(struct mirth_checker *c, const struct mirth_line *line)
{
    if (!strcmp(line->chapter, "emoji") || !strcmp(line->chapter, "about"))
        return;
    check_words(c, line);
    check_shouting(c, line);
}
