/* postmirth.c: the whole tale: read, understand, retell, write. */
#include "suit.h"
#include "tale.h"

#include <stdlib.h>
#include <string.h>

#include "draw/gallery.h"
#include "phrasebook/shelf.h"
#include "preview.h"
#include "read/read.h"
#include "retell/ledger.h"
#include "understand/check.h"
#include "understand/facts.h"
#include "understand/understand.h"
#include "understand/verdict.h"
#include "write/diff.h"
#include "write/explain.h"
#include "write/html.h"
#include "write/json.h"
#include "write/markdown.h"
#include "write/mentions.h"
#include "write/record.h"
#include "write/sheet.h"
#include "write/terminal.h"

struct mirth_edition {
    enum mirth_status status;
    struct mirth_buffer text, note, receipts;
    struct {
        const char *name; /* a literal */
        struct mirth_buffer svg;
    } pictures[MIRTH_GALLERY_ROOM];
    size_t picture_count;
};

const char *mirth_version(void)
{
    return MIRTH_VERSION;
}

struct mirth_options mirth_defaults(void)
{
    return (struct mirth_options){
        .name = "<stdin>",
        .theme = "quest",
        .to = MIRTH_MARKDOWN,
        .mirth = 2,
        .emoji = MIRTH_EMOJI_FULL,
        .pictures = MIRTH_PICTURES_AUTO,
        .width = 80,
        .limit = (size_t)64 << 20,
        .words_least = 400,
        .words_most = 600,
    };
}

static void pass_through(struct mirth_edition *e, const struct mirth_story *story,
                         enum mirth_status status, const char *why)
{
    e->status = status;
    e->text.len = e->note.len = 0;
    mirth_put_slice(&e->text, story->given);
    mirth_put_text(&e->note, story->name);
    mirth_put_text(&e->note, ": ");
    mirth_put_text(&e->note, why);
    mirth_tale_put_reasons(&e->note, story);
}

/* The record's faults in place of an edition. What is no record has none to tell of. */
static bool check(struct mirth_edition *e, struct mirth_tale *tale,
                  const struct mirth_options *options, struct mirth_error *err)
{
    const char *why = mirth_verdict(tale->english, &tale->story);
    if (why) {
        pass_through(e, &tale->story, MIRTH_ASIS, why);
        e->text.len = 0;
        return true;
    }
    if (!mirth_check(tale->english, &tale->story, options, &e->text, err))
        return false;
    e->status = e->text.len ? MIRTH_FAULTY : MIRTH_TOLD;
    return true;
}

/* A grave record is told with less, unless the user insists. */
static struct mirth_options with_tone(const struct mirth_options *options, struct mirth_edition *e,
                                      const struct mirth_story *story)
{
    struct mirth_options o = *options;
    if (o.even_so || story->tone.cap >= o.mirth)
        return o;
    o.mirth = story->tone.cap;
    if (o.mirth < 1 && o.pictures != MIRTH_PICTURES_MERMAID)
        o.pictures = MIRTH_PICTURES_NONE; /* its characters are out of place */
    mirth_put_text(&e->note, story->name);
    mirth_put_text(&e->note, ": told at mirth ");
    mirth_put_number(&e->note, (uint64_t)o.mirth);
    mirth_put_text(&e->note, " at most");
    mirth_tale_put_reasons(&e->note, story);
    return o;
}

/* The pictures that the Markdown links to, as files. */
static bool write_pictures(struct mirth_edition *e, const struct mirth_gallery *gallery,
                           struct mirth_error *err)
{
    for (size_t i = 0; i < gallery->count; i++) {
        e->pictures[i].name = gallery->pictures[i].slot;
        e->picture_count++;
        if (!mirth_write_svg(&gallery->pictures[i], &e->pictures[i].svg, err))
            return false;
    }
    return true;
}

/* It is told all the same: what is retold is told anew, what is not keeps its own jokes. */
static void note_playful(struct mirth_edition *e, const struct mirth_story *story)
{
    const struct mirth_tone *tone = &story->tone;
    if (!tone->playful || e->note.len)
        return;
    mirth_put_text(&e->note, story->name);
    mirth_put_text(&e->note, ": engaging already (");
    for (size_t i = 0; i < tone->joke_count; i++) {
        mirth_put_text(&e->note, i ? "; line " : "line ");
        mirth_put_number(&e->note, tone->jokes[i].line);
        mirth_put_text(&e->note, ": ");
        mirth_put_slice(&e->note, tone->jokes[i].words);
    }
    mirth_put_text(&e->note, tone->joke_count ? "); told anew" : "emoji on its lines); told anew");
}

