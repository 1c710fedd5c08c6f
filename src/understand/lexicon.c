/* lexicon.c: words, word lists and verb forms, read from the English book. */
#include "understand/lexicon.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "understand/inflect.h"
#include "understand/patterns.h"

static size_t find_place(const struct mirth_lexicon *d, struct mirth_slice text, uint32_t hash)
{
    size_t mask = d->table_size - 1, i = hash & mask;
    while (d->table[i]) {
        const struct mirth_lexicon_word *w = &d->words[d->table[i]];
        if (w->hash == hash && mirth_same_nocase(w->text, text))
            break;
        i = (i + 1) & mask;
    }
    return i;
}

static bool rehash(struct mirth_lexicon *d)
{
    size_t size = d->table_size ? d->table_size * 2 : 16384;
    uint32_t *table = mirth_pool_array(&d->pool, size, sizeof *table);
    if (!table)
        return false;
    d->table = table;
    d->table_size = size;
    for (size_t i = 1; i < d->word_count; i++)
        table[find_place(d, d->words[i].text, d->words[i].hash)] = (uint32_t)i;
    return true;
}

uint32_t mirth_lexicon_word(struct mirth_lexicon *d, struct mirth_slice text)
{
    uint32_t hash = mirth_word_hash(text);
    size_t place;
    char *copy;
    if (d->word_count * 2 >= d->table_size && !rehash(d))
        return 0;
    place = find_place(d, text, hash);
    if (d->table[place])
        return d->table[place];
    copy = mirth_pool_copy(&d->pool, text.at, text.len);
    if (!copy || !mirth_pool_grow(&d->pool, (void **)&d->words, d->word_count, &d->word_room,
                                  sizeof *d->words))
        return 0;
    for (size_t i = 0; i < text.len; i++)
        copy[i] = mirth_lower(copy[i]);
    d->words[d->word_count] = (struct mirth_lexicon_word){.text = {copy, text.len}, .hash = hash};
    d->table[place] = (uint32_t)d->word_count;
    return (uint32_t)d->word_count++;
}

bool mirth_lexicon_listed(const struct mirth_lexicon *d, uint32_t word, int list)
{
    return word && mirth_set_has(&d->words[word].lists, list);
}

int mirth_lexicon_list(const struct mirth_lexicon *d, const char *name)
{
    for (int i = 0; i < d->list_count; i++)
        if (!strcmp(d->list_names[i], name))
            return i;
    return -1;
}

int mirth_lexicon_new_list(struct mirth_lexicon *d, const char *name)
{
    int list = mirth_lexicon_list(d, name);
    if (list >= 0)
        return list;
    if (d->list_count == MIRTH_LISTS) {
        snprintf(d->wrong, sizeof d->wrong, "one list too many; expected at most %d", MIRTH_LISTS);
        return -1;
    }
    d->list_names[d->list_count] = mirth_pool_copy(&d->pool, name, strlen(name));
    return d->list_count++;
}

/* The word's number; of "*", which stands for any words, MIRTH_GAP. */
static uint32_t phrase_word(struct mirth_lexicon *d, struct mirth_slice word)
{
    return mirth_same(word, mirth_slice_of("*")) ? MIRTH_GAP : mirth_lexicon_word(d, word);
}

/* A gap alone, at an end or next to another would say nothing. */
static bool gaps_stand_between_words(const uint32_t *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (words[i] == MIRTH_GAP && (!i || i + 1 == count || words[i + 1] == MIRTH_GAP))
            return false;
    return true;
}

/* An item of a list: one word sets a bit, several become a phrase of the first. */
static void add_item(struct mirth_lexicon *d, int list, struct mirth_slice item)
{
    uint32_t words[MIRTH_ITEM_WORDS];
    size_t count = 0;
    struct mirth_slice word;
    while (count < MIRTH_ITEM_WORDS && mirth_cut(&item, ' ', &word))
        if (word.len)
            words[count++] = phrase_word(d, word);
    if (item.len)
        snprintf(d->wrong, sizeof d->wrong, "an item too long; expected at most %d words",
                 MIRTH_ITEM_WORDS);
    else if (!gaps_stand_between_words(words, count))
        snprintf(d->wrong, sizeof d->wrong, "a `*` out of place; expected it between two words");
    if (!count || d->wrong[0])
        return;
    if (count == 1) {
        mirth_set_add(&d->words[words[0]].lists, list);
        return;
    }
    struct mirth_lexicon_phrase *phrase = mirth_pool_take(&d->pool, sizeof *phrase);
    uint32_t *rest = mirth_pool_array(&d->pool, count - 1, sizeof *rest);
    if (!phrase || !rest)
        return;
    memcpy(rest, words + 1, (count - 1) * sizeof *rest);
    *phrase = (struct mirth_lexicon_phrase){list, count - 1, rest, d->words[words[0]].phrases};
    d->words[words[0]].phrases = phrase;
}

