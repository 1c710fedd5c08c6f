/* test_headline.c: which entries have a headline, which one, and what becomes of the sentence. */
#include "own_theme.h"

static const char theme[] =
    "# demo: A demo\n\n## gags\n\n### owl\n`being: the owl`\n"
    "- `at opening` An owl wanted quiet.\n- `at closing` The owl slept.\n\n"
    "## faults\n\n### disk-full\n- `image` A disk is a cellar.\n"
    "- `at cause` No room for a comma.\n- `at resolution` Old pages left by the window.\n\n"
    "## headlines\n\n"
    "### any\n- `word: kettle` Steam.\n"
    "### escalated\n- More boots.\n"
    "### restarted\n- Everybody out.\n"
    "### checked\n- Under the carpets.\n"
    "### suspected\n- A theory, with legs.\n"
    "### false-trail, disk-full\n- The wrong tower.\n"
    "### found\n- There it was.\n"
    "### found, disk-full\n- The cellar.\n"
    "### detected\n- A sign.\n### detected, disk-full\n- A creak.\n"
    "### did\n- Something.\n- `word: lamp` A lamp.\n"
    "### monitor\n- `word: disk` A lantern on the stairs.\n- A stool for the sentry.\n\n"
    "## told\n\n### escalated\n- Up went {what:the} to {to:the}{rest}.\n"
    "### restarted\n- {clause}. Mind the step.\n"
    "## asked\n\n### monitor\n- {clause}. *By day.*\n### train\n- {clause}. *By ear.*\n";

static int build(void **state)
{
    return build_theme(state, theme);
}

static char *edition_of(void **state, const char *timeline, const char *measures)
{
    struct mirth_buffer record = {0};
    mirth_put_text(&record, "# Postmortem: the archive\n\n## Timeline\n\n"
                            "- 9:30 UTC: Letters met.\n- 9:40 UTC: Letters talked.\n");
    mirth_put_text(&record, timeline);
    mirth_put_text(&record, "\n## Root Cause and Resolution\n\n"
                            "- Root Cause: The archive had run out of disk space.\n"
                            "- Resolution: Old scans were removed from the disk.\n\n"
                            "## Corrective and Preventative Measures\n\n");
    mirth_put_text(&record, measures);
    return edition_in(state, 3, &record); /* no limit of length */
}

