-- Customers call an article by its name. Names may be longer than an index entry.
CREATE INDEX product_by_name ON orders.product (merchant_id, md5(lower(name)));