void mirth_lexicon_items(struct mirth_lexicon *d, int list, const char *text)
{
    struct mirth_slice rest = mirth_slice_of(text), item;
    while (list >= 0 && mirth_cut(&rest, ',', &item))
        if (item.len)
            add_item(d, list, item);
}

static void add_form(struct mirth_lexicon *d, uint32_t verb, struct mirth_slice text, unsigned form)
{
    uint32_t word = mirth_lexicon_word(d, text);
    struct mirth_lexicon_form *f;
    if (!word)
        return;
    d->words[word].forms |= form;
    for (f = d->words[word].verbs; f; f = f->next)
        if (f->verb == verb) {
            f->forms |= form;
            return;
        }
    f = mirth_pool_take(&d->pool, sizeof *f);
    if (!f)
        return;
    *f = (struct mirth_lexicon_form){verb, form, d->words[word].verbs};
    d->words[word].verbs = f;
}

static void add_joined(struct mirth_lexicon *d, uint32_t verb, struct mirth_slice base, size_t keep,
                       const char *tail, unsigned form)
{
    char text[64];
    size_t len = strlen(tail);
    if (keep + len >= sizeof text)
        return;
    memcpy(text, base.at, keep);
    memcpy(text + keep, tail, len);
    add_form(d, verb, mirth_slice(text, keep + len), form);
}

/* The regular forms; a verb that doubles its last consonant is among the irregular ones. */
static void add_regular(struct mirth_lexicon *d, uint32_t verb, unsigned missing)
{
    struct mirth_slice b = d->words[verb].text;
    bool y = mirth_turns_y(b);
    bool mute = mirth_ends(b, "e");
    const unsigned past = MIRTH_PAST | MIRTH_PARTICIPLE;
    if (missing & MIRTH_THIRD)
        add_joined(d, verb, b, b.len - y, mirth_ending_s(b), MIRTH_THIRD);
    if (missing & MIRTH_PAST)
        add_joined(d, verb, b, b.len - y, y ? "ied" : mute ? "d" : "ed", past);
    if (missing & MIRTH_ING)
        add_joined(d, verb, b, b.len - (mute && !mirth_ends(b, "ee")), "ing", MIRTH_ING);
}

/* `begin, began, begun, begins, beginning` */
static void add_irregular(struct mirth_lexicon *d, const char *text)
{
    static const unsigned forms[] = {MIRTH_BASE, MIRTH_PAST, MIRTH_PARTICIPLE, MIRTH_THIRD,
                                     MIRTH_ING};
    struct mirth_slice rest = mirth_slice_of(text), form;
    unsigned missing = MIRTH_THIRD | MIRTH_ING;
    uint32_t verb = 0;
    for (size_t i = 0; i < 5 && mirth_cut(&rest, ',', &form); i++) {
        if (!i)
            verb = mirth_lexicon_word(d, form);
        add_form(d, verb, form, forms[i]);
        missing &= ~forms[i];
    }
    add_regular(d, verb, missing);
}

/* The verb of that base form, with its forms learned. */
uint32_t mirth_lexicon_verb(struct mirth_lexicon *d, struct mirth_slice base)
{
    uint32_t verb = mirth_lexicon_word(d, base);
    for (const struct mirth_lexicon_form *f = verb ? d->words[verb].verbs : NULL; f; f = f->next)
        if (f->verb == verb && f->forms & MIRTH_BASE)
            return verb;
    if (verb) {
        add_form(d, verb, base, MIRTH_BASE);
        add_regular(d, verb, MIRTH_THIRD | MIRTH_PAST | MIRTH_ING);
    }
    return verb;
}

/* Verbs by their base forms. */
static void add_bases(struct mirth_lexicon *d, const char *text, bool noun)
{
    struct mirth_slice rest = mirth_slice_of(text), base;
    while (mirth_cut(&rest, ',', &base)) {
        uint32_t verb = mirth_lexicon_verb(d, base);
        d->words[verb].forms |= noun ? MIRTH_NOUN : 0;
    }
}

