-- Which articles are mixed up with each other.
CREATE INDEX line_by_pair ON claims.line (merchant_id, sku, received_sku) WHERE received_sku IS NOT NULL;
