# tap.sh: what the shell tests share: a scratch folder, and results that meson counts one by one.
# shellcheck shell=sh
# Meson sets POSTMIRTH (the program), BOOK (postmirth-book), SOURCE and BUILD (the two roots).
set -u
unset XDG_DATA_HOME POSTMIRTH_PHRASEBOOKS POSTMIRTH_MODULES
scratch=$(mktemp -d)
HOME=$scratch
export HOME
trap 'chmod -R u+w "$scratch"; rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
tests=0

# result NAME: passed where the command before it did; what was captured is shown where not.
result() {
    passed=$?
    tests=$((tests + 1))
    if [ "$passed" -eq 0 ]; then
        echo "ok $tests - $1"
        return
    fi
    echo "not ok $tests - $1"
    [ -f "$scratch/status" ] && sed 's/^/# status /' "$scratch/status"
    [ -f "$scratch/err" ] && head -c 2000 "$scratch/err" | sed 's/^/# stderr /'
}

# run COMMAND...: captures its output, messages and status in $scratch/out, err, status.
run() {
    "$@" >"$scratch/out" 2>"$scratch/err"
    echo $? >"$scratch/status"
}

# gave STATUS [TEXT...]: the last run had this status, and its one message each TEXT.
gave() {
    [ "$(cat "$scratch/status")" -eq "$1" ] || return 1
    shift
    [ $# -eq 0 ] || [ "$(wc -l <"$scratch/err")" -eq 1 ] || return 1
    for text; do
        grep -qF -e "$text" "$scratch/err" || return 1
    done
}

# silent: the last run wrote nothing on standard output.
silent() {
    [ ! -s "$scratch/out" ]
}

finish() {
    echo "1..$tests"
}
