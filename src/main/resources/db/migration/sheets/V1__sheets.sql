-- The runs of imports move here from schema orders, which is migrated before this one: folders go in the order of their
-- names (ModuleMigrations). History is kept. Rows that wait are not: a run that was under way starts over.
GRANT USAGE ON SCHEMA sheets TO redress_app;

ALTER TABLE orders.import_run SET SCHEMA sheets;
ALTER TABLE orders.import_error SET SCHEMA sheets;
DROP TABLE orders.import_row;

-- The sentence that says the error belongs to the kind of file. Retyped and not updated: no merchant is named here.
ALTER TABLE sheets.import_error RENAME COLUMN code TO text;
ALTER TABLE sheets.import_error ALTER COLUMN text TYPE text USING
    CASE WHEN text IN ('CANCELLED_ORDER', 'NEGATIVE_QUANTITY', 'AMOUNT_TOO_LARGE', 'DISCOUNT_TOO_LARGE', 'CURRENCY_MIXED',
                       'LINE_NUMBER_TWICE', 'NOT_A_WEB_ADDRESS')
        THEN 'orders.row.' ELSE 'sheets.row.' END || text;

-- Rows of a file that wait until all that belong together have been read. Not logged: a crash empties it, and the run
-- starts over.
CREATE UNLOGGED TABLE sheets.import_row (
    merchant_id uuid NOT NULL,
    run_id      uuid NOT NULL,
    key         text COLLATE "C" NOT NULL,
    row_number  bigint NOT NULL,
    texts       jsonb NOT NULL,
    PRIMARY KEY (merchant_id, run_id, key, row_number)
);
ALTER TABLE sheets.import_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE sheets.import_row FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON sheets.import_row USING (merchant_id = current_setting('redress.merchant')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON sheets.import_row TO redress_app;
