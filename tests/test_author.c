/* test_author.c: the examples that stand for records, and a theme's lines said with them. */
#include "author/audit.h"
#include "english_book.h"

struct workshop {
    struct mirth_book *book;
    struct mirth_english *english;
    struct mirth_samples *samples;
};

static int open_workshop(void **state)
{
    static struct workshop w;
    struct mirth_error err;
    w.book = parse_file("phrasebooks/english.md");
    w.english = mirth_english_new(w.book, &err);
    w.samples = w.english ? mirth_samples_new(w.english, w.book, &err) : NULL;
    if (!w.samples)
        fail_msg("%s", err.message);
    *state = &w;
    return 0;
}

static int close_workshop(void **state)
{
    struct workshop *w = *state;
    mirth_samples_free(w->samples);
    mirth_english_free(w->english);
    mirth_book_free(w->book);
    return 0;
}

static void every_example_is_understood_as_its_entry_says(void **state)
{
    struct workshop *w = *state;
    size_t wrong = 0;
    assert_true(w->samples->count > 300);
    for (size_t i = 0; i < w->samples->count; i++) {
        const struct mirth_sample *s = &w->samples->items[i];
        const char *frame = s->clause.frame ? s->clause.frame : "no frame";
        if (!strcmp(frame, s->frame))
            continue;
        print_error("english.md:%zu: %.*s: %s, not %s\n", s->source, (int)s->clause.text.len,
                    s->clause.text.at, frame, s->frame);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static void every_frame_and_kind_has_examples(void **state)
{
    struct workshop *w = *state;
    const struct mirth_sample *first;
    for (size_t i = 0; i < w->book->entry_count; i++) {
        const struct mirth_entry *e = &w->book->entries[i];
        if (!*e->name || (strcmp(e->chapter, "told") && strcmp(e->chapter, "asked")))
            continue;
        if (!mirth_samples_of(w->samples, e->chapter, mirth_slice_of(e->name), &first))
            fail_msg("%s", e->name);
    }
}

static void assert_take(struct workshop *w, const char *line, enum mirth_take wanted)
{
    struct mirth_buffer text = {0}, out = {0};
    struct mirth_rehearsal r;
    struct mirth_book *theme;
    struct mirth_phrasing *p;
    const struct mirth_sample *samples;
    struct mirth_error err;
    enum mirth_take best = MIRTH_TAKE_UNFILLED;
    size_t n;
    mirth_put_text(&text, "# demo: A demo\n## told\n### suspected\n- ");
    mirth_put_text(&text, line);
    mirth_put_char(&text, '\0');
    theme = parse(text.at);
    assert_true(mirth_rehearse(&r, w->english, w->samples, theme, &err));
    assert_int_equal(mirth_rehearse_entry(&r, &theme->entries[1], &p), 1);
    n = mirth_rehearse_samples(&r, &theme->entries[1], &samples);
    for (size_t i = 0; i < n && best != MIRTH_TAKE_SAID; i++) {
        enum mirth_take take = mirth_take(&r, p, &samples[i], &out);
        best = take == MIRTH_TAKE_UNFILLED ? best : take;
    }
    assert_int_equal(best, wanted);
    mirth_buffer_free(&out);
    mirth_buffer_free(&text);
    mirth_unrehearse(&r);
    mirth_book_free(theme);
}

static void a_line_is_said_unfilled_or_unsound(void **state)
{
    assert_take(*state, "{who:the} suspected {what}{rest}.", MIRTH_TAKE_SAID);
    assert_take(*state, "{who:the} suspected {by}{rest}.", MIRTH_TAKE_UNFILLED);
    assert_take(*state, "It was chalked up that {that}{rest}.", MIRTH_TAKE_UNSOUND);
}

static void note_finding(void *out, size_t line, const char *message)
{
    mirth_put_number(out, line);
    mirth_put_text(out, ": ");
    mirth_put_text(out, message);
}

static void assert_audit(struct workshop *w, const char *text, const char *wanted)
{
    struct mirth_buffer out = {0};
    struct mirth_rehearsal r;
    struct mirth_book *theme = parse(text);
    struct mirth_error err;
    assert_true(mirth_rehearse(&r, w->english, w->samples, theme, &err));
    assert_int_equal(mirth_audit(&r, note_finding, &out), !*wanted);
    assert_string_equal(out.at ? out.at : "", wanted);
    mirth_buffer_free(&out);
    mirth_unrehearse(&r);
    mirth_book_free(theme);
}

static void a_line_that_no_example_survives_is_found(void **state)
{
    assert_audit(*state,
                 "# demo: A demo\n## told\n### suspected\n- It was said that {that}{rest}.\n",
                 "4: it would lose or add a fact of `Suspected that the export had locked the "
                 "table.`");
    assert_audit(*state,
                 "# demo: A demo\n## told\n### ruled-out\n- {who} saw {what}{rest}.\n"
                 "- {who} suspected {what}, but ruled it out{rest}.\n",
                 "");
}

static void a_part_of_a_system_is_not_replaced(void **state)
{
    assert_audit(*state, "# demo: A demo\n## told\n### restored\n- The moat{adv} was full{rest}.\n",
                 "4: `service` is lost from `Full service restoration was confirmed.`; expected it "
                 "beside the words of the theme");
    assert_audit(*state, "# demo: A demo\n## told\n### restored\n- Full service was back{rest}.\n",
                 "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_example_is_understood_as_its_entry_says),
        cmocka_unit_test(every_frame_and_kind_has_examples),
        cmocka_unit_test(a_line_is_said_unfilled_or_unsound),
        cmocka_unit_test(a_line_that_no_example_survives_is_found),
        cmocka_unit_test(a_part_of_a_system_is_not_replaced),
    };
    return cmocka_run_group_tests(tests, open_workshop, close_workshop);
}
