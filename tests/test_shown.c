/* test_shown.c: lines about what the record shows, who is in it, its moral, and its title. */
#include "own_theme.h"

static const char theme[] =
    "# demo: A demo\n\n## title\n\n### any\n- {title}, or, The Owl\n\n### dns\n- {title}, or, "
    "The Lost Signpost\n\n"
    "## gags\n\n### owl\n`being: the owl`\n- `at opening` An owl wanted quiet.\n"
    "- `at false-trail` The owl turned its head.\n- `at found` The owl blinked.\n"
    "- `at closing` The owl slept.\n- `word: flour` The owl sneezed.\n\n"
    "### crow\n`being: the crow` `needs: impersonal` `needs: fault firewall`\n"
    "- `at opening` I am a crow.\n- `at closing` I flew.\n\n"
    "## remarks\n\n### any\n- `word: lamp` “A lamp,” said {being}.\n\n"
    "## faults\n\n### dns\n- `image` The DNS is a signpost.\n\n"
    "## situations\n\n### no-effect\n- The owl's tea went cold.\n- Nothing moved, twice.\n\n"
    "### nobody-noticed\n- Not even the owl.\n\n### weekend\n- Owls know no Fridays.\n\n"
    "### coincidence\n- Timing is no crime.\n\n### nobody-renewed\n- “It was dated,” said "
    "{being}.\n"
    "- A date is a date.\n\n### owner\n- An owl, perhaps.\n\n"
    "## morals\n\n### bad-config\n- Read the settings.\n\n### silent-error\n- What is swallowed is "
    "not gone.\n\n### weekend\n- Rest on "
    "Fridays.\n\n### dns\n- Ask the signpost first.\n\n"
    "## cast\n\n### heading\n- **The birds:**\n\n### database\n- keeps the eggs\n\n### cache\n- "
    "keeps a few eggs warm\n\n### cluster\n- counts itself\n\n### queue\n- stands in line\n\n### "
    "dns\n- points\n\n### proxy\n- opens\n\n### api\n- sings\n";

static int build(void **state)
{
    return build_theme(state, theme);
}

/* The edition of a record at mirth 2. */
static char *told(void **state, const char *text)
{
    struct mirth_buffer record = {0};
    mirth_put_text(&record, text);
    return edition_in(state, 2, &record);
}

/* The record's edition at mirth 2: its timeline, and its cause. */
static char *edition_of(void **state, const char *entries, const char *cause)
{
    struct mirth_buffer all = {0};
    char *text;
    mirth_put_text(&all, "- 9:30 UTC: Bread met butter in the morning, as bread does in all good "
                         "bakeries.\n");
    mirth_put_text(&all, entries);
    mirth_put_text(&all, "- 9:55 UTC: The bread cooled on a long shelf by the window.\n");
    mirth_put_char(&all, '\0');
    text = edition_of_entries(state, all.at, cause);
    mirth_buffer_free(&all);
    return text;
}

static void assert_said(void **state, const char *entries, const char *cause, const char *line,
                        bool said)
{
    assert_says(edition_of(state, entries, cause), line, said);
}

static size_t count_said(void **state, const char *entries, const char *line)
{
    char *text = edition_of(state, entries, "A worn oven.");
    size_t n = 0;
    for (const char *at = text; (at = strstr(at, line)); at += strlen(line))
        n++;
    free(text);
    return n;
}

static void a_line_stands_behind_the_sentence_that_shows_it(void **state)
{
    assert_said(state, "- 9:40 UTC: The oven was cleaned. No change.\n", "A worn oven.",
                "No change. ", true);
    assert_said(state, "- 9:40 UTC: Nobody noticed. The oven was warm.\n", "A worn oven.",
                "Nobody noticed. *Not even the owl.* The oven was warm.", true);
    assert_said(state, "- 9:40 UTC: The oven was warm.\n", "A worn oven.", "the owl.", false);
}

static void it_goes_before_what_a_word_is_answered_with(void **state)
{
    static const char both[] = "- 9:40 UTC: Nobody noticed the flour.\n";
    assert_said(state, "- 9:40 UTC: The flour was warm.\n", "A worn oven.", "The owl sneezed",
                true);
    assert_said(state, both, "A worn oven.", "Not even the owl.", true);
    assert_said(state, both, "A worn oven.", "The owl sneezed", false);
}

/* "It was a Friday": that it was something says little, and the Friday much. */
static void it_needs_no_telling_frame(void **state)
{
    assert_said(state, "- 9:40 UTC: It was on a Friday.\n", "A worn oven.", "Owls know no Fridays.",
                true);
}

static void nothing_parts_a_sentence_from_what_leans_on_it(void **state)
{
    assert_said(state, "- 9:40 UTC: Nobody noticed. This was a pity.\n", "A worn oven.",
                "Nobody noticed. Not even", false);
}

