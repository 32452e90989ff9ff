-- What else a product is found by, kept so that an export can give it back.
ALTER TABLE products ADD COLUMN keywords TEXT NOT NULL DEFAULT '[]';
