/* test_drawings.c: a theme's drawings: what postmirth-book check finds in them. */
#include "books.h"
#include "phrasebook/check.h"

#define TOP     "# d: A\n## gags\n### mule\n`being: the mule`\n- `at opening` The mule sat.\n"
#define PALETTE "## drawings\n### palette\n- red: #ff0000\n- glow: #ffee0080\n"
#define SOMEBODY                                                                                   \
    "### somebody\n- `title|middle` alt A mule | “No.”\n- `end` alt A mule, gone\n"            \
    "- dot red 1 2 3\n"
#define SCENES                                                                                     \
    "### title\n- tells The sign says {component}\n- label red 0 0 90 40 a mystery\n- being 9 9\n" \
    "### middle\n- being 9 9\n### end\n- being 9 9\n"

static void note_finding(void *out, size_t line, const char *message)
{
    mirth_put_number(out, line);
    mirth_put_text(out, ": ");
    mirth_put_text(out, message);
    mirth_put_char(out, '\n');
}

/* What check says of the book's drawings (what it says of the rest is not asked here). */
static struct mirth_buffer findings_of(const char *text, size_t from)
{
    struct mirth_book *english = parse("# english: E\n## lists\n### be\n- is\n## manners\n"
                                       "### pronoun\na pronoun; expected a name\n- his\n");
    struct mirth_book *book = parse(text);
    struct mirth_buffer all = {0}, out = {0};
    struct mirth_slice rest, line;
    mirth_book_check(book, english, note_finding, &all);
    rest = mirth_buffer_slice(&all);
    while (mirth_cut(&rest, '\n', &line))
        if (line.len && strtoul(line.at, NULL, 10) >= from) {
            mirth_put_slice(&out, line);
            mirth_put_char(&out, '\n');
        }
    mirth_buffer_free(&all);
    mirth_book_free(book);
    mirth_book_free(english);
    return out;
}

static const struct {
    const char *text, *finding; /* "": none */
} cases[] = {
    {TOP PALETTE SOMEBODY SCENES, ""},
    {TOP PALETTE "### eye\n- dot glow 0 0 3\n" SOMEBODY "- put eye 1 2 -1.5 30\n" SCENES, ""},
    {TOP PALETTE "- blue: blue\n" SOMEBODY SCENES,
     "10: `blue: blue` is no colour; expected `name: #rrggbb` or `#rrggbbaa`\n"},
    {TOP PALETTE "- red: #00ff00\n" SOMEBODY SCENES, "10: a second `red`; expected one\n"},
    {TOP PALETTE SOMEBODY "- dot blue 1 2 3\n" SCENES,
     "14: no colour `blue`; expected one of `### palette`\n"},
    {TOP PALETTE SOMEBODY "- put eye 1 2\n" SCENES,
     "14: no figure `eye` above; expected one of `## drawings`\n"},
    {TOP PALETTE SOMEBODY "- put somebody 1 2\n" SCENES,
     "14: no figure `somebody` above; expected one of `## drawings`\n"},
    {TOP PALETTE SOMEBODY "- `start` dot red 1 2 3\n" SCENES,
     "14: the condition `start`; expected title, middle, end (with | between them) or "
     "`gag: NAME`\n"},
    {TOP PALETTE SOMEBODY "- `gag: cow` dot red 1 2 3\n" SCENES,
     "14: the condition `gag: cow`; expected title, middle, end (with | between them) or "
     "`gag: NAME`\n"},
    {TOP PALETTE SOMEBODY "- dot red 1 2\n" SCENES,
     "14: too few numbers, or one that is not like -1234.56\n"},
    {TOP PALETTE SOMEBODY "- alt A mule, and his hat\n" SCENES,
     "14: `his`: a pronoun; expected a name\n"},
    {TOP PALETTE SOMEBODY "- alt A {component}\n" SCENES,
     "14: a slot in `alt`; expected words (slots go into `tells`)\n"},
    {TOP PALETTE SOMEBODY "### mule\n- alt A mule | “No\n" SCENES,
     "15: quotation marks “” that do not balance\n"},
    {TOP PALETTE SOMEBODY "### mule\n- `title` alt A mule\n" SCENES,
     "14: no `alt` for middle in `mule`; expected what is seen\n"
     "14: no `alt` for end in `mule`; expected what is seen\n"},
    {TOP PALETTE SOMEBODY "### title\n- being 1 2\n### middle\n- being 1 2\n",
     "6: no `### end` in `drawings`; expected one\n"},
};

static void a_drawing_that_cannot_be_drawn_is_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct mirth_buffer out = findings_of(cases[i].text, 6);
        assert_string_equal(out.at ? out.at : "", cases[i].finding);
        mirth_buffer_free(&out);
    }
}

/* Ten figures, each ten of the one before: ten thousand millions. */
static void a_figure_of_figures_of_figures_is_refused(void **state)
{
    struct mirth_buffer book = {0}, out;
    (void)state;
    mirth_put_text(&book, TOP PALETTE "### f0\n- dot red 1 2 3\n");
    for (char f = '1'; f <= '9'; f++) {
        char line[32];
        snprintf(line, sizeof line, "### f%c\n", f);
        mirth_put_text(&book, line);
        for (int i = 0; i < 10; i++) {
            snprintf(line, sizeof line, "- put f%c 1 %d\n", f - 1, i);
            mirth_put_text(&book, line);
        }
    }
    mirth_put_text(&book, SOMEBODY SCENES);
    out = findings_of(book.at, 6);
    assert_non_null(strstr(out.at, "`f4` is more than 2000 shapes, 5 deep; expected at most 2000, "
                                   "and 6\n"));
    mirth_buffer_free(&book);
    mirth_buffer_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_drawing_that_cannot_be_drawn_is_found),
        cmocka_unit_test(a_figure_of_figures_of_figures_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
