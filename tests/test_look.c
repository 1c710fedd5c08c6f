/* test_look.c: a theme's look: what is read off it, and what postmirth-book check finds in it. */
#include "books.h"
#include "phrasebook/check.h"
#include "phrasebook/look.h"

#define LIGHT                                                                                      \
    "- card: #f0f0f0\n- ink: #111111\n- muted: #555555\n- accent: #0000aa\n- line: #cccccc\n"      \
    "- alarm: #aa0000\n- calm: #005500\n- accent-ink: #ffffff\n"
#define DARK                                                                                       \
    "- paper: #000000\n- card: #111111\n- ink: #eeeeee\n- muted: #aaaaaa\n- accent: #99ccff\n"     \
    "- line: #333333\n- alarm: #ff9999\n- calm: #99ff99\n- accent-ink: #001122\n"
#define LOOK "# d: A\n## look\n### dark\n" DARK "### light\n" LIGHT

static struct mirth_look look_of(const char *text)
{
    struct mirth_book *book = parse(text);
    struct mirth_look look = mirth_look_of(book);
    mirth_book_free(book);
    return look;
}

static void a_look_is_what_the_theme_says(void **state)
{
    struct mirth_look look = look_of(LOOK "- paper: #fafafa\n### type\n- heading: mono\n");
    (void)state;
    assert_string_equal(look.colours[MIRTH_LIGHT][MIRTH_PAPER], "#fafafa");
    assert_string_equal(look.colours[MIRTH_LIGHT][MIRTH_ACCENT_INK], "#ffffff");
    assert_string_equal(look.colours[MIRTH_DARK][MIRTH_CALM], "#99ff99");
    assert_int_equal(look.heading, MIRTH_MONO);
    assert_int_equal(look.text, MIRTH_SERIF);
}

/* What a look says stands in style sheets and pictures, so it must be a colour or nothing. */
static void what_is_no_colour_is_not_taken(void **state)
{
    struct mirth_look sober = look_of(HEAD "- x\n");
    struct mirth_look look =
        look_of("# d: A\n## look\n### light\n- paper: red}body{display:none\n- ink: #12345\n"
                "- muted: #GGGGGG\n- accent: #123456;\n- line: #ABCDEF\n- other: #123456\n");
    (void)state;
    assert_memory_equal(&look, &sober, sizeof look);
    for (int i = 0; i < MIRTH_COLOURS; i++)
        assert_true(mirth_is_colour(mirth_slice_of(sober.colours[MIRTH_DARK][i])));
}

static void note_finding(void *out, size_t line, const char *message)
{
    mirth_put_number(out, line);
    mirth_put_text(out, ": ");
    mirth_put_text(out, message);
    mirth_put_char(out, '\n');
}

static void assert_findings(const char *text, const char *wanted)
{
    struct mirth_book *english = parse("# english: E\n## lists\n### be\n- is\n");
    struct mirth_book *book = parse(text);
    struct mirth_buffer out = {0};
    bool clean = mirth_book_check(book, english, note_finding, &out);
    assert_string_equal(out.at ? out.at : "", wanted);
    assert_int_equal(clean, !*wanted);
    mirth_buffer_free(&out);
    mirth_book_free(book);
    mirth_book_free(english);
}

static const struct {
    const char *text, *findings;
} faulty[] = {
    {LOOK "- paper: #fafafa\n### type\n- heading: sans\n- text: serif\n", ""},
    {LOOK, "13: no `paper` in `light`; expected `paper: #rrggbb`\n"},
    {LOOK "- paper: #FAFAFA\n",
     "22: `#FAFAFA` is no colour; expected `paper: #rrggbb` in lower case\n"
     "13: no `paper` in `light`; expected `paper: #rrggbb`\n"},
    {LOOK "- paper: #fafafa\n- paper: #fbfbfb\n", "23: a second `paper`; expected one (it is on "
                                                  "line 22)\n"},
    {LOOK "- paper: #fafafa\n- gold: #fbfbfb\n",
     "23: unknown colour `gold`; expected paper, card, ink, muted, accent, accent-ink, line, alarm "
     "or calm\n"},
    {LOOK "- `best` paper: #fafafa\n", "22: a condition `best` in `look`; expected none\n"},
    {LOOK "- paper: #777777\n",
     "15: `ink` on `paper` has a contrast of 4.2; expected at least 4.5\n"
     "16: `muted` on `paper` has a contrast of 1.6; expected at least 4.5\n"
     "17: `accent` on `paper` has a contrast of 2.9; expected at least 4.5\n"
     "19: `alarm` on `paper` has a contrast of 1.7; expected at least 4.5\n"
     "20: `calm` on `paper` has a contrast of 2.0; expected at least 4.5\n"},
    {LOOK "- paper: #fafafa\n### type\n- heading: gothic\n- body: sans\n",
     "24: unknown letters `gothic`; expected serif, sans or mono\n"
     "25: unknown type `body`; expected heading or text\n"},
    {"# d: A\n## look\n### dark\n" DARK, "2: no `### light` in `look`; expected light and dark\n"},
    {LOOK "- paper: #fafafa\n### dusk\n- paper: #fafafa\n### type\n- text: sans\n",
     "23: unknown entry `dusk` in chapter `look`; expected light dark type\n"},
};

static void each_fault_of_a_look_is_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof faulty / sizeof *faulty; i++)
        assert_findings(faulty[i].text, faulty[i].findings);
}

/* The default is held to what themes are held to. */
static void the_default_is_readable(void **state)
{
    struct mirth_look look = look_of(HEAD "- x\n");
    struct mirth_buffer text = {0};
    (void)state;
    mirth_put_text(&text, "# d: A\n## look\n");
    for (int scheme = 0; scheme < MIRTH_SCHEMES; scheme++) {
        mirth_put_text(&text, "### ");
        mirth_put_text(&text, mirth_scheme_name((enum mirth_scheme)scheme));
        for (int i = 0; i < MIRTH_COLOURS; i++) {
            mirth_put_text(&text, "\n- ");
            mirth_put_text(&text, mirth_colour_name((enum mirth_colour)i));
            mirth_put_text(&text, ": ");
            mirth_put_text(&text, look.colours[scheme][i]);
        }
        mirth_put_char(&text, '\n');
    }
    assert_findings(text.at, "");
    mirth_buffer_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_look_is_what_the_theme_says),
        cmocka_unit_test(what_is_no_colour_is_not_taken),
        cmocka_unit_test(each_fault_of_a_look_is_found),
        cmocka_unit_test(the_default_is_readable),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
