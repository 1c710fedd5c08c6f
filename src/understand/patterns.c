/* patterns.c: the frames' patterns, from `{who} ~report:fin {what}` to elements. */
#include "understand/patterns.h"

#include <string.h>

#include "story.h"

enum { LONGEST = MIRTH_ELEMENTS };

struct compiler {
    struct mirth_lexicon *lexicon;
    const struct mirth_book *book;
    const struct mirth_line *line;
    struct mirth_error *err;
    struct mirth_lexicon_element elements[LONGEST];
    size_t count;
    size_t slots;
    size_t group; /* where the open optional group began; LONGEST: none is open */
};

static bool refuse(struct compiler *c, const char *what)
{
    return mirth_fail(c->err, MIRTH_BROKEN, "%s:%u: %s", c->book->path, c->line->source, what);
}

static unsigned form_of(struct mirth_slice name)
{
    static const struct {
        const char *name;
        unsigned forms;
    } forms[] = {{"fin", MIRTH_FINITE},
                 {"past", MIRTH_PAST},
                 {"pp", MIRTH_PARTICIPLE},
                 {"ing", MIRTH_ING},
                 {"base", MIRTH_BASE}};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (mirth_same_text(name, forms[i].name))
            return forms[i].forms;
    return 0;
}

static bool add_alternatives(struct compiler *c, struct mirth_lexicon_element *e,
                             struct mirth_slice text)
{
    struct mirth_slice word;
    size_t n = 0, bars = 0;
    for (size_t i = 0; i < text.len; i++)
        bars += text.at[i] == '|';
    e->words = mirth_pool_array(&c->lexicon->pool, bars + 2, sizeof *e->words);
    if (!e->words)
        return mirth_no_memory(c->err);
    while (mirth_cut(&text, '|', &word)) {
        if (!word.len)
            return refuse(c, "an empty alternative; expected a word");
        e->words[n++] = e->kind == MIRTH_E_VERB ? mirth_lexicon_verb(c->lexicon, word)
                                                : mirth_lexicon_word(c->lexicon, word);
    }
    return true;
}

static bool add_verb(struct compiler *c, struct mirth_lexicon_element *e, struct mirth_slice text)
{
    const char *colon = memchr(text.at, ':', text.len);
    e->kind = MIRTH_E_VERB;
    e->forms = MIRTH_FINITE | MIRTH_PARTICIPLE | MIRTH_ING;
    if (colon) {
        size_t len = (size_t)(colon - text.at);
        e->forms = (uint8_t)form_of(mirth_slice(colon + 1, text.len - len - 1));
        text.len = len;
    }
    return e->forms ? add_alternatives(c, e, text)
                    : refuse(c, "an unknown verb form; expected fin, past, pp, ing or base");
}

static bool find_list(struct compiler *c, struct mirth_lexicon_element *e, struct mirth_slice name)
{
    char text[64] = {0};
    memcpy(text, name.at, name.len < sizeof text ? name.len : sizeof text - 1);
    e->list = mirth_lexicon_list(c->lexicon, text);
    return e->list >= 0 ? true : refuse(c, "an unknown list; expected one of the chapter lists");
}

static bool add_slot(struct compiler *c, struct mirth_lexicon_element *e, struct mirth_slice text)
{
    const char *equals = memchr(text.at, '=', text.len);
    size_t len = equals ? (size_t)(equals - text.at) : text.len;
    if (c->slots++ == MIRTH_SLOTS)
        return refuse(c, "a pattern of more than 4 slots");
    e->kind = MIRTH_E_SLOT;
    e->slot = mirth_pool_copy(&c->lexicon->pool, text.at, len);
    if (!e->slot)
        return mirth_no_memory(c->err);
    e->clausal = !strcmp(e->slot, "that") || !strcmp(e->slot, "do") || !strcmp(e->slot, "doing") ||
                 !strcmp(e->slot, "value");
    bool never = equals && text.len > len + 2 && equals[1] == '!';
    if (!equals)
        return true;
    equals += never;
    len += never;
    if (text.len < len + 2 || equals[1] != '@')
        return refuse(c, "expected {slot=@list} or {slot=!@list}");
    if (!find_list(c, e, mirth_slice(equals + 2, text.len - len - 2)))
        return false;
    if (never)
        e->list = MIRTH_NEVER - e->list;
    return true;
}

