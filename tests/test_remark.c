/* test_remark.c: when the character speaks up, and when a line remembers another, with a theme that
 * has little else to say. */
#include "own_theme.h"

static const char theme[] =
    "# demo: A demo\n\n## gags\n\n### owl\n`being: the owl`\n"
    "- `at opening` An owl wanted quiet.\n- `at fixed` The owl stretched.\n- `at closing` The owl "
    "slept.\n\n## callbacks\n\n"
    "### slippers\n- `plant, frame: undetected` {being:cap} wore slippers.\n"
    "- `payoff, frame: monitor` *Slippers or not.*\n\n## asked\n\n### review\n"
    "- {clause}. *With spectacles.*\n- {clause}. *At dusk.*\n- {clause}. *Both sides.*\n\n"
    "## told\n\n### restarted\n"
    "- `telling: 2, said: gong` The gong again: {what:the} {what:was} restarted{rest}.\n"
    "- `telling: 2, said: trumpet` The trumpet again: {what:the} {what:was} restarted{rest}.\n"
    "- `telling: 1` The gong was struck: {what:the} {what:was} restarted{rest}.\n\n"
    "### cleared\n- A broom was found. {what:the} {what:was} cleared{rest}.\n"
    "- `word: shelf` {clause}. It echoed.\n\n### fixed\n- {clause}. Dust fell.\n\n"
    "### overwhelmed\n- {cause:the} sat down, and {what:the} {what:was} overwhelmed{rest}.\n\n"
    "### found, hardware\n- A cog lay there: {cause:the} {cause:was} found{rest}.\n\n"
    "### tuned\n- `verb: optimized` On a whetstone, {what:the} {what:was} optimized{rest}.\n\n"
    "## remarks\n\n### any\n"
    "- `word: logs` “*Logs*?” said {being}.\n"
    "- `word: load balancer` “It leans,” said {being}.\n"
    "- `word: balancer, in: impact` “Poor souls,” said {being}.\n"
    "- `word: host` “Whose house?” said {being}.\n"
    "- `word: probe` “What probe?” said {being}.\n- `best, word: kettle` It sings.\n";

static int build(void **state)
{
    return build_theme(state, theme);
}

/* The edition of a record whose sections hold these lines. */
static char *edition_at(void **state, int mirth, const char *impact, const char *timeline)
{
    struct mirth_buffer record = {0};
    mirth_put_text(&record, "# Postmortem: relay outage\n\n## Issue Summary\n\n- Impact: ");
    mirth_put_text(&record, impact);
    mirth_put_text(&record, "\n- Root Cause: a worn cable in the relay.\n\n## Timeline\n\n");
    mirth_put_text(&record, timeline);
    return edition_in(state, mirth, &record);
}

static char *edition_of(void **state, const char *impact, const char *timeline)
{
    return edition_at(state, 2, impact, timeline);
}

static void assert_told(void **state, const char *impact, const char *timeline, const char *wanted)
{
    char *text = edition_of(state, impact, timeline);
    if (!strstr(text, wanted))
        fail_msg("no `%s` in:\n%s", wanted, text);
    free(text);
}

static void assert_untold(void **state, const char *impact, const char *timeline, const char * not )
{
    char *text = edition_of(state, impact, timeline);
    if (strstr(text, not ))
        fail_msg("`%s` in:\n%s", not, text);
    free(text);
}

/* Three entries, so that the record is a postmortem and the first has its silence behind it. */
#define BEFORE "- 9:30 UTC: Engineers met.\n- 9:40 UTC: Engineers talked.\n"
#define AFTER  "- 9:59 UTC: Service restored.\n"

static void a_word_of_the_record_is_remarked_upon(void **state)
{
    assert_told(state, "40% of riders waited.", BEFORE "- 9:50 UTC: The Logs were empty.\n" AFTER,
                "The Logs were empty. *“Logs?” said the owl.*");
}

static void a_word_in_another_sense_is_none(void **state)
{
    assert_told(state, "40% of riders waited.", BEFORE "- 9:50 UTC: The host was warm.\n" AFTER,
                "The host was warm. *“Whose house?” said the owl.*");
    assert_untold(state, "40% of riders waited.",
                  BEFORE "- 9:50 UTC: A host of porters ran about.\n" AFTER, "“Whose house?”");
}

static void what_was_done_in_vain_is_no_turn(void **state)
{
    assert_told(state, "40% of riders waited.",
                BEFORE "- 9:50 UTC: Lamp settings adjusted.\n" AFTER, "The owl stretched.");
    assert_untold(state, "40% of riders waited.",
                  BEFORE "- 9:50 UTC: Lamp settings adjusted, to no avail.\n" AFTER,
                  "The owl stretched.");
}

