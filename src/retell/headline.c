/* headline.c: the few words before an entry: what it is to the story, in the theme's world. */
#include "retell/heard.h"

#include <stdio.h>
#include <string.h>

#include "retell/flow.h"
#include "understand/digest.h"
#include "understand/labels.h"
#include "understand/understand.h"

enum { FAULT_WORTH = 6, FRAME_WORTH = 2, SOURCES = 8, NAME = 64 };

/* ---- which entries have one ---- */

static bool holds_letter(struct mirth_slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (mirth_is_alpha(text.at[i]))
            return true;
    return false;
}

/* "- [x] " and "2." are marks; "Monitoring: " is a headline of the record's own. */
static bool has_own_label(const struct mirth_story *story, const struct mirth_part *part)
{
    struct mirth_slice label = mirth_slice(story->source + part->label.at, part->label.len);
    const char *box = memchr(label.at, ']', label.len);
    if (box) {
        label.len -= (size_t)(box - label.at);
        label.at = box;
    }
    return holds_letter(label);
}

/* "**10:05: The crew": emphasis that the label opens and the text closes. */
static bool is_emphasised(struct mirth_slice label)
{
    bool open = false;
    for (size_t i = 0; i < label.len; i++)
        if (strchr("*_", label.at[i]) && (!i || label.at[i - 1] != label.at[i]))
            open = !open;
    return open;
}

/* "At 10:05 AM the crew ...": the entry's text goes on with a sentence that its label began. */
static bool begins_sentence(const struct mirth_story *story, const struct mirth_part *part)
{
    struct mirth_slice whole =
        mirth_trim(mirth_slice(story->source + part->label.at, part->label.len));
    struct mirth_slice label = whole;
    while (label.len && strchr("*_` ", label.at[label.len - 1]))
        label.len--;
    while (label.len && strchr("*_`-+> ", label.at[0]))
        label = mirth_slice(label.at + 1, label.len - 1);
    if (!label.len)
        return true;
    if (label.at[label.len - 1] == ',' || is_emphasised(whole))
        return false;
    return !mirth_is_alpha(label.at[label.len - 1]) || label.at == part->time.at;
}

/* Marks of the record's own at its start are emphasis or a label. */
static bool is_open(const struct mirth_part *part)
{
    struct mirth_slice text = part->clauses[0].text, body = part->clauses[0].body;
    return text.len && !strchr("*_<|:", text.at[0]) && body.len &&
           !strchr(":;", body.at[body.len - 1]);
}

/* The entry's sentence that is the most to the story: a finding, a recovery, or its first that was
 * recognised. */
static const struct mirth_clause *gist(const struct mirth_telling *t, const struct mirth_part *part)
{
    const struct mirth_clause *first = NULL;
    for (size_t k = 0; k < part->clause_count; k++) {
        const char *frame = part->clauses[k].frame;
        if (!frame)
            continue;
        if (mirth_is_milestone(t->english_book, "found", frame) ||
            mirth_is_milestone(t->english_book, "restored", frame))
            return &part->clauses[k];
        if (!first)
            first = &part->clauses[k];
    }
    return first ? first : &part->clauses[0];
}

/* "09:00 - Escalation: The issue was ..." says which step it is; "Root cause: a worn cable" is not
 * whole without its label, where it does not tell the finding too. */
static bool names_step(const struct mirth_telling *t, const struct mirth_part *part)
{
    static const char *const steps[] = {"detection-time", "detection-method", "actions-taken",
                                        "misleading",     "escalation",       "resolution"};
    const char *at = part->time.at + part->time.len;
    const char *end = t->story->source + part->label.at + part->label.len, *name;
    while (at < end && !mirth_is_alpha(*at))
        at++;
    while (end > at && !mirth_is_alpha(end[-1]))
        end--;
    name = mirth_field_name(t->english, mirth_slice(at, (size_t)(end - at)));
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (mirth_is(name, steps[i]))
            return true;
    return mirth_is(name, "root-cause") &&
           mirth_is_milestone(t->english_book, "found", gist(t, part)->frame);
}

/* An entry with its time on one line and its text on the next. */
static bool is_below_time(const struct mirth_story *story, const struct mirth_part *part)
{
    return part > story->parts && part->kind == MIRTH_PROSE && part[-1].kind == MIRTH_EVENT &&
           part[-1].time.len && !part[-1].clause_count;
}

static bool takes_headline(const struct mirth_telling *t, const struct mirth_part *part)
{
    if (!part->clause_count || !is_open(part) ||
        (mirth_is_labelled(t->story, part) && !names_step(t, part)))
        return false;
    return part->kind == MIRTH_EVENT || is_below_time(t->story, part)
               ? begins_sentence(t->story, part)
               : part->kind == MIRTH_MEASURE;
}

/* An entry begins with its fact, unless more of everything is wanted; a measure of which the
 * character says nothing, nor of its neighbours, has what it is to the fault, as an aside, where
 * the character has no story of the fault. */
