/* fence.c: which fenced code is no code, but the record. */
#include "read/fence.h"

#include <string.h>

enum { MOST = 30, WHOLE = 50, WORDY = 5, NAME = 50 };

/* A line of prose: words, and hardly anything but letters. */
static bool is_prose(struct mirth_slice line)
{
    size_t letters = 0;
    for (size_t i = 0; i < line.len; i++)
        letters += mirth_is_alpha(line.at[i]) || line.at[i] == ' ';
    return letters * 5 >= line.len * 4 && mirth_count_words(line) >= WORDY;
}

static bool reads_as_prose(struct mirth_slice code)
{
    size_t prose = 0, all = 0;
    struct mirth_slice line;
    while (mirth_cut(&code, '\n', &line)) {
        all += line.len;
        prose += is_prose(line) ? line.len : 0;
    }
    return prose * 2 > all;
}

/* "Timeline", "Root cause: a worn cable": letters from a capital to the end or a colon. */
static bool is_label(struct mirth_slice line)
{
    size_t n = 0;
    while (n < line.len && n < NAME && (mirth_is_alpha(line.at[n]) || strchr(" -/&", line.at[n])))
        n++;
    return line.len && mirth_is_upper(line.at[0]) && mirth_is_lower(line.at[line.len > 1]) &&
           (n == line.len || (line.at[n] == ':' && (n + 1 == line.len || line.at[n + 1] == ' ')));
}

/* "- 10:05 AM: ..." */
static bool is_entry(struct mirth_slice line)
{
    size_t n = 0;
    while (n < line.len && strchr("-*[ ", line.at[n]))
        n++;
    return n + 5 < line.len && mirth_is_digit(line.at[n]) &&
           (line.at[n + 1] == ':' || line.at[n + 2] == ':');
}

/* Names, labels and entries with little else between them; a log has no names, code few. */
static bool reads_as_record(struct mirth_slice code)
{
    size_t good = 0, all = 0, labels = 0;
    struct mirth_slice line;
    while (mirth_cut(&code, '\n', &line)) {
        bool label = is_label(line);
        all += line.len;
        good += label || is_entry(line) || is_prose(line) ? line.len : 0;
        labels += label;
    }
    return labels >= 4 && good * 10 >= all * 8;
}

/* `## Impact`, `**Impact:**`; a comment of a script has one `#` and no blank line before it. */
static bool is_heading(struct mirth_slice line)
{
    size_t n = 0;
    if (line.len > 4 && line.at[0] == '*' && line.at[1] == '*')
        return mirth_is_alpha(line.at[2]);
    while (n < line.len && line.at[n] == '#')
        n++;
    return n > 0 && n < 7 && n + 1 < line.len && line.at[n] == ' ' &&
           mirth_is_upper(line.at[n + 1]);
}

/* blank: whether the first line may be one. */
static size_t first_heading(struct mirth_slice code, bool blank)
{
    struct mirth_slice rest = code, line;
    size_t at = 0;
    while (mirth_cut(&rest, '\n', &line)) {
        if (blank && is_heading(line))
            return at;
        blank = !line.len;
        at = code.len - rest.len;
    }
    return code.len;
}

size_t mirth_fence_text(struct mirth_slice code, bool closed, size_t share)
{
    size_t at = closed ? code.len : first_heading(code, share >= MOST);
    if (share >= MOST) /* the record itself, from its first line */
        at = 0;
    if (share >= WHOLE && reads_as_record(code))
        return 0;
    return reads_as_prose(mirth_slice(code.at + at, code.len - at)) ? at : code.len;
}
