/* plain_lines.c: a line of plain text, and what can be seen of it without its neighbours. */
#include "read/plain_lines.h"

#include <stdlib.h>
#include <string.h>

#include "read/rows.h"

enum { TAB = 4, LABEL_WORDS = 6, BARE_WORDS = 8, BARE = 60, TIME_BEGINS = 34 };

static size_t count_columns(struct mirth_slice s, size_t *skip)
{
    size_t columns = 0, i = 0;
    for (; i < s.len && mirth_is_space(s.at[i]); i++)
        columns += s.at[i] == '\t' ? TAB - columns % TAB : 1;
    *skip = i;
    return columns;
}

/* "12." or "3)" with a space behind it. */
static size_t number_mark(struct mirth_slice s)
{
    size_t n = s.len && s.at[0] == '(';
    size_t from = n;
    while (n < s.len && n < from + 3 && mirth_is_digit(s.at[n]))
        n++;
    if (n == from || n + 1 >= s.len || !strchr(from ? ")" : ".)", s.at[n]))
        return 0;
    return mirth_is_space(s.at[n + 1]) ? n + 1 : 0;
}

/* "- ", "* ", "• ", and the "o " that word processors write for a hollow dot. */
static size_t bullet_mark(struct mirth_slice s)
{
    size_t other = mirth_bullet(s);
    if (other)
        return other;
    return s.len > 2 && strchr("-*+o", s.at[0]) && mirth_is_space(s.at[1]) ? 1 : 0;
}

static bool is_rule(struct mirth_slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!strchr("-=_*~# ", s.at[i]))
            return false;
    return s.len >= 3;
}

static bool is_clock(struct mirth_slice s, size_t i)
{
    return i && i + 2 < s.len && s.at[i] == ':' && mirth_is_digit(s.at[i - 1]) &&
           mirth_is_digit(s.at[i + 1]) && mirth_is_digit(s.at[i + 2]);
}

/* "10:05 ...", "[10:05] ...", "March 20, 2024, 09:05 AM: ...", "2024-03-20 ...": a clock with
 * nothing before it that is not part of a date: a word or two and digits. */
static bool is_timed(struct mirth_slice s)
{
    size_t words = 0;
    if (s.len > 9 && mirth_is_digit(s.at[0]) && s.at[4] == '-' && s.at[7] == '-')
        return true;
    for (size_t i = 0; i < s.len && i < TIME_BEGINS && words < 3; i++) {
        if (is_clock(s, i))
            return true;
        if (s.at[i] == ':' || s.at[i] == '.')
            return false;
        words += mirth_is_alpha(s.at[i]) && (i + 1 == s.len || !mirth_is_alpha(s.at[i + 1]));
    }
    return false;
}

/* The offset of the colon that ends a label, or len. */
static size_t label_end(struct mirth_slice s)
{
    for (size_t i = 0; i < s.len && i < BARE; i++) {
        if (mirth_is_alpha(s.at[i]) || s.at[i] == ' ')
            continue;
        if (strchr(".!?;", s.at[i]) && i + 1 < s.len && s.at[i + 1] == ' ')
            return s.len;
        if (s.at[i] == ':' && (i + 1 == s.len || mirth_is_space(s.at[i + 1])))
            return mirth_count_words(mirth_slice(s.at, i)) <= LABEL_WORDS ? i : s.len;
    }
    return s.len;
}

/* "Add a lamp      Ana      open": three spaces, looked for where the third would be. */
static bool has_columns(struct mirth_slice s)
{
    for (size_t i = 2; i < s.len;) {
        size_t n = 0;
        while (n < 3 && mirth_is_space(s.at[i - n]))
            n++;
        if (n == 3)
            return true;
        i += 3 - n;
    }
    return false;
}

static bool is_bare(struct mirth_slice s)
{
    return s.len < BARE && mirth_count_words(s) <= BARE_WORDS && !mirth_is_lower(s.at[0]) &&
           mirth_is_alpha(s.at[0]) && !strchr(".,;!", s.at[s.len - 1]);
}

static void look(struct mirth_plain_line *line)
{
    struct mirth_slice s = line->text;
    size_t colon;
    line->rule = is_rule(s);
    if (!s.len || line->rule)
        return;
    line->mark = number_mark(s);
    line->numbered = line->mark > 0;
    if (!line->mark)
        line->mark = bullet_mark(s);
    while (line->mark && line->mark < s.len && mirth_is_space(s.at[line->mark]))
        line->mark++;
    s = mirth_slice(s.at + line->mark, s.len - line->mark);
    colon = label_end(s);
    line->timed = is_timed(s);
    line->colon = colon + 1 == s.len;
    line->label = !line->timed && colon + 1 < s.len && !mirth_is_lower(s.at[0]);
    line->caps = mirth_is_capitals(s) && !line->timed;
    line->columns = has_columns(s);
    line->bare = is_bare(s) && !line->columns && !line->timed && !line->label;
}

bool mirth_plain_begins(struct mirth_slice text)
{
    struct mirth_plain_line line = {.text = mirth_trim(text)};
    look(&line);
    return line.mark || line.timed || line.label || line.colon || line.caps || line.bare;
}

bool mirth_plain_stands_alone(struct mirth_slice text)
{
    struct mirth_plain_line line = {.text = mirth_trim(text)};
    look(&line);
    return line.colon || line.caps || line.bare;
}

static size_t line_length(struct mirth_slice s)
{
    size_t n = 0;
    while (n < s.len && s.at[n] != '\n' && s.at[n] != '\r')
        n++;
    return n;
}

static size_t count_lines(const char *text, size_t len)
{
    size_t n = 1;
    for (size_t i = 0; i < len; i++)
        n += text[i] == '\n' || text[i] == '\r';
    return n;
}

struct mirth_plain_line *mirth_plain_lines(const char *text, size_t len, size_t *count)
{
    struct mirth_plain_line *lines = calloc(count_lines(text, len), sizeof *lines);
    size_t skip;
    *count = 0;
    for (size_t at = 0; lines && at < len;) {
        struct mirth_slice rest = {text + at, len - at}, s = {rest.at, line_length(rest)};
        struct mirth_plain_line *line = &lines[(*count)++];
        line->number = *count;
        line->indent = count_columns(s, &skip);
        line->text = mirth_trim(mirth_slice(s.at + skip, s.len - skip));
        look(line);
        at += s.len;
        at += at + 1 < len && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
    }
    return lines;
}
