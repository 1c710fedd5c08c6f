/* digest.c: what the record says as a whole: what broke, why, for how long. */
#include "understand/digest.h"

#include <string.h>

#include "phrasebook/book.h"
#include "understand/check.h"
#include "understand/kinds.h"
#include "understand/tokens.h"

/* How much a mention counts: the title and the cause say what broke. */
enum { IN_TITLE = 3, IN_CAUSE = 3, IN_FINDING = 3, IN_FIX = 1, IN_SUMMARY = 1 };
/* A name of the guilty part that stands in the cause itself outweighs a few elsewhere. */
enum { BLAMED = 8 };
enum { NAMES = 64 };

struct mirth_slice mirth_slot(const struct mirth_clause *clause, const char *name)
{
    for (size_t i = 0; i < MIRTH_SLOTS && clause->slots[i].name; i++)
        if (mirth_same_name(clause->slots[i].name, name))
            return clause->slots[i].text;
    return mirth_slice("", 0);
}

bool mirth_stands_in_slot(const struct mirth_clause *clause, const char *at)
{
    for (size_t i = 0; i < MIRTH_SLOTS && clause->slots[i].name; i++) {
        struct mirth_slice s = clause->slots[i].text;
        if (at >= s.at && at < s.at + s.len)
            return true;
    }
    return false;
}

bool mirth_is_fix(const struct mirth_part *part)
{
    return (mirth_is(part->field, "resolution") || mirth_is(part->section, "resolution") ||
            mirth_is(part->field, "resolution-explanation")) &&
           !mirth_tells_cause(part);
}

unsigned mirth_worth(const struct mirth_part *part)
{
    if (part->kind == MIRTH_TITLE)
        return IN_TITLE;
    if (part->kind == MIRTH_SECTION || part->kind == MIRTH_MEASURE)
        return 0;
    if (mirth_tells_cause(part))
        return IN_CAUSE;
    for (size_t i = 0; i < part->clause_count; i++)
        if (mirth_is(part->clauses[i].frame, "found") ||
            mirth_is(part->clauses[i].frame, "found-that"))
            return IN_FINDING;
    if (mirth_is_fix(part))
        return IN_FIX;
    return mirth_is(part->section, "summary") || !*part->section ? IN_SUMMARY : 0;
}

/* ---- the guilty part ---- */

struct name {
    struct mirth_slice text;
    unsigned count;
};

static void count_name(struct name *names, struct mirth_slice text, unsigned weight)
{
    size_t i = 0;
    while (i < NAMES && names[i].count && !mirth_same_nocase(names[i].text, text))
        i++;
    if (i == NAMES)
        return;
    if (!names[i].count)
        names[i].text = text;
    names[i].count += weight;
}

/* "The load balancer" and not the "balancer" in it; the many names that fit anything count half. */
static void count_names(const struct mirth_english *e, struct mirth_slice text, unsigned weight,
                        struct name *names)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_tokens(e, text, tokens), len;
    for (size_t i = 0; i < count && count <= MIRTH_TOKENS; i += len ? len : 1) {
        struct mirth_slice last;
        len = mirth_listed_at(e, tokens, count, i, MIRTH_L_COMPONENT);
        if (!len)
            continue;
        last = tokens[i + len - 1].text;
        count_name(
            names, mirth_slice(tokens[i].text.at, (size_t)(last.at + last.len - tokens[i].text.at)),
            mirth_listed_at(e, tokens, count, i, MIRTH_L_VAGUE) == len ? weight : 2 * weight);
    }
}

/* "The relay was ruled out", "Redis is excluded": what the sentence clears, or nothing. */
static struct mirth_slice cleared_by(const struct mirth_english *e, const struct mirth_clause *c)
{
    enum { SHORT = 7 };
    if (mirth_is(c->frame, "ruled-out"))
        return mirth_slot(c, "what");
    return mirth_count_words(c->body) <= SHORT && mirth_has_listed(e, c->text, MIRTH_L_CLEARED)
               ? c->body
               : mirth_slice("", 0);
}

