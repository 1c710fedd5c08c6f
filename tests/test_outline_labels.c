/* test_outline_labels.c: fields, and what else only a reader of the whole can tell apart. */
#include "outline_show.h"

static void a_short_title_in_front_of_a_sentence_is_a_field(void **state)
{
    assert_outline(state,
                   "## Root cause\n\nThe battery was worn:\n\n"
                   "1. **Old stock:** it lay in the loft for nine years.\n"
                   "2. Missing Lamp Check: nobody was to look at it.\n"
                   "- As we saw: it was dark and cold there.\n"
                   "- Manual: [page 3](m.html)\n",
                   "1 section root-cause: Root cause\n"
                   "3 prose -: The battery was worn:\n"
                   "5 field other: it lay in the loft for nine years.\n"
                   "6 field other: nobody was to look at it.\n"
                   "7 prose -: it was dark and cold there.\n"
                   "8 prose -: [page 3](m.html)\n");
}

static void a_run_in_heading_is_a_label(void **state)
{
    assert_outline(state,
                   "## Root cause and resolution\n\n**Cause.** The cable was worn.\n\n"
                   "**Fix.** It was replaced.\n\n**The cable was very old.** Nobody knew.\n",
                   "1 section root-cause-and-resolution: Root cause and resolution\n"
                   "3 field root-cause: The cable was worn.\n"
                   "5 field resolution: It was replaced.\n"
                   "7 prose -: **The cable was very old.** Nobody knew.\n");
}

/* The first line by itself, over a section's name: what the record is called, whatever it says. */
static void a_line_over_a_section_is_the_title(void **state)
{
    assert_outline(state, "Silence at the pier, 9 May\n\nWhat happened\n\nThe relay was silent.\n",
                   "1 title -: Silence at the pier, 9 May\n3 section summary: What happened\n"
                   "5 prose -: The relay was silent.\n");
    assert_outline(state, "The pier was silent.\n\nWhat happened\n\nThe relay was silent.\n",
                   "1 prose -: The pier was silent.\n3 section summary: What happened\n"
                   "5 prose -: The relay was silent.\n");
    assert_outline(state,
                   "Silence at the pier\n\nThe relay was silent.\n\nTimeline\n\n9:05 - Dark.\n",
                   "1 prose -: Silence at the pier\n3 prose -: The relay was silent.\n"
                   "5 section timeline: Timeline\n7 event 9:05: Dark.\n");
    assert_outline(state,
                   "Silence\n\nHow we found out\n\nNobody wrote.\n\nWhat we did\n\nWe rang.\n",
                   "1 title -: Silence\n3 section detection: How we found out\n"
                   "5 prose -: Nobody wrote.\n7 section resolution: What we did\n"
                   "9 prose -: We rang.\n");
}

/* Who tells the record begins a sentence, and no label. */
static void a_sentence_with_a_colon_is_no_label(void **state)
{
    assert_outline(state,
                   "## Summary\n\nWe found it at 9:05: a worn cable.\n\nCause: a worn cable.\n",
                   "1 section summary: Summary\n3 prose -: We found it at 9:05: a worn cable.\n"
                   "5 field root-cause: a worn cable.\n");
}

/* Straight below its section's name the first label is one, like those that follow it. */
static void the_first_label_of_a_section_is_one(void **state)
{
    assert_outline(
        state,
        "# Silence at the pier\n\nRoot cause\nWorn Wick: it hung in the fog for a year.\n"
        "Cold Kettle: nobody lit the stove below.\n",
        "1 title -: Silence at the pier\n3 section root-cause: Root cause\n"
        "4 field other: it hung in the fog for a year.\n"
        "5 field other: nobody lit the stove below.\n");
}

/* Over all sections the record's own data stand together. */
static void what_stands_below_a_label_over_all_is_one(void **state)
{
    assert_outline(
        state,
        "# Silence at the pier\n\nAuthor: the night crew\nDate: 9 May 2022\nReview held: 12 "
        "May 2022\n\n## Summary\n\nIt was dark.\n",
        "1 title -: Silence at the pier\n3 field author: the night crew\n"
        "4 field date: 9 May 2022\n5 field other: 12 May 2022\n"
        "7 section summary: Summary\n9 prose -: It was dark.\n");
}

