-- A merchant's own rules, a version a row, and who did what to it. Once active a version's text never changes.
CREATE TABLE remedy.policy (
    merchant_id uuid NOT NULL,
    id          uuid NOT NULL,
    area        text NOT NULL,
    number      int NOT NULL,
    state       text NOT NULL,
    note        text NOT NULL,
    tables      text NOT NULL,
    from_day    date,
    to_day      date,
    author      text NOT NULL,
    reviewer    text,
    changed_at  timestamptz NOT NULL,
    version     int NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, area, number)
);
CREATE INDEX policy_active ON remedy.policy (merchant_id, area, from_day) WHERE state = 'ACTIVE';

CREATE TABLE remedy.policy_entry (
    merchant_id uuid NOT NULL,
    id          uuid NOT NULL,
    policy_id   uuid NOT NULL,
    at          timestamptz NOT NULL,
    actor       jsonb NOT NULL,
    what        text NOT NULL,
    note        text,
    PRIMARY KEY (merchant_id, id),
    FOREIGN KEY (merchant_id, policy_id) REFERENCES remedy.policy
);
CREATE INDEX policy_entry_by_policy ON remedy.policy_entry (merchant_id, policy_id);

ALTER TABLE remedy.policy ENABLE ROW LEVEL SECURITY;
ALTER TABLE remedy.policy FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON remedy.policy USING (merchant_id = current_setting('redress.merchant')::uuid);
ALTER TABLE remedy.policy_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE remedy.policy_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON remedy.policy_entry USING (merchant_id = current_setting('redress.merchant')::uuid);

GRANT USAGE ON SCHEMA remedy TO redress_app;
GRANT SELECT, INSERT, UPDATE ON remedy.policy TO redress_app;
GRANT SELECT, INSERT ON remedy.policy_entry TO redress_app;
