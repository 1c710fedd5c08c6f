/* diff.c: what an edition changed in its record, as a unified diff. */
#include "write/diff.h"

#include <string.h>

#include "write/markdown.h"

enum { CONTEXT = 3 };

/* Lines of the record, and what the edition has in their place. */
struct change {
    size_t at, end;     /* bytes of the source: whole lines, or none */
    size_t line, lines; /* the number of the first, from 1; how many */
    size_t added;       /* how many the edition has */
    struct mirth_slice text;
};

struct diff {
    const struct mirth_story *story;
    struct change *changes;
    size_t count, room;
    long shift; /* by how much line numbers of the edition are ahead */
    bool colour;
    struct mirth_buffer *out;
};

static size_t line_start(const struct mirth_story *story, size_t at)
{
    while (at && story->source[at - 1] != '\n')
        at--;
    return at;
}

/* Behind the line that holds `at`. */
static size_t line_end(const struct mirth_story *story, size_t at)
{
    const char *end =
        at < story->length ? memchr(story->source + at, '\n', story->length - at) : NULL;
    return end ? (size_t)(end - story->source) + 1 : story->length;
}

static size_t count_lines(const char *text, size_t len)
{
    size_t lines = len && text[len - 1] != '\n';
    for (size_t i = 0; i < len; i++)
        lines += text[i] == '\n';
    return lines;
}

/* Whole lines put between two of the record's: none of its own is touched. */
static bool is_between(const struct mirth_story *story, const struct mirth_edit *edit)
{
    return !edit->span.len && edit->len && edit->text[edit->len - 1] == '\n' &&
           line_start(story, edit->span.at) == edit->span.at;
}

/* Whether `at` is on a line before `end`; behind a last line that does not end it still is. */
static bool is_before(const struct mirth_story *story, size_t at, size_t end)
{
    return at < end || (at == end && end && end == story->length && story->source[end - 1] != '\n');
}

/* The edits from `first` on that touch the same lines; *at and *end are those lines' bytes. */
static size_t gather(const struct mirth_story *story, const struct mirth_retelling *r, size_t first,
                     size_t *at, size_t *end)
{
    size_t next = first + 1;
    *at = line_start(story, r->edits[first].span.at);
    *end = *at;
    if (is_between(story, &r->edits[first]))
        return next;
    *end = line_end(story, r->edits[first].span.at + r->edits[first].span.len);
    while (next < r->count && is_before(story, r->edits[next].span.at, *end)) {
        size_t reach = line_end(story, r->edits[next].span.at + r->edits[next].span.len);
        *end = reach > *end ? reach : *end;
        next++;
    }
    return next;
}

static bool add_change(struct diff *d, struct mirth_pool *pool, struct change change)
{
    const char *old = d->story->source + change.at;
    if (change.text.len == change.end - change.at && !memcmp(change.text.at, old, change.text.len))
        return true;
    change.lines = count_lines(old, change.end - change.at);
    change.added = count_lines(change.text.at, change.text.len);
    if (!mirth_pool_grow(pool, (void **)&d->changes, d->count, &d->room, sizeof *d->changes))
        return false;
    d->changes[d->count++] = change;
    return true;
}

static bool collect(struct diff *d, struct mirth_pool *pool, const struct mirth_retelling *r)
{
    struct mirth_buffer text = {0};
    size_t line = 1, counted = 0;
    bool ok = true;
    for (size_t i = 0, next; i < r->count && ok; i = next) {
        struct change change = {0};
        next = gather(d->story, r, i, &change.at, &change.end);
        text.len = 0;
        line += count_lines(d->story->source + counted, change.at - counted);
        counted = change.at;
        change.line = line;
        ok = mirth_write_stretch(d->story, r->edits + i, next - i, change.at, change.end, &text);
        change.text.len = text.len;
        change.text.at = ok ? mirth_pool_copy(pool, text.at, text.len) : NULL;
        ok = change.text.at && add_change(d, pool, change);
    }
    mirth_buffer_free(&text);
    return ok;
}

