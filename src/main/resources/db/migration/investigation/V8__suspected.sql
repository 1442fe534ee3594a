-- What one claim has brought under suspicion, others about the same article avoid as well.
ALTER TABLE investigation.conclusion ADD COLUMN suspected text[] NOT NULL DEFAULT '{}';
CREATE INDEX conclusion_suspecting ON investigation.conclusion (merchant_id, ordered) WHERE suspected <> '{}';
