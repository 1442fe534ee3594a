-- What warehouse and carrier recorded: parcels, and events by month.
GRANT USAGE ON SCHEMA traces TO redress_app;

CREATE TABLE traces.parcel (
    merchant_id           uuid NOT NULL,
    tracking_number       text COLLATE "C" NOT NULL,
    order_number          text COLLATE "C" NOT NULL,
    carrier               text NOT NULL,
    sscc                  text COLLATE "C",
    warehouse             text COLLATE "C" NOT NULL,
    shipped_at            timestamptz NOT NULL,
    delivered_at          timestamptz,
    expected_weight_grams int,
    pack_weight_grams     int,
    carrier_weight_grams  int,
    PRIMARY KEY (merchant_id, tracking_number)
);
CREATE INDEX parcel_of_order ON traces.parcel (merchant_id, order_number);
CREATE INDEX parcel_by_sscc ON traces.parcel (merchant_id, sscc) WHERE sscc IS NOT NULL;
CREATE INDEX parcel_shipped ON traces.parcel (merchant_id, shipped_at, tracking_number);
-- What a warehouse's scale usually says: its last parcels with both weights.
CREATE INDEX parcel_weighed ON traces.parcel (merchant_id, warehouse, shipped_at)
    WHERE expected_weight_grams IS NOT NULL AND pack_weight_grams IS NOT NULL;

CREATE TABLE traces.parcel_line (
    merchant_id     uuid NOT NULL,
    tracking_number text COLLATE "C" NOT NULL,
    sku             text COLLATE "C" NOT NULL,
    quantity        int NOT NULL,
    PRIMARY KEY (merchant_id, tracking_number, sku),
    FOREIGN KEY (merchant_id, tracking_number) REFERENCES traces.parcel ON DELETE CASCADE
);
CREATE INDEX parcel_line_by_sku ON traces.parcel_line (merchant_id, sku);

-- One row an event. Its id is made from its hash, so that the same event twice is one row; a declaration that it was
-- wrong stands beside it under the same id (CBV 2.0, 8.9; EPCIS 2.0, 7.4.1.2). Nothing here is ever changed.
CREATE TABLE traces.event (
    merchant_id uuid NOT NULL,
    event_time  timestamptz NOT NULL,
    id          uuid NOT NULL,
    declaration uuid NOT NULL,
    record_time timestamptz NOT NULL,
    type        text NOT NULL,
    step        text COLLATE "C",
    read_point  text COLLATE "C",
    operator    text COLLATE "C",
    namespaces  text,
    document    text NOT NULL,
    PRIMARY KEY (merchant_id, event_time, id, declaration)
) PARTITION BY RANGE (event_time);
CREATE INDEX event_at ON traces.event (merchant_id, read_point, event_time) WHERE read_point IS NOT NULL;
CREATE INDEX event_by ON traces.event (merchant_id, operator, event_time) WHERE operator IS NOT NULL;
CREATE INDEX event_step ON traces.event (merchant_id, step, event_time) WHERE step IS NOT NULL;

-- What an event is about: orders, parcels, articles. Equality on text is all that row-level security lets an index serve.
CREATE TABLE traces.mention (
    merchant_id uuid NOT NULL,
    thing       text COLLATE "C" NOT NULL,
    event_time  timestamptz NOT NULL,
    event_id    uuid NOT NULL,
    PRIMARY KEY (merchant_id, thing, event_time, event_id)
) PARTITION BY RANGE (event_time);

-- What was captured before there were months for it.
CREATE TABLE traces.event_early PARTITION OF traces.event FOR VALUES FROM (MINVALUE) TO ('2020-01-01 00:00+00');
CREATE TABLE traces.mention_early PARTITION OF traces.mention FOR VALUES FROM (MINVALUE) TO ('2020-01-01 00:00+00');

-- A month's partitions, for the application, which owns no table: those from 2020 to three months ahead.
CREATE FUNCTION traces.ensure_month(day timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    first timestamp := date_trunc('month', day AT TIME ZONE 'UTC');
    whole text;
    part  text;
BEGIN
    IF first < '2020-01-01' OR first > (now() AT TIME ZONE 'UTC') + interval '3 months' THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('traces.ensure_month'));
    FOREACH whole IN ARRAY ARRAY['event', 'mention'] LOOP
        part := whole || to_char(first, '_YYYY_MM');
        IF to_regclass('traces.' || part) IS NULL THEN
            EXECUTE format('CREATE TABLE traces.%I (LIKE traces.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', part, whole);
            EXECUTE format('ALTER TABLE traces.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', part);
            EXECUTE format('CREATE POLICY merchant ON traces.%I USING (merchant_id = current_setting(''redress.merchant'')::uuid)', part);
            EXECUTE format('ALTER TABLE traces.%I ATTACH PARTITION traces.%I FOR VALUES FROM (%L) TO (%L)',
                whole, part, first || '+00', (first + interval '1 month') || '+00');
        END IF;
    END LOOP;
END
$$;

-- Forgets whole months that ended before a day. Three years stay whatever is asked (domain.md S29).
CREATE FUNCTION traces.forget_before(day timestamptz) RETURNS int
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    kept     timestamptz := least(day, now() - interval '3 years');
    part     text;
    forgotten int := 0;
BEGIN
    FOR part IN
        SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent IN ('traces.event'::regclass, 'traces.mention'::regclass)
          AND c.relname ~ '_[0-9]{4}_[0-9]{2}$'
          AND to_timestamp(right(c.relname, 7) || ' +00', 'YYYY_MM TZH') + interval '1 month' <= kept
        ORDER BY 1
    LOOP
        EXECUTE format('DROP TABLE traces.%I', part);
        forgotten := forgotten + 1;
    END LOOP;
    RETURN forgotten;
END
$$;
REVOKE ALL ON FUNCTION traces.ensure_month(timestamptz), traces.forget_before(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION traces.ensure_month(timestamptz), traces.forget_before(timestamptz) TO redress_app;

-- A document that was brought in, and what became of it (EPCIS 2.0, capture job).
CREATE TABLE traces.capture (
    merchant_id uuid NOT NULL,
    id          uuid NOT NULL,
    created_at  timestamptz NOT NULL,
    finished_at timestamptz,
    behaviour   text NOT NULL,
    success     boolean NOT NULL,
    events      bigint NOT NULL,
    kept        bigint NOT NULL,
    rejected    bigint NOT NULL,
    errors      jsonb NOT NULL,
    PRIMARY KEY (merchant_id, id)
);

DO $$
DECLARE
    merchants_table text;
BEGIN
    FOREACH merchants_table IN ARRAY
        ARRAY['parcel', 'parcel_line', 'event', 'event_early', 'mention', 'mention_early', 'capture'] LOOP
        EXECUTE format('ALTER TABLE traces.%I ENABLE ROW LEVEL SECURITY', merchants_table);
        EXECUTE format('ALTER TABLE traces.%I FORCE ROW LEVEL SECURITY', merchants_table);
        EXECUTE format('CREATE POLICY merchant ON traces.%I USING (merchant_id = current_setting(''redress.merchant'')::uuid)',
            merchants_table);
    END LOOP;
END
$$;
-- The months are reached through the whole only.
GRANT SELECT, INSERT, UPDATE, DELETE ON traces.parcel, traces.parcel_line TO redress_app;
GRANT SELECT, INSERT ON traces.event, traces.mention TO redress_app;
GRANT SELECT, INSERT, UPDATE ON traces.capture TO redress_app;
