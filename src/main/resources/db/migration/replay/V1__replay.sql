-- Rules tried on past claims: one row a run, with what it has added up so far, and one row for each claim that came out
-- otherwise. A page of claims, its changes and the sums are written together, so that a run goes on where it was.
CREATE TABLE replay.run (
    merchant_id    uuid NOT NULL,
    id             uuid NOT NULL,
    area           text NOT NULL,
    policy_id      uuid,
    policy_version int,
    policy_name    text NOT NULL,
    source         text NOT NULL,
    from_day       date NOT NULL,
    to_day         date NOT NULL,
    state          text NOT NULL,
    total          bigint NOT NULL,
    done           bigint NOT NULL,
    changed        bigint NOT NULL,
    last_filed_at  timestamptz,
    last_claim_id  uuid,
    tallies        jsonb NOT NULL,
    started_by     text NOT NULL,
    started_at     timestamptz NOT NULL,
    ended_at       timestamptz,
    PRIMARY KEY (merchant_id, id)
);
CREATE INDEX run_under_way ON replay.run (merchant_id) WHERE state IN ('RUNNING', 'STOPPING');

CREATE TABLE replay.change (
    merchant_id uuid NOT NULL,
    run_id      uuid NOT NULL,
    position    bigint NOT NULL,
    claim_id    uuid NOT NULL,
    number      text NOT NULL,
    filed_at    timestamptz NOT NULL,
    effect      text NOT NULL,
    before      jsonb NOT NULL,
    after       jsonb NOT NULL,
    PRIMARY KEY (merchant_id, run_id, position)
);
CREATE INDEX change_by_effect ON replay.change (merchant_id, run_id, effect, position);

ALTER TABLE replay.run ENABLE ROW LEVEL SECURITY;
ALTER TABLE replay.run FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON replay.run USING (merchant_id = current_setting('redress.merchant')::uuid);
ALTER TABLE replay.change ENABLE ROW LEVEL SECURITY;
ALTER TABLE replay.change FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON replay.change USING (merchant_id = current_setting('redress.merchant')::uuid);

GRANT USAGE ON SCHEMA replay TO redress_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON replay.run TO redress_app;
GRANT SELECT, INSERT, DELETE ON replay.change TO redress_app;
