/* english.c: the lexicon: words, word lists and verb forms, read from the English book. */
#include "understand/english.h"

#include <stdlib.h>
#include <string.h>

#include "understand/patterns.h"

/* In the order of enum mirth_list. */
static const char *const known_lists[MIRTH_L_KNOWN] = {
    "be",       "the",        "pronoun",  "aux",   "preposition", "inside-np",
    "joint",    "coordinator", "adverb",  "negation", "hedge",    "lead-word",
    "agent",    "participle-adjective", "product", "act", "title-word", "bad-thing",
    "month",    "weekday",    "zone",     "unit",  "duration-unit", "subject-stop", "catenative", "no-title"};

static uint64_t hash_lower(struct mirth_slice s)
{
    uint64_t hash = MIRTH_HASH;
    for (size_t i = 0; i < s.len; i++)
        hash = (hash ^ (unsigned char)mirth_lower(s.at[i])) * 1099511628211ULL;
    return hash;
}

static size_t find_place(const struct mirth_english *e, struct mirth_slice text, uint64_t hash)
{
    size_t mask = e->table_size - 1, i = hash & mask;
    while (e->table[i]) {
        const struct mirth_word *w = &e->words[e->table[i]];
        if (w->hash == hash && mirth_same_nocase(w->text, text))
            break;
        i = (i + 1) & mask;
    }
    return i;
}

uint32_t mirth_word(const struct mirth_english *e, struct mirth_slice text)
{
    return e->table[find_place(e, text, hash_lower(text))];
}

static bool rehash(struct mirth_english *e)
{
    size_t size = e->table_size ? e->table_size * 2 : 16384;
    uint32_t *table = mirth_pool_array(&e->pool, size, sizeof *table);
    if (!table)
        return false;
    e->table = table;
    e->table_size = size;
    for (size_t i = 1; i < e->word_count; i++)
        table[find_place(e, e->words[i].text, e->words[i].hash)] = (uint32_t)i;
    return true;
}

uint32_t mirth_learn(struct mirth_english *e, struct mirth_slice text)
{
    uint64_t hash = hash_lower(text);
    size_t place;
    char *copy;
    if (e->word_count * 2 >= e->table_size && !rehash(e))
        return 0;
    place = find_place(e, text, hash);
    if (e->table[place])
        return e->table[place];
    copy = mirth_pool_copy(&e->pool, text.at, text.len);
    if (!copy || !mirth_pool_grow(&e->pool, (void **)&e->words, e->word_count, &e->word_room,
                                  sizeof *e->words))
        return 0;
    for (size_t i = 0; i < text.len; i++)
        copy[i] = mirth_lower(copy[i]);
    e->words[e->word_count] = (struct mirth_word){.text = {copy, text.len}, .hash = hash};
    e->table[place] = (uint32_t)e->word_count;
    return (uint32_t)e->word_count++;
}

bool mirth_listed(const struct mirth_english *e, uint32_t word, int list)
{
    return word && list >= 0 && (e->words[word].lists[list / 64] >> (list % 64) & 1);
}

int mirth_list(const struct mirth_english *e, const char *name)
{
    for (int i = 0; i < e->list_count; i++)
        if (!strcmp(e->list_names[i], name))
            return i;
    return -1;
}

static int new_list(struct mirth_english *e, const char *name)
{
    int list = mirth_list(e, name);
    if (list >= 0)
        return list;
    if (e->list_count == MIRTH_LISTS)
        return -1;
    e->list_names[e->list_count] = mirth_pool_copy(&e->pool, name, strlen(name));
    return e->list_count++;
}

/* An item of a list: one word sets a bit, several become a phrase of the first. */
static void add_item(struct mirth_english *e, int list, struct mirth_slice item)
{
    uint32_t words[8];
    size_t count = 0;
    struct mirth_slice word;
    while (count < 8 && mirth_cut(&item, ' ', &word))
        if (word.len)
            words[count++] = mirth_learn(e, word);
    if (!count || !words[0])
        return;
    if (count == 1) {
        e->words[words[0]].lists[list / 64] |= 1ULL << (list % 64);
        return;
    }
    struct mirth_phrase *phrase = mirth_pool_take(&e->pool, sizeof *phrase);
    uint32_t *rest = mirth_pool_array(&e->pool, count - 1, sizeof *rest);
    if (!phrase || !rest)
        return;
    memcpy(rest, words + 1, (count - 1) * sizeof *rest);
    *phrase = (struct mirth_phrase){list, count - 1, rest, e->words[words[0]].phrases};
    e->words[words[0]].phrases = phrase;
}

static void add_items(struct mirth_english *e, int list, const char *text)
{
    struct mirth_slice rest = mirth_slice_of(text), item;
    while (mirth_cut(&rest, ',', &item))
        if (item.len)
            add_item(e, list, item);
}

static void add_form(struct mirth_english *e, uint32_t verb, struct mirth_slice text, unsigned form)
{
    uint32_t word = mirth_learn(e, text);
    struct mirth_verb_form *f;
    if (!word)
        return;
    e->words[word].forms |= form;
    for (f = e->words[word].verbs; f; f = f->next)
        if (f->verb == verb) {
            f->forms |= form;
            return;
        }
    f = mirth_pool_take(&e->pool, sizeof *f);
    if (!f)
        return;
    *f = (struct mirth_verb_form){verb, form, e->words[word].verbs};
    e->words[word].verbs = f;
}

static bool ends(struct mirth_slice s, const char *tail)
{
    size_t len = strlen(tail);
    return s.len >= len && !memcmp(s.at + s.len - len, tail, len);
}

