-- What the customer's words let us feel, and the words themselves: each mood once, as it was first heard. It says how to speak with
-- them and never what they get.
CREATE TABLE claims.feeling (
    merchant_id uuid NOT NULL,
    claim_id    uuid NOT NULL,
    mood        text NOT NULL,
    words       text NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, claim_id, mood)
);
ALTER TABLE claims.feeling ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims.feeling FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON claims.feeling USING (merchant_id = (SELECT current_setting('redress.merchant')::uuid));
GRANT SELECT, INSERT ON claims.feeling TO redress_app;