/* Labels on one line, set alike. */
static void bold_labels_on_a_line_are_fields(void **state)
{
    assert_outline(
        state,
        "# Silence at the pier\n\n**Severity:** 2  **Seen by:** night crew  **Duration:** 90 "
        "minutes  **Author:** the crew\n\n## Summary\n\nIt was dark.\n",
        "1 title -: Silence at the pier\n3 field severity: 2  **Seen by:** night crew\n"
        "3 field duration: 90 minutes\n3 field author: the crew\n"
        "5 section summary: Summary\n7 prose -: It was dark.\n");
}

/* A break ends a line of text, one with code in it too; in code there is none. */
static void a_break_is_no_text(void **state)
{
    assert_outline(state,
                   "## Timeline\n\n9:05 - `lamp` went out.<br>\n9:10 - Dark.<br />\n"
                   "9:15 - `a<br>` was seen.\n",
                   "1 section timeline: Timeline\n3 event 9:05: `lamp` went out.\n"
                   "4 event 9:10: Dark.\n5 event 9:15: `a<br>` was seen.\n");
}

/* A word over a list of its own is a label, and the list is its text. */
static void a_word_over_a_list_is_a_label(void **state)
{
    assert_outline(state,
                   "- **Root cause and resolution**\n  - Cause\n    - The cable was worn.\n"
                   "  - Resolution\n    - It was replaced.\n",
                   "1 section root-cause-and-resolution: **Root cause and resolution**\n"
                   "2 section root-cause: Cause\n3 prose -: The cable was worn.\n"
                   "4 section resolution: Resolution\n5 prose -: It was replaced.\n");
    assert_outline(state, "## Summary\n\n- Cause\n- Resolution\n",
                   "1 section summary: Summary\n3 prose -: Cause\n4 prose -: Resolution\n");
}

/* The time may be a part of an entry's sentence, and stays in it. */
static void a_paragraph_that_says_when_is_an_entry(void **state)
{
    assert_outline(state,
                   "## Timeline\n\nAt 9:05 AM, the relay stopped.\n\nShortly after 9:15 AM the "
                   "pager rang.\n\nAt the pier nobody heard it.\n\n- By 9:30 AM, all was dark.\n\n"
                   "## Impact\n\nAt 9:05 AM, the mail stood still.\n",
                   "1 section timeline: Timeline\n"
                   "3 event 9:05 AM: At 9:05 AM, the relay stopped.\n"
                   "5 event 9:15 AM: Shortly after 9:15 AM the pager rang.\n"
                   "7 prose -: At the pier nobody heard it.\n"
                   "9 event 9:30 AM: By 9:30 AM, all was dark.\n"
                   "11 section impact: Impact\n"
                   "13 prose -: At 9:05 AM, the mail stood still.\n");
}

/* "1. Timeline" alone in its list is a heading; in a table of contents it is a line of that. */
static void a_numbered_line_may_be_a_heading(void **state)
{
    assert_outline(state,
                   "1. Issue Summary\n\nThe relay was silent.\n\n2. Timeline\n\n9:05 - Silence.\n",
                   "1 section summary: Issue Summary\n3 prose -: The relay was silent.\n"
                   "5 section timeline: Timeline\n7 event 9:05: Silence.\n");
    assert_outline(state,
                   "1. Issue Summary\n2. Timeline\n3. Lessons learned\n\nThe relay was silent.\n",
                   "1 prose -: Issue Summary\n2 prose -: Timeline\n3 prose -: Lessons learned\n"
                   "5 prose -: The relay was silent.\n");
}

/* A term and its definition, which no bullet may part. */
static void a_definition_is_a_field(void **state)
{
    assert_outline(state, "## Summary\n\nDuration\n: 40 minutes\n\nWeather\n: rain\n",
                   "1 section summary: Summary\n4 field duration: 40 minutes\n"
                   "7 field other: rain\n");
}

