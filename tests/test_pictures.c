/* test_pictures.c: the timeline's phases and diagrams, and the pictures of a theme. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "base/width.h"
#include "draw/chart.h"
#include "phrasebook/shape.h"
#include "open_shelf.h"

static struct mirth_edition *tell(const char *record, struct mirth_options options)
{
    struct mirth_error err = {0};
    struct mirth_edition *e = mirth_tell(shelf, record, strlen(record), &options, &err);
    if (!e)
        fail_msg("%s", err.message);
    return e;
}

/* A record whose timeline is these lines, told with that kind of picture. */
static struct mirth_edition *tell_timeline(const char *lines, enum mirth_pictures pictures)
{
    struct mirth_options options = mirth_defaults();
    struct mirth_buffer record = {0};
    struct mirth_edition *e;
    mirth_put_text(&record, "# Postmortem: the relay stopped\n\n## Issue Summary\n\n"
                            "The relay stopped for a while.\n\n## Timeline\n\n");
    mirth_put_text(&record, lines);
    mirth_put_text(&record, "\n## Root Cause\n\nThe outage was caused by a worn cable.\n");
    options.pictures = pictures;
    options.mirth = 3; /* whatever the length */
    e = tell(record.at, options);
    mirth_buffer_free(&record);
    return e;
}

/* The fenced block, or "". */
static char *gantt_of(const char *lines)
{
    struct mirth_edition *e = tell_timeline(lines, MIRTH_PICTURES_MERMAID);
    const char *from = strstr(mirth_edition_text(e), "```mermaid\n");
    const char *to = from ? strstr(from, "\n```\n") : NULL;
    char *block = to ? strndup(from, (size_t)(to - from)) : strdup("");
    mirth_edition_free(e);
    return block;
}

static void assert_holds(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("'%s' is not in:\n%s", part, text);
}

static void entries_follow_each_other_and_phases_are_sections(void **state)
{
    char *g = gantt_of("- 09:40 UTC: Release 4 was deployed.\n"
                       "- 09:52 UTC: Monitoring alert fired.\n"
                       "- 10:05 UTC: The team investigated the database.\n"
                       "- 10:20 UTC: The team restarted the relay.\n"
                       "- 10:30 UTC: The team checked the cables.\n"
                       "- 10:50 UTC: Rolled back the release.\n"
                       "- 11:25 UTC: Service was restored.\n");
    (void)state;
    assert_string_equal(g, "```mermaid\ngantt\n"
                           "    accTitle: Timeline of the incident\n"
                           "    accDescr: 7 entries, from 09#58;40 UTC to 11#58;25 UTC\n"
                           "    dateFormat HH:mm\n    axisFormat %H:%M\n    todayMarker off\n"
                           "    section Trouble\n"
                           "        Release 4 was deployed :e1, 09:40, 12m\n"
                           "        Monitoring alert fired :e2, after e1, 13m\n"
                           "    section Investigation\n"
                           "        The team investigated the database :e3, after e2, 15m\n"
                           "        The team restarted the relay :e4, after e3, 10m\n"
                           "        The team checked the cables :e5, after e4, 20m\n"
                           "    section Fix\n"
                           "        Rolled back the release :e6, after e5, 35m\n"
                           "    section Back to normal\n"
                           "        Service was restored :milestone, e7, after e6, 0m");
    free(g);
}

static void midnight_needs_no_date(void **state)
{
    char *g = gantt_of("- 23:50: Monitoring alert fired.\n- 00:10: Service was restored.\n");
    (void)state;
    assert_holds(g, "dateFormat HH:mm\n");
    assert_holds(g, ":e1, 23:50, 20m\n");
    free(g);
}

static void days_that_the_record_names_are_on_the_axis(void **state)
{
    char *g = gantt_of("- 2024-03-01 23:50 UTC: Monitoring alert fired.\n"
                       "- 2024-03-03 00:10 UTC: Service was restored.\n");
    (void)state;
    assert_holds(g, "dateFormat YYYY-MM-DD HH:mm\n    axisFormat %b %d %H:%M\n");
    assert_holds(g, ":e1, 2024-03-01 23:50, 1460m\n");
    free(g);
}

static void what_is_not_to_scale_is_not_drawn(void **state)
{
    static const char *const timelines[] = {
        "Nothing is known of the times.\n", "- 09:40: Monitoring alert fired.\n",
        "- 09:40 UTC: Monitoring alert fired.\n- 11:40 CET: Service was restored.\n"};
    (void)state;
    for (size_t i = 0; i < sizeof timelines / sizeof *timelines; i++) {
        char *g = gantt_of(timelines[i]);
        assert_string_equal(g, "");
        free(g);
    }
}

