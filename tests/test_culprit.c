/* test_culprit.c: the guilty part among those who look for it. */
#include "own_theme.h"

static const char theme[] =
    "# demo: A demo\n\n## title\n\n### any\n- {title}, or, The Owl\n\n"
    "### balancer\n- {title}, or, The Signpost\n\n"
    "## told\n\n### restored, balancer\n- {clause}. The signpost pointed.\n\n"
    "## gags\n\n### owl\n`being: the owl`\n- `at opening` An owl wanted quiet.\n"
    "- `at found` The owl blinked.\n- `at closing` The owl slept.\n\n"
    "### culprit\n`being: {culprit:the}` `needs: culprit`\n"
    "- `at title` {title}, or, The Guest\n- `at opening` {being:cap} came to help.\n"
    "- `at closing` {being:cap} went home.\n\n"
    "## faults\n\n### any\n"
    "- `fable, gag: culprit` Somebody ate the bread, and {being} looked for whom.\n"
    "- `scene, gag: culprit` “Was it good?” “Very,” said {being}.\n"
    "- `ending, gag: culprit` There is bread again, and {being} has had some.\n\n"
    "### balancer\n- `image` A load balancer is a signpost.\n\n"
    "## situations\n\n### looked-past\n- {culprit:the:cap} held the lamp.\n\n"
    "### other-suspected\n- {culprit:the:cap} had thought so.\n\n"
    "### other-cleared\n- {culprit:the:cap} counted the chairs.\n\n"
    "### help-comes\n- {culprit:the:cap} took their hats.\n\n"
    "### culprit-found\n- “Ah,” said {culprit:the}.\n\n"
    "### weekend\n- {being:cap} likes Fridays.\n";

static int build(void **state)
{
    return build_theme(state, theme);
}

static const char hunt[] = "- 09:00 UTC: The site began to return errors.\n"
                           "- 09:05 UTC: The team investigated the issue.\n"
                           "- 09:15 UTC: The team suspected a DDoS attack.\n"
                           "- 09:20 UTC: The DDoS attack was ruled out.\n"
                           "- 09:22 UTC: Traffic stayed at 300 requests a second.\n"
                           "- 09:25 UTC: Escalated to the network team.\n"
                           "- 09:40 UTC: Found that the load balancer was misconfigured.\n"
                           "- 09:45 UTC: Escalated to the platform team.\n"
                           "- 09:50 UTC: The site was restored.\n";

static const char guilt[] = "The cause was a misconfiguration of the load balancer.";

static void assert_said(void **state, const char *entries, const char *cause, const char *line,
                        bool said)
{
    assert_says(edition_of_entries(state, entries, cause), line, said);
}

/* The reader knows it from the box; every step of the hunt that goes past it shows that. */
static void a_hunt_goes_past_the_culprit(void **state)
{
    assert_said(state, hunt, guilt, "issue. *The load balancer held the lamp.*", true);
    assert_said(state, hunt, guilt, "attack. *The load balancer had thought so.*", true);
    assert_said(state, hunt, guilt, "ruled out. *The load balancer counted the chairs.*", true);
    assert_said(state, hunt, guilt, "network team. *The load balancer took their hats.*", true);
    assert_said(state, hunt, guilt, "misconfigured. *“Ah,” said the load balancer.*", true);
}

/* It is the edition's character then: one fiction, from the title to the last line. */
static void the_edition_is_the_culprits(void **state)
{
    assert_said(state, hunt, guilt, "the bakery, or, The Guest\n", true);
    assert_said(state, hunt, guilt, "the bread, and the load balancer looked for whom.\n", true);
    assert_said(state, hunt, guilt, "\n> “Was it good?” “Very,” said the load balancer.\n", true);
    assert_said(state, hunt, guilt, "again, and the load balancer has had some.\n", true);
    assert_said(state, hunt, guilt, "*Facts: the record's. The rest: ours.*", true);
    assert_said(state, hunt, guilt, "ignpost", false);
    assert_said(state, hunt, guilt, "owl", false);
}

/* An entry of two sentences is not cut in half. */
static void the_line_stands_behind_its_entry(void **state)
{
    assert_said(state,
                "- 09:00 UTC: The site began to return errors.\n"
                "- 09:15 UTC: The team suspected a DDoS attack. Capacity was doubled.\n"
                "- 09:25 UTC: Escalated to the network team.\n"
                "- 09:40 UTC: Found that the load balancer was misconfigured.\n"
                "- 09:50 UTC: The site was restored.\n",
                guilt, "doubled. *The load balancer had thought so.*", true);
}

/* "..., suspecting a leak", whatever was done on it. */
static void a_theory_may_be_a_tail(void **state)
{
    assert_said(state,
                "- 09:00 UTC: The site began to return errors.\n"
                "- 09:05 UTC: The team began investigating, suspecting a memory leak.\n"
                "- 09:10 UTC: Escalated to the network team.\n"
                "- 09:40 UTC: Found that the load balancer was misconfigured.\n"
                "- 09:50 UTC: The site was restored.\n",
                guilt, "leak. *The load balancer had thought so.*", true);
}

/* A step towards it is none past it, and what comes behind the find is none of the hunt: the
 * edition is somebody else's. */
static void whoever_is_warm_meets_nobody(void **state)
{
    static const char towards[] = "- 09:00 UTC: The site began to return errors.\n"
                                  "- 09:15 UTC: The team suspected the load balancer.\n"
                                  "- 09:40 UTC: Found that the load balancer was misconfigured.\n"
                                  "- 09:45 UTC: Escalated to the platform team.\n"
                                  "- 09:50 UTC: The site was restored.\n";
    assert_said(state, towards, guilt, "had thought so", false);
    assert_said(state, towards, guilt, "took their hats", false);
    assert_said(state, towards, guilt, "“Ah,” said", false);
    assert_said(state, towards, guilt, "The owl blinked.", true);
}