/* A full stop between a time and its text; lines that each say what should be. */
static void lines_without_marks_are_told_apart(void **state)
{
    assert_outline(state,
                   "## Timeline\n\n**9:05 AM**. The relay stopped.\n\n## Corrective measures\n\n"
                   "The relay should be watched.\nLamps should have a spare.\n\n"
                   "## Impact\n\nThe mail should be quick.\nLetters should be read.\n",
                   "1 section timeline: Timeline\n"
                   "3 event 9:05 AM: The relay stopped.\n"
                   "5 section corrective: Corrective measures\n"
                   "7 measure -: The relay should be watched.\n"
                   "8 measure -: Lamps should have a spare.\n"
                   "10 section impact: Impact\n"
                   "12 prose -: The mail should be quick. Letters should be read.\n");
}

/* The dash between a time and what was found is no part of what was found. */
static void a_dash_stands_behind_the_time(void **state)
{
    assert_outline(state,
                   "## Timeline\n\n9:05 \xe2\x80\x93 found: a worn cable\n\n"
                   "9:15 \xe2\x80\x93 Root cause found: a worn cable\n",
                   "1 section timeline: Timeline\n"
                   "3 event 9:05: a worn cable\n"
                   "5 event 9:15: a worn cable\n");
}

static void a_symbol_behind_a_label_is_no_part_of_the_text(void **state)
{
    assert_outline(state, "## Summary\n\n- **Impact**: \xf0\x9f\x9a\xab Couriers waited.\n",
                   "1 section summary: Summary\n3 field impact: Couriers waited.\n");
}

static void whatever_stands_among_the_records_data_is_a_field(void **state)
{
    assert_outline(state, "## Stats\n\n- Hands on deck: 3\n- Status: closed\n",
                   "1 section metadata: Stats\n3 field other: 3\n4 field status: closed\n");
}

static void a_label_that_says_its_section_again_is_a_field(void **state)
{
    assert_outline(state,
                   "## Summary\n\nOverview:\nMail stood still.\n\n**Weather:**\nIt rained.\n",
                   "1 section summary: Summary\n"
                   "3 field other: Mail stood still.\n"
                   "6 field other: It rained.\n");
}

static void front_matter_names_title_author_and_date(void **state)
{
    const char *parts = "2 title -: The relay\"\n3 field author: Ana\"]\n4 field date: 2023-03-03\n"
                        "7 section summary: Summary\n8 prose -: Mail.\n";
    assert_outline(state,
                   "+++\ntitle = \"The relay\"\nauthors = [\"Ana\"]\ndate = 2023-03-03\n"
                   "draft = true\n+++\n## Summary\nMail.\n",
                   parts);
    assert_outline(state,
                   "---\ntitle: \"The relay\"\nauthors: [\"Ana\"]\ndate: 2023-03-03\n"
                   "  status: open\n---\n## Summary\nMail.\n",
                   parts);
    assert_outline(state, "---\ntitle: Mail\ndate: 2023-03-03\n---\n# Outage of the relay\n",
                   "3 field date: 2023-03-03\n5 title -: Outage of the relay\n");
}

static void a_table_of_pairs_at_the_head_holds_fields(void **state)
{
    assert_outline(
        state,
        "# Outage of the relay\n\n| Field | Value |\n|---|---|\n| Duration | 40 minutes |\n"
        "| Lamps | three |\n| **Impact** | Mail was late. |\n\n"
        "## Background\n\n| Impact | none |\n|---|---|\n| Duration | none |\n",
        "1 title -: Outage of the relay\n"
        "5 field duration: 40 minutes\n"
        "6 field other: three\n"
        "7 field impact: Mail was late.\n"
        "9 section background: Background\n");
    assert_outline(state,
                   "# Outage of the relay\n\n| Lamp | Place |\n|---|---|\n| red | left |\n"
                   "| Impact | a | b |\n",
                   "1 title -: Outage of the relay\n");
}

static void date_and_time_may_stand_in_two_columns(void **state)
{
    assert_outline(
        state,
        "## Timeline\n\n| Date | Time | What | Who |\n|---|---|---|---|\n"
        "| 2023-03-03 | 09:05 | Relay stopped. | Ana |\n| | 09:15 | Pager rang. | Ben |\n",
        "1 section timeline: Timeline\n"
        "5 event 09:05: Relay stopped.\n"
        "6 event 09:15: Pager rang.\n");
}

