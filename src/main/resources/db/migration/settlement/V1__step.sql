-- One row per effect outside of ours, its append-only ledger, and what the sandbox has done.
CREATE TABLE settlement.step (
    merchant_id     uuid NOT NULL,
    id              uuid NOT NULL,
    claim_id        uuid NOT NULL,
    offer_id        uuid NOT NULL,
    position        smallint NOT NULL,
    part            smallint NOT NULL,
    kind            text NOT NULL,
    state           text NOT NULL,
    idempotency_key text NOT NULL,
    order_number    text NOT NULL,
    payload         jsonb NOT NULL,
    reference       text,
    attempts        int NOT NULL,
    polls           int NOT NULL,
    last_error      jsonb,
    next_at         timestamptz NOT NULL,
    held_until      timestamptz,
    created_at      timestamptz NOT NULL,
    done_at         timestamptz,
    version         int NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, offer_id, position, part)
);
CREATE INDEX step_by_claim ON settlement.step (merchant_id, claim_id);
CREATE INDEX step_by_order ON settlement.step (merchant_id, order_number);
CREATE INDEX step_under_way ON settlement.step (merchant_id, next_at) WHERE state IN ('PENDING', 'RUNNING');

CREATE TABLE settlement.effect (
    merchant_id uuid NOT NULL,
    id          uuid NOT NULL,
    step_id     uuid NOT NULL,
    claim_id    uuid NOT NULL,
    at          timestamptz NOT NULL,
    what        text NOT NULL,
    actor       jsonb NOT NULL,
    attempt     int NOT NULL,
    reference   text,
    trouble     jsonb,
    PRIMARY KEY (merchant_id, id)
);
CREATE INDEX effect_by_step ON settlement.effect (merchant_id, step_id);

CREATE TABLE settlement.sandbox_effect (
    merchant_id     uuid NOT NULL,
    idempotency_key text NOT NULL,
    work            jsonb NOT NULL,
    reference       text NOT NULL,
    done_at         timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, idempotency_key)
);

ALTER TABLE settlement.step ENABLE ROW LEVEL SECURITY;
ALTER TABLE settlement.step FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON settlement.step USING (merchant_id = current_setting('redress.merchant')::uuid);
ALTER TABLE settlement.effect ENABLE ROW LEVEL SECURITY;
ALTER TABLE settlement.effect FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON settlement.effect USING (merchant_id = current_setting('redress.merchant')::uuid);
ALTER TABLE settlement.sandbox_effect ENABLE ROW LEVEL SECURITY;
ALTER TABLE settlement.sandbox_effect FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON settlement.sandbox_effect USING (merchant_id = current_setting('redress.merchant')::uuid);

GRANT USAGE ON SCHEMA settlement TO redress_app;
GRANT SELECT, INSERT, UPDATE ON settlement.step TO redress_app;
GRANT SELECT, INSERT ON settlement.effect, settlement.sandbox_effect TO redress_app;
