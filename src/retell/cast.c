/* cast.c: who is in the story: the parts of the system that a record names most, and of whom a
 * sentence tells. */
#include "retell/cast.h"

#include <stdlib.h>
#include <string.h>

#include "understand/digest.h"
#include "understand/kinds.h"

/* As many as COMPANY are an edition of their own. */
enum { COMPANY = 3 };

/* A kind of part, how often the record names one, and its first name there. */
struct candidate {
    struct mirth_member member;
    size_t named, seen; /* seen: how many kinds had been named when it was */
};

/* Every kind of part, by its number. */
struct candidates {
    struct candidate of[MIRTH_TOPICS];
    size_t seen;
};

static struct mirth_slice phrase_at(const struct mirth_token *tokens, size_t i, size_t length)
{
    const struct mirth_slice last = tokens[i + length - 1].text;
    return mirth_slice(tokens[i].text.at, (size_t)(last.at + last.len - tokens[i].text.at));
}

/* "Web servers" are a web server in a list of who is who. */
static struct mirth_slice one_of(const struct mirth_english *e, struct mirth_slice name, int list)
{
    const struct mirth_slice one = mirth_slice(name.at, name.len - 1);
    return mirth_ends(name, "s") && mirth_is_item(e, one, list) ? one : name;
}

/* new: whoever the text brings in counts too. */
static void count_names(const struct mirth_english *e, struct mirth_slice text, bool new,
                        struct candidates *all)
{
    struct mirth_token tokens[MIRTH_TOKENS];
    const size_t count = mirth_tokens(e, text, tokens);
    for (size_t i = 0, length; i < count && count <= MIRTH_TOKENS; i += length ? length : 1) {
        const size_t kind = mirth_kind_at(e, tokens, count, i, &length);
        if (kind == SIZE_MAX || !(new || all->of[kind].named) || all->of[kind].named++)
            continue;
        all->of[kind].seen = all->seen++;
        all->of[kind].member = (struct mirth_member){
            .kind = kind,
            .name = one_of(e, phrase_at(tokens, i, length), e->parts[kind].list),
        };
    }
}

/* Whoever is in what is told: measures name what may never come. */
static void find_candidates(const struct mirth_telling *t, struct candidates *all)
{
    const struct mirth_story *story = t->story;
    for (size_t i = 0; i < story->digest.parts && i < MIRTH_READ; i++)
        for (size_t k = 0; k < story->parts[i].clause_count; k++)
            count_names(t->english, story->parts[i].clauses[k].text,
                        story->parts[i].kind != MIRTH_MEASURE, all);
}

/* A part that the fault's picture is of has its role there. */
static void leave_out_explained(struct mirth_telling *t, struct candidates *all)
{
    struct candidates explained = {0};
    struct mirth_phrasing *first;
    const char *fault = t->fault;
    const size_t count = fault ? mirth_theme_entry(t->theme, "faults", fault, &first) : 0;
    for (size_t i = 0; i < count; i++) {
        const struct mirth_condition *key = mirth_condition(&first[i], MIRTH_C_KEY);
        const struct mirth_condition *gag = mirth_condition(&first[i], MIRTH_C_GAG);
        if (key && mirth_same_text(key->value, "image") &&
            (!gag || (t->gag && mirth_one_of(gag->value, mirth_slice_of(t->gag)))))
            count_names(t->english, mirth_slice_of(first[i].line->text), true, &explained);
    }
    for (size_t k = 0; k < t->english->part_count; k++)
        all->of[k].named = explained.of[k].named ? 0 : all->of[k].named;
}

static int by_times(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    if (x->named != y->named)
        return x->named > y->named ? -1 : 1;
    return x->member.kind < y->member.kind ? -1 : x->member.kind > y->member.kind;
}

static int by_place(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    return x->seen < y->seen ? -1 : x->seen > y->seen;
}

/* What such a part is in this theme, "the owl"; NULL: nothing. */
static const char *role_of(struct mirth_telling *t, const char *kind)
{
    struct mirth_phrasing *first;
    const size_t count = mirth_theme_entry(t->theme, "roles", kind, &first);
    for (size_t i = 0; i < count; i++) {
        const struct mirth_condition *key = mirth_condition(&first[i], MIRTH_C_KEY);
        if (key && mirth_same_text(key->value, "role"))
            return first[i].line->text;
    }
    return NULL;
}

/* What the sentence is about: the slot that says so. */
static struct mirth_slice subject_of(const struct mirth_clause *clause)
{
    for (size_t i = 0; i < MIRTH_SLOTS && clause->slots[i].name; i++)
        if (mirth_same_name(clause->slots[i].name, "what"))
            return clause->slots[i].text;
    return mirth_slice("", 0);
}

