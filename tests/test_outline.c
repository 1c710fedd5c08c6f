/* test_outline.c: a record's parts, in every mark-up that people use. */
#include "outline_show.h"

static void headings_name_the_title_and_the_sections(void **state)
{
    assert_outline(state,
                   "# Postmortem: the mail relay\n\n## Issue Summary\nMail stood still.\n\n"
                   "## Root cause and resolution\nA worn battery.\n\n"
                   "## Corrective and preventative measures\n- Buy two batteries.\n",
                   "1 title -: Postmortem: the mail relay\n"
                   "3 section summary: Issue Summary\n"
                   "4 prose -: Mail stood still.\n"
                   "6 section root-cause-and-resolution: Root cause and resolution\n"
                   "7 prose -: A worn battery.\n"
                   "9 section corrective: Corrective and preventative measures\n"
                   "10 measure -: Buy two batteries.\n");
}

/* It begins as a section's heading does, and all others stand under it. */
static void the_first_heading_may_begin_as_a_sections_does(void **state)
{
    assert_outline(state, "# Five whys: mail stood still at noon\n\n## Root cause\nRain.\n",
                   "1 title -: Five whys: mail stood still at noon\n"
                   "3 section root-cause: Root cause\n"
                   "4 prose -: Rain.\n");
    assert_outline(state, "# Root cause: a worn, wet battery\nRain.\n\n# Timeline\n- 9:30 Rain.\n",
                   "1 section root-cause: Root cause: a worn, wet battery\n"
                   "2 prose -: Rain.\n"
                   "4 section timeline: Timeline\n"
                   "5 event 9:30: Rain.\n");
}

static void a_label_may_lack_its_space(void **state)
{
    assert_outline(
        state, "## Issue Summary\n- Impact:Letters were late.\n- Depot:host:PORT was std::Set.\n",
        "1 section summary: Issue Summary\n"
        "2 field impact: Letters were late.\n"
        "3 prose -: Depot:host:PORT was std::Set.\n");
}

static void a_colon_in_a_wrapped_sentence_makes_no_label(void **state)
{
    assert_outline(
        state,
        "## Root cause\nWe want an alert when most of the\nprinters are idle: nobody saw "
        "it.\n",
        "1 section root-cause: Root cause\n"
        "2 prose -: We want an alert when most of the printers are idle: nobody saw it.\n");
}

static void a_drawing_is_nobodys_text(void **state)
{
    assert_outline(state,
                   "## Timeline\n- 9:30 Mail stood still.\nThe culprit:\n    +-------+\n"
                   "    | relay | <-- here\n    +-------+\n        |\n        v\nIt was warm.\n",
                   "1 section timeline: Timeline\n"
                   "2 event 9:30: Mail stood still.\n"
                   "3 section root-cause: The culprit:\n"
                   "9 prose -: It was warm.\n");
}

static void bold_labels_in_bullets_are_fields(void **state)
{
    assert_outline(state,
                   "## Summary\n- **Duration:** 40 minutes.\n- **Impact:** Mail was late.\n"
                   "- **Root Cause**: a worn battery.\n",
                   "1 section summary: Summary\n"
                   "2 field duration: 40 minutes.\n"
                   "3 field impact: Mail was late.\n"
                   "4 field root-cause: a worn battery.\n");
}

static void numbered_headings_with_label_lines_are_sections_with_fields(void **state)
{
    assert_outline(state,
                   "### 1. Issue Summary\n\n**Duration:** 40 minutes.\n\n**Impact:** Mail was late."
                   "\n\n### 2. Timeline\n\n- 9:05 AM: Relay stopped.\n",
                   "1 section summary: Issue Summary\n"
                   "3 field duration: 40 minutes.\n"
                   "5 field impact: Mail was late.\n"
                   "7 section timeline: Timeline\n"
                   "9 event 9:05 AM: Relay stopped.\n");
}

static void a_label_alone_governs_the_text_on_the_next_line(void **state)
{
    assert_outline(state, "## Summary\n**Duration:**\n40 minutes.\n\n**Impact:**\nMail was late.\n",
                   "1 section summary: Summary\n"
                   "2 field duration: 40 minutes.\n"
                   "5 field impact: Mail was late.\n");
}

