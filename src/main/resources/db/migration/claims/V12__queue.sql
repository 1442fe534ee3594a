-- Whose turn it is, the most urgent first. Where nobody owes anything any more a claim is not in these: they stay small.
CREATE INDEX claim_by_turn ON claims.claim
    (merchant_id, owed_by, urgency, coalesce(due_at, timestamptz '9999-01-01 00:00:00+00'), id)
    WHERE owed_by <> 'NOBODY';
CREATE INDEX claim_by_assignee ON claims.claim
    (merchant_id, assignee, urgency, coalesce(due_at, timestamptz '9999-01-01 00:00:00+00'), id)
    WHERE owed_by <> 'NOBODY' AND assignee IS NOT NULL;
-- All claims of a state, the newest first.
CREATE INDEX claim_by_state_and_age ON claims.claim (merchant_id, state, id DESC);

-- A question to the queue that somebody asks again and again: their own, or everybody's where no owner is named.
CREATE TABLE claims.saved_view (
    merchant_id uuid NOT NULL,
    id          uuid NOT NULL,
    owner       uuid,
    name        text NOT NULL,
    asks        text NOT NULL,
    PRIMARY KEY (merchant_id, id)
);
ALTER TABLE claims.saved_view ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims.saved_view FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON claims.saved_view USING (merchant_id = current_setting('redress.merchant')::uuid);
GRANT SELECT, INSERT, DELETE ON claims.saved_view TO redress_app;
