-- Several claims may be about one lot: whether an order is put aside already is looked up by its number.
CREATE INDEX task_hold_by_order ON investigation.task (merchant_id, order_number)
    WHERE question IN ('HOLD_ORDER', 'RELEASE_ORDER');
