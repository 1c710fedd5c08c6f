-- schema.sql: how the phrasebooks lie in phrasebooks.db.
--
-- A `book` is one Markdown file, and its `chapter` rows are that file's chapters, in the file's
-- order and its own Markdown without the `##` heading: a row an entry took three times as long to
-- load, a row a line fifteen times.
--
-- A book's reader may keep what it made of the chapters as an `image`, so as not to make it again
-- at every start (the English book's words and patterns, compiled: src/understand/image.h). It is
-- passed over where another program or machine made it; the chapters are what counts.
--
-- The `seal` holds what the books must add up to, and each book what its chapters and its image
-- must: without them a flipped bit would be a joke that changes, or is gone, in silence. The
-- hashes are mirth_checksum() over the columns in their order.

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
    hash INTEGER NOT NULL,
    image INTEGER NOT NULL REFERENCES image (id), -- 0: it has none
    image_hash INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE image (
    id INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT;

CREATE TABLE chapter (
    book TEXT NOT NULL REFERENCES book (name),
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (book, place)
) STRICT, WITHOUT ROWID;