static bool write_text(const struct mirth_tale *tale, const struct mirth_options *options,
                       struct mirth_buffer *out)
{
    return mirth_write_markdown(&tale->story, tale->retelling.edits, tale->retelling.count, out) &&
           mirth_put_record(&tale->story, tale->english_book, options, out);
}

static bool show(const struct mirth_sheet *sheet, const struct mirth_options *options,
                 struct mirth_buffer *out, struct mirth_error *err)
{
    if (options->to == MIRTH_HTML)
        return mirth_write_html(sheet, out, err);
    return mirth_write_terminal(sheet, options->width, options->colour, out) ||
           mirth_no_memory(err);
}

static bool write_edition(struct mirth_edition *e, struct mirth_tale *tale,
                          const struct mirth_options *options, struct mirth_error *err)
{
    struct mirth_buffer markdown = {0};
    struct mirth_gallery gallery;
    struct mirth_sheet sheet = {0};
    bool ok, shown = options->to == MIRTH_HTML || options->to == MIRTH_TERMINAL;
    bool aside = shown || options->mute_mentions;
    if (options->explain)
        return mirth_write_explanation(&tale->story, &tale->retelling, &e->text) ||
               mirth_no_memory(err);
    if (options->diff)
        return mirth_write_diff(&tale->story, &tale->retelling, options->colour, &e->text) ||
               mirth_no_memory(err);
    if (options->to == MIRTH_JSON)
        return mirth_write_json(&tale->story, &tale->retelling, &e->text) || mirth_no_memory(err);
    ok = mirth_gallery(&gallery, tale->english_book, tale->theme_book, &tale->story,
                       &tale->retelling, options->picture_base, NULL, err) &&
         (write_text(tale, options, aside ? &markdown : &e->text) || mirth_no_memory(err));
    sheet.pictures = gallery.pictures;
    sheet.picture_count = gallery.count;
    if (ok && options->to == MIRTH_MARKDOWN)
        ok = write_pictures(e, &gallery, err);
    if (ok && shown) {
        sheet.markdown = mirth_buffer_slice(&markdown);
        mirth_sheet_begin(&sheet, tale->english, tale->english_book, &tale->story);
        ok = mirth_sheet(&sheet, tale->english, tale->theme_book, &tale->story, &tale->retelling) ||
             mirth_no_memory(err);
        ok = ok && show(&sheet, options, &e->text, err);
    } else if (ok && aside) {
        mirth_mute_mentions(mirth_buffer_slice(&markdown), &e->text);
    }
    mirth_buffer_free(&markdown);
    return ok;
}

static bool tell(struct mirth_edition *e, struct mirth_tale *tale, struct mirth_shelf *shelf,
                 const struct mirth_options *options, struct mirth_error *err)
{
    const char *theme = options->theme ? options->theme : mirth_shelf_top(shelf), *why;
    struct mirth_options toned;
    size_t line;
    bool any = theme && !strcmp(theme, MIRTH_ANY_THEME);
    if (!mirth_tale_open(tale, shelf,
                         any     ? NULL
                         : theme ? theme
                                 : "quest",
                         err) ||
        !mirth_read(&tale->story, options->from, options->limit, err))
        return false;
    if (mirth_tale_is_edition(tale)) {
        pass_through(e, &tale->story, MIRTH_ASIS, "an edition already; passed through as it is");
        e->text.len = options->check ? 0 : e->text.len;
        return true;
    }
    if (!mirth_understand(tale->english, &tale->story, err))
        return false;
    if (options->check)
        return check(e, tale, options, err);
    why = mirth_tale_refusal(tale, options);
    if (why) {
        pass_through(e, &tale->story, MIRTH_ASIS, why);
        return true;
    }
    toned = with_tone(options, e, &tale->story);
    if (toned.pictures == MIRTH_PICTURES_AUTO)
        toned.pictures = toned.to == MIRTH_HTML ? MIRTH_PICTURES_SVG : MIRTH_PICTURES_PLACEHOLDER;
    if (toned.to == MIRTH_TERMINAL && toned.pictures != MIRTH_PICTURES_NONE)
        toned.pictures = MIRTH_PICTURES_PLACEHOLDER; /* all that a terminal can show */
    note_playful(e, &tale->story);
    options = &toned;
    if (any && !mirth_suit(tale, shelf, err))
        return false;
    if (!mirth_tale_retell(tale, options, &line, err))
        return false;
    if (line) {
        pass_through(e, &tale->story, MIRTH_FAULTY,
                     "the account of facts does not balance at line ");
        mirth_put_number(&e->note, line);
        return true;
    }
    if ((options->receipts || options->to == MIRTH_JSON) &&
        !mirth_find_facts(tale->english, &tale->story))
        return mirth_no_memory(err);
    if (options->receipts)
        mirth_ledger_print(&tale->story, &tale->retelling, &e->receipts);
    return write_edition(e, tale, options, err);
}

