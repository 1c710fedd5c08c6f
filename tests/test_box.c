/* test_box.c: when, who felt it, why and the fix, from records that only tell them in prose. */
#include "own_theme.h"

static const char theme[] =
    "# demo: A demo\n\n## box\n\n### when\n- When\n\n### long\n- Length\n\n### who\n- Who\n\n### "
    "why\n- Why\n\n"
    "### fix\n- Fix\n\n## gags\n\n### owl\n`being: the owl`\n- `at opening` An owl wanted quiet.\n"
    "- `at title` {title}, or, The Owl\n"
    "- `at found` The owl blinked.\n- `at closing` The owl slept.\n\n"
    "## faults\n\n### firewall\n- `image` A firewall is a wall.\n\n"
    "## remarks\n\n### any\n- `word: logs` “*Logs*?” said {being}.\n";

/* A record, and what its box has; a row that begins with `!` must not be there. */
static const struct {
    const char *record;
    const char *rows[4];
} table[] = {
    /* a text before the first heading is a summary */
    {"# Postmortem: the relay\n\nOn 2023-01-25 at 09:15 UTC, we moved the relay. During the move, "
     "users could not read mail, which nobody had planned.\n\nThis was a bug in the relay.\n\n"
     "## Resolution\n\nThe mail relay was restarted.\n",
     {"**When** | 2023-01-25 at 09:15 UTC |", "**Why** | A bug in the relay |",
      "**Fix** | The mail relay was restarted |"}},
    /* what stands between the hours and their day */
    {"# Postmortem: the relay\n\n## Summary\n\nFrom 2:05 PM to 3:40 PM WAT (95 minutes) on 8 "
     "November 2022 the relay was silent.\n\n## Resolution\n\nThe mail relay was restarted.\n",
     {"**When** | From 2:05 PM to 3:40 PM WAT (95 minutes) on 8 November 2022 |"}},
    /* that users "experienced the incident" says nothing of them, nor does what should be so */
    {"# Postmortem: the relay\n\n## Impact\n\nFor 13 minutes our users experienced this "
     "incident. Users should not have lost any letters. Readers on the pier got no letters.\n\n"
     "## Resolution\n\nThe mail relay was restarted.\n",
     {"**Who** | Readers on the pier got no letters |"}},
    /* what is usually so, and what was not lost, hit nobody */
    {"# Postmortem: the relay\n\n## Impact\n\n- Duration: 13 minutes.\n- 812 letters for the pier "
     "failed. Letters for the pier are normally 26% of all letters.\n- No data was lost.\n\n"
     "## Resolution\n\nThe mail relay was restarted.\n",
     {"**Who** | 812 letters for the pier failed |"}},
    /* where calls come from is no cause, and what a sentence calls the cause goes before what
     * stands under the label */
    {"# Postmortem: the relay\n\n## Summary\n\nThe root cause is that the old relay was cloned "
     "together with its bell.\n\n## Timeline\n\n- 9:50 UTC: The porter answers: half of the calls "
     "come from `bell-1` and half from `bell-2`.\n\n## Root cause and resolution\n\n**Root "
     "cause.** The bell was put up by hand a year ago.\n\n**Resolution.** The second bell was "
     "removed.\n",
     {"**Why** | The old relay was cloned together with its bell |"}},
    /* why nobody noticed is why it lasted */
    {"# Postmortem: the relay\n\n## Summary\n\nFrom 10:05 to 10:40 UTC the relay was silent. It "
     "was not "
     "detected by the porter, because the bell was still set to the wrong relay.\n\n## Resolution"
     "\n\nThe mail relay was restarted.\n",
     {"!**Why**"}},
    /* how many people */
    {"# Postmortem: the relay\n\n## Summary\n\nThe relay was silent. The relay lost letters of "
     "4,000 readers.\n\n## Resolution\n\nThe mail relay was restarted.\n",
     {"**Who** | The relay lost letters of 4,000 readers |"}},
    /* "because" and what was wrong, as a clause */
    {"# Postmortem: the relay\n\n## Summary\n\nAt 2023-01-25 09:15 UTC the relay went down because "
     "no disk space was left on the mail host.\n\n## Resolution\n\nWe deployed [a failing "
     "test](https://example.com/2). We wrote "
     "a patch and shipped it.\n",
     {"**Why** | No disk space was left on the mail host |",
      "**Fix** | We wrote a patch and shipped it |"}},
    /* the sentence that says what was wrong; what ended it, and not what was done later */
    {"# Postmortem: the relay\n\n- Duration: 10:05 UTC to 10:40 UTC\n- Impact: 40% of users were "
     "in the dark.\n- Root cause: The service token of the relay had a lifetime of a day. It "
     "expired at noon.\n\n## Resolution\n\nThe oil was replaced. Later that day, we resolved the "
     "incident by adding a lid.\n",
     {"**Why** | The service token of the relay had a lifetime of a day. It expired at noon |",
      "**Fix** | The oil was replaced |"}},
    /* what is stated first, and stated behind it */
    {"# Postmortem: the relay\n\n- Severity: 2\n- Root cause: The relay was limited to 5 letters. "
     "The "
     "value came from a sketch, which somebody had drawn on the evening before the relay was built "
     "on the old pier, where the wind is.\n\n## Resolution\n\nThe relay was replaced.\n",
     {"**Why** | The relay was limited to 5 letters"}},
    /* its table says when already; "backlog cleared" mended nothing */
    {"# Postmortem: the relay\n\n| | |\n|---|---|\n| **Duration** | 10:05 to 10:40 UTC |\n| "
     "**Severity** | 2 "
     "|\n\n## Summary\n\nThe outage was caused by a worn cable. 40% of users were affected.\n\n## "
     "Timeline\n\n- 10:10 UTC: Users reported an outage.\n- 10:30 UTC: Backlog cleared.\n- 10:40 "
     "UTC: All was well.\n",
     {"**Why** | A worn cable |", "!**When**", "!**Fix**"}},
    /* "The cause:" within the summary; the row of the time has the hours */
    {"# Postmortem: the relay\n\n## Summary\n\nOn 3 May 2024, from 10:05 to 10:40 UTC, a third of "
     "our users got no letters at all. The cause: the relay's lid was left open at noon by 40% of "
     "users.\n\n## Resolution\n\nThe mail relay was restarted.\n",
     {"**Who** | A third of our users got no letters at all |",
      "**Why** | The relay's lid was left open at noon by 40% of users |"}},
    /* the clause that has the share, behind another clause and before one */
    {"# Postmortem: the relay\n\n- Duration: 10:05 UTC to 10:40 UTC\n- Impact: The relay was dark; "
     "40% of users could not read a letter and the rest got theirs an hour or more after tea "
     "on the pier from a porter with a bag who had come all the way on foot in the rain.\n"
     "- Root cause: a worn cable.\n",
     {"40% of users could not read a letter |"}},
    /* what mended it came before what the timeline calls the finding: the cause's section says so,
       or the entry itself */
    {"# Postmortem: the relay\n\n## Timeline\n\n- 9:00 AM: The relay fell silent.\n- 9:30 AM: The "
     "worn cable was fixed.\n- 10:00 AM: Engineers found that one more cable was worn.\n- 10:30 "
     "AM: All was well.\n\n## Root cause and resolution\n\nThe root cause was a worn cable. We "
     "corrected the length of the cable.\n",
     {"**Fix** | We corrected the length of the cable |"}},
    {"# Postmortem: the relay\n\n## Timeline\n\n- 9:00 AM: The relay fell silent.\n- 9:30 AM: The "
     "worn cable was fixed.\n- 10:00 AM: Engineers found that one more cable was worn.\n- 10:30 "
     "AM: All was well.\n\n## Root cause\n\nThe root cause was a worn cable.\n",
     {"**Fix** | The worn cable was fixed |"}},
    /* a length stands behind its ends, where those are said by themselves; what the fix was */
    {"# Postmortem: the relay\n\n- Start: 2022-05-09 10:05 UTC\n- End: 2022-05-09 10:40 UTC\n"
     "- Duration: 35 min\n- Root cause: a worn cable.\n\n## Resolution\n\nThe fix was a new "
     "cable, with a lid on it. The fix was deployed at noon.\n",
     {"**When** | 2022-05-09 10:05 to 10:40 UTC (35 min) |",
      "**Fix** | A new cable, with a lid on it |"}},
    /* how long it was is no "when" */
    {"# Postmortem: the relay\n\n## Root cause\n\nThe root cause was a worn cable.\n\n"
     "## Notes\n\n- Duration: 35 min\n",
     {"**Length** | 35 min |", "!**When**"}},
    /* under the heading of the cause, what stands before a colon is of it */
    {"# Postmortem: the relay\n\n## Timeline\n\n- 10:05: The relay fell silent.\n- 10:40: The "
     "relay was restarted.\n\n## Root cause\n\nA worn cable, a fault of ours: rain came in.\n",
     {"**Why** | A worn cable, a fault of ours: rain came in |"}},
    /* the response told as a tale: what was done about what was found */
    {"# Postmortem: the relay\n\n## Timeline\n\n- 10:05: The relay fell silent.\n\n## Root "
     "cause\n\nThe root cause was a worn cable.\n\n## What we did\n\nWe looked into the loft. We "
     "found a worn cable. At 10:40 we stopped the clock in the loft. We went home.\n",
     {"**Fix** | We stopped the clock in the loft |"}},
    /* what was done just before the recovery, and whatever else was done */
    {"# Postmortem: the relay\n\n## Timeline\n\n- 10:05: The relay fell silent.\n- 10:20: A "
     "letter was sent to the harbor.\n- 10:40: The clock in the loft was turned off.\n- 10:41: "
     "The relay was back to normal.\n\n## Root cause\n\nThe root cause was a worn cable.\n",
     {"**Fix** | The clock in the loft was turned off |"}},
    /* a question is no cause, whatever is missing in it */
    {"# Postmortem: the relay\n\n## Timeline\n\n- 10:05: The relay fell silent.\n- 10:40: The "
     "mail relay was restarted.\n\n## Five whys\n\n1. Why were letters missing? The relay was "
     "silent.\n2. Why was it silent? Nobody knew.\n",
     {"!**Why** |"}},
    /* two sentences that nothing parts */
    {"# Postmortem: the relay\n\n## Timeline\n\n- 10:05: The relay fell silent.\n- 10:40: The "
     "relay was restarted.\n\n## Root cause\n\nThe root cause was a worn cable.Lamps on the "
     "pier.\n",
     {"**Why** | A worn cable |"}},
    /* labels over lists: one that is none of ours ends the one before it */
    {"# Postmortem: the relay\n\n- **Summary**\n  - When\n    - From 2022-05-09 10:05 to 10:40\n"
     "  - What\n    - 22% of the readers got no letters.\n  - Why\n    - A worn cable.\n\n"
     "## Resolution\n\nThe mail relay was restarted.\n",
     {"**When** | From 2022-05-09 10:05 to 10:40 |",
      "**Who** | 22% of the readers got no letters |", "**Why** | A worn cable |"}},
    /* a zone's hours are no second time, so that how long is said; two times say it themselves */
    {"# Postmortem: the relay\n\n## Summary\n\nOn 9 May 2022, at 10:05 AM GMT+02:00, the relay "
     "fell silent. The silence lasted 45 minutes.\n\n## Resolution\n\nThe mail relay was "
     "restarted.\n",
     {"**When** | 9 May 2022, at 10:05 AM GMT+02:00, for 45 minutes |"}},
    {"# Postmortem: the relay\n\n## Summary\n\nOn 9 May 2022 a heavy letter held the relay for 38 "
     "minutes.\n\n## Timeline\n\n- 10:05: The relay fell silent.\n- 14:20: All was well.\n\n"
     "## Resolution\n\nThe mail relay was restarted.\n",
     {"**When** | 9 May 2022, 10:05 to 14:20 |"}},
    /* a day in one sentence, and its hours in the next */
    {"# Postmortem: the relay\n\n## Summary\n\nSo, on Monday 9 May 2022, every second letter was "
     "lost. The silence ran from 10:05 am to 2:20 pm UTC (4 hours). Readers waited until 1:20 "
     "pm.\n\n## Resolution\n\nThe mail relay was restarted.\n",
     {"**When** | Monday 9 May 2022, from 10:05 am to 2:20 pm UTC |"}},
    {"# Postmortem: the relay\n\n## Summary\n\nThe relay was silent from 10:05 to 14:20 EAT, 4 h "
     "15 min in total.\n\n## Resolution\n\nThe mail relay was restarted.\n",
     {"**When** | From 10:05 to 14:20 EAT |"}},
    /* its ends, each with its label */
    {"# Postmortem: the relay\n\n## Summary\n\nLetters were lost.\n\nStart 10:02 UTC, lamp lit "
     "10:51 UTC, end of impact 11:51 UTC.\n\n## Resolution\n\nThe mail relay was restarted.\n",
     {"**When** | 10:02 UTC to 11:51 UTC |"}},
    /* of whom it is said; how many, before what does not say it */
    {"# Postmortem: the relay\n\n## Summary\n\nThe relay rang twice. 310 merchants were paid "
     "twice.\n\n## Impact\n\n- 172 were told at once, and 90 of those users sent it back.\n\n## "
     "Resolution\n\nThe mail relay was restarted.\n",
     {"**Who** | 310 merchants were paid twice |"}},
    /* a label whose text goes on below is joined apart from it: no cause with its label */
    {"# Postmortem: the relay\n\n## Timeline\n\n- 10:05: The relay fell silent.\n- 10:40: The "
     "mail relay was restarted.\n\n## Root cause\n\n**Old Stock:** a worn cable broke the relay, "
     "which had been lying\nin the loft.\n",
     {"!**Why** |"}},
    /* a reason for something else, in a subordinate clause */
    {"# Postmortem: the relay\n\n## Summary\n\nThe relay was silent for 40% of users. Because "
     "lamps cache negative answers, some users remained affected for another hour.\n\n## "
     "Resolution\n\nThe mail relay was "
     "restarted.\n",
     {"!**Why** |"}},
    /* what the next sentence takes back mended nothing */
    {"# Postmortem: the relay\n\n## Summary\n\nThe relay was silent.\n\n## Root cause\n\nThe root "
     "cause was a worn cable.\n\n## Resolution\n\nThe harbor resolved it by ringing twice. Our "
     "failures continued. We replaced the worn cable.\n",
     {"**Fix** | We replaced the worn cable |"}},
    /* the day, in a sentence of the date; an end with its hedge; a share alone */
    {"# Postmortem: the relay\n\n## Summary\n\nThe date of the silence is 9 May 2022. So quiet was "
     "it, by the sea, that 85% of the readers, and of the gulls, slept until the lamp was lit, at "
     "which they rose and went out to see what there was.\n\n## Timeline\n\n- 9:00 AM: The relay "
     "fell silent.\n- 9:30 AM: The relay was restarted.\n",
     {"**When** | 9 May 2022, 9:00 to 9:30 AM |", "85% of the readers"}},
    {"# Postmortem: the relay\n\n## Summary\n\nOn 9 May 2022, from 9:00 AM to around 9:30 AM, the "
     "relay was silent.\n\n## Resolution\n\nThe mail relay was restarted.\n",
     {"**When** | 9 May 2022, from 9:00 AM to around 9:30 AM |"}},
    /* a moment alone is no "when"; two times of a day that a field of its own tells are one */
    {"# Postmortem: the relay\n\n- Date: 2023-11-09\n- Impact: 86% of the letters were lost "
     "between 14:36 and 15:43 UTC.\n- Root cause: a worn cable.\n\n## Summary\n\nAt 14:51 the "
     "lamp was lit.\n\n## Resolution\n\nThe mail relay was restarted.\n",
     {"**When** | 2023-11-09, between 14:36 and 15:43 UTC |"}},
    {"# Postmortem: the relay\n\n- Impact: 86% of the letters were lost.\n- Root cause: a worn "
     "cable.\n\n## Summary\n\nAt 14:51: the relay was restarted.\n\n## Resolution\n\nThe mail "
     "relay was restarted.\n",
     {"!**When**"}},
    /* what was done to the thing that was broken, behind the cause */
    {"# Postmortem: the relay\n\n## Root cause and resolution\n\nThe root cause was an expired "
     "certificate. The relay was halted for a minute, the certificate renewed, and the relay lit "
     "again.\n\n## Timeline\n\n- 9:00 AM: The relay fell silent.\n- 9:30 AM: The relay was "
     "restarted.\n",
     {"**Fix** | The relay was halted for a minute, the certificate renewed, and the relay lit "
      "again |"}},
    /* what the verb asks for is no tail */
    {"# Postmortem: the relay\n\n## Summary\n\nThe relay was silent.\n\n- Root cause: the lamp "
     "was lit at noon when we wanted it lit at dusk, which nobody by the sea or on the pier had "
     "asked for at all, and the keeper of the lamp did not write down who had lit it until the "
     "end of the long and quiet day.\n\n## Resolution\n\nThe mail relay was restarted.\n",
     {"!did not write down |"}},
    /* "to fix it we ..." with a list behind it, and what the fix does */
    {"# Postmortem: the relay\n\n## Root cause and resolution\n\nThe root cause was a worn cable. "
     "To fix it we "
     "wound a cable, hung it, and rang the bell.\n\n## Timeline\n\n- 9:00 AM: The relay fell "
     "silent.\n",
     {"**Fix** | We wound a cable, hung it, and rang the bell |"}},
    {"# Postmortem: the relay\n\n## Root cause and resolution\n\nThe root cause was a worn cable. "
     "The final fix "
     "keeps the cable in a box, with a lid.\n\n## Timeline\n\n- 9:00 AM: The relay fell silent.\n",
     {"**Fix** | The final fix keeps the cable in a box, with a lid |"}},
    /* what only points, what was for the time being, what is yet to do: none of it is the fix */
    {"# Postmortem: the relay\n\n## Impact\n\nThe relay did not answer any reader, including the "
     "ferries, the piers, the cranes, the tugs, the pilots, the two lamps and the harbour "
     "office.\n\n"
     "## Resolution\n\nThis was patched. A temporary patch was put in. Patch the relay. A wider "
     "cable replaced the worn one.\n",
     {"**Who** | The relay did not answer any reader |",
      "**Fix** | A wider cable replaced the worn one |", "!temporary"}},
    /* no field, no date in the summary: the timeline's first day and its last */
    {"# Postmortem: the relay\n\n## Timeline\n\n- 2023-01-25 09:15 Restarted the lamp.\n"
     "- 2023-01-25 09:40 The relay fell silent.\n- 2023-01-26 08:10 Restarted the relay.\n",
     {"**When** | 2023-01-25 09:15 to 2023-01-26 08:10 |", "**Fix** | Restarted the relay |",
      "!Fix** | Restarted the lamp"}},
    /* a day and its times, whichever comes first */
    {"# Postmortem: the relay\n\n## Summary\n\nOn 2022-05-09 between 10:05 and 10:40 UTC the relay "
     "fell silent.\n\n## Resolution\n\nWe restarted the relay.\n",
     {"**When** | 2022-05-09 between 10:05 and 10:40 UTC |"}},
    /* how long it was, where its moment alone would not say */
    {"# Postmortem: the relay\n\n## Summary\n\nOn June 5, 2023, at 10:05 AM UTC, the relay fell "
     "silent for about 2 hours. 20% of users got no mail.\n\n## Timeline\n\n- 10:05 AM: Silence.\n"
     "- 12:05 PM: Restarted the relay.\n",
     {"**When** | June 5, 2023, at 10:05 AM UTC, for about 2 hours |"}},
    {"# Postmortem: the relay\n\n## Summary\n\nThe relay was silent for 2 hours, on June 5, 2023, "
     "from 10:05 AM to 12:05 PM UTC.\n\n## Timeline\n\n- 10:05 AM: Silence.\n"
     "- 12:05 PM: Restarted the relay.\n",
     {"**When** | June 5, 2023, from 10:05 AM to 12:05 PM UTC |"}},
    /* how many, where the plainest sentence does not say it */
    {"# Postmortem: the relay\n\n## Summary\n\n- Impact: The outage affected the mail of the whole "
     "house. This left about 40% of our users waiting for letters.\n\n## Timeline\n\n"
     "- 10:05 AM: Silence.\n- 12:05 PM: Restarted the relay.\n",
     {"**Who** | The outage affected the mail of the whole house. This left about 40% of our users "
      "waiting for letters |"}},
    /* "user" is nobody here */
    {"# Postmortem: the relay\n\n## Timeline\n\n- 10:05 AM: Silence.\n- 12:05 PM: Restarted the "
     "relay.\n\n## Root Cause\n\nThe root cause was a memory leak in the user registration desk.\n",
     {"**Why** | A memory leak in the user registration desk |"}},
    /* the flaw is the cause, not where it was traced to; a relative clause may say it */
    {"# Postmortem: the relay\n\n## Summary\n\nThe silence was found to be caused by a typo in the "
     "route table.\n\n## Timeline\n\n- 10:05 AM: Silence.\n- 12:05 PM: Restarted the relay.\n\n"
     "## Root Cause\n\nThe team traced the silence to the route table setup.\n",
     {"**Why** | A typo in the route table |"}},
    {"# Postmortem: the relay\n\n## Timeline\n\n- 10:05 AM: Silence.\n- 12:05 PM: Restarted the "
     "relay.\n\n## Root Cause\n\nThe root cause was a combination of factors.\n",
     {"!**Why**"}},
    {"# Postmortem: the relay\n\n## Timeline\n\n- 10:05 AM: Silence.\n- 12:05 PM: Restarted the "
     "relay.\n\n## Root Cause\n\nThis was due to a spare map that named the wrong "
     "harbours.\n",
     {"**Why** | A spare map that named the wrong harbours |"}},
    /* when it was over, or somebody was told, is not when it was; nor how long something else was
     */
    {"# Postmortem: the relay\n\n## Summary\n\nOn Monday 9 May the relay failed. The spare had "
     "not had any letters for 19 days. Full service was restored on Tuesday 10 May at 11:30.\n\n"
     "## Impact\n\n- 40 riders got no mail.\n- Reported to the harbour on 11 May at 16:10.\n\n## "
     "Timeline\n\n- 10:05 AM: "
     "Silence.\n- 12:05 PM: Restarted the relay.\n",
     {"**When** | Monday 9 May, 10:05 AM to 12:05 PM |"}},
    /* the day, or the days, that the title tells; not that of its publication */
    {"# No mail on 9 May 2022\n\n*Published 15 May 2022 by the harbour*\n\nThe relay was "
     "silent.\n\n"
     "## Impact\n\n- Duration: 10:05 to 10:40 UTC.\n- 40 riders got no mail.\n\n## Timeline\n\n"
     "- 10:05 AM: Silence.\n- 12:05 PM: Restarted the relay.\n",
     {"**When** | 9 May 2022, 10:05 to 10:40 UTC |"}},
    {"# No mail from 8 to 10 May 2022\n\n## Summary\n\nOn Sunday 8 May the relay was silent, and "
     "the "
     "harbour was without mail. The root cause was a worn cable at the pier.\n\n## What "
     "happened\n\nThe relay was silent. Nobody heard it. We "
     "restarted the relay, and the harbour had its mail.\n",
     {"**When** | 8 to 10 May 2022 |"}},
    /* what undoes a vain attempt mended nothing; "for the solution" says what did */
    {"# Postmortem: the relay\n\n## Timeline\n\n- **10:05** Silence.\n- **10:15** The relay was "
     "restarted with a longer rope. No effect.\n\n## Root Cause and Resolution\n\nThe cable was "
     "worn, so no letter came.\n\nFor the solution we laid a new cable along the pier.\n\nThe "
     "change of 10:15 was reverted at noon.\n",
     {"**Fix** | We laid a new cable along the pier |"}},
    {"# Postmortem: the relay\n\n## Timeline\n\n- **10:05** Silence.\n- **10:15** The relay was "
     "restarted with a longer rope. No effect.\n- **10:25** The worn cable was cut out by hand.\n\n"
     "## Root Cause and Resolution\n\nThe root cause was a worn cable at the end of the pier.\n\n"
     "Fix: two cables in one pipe, side by side. The pipe has a lid.\n\nThe settings changes of "
     "10:15 were reverted at noon.\n\n## Measures\n\n- Add a bell for the pipe, and write down "
     "where it is.\n",
     {"!reverted at noon |"}},
    /* what was put in and was wrong itself is no mending */
    {"# Postmortem: the relay\n\n## Timeline\n\n- 10:05 AM: Silence.\n- 12:05 PM: The cable was "
     "corrected.\n\n## Root Cause and Resolution\n\nThe root cause was a wrong cable. On the day "
     "of "
     "the silence I replaced the cable with one from the cellar, which still had the wrong end.\n",
     {"**Fix** | The cable was corrected |"}},
    /* why nobody noticed is not why it broke */
    {"# Postmortem: the relay\n\n## Summary\n\nThe harbour had no mail on Monday. Later, the relay "
     "was silent due to a spare map that "
     "named the wrong harbours.\n\n## Timeline\n\n- 10:05 AM: Silence.\n- 12:05 PM: Restarted the "
     "relay.\n\n## Root "
     "Cause\n\nThe old map was not taken down due to a lack of hands, and nobody noticed.\n",
     {"**Why** | A spare map that named the wrong harbours |"}},
    {"# Postmortem: the relay\n\n## Summary\n\nFor a while, between 10:05 and 10:40 UTC on "
     "2022-05-09, the relay was silent.\n\n## Resolution\n\nWe restarted the relay.\n",
     {"**When** | Between 10:05 and 10:40 UTC on 2022-05-09 |"}},
    /* the whole of what mended it, without what for; and how many it hit, wherever it is said */
    {"# Postmortem: the relay\n\n## Summary\n\nThe mail relay was silent, affecting 40% of users "
     "in the harbour. We resolved the issue by restarting the relay and replacing the worn "
     "cable.\n\n## Timeline\n\n- 10:05 AM: Silence.\n- 11:05 AM: The cable was replaced.\n",
     {"**Who** | The mail relay was silent, affecting 40%",
      "**Fix** | Restarting the relay and replacing the worn cable |"}},
    {"# Postmortem: the relay\n\n## Summary\n\n- Duration: June 5, 2023, 10:05 to 11:40\n\n## "
     "Timeline\n\n- 10:05 AM: Silence.\n- 11:05 AM: The outage was "
     "resolved by reverting the relay configuration to its previous state and thoroughly testing "
     "every mail route of the whole harbour to ensure a return to normal.\n",
     {"previous state and thoroughly testing every mail route of the whole harbour |",
      "!to ensure a return |"}},
    /* one of several causes is not the cause */
    {"# Postmortem: the relay\n\n## Summary\n\n- Duration: June 5, 2023, 10:05 to 11:40\n- Root "
     "Cause: Several worn parts of the relay.\n\n## Root Cause and Resolution\n\n- Root Cause:\n  "
     "- The bell was cracked.\n  - The outage was caused by a worn cable.\n",
     {"**Why** | Several worn parts of the relay |"}},
    /* what began again mended nothing */
    {"# Postmortem: the relay\n\n## Root Cause and Resolution\n\n- Duration: June 5, 2023, 10:05 "
     "to 11:40\n- Root Cause: A worn cable.\n- Resolution: The cable was replaced. Then the relay "
     "began functioning correctly again.\n",
     {"**Fix** | The cable was replaced |"}},
    /* that a bug was fixed says nothing of how */
    {"# Postmortem: the relay\n\n## Root Cause and Resolution\n\n- Duration: June 5, 2023, 10:05 "
     "to 11:40\n- Root Cause: A bug in the mail "
     "relay.\n- Resolution: The issue was resolved by fixing the bug in the mail relay.\n",
     {"!**Fix**"}},
    /* a day at the head of its sentence, its hours further on; who apologises tells nothing */
    {"# Postmortem: the relay\n\n## Summary\n\nOn June 5, 2023, the mail relay of the harbour was "
     "silent from 10:05 AM to 11:40 AM UTC. We apologize to the 40% of users who noticed.\n\n"
     "## Resolution\n\nWe restarted the relay.\n",
     {"**When** | June 5, 2023, from 10:05 AM to 11:40 AM UTC |", "!Who** |"}},
    /* of a whole sentence under the label, the times */
    {"# Postmortem: the relay\n\n## Summary\n\n- **Duration:** Our relay went to bed on June 5, "
     "2023, from 10:05 to 11:40 UTC\n- **Impact:** Half of the users got no mail.\n",
     {"**When** | June 5, 2023, from 10:05 to 11:40 UTC |", "**Who** | Half of the users"}},
    /* hours under the label, their day in the prose */
    {"# Postmortem: the relay\n\n## Summary\n\nOn June 5, 2023, the relay fell silent.\n\n"
     "- **Duration:** 10:05 to 11:40 UTC\n- **Impact:** 20% of users got no mail.\n",
     {"**When** | June 5, 2023, 10:05 to 11:40 UTC |"}},
    /* a fix without what it hands over to; a potential one is none */
    {"# Postmortem: the relay\n\n## Impact\n\n20% of users got no mail.\n\n## Resolution\n\n"
     "The issue was resolved by setting the cable straight using the following tongs:\n",
     {"**Fix** | Setting the cable straight |"}},
    {"# Postmortem: the relay\n\n## Impact\n\n20% of users got no mail.\n\n## Timeline\n\n"
     "- 2023-01-25 09:15 The relay fell silent.\n- 2023-01-25 09:25 Restarted the relay.\n"
     "- 2023-01-25 09:40 Deployed a potential patch.\n",
     {"**Fix** | Restarted the relay |"}},
    /* two records in a file: the first one's box */
    {"# Postmortem: the relay\n\n## Summary\n\nOn June 5, 2023, the relay fell silent.\n\n"
     "## Timeline\n\n- 10:05 The relay fell silent.\n- 10:20 Restarted the relay.\n\n"
     "# Postmortem: the crane\n\n## Summary\n\nOn June 9, 2023, the crane stood still for 30% of "
     "users.\n\n## Timeline\n\n- 09:05 The crane stood still.\n- 09:20 Restarted the crane.\n",
     {"**When** | June 5, 2023, 10:05 to 10:20 |", "**Fix** | Restarted the relay |", "!30%"}},
    /* a part of the cause's section is of it */
    {"# Postmortem: the relay\n\n## Summary\n\nOn 2023-01-25 at 09:15 UTC the relay fell "
     "silent.\n\n"
     "## Root Cause\n\n### The cable\n\nIt happened because of a mismatch between the two "
     "plugs.\n",
     {"**Why** | A mismatch between the two plugs |"}},
    /* the cause with what its sentence says of it, up to what a row holds; no second sentence */
    {"# Postmortem: the relay\n\n## Timeline\n\n- 10:05 AM: Silence.\n- 12:05 PM: Restarted the "
     "relay.\n\n## Root Cause\n\nThe root cause was a typo in the route table, which sent every "
     "letter to the pier.\n",
     {"**Why** | A typo in the route table, which sent every letter to the pier |"}},
    {"# Postmortem: the relay\n\n## Timeline\n\n- 10:05 AM: Silence.\n- 12:05 PM: Restarted the "
     "relay.\n\n## Root Cause\n\nThe root cause was identified as an overload due to a surge in "
     "letters.The harbour was full.\n",
     {"**Why** | An overload due to a surge in letters |", "!letters.The"}},
    /* "due to" under the label: the whole statement, not its end */
    {"# Postmortem: the relay\n\n- Root Cause: The mail host ran out of disk space due to a surge "
     "in letters.\n- Resolution: The host was cleared.\n\n## Timeline\n\n- 10:05 AM: Silence.\n",
     {"**Why** | The mail host ran out of disk space due to a surge in letters |"}},
    /* a cause that is a sentence */
    {"# Postmortem: the relay\n\n## Summary\n\nThe root cause was that the relay kept no letters, "
     "so every harbour asked again.\n\n## Timeline\n\n- 10:05 AM: Silence.\n- 12:05 PM: Restarted "
     "the relay.\n",
     {"**Why** | The relay kept no letters, so every harbour asked again |"}},
    /* somebody's luck is no cause, and "that it was the cause" not the half of one */
    {"# Postmortem: the relay\n\n- Impact: 70% of users got no mail, the others were spared "
     "because of their DNS resolver.\n- Root Cause: The A record of the harbour pointed to the "
     "old pier.\n\n## Timeline\n\n- 10:05 AM: Silence.\n",
     {"**Why** | The A record of the harbour pointed to the old pier |"}},
    {"# Postmortem: the relay\n\n## Timeline\n\n- 10:05 AM: Silence.\n- 12:05 PM: Identified a "
     "worn cable and a cracked bell as the root cause of the issue.\n- 12:15 PM: Replaced the "
     "cable.\n",
     {"**Why** | A worn cable and a cracked bell |", "!root cause of the issue"}},
    /* "to fix it", the resolution among the cause; the means of a fix, however it is called */
    {"# Postmortem: the relay\n\n## Root Cause and Resolution\n\nThe root cause was a worn cable. "
     "To solve this problem, the route table was redesigned.\n\n## Timeline\n\n- 10:05 AM: "
     "Silence.\n- 12:05 PM: Restarted the relay.\n",
     {"**Fix** | The route table was redesigned |"}},
    {"# Postmortem: the relay\n\n## Root Cause\n\nThe root cause was a worn cable.\n\n## Timeline"
     "\n\n- 10:05 AM: Silence.\n- 12:05 PM: Fix implemented by shortening the cable.\n"
     "- 12:15 PM: Restarted the relay.\n",
     {"**Fix** | Shortening the cable |"}},
    /* a restart puts another change to use; a stopgap is the fix where there is no other, and says
     * what it is; "deployed the fix" says nothing */
    {"# Postmortem: the relay\n\n## Root Cause\n\nThe root cause was a worn cable.\n\n## Timeline"
     "\n\n- 10:05 AM: Silence.\n- 12:05 PM: The cable was replaced.\n- 12:15 PM: Restarted the "
     "relay.\n",
     {"**Fix** | The cable was replaced |"}},
    {"# Postmortem: the relay\n\n## Root Cause\n\nThe root cause was a worn cable.\n\n## Timeline"
     "\n\n- 10:05 AM: Silence.\n- 12:05 PM: A temporary fix was implemented by carrying letters.\n"
     "- 12:15 PM: The fix was deployed.\n",
     {"**Fix** | A temporary fix was implemented by carrying letters |"}},
    /* what would come back is a stopgap too; behind its label a fix may begin with "both" */
    {"# Postmortem: the relay\n\n## Root Cause\n\nThe root cause was a worn cable.\n\n## Timeline"
     "\n\n- 10:05 AM: Silence.\n- 12:05 PM: The cable was replaced.\n- 12:15 PM: The old letters "
     "were deleted by hand. It rings. It would come back in some days.\n",
     {"**Fix** | The cable was replaced |"}},
    {"# Postmortem: the relay\n\n## Root Cause and Resolution\n\nThe root cause was a worn "
     "cable.\n\n"
     "Fix: both cables in one duct, the old behind the new. A duct keeps the rain out.\n\n## "
     "Timeline\n\n- 10:05 AM: Silence.\n- 12:05 PM: The old letters were deleted by hand.\n",
     {"**Fix** | Both cables in one duct, the old behind the new |"}},
    {"# Postmortem: the relay\n\n## Root Cause\n\nThe root cause was a full shed.\n\n## Timeline"
     "\n\n- 10:05 AM: Monitoring detected silence.\n- 12:05 PM: Temporary files were cleared, and "
     "the shed was enlarged.\n",
     {"**Fix** | Temporary files were cleared, and the shed was enlarged |"}},
    /* what was set before the trouble showed mended nothing */
    {"# Postmortem: the relay\n\n## Root Cause\n\nThe root cause was a worn cable, cut by a "
     "crane.\n\n## Timeline\n\n- 09:05 AM: The crane started.\n- 09:15 AM: Adjusted the crane "
     "settings.\n- 10:05 AM: Monitoring detected silence.\n",
     {"!**Fix**"}},
    /* what was in vain, and what was done before anybody knew, mended nothing */
    {"# Postmortem: the relay\n\n## Root Cause\n\nThe root cause was a worn cable.\n\n## Timeline"
     "\n\n- 10:05 AM: Monitoring detected silence.\n- 10:35 AM: The fuse was replaced. Slightly "
     "better.\n- 11:05 AM: Adjusted the lamp settings.\n- 11:35 AM: Engineers found the worn "
     "cable.\n- 12:05 PM: Wound a new one on.\n",
     {"!**Fix** | Adjusted", "!fuse"}},
    /* a sentence that no frame fits may still say that it tells the fix */
    {"# Postmortem: the relay\n\n## Root Cause and Resolution\n\nThe root cause was a worn cable. "
     "To mend the fault is hard. To resolve the incident, we rang the bell from 2:00 AM on the "
     "roof, and wound a new cable.\n\n## Timeline\n\n- 10:05 AM: Silence.\n- 12:05 PM: Added a "
     "second lamp.\n",
     {"**Fix** | We rang the bell from 2:00 AM on the roof, and wound a new cable |"}},
    {"# Postmortem: the relay\n\n## Root Cause and Resolution\n\nThe root cause was a worn cable. "
     "To fix this we rang less.\n\n## Timeline\n\n- 10:05 AM: Silence.\n",
     {"**Fix** | We rang less |"}},
    {"# Postmortem: the relay\n\n## Root Cause and Resolution\n\nThe root cause was a worn cable. "
     "The solution is to dry the cable in the wind, to wind it again, and to ring the bell in "
     "steps.\n\n## Timeline\n\n- 10:05 AM: Silence.\n- 12:05 PM: Added a second lamp.\n",
     {"**Fix** | Dry the cable in the wind, to wind it again, and to ring the bell in steps |"}},
    {"# Postmortem: the relay\n\n## Root Cause\n\nThe root cause was a worn cable.\n\n## Timeline"
     "\n\n- 10:05 AM: Monitoring detected silence.\n- 11:05 AM: Adjusted the lamp settings.\n"
     "- 11:35 AM: Engineers found the worn cable.\n- 12:05 PM: The cable was replaced.\n"
     "- 12:15 PM: The bell was replaced. Errors still there.\n",
     {"**Fix** | The cable was replaced |"}},
    {"# Postmortem: the relay\n\n## Root Cause and Resolution\n\nThe root cause was a worn cable. "
     "The fix is two steps: keep the cable dry, and ring the bell.\n\n## Timeline\n\n- 10:05 AM: "
     "Silence.\n- 12:05 PM: Restarted the relay.\n",
     {"**Fix** | Keep the cable dry, and ring the bell |"}},
    /* when it ended, said by itself; and a day with an "of" in it */
    {"# Postmortem: the relay\n\n## Summary\n\nCommencing at 9:21 PM on February 24th, 2023, and "
     "concluding at 10:51 PM, the relay was silent. 20% of users got no mail.\n\n## Timeline\n\n"
     "- 9:21 PM: Silence.\n- 10:51 PM: Restarted the relay.\n",
     {"**When** | 9:21 PM on February 24th, 2023 to 10:51 PM |"}},
    {"# Postmortem: the relay\n\n## Summary\n\nOn the 8th of May 2023, between 11:05 AM and 3:50 "
     "PM, the relay was silent. 20% of users got no mail.\n\n## Timeline\n\n- 11:05 AM: "
     "Silence.\n- 3:50 PM: Restarted the relay.\n",
     {"**When** | 8th of May 2023, between 11:05 AM and 3:50 PM |"}},
    /* marks in code are no marks */
    {"# Postmortem: the relay\n\n- Root Cause: The pass for `*.harbour` expired at midnight.\n"
     "- Resolution: The pass was renewed.\n\n## Timeline\n\n- 10:05 AM: Silence.\n",
     {"**Why** | The pass for `*.harbour` expired at midnight |"}},
    /* half a cause is a wrong one: the field's sentence is told whole */
    {"# Postmortem: the relay\n\n- Root cause: A painter added a second coat to the lid that was "
     "wet for all of the winter boats, and the old hinge did not expect a lid of that weight.\n\n"
     "## Resolution\n\nThe relay was restarted. The porter went home, the boats went out, and the "
     "letters of the day were read by all those who had waited for them on the pier since noon.\n",
     {"**Why** | A painter added a second coat to the lid that was wet for all of the winter "
      "boats, "
      "and the old hinge did not expect a lid of that weight |"}},
    /* where nothing calls itself the cause: what lacked, and what came of it, in the words of the
       title or the fix; not what was seen too late */
    {"# Postmortem: the lamp went out\n\n- Duration: 10:05 to 10:40 UTC\n\n## Root cause\n\nThe "
     "lamp hangs in the tower. The timer "
     "was "
     "moved in March but never wound again, so the lamp had nothing to start it in the evening. "
     "Nobody noticed it before the night, so no boat was told.\n\n## Resolution\n\nThe timer was "
     "repaired. The porter went home, the boats went out, and the letters of the day were read by "
     "all "
     "those who had waited for them on the pier since noon.\n",
     {"**Why** | The timer was moved in March but never wound again, so the lamp had nothing to "
      "start it in the evening |",
      "**Fix** | The timer was repaired |"}},
    {"# Postmortem: the pier\n\n- Duration: 10:05 to 10:40 UTC\n\n## Root cause\n\nThe lamp hangs "
     "in the tower. Boats look at it "
     "from "
     "the sea. It is old.\n\n## Resolution\n\nThe timer was repaired. The porter went home, the "
     "boats "
     "went out, and "
     "the letters of the day were read by all those who had waited for them on the pier.\n",
     {"!**Why**"}},
    /* what was not seen, nor tested, let it last; "so that" tells a purpose, and no result */
    {"# Postmortem: the pier\n\n- Duration: 10:05 to 10:40 UTC\n\n## Root cause\n\nThe tests of "
     "the timer never failed, so nobody noticed. The timer was never wound, so the lamp did not "
     "start.\n\n## Resolution\n\nThe timer was repaired. The porter went home, the boats went out, "
     "and the letters of the day were read by all those who had waited on the pier since noon.\n",
     {"**Why** | The timer was never wound, so the lamp did not start |"}},
    {"# Postmortem: the pier\n\n- Duration: 10:05 to 10:40 UTC\n\n## Root cause\n\nThe lamp hangs "
     "in the tower. The timer was never wound in winter, so that it would not wear.\n\n## "
     "Resolution\n\nThe timer was repaired. The porter went home, the boats went out, "
     "and the letters of the day were read by all those who had waited on the pier since noon.\n",
     {"!**Why**"}},
    /* what was done the day after ended nothing, and "because of" has no clause behind it */
    {"# Postmortem: the pier\n\n- Duration: 10:05 to 10:40 UTC\n- Impact: 40% of users waited.\n\n"
     "## Resolution\n\nThe old mast was taken down the next day.\n\nThe porter went home, the "
     "boats "
     "went out, and the letters of the day were read by all those who had waited on the pier.\n",
     {"!**Fix**"}},
    {"# Postmortem: the pier\n\n- Duration: 10:05 to 10:40 UTC\n- Impact: 40% of users waited.\n\n"
     "## Root cause\n\nThe porter came back because of a log rotation there last week. The porter "
     "went home, the boats went out, and the letters were read by all those who had waited.\n",
     {"!Of a log rotation"}},
    /* a sentence is no label of the cause */
    {"# Postmortem: the pier\n\n- Duration: 10:05 to 10:40 UTC\n- Impact: 40% of users waited.\n\n"
     "## Root cause\n\nA tide clock that runs late shows the wrong hour to all boats of the "
     "bay.\n\n"
     "The porter went home, the boats went out, and the letters were read by all who had waited.\n",
     {"!**Why**"}},
    /* the impact is what its section begins with, where that has a figure; no guess is */
    {"# Postmortem: the pier\n\n- Duration: 10:05 to 10:40 UTC\n- Root cause: a worn cable.\n\n"
     "## Impact\n\n- 38,200 letters failed.\n- 41 users waited for an answer.\n\n## Timeline\n\n"
     "- 10:05 The porter went home, and the boats went out.\n- 10:40 The letters were read.\n",
     {"**Who** | 38,200 letters failed |"}},
    {"# Postmortem: the pier\n\n- Duration: 10:05 to 10:40 UTC\n- Root cause: a worn cable.\n\n"
     "## Impact\n\nWe believed that 400 users were locked out.\n\n## Timeline\n\n"
     "- 10:05 The porter went home, and the boats went out.\n- 10:40 The letters were read.\n",
     {"!**Who**"}},
    /* of a list of factors the second is not the cause */
    {"# Postmortem: the pier\n\n- Duration: 10:05 to 10:40 UTC\n\n## Root cause\n\n- The lamp "
     "hangs in the tower.\n- The timer was never wound, so the lamp did not start.\n\n## "
     "Resolution\n\nThe timer was repaired. The porter went home, the boats went out, "
     "and the letters of the day were read by all those who had waited on the pier since noon.\n",
     {"!**Why**"}},
    /* what was done when all was over, or long before, or the day after, mended nothing */
    {"# Postmortem: the relay\n\n- Duration: 10:05 to 10:40 UTC\n- Root cause: a worn cable.\n\n"
     "## Timeline\n\n- 10:05 The relay fell silent.\n- 10:20 We found the worn cable.\n"
     "- 10:30 We replaced the cable.\n- 10:40 Letters came.\n- 11:10 The backlog of letters was "
     "cleared.\n",
     {"**Fix** | We replaced the cable |"}},
    {"# Postmortem: the relay\n\n- Root cause: a worn cable.\n\n## Timeline\n\n"
     "- 10:05 The relay fell silent.\n- 10:10 We replaced the oil.\n- 10:20 Somebody read the "
     "manual.\n- 10:25 Ana came.\n- 10:30 Ines came.\n- 10:35 Kofi came.\n- 10:40 The relay was "
     "restored.\n",
     {"!The oil was replaced |", "!We replaced the oil |"}},
    {"# Postmortem: the relay\n\n- Duration: 10:05 to 10:40 UTC\n- Root cause: a worn cable.\n- "
     "Resolution: `splice 4 5` on the "
     "pier, and the old knot cut. The old mast was taken down the next day.\n\nThe porter went "
     "home, "
     "the boats went out, and the letters of the day were read by all those who had waited.\n",
     {"**Fix** | `splice 4 5` on the pier, and the old knot cut |"}},
    /* what the section of the mending says first */
    {"# Postmortem: the relay\n\n- Root cause: a worn cable.\n\n## Resolution\n\nWinding the "
     "spring "
     "brought the letters back. We also bought oil on Monday. The porter went home, the boats went "
     "out, and the letters of the day were read by all those who had waited for them.\n",
     {"**Fix** | Winding the spring brought the letters back |"}},
};

