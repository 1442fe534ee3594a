-- Which orders hold an article: where one of them went wrong, others may.
CREATE INDEX order_line_by_sku ON orders.order_line (merchant_id, sku, order_number);
