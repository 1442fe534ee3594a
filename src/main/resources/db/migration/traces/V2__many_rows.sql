-- What a capture writes by the hundred thousand: the merchant is asked for once a statement instead of once a row.
ALTER POLICY merchant ON traces.event USING (merchant_id = (SELECT current_setting('redress.merchant')::uuid));
ALTER POLICY merchant ON traces.mention USING (merchant_id = (SELECT current_setting('redress.merchant')::uuid));
