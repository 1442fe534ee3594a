-- On the telephone an order is found by the name it was ordered under. A name longer than this is found by its beginning.
ALTER TABLE orders.customer_order
    ADD COLUMN name_key text COLLATE "C" GENERATED ALWAYS AS (left(lower(customer_name), 100)) STORED;
CREATE INDEX customer_order_name_idx ON orders.customer_order (merchant_id, name_key, placed_at DESC);
