/* outline_show.h: a record's parts, a line each, to be compared. */
#ifndef MIRTH_OUTLINE_SHOW_H
#define MIRTH_OUTLINE_SHOW_H

#include "english_book.h"
#include "read/read.h"
#include "understand/outline.h"

static const char *const kinds[] = {"title", "section", "field", "event", "measure", "prose"};

static void put_on_one_line(struct mirth_buffer *out, const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++)
        mirth_put_char(out, text[i] == '\n' || text[i] == '\r' ? ' ' : text[i]);
}

/* `LINE kind name: text` for each part. */
static void put_parts(const struct mirth_story *story, struct mirth_buffer *out)
{
    for (size_t i = 0; i < story->part_count; i++) {
        const struct mirth_part *part = &story->parts[i];
        mirth_put_number(out, part->line);
        mirth_put_char(out, ' ');
        mirth_put_text(out, kinds[part->kind]);
        mirth_put_char(out, ' ');
        mirth_put_text(out, part->name);
        mirth_put_text(out, part->text.len ? ": " : ":");
        put_on_one_line(out, story->source + part->text.at, part->text.len);
        mirth_put_char(out, '\n');
    }
}

static inline void assert_outline_from(void **state, enum mirth_from from, const char *record,
                                       const char *wanted)
{
    struct mirth_story story = {.name = "r.md", .source = record, .length = strlen(record)};
    struct mirth_buffer got = {0};
    struct mirth_error err;
    assert_true(mirth_read(&story, from, 1 << 20, &err));
    assert_true(mirth_outline(*state, &story));
    put_parts(&story, &got);
    assert_string_equal(got.at ? got.at : "", wanted);
    mirth_buffer_free(&got);
    mirth_pool_free(&story.pool);
}

static inline void assert_outline(void **state, const char *record, const char *wanted)
{
    assert_outline_from(state, MIRTH_FROM_MARKDOWN, record, wanted);
}

#endif
