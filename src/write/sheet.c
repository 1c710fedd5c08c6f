/* sheet.c: which line of an edition is what: titles, sections, entries with their times and gaps */
#include "write/sheet.h"

#include <string.h>

/* Follows the source and counts the edition's lines, edit by edit. */
struct ruler {
    const struct mirth_story *story;
    const struct mirth_edit *edits;
    size_t count, next;
    size_t at;   /* of the source */
    size_t line; /* of the edition, from 1 */
};

static size_t count_lines(const char *s, size_t len)
{
    size_t lines = 0;
    for (size_t i = 0; i < len; i++)
        lines += s[i] == '\n' || (s[i] == '\r' && (i + 1 == len || s[i + 1] != '\n'));
    return lines;
}

static void walk(struct ruler *r, size_t to)
{
    if (to > r->at) {
        r->line += count_lines(r->story->source + r->at, to - r->at);
        r->at = to;
    }
}

static bool is_before(const struct mirth_edit *edit, size_t at)
{
    bool block = edit->len && edit->text[edit->len - 1] == '\n';
    return edit->span.at < at || (edit->span.at == at && !edit->span.len && block);
}

/* The edition's line of a place in the source; places come in order. */
static size_t measure(struct ruler *r, size_t at)
{
    for (; r->next < r->count && is_before(&r->edits[r->next], at); r->next++) {
        const struct mirth_edit *edit = &r->edits[r->next];
        walk(r, edit->span.at);
        r->line += count_lines(edit->text, edit->len);
        r->at = edit->span.at + edit->span.len > r->at ? edit->span.at + edit->span.len : r->at;
    }
    walk(r, at);
    return r->line;
}

static size_t line_start(const struct mirth_story *story, size_t at)
{
    while (at > story->body && story->source[at - 1] != '\n' && story->source[at - 1] != '\r')
        at--;
    return at;
}

struct marker {
    struct ruler ruler;
    struct mirth_mark *marks;
    size_t count;
    bool comparable; /* times may be subtracted */
    int64_t last;    /* minutes of the entry before; -1: none */
    size_t row;      /* the next row that may be a heading of its own */
};

static struct mirth_mark *add(struct marker *m, const struct mirth_row *row,
                              enum mirth_mark_kind kind)
{
    struct mirth_mark *mark = &m->marks[m->count++];
    *mark = (struct mirth_mark){
        .line = measure(&m->ruler, line_start(m->ruler.story, row->text.at)),
        .kind = kind,
        .linked = row->block == MIRTH_HEADING,
        .words = {m->ruler.story->source + row->text.at, row->text.len},
        .iso = "",
        .gap = -1,
    };
    return mark;
}

static void add_event(struct marker *m, const struct mirth_part *part)
{
    struct mirth_mark *mark = add(m, &m->ruler.story->rows[part->row], MIRTH_MARK_EVENT);
    mark->words = part->time;
    mark->iso = part->iso;
    if (!m->comparable || part->minutes < 0)
        return;
    if (m->last >= 0 && part->minutes >= m->last)
        mark->gap = part->minutes - m->last;
    m->last = part->minutes;
}

/* Headings that are no part of the record that we know. */
static void add_headings(struct marker *m, size_t row)
{
    const struct mirth_story *story = m->ruler.story;
    for (; m->row < row; m->row++)
        if (story->rows[m->row].block == MIRTH_HEADING && story->rows[m->row].first)
            add(m, &story->rows[m->row], MIRTH_MARK_HEADING);
}

static void add_part(struct marker *m, const struct mirth_part *part)
{
    const struct mirth_row *row = &m->ruler.story->rows[part->row];
    bool event = part->kind == MIRTH_EVENT && part->time.len;
    bool heading = part->kind == MIRTH_TITLE || part->kind == MIRTH_SECTION;
    if (part->quiet || (!event && !heading) || part->row < m->row)
        return;
    add_headings(m, part->row);
    if (event)
        add_event(m, part);
    else
        add(m, row, part->kind == MIRTH_TITLE ? MIRTH_MARK_TITLE : MIRTH_MARK_SECTION);
    m->row = part->row + (heading ? 1 : 0);
}

static bool read_marks(struct mirth_sheet *sheet, const struct mirth_english *english,
                       struct mirth_story *story, const struct mirth_retelling *retelling)
{
    struct marker m = {
        .ruler = {.story = story, .edits = retelling->edits, .count = retelling->count, .line = 1},
        .comparable = mirth_one_zone(english, story),
        .last = -1};
    m.marks =
        mirth_pool_array(&story->pool, story->row_count + story->part_count + 1, sizeof *m.marks);
    if (!m.marks)
        return false;
    for (size_t i = 0; i < story->part_count; i++)
        add_part(&m, &story->parts[i]);
    add_headings(&m, story->row_count);
    sheet->marks = m.marks;
    sheet->mark_count = m.count;
    return true;
}

static const char *word_of(const struct mirth_book *book, const char *entry)
{
    const struct mirth_line *line;
    return mirth_book_entry(book, "page", entry, &line) ? line->text : entry;
}

static void read_words(struct mirth_page_words *words, const struct mirth_book *book)
{
    static const char *const numbers[MIRTH_NUMBERS] = {"lasted", "affected", "detect", "resolve"};
    static const char *const levels[] = {"mirth-0", "mirth-1", "mirth-2", "mirth-3"};
    for (size_t i = 0; i < MIRTH_NUMBERS; i++)
        words->numbers[i] = word_of(book, numbers[i]);
    for (size_t i = 0; i < 4; i++)
        words->levels[i] = word_of(book, levels[i]);
    words->reckoned = word_of(book, "reckoned");
    words->about = word_of(book, "about");
    words->preview = word_of(book, "preview");
    words->record = word_of(book, "record");
    words->themes = word_of(book, "themes");
    words->mirth = word_of(book, "mirth");
}

void mirth_sheet_begin(struct mirth_sheet *sheet, const struct mirth_english *english,
                       const struct mirth_book *english_book, struct mirth_story *story)
{
    sheet->number_count = mirth_read_numbers(english, english_book, story, sheet->numbers);
    read_words(&sheet->words, english_book);
}

bool mirth_sheet(struct mirth_sheet *sheet, const struct mirth_english *english,
                 const struct mirth_book *theme, struct mirth_story *story,
                 const struct mirth_retelling *retelling)
{
    sheet->theme = theme ? theme->name : NULL;
    sheet->caption = theme ? theme->caption : NULL;
    sheet->level = retelling->mirth;
    sheet->look = theme ? mirth_look_of(theme) : mirth_sober_look();
    return read_marks(sheet, english, story, retelling) && !story->pool.spent;
}