/* In another record of the file it is nobody, and of itself it says nothing. */
static void elsewhere_the_culprit_is_nobody(void **state)
{
    static const char other[] = "The cause was a misconfiguration of the load balancer.\n\n"
                                "# Postmortem: the mill\n\n## Timeline\n\n"
                                "- 09:00 UTC: It was deployed on a Friday.\n";
    struct mirth_buffer entries = {0};
    mirth_put_text(&entries, hunt);
    assert_said(state, hunt, other, "likes Fridays", false);
    mirth_put_text(&entries, "- 09:55 UTC: The patch was deployed on a Friday.\n");
    mirth_put_char(&entries, '\0');
    assert_said(state, entries.at, guilt, "Friday. *The load balancer likes Fridays.*", true);
    mirth_buffer_free(&entries);
}

/* In its own edition, too. */
static void a_step_towards_it_is_none_past_it(void **state)
{
    static const char warm[] = "- 09:00 UTC: The site began to return errors.\n"
                               "- 09:05 UTC: The team investigated the issue.\n"
                               "- 09:15 UTC: The team suspected the load balancer.\n"
                               "- 09:25 UTC: Escalated to the network team.\n"
                               "- 09:40 UTC: Found that the load balancer was misconfigured.\n"
                               "- 09:50 UTC: The site was restored.\n";
    assert_said(state, warm, guilt, "team. *The load balancer took their hats.*", true);
    assert_said(state, warm, guilt, "had thought so", false);
}

/* Where the account of the cause names no part of the system, nobody is guilty. */
static void a_record_may_have_no_culprit(void **state)
{
    static const char nobody[] = "The cause was that nobody had baked any bread that morning.";
    static const char lines[][24] = {"held the lamp", "had thought so", "counted the chairs",
                                     "took their hats"};
    struct mirth_buffer entries = {0};
    mirth_put(&entries, hunt, (size_t)(strstr(hunt, "- 09:40") - hunt));
    mirth_put_text(&entries, "- 09:40 UTC: Found that there was no bread.\n"
                             "- 09:50 UTC: The site was restored.\n");
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        assert_said(state, entries.at, nobody, lines[i], false);
    mirth_buffer_free(&entries);
}

/* Where no part of the system is to blame, what the cause says of it is. */
static void a_typo_may_be_it(void **state)
{
    static const char *const causes[] = {"The cause was a typo in the settings of the oven.",
                                         "The cause was a typo in the settings of the server."};
    for (size_t i = 0; i < sizeof causes / sizeof *causes; i++)
        assert_said(state,
                    "- 09:00 UTC: The site began to return errors.\n"
                    "- 09:15 UTC: The team suspected a DDoS attack.\n"
                    "- 09:25 UTC: Escalated to the network team.\n"
                    "- 09:40 UTC: Found a typo.\n"
                    "- 09:50 UTC: The site was restored.\n",
                    causes[i], "attack. *The typo had thought so.*", true);
}

/* What the oven did to its connections is no fault of the database's. */
static void whoever_is_used_is_innocent(void **state)
{
    assert_said(state,
                "- 09:00 UTC: The site began to return errors.\n"
                "- 09:15 UTC: The team suspected a DDoS attack.\n"
                "- 09:25 UTC: Escalated to the network team.\n"
                "- 09:40 UTC: Found a leak.\n"
                "- 09:50 UTC: The site was restored.\n",
                "The cause was a leak of database connections in the oven.",
                "attack. *The leak had thought so.*", true);
}

/* Nor is what a surge filled: the surge helps to look. */
static void a_victim_is_no_culprit(void **state)
{
    assert_said(state,
                "- 09:00 UTC: The site began to return errors.\n"
                "- 09:15 UTC: The team suspected a DDoS attack.\n"
                "- 09:25 UTC: Escalated to the network team.\n"
                "- 09:40 UTC: Found a backlog in the message queue.\n"
                "- 09:50 UTC: The site was restored.\n",
                "The cause was a sudden surge in orders. The message queue filled up.",
                "attack. *The surge had thought so.*", true);
}

/* The words alone, in the account of the cause, show nothing. */
static void outside_the_timeline_nobody_hunts(void **state)
{
    assert_said(state, hunt,
                "The cause was a misconfiguration of the load balancer. At first they wrongly "
                "suspected the oven, which was to blame all along for the smoke only.",
                "smoke only. *", false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_hunt_goes_past_the_culprit),
        cmocka_unit_test(the_edition_is_the_culprits),
        cmocka_unit_test(the_line_stands_behind_its_entry),
        cmocka_unit_test(a_theory_may_be_a_tail),
        cmocka_unit_test(whoever_is_warm_meets_nobody),
        cmocka_unit_test(a_step_towards_it_is_none_past_it),
        cmocka_unit_test(elsewhere_the_culprit_is_nobody),
        cmocka_unit_test(a_record_may_have_no_culprit),
        cmocka_unit_test(a_typo_may_be_it),
        cmocka_unit_test(a_victim_is_no_culprit),
        cmocka_unit_test(whoever_is_used_is_innocent),
        cmocka_unit_test(outside_the_timeline_nobody_hunts),
    };
    return cmocka_run_group_tests(tests, build, discard_theme);
}
