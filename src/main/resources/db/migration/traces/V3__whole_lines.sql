-- Thousands of parcels are looked through for the orders at risk: the merchant is asked for once a statement, and the lines of a
-- parcel stand in their index.
ALTER POLICY merchant ON traces.parcel USING (merchant_id = (SELECT current_setting('redress.merchant')::uuid));
ALTER POLICY merchant ON traces.parcel_line USING (merchant_id = (SELECT current_setting('redress.merchant')::uuid));
ALTER TABLE traces.parcel_line DROP CONSTRAINT parcel_line_pkey;
ALTER TABLE traces.parcel_line ADD PRIMARY KEY (merchant_id, tracking_number, sku) INCLUDE (quantity);