static bool preview(struct mirth_edition *e, struct mirth_tale *tale, struct mirth_shelf *shelf,
                    const struct mirth_options *options, struct mirth_error *err)
{
    const char *why;
    if (!mirth_tale_open(tale, shelf, NULL, err) ||
        !mirth_read(&tale->story, options->from, options->limit, err) ||
        !mirth_understand(tale->english, &tale->story, err))
        return false;
    why = mirth_tale_is_edition(tale) ? "an edition already; passed through as it is"
                                      : mirth_tale_refusal(tale, options);
    if (!why)
        return mirth_preview_of(tale, shelf, options, &e->text, err);
    pass_through(e, &tale->story, MIRTH_ASIS, why);
    return true;
}

static bool agrees(const struct mirth_options *options, struct mirth_error *err)
{
    return !options->record_url || mirth_is_record_url(options->record_url) ||
           mirth_fail(err, MIRTH_USAGE,
                      "'%s' is no address of a record; expected https://... or a relative one",
                      options->record_url);
}

/* What both ways of making an edition begin and end with. */
static struct mirth_edition *make(bool (*how)(struct mirth_edition *, struct mirth_tale *,
                                              struct mirth_shelf *, const struct mirth_options *,
                                              struct mirth_error *),
                                  struct mirth_shelf *shelf, struct mirth_slice record,
                                  const struct mirth_options *options, struct mirth_error *err)
{
    struct mirth_edition *e = calloc(1, sizeof *e);
    struct mirth_tale tale = mirth_tale_of(record.at, record.len, options);
    bool ok = e ? agrees(options, err) && how(e, &tale, shelf, options, err) : mirth_no_memory(err);
    if (ok && (e->text.spent || e->note.spent || e->receipts.spent))
        ok = mirth_no_memory(err);
    mirth_tale_close(&tale);
    if (ok)
        return e;
    mirth_edition_free(e);
    return NULL;
}

struct mirth_edition *mirth_tell(struct mirth_shelf *shelf, const char *record, size_t length,
                                 const struct mirth_options *options, struct mirth_error *err)
{
    return make(tell, shelf, mirth_slice(record, length), options, err);
}

struct mirth_edition *mirth_preview(struct mirth_shelf *shelf, const char *record, size_t length,
                                    const struct mirth_options *options, struct mirth_error *err)
{
    return make(preview, shelf, mirth_slice(record, length), options, err);
}

struct mirth_edition *mirth_sample(struct mirth_shelf *shelf, const char *theme,
                                   struct mirth_error *err)
{
    struct mirth_edition *e = calloc(1, sizeof *e);
    struct mirth_options options = mirth_defaults();
    struct mirth_tale tale = mirth_tale_of("", 0, &options);
    bool ok = e || mirth_no_memory(err);
    ok =
        ok && mirth_tale_open(&tale, shelf, theme, err) && mirth_sample_lines(&tale, &e->text, err);
    if (ok && e->text.spent)
        ok = mirth_no_memory(err);
    mirth_tale_close(&tale);
    if (ok)
        return e;
    mirth_edition_free(e);
    return NULL;
}

const char *mirth_edition_text(const struct mirth_edition *e)
{
    return mirth_buffer_slice(&e->text).at;
}

size_t mirth_edition_length(const struct mirth_edition *e)
{
    return e->text.len;
}

enum mirth_status mirth_edition_status(const struct mirth_edition *e)
{
    return e->status;
}

const char *mirth_edition_note(const struct mirth_edition *e)
{
    return e->note.len ? e->note.at : NULL;
}

bool mirth_edition_picture(const struct mirth_edition *e, size_t index, const char **name,
                           const char **svg, size_t *length)
{
    if (index >= e->picture_count)
        return false;
    *name = e->pictures[index].name;
    *svg = mirth_buffer_slice(&e->pictures[index].svg).at;
    *length = e->pictures[index].svg.len;
    return true;
}

const char *mirth_edition_receipts(const struct mirth_edition *e)
{
    return e->receipts.len ? e->receipts.at : NULL;
}

void mirth_edition_free(struct mirth_edition *e)
{
    if (!e)
        return;
    mirth_buffer_free(&e->text);
    mirth_buffer_free(&e->note);
    mirth_buffer_free(&e->receipts);
    for (size_t i = 0; i < e->picture_count; i++)
        mirth_buffer_free(&e->pictures[i].svg);
    free(e);
}