static int build(void **state)
{
    return build_theme(state, theme);
}

/* With more of everything a record that begins with labels of its own has a box too. */
static struct mirth_edition *edition_at(void **state, int mirth, const char *record,
                                        struct mirth_shelf **shelf)
{
    struct mirth_error err;
    struct mirth_options options = mirth_defaults();
    struct mirth_edition *edition;
    *shelf = mirth_open(*state, &err);
    assert_non_null(*shelf);
    options.theme = "demo";
    options.emoji = MIRTH_EMOJI_NONE;
    options.mirth = mirth;
    edition = mirth_tell(*shelf, record, strlen(record), &options, &err);
    if (!edition)
        fail_msg("%s", err.message);
    return edition;
}

static struct mirth_edition *edition_of(void **state, const char *record,
                                        struct mirth_shelf **shelf)
{
    return edition_at(state, 2, record, shelf);
}

/* "Duration: ...", "Root cause: ...": it would say again what stands below it. */
static void a_box_of_the_records_own_is_enough(void **state)
{
    static const char labels[] = "# Postmortem: the relay\n\n- Duration: 10:05 UTC to 10:40 UTC\n"
                                 "- Root cause: The oil ran out at noon.\n\n"
                                 "## Resolution\n\nThe oil was replaced.\n";
    for (int mirth = 1; mirth <= 3; mirth++) {
        struct mirth_shelf *shelf;
        struct mirth_edition *edition = edition_at(state, mirth, labels, &shelf);
        assert_int_equal(strstr(mirth_edition_text(edition), "**Why**") != NULL, mirth == 3);
        mirth_edition_free(edition);
        mirth_close(shelf);
    }
}

