/* audit.c: what only saying a theme's lines shows of them: facts and nouns that they would lose */
#include "author/audit.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "understand/tokens.h"

struct audit {
    struct mirth_rehearsal *rehearsal;
    void (*say)(void *context, size_t line, const char *message);
    void *context;
    bool clean;
    struct mirth_buffer told;
};

static void report(struct audit *a, size_t line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void report(struct audit *a, size_t line, const char *format, ...)
{
    char message[512];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    a->say(a->context, line, message);
    a->clean = false;
}

/* ---- nouns ---- */

static bool holds(struct mirth_slice text, struct mirth_slice words)
{
    for (size_t i = 0; i + words.len <= text.len; i++)
        if (mirth_same_nocase(mirth_slice(text.at + i, words.len), words))
            return true;
    return false;
}

/* The first part of a system that the example names and the told sentence does not. */
static struct mirth_slice lost_noun(struct audit *a, struct mirth_slice said)
{
    const struct mirth_english *english = a->rehearsal->telling.english;
    struct mirth_token tokens[MIRTH_TOKENS];
    size_t count = mirth_tokens(english, said, tokens), taken;
    count = count > MIRTH_TOKENS ? MIRTH_TOKENS : count;
    for (size_t i = 0; i < count; i += taken ? taken : 1) {
        struct mirth_slice last, noun;
        taken = mirth_listed_at(english, tokens, count, i, MIRTH_L_COMPONENT);
        if (!taken)
            continue;
        last = tokens[i + taken - 1].text;
        noun = mirth_slice(tokens[i].text.at, (size_t)(last.at + last.len - tokens[i].text.at));
        if (!holds(mirth_buffer_slice(&a->told), noun))
            return noun;
    }
    return mirth_slice("", 0);
}

/* ---- lines ---- */

static void check_phrasing(struct audit *a, struct mirth_phrasing *p,
                           const struct mirth_sample *samples, size_t count)
{
    const struct mirth_sample *unsound = NULL;
    bool said = false;
    for (size_t i = 0; i < count; i++) {
        enum mirth_take take = mirth_take(a->rehearsal, p, &samples[i], &a->told);
        struct mirth_slice noun = {"", 0};
        if (take == MIRTH_TAKE_UNFILLED)
            continue;
        if (take == MIRTH_TAKE_UNSOUND)
            unsound = unsound ? unsound : &samples[i];
        else
            noun = lost_noun(a, samples[i].clause.text);
        if (noun.len) {
            report(a, p->line->source,
                   "`%.*s` is lost from `%.*s`; expected it beside the words of the theme",
                   (int)noun.len, noun.at, (int)samples[i].clause.text.len,
                   samples[i].clause.text.at);
            return;
        }
        said |= take == MIRTH_TAKE_SAID;
    }
    if (unsound && !said)
        report(a, p->line->source, "it would lose or add a fact of `%.*s`",
               (int)unsound->clause.text.len, unsound->clause.text.at);
}

bool mirth_audit(struct mirth_rehearsal *rehearsal,
                 void (*say)(void *context, size_t line, const char *message), void *context)
{
    const struct mirth_book *book = rehearsal->telling.theme->book;
    struct audit a = {.rehearsal = rehearsal, .say = say, .context = context, .clean = true};
    for (size_t i = 0; i < book->entry_count; i++) {
        const struct mirth_entry *entry = &book->entries[i];
        const struct mirth_sample *samples;
        struct mirth_phrasing *p;
        size_t examples, count;
        const bool told = !strcmp(entry->chapter, "told") || !strcmp(entry->chapter, "asked");
        if (!*entry->name ||
            (!told && strcmp(entry->chapter, "gags") && strcmp(entry->chapter, "faults")))
            continue;
        examples = told ? mirth_rehearse_samples(rehearsal, entry, &samples) : 0;
        count = mirth_rehearse_entry(rehearsal, entry, &p);
        for (size_t n = 0; n < count; n++) {
            if (!told)
                examples = mirth_woven_samples(rehearsal, &p[n], &samples);
            check_phrasing(&a, &p[n], samples, examples);
        }
    }
    mirth_buffer_free(&a.told);
    return a.clean;
}

bool mirth_audit_samples(const struct mirth_samples *samples,
                         void (*say)(void *context, size_t line, const char *message),
                         void *context)
{
    struct audit a = {.say = say, .context = context, .clean = true};
    for (size_t i = 0; i < samples->count; i++) {
        const struct mirth_sample *s = &samples->items[i];
        if (s->clause.frame && !strcmp(s->clause.frame, s->frame))
            continue;
        report(&a, s->source, "the example `%.*s` is told as %s; expected `%s`",
               (int)s->clause.text.len, s->clause.text.at,
               s->clause.frame ? s->clause.frame : "nothing", s->frame);
    }
    return a.clean;
}
