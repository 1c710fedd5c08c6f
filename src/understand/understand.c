/* understand.c: from a story's rows to its parts, clauses and digest. */
#include "understand/understand.h"

#include <string.h>

#include "understand/calendar.h"
#include "understand/clauses.h"
#include "understand/digest.h"
#include "understand/labels.h"
#include "understand/outline.h"
#include "understand/sight.h"
#include "understand/tone.h"

bool mirth_asks(const struct mirth_story *story, const struct mirth_part *part)
{
    static const char *const sections[] = {"corrective", "actions", "lessons"};
    if ((part->kind != MIRTH_MEASURE && part->kind != MIRTH_PROSE) ||
        mirth_one_of(mirth_slice_of("went-well|went-wrong|lucky"), mirth_slice_of(part->section)))
        return false;
    if (part->kind == MIRTH_MEASURE)
        return true;
    for (size_t i = 0; i < 3; i++)
        if (part->kind == MIRTH_PROSE && !strcmp(part->section, sections[i]))
            return story->rows[part->row].item;
    return false;
}

/* The words between an entry's time and its text: "Root cause identified: ". */
static struct mirth_slice own_label(const struct mirth_story *story, const struct mirth_part *part)
{
    const char *end = story->source + part->text.at, *at;
    if (part->kind != MIRTH_EVENT || !part->time.len)
        return mirth_slice("", 0);
    at = part->time.at;
    if (at + part->time.len >= end)
        return mirth_slice("", 0);
    at += mirth_after_time(mirth_slice(at, (size_t)(end - at)), part->time.len);
    while (at < end && !mirth_is_alpha(*at))
        at++;
    return mirth_slice(at, (size_t)(end - at));
}

/* Emphasis, a tag, a table's bar or a line's end: the label does not run on into the text. */
static bool has_mark(struct mirth_slice label)
{
    for (size_t i = 0; i < label.len; i++)
        if (strchr("*_<|\n\r", label.at[i]))
            return true;
    return false;
}

/* "Root cause identified: a worn cable" is one statement; "Escalation: ..." says which step it is.
 */
static void take_label_in(const struct mirth_english *e, struct mirth_story *story,
                          struct mirth_part *part)
{
    struct mirth_slice label = own_label(story, part), words = label;
    struct mirth_clause clause;
    struct mirth_sentence sentence;
    const char *name;
    while (words.len && !mirth_is_alpha(words.at[words.len - 1]))
        words.len--;
    if (mirth_count_words(words) < 2 || has_mark(label))
        return;
    name = mirth_field_name(e, words);
    sentence.count = mirth_tokens(e, words, sentence.tokens);
    if ((name && strcmp(name, "root-cause") != 0) || sentence.count > MIRTH_TOKENS)
        return;
    clause = (struct mirth_clause){.text = words, .body = words, .main = words};
    mirth_match(e, &clause, &sentence, MIRTH_TALE);
    if (!clause.frame || (!clause.verb.len && strcmp(clause.frame, "found") != 0))
        return;
    part->text.len += label.len;
    part->text.at -= label.len;
    part->label.len -= label.len;
}

/* The text on one line: rows joined by a space, a hard break's backslash dropped. */
static bool flatten(struct mirth_story *story, struct mirth_part *part)
{
    struct mirth_slice first = {story->source + part->text.at, part->text.len};
    char *copy;
    size_t n = 0, end = part->text.at + part->text.len;
    if (part->rows == 1) {
        part->flat = mirth_trim(first);
        return true;
    }
    copy = mirth_pool_take(&story->pool, part->text.len + 1);
    if (!copy)
        return false;
    for (size_t i = part->row; i < part->row + part->rows; i++) {
        struct mirth_span row = story->rows[i].text;
        size_t from = row.at < part->text.at ? part->text.at : row.at;
        size_t to = row.at + row.len < end ? row.at + row.len : end, len = to - from;
        if (to <= from)
            continue;
        if (n)
            copy[n++] = ' ';
        memcpy(copy + n, story->source + from, len);
        n += len - (story->source[from + len - 1] == '\\');
    }
    part->flat = mirth_trim(mirth_slice(copy, n));
    return true;
}

/* A block of somebody's own words, such as a chat log: they are not ours to retell. A timeline or a
 * list that stands in a quotation is the record's; an appendix holds logs and letters. */
static bool is_quotation(const struct mirth_story *story, const struct mirth_part *part)
{
    const struct mirth_row *row = &story->rows[part->row];
    return part->kind == MIRTH_PROSE &&
           (row->quoted || row->lazy || !strcmp(part->section, "supporting"));
}

/* The rows are read for their tone on the way: their tokens are those of the sentences on them. */
static bool read_clauses(const struct mirth_english *english, struct mirth_story *story)
{
    struct mirth_tone_reader tone;
    mirth_tone_begin(&tone, english, story);
    for (size_t i = 0; i < story->part_count; i++) {
        struct mirth_part *part = &story->parts[i];
        enum mirth_manner manner = mirth_asks(story, part)              ? MIRTH_REQUEST
                                   : !strcmp(part->section, "timeline") ? MIRTH_TALE
                                                                        : MIRTH_REPORT;
        take_label_in(english, story, part);
        if (!flatten(story, part))
            return false;
        if (part->kind == MIRTH_TITLE || part->kind == MIRTH_SECTION || part->quiet ||
            is_quotation(story, part))
            continue;
        mirth_tone_up_to(&tone, part->row);
        if (!mirth_read_clauses(english, &tone.words, &story->pool, part, manner))
            return false;
    }
    mirth_tone_end(&tone);
    return true;
}

bool mirth_understand(const struct mirth_english *english, struct mirth_story *story,
                      struct mirth_error *err)
{
    if (!mirth_outline(english, story) || !read_clauses(english, story))
        return mirth_no_memory(err);
    mirth_pool_trim(&story->pool); /* the longest part is done: what is left will not be needed */
    mirth_read_calendar(english, story);
    mirth_digest(english, story);
    return story->pool.spent ? mirth_no_memory(err) : true;
}