static void tasks_are_a_field_only_beside_improvements(void **state)
{
    assert_outline(state,
                   "Corrective and preventative measures:\n\nImprovements:\nBetter lamps.\n\n"
                   "Tasks:\n\n- Buy a battery.\n",
                   "1 section corrective: Corrective and preventative measures:\n"
                   "3 field improvements: Better lamps.\n"
                   "6 field tasks:\n"
                   "8 measure -: Buy a battery.\n");
    assert_outline(state,
                   "Corrective and preventative measures:\n\nLamps are to be looked at.\n\n"
                   "Tasks:\n\n- Buy a battery.\n",
                   "1 section corrective: Corrective and preventative measures:\n"
                   "3 prose -: Lamps are to be looked at.\n"
                   "5 section actions: Tasks:\n"
                   "7 measure -: Buy a battery.\n");
}

static void quoted_headings_are_sections(void **state)
{
    assert_outline(state,
                   ">> Timeline:\n\n* 9:05 AM: Relay stopped.\n\n"
                   ">> Corrective and preventative measures\n\n* Improvements: better lamps.\n\n"
                   ">> Tasks:\n\n* Buy a battery.\n",
                   "1 section timeline: Timeline:\n"
                   "3 event 9:05 AM: Relay stopped.\n"
                   "5 section corrective: Corrective and preventative measures\n"
                   "7 field improvements: better lamps.\n"
                   "9 section actions: Tasks:\n"
                   "11 measure -: Buy a battery.\n");
}

static void a_heading_among_measures_keeps_them_measures(void **state)
{
    assert_outline(state,
                   "## Lessons learned\n\n### Lamps\n\n- They burn.\n\n### Ropes\n\n- They rot.\n\n"
                   "## Thanks\n\n- Ana.\n",
                   "1 section lessons: Lessons learned\n"
                   "3 section other: Lamps\n"
                   "5 measure -: They burn.\n"
                   "7 section other: Ropes\n"
                   "9 measure -: They rot.\n"
                   "11 section other: Thanks\n"
                   "13 prose -: Ana.\n");
}

static void a_line_behind_an_unlisted_measure_is_one_too(void **state)
{
    assert_outline(state,
                   "## Tasks\nAdd a lamp.\nThorough look at all ropes.\nThis is all for\n"
                   "today.\n",
                   "1 section actions: Tasks\n"
                   "2 measure -: Add a lamp.\n"
                   "3 measure -: Thorough look at all ropes. This is all for today.\n");
    assert_outline(state, "## Tasks\nAdd a lamp that\nKim can see.\n\nShort-term:\n\nAdd oil.\n",
                   "1 section actions: Tasks\n"
                   "2 measure -: Add a lamp that Kim can see.\n"
                   "5 field other:\n"
                   "7 measure -: Add oil.\n");
}

static void a_second_label_may_stand_on_a_wrapped_line(void **state)
{
    assert_outline(
        state,
        "## Summary\n**Start time:**\nMarch 3, 2023 9:05 AM End time: March 3, 2023 9:45 AM\n",
        "1 section summary: Summary\n"
        "2 field start: March 3, 2023 9:05 AM\n"
        "3 field end: March 3, 2023 9:45 AM\n");
}

static void a_sentences_time_on_a_wrapped_line_is_no_entry(void **state)
{
    assert_outline(state, "The relay stopped at\n09:05 and ran again at noon.\n",
                   "1 prose -: The relay stopped at 09:05 and ran again at noon.\n");
}

static void a_heading_that_only_names_a_field_is_one_where_it_is_deeper(void **state)
{
    assert_outline(state, "## Summary\nMail.\n\n### Duration\n40 minutes.\n\n## Status\nClosed.\n",
                   "1 section summary: Summary\n"
                   "2 prose -: Mail.\n"
                   "4 field duration:\n"
                   "5 prose -: 40 minutes.\n"
                   "7 section metadata: Status\n"
                   "8 prose -: Closed.\n");
}

static void a_byline_names_the_author(void **state)
{
    assert_outline(
        state, "# Outage of the relay\n\nBy @ana , keeper of the lamp\n\n## Summary\nBy noon.\n",
        "1 title -: Outage of the relay\n"
        "3 field author: @ana , keeper of the lamp\n"
        "5 section summary: Summary\n"
        "6 prose -: By noon.\n");
}

