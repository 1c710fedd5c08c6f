#!/bin/sh
# cli.sh: the filter's options, exit statuses and messages.
. "$(dirname "$0")/tap.sh"
cd "$scratch" || exit 1
record=$SOURCE/examples/web-outage.md
db=$BUILD/phrasebooks.db

# ---- usage ----

run "$POSTMIRTH" -t nosuch "$record"
gave 2 nosuch quest party noir gremlins && silent
result "an unknown theme is status 2 and names the known ones"

run "$POSTMIRTH" --nosuch
gave 2 "postmirth: unknown option '--nosuch'; --help lists them" && silent
result "an unknown long option is status 2"

run "$POSTMIRTH" -x
gave 2 "postmirth: unknown option '-x'; --help lists them" && silent
result "an unknown short option is status 2"

run "$POSTMIRTH" --theme
gave 2 "postmirth: --theme needs its THEME"
result "a missing argument is status 2"

run "$POSTMIRTH" --receipts=yes
gave 2 "postmirth: --receipts takes no argument"
result "an argument that nobody takes is status 2"

run "$POSTMIRTH" --mirth 4 "$record"
gave 2 "postmirth: --mirth takes one of 0, 1, 2, 3, not '4'"
result "a mirth out of range is status 2"

run "$POSTMIRTH" -w pdf "$record"
gave 2 "postmirth: --to takes one of markdown, html, json, terminal, not 'pdf'"
result "an unknown format is status 2"

run "$POSTMIRTH" --emoji some "$record"
gave 2 "postmirth: --emoji takes one of full, light, none, shortcode, not 'some'"
result "an unknown way with emoji is status 2"

named=0
for theme in $("$POSTMIRTH" --list-themes | cut -f 1); do
    run "$POSTMIRTH" -t "$theme" --emoji shortcode --pictures none "$record"
    gave 0 && grep -q '^.*:[a-z_0-9+]*: ' out && ! LC_ALL=C grep -q "$(printf '\360\237')" out &&
        named=$((named + 1))
done
[ "$named" -eq 6 ]
result "every theme's emoji have names"

run "$POSTMIRTH" --pictures png "$record"
gave 2 "postmirth: --pictures takes one of auto, placeholder, mermaid, svg, none, not 'png'"
result "an unknown way with pictures is status 2"

for seed in "" -1 12x 18446744073709551616; do
    run "$POSTMIRTH" "--seed=$seed" "$record"
    gave 2 "postmirth: --seed takes a number of 64 bits, not '$seed'"
    result "the seed '$seed' is status 2"
done

run "$POSTMIRTH" a.md b.md
gave 2 "postmirth: one FILE at a time; 'b.md' is the second"
result "two files are status 2"

run "$POSTMIRTH" "$(printf 'a\nb')" c
gave 2 "'c' is the second" && run "$POSTMIRTH" "$(printf -- '-a\nb')" && gave 2 "'-a?b'"
result "a message is one line whatever the argument"

# ---- --check ----

run "$POSTMIRTH" --check=-words "$SOURCE/examples/balancer.md"
gave 0 && silent
result "a record without faults is status 0 and silent"

printf '## Summary\n- **Duration:** 40 minutes, 9:05 to 9:25 UTC.\n' >faulty.md
run "$POSTMIRTH" --check=span,words --words 1-99 faulty.md
gave 1 && [ ! -s err ] && grep -qxF "faulty.md:2: warning: 40 minutes are stated, but \
from 09:05 to 09:25 it is 20 [-span]" out && [ "$(wc -l <out)" -eq 1 ]
result "a fault is status 1 and a line with its place and its check"

printf 'Dear Ana, all is well.\n' >letter.md
run "$POSTMIRTH" --check letter.md
gave 3 "letter.md: no postmortem" && silent
result "what is no postmortem is status 3 and not checked"

run "$POSTMIRTH" --check=nosuch faulty.md
gave 2 "postmirth: no check is called 'nosuch'; the manual lists them" && silent
result "an unknown check is status 2"

for range in 400 9-1 a-b 1-2x ""; do
    run "$POSTMIRTH" --check "--words=$range" faulty.md
    gave 2 "postmirth: --words takes MIN-MAX, as in 400-600, not '$range'"
    result "the range '$range' is status 2"