static void put_line(struct diff *d, char mark, struct mirth_slice line)
{
    const char *ink = !d->colour    ? NULL
                      : mark == '-' ? "\033[31m"
                      : mark == '+' ? "\033[32m"
                                    : NULL;
    bool whole = line.len && line.at[line.len - 1] == '\n';
    mirth_put_text(d->out, ink ? ink : "");
    mirth_put_char(d->out, mark);
    mirth_put(d->out, line.at, line.len - whole);
    mirth_put_text(d->out, ink ? "\033[m\n" : "\n");
    if (!whole)
        mirth_put_text(d->out, "\\ No newline at end of file\n");
}

static void put_lines(struct diff *d, char mark, const char *text, size_t len)
{
    for (size_t at = 0, next; at < len; at = next) {
        const char *end = memchr(text + at, '\n', len - at);
        next = end ? (size_t)(end - text) + 1 : len;
        put_line(d, mark, mirth_slice(text + at, next - at));
    }
}

/* Up to CONTEXT lines before `at`: where they begin. */
static size_t context_before(const struct mirth_story *story, size_t at, size_t *lines)
{
    for (*lines = 0; *lines < CONTEXT && at; ++*lines)
        at = line_start(story, at - 1);
    return at;
}

static size_t context_behind(const struct mirth_story *story, size_t at, size_t *lines)
{
    for (*lines = 0; *lines < CONTEXT && at < story->length; ++*lines)
        at = line_end(story, at);
    return at;
}

/* "12,7": of no line it is the one before. */
static void put_range(struct diff *d, char mark, size_t first, size_t lines)
{
    mirth_put_char(d->out, mark);
    mirth_put_number(d->out, lines ? first : first - 1);
    mirth_put_char(d->out, ',');
    mirth_put_number(d->out, lines);
}

static void put_head(struct diff *d, size_t first, size_t removed, size_t added)
{
    mirth_put_text(d->out, d->colour ? "\033[36m@@ " : "@@ ");
    put_range(d, '-', first, removed);
    mirth_put_char(d->out, ' ');
    put_range(d, '+', (size_t)((long)first + d->shift), added);
    mirth_put_text(d->out, d->colour ? " @@\033[m\n" : " @@\n");
    d->shift += (long)added - (long)removed;
}

static void put_hunk(struct diff *d, const struct change *changes, size_t count)
{
    const struct mirth_story *story = d->story;
    const struct change *last = &changes[count - 1];
    size_t before, behind, from = context_before(story, changes->at, &before);
    size_t to = context_behind(story, last->end, &behind);
    size_t removed = count_lines(story->source + from, to - from), added = removed;
    for (size_t i = 0; i < count; i++)
        added += changes[i].added - changes[i].lines;
    put_head(d, changes->line - before, removed, added);
    for (size_t i = 0; i < count; i++) {
        put_lines(d, ' ', story->source + from, changes[i].at - from);
        put_lines(d, '-', story->source + changes[i].at, changes[i].end - changes[i].at);
        put_lines(d, '+', changes[i].text.at, changes[i].text.len);
        from = changes[i].end;
    }
    put_lines(d, ' ', story->source + from, to - from);
}

/* How many changes, from `first` on, are so near each other that they share a hunk. */
static size_t hunk_length(const struct diff *d, size_t first)
{
    size_t n = 1;
    while (first + n < d->count) {
        const struct change *a = &d->changes[first + n - 1], *b = a + 1;
        if (b->line - (a->line + a->lines) > 2 * CONTEXT)
            break;
        n++;
    }
    return n;
}

static void put_name(struct mirth_buffer *out, const char *mark, const char *name, const char *what)
{
    mirth_put_text(out, mark);
    mirth_put_text(out, name);
    mirth_put_char(out, '\t');
    mirth_put_text(out, what);
    mirth_put_char(out, '\n');
}

bool mirth_write_diff(struct mirth_story *story, const struct mirth_retelling *retelling,
                      bool colour, struct mirth_buffer *out)
{
    struct diff d = {.story = story, .colour = colour, .out = out};
    if (!collect(&d, &story->pool, retelling))
        return false;
    if (d.count) {
        put_name(out, "--- ", story->name, "record");
        put_name(out, "+++ ", story->name, retelling->theme);
    }
    for (size_t i = 0, n; i < d.count; i += n) {
        n = hunk_length(&d, i);
        put_hunk(&d, &d.changes[i], n);
    }
    return !out->spent;
}
