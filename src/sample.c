/* sample.c: a few lines that every record could have, told in a theme (`--list-themes=sample`) */
#include <stdlib.h>
#include <string.h>

#include "read/read.h"
#include "suit.h"
#include "phrasebook/book.h"
#include "understand/understand.h"

/* The English book's examples that are one after another a record: its title and its entries. */
static bool put_record(const struct mirth_book *english, struct mirth_buffer *out)
{
    const struct mirth_line *line, *heading, *title;
    size_t n = mirth_book_entry(english, "examples", "entries", &line);
    if (!n || !mirth_book_entry(english, "examples", "title", &title) ||
        !mirth_book_entry(english, "examples", "heading", &heading))
        return true;
    mirth_put_text(out, "# ");
    mirth_put_text(out, title->text);
    mirth_put_text(out, "\n\n## ");
    mirth_put_text(out, heading->text);
    mirth_put_text(out, "\n\n");
    for (size_t i = 0; i < n; i++) {
        mirth_put_text(out, "- ");
        mirth_put_text(out, line[i].text);
        mirth_put_char(out, '\n');
    }
    return !out->spent;
}

static void put_told(const struct mirth_story *story, struct mirth_buffer *out)
{
    for (size_t i = 0; i < story->part_count; i++) {
        const struct mirth_part *part = &story->parts[i];
        if (part->kind != MIRTH_EVENT || !part->clause_count)
            continue;
        for (size_t k = 0; k < part->clause_count; k++) {
            const struct mirth_clause *clause = &part->clauses[k];
            mirth_put_text(out, k ? " " : "\t");
            if (clause->retold)
                mirth_put_text(out, clause->retold);
            else
                mirth_put_slice(out, clause->text);
        }
        mirth_put_char(out, '\n');
    }
}

bool mirth_sample_lines(struct mirth_tale *tale, struct mirth_buffer *out, struct mirth_error *err)
{
    struct mirth_options options = mirth_defaults();
    struct mirth_buffer record = {0};
    size_t line;
    bool ok = put_record(tale->english_book, &record) || mirth_no_memory(err);
    options.to = MIRTH_JSON; /* keeps what became of each sentence */
    options.mirth = 3;       /* shows what the theme can do; there is nothing to be brief about */
    tale->story.name = "sample";
    tale->story.source = record.at ? record.at : "";
    tale->story.length = record.len;
    ok = ok && mirth_read(&tale->story, MIRTH_FROM_MARKDOWN, options.limit, err) &&
         mirth_understand(tale->english, &tale->story, err) &&
         mirth_tale_retell(tale, &options, &line, err);
    if (ok && !line)
        put_told(&tale->story, out);
    mirth_buffer_free(&record);
    return ok;
}