static void what_a_plain_field_names_is_bold(void **state)
{
    assert_told(state, "Calm by the job queue, and by the sea.", BEFORE AFTER,
                "Calm by the **job queue**, and by the sea.");
    assert_told(state, "The lamp listened on port 8025 since 2023.", BEFORE AFTER,
                "The lamp listened on **port 8025** since 2023.");
    assert_told(state, "The lamp went for $4,096 at the pier.", BEFORE AFTER,
                "went for **$4,096** at");
    assert_told(state, "The porters lost a lot of time.", BEFORE AFTER, "a lot of time.");
    assert_told(state, "Calm by the sea.", BEFORE AFTER, "Calm by the sea.");
    assert_told(state, "Meanwhile, two tall porters still ran about.", BEFORE AFTER,
                "two tall porters still ran about");
    assert_told(state, "Some 1,340 porters waited for 45 minutes.", BEFORE AFTER,
                "Some **1,340 porters** waited for 45 minutes.");
    assert_told(state, "The lamp was dark for 2 hours and 15 minutes.", BEFORE AFTER,
                "dark for **2 hours and 15 minutes**.");
    assert_told(state, "The lamp gave 500 errors.", BEFORE AFTER, "gave 500 errors");
    assert_told(state, "The lamp stood by doors 80 and 44 at noon.", BEFORE AFTER,
                "by doors 80 and 44 at noon");
    assert_told(state, "Edition 28 drops a lamp at the pier.", BEFORE AFTER,
                "Edition 28 drops a lamp");
    assert_untold(state, "Perhaps the porters ran about.", BEFORE AFTER, "**Perhaps");
    assert_untold(state, "Red lamp service turning into a museum of jam.", BEFORE AFTER,
                  "turning**");
    assert_untold(state, "Red lamp service 4 of the jam museum.", BEFORE AFTER, "service**");
}

/* A list of tasks is work. */
static void two_asides_on_tasks_are_enough(void **state)
{
    static const char tasks[] = BEFORE AFTER
        "\n## Action items\n\n- Read the logs.\n- Buy jam.\n- Warm the host.\n- Buy tea.\n"
        "- Feel the load balancer.\n- Buy bread.\n- Fill the kettle.\n";
    for (int mirth = 2; mirth <= 3; mirth++) {
        char *text = edition_at(state, mirth, "40% of riders waited.", tasks);
        size_t asides = 0;
        for (const char *at = strstr(text, "Action items"); (at = strstr(at, ". *")); at++)
            asides++;
        if ((asides == 2) != (mirth == 2))
            fail_msg("%zu asides at mirth %d in:\n%s", asides, mirth, text);
        free(text);
    }
}

/* In a tale every figure would be bold; what was found is. */
static void an_entry_is_bold_where_it_finds(void **state)
{
    assert_told(state, "40% of riders waited.",
                BEFORE "- 9:50 UTC: The lamp listened on port 8025 since 2023.\n" AFTER,
                "The lamp listened on port 8025 since 2023.");
    assert_told(state, "40% of riders waited.",
                BEFORE "- 9:50 UTC: We found that the lamp listened on port 8025.\n" AFTER,
                "We found that the lamp listened on **port 8025**.");
    assert_told(state, "40% of riders waited.",
                BEFORE AFTER "\n## Lessons learned\n\n- Add an alert for the job queue.\n",
                "Add an alert for the job queue.");
    assert_told(state, "40% of riders waited.",
                BEFORE AFTER "\n## Action items\n\n- Add an alert for the job queue.\n",
                "Add an **alert** for the job queue.");
}

static void a_trigger_may_have_several_words(void **state)
{
    assert_told(state, "40% of riders waited.",
                BEFORE "- 9:50 UTC: The load balancer was warm.\n" AFTER, "“It leans,”");
    assert_untold(state, "40% of riders waited.",
                  BEFORE "- 9:50 UTC: The load left the balancer.\n" AFTER, "“It leans,”");
}

static void a_line_that_points_stands_behind_its_sentence(void **state)
{
    assert_told(state, "40% of riders waited.",
                BEFORE "- 9:50 UTC: It rained. The kettle was cold.\n" AFTER,
                "was cold. *It sings.*");
    assert_untold(state, "40% of riders waited.",
                  BEFORE "- 9:50 UTC: The kettle was cold. Then it rained.\n" AFTER, "It sings");
}

static void an_error_that_is_quoted_is_remarked_upon(void **state)
{
    assert_told(state, "40% of riders waited.",
                BEFORE "- 9:50 UTC: The lamp showed `warm load balancer`.\n" AFTER, "“It leans,”");
    assert_told(state, "40% of riders waited.",
                BEFORE "- 9:50 UTC: The lamp showed \"the load balancer is warm\".\n" AFTER,
                "“It leans,”");
    assert_untold(state, "40% of riders waited.",
                  BEFORE "- 9:50 UTC: The lamp showed `logs` and went out.\n" AFTER, "“Logs?”");
}

