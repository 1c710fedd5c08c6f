/* test_check.c: what postmirth-book check finds. */
#include "books.h"
#include "phrasebook/check.h"

static void note_finding(void *out, size_t line, const char *message)
{
    mirth_put_number(out, line);
    mirth_put_text(out, ": ");
    mirth_put_text(out, message);
    mirth_put_char(out, '\n');
}

static void assert_findings(const char *text, const char *wanted)
{
    struct mirth_book *english = parse(
        "# english: E\n## lists\n### be\n- is, was\n## sections\n"
        "### timeline\n- timeline\n## told\n### found\n"
        "- {who} ~find:past {what=@be}\n## asked\n### monitor\n"
        "- {what}\n## faults\n### disk-full\n- disk\n### leak\n- leak\n## manners\n### stock\n"
        "a stale joke; expected one of this theme's own\n"
        "- off and on again, hamster\n## sizes\n### often\n- found\n"
        "### main\n- often 4, asked 1, headlines 1, title 1, opening 1, gags 2, beats 4, script 2, "
        "faults 1, pictures 1, joints 2\n### half\n- often 1\n");
    struct mirth_book *book = parse(text);
    struct mirth_buffer out = {0};
    bool clean = mirth_book_check(book, english, note_finding, &out);
    assert_string_equal(out.at ? out.at : "", wanted);
    assert_int_equal(clean, !*wanted);
    mirth_buffer_free(&out);
    mirth_book_free(book);
    mirth_book_free(english);
}

static void a_sound_theme_is_clean(void **state)
{
    (void)state;
    assert_findings(
        "# demo: A\n## title\n### any\n- {title}, or, It\n### none\n- It\n## heading\n"
        "### timeline\n- {heading}, Cried Aloud\n## told\n### found\n"
        "- `best, gap >= 1h, words <= 12` {who:the:cap} “saw” {what}{rest}.\n"
        "- `in: cause|measures, voice: I|we` {lead} {clause}.\n"
        "- `telling: 2, gag: mule, fault: disk-full` {who}, {what}, {what:head:plural}.\n"
        "### found, disk-full\n- `word: a|b, lasted >= 2d` *Ha*: {clause}.\n"
        "## asked\n### monitor\n- {clause}, early.\n"
        "## callbacks\n### socks\n- `plant, frame: found|monitor` It wore socks.\n"
        "- `payoff, word: early` *Socks.*\n## remarks\n### any\n- `word: was` Was?\n"
        "## gags\n### mule\n`needs: fault disk-full` `being: the mule`\n"
        "- `at title` {title}, or, The Mule\n- `at opening` It wants.\n"
        "- `at closing, best` It got.\n## faults\n### disk-full\n- `image` A cellar.\n"
        "## emoji\n### found\n- 🔍\n### timeline\n- 🔍\n"
        "## pictures\n### title\n- A mule | Mind the step.\n",
        "");
}

#define ABOUT "# d: A\n## about\n### author\n- Me\n### licence\n- MIT\n"
#define TOLD  "# d: A\n## told\n### found\n- {clause}.\n- {clause} a.\n- "
#define GAG   "# d: A\n## gags\n### mule\n`being: it`\n- `at opening` a\n- `at closing` b\n- "

#define WORDED "# english: E\n## told\n### f\n- {what} erupts\n## wordings\n"

