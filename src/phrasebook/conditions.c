/* conditions.c: a theme's conditions, and what a gag says of itself. */
#include <string.h>

#include "phrasebook/check.h"

#define MILESTONES                                                                                 \
    "title opening impact first-event false-trail ruled-out gap escalated found fixed restored "   \
    "cause resolution measure last-measure closing"

enum form { FLAG, WORDS, ONE_OF, NUMBER, SPAN, GAG, FAULT, FRAME, MILESTONE };

/* To add a condition: a row here, one in WRITING.md, and its meaning in the retelling. */
static const struct condition {
    const char *name; /* what it begins with */
    enum form form;
    const char *values;   /* ONE_OF: these */
    const char *chapters; /* the only ones that have it, or "" */
} conditions[] = {
    {"best", FLAG, "", ""},
    {"image", FLAG, "", "faults"},
    {"fable", FLAG, "", "faults"},
    {"scene", FLAG, "", "faults"},
    {"ending", FLAG, "", "faults"},
    {"closing", FLAG, "", "faults"},
    {"role", FLAG, "", "roles"},
    {"plant", FLAG, "", "callbacks"},
    {"payoff", FLAG, "", "callbacks"},
    {"at ", MILESTONE, "", "gags faults"},
    {"word:", WORDS, "", ""},
    {"verb:", WORDS, "", "told headlines wordings"},
    {"tail:", WORDS, "", "wordings"},
    {"frame:", FRAME, "", ""},
    {"voice:", ONE_OF, "I we none", ""},
    {"in:", ONE_OF, "timeline cause resolution measures summary impact", ""},
    {"while:", ONE_OF, "hunt repair well", ""},
    {"telling:", NUMBER, "", ""},
    {"said:", WORDS, "", "told"},
    {"gag:", GAG, "", ""},
    {"fault:", FAULT, "", ""},
    {"gap >=", SPAN, "", ""},
    {"lasted >=", SPAN, "", ""},
    {"words <=", NUMBER, "", ""},
};

/* What is to stand behind a condition's name, by its form. */
static const char *const wanted[] = {
    [FLAG] = "nothing behind it",
    [WORDS] = "words, with | between them",
    [ONE_OF] = "one of: ",
    [NUMBER] = "a number",
    [SPAN] = "a number and m, h or d",
    [GAG] = "a gag of this book",
    [FAULT] = "a fault of the English book",
    [FRAME] = "a frame of the English book's told or asked",
    [MILESTONE] = "one of: " MILESTONES,
};

bool mirth_has_condition(const struct mirth_line *line, const char *condition)
{
    struct mirth_slice rest = mirth_slice_of(line->when), piece;
    while (mirth_cut(&rest, ',', &piece))
        if (mirth_same_text(piece, condition))
            return true;
    return false;
}

bool mirth_has_milestone(const struct mirth_line *line)
{
    struct mirth_slice rest = mirth_slice_of(line->when), piece;
    while (mirth_cut(&rest, ',', &piece))
        if (piece.len > 3 && !memcmp(piece.at, "at ", 3))
            return true;
    return false;
}

static bool is_number(struct mirth_slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!mirth_is_digit(s.at[i]))
            return false;
    return s.len > 0;
}

/* "90m", "2h", "1d" */
static bool is_span(struct mirth_slice s)
{
    return s.len && strchr("mhd", s.at[s.len - 1]) && is_number(mirth_slice(s.at, s.len - 1));
}

bool mirth_has_gag(const struct mirth_checker *c, struct mirth_slice name)
{
    const struct mirth_book *books[] = {c->book, c->below};
    for (size_t b = 0; b < 2 && books[b]; b++)
        for (size_t i = 0; i < books[b]->entry_count; i++)
            if (!strcmp(books[b]->entries[i].chapter, "gags") && name.len &&
                mirth_same_text(name, books[b]->entries[i].name))
                return true;
    return false;
}

static bool is_alternative(const struct mirth_checker *c, const struct condition *condition,
                           struct mirth_slice value)
{
    switch (condition->form) {
    case ONE_OF: return mirth_among(condition->values, value);
    case GAG: return mirth_has_gag(c, value);
    case FRAME: return mirth_in_english(c, "told", value) || mirth_in_english(c, "asked", value);
    case FAULT: return mirth_in_english(c, "faults", value);
    default: return value.len > 0;
    }
}

