-- Which articles are mixed up with each other.
CREATE INDEX line_by_pair ON claims.line (merchant_id, sku, received_sku);
CREATE INDEX line_by_received ON claims.line (merchant_id, received_sku) WHERE received_sku IS NOT NULL;

-- Where it went wrong, as the records tell, and what a reship must avoid.
ALTER TABLE claims.claim ADD COLUMN conclusion jsonb;
