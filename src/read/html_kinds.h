/* html_kinds.h: what an element of HTML means to a writer of Markdown. */
#ifndef MIRTH_HTML_KINDS_H
#define MIRTH_HTML_KINDS_H

enum mirth_element_kind {
    MIRTH_E_NOTHING,
    MIRTH_E_BLOCK,
    MIRTH_E_HEADING,
    MIRTH_E_LIST,
    MIRTH_E_NUMBERED,
    MIRTH_E_ITEM,
    MIRTH_E_TERM,
    MIRTH_E_MEANING,
    MIRTH_E_BREAK,
    MIRTH_E_RULE,
    MIRTH_E_IMAGE,
    MIRTH_E_BOLD,
    MIRTH_E_ITALIC,
    MIRTH_E_CODE,
    MIRTH_E_LINK,
    MIRTH_E_LITERAL,
    MIRTH_E_QUOTE,
    MIRTH_E_TABLE,
    MIRTH_E_ROW,
    MIRTH_E_CELL,
    MIRTH_E_CAPTION,
    MIRTH_E_SILENT,
};

/* What an element asks for beyond its kind. */
enum { MIRTH_ASKS_BOLD = 1, MIRTH_ASKS_ITALIC = 2, MIRTH_ASKS_SILENCE = 4 };

enum mirth_element_kind mirth_kind_of(const char *name);

/* The value of an attribute, or NULL. atts is libxml2's: names and values by turns, then NULL. */
const char *mirth_attribute(const unsigned char **atts, const char *name);

/* MIRTH_ASKS_...: word processors say it in a style. */
char mirth_asks_for(const unsigned char **atts);

#endif
