-- Why the proposer offers what they offer, for both sides.
ALTER TABLE claims.offer ADD COLUMN note text;

-- Who has decided on a claim before somebody else was asked for: they do not decide on it again.
ALTER TABLE claims.claim ADD COLUMN decided_before jsonb NOT NULL DEFAULT '[]';
