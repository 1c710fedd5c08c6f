/* layout.c: where everything goes: the edits of the edition, in order. */
#include "retell/telling.h"

#include <stdlib.h>
#include <string.h>

#include "retell/box.h"
#include "understand/labels.h"
#include "understand/understand.h"

struct layout {
    struct mirth_telling *t;
    struct mirth_retelling *out;
    struct mirth_buffer text; /* scratch */
    const char *tailed[32];   /* sections whose heading has its tail */
    size_t tailed_count;
    bool opened, middle;
    enum mirth_piece_kind kind; /* of the next edits, for the length budget */
};

static bool is(const char *a, const char *b)
{
    return a && !strcmp(a, b);
}

static bool add_edit(struct layout *l, size_t at, size_t len, struct mirth_slice text, bool ours)
{
    struct mirth_story *story = l->t->story;
    struct mirth_retelling *out = l->out;
    char *copy;
    if (!text.len)
        return true;
    copy = mirth_pool_copy(&story->pool, text.at, text.len);
    if (!copy || !mirth_pool_grow(&story->pool, (void **)&out->edits, out->count, &out->room,
                                  sizeof *out->edits))
        return false;
    out->edits[out->count] = (struct mirth_edit){.span = {at, len},
                                                 .text = copy,
                                                 .len = text.len,
                                                 .ours = ours,
                                                 .order = out->count,
                                                 .kind = l->kind};
    out->count++;
    return true;
}

static bool insert(struct layout *l, size_t at, const struct mirth_buffer *text)
{
    return !text->spent && add_edit(l, at, 0, mirth_buffer_slice(text), true);
}

/* Past the line that holds `at` and, of a setext heading, past its underline. */
static size_t block_end(const struct mirth_story *story, size_t at)
{
    const char *s = story->source;
    size_t end = at, next;
    while (end < story->length && s[end] != '\n' && s[end] != '\r')
        end++;
    next = end;
    while (next < story->length && (s[next] == '\n' || s[next] == '\r') && next < end + 2)
        next++;
    if (next > end && next < story->length && (s[next] == '=' || s[next] == '-')) {
        size_t line = next;
        while (line < story->length && s[line] == s[next])
            line++;
        if (line >= story->length || s[line] == '\n' || s[line] == '\r')
            return line;
    }
    return end;
}

/* Whether the line after `end` is blank, or there is none. */
static bool blank_follows(const struct mirth_story *story, size_t end)
{
    size_t lines = 0;
    while (end < story->length && mirth_is_space(story->source[end])) {
        lines += story->source[end++] == '\n';
        if (lines == 2)
            return true;
    }
    return end >= story->length;
}

/* ---- blocks of ours ---- */

static bool pick(struct layout *l, const char *chapter, const char *entry, const char *moment)
{
    struct mirth_place place = {.gap = -1, .moment = moment};
    return entry && mirth_pick_ours(l->t, chapter, entry, &place, mirth_slice("", 0), &l->text);
}

/* `alt text | caption` */
static void put_picture(struct layout *l, const char *slot, struct mirth_buffer *out)
{
    struct mirth_slice rest, alt, caption;
    if (l->t->options->pictures != MIRTH_PICTURES_PLACEHOLDER || !pick(l, "pictures", slot, NULL))
        return;
    rest = mirth_buffer_slice(&l->text);
    if (!mirth_cut(&rest, '|', &alt))
        return;
    mirth_put_text(out, "![");
    mirth_put_slice(out, alt);
    mirth_put_text(out, "](");
    mirth_put_text(out, l->t->options->picture_base);
    mirth_put_text(out, l->t->theme->book->name);
    mirth_put_char(out, '-');
    mirth_put_text(out, slot);
    mirth_put_text(out, ".png)\n");
    caption = mirth_trim(rest);
    if (caption.len) {
        bool spoken = memcmp(caption.at, "\xe2\x80\x9c", 3) == 0;
        mirth_put_text(out, spoken ? "_" : "_\xe2\x80\x9c");
        mirth_put_slice(out, caption);
        mirth_put_text(out, spoken ? "_\n" : "\xe2\x80\x9d_\n");
    }
    mirth_put_char(out, '\n');
}

