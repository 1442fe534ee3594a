-- How much hangs on a claim. One about something dangerous stands before all others until nobody owes anything any more.
ALTER TABLE claims.claim
    ADD COLUMN severity text NOT NULL DEFAULT 'NORMAL',
    ADD COLUMN calm boolean NOT NULL GENERATED ALWAYS AS (severity <> 'SAFETY' OR owed_by = 'NOBODY') STORED;
ALTER TABLE claims.claim ALTER COLUMN severity DROP DEFAULT;
DROP INDEX claims.claim_by_due;
DROP INDEX claims.claim_by_state;
CREATE INDEX claim_by_due ON claims.claim
    (merchant_id, calm, coalesce(due_at, timestamptz '9999-01-01 00:00:00+00'), id);
CREATE INDEX claim_by_state ON claims.claim
    (merchant_id, state, calm, coalesce(due_at, timestamptz '9999-01-01 00:00:00+00'), id);

-- Articles that are held back until somebody has looked.
CREATE TABLE claims.containment (
    merchant_id uuid NOT NULL,
    id          uuid NOT NULL,
    claim_id    uuid NOT NULL,
    sku         text COLLATE "C" NOT NULL,
    place       text,
    opened_at   timestamptz NOT NULL,
    ended_at    timestamptz,
    ended_by    text,
    finding     text,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, claim_id, sku),
    FOREIGN KEY (merchant_id, claim_id) REFERENCES claims.claim
);
CREATE INDEX containment_open ON claims.containment (merchant_id, id) WHERE ended_at IS NULL;
ALTER TABLE claims.containment ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims.containment FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON claims.containment USING (merchant_id = current_setting('redress.merchant')::uuid);
GRANT SELECT, INSERT, UPDATE ON claims.containment TO redress_app;
