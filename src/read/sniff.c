/* sniff.c: which format a record is in: Markdown in doubt. */
#include "read/sniff.h"

#include <string.h>

#include "read/rows.h"

enum { ENOUGH = 1 << 18, CODE = 4, CENTRED = 8 };

/* What a look at each line finds. */
struct signs {
    size_t lines, deep;  /* that are not blank; that are indented like code */
    size_t marks, lists; /* of Markdown */
    size_t shallow;      /* marks on lines that are not deep */
    size_t capitals;     /* lines of nothing else: headings of plain text */
    size_t dots;         /* bullets that Markdown does not know */
    size_t blocks, tags; /* what follows a blank line; what of that is a tag */
    size_t pages;        /* tags and attributes that people do not type by hand */
    bool centred;        /* the first line */
    bool underlined;     /* a heading, before which there may be another such line */
};

static bool holds(struct mirth_slice s, const char *what)
{
    size_t len = strlen(what);
    const char *at;
    while (s.len >= len && (at = memchr(s.at, what[0], s.len - len + 1)) != NULL) {
        if (!memcmp(at, what, len))
            return true;
        s = mirth_slice(at + 1, s.len - (size_t)(at + 1 - s.at));
    }
    return false;
}

static struct mirth_slice after_space(struct mirth_slice s)
{
    if (mirth_begins_nocase(s, "\xef\xbb\xbf"))
        s = mirth_slice(s.at + 3, s.len - 3);
    return mirth_trim(s);
}

/* `<!DOCTYPE html`, `<html`, perhaps behind an XML declaration. */
static bool is_page(struct mirth_slice s)
{
    static const char *const openings[] = {"<!doctype html", "<html", "<head", "<body"};
    const char *end;
    s = after_space(s);
    if (mirth_begins_nocase(s, "<?xml") && (end = memchr(s.at, '>', s.len)) != NULL)
        s = mirth_trim(mirth_slice(end + 1, s.len - (size_t)(end + 1 - s.at)));
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        size_t len = strlen(openings[i]);
        if (mirth_begins_nocase(s, openings[i]) && (s.len == len || strchr("> \t\r\n", s.at[len])))
            return true;
    }
    return false;
}

/* What wikis and word processors write, and people who put a tag into Markdown do not. */
static size_t page_signs(struct mirth_slice line)
{
    static const char *const signs[] = {"<span", "<font", "<td",    "<tr",     "<th>",    " class=",
                                        "<o:p",  "<meta", "<style", "<script", "<article"};
    size_t n = 0;
    if (!memchr(line.at, '<', line.len))
        return 0;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        n += holds(line, signs[i]);
    return n;
}

static size_t run(struct mirth_slice s, const char *of)
{
    size_t n = 0;
    while (n < s.len && strchr(of, s.at[n]))
        n++;
    return n;
}

static bool has_mark(struct mirth_slice s)
{
    size_t hashes = run(s, "#");
    if (hashes && hashes < 7 && hashes < s.len && s.at[hashes] == ' ')
        return true;
    if (hashes > 1 && hashes < 7 && hashes < s.len && mirth_is_alpha(s.at[hashes]))
        return true;
    if (mirth_begins_nocase(s, "```") || mirth_begins_nocase(s, "~~~") ||
        mirth_begins_nocase(s, "- [ ]") || mirth_begins_nocase(s, "- [x]"))
        return true;
    if (s.len > 2 && run(s, "-|: \t") == s.len && holds(s, "|") && holds(s, "-"))
        return true;
    return holds(s, "](") || holds(s, "**");
}

static bool has_list(struct mirth_slice s)
{
    size_t digits = run(s, "0123456789");
    if (digits && digits < 4 && digits + 1 < s.len)
        return strchr(".)", s.at[digits]) && s.at[digits + 1] == ' ';
    return s.len > 2 && strchr("-*+>", s.at[0]) && s.at[1] == ' ';
}

