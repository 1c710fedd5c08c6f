/* entry_text.c: an entry's text retold, and the shorter forms that the budget may put in its place.
 */
#include <string.h>

#include "retell/cast.h"
#include "retell/layout.h"
#include "retell/plain.h"
#include "retell/shown.h"
#include "understand/understand.h"

static bool holds(struct mirth_slice text, struct mirth_slice words)
{
    for (size_t i = 0; i + words.len <= text.len; i++)
        if (!memcmp(text.at + i, words.at, words.len))
            return true;
    return false;
}

/* The emphasis that begins at text[at], its marks included, where it is ours; len 0: there is none.
 * The record's own stars ("* 9 * * *") stay. */
static struct mirth_slice emphasis_at(struct mirth_slice text, size_t at, struct mirth_slice record)
{
    const size_t marks = at + 1 < text.len && text.at[at + 1] == '*' ? 2 : 1;
    const char *const begin = text.at + at;
    if (at + marks >= text.len || mirth_is_space(begin[marks]))
        return mirth_slice("", 0);
    for (size_t i = at + marks; i + marks <= text.len && text.at[i] != '<'; i++) {
        struct mirth_slice found = mirth_slice(begin, i + marks - at);
        if (text.at[i] != '*' || mirth_is_space(text.at[i - 1]) ||
            (marks == 2 && text.at[i + 1] != '*'))
            continue;
        return holds(record, found) ? mirth_slice("", 0) : found;
    }
    return mirth_slice("", 0);
}

/* In the record's HTML our emphasis is tags: asterisks would show. */
static void put_tags(struct mirth_buffer *out, struct mirth_slice text, struct mirth_slice record)
{
    for (size_t i = 0; i < text.len; i++) {
        struct mirth_slice found = {"", 0};
        size_t marks;
        if (text.at[i] == '*')
            found = emphasis_at(text, i, record);
        if (!found.len) {
            mirth_put_char(out, text.at[i]);
            continue;
        }
        marks = found.at[1] == '*' ? 2 : 1;
        mirth_put_text(out, marks == 2 ? "<strong>" : "<em>");
        mirth_put(out, found.at + marks, found.len - 2 * marks);
        mirth_put_text(out, marks == 2 ? "</strong>" : "</em>");
        i += found.len - 1;
    }
}

static void to_tags(const struct mirth_story *story, const struct mirth_part *part,
                    struct mirth_buffer *text)
{
    struct mirth_buffer tagged = {0};
    if (!story->rows[part->row].html || !text->len)
        return;
    put_tags(&tagged, mirth_buffer_slice(text), part->flat);
    mirth_buffer_free(text);
    *text = tagged;
}

static enum mirth_piece_kind kind_of(const struct mirth_layout *l, const struct mirth_part *part,
                                     bool beat, bool shown, bool role)
{
    if (shown)
        return MIRTH_A_WITNESS;
    if (role)
        return MIRTH_A_ROLE;
    if (mirth_asks(l->t->story, part))
        return beat ? MIRTH_A_PROMISE : MIRTH_AN_ASIDE;
    if (beat)
        return MIRTH_A_TURN;
    return part->kind == MIRTH_PROSE && !part->field ? MIRTH_A_PROSE : MIRTH_A_STORY;
}

bool mirth_make_plain(struct mirth_telling *t, struct mirth_edit *edit)
{
    struct mirth_part *part = edit->part;
    struct mirth_buffer whole = {0}, text = {0};
    t->headed = NULL; /* its headline goes too */
    mirth_find_steps(t, part);
    for (size_t k = 0; k < part->clause_count; k++) {
        mirth_fill_plain(t, part, &part->clauses[k], &text);
        mirth_put_joint(t, k, &whole);
        mirth_put_slice(&whole, mirth_buffer_slice(&text));
    }
    to_tags(t->story, part, &whole);
    edit->plain_len = whole.len;
    edit->plain = mirth_pool_copy(&t->story->pool, whole.at, whole.len);
    mirth_buffer_free(&whole);
    mirth_buffer_free(&text);
    return edit->plain != NULL;
}

/* A telling without its headline. */
static void put_headless(const struct mirth_clause *clause, struct mirth_slice told,
                         struct mirth_buffer *out)
{
    const size_t at = out->len;
    mirth_put(out, told.at + clause->head_len, told.len - clause->head_len);
    if (clause->raised && out->len > at)
        out->at[at] = mirth_lower(out->at[at]);
}

/* With a headline and words behind the sentence, an entry can do without the headline. */
static bool can_lose_head(const struct mirth_part *part)
{
    bool said = false;
    for (size_t k = 0; k < part->clause_count; k++)
        said |= part->clauses[k].said || part->clauses[k].tagged;
    return said && part->clauses[0].headline;
}

static void note_head_loss(struct mirth_telling *t, struct mirth_clause *clause)
{
    struct mirth_buffer text = {0};
    clause->headline = NULL;
    if (clause->retold) {
        put_headless(clause, mirth_slice_of(clause->retold), &text);
        clause->retold = mirth_pool_copy(&t->story->pool, text.at, text.len);
    }
    mirth_buffer_free(&text);
}

