-- What a file of orders writes by the hundred thousand. The merchant is asked for once a statement instead of once a row,
-- and lines have no foreign key: only OrderTable writes them, always after their order and in its transaction (decision 9).
ALTER POLICY merchant ON orders.customer_order USING (merchant_id = (SELECT current_setting('redress.merchant')::uuid));
ALTER POLICY merchant ON orders.order_line USING (merchant_id = (SELECT current_setting('redress.merchant')::uuid));
ALTER TABLE orders.order_line DROP CONSTRAINT order_line_merchant_id_order_number_fkey;