static void the_box_reads_prose(void **state)
{
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct mirth_shelf *shelf;
        struct mirth_edition *edition = edition_at(state, 3, table[i].record, &shelf);
        const char *text = mirth_edition_text(edition);
        for (size_t k = 0; k < 4 && table[i].rows[k]; k++) {
            const char *row = table[i].rows[k];
            bool absent = *row == '!';
            const char *box = strstr(text, "An owl"); /* the box stands before it */
            const char *at = strstr(text, row + absent);
            if (!box)
                fail_msg("no opening in:\n%s", text);
            if ((at && at < box) == absent)
                fail_msg("`%s` in:\n%s", row, text);
        }
        mirth_edition_free(edition);
        mirth_close(shelf);
    }
}

static void assert_kept(void **state, const char *record, const char *lines)
{
    struct mirth_shelf *shelf;
    struct mirth_edition *edition = edition_of(state, record, &shelf);
    if (!strstr(mirth_edition_text(edition), lines))
        fail_msg("no `%s` in:\n%s", lines, mirth_edition_text(edition));
    mirth_edition_free(edition);
    mirth_close(shelf);
}

/* Somebody's own words, with a quotation's mark or without. */
static void an_appendix_is_left_alone(void **state)
{
    static const char said[] = "### relay chat logs\n\nana 9:05\nwe read the logs\nnothing there\n";
    char record[400];
    snprintf(record, sizeof record, "# Postmortem: the relay\n\n## Appendix\n\n%s", said);
    assert_kept(state, record, said);
}

