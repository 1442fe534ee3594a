-- What is believed about the cause of a claim, as it was concluded last.
GRANT USAGE ON SCHEMA investigation TO redress_app;

CREATE TABLE investigation.conclusion (
    merchant_id          uuid NOT NULL,
    claim_id             uuid NOT NULL,
    warehouse            text COLLATE "C" NOT NULL,
    status               text NOT NULL,
    stage                text NOT NULL,
    mechanism            text NOT NULL,
    probability          double precision NOT NULL,
    ordered              text COLLATE "C",
    received             text COLLATE "C",
    signs                text NOT NULL,
    counterpart_order    text COLLATE "C",
    counterpart_tracking text COLLATE "C",
    counterpart_kind     text,
    confidence           double precision,
    concluded_at         timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, claim_id)
);
CREATE INDEX conclusion_by_counterpart ON investigation.conclusion (merchant_id, counterpart_order)
    WHERE counterpart_order IS NOT NULL;

-- What confirmed causes have taught of a warehouse, in sum: added to lesson by lesson.
CREATE TABLE investigation.tally (
    merchant_id uuid NOT NULL,
    warehouse   text COLLATE "C" NOT NULL,
    counts      double precision[] NOT NULL,
    reset_at    timestamptz,
    PRIMARY KEY (merchant_id, warehouse)
);

-- One confirmed case: it can be taken back.
CREATE TABLE investigation.lesson (
    merchant_id uuid NOT NULL,
    claim_id    uuid NOT NULL,
    warehouse   text COLLATE "C" NOT NULL,
    signs       text NOT NULL,
    mechanisms  jsonb NOT NULL,
    learned_at  timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, claim_id)
);
CREATE INDEX lesson_by_warehouse ON investigation.lesson (merchant_id, warehouse);

DO $$
DECLARE
    merchants_table text;
BEGIN
    FOREACH merchants_table IN ARRAY ARRAY['conclusion', 'tally', 'lesson'] LOOP
        EXECUTE format('ALTER TABLE investigation.%I ENABLE ROW LEVEL SECURITY', merchants_table);
        EXECUTE format('ALTER TABLE investigation.%I FORCE ROW LEVEL SECURITY', merchants_table);
        EXECUTE format('CREATE POLICY merchant ON investigation.%I USING (merchant_id = (SELECT current_setting(''redress.merchant'')::uuid))',
            merchants_table);
    END LOOP;
END
$$;
GRANT SELECT, INSERT, UPDATE ON investigation.conclusion TO redress_app;
GRANT SELECT, INSERT, UPDATE ON investigation.tally TO redress_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON investigation.lesson TO redress_app;