static bool is_due(const struct mirth_telling *t, const struct mirth_part *part)
{
    const struct mirth_part *first = t->story->parts, *end = first + t->story->part_count;
    if (t->options->mirth > 2)
        return true;
    return part->kind == MIRTH_MEASURE && !t->own_story && !t->headed && t->asides < MIRTH_ASIDES &&
           !mirth_is_answered(t, part) && !(part > first && mirth_is_answered(t, part - 1)) &&
           !(part + 1 < end && mirth_is_answered(t, part + 1));
}

/* ---- what it is about ---- */

/* Whether a scene of the fault's may stand before that sentence. */
static bool is_of_fault(const struct mirth_telling *t, const struct mirth_part *part,
                        const char *class, const struct mirth_clause *clause)
{
    const size_t number = t->first_clause[part - t->story->parts];
    if (t->found != SIZE_MAX && mirth_is(class, "detected") && number >= t->found)
        return false; /* its first sign is behind us */
    if (t->found != SIZE_MAX && (mirth_is(class, "fixed") || mirth_is(class, "restored")) &&
        number < t->found)
        return false; /* nobody knows it yet */
    return mirth_is(class, "found")         ? mirth_names_fault(t->english, t->story, clause)
           : mirth_is(class, "false-trail") ? !mirth_is_right(t, clause)
           : mirth_is(class, "fixed")       ? !mirth_is_vain(t, part, clause)
           : part->kind == MIRTH_MEASURE    ? mirth_names_fault(t->english, t->story, clause)
                                            : true;
}

/* The entries whose lines fit: "found, disk-full" by the classes that the frame is of, and by the
 * frame itself; then the frame; then whichever has a word of the sentence's. */
struct sources {
    struct mirth_source list[SOURCES];
    char names[SOURCES][NAME];
    size_t count;
};

static void add(struct sources *s, const char *name, const char *fault, int worth)
{
    char *text = s->names[s->count];
    if (s->count == SOURCES)
        return;
    snprintf(text, NAME, "%s%s%s", name, fault ? ", " : "", fault ? fault : "");
    for (size_t i = 0; i < s->count; i++)
        if (!strcmp(s->names[i], text))
            return;
    s->list[s->count++] = (struct mirth_source){"headlines", text, worth};
}

static void list_sources(const struct mirth_telling *t, const struct mirth_part *part,
                         const struct mirth_clause *clause, struct sources *s)
{
    static const char *const classes[] = {"detected", "false-trail", "found", "fixed", "restored"};
    const char *fault = mirth_fault_at(t, part), *frame = clause->frame;
    for (size_t i = 0; fault && frame && i < sizeof classes / sizeof *classes; i++)
        if (mirth_is_milestone(t->english_book, classes[i], frame) &&
            is_of_fault(t, part, classes[i], clause))
            add(s, classes[i], fault, FAULT_WORTH);
    if (fault && frame && is_of_fault(t, part, frame, clause))
        add(s, frame, fault, FAULT_WORTH);
    if (frame && t->options->mirth > 2)
        add(s, frame, NULL, FRAME_WORTH);
}

/* "**More boots.**" is a moment; "**A louder bell:**" is what a measure would be, and as an aside,
 * or behind a label of the record's own, it stands back: "*A louder bell.*" */
static void put_head(struct mirth_telling *t, const struct mirth_part *part,
                     struct mirth_slice text)
{
    bool asks = part->kind == MIRTH_MEASURE;
    bool behind = asks && (t->options->mirth < 3 || has_own_label(t->story, part));
    bool names = asks && !behind && mirth_ends(text, ".");
    const char *mark = behind ? "*" : "**";
    t->head.len = 0;
    mirth_put_text(&t->head, mark);
    mirth_put(&t->head, text.at, text.len - names);
    mirth_put_text(&t->head, names ? ":" : "");
    mirth_put_text(&t->head, mark);
}

const struct mirth_phrasing *mirth_headline(struct mirth_telling *t, const struct mirth_part *part,
                                            int64_t gap)
{
    struct sources sources = {.count = 0};
    const struct mirth_source any = {"headlines", "any", 0};
    const struct mirth_clause *clause;
    struct mirth_phrasing *p = NULL;
    struct mirth_place place = {.part = part, .gap = gap};
    struct mirth_buffer text = {0};
    if (!is_due(t, part) || !takes_headline(t, part))
        return NULL;
    clause = place.clause = gist(t, part);
    list_sources(t, part, clause, &sources);
    place.telling = clause->frame ? mirth_tellings(t, clause->frame) + 1 : 1;
    place.vague = clause->frame && mirth_is_vague(t, clause->frame);
    p = mirth_pick_from(t, sources.list, sources.count, &place, mirth_slice("", 0), &text);
    if (!p && t->options->mirth > 2)
        p = mirth_pick_from(t, &any, 1, &place, mirth_slice("", 0), &text);
    put_head(t, part, mirth_buffer_slice(&text));
    mirth_buffer_free(&text);
    return p;
}
