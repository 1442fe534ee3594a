-- What was said on a claim, both ways. Nothing said is ever changed.
CREATE TABLE correspondence.message (
    merchant_id uuid NOT NULL,
    id          uuid NOT NULL,
    claim_id    uuid NOT NULL,
    -- Sequence of the ledger entry that it tells of; null where somebody just wrote. A listener that hears twice writes once.
    cause       int,
    direction   text NOT NULL,
    author      jsonb NOT NULL,
    kind        text NOT NULL,
    body        text NOT NULL,
    language    text NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, claim_id, cause, direction)
);
CREATE INDEX message_by_claim ON correspondence.message (merchant_id, claim_id, at);

-- The outbox: mail that waits, has left or could not be sent. Its link to the claim is issued when it leaves, so no live
-- link stands here.
CREATE TABLE correspondence.mail (
    merchant_id       uuid NOT NULL,
    id                uuid NOT NULL,
    claim_id          uuid NOT NULL,
    message_id        uuid NOT NULL,
    recipient         text NOT NULL,
    language          text NOT NULL,
    subject           text NOT NULL,
    -- Up to the link, and after it.
    body              text NOT NULL,
    closing           text NOT NULL,
    state             text NOT NULL,
    attempts          int NOT NULL,
    created_at        timestamptz NOT NULL,
    next_at           timestamptz,
    last_error        text,
    sent_at           timestamptz,
    -- Minted once: a mail that had to be sent twice is recognised by it.
    message_id_header text NOT NULL,
    references_header text,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, message_id)
);
CREATE INDEX mail_by_claim ON correspondence.mail (merchant_id, claim_id, id);

ALTER TABLE correspondence.message ENABLE ROW LEVEL SECURITY;
ALTER TABLE correspondence.message FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON correspondence.message USING (merchant_id = current_setting('redress.merchant')::uuid);
ALTER TABLE correspondence.mail ENABLE ROW LEVEL SECURITY;
ALTER TABLE correspondence.mail FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON correspondence.mail USING (merchant_id = current_setting('redress.merchant')::uuid);

GRANT USAGE ON SCHEMA correspondence TO redress_app;
GRANT SELECT, INSERT ON correspondence.message TO redress_app;
GRANT SELECT, INSERT, UPDATE ON correspondence.mail TO redress_app;