static void add_joined(struct mirth_english *e, uint32_t verb, struct mirth_slice base, size_t keep,
                       const char *tail, unsigned form)
{
    char text[64];
    size_t len = strlen(tail);
    if (keep + len >= sizeof text)
        return;
    memcpy(text, base.at, keep);
    memcpy(text + keep, tail, len);
    add_form(e, verb, mirth_slice(text, keep + len), form);
}

/* The regular forms; a verb that doubles its last consonant is among the irregular ones. */
static void add_regular(struct mirth_english *e, uint32_t verb, unsigned missing)
{
    struct mirth_slice b = e->words[verb].text;
    bool y = ends(b, "y") && b.len > 1 && !strchr("aeiou", b.at[b.len - 2]);
    bool hiss = ends(b, "s") || ends(b, "x") || ends(b, "z") || ends(b, "ch") || ends(b, "sh");
    bool mute = ends(b, "e");
    const unsigned past = MIRTH_PAST | MIRTH_PARTICIPLE;
    if (missing & MIRTH_THIRD)
        add_joined(e, verb, b, b.len - y, y ? "ies" : hiss ? "es" : "s", MIRTH_THIRD);
    if (missing & MIRTH_PAST)
        add_joined(e, verb, b, b.len - y, y ? "ied" : mute ? "d" : "ed", past);
    if (missing & MIRTH_ING)
        add_joined(e, verb, b, b.len - (mute && !ends(b, "ee")), "ing", MIRTH_ING);
}

/* `begin, began, begun, begins, beginning` */
static void add_irregular(struct mirth_english *e, const char *text)
{
    static const unsigned forms[] = {MIRTH_BASE, MIRTH_PAST, MIRTH_PARTICIPLE, MIRTH_THIRD,
                                     MIRTH_ING};
    struct mirth_slice rest = mirth_slice_of(text), form;
    unsigned missing = MIRTH_THIRD | MIRTH_ING;
    uint32_t verb = 0;
    for (size_t i = 0; i < 5 && mirth_cut(&rest, ',', &form); i++) {
        if (!i)
            verb = mirth_learn(e, form);
        add_form(e, verb, form, forms[i]);
        missing &= ~forms[i];
    }
    add_regular(e, verb, missing);
}

/* The verb of that base form, with its forms learned. */
uint32_t mirth_verb(struct mirth_english *e, struct mirth_slice base)
{
    uint32_t verb = mirth_learn(e, base);
    for (const struct mirth_verb_form *f = verb ? e->words[verb].verbs : NULL; f; f = f->next)
        if (f->verb == verb && f->forms & MIRTH_BASE)
            return verb;
    if (verb) {
        add_form(e, verb, base, MIRTH_BASE);
        add_regular(e, verb, MIRTH_THIRD | MIRTH_PAST | MIRTH_ING);
    }
    return verb;
}

static void add_labels(struct mirth_english *e, const struct mirth_line *line, bool section)
{
    struct mirth_slice rest = mirth_slice_of(line->text), item;
    const char *name = mirth_pool_copy(&e->pool, line->entry, strlen(line->entry));
    while (mirth_cut(&rest, ',', &item)) {
        uint32_t word = mirth_learn(e, item);
        if (word && section)
            e->words[word].section = name;
        if (word && !section)
            e->words[word].field = name;
    }
}

static void add_fault(struct mirth_english *e, const struct mirth_book *book,
                      const struct mirth_line *line)
{
    bool vague = strstr(mirth_book_note(book, "faults", line->entry), "weight: 1") != NULL;
    int list = new_list(e, line->entry);
    if (list < 0)
        return;
    add_items(e, list, line->text);
    for (size_t i = 0; i < e->fault_count; i++)
        if (e->faults[i].list == list)
            return;
    if (e->fault_count < sizeof e->faults / sizeof *e->faults) {
        e->faults[e->fault_count].name = e->list_names[list];
        e->faults[e->fault_count].weight = vague ? 1 : 2;
        e->faults[e->fault_count++].list = list;
    }
}

/* The lists of the chapter `tone` are named "tone refuse", so that they meet no other. */
static void add_tone(struct mirth_english *e, const struct mirth_line *line)
{
    char name[64] = "tone ";
    strncat(name, line->entry, sizeof name - 6);
    add_items(e, new_list(e, name), line->text);
}

static void add_words(struct mirth_english *e, const struct mirth_book *book)
{
    for (size_t i = 0; i < book->count; i++) {
        const struct mirth_line *line = &book->lines[i];
        if (!strcmp(line->chapter, "lists"))
            add_items(e, new_list(e, line->entry), line->text);
        else if (!strcmp(line->chapter, "verbs"))
            add_irregular(e, line->text);
        else if (!strcmp(line->chapter, "sections") || !strcmp(line->chapter, "fields"))
            add_labels(e, line, line->chapter[0] == 's');
        else if (!strcmp(line->chapter, "faults"))
            add_fault(e, book, line);
        else if (!strcmp(line->chapter, "tone"))
            add_tone(e, line);
    }
}

struct mirth_english *mirth_english_new(const struct mirth_book *book, struct mirth_error *err)
{
    struct mirth_english *e = calloc(1, sizeof *e);
    if (!e || !rehash(e)) {
        mirth_english_free(e);
        mirth_no_memory(err);
        return NULL;
    }
    mirth_learn(e, mirth_slice_of("\n")); /* number 0: no word at all */
    for (int i = 0; i < MIRTH_L_KNOWN; i++)
        new_list(e, known_lists[i]);
    add_words(e, book);
    if (!mirth_patterns_compile(e, book, err) || e->pool.spent) {
        if (e->pool.spent)
            mirth_no_memory(err);
        mirth_english_free(e);
        return NULL;
    }
    return e;
}

void mirth_english_free(struct mirth_english *e)
{
    if (!e)
        return;
    mirth_pool_free(&e->pool);
    free(e);
}