/* `•` and its like; dashes and arrows are typed into Markdown too. */
static bool is_dot(struct mirth_slice s)
{
    return mirth_bullet(s) && !strchr("-=", s.at[0]) && !mirth_begins_nocase(s, "\xe2\x80\x93") &&
           !mirth_begins_nocase(s, "\xe2\x80\x94");
}

static size_t indent_of(struct mirth_slice line)
{
    size_t n = 0;
    for (size_t i = 0; i < line.len && (line.at[i] == ' ' || line.at[i] == '\t'); i++)
        n += line.at[i] == '\t' ? CODE : 1;
    return n;
}

static void look(struct signs *signs, struct mirth_slice line, bool after_blank, bool after_text)
{
    struct mirth_slice s = mirth_trim(line);
    size_t indent = indent_of(line);
    bool tag = s.at[0] == '<' && s.len > 1 && (mirth_is_alpha(s.at[1]) || strchr("/!", s.at[1]));
    signs->centred |= !signs->lines && indent >= CENTRED;
    signs->lines++;
    signs->deep += indent >= CODE;
    signs->marks += has_mark(s);
    signs->shallow += has_mark(s) && indent < CODE;
    signs->lists += has_list(s) && indent < CODE;
    signs->dots += is_dot(s);
    signs->capitals += mirth_is_capitals(s);
    signs->blocks += after_blank;
    signs->tags += after_blank && tag;
    signs->pages += page_signs(s);
    signs->underlined |= after_text && s.len > 2 && (run(s, "=") == s.len || run(s, "-") == s.len);
}

static struct signs look_over(struct mirth_slice text)
{
    struct signs signs = {0};
    bool blank = true;
    size_t at = 0;
    if (text.len > ENOUGH)
        text.len = ENOUGH;
    if (mirth_begins_nocase(text, "\xef\xbb\xbf"))
        at = 3;
    while (at < text.len) {
        const char *end = memchr(text.at + at, '\n', text.len - at);
        size_t len = end ? (size_t)(end - text.at) - at : text.len - at;
        struct mirth_slice line = {text.at + at, len};
        bool empty = !mirth_trim(line).len;
        if (!empty)
            look(&signs, line, blank, !blank);
        blank = empty;
        at += len + 1;
    }
    return signs;
}

/* All but the title, and but one line in twenty; and no text with code in it or a long item. */
static bool is_deep(const struct signs *signs)
{
    return signs->lines > 5 && !signs->shallow && !signs->lists &&
           (signs->lines - signs->deep) * 20 <= signs->lines + 20;
}

bool mirth_sniff_shifted(struct mirth_slice text)
{
    struct signs signs = look_over(text);
    return is_deep(&signs) && signs.marks;
}

enum mirth_from mirth_sniff(struct mirth_slice text, const char *name)
{
    struct mirth_slice called = mirth_slice_of(name);
    struct signs signs = look_over(text);
    bool markdown = mirth_ends_nocase(called, ".md") || mirth_ends_nocase(called, ".markdown");
    bool html = mirth_ends_nocase(called, ".html") || mirth_ends_nocase(called, ".htm") ||
                mirth_ends_nocase(called, ".xhtml");
    bool plain = mirth_ends_nocase(called, ".txt") || mirth_ends_nocase(called, ".text");
    bool tags = signs.blocks && signs.tags * 10 >= signs.blocks * 9;
    if (mirth_begins_nocase(after_space(text), "<!-- postmirth:")) /* an edition of ours */
        return MIRTH_FROM_MARKDOWN;
    if (is_page(text) || (html && signs.tags))
        return MIRTH_FROM_HTML;
    if (is_deep(&signs))
        return MIRTH_FROM_TEXT;
    if (!markdown && signs.marks * 20 <= signs.lines && (signs.centred || signs.dots > 1))
        return MIRTH_FROM_TEXT;
    if (markdown || signs.marks)
        return MIRTH_FROM_MARKDOWN;
    if (tags && signs.pages && !signs.lists)
        return MIRTH_FROM_HTML;
    plain &= !signs.lists || signs.capitals > 1;
    return plain && !signs.underlined && !signs.tags ? MIRTH_FROM_TEXT : MIRTH_FROM_MARKDOWN;
}