static void labels_are_only_text_to_mermaid(void **state)
{
    char *g = gantt_of("- 09:40: click e1 call alert; %%{init}%% #1 & \"x\" \\n `a:b`\n"
                       "- 09:45: Section 4 <script>alert</script> \xe2\x80\xae was checked\n");
    (void)state;
    assert_holds(g, "        #99;lick e1 call alert#59; #37;#37;#123;init#125;#37;#37; #35;1 #38; "
                    "#34;x#34; #92;n a#58;b :e1, 09:40, 5m\n");
    assert_holds(g, "        #83;ection 4 alert  was checked :");
    free(g);
}

static void long_labels_are_cut_between_words(void **state)
{
    char *g = gantt_of("- 09:40: Monitoring raised an alarm about the very long queue of the relay "
                       "in the cellar.\n- 09:45: Service was restored.\n");
    (void)state;
    assert_holds(g, " Monitoring raised an alarm about the very long queue of the… :e1");
    free(g);
}

static void text_has_cells(void **state)
{
    static const struct {
        const char *text;
        size_t cells;
    } rows[] = {
        {"plain", 5},
        {"数据库 down", 11},
        {"e\xcc\x81t\xc3\xa9", 3},
        {"\xf0\x9f\x94\x94 ring", 7},
        {"\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb x", 4},
        {"\xe2\x9a\xa0\xef\xb8\x8f!", 3},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(mirth_cells(mirth_slice_of(rows[i].text)), rows[i].cells);
    assert_int_equal(mirth_fit(mirth_slice_of("two words"), 5), 3);
    assert_int_equal(mirth_fit(mirth_slice_of("数据库"), 5), 6);
    assert_int_equal(mirth_fit(mirth_slice_of("fits"), 4), 4);
}

/* ---- the diagram ---- */

/* The SVG of one of a timeline's pictures, or "". */
static char *svg_of(const char *lines, const char *wanted)
{
    struct mirth_edition *e = tell_timeline(lines, MIRTH_PICTURES_SVG);
    const char *name, *svg;
    size_t length;
    char *found = strdup("");
    for (size_t i = 0; mirth_edition_picture(e, i, &name, &svg, &length); i++)
        if (!strcmp(name, wanted)) {
            free(found);
            found = strndup(svg, length);
        }
    mirth_edition_free(e);
    return found;
}

/* Heights and wishes of any kind; what comes out is in order, apart, within. */
static void spread_labels_never_touch(void **state)
{
    uint64_t dice = 7;
    struct mirth_pool pool = {0};
    (void)state;
    for (size_t round = 0; round < 500; round++) {
        int places[40], heights[40], room = 0, wish = 0;
        size_t count = round % 40;
        for (size_t i = 0; i < count; i++) {
            dice = dice * 6364136223846793005ULL + 1442695040888963407ULL;
            heights[i] = 10 + (int)(dice >> 60);
            wish += (int)(dice >> 40 & 0xff) > 200 ? (int)(dice >> 33 & 0x3f) : 0;
            places[i] = wish;
            room += heights[i];
        }
        assert_true(mirth_spread(&pool, places, heights, count, 0, room));
        for (size_t i = 0; i < count; i++) {
            assert_true(places[i] >= 0 && places[i] <= room);
            if (i)
                assert_true(places[i] >= places[i - 1] + heights[i - 1]);
        }
    }
    mirth_pool_free(&pool);
}

static void labels_with_room_stay_where_they_belong(void **state)
{
    int places[] = {0, 50, 55, 200}, heights[] = {20, 20, 20, 20};
    struct mirth_pool pool = {0};
    (void)state;
    assert_true(mirth_spread(&pool, places, heights, 4, 0, 300));
    assert_int_equal(places[0], 0);
    assert_int_equal(places[1], 42);
    assert_int_equal(places[2], 62);
    assert_int_equal(places[3], 200);
    mirth_pool_free(&pool);
}

static void entries_are_dots_in_their_phases_colours(void **state)
{
    char *svg = svg_of("- 09:40 UTC: Monitoring alert fired.\n"
                       "- 09:50 UTC: The team investigated the database.\n"
                       "- 10:40 UTC: Service was restored.\n",
                       "timeline");
    (void)state;
    assert_int_equal(count_of(svg, "<circle"), 3);
    assert_holds(svg, "cx=\"196\" cy=\"34\"");  /* at the start */
    assert_holds(svg, "cx=\"196\" cy=\"84\"");  /* a sixth of the way down */
    assert_holds(svg, "cx=\"196\" cy=\"334\""); /* at the end */
    assert_holds(svg,
                 "<title>Timeline of the incident</title>\n  <desc>3 entries, from 09:40 UTC to "
                 "10:40 UTC</desc>");
    assert_holds(svg, ">Trouble</text>");
    assert_holds(svg, ">Back to normal</text>");
    assert_holds(svg, "@media (prefers-color-scheme:dark)");
    assert_null(strstr(svg, "Not to scale"));
    free(svg);
}

static void times_that_are_unknown_or_of_many_zones_are_said_to_be(void **state)
{
    struct mirth_buffer zones = {0};
    char *svg;
    (void)state;
    for (int i = 0; i < 12; i++) {
        static const char *const names[] = {"UTC", "CET", "EST", "PST", "WAT", "EAT",
                                            "IST", "JST", "GMT", "MST", "CST", "BST"};
        mirth_put_text(&zones, "- 09:40 ");
        mirth_put_text(&zones, names[i]);
        mirth_put_text(&zones, ": The team restarted the relay.\n");
    }
    svg = svg_of(zones.at, "timeline");
    assert_int_equal(count_of(svg, "<circle"), 12);
    assert_holds(svg, "Not to scale");
    free(svg);
    mirth_buffer_free(&zones);
}

static void days_are_marked(void **state)
{
    char *svg = svg_of("- 2024-03-01 23:50 UTC: Monitoring alert fired.\n"
                       "- 2024-03-02 12:00 UTC: The team restarted the relay.\n"
                       "- 2024-03-03 20:10 UTC: Service was restored.\n",
                       "timeline");
    (void)state;
    assert_holds(svg, ">2024-03-02</text>");
    assert_holds(svg, ">2024-03-03</text>");
    free(svg);
}

static void there_is_a_diagram_from_two_entries_to_eighty(void **state)
{
    struct mirth_buffer lines = {0};
    (void)state;
    for (int i = 0; i < 80; i++) {
        char line[96];
        char *svg;
        snprintf(line, sizeof line, "- %02d:%02d: The team restarted the relay, attempt %d.\n",
                 8 + i / 9, i % 9 * 6, i + 1);
        mirth_put_text(&lines, line);
        if (i > 3 && i < 79)
            continue;
        svg = svg_of(lines.at, "timeline");
        assert_int_equal(count_of(svg, "<circle"), i ? i + 1 : 0);
        free(svg);
    }
    mirth_buffer_free(&lines);
}

static void hostile_words_are_only_words(void **state)
{
    static const char *const slots[] = {"title", "timeline", "middle", "end"};
    const char *lines = "- 09:40: The `</svg><script>alert(1)</script>` service ]]> &amp; <!-- was "
                        "restarted \xe2\x80\xae.\n"
                        "- 09:45: \xd7\xa9\xd7\x91\xd7\xa8 \xe6\x95\xb0 was checked, onload=x.\n"
                        "- 09:55: Service was restored.\n";
    (void)state;
    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++) {
        char *svg = svg_of(lines, slots[i]);
        assert_true(*svg);
        assert_null(strstr(svg, "<script"));
        assert_null(strstr(svg, "\xe2\x80\xae"));
        assert_null(strstr(svg, "]]>"));
        assert_int_equal(count_of(svg, "</svg>"), 1);
        free(svg);
    }
}

