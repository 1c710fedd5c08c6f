/* conditions.c: whether a line may stand in a place. */
#include "retell/telling.h"

#include <string.h>

#include "understand/digest.h"

static struct mirth_slice text_of(const struct mirth_place *place)
{
    return place->clause ? place->clause->text : mirth_slice("", 0);
}

const struct mirth_token *mirth_words_at(const struct mirth_telling *t,
                                         const struct mirth_place *place, size_t *count)
{
    struct mirth_words *words = t->words;
    struct mirth_slice text = text_of(place);
    if (words->of.at != text.at || words->of.len != text.len) {
        words->of = text;
        words->count = mirth_tokens(t->english, text, words->tokens);
        words->count = words->count > MIRTH_TOKENS ? 0 : words->count;
    }
    *count = words->count;
    return words->tokens;
}

static void add_inside(const struct mirth_english *e, struct mirth_slice text,
                       struct mirth_words *words)
{
    struct mirth_token more[MIRTH_TOKENS];
    size_t n = text.len ? mirth_tokens(e, text, more) : 0;
    for (size_t k = 0; k < n && n <= MIRTH_TOKENS && words->count < MIRTH_TOKENS; k++)
        words->tokens[words->count++] = more[k];
}

const struct mirth_token *mirth_words_inside(const struct mirth_telling *t,
                                             const struct mirth_place *place, size_t *count)
{
    struct mirth_words *words = t->inside;
    const struct mirth_token *tokens;
    size_t outside;
    *count = 0;
    if (!words)
        return NULL;
    tokens = mirth_words_at(t, place, &outside);
    if (words->of.at != t->words->of.at || words->of.len != t->words->of.len) {
        words->of = t->words->of;
        words->count = 0;
        for (size_t i = 0; i < outside; i++)
            if (tokens[i].kind != MIRTH_T_PAREN) /* "failed (98: address in use)" is code's own */
                add_inside(t->english, mirth_token_inside(&tokens[i]), words);
        for (size_t i = 0; i < words->count; i++) /* they grow */
            add_inside(t->english, mirth_token_inside(&words->tokens[i]), words);
    }
    *count = words->count;
    return words->tokens;
}

/* One of `logs|load balancer`. */
struct mirth_alternative {
    struct mirth_slice phrase; /* at NULL: there are no more */
    size_t first;              /* the length of its first word */
};

/* Many sentences are held against the same line, whose alternatives are cut apart once. NULL when
 * memory is out. */
static const struct mirth_alternative *alternatives_of(const struct mirth_telling *t,
                                                       struct mirth_condition *c)
{
    struct mirth_slice rest = c->value, phrase;
    size_t n = 2;
    if (c->phrases)
        return c->phrases;
    for (size_t i = 0; i < rest.len; i++)
        n += rest.at[i] == '|';
    c->phrases = mirth_pool_array(&t->story->pool, n, sizeof *c->phrases);
    for (n = 0; c->phrases && mirth_cut(&rest, '|', &phrase);) {
        const char *space = memchr(phrase.at, ' ', phrase.len);
        if (phrase.len)
            c->phrases[n++] = (struct mirth_alternative){phrase, space ? (size_t)(space - phrase.at)
                                                                       : phrase.len};
    }
    return c->phrases;
}

static bool begins_with(const struct mirth_token *tokens, size_t count,
                        const struct mirth_alternative *a)
{
    struct mirth_slice phrase = a->phrase, word;
    if (!mirth_same_nocase(tokens[0].text, mirth_slice(phrase.at, a->first)))
        return false;
    for (size_t i = 0; a->first < a->phrase.len && mirth_cut(&phrase, ' ', &word); i++)
        if (i == count || !mirth_same_nocase(tokens[i].text, word))
            return false;
    return true;
}

/* `word: too many clients`, of an error that the record quotes; a single word there may be
 * anything.
 */
static bool is_quoted(const struct mirth_telling *t, const struct mirth_place *place,
                      struct mirth_condition *c)
{
    size_t count;
    const struct mirth_token *tokens = mirth_words_inside(t, place, &count);
    for (const struct mirth_alternative *a = count ? alternatives_of(t, c) : NULL;
         a && a->phrase.at; a++)
        for (size_t i = 0; i < count && a->first < a->phrase.len; i++)
            if (tokens[i].text.len == a->first && begins_with(tokens + i, count - i, a))
                return true;
    return false;
}

/* "Log in", "500 users": the word is there, and is not what a line about it is about. */
static bool has_other_sense(const struct mirth_telling *t, const struct mirth_token *tokens,
                            size_t count, size_t i)
{
    return mirth_listed_at(t->english, tokens, count, i, MIRTH_L_OTHER_SENSE) > 1;
}