static bool add_element(struct compiler *c, struct mirth_slice text)
{
    struct mirth_lexicon_element *e = &c->elements[c->count];
    if (c->count + 1 >= LONGEST)
        return refuse(c, "a pattern of more than 23 elements");
    *e = (struct mirth_lexicon_element){.kind = MIRTH_E_WORD, .list = -1};
    c->count++;
    if (text.at[0] == '~')
        return add_verb(c, e, mirth_slice(text.at + 1, text.len - 1));
    if (text.at[0] == '@') {
        e->kind = MIRTH_E_LIST;
        return find_list(c, e, mirth_slice(text.at + 1, text.len - 1));
    }
    if (text.at[0] == '{')
        return text.at[text.len - 1] == '}' ? add_slot(c, e, mirth_slice(text.at + 1, text.len - 2))
                                            : refuse(c, "expected } after {");
    return add_alternatives(c, e, text);
}

static bool add_piece(struct compiler *c, struct mirth_slice piece)
{
    bool closes;
    if (piece.at[0] == '[') {
        if (c->group != LONGEST)
            return refuse(c, "an optional group inside another");
        c->group = c->count;
        piece = mirth_slice(piece.at + 1, piece.len - 1);
    }
    closes = piece.len && piece.at[piece.len - 1] == ']';
    if (closes)
        piece.len--;
    if (!piece.len)
        return refuse(c, "an empty element; expected a word");
    if (!add_element(c, piece))
        return false;
    if (closes && c->group == LONGEST)
        return refuse(c, "] without [");
    if (closes) {
        c->elements[c->group].optional = (uint8_t)(c->count - c->group);
        c->group = LONGEST;
    }
    return true;
}

static void file_under(struct mirth_lexicon *lexicon, uint32_t word, uint32_t pattern)
{
    struct mirth_lexicon_word *w = &lexicon->words[word];
    struct mirth_lexicon_trigger *t;
    if (!word || (w->triggers && w->triggers->pattern == pattern))
        return;
    t = mirth_pool_take(&lexicon->pool, sizeof *t);
    if (!t)
        return;
    *t = (struct mirth_lexicon_trigger){pattern, w->triggers};
    w->triggers = t;
}

/* How well an element tells its pattern from others; 0: it cannot be the trigger. */
static int trigger_worth(const struct mirth_lexicon *lexicon, const struct mirth_lexicon_element *e)
{
    if (e->kind == MIRTH_E_VERB)
        return 4;
    if (e->kind == MIRTH_E_LIST)
        return e->list == MIRTH_L_BE ? 1 : 3;
    if (e->kind == MIRTH_E_SLOT)
        return e->list >= 0 ? 2 : 0;
    if (e->kind == MIRTH_E_WORD) {
        bool small = mirth_lexicon_listed(lexicon, e->words[0], MIRTH_L_PREPOSITION) ||
                     mirth_lexicon_listed(lexicon, e->words[0], MIRTH_L_AUX) ||
                     mirth_lexicon_listed(lexicon, e->words[0], MIRTH_L_THE);
        return small ? 1 : 3;
    }
    return 0;
}

/* Which patterns wait for a verb or for a list, until every word is known. */
struct waiting {
    struct mirth_lexicon_trigger **verbs; /* by the verb's word */
    struct mirth_lexicon_trigger *lists[MIRTH_LISTS];
};

static const struct mirth_lexicon_element *trigger_of(const struct mirth_lexicon *lexicon,
                                                      const struct mirth_lexicon_pattern *p)
{
    const struct mirth_lexicon_element *best = NULL;
    int worth = 0;
    for (size_t i = 0; i < p->count; i++) {
        const struct mirth_lexicon_element *e = &p->elements[i];
        if (e->optional) {
            i += e->optional - 1U;
        } else if (trigger_worth(lexicon, e) > worth) {
            best = e;
            worth = trigger_worth(lexicon, e);
        }
    }
    return best;
}

static void push(struct mirth_pool *pool, struct mirth_lexicon_trigger **list, uint32_t pattern)
{
    struct mirth_lexicon_trigger *t = mirth_pool_take(pool, sizeof *t);
    if (!t)
        return;
    *t = (struct mirth_lexicon_trigger){pattern, *list};
    *list = t;
}

static void let_wait(struct mirth_lexicon *lexicon, struct waiting *w, uint32_t pattern)
{
    const struct mirth_lexicon_element *e = trigger_of(lexicon, &lexicon->patterns[pattern]);
    if (!e) { /* tried where nothing else matches */
        file_under(lexicon, mirth_lexicon_word(lexicon, mirth_slice_of("*")), pattern);
        return;
    }
    if (e->kind == MIRTH_E_LIST || e->kind == MIRTH_E_SLOT)
        push(&lexicon->pool, &w->lists[e->list], pattern);
    for (size_t i = 0; e->words && e->words[i]; i++) {
        if (e->kind == MIRTH_E_VERB)
            push(&lexicon->pool, &w->verbs[e->words[i]], pattern);
        else
            file_under(lexicon, e->words[i], pattern);
    }
}

