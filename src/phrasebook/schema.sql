-- schema.sql: how the phrasebooks lie in phrasebooks.db.
--
-- A `book` is one Markdown file; its `entry` rows are that file's headings, in the file's order,
-- and lie together, so that loading a book is one walk over neighbouring pages. An entry's lines
-- are one text, a line of the book each, as written after their `-`: a row a line took five times
-- as long to load. A chapter's own heading is the entry whose name is ''.
--
-- The `seal` holds what the books must add up to, and each book what its entries must: without
-- them a flipped bit would be a joke that changes, or is gone, in silence. The hashes are
-- mirth_checksum() over the columns in their order.
--
-- A book's reader may keep what it made of the lines as an `image`, so as not to make it again at
-- every start (the English book's words and patterns, compiled: src/understand/image.h). It is
-- passed over where another program or machine made it; the lines are what counts.

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

CREATE TABLE entry (
    book TEXT NOT NULL REFERENCES book (name),
    place INTEGER NOT NULL,
    chapter TEXT NOT NULL,
    name TEXT NOT NULL,
    note TEXT NOT NULL,
    lines TEXT NOT NULL,
    PRIMARY KEY (book, place)
) STRICT, WITHOUT ROWID;