static void a_label_alone_governs_the_paragraph_and_the_list_behind_it(void **state)
{
    assert_outline(state,
                   "## Summary\n**Impact:**\n\nMail was late.\n\n**Root Cause:**\n\n- A battery.\n",
                   "1 section summary: Summary\n"
                   "2 field impact:\n"
                   "4 prose -: Mail was late.\n"
                   "6 field root-cause:\n"
                   "8 prose -: A battery.\n");
}

static void a_bare_name_on_its_line_is_a_section(void **state)
{
    assert_outline(state,
                   "Postmortem of the mail relay\n\nIssue Summary\n\nMail stood still.\n\n"
                   "Timeline:\n\n09:05 - Relay stopped.\n",
                   "1 title -: Postmortem of the mail relay\n"
                   "3 section summary: Issue Summary\n"
                   "5 prose -: Mail stood still.\n"
                   "7 section timeline: Timeline:\n"
                   "9 event 09:05: Relay stopped.\n");
}

static void a_bold_line_is_a_section(void **state)
{
    assert_outline(state,
                   "**Postmortem: the mail relay**\n\n**Issue Summary**\n\nMail stood still.\n\n"
                   "**Timeline:**\n\n* 09:05 - Relay stopped.\n",
                   "1 title -: **Postmortem: the mail relay**\n"
                   "3 section summary: **Issue Summary**\n"
                   "5 prose -: Mail stood still.\n"
                   "7 section timeline: **Timeline:**\n"
                   "9 event 09:05: Relay stopped.\n");
}

static void an_emoji_before_a_heading_changes_nothing(void **state)
{
    assert_outline(state, "## \xf0\x9f\x95\x92 Timeline\n- 09:05 Relay stopped.\n",
                   "1 section timeline: Timeline\n2 event 09:05: Relay stopped.\n");
}

static void an_entry_is_an_event_whatever_sets_its_time_off(void **state)
{
    assert_outline(
        state,
        "## Timeline\n- 09:05 Relay stopped.\n- 09:06: Pager rang.\n"
        "- 09:07 - Ana looked.\n- **09:08** Ana found it.\n- **09:09:** Ana left.\n"
        "- [09:10] Ana came back.\n- `09:11` Relay ran.\n- *9:12 AM (UTC)* - All well.\n",
        "1 section timeline: Timeline\n"
        "2 event 09:05: Relay stopped.\n"
        "3 event 09:06: Pager rang.\n"
        "4 event 09:07: Ana looked.\n"
        "5 event 09:08: Ana found it.\n"
        "6 event 09:09: Ana left.\n"
        "7 event 09:10: Ana came back.\n"
        "8 event 09:11: Relay ran.\n"
        "9 event 9:12 AM (UTC): All well.\n");
}

static void a_time_in_a_heading_is_an_event_with_its_prose(void **state)
{
    assert_outline(state,
                   "## Timeline\n\n### 16:32\n\nRelay stopped.\n\n### 16:40 UTC\n\nPager rang.\n\n"
                   "## Root cause\n\nA battery.\n",
                   "1 section timeline: Timeline\n"
                   "3 event 16:32:\n"
                   "5 prose -: Relay stopped.\n"
                   "7 event 16:40 UTC:\n"
                   "9 prose -: Pager rang.\n"
                   "11 section root-cause: Root cause\n"
                   "13 prose -: A battery.\n");
}

static void a_time_on_a_line_of_its_own_takes_the_next_line(void **state)
{
    assert_outline(state, "## Timeline\n09:05\nRelay stopped.\n\n09:06\nPager rang.\n",
                   "1 section timeline: Timeline\n"
                   "2 event 09:05: Relay stopped.\n"
                   "5 event 09:06: Pager rang.\n");
}

static void a_day_in_a_timeline_keeps_its_entries_in_it(void **state)
{
    assert_outline(state,
                   "## Timeline\n\n### March 3, 2023\n- 09:05 Relay stopped.\n\n"
                   "### March 4, 2023\n- 09:06 Pager rang.\n",
                   "1 section timeline: Timeline\n"
                   "3 section other: March 3, 2023\n"
                   "4 event 09:05: Relay stopped.\n"
                   "6 section other: March 4, 2023\n"
                   "7 event 09:06: Pager rang.\n");
}

