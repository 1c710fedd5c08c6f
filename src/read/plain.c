/* plain.c: plain text becomes Markdown: headings, items, entries, paragraphs, every word kept. */
#include "read/plain.h"

#include <stdlib.h>
#include <string.h>

#include "read/plain_shape.h"

enum { LEVELS = 8, ONE_LINER = 30 };

struct writer {
    struct mirth_plain text;
    struct mirth_draft *draft;
    size_t indents[LEVELS]; /* of the lists that are open, in the text */
    size_t widths[LEVELS];  /* and of their markers, here */
    size_t depth;
    bool numbered;  /* the last item was */
    bool listing;   /* the last line was an item */
    bool announced; /* the last line was a heading or ended in a colon */
    bool timed;     /* the last block was an entry */
};

static const struct mirth_plain_line *line_at(const struct writer *w, size_t at)
{
    return &w->text.lines[at];
}

/* The text of a line and of those that it runs on to; returns the line after them. */
static size_t put_joined(struct writer *w, size_t at, size_t skip)
{
    const struct mirth_plain_line *line = line_at(w, at);
    size_t start = at;
    mirth_draft_text(w->draft, mirth_slice(line->text.at + skip, line->text.len - skip));
    for (; mirth_plain_joins(&w->text, start, at); at++) {
        mirth_draft_text(w->draft, mirth_slice(" ", 1));
        mirth_draft_text(w->draft, line_at(w, at + 1)->text);
    }
    return at + 1;
}

static void end_list(struct writer *w)
{
    w->depth = 0;
    w->listing = false;
    mirth_draft_part(w->draft);
}

static size_t put_heading(struct writer *w, size_t at, unsigned level)
{
    static const char *const marks[] = {"", "# ", "## ", "### "};
    const struct mirth_plain_line *line = line_at(w, at);
    end_list(w);
    mirth_draft_line(w->draft, line->number, marks[level]);
    w->draft->begun = true; /* nothing acts as a mark behind a heading's */
    mirth_draft_text(w->draft, line->text);
    mirth_draft_part(w->draft);
    w->announced = true;
    w->timed = false;
    at++;
    return at < w->text.count && line_at(w, at)->rule ? at + 1 : at;
}

static void put_marker(struct writer *w, size_t number, size_t origin)
{
    char mark[LEVELS * 8 + 16] = "";
    size_t n = 0, width = 0;
    for (size_t i = 0; i + 1 < w->depth; i++)
        width += w->widths[i];
    memset(mark, ' ', width);
    n = width;
    if (number) {
        for (size_t unit = 1000; unit; unit /= 10)
            if (number >= unit)
                mark[n++] = (char)('0' + number / unit % 10);
        mark[n++] = '.';
    } else {
        mark[n++] = '-';
    }
    mark[n++] = ' ';
    mark[n] = '\0';
    w->widths[w->depth - 1] = n - width;
    mirth_draft_line(w->draft, origin, mark);
}

/* One deeper than the list of a smaller indent. */
static void find_depth(struct writer *w, size_t indent)
{
    while (w->depth && w->indents[w->depth - 1] + 1 > indent)
        w->depth--;
    if (w->depth < LEVELS)
        w->depth++;
    w->indents[w->depth - 1] = indent;
}

static size_t put_item(struct writer *w, size_t at, size_t skip)
{
    const struct mirth_plain_line *line = line_at(w, at);
    bool numbered = skip && line->numbered;
    size_t number = 0, depth = w->depth;
    for (size_t i = 0; numbered && i < line->mark; i++)
        if (mirth_is_digit(line->text.at[i]))
            number = number * 10 + (size_t)(line->text.at[i] - '0');
    if (numbered && !number) { /* Markdown counts from 0, but our marker has no 0 */
        skip = 0;
        numbered = false;
    }
    find_depth(w, line->indent);
    if (!w->listing || numbered != w->numbered || (numbered && w->depth != depth))
        mirth_draft_part(w->draft);
    put_marker(w, number, line->number);
    w->numbered = numbered;
    w->listing = true;
    w->announced = false;
    return put_joined(w, at, skip);
}

