-- A receipt that was wrong is put right: the last word stands here, every earlier one in the ledger.
ALTER TABLE settlement.goods_return
    ADD COLUMN amendments int NOT NULL DEFAULT 0,
    ADD COLUMN amended_why text,
    ADD COLUMN amended_at timestamptz,
    ADD COLUMN amended_by text;

-- By which receipt: one return can bring several corrections of one kind, the later ones putting right the earlier.
ALTER TABLE settlement.stock_correction
    ADD COLUMN receipt int NOT NULL DEFAULT 1,
    DROP CONSTRAINT stock_correction_merchant_id_return_id_sku_stock_reason_key;
CREATE INDEX stock_correction_by_return ON settlement.stock_correction (merchant_id, return_id);
