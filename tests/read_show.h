/* read_show.h: what the readers made of a record, as text. */
#ifndef READ_SHOW_H
#define READ_SHOW_H

#include "read/read.h"

enum { LIMIT = 64 << 20 };

struct pair {
    const char *in, *out;
};

/* Frees its pool; the error's message where it could not be read. */
static inline char *read_as(struct mirth_slice record, const char *name, enum mirth_from from,
                            char *(*show)(const struct mirth_story *))
{
    struct mirth_story story = {.name = name, .source = record.at, .length = record.len};
    struct mirth_error err = {0};
    bool ok = mirth_read(&story, from, LIMIT, &err);
    char *shown = ok ? show(&story) : strdup(err.message);
    mirth_pool_free(&story.pool);
    assert_non_null(shown);
    return shown;
}

/* A row a line: `3 h2 Timeline`, `4 - item`, `5 + goes on`, `6 | table`, `> ` quoted. */
static inline char *show_rows(const struct mirth_story *story)
{
    struct mirth_buffer out = {0};
    for (size_t i = 0; i < story->row_count; i++) {
        const struct mirth_row *row = &story->rows[i];
        mirth_put_number(&out, row->number);
        mirth_put_text(&out, row->quoted ? " >" : "");
        mirth_put_text(&out, row->html ? " <" : " ");
        if (row->block == MIRTH_HEADING) {
            mirth_put_char(&out, 'h');
            mirth_put_number(&out, row->level);
        } else if (row->block == MIRTH_TABLE) {
            mirth_put_char(&out, '|');
        } else if (row->item) {
            for (size_t k = 0; k < row->depth; k++)
                mirth_put_char(&out, row->ordered ? '1' : '-');
        } else {
            mirth_put_char(&out, row->first ? 'p' : '+');
        }
        mirth_put_char(&out, ' ');
        mirth_put(&out, story->source + row->text.at, row->text.len);
        mirth_put_char(&out, '\n');
    }
    return out.at ? out.at : strdup("");
}

static inline char *show_source(const struct mirth_story *story)
{
    return strndup(story->source, story->length);
}

static inline void assert_shown(const struct pair *pairs, size_t count, const char *name,
                                enum mirth_from from, char *(*show)(const struct mirth_story *))
{
    for (size_t i = 0; i < count; i++) {
        char *shown = read_as(mirth_slice_of(pairs[i].in), name, from, show);
        if (strcmp(shown, pairs[i].out) != 0)
            print_error("from:\n%s\ngot:\n%s\nexpected:\n%s\n", pairs[i].in, shown, pairs[i].out);
        assert_string_equal(shown, pairs[i].out);
        free(shown);
    }
}

#define COUNT(array) (sizeof(array) / sizeof *(array))

#endif