static void a_nested_list_goes_on_with_its_entry(void **state)
{
    assert_outline(state,
                   "## Timeline\n- 09:05: Relay stopped.\n  - Its lamp was red.\n  - Its fan ran.\n"
                   "- 09:06: Pager rang.\n",
                   "1 section timeline: Timeline\n"
                   "2 event 09:05: Relay stopped.\n"
                   "3 prose -: Its lamp was red.\n"
                   "4 prose -: Its fan ran.\n"
                   "5 event 09:06: Pager rang.\n");
}

static void a_wrapped_line_belongs_to_its_entry(void **state)
{
    assert_outline(state, "## Timeline\n- 09:05: Relay\n  stopped.\n- 09:06: Pager rang.\n",
                   "1 section timeline: Timeline\n"
                   "2 event 09:05: Relay   stopped.\n"
                   "4 event 09:06: Pager rang.\n");
}

static void a_label_behind_a_time_is_no_part_of_the_text(void **state)
{
    assert_outline(state,
                   "## Timeline\n- 09:05 - **Detection:** Relay stopped.\n"
                   "- 09:06: Misleading path: Ana looked at the switch.\n",
                   "1 section timeline: Timeline\n"
                   "2 event 09:05: Relay stopped.\n"
                   "3 event 09:06: Ana looked at the switch.\n");
}

static void start_and_end_on_two_lines_are_two_fields(void **state)
{
    assert_outline(state,
                   "## Summary\n\n**Start Time:** 09:05 UTC\n**End Time:** 09:45 UTC\n\n"
                   "- Start: March 3, 2023, 09:05 UTC\n- End: March 3, 2023, 09:45 UTC\n",
                   "1 section summary: Summary\n"
                   "3 field start: 09:05 UTC\n"
                   "4 field end: 09:45 UTC\n"
                   "6 field start: March 3, 2023, 09:05 UTC\n"
                   "7 field end: March 3, 2023, 09:45 UTC\n");
}

static void a_timelines_table_gives_an_event_a_row(void **state)
{
    assert_outline(state,
                   "## Timeline\n\n| Time | What |\n| --- | --- |\n| 09:05 | Relay stopped. |\n"
                   "| 09:06 UTC | Pager rang. |\n",
                   "1 section timeline: Timeline\n"
                   "5 event 09:05: Relay stopped.\n"
                   "6 event 09:06 UTC: Pager rang.\n");
}

static void a_table_outside_a_timeline_is_left_alone(void **state)
{
    assert_outline(
        state, "## Summary\n\n| Host | Since |\n| --- | --- |\n| db-2 | 09:05 |\n\nMail stood.\n",
        "1 section summary: Summary\n7 prose -: Mail stood.\n");
}

static void code_and_html_have_no_parts(void **state)
{
    assert_outline(state,
                   "## Timeline\n\n```\n09:05 Relay stopped.\n```\n\n<!-- 09:06 Pager rang. -->\n\n"
                   "    09:07 Indented.\n\n- 09:08 Ana looked.\n",
                   "1 section timeline: Timeline\n11 event 09:08: Ana looked.\n");
}

static void front_matter_has_no_parts_and_counts_as_lines(void **state)
{
    assert_outline(state, "---\ntitle: a relay\n---\n# Relay outage\n\n## Impact\nNone.\n",
                   "4 title -: Relay outage\n6 section impact: Impact\n7 prose -: None.\n");
}

static void what_is_to_be_done_is_a_measure_however_it_is_listed(void **state)
{
    assert_outline(state,
                   "## Action items\n1. Buy a battery.\n2. Write it down.\n\n## Lessons learned\n"
                   "- [ ] Look at the lamp.\n- **Spares:** Keep two.\n",
                   "1 section actions: Action items\n"
                   "2 measure -: Buy a battery.\n"
                   "3 measure -: Write it down.\n"
                   "5 section lessons: Lessons learned\n"
                   "6 measure -: Look at the lamp.\n"
                   "7 measure -: Keep two.\n");
}

