/* image_write.c: the compiled English book, laid flat. */
#include "understand/image.h"

#include <stdlib.h>
#include <string.h>

struct writer {
    const struct mirth_lexicon *lexicon;
    struct mirth_buffer arrays[MIRTH_ARRAYS];
    struct mirth_buffer names; /* where the names stand that were written, each once */
};

static uint32_t count(const struct writer *w, enum mirth_array array)
{
    return (uint32_t)(w->arrays[array].len / mirth_item_sizes[array]);
}

static void add(struct writer *w, enum mirth_array array, const void *item)
{
    mirth_put(&w->arrays[array], item, mirth_item_sizes[array]);
}

static void add_number(struct writer *w, enum mirth_array array, uint32_t number)
{
    add(w, array, &number);
}

static uint32_t add_string(struct writer *w, const char *text, size_t len)
{
    uint32_t at = count(w, MIRTH_A_STRINGS);
    mirth_put(&w->arrays[MIRTH_A_STRINGS], text, len);
    mirth_put_char(&w->arrays[MIRTH_A_STRINGS], '\0');
    return at;
}

static uint32_t add_name(struct writer *w, const char *name)
{
    uint32_t at;
    if (!name)
        return 0;
    for (size_t i = 0; i < w->names.len; i += sizeof at) {
        memcpy(&at, w->names.at + i, sizeof at);
        if (!strcmp(w->arrays[MIRTH_A_STRINGS].at + at, name))
            return at;
    }
    at = add_string(w, name, strlen(name));
    mirth_put(&w->names, (const char *)&at, sizeof at);
    return at;
}

static uint32_t add_set(struct writer *w, const struct mirth_set *set)
{
    const struct mirth_buffer *sets = &w->arrays[MIRTH_A_SETS];
    for (size_t i = 0; i < sets->len; i += sizeof *set)
        if (!memcmp(sets->at + i, set, sizeof *set))
            return (uint32_t)(i / sizeof *set);
    add(w, MIRTH_A_SETS, set);
    return count(w, MIRTH_A_SETS) - 1;
}

static uint32_t add_begins(struct writer *w, const struct mirth_lexicon_phrase *phrases)
{
    struct mirth_set set = {{0}};
    for (const struct mirth_lexicon_phrase *p = phrases; p; p = p->next)
        mirth_set_add(&set, p->list);
    return add_set(w, &set);
}

static void add_phrase(struct writer *w, const struct mirth_lexicon_phrase *p)
{
    struct mirth_phrase phrase = {p->list, (uint32_t)p->count, count(w, MIRTH_A_REST)};
    for (size_t i = 0; i < p->count; i++)
        add_number(w, MIRTH_A_REST, p->words[i]);
    add(w, MIRTH_A_PHRASES, &phrase);
}

static int by_second_word(const void *a, const void *b)
{
    const struct mirth_lexicon_phrase *const *x = a, *const *y = b;
    return ((*x)->words[0] > (*y)->words[0]) - ((*x)->words[0] < (*y)->words[0]);
}

/* In the order of their second words, so that those which may stand somewhere are soon found. */
static void add_phrases(struct writer *w, const struct mirth_lexicon_phrase *first)
{
    struct mirth_buffer all = {0};
    const struct mirth_lexicon_phrase **list;
    for (const struct mirth_lexicon_phrase *p = first; p; p = p->next)
        mirth_put(&all, (const char *)&p, sizeof p);
    list = (const struct mirth_lexicon_phrase **)(void *)all.at;
    if (list)
        qsort(list, all.len / sizeof *list, sizeof *list, by_second_word);
    for (size_t i = 0; i < all.len / sizeof *list; i++)
        add_phrase(w, list[i]);
    w->arrays[MIRTH_A_PHRASES].spent |= all.spent;
    mirth_buffer_free(&all);
}

static void add_word(struct writer *w, const struct mirth_lexicon_word *from)
{
    struct mirth_word word = {
        .text = add_string(w, from->text.at, from->text.len),
        .hash = from->hash,
        .length = (uint16_t)from->text.len,
        .forms = (uint16_t)from->forms,
        .lists = add_set(w, &from->lists),
        .begins = add_begins(w, from->phrases),
        .verbs = count(w, MIRTH_A_VERBS),
        .phrases = count(w, MIRTH_A_PHRASES),
        .triggers = count(w, MIRTH_A_TRIGGERS),
        .section = add_name(w, from->section),
        .field = add_name(w, from->field),
    };
    for (const struct mirth_lexicon_form *f = from->verbs; f; f = f->next)
        add(w, MIRTH_A_VERBS, &(struct mirth_verb_form){f->verb, f->forms});
    add_phrases(w, from->phrases);
    for (const struct mirth_lexicon_trigger *t = from->triggers; t; t = t->next)
        add_number(w, MIRTH_A_TRIGGERS, t->pattern);
    add(w, MIRTH_A_WORDS, &word);
}