done

run "$POSTMIRTH" --words 1-99 faulty.md
gave 2 "postmirth: --words goes with --check"
result "--words alone is status 2"

# ---- what stops early ----

run "$POSTMIRTH" --help
gave 0 && grep -q '^usage: postmirth' out && [ ! -s err ]
result "--help goes to standard output"

run "$POSTMIRTH" --version
gave 0 && grep -qx 'postmirth [0-9]*\.[0-9]*\.[0-9]*' out
result "--version is one line"

run "$POSTMIRTH" --list-themes
for book in "$SOURCE"/phrasebooks/[a-z]*.md; do
    basename "$book" .md
done | grep -vx english >themes
gave 0 && cut -f 1 out | cmp -s - themes
result "--list-themes names every theme"

grep -q '^quest	Fantasy quest\. [A-Z]' out && [ "$(wc -l <out)" -eq "$(wc -l <themes)" ]
result "--list-themes says each theme in one line"

run "$POSTMIRTH" --list-themes=sample
gave 0 && grep -v '^	' out | cut -f 1 | cmp -s - themes &&
    [ "$(grep -c '^	' out)" -eq "$((3 * $(wc -l <themes)))" ] &&
    [ "$(grep '^	' out | sort -u | wc -l)" -eq "$((3 * $(wc -l <themes)))" ]
result "--list-themes=sample tells three lines in each, none like another"

run "$POSTMIRTH" --list-themes=all
gave 2 "--list-themes takes =sample or nothing, not 'all'" && silent
result "--list-themes=all is status 2"

run "$POSTMIRTH" -t any "$record"
gave 0 && cp out any.md && run "$POSTMIRTH" -t any "$record" && cmp -s out any.md
result "-t any is the same every time"

theme=$(sed -n 's/^<!-- postmirth: a \([a-z]*\) edition.*/\1/p' any.md)
run "$POSTMIRTH" -t "$theme" "$record"
cmp -s out any.md
result "-t any tells as the theme that it picks"

for word in booking hovercraft; do
    printf '# %s: A %s\n\n## told\n\n### found\n- {clause}.\n\n## about\n\n### best\n- fault: pool-exhausted\n- word: %s\n- word: outage\n' \
        "$word" "$word" "$word" >"$word.md"
done
run "$POSTMIRTH" -p hovercraft.md -p booking.md -t any "$SOURCE/examples/web-outage.md"
gave 0 && grep -q '^<!-- postmirth: a booking edition' out
result "-t any picks what says most of the record"
rm booking.md hovercraft.md

# ---- options and their forms ----

run "$POSTMIRTH" "$record"
gave 0 && [ ! -s err ] && mv out told
result "a record is told without a word on standard error"

for form in "-t quest" "-tquest" "--theme quest" "--theme=quest" "-w markdown -m 2 --" \
    "--to=markdown --mirth=2 --emoji full --pictures=auto" "--pictures placeholder" \
    "-p $db" "--phrasebook=$db"; do
    # shellcheck disable=SC2086
    run "$POSTMIRTH" $form "$record"
    gave 0 && cmp -s told out
    result "the defaults can be said: $form"
done

run "$POSTMIRTH" <"$record"
gave 0 && cmp -s told out
result "standard input is told like the file"

run "$POSTMIRTH" - <"$record"
gave 0 && cmp -s told out
result "a dash is standard input"

run sh -c 'cat "$2" | "$1"' sh "$POSTMIRTH" "$record"
gave 0 && cmp -s told out
result "a pipe is told like the file"

cp "$record" ./-t
run "$POSTMIRTH" -- -t
gave 0 && cmp -s told out
result "two dashes end the options"

run "$POSTMIRTH" "$record"
gave 0 && cmp -s told out
result "the same record gives the same bytes twice"

run "$POSTMIRTH" --seed 1 "$record"
gave 0 && mv out seed1 && run "$POSTMIRTH" --seed 2 "$record" && gave 0 && ! cmp -s seed1 out
result "another seed is another edition"

# ---- readers who know earlier editions ----

mkdir known
cp told known/lastweek.quest.md
run "$POSTMIRTH" --earlier known/lastweek.quest.md "$record"
gave 0 && mv out anew && grep -q '^- 👀 \*\*09:52 UTC:\*\*' anew && ! cmp -s told anew
result "--earlier a file: an edition like no earlier one"