static void a_situation_is_remarked_on_once(void **state)
{
    static const char twice[] = "- 9:40 UTC: The oven was cleaned. No change.\n"
                                "- 9:41 UTC: Butter met bread on the table.\n"
                                "- 9:42 UTC: The oven was moved to the wall. No effect.\n"
                                "- 9:43 UTC: Bread met butter on the table.\n"
                                "- 9:44 UTC: The lamp was moved to the door. It did not help.\n"
                                "- 9:45 UTC: Jam met bread on the table.\n"
                                "- 9:46 UTC: The door was moved to the lamp. No improvement.\n";
    assert_int_equal(
        count_said(state, twice, "went cold") + count_said(state, twice, "Nothing moved"), 1);
}

static void a_turn_of_the_tale_gives_way_and_its_find_does_not(void **state)
{
    static const char trail[] = "- 9:40 UTC: We suspected a recent change of the flour.\n";
    assert_said(state, trail, "A worn oven.", "Timing is no crime.", true);
    assert_said(state, trail, "A worn oven.", "turned its head", false);
    assert_said(state, "- 9:40 UTC: We suspected the butter.\n", "A worn oven.", "turned its head",
                true);
    assert_said(state, "- 9:40 UTC: The root cause was found on a Friday.\n", "A worn oven.",
                "The owl blinked.", true);
}

/* Answers keep a distance from each other in prose; two things that the record shows are two. */
static void two_running_may_be_remarked_on(void **state)
{
    static const char causes[] = "- Nobody noticed the worn oven for a while.\n"
                                 "- It was on a Friday in the bakery.";
    assert_said(state, "", causes, "for a while. *Not even the owl.*", true);
    assert_said(state, "", causes, "in the bakery. *Owls know no Fridays.*", true);
}

static void what_people_went_through_is_let_be(void **state)
{
    char *text =
        told(state, "# Postmortem: the bakery\n\n## Impact\n\nNobody noticed for an hour.\n\n"
                    "## Timeline\n\n- 9:30 UTC: Bread met butter.\n");
    assert_null(strstr(text, "Not even the owl"));
    free(text);
}

/* What is quoted is another's, and who wrote it is for the record to say. */
static void what_is_quoted_is_let_be(void **state)
{
    char *text = told(state, "# Postmortem: the bakery\n\n- Author: Kofi, on a Friday\n\n## "
                             "Timeline\n\n- 9:30 UTC: Bread met butter.\n\n> Nobody noticed the "
                             "oven, said the baker.\n");
    assert_null(strstr(text, "Not even the owl"));
    assert_null(strstr(text, "Owls know no Fridays"));
    free(text);
}

static void who_tells_the_tale_is_not_spoken_of(void **state)
{
    static const char lapsed[] = "- 9:40 UTC: The pass lapsed, and nothing renewed it.\n";
    assert_said(state, lapsed, "A firewall rule blocked the oven.", "said the crow", false);
    assert_said(state, lapsed, "A firewall rule blocked the oven.", "A date is a date.", true);
    assert_said(state, "- 9:40 UTC: The lamp was warm.\n", "A worn oven.", "“A lamp,” said the owl",
                true);
    assert_said(state, "- 9:40 UTC: The lamp was warm.\n", "A firewall rule blocked the oven.",
                "“A lamp,”", false);
}

static void a_measure_is_remarked_on_in_italics(void **state)
{
    char *text = told(state, "# Postmortem: the bakery\n\n## Timeline\n\n- 9:30 UTC: Bread met "
                             "butter.\n\n## Corrective measures\n\n- Every oven needs an owner.\n"
                             "- Buy butter.\n");
    assert_non_null(strstr(text, "*An owl, perhaps.*"));
    free(text);
}

static void the_moral_is_of_a_plain_fault_or_else_of_what_is_shown(void **state)
{
    static const char friday[] = "- 9:40 UTC: It was a Friday afternoon in the bakery.\n";
    static const char silent[] = "- 9:40 UTC: The oven failed silently. It was on a Friday.\n";
    static const char dns[] = "A DNS record was wrong.";
    static const char vague[] = "A misconfiguration of the oven.";
    assert_said(state, friday, "A worn oven.", "\n\n**The moral:** Rest on Fridays.\n", true);
    assert_said(state, silent, "A worn oven.", "**The moral:** What is swallowed is", true);
    assert_said(state, "", dns, "**The moral:** Ask the signpost first.", true);
    assert_said(state, friday, dns, "**The moral:** Ask the signpost first.", true);
    assert_said(state, friday, vague, "**The moral:** Rest on Fridays.", true);
    assert_said(state, "", vague, "**The moral:** Read the settings.", true);
    assert_said(state, "", "A worn oven.", "The moral", false);
}

