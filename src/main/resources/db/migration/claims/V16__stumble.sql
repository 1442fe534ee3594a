-- Work that the product does by itself and that failed at one claim: put aside until a time that lies ever farther off, so
-- that no other claim waits behind it.
CREATE TABLE claims.stumble (
    merchant_id uuid NOT NULL,
    claim_id    uuid NOT NULL,
    task        text NOT NULL,
    tries       int NOT NULL,
    since       timestamptz NOT NULL,
    again_at    timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, task, claim_id)
);
ALTER TABLE claims.stumble ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims.stumble FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON claims.stumble USING (merchant_id = (SELECT current_setting('redress.merchant')::uuid));
GRANT SELECT, INSERT, UPDATE, DELETE ON claims.stumble TO redress_app;
