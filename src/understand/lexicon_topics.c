/* lexicon_topics.c: what sentences are recognised to be about, by lists of their own: what broke,
 * how it came about, and which parts the system has. */
#include <stdio.h>
#include <string.h>

#include "understand/lexicon.h"

/* The topic whose items the list has, learned where it is new; NULL where there is no room. */
static struct mirth_lexicon_topic *
topic_of(struct mirth_lexicon *d, struct mirth_lexicon_topics *topics, int list, const char *name)
{
    size_t i = 0;
    while (i < topics->count && topics->items[i].list != list)
        i++;
    if (i == MIRTH_TOPICS) {
        snprintf(d->wrong, sizeof d->wrong, "one entry too many; expected at most %d",
                 MIRTH_TOPICS);
        return NULL;
    }
    if (i == topics->count)
        topics->items[topics->count++] = (struct mirth_lexicon_topic){
            .name = mirth_pool_copy(&d->pool, name, strlen(name)),
            .list = list,
            .veto = -1,
            .weak = -1,
            .weight = 2,
        };
    return &topics->items[i];
}

/* The list "shows typo", or "shows not typo": a topic's lists meet no other chapter's. */
static int list_of(struct mirth_lexicon *d, const char *kind, const char *apart, const char *topic)
{
    char name[96];
    snprintf(name, sizeof name, "%s%s %.64s", kind, apart, topic);
    return mirth_lexicon_new_list(d, name);
}

/* The items of the line behind its "weak:", in a list of the topic's own. */
static int add_apart(struct mirth_lexicon *d, const char *kind, const char *apart,
                     const struct mirth_line *line)
{
    const int list = list_of(d, kind, apart, line->entry);
    mirth_lexicon_items(d, list, strchr(line->text, ':') + 1);
    return list;
}

/* "not: read-only replica" vetoes: such a phrase speaks of another thing. "weak: replica" names the
 * thing, and says little of its failing. */
static void add_line(struct mirth_lexicon *d, const struct mirth_line *line, const char *kind,
                     struct mirth_lexicon_topic *topic)
{
    if (!strncmp(line->text, "not:", 4))
        topic->veto = add_apart(d, kind, " not", line);
    else if (!strncmp(line->text, "weak:", 5))
        topic->weak = add_apart(d, kind, " weak", line);
    else
        mirth_lexicon_items(d, topic->list, line->text);
}

void mirth_lexicon_topic(struct mirth_lexicon *d, const struct mirth_book *book,
                         const struct mirth_line *line)
{
    const struct {
        const char *chapter, *kind; /* how its lists' names begin */
        struct mirth_lexicon_topics *topics;
    } chapters[] = {{"faults", "fault", &d->faults},
                    {"situations", "shows", &d->situations},
                    {"parts", "part", &d->parts}};
    for (size_t i = 0; i < sizeof chapters / sizeof *chapters; i++) {
        const char *note;
        struct mirth_lexicon_topic *topic;
        int list;
        if (strcmp(line->chapter, chapters[i].chapter) != 0)
            continue;
        note = mirth_book_note(book, line->chapter, line->entry);
        list = list_of(d, chapters[i].kind, "", line->entry);
        topic = list < 0 ? NULL : topic_of(d, chapters[i].topics, list, line->entry);
        if (!topic)
            return;
        topic->weight = strstr(note, "weight: 1") ? 1 : topic->weight;
        topic->asks = strstr(note, "in: measures") != NULL;
        add_line(d, line, chapters[i].kind, topic);
    }
}
