CREATE TABLE evidence.item (
    merchant_id uuid        NOT NULL,
    id          uuid        NOT NULL,
    claim_id    uuid,
    kind        text        NOT NULL,
    file_name   text        NOT NULL,
    media_type  text        NOT NULL,
    bytes       bigint      NOT NULL CHECK (bytes > 0),
    sha256      text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    width       int         NOT NULL,
    height      int         NOT NULL,
    read_state  text        NOT NULL CHECK (read_state IN ('PENDING', 'DONE', 'FAILED')),
    barcodes    jsonb       NOT NULL DEFAULT '[]',
    taken_at    timestamptz,
    received_at timestamptz NOT NULL,
    attached_at timestamptz,
    read_at     timestamptz,
    PRIMARY KEY (merchant_id, id)
);
CREATE INDEX item_of_claim ON evidence.item (merchant_id, claim_id, id) WHERE claim_id IS NOT NULL;
CREATE INDEX item_by_content ON evidence.item (merchant_id, sha256);
CREATE INDEX item_waiting ON evidence.item (merchant_id, received_at) WHERE claim_id IS NULL;

ALTER TABLE evidence.item ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence.item FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON evidence.item USING (merchant_id = current_setting('redress.merchant')::uuid);

GRANT USAGE ON SCHEMA evidence TO redress_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON evidence.item TO redress_app;