static void a_remark_is_made_once_and_not_twice_running(void **state)
{
    const char *riders = "40% of riders waited.";
    assert_told(state, riders,
                BEFORE "- 9:50 UTC: The logs were empty.\n- 9:52 UTC: The logs were full.\n" AFTER,
                "**9:52 UTC:** The logs were full.\n");
    assert_told(state, riders,
                BEFORE "- 9:50 UTC: The logs were empty.\n- 9:52 UTC: The probe was warm.\n"
                       "- 9:54 UTC: The load balancer was dusty.\n" AFTER,
                "*“Logs?” said the owl.*\n- **9:52 UTC:** The probe was warm.\n- **9:54 UTC:** "
                "The load balancer was dusty. *“It leans,” said the owl.*\n");
}

static void nobody_jokes_about_what_people_went_through_unasked(void **state)
{
    assert_untold(state, "40% of riders waited. They wrote. They called. They read the logs.",
                  BEFORE AFTER, "“Logs?”");
    assert_told(state, "40% of riders waited. They wrote. They called. They saw the balancer.",
                BEFORE AFTER, "They saw the balancer. *“Poor souls,” said the owl.*");
}

static void nor_about_who_and_when(void **state)
{
    assert_untold(state, "40% of riders waited. It was long. It was wet.\n- Author: Ines, of logs.",
                  BEFORE AFTER, "“Logs?”");
}

static void a_sentence_that_goes_on_below_is_not_interrupted(void **state)
{
    assert_untold(state, "40% of riders waited.", BEFORE "- 9:50 UTC: The logs were these,\n" AFTER,
                  "“Logs?”");
}

static void what_is_quoted_is_not_remarked_upon(void **state)
{
    assert_untold(state, "40% of riders waited.", BEFORE AFTER "\n> The vendor read the logs.\n",
                  "“Logs?”");
}

#define UNSEEN   "- 9:50 UTC: The probe did not detect the leak.\n"
#define MEASURES "\n## Corrective measures\n\n- Paint the shed.\n- Monitor the relay's pressure.\n"

/* What would fit elsewhere too waits for those who want more: callbacks, tags of no word. */
static void more_of_everything_is_asked_for(void **state)
{
    const char *told = BEFORE UNSEEN AFTER MEASURES;
    /* the second has a line of the gag's, which has the last word at any mirth */
    const char *fixed =
        BEFORE "- 9:55 UTC: The lamp was fixed.\n- 9:57 UTC: The rope was fixed.\n" AFTER;
    char *text = edition_at(state, 3, "40% of riders waited.", told);
    assert_non_null(strstr(text, "The owl wore slippers."));
    assert_non_null(strstr(text, "*Slippers or not.*"));
    free(text);
    assert_untold(state, "40% of riders waited.", told, "lippers");
    text = edition_at(state, 3, "40% of riders waited.", fixed);
    assert_non_null(strstr(text, "Dust fell."));
    free(text);
    assert_untold(state, "40% of riders waited.", fixed, "Dust fell.");
}

/* Which measures go without an aside is their own doing; of five, one at least has one. */
static void a_measure_is_told_behind_its_last_sentence(void **state)
{
    char *text =
        edition_at(state, 3, "40% of riders waited.",
                   BEFORE AFTER "\n## Corrective measures\n\n"
                                "- Review the plans. It pays.\n- Review the maps. They fade.\n"
                                "- Review the deeds. We may.\n- Review the keys. They fit.\n"
                                "- Review the wells. They dry.\n");
    assert_non_null(strstr(text, ". *"));
    assert_null(strstr(text, ".* It"));
    assert_null(strstr(text, ".* They"));
    assert_null(strstr(text, ".* We"));
    free(text);
}

static void a_line_that_says_again_was_said_before(void **state)
{
    static const char restarts[] = BEFORE "- 9:50 UTC: The relay was restarted.\n"
                                          "- 9:55 UTC: The beacon was restarted.\n" AFTER;
    assert_told(state, "40% of riders waited.", restarts, "The gong was struck: **the relay**");
    assert_told(state, "40% of riders waited.", restarts, "The gong again: **the beacon**");
    assert_untold(state, "40% of riders waited.", restarts, "The trumpet again");
}

/* What the line prints is done to this slot, and not to another thing in the sentence. */
static void a_verb_is_the_frames_own(void **state)
{
    assert_told(state, "40% of riders waited.",
                BEFORE "- 9:50 UTC: The cables were optimized, and the lamps adjusted.\n" AFTER,
                "On a whetstone, **the cables** were optimized");
    assert_untold(state, "40% of riders waited.",
                  BEFORE "- 9:50 UTC: The lamps were adjusted, and the cables optimized.\n" AFTER,
                  "whetstone");
    assert_untold(state, "40% of riders waited.",
                  BEFORE "- 9:50 UTC: The optimized lamps were adjusted.\n" AFTER, "whetstone");
}

