-- A form that is sent twice makes one claim: what was sent, with the form it was sent by, and the claim that came of it.
CREATE TABLE claims.filing_key (
    merchant_id uuid NOT NULL,
    key         bytea NOT NULL,
    claim_id    uuid NOT NULL,
    PRIMARY KEY (merchant_id, key)
);

ALTER TABLE claims.filing_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims.filing_key FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON claims.filing_key USING (merchant_id = current_setting('redress.merchant')::uuid);

GRANT SELECT, INSERT ON claims.filing_key TO redress_app;
