-- What customers send back: what is expected, what came, what becomes of it, and what the warehouse's books must learn.
CREATE TABLE settlement.goods_return (
    merchant_id    uuid NOT NULL,
    id             uuid NOT NULL,
    claim_id       uuid NOT NULL,
    claim_number   text NOT NULL,
    step_id        uuid NOT NULL,
    order_number   text NOT NULL,
    label          text,
    expected       jsonb NOT NULL,
    expected_whole boolean NOT NULL,
    state          text NOT NULL,
    pieces         jsonb,
    match          text,
    photo          uuid,
    note           text,
    expected_at    timestamptz NOT NULL,
    received_at    timestamptz,
    received_by    text,
    settled_at     timestamptz,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, step_id)
);
CREATE INDEX goods_return_by_claim ON settlement.goods_return (merchant_id, claim_id);
CREATE INDEX goods_return_expected ON settlement.goods_return (merchant_id, expected_at, id) WHERE state = 'EXPECTED';
CREATE INDEX goods_return_received ON settlement.goods_return (merchant_id, received_at, id) WHERE state <> 'EXPECTED';

CREATE TABLE settlement.stock_correction (
    merchant_id  uuid NOT NULL,
    id           uuid NOT NULL,
    return_id    uuid NOT NULL,
    claim_id     uuid NOT NULL,
    claim_number text NOT NULL,
    sku          text NOT NULL,
    units        int NOT NULL CHECK (units <> 0),
    stock        text NOT NULL,
    reason       text NOT NULL,
    state        text NOT NULL,
    reference    text,
    attempts     int NOT NULL,
    polls        int NOT NULL,
    last_error   jsonb,
    next_at      timestamptz NOT NULL,
    held_until   timestamptz,
    created_at   timestamptz NOT NULL,
    done_at      timestamptz,
    version      int NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, return_id, sku, stock, reason)
);
CREATE INDEX stock_correction_by_claim ON settlement.stock_correction (merchant_id, claim_id);
CREATE INDEX stock_correction_under_way ON settlement.stock_correction (merchant_id, next_at)
    WHERE state IN ('PENDING', 'RUNNING');

-- Everything that happened to a return: rows are added and never changed.
CREATE TABLE settlement.return_entry (
    merchant_id   uuid NOT NULL,
    id            uuid NOT NULL,
    return_id     uuid NOT NULL,
    correction_id uuid,
    at            timestamptz NOT NULL,
    what          text NOT NULL,
    actor         jsonb NOT NULL,
    told          jsonb,
    PRIMARY KEY (merchant_id, id)
);
CREATE INDEX return_entry_by_return ON settlement.return_entry (merchant_id, return_id);

ALTER TABLE settlement.goods_return ENABLE ROW LEVEL SECURITY;
ALTER TABLE settlement.goods_return FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON settlement.goods_return USING (merchant_id = current_setting('redress.merchant')::uuid);
ALTER TABLE settlement.stock_correction ENABLE ROW LEVEL SECURITY;
ALTER TABLE settlement.stock_correction FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON settlement.stock_correction USING (merchant_id = current_setting('redress.merchant')::uuid);
ALTER TABLE settlement.return_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE settlement.return_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON settlement.return_entry USING (merchant_id = current_setting('redress.merchant')::uuid);

GRANT SELECT, INSERT, UPDATE ON settlement.goods_return, settlement.stock_correction TO redress_app;
GRANT SELECT, INSERT ON settlement.return_entry TO redress_app;
