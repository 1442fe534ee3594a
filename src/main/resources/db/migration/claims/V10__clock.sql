-- Who owes what by when: one row per claim, what it is about (the claim itself, or a question asked beside it), party,
-- promise and round. What somebody was allowed is frozen when the clock starts.
CREATE TABLE claims.clock (
    merchant_id uuid NOT NULL,
    claim_id    uuid NOT NULL,
    about       uuid NOT NULL,
    party       text NOT NULL,
    promise     text NOT NULL,
    round       smallint NOT NULL,
    hours       text NOT NULL,
    started_at  timestamptz NOT NULL,
    allowed_ms  bigint NOT NULL,
    state       text NOT NULL,
    since       timestamptz NOT NULL,
    used_ms     bigint NOT NULL,
    due_at      timestamptz NOT NULL,
    rung        text NOT NULL,
    next_at     timestamptz,
    PRIMARY KEY (merchant_id, claim_id, about, party, promise, round)
);
-- What the sweep looks at: a clock that is to warn, to break or to be escalated by itself.
CREATE INDEX clock_next ON claims.clock (merchant_id, next_at) WHERE next_at IS NOT NULL;
-- What is watched: late or nearly so, and still running.
CREATE INDEX clock_pressing ON claims.clock (merchant_id, due_at) WHERE state = 'RUNNING' AND rung <> 'ON_TIME';
-- A claim that waits for an agent and has none.
CREATE INDEX claim_unowned ON claims.claim (merchant_id, owed_since) WHERE owed_by = 'AGENT' AND assignee IS NULL;

ALTER TABLE claims.clock ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims.clock FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON claims.clock USING (merchant_id = (SELECT current_setting('redress.merchant')::uuid));
GRANT SELECT, INSERT, UPDATE ON claims.clock TO redress_app;
