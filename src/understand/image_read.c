/* image_read.c: an image, taken only where every number in it leads to something. */
#include "understand/image.h"

#include <string.h>

const uint32_t mirth_item_sizes[MIRTH_ARRAYS] = {
    [MIRTH_A_WORDS] = sizeof(struct mirth_word),
    [MIRTH_A_TABLE] = sizeof(uint32_t),
    [MIRTH_A_SETS] = sizeof(struct mirth_set),
    [MIRTH_A_VERBS] = sizeof(struct mirth_verb_form),
    [MIRTH_A_PHRASES] = sizeof(struct mirth_phrase),
    [MIRTH_A_REST] = sizeof(uint32_t),
    [MIRTH_A_TRIGGERS] = sizeof(uint32_t),
    [MIRTH_A_CHOICES] = sizeof(uint32_t),
    [MIRTH_A_PATTERNS] = sizeof(struct mirth_pattern),
    [MIRTH_A_ELEMENTS] = sizeof(struct mirth_element),
    [MIRTH_A_LISTS] = sizeof(uint32_t),
    [MIRTH_A_ASKED] = sizeof(struct mirth_topic),
    [MIRTH_A_FAULTS] = sizeof(struct mirth_topic),
    [MIRTH_A_SITUATIONS] = sizeof(struct mirth_topic),
    [MIRTH_A_PARTS] = sizeof(struct mirth_topic),
    [MIRTH_A_STRINGS] = 1,
};

/* Where the arrays lie, and how many items they have. */
struct reader {
    const void *at[MIRTH_ARRAYS];
    const uint32_t *counts;
};

static bool find_arrays(struct mirth_slice image, struct reader *r)
{
    const struct mirth_image *head = (const void *)image.at;
    size_t at = sizeof *head;
    if (image.len < sizeof *head || strncmp(head->maker, MIRTH_MAKER, sizeof head->maker) != 0 ||
        head->layout != MIRTH_LAYOUT || head->order != MIRTH_ORDER ||
        memcmp(head->sizes, mirth_item_sizes, sizeof head->sizes) != 0)
        return false;
    r->counts = head->counts;
    for (size_t i = 0; i < MIRTH_ARRAYS; i++) {
        at += (8 - at % 8) % 8;
        if (at > image.len || head->counts[i] > (image.len - at) / head->sizes[i])
            return false;
        r->at[i] = image.at + at;
        at += (size_t)head->counts[i] * head->sizes[i];
    }
    return at == image.len;
}

static void point(struct mirth_english *e, const struct reader *r)
{
    e->words = r->at[MIRTH_A_WORDS];
    e->word_count = r->counts[MIRTH_A_WORDS] ? r->counts[MIRTH_A_WORDS] - 1 : 0;
    e->table = r->at[MIRTH_A_TABLE];
    e->table_size = r->counts[MIRTH_A_TABLE];
    e->sets = r->at[MIRTH_A_SETS];
    e->verbs = r->at[MIRTH_A_VERBS];
    e->phrases = r->at[MIRTH_A_PHRASES];
    e->rest = r->at[MIRTH_A_REST];
    e->triggers = r->at[MIRTH_A_TRIGGERS];
    e->choices = r->at[MIRTH_A_CHOICES];
    e->patterns = r->at[MIRTH_A_PATTERNS];
    e->elements = r->at[MIRTH_A_ELEMENTS];
    e->lists = r->at[MIRTH_A_LISTS];
    e->list_count = r->counts[MIRTH_A_LISTS];
    e->asked = r->at[MIRTH_A_ASKED];
    e->asked_count = r->counts[MIRTH_A_ASKED];
    e->faults = r->at[MIRTH_A_FAULTS];
    e->fault_count = r->counts[MIRTH_A_FAULTS];
    e->situations = r->at[MIRTH_A_SITUATIONS];
    e->situation_count = r->counts[MIRTH_A_SITUATIONS];
    e->parts = r->at[MIRTH_A_PARTS];
    e->part_count = r->counts[MIRTH_A_PARTS];
    e->strings = r->at[MIRTH_A_STRINGS];
}

static bool check_words(const struct mirth_english *e, const uint32_t *counts)
{
    const struct mirth_word *w = e->words, *last = &e->words[e->word_count];
    const uint32_t strings = counts[MIRTH_A_STRINGS];
    bool ok = e->word_count > 0 && last->verbs <= counts[MIRTH_A_VERBS] &&
              last->phrases <= counts[MIRTH_A_PHRASES] &&
              last->triggers <= counts[MIRTH_A_TRIGGERS];
    for (; ok && w < last; w++)
        ok = w->text < strings && w->length < strings - w->text && w->section < strings &&
             w->field < strings && w->lists < counts[MIRTH_A_SETS] &&
             w->begins < counts[MIRTH_A_SETS] && w->verbs <= w[1].verbs &&
             w->phrases <= w[1].phrases && w->triggers <= w[1].triggers;
    return ok;
}

/* Half of it is empty, so that a search ends. */
static bool check_table(const struct mirth_english *e)
{
    size_t used = 0;
    bool ok = e->table_size && !(e->table_size & (e->table_size - 1));
    for (size_t i = 0; ok && i < e->table_size; i++) {
        used += e->table[i] != 0;
        ok = e->table[i] < e->word_count;
    }
    return ok && used * 2 <= e->table_size;
}

