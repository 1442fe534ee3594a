-- A claim on what was sent to make an earlier one right. It stands behind safety and before all others, until nobody owes anything.
ALTER TABLE claims.claim ADD COLUMN follows uuid;
DROP INDEX claims.claim_by_due;
DROP INDEX claims.claim_by_state;
ALTER TABLE claims.claim
    DROP COLUMN calm,
    ADD COLUMN urgency smallint NOT NULL GENERATED ALWAYS AS (
        CASE WHEN owed_by = 'NOBODY' THEN 2
             WHEN severity = 'SAFETY' THEN 0
             WHEN follows IS NOT NULL THEN 1
             ELSE 2 END) STORED;
CREATE INDEX claim_by_due ON claims.claim
    (merchant_id, urgency, coalesce(due_at, timestamptz '9999-01-01 00:00:00+00'), id);
CREATE INDEX claim_by_state ON claims.claim
    (merchant_id, state, urgency, coalesce(due_at, timestamptz '9999-01-01 00:00:00+00'), id);

-- What a senior looks at.
CREATE INDEX claim_for_seniors ON claims.claim
    (merchant_id, urgency, coalesce(due_at, timestamptz '9999-01-01 00:00:00+00'), id)
    WHERE follows IS NOT NULL OR escalated;
