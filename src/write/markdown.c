/* markdown.c: the Markdown writer: the record's own bytes with the edits laid in. */
#include "write/markdown.h"

/* The text of an edit is written with LF; a CR LF record gets CR LF. One that has CR LF already,
 * because it quotes the record, keeps it. */
static void put_crlf(struct mirth_buffer *out, const char *text, size_t len)
{
    size_t from = 0;
    for (size_t i = 0; i < len; i++) {
        if (text[i] != '\n' || (i && text[i - 1] == '\r'))
            continue;
        mirth_put(out, text + from, i - from);
        mirth_put(out, "\r", 1);
        from = i;
    }
    mirth_put(out, text + from, len - from);
}

static bool fits(struct mirth_span span, size_t from, size_t to)
{
    return span.at >= from && span.at <= to && span.len <= to - span.at;
}

bool mirth_write_stretch(const struct mirth_story *story, const struct mirth_edit *edits,
                         size_t count, size_t from, size_t to, struct mirth_buffer *out)
{
    for (size_t i = 0; i < count; i++) {
        const struct mirth_edit *edit = &edits[i];
        if (!fits(edit->span, from, to))
            return false;
        mirth_put(out, story->source + from, edit->span.at - from);
        if (story->crlf)
            put_crlf(out, edit->text, edit->len);
        else
            mirth_put(out, edit->text, edit->len);
        from = edit->span.at + edit->span.len;
    }
    mirth_put(out, story->source + from, to - from);
    return !out->spent;
}

bool mirth_write_markdown(const struct mirth_story *story, const struct mirth_edit *edits,
                          size_t count, struct mirth_buffer *out)
{
    return mirth_write_stretch(story, edits, count, 0, story->length, out);
}
