/* plain_shape.c: what the lines of a plain text are to each other: headings, wraps, drawings. */
#include "read/plain_shape.h"

#include <string.h>

enum { WIDEST = 110, NARROWEST = 40, MARGIN = 15, DEEPEST = 32, TITLE = 110, CENTRED = 12 };

static bool is_blank(const struct mirth_plain_line *line)
{
    return !line->text.len;
}

static size_t length_of(const struct mirth_plain_line *line)
{
    return line->indent + line->text.len;
}

/* Wrapped lines end within a margin of each other, unwrapped ones run on. */
static size_t wrap_width(const struct mirth_plain *p)
{
    size_t widest = 0, wide = 0, filled = 0;
    for (size_t i = 0; i < p->count; i++) {
        size_t n = length_of(&p->lines[i]);
        wide += n > WIDEST;
        if (n <= WIDEST && n > widest)
            widest = n;
    }
    for (size_t i = 0; i < p->count; i++) {
        size_t n = length_of(&p->lines[i]);
        filled += n <= widest && n + MARGIN >= widest;
    }
    return wide * 20 > p->count || filled < 3 || widest < NARROWEST ? 0 : widest;
}

static size_t usual_indent(const struct mirth_plain *p)
{
    size_t seen[DEEPEST] = {0}, best = 0;
    for (size_t i = 0; i < p->count; i++)
        if (!is_blank(&p->lines[i]) && p->lines[i].indent < DEEPEST)
            seen[p->lines[i].indent]++;
    for (size_t i = 0; i < DEEPEST; i++)
        if (seen[i] > seen[best])
            best = i;
    return best;
}

void mirth_plain_measure(struct mirth_plain *p)
{
    p->width = wrap_width(p);
    p->base = usual_indent(p);
    for (size_t i = 1; i < p->count; i++)
        if (p->lines[i].colon && !p->lines[i].mark && is_blank(&p->lines[i - 1]))
            p->spaced = true;
}

static size_t first_word(struct mirth_slice s)
{
    size_t n = 0;
    while (n < s.len && !mirth_is_space(s.at[n]))
        n++;
    return n;
}

/* Whether the next line's first word had no room at the end of this one. */
static bool was_full(const struct mirth_plain *p, size_t at)
{
    return p->width &&
           length_of(&p->lines[at]) + 1 + first_word(p->lines[at + 1].text) + MARGIN / 2 > p->width;
}

bool mirth_plain_joins(const struct mirth_plain *p, size_t start, size_t at)
{
    const struct mirth_plain_line *first = &p->lines[start], *line = &p->lines[at],
                                  *next = line + 1;
    bool stops, hangs, begins;
    if (at + 1 >= p->count || is_blank(next) || next->mark || next->rule || next->colon ||
        (next->columns && next->indent <= first->indent))
        return false;
    stops = strchr(".!?:;", line->text.at[line->text.len - 1]) != NULL;
    if (next->timed && (first->timed || stops || !was_full(p, at)))
        return false;
    hangs = next->indent > first->indent + 1;
    begins = (next->label || next->caps || line->columns) && !hangs;
    if (begins || (first->text.len == first->mark))
        return false;
    return hangs || was_full(p, at) || (!stops && mirth_is_lower(next->text.at[0]));
}

/* The next line that is not blank, or count. */
static size_t next_text(const struct mirth_plain *p, size_t at)
{
    while (++at < p->count && is_blank(&p->lines[at]))
        ;
    return at;
}

static bool is_first(const struct mirth_plain *p, size_t at)
{
    while (at && (is_blank(&p->lines[at - 1]) || p->lines[at - 1].rule))
        at--;
    return at == 0;
}

static bool is_title(const struct mirth_plain *p, size_t at)
{
    const struct mirth_plain_line *line = &p->lines[at], *next = line + 1;
    bool alone = at + 1 >= p->count || is_blank(next) || next->rule || next->colon || next->caps;
    if (line->colon || line->mark || line->timed || line->text.len > TITLE ||
        line->text.at[line->text.len - 1] == '.')
        return false;
    return alone || (line->bare && !next->label && next->text.len > line->text.len);
}

