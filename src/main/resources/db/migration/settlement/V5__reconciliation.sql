-- What partners say they did, held against our ledger: one row per day and partner compared, and what differed.
CREATE TABLE settlement.comparison (
    merchant_id uuid NOT NULL,
    id          uuid NOT NULL,
    partner     text NOT NULL,
    day         date NOT NULL,
    state       text NOT NULL,
    asked_by    text,
    compared    int NOT NULL,
    differences int NOT NULL,
    trouble     jsonb,
    tries       int NOT NULL,
    started_at  timestamptz NOT NULL,
    ended_at    timestamptz,
    PRIMARY KEY (merchant_id, id)
);
CREATE INDEX comparison_by_day ON settlement.comparison (merchant_id, partner, day);
CREATE UNIQUE INDEX comparison_running ON settlement.comparison (merchant_id, partner, day) WHERE state = 'RUNNING';

CREATE TABLE settlement.difference (
    merchant_id   uuid NOT NULL,
    id            uuid NOT NULL,
    comparison_id uuid NOT NULL,
    partner       text NOT NULL,
    day           date NOT NULL,
    key           text NOT NULL,
    kind          text NOT NULL,
    ours          jsonb,
    theirs        jsonb,
    claim_id      uuid,
    claim_number  text,
    found_at      timestamptz NOT NULL,
    closed_at     timestamptz,
    closed_by     text,
    note          text,
    PRIMARY KEY (merchant_id, id)
);
CREATE UNIQUE INDEX difference_open ON settlement.difference (merchant_id, partner, kind, key) WHERE closed_at IS NULL;
CREATE INDEX difference_by_key ON settlement.difference (merchant_id, partner, kind, key);
CREATE INDEX difference_by_claim ON settlement.difference (merchant_id, claim_id) WHERE closed_at IS NULL;
CREATE INDEX difference_by_comparison ON settlement.difference (merchant_id, comparison_id);

CREATE INDEX step_done ON settlement.step (merchant_id, done_at) WHERE done_at IS NOT NULL;
CREATE INDEX sandbox_effect_done ON settlement.sandbox_effect (merchant_id, done_at);

ALTER TABLE settlement.comparison ENABLE ROW LEVEL SECURITY;
ALTER TABLE settlement.comparison FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON settlement.comparison USING (merchant_id = current_setting('redress.merchant')::uuid);
ALTER TABLE settlement.difference ENABLE ROW LEVEL SECURITY;
ALTER TABLE settlement.difference FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON settlement.difference USING (merchant_id = current_setting('redress.merchant')::uuid);

GRANT SELECT, INSERT, UPDATE ON settlement.comparison, settlement.difference TO redress_app;
