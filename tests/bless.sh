#!/bin/sh
# bless.sh: rewrites the editions beside their records with what build/postmirth writes now.
# Look at `git diff` afterwards: each line of it is a change that readers will see. For a new
# golden pair: write tests/stories/NAME.md, `touch tests/stories/NAME.quest.md`, run this.
set -eu
cd "$(dirname "$0")/.."
POSTMIRTH=${POSTMIRTH:-$PWD/build/postmirth}
. tests/editions.sh

editions | while read -r record edition theme format; do
    status=0
    told "$record" "$theme" "$format" -o "$edition" || status=$?
    case $status in
    0) echo "$edition" ;;
    3) echo "$edition (as it is)" ;;
    *) exit "$status" ;;
    esac
done

terminals | while read -r record golden theme width colour; do
    COLUMNS=$width "$POSTMIRTH" -t "$theme" -w terminal --color "$colour" -o "$golden" "$record"
    echo "$golden"
done
