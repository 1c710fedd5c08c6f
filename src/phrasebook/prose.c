/* prose.c: what a theme's line must not hold: digits, dashes, mark-up, what does not balance. */
#include <string.h>

#include "phrasebook/check.h"

/* The pictographs of Unicode 10 (2017) and before: what every reader's fonts have. */
static bool is_emoji(unsigned long c)
{
    static const unsigned long ranges[][2] = {
        {0x203c, 0x203c},   {0x2049, 0x2049},   {0x2190, 0x21ff},   {0x2300, 0x23ff},
        {0x2460, 0x24ff},   {0x25a0, 0x27bf},   {0x2900, 0x297f},   {0x2b00, 0x2bff},
        {0x1f004, 0x1f004}, {0x1f0cf, 0x1f0cf}, {0x1f191, 0x1f19a}, {0x1f300, 0x1f64f},
        {0x1f680, 0x1f6d4}, {0x1f6e0, 0x1f6ec}, {0x1f6f0, 0x1f6f8}, {0x1f910, 0x1f93e},
        {0x1f940, 0x1f94c}, {0x1f950, 0x1f96b}, {0x1f980, 0x1f997}, {0x1f9c0, 0x1f9c0},
        {0x1f9d0, 0x1f9e6},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (c >= ranges[i][0] && c <= ranges[i][1])
            return true;
    return false;
}

static void check_emoji(struct mirth_checker *c, const struct mirth_line *line)
{
    size_t len;
    unsigned long point = mirth_code_point(line->text, &len);
    if (line->text[len])
        mirth_finding(c, line->source, "`%s` is more than one code point; expected one emoji",
                      line->text);
    else if (!is_emoji(point))
        mirth_finding(c, line->source, "`%s` (U+%04lX) is no emoji of Unicode 10 or older",
                      line->text, point);
}

static void check_characters(struct mirth_checker *c, const struct mirth_line *line)
{
    const char *digit = strpbrk(line->text, "0123456789");
    size_t len;
    if (digit)
        mirth_defect(c, line->source, "the digit `%c`; expected words (digits are facts)", *digit);
    for (const char *s = line->text; *s; s += len) {
        unsigned long point = mirth_code_point(s, &len);
        if (point == 0x2014 || point == 0x2015)
            mirth_finding(c, line->source, "an em dash; expected a comma or a full stop");
        if (point >= 0x1f000 || point == 0xfe0f || (point >= 0x2600 && point <= 0x27bf))
            mirth_finding(c, line->source, "`%.*s` in a line; expected emoji in `## emoji` only",
                          (int)len, s);
    }
}

static size_t count(const char *text, const char *mark)
{
    size_t n = 0;
    for (const char *s = text; (s = strstr(s, mark)); s += strlen(mark))
        n++;
    return n;
}

/* "*“So it *is* back,” said the owl.*": Markdown has no italics inside italics. */
static bool has_nested_italics(const char *text)
{
    bool open = false;
    for (const char *s = text; *s; s++) {
        bool begins = s == text || s[-1] == ' ' || (unsigned char)s[-1] >= 0x80;
        if (*s != '*')
            continue;
        if (open && begins && (mirth_is_letter(s[1]) || (unsigned char)s[1] >= 0x80))
            return true;
        open = !open;
    }
    return false;
}

static void check_balance(struct mirth_checker *c, const struct mirth_line *line)
{
    size_t open = count(line->text, "“"), close = count(line->text, "”");
    const char *first = strstr(line->text, "“"), *last = strstr(line->text, "”");
    if (open != close || (open && last < first))
        mirth_finding(c, line->source, "quotation marks “” that do not balance");
    if (count(line->text, "\"") % 2)
        mirth_finding(c, line->source, "a quotation mark \" without its other half");
    if (count(line->text, "*") % 2)
        mirth_finding(c, line->source, "an asterisk without its other half");
    else if (has_nested_italics(line->text))
        mirth_finding(c, line->source, "italics inside italics; expected one or the other");
    if (count(line->text, "(") != count(line->text, ")"))
        mirth_finding(c, line->source, "a bracket without its other half");
    if (count(line->text, "`") % 2)
        mirth_finding(c, line->source, "a backquote without its other half");
}

/* It stands in bold before the record's own sentence. */
static void check_headline(struct mirth_checker *c, const struct mirth_line *line)
{
    size_t len = strlen(line->text);
    if (!len || !strchr(".?", line->text[len - 1]))
        mirth_finding(c, line->source,
                      "a headline without its stop; expected `.` or `?` at its end");
    if (strpbrk(line->text, "*_!:"))
        mirth_finding(c, line->source, "`*`, `_`, `!` or `:` in a headline; expected plain words");
}

static size_t most_words(const struct mirth_checker *c, const struct mirth_line *line)
{
    if (!strcmp(line->chapter, "faults"))
        return mirth_has_condition(line, "fable")     ? 90
               : mirth_has_condition(line, "scene")   ? 60
               : mirth_has_condition(line, "ending")  ? 50
               : mirth_has_condition(line, "image")   ? 30
               : mirth_has_condition(line, "closing") ? 20
                                                      : 14;
    if (strcmp(line->chapter, "gags") != 0)
        return c->chapter->words;
    return mirth_has_condition(line, "at title")     ? 0
           : mirth_has_condition(line, "at opening") ? 35
           : mirth_has_condition(line, "at closing") ? 25
                                                     : 14;
}

void mirth_check_prose(struct mirth_checker *c, const struct mirth_line *line)
{
    size_t most = most_words(c, line);
    size_t words = mirth_count_words(mirth_slice_of(line->text));
    if (!strcmp(line->chapter, "emoji")) {
        check_emoji(c, line);
        return;
    }
    check_characters(c, line);
    check_balance(c, line);
    if (most && words > most)
        mirth_finding(c, line->source, "%zu words; expected at most %zu", words, most);
    if (!strcmp(line->chapter, "headlines"))
        check_headline(c, line);
    if (!strcmp(line->chapter, "pictures") && count(line->text, " | ") != 1)
        mirth_finding(c, line->source, "no caption; expected `alt text | caption`");
}
