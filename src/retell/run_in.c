/* run_in.c: the cause and the fix, each behind a label of its own, where the record tells both
 * under one heading and parts them by paragraphs alone. */
#include "retell/layout.h"

#include <string.h>

#include "retell/box.h"
#include "retell/box_rows.h"
#include "understand/digest.h"

/* One that begins with no mark of its own. */
static bool is_paragraph(const struct mirth_story *story, const struct mirth_part *part)
{
    return mirth_is_paragraph(story, part) && !strchr("*_<[!", story->source[part->text.at]);
}

/* The parts of the section that begins at `from`: [from + 1, to). */
static size_t section_end(const struct mirth_story *story, size_t from)
{
    size_t to = from + 1;
    while (to < story->part_count && story->parts[to].kind != MIRTH_SECTION &&
           story->parts[to].kind != MIRTH_TITLE)
        to++;
    return to;
}

/* The first paragraph behind the first that tells of the mending; 0: there is none, or the section
 * has labels of its own. */
static size_t find_fix(const struct mirth_telling *t, size_t from, size_t to)
{
    const struct mirth_story *story = t->story;
    size_t fix = 0;
    for (size_t i = from + 1; i < to; i++) {
        if (story->parts[i].kind == MIRTH_FIELD || story->parts[i].field)
            return 0;
        if (!fix && i > from + 1 && is_paragraph(story, &story->parts[i]) &&
            mirth_begins_fix(t->english, &story->parts[i], 0))
            fix = i;
    }
    return fix && is_paragraph(story, &story->parts[from + 1]) ? fix : 0;
}

const char *mirth_run_in(const struct mirth_telling *t, const struct mirth_part *part)
{
    const struct mirth_story *story = t->story;
    size_t at = (size_t)(part - story->parts), from = at, fix;
    if (t->options->mirth < 1 || strcmp(part->section, "root-cause-and-resolution") != 0 ||
        !is_paragraph(story, part))
        return NULL;
    while (from && story->parts[from].kind != MIRTH_SECTION)
        from--;
    fix = find_fix(t, from, section_end(story, from));
    if (fix && at == fix)
        return mirth_opens_with_fix(t->english, &part->clauses[0]) ? NULL : "fix";
    return fix && at == from + 1 ? "why" : NULL;
}