grep -hE '^(Our|A|The) |asked|^> _' told | sort >lines
grep -hFxf lines anew | sort -u >again
[ -s lines ] && ! grep -v 'Facts: the record' again | grep -q .
result "no line of an earlier edition is told again"

touch known/.hidden.md known/notes.txt
mkdir known/old.md
run "$POSTMIRTH" --earlier known "$record"
gave 0 && cmp -s anew out
result "--earlier a folder: its pages count, and nothing else there"

cp anew known/web-outage.quest.md
run "$POSTMIRTH" --earlier known "$record"
gave 0 && cmp -s anew out
result "editions named like the record do not count"

run "$POSTMIRTH" --earlier known/ -o known/this.md "$record"
gave 0 && run "$POSTMIRTH" --earlier known -o known/this.md "$record" && gave 0 &&
    cmp -s anew known/this.md
result "nor does the one that is written: told again, it is the same"

run "$POSTMIRTH" --earlier nosuch "$record"
gave 4 "postmirth: cannot open nosuch: No such file or directory" && silent
result "earlier editions that are not there are status 4"

printf 'x' >known/unread.md
chmod 0 known/unread.md
run "$POSTMIRTH" --earlier known "$record"
if [ "$(id -u)" -eq 0 ]; then gave 0; else gave 4 "postmirth: cannot open known/unread.md: Permission denied"; fi
result "nor may one be there that cannot be read"
rm -f known/unread.md

run "$POSTMIRTH" --preview --earlier known/lastweek.quest.md "$record"
gave 0 && grep -qF 'postmirth -t quest -m 2 --earlier known/lastweek.quest.md ' out
result "a preview's commands say --earlier"

run "$POSTMIRTH" --receipts "$record"
gave 0 && cmp -s told out && grep -q "$(printf '^[0-9]*\ttime\t09:52')" err
result "--receipts prints the account on standard error and changes nothing"

for name in examples/web-outage examples/balancer tests/stories/crowded-lines tests/stories/hard-breaks; do
    printf '%s' "$(cat "$SOURCE/$name.md")" >ends-early.md
    for file in "$SOURCE/$name.md" ends-early.md; do
        cp "$file" patched.md
        "$POSTMIRTH" "$file" >wanted.md
        "$POSTMIRTH" --diff patched.md >edition.diff
        git apply --unidiff-zero -p0 edition.diff && cmp -s patched.md wanted.md || echo "$file"
    done
done >unpatched
head -n 2 edition.diff | grep -q '^--- patched.md	record$' && [ ! -s unpatched ]
result "--diff is a patch that makes the edition of the record"

run "$POSTMIRTH" --diff --color always "$record"
gave 0 && grep -q "^$(printf '\033')\[32m+" out
run "$POSTMIRTH" --diff --mirth 0 --emoji none --pictures none "$record"
gave 0 && silent
result "--diff has colours where they are asked for, and nothing to say of nothing"

run "$POSTMIRTH" --explain "$record"
gave 0 && grep -q '^component  ' out && grep -q '^culprit    ' out && grep -q '^gag        [a-z]' out &&
    grep -q ': event$' out && grep -q '^  frame    escalated {to}=' out &&
    grep -q '^  behind   quest/gags/' out && grep -A 1 '^  lost     quest/' out | grep -q '^           [a-z]'
result "--explain says what was recognised, taken and passed over"

grep -A 1 '^  lost     quest/gags/' out | grep -q 'another line is said here' &&
    grep '^  behind ' out | cut -c 12- | sort >said &&
    [ -s said ] && [ -z "$(uniq -d said)" ]
result "--explain names the answers that another was better than, and none is given twice"

printf '# Postmortem\n\n## Timeline\n\n- 9:30 UTC: @ines restarted `@relay`.\n- 9:40 UTC: Service restored.\n' >mention.md
run "$POSTMIRTH" --mute-mentions mention.md
gave 0 && grep -q '@<!-- -->ines' out && grep -q '`@relay`' out && sed 's/<!-- -->//' out >bare &&
    run "$POSTMIRTH" mention.md && cmp -s out bare
result "--mute-mentions parts the sign from the name, and nothing else"

