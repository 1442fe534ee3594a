-- Customers who have not complained, and may have to: found by a claim of somebody else. Nobody is found twice for one article.
CREATE TABLE outreach.outreach (
    merchant_id  uuid NOT NULL,
    id           uuid NOT NULL,
    claim_id     uuid NOT NULL,
    claim_number text NOT NULL,
    order_number text COLLATE "C" NOT NULL,
    ordered      text COLLATE "C" NOT NULL,
    received     text COLLATE "C",
    why          text NOT NULL,
    probability  double precision NOT NULL,
    state        text NOT NULL,
    opened_at    timestamptz NOT NULL,
    written_at   timestamptz,
    written_by   text,
    ended_at     timestamptz,
    ended_by     text,
    note         text,
    filed        uuid,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, order_number, ordered)
);
CREATE INDEX outreach_by_claim ON outreach.outreach (merchant_id, claim_id, id);
CREATE INDEX outreach_by_state ON outreach.outreach (merchant_id, state, id);

-- Links by which such a customer answers: 256 random bits, of which only the hash is here.
CREATE TABLE outreach.link (
    merchant_id uuid NOT NULL,
    hash        bytea NOT NULL UNIQUE,
    outreach_id uuid NOT NULL,
    expires_at  timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, hash)
);

DO $$
DECLARE
    merchants_table text;
BEGIN
    FOREACH merchants_table IN ARRAY ARRAY['outreach', 'link'] LOOP
        EXECUTE format('ALTER TABLE outreach.%I ENABLE ROW LEVEL SECURITY', merchants_table);
        EXECUTE format('ALTER TABLE outreach.%I FORCE ROW LEVEL SECURITY', merchants_table);
        EXECUTE format('CREATE POLICY merchant ON outreach.%I USING (merchant_id = (SELECT current_setting(''redress.merchant'')::uuid))',
            merchants_table);
    END LOOP;
END
$$;

-- Whose link is it? Asked before the merchant is known, so it steps over the wall for one row.
CREATE POLICY look_up ON outreach.link FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION outreach.find_link(wanted bytea) RETURNS SETOF outreach.link
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS 'SELECT * FROM outreach.link WHERE hash = wanted';
REVOKE ALL ON FUNCTION outreach.find_link(bytea) FROM PUBLIC;

GRANT USAGE ON SCHEMA outreach TO redress_app;
GRANT SELECT, INSERT, UPDATE ON outreach.outreach TO redress_app;
GRANT SELECT, INSERT ON outreach.link TO redress_app;
GRANT EXECUTE ON FUNCTION outreach.find_link(bytea) TO redress_app;
