/* spread.c: which sentences the character answers: the best answers first, and none too close to
 * another line of ours. */
#include "retell/cast.h"
#include "retell/done.h"
#include "retell/heard.h"
#include "retell/shown.h"

#include <string.h>

#include "retell/flow.h"
#include "understand/digest.h"
#include "understand/understand.h"

/* So many entries running may be answered where the answer is of two things that the sentence says,
 * or of what it shows, or of its part of the system; a turn of the tale may be one more. Others
 * keep their distance. An answer is worth BEST at most, and WRONG_TURN more of a theory; a SHORT
 * entry has so many sentences. */
enum { STRONG = 5, RUNNING = 4, BEST = 24, WRONG_TURN = 2, SHORT = 3 };

/* No theme has lines for more parts of a record than that. */
enum { READ = 2000 };

/* A part of the record or, of a paragraph that is told in several, one of these; and what would be
 * said behind it. */
struct spot {
    size_t part, first, last;    /* its sentences; of a part without any, 0 and 0 */
    size_t at;                   /* the sentence that the line stands behind */
    struct mirth_phrasing *line; /* the best that was left when it was asked for */
    int worth;
    int64_t telling; /* of its frame, as the record goes */
    bool turn;       /* a theory, or a step in vain: what a reader waits for */
    bool taken;      /* a line of ours stands behind it */
};

struct spread {
    struct mirth_telling *t;
    size_t count;
    struct spot *spots; /* in the record's order */
    bool timed;         /* the record has entries: its summary is no tale */
    struct mirth_buffer scratch;
};

static const struct mirth_part *part_of(const struct spread *s, const struct spot *spot)
{
    return &s->t->story->parts[spot->part];
}

/* A theory, or what became of one: a record's best comedy. */
static bool is_wrong_turn(const struct mirth_telling *t, const char *frame)
{
    return frame && (mirth_is_milestone(t->english_book, "false-trail", frame) ||
                     mirth_is_milestone(t->english_book, "ruled-out", frame));
}

/* "Restarted the relay. No change.": the frame of a step that was in vain, or NULL. */
static const char *vain_frame(const struct spread *s, const struct spot *spot)
{
    const struct mirth_telling *t = s->t;
    const struct mirth_part *part = part_of(s, spot);
    const struct mirth_line *line;
    if ((!mirth_in_timeline(part) && s->timed) ||
        !mirth_book_entry(t->english_book, "milestones", "vain", &line))
        return NULL;
    for (size_t k = spot->first; k <= spot->last && k < part->clause_count; k++)
        if (mirth_has_listed(t->english, part->clauses[k].text, MIRTH_L_NO_CHANGE))
            return line->text;
    return NULL;
}

static void offer(struct spot *spot, struct mirth_phrasing *line, int worth, size_t at)
{
    if (!line || (spot->line && worth <= spot->worth))
        return;
    spot->line = line;
    spot->worth = worth;
    spot->at = at;
}

/* Whether nothing of ours may stand behind the spot's sentence k. */
static bool is_bound_to_next(const struct spread *s, const struct spot *spot, size_t k)
{
    const struct mirth_part *part = part_of(s, spot);
    return k < spot->last && (mirth_is_leaned_on(s->t->english, part, k) ||
                              mirth_hands_over(part, &part->clauses[k]));
}

/* What the part's sentence k shows is remarked on right behind it, where nothing leans on it. */
static void ask_what_is_shown(struct spread *s, struct spot *spot, size_t k)
{
    const struct mirth_part *part = part_of(s, spot);
    const struct mirth_clause told =
        mirth_as_told(part, &part->clauses[k], mirth_asks(s->t->story, part));
    const struct mirth_place place = {.part = part, .clause = &told, .gap = -1};
    struct mirth_phrasing *line;
    int worth = 0;
    if (is_bound_to_next(s, spot, k))
        return;
    line = mirth_answer_shown(s->t, &place, &worth);
    if (line && mirth_is_of_culprit(line->line->entry) && spot->last - k == 1)
        k = spot->last; /* an entry of two sentences is not cut in half */
    offer(spot, line, worth, k);
}

/* What would be said of the part's sentence k, if it is better than what the spot has. frame: what
 * it is taken to report, or NULL for what it says. */