static void file_all(struct mirth_lexicon *lexicon, const struct mirth_lexicon_trigger *t,
                     uint32_t word)
{
    for (; t; t = t->next)
        file_under(lexicon, word, t->pattern);
}

static void file_word(struct mirth_lexicon *lexicon, const struct waiting *w, uint32_t number)
{
    const struct mirth_lexicon_word *word = &lexicon->words[number];
    for (const struct mirth_lexicon_form *f = word->verbs; f; f = f->next)
        for (const struct mirth_lexicon_trigger *t = w->verbs[f->verb]; t; t = t->next)
            if (trigger_of(lexicon, &lexicon->patterns[t->pattern])->forms & f->forms)
                file_under(lexicon, number, t->pattern);
    for (int list = 0; list < lexicon->list_count; list++)
        if (w->lists[list] && mirth_lexicon_listed(lexicon, number, list))
            file_all(lexicon, w->lists[list], number);
    for (const struct mirth_lexicon_phrase *p = word->phrases; p; p = p->next)
        file_all(lexicon, w->lists[p->list], number);
}

static bool file_patterns(struct mirth_lexicon *lexicon)
{
    struct waiting w = {0};
    w.verbs = mirth_pool_array(&lexicon->pool, lexicon->word_count, sizeof *w.verbs);
    if (!w.verbs)
        return false;
    for (uint32_t i = 0; i < lexicon->pattern_count; i++)
        let_wait(lexicon, &w, i);
    for (uint32_t i = 1; i < lexicon->word_count; i++)
        file_word(lexicon, &w, i);
    return true;
}

static bool compile_line(struct compiler *c)
{
    struct mirth_lexicon *d = c->lexicon;
    struct mirth_slice rest = mirth_slice_of(c->line->text), piece;
    struct mirth_lexicon_pattern *p;
    c->count = c->slots = 0;
    c->group = LONGEST;
    while (mirth_cut(&rest, ' ', &piece))
        if (piece.len && !add_piece(c, piece))
            return false;
    if (c->group != LONGEST)
        return refuse(c, "[ without ]");
    if (!mirth_pool_grow(&d->pool, (void **)&d->patterns, d->pattern_count, &d->pattern_room,
                         sizeof *d->patterns))
        return mirth_no_memory(c->err);
    p = &d->patterns[d->pattern_count];
    p->frame = mirth_pool_copy(&d->pool, c->line->entry, strlen(c->line->entry));
    p->elements = mirth_pool_array(&d->pool, c->count, sizeof *p->elements);
    p->count = c->count;
    if (!p->frame || !p->elements)
        return mirth_no_memory(c->err);
    memcpy(p->elements, c->elements, c->count * sizeof *p->elements);
    d->pattern_count++;
    return true;
}

/* A measure's frame is the first topic that it mentions. */
static bool compile_asked(struct compiler *c)
{
    struct mirth_lexicon *d = c->lexicon;
    struct mirth_slice text = mirth_slice_of(c->line->text);
    struct mirth_lexicon_element slot = {.list = -1};
    c->slots = 0;
    if (text.len < 3 || text.at[0] != '{' || text.at[text.len - 1] != '}')
        return refuse(c, "expected {what=@list}");
    if (!add_slot(c, &slot, mirth_slice(text.at + 1, text.len - 2)))
        return false;
    if (slot.list < 0 || d->asked.count == MIRTH_TOPICS)
        return refuse(c, "expected {what=@list}, at most 128 times");
    d->asked.items[d->asked.count++] = (struct mirth_lexicon_topic){
        .name = mirth_pool_copy(&d->pool, c->line->entry, strlen(c->line->entry)),
        .list = slot.list,
        .veto = -1,
        .weak = -1,
    };
    return true;
}

bool mirth_patterns_compile(struct mirth_lexicon *lexicon, const struct mirth_book *book,
                            struct mirth_error *err)
{
    struct compiler c = {.lexicon = lexicon, .book = book, .err = err};
    for (size_t i = 0; i < book->count; i++) {
        c.line = &book->lines[i];
        if (!strcmp(c.line->chapter, "told") && !compile_line(&c))
            return false;
        if (!strcmp(c.line->chapter, "asked") && !compile_asked(&c))
            return false;
    }
    return file_patterns(lexicon) ? true : mirth_no_memory(err);
}
