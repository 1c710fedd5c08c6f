/* remark.c: what the edition's character says of the record's own words, and of what its sentences
 * report: the theme's remarks, the script of the gag, and what becomes of the parts of the system
 * in their roles.
 */
#include "retell/cast.h"
#include "retell/reasons.h"

#include <string.h>

#include "understand/digest.h"

/* What makes a line fit better: each condition that holds, less one of where the sentence stands,
 * that it is of the gag's own script, that it is of a phrase, that it is of the very part, and that
 * it is the first one of that part: who is in the list of the cast is to be met. */
enum { PER_CONDITION = 2, OF_THE_GAG = 1, OF_A_PHRASE = 3, OF_THE_PART = 4, DEBUT = 7 };

/* Other answers to a sentence that --explain names. */
enum { RIVALS = 12 };

/* The first word of an alternative of a line's `word:`; where it has none, a name of its `frame:`.
 */
struct trigger {
    uint32_t hash; /* of the word in lower case, or of the frame */
    uint32_t line; /* one more than its number, over all groups; 0: none */
};

/* Lines of one entry. */
struct group {
    struct mirth_phrasing *lines;
    size_t count;
};

enum { REMARKS, SCRIPT, ROLES, GROUPS = ROLES + MIRTH_CAST };

/* The triggers by their hash: open addressing, so that a sentence costs a look a word, however many
 * remarks a theme has. */
struct mirth_remarks {
    struct group groups[GROUPS];
    struct trigger *slots;
    size_t size; /* a power of two, more than four thirds of the triggers */
};

/* A frame's name is no word of a sentence's. */
static uint32_t hash_frame(struct mirth_slice name)
{
    uint32_t hash = ~MIRTH_WORD_HASH;
    for (size_t i = 0; i < name.len; i++)
        hash = mirth_word_step(hash, name.at[i]);
    return hash;
}

/* What becomes of a part of the system is of this incident, whoever tells it. */
bool mirth_is_of_role(const struct mirth_phrasing *line)
{
    return line && !strcmp(line->line->chapter, "roles");
}

/* A character that has a story of the fault tells that: each line stands for a part of what broke.
 * What it would say of any incident, or of a word, is chatter there, which waits for --mirth 3. */
static bool tells_its_story(const struct mirth_telling *t)
{
    return t->own_story && t->options->mirth < 3;
}

/* "They asked the butler", of a sentence that reports a look: the sentence says it better. */
static bool leaves_it_to_record(const struct mirth_telling *t, const struct mirth_phrasing *line)
{
    const struct mirth_condition *frame = mirth_condition(line, MIRTH_C_FRAME);
    struct mirth_slice rest = frame ? frame->value : mirth_slice("", 0), first;
    char name[32];
    if (!mirth_cut(&rest, '|', &first) || first.len >= sizeof name)
        return false;
    memcpy(name, first.at, first.len);
    name[first.len] = '\0';
    return mirth_leaves_to_record(t, name);
}

static bool is_of_the_story(const struct mirth_telling *t, const struct mirth_phrasing *line)
{
    const struct mirth_condition *fault = mirth_condition(line, MIRTH_C_FAULT);
    return !tells_its_story(t) || mirth_is_of_role(line) ||
           (fault && mirth_one_of(fault->value, mirth_slice_of(t->fault)) &&
            !leaves_it_to_record(t, line));
}

static const struct mirth_condition *trigger_of(const struct mirth_telling *t,
                                                const struct mirth_phrasing *line)
{
    const struct mirth_condition *word = mirth_condition(line, MIRTH_C_WORD);
    if (mirth_condition(line, MIRTH_C_AT) || !is_of_the_story(t, line))
        return NULL; /* a beat, which the plan gives out; chatter */
    return word ? word : mirth_condition(line, MIRTH_C_FRAME);
}

/* At most so many. */
static size_t count_triggers(const struct mirth_telling *t, const struct group *group)
{
    size_t triggers = 0;
    for (size_t i = 0; i < group->count; i++) {
        const struct mirth_condition *c = trigger_of(t, &group->lines[i]);
        for (size_t k = 0; c && k < c->value.len; k++)
            triggers += c->value.at[k] == '|';
        triggers += c != NULL;
    }
    return triggers;
}

