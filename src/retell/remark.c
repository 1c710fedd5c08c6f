/* remark.c: what the edition's character says about the record's own words. */
#include "retell/telling.h"

#include <string.h>

/* How many sentences pass in silence between two remarks: an entry of the timeline is a scene of
 * its own, prose and measures want a longer breath. */
enum { BREATH_OF_ENTRY = 1, BREATH = 2 };

/* The first word of an alternative of a line's `word:`. */
struct trigger {
    uint32_t hash; /* of the word in lower case */
    struct mirth_phrasing *line;
};

/* The triggers by their hash: open addressing, so that a sentence costs a look a word, however many
 * remarks a theme has. */
struct mirth_remarks {
    struct trigger *slots;
    size_t size; /* a power of two, more than twice the triggers */
};

/* At most so many. */
static size_t count_triggers(const struct mirth_phrasing *lines, size_t count)
{
    size_t triggers = 0;
    for (size_t i = 0; i < count; i++) {
        const struct mirth_condition *c = mirth_condition(&lines[i], MIRTH_C_WORD);
        for (size_t k = 0; c && k < c->value.len; k++)
            triggers += c->value.at[k] == '|';
        triggers++;
    }
    return triggers;
}

static void add_triggers(struct mirth_remarks *r, struct mirth_phrasing *line)
{
    const struct mirth_condition *c = mirth_condition(line, MIRTH_C_WORD);
    struct mirth_slice rest = c ? c->value : mirth_slice("", 0), phrase;
    while (mirth_cut(&rest, '|', &phrase)) {
        uint32_t hash = MIRTH_WORD_HASH;
        size_t at;
        for (size_t i = 0; i < phrase.len && phrase.at[i] != ' '; i++)
            hash = mirth_word_step(hash, mirth_lower(phrase.at[i]));
        if (!phrase.len)
            continue;
        for (at = hash & (r->size - 1); r->slots[at].line; at = (at + 1) & (r->size - 1))
            ;
        r->slots[at] = (struct trigger){hash, line};
    }
}

/* NULL when memory is out. */
static struct mirth_remarks *make(struct mirth_telling *t)
{
    struct mirth_pool *pool = &t->theme->pool;
    struct mirth_remarks *r = mirth_pool_array(pool, 1, sizeof *r);
    struct mirth_phrasing *lines;
    size_t count = mirth_theme_entry(t->theme, "remarks", "any", &lines), triggers;
    if (!r)
        return NULL;
    triggers = count_triggers(lines, count);
    for (r->size = 4; r->size < 2 * triggers + 1;)
        r->size *= 2;
    r->slots = mirth_pool_array(pool, r->size, sizeof *r->slots);
    for (size_t i = 0; i < count && r->slots; i++)
        add_triggers(r, &lines[i]);
    return r->slots ? r : NULL;
}

static bool is_in(const struct mirth_part *part, const char *names)
{
    const struct mirth_slice list = mirth_slice_of(names);
    return mirth_one_of(list, mirth_slice_of(part->section)) ||
           (part->field && mirth_one_of(list, mirth_slice_of(part->field))) ||
           (part->kind == MIRTH_FIELD && mirth_one_of(list, mirth_slice_of(part->name)));
}

/* What people went through is no laughing matter, unless a line was written for it. */
static bool can_be_said(struct mirth_telling *t, struct mirth_phrasing *line,
                        const struct mirth_place *place, int *held)
{
    struct mirth_buffer text = {0};
    bool ok = !line->used && mirth_holds(t, line, place, held) &&
              (mirth_condition(line, MIRTH_C_IN) || !is_in(place->part, "impact")) &&
              mirth_theme_open(t->theme, line) &&
              mirth_fill_ours(t, line, mirth_slice("", 0), &text);
    mirth_buffer_free(&text);
    return ok;
}

static struct mirth_phrasing *best_of(struct mirth_telling *t, const struct mirth_place *place)
{
    const struct mirth_remarks *r = t->remarks;
    size_t count;
    const struct mirth_token *tokens = mirth_words_at(t, place, &count);
    struct mirth_phrasing *best = NULL;
    uint64_t rank = 0;
    int most = -1, held;
    for (size_t i = 0; i < count; i++) {
        const uint32_t hash = tokens[i].hash ? tokens[i].hash : mirth_word_hash(tokens[i].text);
        for (size_t at = hash & (r->size - 1); r->slots[at].line; at = (at + 1) & (r->size - 1)) {
            struct mirth_phrasing *line = r->slots[at].line;
            uint64_t mine;
            if (r->slots[at].hash != hash || !can_be_said(t, line, place, &held) || held < most)
                continue;
            mine = mirth_rank_of(t, line, place->clause->text);
            if (held == most && mine <= rank)
                continue;
            best = line;
            most = held;
            rank = mine;
        }
    }
    return best;
}

const struct mirth_phrasing *mirth_remark(struct mirth_telling *t, const struct mirth_place *place)
{
    const struct mirth_part *part = place->part;
    struct mirth_phrasing *line;
    size_t breath = part->kind == MIRTH_EVENT ? BREATH_OF_ENTRY : BREATH;
    if (t->silence < breath || t->story->rows[part->row].quoted)
        return NULL;
    if (!t->remarks && !(t->remarks = make(t)))
        return NULL;
    line = best_of(t, place);
    /* Who, when and how grave is for the record to say. */
    if (!line || is_in(part, "metadata|author|date|duration|start|end|severity|status"))
        return NULL;
    line->used = true;
    return line;
}