static void a_promise_is_no_moral(void **state)
{
    char *text = told(state, "# Postmortem: the bakery\n\n## Timeline\n\n- 9:30 UTC: Bread met "
                             "butter.\n\n## Corrective measures\n\n- Clean the oven on a Friday "
                             "afternoon.\n- Buy butter.\n");
    assert_null(strstr(text, "The moral"));
    free(text);
}

static void luck_is_no_moral(void **state)
{
    char *text = told(state, "# Postmortem: the bakery\n\n## Timeline\n\n- 9:30 UTC: Bread met "
                             "butter.\n\n## Where we got lucky\n\n- It was a Friday afternoon.\n");
    assert_null(strstr(text, "The moral"));
    free(text);
}

static void a_title_says_what_broke_first(void **state)
{
    assert_said(state, "", "A DNS record was wrong.", "bakery, or, The Lost Signpost\n", true);
    assert_said(state, "", "A worn oven.", "bakery, or, The Owl\n", true);
}

static const char busy[] =
    "- 9:40 UTC: MySQL was full of flour. The databases of the bakery were full of it too.\n"
    "- 9:42 UTC: The queues of the bakery stood still. A queue is a patient thing.\n"
    "- 9:45 UTC: Redis was asked about the flour. Redis said nothing of the flour at all.\n";

static void the_parts_that_a_record_names_are_its_cast(void **state)
{
    assert_said(state, busy, "A worn oven.",
                "\n\n**The birds:**\n\n- **MySQL**, who keeps the eggs\n- **The queue**, who "
                "stands in line\n- **Redis**, who keeps a few eggs warm\n\n",
                true);
}

/* "The database cluster" is a database; and what a measure names may never come. */
static void a_part_goes_by_its_longest_name(void **state)
{
    char *text =
        told(state,
             "# Postmortem: the bakery\n\n## Timeline\n\n- 9:30 UTC: The database cluster was "
             "full of flour, as a database cluster is.\n- 9:40 UTC: The API gateway met Redis, and "
             "Redis met the API gateway.\n\n## Corrective measures\n\n- Ask the DNS about the DNS "
             "of the DNS.\n- Buy butter for the bakers of the bakery by the sea.\n");
    assert_non_null(strstr(text, "- **The database cluster**, who keeps the eggs\n"));
    assert_non_null(strstr(text, "- **The API gateway**, who opens\n"));
    assert_null(strstr(text, "who counts itself"));
    assert_null(strstr(text, "who sings"));
    assert_null(strstr(text, "who points"));
    free(text);
}

static void a_few_are_no_cast(void **state)
{
    assert_said(state,
                "- 9:40 UTC: MySQL was full of flour, as MySQL is.\n"
                "- 9:42 UTC: The oven stood still, as ovens do.\n",
                "A worn oven.", "The birds", false);
}

/* "The DNS is a signpost." */
static void whom_the_picture_explains_needs_no_introduction(void **state)
{
    struct mirth_buffer entries = {0};
    mirth_put_text(&entries, busy);
    mirth_put_text(&entries, "- 9:47 UTC: The DNS was asked, and DNS is slow to answer.\n");
    assert_said(state, entries.at, "A memory leak in the oven.", "**DNS**, who points", true);
    assert_said(state, entries.at, "A DNS record was wrong.", "**The birds:**", true);
    assert_said(state, entries.at, "A DNS record was wrong.", "**DNS**, who", false);
    mirth_buffer_free(&entries);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_stands_behind_the_sentence_that_shows_it),
        cmocka_unit_test(it_goes_before_what_a_word_is_answered_with),
        cmocka_unit_test(it_needs_no_telling_frame),
        cmocka_unit_test(nothing_parts_a_sentence_from_what_leans_on_it),
        cmocka_unit_test(a_situation_is_remarked_on_once),
        cmocka_unit_test(a_turn_of_the_tale_gives_way_and_its_find_does_not),
        cmocka_unit_test(two_running_may_be_remarked_on),
        cmocka_unit_test(what_people_went_through_is_let_be),
        cmocka_unit_test(what_is_quoted_is_let_be),
        cmocka_unit_test(who_tells_the_tale_is_not_spoken_of),
        cmocka_unit_test(a_measure_is_remarked_on_in_italics),
        cmocka_unit_test(the_moral_is_of_a_plain_fault_or_else_of_what_is_shown),
        cmocka_unit_test(a_promise_is_no_moral),
        cmocka_unit_test(luck_is_no_moral),
        cmocka_unit_test(a_title_says_what_broke_first),
        cmocka_unit_test(the_parts_that_a_record_names_are_its_cast),
        cmocka_unit_test(a_part_goes_by_its_longest_name),
        cmocka_unit_test(a_few_are_no_cast),
        cmocka_unit_test(whom_the_picture_explains_needs_no_introduction),
    };
    return cmocka_run_group_tests(tests, build, discard_theme);
}
