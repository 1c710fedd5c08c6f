#!/bin/sh
# book_cli.sh: postmirth-book as the authors of phrasebooks meet it.
. "$(dirname "$0")/tap.sh"
cd "$scratch" || exit 1
LC_ALL=C
export LC_ALL
english=$SOURCE/phrasebooks/english.md

cat >demo.md <<'DEMO'
# demo: A demo
What it is.

## told

### found
- `best` {who:the:cap} found {cause}{rest}.
- It was {cause}{rest}.
- {clause}.
DEMO
sed 's/^- {clause}/- {clause} 5/' demo.md >faulty.md
echo '- x' >broken.md

# ---- usage ----

run "$BOOK"
grep -q '^usage: postmirth-book build' err && gave 2 && silent
result "no command is status 2 and shows the usage"

run "$BOOK" burn demo.md
grep -qF "unknown command 'burn'" err && gave 2 && silent
result "an unknown command is status 2 and is named"

run "$BOOK" --help
gave 0 && grep -q '^usage: postmirth-book build' out && [ ! -s err ]
result "--help is on standard output"

run "$BOOK" --version
gave 0 && grep -qx 'postmirth-book [0-9.]*' out
result "--version says which"

run "$BOOK" build demo.md
gave 2 && silent
result "a build without -o is status 2"


# ---- build and dump ----

run "$BOOK" build -o a.db "$english" demo.md
gave 0 && silent && [ ! -s err ]
result "a build is silent"

run "$BOOK" build -o b.db demo.md "$english"
gave 0 && cmp a.db b.db
result "the order of the books does not matter"

run "$BOOK" dump a.db demo
gave 0 && diff demo.md out
result "a dump gives the Markdown back"

run "$BOOK" dump a.db english
cp out english.md
run "$BOOK" build -o c.db english.md demo.md
gave 0 && cmp a.db c.db
result "a dumped book builds the same bytes"

mkdir dumped
for book in $("$POSTMIRTH" --list-themes | cut -f 1) english; do
    "$BOOK" dump "$BUILD/phrasebooks.db" "$book" >"dumped/$book.md" || break
done
run "$BOOK" build -o again.db dumped/*.md
gave 0 && cmp again.db "$BUILD/phrasebooks.db"
result "the shipped books dumped and built again are the same bytes"

run "$BOOK" dump a.db opera
gave 2 "postmirth-book: no theme 'opera'; expected one of: demo" && silent
result "a dump of an unknown book is status 2 and names the known"

cp demo.md demo.txt
run "$BOOK" dump demo.txt demo
gave 4 "demo.txt: not a database" && silent
result "a dump of what is no database is status 4"

if [ -c /dev/full ]; then
    "$BOOK" dump a.db demo >/dev/full 2>err
    echo $? >status
    gave 4 "could not be written"
    result "a full disk is status 4"
fi

run "$BOOK" build -o a.db "$english" broken.md nosuch.md
[ "$(cat status)" -eq 4 ] && cmp a.db b.db && grep -q '^postmirth-book: broken.md:1: a line outside' err &&
    grep -q '^postmirth-book: nosuch.md: ' err
result "a build of unreadable books names each and leaves the old file"

run "$BOOK" build -o nosuch/a.db demo.md
gave 4 "nosuch/a.db: cannot be written"
result "a build into no folder is status 4"

[ "$(echo ./*.new*)" = "./*.new*" ]
result "no temporary file is left"

# ---- check ----

run "$BOOK" check "$english" demo.md
gave 0 && silent && [ ! -s err ]
result "a sound book is status 0 and silent"

run "$BOOK" check faulty.md "$english"
gave 1 "faulty.md:9: the digit" && silent
result "a finding is status 1, with its file and line"

run "$BOOK" check demo.md
gave 0 && silent && [ ! -s err ]
result "a check takes the English book that is found where none is named"

sed 's/^# demo/# english/' demo.md >odd.md
run "$BOOK" check odd.md
gave 4 && silent
result "a check against an English book that cannot be read is status 4"

printf '# demo: A demo\n\n## told\n\n### found\n- {clause}, la.\n' >over.md
run "$BOOK" check demo.md over.md
gave 0 && silent && [ ! -s err ]
result "a second book of a name is a pack, and need not be whole"

sed 's/^- {clause}.*/- It was said that {that}{rest}./; s/found/suspected/; s/{who.*/{hyp:the}: {that}{rest}./; s/{cause}/{what}/' demo.md >lossy.md
run "$BOOK" check lossy.md
gave 1 "lossy.md:9: it would lose or add a fact of" && silent
result "a line that would lose a fact of every example is a finding"

run "$BOOK" check "$english" broken.md
gave 4 "postmirth-book: broken.md:1: a line outside an entry"
result "an unreadable book is status 4"

run "$BOOK" check "$SOURCE"/phrasebooks/*.md
gave 0 && silent && [ ! -s err ]
result "the themes that are shipped are clean, and a page for people beside them is no book"

run "$BOOK" check "$SOURCE"/phrasebooks/WRITING.md
gave 4 "WRITING.md:1: no title"
result "such a page by itself is told to be no book"

for book in "$SOURCE"/phrasebooks/[a-z]*.md; do
    case $book in */english.md) continue ;; esac
    sed -n '/^## about/,/^## [^a]/p' "$book" >about
    grep -q '^### author' about && grep -q '^### licence' about && grep -q '^### language' about &&
        grep -q '^### best' about
    result "$(basename "$book") says whose it is, and what it tells best"