static bool is_value(const struct mirth_checker *c, const struct condition *condition,
                     struct mirth_slice value)
{
    struct mirth_slice piece;
    switch (condition->form) {
    case FLAG: return !value.len;
    case NUMBER: return is_number(value);
    case SPAN: return is_span(value);
    case MILESTONE: return mirth_among(MILESTONES, value);
    default: break;
    }
    if (!value.len)
        return false;
    while (mirth_cut(&value, '|', &piece))
        if (!is_alternative(c, condition, piece))
            return false;
    return true;
}

/* The name must end where its word does: `wordy: x` is not `word: x`. */
static bool begins(struct mirth_slice s, const char *name)
{
    size_t len = strlen(name);
    return s.len >= len && !memcmp(s.at, name, len) &&
           (s.len == len || !mirth_is_alpha(name[len - 1]) || !mirth_is_alpha(s.at[len]));
}

static struct mirth_slice behind(struct mirth_slice s, const char *name)
{
    size_t len = strlen(name);
    return mirth_trim(mirth_slice(s.at + len, s.len - len));
}

/* A condition that stands in a chapter that it is not for. */
static void check_place(struct mirth_checker *c, const struct mirth_line *line,
                        struct mirth_slice s, const char *chapters)
{
    const char *space = strchr(chapters, ' ');
    if (!space)
        mirth_defect(c, line->source, "condition `%.*s` outside chapter `%s`", (int)s.len, s.at,
                     chapters);
    else
        mirth_defect(c, line->source, "condition `%.*s`; expected it in one of the chapters: %s",
                     (int)s.len, s.at, chapters);
}

static void check_condition(struct mirth_checker *c, const struct mirth_line *line,
                            struct mirth_slice s)
{
    for (size_t i = 0; i < sizeof conditions / sizeof *conditions; i++) {
        const struct condition *known = &conditions[i];
        if (!begins(s, known->name))
            continue;
        if (*known->chapters && !mirth_among(known->chapters, mirth_slice_of(line->chapter)))
            check_place(c, line, s, known->chapters);
        else if (!is_value(c, known, behind(s, known->name)))
            mirth_defect(c, line->source, "condition `%.*s`; expected %s%s", (int)s.len, s.at,
                         wanted[known->form], known->values);
        return;
    }
    mirth_defect(c, line->source, "unknown condition `%.*s`; expected one that WRITING.md names",
                 (int)s.len, s.at);
}

/* The gag of the line's `gag: NAME`, or NULL. */
static const struct mirth_entry *gag_of(const struct mirth_checker *c,
                                        const struct mirth_line *line)
{
    struct mirth_slice rest = mirth_slice_of(line->when), piece;
    while (mirth_cut(&rest, ',', &piece))
        if (begins(mirth_trim(piece), "gag:"))
            for (size_t i = 0; i < c->book->entry_count; i++)
                if (!strcmp(c->book->entries[i].chapter, "gags") &&
                    mirth_same_text(behind(mirth_trim(piece), "gag:"), c->book->entries[i].name))
                    return &c->book->entries[i];
    return NULL;
}

/* Whether a gag `needs: fault ...`, and not that one. */
static bool needs_another(const struct mirth_entry *gag, const char *fault)
{
    static const char needs[] = "`needs: fault ";
    const char *at = gag ? strstr(gag->note, needs) : NULL;
    struct mirth_slice list;
    if (!at)
        return false;
    at += sizeof needs - 1;
    list = mirth_slice(at, strcspn(at, "`"));
    return !mirth_one_of(list, mirth_slice_of(fault));
}

static bool is_of_fable(const struct mirth_line *line)
{
    return mirth_has_condition(line, "fable") || mirth_has_condition(line, "scene") ||
           mirth_has_condition(line, "ending");
}

void mirth_check_conditions(struct mirth_checker *c, const struct mirth_line *line)
{
    struct mirth_slice rest = mirth_slice_of(line->when), piece;
    while (mirth_cut(&rest, ',', &piece))
        check_condition(c, line, piece);
    if (!strcmp(line->chapter, "remarks") && !strstr(line->when, "word:"))
        mirth_defect(c, line->source, "a remark without its trigger; expected `word: WORDS`");
    if (!strcmp(line->chapter, "roles") && !mirth_has_condition(line, "role") &&
        !strstr(line->when, "frame:") && !strstr(line->when, "word:"))
        mirth_defect(c, line->source,
                     "a role's line without its trigger; expected `role`, `frame:` or `word:`");
    if (!strcmp(line->chapter, "gags") && strncmp(line->when, "at ", 3) != 0 &&
        !strstr(line->when, "frame:") && !strstr(line->when, "word:"))
        mirth_defect(c, line->source,
                     "a beat without its place; expected `at MILESTONE`, `frame:` or `word:`");
    if (!strcmp(line->chapter, "faults") && !is_of_fable(line) &&
        !mirth_has_condition(line, "image") && !mirth_has_condition(line, "closing") &&
        strncmp(line->when, "at ", 3) != 0)
        mirth_finding(
            c, line->source,
            "expected `image`, `fable`, `scene`, `ending`, `closing` or `at MILESTONE` in "
            "front");
    if (!strcmp(line->chapter, "faults") && is_of_fable(line) && strcmp(line->entry, "any") &&
        needs_another(gag_of(c, line), line->entry))
        mirth_finding(c, line->source,
                      "a fable that nobody tells: the gag needs another fault; expected `%s` among "
                      "those that it needs",
                      line->entry);
    if (!strcmp(line->chapter, "headlines") && !strcmp(line->entry, "any") &&
        !strstr(line->when, "word:"))
        mirth_defect(c, line->source, "a headline for any entry; expected `word: WORDS` in front");
}

