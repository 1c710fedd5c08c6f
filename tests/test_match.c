/* test_match.c: from a sentence to its frame, its slots and what is around them. */
#include "english_book.h"
#include "match_forms.h"
#include "match_rows.h"
#include "match_traps.h"
#include "understand/clauses.h"

static void put_clause(const struct mirth_clause *c, struct mirth_buffer *out)
{
    mirth_put_text(out, c->frame ? c->frame : "-");
    put_named(out, "lead", c->lead);
    for (size_t i = 0; i < MIRTH_SLOTS && c->slots[i].name; i++)
        put_named(out, c->slots[i].name, c->slots[i].text);
    put_named(out, "adverb", c->adverb);
    put_named(out, "rest", c->rest);
    if (c->shared)
        mirth_put_text(out, " shared");
}

static size_t is_wrong(const struct mirth_english *english, const struct row *row,
                       enum mirth_manner manner)
{
    struct mirth_pool pool = {0};
    struct mirth_part part = {.flat = mirth_slice_of(row->text)};
    struct mirth_buffer got = {0};
    size_t wrong;
    assert_true(mirth_read_clauses(english, NULL, &pool, &part, manner));
    assert_int_equal(part.clause_count, 1);
    put_clause(&part.clauses[0], &got);
    wrong = differs(row->text, &got, row->wanted);
    mirth_buffer_free(&got);
    mirth_pool_free(&pool);
    return wrong;
}

#define CHECK(rows, manner)                                                                        \
    do {                                                                                           \
        size_t wrong = 0;                                                                          \
        for (size_t i = 0; i < sizeof(rows) / sizeof *(rows); i++)                                 \
            wrong += is_wrong(*state, &(rows)[i], manner);                                         \
        assert_int_equal(wrong, 0);                                                                \
    } while (0)

static void a_symptom_is_matched_by_what_noticed_it(void **state)
{
    CHECK(symptoms, MIRTH_TALE);
}

static void a_search_is_matched_by_where_it_went(void **state)
{
    CHECK(search, MIRTH_TALE);
}

static void a_finding_or_a_handover_is_matched_by_its_verb(void **state)
{
    CHECK(findings, MIRTH_TALE);
}

static void a_fix_is_matched_in_every_sentence_form(void **state)
{
    CHECK(fixes, MIRTH_TALE);
}

static void a_recovery_is_matched_by_what_came_back(void **state)
{
    CHECK(recovery, MIRTH_TALE);
}

static void a_cause_or_an_effect_is_matched_by_its_verb(void **state)
{
    CHECK(causes, MIRTH_TALE);
}

static void what_leads_and_trails_a_clause_is_kept_apart(void **state)
{
    CHECK(around, MIRTH_TALE);
}

static void a_sentence_is_matched_by_its_verb_and_not_by_its_nouns(void **state)
{
    CHECK(plain, MIRTH_TALE);
}

static void a_statement_is_matched_in_whatever_form_it_comes(void **state)
{
    CHECK(forms, MIRTH_TALE);
}

static void talk_is_matched_by_who_told_whom_what(void **state)
{
    CHECK(talk, MIRTH_TALE);
}

static void any_verb_in_a_known_form_has_a_family(void **state)
{
    CHECK(families, MIRTH_TALE);
}

static void what_looks_like_a_statement_may_be_none(void **state)
{
    CHECK(loose, MIRTH_TALE);
}

static void nothing_is_matched_across_a_negation(void **state)
{
    CHECK(negated, MIRTH_TALE);
}

static void nothing_is_matched_across_an_auxiliary(void **state)
{
    CHECK(hedged, MIRTH_TALE);
}

static void what_was_only_supposed_is_not_told(void **state)
{
    CHECK(supposed, MIRTH_TALE);
}

static void a_name_that_english_does_not_have_does_something(void **state)
{
    CHECK(handles, MIRTH_TALE);
}

static void a_question_a_command_or_a_quotation_is_not_told(void **state)
{
    CHECK(asked, MIRTH_TALE);
}

static void a_participle_inside_a_noun_phrase_tells_nothing(void **state)
{
    CHECK(reversed, MIRTH_TALE);
}

static void outside_a_timeline_the_present_tense_tells_what_is_so(void **state)
{
    CHECK(report, MIRTH_REPORT);
}

static void a_measure_is_matched_by_its_topic(void **state)
{
    CHECK(request, MIRTH_REQUEST);
}

