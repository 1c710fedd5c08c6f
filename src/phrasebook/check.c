/* check.c: what a phrasebook must not say: a theme's chapters and entries, and who checks what. */
#include "phrasebook/check.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define ALWAYS "clause rest lead adv being component cause"
#define WORLD  "being component culprit cause length"

/* The chapters that WRITING.md describes. Words count a slot as one; a gag's and a fault's lines
 * have limits by their conditions (prose.c). */
static const struct mirth_chapter chapters[] = {
    {"title", "any none", "faults", "title being component", "", 0, false},
    {"opening", "any", "", WORLD, "", 35, false},
    {"closing", "any", "", WORLD, "", 25, false},
    {"heading", "any other", "sections", "heading being component", "heading", 7, false},
    {"opener", "any other", "sections", WORLD, "", 12, false},
    {"told", "", "told", ALWAYS, "", 0, true},
    {"asked", "", "asked", ALWAYS, "clause", 0, true},
    {"headlines", "any detected false-trail found fixed restored", "told asked", "being", "", 6,
     true},
    {"joints", "result toll sign reason suspect aim", "", "", "", 0, false},
    {"callbacks", NULL, "", WORLD, "", 14, false},
    {"remarks", "any", "", WORLD, "", 14, false},
    {"situations", "", "situations", WORLD, "", 14, false},
    {"morals", "", "situations faults", "", "", 22, false},
    {"cast", "heading", "parts", "", "", 14, false},
    {"roles", "", "parts", WORLD, "", 14, false},
    {"gags", NULL, "", WORLD, "", 0, false},
    {"faults", "any", "faults", WORLD, "", 0, false},
    {"emoji", "title section field event measure prose", "told asked sections fields", "", "", 0,
     false},
    {"box", "when long who why fix", "", "", "", 0, false},
    {"pictures", "title middle end", "", WORLD, "", 0, false},
    {"about", "author licence language size best", "", "", "", 0, false},
    {"look", "light dark type", "", "", "", 0, false},
    {"drawings", NULL, "", "component", "", 0, false},
};

static void report(struct mirth_checker *c, size_t line, const char *format, va_list args)
{
    char message[512];
    vsnprintf(message, sizeof message, format, args);
    c->found = true;
    c->say(c->context, line, message);
}

void mirth_finding(struct mirth_checker *c, size_t line, const char *format, ...)
{
    va_list args;
    if (c->lenient)
        return;
    va_start(args, format);
    report(c, line, format, args);
    va_end(args);
}

void mirth_defect(struct mirth_checker *c, size_t line, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    report(c, line, format, args);
    va_end(args);
}

bool mirth_among(const char *list, struct mirth_slice word)
{
    struct mirth_slice rest = mirth_slice_of(list), piece;
    while (mirth_cut(&rest, ' ', &piece))
        if (mirth_same(piece, word))
            return true;
    return false;
}

bool mirth_in_english(const struct mirth_checker *c, const char *chapter, struct mirth_slice name)
{
    char text[128];
    if (!name.len || name.len >= sizeof text)
        return false;
    memcpy(text, name.at, name.len);
    text[name.len] = '\0';
    return mirth_book_find(c->english, chapter, text) != NULL;
}

static const struct mirth_chapter *find_chapter(const char *name)
{
    for (size_t i = 0; i < sizeof chapters / sizeof *chapters; i++)
        if (!strcmp(chapters[i].name, name))
            return &chapters[i];
    return NULL;
}

static bool is_entry(const struct mirth_checker *c, struct mirth_slice name)
{
    struct mirth_slice rest = mirth_slice_of(c->chapter->english), chapter;
    char text[32];
    if (!c->chapter->entries || mirth_among(c->chapter->entries, name))
        return true;
    while (mirth_cut(&rest, ' ', &chapter)) {
        snprintf(text, sizeof text, "%.*s", (int)chapter.len, chapter.at);
        if (mirth_in_english(c, text, name))
            return true;
    }
    return false;
}

static void check_name(struct mirth_checker *c, const struct mirth_entry *entry)
{
    struct mirth_slice fault = mirth_slice_of(entry->name), name = {0};
    const char *english = c->chapter->english, *own = c->chapter->entries;
    bool scene = c->chapter->faults && memchr(fault.at, ',', fault.len);
    if (scene) {
        mirth_cut(&fault, ',', &name);
        fault = mirth_trim(fault);
    } else {
        name = fault;
    }
    if (!is_entry(c, name))
        mirth_defect(c, entry->source, "unknown entry `%.*s` in chapter `%s`; expected %s%s%s%s",
                     (int)name.len, name.at, entry->chapter, own, *own && *english ? " or " : "",
                     *english ? "an entry of the English book's " : "", english);
    if (scene && !mirth_in_english(c, "faults", fault))
        mirth_defect(c, entry->source,
                     "unknown fault `%.*s`; expected an entry of the English book's faults",
                     (int)fault.len, fault.at);
}

static void check_entry(struct mirth_checker *c, const struct mirth_entry *entry)
{
    check_name(c, entry);
    if (!strcmp(entry->chapter, "callbacks"))
        mirth_check_callback(c, entry);
    if (!strcmp(entry->chapter, "gags"))
        mirth_check_gag(c, entry);
    else if (*entry->note)
        mirth_finding(c, entry->source,
                      "a paragraph under `%s`; expected lines (only gags have one)", entry->name);
    if (!strcmp(entry->chapter, "told") && !strchr(entry->name, ',') && entry->count < 3 &&
        !c->below)
        mirth_finding(c, entry->source, "frame `%s` has %u phrasing%s; expected at least 3",
                      entry->name, entry->count, entry->count == 1 ? "" : "s");
}