static bool is_list(int32_t list)
{
    return list >= 0 && list < MIRTH_LISTS;
}

static bool check_phrases(const struct mirth_english *e, const uint32_t *counts)
{
    const uint32_t rest = counts[MIRTH_A_REST];
    bool ok = true;
    for (size_t i = 0; ok && i < counts[MIRTH_A_VERBS]; i++)
        ok = e->verbs[i].verb < e->word_count;
    for (size_t i = 0; ok && i < counts[MIRTH_A_PHRASES]; i++)
        ok = e->phrases[i].rest <= rest && e->phrases[i].count <= rest - e->phrases[i].rest &&
             e->phrases[i].count < MIRTH_ITEM_WORDS && is_list(e->phrases[i].list);
    for (size_t i = 0; ok && i < counts[MIRTH_A_TRIGGERS]; i++)
        ok = e->triggers[i] < counts[MIRTH_A_PATTERNS];
    return ok;
}

static bool check_elements(const struct mirth_element *element, size_t count,
                           const uint32_t *counts)
{
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++, element++)
        ok = element->kind <= MIRTH_E_SLOT && element->optional <= count - i &&
             element->list < MIRTH_LISTS && element->list > MIRTH_NEVER - MIRTH_LISTS &&
             element->words < counts[MIRTH_A_CHOICES] && element->slot < counts[MIRTH_A_STRINGS] &&
             (element->kind != MIRTH_E_SLOT || element->slot);
    return ok;
}

static bool check_patterns(const struct mirth_english *e, const uint32_t *counts)
{
    const uint32_t choices = counts[MIRTH_A_CHOICES], elements = counts[MIRTH_A_ELEMENTS];
    bool ok = choices && !e->choices[choices - 1];
    for (size_t i = 0; ok && i < counts[MIRTH_A_PATTERNS]; i++) {
        const struct mirth_pattern *p = &e->patterns[i];
        ok = p->frame && p->frame < counts[MIRTH_A_STRINGS] && p->elements <= elements &&
             p->count <= elements - p->elements && p->count < MIRTH_ELEMENTS &&
             check_elements(&e->elements[p->elements], p->count, counts);
    }
    return ok;
}

static bool check_topics(const struct mirth_topic *topics, size_t count, uint32_t strings)
{
    bool ok = count <= MIRTH_TOPICS;
    for (size_t i = 0; ok && i < count; i++)
        ok = topics[i].name && topics[i].name < strings && is_list(topics[i].list) &&
             (topics[i].veto == -1 || is_list(topics[i].veto)) &&
             (topics[i].weak == -1 || is_list(topics[i].weak));
    return ok;
}

/* The lists that the stages know by number must be those. */
static bool check_lists(const struct mirth_english *e, uint32_t strings)
{
    bool ok = e->list_count >= MIRTH_L_KNOWN && e->list_count <= MIRTH_LISTS;
    for (size_t i = 0; ok && i < e->list_count; i++)
        ok = e->lists[i] && e->lists[i] < strings;
    for (size_t i = 0; ok && i < MIRTH_L_KNOWN; i++)
        ok = !strcmp(mirth_string(e, e->lists[i]), mirth_known_lists[i]);
    return ok;
}

/* The lists of the topics, what is weak or vetoes included. */
static struct mirth_set lists_of(const struct mirth_topic *topics, size_t count)
{
    struct mirth_set lists = {{0}};
    for (size_t i = 0; i < count; i++) {
        mirth_set_add(&lists, topics[i].list);
        if (topics[i].veto >= 0)
            mirth_set_add(&lists, topics[i].veto);
        if (topics[i].weak >= 0)
            mirth_set_add(&lists, topics[i].weak);
    }
    return lists;
}

/* What the arrays of a sound image say all together. */
static void sum_up(struct mirth_english *e)
{
    e->of_faults = lists_of(e->faults, e->fault_count);
    e->of_situations = lists_of(e->situations, e->situation_count);
    e->of_parts = lists_of(e->parts, e->part_count);
}

bool mirth_image_read(struct mirth_english *english, struct mirth_slice image)
{
    struct mirth_english e = *english;
    struct reader r = {0};
    uint32_t strings;
    if (!find_arrays(image, &r))
        return false;
    point(&e, &r);
    strings = r.counts[MIRTH_A_STRINGS];
    if (!strings || e.strings[strings - 1] || !r.counts[MIRTH_A_SETS] ||
        !check_words(&e, r.counts) || !check_table(&e) || !check_phrases(&e, r.counts) ||
        !check_patterns(&e, r.counts) || !check_lists(&e, strings) ||
        !check_topics(e.asked, e.asked_count, strings) ||
        !check_topics(e.faults, e.fault_count, strings) ||
        !check_topics(e.situations, e.situation_count, strings) ||
        !check_topics(e.parts, e.part_count, strings))
        return false;
    sum_up(&e);
    *english = e;
    return true;
}

bool mirth_image_trust(struct mirth_english *english, struct mirth_slice image)
{
    struct reader r = {0};
    if (!find_arrays(image, &r))
        return false;
    point(english, &r);
    sum_up(english);
    return true;
}
