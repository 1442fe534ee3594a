-- Tests of the handbook. What was drawn stands with the attempt, with the right answers: nobody is sent those before they
-- answered. One test of a chapter is open at a time.
CREATE TABLE handbook.attempt (
    merchant_id uuid NOT NULL,
    id          uuid NOT NULL,
    account     uuid NOT NULL,
    chapter     text NOT NULL,
    seed        bigint NOT NULL,
    questions   jsonb NOT NULL,
    answers     int[] NOT NULL,
    begun_at    timestamptz NOT NULL,
    ended_at    timestamptz,
    passed      boolean,
    PRIMARY KEY (merchant_id, id),
    CHECK ((ended_at IS NULL) = (passed IS NULL))
);
CREATE UNIQUE INDEX attempt_open ON handbook.attempt (merchant_id, account, chapter) WHERE ended_at IS NULL;
CREATE INDEX attempt_passed ON handbook.attempt (merchant_id, account, chapter) WHERE passed;

-- Chapters that somebody said they have read.
CREATE TABLE handbook.reading (
    merchant_id uuid NOT NULL,
    account     uuid NOT NULL,
    chapter     text NOT NULL,
    read_at     timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, account, chapter)
);

DO $$
DECLARE
    each text;
BEGIN
    FOREACH each IN ARRAY ARRAY['attempt', 'reading'] LOOP
        EXECUTE format('ALTER TABLE handbook.%I ENABLE ROW LEVEL SECURITY', each);
        EXECUTE format('ALTER TABLE handbook.%I FORCE ROW LEVEL SECURITY', each);
        EXECUTE format(
            'CREATE POLICY merchant ON handbook.%I USING (merchant_id = current_setting(''redress.merchant'')::uuid)', each);
    END LOOP;
END
$$;
GRANT USAGE ON SCHEMA handbook TO redress_app;
GRANT SELECT, INSERT, UPDATE ON handbook.attempt TO redress_app;
GRANT SELECT, INSERT ON handbook.reading TO redress_app;