/* What stands behind it would be code: the owl's last words. */
static void an_item_is_one_without_the_space_behind_its_number(void **state)
{
    assert_kept(state,
                "# Postmortem: the relay\n\n## Timeline\n\n8. 9:05 AM: The relay fell silent.\n"
                "9. 9:15 AM: It rang.\n10.9:20 AM: It sang.\n",
                "\n10. **9:20 AM:** ");
}

static void a_block_that_is_left_open_is_closed(void **state)
{
    assert_kept(state,
                "# Postmortem: the relay\n\n## Timeline\n\n- 9:05 The relay fell silent.\n\n"
                "~~~sh\nrelay --ring\n",
                "relay --ring\n~~~\n\nThe owl slept.");
    assert_kept(state,
                "# Postmortem: the relay\n\n## Timeline\n\n- 9:05 The relay fell silent.\n\n"
                "```\nrelay\n```\n",
                "relay\n```\n\nThe owl slept.");
}

/* A heading is one for most readers only with a space behind its marks. */
static void headings_get_their_space(void **state)
{
    assert_kept(state, "#Postmortem: the relay\n\n##Timeline\n\n- 9:05 The relay fell silent.\n",
                "\n# Postmortem: the relay");
    assert_kept(state, "#Postmortem: the relay\n\n##Timeline\n\n- 9:05 The relay fell silent.\n",
                "\n## Timeline\n");
}