/* `needs: component`, `needs: impersonal`, `needs: lasted >= 2h`, `needs: fault
 * disk-full|log-growth` */
static bool is_need(const struct mirth_checker *c, struct mirth_slice need)
{
    static const struct condition wants[] = {{"fault", FAULT, "", ""}, {"lasted >=", SPAN, "", ""}};
    if (mirth_among("component culprit false-trail impersonal", need))
        return true;
    for (size_t i = 0; i < sizeof wants / sizeof *wants; i++)
        if (begins(need, wants[i].name))
            return is_value(c, &wants[i], behind(need, wants[i].name));
    return false;
}

static bool check_span(struct mirth_checker *c, const struct mirth_entry *gag,
                       struct mirth_slice span)
{
    struct mirth_slice name = {0};
    mirth_cut(&span, ':', &name);
    span = mirth_trim(span);
    if (mirth_same_text(name, "being") && span.len) {
        if (memchr(span.at, '{', span.len) && !mirth_same_text(span, "{culprit:the}"))
            mirth_defect(c, gag->source,
                         "gag `%s`: `being: %.*s`; expected a name, or `{culprit:the}`", gag->name,
                         (int)span.len, span.at);
        return true;
    }
    if (!mirth_same_text(name, "needs") || !is_need(c, span))
        mirth_defect(c, gag->source,
                     "gag `%s`: unknown `%.*s: %.*s`; expected `being:` or `needs:`", gag->name,
                     (int)name.len, name.at, (int)span.len, span.at);
    return false;
}

/* A plant without its payoff is a riddle; a payoff without its plant another. */
void mirth_check_callback(struct mirth_checker *c, const struct mirth_entry *pair)
{
    bool plant = false, payoff = false;
    for (size_t i = 0; i < pair->count; i++) {
        const struct mirth_line *line = &c->book->lines[pair->first + i];
        bool first = mirth_has_condition(line, "plant");
        plant |= first;
        payoff |= !first && mirth_has_condition(line, "payoff");
        if (!first && !mirth_has_condition(line, "payoff"))
            mirth_finding(c, line->source, "half of a callback; expected `plant` or `payoff`");
        else if (!strstr(line->when, "word:") && !strstr(line->when, "frame:"))
            mirth_finding(c, line->source,
                          "a callback that fits anything; expected `frame:` or `word:` beside it");
    }
    if (!plant || !payoff)
        mirth_finding(c, pair->source, "callback `%s` has no `%s`; expected both halves",
                      pair->name, plant ? "payoff" : "plant");
}

static bool has_beat(const struct mirth_checker *c, const struct mirth_entry *gag, const char *at)
{
    for (size_t i = 0; i < gag->count; i++)
        if (mirth_has_condition(&c->book->lines[gag->first + i], at))
            return true;
    return false;
}

void mirth_check_gag(struct mirth_checker *c, const struct mirth_entry *gag)
{
    struct mirth_slice rest = mirth_slice_of(gag->note), piece;
    bool being = false;
    for (bool code = false; mirth_cut(&rest, '`', &piece); code = !code)
        if (code)
            being |= check_span(c, gag, piece);
    if (c->below && mirth_book_find(c->below, "gags", gag->name))
        return; /* more beats for one that is there */
    if (!being)
        mirth_defect(c, gag->source, "gag `%s` has no `being: NAME` under its heading", gag->name);
    if (!has_beat(c, gag, "at opening"))
        mirth_finding(c, gag->source, "gag `%s` has no `at opening`; expected its want", gag->name);
    if (!has_beat(c, gag, "at closing"))
        mirth_finding(c, gag->source, "gag `%s` has no `at closing`; expected its payoff",
                      gag->name);
}
