-- schema.sql: how the phrasebooks lie in phrasebooks.db.
--
-- A `book` is one Markdown file, and its `chapter` rows are that file's chapters, in the file's
-- order and its own Markdown without the `##` heading: a row an entry took three times as long to
-- load, a row a line fifteen times.
--
-- What is long is a `block`: it is read at one go, straight into the memory where it will stay, and
-- only if somebody wants it. A chapter's text is one. So is the `image` that a book's reader may
-- keep of what it made of the chapters, so as not to make it again at every start (the English
-- book's words and patterns, compiled: src/understand/image.h). It is passed over where another
-- program or machine made it; the chapters are what counts.
--
-- The `seal` holds what the books must add up to, and each book what its chapters and its image
-- must: without them a flipped bit would be a joke that changes, or is gone, in silence. The
-- hashes are mirth_checksum(), of a block over its bytes, of the others over the columns in their
-- order.

CREATE TABLE seal (
    books INTEGER NOT NULL,
    hash INTEGER NOT NULL
) STRICT;

CREATE TABLE book (
    name TEXT NOT NULL PRIMARY KEY,
    caption TEXT NOT NULL,
    about TEXT NOT NULL,
    entries INTEGER NOT NULL,
    lines INTEGER NOT NULL,
    hash INTEGER NOT NULL, -- of the chapters
    image INTEGER NOT NULL REFERENCES block (id), -- 0: it has none
    image_hash INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE chapter (
    book TEXT NOT NULL REFERENCES book (name),
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    text INTEGER NOT NULL REFERENCES block (id),
    text_hash INTEGER NOT NULL,
    PRIMARY KEY (book, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE block (
    id INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT;
