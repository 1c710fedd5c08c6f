#!/bin/sh
# man.sh: the manual is well formed, complete and true.
. "$(dirname "$0")/tap.sh"
page=$SOURCE/src/cli/postmirth.1

if ! command -v mandoc >/dev/null; then
    echo "1..0 # SKIP mandoc is not here"
    exit 0
fi
cd "$scratch" || exit 1

# The two name each other, and neither is installed here.
lint() {
    mandoc -Tlint "$1" | grep -v 'referenced manual not found' >err
    [ ! -s err ]
}

run_examples() {
    sed -n '/^\.Sh EXAMPLES/,/^\.Sh SEE/s/^\.Dl //p' "$page" >commands
    [ -s commands ]
    result "$1 has examples"
    while read -r command; do
        run sh -c "$command"
        gave 0 && [ ! -s err ]
        result "it runs: $command"
    done <commands
}

lint "$page"
result "mandoc finds nothing to say"

"$POSTMIRTH" --help | grep '^  ' | grep -oE -e '(^| )--?[a-z][a-z-]*' | tr -d ' ' | sort >in-help
sed -n '/^\.Sh OPTIONS/,/^\.Sh ENV/s/^\.It //p' "$page" | grep -oE 'Fl [a-z-]+' | sed 's/Fl /-/' |
    sort >in-page
diff in-help in-page >err
result "--help and the manual name the same options"

sed -n '/^\.Sh SYNOPSIS/,/^\.Sh DESC/p' "$page" >synopsis
while read -r option; do
    case $option in
    --theme | --from | --to | --output | --mirth | --phrasebook) continue ;; # by their short form
    esac
    grep -qE "Fl ${option#-}( |\$)" synopsis
    result "the synopsis shows $option"
done <in-help

ln -s "$SOURCE/examples" examples
PATH=$BUILD:$PATH
run_examples "the manual"

page=$SOURCE/src/cli/postmirth-book.1
lint "$page"
result "mandoc finds nothing to say of postmirth-book"

"$BOOK" --help | sed -n 's/^[a-z: ]*postmirth-book \([a-z]*\) .*/\1/p' | sort >in-help
sed -n '/^\.Sh DESC/,/^\.Sh EXIT/s/^\.It Cm \([a-z]*\).*/\1/p' "$page" | sort -u >in-page
[ -s in-help ] && diff in-help in-page >err
result "postmirth-book --help and its manual name the same commands"

run_examples "the manual of postmirth-book"

finish