run "$POSTMIRTH" -w html "$record"
gave 0 && head -n 1 out | grep -qi '^<!doctype html>'
result "-w html writes a page"

run "$POSTMIRTH" --with-record --record-url 'https://wiki.example.org/(1)?a=b' "$record"
gave 0 && grep -qF '[The record](<https://wiki.example.org/(1)?a=b>)' out &&
    sed -n '/^<summary>The dry record/,/^<\/details>/p' out | sed '1,2d;$d' | sed '$d' | cmp - "$record"
result "--with-record folds the record in, word for word, and --record-url says where it is"

printf -- '---\na: b\n---\n# Outage\n\n## Timeline\n\n- 09:30: It broke.\n\n<details>\n' >open.md
run "$POSTMIRTH" --with-record open.md
gave 0 && tail -n 1 out | grep -qx '</details>' && [ "$(grep -c '^````*$' out)" -eq 4 ]
result "what would leave the fold open, and front matter, is folded as code"

for url in 'javascript:alert(1)' 'https://a b' 'x>y' ''; do
    run "$POSTMIRTH" --record-url "$url" "$record"
    gave 2 "postmirth: '$url' is no address of a record; expected https://... or a relative one" && silent
    result "--record-url refuses '$url'"
done

run "$POSTMIRTH" --preview -o preview.html "$record"
for theme in $("$POSTMIRTH" --list-themes | cut -f 1); do
    for mirth in 1 2 3; do
        echo "<code>postmirth -t $theme -m $mirth $record</code>"
    done
done >commands
grep -o '<code>postmirth -t [^<]*</code>' preview.html >shown
gave 0 && silent && [ ! -s err ] && head -n 1 preview.html | grep -qi '^<!doctype html>' &&
    cmp commands shown
result "--preview shows every theme at each mirth, and the commands"

for other in --check --diff --explain --receipts; do
    run "$POSTMIRTH" --preview $other "$record"
    gave 2 "postmirth: --preview goes without --check, --diff, --explain and --receipts" && silent
    result "--preview goes without $other"
done

# Which tabs are on, by their names: the labels of radio buttons.
opens() {
    sed 's/<input /\n&/g' out | grep '^<input [^>]*checked' | sed 's/<[^>]*>/|/g' | cut -d '|' -f 3 >on
}

run "$POSTMIRTH" --preview -t noir -m 3 "$record"
opens
gave 0 && [ "$(sort -u on | tr '\n' ' ')" = "-m 3: everything noir " ]
result "--preview -t opens on that theme, -m on that amount"

run "$POSTMIRTH" --preview -t any "$record"
opens
gave 0 && "$POSTMIRTH" -t any "$record" >suited && grep -q "^<!-- postmirth: a $(grep -v '^-m' on) edition" suited
result "--preview -t any opens on the theme that suits the record"

run "$POSTMIRTH" --preview -t nosuch "$record"
gave 2 "postmirth: no theme 'nosuch'; expected one of: " && silent
result "--preview refuses a theme that nobody knows"

run "$POSTMIRTH" --preview --record-url https://example.org/1 --with-record "$record"
gave 0 && grep -qF "postmirth -t quest -m 2 --record-url 'https://example.org/1' --with-record $record" out &&
    [ "$(grep -o '<details>' out | wc -l)" -eq "$(grep -o '<code>postmirth -t' out | wc -l)" ]
result "--preview leads back to the record as editions do, and its commands say so"

run "$POSTMIRTH" --preview --record-url 'a b' "$record"
gave 2 "postmirth: 'a b' is no address of a record" && silent
result "--preview refuses what is no address of a record"

cp "$record" "it's.md"
run "$POSTMIRTH" --preview --emoji none --pictures none --seed 7 "it's.md"
gave 0 && grep -qF "postmirth -t quest -m 2 --emoji none --pictures none --seed 7 'it'\\''s.md'" out
result "the commands of a preview carry its options, and names as a shell wants them"

echo "https://example.org/postmortem" >pointer.md
run "$POSTMIRTH" --preview pointer.md
gave 3 "pointer.md: " && cmp pointer.md out
result "a preview of what is no record is status 3, and the record"

run "$POSTMIRTH" -w json "$record"
gave 0 && head -c 12 out | grep -q '^{"postmirth'
result "-w json writes an object"