static void clear_those_in(const struct mirth_english *e, struct mirth_slice text,
                           struct name *names)
{
    struct name cleared[NAMES] = {{{0}, 0}};
    count_names(e, text, 1, cleared);
    for (size_t c = 0; c < NAMES && cleared[c].count; c++)
        for (size_t n = 0; n < NAMES && names[n].text.len; n++)
            if (mirth_same_nocase(names[n].text, cleared[c].text))
                names[n].count = 0;
}

/* What the record clears is not what it blames, however often it is named. */
static void clear_names(const struct mirth_english *e, const struct mirth_story *story,
                        struct name *names)
{
    for (size_t i = 0; i < story->digest.parts && i < MIRTH_READ; i++)
        for (size_t k = 0; k < story->parts[i].clause_count; k++) {
            const struct mirth_slice text = cleared_by(e, &story->parts[i].clauses[k]);
            if (text.len)
                clear_those_in(e, text, names);
        }
}

static struct mirth_slice find_component(const struct mirth_english *e,
                                         const struct mirth_story *story)
{
    struct name names[NAMES] = {{{0}, 0}};
    size_t best = 0;
    count_names(e, story->digest.cause, BLAMED, names);
    for (size_t i = 0; i < story->digest.parts && i < MIRTH_READ; i++) {
        unsigned weight = mirth_worth(&story->parts[i]);
        if (weight)
            count_names(e, story->parts[i].flat, weight, names);
    }
    clear_names(e, story, names);
    for (size_t i = 1; i < NAMES && names[i].text.len; i++)
        if (names[i].count > names[best].count ||
            (names[i].count == names[best].count && names[i].text.len > names[best].text.len))
            best = i;
    return names[best].count ? names[best].text : mirth_slice("", 0);
}

/* The longest item of the list where one begins first. */
static struct mirth_slice first_listed(const struct mirth_english *e, struct mirth_slice text,
                                       int list)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    const size_t count = mirth_tokens(e, text, tokens);
    for (size_t i = 0; i < count && count <= MIRTH_TOKENS; i++) {
        const size_t words = mirth_listed_at(e, tokens, count, i, list);
        const struct mirth_slice last = words ? tokens[i + words - 1].text : tokens[i].text;
        if (words)
            return mirth_slice(tokens[i].text.at, (size_t)(last.at + last.len - tokens[i].text.at));
    }
    return mirth_slice("", 0);
}

/* Whether the record calls the fault by the component's name: "no disk space". */
static bool is_blamed(const struct mirth_english *e, const struct mirth_story *story)
{
    const struct mirth_digest *d = &story->digest;
    for (size_t i = 0; i < d->parts && i < MIRTH_READ; i++)
        if (mirth_worth(&story->parts[i]) &&
            mirth_calls_fault(e, story->parts[i].flat, d->fault, d->component))
            return true;
    return false;
}

bool mirth_names_itself(const struct mirth_english *e, struct mirth_slice text,
                        struct mirth_slice name)
{
    for (size_t i = 0; name.len && i + name.len <= text.len; i++) {
        struct mirth_slice rest = {text.at + i + name.len, text.len - i - name.len}, next = {0};
        if (!mirth_same_nocase(mirth_slice(text.at + i, name.len), name))
            continue;
        if (!rest.len || rest.at[0] != ' ')
            return !rest.len || !memchr("'\xe2", rest.at[0], 2);
        rest = mirth_trim(rest);
        mirth_cut(&rest, ' ', &next);
        if (!mirth_lists(e, MIRTH_L_USED_BY, next))
            return true;
    }
    return false;
}

/* What the cause names: the component, or else the flaw itself, "a typo in the settings", "a surge
 * that filled the queue"; of a component whose name fits anything, "a leak in the service", the
 * flaw. Where no flaw is told, a component of which such faults are, or that stands in the fault's
 * own name, is guilty. */
static struct mirth_slice find_culprit(const struct mirth_english *e,
                                       const struct mirth_story *story)
{
    const struct mirth_digest *d = &story->digest;
    const struct mirth_slice flaw = first_listed(e, d->cause, MIRTH_L_CULPRIT_WORD);
    const bool vague = mirth_is_item(e, d->component, MIRTH_L_VAGUE);
    if (flaw.len && (vague || !mirth_names_itself(e, d->cause, d->component)))
        return flaw;
    if (d->component.len &&
        (mirth_names_itself(e, d->cause, d->component) ||
         (d->fault && (mirth_speaks_for(e, d->component, d->fault) || is_blamed(e, story)))))
        return d->component;
    return mirth_slice("", 0);
}

