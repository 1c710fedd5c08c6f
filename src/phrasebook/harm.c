/* harm.c: what a book of somebody's could do to an edition: HTML, links, lines without end. */
#include <string.h>

#include "phrasebook/check.h"

static bool has_tag(const char *s)
{
    for (; (s = strchr(s, '<')); s++)
        if (mirth_is_alpha(s[1]) || s[1] == '/' || s[1] == '!' || s[1] == '?')
            return true;
    return false;
}

/* Stretches of text and slots, as the retelling cuts them. */
static size_t count_pieces(const char *s)
{
    size_t pieces = 0;
    while (*s) {
        const char *close = *s == '{' ? strchr(s, '}') : NULL;
        s = close ? close + 1 : s + 1 + strcspn(s + 1, "{");
        pieces++;
    }
    return pieces;
}

static size_t count_conditions(const char *when)
{
    struct mirth_slice rest = mirth_slice_of(when), piece;
    size_t n = 0;
    while (mirth_cut(&rest, ',', &piece))
        n++;
    return n;
}

void mirth_check_harm(struct mirth_checker *c, const struct mirth_line *line)
{
    if (has_tag(line->text))
        mirth_defect(c, line->source, "HTML; expected words and light Markdown");
    if (strstr(line->text, "](") || strstr(line->text, "://"))
        mirth_defect(c, line->source, "a link; expected words and light Markdown");
    if (count_pieces(line->text) > MIRTH_LINE_PIECES)
        mirth_defect(c, line->source,
                     "more than %d stretches of text and slots; expected a line "
                     "that can be read aloud",
                     MIRTH_LINE_PIECES);
    if (count_conditions(line->when) > MIRTH_LINE_CONDITIONS)
        mirth_defect(c, line->source, "more than %d conditions; expected fewer",
                     MIRTH_LINE_CONDITIONS);
}

/* What the parser of Markdown lets through; a database may hold anything. */
static bool is_text(const char *s)
{
    size_t len = strlen(s);
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)s[i] < ' ' || s[i] == 0x7f)
            return false;
    return mirth_utf8_fault(s, len) == len;
}

static bool is_name(const char *s)
{
    size_t len = strspn(s, "abcdefghijklmnopqrstuvwxyz-");
    return len && !s[len];
}

static void check_text(struct mirth_checker *c, size_t line, const char *text)
{
    if (!is_text(text))
        mirth_defect(c, line, "bytes that are no text; expected UTF-8 without control characters");
    else if (has_tag(text))
        mirth_defect(c, line, "HTML; expected words and light Markdown");
}

void mirth_check_texts(struct mirth_checker *c)
{
    const struct mirth_book *book = c->book;
    if (!is_name(book->name))
        mirth_defect(c, 0, "a name that is not of a-z and `-`");
    check_text(c, 0, book->caption);
    check_text(c, 0, book->about);
    for (size_t i = 0; i < book->entry_count && !c->found; i++) {
        check_text(c, book->entries[i].source, book->entries[i].chapter);
        check_text(c, book->entries[i].source, book->entries[i].name);
        check_text(c, book->entries[i].source, book->entries[i].note);
    }
    for (size_t i = 0; i < book->count && !c->found; i++) {
        check_text(c, book->lines[i].source, book->lines[i].text);
        check_text(c, book->lines[i].source, book->lines[i].when);
    }
}
