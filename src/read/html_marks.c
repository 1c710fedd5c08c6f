/* html_marks.c: marks around words: links, bold, italic, code, nested in that order. */
#include <string.h>

#include "read/html_out.h"

void mirth_html_address(struct mirth_draft *draft, struct mirth_slice address)
{
    static const char digits[] = "0123456789ABCDEF";
    bool angles = false;
    for (size_t i = 0; i < address.len; i++)
        angles |= strchr("() ", address.at[i]) != NULL;
    mirth_put_text(&draft->out, angles ? "(<" : "(");
    for (size_t i = 0; i < address.len; i++) {
        char c = address.at[i];
        if (c == '\n' || c == '\r' || c == '\t')
            continue;
        if (c == '<' || c == '>' || c == '\\') {
            char code[] = {'%', digits[(unsigned char)c >> 4], digits[c & 15]};
            mirth_put(&draft->out, code, sizeof code);
        } else {
            mirth_put_char(&draft->out, c);
        }
    }
    mirth_put_text(&draft->out, angles ? ">)" : ")");
}

static void close_code(struct mirth_html_out *o)
{
    mirth_draft_close(o->at, mirth_slice(o->ticks > 1 ? " " : "", o->ticks > 1));
    for (size_t i = 0; i < o->ticks; i++)
        mirth_put_char(&o->at->out, '`');
}

static void close_mark(struct mirth_html_out *o, enum mirth_mark mark)
{
    bool space = o->at->space;
    if (!o->actual[mark])
        return;
    o->actual[mark] = false;
    switch (mark) {
    case MIRTH_MARK_BOLD: mirth_draft_close(o->at, mirth_slice("**", 2)); break;
    case MIRTH_MARK_ITALIC: mirth_draft_close(o->at, mirth_slice("*", 1)); break;
    case MIRTH_MARK_CODE: close_code(o); break;
    default:
        mirth_draft_close(o->at, mirth_slice("]", 1));
        o->at->space = false;
        mirth_html_address(o->at, mirth_slice_of(o->linked));
    }
    o->at->space = space;
}

void mirth_html_unmark(struct mirth_html_out *o)
{
    for (size_t mark = MIRTH_MARKS; mark > 0; mark--)
        close_mark(o, (enum mirth_mark)(mark - 1));
}

static bool is_wanted(const struct mirth_html_out *o, enum mirth_mark mark)
{
    bool weight = mark == MIRTH_MARK_BOLD || mark == MIRTH_MARK_ITALIC;
    return o->wanted[mark] && !(weight && o->level);
}

static bool is_word(char c)
{
    return mirth_is_alpha(c) || mirth_is_digit(c);
}

static char last_char(const struct mirth_html_out *o)
{
    return o->at->begun && o->at->out.len ? o->at->out.at[o->at->out.len - 1] : ' ';
}

/* Asterisks do not count as marks where they close behind punctuation and a word follows
 * (`**Impact:**nobody`), nor where they open behind a word and punctuation follows. */
static bool needs_space(const struct mirth_html_out *o, char after)
{
    bool bold = is_wanted(o, MIRTH_MARK_BOLD), italic = is_wanted(o, MIRTH_MARK_ITALIC);
    bool closes = o->actual[MIRTH_MARK_BOLD] || o->actual[MIRTH_MARK_ITALIC];
    bool opens = bold || italic;
    char before = o->actual[MIRTH_MARK_CODE] ? '`' : last_char(o);
    after = (char)(o->wanted[MIRTH_MARK_CODE] ? '`' : after);
    if (mirth_is_space(before) || mirth_is_space(after))
        return false;
    return (closes && !is_word(before) && is_word(after)) ||
           (opens && is_word(before) && !is_word(after));
}

/* A code span's marks are longer than any run of backquotes in it. */
static void open_code(struct mirth_html_out *o, struct mirth_slice next)
{
    o->ticks = mirth_longest_run(next, '`') + 1;
    for (size_t i = 0; i < o->ticks; i++)
        mirth_draft_open(o->at, mirth_slice("`", 1));
    if (o->ticks > 1)
        mirth_draft_open(o->at, mirth_slice(" ", 1));
}

static void open_mark(struct mirth_html_out *o, enum mirth_mark mark, struct mirth_slice next)
{
    o->actual[mark] = true;
    switch (mark) {
    case MIRTH_MARK_BOLD: mirth_draft_open(o->at, mirth_slice("**", 2)); break;
    case MIRTH_MARK_ITALIC: mirth_draft_open(o->at, mirth_slice("*", 1)); break;
    case MIRTH_MARK_CODE: open_code(o, next); break;
    default: mirth_draft_open(o->at, mirth_slice("[", 1)); o->linked = o->link;
    }
}

/* Whether the mark has to be closed or opened before next. */
static bool changes(const struct mirth_html_out *o, enum mirth_mark mark, struct mirth_slice next)
{
    if (o->actual[mark] != is_wanted(o, mark))
        return true;
    if (!o->actual[mark])
        return false;
    return mark == MIRTH_MARK_LINK   ? o->linked != o->link
           : mark == MIRTH_MARK_CODE ? mirth_longest_run(next, '`') >= o->ticks
                                     : false;
}

void mirth_html_mark(struct mirth_html_out *o, struct mirth_slice next)
{
    size_t first = 0;
    while (first < MIRTH_MARKS && !changes(o, (enum mirth_mark)first, next))
        first++;
    if (first == MIRTH_MARKS)
        return;
    o->at->space |= needs_space(o, next.at[0]);
    o->at->space |= o->actual[MIRTH_MARK_CODE] && o->wanted[MIRTH_MARK_CODE];
    for (size_t mark = MIRTH_MARKS; mark > first; mark--)
        close_mark(o, (enum mirth_mark)(mark - 1));
    for (size_t mark = first; mark < MIRTH_MARKS; mark++)
        if (is_wanted(o, (enum mirth_mark)mark))
            open_mark(o, (enum mirth_mark)mark, next);
}
