/* rehearse.c: a theme's lines, said with the examples in place of a record. */
#include "author/rehearse.h"

#include <string.h>

#include "retell/ledger.h"

/* A line that is for no gag may use the name of any. */
static void read_first_being(struct mirth_rehearsal *r)
{
    const struct mirth_book *book = r->telling.theme->book;
    for (size_t i = 0; i < book->entry_count && !r->telling.being; i++)
        if (!strcmp(book->entries[i].chapter, "gags") && *book->entries[i].note)
            mirth_read_being(&r->telling, &r->telling.theme->pool, book->entries[i].note);
}

bool mirth_rehearse(struct mirth_rehearsal *r, const struct mirth_english *english,
                    const struct mirth_samples *samples, const struct mirth_book *theme,
                    struct mirth_error *err)
{
    *r = (struct mirth_rehearsal){.samples = samples, .options = mirth_defaults()};
    r->telling = (struct mirth_telling){.story = (struct mirth_story *)&samples->story,
                                        .english = english,
                                        .english_book = samples->book,
                                        .theme = mirth_theme_new(theme),
                                        .words = &r->words,
                                        .options = &r->options};
    if (!r->telling.theme)
        return mirth_no_memory(err);
    read_first_being(r);
    return true;
}

void mirth_unrehearse(struct mirth_rehearsal *r)
{
    mirth_theme_free(r->telling.theme);
}

size_t mirth_rehearse_entry(struct mirth_rehearsal *r, const struct mirth_entry *entry,
                            struct mirth_phrasing **first)
{
    if (!strcmp(entry->chapter, "gags") && *entry->note)
        mirth_read_being(&r->telling, &r->telling.theme->pool, entry->note);
    return mirth_theme_entry(r->telling.theme, entry->chapter, entry->name, first);
}

size_t mirth_rehearse_samples(const struct mirth_rehearsal *r, const struct mirth_entry *entry,
                              const struct mirth_sample **first)
{
    struct mirth_slice name = mirth_slice(entry->name, strcspn(entry->name, ","));
    return mirth_samples_of(r->samples, entry->chapter, name, first);
}

/* Of the first of the frames that has any. */
static size_t samples_of_frames(const struct mirth_rehearsal *r, struct mirth_slice frames,
                                char joint, const struct mirth_sample **first)
{
    struct mirth_slice frame;
    size_t count = 0;
    while (!count && mirth_cut(&frames, joint, &frame))
        count = mirth_samples_of(r->samples, "told", frame, first);
    return count;
}

size_t mirth_woven_samples(const struct mirth_rehearsal *r, const struct mirth_phrasing *phrasing,
                           const struct mirth_sample **first)
{
    const struct mirth_condition *frame = mirth_condition(phrasing, MIRTH_C_FRAME);
    const struct mirth_condition *at = mirth_condition(phrasing, MIRTH_C_AT);
    const char *chapter = phrasing->line->chapter;
    const struct mirth_line *line;
    char name[32] = {0};
    if ((strcmp(chapter, "gags") != 0 && strcmp(chapter, "faults") != 0) ||
        !strstr(phrasing->line->text, "{clause}"))
        return 0;
    if (frame)
        return samples_of_frames(r, frame->value, '|', first);
    if (!at || at->value.len >= sizeof name)
        return 0;
    memcpy(name, at->value.at, at->value.len);
    return mirth_book_entry(r->telling.english_book, "milestones", name, &line)
               ? samples_of_frames(r, mirth_slice_of(line->text), ',', first)
               : 0;
}

enum mirth_take mirth_take(struct mirth_rehearsal *r, struct mirth_phrasing *phrasing,
                           const struct mirth_sample *sample, struct mirth_buffer *out)
{
    if (!mirth_theme_open(r->telling.theme, phrasing) ||
        !mirth_fill(&r->telling, phrasing, &sample->clause, out))
        return MIRTH_TAKE_UNFILLED;
    return mirth_ledger_balances(r->telling.english, NULL, sample->clause.text,
                                 mirth_buffer_slice(out))
               ? MIRTH_TAKE_SAID
               : MIRTH_TAKE_UNSOUND;
}

bool mirth_take_ours(struct mirth_rehearsal *r, struct mirth_phrasing *phrasing,
                     struct mirth_buffer *out)
{
    const char *given = !strcmp(phrasing->line->chapter, "heading") ? "heading" : "title";
    return mirth_theme_open(r->telling.theme, phrasing) &&
           mirth_fill_ours(&r->telling, phrasing, mirth_sample_text(r->samples, given), out);
}

bool mirth_take_has_word(const struct mirth_rehearsal *r, const struct mirth_phrasing *phrasing,
                         const struct mirth_sample *sample)
{
    static const enum mirth_condition_kind kinds[] = {MIRTH_C_WORD, MIRTH_C_VERB};
    struct mirth_place place = {.clause = &sample->clause, .gap = -1};
    int held;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const struct mirth_condition *words = mirth_condition(phrasing, kinds[i]);
        struct mirth_phrasing probe = {.conditions = (struct mirth_condition *)words,
                                       .condition_count = 1};
        if (words && !mirth_holds(&r->telling, &probe, &place, &held))
            return false;
    }
    return true;
}
