-- Orders that wait are put aside one by one: what is asked of a claim is also told apart by its order.
DROP INDEX investigation.task_once;
CREATE UNIQUE INDEX task_once ON investigation.task (
    merchant_id, claim_id, question, coalesce(slot, ''), coalesce(sku, ''), coalesce(lot, ''), coalesce(parcel, ''),
    coalesce(order_number, ''))
    WHERE state = 'OPEN';
