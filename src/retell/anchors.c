/* anchors.c: headings that were changed keep the addresses that they had */
#include <stdlib.h>
#include <string.h>

#include "base/slug.h"
#include "retell/layout.h"
#include "understand/words.h"

/* How often a slug was given out; open addressing. */
struct taken {
    uint64_t hash; /* 0: free */
    size_t count;
};

struct anchors {
    struct mirth_layout *l;
    struct taken *taken;
    size_t size; /* a power of two, more than twice the headings */
    struct mirth_buffer words, slug, block;
    size_t edit, edits; /* the first that may lie in the next heading; how many there were */
};

static bool is_heading(const struct mirth_row *row)
{
    return row->block == MIRTH_HEADING && row->first;
}

/* "timeline", and for the second of that name "timeline-1". */
static void settle(struct anchors *a)
{
    uint64_t hash = mirth_hash(MIRTH_HASH, a->slug.at, a->slug.len) | 1;
    size_t at = (size_t)hash & (a->size - 1);
    while (a->taken[at].hash && a->taken[at].hash != hash)
        at = (at + 1) & (a->size - 1);
    a->taken[at].hash = hash;
    if (a->taken[at].count) {
        mirth_put_char(&a->slug, '-');
        mirth_put_number(&a->slug, a->taken[at].count);
    }
    a->taken[at].count++;
}

/* Whether something is added to the heading's own line; blocks of ours begin with a line end. */
static bool is_changed(struct anchors *a, struct mirth_span text)
{
    const struct mirth_retelling *r = a->l->out;
    while (a->edit < a->edits && r->edits[a->edit].span.at < text.at)
        a->edit++;
    for (size_t i = a->edit; i < a->edits && r->edits[i].span.at <= text.at + text.len; i++)
        if (r->edits[i].len && r->edits[i].text[0] != '\n' && r->edits[i].span.at > text.at)
            return true;
    return false;
}

/* GitHub keeps an id, under a prefix that its links know of; GitLab keeps only a name. */
static bool put_anchor(struct anchors *a, const struct mirth_row *row)
{
    const struct mirth_story *story = a->l->t->story;
    size_t at = row->text.at;
    bool github = a->l->t->options->forge == MIRTH_FOR_GITHUB;
    while (at > story->body && story->source[at - 1] != '\n')
        at--;
    a->block.len = 0;
    if (at > story->body + 1 && story->source[at - 2] != '\n' && story->source[at - 2] != '\r')
        mirth_put_char(&a->block, '\n');
    mirth_put_text(&a->block, github ? "<a id=\"" : "<a name=\"");
    mirth_put_slice(&a->block, mirth_buffer_slice(&a->slug));
    mirth_put_text(&a->block, "\"></a>\n\n");
    return mirth_lay_block(a->l, at, &a->block);
}

static bool add(struct anchors *a, const struct mirth_row *row)
{
    const struct mirth_story *story = a->l->t->story;
    a->words.len = a->slug.len = 0;
    if (!mirth_plain_words(mirth_slice(story->source + row->text.at, row->text.len), &a->words))
        return false;
    mirth_slug(mirth_trim(mirth_buffer_slice(&a->words)), &a->slug);
    if (a->slug.spent)
        return false;
    if (!a->slug.len || strpbrk(a->slug.at, "\"<>&"))
        return true;
    settle(a);
    return row->depth || row->quoted || !is_changed(a, row->text) || put_anchor(a, row);
}

bool mirth_add_anchors(struct mirth_layout *l)
{
    const struct mirth_story *story = l->t->story;
    struct anchors a = {.l = l, .size = 16, .edits = l->out->count};
    size_t headings = 0;
    bool ok;
    if (l->t->options->forge != MIRTH_FOR_GITHUB && l->t->options->forge != MIRTH_FOR_GITLAB)
        return true;
    for (size_t i = 0; i < story->row_count; i++)
        headings += is_heading(&story->rows[i]);
    while (a.size < headings * 2 + 2)
        a.size *= 2;
    a.taken = mirth_pool_array(&l->t->story->pool, a.size, sizeof *a.taken);
    ok = a.taken != NULL;
    l->drawn = true;
    for (size_t i = 0; ok && i < story->row_count; i++)
        ok = !is_heading(&story->rows[i]) || add(&a, &story->rows[i]);
    l->drawn = false;
    mirth_buffer_free(&a.words);
    mirth_buffer_free(&a.slug);
    mirth_buffer_free(&a.block);
    return ok;
}