static struct mirth_phrasing *line_of(const struct mirth_remarks *r, const struct trigger *trigger)
{
    const struct group *group = r->groups;
    size_t number = trigger->line - 1;
    for (; number >= group->count; group++)
        number -= group->count;
    return &group->lines[number];
}

static void add_trigger(struct mirth_remarks *r, uint32_t hash, size_t line)
{
    size_t at = hash & (r->size - 1);
    while (r->slots[at].line)
        at = (at + 1) & (r->size - 1);
    r->slots[at] = (struct trigger){hash, (uint32_t)line + 1};
}

static uint32_t hash_first_word(struct mirth_slice phrase)
{
    uint32_t hash = MIRTH_WORD_HASH;
    for (size_t i = 0; i < phrase.len && phrase.at[i] != ' '; i++)
        hash = mirth_word_step(hash, mirth_lower(phrase.at[i]));
    return hash;
}

static void add_triggers(const struct mirth_telling *t, struct mirth_remarks *r,
                         const struct mirth_phrasing *line, size_t number)
{
    const struct mirth_condition *c = trigger_of(t, line);
    struct mirth_slice rest = c ? c->value : mirth_slice("", 0), phrase;
    while (mirth_cut(&rest, '|', &phrase))
        if (phrase.len)
            add_trigger(r, c->kind == MIRTH_C_WORD ? hash_first_word(phrase) : hash_frame(phrase),
                        number);
}

static void gather(struct mirth_telling *t, struct group *groups)
{
    struct group *remarks = &groups[REMARKS], *script = &groups[SCRIPT], *roles = &groups[ROLES];
    if (!tells_its_story(t) && !t->ensemble)
        remarks->count = mirth_theme_entry(t->theme, "remarks", "any", &remarks->lines);
    if (t->gag && !t->ensemble)
        script->count = mirth_theme_entry(t->theme, "gags", t->gag, &script->lines);
    for (size_t i = 0; i < t->cast_count; i++)
        if (t->cast[i].role)
            roles[i].count =
                mirth_theme_entry(t->theme, "roles", t->cast[i].entry, &roles[i].lines);
}

/* NULL when memory is out. */
static struct mirth_remarks *make(struct mirth_telling *t)
{
    struct mirth_pool *pool = &t->theme->pool;
    struct mirth_remarks *r = mirth_pool_array(pool, 1, sizeof *r);
    size_t triggers = 0, number = 0;
    if (!r)
        return NULL;
    gather(t, r->groups);
    for (size_t g = 0; g < GROUPS; g++)
        triggers += count_triggers(t, &r->groups[g]);
    for (r->size = 4; r->size < triggers + triggers / 3 + 1;)
        r->size *= 2;
    r->slots = mirth_pool_array(pool, r->size, sizeof *r->slots);
    for (size_t g = 0; g < GROUPS && r->slots; g++)
        for (size_t i = 0; i < r->groups[g].count; i++)
            add_triggers(t, r, &r->groups[g].lines[i], number++);
    return r->slots ? r : NULL;
}

static bool is_in(const struct mirth_part *part, const char *names)
{
    const struct mirth_slice list = mirth_slice_of(names);
    return mirth_one_of(list, mirth_slice_of(part->section)) ||
           (part->field && mirth_one_of(list, mirth_slice_of(part->field))) ||
           (part->kind == MIRTH_FIELD && mirth_one_of(list, mirth_slice_of(part->name)));
}

/* "They looked into the hall": once the cause is found, what is reviewed is the mending, and once
 * all is well, what failed had failed before, and what is found is that. */
static bool is_late(const struct mirth_telling *t, const struct mirth_place *place)
{
    const size_t number = t->first_clause[place->part - t->story->parts];
    const char *frame = place->clause->frame;
    if (place->part->kind != MIRTH_EVENT)
        return false;
    return (t->found != SIZE_MAX && number > t->found &&
            mirth_is_milestone(t->english_book, "search", frame)) ||
           (t->restored != SIZE_MAX && number > t->restored &&
            (mirth_is_milestone(t->english_book, "trouble", frame) ||
             mirth_is_milestone(t->english_book, "found", frame)));
}