static void a_shortcode_or_a_number_may_stand_before_a_label(void **state)
{
    assert_outline(state,
                   "## Timeline\n9. 9:05 AM: Relay stopped.\n10.9:15 AM: Pager rang.\n\n"
                   ":memo: **Conclusion:**\n\nDry oil.\n",
                   "1 section timeline: Timeline\n"
                   "2 event 9:05 AM: Relay stopped.\n"
                   "3 event 9:15 AM: Pager rang.\n"
                   "5 section conclusion: **Conclusion:**\n"
                   "7 prose -: Dry oil.\n");
}

static void a_label_alone_on_its_line_of_plain_text_is_a_field(void **state)
{
    assert_outline_from(state, MIRTH_FROM_TEXT,
                        "Outage of the relay\n\nROOT CAUSE AND RESOLUTION\n\nRoot cause:\n"
                        "The battery was worn by then.\n\nResolution:\nAna bought another.\n",
                        "1 title -: Outage of the relay\n"
                        "3 section root-cause-and-resolution: ROOT CAUSE AND RESOLUTION\n"
                        "5 field root-cause:\n"
                        "6 prose -: The battery was worn by then.\n"
                        "8 field resolution:\n"
                        "9 prose -: Ana bought another.\n");
}

static void a_label_may_end_in_a_verb(void **state)
{
    assert_outline(state,
                   "## Prevention\nSpecific tasks to address this issue include:\n\n- Buy oil.\n",
                   "1 section corrective: Prevention\n"
                   "2 field tasks:\n"
                   "4 measure -: Buy oil.\n");
    assert_outline(state, "## Timeline\n- Misleading paths that were taken: the lamp.\n",
                   "1 section timeline: Timeline\n2 field misleading: the lamp.\n");
}

static void entries_that_run_together_are_told_apart(void **state)
{
    assert_outline(
        state,
        "Timeline: 9:05 AM: Relay stopped at 9:00. 9:15 AM - Pager rang; it was 9:14 then. "
        "9:25 AM: Ana came.\n",
        "1 section timeline: Timeline: \n"
        "1 event 9:05 AM: Relay stopped at 9:00.\n"
        "1 event 9:15 AM: Pager rang; it was 9:14 then.\n"
        "1 event 9:25 AM: Ana came.\n");
}

static void what_stands_before_the_title_is_the_assignments(void **state)
{
    assert_outline(
        state,
        "# 0x19. Postmortem\n\n## Requirements\n\n- Issue Summary must contain:\n"
        "  - what was the root cause\n- **Timeline** (a list)\n\n## Resolution\n\n---\n\n"
        "# Postmortem: mail outage\n\n## Timeline\n\n- 9:05 AM: Relay stopped.\n",
        "1 section other: 0x19. Postmortem\n"
        "3 section other: Requirements\n"
        "5 prose -: Issue Summary must contain:\n"
        "6 prose -: what was the root cause\n"
        "7 prose -: **Timeline** (a list)\n"
        "9 section other: Resolution\n"
        "13 title -: Postmortem: mail outage\n"
        "15 section timeline: Timeline\n"
        "17 event 9:05 AM: Relay stopped.\n");
}

static void a_record_before_the_second_records_title_is_no_assignment(void **state)
{
    assert_outline(state,
                   "# My first postmortem\n\n## Timeline\n- 9:05 AM: Relay stopped.\n\n"
                   "# Postmortem: mail again\n\n## Timeline\n- 9:15 AM: Pager rang.\n",
                   "1 section other: My first postmortem\n"
                   "3 section timeline: Timeline\n"
                   "4 event 9:05 AM: Relay stopped.\n"
                   "6 title -: Postmortem: mail again\n"
                   "8 section timeline: Timeline\n"
                   "9 event 9:15 AM: Pager rang.\n");
}

static void numbered_items_may_be_the_sections(void **state)
{
    assert_outline(
        state, "1. Issue Summary\n   - Duration: 40 minutes\n\n2. Timeline\n   - 9:05 AM: Mail.\n",
        "1 section summary: Issue Summary\n"
        "2 field duration: 40 minutes\n"
        "4 section timeline: Timeline\n"
        "5 event 9:05 AM: Mail.\n");
    assert_outline(state, "Contents:\n\n1. Issue Summary\n2. Timeline\n",
                   "1 prose -: Contents:\n3 prose -: Issue Summary\n4 prose -: Timeline\n");
}