/* The lines seen so far by their text; emoji may come again. */
struct seen {
    const struct mirth_line **lines;
    size_t size; /* a power of two, more than twice the lines */
};

/* "{clause}. *Mind the step.*" says the same as the beat "Mind the step." */
static struct mirth_slice own_words(const struct mirth_line *line)
{
    static const char before[] = "{clause}. ";
    struct mirth_slice s = mirth_slice_of(line->text);
    if (s.len > sizeof before && !memcmp(s.at, before, sizeof before - 1))
        s = mirth_slice(s.at + sizeof before - 1, s.len - sizeof before + 1);
    while (s.len > 2 && s.at[0] == '*' && s.at[s.len - 1] == '*' && s.at[1] != '*')
        s = mirth_slice(s.at + 1, s.len - 2);
    return s;
}

static void check_repeated(struct mirth_checker *c, struct seen *seen,
                           const struct mirth_line *line)
{
    const struct mirth_slice own = own_words(line);
    size_t at = (size_t)mirth_hash(MIRTH_HASH, own.at, own.len);
    const struct mirth_line **slot;
    if (!strcmp(line->chapter, "emoji"))
        return;
    for (;; at++) {
        slot = &seen->lines[at & (seen->size - 1)];
        if (!*slot || mirth_same(own_words(*slot), own))
            break;
    }
    if (*slot)
        mirth_finding(c, line->source, "the same line stands on line %u", (*slot)->source);
    else
        *slot = line;
}

static void check_chapter(struct mirth_checker *c, const struct mirth_entry *entry)
{
    c->chapter = find_chapter(entry->chapter);
    if (!c->chapter)
        mirth_defect(c, entry->source, "unknown chapter `%s`; expected one that WRITING.md names",
                     entry->chapter);
    else if (*entry->note)
        mirth_finding(c, entry->source, "a paragraph under chapter `%s`; expected entries",
                      entry->chapter);
}

static void check_lines(struct mirth_checker *c, struct seen *seen, const struct mirth_entry *entry)
{
    for (size_t n = 0; n < entry->count; n++) {
        const struct mirth_line *line = &c->book->lines[entry->first + n];
        mirth_check_harm(c, line);
        mirth_check_conditions(c, line);
        mirth_check_slots(c, line);
        mirth_check_fit(c, line);
        mirth_check_prose(c, line);
        mirth_check_manners(c, line);
        check_repeated(c, seen, line);
    }
    mirth_check_twins(c, entry);
}

static void check_theme(struct mirth_checker *c, struct seen *seen)
{
    if (!strcmp(c->book->name, "any"))
        mirth_defect(c, 1, "the name `any`; expected another (it means whichever theme suits)");
    for (size_t i = 0; i < c->book->entry_count; i++) {
        const struct mirth_entry *entry = &c->book->entries[i];
        if (!*entry->name)
            check_chapter(c, entry);
        else if (c->chapter)
            check_entry(c, entry);
        if (!strcmp(entry->chapter, "look"))
            mirth_check_look(c, entry);
        else if (!strcmp(entry->chapter, "drawings"))
            mirth_check_drawings(c, entry);
        else if (!strcmp(entry->chapter, "about"))
            mirth_check_about(c, entry);
        else if (c->chapter)
            check_lines(c, seen, entry);
    }
    mirth_check_size(c);
}

static bool run(struct mirth_checker *c)
{
    struct mirth_pool pool = {0};
    struct seen seen = {.size = 16};
    if (!strcmp(c->book->name, "english")) {
        mirth_check_patterns(c);
        mirth_check_wordings(c);
        return !c->found;
    }
    while (seen.size < c->book->count * 2)
        seen.size *= 2;
    seen.lines = mirth_pool_array(&pool, seen.size, sizeof *seen.lines);
    if (seen.lines)
        check_theme(c, &seen);
    else
        mirth_defect(c, 0, "out of memory");
    mirth_pool_free(&pool);
    return !c->found;
}

bool mirth_book_check_over(const struct mirth_book *book, const struct mirth_book *english,
                           const struct mirth_book *below,
                           void (*say)(void *context, size_t line, const char *message),
                           void *context)
{
    struct mirth_checker c = {
        .book = book, .english = english, .below = below, .say = say, .context = context};
    return run(&c);
}

bool mirth_book_check(const struct mirth_book *book, const struct mirth_book *english,
                      void (*say)(void *context, size_t line, const char *message), void *context)
{
    return mirth_book_check_over(book, english, NULL, say, context);
}

/* The first defect is the error. */
struct usage {
    const struct mirth_book *book;
    struct mirth_error *err;
    bool said;
};

static void fail(void *context, size_t line, const char *message)
{
    struct usage *u = context;
    if (u->said)
        return;
    u->said = true;
    if (line)
        mirth_fail(u->err, MIRTH_BROKEN, "%s:%zu: %s", u->book->path, line, message);
    else
        mirth_fail(u->err, MIRTH_BROKEN, "%s: book `%s`: %s", u->book->path, u->book->name,
                   message);
}

bool mirth_book_usable(const struct mirth_book *book, const struct mirth_book *english,
                       const struct mirth_book *below, struct mirth_error *err)
{
    struct usage usage = {book, err, false};
    struct mirth_checker c = {.book = book,
                              .english = english,
                              .below = below,
                              .say = fail,
                              .context = &usage,
                              .lenient = true};
    return run(&c);
}

bool mirth_book_harmless(const struct mirth_book *book, struct mirth_error *err)
{
    struct usage usage = {book, err, false};
    struct mirth_checker c = {.book = book, .say = fail, .context = &usage, .lenient = true};
    mirth_check_texts(&c);
    for (size_t i = 0; i < book->count && !c.found; i++)
        mirth_check_harm(&c, &book->lines[i]);
    return !c.found;
}