/* Behind the last word stands one that says where the last one's own end. */
static void add_words(struct writer *w)
{
    const struct mirth_lexicon_word end = {{"", 0}, 0, {{0}}, 0, NULL, NULL, NULL, NULL, NULL};
    for (size_t i = 0; i < w->lexicon->word_count; i++)
        add_word(w, &w->lexicon->words[i]);
    add_word(w, &end);
}

/* Half full, so that what is not there is soon known. */
static void add_table(struct writer *w)
{
    size_t size = 16;
    uint32_t *table;
    while (size < w->lexicon->word_count * 2)
        size *= 2;
    for (size_t i = 0; i < size; i++)
        add_number(w, MIRTH_A_TABLE, 0);
    table = (uint32_t *)(void *)w->arrays[MIRTH_A_TABLE].at;
    for (size_t i = 1; i < w->lexicon->word_count && !w->arrays[MIRTH_A_TABLE].spent; i++) {
        size_t at = w->lexicon->words[i].hash & (size - 1);
        while (table[at])
            at = (at + 1) & (size - 1);
        table[at] = (uint32_t)i;
    }
}

static void add_element(struct writer *w, const struct mirth_lexicon_element *from)
{
    struct mirth_element element = {(uint8_t)from->kind,    from->optional, from->forms,
                                    from->clausal,          from->list,     0,
                                    add_name(w, from->slot)};
    if (from->words) {
        element.words = count(w, MIRTH_A_CHOICES);
        for (const uint32_t *word = from->words; *word; word++)
            add_number(w, MIRTH_A_CHOICES, *word);
        add_number(w, MIRTH_A_CHOICES, 0);
    }
    add(w, MIRTH_A_ELEMENTS, &element);
}

static void add_patterns(struct writer *w)
{
    add_number(w, MIRTH_A_CHOICES, 0);
    for (size_t i = 0; i < w->lexicon->pattern_count; i++) {
        const struct mirth_lexicon_pattern *p = &w->lexicon->patterns[i];
        struct mirth_pattern pattern = {add_name(w, p->frame), count(w, MIRTH_A_ELEMENTS),
                                        (uint32_t)p->count};
        for (size_t k = 0; k < p->count; k++)
            add_element(w, &p->elements[k]);
        add(w, MIRTH_A_PATTERNS, &pattern);
    }
}

static void add_topics(struct writer *w, enum mirth_array array,
                       const struct mirth_lexicon_topics *topics)
{
    for (size_t i = 0; i < topics->count; i++) {
        const struct mirth_lexicon_topic *t = &topics->items[i];
        add(w, array,
            &(struct mirth_topic){add_name(w, t->name), t->list, t->veto, t->weak, t->weight,
                                  t->asks});
    }
}

static bool join(struct writer *w, struct mirth_buffer *image)
{
    struct mirth_image head = {.maker = MIRTH_MAKER, .layout = MIRTH_LAYOUT, .order = MIRTH_ORDER};
    bool spent = w->names.spent;
    memcpy(head.sizes, mirth_item_sizes, sizeof head.sizes);
    for (size_t i = 0; i < MIRTH_ARRAYS; i++) {
        head.counts[i] = count(w, (enum mirth_array)i);
        spent |= w->arrays[i].spent;
    }
    mirth_put(image, (const char *)&head, sizeof head);
    for (size_t i = 0; i < MIRTH_ARRAYS; i++) {
        mirth_put(image, "\0\0\0\0\0\0\0", (8 - image->len % 8) % 8);
        mirth_put_slice(image, mirth_buffer_slice(&w->arrays[i]));
    }
    return !spent && !image->spent;
}

bool mirth_image_write(const struct mirth_lexicon *lexicon, struct mirth_buffer *image)
{
    struct writer w = {.lexicon = lexicon};
    bool ok;
    add_string(&w, "", 0);                 /* 0 is no name */
    add_set(&w, &(struct mirth_set){{0}}); /* nobody is in no list */
    add_words(&w);
    add_table(&w);
    add_patterns(&w);
    for (int i = 0; i < lexicon->list_count; i++)
        add_number(&w, MIRTH_A_LISTS, add_name(&w, lexicon->list_names[i]));
    add_topics(&w, MIRTH_A_ASKED, &lexicon->asked);
    add_topics(&w, MIRTH_A_FAULTS, &lexicon->faults);
    add_topics(&w, MIRTH_A_SITUATIONS, &lexicon->situations);
    add_topics(&w, MIRTH_A_PARTS, &lexicon->parts);
    ok = join(&w, image);
    for (size_t i = 0; i < MIRTH_ARRAYS; i++)
        mirth_buffer_free(&w.arrays[i]);
    mirth_buffer_free(&w.names);
    return ok;
}