/* A line of the gag's for that moment, else of the theme's own. */
static void put_said(struct layout *l, const char *moment, const char *chapter,
                     struct mirth_buffer *out)
{
    if (!pick(l, "gags", l->t->gag, moment) && !pick(l, chapter, "any", NULL))
        return;
    if (out->len && !mirth_is_space(out->at[out->len - 1]))
        mirth_put_char(out, ' ');
    mirth_put_slice(out, mirth_buffer_slice(&l->text));
}

/* One piece of the opening, with the white space that sets it off: before it where it follows a
 * title, behind it where it begins the edition. */
static bool add_piece(struct layout *l, size_t at, bool after_title, enum mirth_piece_kind kind,
                      struct mirth_buffer *piece)
{
    struct mirth_buffer out = {0};
    bool ok = true;
    while (piece->len && mirth_is_space(piece->at[piece->len - 1]))
        piece->len--;
    if (piece->len) {
        mirth_put_text(&out, after_title ? "\n\n" : "");
        mirth_put_slice(&out, mirth_buffer_slice(piece));
        mirth_put_text(&out, after_title ? "" : "\n\n");
        l->kind = kind;
        ok = insert(l, at, &out);
        l->kind = MIRTH_FIRM;
    }
    piece->len = 0;
    mirth_buffer_free(&out);
    return ok;
}

/* The opening paragraph: the gag's first words, and the image that explains the fault. */
static bool add_paragraph(struct layout *l, size_t at, bool after_title)
{
    struct mirth_buffer said = {0}, image = {0};
    bool ok = true;
    put_said(l, "opening", "opening", &said);
    if (said.len) {
        mirth_put_text(&image, after_title ? "\n\n" : "");
        mirth_put_slice(&image, mirth_buffer_slice(&said));
        ok = insert(l, at, &image);
    }
    image.len = 0;
    if (ok && said.len && pick(l, "faults", l->t->story->digest.fault, "image")) {
        mirth_put_char(&image, ' ');
        mirth_put_slice(&image, mirth_buffer_slice(&l->text));
        l->kind = MIRTH_AN_IMAGE;
        ok = insert(l, at, &image);
        l->kind = MIRTH_FIRM;
    }
    image.len = 0;
    if (ok && said.len && !after_title) {
        mirth_put_text(&image, "\n\n");
        ok = insert(l, at, &image);
    }
    mirth_buffer_free(&said);
    mirth_buffer_free(&image);
    return ok;
}

/* Picture, box, opening. */
static bool add_opening(struct layout *l, size_t at, bool after_title)
{
    struct mirth_buffer piece = {0};
    bool ok;
    l->opened = true;
    put_picture(l, "title", &piece);
    ok = add_piece(l, at, after_title, MIRTH_TITLE_PICTURE, &piece);
    if (ok && l->t->options->mirth > 0) {
        mirth_box(l->t, &piece);
        ok = add_piece(l, at, after_title, MIRTH_THE_BOX, &piece) &&
             add_paragraph(l, at, after_title);
    }
    mirth_buffer_free(&piece);
    return ok;
}

static void put_credit(struct layout *l, struct mirth_buffer *out)
{
    const struct mirth_line *line;
    if (!mirth_book_entry(l->t->english_book, "credit", l->t->being ? "any" : "none", &line))
        return;
    for (const char *s = line->text; *s;) {
        if (l->t->being && !strncmp(s, "{being:cap}", 11)) {
            mirth_put_char(out, mirth_upper(l->t->being[0]));
            mirth_put_text(out, l->t->being + 1);
            s += 11;
        } else {
            mirth_put_char(out, *s++);
        }
    }
    mirth_put_char(out, '\n');
}