static const struct row {
    const char *timeline, *measures, *wanted;
} rows[] = {
    /* the sentence behind it keeps its words, and has no emphasis of ours */
    {"- 9:50 UTC: The incident was escalated to the archive team.\n", "",
     "**9:50 UTC:** **More boots.** The incident was escalated to the archive team.\n"},
    /* what stands behind a sentence may */
    {"- 9:50 UTC: Restarted the scanner.\n", "",
     "**Everybody out.** The scanner was restarted. *Mind the step.*\n"},
    /* its first letter rises, where the word is one of English */
    {"- 9:50 UTC - checked the logs of the scanner\n", "",
     "**Under the carpets.** The logs of the scanner were checked\n"},
    /* an entry whose time stands in its sentence */
    {"- At 9:50 UTC the incident was escalated to the archive team.\n", "",
     "- **More boots.** At 9:50 UTC the incident was escalated to the archive team.\n"},
    /* an entry with a label of its own */
    {"- 9:50 UTC - Call: Escalated to the archive team.\n", "",
     "- Call: Escalated to the archive team.\n"},
    {"- 9:50 UTC - Escalation: The fault was escalated to the archive team.\n", "",
     "- Escalation: **More boots.** The fault was escalated to the archive team.\n"},
    {"- 9:50 UTC - Root Cause: The disk of the scanner was full.\n", "", "- Root Cause: The"},
    /* an entry that is bold as a whole */
    {"- **9:50 UTC: Restarted the scanner.**\n", "", "- **9:50 UTC: Restarted the scanner.**\n"},
    /* the fault's own, where the sentence names the fault, and only there */
    {"- 9:50 UTC: Found that the disk was full.\n", "", "**The cellar.** Found that"},
    {"- 9:50 UTC: Root cause identified as a full disk.\n", "", "**The cellar.** The root cause"},
    {"- 9:50 UTC: The team found a bent pin in the plug.\n", "",
     "**There it was.** The team found"},
    /* the first sign of a fault is behind us once it is found */
    {"- 9:50 UTC: An outage was detected.\n- 9:55 UTC: Found that the disk was full.\n", "",
     "**A creak.** An outage"},
    {"- 9:50 UTC: Found that the disk was full.\n- 9:55 UTC: An outage was detected.\n", "",
     "**A sign.** An outage"},
    /* a suspicion of something else is a false trail; of the fault it is none */
    {"- 9:50 UTC: Suspected a network problem.\n", "",
     "**The wrong tower.** A network problem was suspected"},
    {"- 9:50 UTC: Suspected a full disk.\n", "",
     "**A theory, with legs.** A full disk was suspected"},
    /* the sentence that is the most to the story */
    {"- 9:50 UTC: Checked the logs of the scanner. Root cause identified as a full disk.\n", "",
     "**The cellar.** The logs of the scanner were"},
    /* a frame that says little wants a word */
    {"- 9:50 UTC: The crew performed a walk with the lamp.\n", "", "**A lamp.** The crew did"},
    {"- 9:50 UTC: The crew performed a walk round the yard.\n", "", "**9:50 UTC:** The crew did"},
    /* no frame, or no headline left of it */
    {"- 9:50 UTC: Calm by the kettle.\n", "", "**Steam.** Calm by the kettle.\n"},
    {"- 9:50 UTC: Escalated to the kettle team.\n- 9:55 UTC: The fault was escalated to the night "
     "desk.\n",
     "", "**9:55 UTC:** Up went"},
    /* a measure's stands where an aside would, and names it */
    {"", "- Monitor the disk of every scanner.\n",
     "**A lantern on the stairs:** Monitor the disk of every scanner.\n"},
    {"", "- Monitoring: Monitor the disk of every scanner.\n",
     "Monitoring: *A lantern on the stairs.* Monitor the disk of every scanner.\n"},
    {"", "- Check the primary and the spare lamp.\n", "- Check the primary and the spare lamp.\n"},
    {"", "- Train the crew of the lamp. *Night crew, 9 May.*\n", "*Night crew, 9 May.* *By ear.*"},
    {"", "- Replace direct `wick()` by a lamp.\n", "- Replace direct `wick()` by a lamp.\n"},
    {"", "- Test that sends nine letters.\n", "- Test that sends nine letters.\n"},
    {"", "- [x] Monitor the queue of every scanner.\n",
     "- [x] **A stool for the sentry:** Monitor the queue"},
    /* the fault's own lines */
    {"", "", "run out of disk space. *No room for a comma.*\n"},
    {"", "", "were removed from the disk. *Old pages left by the window.*\n"},
};

static void an_entry_has_the_headline_that_fits(void **state)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *text = edition_of(state, rows[i].timeline, rows[i].measures);
        if (!strstr(text, rows[i].wanted))
            fail_msg("row %zu: no `%s` in:\n%s", i, rows[i].wanted, text);
        free(text);
    }
}