/* Labels that run on, and the last word behind a list without bullets. */
static void what_runs_on_stands_apart(void **state)
{
    assert_kept(
        state,
        "# Postmortem: the relay\n\nIssue Summary: Duration: 9:05 to 9:45 UTC Impact: Mail was "
        "late for all.\n\n## Timeline\n\n- 9:05 The relay fell silent.\n",
        " \n- Impact: Mail was");
    assert_kept(state,
                "# Postmortem: the relay\n\nChannel: desk\nHall: north\nSeverity: Low\n\n"
                "## Timeline\n\n- 9:05 The relay fell silent.\n",
                "\n- Channel: desk\n- Hall: north\n- Severity: Low\n");
    assert_kept(state,
                "# Postmortem: the relay\n\nStatus: Complete. Severity: Low. Author: Ana\n\n"
                "## Timeline\n\n- 9:05 The relay fell silent.\n",
                "\n- Status: Complete. \n- Severity: Low. \n- Author: Ana\n");
    assert_kept(state,
                "# Postmortem: the relay\n\n## Timeline\n\n- 9:05 The relay fell silent.\n\n"
                "## Corrective and Preventative Measures\n\nPaint the shed.\nReplace the cable.\n"
                "This postmortem tells of a silent relay.\n",
                "\n\nThis postmortem tells of a silent relay.");
}

