/* page_marks.c: what the sheet knows of a line, shown: times, and tails of headings */
#include "write/page.h"

#include <string.h>

/* The first mark that stands on the line or behind it. */
static size_t find(const struct mirth_sheet *sheet, size_t line)
{
    size_t low = 0, high = sheet->mark_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sheet->marks[middle].line < line)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static const struct mirth_mark *mark_on(const struct mirth_page *page, size_t line, bool event)
{
    const struct mirth_sheet *sheet = page->sheet;
    line += page->shift;
    for (size_t i = find(sheet, line); i < sheet->mark_count && sheet->marks[i].line == line; i++)
        if ((sheet->marks[i].kind == MIRTH_MARK_EVENT) == event)
            return &sheet->marks[i];
    return NULL;
}

const struct mirth_mark *mirth_page_event_on(const struct mirth_page *page, size_t line)
{
    return mark_on(page, line, true);
}

const struct mirth_mark *mirth_page_event(const struct mirth_page *page, cmark_node *node)
{
    return mark_on(page, (size_t)cmark_node_get_start_line(node), true);
}

/* Headings that were underlined may take more than one line. */
const struct mirth_mark *mirth_page_heading(const struct mirth_page *page, cmark_node *node)
{
    return mark_on(page, (size_t)cmark_node_get_start_line(node), false);
}

static size_t find_in(struct mirth_slice text, struct mirth_slice what)
{
    for (size_t i = 0; what.len && i + what.len <= text.len; i++)
        if (!memcmp(text.at + i, what.at, what.len))
            return i;
    return text.len;
}

static void put_wrapped(struct mirth_page *page, const char *name, const char *key,
                        const char *value, struct mirth_slice text)
{
    struct mirth_tree *tree = &page->tree;
    size_t depth = tree->depth;
    xmlNode *node = mirth_tree_open(tree, name);
    mirth_tree_attribute(tree, node, key, value);
    mirth_tree_text(tree, text);
    mirth_tree_close_to(tree, depth);
}

/* How much of what follows a time only parts it from the text: ": ", " - ", "] | ". */
static size_t part_length(struct mirth_slice text)
{
    static const char *const marks[] = {" ", ":", "-", ")", "]", "|", "–", "—"};
    size_t at = 0, count = sizeof marks / sizeof *marks;
    for (size_t i = 0; i < count; i++) {
        size_t len = strlen(marks[i]);
        if (text.len - at < len || memcmp(text.at + at, marks[i], len) != 0)
            continue;
        at += len;
        i = (size_t)-1;
    }
    return at;
}

static bool has_words(struct mirth_slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (mirth_is_letter(text.at[i]) || mirth_is_digit(text.at[i]))
            return true;
    return false;
}

/* What stands before the time may be an emoji: the entry's mark on the rail. */
static void put_mark(struct mirth_page *page, struct mirth_slice text)
{
    enum { MARK = 16 };
    struct mirth_slice mark = mirth_trim(text);
    if (mark.len > MARK || mark.len < 3 || (unsigned char)mark.at[0] < 0x80 || has_words(mark)) {
        mirth_tree_text(&page->tree, text);
        return;
    }
    put_wrapped(page, "span", "class", "mark", mark);
    text = mirth_slice(mark.at + mark.len, text.len - (size_t)(mark.at + mark.len - text.at));
    mirth_tree_text(&page->tree, text);
}

static void put_time_itself(struct mirth_page *page, struct mirth_slice text)
{
    const struct mirth_mark *mark = page->timed;
    put_wrapped(page, *mark->iso ? "time" : "span", *mark->iso ? "datetime" : "class",
                *mark->iso ? mark->iso : "time", text);
}

/* The time, and what parts it from the text, as the line above it. */
static void put_when(struct mirth_page *page, struct mirth_slice time, struct mirth_slice parting)
{
    struct mirth_tree *tree = &page->tree;
    size_t depth = tree->depth;
    mirth_tree_attribute(tree, mirth_tree_open(tree, "span"), "class", "when");
    put_time_itself(page, time);
    mirth_tree_text(tree, parting);
    mirth_tree_close_to(tree, depth);
}

