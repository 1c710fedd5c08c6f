# editions.sh: which editions are kept beside their records; `test` and `bless` share it.
# shellcheck shell=sh

# editions: a line `RECORD EDITION THEME FORMAT` for each edition, all paths from the root.
# Each record of examples/ has one in every theme, and web-outage one page and a preview; a story has those
# whose files exist, so that a new golden pair is two files and no list.
editions() {
    for record in examples/*.md; do
        case $record in
        *.*.md) continue ;;
        esac
        for theme in $("$POSTMIRTH" --list-themes | cut -f 1); do
            echo "$record ${record%.md}.$theme.md $theme markdown"
        done
    done
    echo examples/web-outage.md examples/web-outage.quest.html quest html
    echo examples/web-outage.md examples/preview.html every preview
    for edition in tests/stories/*.*.md tests/stories/*.*.html; do
        [ -f "$edition" ] || continue
        format=markdown
        [ "${edition##*.}" = md ] || format=html
        theme=${edition%.*}
        echo "${theme%.*}.md $edition ${theme##*.} $format"
    done
}

# terminals: a line `RECORD GOLDEN THEME WIDTH COLOUR` for each of the terminal's.
terminals() {
    for width in 40 80 200; do
        echo "examples/checkout-disk.md tests/terminal/checkout-disk.$width.golden gremlins $width never"
        echo "tests/terminal/shapes.md tests/terminal/shapes.$width.golden quest $width never"
    done
    echo tests/terminal/shapes.md tests/terminal/shapes.colour.golden party 80 always
}

# told RECORD THEME FORMAT [OPTION...]: runs the program for one of them.
told() {
    record=$1 theme=$2 format=$3
    shift 3
    case $format in
    preview) "$POSTMIRTH" --preview "$@" "$record" ;;
    *) "$POSTMIRTH" -t "$theme" -w "$format" "$@" "$record" ;;
    esac
}