static void the_front_matters_title_is_the_editions(void **state)
{
    static const char *const fronts[] = {"---\ntitle: \"The relay: a report\"\n---\n",
                                         "+++\ntitle = \"The relay: a report\"\n+++\n"};
    for (size_t i = 0; i < 2; i++) {
        char record[200];
        snprintf(record, sizeof record,
                 "%s\n## Summary\n\nIt was dark.\n\n"
                 "## Timeline\n\n- 9:05 The relay fell silent.\n",
                 fronts[i]);
        assert_kept(state, record, "\n# The relay: a report, or, The Owl\n");
    }
}

/* An empty check box says that it is yet to do. */
static void what_is_done_gets_no_empty_box(void **state)
{
    assert_kept(
        state,
        "# Postmortem: the relay\n\n## Summary\n\nIt was dark.\n\n## Timeline\n\n- 9:05 Night.\n\n"
        "## Action Items\n\n- Cables\n  - Oil the north one\n- Replace the cable (done)\n"
        "- Hang the bell. Done 9 June.\n- Light it. Done when all can see.\n- Wind the clock "
        "(Ines, done 9 June)\n- Ring (Ines, done, "
        "they say)\n"
        "- Air the loft - done, and swept\n- Sweep. Done.\n- Oil the hinge \xe2\x80\x93 done\n- "
        "Ask. *Night crew, done.*\n"
        "- The lamp has been cleaned\n- Directory: `lamps`\n- Replace the lamp\n- Ask what can be "
        "done at sea\n",
        "\n- Cables\n  - Oil the north one\n- [x] Replace the **cable** (done)\n"
        "- [x] Hang the bell. Done 9 June.\n- [ ] Light it. Done when all can see.\n- [x] Wind the "
        "clock (Ines, done 9 June)\n- [x] Ring "
        "(Ines, done, they say)\n"
        "- [x] Air the loft - done, and swept\n- [x] Sweep. Done.\n- [x] Oil the hinge "
        "\xe2\x80\x93 done\n- [x] Ask. *Night crew, "
        "done.*\n"
        "- **The lamp** has been cleaned\n- Directory: `lamps`\n"
        "- [ ] Replace the **lamp**\n- [ ] Ask what can be done at sea\n");
}

