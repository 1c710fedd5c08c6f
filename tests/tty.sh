#!/bin/sh
# tty.sh: the edition in a terminal: byte for byte, and as tmux shows it.
. "$(dirname "$0")/tap.sh"
. "$(dirname "$0")/editions.sh"
cd "$SOURCE" || exit 1

terminals >"$scratch/list"
while read -r record golden theme width colour; do
    COLUMNS=$width run "$POSTMIRTH" -t "$theme" -w terminal --color "$colour" "$record"
    gave 0 && cmp "$scratch/out" "$golden" 2>"$scratch/err"
    result "$golden (if it should have changed: tests/bless.sh)"
done <"$scratch/list"

# ---- when there is colour ----

record=examples/checkout-disk.md
escape=$(printf '\033')

run "$POSTMIRTH" -w terminal "$record"
gave 0 && ! grep -q "$escape" "$scratch/out"
result "what is piped is plain"

run "$POSTMIRTH" -w terminal --color always "$record"
gave 0 && grep -q "$escape" "$scratch/out"
result "--color always colours a pipe"

run "$POSTMIRTH" -w terminal --color some "$record"
gave 2 "postmirth: --color takes one of auto, always, never, not 'some'"
result "an unknown --color is status 2"

for columns in "" 0 x -5; do
    COLUMNS=$columns run "$POSTMIRTH" -w terminal "$record"
    gave 0 && cmp -s "$scratch/out" "$scratch/usual" || [ ! -f "$scratch/usual" ]
    result "COLUMNS='$columns' says nothing: 80"
    cp "$scratch/out" "$scratch/usual"
done

# ---- in a terminal ----

if ! command -v tmux >/dev/null; then
    echo "# no tmux: not shown in a terminal; on Debian: apt-get install tmux"
    finish
    exit
fi

# shown WIDTH SETTING...: what a terminal of that width shows, with its colours in $scratch/colours.
# A server for each, and the last line says that the terminal has read all that was written.
servers=0
shown() {
    width=$1 servers=$((servers + 1)) tries=0
    tmux="tmux -S $scratch/tmux$servers -f /dev/null"
    shift
    $tmux new-session -d -x "$width" -y 400 \
        "env -u COLUMNS -u NO_COLOR $* '$POSTMIRTH' -t gremlins -w terminal '$record'; echo told; cat"
    until $tmux capture-pane -p >"$scratch/screen" && grep -qx told "$scratch/screen"; do
        tries=$((tries + 1))
        [ $tries -lt 2000 ] || break
    done
    $tmux capture-pane -p -e >"$scratch/colours"
    $tmux kill-server
    sed -e 's/ *$//' -e '/^told$/,$d' "$scratch/screen" >"$scratch/lines"
}

LC_ALL=C.UTF-8
export LC_ALL
for width in 40 80 200; do
    shown "$width" TERM=screen-256color
    diff "tests/terminal/checkout-disk.$width.golden" "$scratch/lines" >"$scratch/err"
    result "a terminal of $width cells shows the same lines"
    grep -q "$escape" "$scratch/colours"
    result "and in colour"
done

shown 80 NO_COLOR=1
! grep -q "$escape" "$scratch/colours"
result "NO_COLOR leaves it plain"

shown 80 TERM=dumb
! grep -q "$escape" "$scratch/colours"
result "a dumb terminal gets no escape sequences"

finish
