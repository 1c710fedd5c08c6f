/* book_stats.c: postmirth-book stats: a theme's lines, counted, and told over records */
#include <stdlib.h>
#include <string.h>

#include "author/stats.h"
#include "cli/book.h"
#include "cli/files.h"

/* The records' texts, in the order of the command line. */
struct records {
    struct mirth_buffer *texts;
    struct mirth_specimen *specimens;
    size_t count;
};

static bool read_records(struct records *r, char **paths, int count, struct mirth_error *err)
{
    const size_t limit = mirth_defaults().limit;
    r->texts = calloc((size_t)count + 1, sizeof *r->texts);
    r->specimens = calloc((size_t)count + 1, sizeof *r->specimens);
    if (!r->texts || !r->specimens)
        return mirth_no_memory(err);
    for (int i = 0; i < count; i++) {
        struct mirth_buffer *text = &r->texts[r->count];
        if (!mirth_read_file(paths[i], paths[i], limit, text, err))
            return false;
        r->specimens[r->count++] =
            (struct mirth_specimen){paths[i], mirth_slice(text->at ? text->at : "", text->len)};
    }
    return true;
}

static void free_records(struct records *r)
{
    for (size_t i = 0; r->texts && i < r->count; i++)
        mirth_buffer_free(&r->texts[i]);
    free(r->texts);
    free(r->specimens);
}

int mirth_book_stats(int argc, char **argv)
{
    struct mirth_error err;
    struct mirth_pair pair;
    struct records records = {0};
    struct mirth_english *english = NULL;
    struct mirth_buffer out = {0};
    bool ok;
    if (argc < 1)
        return mirth_misused();
    ok = mirth_read_pair(&pair, argv[0], &err) &&
         (english = mirth_english_new(pair.english, &err)) &&
         read_records(&records, argv + 1, argc - 1, &err);
    if (ok) {
        struct mirth_stage stage = {pair.theme, pair.english, english};
        ok = mirth_stats(&stage, records.specimens, records.count, &out, &err);
    }
    free_records(&records);
    mirth_english_free(english);
    mirth_free_pair(&pair);
    if (ok)
        return mirth_print(&out);
    mirth_buffer_free(&out);
    return mirth_complain(&err);
}
