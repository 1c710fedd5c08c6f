#!/bin/sh
# examples.sh: the editions beside their records are what the program writes, byte for byte.
. "$(dirname "$0")/tap.sh"
. "$(dirname "$0")/editions.sh"
cd "$SOURCE" || exit 1

editions >"$scratch/editions"
[ -s "$scratch/editions" ]
result "there are editions"

while read -r record edition theme format; do
    run told "$record" "$theme" "$format"
    case $(cat "$scratch/status") in
    0 | 3) cmp "$scratch/out" "$edition" >"$scratch/err" 2>&1 ;;
    *) false ;;
    esac
    result "$edition (if it should have changed: tests/bless.sh)"
done <"$scratch/editions"

# What the examples show is all of it: none of them is too grave for a joke.
cut -d ' ' -f 1 "$scratch/editions" | sort -u >"$scratch/records"
while read -r record; do
    case $record in tests/*) continue ;; esac
    run "$POSTMIRTH" "$record"
    [ ! -s "$scratch/err" ]
    result "$record bears the mirth"
done <"$scratch/records"

# Each line of README's before and after stands in the record, or in its edition.
grep '^    - ' README.md | sed 's/^    //' >"$scratch/shown"
while read -r line; do
    grep -qxF -e "$line" examples/web-outage.md examples/web-outage.quest.md || echo "$line"
done <"$scratch/shown" >"$scratch/err"
[ -s "$scratch/shown" ] && [ ! -s "$scratch/err" ]
result "README shows what the program writes"

finish