/* `word: logs|load balancer` */
static bool has_word(const struct mirth_telling *t, const struct mirth_place *place,
                     struct mirth_condition *c)
{
    size_t count;
    const struct mirth_token *tokens = mirth_words_at(t, place, &count);
    for (const struct mirth_alternative *a = alternatives_of(t, c); a && a->phrase.at; a++)
        for (size_t i = 0; i < count; i++)
            if (tokens[i].text.len == a->first && begins_with(tokens + i, count - i, a) &&
                (a->first < a->phrase.len || !has_other_sense(t, tokens, count, i)))
                return true;
    return is_quoted(t, place, c);
}

/* `verb: optimized|scaled down`: among the words that the frame is told by, outside its slots and
 * before what it left over: "the queries were optimized, and the pool adjusted" has not adjusted
 * them. */
static bool has_verb(const struct mirth_telling *t, const struct mirth_place *place,
                     struct mirth_condition *condition)
{
    const struct mirth_clause *c = place->clause;
    const struct mirth_token *tokens;
    size_t count;
    if (!c || !c->frame || !c->main.len)
        return false;
    tokens = mirth_words_at(t, place, &count);
    for (const struct mirth_alternative *a = alternatives_of(t, condition); a && a->phrase.at; a++)
        for (size_t i = 0; i < count; i++)
            if (tokens[i].text.len == a->first && tokens[i].text.at >= c->main.at &&
                !(c->rest.len && tokens[i].text.at >= c->rest.at) &&
                !mirth_stands_in_slot(c, tokens[i].text.at) &&
                begins_with(tokens + i, count - i, a))
                return true;
    return false;
}

static bool holds_word(struct mirth_slice text, struct mirth_slice word)
{
    for (size_t i = 0; i + word.len <= text.len; i++)
        if (mirth_same_nocase(mirth_slice(text.at + i, word.len), word) &&
            (!i || !mirth_is_alpha(text.at[i - 1])) &&
            (i + word.len == text.len || !mirth_is_alpha(text.at[i + word.len])))
            return true;
    return false;
}

/* `said: mask|curtain`: a line that this edition has told a sentence with holds one of the words,
 * so that "the mask came off again" remembers something. */
static bool has_said(const struct mirth_telling *t, struct mirth_slice words)
{
    const struct mirth_book *book = t->theme->book;
    struct mirth_slice word;
    while (mirth_cut(&words, '|', &word))
        for (size_t i = 0; i < book->entry_count; i++) {
            const struct mirth_phrasing *first = t->theme->entries[i];
            bool told = first && !strcmp(book->entries[i].chapter, "told");
            for (size_t k = 0; told && k < book->entries[i].count; k++)
                if (first[k].used && holds_word(mirth_slice_of(first[k].line->text), word))
                    return true;
        }
    return false;
}

static bool has_frame(const struct mirth_place *place, struct mirth_slice names)
{
    return place->clause && place->clause->frame &&
           mirth_one_of(names, mirth_slice_of(place->clause->frame));
}

/* `tail: to|none`: what the frame left over begins so, or nothing is left. A comma is `comma`. */
static bool has_tail(const struct mirth_place *place, struct mirth_slice words)
{
    struct mirth_slice rest = mirth_trim(place->clause ? place->clause->rest : mirth_slice("", 0));
    struct mirth_slice first = {"", 0};
    if (!rest.len)
        return mirth_one_of(words, mirth_slice_of("none"));
    if (rest.at[0] == ',')
        return mirth_one_of(words, mirth_slice_of("comma"));
    mirth_cut(&rest, ' ', &first);
    return mirth_one_of(words, first);
}

/* Who a record's sentence speaks as. */
static const char *voice_of(const struct mirth_english *e, struct mirth_slice text)
{
    struct mirth_slice word;
    while (mirth_cut(&text, ' ', &word)) {
        if (!word.len || word.len > 3)
            continue;
        if (mirth_lists(e, MIRTH_L_VOICE_I, word))
            return "I";
        if (mirth_lists(e, MIRTH_L_VOICE_WE, word))
            return "we";
    }
    return "none";
}

/* `in: cause` also means the sections that hold one. */
static bool stands_in(const struct mirth_part *part, struct mirth_slice names)
{
    const char *section = part ? part->section : "";
    if (mirth_one_of(names, mirth_slice_of(section)))
        return true;
    if (part && part->field && mirth_one_of(names, mirth_slice_of(part->field)))
        return true;
    if (!strncmp(section, "root-cause", 10))
        return mirth_one_of(names, mirth_slice_of("cause"));
    return (!strcmp(section, "corrective") || !strcmp(section, "actions") ||
            !strcmp(section, "lessons")) &&
           mirth_one_of(names, mirth_slice_of("measures"));
}

static bool has_trail(const struct mirth_story *story)
{
    for (size_t i = 0; i < story->part_count; i++)
        for (size_t k = 0; k < story->parts[i].clause_count; k++) {
            const char *frame = story->parts[i].clauses[k].frame;
            if (frame && (!strcmp(frame, "suspected") || !strcmp(frame, "misled")))
                return true;
        }
    return false;
}