static void ask_of(struct spread *s, struct spot *spot, size_t k, const char *frame)
{
    struct mirth_telling *t = s->t;
    const struct mirth_part *part = part_of(s, spot);
    struct mirth_clause told = mirth_as_told(part, &part->clauses[k], mirth_asks(t->story, part));
    struct mirth_place place = {.part = part, .clause = &told, .gap = -1, .apart = k < spot->last};
    struct mirth_phrasing *line;
    int worth = 0;
    told.frame = frame ? frame : mirth_heard_as(t, part, &told);
    place.telling = spot->telling;
    place.vague = told.frame && mirth_is_vague(t, told.frame);
    line = mirth_answer(t, &place, &worth);
    spot->turn |= frame || is_wrong_turn(t, told.frame);
    if (line && (frame || is_wrong_turn(t, told.frame)))
        worth += WRONG_TURN;
    if (mirth_is_of_role(line) && !is_bound_to_next(s, spot, k)) {
        offer(spot, line, worth, k);
        return;
    }
    offer(spot, line, worth, spot->last);
}

/* What the character does on any such occasion is told where nothing is of this one. */
static void ask_for_beat(struct spread *s, struct spot *spot, size_t k)
{
    const struct mirth_part *part = part_of(s, spot);
    const struct mirth_place place = {
        .part = part,
        .clause = &part->clauses[spot->last],
        .gap = -1,
        .moment = s->t->moments[s->t->first_clause[spot->part] + k],
    };
    struct mirth_phrasing *line;
    if (!place.moment || mirth_is_story_beat(place.moment) || s->t->ensemble ||
        (s->t->own_story && s->t->options->mirth < 3 && mirth_leaves_to_record(s->t, place.moment)))
        return;
    line = mirth_pick_ours(s->t, "gags", s->t->gag, &place, mirth_slice("", 0), &s->scratch);
    if (line)
        mirth_unsay(s->t, line); /* it may not be taken in the end */
    offer(spot, line, 1, spot->last);
}

/* Asks what would be said behind the spot's last sentence: of that one or, but for a paragraph, of
 * the one before it, or of any of a short entry. */
static void ask(struct spread *s, struct spot *spot)
{
    const struct mirth_part *part = part_of(s, spot);
    const char *vain = vain_frame(s, spot);
    const bool prose = part->kind == MIRTH_PROSE && !mirth_in_timeline(part);
    const bool brief = mirth_in_timeline(part) && spot->last - spot->first < SHORT;
    size_t k = brief ? spot->first : spot->last - (spot->last > spot->first && !prose);
    spot->line = NULL;
    if (vain)
        ask_of(s, spot, spot->last, vain);
    if (mirth_in_timeline(part) && mirth_ends_well(s->t, part, &part->clauses[0]))
        k = spot->last;
    for (; k <= spot->last; k++)
        ask_of(s, spot, k, NULL);
    for (k = spot->first; k <= spot->last; k++)
        ask_what_is_shown(s, spot, k);
    for (k = spot->first; k <= spot->last && !spot->line; k++)
        ask_for_beat(s, spot, k);
}

/* What stands above the title is somebody else's: an assignment's number, an address. */
static bool is_above_title(const struct mirth_story *story, const struct mirth_part *part)
{
    return story->digest.title && part < story->digest.title;
}

static bool may_be_answered(const struct spread *s, const struct spot *spot)
{
    const struct mirth_part *part = part_of(s, spot);
    if (part->kind == MIRTH_PROSE && !mirth_in_timeline(part) && s->timed &&
        s->t->options->mirth < 3 && mirth_same_name(part->section, "summary"))
        return false; /* what happened is told soberly first */
    if (part->kind == MIRTH_MEASURE && s->t->options->mirth < 3 &&
        (s->t->own_story || mirth_is_marked_done(s->t->english, part->flat) ||
         mirth_says_done(s->t->english, part->flat)))
        return false; /* what is still to be done is said of tasks */
    return !is_above_title(s->t->story, part) && part->clause_count && !spot->taken &&
           !mirth_stands_as_heading(s->t, part) &&
           !mirth_hands_over(part, &part->clauses[spot->last]);
}

static bool has_beat(const struct spread *s, const struct spot *spot)
{
    const size_t from = s->t->first_clause[spot->part];
    for (size_t k = spot->first; k <= spot->last && k < part_of(s, spot)->clause_count; k++)
        if (s->t->beats[from + k])
            return true;
    return false;
}

/* The scene is what is said there. */
static bool is_before_scene(const struct spread *s, const struct spot *spot)
{
    const struct mirth_part *part = part_of(s, spot);
    return part == s->t->scene_at && spot->last + 1 >= part->clause_count;
}

/* Every spot in its order, so that each knows which telling of its frame it is. */
static void ask_all(struct spread *s)
{
    struct mirth_telling *t = s->t;
    for (struct spot *spot = s->spots; spot < s->spots + s->count; spot++) {
        const struct mirth_part *part = part_of(s, spot);
        for (size_t k = spot->first; k <= spot->last && k < part->clause_count; k++)
            if (part->clauses[k].frame)
                spot->telling = mirth_count_telling(t, part->clauses[k].frame);
        spot->taken = has_beat(s, spot) || is_before_scene(s, spot);
        if (may_be_answered(s, spot))
            ask(s, spot);
    }
    memset(t->tellings, 0, sizeof t->tellings); /* they are counted again as they are told */
}