static void a_note_stands_behind_the_stop(void **state)
{
    assert_kept(state,
                "# Postmortem: the relay\n\n## Background\n\nIt was dark. It was late.\n\n"
                "Somebody kept the logs.[^1]\n\n## Timeline\n\n- 9:05 Night.\n\n[^1]: In a box.\n",
                "\nSomebody kept the logs.[^1] *“Logs?” said the owl.*\n");
}

/* The record's stars are no marks of ours, and ours are tags there. */
static void emphasis_in_html_is_tags(void **state)
{
    assert_kept(state,
                "<h1>Postmortem: the relay</h1>\n<h2>Timeline</h2>\n<ul>\n<li>9:05 The relay fell "
                "silent.</li>\n<li>9:15 Somebody read the logs of <code>* 9 * * *</code></li>\n"
                "</ul>\n",
                "logs of <code>* 9 * * *</code>. <em>“Logs?” said the owl.</em></li>");
}

static void nothing_is_said_behind_a_heading(void **state)
{
    assert_kept(state,
                "# Postmortem: the relay\n\nIt was dark. It was late. It was dry.\n\n"
                "## Timeline\n\n### 9:05 Somebody reads the logs\n\n"
                "The end.\n",
                "Somebody reads the logs\n");
}

/* The box's cause is another: a firewall that was only looked at is no picture of it. One that the
 * title, the cause, the fix or three sentences name is. */