static void put_time(struct mirth_page *page, struct mirth_slice text)
{
    const struct mirth_slice words = page->timed->words;
    size_t at = find_in(text, words), end = at + words.len, parting = 0;
    struct mirth_slice before = mirth_slice(text.at, at);
    put_mark(page, before);
    if (at == text.len)
        return;
    if (page->entry && !page->in_when && !has_words(before)) {
        parting = part_length(mirth_slice(text.at + end, text.len - end));
        put_when(page, mirth_slice(text.at + at, words.len), mirth_slice(text.at + end, parting));
    } else {
        put_time_itself(page, mirth_slice(text.at + at, words.len));
    }
    page->timed = NULL;
    page->in_when = false;
    end += parting;
    mirth_tree_text(&page->tree, mirth_slice(text.at + end, text.len - end));
}

/* What parts a bold time from the text stays with the time: the line ends behind it. */
static void put_parting(struct mirth_page *page, struct mirth_slice text)
{
    size_t len = part_length(text);
    page->parted = false;
    put_wrapped(page, "span", "class", "parting", mirth_slice(text.at, len));
    mirth_tree_text(&page->tree, mirth_slice(text.at + len, text.len - len));
}

/* The record's own words of a heading, without the marks around them. */
static struct mirth_slice bare(struct mirth_slice words)
{
    while (words.len && strchr("*_# ", words.at[0]))
        words = mirth_slice(words.at + 1, words.len - 1);
    while (words.len && strchr("*_#: ", words.at[words.len - 1]))
        words.len--;
    return words;
}

/* "Timeline | , With Mud on It": the comma stays with the heading. */
static void put_heading(struct mirth_page *page, struct mirth_slice text)
{
    struct mirth_slice own = bare(page->headed->words);
    size_t len = own.len + (own.len < text.len && text.at[own.len] == ',');
    bool tail = own.len && text.len > own.len + 2 && !page->words.len && len > own.len &&
                mirth_same_nocase(mirth_slice(text.at, own.len), own);
    mirth_put_slice(&page->words, text);
    if (!tail) {
        mirth_tree_text(&page->tree, text);
        return;
    }
    mirth_tree_text(&page->tree, mirth_slice(text.at, len));
    put_wrapped(page, "span", "class", "tail", mirth_slice(text.at + len, text.len - len));
}

void mirth_page_text(struct mirth_page *page, struct mirth_slice text)
{
    if (page->headed) {
        put_heading(page, text);
        return;
    }
    mirth_put_slice(&page->words, text);
    if (page->parted && !page->in_when)
        put_parting(page, text);
    else if (page->timed)
        put_time(page, text);
    else
        mirth_tree_text(&page->tree, text);
}

/* Bold text that is an entry's time and no more. */
static bool is_when(const struct mirth_page *page, cmark_node *strong)
{
    enum { AROUND = 12 };
    cmark_node *text = cmark_node_first_child(strong);
    struct mirth_slice s;
    if (!page->timed || !page->entry || !text || cmark_node_next(text) ||
        cmark_node_get_type(text) != CMARK_NODE_TEXT)
        return false;
    s = mirth_slice_of(cmark_node_get_literal(text));
    return s.len <= page->timed->words.len + AROUND && find_in(s, page->timed->words) < s.len;
}

const char *mirth_page_strong(struct mirth_page *page, cmark_node *strong)
{
    cmark_node *next = cmark_node_next(strong);
    const char *text;
    if (!is_when(page, strong))
        return NULL;
    page->in_when = true;
    text = next && cmark_node_get_type(next) == CMARK_NODE_TEXT ? cmark_node_get_literal(next) : "";
    page->parted = mirth_trim(mirth_slice(text, part_length(mirth_slice_of(text)))).len > 0;
    return page->parted ? "when parted" : "when";
}