# ---- -o ----

run "$POSTMIRTH" -o edition.md "$record"
gave 0 && silent && cmp -s told edition.md
result "-o writes the file and nothing else"

(umask 027 && run "$POSTMIRTH" -o masked.md "$record") && [ "$(find masked.md -perm 640)" ]
result "a new file has the mode that the umask leaves"

echo old >private.md && chmod 600 private.md && run "$POSTMIRTH" -o private.md "$record"
gave 0 && cmp -s told private.md && [ "$(find private.md -perm 600)" ]
result "a replaced file keeps its mode"

mkdir elsewhere && echo old >elsewhere/real.md && ln -s elsewhere/real.md link.md
run "$POSTMIRTH" -o link.md "$record"
gave 0 && [ -L link.md ] && cmp -s told elsewhere/real.md
result "a link stays a link"

cp "$record" both.md && run "$POSTMIRTH" -o both.md both.md
gave 0 && cmp -s told both.md
result "the output may be the input"

mkfifo fifo && { cat fifo >through & } && run "$POSTMIRTH" -o fifo "$record"
wait
gave 0 && [ -p fifo ] && cmp -s told through
result "a pipe is written, not replaced"

echo precious >kept.md
run "$POSTMIRTH" -t nosuch -o kept.md "$record"
gave 2 && [ "$(cat kept.md)" = precious ]
result "a usage error leaves the output file alone"

# The limit is 512 bytes a file; messages fit in it, an edition does not.
(trap '' XFSZ && ulimit -f 1 && run "$POSTMIRTH" -o kept.md "$record")
gave 4 "postmirth: cannot write kept.md: File too large"
result "a disk that is full is status 4"

[ "$(cat kept.md)" = precious ]
result "a failed write leaves the output file alone"

[ -z "$(find . -name '.postmirth-*')" ]
result "no temporary file is left behind"

run "$POSTMIRTH" -o elsewhere "$record"
gave 4 "postmirth: cannot write elsewhere: Is a directory"
result "a folder as output is status 4"

run "$POSTMIRTH" -o nosuch/edition.md "$record"
gave 4 "postmirth: cannot write nosuch/edition.md: No such file or directory"
result "an output in no folder is status 4"

# ---- --for ----

run "$POSTMIRTH" --for bitbucket "$record"
gave 2 "postmirth: --for takes one of any, github, gitlab, plain, not 'bitbucket'"
result "an unknown forge is status 2"

run "$POSTMIRTH" --for github -w html "$record"
gave 2 "postmirth: --for goes with -w markdown"
result "a page is for no forge"

run "$POSTMIRTH" --for plain --pictures mermaid "$record"
gave 2 "postmirth: --for plain has no mermaid"
result "plain Markdown has no diagrams"

run "$POSTMIRTH" --for github "$record"
gave 0 && grep -q '^<a id="timeline"></a>$' out && cp out forged.md && run "$POSTMIRTH" forged.md
gave 3 edition && cmp -s forged.md out
result "an edition for GitHub keeps addresses and is a fixed point"

# ---- pictures as files ----

run "$POSTMIRTH" --pictures svg "$record"
gave 2 "--pictures svg writes files beside the edition: say -o FILE, or -w html" && silent
result "drawn pictures need a file to stand beside"

