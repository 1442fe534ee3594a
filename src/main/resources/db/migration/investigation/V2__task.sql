-- One question each to somebody who can look: in the warehouse, at the supplier's, at the carrier's.
CREATE TABLE investigation.task (
    merchant_id  uuid NOT NULL,
    id           uuid NOT NULL,
    claim_id     uuid NOT NULL,
    claim_number text NOT NULL,
    question     text NOT NULL,
    slot         text COLLATE "C",
    sku          text COLLATE "C",
    other_sku    text COLLATE "C",
    lot          text COLLATE "C",
    parcel       text COLLATE "C",
    order_number text COLLATE "C",
    moment       timestamptz,
    bench_grams  int,
    asked        text NOT NULL,
    partner      text,
    state        text NOT NULL,
    opened_at    timestamptz NOT NULL,
    opened_by    text NOT NULL,
    due_at       timestamptz NOT NULL,
    ended_at     timestamptz,
    ended_by     text,
    reply        jsonb,
    note         text,
    PRIMARY KEY (merchant_id, id)
);
CREATE INDEX task_by_claim ON investigation.task (merchant_id, claim_id, id);
CREATE INDEX task_by_due ON investigation.task (merchant_id, due_at, id) WHERE state = 'OPEN';
CREATE INDEX task_ended ON investigation.task (merchant_id, state, ended_at, id) WHERE state <> 'OPEN';
-- Nobody is asked the same twice at a time.
CREATE UNIQUE INDEX task_once ON investigation.task (
    merchant_id, claim_id, question, coalesce(slot, ''), coalesce(sku, ''), coalesce(lot, ''), coalesce(parcel, ''))
    WHERE state = 'OPEN';

-- Links by which a task is answered without an account: 256 random bits, of which only the hash is here.
CREATE TABLE investigation.task_link (
    merchant_id uuid NOT NULL,
    hash        bytea NOT NULL UNIQUE,
    task_id     uuid NOT NULL,
    expires_at  timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, hash)
);

DO $$
DECLARE
    merchants_table text;
BEGIN
    FOREACH merchants_table IN ARRAY ARRAY['task', 'task_link'] LOOP
        EXECUTE format('ALTER TABLE investigation.%I ENABLE ROW LEVEL SECURITY', merchants_table);
        EXECUTE format('ALTER TABLE investigation.%I FORCE ROW LEVEL SECURITY', merchants_table);
        EXECUTE format('CREATE POLICY merchant ON investigation.%I USING (merchant_id = (SELECT current_setting(''redress.merchant'')::uuid))',
            merchants_table);
    END LOOP;
END
$$;

-- Whose link is it? Asked before the merchant is known, so it steps over the wall for one row.
CREATE POLICY look_up ON investigation.task_link FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION investigation.find_task_link(wanted bytea) RETURNS SETOF investigation.task_link
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS 'SELECT * FROM investigation.task_link WHERE hash = wanted';
REVOKE ALL ON FUNCTION investigation.find_task_link(bytea) FROM PUBLIC;

GRANT SELECT, INSERT, UPDATE ON investigation.task TO redress_app;
GRANT SELECT, INSERT ON investigation.task_link TO redress_app;
GRANT EXECUTE ON FUNCTION investigation.find_task_link(bytea) TO redress_app;