/* A word that a list alone knows is a form of "*" by its ending, as unknown ones are. */
static void guess_forms(struct mirth_lexicon *d)
{
    uint32_t any = mirth_lexicon_word(d, mirth_slice_of("*"));
    for (uint32_t i = 1; i < d->word_count; i++) {
        struct mirth_slice s = d->words[i].text;
        if (!d->words[i].forms && s.len > 4 && mirth_ends(s, "ed") && !memchr(s.at, '-', s.len) &&
            !memchr(s.at, ' ', s.len) && !mirth_lexicon_listed(d, i, MIRTH_L_ADJECTIVE_PP))
            add_form(d, any, s, MIRTH_PAST | MIRTH_PARTICIPLE);
    }
}

/* What is a noun in its base form is one in those that end as nouns do: "check, checks". */
static void spread_nouns(struct mirth_lexicon *d)
{
    for (size_t i = 1; i < d->word_count; i++)
        for (const struct mirth_lexicon_form *f = d->words[i].verbs; f; f = f->next)
            if (f->forms & (MIRTH_THIRD | MIRTH_ING) && d->words[f->verb].forms & MIRTH_NOUN)
                d->words[i].forms |= MIRTH_NOUN;
}

static void add_labels(struct mirth_lexicon *d, const struct mirth_line *line, bool section)
{
    struct mirth_slice rest = mirth_slice_of(line->text), item;
    const char *name = mirth_pool_copy(&d->pool, line->entry, strlen(line->entry));
    while (mirth_cut(&rest, ',', &item)) {
        uint32_t word = mirth_lexicon_word(d, item);
        if (word && section)
            d->words[word].section = name;
        if (word && !section)
            d->words[word].field = name;
    }
}

/* The lists of the chapter `tone` are named "tone refuse", so that they meet no other. */
static void add_tone(struct mirth_lexicon *d, const struct mirth_line *line)
{
    char name[64] = "tone ";
    strncat(name, line->entry, sizeof name - 6);
    mirth_lexicon_items(d, mirth_lexicon_new_list(d, name), line->text);
}

static bool add_words(struct mirth_lexicon *d, const struct mirth_book *book,
                      struct mirth_error *err)
{
    for (size_t i = 0; i < book->count; i++) {
        const struct mirth_line *line = &book->lines[i];
        if (!strcmp(line->chapter, "lists"))
            mirth_lexicon_items(d, mirth_lexicon_new_list(d, line->entry), line->text);
        else if (!strcmp(line->chapter, "verbs") && !strcmp(line->entry, "irregular"))
            add_irregular(d, line->text);
        else if (!strcmp(line->chapter, "verbs"))
            add_bases(d, line->text, !strcmp(line->entry, "noun-verb"));
        else if (!strcmp(line->chapter, "sections") || !strcmp(line->chapter, "fields"))
            add_labels(d, line, line->chapter[0] == 's');
        else if (!strcmp(line->chapter, "tone"))
            add_tone(d, line);
        else
            mirth_lexicon_topic(d, book, line);
        if (d->wrong[0])
            return mirth_fail(err, MIRTH_BROKEN, "%s:%u: %s", book->path, line->source, d->wrong);
    }
    return true;
}

static bool read_book(struct mirth_lexicon *d, const struct mirth_book *book,
                      struct mirth_error *err)
{
    mirth_lexicon_word(d, mirth_slice_of("\n")); /* number 0: no word at all */
    for (int i = 0; i < MIRTH_L_KNOWN; i++)
        mirth_lexicon_new_list(d, mirth_known_lists[i]);
    if (!add_words(d, book, err))
        return false;
    spread_nouns(d);
    guess_forms(d);
    return mirth_patterns_compile(d, book, err);
}

struct mirth_lexicon *mirth_lexicon_new(const struct mirth_book *book, struct mirth_error *err)
{
    struct mirth_lexicon *d = calloc(1, sizeof *d);
    if (!d || !rehash(d)) {
        mirth_lexicon_free(d);
        mirth_no_memory(err);
        return NULL;
    }
    if (!read_book(d, book, err) || d->pool.spent) {
        if (d->pool.spent)
            mirth_no_memory(err);
        mirth_lexicon_free(d);
        return NULL;
    }
    return d;
}

void mirth_lexicon_free(struct mirth_lexicon *d)
{
    if (!d)
        return;
    mirth_pool_free(&d->pool);
    free(d);
}