static size_t put_drawing(struct writer *w, size_t at, size_t end)
{
    const char *fence = "```";
    end_list(w);
    for (size_t i = at; i < end; i++)
        if (line_at(w, i)->text.len > 2 && !memcmp(line_at(w, i)->text.at, "```", 3))
            fence = "~~~~";
    mirth_draft_line(w->draft, line_at(w, at)->number, fence);
    for (size_t i = at; i < end; i++) {
        const struct mirth_plain_line *line = line_at(w, i);
        mirth_draft_line(w->draft, line->number, "");
        for (size_t k = w->text.base; k < line->indent; k++)
            mirth_put_char(&w->draft->out, ' ');
        mirth_put_slice(&w->draft->out, line->text);
    }
    mirth_draft_line(w->draft, line_at(w, end - 1)->number, fence);
    mirth_draft_part(w->draft);
    return end;
}

/* A line that only says the time; what happened stands on the next. */
static bool only_says_when(const struct writer *w, size_t at)
{
    const struct mirth_plain_line *line = line_at(w, at), *next = line + 1;
    return line->timed && mirth_count_words(line->text) <= 3 && at + 1 < w->text.count &&
           next->text.len && !next->timed && !next->mark && !next->colon && !next->rule;
}

/* The line that is not blank and begins the next block or entry, or count. */
static size_t next_block(const struct writer *w, size_t at)
{
    size_t start = at;
    while (mirth_plain_joins(&w->text, start, at))
        at++;
    at += only_says_when(w, at) ? 2 : 1;
    while (at < w->text.count && !line_at(w, at)->text.len)
        at++;
    return at;
}

static size_t put_entry(struct writer *w, size_t at)
{
    size_t end;
    bool alone = only_says_when(w, at);
    end = put_item(w, at, 0);
    if (alone && end == at + 1) {
        mirth_draft_text(w->draft, mirth_slice(" ", 1));
        end = put_joined(w, end, 0);
    }
    w->timed = true;
    return end;
}

/* One thing a line, announced by a heading or a colon: a list that goes without bullets. */
static bool is_one_liner(const struct writer *w, size_t at)
{
    const struct mirth_plain_line *line = line_at(w, at);
    return at < w->text.count && line->text.len && !line->mark && !line->rule && !line->colon &&
           !line->timed && mirth_count_words(line->text) <= ONE_LINER &&
           !mirth_plain_joins(&w->text, at, at) && !mirth_plain_heading(&w->text, at);
}

static size_t put_one_liners(struct writer *w, size_t at)
{
    while (is_one_liner(w, at))
        at = put_item(w, at, 0);
    w->announced = false;
    return at;
}

static size_t put_paragraph(struct writer *w, size_t at)
{
    const struct mirth_plain_line *line = line_at(w, at);
    size_t end;
    end_list(w);
    mirth_draft_line(w->draft, line->number, "");
    end = put_joined(w, at, 0);
    mirth_draft_part(w->draft);
    w->announced = line_at(w, end - 1)->text.at[line_at(w, end - 1)->text.len - 1] == ':';
    w->timed = false;
    return end;
}

static size_t put_rule(struct writer *w, size_t at)
{
    bool over = at + 2 < w->text.count && line_at(w, at + 2)->rule;
    if (over && line_at(w, at + 1)->text.len) /* the line above a title */
        return at + 1;
    end_list(w);
    mirth_draft_line(w->draft, line_at(w, at)->number, "---");
    mirth_draft_part(w->draft);
    return at + 1;
}

static size_t put_block(struct writer *w, size_t at)
{
    const struct mirth_plain_line *line = line_at(w, at);
    bool starts = at == 0 || !line[-1].text.len;
    size_t end = starts ? mirth_plain_drawing(&w->text, at) : at, next;
    unsigned level;
    if (end > at)
        return put_drawing(w, at, end);
    if (line->rule)
        return put_rule(w, at);
    level = mirth_plain_heading(&w->text, at);
    if (level)
        return put_heading(w, at, level);
    if (line->mark)
        return put_item(w, at, line->mark);
    next = line->timed ? next_block(w, at) : 0;
    if (line->timed && (w->timed || (next < w->text.count && line_at(w, next)->timed)))
        return put_entry(w, at);
    if (w->announced && !line->label && is_one_liner(w, at) && is_one_liner(w, at + 1))
        return put_one_liners(w, at);
    return put_paragraph(w, at);
}

bool mirth_plain_read(const char *text, size_t len, struct mirth_draft *draft)
{
    struct writer w = {.draft = draft};
    w.text.lines = mirth_plain_lines(text, len, &w.text.count);
    if (!w.text.lines)
        return false;
    mirth_plain_measure(&w.text);
    for (size_t at = 0; at < w.text.count;) {
        if (line_at(&w, at)->text.len)
            at = put_block(&w, at);
        else
            at++;
    }
    free(w.text.lines);
    mirth_put_char(&draft->out, '\n');
    return !draft->out.spent;
}
