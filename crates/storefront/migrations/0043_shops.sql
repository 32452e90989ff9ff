-- Several shops in one storefront: what belongs to a shop says so. The one shop of a storefront that has no others is ''.
ALTER TABLE carts ADD COLUMN shop TEXT NOT NULL DEFAULT '';
ALTER TABLE checkouts ADD COLUMN shop TEXT NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN shop TEXT NOT NULL DEFAULT '';
-- The shelf of a creator, in the shop's order.
CREATE INDEX products_by_creator ON products (creator, active, position, id);