static void note_clause_loss(struct mirth_telling *t, struct mirth_part *part,
                             struct mirth_clause *clause, bool plain)
{
    struct mirth_buffer text = {0};
    clause->dropped = plain || clause->said || clause->tagged;
    clause->said = NULL;
    if (plain || clause->tagged)
        clause->phrasing = NULL;
    if (plain)
        clause->headline = NULL;
    if ((t->options->to != MIRTH_JSON && !t->options->explain) || (!plain && !clause->retold))
        return;
    if (plain)
        mirth_fill_plain(t, part, clause, &text);
    else
        mirth_put(&text, clause->retold, clause->bare_len);
    clause->retold = mirth_pool_copy(&t->story->pool, text.at, text.len);
    mirth_buffer_free(&text);
}

void mirth_note_loss(struct mirth_telling *t, struct mirth_part *part, bool plain)
{
    if (!plain && can_lose_head(part)) {
        note_head_loss(t, &part->clauses[0]);
        return;
    }
    t->headed = NULL;
    for (size_t k = 0; k < part->clause_count; k++)
        note_clause_loss(t, part, &part->clauses[k], plain);
}

/* What the budget would put there: what there is already, where nothing of ours is in it. */
static void keep_plain(struct mirth_part *part, bool told, struct mirth_edit *edit)
{
    edit->part = part;
    edit->plain = told ? NULL : edit->text;
    edit->plain_len = told ? 0 : edit->len;
}

/* What the budget may put there first: the telling and what is said behind it, and no headline;
 * without one the telling, and nothing behind it. A measure's telling is what stands behind it. */
static void keep_bare(struct mirth_story *story, const struct mirth_part *part,
                      struct mirth_buffer *bare, struct mirth_edit *edit)
{
    bool retold = can_lose_head(part);
    for (size_t k = 0; k < part->clause_count; k++)
        retold |= part->clauses[k].phrasing && !mirth_asks(story, part);
    to_tags(story, part, bare);
    if (!retold || bare->spent || bare->len == edit->len)
        return;
    edit->bare = mirth_pool_copy(&story->pool, bare->at, bare->len);
    edit->bare_len = bare->len;
}

/* Without the space that parts it from what follows on its line. */
static size_t printed_length(const struct mirth_story *story, struct mirth_span text)
{
    while (text.len && mirth_is_space(story->source[text.at + text.len - 1]))
        text.len--;
    return text.len;
}

static bool is_of_culprit(const struct mirth_phrasing *line)
{
    return mirth_is_of_shown(line) && mirth_is_of_culprit(line->line->entry);
}

/* What the find is remarked on with: a series without it has no end. */
static bool is_of_find(const struct mirth_phrasing *line)
{
    return mirth_is_of_shown(line) && (mirth_is(line->line->entry, "culprit-found") ||
                                       mirth_is(line->line->entry, "found-again"));
}

/* A milestone's line, half of a pair, or one of the culprit's series: of more weight than an
 * answer. */
static bool is_beat(const struct mirth_phrasing *line)
{
    return line && (mirth_condition(line, MIRTH_C_AT) || mirth_condition(line, MIRTH_C_KEY) ||
                    is_of_culprit(line));
}

static bool is_told(const struct mirth_clause *clause)
{
    return clause->phrasing || clause->said || clause->headline || clause->completed;
}

bool mirth_lay_text(struct mirth_layout *l, struct mirth_part *part, size_t number, int64_t gap)
{
    struct mirth_buffer whole = {0}, bare = {0};
    bool ok = true, beat = false, told = false, shown = false, role = false, firm = false;
    mirth_find_steps(l->t, part);
    for (size_t k = 0; k < part->clause_count; k++) {
        mirth_choose(l->t, part, &part->clauses[k], number + k, gap, &l->text);
        told |= is_told(&part->clauses[k]);
        mirth_put_joint(l->t, k, &whole);
        mirth_put_slice(&whole, mirth_buffer_slice(&l->text));
        mirth_put_joint(l->t, k, &bare);
        mirth_put(&bare, l->text.at, part->clauses[k].bare_len);
        beat |= is_beat(l->t->beats[number + k]);
        shown |=
            mirth_is_of_shown(l->t->beats[number + k]) && !is_of_culprit(l->t->beats[number + k]);
        role |= mirth_is_of_role(l->t->beats[number + k]);
        firm |= is_of_find(l->t->beats[number + k]);
    }
    if (can_lose_head(part)) {
        bare.len = 0;
        put_headless(&part->clauses[0], mirth_buffer_slice(&whole), &bare);
    }
    to_tags(l->t->story, part, &whole);
    if (l->t->step_count || !mirth_same_words(mirth_buffer_slice(&whole), part->flat)) {
        l->kind = firm ? MIRTH_FIRM : kind_of(l, part, beat, shown, role);
        ok = !whole.spent &&
             mirth_lay_edit(l, part->text.at, printed_length(l->t->story, part->text),
                            mirth_buffer_slice(&whole), false);
        if (ok) {
            keep_plain(part, told || beat, &l->out->edits[l->out->count - 1]);
            keep_bare(l->t->story, part, &bare, &l->out->edits[l->out->count - 1]);
        }
        l->kind = MIRTH_FIRM;
    }
    mirth_buffer_free(&whole);
    mirth_buffer_free(&bare);
    return ok;
}