/* There a line of what such sentences report has to say that it is of that hour too. */
static bool is_of_another_hour(const struct mirth_phrasing *line, const struct mirth_place *place)
{
    return place->late && mirth_condition(line, MIRTH_C_FRAME) &&
           !mirth_condition(line, MIRTH_C_WORD) && !mirth_condition(line, MIRTH_C_WHILE);
}

/* Of any gag's: what it says of a tool belongs to the tale, and not to what the record states. */
static bool is_remark(const struct mirth_phrasing *line)
{
    return !strcmp(line->line->chapter, "remarks");
}

/* Said of the part that the sentence is about, and of no other that it names. */
static bool is_of_another_part(struct mirth_telling *t, const struct mirth_phrasing *line,
                               const struct mirth_place *place)
{
    const struct mirth_member *member;
    if (!mirth_is_of_role(line))
        return false;
    member = mirth_member_at(t, place);
    return !member || strcmp(member->entry, line->line->entry) != 0;
}

/* "It has been tried on the biscuit tin.": such a line stands behind what it is of, or nowhere. */
static bool points_past(const struct mirth_telling *t, const struct mirth_phrasing *line,
                        const struct mirth_place *place)
{
    return place->apart &&
           mirth_listed(t->english,
                        mirth_token_at(t->english, mirth_slice_of(line->line->text)).word,
                        MIRTH_L_ANAPHOR);
}

/* What people went through is no laughing matter, unless a line was written for it; and where the
 * frame says little, a line needs a word to stand on. */
static bool can_be_said(struct mirth_telling *t, struct mirth_phrasing *line,
                        const struct mirth_place *place, int *held)
{
    struct mirth_buffer text = {0};
    bool ok = !line->used && !is_of_another_part(t, line, place) &&
              !mirth_is_beside_itself(t, line) && !is_of_another_hour(line, place) &&
              !points_past(t, line, place) &&
              (!place->vague || mirth_condition(line, MIRTH_C_WORD)) &&
              mirth_holds(t, line, place, held) && !mirth_is_known(t, line) &&
              (mirth_condition(line, MIRTH_C_IN) ||
               !(mirth_is_of_people(place->part) || (is_remark(line) && place->part->field))) &&
              mirth_theme_open(t->theme, line);
    if (ok && strchr(line->line->text, '{')) /* few have a slot, which may be empty */
        ok = mirth_fill_line(t, line, place, mirth_slice("", 0), &text);
    mirth_buffer_free(&text);
    return ok;
}

/* `word: too many clients`, of phrases alone: what stands in few records, and is heard in each. */
static bool is_rare(const struct mirth_phrasing *line)
{
    const struct mirth_condition *word = mirth_condition(line, MIRTH_C_WORD);
    struct mirth_slice rest = word ? word->value : mirth_slice("", 0), phrase;
    bool rare = rest.len > 0;
    while (mirth_cut(&rest, '|', &phrase))
        rare &= memchr(phrase.at, ' ', phrase.len) != NULL;
    return rare;
}

/* Whether a line of the same part has been said. */
static bool has_been_met(const struct mirth_telling *t, const struct mirth_phrasing *line)
{
    struct mirth_phrasing *first;
    const size_t count = mirth_theme_entry(t->theme, "roles", line->line->entry, &first);
    for (size_t i = 0; i < count; i++)
        if (first[i].used)
            return true;
    return false;
}

static int worth_of(const struct mirth_telling *t, const struct mirth_phrasing *line, int held)
{
    int worth = held * PER_CONDITION;
    worth -= mirth_condition(line, MIRTH_C_GAG) ? PER_CONDITION : 0; /* all of them are */
    worth -= mirth_condition(line, MIRTH_C_WHILE) || mirth_condition(line, MIRTH_C_IN);
    worth += line->whole; /* the telling itself, rather than words beside it */
    worth += is_rare(line) ? OF_A_PHRASE : 0;
    if (mirth_is_of_role(line))
        worth += OF_THE_PART + (has_been_met(t, line) ? 0 : DEBUT);
    return worth + (!strcmp(line->line->chapter, "gags") ? OF_THE_GAG : 0);
}

/* The best line so far. */
struct favourite {
    struct mirth_phrasing *line;
    int worth;
    uint64_t rank;
};