mkdir drawn && run "$POSTMIRTH" --pictures svg -o "drawn/a (b) 1.quest.md" "$record"
gave 0 && silent && grep -qF "](a%20%28b%29%201.quest-title.svg)" drawn/*.md &&
    grep -qF "](a%20%28b%29%201.quest-timeline.svg)" drawn/*.md &&
    head -n 1 "drawn/a (b) 1.quest-title.svg" | grep -q '^<svg xmlns='
result "drawn pictures stand beside the edition, which links to them"

[ "$(grep -c '^!\[' drawn/*.md)" -eq "$(find drawn -name '*.svg' | wc -l)" ]
result "there is a file for each link and a link for each file"

run "$POSTMIRTH" --pictures svg --picture-base https://cdn.example/ -o drawn/c "$record"
gave 0 && grep -qF "](https://cdn.example/c-title.svg)" drawn/c && [ -s drawn/c-title.svg ]
result "--picture-base goes before the names of drawn pictures"

mkdir -p half && echo precious >half/a.md
(trap '' XFSZ && ulimit -f 1 && run "$POSTMIRTH" --pictures svg -o half/a.md "$record")
gave 4 "File too large" && [ "$(cat half/a.md)" = precious ] && [ "$(find half -type f)" = half/a.md ]
result "where one file cannot be written none is"

run "$POSTMIRTH" --pictures svg -o /dev/null "$record"
gave 2 "/dev/null is no file"
result "drawn pictures cannot stand beside a device"

run "$POSTMIRTH" -w html "$record"
gave 0 && grep -q '<svg viewBox' out && ! grep -q '<img' out
result "a page holds its pictures itself"

run "$POSTMIRTH" -w html --pictures none "$record"
gave 0 && ! grep -q '<svg' out
result "--pictures none leaves a page without"

# ---- input and output that fail ----

run "$POSTMIRTH" nosuch.md
gave 4 "postmirth: cannot open nosuch.md: No such file or directory" && silent
result "no such file is status 4"

run "$POSTMIRTH" elsewhere
gave 4 "postmirth: cannot read elsewhere: Is a directory" && silent
result "a folder is status 4"

if [ -c /dev/full ]; then
    "$POSTMIRTH" "$record" >/dev/full 2>err
    echo $? >status
    gave 4 "postmirth: cannot write standard output: No space left on device"
    result "a full disk behind standard output is status 4"

    "$POSTMIRTH" --help >/dev/full 2>err
    echo $? >status
    gave 4 "postmirth: cannot write standard output: No space left on device"
    result "--help checks its output too"
fi

# More than a pipe holds, so that the writer cannot be done before the reader is gone.
for _ in 1 2 3 4 5 6 7 8; do cat "$record" "$record" "$record" "$record"; done >long.md
{ "$POSTMIRTH" long.md 2>err; echo $? >status; } | :
gave 4 "postmirth: cannot write standard output: Broken pipe"
result "a closed pipe is status 4 with a message"

# ---- phrasebooks ----

cat >opera.md <<'OPERA'
# opera: An opera

## told

### escalated
- Up to {to:the}, by the stairs{rest}.
- {clause}. {who}.
OPERA
run "$POSTMIRTH" -p opera.md "$record"
gave 0 && grep -q '^<!-- postmirth: a opera edition' out && grep -q 'by the stairs' out
result "a pack in Markdown works as it is, and its theme is meant"

run "$POSTMIRTH" -p opera.md -t quest "$record"
gave 0 && grep -q '^<!-- postmirth: a quest edition' out
result "a pack leaves the other themes in place"

cat >curtain.md <<'CURTAIN'
# curtain: A curtain

## closing
### any
- Curtain.
- The curtain came down slowly, and then rather faster than anybody had rehearsed.
CURTAIN
farewells() {
    for seed in 1 2 3 4 5 6 7 8 9 10 11 12; do
        "$POSTMIRTH" -p curtain.md --seed $seed "$SOURCE/examples/checkout-disk.md"
    done >out 2>err
    echo $? >status
}
farewells
gave 0 && grep -q '^Curtain\.' out && grep -q 'rehearsed\.' out
result "a farewell long or short: by turns"

printf '\n## faults\n### disk-full\n- `closing` The cellar was empty, and it echoed.\n' >>curtain.md
farewells
gave 0 && [ "$(grep -c 'it echoed\.' out)" -eq 12 ] && ! grep -q '^Curtain\.' out
result "a farewell is the fault's own where it has one"

sed 's/{who}/{whom}/' opera.md >typo.md
run "$POSTMIRTH" -p typo.md "$record"
gave 4 "postmirth: typo.md:7: {whom} is never given in \`told\`, \`escalated\`" && silent
result "a fault in a pack is status 4, with its line"

sed 's/^# opera/# quest/; s/by the stairs/by the back stairs/' opera.md >more.md
run "$POSTMIRTH" -p opera.md -p more.md --list-themes
gave 0 && grep -q '^opera	An opera$' out && grep -q '^quest	An opera\. A castle' out
result "--phrasebook may be given twice"

run "$POSTMIRTH" $(printf -- '-p opera.md %.0s' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17) "$record"
gave 2 "one too many; expected at most 16" && silent
result "a seventeenth --phrasebook is status 2"

mkdir -p .local/share/postmirth && cp opera.md .local/share/postmirth/
run "$POSTMIRTH" -t opera "$record"
gave 0 && grep -q '^<!-- postmirth: a opera edition' out
result "a pack in the user's data folder is found"
rm -r .local

run "$POSTMIRTH" -p nosuch.db "$record"
gave 4 nosuch.db "no such" && silent
result "a missing phrasebook is status 4"

run "$POSTMIRTH" -p elsewhere "$record"
gave 4 elsewhere && silent
result "a folder for a phrasebook is status 4"

head -c 20000 "$db" >short.db && run "$POSTMIRTH" -p short.db "$record"
gave 4 short.db damaged && silent
result "a truncated phrasebook is status 4"

cp "$record" foreign.db && run "$POSTMIRTH" -p foreign.db "$record"
gave 4 foreign.db && silent
result "a file of another kind is status 4"

# SQLite's header keeps user_version at byte 60 and application_id at 68.
cp "$db" other.db && printf '\1\2\3\4' | dd of=other.db bs=1 seek=68 conv=notrunc 2>/dev/null
run "$POSTMIRTH" -p other.db "$record"
gave 4 other.db && silent
result "a database of another program is status 4"

cp "$db" newer.db && printf '\0\0\3\347' | dd of=newer.db bs=1 seek=60 conv=notrunc 2>/dev/null
run "$POSTMIRTH" -p newer.db "$record"
gave 4 newer.db newer 999 && silent
result "a newer phrasebook is status 4"

# ---- grave records ----

sed 's/^# .*/&\n\nTwo technicians were injured.\n/' "$record" >grave.md
line=$(grep -n injured grave.md | cut -d : -f 1)
run "$POSTMIRTH" grave.md
gave 3 "grave.md: too grave to retell (line $line: technicians were injured" && cmp -s grave.md out
result "a grave record is status 3, passed through, its line and words named"