static void measures_may_hang_under_a_label(void **state)
{
    assert_outline(state,
                   "## Corrective and preventative measures\n\n- **Improvements:**\n"
                   "  - Better lamps.\n- **Tasks to address the issue:**\n  1. Buy a battery.\n",
                   "1 section corrective: Corrective and preventative measures\n"
                   "3 field improvements:\n"
                   "4 measure -: Better lamps.\n"
                   "5 field tasks:\n"
                   "6 measure -: Buy a battery.\n");
}

static void a_labels_synonyms_have_one_name(void **state)
{
    assert_outline(
        state,
        "## Timeline\n**How it was detected:** by lamp.\n\n**False leads:** the switch.\n\n"
        "**Escalated to:** Ana.\n\n**Initial investigation:** none.\n",
        "1 section timeline: Timeline\n"
        "2 field detection-method: by lamp.\n"
        "4 field misleading: the switch.\n"
        "6 field escalation: Ana.\n"
        "8 field actions-taken: none.\n");
}

static void a_record_with_carriage_returns_has_the_same_parts(void **state)
{
    assert_outline(state, "## Timeline\r\n- 09:05: Relay stopped.\r\n- 09:06: Pager rang.\r\n",
                   "1 section timeline: Timeline\n"
                   "2 event 09:05: Relay stopped.\n"
                   "3 event 09:06: Pager rang.\n");
}

static void a_letter_is_only_prose(void **state)
{
    assert_outline(state, "Dear Ana,\n\nthe garden is well.\n",
                   "1 prose -: Dear Ana,\n3 prose -: the garden is well.\n");
}

static void nothing_has_no_parts(void **state)
{
    assert_outline(state, "", "");
    assert_outline(state, "\n\n \n", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headings_name_the_title_and_the_sections),
        cmocka_unit_test(a_label_may_lack_its_space),
        cmocka_unit_test(the_first_heading_may_begin_as_a_sections_does),
        cmocka_unit_test(a_colon_in_a_wrapped_sentence_makes_no_label),
        cmocka_unit_test(a_drawing_is_nobodys_text),
        cmocka_unit_test(bold_labels_in_bullets_are_fields),
        cmocka_unit_test(numbered_headings_with_label_lines_are_sections_with_fields),
        cmocka_unit_test(a_label_alone_governs_the_text_on_the_next_line),
        cmocka_unit_test(a_label_alone_governs_the_paragraph_and_the_list_behind_it),
        cmocka_unit_test(a_bare_name_on_its_line_is_a_section),
        cmocka_unit_test(a_bold_line_is_a_section),
        cmocka_unit_test(an_emoji_before_a_heading_changes_nothing),
        cmocka_unit_test(an_entry_is_an_event_whatever_sets_its_time_off),
        cmocka_unit_test(a_time_in_a_heading_is_an_event_with_its_prose),
        cmocka_unit_test(a_time_on_a_line_of_its_own_takes_the_next_line),
        cmocka_unit_test(a_day_in_a_timeline_keeps_its_entries_in_it),
        cmocka_unit_test(a_nested_list_goes_on_with_its_entry),
        cmocka_unit_test(a_wrapped_line_belongs_to_its_entry),
        cmocka_unit_test(a_label_behind_a_time_is_no_part_of_the_text),
        cmocka_unit_test(start_and_end_on_two_lines_are_two_fields),
        cmocka_unit_test(a_timelines_table_gives_an_event_a_row),
        cmocka_unit_test(a_table_outside_a_timeline_is_left_alone),
        cmocka_unit_test(code_and_html_have_no_parts),
        cmocka_unit_test(front_matter_has_no_parts_and_counts_as_lines),
        cmocka_unit_test(what_is_to_be_done_is_a_measure_however_it_is_listed),
        cmocka_unit_test(measures_may_hang_under_a_label),
        cmocka_unit_test(a_labels_synonyms_have_one_name),
        cmocka_unit_test(a_record_with_carriage_returns_has_the_same_parts),
        cmocka_unit_test(a_letter_is_only_prose),
        cmocka_unit_test(nothing_has_no_parts),
    };
    return cmocka_run_group_tests(tests, open_english, close_english);
}