/* ---- a theme's drawings ---- */

static void a_shape_is_read_or_said_to_be_none(void **state)
{
    static const struct {
        const char *line;
        bool good;
    } rows[] = {
        {"path red M0 0 L10 10 Z", true},
        {"path red M0 0L10-10.25Z", true},
        {"line ink 3.5 M0 0 Q1,2 3,4", true},
        {"oval red 1 2 3 4 -30", true},
        {"dot red 1 2 3", true},
        {"box red 0 0 10 10", true},
        {"put mule 10 20 -1.5 90", true},
        {"being 10 20", true},
        {"label ink 0 0 100 40 a mystery", true},
        {"alt A mule | “No.”", true},
        {"", false},
        {"circle red 1 2 3", false},
        {"dot red 1 2", false},
        {"dot red 1 2 3 4", false},
        {"dot red 1 2 1e9", false},
        {"dot red 1 2 12345", false},
        {"dot red 1 2 nan", false},
        {"path red L0 0", false},
        {"path red M0 0 url(#x)", false},
        {"path red M0 0 L123456 0", false},
        {"line ink M0 0", false},
        {"label ink 0 0 100 40", false},
        {"being 1 2 3 4 5", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct mirth_shape shape;
        const char *wrong = mirth_shape_read(mirth_slice_of(rows[i].line), &shape);
        if (!wrong != rows[i].good)
            fail_msg("'%s': %s", rows[i].line, wrong ? wrong : "taken");
    }
}

/* Every theme, every slot: drawn, named, and with the part's name on it. */
static void every_theme_draws_the_guilty_part(void **state)
{
    const char *theme, *caption, *name, *svg;
    size_t length, themes = 0;
    (void)state;
    for (size_t t = 0; mirth_theme(shelf, t, &theme, &caption); t++) {
        struct mirth_options options = mirth_defaults();
        struct mirth_edition *e;
        size_t drawn = 0;
        options.theme = theme;
        options.mirth = 3; /* no budget */
        options.pictures = MIRTH_PICTURES_SVG;
        e = tell("# Postmortem: the load balancer stopped\n\n## Issue Summary\n\n"
                 "The load balancer stopped.\n\n## Timeline\n\n"
                 "- 09:40 UTC: The load balancer crashed.\n- 09:50 UTC: Service was restored.\n\n"
                 "## Root Cause\n\nThe outage was caused by a misconfigured load balancer.\n",
                 options);
        for (size_t i = 0; mirth_edition_picture(e, i, &name, &svg, &length); i++) {
            if (!strcmp(name, "timeline"))
                continue;
            assert_holds(svg, "viewBox=\"0 0 960 400\" width=\"960\" height=\"400\"");
            assert_non_null(strstr(strstr(svg, "<text"), "balancer"));
            assert_holds(svg, "load balancer</title>"); /* who does not see it is told */
            drawn++;
        }
        themes += drawn == 3;
        assert_true(drawn == 3 || drawn == 0); /* a theme draws all slots or none */
        mirth_edition_free(e);
    }
    assert_true(themes >= 3);
}

static void a_very_long_name_fits_its_sign(void **state)
{
    struct mirth_options options = mirth_defaults();
    struct mirth_buffer record = {0};
    struct mirth_edition *e;
    const char *name, *svg;
    size_t length;
    (void)state;
    mirth_put_text(&record, "# Postmortem: outage\n\n## Issue Summary\n\nIt stopped.\n\n"
                            "## Timeline\n\n- 09:40 UTC: `");
    for (int i = 0; i < 100; i++)
        mirth_put_text(&record, "ab");
    mirth_put_text(&record, "` crashed.\n- 09:50 UTC: Service was restored.\n\n## Root Cause\n\n"
                            "The outage was caused by a misconfigured load balancer.\n");
    options.pictures = MIRTH_PICTURES_SVG;
    e = tell(record.at, options);
    for (size_t i = 0; mirth_edition_picture(e, i, &name, &svg, &length); i++)
        if (!strcmp(name, "timeline"))
            assert_holds(svg, "…</text>");
    mirth_edition_free(e);
    mirth_buffer_free(&record);
}

/* ---- placeholders ---- */

static void a_placeholder_links_to_nothing_by_itself(void **state)
{
    struct mirth_options options = mirth_defaults();
    struct mirth_edition *e;
    (void)state;
    e = tell_timeline("- 09:40 UTC: The relay crashed.\n- 09:50 UTC: Service was restored.\n",
                      MIRTH_PICTURES_PLACEHOLDER);
    assert_null(strstr(mirth_edition_text(e), "]("));
    assert_holds(mirth_edition_text(e), "<!-- picture: quest-title.png -->\n\n> *Picture: ");
    mirth_edition_free(e);
    options.mirth = 3;
    options.picture_base = "https://cdn.example/";
    e = tell("# Postmortem: outage\n\n## Timeline\n\n- 09:40 UTC: The relay crashed.\n"
             "- 09:50 UTC: Service was restored.\n\n## Root Cause\n\nA worn cable.\n",
             options);
    assert_holds(mirth_edition_text(e), "](https://cdn.example/quest-title.png)\n_");
    mirth_edition_free(e);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entries_follow_each_other_and_phases_are_sections),
        cmocka_unit_test(midnight_needs_no_date),
        cmocka_unit_test(days_that_the_record_names_are_on_the_axis),
        cmocka_unit_test(what_is_not_to_scale_is_not_drawn),
        cmocka_unit_test(labels_are_only_text_to_mermaid),
        cmocka_unit_test(long_labels_are_cut_between_words),
        cmocka_unit_test(text_has_cells),
        cmocka_unit_test(spread_labels_never_touch),
        cmocka_unit_test(labels_with_room_stay_where_they_belong),
        cmocka_unit_test(entries_are_dots_in_their_phases_colours),
        cmocka_unit_test(times_that_are_unknown_or_of_many_zones_are_said_to_be),
        cmocka_unit_test(days_are_marked),
        cmocka_unit_test(there_is_a_diagram_from_two_entries_to_eighty),
        cmocka_unit_test(hostile_words_are_only_words),
        cmocka_unit_test(a_shape_is_read_or_said_to_be_none),
        cmocka_unit_test(every_theme_draws_the_guilty_part),
        cmocka_unit_test(a_very_long_name_fits_its_sign),
        cmocka_unit_test(a_placeholder_links_to_nothing_by_itself),
    };
    return cmocka_run_group_tests(tests, open_shelf, close_shelf);
}