/* A telegram is told as a sentence, whatever the theme. */
static const struct row telegrams[] = {
    {"- 9:50 UTC: Server settings adjusted on both floors.\n", "",
     "The server settings were changed on both floors.\n"},
    {"- 9:50 UTC: Adjusted the server settings on both floors.\n", "",
     "The server settings on both floors were changed.\n"},
    {"- 9:50 UTC: Eventually, adjusted the server settings.\n", "",
     "Eventually, the server settings were changed.\n"},
    {"- 9:50 UTC: Issue Resolved\n", "", "The issue was resolved\n"},
    {"- 9:50 UTC: Thorough testing conducted by the crew.\n", "",
     "Thorough testing was conducted by the crew.\n"},
    {"- 9:50 UTC: Temporary fix applied: a spare server.\n", "",
     "A temporary fix was applied: a spare server.\n"},
    {"- 9:50 UTC: Additional servers added on both floors.\n", "",
     "Extra servers were added on both floors.\n"},
    {"- 9:50 UTC: Root cause identified: a full disk.\n", "",
     "The cellar. Root cause identified: a full disk.\n"},
    {"- 9:50 UTC: Reverted the changes to the server.\n", "",
     "Reverted the changes to the server.\n"},
    {"- 9:50 UTC: Adjusted the server at noon, suspecting a leak.\n", "",
     "Changed the server at noon, suspecting a leak.\n"},
    /* verbs that no frame names, where nothing does that by itself */
    {"- 9:50 UTC: Ticket assigned to the crew.\n", "", "The ticket was assigned to the crew.\n"},
    {"- 9:50 UTC: Lamp polish executed by the crew.\n", "", "Lamp polish was run by the crew.\n"},
    {"- 9:50 UTC: Lamp shone through the fog.\n", "", "Lamp shone through the fog.\n"},
    {"- 9:50 UTC: Crew requested lamps.\n", "", "Crew requested lamps.\n"},
    /* what is one, or would lose its subject, its number or its noun */
    {"- 9:50 UTC: The crew adjusted the server settings.\n", "",
     "The crew changed the server settings.\n"},
    {"- 9:50 UTC: Adjusted the server settings and went home.\n", "",
     "Changed the server settings and went home.\n"},
    {"- 9:50 UTC: Adjusted afterwards on both floors: nine of them.\n", "",
     "Adjusted afterwards on both floors: nine of them.\n"},
    {"- 9:50 UTC: Server settings adjusted; queue cleared.\n", "",
     "The server settings were changed; the queue was cleared.\n"},
    {"- 9:50 UTC: Adjusted lamp and disk speed.\n", "", "Adjusted lamp and disk speed.\n"},
    {"- 9:50 UTC: Server with the alert set to off deployed.\n", "",
     "Server with the alert set to off deployed.\n"},
    {"- 9:50 UTC: Our server checked only that the lamp was lit.\n", "",
     "Our server checked only that the lamp was lit.\n"},
    {"- 9:50 UTC: A server added in May opened the door.\n", "",
     "A server added in May opened the door.\n"},
    {"- 9:50 UTC: Lamps adjusted to piers 4, 7 and 8 begin to go out.\n", "",
     "Lamps adjusted to piers 4, 7 and 8 begin to go out.\n"},
    {"- 9:50 UTC: Settings adjusted on Friday remain in place.\n", "",
     "Settings adjusted on Friday remain in place.\n"},
    {"- 9:50 UTC: Server settings adjusted to evenly light both piers.\n", "",
     "The server settings were changed to evenly light both piers.\n"},
    {"- 9:50 UTC: Located it in the cellar of the pier.\n", "",
     "Located it in the cellar of the pier.\n"},
    {"- 9:50 UTC: Server settings adjusted after the lamp showed the way.\n", "",
     "The server settings were changed after the lamp showed the way.\n"},
    /* how something is, without its verb */
    {"- 9:50 UTC: Both lamps not responding.\n", "", "UTC: Both lamps were not responding.\n"},
    {"- 9:50 UTC: Server down again for an hour.\n", "",
     "The server was down again for an hour.\n"},
    {"- 9:50 UTC: Riders unable to board.\n", "", "The riders were unable to board.\n"},
    {"- 9:50 UTC: Lamp oil at 40%.\n", "", "Lamp oil was at 40%.\n"},
    {"- 9:50 UTC: Server slow because the oil was cold.\n", "",
     "The server was slow because the oil was cold.\n"},
    {"- 9:50 UTC: Server down caused the fog.\n", "", "Server down caused the fog.\n"},
    {"- 9:50 UTC: Server full restoration by noon.\n", "", "full restoration by noon.\n"},
    {"- 9:50 UTC: Server slow page loads.\n", "", "UTC: Server slow page loads.\n"},
    {"- 9:50 UTC: Riders unable to board were sent home.\n", "",
     "Riders unable to board were sent home.\n"},
    {"- 9:50 UTC: Our server stays green.\n", "", "UTC: Our server stays green.\n"},
    {"- 9:50 UTC: The server slowed down.\n", "", "UTC: The server slowed down.\n"},
    {"- 9:50 UTC: The server remained slow.\n", "", "UTC: The server remained slow.\n"},
    /* an entry begins with a capital, but for what is no word */
    {"- 9:50 UTC: the rain fell on the pier, at noon.\n", "",
     "UTC: The rain fell on the pier, at noon.\n"},
    {"- 9:50 UTC: tessak went out.\n", "", "UTC: tessak went out.\n"},
    {"- 9:50 UTC: Guess: the rain fell on the pier, at noon.\n", "",
     "Guess: the rain fell on the pier, at noon.\n"},
    /* two deeds */
    {"- 9:50 UTC: Server settings adjusted, queue cleared.\n", "",
     "The server settings were changed, and the queue was cleared.\n"},
    {"- 9:50 UTC: Server settings adjusted at noon and alerts disabled.\n", "",
     "The server settings were changed at noon and alerts were disabled.\n"},
    {"- 9:50 UTC: Server settings adjusted, and normal work resumed.\n", "",
     "The server settings were changed, and normal work resumed.\n"},
    /* a single thing that lacks its article, and what has none */
    {"- 9:50 UTC: Night team found a bent spoon.\n", "", "The night team found a bent spoon."},
    {"- 9:50 UTC: Server back online.\n", "", "The server was back online."},
    {"- 9:50 UTC: Disk use at 40%.\n", "", "The disk use was at 40%."},
    {"- 9:50 UTC: Disk use falls to 22%.\n", "", "Disk use falls to 22%."},
    {"- 9:50 UTC: 💥 Our old server found a bent spoon.\n", "", " 💥 Our old server found"},
    {"- 9:50 UTC: Nadia found a bent spoon.\n", "", "Nadia found a bent spoon."},
    {"- 9:50 UTC: Engineers found a bent spoon.\n", "", " Engineers found a bent spoon."},
    {"- 9:50 UTC: Server 4 found a bent spoon.\n", "", " Server 4 found a bent spoon."},
    {"- 9:50 UTC: We apologise to the riders affected.\n", "",
     "We apologise to the riders affected."},
    {"- 9:50 UTC: Server added at 9:45 opened its doors.\n", "",
     "Server added at 9:45 opened its doors.\n"},
    {"- 9:50 UTC: Confirmed working.\n", "", "Confirmed working.\n"},
    {"- 9:50 UTC: Server alert fired at noon.\n", "", "The server alert fired at noon.\n"},
    {"- 9:50 UTC: Audience erupted in applause.\n", "", "Audience erupted in applause.\n"},
};

static void a_telegram_is_told_as_a_sentence(void **state)
{
    for (size_t i = 0; i < sizeof telegrams / sizeof *telegrams; i++) {
        char *text = edition_of(state, telegrams[i].timeline, telegrams[i].measures);
        drop_emphasis(text);
        if (!strstr(text, telegrams[i].wanted))
            fail_msg("telegram %zu: no `%s` in:\n%s", i, telegrams[i].wanted, text);
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_entry_has_the_headline_that_fits),
        cmocka_unit_test(a_telegram_is_told_as_a_sentence),
    };
    return cmocka_run_group_tests(tests, build, discard_theme);
}