/* The farewell (mostly the cause), the gag's payoff, the credit: a paragraph and a line. */
static bool add_farewell(struct layout *l, size_t end)
{
    const struct mirth_story *story = l->t->story;
    struct mirth_buffer out = {0};
    bool any, payoff, ok = true;
    mirth_put_text(&out, "\n\n");
    ok = insert(l, end, &out);
    out.len = 0;
    if ((any = pick(l, "closing", "any", NULL))) {
        mirth_put_slice(&out, mirth_buffer_slice(&l->text));
        mirth_put_char(&out, ' ');
    }
    payoff = pick(l, "gags", l->t->gag, "closing") ||
             pick(l, "faults", story->digest.fault, "closing");
    l->kind = payoff ? MIRTH_A_FAREWELL : MIRTH_FIRM;
    ok = ok && (!any || insert(l, end, &out));
    l->kind = MIRTH_FIRM;
    out.len = 0;
    if (payoff)
        mirth_put_slice(&out, mirth_buffer_slice(&l->text));
    mirth_put_text(&out, "\n\n");
    put_credit(l, &out);
    while (out.len && mirth_is_space(out.at[out.len - 1]))
        out.len--;
    ok = ok && insert(l, end, &out);
    mirth_buffer_free(&out);
    return ok;
}

static bool add_closing(struct layout *l)
{
    const struct mirth_story *story = l->t->story;
    struct mirth_buffer out = {0};
    size_t end = story->length;
    bool ok;
    while (end > story->body && mirth_is_space(story->source[end - 1]))
        end--;
    put_picture(l, "end", &out);
    ok = add_piece(l, end, true, MIRTH_LAST_PICTURE, &out);
    mirth_buffer_free(&out);
    return ok && (l->t->options->mirth < 1 || add_farewell(l, end));
}

/* A line that shares its paragraph with others: Markdown would run them together. */
static bool is_crowded(const struct mirth_story *story, size_t row)
{
    const struct mirth_row *r = &story->rows[row];
    bool follows = row + 1 < story->row_count && !r[1].first && r[1].number == r->number + 1;
    return r->block == MIRTH_PARAGRAPH && !r->item && !r->html && !r->quoted &&
           (!r->first || follows);
}

/* ---- headings ---- */

/* Where a tail goes: inside the marks, the code span, before the colon. SIZE_MAX: nowhere. */
static size_t tail_place(const struct mirth_story *story, struct mirth_span text)
{
    size_t end = text.at + text.len;
    while (end > text.at && strchr("*_`:\\ ", story->source[end - 1]))
        end--;
    if (end == text.at || strchr(".?!>", story->source[end - 1]))
        return SIZE_MAX;
    return end;
}

static bool holds_emoji(const struct mirth_story *story, struct mirth_span text)
{
    for (size_t i = text.at; i < text.at + text.len; i++) {
        unsigned char c = (unsigned char)story->source[i];
        if (c == 0xf0 || (c == 0xe2 && (unsigned char)story->source[i + 1] >= 0x86))
            return true;
    }
    return false;
}

static const char *emoji_of(const struct layout *l, const char *key)
{
    const struct mirth_line *line;
    return key && mirth_book_entry(l->t->theme->book, "emoji", key, &line) ? line->text : NULL;
}

/* What follows {title} or {heading} in a phrasing that begins with it. */
static bool add_tail(struct layout *l, const struct mirth_part *part, const char *chapter,
                     const char *entry, const char *moment)
{
    struct mirth_slice given = part->flat, said;
    size_t at = tail_place(l->t->story, part->text);
    struct mirth_place place = {.gap = -1, .moment = moment};
    const char *gag = moment ? l->t->gag : NULL;
    if (at == SIZE_MAX || !given.len)
        return true;
    if (!(gag && mirth_pick_ours(l->t, "gags", gag, &place, given, &l->text))) {
        place.moment = NULL;
        if (!mirth_pick_ours(l->t, chapter, entry, &place, given, &l->text))
            return true;
    }
    said = mirth_buffer_slice(&l->text);
    if (said.len <= given.len || !mirth_same_nocase(mirth_slice(said.at, given.len), given))
        return true;
    return add_edit(l, at, 0, mirth_slice(said.at + given.len, said.len - given.len), true);
}

static bool add_heading_emoji(struct layout *l, const struct mirth_part *part)
{
    const char *emoji = emoji_of(l, part->name);
    size_t end = tail_place(l->t->story, part->text);
    bool ok;
    if (end == SIZE_MAX)
        end = part->text.at + part->text.len;
    if (!emoji || l->t->options->emoji == MIRTH_EMOJI_NONE ||
        holds_emoji(l->t->story, l->t->story->rows[part->row].text))
        return true;
    l->text.len = 0;
    mirth_put_char(&l->text, ' ');
    mirth_put_text(&l->text, emoji);
    ok = insert(l, end, &l->text);
    return ok;
}