static void consider(struct mirth_telling *t, uint32_t hash, const struct mirth_place *place,
                     struct favourite *best)
{
    const struct mirth_remarks *r = t->remarks;
    for (size_t at = hash & (r->size - 1); r->slots[at].line; at = (at + 1) & (r->size - 1)) {
        struct mirth_phrasing *line = line_of(r, &r->slots[at]);
        struct favourite mine = {.line = line};
        int held;
        if (r->slots[at].hash != hash || !can_be_said(t, line, place, &held))
            continue;
        mine.worth = worth_of(t, line, held);
        if (best->line && mine.worth < best->worth)
            continue;
        mine.rank = mirth_rank_of(t, line, place->clause->text);
        if (!best->line || mine.worth > best->worth || mine.rank > best->rank)
            *best = mine;
    }
}

static struct favourite best_of(struct mirth_telling *t, const struct mirth_place *place)
{
    struct favourite best = {NULL, 0, 0};
    size_t count;
    const struct mirth_token *tokens = mirth_words_at(t, place, &count);
    for (size_t i = 0; i < count; i++)
        consider(t, tokens[i].hash ? tokens[i].hash : mirth_word_hash(tokens[i].text), place,
                 &best);
    tokens = mirth_words_inside(t, place, &count);
    for (size_t i = 0; i < count; i++)
        consider(t, tokens[i].hash ? tokens[i].hash : mirth_word_hash(tokens[i].text), place,
                 &best);
    if (place->clause->frame)
        consider(t, hash_frame(mirth_slice_of(place->clause->frame)), place, &best);
    return best;
}

bool mirth_is_of_people(const struct mirth_part *part)
{
    return is_in(part, "impact");
}

bool mirth_may_be_answered(const struct mirth_telling *t, const struct mirth_part *part)
{
    return !t->story->rows[part->row].quoted &&
           !is_in(part, "metadata|author|date|duration|start|end|severity|status");
}

struct mirth_phrasing *mirth_answer(struct mirth_telling *t, const struct mirth_place *place,
                                    int *worth)
{
    struct favourite best = {NULL, 0, 0};
    struct mirth_place there = *place;
    if (!mirth_may_be_answered(t, place->part) || (!t->remarks && !(t->remarks = make(t))))
        return NULL;
    there.late = is_late(t, place);
    best = best_of(t, &there);
    *worth = best.worth;
    return best.line;
}

/* Each once: a line may have two words of the sentence's. */
static bool was_noted(const struct mirth_phrasing **noted, size_t count,
                      const struct mirth_phrasing *line)
{
    for (size_t i = 0; i < count; i++)
        if (noted[i] == line)
            return true;
    return false;
}

static void note_triggered(struct mirth_telling *t, uint32_t hash, const struct mirth_place *place,
                           enum mirth_objection why, const struct mirth_phrasing **noted,
                           size_t *count)
{
    const struct mirth_remarks *r = t->remarks;
    for (size_t at = hash & (r->size - 1); r->slots[at].line; at = (at + 1) & (r->size - 1)) {
        struct mirth_phrasing *line = line_of(r, &r->slots[at]);
        int held;
        if (r->slots[at].hash != hash || *count == RIVALS || was_noted(noted, *count, line) ||
            !can_be_said(t, line, place, &held))
            continue;
        noted[(*count)++] = line;
        mirth_note_loser(t, line, why);
    }
}

void mirth_note_rivals(struct mirth_telling *t, const struct mirth_place *place,
                       enum mirth_objection why)
{
    const struct mirth_phrasing *noted[RIVALS];
    const struct mirth_token *tokens;
    size_t words, count = 0;
    struct mirth_place there = *place;
    if (!t->remarks || !mirth_may_be_answered(t, place->part))
        return;
    there.late = is_late(t, place);
    place = &there;
    tokens = mirth_words_at(t, place, &words);
    for (size_t i = 0; i < words; i++)
        note_triggered(t, tokens[i].hash ? tokens[i].hash : mirth_word_hash(tokens[i].text), place,
                       why, noted, &count);
    if (place->clause->frame)
        note_triggered(t, hash_frame(mirth_slice_of(place->clause->frame)), place, why, noted,
                       &count);
}