/* How many spots running, from `from` on in that direction, have a line of ours. A heading ends
 * it. */
static size_t count_running(const struct spread *s, size_t from, int step)
{
    size_t n = 0;
    for (size_t i = from + (size_t)step; i < s->count; i += (size_t)step) {
        const struct mirth_part *part = part_of(s, &s->spots[i]);
        if (part->kind == MIRTH_SECTION || (part->clause_count && !s->spots[i].taken))
            break;
        n += part->clause_count > 0;
    }
    return n;
}

/* "We apologize to whoever waited.": warmth is a plain sentence. */
static bool is_courteous(const struct spread *s, const struct spot *spot)
{
    const struct mirth_part *part = part_of(s, spot);
    for (size_t k = spot->first; k <= spot->last && k < part->clause_count; k++)
        if (mirth_has_listed(s->t->english, part->clauses[k].text, MIRTH_L_COURTESY))
            return true;
    return false;
}

static bool is_told_enough(const struct spread *s, const struct spot *spot)
{
    return s->t->options->mirth < 3 && part_of(s, spot)->kind == MIRTH_MEASURE &&
           s->t->asides >= MIRTH_ASIDES;
}

static bool has_room(const struct spread *s, size_t i)
{
    const struct mirth_part *part = part_of(s, &s->spots[i]);
    size_t running = count_running(s, i, -1) + count_running(s, i, 1);
    if (s->t->options->mirth > 2)
        return true;
    if (is_told_enough(s, &s->spots[i]))
        return false;
    return !running ||
           ((mirth_in_timeline(part) || mirth_is_of_shown(s->spots[i].line) ||
             mirth_is_of_role(s->spots[i].line)) &&
            s->spots[i].worth >= STRONG && running < (size_t)RUNNING + s->spots[i].turn);
}

static void take(struct spread *s, struct spot *spot)
{
    mirth_say(s->t, spot->line);
    spot->taken = true;
    s->t->asides += part_of(s, spot)->kind == MIRTH_MEASURE;
    s->t->beats[s->t->first_clause[spot->part] + spot->at] = spot->line;
}

/* Whether its line is one that would be heard twice; then nobody says it any more. */
static bool is_echo(struct spread *s, struct spot *spot)
{
    return !spot->line->used && (spot->line->used = mirth_echoes(
                                     s->t, spot->line, part_of(s, spot)->kind == MIRTH_MEASURE));
}

/* The answers that are worth so much; one that has been given elsewhere is asked for anew, and may
 * be worth less. */
static void take_worth(struct spread *s, int worth)
{
    for (size_t i = 0; i < s->count; i++) {
        struct spot *spot = &s->spots[i];
        if (!spot->line || spot->taken || spot->worth != worth || !has_room(s, i))
            continue;
        if (mirth_is_of_role(spot->line)) /* whom another line may have brought in by now */
            ask(s, spot);
        while (spot->line &&
               (spot->line->used || mirth_was_shown(s->t, spot->line) || is_echo(s, spot)))
            ask(s, spot);
        if (spot->line && spot->worth == worth && !is_courteous(s, spot))
            take(s, spot);
    }
}

/* A spot for each part, and for each paragraph that a part is told in. */
static bool find_spots(struct spread *s)
{
    const struct mirth_story *story = s->t->story;
    const size_t parts = story->part_count < READ ? story->part_count : READ;
    const size_t clauses =
        parts < story->part_count ? s->t->first_clause[parts] : s->t->clause_total;
    s->spots = mirth_pool_array(&s->t->story->pool, clauses + parts + 1, sizeof *s->spots);
    for (size_t i = 0; s->spots && i < parts; i++) {
        size_t k = 0;
        s->timed |= story->parts[i].kind == MIRTH_EVENT;
        do {
            struct spot *spot = &s->spots[s->count++];
            *spot = (struct spot){.part = i, .first = k, .last = k};
            if (k < story->parts[i].clause_count)
                spot->last = mirth_piece_end(s->t, &story->parts[i], k);
            k = spot->last + 1;
        } while (k < story->parts[i].clause_count);
    }
    return s->spots;
}

bool mirth_spread_answers(struct mirth_telling *t)
{
    struct spread s = {.t = t};
    bool ok;
    if (!find_spots(&s))
        return false;
    ask_all(&s);
    for (int worth = BEST; worth > 0; worth--)
        take_worth(&s, worth);
    ok = !s.scratch.spent;
    mirth_buffer_free(&s.scratch);
    return ok;
}