run "$POSTMIRTH" --even-so grave.md
gave 2 "--even-so goes with an explicit --mirth" && silent
result "--even-so without --mirth is status 2"

run "$POSTMIRTH" --even-so -m 2 grave.md
gave 0 && [ ! -s err ] && head -n 1 out | grep -q '^<!-- postmirth: a quest edition, even so -->$'
result "--even-so tells it, and the marker says so"

run "$POSTMIRTH" --even-so -m 2 "$record"
gave 0 && head -n 1 out | grep -q '^<!-- postmirth: a quest edition -->$'
result "--even-so leaves no mark on a record that bears the mirth"

sed 's/^# .*/&\n\nCustomer records were exposed.\n/' "$record" >breach.md
run "$POSTMIRTH" -m 3 --pictures none breach.md
gave 0 "breach.md: told at mirth 0 at most (line $line: Customer records were exposed" &&
    "$POSTMIRTH" -m 0 --pictures none breach.md | cmp -s - out
result "a breach is told at mirth 0, and its line and words named"

sed 's/^# .*/&\n\n340 customers were charged twice.\n/' "$record" >charged.md
run "$POSTMIRTH" charged.md
gave 0 "charged.md: told at mirth 1 at most (line $line: charged twice" &&
    "$POSTMIRTH" -m 1 charged.md | cmp -s - out
result "money taken is told at mirth 1 at most"

# ---- records that are not retold ----

: >empty.md
run "$POSTMIRTH" empty.md
gave 3 postmirth: && silent
result "an empty record is status 3"

printf 'https://docs.example.com/d/1abc/edit\n' >bare.md
run "$POSTMIRTH" bare.md
gave 3 postmirth: && cmp -s bare.md out
result "a bare link is status 3, passed through"

run "$POSTMIRTH" told
gave 3 edition && cmp -s told out
result "an edition is status 3, passed through"

run "$POSTMIRTH" -o again.md told
gave 3 edition && cmp -s told again.md
result "what is passed through goes to -o as well"

# ---- hostile input ----

printf 'Outage\0at 10:00\n' >nul.md
run "$POSTMIRTH" nul.md
gave 4 nul.md "byte 6" && silent
result "a NUL byte is status 4 and says where"