/* "I restarted it": a record that somebody tells has its narrator. */
static bool is_impersonal(const struct mirth_telling *t)
{
    enum { FEW = 2 };
    size_t said = 0;
    for (size_t i = 0; i < t->story->digest.parts; i++) {
        const struct mirth_part *part = &t->story->parts[i];
        for (size_t k = 0; k < part->clause_count && said < FEW; k++)
            said += !strcmp(voice_of(t->english, part->clauses[k].text), "I");
    }
    return said < FEW;
}

/* So many steps past the guilty part are a tale. */
enum { HUNT = 2 };

/* `needs: component`, `needs: culprit`, `needs: false-trail`, `needs: impersonal`, `needs: lasted
 * >= 2h`, `needs: fault disk-full|dns` */
static bool has_need(const struct mirth_telling *t, const struct mirth_condition *c)
{
    const struct mirth_digest *d = &t->story->digest;
    struct mirth_slice v = c->value;
    if (mirth_same_text(v, "component"))
        return d->component.len > 0;
    if (mirth_same_text(v, "culprit"))
        return t->passed >= HUNT;
    if (mirth_same_text(v, "false-trail"))
        return has_trail(t->story);
    if (mirth_same_text(v, "impersonal"))
        return is_impersonal(t);
    if (v.len > 6 && !memcmp(v.at, "fault ", 6))
        return t->fault && mirth_one_of(mirth_slice(v.at + 6, v.len - 6), mirth_slice_of(t->fault));
    if (v.len > 9 && !memcmp(v.at, "lasted >=", 9)) {
        struct mirth_slice n = mirth_trim(mirth_slice(v.at + 9, v.len - 9));
        int64_t minutes = 0;
        for (size_t i = 0; i < n.len && mirth_is_digit(n.at[i]); i++)
            minutes = minutes * 10 + (n.at[i] - '0');
        minutes *= n.at[n.len - 1] == 'd' ? 1440 : n.at[n.len - 1] == 'h' ? 60 : 1;
        return d->lasted >= minutes;
    }
    return false;
}

/* `while: repair`: how far the record's tale has come at a sentence of it. */
static const char *phase_of(const struct mirth_telling *t, const struct mirth_place *place)
{
    const struct mirth_part *part = place->part;
    size_t number;
    if (!part || (part->kind != MIRTH_EVENT && strcmp(part->section, "timeline") != 0))
        return "";
    number = t->first_clause[part - t->story->parts];
    if (t->restored != SIZE_MAX && number >= t->restored)
        return "well";
    if (t->found == SIZE_MAX && place->clause &&
        mirth_has_listed(t->english, place->clause->text, MIRTH_L_RELIEF))
        return ""; /* a step that helped, before anything was found, is no step in vain */
    return t->found != SIZE_MAX && number >= t->found ? "repair" : "hunt";
}

static bool is_of_fault(const struct mirth_telling *t, const struct mirth_place *place,
                        struct mirth_slice faults)
{
    const char *fault = mirth_fault_at(t, place->part);
    return fault && mirth_one_of(faults, mirth_slice_of(fault));
}

static bool holds(const struct mirth_telling *t, struct mirth_condition *c,
                  const struct mirth_place *place)
{
    const struct mirth_digest *d = &t->story->digest;
    switch (c->kind) {
    case MIRTH_C_WORD: return has_word(t, place, c);
    case MIRTH_C_VERB: return has_verb(t, place, c);
    case MIRTH_C_GAP: return place->gap >= c->number;
    case MIRTH_C_LASTED: return d->lasted >= c->number;
    case MIRTH_C_WORDS: return mirth_count_words(text_of(place)) <= (size_t)c->number;
    case MIRTH_C_FRAME: return has_frame(place, c->value);
    case MIRTH_C_VOICE:
        return mirth_one_of(c->value, mirth_slice_of(voice_of(t->english, text_of(place))));
    case MIRTH_C_TELLING: return place->telling == c->number;
    case MIRTH_C_SAID: return has_said(t, c->value);
    case MIRTH_C_GAG: return t->gag && mirth_one_of(c->value, mirth_slice_of(t->gag));
    case MIRTH_C_FAULT: return is_of_fault(t, place, c->value);
    case MIRTH_C_IN: return stands_in(place->part, c->value);
    case MIRTH_C_WHILE: return mirth_one_of(c->value, mirth_slice_of(phase_of(t, place)));
    case MIRTH_C_TAIL: return has_tail(place, c->value);
    case MIRTH_C_AT: return place->moment && mirth_same_text(c->value, place->moment);
    case MIRTH_C_NEEDS: return has_need(t, c);
    case MIRTH_C_KEY: return place->moment && mirth_same_text(c->value, place->moment);
    case MIRTH_C_BEST: break;
    }
    return true;
}

bool mirth_holds(const struct mirth_telling *t, const struct mirth_phrasing *p,
                 const struct mirth_place *place, int *count)
{
    *count = 0;
    for (size_t i = 0; i < p->condition_count; i++) {
        if (!holds(t, &p->conditions[i], place))
            return false;
        *count += p->conditions[i].kind != MIRTH_C_VERB; /* it keeps a line true, and no better */
    }
    return true;
}