/* A title behind a timeline begins another record. */
static size_t first_record(const struct mirth_story *story)
{
    bool timeline = false;
    size_t i = 0;
    for (; i < story->part_count && !(timeline && story->parts[i].kind == MIRTH_TITLE); i++)
        timeline |=
            story->parts[i].kind == MIRTH_SECTION && mirth_is(story->parts[i].name, "timeline");
    return i;
}

static void find_extent(struct mirth_story *story)
{
    int64_t first = -1, last = -1;
    for (size_t i = 0; i < story->part_count; i++) {
        int64_t m = story->parts[i].minutes;
        if (story->parts[i].kind == MIRTH_TITLE && !story->parts[i].quiet && !story->digest.title)
            story->digest.title = &story->parts[i];
        if (m < 0)
            continue;
        first = first < 0 ? m : first;
        last = m;
    }
    story->digest.extent = first < 0 || last < first ? -1 : last - first;
}

/* In minutes, where it is said in figures, or by a start and an end that the timeline bears out. */
static int64_t said_length(const struct mirth_outage *o, int64_t extent)
{
    const int64_t day = 24 * 60;
    if (o->lasted > 0 && !o->about)
        return o->lasted;
    if (o->times != 2 || o->vague || o->unsure || (o->end - o->start + day) % day != extent)
        return -1;
    return extent;
}

/* What the record says beats what its entries span: some of them stand before and behind it. */
static void find_length(const struct mirth_english *e, struct mirth_story *story)
{
    const struct mirth_checking checking = {.english = e, .story = story};
    struct mirth_outage outage;
    mirth_read_outage(&checking, &outage);
    if (outage.times < 2) /* two times say it too */
        story->digest.length = outage.length;
    story->digest.lasted =
        outage.long_said && outage.lasted > 0 ? outage.lasted : story->digest.extent;
    story->digest.stated = said_length(&outage, story->digest.extent);
    story->digest.ended = outage.times == 2 ? outage.end : -1;
}

static void name_situations(const struct mirth_english *e, struct mirth_story *story)
{
    const char **names = mirth_pool_array(&story->pool, e->situation_count + 1, sizeof *names);
    for (size_t i = 0; names && i < e->situation_count; i++)
        names[i + 1] = mirth_string(e, e->situations[i].name);
    story->digest.situations = names;
}

void mirth_digest(const struct mirth_english *english, struct mirth_story *story)
{
    story->digest = (struct mirth_digest){
        .parts = first_record(story), .lasted = -1, .extent = -1, .ended = -1};
    find_extent(story);
    find_length(english, story);
    story->digest.cause = mirth_find_cause(english, story);
    story->digest.fault = mirth_find_fault(english, story);
    story->digest.component = find_component(english, story);
    story->digest.culprit = find_culprit(english, story);
    name_situations(english, story);
}

/* Whether "escalated, joined" names the frame. */
static bool names(struct mirth_slice frames, struct mirth_slice frame)
{
    while (frames.len) {
        const char *comma = memchr(frames.at, ',', frames.len);
        const size_t len = comma ? (size_t)(comma - frames.at) : frames.len;
        if (len >= frame.len && mirth_same(mirth_trim(mirth_slice(frames.at, len)), frame))
            return true;
        frames = mirth_slice(frames.at + len + !!comma, frames.len - len - !!comma);
    }
    return false;
}

struct mirth_milestone mirth_milestone(const struct mirth_book *book, const char *name)
{
    struct mirth_milestone m = {NULL, 0};
    m.count = mirth_book_entry(book, "milestones", name, &m.lines);
    return m;
}

bool mirth_marks(struct mirth_milestone m, const char *frame)
{
    for (size_t i = 0; frame && i < m.count; i++)
        if (names(mirth_slice_of(m.lines[i].text), mirth_slice_of(frame)))
            return true;
    return false;
}

bool mirth_is_milestone(const struct mirth_book *book, const char *milestone, const char *frame)
{
    return frame && mirth_marks(mirth_milestone(book, milestone), frame);
}
