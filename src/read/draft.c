/* draft.c: clean Markdown, a line at a time: escapes, blank lines, where each line came from. */
#include "read/draft.h"

#include <stdlib.h>
#include <string.h>

void mirth_draft_free(struct mirth_draft *d)
{
    mirth_buffer_free(&d->out);
    free(d->origins);
    d->origins = NULL;
}

static bool is_word(char c)
{
    return mirth_is_alpha(c) || mirth_is_digit(c);
}

void mirth_draft_part(struct mirth_draft *d)
{
    d->loose = d->lines > 0;
}

static bool more_lines(struct mirth_draft *d)
{
    size_t room = d->room ? d->room * 2 : 256;
    size_t *grown = d->out.spent ? NULL : realloc(d->origins, room * sizeof *grown);
    if (!grown)
        return false;
    d->origins = grown;
    d->room = room;
    return true;
}

static void new_line(struct mirth_draft *d, size_t origin)
{
    if (d->lines)
        mirth_put_char(&d->out, '\n');
    if (d->lines == d->room && !more_lines(d)) {
        d->out.spent = true;
        return;
    }
    d->origins[d->lines++] = origin;
}

void mirth_draft_line(struct mirth_draft *d, size_t origin, const char *mark)
{
    if (d->loose)
        new_line(d, origin);
    new_line(d, origin);
    mirth_put_text(&d->out, mark);
    d->loose = d->begun = d->space = false;
}

/* `deploy_api` and `a * b` are no emphasis; `*.log` might be. */
static bool acts_as_emphasis(struct mirth_slice s, size_t i)
{
    char before = i ? s.at[i - 1] : ' ', after = i + 1 < s.len ? s.at[i + 1] : ' ';
    if (s.at[i] == '_' && is_word(before) && is_word(after))
        return false;
    return !mirth_is_space(before) || !mirth_is_space(after);
}

static bool acts_as_tag(struct mirth_slice s, size_t i)
{
    struct mirth_slice rest = mirth_slice(s.at + i + 1, s.len - i - 1);
    if (!rest.len || (rest.len > 4 && !memcmp(rest.at, "http", 4)))
        return false;
    return (unsigned char)rest.at[0] < 0x80 &&
           (mirth_is_alpha(rest.at[0]) || strchr("/!?", rest.at[0]));
}

/* `&amp;`, `&#39;`; not `R&D`. */
static bool acts_as_entity(struct mirth_slice s, size_t i)
{
    size_t end = i + 1;
    while (end < s.len && end < i + 33 && (is_word(s.at[end]) || s.at[end] == '#'))
        end++;
    return end > i + 1 && end < s.len && s.at[end] == ';';
}

/* Whether the mark s.at[i], in the middle of a line, needs a backslash. */
static bool acts(struct mirth_slice s, size_t i)
{
    switch (s.at[i]) {
    case '*':
    case '_': return acts_as_emphasis(s, i);
    case '\\': return i + 1 == s.len || !is_word(s.at[i + 1]); /* a mark may follow a space */
    case '<': return acts_as_tag(s, i);
    case '&': return acts_as_entity(s, i);
    case '(': return i && s.at[i - 1] == ']';
    default: return false;
    }
}

/* `[name]: address` */
static bool defines(struct mirth_slice s)
{
    const char *close = memchr(s.at, ']', s.len);
    return close && close + 1 < s.at + s.len && close[1] == ':';
}

/* What a line must not begin with; the offset of the character to escape, or SIZE_MAX. */
static size_t leading_mark(struct mirth_slice s)
{
    size_t n = 0;
    bool fence = s.len > 2 && strchr("`~", s.at[0]) && s.at[1] == s.at[0] && s.at[2] == s.at[0];
    if (fence || s.at[0] == '>' || s.at[0] == '=')
        return 0;
    if (s.at[0] == '[')
        return defines(s) ? 0 : SIZE_MAX;
    while (n < s.len && s.at[n] == s.at[0])
        n++;
    if (s.at[0] == '#')
        return n == s.len || mirth_is_space(s.at[n]) ? 0 : SIZE_MAX;
    if (strchr("-+*_", s.at[0]))
        return n == s.len || mirth_is_space(s.at[1]) ? 0 : SIZE_MAX; /* an item, a rule */
    for (n = 0; n < s.len && n < 10 && mirth_is_digit(s.at[n]); n++)
        ;
    return n && n < s.len && strchr(".)", s.at[n]) &&
                   (n + 1 == s.len || mirth_is_space(s.at[n + 1]))
               ? n
               : SIZE_MAX;
}

/* Backquotes in pairs are the writer's own way to set off code: they stay, and so does what is
 * between them. Without a partner or with nothing between them they are no such pair. */
static size_t code_length(struct mirth_slice s, size_t i)
{
    const char *close = i + 1 < s.len ? memchr(s.at + i + 1, '`', s.len - i - 1) : NULL;
    return close && close > s.at + i + 1 ? (size_t)(close - s.at) + 1 - i : 0;
}

static void put_space(struct mirth_draft *d)
{
    if (d->space && d->begun)
        mirth_put_char(&d->out, ' ');
    d->space = false;
    d->begun = true;
}

/* One character that is no white space; *code counts down to the end of a code span. */
static void put_char(struct mirth_draft *d, struct mirth_slice s, size_t i, size_t *code)
{
    if (s.at[i] == '`' && !*code) {
        *code = code_length(s, i);
        if (!*code)
            mirth_put_char(&d->out, '\\');
    } else if (!*code && acts(s, i)) {
        mirth_put_char(&d->out, '\\');
    }
    mirth_put_char(&d->out, s.at[i]);
    *code -= *code > 0;
}

/* Letters and digits, and single spaces between them, which need no look at each; how many there
 * were. */
static size_t put_words(struct mirth_draft *d, struct mirth_slice s, size_t i, size_t *code)
{
    size_t n = 0;
    while (i + n < s.len && (is_word(s.at[i + n]) ||
                             (s.at[i + n] == ' ' && i + n + 1 < s.len && is_word(s.at[i + n + 1]))))
        n++;
    mirth_put(&d->out, s.at + i, n);
    *code -= n < *code ? n : *code;
    return n;
}

void mirth_draft_text(struct mirth_draft *d, struct mirth_slice s)
{
    size_t mark = SIZE_MAX, code = 0, i = 0;
    while (i < s.len && mirth_is_space(s.at[i]))
        i++;
    d->space |= i > 0;
    if (!d->begun && i < s.len)
        mark = leading_mark(mirth_slice(s.at + i, s.len - i));
    mark = mark == SIZE_MAX ? mark : mark + i;
    while (i < s.len) {
        if (mirth_is_space(s.at[i])) {
            d->space = true;
            code -= code > 0;
            i++;
            continue;
        }
        put_space(d);
        if (is_word(s.at[i])) {
            i += put_words(d, s, i, &code);
            continue;
        }
        if (i == mark && !code) {
            mirth_put_char(&d->out, '\\');
            mirth_put_char(&d->out, s.at[i]);
        } else {
            put_char(d, s, i, &code);
        }
        i++;
    }
}

void mirth_draft_open(struct mirth_draft *d, struct mirth_slice markdown)
{
    put_space(d);
    mirth_put_slice(&d->out, markdown);
}

void mirth_draft_close(struct mirth_draft *d, struct mirth_slice markdown)
{
    mirth_put_slice(&d->out, markdown);
}