/* Three such lines in a row, each a paragraph, are a list without bullets and no headings. */
static bool in_a_row(const struct mirth_plain *p, size_t at)
{
    size_t row = 1, next = next_text(p, at);
    for (size_t i = at; i >= 2 && row < 3 && is_blank(&p->lines[i - 1]); i -= 2, row++)
        if (!p->lines[i - 2].bare || p->lines[i - 2].mark)
            break;
    for (; next < p->count && row < 3 && is_blank(&p->lines[next - 1]); row++) {
        if (!p->lines[next].bare || p->lines[next].mark)
            break;
        next = next_text(p, next);
    }
    return row >= 3;
}

static unsigned number_of(struct mirth_slice s)
{
    unsigned n = 0;
    for (size_t i = 0; i < s.len && i < 5; i++)
        if (mirth_is_digit(s.at[i]))
            n = n * 10 + (unsigned)(s.at[i] - '0');
    return n;
}

/* "2. Timeline" before a text, not before "3. ...". */
static bool is_numbered_heading(const struct mirth_plain *p, size_t at)
{
    const struct mirth_plain_line *line = &p->lines[at];
    size_t next = next_text(p, at);
    unsigned number = number_of(mirth_slice(line->text.at, line->mark));
    if (!line->numbered || !line->bare || next == p->count)
        return false;
    if (!p->lines[next].numbered)
        return next == at + 1 || !p->lines[next].mark || p->lines[next].indent <= line->indent;
    return number_of(mirth_slice(p->lines[next].text.at, p->lines[next].mark)) != number + 1;
}

static bool is_underlined(const struct mirth_plain *p, size_t at)
{
    const struct mirth_plain_line *line = &p->lines[at];
    return at + 1 < p->count && line[1].rule && line->text.len <= TITLE &&
           strchr("=-~*#", line[1].text.at[0]) != NULL && !line->timed && !line->label;
}

unsigned mirth_plain_heading(const struct mirth_plain *p, size_t at)
{
    const struct mirth_plain_line *line = &p->lines[at];
    bool after_blank = at == 0 || is_blank(line - 1) || line[-1].rule;
    bool last = next_text(p, at) == p->count;
    if (line->rule || is_blank(line) || last)
        return 0;
    if (is_first(p, at) && is_title(p, at))
        return 1;
    if (line->mark)
        return after_blank && is_numbered_heading(p, at) ? 2 : 0;
    if (is_underlined(p, at))
        return 2;
    if (line->colon || (line->caps && line->bare))
        return !line->bare ? 0 : after_blank || !p->spaced ? 2 : 3;
    if (!line->bare || !after_blank || line->timed)
        return 0;
    return line->indent >= p->base + CENTRED || !in_a_row(p, at) ? 2 : 0;
}

/* Bars, corners with a line beside them, box-drawing characters (U+2500 to U+25FF). */
static bool is_drawn(struct mirth_slice s)
{
    size_t bars = 0;
    if (!memchr(s.at, '|', s.len) && !memchr(s.at, '+', s.len) && !memchr(s.at, '\xe2', s.len))
        return false; /* as nearly every line */
    for (size_t i = 0; i < s.len; i++) {
        bool corner = (i + 1 < s.len && s.at[i + 1] == '-') || (i && s.at[i - 1] == '-');
        bool box =
            s.len - i > 2 && s.at[i] == '\xe2' && s.at[i + 1] >= '\x94' && s.at[i + 1] <= '\x97';
        bars += s.at[i] == '|' || (s.at[i] == '+' && corner) || box;
    }
    return bars >= 2;
}

static bool is_prose(const struct mirth_plain_line *line)
{
    size_t letters = 0;
    for (size_t i = 0; i < line->text.len; i++)
        letters += mirth_is_alpha(line->text.at[i]) || line->text.at[i] == ' ';
    return line->mark || line->timed || line->label || line->colon ||
           letters * 5 >= line->text.len * 4;
}

size_t mirth_plain_drawing(const struct mirth_plain *p, size_t at)
{
    size_t end = at, drawn = 0, prose = 0;
    bool deep = at > 0;
    for (; end < p->count && !is_blank(&p->lines[end]); end++) {
        drawn += is_drawn(p->lines[end].text);
        deep &= p->lines[end].indent >= p->base + 4;
        prose += deep && is_prose(&p->lines[end]);
    }
    return (end - at > 1 && drawn * 2 > end - at) || (deep && prose * 2 < end - at) ? end : at;
}
