/* labels.c: what stands before a text: "**Duration:**", "Timeline", "1. Root cause:". */
#include "understand/labels.h"

#include <string.h>

enum { LONGEST = 70, WORDS = 9 };

/* A byte of a symbol: U+2190 and up (E2 86 ..), emoji (F0), variation selectors (EF B8). Letters
 * of any script stay. */
static size_t symbol_length(struct mirth_slice s)
{
    unsigned char a = (unsigned char)s.at[0], b = s.len > 1 ? (unsigned char)s.at[1] : 0;
    if (a == 0xf0 && (b == 0x9f))
        return 4 <= s.len ? 4 : s.len;
    if (a == 0xe2 && b >= 0x86 && b <= 0xaf)
        return 3 <= s.len ? 3 : s.len;
    if (a == 0xe2 && b == 0x80 && s.len > 2 && (s.at[2] == '\x8d' || s.at[2] == '\xa2'))
        return 3; /* a joiner, a bullet */
    return a == 0xef && b == 0xb8 && s.len > 2 ? 3 : 0;
}

/* ":memo: " */
static size_t shortcode_length(struct mirth_slice s)
{
    size_t n = 1;
    if (s.at[0] != ':')
        return 0;
    while (n < s.len && n < 32 && (mirth_is_lower(s.at[n]) || s.at[n] == '_'))
        n++;
    return n > 2 && n + 1 < s.len && s.at[n] == ':' && s.at[n + 1] == ' ' ? n + 2 : 0;
}

/* "12:30" behind a number: "10.12:30 PM" */
static bool is_clock(struct mirth_slice s)
{
    size_t n = 0;
    while (n < s.len && n < 3 && mirth_is_digit(s.at[n]))
        n++;
    return n && n < 3 && n + 2 < s.len && s.at[n] == ':' && mirth_is_digit(s.at[n + 1]) &&
           mirth_is_digit(s.at[n + 2]);
}

static size_t number_length(struct mirth_slice s)
{
    size_t n = 0;
    while (n < s.len && n < 3 && mirth_is_digit(s.at[n]))
        n++;
    if (!n || n + 2 >= s.len || (s.at[n] != '.' && s.at[n] != ')'))
        return 0;
    return s.at[n + 1] == ' ' || is_clock(mirth_slice(s.at + n + 1, s.len - n - 1)) ? n + 1 : 0;
}

size_t mirth_decoration(struct mirth_slice text)
{
    size_t i = 0, step;
    while (i < text.len) {
        struct mirth_slice rest = mirth_slice(text.at + i, text.len - i);
        if (rest.len >= 4 && rest.at[0] == '[' && rest.at[2] == ']' && mirth_is_space(rest.at[3]))
            step = 4;
        else if (mirth_is_space(rest.at[0]))
            step = 1;
        else if (!(step = symbol_length(rest)) && !(step = shortcode_length(rest)))
            step = number_length(rest);
        if (!step)
            break;
        i += step;
    }
    return i;
}

static size_t marks(struct mirth_slice s, size_t at)
{
    size_t n = 0;
    while (at + n < s.len && n < 3 &&
           (s.at[at + n] == '*' || s.at[at + n] == '_' || s.at[at + n] == '`'))
        n++;
    return n;
}

/* "Impact:Users waited": a space was forgotten; "std::Vec", "host:PORT" have none. */
static bool is_glued(struct mirth_slice s, size_t colon)
{
    return colon && colon + 2 < s.len && mirth_is_alpha(s.at[colon - 1]) &&
           mirth_is_upper(s.at[colon + 1]) && mirth_is_lower(s.at[colon + 2]);
}

/* Where the name ends: at the mark that closes it, or at its colon. */
static size_t name_end(struct mirth_slice s, size_t at, size_t opened)
{
    size_t i = at;
    while (i < s.len && i < at + LONGEST) {
        if (mirth_is_alpha(s.at[i]) || s.at[i] == ' ') {
            i++;
            continue;
        }
        if (s.at[i] == ':' &&
            (i + 1 >= s.len || mirth_is_among(" *_`\t", s.at[i + 1]) || is_glued(s, i)))
            break;
        if (opened && marks(s, i) >= opened && s.at[i] == s.at[at - 1])
            break;
        if (!opened && mirth_is_among(".!?;*`", s.at[i]) && (i + 1 >= s.len || s.at[i + 1] == ' '))
            return at;
        i++;
    }
    return i < at + LONGEST ? i : at;
}