static void an_escaped_pipe_ends_no_cell(void **state)
{
    assert_outline(state, "## Timeline\n\n| When | What |\n|---|---|\n| 9:05 | Mail \\| post. |\n",
                   "1 section timeline: Timeline\n5 event 9:05: Mail \\| post.\n");
}

static void a_hard_break_is_no_part_of_the_text(void **state)
{
    assert_outline(
        state,
        "## Summary\n**Duration** : 40 minutes\\\n**Impact:** late\nmail\\\n**Cause:** oil\n",
        "1 section summary: Summary\n"
        "2 field duration: 40 minutes\n"
        "3 field impact: late mail\n"
        "5 field root-cause: oil\n");
}

static void a_date_with_what_happened_under_it_is_an_entry(void **state)
{
    assert_outline(state,
                   "## Timeline\n- 2023-03-03:\n  Relay stopped.\n- 2023-03-04:\n  - Pager rang.\n"
                   "- 2023-03-05:\n  - 9:05 AM: Ana came.\n",
                   "1 section timeline: Timeline\n"
                   "2 event 2023-03-03: Relay stopped.\n"
                   "4 event 2023-03-04:\n"
                   "5 prose -: Pager rang.\n"
                   "6 section other: 2023-03-05:\n"
                   "7 event 9:05 AM: Ana came.\n");
}

static void a_time_that_a_label_asks_for_is_no_entry(void **state)
{
    assert_outline(state,
                   "## Timeline\n- when was the issue detected:\n\n  2:05 PM (GMT)\n\n"
                   "- 2:15 PM (GMT) Pager rang.\n",
                   "1 section timeline: Timeline\n"
                   "2 field detection-time:\n"
                   "4 prose -: 2:05 PM (GMT)\n"
                   "6 event 2:15 PM (GMT): Pager rang.\n");
}

static void lines_that_begin_alike_are_measures(void **state)
{
    assert_outline(state,
                   "## Prevention\nWe bought a battery.\nWe wrote it down.\n\nWe are sorry.\n",
                   "1 section corrective: Prevention\n"
                   "2 measure -: We bought a battery.\n"
                   "3 measure -: We wrote it down.\n"
                   "5 prose -: We are sorry.\n");
}

static void marked_lines_without_bullets_are_measures(void **state)
{
    assert_outline(state,
                   "## Prevention\n[ ] Buy a battery.\n[x] Write it down.\n4.1 Ring the bell.\n",
                   "1 section corrective: Prevention\n"
                   "2 measure -: Buy a battery.\n"
                   "3 measure -: Write it down.\n"
                   "4 measure -: Ring the bell.\n");
}

static void a_time_at_the_end_of_a_heading_makes_an_entry(void **state)
{
    assert_outline(
        state,
        "## Timeline\n\n### Fix prepared (10:30 - 14:00 UTC)\n\nBy Ana.\n\n### Deployed (soon)\n",
        "1 section timeline: Timeline\n"
        "3 event 10:30 - 14:00 UTC:\n"
        "5 prose -: By Ana.\n"
        "7 section other: Deployed (soon)\n");
}

static void a_heading_may_end_in_a_sections_name(void **state)
{
    assert_outline(
        state,
        "# Mail outage\n\n## The Grand Resolution\nA battery.\n\n## #relay-ops chat logs\n"
        "Ana: hm\n\n## The long road to a new battery and its resolution\nBought.\n",
        "1 title -: Mail outage\n"
        "3 section resolution: The Grand Resolution\n"
        "4 prose -: A battery.\n"
        "6 section supporting: #relay-ops chat logs\n"
        "7 prose -: hm\n"
        "9 section other: The long road to a new battery and its resolution\n"
        "10 prose -: Bought.\n");
}

static void a_line_of_too_many_labels_is_text_at_last(void **state)
{
    struct mirth_buffer record = {0};
    struct mirth_story story = {.name = "r.md"};
    struct mirth_error err;
    mirth_put_text(&record, "## Summary\n");
    for (int i = 0; i < 50000; i++)
        mirth_put_text(&record, "Impact: late mail ");
    story.source = record.at;
    story.length = record.len;
    assert_true(mirth_read_markdown(&story, 1 << 22, &err));
    assert_true(mirth_outline(*state, &story));
    assert_true(story.part_count > 10 && story.part_count < 20);
    assert_int_equal(story.parts[story.part_count - 1].kind, MIRTH_PROSE);
    mirth_pool_free(&story.pool);
    mirth_buffer_free(&record);
}