static bool add_opener(struct layout *l, const struct mirth_part *part)
{
    const struct mirth_story *story = l->t->story;
    size_t end = block_end(story, part->text.at + part->text.len);
    struct mirth_buffer out = {0};
    bool ok;
    if (!pick(l, "opener", part->name, NULL))
        return true;
    mirth_put_text(&out, "\n\n");
    mirth_put_slice(&out, mirth_buffer_slice(&l->text));
    if (!blank_follows(story, end))
        mirth_put_char(&out, '\n');
    l->kind = MIRTH_AN_OPENER;
    ok = insert(l, end, &out);
    l->kind = MIRTH_FIRM;
    mirth_buffer_free(&out);
    return ok;
}

static size_t line_start(const struct mirth_story *story, size_t at)
{
    while (at > story->body && story->source[at - 1] != '\n' && story->source[at - 1] != '\r')
        at--;
    return at;
}

static bool add_middle_picture(struct layout *l, const struct mirth_part *part)
{
    struct mirth_buffer out = {0};
    size_t at = line_start(l->t->story, part->text.at);
    bool ok;
    if (l->middle || strncmp(part->name, "root-cause", 10) || !part->row)
        return true;
    l->middle = true;
    if (at > 1 && l->t->story->source[at - 2] != '\n' && !l->t->story->crlf)
        mirth_put_char(&out, '\n');
    put_picture(l, "middle", &out);
    l->kind = MIRTH_MIDDLE_PICTURE;
    ok = insert(l, at, &out);
    l->kind = MIRTH_FIRM;
    mirth_buffer_free(&out);
    return ok;
}

static bool is_tailed(struct layout *l, const char *name)
{
    for (size_t i = 0; i < l->tailed_count; i++)
        if (is(l->tailed[i], name))
            return true;
    if (l->tailed_count < sizeof l->tailed / sizeof *l->tailed)
        l->tailed[l->tailed_count++] = name;
    return false;
}

static bool add_section(struct layout *l, const struct mirth_part *part)
{
    const struct mirth_row *row = &l->t->story->rows[part->row];
    bool flat = !row->depth && !row->quoted && row->block != MIRTH_TABLE;
    bool first = !is(part->name, "other") && !is_tailed(l, part->name);
    if (flat && !add_middle_picture(l, part))
        return false;
    if (flat && l->t->options->mirth > 0 && is_crowded(l->t->story, part->row) &&
        !add_edit(l, row->text.at, 0, mirth_slice_of("## "), true))
        return false;
    if (first && flat && l->t->options->mirth > 0 &&
        !add_tail(l, part, "heading", part->name, NULL))
        return false;
    if (first && !add_heading_emoji(l, part))
        return false;
    return !first || !flat || l->t->options->mirth < 1 || add_opener(l, part);
}

static bool add_title(struct layout *l, const struct mirth_part *part)
{
    const struct mirth_story *story = l->t->story;
    size_t end = block_end(story, part->text.at + part->text.len);
    struct mirth_buffer out = {0};
    bool ok;
    if (l->opened)
        return true;
    if (l->t->options->mirth > 0 && !add_tail(l, part, "title", "any", "title"))
        return false;
    ok = add_opening(l, end, true);
    if (ok && !blank_follows(story, end)) {
        mirth_put_char(&out, '\n');
        ok = insert(l, end, &out);
    }
    mirth_buffer_free(&out);
    return ok;
}

/* ---- lines of the record ---- */

static const char *emoji_for(const struct layout *l, const struct mirth_part *part)
{
    const char *emoji = NULL;
    if (part->kind == MIRTH_FIELD)
        return emoji_of(l, part->name);
    if (part->kind != MIRTH_EVENT)
        return NULL;
    for (size_t k = 0; k < part->clause_count && !emoji; k++)
        emoji = emoji_of(l, part->clauses[k].frame);
    return emoji; /* an emoji says what kind of entry it is, or is not there */
}

