/* read.c: whatever the format, the record becomes Markdown and its rows. */
#include "read/read.h"

#include <string.h>

#include "read/guard.h"
#include "read/html.h"
#include "read/plain.h"
#include "read/sniff.h"

static struct mirth_slice without_bom(struct mirth_slice s)
{
    bool bom = s.len >= 3 && !memcmp(s.at, "\xef\xbb\xbf", 3);
    return bom ? mirth_slice(s.at + 3, s.len - 3) : s;
}

/* Markdown that stands too far to the right: each line without the indent that all of them have. */
static bool pull_left(struct mirth_slice text, struct mirth_draft *draft)
{
    size_t origin = 1;
    while (text.len) {
        const char *end = memchr(text.at, '\n', text.len);
        size_t len = end ? (size_t)(end - text.at) : text.len, cut = 0;
        while (cut < len && cut < 4 && text.at[cut] == ' ')
            cut++;
        cut += cut == 0 && len && text.at[0] == '\t';
        mirth_draft_line(draft, origin++, "");
        mirth_draft_open(draft, mirth_slice(text.at + cut, len - cut));
        len += end != NULL;
        text = mirth_slice(text.at + len, text.len - len);
    }
    mirth_put_char(&draft->out, '\n');
    return !draft->out.spent;
}

static bool convert(struct mirth_slice text, enum mirth_from from, bool sniffed,
                    struct mirth_draft *draft, struct mirth_error *err)
{
    bool ok;
    if (from == MIRTH_FROM_HTML)
        return mirth_html_read(text, draft, err);
    ok = sniffed && mirth_sniff_shifted(text) ? pull_left(text, draft)
                                              : mirth_plain_read(text.at, text.len, draft);
    return ok ? true : mirth_no_memory(err);
}

/* The rows' lines are the draft's; the reader's message is to name the record's. */
static void number_rows(struct mirth_story *story, const struct mirth_draft *draft)
{
    for (size_t i = 0; i < story->row_count; i++) {
        size_t line = story->rows[i].number;
        story->rows[i].number = draft->origins[line <= draft->lines ? line - 1 : draft->lines - 1];
    }
}

static bool read_draft(struct mirth_story *story, const struct mirth_draft *draft,
                       struct mirth_error *err)
{
    char *copy = mirth_pool_copy(&story->pool, draft->out.at, draft->out.len);
    if (!copy)
        return mirth_no_memory(err);
    story->source = copy;
    story->length = draft->out.len;
    if (!mirth_read_markdown(story, SIZE_MAX, err))
        return false;
    number_rows(story, draft);
    return true;
}

bool mirth_read(struct mirth_story *story, enum mirth_from from, size_t limit,
                struct mirth_error *err)
{
    struct mirth_draft draft = {.pool = &story->pool};
    bool sniffed = from == MIRTH_FROM_AUTO, ok;
    story->given = mirth_slice(story->source, story->length);
    if (sniffed)
        from = mirth_sniff(story->given, story->name);
    if (from == MIRTH_FROM_MARKDOWN)
        return mirth_read_markdown(story, limit, err);
    if (!mirth_guard_text(story, limit, err))
        return false;
    story->plain = from == MIRTH_FROM_TEXT;
    ok = convert(without_bom(story->given), from, sniffed, &draft, err) &&
         read_draft(story, &draft, err);
    mirth_draft_free(&draft);
    return ok;
}
