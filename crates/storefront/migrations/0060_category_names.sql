-- What categories are called, in several languages, where a catalogue says so; others are called by their value.

CREATE TABLE category_names (
    folded TEXT NOT NULL PRIMARY KEY,         -- as in product_categories
    names  TEXT NOT NULL
);
