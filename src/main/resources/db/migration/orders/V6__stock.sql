-- The latest report of what can be sent of an article. What nobody has reported is unknown, which is not zero.
CREATE TABLE orders.stock (
    merchant_id uuid NOT NULL,
    sku         text COLLATE "C" NOT NULL,
    units       int NOT NULL CHECK (units >= 0),
    reported_at timestamptz NOT NULL,
    source      text NOT NULL,
    PRIMARY KEY (merchant_id, sku)
);
ALTER TABLE orders.stock ENABLE ROW LEVEL SECURITY;
ALTER TABLE orders.stock FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON orders.stock USING (merchant_id = (SELECT current_setting('redress.merchant')::uuid));
GRANT SELECT, INSERT, UPDATE, DELETE ON orders.stock TO redress_app;