static void a_sentences_colon_on_its_second_line_makes_no_label(void **state)
{
    assert_outline(
        state,
        "## Root cause\n\nNobody looks when most of the\nlamps are out: they are all alike.\n",
        "1 section root-cause: Root cause\n"
        "3 prose -: Nobody looks when most of the lamps are out: they are all alike.\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sentences_colon_on_its_second_line_makes_no_label),
        cmocka_unit_test(a_short_title_in_front_of_a_sentence_is_a_field),
        cmocka_unit_test(a_run_in_heading_is_a_label),
        cmocka_unit_test(a_line_over_a_section_is_the_title),
        cmocka_unit_test(a_word_over_a_list_is_a_label),
        cmocka_unit_test(the_first_label_of_a_section_is_one),
        cmocka_unit_test(bold_labels_on_a_line_are_fields),
        cmocka_unit_test(what_stands_below_a_label_over_all_is_one),
        cmocka_unit_test(a_break_is_no_text),
        cmocka_unit_test(a_sentence_with_a_colon_is_no_label),
        cmocka_unit_test(a_paragraph_that_says_when_is_an_entry),
        cmocka_unit_test(a_numbered_line_may_be_a_heading),
        cmocka_unit_test(a_definition_is_a_field),
        cmocka_unit_test(lines_without_marks_are_told_apart),
        cmocka_unit_test(a_dash_stands_behind_the_time),
        cmocka_unit_test(a_symbol_behind_a_label_is_no_part_of_the_text),
        cmocka_unit_test(whatever_stands_among_the_records_data_is_a_field),
        cmocka_unit_test(a_label_that_says_its_section_again_is_a_field),
        cmocka_unit_test(front_matter_names_title_author_and_date),
        cmocka_unit_test(a_table_of_pairs_at_the_head_holds_fields),
        cmocka_unit_test(date_and_time_may_stand_in_two_columns),
        cmocka_unit_test(tasks_are_a_field_only_beside_improvements),
        cmocka_unit_test(quoted_headings_are_sections),
        cmocka_unit_test(a_heading_among_measures_keeps_them_measures),
        cmocka_unit_test(a_line_behind_an_unlisted_measure_is_one_too),
        cmocka_unit_test(a_second_label_may_stand_on_a_wrapped_line),
        cmocka_unit_test(a_sentences_time_on_a_wrapped_line_is_no_entry),
        cmocka_unit_test(a_heading_that_only_names_a_field_is_one_where_it_is_deeper),
        cmocka_unit_test(a_byline_names_the_author),
        cmocka_unit_test(a_shortcode_or_a_number_may_stand_before_a_label),
        cmocka_unit_test(a_label_alone_on_its_line_of_plain_text_is_a_field),
        cmocka_unit_test(a_label_may_end_in_a_verb),
        cmocka_unit_test(entries_that_run_together_are_told_apart),
        cmocka_unit_test(what_stands_before_the_title_is_the_assignments),
        cmocka_unit_test(a_record_before_the_second_records_title_is_no_assignment),
        cmocka_unit_test(numbered_items_may_be_the_sections),
        cmocka_unit_test(an_escaped_pipe_ends_no_cell),
        cmocka_unit_test(a_hard_break_is_no_part_of_the_text),
        cmocka_unit_test(a_date_with_what_happened_under_it_is_an_entry),
        cmocka_unit_test(a_time_that_a_label_asks_for_is_no_entry),
        cmocka_unit_test(lines_that_begin_alike_are_measures),
        cmocka_unit_test(marked_lines_without_bullets_are_measures),
        cmocka_unit_test(a_time_at_the_end_of_a_heading_makes_an_entry),
        cmocka_unit_test(a_heading_may_end_in_a_sections_name),
        cmocka_unit_test(a_line_of_too_many_labels_is_text_at_last),
    };
    return cmocka_run_group_tests(tests, open_english, close_english);
}