/* `**Postmortem: a title**`: where the marks close that began the line, if that is at its end. */
static size_t whole_line_end(struct mirth_slice s, size_t at, size_t opened)
{
    size_t end = s.len;
    while (end > at && mirth_is_among("*_`: ", s.at[end - 1]))
        end--;
    if (!opened || end == s.len || marks(s, end) < opened || s.at[end] != s.at[at - 1] ||
        memchr(s.at + at, s.at[at - 1], end - at))
        return 0;
    return end;
}

/* "<b>", "<strong>", "</em>": emphasis in a record's HTML; its length, or 0. */
static size_t tag(struct mirth_slice s, size_t at)
{
    static const char names[] = "b|strong|i|em|u|span|/b|/strong|/i|/em|/u|/span|br|br/";
    size_t n = 1;
    if (at >= s.len || s.at[at] != '<')
        return 0;
    while (at + n < s.len && s.at[at + n] != '>' && s.at[at + n] != ' ')
        n++;
    if (!mirth_one_of(mirth_slice_of(names), mirth_slice(s.at + at + 1, n - 1)))
        return 0;
    while (at + n < s.len && s.at[at + n] != '>')
        n++;
    return at + n < s.len ? n + 1 : 0;
}

/* `<strong>Duration:</strong> text`, `<b>Impact</b>: text` */
static bool tagged_label(struct mirth_slice text, size_t at, struct mirth_label *label)
{
    size_t begin, end, i, len;
    while ((len = tag(text, at)) > 0)
        at += len;
    begin = end = at;
    while (end < text.len && text.at[end] != '<' && end < begin + LONGEST &&
           !(text.at[end] == ':' && (end + 1 >= text.len || !mirth_is_digit(text.at[end + 1]))))
        end++;
    label->name = mirth_trim(mirth_slice(text.at + begin, end - begin));
    label->marked = true;
    for (i = end; i < text.len;) {
        len = tag(text, i);
        label->colon |= text.at[i] == ':';
        if (!len && text.at[i] != ':' && !mirth_is_space(text.at[i]))
            break;
        i += len ? len : 1;
    }
    label->len = i;
    label->whole = i >= text.len;
    return i > end && label->name.len && mirth_count_words(label->name) <= WORDS &&
           (label->colon || label->whole);
}

/* "**Fix.** The cable was replaced": a heading on its paragraph's line. */
static bool is_run_in(struct mirth_slice name)
{
    enum { FEW = 3 };
    return name.len > 2 && name.at[name.len - 1] == '.' && mirth_count_words(name) <= FEW;
}

bool mirth_label_at(struct mirth_slice text, struct mirth_label *label)
{
    size_t at = mirth_decoration(text), opened = marks(text, at), end, i;
    *label = (struct mirth_label){.marked = opened > 0};
    if (tag(text, at))
        return tagged_label(text, at, label);
    at += opened;
    end = whole_line_end(text, at, opened);
    if (!end || end > at + LONGEST * 2)
        end = name_end(text, at, opened);
    label->name = mirth_trim(mirth_slice(text.at + at, end - at));
    if (!label->name.len || mirth_count_words(label->name) > (opened ? 2 * WORDS : WORDS))
        return false;
    for (i = end; i < text.len && mirth_is_among(":*_`", text.at[i]); i++)
        label->colon |= text.at[i] == ':';
    if (opened && is_run_in(label->name)) {
        label->name.len--;
        label->colon = true;
    }
    if (opened && i + 1 < text.len && text.at[i] == ' ' && text.at[i + 1] == ':') {
        label->colon = true; /* "**Impact** : ..." */
        i += 2;
    }
    if (!label->marked && (!label->colon || mirth_count_words(label->name) > 7))
        return false;
    if (label->marked && end + opened > text.len && !label->colon)
        return false;
    while (i < text.len && mirth_is_space(text.at[i]))
        i++;
    label->len = i;
    label->whole = i >= text.len || (i + 1 == text.len && text.at[i] == '\\');
    return label->colon || label->whole;
}

