-- A category is a shelf of its own: its products in the shop's order, so that a page of it is read from the index, however
-- large or small the category is in however large a catalogue.
ALTER TABLE product_categories ADD COLUMN shelf BIGINT NOT NULL DEFAULT 0;
UPDATE product_categories SET shelf = (SELECT position FROM products WHERE products.id = product_categories.product);
CREATE INDEX product_categories_by_shelf ON product_categories (folded, shelf, product);
DROP INDEX product_categories_by_value;