done

# ---- try ----

cp "$english" english.md
cat >opera.md <<'OPERA'
# opera: An opera

## told

### escalated
- Up the stairs went {what:the}, to {to:the}{rest}.
- `word: senior` {to:the:cap}, from the wings, received {what:the}{rest}.
- {clause}. {by}.
- Up to {to:the}, by the stairs{rest}.

## asked

### monitor
- {clause}, from the box.
OPERA

run "$BOOK" try opera.md
gave 0 && [ ! -s err ] && grep -qx '### escalated' out &&
    grep -q '^     6  Up the stairs went the incident, to the \*\*' out &&
    grep -q '^     8  {clause}. {by}.   (no example fills it)' out && grep -q 'from the box\.$' out
result "try says every line with an example, and which none fills"

run "$BOOK" try opera.md escalated
gave 0 && ! grep -q 'from the box' out && grep -q '^        - Incident escalated to senior' out &&
    grep -q '^        + Up the stairs went the incident, to the ' out
result "try of a frame says each line with every example that it takes"

run "$BOOK" try opera.md "$SOURCE/examples/web-outage.md"
gave 0 && grep -q '^<!-- postmirth: a opera edition -->' out && grep -q 'Up to .*the database team.*, by the stairs' out
result "try of a record tells it with the book as it is now"

cat >aria.md <<'ARIA'
# aria: A book of woven lines

## gags

### diva
`being: the diva`
- `at opening` A diva wanted quiet.
- `at ruled-out` The cellist was innocent: {clause}.
- `frame: escalated` {clause}, and the diva bowed.
- `at closing` {clause}, said the diva.
ARIA

run "$BOOK" try aria.md
gave 0 && grep -q 'The cellist was innocent: [a-z].*ruled out' out &&
    grep -q 'escalated .*, and the diva bowed' out
result "try says a line that has a sentence inside with one that its milestone or frame reports"

run "$BOOK" check aria.md
gave 1 'aria.md:10: {clause} is never given in `gags`, `diva`; expected one of: being component culprit cause length'
result "a line that answers no sentence has none inside"

run "$BOOK" try quest found
gave 0 && grep -q '^### found, disk-full' out
result "try takes a theme of the database by its name"

run "$BOOK" try opera.md escalation
gave 2 'no entry `escalation` in opera.md, and no such file' && silent
result "try of neither an entry nor a file is status 2"

run "$BOOK" try faulty-not-there.md
gave 4 "faulty-not-there.md: No such file" && silent
result "try of a theme that is not there is status 4"

# ---- new and stats ----

run "$BOOK" new lighthouse
cp out lighthouse.md
gave 0 && [ ! -s err ] && grep -q '^# lighthouse: ' out && grep -q '^<!-- This is a phrasebook that works' out &&
    ! grep -q '@NAME@' out
result "new writes the beginnings of a theme"

run "$BOOK" check lighthouse.md
gave 0 && silent && [ ! -s err ]
result "what new writes passes check"

run "$POSTMIRTH" -p lighthouse.md "$SOURCE/examples/web-outage.md"
gave 0 && grep -q 'the parrot' out && ! grep -q 'This is a phrasebook' out
result "what new writes tells a record, without its comments"

"$BOOK" build -o e.db "$english" lighthouse.md && "$BOOK" dump e.db lighthouse >plain.md &&
    "$BOOK" build -o f.db "$english" plain.md && cmp e.db f.db && ! grep -q '<!--' plain.md
result "comments are for the file alone"

for name in Noir english any a.b ''; do
    run "$BOOK" new "$name"
    gave 2 "a name is of a-z" && silent
    result "new refuses the name '$name'"
done

run "$BOOK" stats opera.md
gave 0 && grep -qE '^  escalated +4$' out && ! grep -q 'never' out
result "stats counts a theme's lines by entry"

run "$BOOK" stats opera.md "$SOURCE"/examples/web-outage.md "$SOURCE"/examples/balancer.md
gave 0 && grep -qE '^  escalated +4 +[0-9]+   never: [0-9 ]*8' out &&
    grep -q '^over 2 records, each told with 16 seeds$' out && grep -q '^  told .* 4 ' out &&
    grep -q '^Assumed: ' out
result "stats of records says what was never said, and when a line comes again"
cp out once
run "$BOOK" stats opera.md "$SOURCE"/examples/web-outage.md "$SOURCE"/examples/balancer.md
cmp once out
result "stats are the same every time"

run "$BOOK" stats opera.md opera.md
gave 0 && grep -q '^none of the records can be told$' out
result "stats of no record says so"

run "$BOOK" stats opera.md nosuch.md
gave 4 "nosuch.md" && silent
result "stats of a record that is not there is status 4"

finish