/* "They" would be what we spoke of, and no longer what the record did. */
static void nothing_of_ours_parts_a_sentence_from_what_leans_on_it(void **state)
{
    const char *riders = "40% of riders waited.";
    assert_told(state, riders,
                BEFORE "- 9:50 UTC: The logs were empty. They hung in the hall.\n" AFTER,
                "They hung in the hall. *“Logs?”");
    assert_untold(state, riders,
                  BEFORE "- 9:50 UTC: The shelf was cleared. It stood in the hall.\n" AFTER,
                  "It echoed");
    assert_untold(state, riders,
                  BEFORE "- 9:50 UTC: There was a shelf. This shelf was cleared.\n" AFTER,
                  "A broom was found");
}

/* What a label announces is the record's, and no scene of ours. */
static void behind_a_label_the_record_speaks_first(void **state)
{
    assert_told(state, "40% of riders waited.", BEFORE "- 9:50 UTC: The shelf was cleared.\n" AFTER,
                "A broom was found");
    assert_untold(state, "40% of riders waited.",
                  BEFORE "- 9:50 UTC - Assumption: The shelf was cleared.\n" AFTER,
                  "A broom was found");
}

/* The record's cause is not lent to a sentence that names none. */
static void a_sentence_has_only_the_cause_that_it_names(void **state)
{
    assert_told(state, "40% of riders waited.",
                BEFORE "- 9:50 UTC: The lamp was overwhelmed by moths.\n" AFTER,
                "The **moths** sat down, and the lamp was overwhelmed");
    assert_untold(state, "40% of riders waited.",
                  BEFORE "- 9:50 UTC: The lamp was overwhelmed.\n" AFTER
                         "\n## Root Cause\n\nThe outage was caused by a missing index.\n",
                  "sat down");
}

/* A scene of the record's fault is of a finding that names it, and of no other. */
static void a_faults_scene_is_of_the_fault(void **state)
{
    const char *impact = "40% of riders waited for a failed disk.";
    const char *found = BEFORE "- 9:48 UTC: Two keys were found.\n"
                               "- 9:50 UTC: A failed disk was found.\n" AFTER
                               "\n## Root Cause\n\nThe cause was a failed disk.\n";
    assert_told(state, impact, found, "A cog lay there: **a failed disk** was found");
    assert_untold(state, impact, found, "A cog lay there: **two keys**");
}

static void nothing_is_planted_that_nobody_remembers(void **state)
{
    assert_untold(state, "40% of riders waited.", BEFORE UNSEEN AFTER, "slippers");
    assert_untold(state, "40% of riders waited.", BEFORE AFTER MEASURES, "Slippers");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_of_the_record_is_remarked_upon),
        cmocka_unit_test(a_word_in_another_sense_is_none),
        cmocka_unit_test(what_was_done_in_vain_is_no_turn),
        cmocka_unit_test(what_a_plain_field_names_is_bold),
        cmocka_unit_test(an_entry_is_bold_where_it_finds),
        cmocka_unit_test(two_asides_on_tasks_are_enough),
        cmocka_unit_test(a_trigger_may_have_several_words),
        cmocka_unit_test(a_line_that_points_stands_behind_its_sentence),
        cmocka_unit_test(an_error_that_is_quoted_is_remarked_upon),
        cmocka_unit_test(a_remark_is_made_once_and_not_twice_running),
        cmocka_unit_test(nobody_jokes_about_what_people_went_through_unasked),
        cmocka_unit_test(nor_about_who_and_when),
        cmocka_unit_test(a_sentence_that_goes_on_below_is_not_interrupted),
        cmocka_unit_test(what_is_quoted_is_not_remarked_upon),
        cmocka_unit_test(more_of_everything_is_asked_for),
        cmocka_unit_test(a_measure_is_told_behind_its_last_sentence),
        cmocka_unit_test(a_line_that_says_again_was_said_before),
        cmocka_unit_test(a_verb_is_the_frames_own),
        cmocka_unit_test(nothing_of_ours_parts_a_sentence_from_what_leans_on_it),
        cmocka_unit_test(behind_a_label_the_record_speaks_first),
        cmocka_unit_test(a_faults_scene_is_of_the_fault),
        cmocka_unit_test(a_sentence_has_only_the_cause_that_it_names),
        cmocka_unit_test(nothing_is_planted_that_nobody_remembers),
    };
    return cmocka_run_group_tests(tests, build, discard_theme);
}
