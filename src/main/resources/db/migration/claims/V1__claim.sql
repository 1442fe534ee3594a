-- The claim as it stands (one row, updated WHERE version = ?) and its append-only ledger.
CREATE TABLE claims.claim (
    merchant_id     uuid NOT NULL,
    id              uuid NOT NULL,
    number          text NOT NULL,
    version         int NOT NULL,
    state           text NOT NULL,
    state_data      jsonb NOT NULL,
    order_number    text,
    tracking_number text,
    contact_name    text,
    contact_email   text,
    contact_phone   text,
    channel         text NOT NULL,
    statement       text NOT NULL,
    demand          text NOT NULL,
    language        text NOT NULL,
    discovered_at   timestamptz,
    discovered_where text,
    previous_contact jsonb,
    given           jsonb NOT NULL,
    owed_by         text NOT NULL,
    owed_since      timestamptz NOT NULL,
    due_at          timestamptz,
    escalated       boolean NOT NULL,
    assignee        uuid,
    cause           text,
    verdict         text NOT NULL,
    satisfaction    smallint,
    filed_at        timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, number)
);
CREATE INDEX claim_by_order ON claims.claim (merchant_id, order_number);
CREATE INDEX claim_by_due ON claims.claim
    (merchant_id, coalesce(due_at, timestamptz '9999-01-01 00:00:00+00'), id);
CREATE INDEX claim_by_state ON claims.claim
    (merchant_id, state, coalesce(due_at, timestamptz '9999-01-01 00:00:00+00'), id);
CREATE INDEX claim_by_age ON claims.claim (merchant_id, id DESC);

-- What was ordered and what actually came, per line.
CREATE TABLE claims.line (
    merchant_id          uuid NOT NULL,
    claim_id             uuid NOT NULL,
    position             smallint NOT NULL,
    sku                  text,
    quantity             int NOT NULL,
    problem              text NOT NULL,
    received_sku         text,
    received_gtin        text,
    received_description text,
    received_quantity    int,
    PRIMARY KEY (merchant_id, claim_id, position)
);

CREATE TABLE claims.offer (
    merchant_id uuid NOT NULL,
    id          uuid NOT NULL,
    claim_id    uuid NOT NULL,
    version     int NOT NULL,
    state       text NOT NULL,
    plan        jsonb NOT NULL,
    expires_at  timestamptz NOT NULL,
    proposer    text NOT NULL,
    wish        jsonb,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, claim_id, version)
);
CREATE INDEX offer_to_expire ON claims.offer (merchant_id, expires_at) WHERE state IN ('OPEN', 'AWAITING_APPROVAL');

CREATE TABLE claims.entry (
    merchant_id uuid NOT NULL,
    claim_id    uuid NOT NULL,
    sequence    int NOT NULL,
    at          timestamptz NOT NULL,
    actor       jsonb NOT NULL,
    event       jsonb NOT NULL,
    PRIMARY KEY (merchant_id, claim_id, sequence)
);

ALTER TABLE claims.claim ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims.claim FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON claims.claim USING (merchant_id = current_setting('redress.merchant')::uuid);
ALTER TABLE claims.line ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims.line FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON claims.line USING (merchant_id = current_setting('redress.merchant')::uuid);
ALTER TABLE claims.offer ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims.offer FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON claims.offer USING (merchant_id = current_setting('redress.merchant')::uuid);
ALTER TABLE claims.entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims.entry FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON claims.entry USING (merchant_id = current_setting('redress.merchant')::uuid);

GRANT USAGE ON SCHEMA claims TO redress_app;
GRANT SELECT, INSERT, UPDATE ON claims.claim, claims.offer TO redress_app;
GRANT SELECT, INSERT ON claims.line, claims.entry TO redress_app;