static const char *frame_of(const struct mirth_english *english, const char *text)
{
    struct mirth_pool pool = {0};
    struct mirth_part part = {.flat = mirth_slice_of(text)};
    const char *frame;
    assert_true(mirth_read_clauses(english, NULL, &pool, &part, MIRTH_TALE));
    frame = part.clauses[0].frame;
    mirth_pool_free(&pool);
    return frame;
}

static void a_reduced_passive_has_no_agent_for_its_subject(void **state)
{
    assert_string_equal(frame_of(*state, "Relay restarted"), "restarted");
    assert_string_equal(frame_of(*state, "Engineers restarted"), "did");
    assert_string_equal(frame_of(*state, "The support desk and the developers checked"), "did");
    assert_string_equal(frame_of(*state, "They patched"), "did");
}

static void an_agent_may_be_what_a_reduced_passive_told(void **state)
{
    assert_string_equal(frame_of(*state, "Engineers paged"), "notified");
    assert_string_equal(frame_of(*state, "Night shift engineers involved"), "joined");
}

static const struct row texts[] = {
    {"The relay crashed. It came back.", "The relay crashed.|It came back."},
    {"See v1.2.3 of relay.conf. All well!", "See v1.2.3 of relay.conf.|All well!"},
    {"Ports, e.g. 8080, were shut.", "Ports, e.g. 8080, were shut."},
    {"Hosts 10.0.0.12 and db-2. Both fell.", "Hosts 10.0.0.12 and db-2.|Both fell."},
    {"Was it the relay? No.", "Was it the relay?|No."},
    {"It read \"Stop. Now.\" and stopped.", "It read \"Stop. Now.\" and stopped."},
    {"**It stopped.** Then it ran.", "**It stopped.**|Then it ran."},
    {"Wait... what happened", "Wait... what happened"},
    {"It was so (see the log. Twice.) and so.", "It was so (see the log. Twice.) and so."},
    {"  No stop at the end  ", "No stop at the end"},
};

static void text_is_split_into_its_sentences(void **state)
{
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct mirth_pool pool = {0};
        struct mirth_part part = {.flat = mirth_slice_of(texts[i].text)};
        struct mirth_buffer got = {0};
        assert_true(mirth_read_clauses(*state, NULL, &pool, &part, MIRTH_REPORT));
        for (size_t k = 0; k < part.clause_count; k++) {
            mirth_put_text(&got, k ? "|" : "");
            mirth_put_slice(&got, part.clauses[k].text);
        }
        wrong += differs(texts[i].text, &got, texts[i].wanted);
        mirth_buffer_free(&got);
        mirth_pool_free(&pool);
    }
    assert_int_equal(wrong, 0);
}

static void a_sentence_of_too_many_tokens_has_no_frame(void **state)
{
    struct mirth_buffer text = {0};
    mirth_put_text(&text, "Relay restarted because");
    for (size_t i = 3; i < MIRTH_TOKENS; i++)
        mirth_put_text(&text, " it");
    mirth_put_text(&text, ".");
    assert_string_equal(frame_of(*state, text.at), "restarted");
    text.len--;
    mirth_put_text(&text, " it.");
    assert_null(frame_of(*state, text.at));
    mirth_buffer_free(&text);
}

static const struct row stops[] = {
    {"Engineers restarted the relay", "restarted who=[Engineers] what=[the relay]"},
    {"Engineers restarted the relay.", "restarted who=[Engineers] what=[the relay]"},
    {"Engineers restarted the relay?!", "restarted who=[Engineers] what=[the relay]"},
    {"Engineers restarted the relay...", "restarted who=[Engineers] what=[the relay]"},
    {"Engineers restarted the relay .", "restarted who=[Engineers] what=[the relay]"},
};

static void a_stop_changes_no_frame(void **state)
{
    CHECK(stops, MIRTH_TALE);
}

static void assert_broken(const char *head, const struct row *faulty)
{
    struct mirth_buffer text = {0};
    struct mirth_error err;
    struct mirth_book *book;
    mirth_put_text(&text, head);
    mirth_put_text(&text, faulty->text);
    book = parse(text.at);
    assert_null(mirth_english_new(book, &err));
    assert_string_equal(err.message, faulty->wanted);
    assert_int_equal(err.status, MIRTH_BROKEN);
    mirth_book_free(book);
    mirth_buffer_free(&text);
}

