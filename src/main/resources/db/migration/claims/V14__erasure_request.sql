-- Customers who asked for their data to be deleted (GDPR 17 and 12(3), PIPL 47), and what they were answered.
CREATE TABLE claims.erasure_request (
    merchant_id  uuid NOT NULL,
    id           uuid NOT NULL,
    claim_id     uuid NOT NULL,
    note         text,
    requested_at timestamptz NOT NULL,
    answer_by    timestamptz NOT NULL,
    answered_at  timestamptz,
    answered_by  text,
    kept_until   date,
    answer       text,
    PRIMARY KEY (merchant_id, id)
);
-- One question at a time, however often it is sent.
CREATE UNIQUE INDEX erasure_request_open ON claims.erasure_request (merchant_id, claim_id) WHERE answered_at IS NULL;
CREATE INDEX erasure_request_claim ON claims.erasure_request (merchant_id, claim_id, id);
CREATE INDEX erasure_request_list ON claims.erasure_request (merchant_id, (answered_at IS NULL), id);

ALTER TABLE claims.erasure_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims.erasure_request FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON claims.erasure_request USING (merchant_id = current_setting('redress.merchant')::uuid);
GRANT SELECT, INSERT, UPDATE (answered_at, answered_by, kept_until, answer) ON claims.erasure_request TO redress_app;
