/* check_wordings.c: the English book's wordings: of a frame that there is, filled by its slots,
 * with verbs in three forms. */
#include <string.h>

#include "phrasebook/check.h"

/* As the chapter of a theme would be whose lines are told with nothing of their own. */
static const struct mirth_chapter wordings = {"wordings", "", "told", "rest lead adv", "", 0, true};

/* "[went|goes|go]": the past, of one, of many. */
static bool has_forms(struct mirth_slice inside)
{
    struct mirth_slice form;
    size_t count = 0;
    while (mirth_cut(&inside, '|', &form))
        count += form.len > 0;
    return count == 3;
}

static void check_verbs(struct mirth_checker *c, const struct mirth_line *line)
{
    for (const char *s = line->text; (s = strchr(s, '[')); s++) {
        const size_t len = strcspn(s + 1, "[]");
        if (s[1 + len] != ']' || !has_forms(mirth_slice(s + 1, len)))
            mirth_finding(c, line->source,
                          "`%.*s`; expected a verb in three forms, `[went|goes|go]`",
                          (int)(len + 2), s);
    }
}

static void check_end(struct mirth_checker *c, const struct mirth_line *line)
{
    const size_t len = strlen(line->text);
    if (len && strchr(".!?", line->text[len - 1]))
        mirth_finding(c, line->source, "a wording ends in `%c`; expected the record's own stop",
                      line->text[len - 1]);
}

void mirth_check_wordings(struct mirth_checker *c)
{
    c->english = c->book;
    c->chapter = &wordings;
    for (size_t i = 0; i < c->book->entry_count; i++) {
        const struct mirth_entry *entry = &c->book->entries[i];
        if (strcmp(entry->chapter, "wordings") != 0 || !*entry->name)
            continue;
        if (!mirth_in_english(c, "told", mirth_slice_of(entry->name)))
            mirth_defect(c, entry->source, "unknown frame `%s`; expected an entry of `told`",
                         entry->name);
        for (size_t n = 0; n < entry->count; n++) {
            const struct mirth_line *line = &c->book->lines[entry->first + n];
            mirth_check_conditions(c, line);
            mirth_check_slots(c, line);
            mirth_check_fit(c, line);
            check_verbs(c, line);
            check_end(c, line);
        }
    }
}
