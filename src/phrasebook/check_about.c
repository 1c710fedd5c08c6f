/* check_about.c: what a book says of itself: author, licence, language, size, what it is best at */
#include <string.h>

#include "phrasebook/check.h"

static const struct mirth_line *find_line(const struct mirth_book *book, const char *entry)
{
    const struct mirth_line *line;
    return book && mirth_book_entry(book, "about", entry, &line) ? line : NULL;
}

/* "en", "pt-BR": letters, and hyphens between them */
static bool is_language(const char *text)
{
    size_t letters = 0, all = 0;
    for (; text[all]; all++) {
        if (text[all] != '-' && !mirth_is_letter(text[all]))
            return false;
        letters = text[all] == '-' ? 0 : letters + 1;
        if ((text[all] == '-' && all < 2) || letters > 8)
            return false;
    }
    return all >= 2 && letters;
}

static void check_language(struct mirth_checker *c, const struct mirth_line *line)
{
    const struct mirth_line *below = find_line(c->below, "language");
    if (!is_language(line->text))
        mirth_defect(c, line->source, "language `%s`; expected a tag such as en or pt-BR",
                     line->text);
    else if (below && strcmp(below->text, line->text) != 0)
        mirth_defect(c, line->source, "language `%s` over a book in `%s`; expected the same",
                     line->text, below->text);
}

static void check_size(struct mirth_checker *c, const struct mirth_line *line)
{
    if (!mirth_book_find(c->english, "sizes", line->text) || !strcmp(line->text, "often"))
        mirth_finding(c, line->source, "size `%s`; expected main or half", line->text);
}

/* `fault: dns|certificate` or `word: sale|launch` */
static void check_best(struct mirth_checker *c, const struct mirth_line *line)
{
    struct mirth_slice rest = mirth_slice_of(line->text), kind = {0}, one;
    bool fault;
    mirth_cut(&rest, ':', &kind);
    fault = mirth_same_text(kind, "fault");
    rest = mirth_trim(rest);
    if ((!fault && !mirth_same_text(kind, "word")) || !rest.len) {
        mirth_defect(c, line->source, "`%s`; expected `fault: NAME|NAME` or `word: WORD|WORD`",
                     line->text);
        return;
    }
    while (fault && mirth_cut(&rest, '|', &one))
        if (!mirth_in_english(c, "faults", one))
            mirth_defect(c, line->source,
                         "unknown fault `%.*s`; expected an entry of the English book's faults",
                         (int)one.len, one.at);
}

void mirth_check_about(struct mirth_checker *c, const struct mirth_entry *entry)
{
    static const char *const needed[] = {"author", "licence", "language"};
    for (size_t n = 0; n < entry->count; n++) {
        const struct mirth_line *line = &c->book->lines[entry->first + n];
        if (*line->when)
            mirth_defect(c, line->source, "a condition `%s` in `about`; expected none", line->when);
        else if (!strcmp(entry->name, "language"))
            check_language(c, line);
        else if (!strcmp(entry->name, "size"))
            check_size(c, line);
        else if (!strcmp(entry->name, "best"))
            check_best(c, line);
    }
    for (size_t i = 0; !*entry->name && i < 3; i++)
        if (!find_line(c->book, needed[i]))
            mirth_finding(c, entry->source,
                          "no `### %s` in `about`; expected author, licence and "
                          "language",
                          needed[i]);
}
