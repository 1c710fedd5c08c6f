/* theme.c: a theme's lines: their conditions and, once they are to be said, their templates. */
#include "retell/theme.h"

#include <stdlib.h>
#include <string.h>

static bool begins(struct mirth_slice s, const char *word)
{
    size_t len;
    if (!s.len || s.at[0] != *word) /* which settles most */
        return false;
    len = strlen(word);
    return s.len >= len && !memcmp(s.at, word, len);
}

static struct mirth_slice from(struct mirth_slice s, size_t at)
{
    return mirth_trim(mirth_slice(s.at + at, s.len - at));
}

/* "1h", "30m", "2d", "12": minutes, or a count. */
static int32_t read_number(struct mirth_slice s)
{
    int32_t n = 0;
    size_t i = 0;
    while (i < s.len && mirth_is_digit(s.at[i]) && n < 100000)
        n = n * 10 + (s.at[i++] - '0');
    if (i < s.len && s.at[i] == 'h')
        n *= 60;
    if (i < s.len && s.at[i] == 'd')
        n *= 24 * 60;
    return n;
}

static struct mirth_condition read_condition(struct mirth_slice s)
{
    static const struct {
        const char *word;
        enum mirth_condition_kind kind;
    } kinds[] = {
        /* the most frequent first */
        {"frame:", MIRTH_C_FRAME}, {"word:", MIRTH_C_WORD},       {"at ", MIRTH_C_AT},
        {"fault:", MIRTH_C_FAULT}, {"while:", MIRTH_C_WHILE},     {"gag:", MIRTH_C_GAG},
        {"best", MIRTH_C_BEST},    {"in:", MIRTH_C_IN},           {"verb:", MIRTH_C_VERB},
        {"gap >=", MIRTH_C_GAP},   {"lasted >=", MIRTH_C_LASTED}, {"words <=", MIRTH_C_WORDS},
        {"voice:", MIRTH_C_VOICE}, {"said:", MIRTH_C_SAID},       {"telling:", MIRTH_C_TELLING},
        {"needs:", MIRTH_C_NEEDS}, {"tail:", MIRTH_C_TAIL}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (begins(s, kinds[i].word)) {
            struct mirth_slice value = from(s, strlen(kinds[i].word));
            return (struct mirth_condition){value, NULL, read_number(value),
                                            (uint8_t)kinds[i].kind};
        }
    return (struct mirth_condition){s, NULL, 0, MIRTH_C_KEY};
}

size_t mirth_read_conditions(struct mirth_pool *pool, const char *text,
                             struct mirth_condition **out)
{
    struct mirth_condition found[MIRTH_LINE_CONDITIONS];
    struct mirth_slice rest = mirth_slice_of(text), piece;
    size_t n = 0;
    while (n < MIRTH_LINE_CONDITIONS && mirth_cut(&rest, ',', &piece))
        if (piece.len)
            found[n++] = read_condition(piece);
    *out = n ? mirth_pool_room(pool, n, sizeof **out) : NULL;
    if (!*out)
        return 0;
    memcpy(*out, found, n * sizeof **out);
    return n;
}

static struct mirth_piece read_slot(struct mirth_slice inside)
{
    static const char others[] = "was|is|has|it|does|its|s|head|plural";
    struct mirth_piece piece = {.slot = true, .prints = true};
    struct mirth_slice modifier;
    if (!mirth_cut(&inside, ':', &piece.text))
        piece.text = inside;
    for (size_t i = 0; i < 3 && mirth_cut(&inside, ':', &modifier); i++) {
        piece.modifiers[i] = modifier;
        piece.prints &= !mirth_one_of(mirth_slice_of(others), modifier);
    }
    return piece;
}

/* Cuts a literal or a slot off a template; a slot's text is with its braces. False at the end. */
static bool cut_piece(struct mirth_slice *rest, struct mirth_slice *text, bool *slot)
{
    const char *open = rest->len ? memchr(rest->at, '{', rest->len) : NULL;
    const char *close = open ? memchr(open, '}', rest->len - (size_t)(open - rest->at)) : NULL;
    *slot = open == rest->at && close;
    text->at = rest->at;
    text->len = *slot ? (size_t)(close - open) + 1 : close ? (size_t)(open - rest->at) : rest->len;
    rest->at += text->len;
    rest->len -= text->len;
    return text->len > 0;
}

static size_t read_pieces(const char *template, struct mirth_piece *pieces)
{
    struct mirth_slice rest = mirth_slice_of(template), text;
    size_t n = 0;
    bool slot;
    while (n < MIRTH_LINE_PIECES && cut_piece(&rest, &text, &slot))
        pieces[n++] = slot ? read_slot(mirth_slice(text.at + 1, text.len - 2))
                           : (struct mirth_piece){.text = text};
    return n;
}

size_t mirth_own_words(struct mirth_phrasing *p)
{
    struct mirth_slice rest = mirth_slice_of(p->line->text), text;
    bool slot;
    if (p->words)
        return p->words - 1;
    p->words = 1;
    for (size_t n = 0; n < MIRTH_LINE_PIECES && cut_piece(&rest, &text, &slot); n++)
        p->words += slot ? 0 : mirth_count_words(text);
    return p->words - 1;
}

/* ". *No motive.*" */
static bool begins_anew(struct mirth_slice s)
{
    const char *stop = memchr(s.at, '.', s.len);
    return stop && mirth_count_words(mirth_slice(stop, (size_t)(s.at + s.len - stop)));
}

/* A tag begins a sentence of ours after the last slot of the record's. */
static bool has_tag(const struct mirth_phrasing *p)
{
    size_t last = p->piece_count;
    struct mirth_slice s;
    while (last &&
           (!p->pieces[last - 1].slot || mirth_same_text(p->pieces[last - 1].text, "being") ||
            mirth_same_text(p->pieces[last - 1].text, "component") ||
            mirth_same_text(p->pieces[last - 1].text, "culprit") ||
            mirth_same_text(p->pieces[last - 1].text, "length")))
        last--;
    if (last >= p->piece_count)
        return false;
    s = p->pieces[last].text;
    return p->piece_count > last + 1 || mirth_count_words(s) > 2 || begins_anew(s);
}

bool mirth_theme_open(struct mirth_theme *theme, struct mirth_phrasing *p)
{
    struct mirth_piece pieces[MIRTH_LINE_PIECES];
    if (p->pieces)
        return true;
    p->piece_count = read_pieces(p->line->text, pieces);
    p->pieces = mirth_pool_room(&theme->pool, p->piece_count + 1, sizeof *pieces);
    if (!p->pieces)
        return false;
    memcpy(p->pieces, pieces, p->piece_count * sizeof *pieces);
    for (size_t i = 0; i < p->piece_count; i++) {
        p->whole |= pieces[i].slot && mirth_same_text(pieces[i].text, "clause");
        p->rest |= pieces[i].slot && mirth_same_text(pieces[i].text, "rest");
        p->adverb |= pieces[i].slot && mirth_same_text(pieces[i].text, "adv");
    }
    p->tag = has_tag(p);
    return true;
}

struct mirth_theme *mirth_theme_new(const struct mirth_book *book)
{
    struct mirth_theme *theme = calloc(1, sizeof *theme);
    if (!theme)
        return NULL;
    theme->book = book;
    theme->entries = mirth_pool_array(&theme->pool, book->entry_count + 1, sizeof *theme->entries);
    if (theme->entries)
        return theme;
    mirth_theme_free(theme);
    return NULL;
}

void mirth_theme_free(struct mirth_theme *theme)
{
    if (!theme)
        return;
    mirth_pool_free(&theme->pool);
    free(theme);
}

static struct mirth_phrasing *make(struct mirth_theme *theme, const struct mirth_entry *entry)
{
    struct mirth_phrasing *p = mirth_pool_array(&theme->pool, entry->count, sizeof *p);
    for (size_t i = 0; p && i < entry->count; i++) {
        p[i].line = &theme->book->lines[entry->first + i];
        p[i].condition_count =
            mirth_read_conditions(&theme->pool, p[i].line->when, &p[i].conditions);
    }
    return theme->pool.spent ? NULL : p;
}

size_t mirth_theme_entry(struct mirth_theme *theme, const char *chapter, const char *name,
                         struct mirth_phrasing **first)
{
    const struct mirth_entry *entry = mirth_book_find(theme->book, chapter, name);
    size_t number = entry ? (size_t)(entry - theme->book->entries) : 0;
    *first = NULL;
    if (!entry || !entry->count)
        return 0;
    if (!theme->entries[number])
        theme->entries[number] = make(theme, entry);
    *first = theme->entries[number];
    return *first ? entry->count : 0;
}

const struct mirth_condition *mirth_condition(const struct mirth_phrasing *phrasing,
                                              enum mirth_condition_kind kind)
{
    for (size_t i = 0; i < phrasing->condition_count; i++)
        if (phrasing->conditions[i].kind == kind)
            return &phrasing->conditions[i];
    return NULL;
}
