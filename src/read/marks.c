/* marks.c: lines of Markdown that are more mark than text. */
#include "read/marks.h"

#include <string.h>

struct mirth_span mirth_atx_text(const char *s, struct mirth_span line)
{
    size_t at = line.at, end = at + line.len, mark;
    while (at < end && s[at] == '#')
        at++;
    while (at < end && mirth_is_space(s[at]))
        at++;
    while (end > at && mirth_is_space(s[end - 1]))
        end--;
    for (mark = end; mark > at && s[mark - 1] == '#';)
        mark--;
    if (mark == at || mirth_is_space(s[mark - 1]))
        end = mark;
    while (end > at && mirth_is_space(s[end - 1]))
        end--;
    return (struct mirth_span){at, end - at};
}

bool mirth_is_delimiter_row(struct mirth_slice s)
{
    bool dash = false, pipe = false;
    for (size_t i = 0; i < s.len; i++) {
        dash |= s.at[i] == '-';
        pipe |= s.at[i] == '|';
        if (!strchr("-|: \t", s.at[i]))
            return false;
    }
    return dash && pipe;
}

bool mirth_is_underline(struct mirth_slice s)
{
    size_t n = 0;
    while (n < s.len && s.at[n] == s.at[0])
        n++;
    return s.len && n == s.len && (s.at[0] == '=' || s.at[0] == '-');
}

bool mirth_is_definition(struct mirth_slice s)
{
    const char *close = s.len && s.at[0] == '[' ? memchr(s.at, ']', s.len) : NULL;
    size_t at = close ? (size_t)(close - s.at) + 1 : s.len;
    if (at >= s.len || s.at[at] != ':')
        return false;
    while (++at < s.len && mirth_is_space(s.at[at]))
        ;
    while (at < s.len && !mirth_is_space(s.at[at]))
        at++;
    while (at < s.len && mirth_is_space(s.at[at]))
        at++;
    return at == s.len || strchr("\"'(", s.at[at]);
}

bool mirth_is_footnote(struct mirth_slice s)
{
    const char *close =
        s.len > 2 && s.at[0] == '[' && s.at[1] == '^' ? memchr(s.at, ']', s.len) : NULL;
    return close && close + 1 < s.at + s.len && close[1] == ':';
}
