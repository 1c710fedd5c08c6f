/* record.c: an edition's last lines: where the record is, and the record itself, folded */
#include "write/record.h"

#include <cmark.h>
#include <string.h>

bool mirth_is_record_url(const char *url)
{
    struct mirth_slice scheme = {url, strcspn(url, ":/?#")};
    for (const char *s = url; *s; s++)
        if ((unsigned char)*s <= ' ' || strchr("<>\\\x7f", *s))
            return false;
    return *url && (url[scheme.len] != ':' || mirth_same_nocase(scheme, mirth_slice_of("http")) ||
                    mirth_same_nocase(scheme, mirth_slice_of("https")));
}

static const char *words_of(const struct mirth_book *book, const char *entry)
{
    const struct mirth_line *line;
    return mirth_book_entry(book, "credit", entry, &line) ? line->text : "";
}

/* The line with {url} filled in. */
static void put_address(struct mirth_buffer *out, const char *words, const char *url)
{
    const char *slot = strstr(words, "{url}");
    size_t before = slot ? (size_t)(slot - words) : strlen(words);
    mirth_put(out, words, before);
    if (!slot)
        return;
    mirth_put_char(out, '<');
    mirth_put_text(out, url);
    mirth_put_char(out, '>');
    mirth_put_text(out, slot + strlen("{url}"));
}

/* ---- the fold ---- */

#define FOLD_END "</details>"

static size_t count(struct mirth_slice s, const char *tag)
{
    size_t n = 0, len = strlen(tag);
    for (size_t i = 0; i + len <= s.len; i++)
        n += s.at[i] == '<' && mirth_same_nocase(mirth_slice(s.at + i, len), mirth_slice_of(tag));
    return n;
}

/* Whether what is put behind a Markdown text is outside everything in it: no fence, comment or
 * element of it is left open. */
static bool is_closed(struct mirth_slice record)
{
    struct mirth_buffer both = {0};
    cmark_node *document, *last;
    const char *html;
    bool closed;
    mirth_put_slice(&both, record);
    mirth_put_text(&both, "\n\n" FOLD_END "\n");
    document = both.spent ? NULL : cmark_parse_document(both.at, both.len, CMARK_OPT_DEFAULT);
    last = document ? cmark_node_last_child(document) : NULL;
    html = last && cmark_node_get_type(last) == CMARK_NODE_HTML_BLOCK ? cmark_node_get_literal(last)
                                                                      : NULL;
    closed = html && !strcmp(html, FOLD_END "\n") &&
             count(record, "<details") == count(record, FOLD_END);
    if (document)
        cmark_node_free(document);
    mirth_buffer_free(&both);
    return closed;
}

static void put_fence(struct mirth_buffer *out, size_t len)
{
    while (len--)
        mirth_put_char(out, '`');
}

/* As code, in a fence that is longer than any run of backquotes in it. */
static void put_code(struct mirth_buffer *out, struct mirth_slice text)
{
    size_t run = mirth_longest_run(text, '`'), len = run < 2 ? 3 : run + 1;
    put_fence(out, len);
    mirth_put_char(out, '\n');
    mirth_put_slice(out, text);
    if (text.len && text.at[text.len - 1] != '\n')
        mirth_put_char(out, '\n');
    put_fence(out, len);
    mirth_put_char(out, '\n');
}

/* Front matter would be a rule and a heading here, so it is shown as code; and so is a record that
 * would not let the fold end behind it. */
static void put_fold(struct mirth_buffer *out, const struct mirth_story *story, const char *words)
{
    struct mirth_slice front = mirth_slice(story->source, story->body);
    struct mirth_slice body = mirth_slice(story->source + story->body, story->length - story->body);
    bool closed = is_closed(body);
    mirth_put_text(out, "\n\n<details>\n<summary>");
    mirth_put_text(out, words);
    mirth_put_text(out, "</summary>\n\n");
    if (mirth_trim(front).len > 3) /* more than a byte order mark */
        put_code(out, front);
    if (closed)
        mirth_put_slice(out, mirth_trim(body));
    else
        put_code(out, body);
    mirth_put_text(out, "\n\n" FOLD_END "\n");
}

bool mirth_put_record(const struct mirth_story *story, const struct mirth_book *book,
                      const struct mirth_options *options, struct mirth_buffer *out)
{
    if (!options->record_url && !options->with_record)
        return true;
    while (out->len && mirth_is_space(out->at[out->len - 1]))
        out->len--;
    if (options->record_url) {
        mirth_put_text(out, "\n\n");
        put_address(out, words_of(book, "address"), options->record_url);
    }
    if (options->with_record)
        put_fold(out, story, words_of(book, "fold"));
    else
        mirth_put_char(out, '\n');
    return !out->spent;
}