static const struct {
    const char *text, *findings;
} faulty[] = {
    {"# any: A\n## opening\n### any\n- x\n",
     "1: the name `any`; expected another (it means whichever theme suits)\n"},
    {TOLD "{who} looked{rest}.\n",
     "6: no sentence fills it; expected all that one pattern gives, each once: {who} {what}\n"},
    {TOLD "{who} and {who} found {what}{rest}.\n",
     "6: no sentence fills it; expected all that one pattern gives, each once: {who} {what}\n"},
    {TOLD "{who} found {what:plural}{rest}.\n",
     "6: no sentence fills it; expected all that one pattern gives, each once: {who} {what}\n"},
    {TOLD "{clause}. The moat had frozen over.\n- {clause}. Over the moat it had frozen.\n",
     "7: nearly the same as line 6; expected another shape\n"},
    {TOLD "{clause}. A Hamster, perhaps.\n",
     "6: `hamster`: a stale joke; expected one of this theme's own\n"},
    {TOLD "{clause}. Off and on again it went.\n",
     "6: `off and on again`: a stale joke; expected one of this theme's own\n"},
    {TOLD "{clause}. Hurrah!\n", "6: an exclamation mark outside speech; expected a full stop\n"},
    {TOLD "{clause}. (Not so.\n", "6: a bracket without its other half\n"},
    {"# d: A\n## about\n### author\n- Me\n",
     "2: no `### licence` in `about`; expected author, licence and language\n"
     "2: no `### language` in `about`; expected author, licence and language\n"},
    {ABOUT "### language\n- english language\n",
     "8: language `english language`; expected a tag such as en or pt-BR\n"},
    {ABOUT "### language\n- en\n### best\n- fault: disk\n- dns\n- word: sale|launch\n",
     "10: unknown fault `disk`; expected an entry of the English book's faults\n"
     "11: `dns`; expected `fault: NAME|NAME` or `word: WORD|WORD`\n"},
    {ABOUT "### language\n- en\n### size\n- huge\n", "10: size `huge`; expected main or half\n"},
    {ABOUT "### language\n- en\n### size\n- main\n## told\n### found\n- {clause}.\n"
           "- {clause} a.\n- {clause} b.\n## gags\n### mule\n`being: it`\n- `at opening` a\n"
           "- `at closing` b\n- `word: hay` c\n## joints\n### toll\n- The toll:\n",
     "12: found: 3; expected at least 4\n10: headlines of found: 0; expected at least 1\n"
     "10: monitor: 0; expected at least 1\n10: headlines of monitor: 0; expected at least 1\n"
     "10: title: 0; expected at least 1\n10: gags: 1; expected at least 2\n"
     "10: faults: 0; expected at least 1\n10: pictures: 0; expected at least 1\n"
     "17: mule: 3; expected at least 4\n17: the script of mule: 1; expected at least 2\n23: toll: "
     "1; expected at least 2\n"},
    {"# d: A\n## remarks\n### any\n- `in: cause` x\n",
     "4: a remark without its trigger; expected `word: WORDS`\n"},
    {"# d: A\n## headlines\n### found\n- A door\n- *A* door.\n### any\n- Steam.\n",
     "4: a headline without its stop; expected `.` or `?` at its end\n"
     "5: `*`, `_`, `!` or `:` in a headline; expected plain words\n"
     "7: a headline for any entry; expected `word: WORDS` in front\n"},
    {"# d: A\n## callbacks\n### socks\n- `plant, frame: fund` x\n- `payoff` y\n- `word: a` z\n",
     "5: a callback that fits anything; expected `frame:` or `word:` beside it\n"
     "6: half of a callback; expected `plant` or `payoff`\n"
     "4: condition `frame: fund`; expected a frame of the English book's told or asked\n"},
    {"# d: A\n## callbacks\n### socks\n- `plant, frame: found` x\n",
     "3: callback `socks` has no `payoff`; expected both halves\n"},
    {"# d: A\n## gags\n### owl\n`being: {component:the}`\n- `at opening` x\n- `at closing` y\n",
     "3: gag `owl`: `being: {component:the}`; expected a name, or `{culprit:the}`\n"},
    {"# d: A\n## tols\n### found\n- x\n",
     "2: unknown chapter `tols`; expected one that WRITING.md names\n"},
    {"# d: A\n## told\n### fund\n- {clause} a\n- {clause} b\n- {clause} c\n",
     "3: unknown entry `fund` in chapter `told`; expected an entry of the English book's told\n"},
    {"# d: A\n## opener\n### timelin\n- x\n",
     "3: unknown entry `timelin` in chapter `opener`; expected any other or an entry of the "
     "English book's sections\n"},
    {"# d: A\n## told\n### found, disk\n- {clause}\n",
     "3: unknown fault `disk`; expected an entry of the English book's faults\n"},
    {"# d: A\n## told\n### found\n- {clause}\n",
     "3: frame `found` has 1 phrasing; expected at least 3\n"},
    {TOLD "{by} {clause}\n", "6: {by} is never given in `told`, `found`; expected {who} {what} or "
                             "one of: clause rest lead adv being component cause\n"},
    {"# d: A\n## opening\n### any\n- {heading} x\n",
     "4: {heading} is never given in `opening`, `any`; expected one of: being component culprit "
     "cause "
     "length\n"},
    {TOLD "{clause:loud}\n", "6: unknown modifier `:loud`; expected one of: the a cap head plural "
                             "was is has it does its s\n"},
    {TOLD "{clause\n", "6: braces that do not balance; expected {slot}\n"},
    {TOLD "{} {clause}\n", "6: an empty slot; expected {name}\n"},
    {TOLD "{who} x {what} {rest}\n",
     "6: a space before {rest}; expected it straight after a word\n"},
    {TOLD "x\n",
     "6: no slot; expected the record's words in a told line\n"
     "6: no sentence fills it; expected all that one pattern gives, each once: {who} {what}\n"},
    {"# d: A\n## asked\n### monitor\n- {what}\n",
     "4: no {clause}; expected it in every line of `asked`\n"},
    {TOLD "`often` {clause}\n",
     "6: unknown condition `often`; expected one that WRITING.md names\n"},
    {TOLD "`at opening` {clause}\n",
     "6: condition `at opening`; expected it in one of the chapters: gags faults\n"},
    {TOLD "`gap >= 1w` {clause}\n", "6: condition `gap >= 1w`; expected a number and m, h or d\n"},
    {TOLD "`voice: you` {clause}\n", "6: condition `voice: you`; expected one of: I we none\n"},
    {TOLD "`gag: cow` {clause}\n", "6: condition `gag: cow`; expected a gag of this book\n"},
    {TOLD "{clause} 5.\n", "6: the digit `5`; expected words (digits are facts)\n"},
    {TOLD "{clause} — x.\n", "6: an em dash; expected a comma or a full stop\n"},
    {TOLD "*{clause}.\n", "6: an asterisk without its other half\n"},
    {TOLD "{clause}. *“So it *is* back,” said it.*\n",
     "6: italics inside italics; expected one or the other\n"},
    {TOLD "”{clause}“.\n", "6: quotation marks “” that do not balance\n"},
    {TOLD "\"{clause}.\n", "6: a quotation mark \" without its other half\n"},
    {TOLD "<b>{clause}</b>\n", "6: HTML; expected words and light Markdown\n"},
    {TOLD "[{clause}](x)\n", "6: a link; expected words and light Markdown\n"},
    {TOLD "{clause} 🍺\n", "6: `🍺` in a line; expected emoji in `## emoji` only\n"},
    {TOLD "{clause}.\n", "6: the same line stands on line 4\n"},
    {TOLD "{clause}. Mind the step.\n## opener\n### any\n- Mind the step.\n",
     "9: the same line stands on line 6\n"},
    {"# d: A\n## opener\n### any\n- a a a a a a a a a a a a a\n",
     "4: 13 words; expected at most 12\n"},
    {"# d: A\n## emoji\n### found\n- 🪄\n",
     "4: `🪄` (U+1FA84) is no emoji of Unicode 10 or older\n"},
    {"# d: A\n## emoji\n### found\n- ⚠️\n",
     "4: `⚠️` is more than one code point; expected one emoji\n"},
    {"# d: A\n## faults\n### disk-full\n- x\n",
     "4: expected `image`, `fable`, `scene`, `ending`, `closing` or `at MILESTONE` in front\n"},
    {"# d: A\n## gags\n### owl\n`being: it` `needs: fault leak`\n- `at opening` a\n- `at closing` "
     "b\n## "
     "faults\n### leak\n- `fable, gag: owl` x\n### disk-full\n- `scene, gag: owl` y\n",
     "11: a fable that nobody tells: the gag needs another fault; expected `disk-full` among those "
     "that it needs\n"},
    {"# d: A\n## pictures\n### title\n- x\n", "4: no caption; expected `alt text | caption`\n"},
    {"# d: A\n## gags\n### mule\n`needs: luck`\n- `at opening` a\n- `at closing` b\n",
     "3: gag `mule`: unknown `needs: luck`; expected `being:` or `needs:`\n"
     "3: gag `mule` has no `being: NAME` under its heading\n"},
    {"# d: A\n## gags\n### mule\n`being: it`\n- `at cause` a\n",
     "3: gag `mule` has no `at opening`; expected its want\n"
     "3: gag `mule` has no `at closing`; expected its payoff\n"},
    {GAG "x\n", "7: a beat without its place; expected `at MILESTONE`, `frame:` or `word:`\n"},
    {GAG "`while: hunt` x\n",
     "7: a beat without its place; expected `at MILESTONE`, `frame:` or `word:`\n"},
    {GAG "`word: lamp, while: dark` x\n",
     "7: condition `while: dark`; expected one of: hunt repair well\n"},
    {GAG "`at dawn` x\n",
     "7: condition `at dawn`; expected one of: title opening impact first-event false-trail "
     "ruled-out gap escalated found fixed restored cause resolution measure "
     "last-measure closing\n"},
    {"# english: E\n## lists\n### a\n- x\n## told\n### f\n- @b c\n",
     "7: unknown list `@b`; expected one of `## lists`\n"},
    {"# english: E\n## lists\n### a\n- x\n## told\n### f\n- {who=@c} [a b\n",
     "7: unknown list `@c`; expected one of `## lists`\n"
     "7: brackets that do not balance; expected [optional words]\n"},
    {"# english: E\n## told\n### f\n- a b] c\n- [a [b]]\n- [] x\n",
     "4: brackets that do not balance; expected [optional words]\n"
     "5: brackets that do not balance; expected [optional words]\n"
     "6: an empty alternative in ``; expected a word\n"},
    {"# english: E\n## plain\n### words\n- in order to\n",
     "4: `in order to`; expected `long words > plain ones`\n"},
    {"# english: E\n## told\n### f\n- a||b\n- ~go|:past\n- ~go:gone\n- {Who}\n",
     "4: an empty alternative in `a||b`; expected a word\n"
     "5: an empty alternative in `go|`; expected a word\n"
     "6: unknown form in `~go:gone`; expected one of: fin past pp ing base\n"
     "7: `{Who}`; expected {slot} or {slot=@list}\n"},
    {WORDED "### f\n- {what} [went|goes|go] on{rest}\n- `tail: to|none` {what} rose{rest}\n", ""},
    {WORDED "### g\n- {what} rose{rest}\n",
     "6: unknown frame `g`; expected an entry of `told`\n"
     "7: {what} is never given in `wordings`, `g`; expected one of: rest lead adv\n"},
    {WORDED "### f\n- {who} rose{rest}\n",
     "7: {who} is never given in `wordings`, `f`; expected {what} or one of: rest lead adv\n"},
    {WORDED "### f\n- It rose{rest}\n",
     "7: no sentence fills it; expected all that one pattern gives, each once: {what}\n"},
    {WORDED "### f\n- {what} [went|goes] on\n- {what} [went on\n",
     "7: `[went|goes]`; expected a verb in three forms, `[went|goes|go]`\n"
     "8: `[went on`; expected a verb in three forms, `[went|goes|go]`\n"},
    {WORDED "### f\n- {what} rose.\n",
     "7: a wording ends in `.`; expected the record's own stop\n"},
    {WORDED "### f\n- `at found` {what} rose\n",
     "7: condition `at found`; expected it in one of the chapters: gags faults\n"},
    {TOLD "`tail: to` {clause}\n", "6: condition `tail: to` outside chapter `wordings`\n"},
};

static void each_fault_of_a_book_is_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof faulty / sizeof *faulty; i++)
        assert_findings(faulty[i].text, faulty[i].findings);
}

static void the_english_book_is_clean(void **state)
{
    struct mirth_book *english = parse_file("phrasebooks/english.md");
    struct mirth_buffer out = {0};
    (void)state;
    mirth_book_check(english, english, note_finding, &out);
    assert_string_equal(out.at ? out.at : "", "");
    mirth_buffer_free(&out);
    mirth_book_free(english);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sound_theme_is_clean),
        cmocka_unit_test(each_fault_of_a_book_is_found),
        cmocka_unit_test(the_english_book_is_clean),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