static void the_fault_is_the_causes(void **state)
{
    static const struct {
        const char *title, *why;
        bool firewall;
    } rows[] = {
        {"the pier", "so nothing rang when the boat came", false},
        {"the pier", "so the firewall was in the way", true},
        {"a firewall on the pier", "so nothing rang when the boat came", true},
        {"the pier", "so nothing rang when the boat came. The firewall was new", true}, /* often */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char record[700];
        struct mirth_shelf *shelf;
        struct mirth_edition *edition;
        snprintf(
            record, sizeof record,
            "# Postmortem: %s\n\n- Duration: 10:05 to 10:40 UTC\n\n## Timeline\n\n- 10:05 The "
            "pier page fell silent.\n- 10:15 The firewall rules were listed.\n- 10:40 The bell "
            "was rung and the page was back.\n\n## Root cause\n\nThe bell was moved in March "
            "but never hung again, %s. The firewall was read first.\n",
            rows[i].title, rows[i].why);
        edition = edition_of(state, record, &shelf);
        assert_int_equal(strstr(mirth_edition_text(edition), "A firewall is a wall.") != NULL,
                         rows[i].firewall);
        mirth_edition_free(edition);
        mirth_close(shelf);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_box_reads_prose),
        cmocka_unit_test(a_box_of_the_records_own_is_enough),
        cmocka_unit_test(the_fault_is_the_causes),
        cmocka_unit_test(an_item_is_one_without_the_space_behind_its_number),
        cmocka_unit_test(a_block_that_is_left_open_is_closed),
        cmocka_unit_test(headings_get_their_space),
        cmocka_unit_test(what_runs_on_stands_apart),
        cmocka_unit_test(an_appendix_is_left_alone),
        cmocka_unit_test(the_front_matters_title_is_the_editions),
        cmocka_unit_test(what_is_done_gets_no_empty_box),
        cmocka_unit_test(a_note_stands_behind_the_stop),
        cmocka_unit_test(emphasis_in_html_is_tags),
        cmocka_unit_test(nothing_is_said_behind_a_heading),
    };
    return cmocka_run_group_tests(tests, build, discard_theme);
}