printf 'Outage \377 at 10:00\n' >latin.md
echo precious >kept.md
run "$POSTMIRTH" -o kept.md latin.md
gave 4 latin.md "byte 7" && [ "$(cat kept.md)" = precious ]
result "invalid UTF-8 is status 4, says where and writes nothing"

head -c 104857600 /dev/zero | tr '\0' a >line.md
run "$POSTMIRTH" line.md
gave 4 "postmirth: line.md: 104857600 bytes, more than the limit of 67108864" && silent
result "a line of 100 MB is refused"

run sh -c 'cat line.md | "$1"' sh "$POSTMIRTH"
gave 4 "postmirth: <stdin>: more than the limit of 67108864 bytes" && silent
result "100 MB from a pipe are refused"
rm line.md

# repeat COUNT TEXT: that many times, then a line end.
repeat() {
    yes "$2" | head -n "$1" | tr -d '\n'
    echo
}

# The library decides whether it tells, passes or refuses; it may not crash or take for ever.
bounded() {
    run timeout 60 "$POSTMIRTH" "$1"
    case $(cat status) in
    0 | 3) [ -s out ] ;;
    4) [ "$(wc -l <err)" -eq 1 ] && silent ;;
    *) false ;;
    esac
}

repeat 1000000 'aaaaaaaaaa' >bomb.md
bounded bomb.md
result "a word of 10 MB is bounded"

repeat 100000 '> ' >bomb.md
bounded bomb.md
result "100,000 nested quotations are bounded"

repeat 100000 '- ' >bomb.md
bounded bomb.md
result "100,000 nested lists are bounded"

repeat 100000 '[' >bomb.md
bounded bomb.md
result "100,000 open brackets are bounded"

repeat 100000 '![[]()' >bomb.md
bounded bomb.md
result "100,000 unfinished pictures are bounded"

repeat 100000 '*a **b ' >bomb.md
bounded bomb.md
result "100,000 open emphases are bounded"

repeat 100000 '`' >bomb.md
repeat 100000 '``a' >>bomb.md
bounded bomb.md
result "100,000 backquotes are bounded"

repeat 100000 '| a ' >bomb.md
repeat 100000 '| - ' >>bomb.md
bounded bomb.md
result "a table of 100,000 columns is bounded"

# ---- everything on one line ----

printf '%s' '<p>Mail.</p><h1>Mail outage</h1><h2>Timeline</h2><ul><li>9:05 AM: The relay stopped.' \
    '</li><li>9:15 AM: The pager rang.</li></ul><h2>Resolution</h2><p>Ana replaced it.</p>' >line.md
for theme in gremlins party quest; do
    run "$POSTMIRTH" -t $theme line.md
    gave 0 && grep -q '9:15 AM' out
    result "a page on one line is told by $theme"
done

# ---- told for fun before ----

cat >fun.md <<'END'
# Postmortem: the saga of the relay

## Timeline

- 9:05 AM: The relay took a siesta.
- 9:15 AM: Alas, nobody had coffee.
END
run "$POSTMIRTH" fun.md
gave 0 "postmirth: fun.md: engaging already (line 1: saga; line 5: siesta; line 6: Alas); told anew" &&
    grep -q '9:15 AM' out
result "an engaging record is told anew, and that is said"

# ---- identity and fixed point ----

for record in "$SOURCE"/examples/*.md "$SOURCE"/tests/stories/*.md; do
    case $(basename "$record") in
    '*.md' | *.*.md) continue ;;
    esac
    name=$(basename "$record" .md)
    run "$POSTMIRTH" --mirth 0 --emoji none --pictures none "$record"
    [ "$(cat status)" -ne 4 ] && cmp -s "$record" out
    result "retelling nothing gives $name back"

    awk '{ printf "%s\r\n", $0 }' "$record" >crlf.md
    run "$POSTMIRTH" --mirth 0 --emoji none --pictures none crlf.md
    [ "$(cat status)" -ne 4 ] && cmp -s crlf.md out
    result "and with CR LF line ends"

    for theme in gremlins noir party quest; do
        run "$POSTMIRTH" -t $theme "$record"
        gave 0 && mv out edition.md && run "$POSTMIRTH" -t quest edition.md &&
            gave 3 postmirth: edition && cmp -s edition.md out
        result "the $theme edition of $name is a fixed point"
    done
done

finish