static bool is_task(const struct mirth_part *part)
{
    return part->kind == MIRTH_MEASURE &&
           (is(part->section, "actions") || is(part->field, "tasks"));
}

/* Entries, labels and tasks on lines of their own become a list. */
static bool wants_bullet(const struct mirth_story *story, const struct mirth_part *part)
{
    const char *s = story->source + story->rows[part->row].text.at;
    return part->kind != MIRTH_PROSE && !part->cell && is_crowded(story, part->row) &&
           ((unsigned char)s[0] >= 0xf0 || (unsigned char)s[0] < 0x80) && s[0] != '-' && s[0] != '>';
}

/* A check box before a task, an emoji before an entry. */
static bool add_front(struct layout *l, const struct mirth_part *part)
{
    const struct mirth_story *story = l->t->story;
    const struct mirth_row *row = &story->rows[part->row];
    const char *emoji = emoji_for(l, part);
    l->text.len = 0;
    if (l->t->options->mirth > 0 && wants_bullet(story, part))
        mirth_put_text(&l->text, "- ");
    if (l->t->options->mirth > 0 && is_task(part) && row->item && !row->html && story->source[row->text.at] != '[')
        mirth_put_text(&l->text, "[ ] ");
    if (emoji && l->t->options->emoji == MIRTH_EMOJI_FULL && !part->cell &&
        row->block == MIRTH_PARAGRAPH && !mirth_decoration(mirth_slice(
            story->source + row->text.at, part->label.len))) {
        mirth_put_text(&l->text, emoji);
        mirth_put_char(&l->text, ' ');
    }
    return insert(l, row->text.at, &l->text);
}

/* A time that no mark sets off is set in bold. */
static bool add_bold_time(struct layout *l, const struct mirth_part *part)
{
    const struct mirth_story *story = l->t->story;
    size_t at, end;
    if (l->t->options->mirth < 1 || !part->time.len || part->cell || story->rows[part->row].html)
        return true;
    at = (size_t)(part->time.at - story->source);
    end = at + part->time.len;
    for (size_t i = part->label.at; i < part->label.at + part->label.len; i++)
        if (strchr("*_`[", story->source[i]))
            return true;
    if (end < story->length && story->source[end] == ':')
        end++;
    return add_edit(l, at, 0, mirth_slice("**", 2), true) &&
           add_edit(l, end, 0, mirth_slice("**", 2), true);
}

/* In the record's HTML our emphasis is tags: asterisks would show. */
static void put_tags(struct mirth_buffer *out, struct mirth_slice text)
{
    bool strong = false, em = false;
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] != '*') {
            mirth_put_char(out, text.at[i]);
        } else if (i + 1 < text.len && text.at[i + 1] == '*') {
            mirth_put_text(out, strong ? "</strong>" : "<strong>");
            strong = !strong;
            i++;
        } else {
            mirth_put_text(out, em ? "</em>" : "<em>");
            em = !em;
        }
    }
}

static void to_tags(const struct layout *l, const struct mirth_part *part, struct mirth_buffer *text)
{
    struct mirth_buffer tagged = {0};
    if (!l->t->story->rows[part->row].html || memchr(part->flat.at, '*', part->flat.len))
        return;
    put_tags(&tagged, mirth_buffer_slice(text));
    mirth_buffer_free(text);
    *text = tagged;
}

static enum mirth_piece_kind kind_of(const struct layout *l, const struct mirth_part *part, bool beat)
{
    if (mirth_asks(l->t->story, part))
        return beat ? MIRTH_A_PROMISE : MIRTH_AN_ASIDE;
    if (beat)
        return MIRTH_A_TURN;
    return part->kind == MIRTH_PROSE && !part->field ? MIRTH_A_PROSE : MIRTH_A_STORY;
}

/* What stands there if the budget takes the retelling back: the record's words, key facts bold. */
static bool keep_plain(struct layout *l, struct mirth_part *part, bool told,
                       struct mirth_edit *edit)
{
    struct mirth_buffer whole = {0};
    edit->part = part;
    edit->plain = edit->text;
    edit->plain_len = edit->len;
    if (!told)
        return true;
    for (size_t k = 0; k < part->clause_count; k++) {
        mirth_fill_plain(l->t, &part->clauses[k], mirth_asks(l->t->story, part), &l->text);
        mirth_put_text(&whole, k ? " " : "");
        mirth_put_slice(&whole, mirth_buffer_slice(&l->text));
    }
    to_tags(l, part, &whole);
    edit->plain_len = whole.len;
    edit->plain = mirth_pool_copy(&l->t->story->pool, whole.at, whole.len);
    mirth_buffer_free(&whole);
    return edit->plain != NULL;
}