/* A heading's words alone: no marks, numbers, colons, in single spaces. */
static size_t plain(struct mirth_slice text, char *out, size_t room)
{
    size_t n = 0, skip = mirth_decoration(text);
    text = mirth_slice(text.at + skip, text.len - skip);
    while (text.len && mirth_is_among("*_`#> ", text.at[0]))
        text = mirth_slice(text.at + 1, text.len - 1);
    skip = mirth_decoration(text);
    for (size_t i = skip; i < text.len && n + 1 < room; i++) {
        char c = text.at[i];
        if (c == '*' || c == '_' || c == '`' || (unsigned char)c >= 0x80)
            continue;
        if (mirth_is_space(c))
            c = ' ';
        if (c != ' ' || (n && out[n - 1] != ' '))
            out[n++] = c;
    }
    while (n && mirth_is_among(" :.?!-", out[n - 1]))
        n--;
    return n;
}

static const char *name_of(const struct mirth_english *e, struct mirth_slice text, bool section)
{
    const struct mirth_word *w = &e->words[mirth_word(e, text)];
    return mirth_string(e, section ? w->section : w->field);
}

/* "Specific tasks include:", "The root cause was:" */
static size_t without_verb(const struct mirth_english *e, const char *words, size_t n)
{
    size_t at = n;
    while (at && words[at - 1] != ' ')
        at--;
    return at && mirth_lists(e, MIRTH_L_LABEL_VERB, mirth_slice(words + at, n - at)) ? at - 1 : n;
}

bool mirth_label_tells(const struct mirth_english *e, struct mirth_slice text)
{
    char words[160];
    size_t n = plain(text, words, sizeof words), at = without_verb(e, words, n);
    struct mirth_slice last = mirth_slice(words + n, 0);
    if (at < n)
        return true;
    while (last.at > words && last.at[-1] != ' ')
        last = mirth_slice(last.at - 1, last.len + 1);
    return mirth_lists(e, MIRTH_L_LABEL_FINDING, last);
}

/* The word behind the space that words, n bytes of a label, begins with. */
static struct mirth_slice word_behind(const char *words, size_t n)
{
    const char *space = memchr(words + 1, ' ', n - 1);
    return mirth_slice(words + 1, space ? (size_t)(space - words) - 1 : n - 1);
}

/* "Misleading paths that were taken" */
static bool is_aside(const struct mirth_english *e, const char *words, size_t n)
{
    struct mirth_slice word = word_behind(words, n);
    return mirth_lists(e, word.len + 2 < n ? MIRTH_L_LABEL_CLAUSE : MIRTH_L_LABEL_END, word);
}

static const char *canonical(const struct mirth_english *e, const char *words, size_t n,
                             bool section)
{
    const char *name = n ? name_of(e, mirth_slice(words, n), section) : NULL;
    for (size_t cut = n; cut > 2 && !name; cut--) {
        size_t end = cut;
        bool edge = cut < n && !mirth_is_alpha(words[cut]) && mirth_is_among(" (:,-", words[cut]);
        if (!edge)
            continue;
        if (words[cut] == ' ' && (n - cut > 40 || !(section || is_aside(e, words + cut, n - cut))))
            continue;
        while (end && mirth_is_among(" :-,", words[end - 1]))
            end--;
        name = end ? name_of(e, mirth_slice(words, end), section) : NULL;
        if (name && words[cut] == ' ' && memchr(words, ' ', end) == NULL &&
            !mirth_lists(e, MIRTH_L_WHOLE_MARK, word_behind(words + cut, n - cut)) &&
            words[cut + 1] != '(' && words[cut + 1] != '-' && words[cut + 1] != '&')
            name = NULL; /* "Impact analysis of ..." is one, "Fix nginx" is none */
    }
    return name;
}

void mirth_names_of(const struct mirth_english *english, struct mirth_slice text,
                    const char **section, const char **field)
{
    char words[160];
    size_t n = without_verb(english, words, plain(text, words, sizeof words));
    *section = canonical(english, words, n, true);
    *field = canonical(english, words, n, false);
}

const char *mirth_field_name(const struct mirth_english *english, struct mirth_slice text)
{
    const char *section, *field;
    mirth_names_of(english, text, &section, &field);
    return field;
}

const char *mirth_section_ending(const struct mirth_english *e, struct mirth_slice text)
{
    char words[160];
    size_t n = plain(text, words, sizeof words);
    size_t count = mirth_count_words(mirth_slice(words, n));
    for (size_t i = 1; count >= 2 && count <= 6 && i < n; i++) {
        const char *name;
        struct mirth_slice rest = {words + i, n - i};
        if (words[i - 1] != ' ' || (count > 3 && !memchr(rest.at, ' ', rest.len)))
            continue;
        name = name_of(e, rest, true);
        if (name)
            return name;
    }
    return NULL;
}
