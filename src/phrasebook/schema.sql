-- schema.sql: how the phrasebooks lie in phrasebooks.db.
--
-- A `book` is one Markdown file; its `entry` rows are that file's headings, in the file's order,
-- and lie together, so that loading a book is one walk over neighbouring pages. An entry's lines
-- are one text, a line of the book each, as written after their `-`: a row a line took five times
-- as long to load. A chapter's own heading is the entry whose name is ''.
--
-- The `seal` holds what the books must add up to, and each book what its entries must: without
-- them a flipped bit would be a joke that changes, or is gone, in silence. The hashes are
-- mirth_hash() over the columns in their order, each with a NUL behind it.

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
    hash INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
    book TEXT NOT NULL REFERENCES book (name),
    place INTEGER NOT NULL,
    chapter TEXT NOT NULL,
    name TEXT NOT NULL,
    note TEXT NOT NULL,
    lines TEXT NOT NULL,
    PRIMARY KEY (book, place)
) STRICT, WITHOUT ROWID;