static bool add_text(struct layout *l, struct mirth_part *part, size_t number, int64_t gap)
{
    struct mirth_buffer whole = {0};
    bool ok = true, beat = false, told = false;
    for (size_t k = 0; k < part->clause_count; k++) {
        mirth_choose(l->t, part, &part->clauses[k], number + k, gap, &l->text);
        told |= part->clauses[k].phrasing != NULL;
        if (k)
            mirth_put_char(&whole, ' ');
        mirth_put_slice(&whole, mirth_buffer_slice(&l->text));
        beat |= l->t->beats[number + k] != NULL;
    }
    to_tags(l, part, &whole);
    if (!mirth_same(mirth_buffer_slice(&whole), part->flat)) {
        l->kind = kind_of(l, part, beat);
        ok = !whole.spent &&
             add_edit(l, part->text.at, part->text.len, mirth_buffer_slice(&whole), false) &&
             keep_plain(l, part, told || beat, &l->out->edits[l->out->count - 1]);
        l->kind = MIRTH_FIRM;
    }
    mirth_buffer_free(&whole);
    return ok;
}

static bool add_line(struct layout *l, size_t index, int64_t *before)
{
    struct mirth_part *part = &l->t->story->parts[index];
    int64_t gap = -1;
    if (part->minutes >= 0) {
        gap = *before < 0 ? -1 : part->minutes - *before;
        *before = part->minutes;
    }
    if (!add_front(l, part) || !add_bold_time(l, part))
        return false;
    if (l->t->options->mirth < 2 || !part->clause_count)
        return true;
    return add_text(l, part, l->t->first_clause[index], gap);
}

/* At the very beginning: the marker, and for a record without a title one of ours. */
static bool add_beginning(struct layout *l)
{
    const struct mirth_story *story = l->t->story;
    struct mirth_buffer out = {0};
    bool ok;
    mirth_put_text(&out, "<!-- postmirth: a ");
    mirth_put_text(&out, l->t->theme->book->name);
    mirth_put_text(&out, " edition");
    if (l->t->options->even_so && story->tone.cap < l->t->options->mirth)
        mirth_put_text(&out, ", even so");
    mirth_put_text(&out, " -->\n");
    if (!story->digest.title) {
        if (l->t->options->mirth > 0 && pick(l, "title", "none", NULL)) {
            mirth_put_text(&out, "# ");
            mirth_put_slice(&out, mirth_buffer_slice(&l->text));
            mirth_put_text(&out, "\n\n");
        }
    }
    ok = insert(l, story->body, &out) &&
         (story->digest.title || add_opening(l, story->body, false));
    mirth_buffer_free(&out);
    return ok;
}

static int by_place(const void *a, const void *b)
{
    const struct mirth_edit *x = a, *y = b;
    if (x->span.at != y->span.at)
        return x->span.at < y->span.at ? -1 : 1;
    return x->order < y->order ? -1 : 1;
}

bool mirth_lay_out(struct mirth_telling *t, struct mirth_retelling *out)
{
    struct layout l = {.t = t, .out = out};
    int64_t before = -1;
    bool ok = add_beginning(&l);
    for (size_t i = 0; i < t->story->part_count && ok; i++) {
        const struct mirth_part *part = &t->story->parts[i];
        if (part->kind == MIRTH_TITLE)
            ok = part->quiet || add_title(&l, part);
        else if (part->kind == MIRTH_SECTION)
            ok = add_section(&l, part);
        else
            ok = add_line(&l, i, &before);
    }
    ok = ok && add_closing(&l) && !l.text.spent;
    mirth_buffer_free(&l.text);
    if (ok)
        mirth_keep_short(t, out);
    if (ok)
        qsort(out->edits, out->count, sizeof *out->edits, by_place);
    return ok;
}