/* The tokens that stand in the text, a part of theirs. */
static const struct mirth_token *within(const struct mirth_token *tokens, size_t *count,
                                        struct mirth_slice text)
{
    size_t first = 0, end;
    while (first < *count && tokens[first].text.at < text.at)
        first++;
    for (end = first; end < *count && tokens[end].text.at < text.at + text.len;)
        end++;
    *count = end - first;
    return tokens + first;
}

/* The kind of what the place's sentence is about, or else of what it names first. */
static size_t kind_told(const struct mirth_telling *t, const struct mirth_place *place)
{
    size_t count, kind = SIZE_MAX;
    const struct mirth_token *tokens = mirth_words_at(t, place, &count);
    if (place->clause->frame) {
        size_t some = count;
        const struct mirth_token *subject = within(tokens, &some, subject_of(place->clause));
        kind = mirth_kind_named(t->english, subject, some);
    }
    return kind == SIZE_MAX ? mirth_kind_named(t->english, tokens, count) : kind;
}

/* Many lines ask of the same sentence. */
const struct mirth_member *mirth_member_at(struct mirth_telling *t, const struct mirth_place *place)
{
    size_t kind;
    if (!place->clause || !t->cast_count)
        return NULL;
    if (t->told_of.at == place->clause->text.at && t->told_of.len == place->clause->text.len)
        return t->being_told;
    t->told_of = place->clause->text;
    t->being_told = NULL;
    kind = kind_told(t, place);
    for (size_t i = 0; i < t->cast_count; i++)
        if (t->cast[i].kind == kind)
            t->being_told = &t->cast[i];
    return t->being_told;
}

/* Whether the theme has a line for what becomes of the member at the place. */
static bool can_play(struct mirth_telling *t, const struct mirth_member *member,
                     const struct mirth_place *place)
{
    struct mirth_phrasing *first;
    const size_t count = mirth_theme_entry(t->theme, "roles", member->entry, &first);
    for (size_t i = 0; i < count; i++) {
        int held;
        if ((mirth_condition(&first[i], MIRTH_C_FRAME) ||
             mirth_condition(&first[i], MIRTH_C_WORD)) &&
            mirth_holds(t, &first[i], place, &held))
            return true;
    }
    return false;
}

/* How many of the cast the timeline has something to do for. */
static size_t count_players(struct mirth_telling *t)
{
    const struct mirth_story *story = t->story;
    bool plays[MIRTH_CAST] = {false};
    size_t n = 0;
    for (size_t i = 0; i < story->digest.parts && i < MIRTH_READ; i++)
        for (size_t k = 0; story->parts[i].kind == MIRTH_EVENT && k < story->parts[i].clause_count;
             k++) {
            const struct mirth_place place = {
                .part = &story->parts[i], .clause = &story->parts[i].clauses[k], .gap = -1};
            const struct mirth_member *member = mirth_member_at(t, &place);
            if (member && member->role && !plays[member - t->cast] && can_play(t, member, &place)) {
                plays[member - t->cast] = true;
                n++;
            }
        }
    return n;
}

/* The most named ones, in the order in which the record brings them in. Where the character has a
 * story of the fault, that is the edition, and another cast would be a second one; but where that
 * would be a company, and no character tells it best, they are the edition. */
void mirth_find_cast(struct mirth_telling *t)
{
    struct candidates found = {0};
    struct candidate *all = found.of;
    size_t n = 0;
    if (t->best_story && t->options->mirth < 3)
        return;
    find_candidates(t, &found);
    leave_out_explained(t, &found);
    qsort(all, t->english->part_count, sizeof *all, by_times);
    while (n < MIRTH_CAST && n < t->english->part_count && all[n].named)
        n++;
    qsort(all, n, sizeof *all, by_place);
    t->cast_count = n < MIRTH_FEWEST ? 0 : n;
    for (size_t i = 0; i < t->cast_count; i++) {
        t->cast[i] = all[i].member;
        t->cast[i].entry = mirth_string(t->english, t->english->parts[all[i].member.kind].name);
        t->cast[i].role = role_of(t, t->cast[i].entry);
    }
    t->ensemble = t->options->mirth < 3 && count_players(t) >= COMPANY;
    if (t->own_story && !t->ensemble && t->options->mirth < 3)
        t->cast_count = 0;
    t->own_story = t->own_story && !t->ensemble;
}

bool mirth_is_met(const struct mirth_telling *t, const struct mirth_member *member)
{
    for (size_t i = 0; i < t->clause_total; i++)
        if (mirth_is_of_role(t->beats[i]) && !strcmp(t->beats[i]->line->entry, member->entry))
            return true;
    return false;
}

bool mirth_leave_out_lone_role(struct mirth_telling *t)
{
    size_t met = 0;
    for (size_t i = 0; i < t->cast_count; i++)
        met += mirth_is_met(t, &t->cast[i]);
    if (met != 1 || t->options->mirth > 2)
        return false;
    for (size_t i = 0; i < t->clause_total; i++)
        if (mirth_is_of_role(t->beats[i]))
            t->beats[i] = NULL;
    t->cast_count = 0;
    return true;
}