static void a_pattern_that_cannot_be_read_names_its_line(void **state)
{
    static const struct row faulty[] = {
        {"- {who ~find:past\n", "b.md:4: expected } after {"},
        {"- ~find:gone\n", "b.md:4: an unknown verb form; expected fin, past, pp, ing or base"},
        {"- @nowhere\n", "b.md:4: an unknown list; expected one of the chapter lists"},
        {"- {who=list}\n", "b.md:4: expected {slot=@list} or {slot=!@list}"},
        {"- [a [b] c]\n", "b.md:4: an optional group inside another"},
        {"- a [b\n", "b.md:4: [ without ]"},
        {"- a b]\n", "b.md:4: ] without ["},
        {"- a||b\n", "b.md:4: an empty alternative; expected a word"},
        {"- a b c d e f g h i j k l m n o p q r s t u v w x\n",
         "b.md:4: a pattern of more than 23 elements"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof faulty / sizeof *faulty; i++)
        assert_broken(HEAD, &faulty[i]);
}

static void a_list_that_cannot_be_read_names_its_line(void **state)
{
    static const struct row faulty[] = {
        {"- one two three four five six seven eight nine\n",
         "b.md:4: an item too long; expected at most 8 words"},
        {"- full, *\n", "b.md:4: a `*` out of place; expected it between two words"},
        {"- full, * leaked\n", "b.md:4: a `*` out of place; expected it between two words"},
        {"- disk was at *, full\n", "b.md:4: a `*` out of place; expected it between two words"},
        {"- never * * closed\n", "b.md:4: a `*` out of place; expected it between two words"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof faulty / sizeof *faulty; i++)
        assert_broken("# b: B\n## lists\n### full\n", &faulty[i]);
}

static void a_book_with_a_list_too_many_names_its_line(void **state)
{
    struct mirth_buffer text = {0};
    struct mirth_error err;
    struct mirth_book *book;
    (void)state;
    mirth_put_text(&text, "# b: B\n\n## lists\n");
    for (size_t i = 0; i <= MIRTH_LISTS; i++) {
        mirth_put_text(&text, "### list-");
        mirth_put_number(&text, i);
        mirth_put_text(&text, "\n- word\n");
    }
    book = parse(text.at);
    assert_null(mirth_english_new(book, &err));
    assert_non_null(strstr(err.message, ": one list too many; expected at most 768"));
    assert_int_equal(err.status, MIRTH_BROKEN);
    mirth_book_free(book);
    mirth_buffer_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_symptom_is_matched_by_what_noticed_it),
        cmocka_unit_test(a_search_is_matched_by_where_it_went),
        cmocka_unit_test(a_finding_or_a_handover_is_matched_by_its_verb),
        cmocka_unit_test(a_fix_is_matched_in_every_sentence_form),
        cmocka_unit_test(a_recovery_is_matched_by_what_came_back),
        cmocka_unit_test(a_cause_or_an_effect_is_matched_by_its_verb),
        cmocka_unit_test(what_leads_and_trails_a_clause_is_kept_apart),
        cmocka_unit_test(a_sentence_is_matched_by_its_verb_and_not_by_its_nouns),
        cmocka_unit_test(a_statement_is_matched_in_whatever_form_it_comes),
        cmocka_unit_test(talk_is_matched_by_who_told_whom_what),
        cmocka_unit_test(any_verb_in_a_known_form_has_a_family),
        cmocka_unit_test(what_looks_like_a_statement_may_be_none),
        cmocka_unit_test(nothing_is_matched_across_a_negation),
        cmocka_unit_test(nothing_is_matched_across_an_auxiliary),
        cmocka_unit_test(what_was_only_supposed_is_not_told),
        cmocka_unit_test(a_name_that_english_does_not_have_does_something),
        cmocka_unit_test(a_question_a_command_or_a_quotation_is_not_told),
        cmocka_unit_test(a_participle_inside_a_noun_phrase_tells_nothing),
        cmocka_unit_test(outside_a_timeline_the_present_tense_tells_what_is_so),
        cmocka_unit_test(a_measure_is_matched_by_its_topic),
        cmocka_unit_test(a_reduced_passive_has_no_agent_for_its_subject),
        cmocka_unit_test(an_agent_may_be_what_a_reduced_passive_told),
        cmocka_unit_test(text_is_split_into_its_sentences),
        cmocka_unit_test(a_sentence_of_too_many_tokens_has_no_frame),
        cmocka_unit_test(a_stop_changes_no_frame),
        cmocka_unit_test(a_pattern_that_cannot_be_read_names_its_line),
        cmocka_unit_test(a_list_that_cannot_be_read_names_its_line),
        cmocka_unit_test(a_book_with_a_list_too_many_names_its_line),
    };
    return cmocka_run_group_tests(tests, open_english, close_english);
}
