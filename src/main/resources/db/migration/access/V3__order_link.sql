-- Links by which the customer of an order reports what went wrong with it.
CREATE TABLE access.order_link (
    merchant_id  uuid NOT NULL,
    hash         bytea NOT NULL UNIQUE,
    order_number text NOT NULL,
    -- Of the link and how its customer was reached: where the order is corrected, the link opens nothing any more.
    seal         text NOT NULL,
    expires_at   timestamptz NOT NULL,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, hash)
);
CREATE INDEX order_link_order ON access.order_link (merchant_id, order_number);
CREATE INDEX order_link_expires ON access.order_link (merchant_id, expires_at);

ALTER TABLE access.order_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.order_link FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON access.order_link USING (merchant_id = current_setting('redress.merchant')::uuid);
CREATE POLICY look_up ON access.order_link FOR SELECT TO CURRENT_USER USING (true);

CREATE FUNCTION access.find_order_link(wanted bytea) RETURNS SETOF access.order_link
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS 'SELECT * FROM access.order_link WHERE hash = wanted';

REVOKE ALL ON FUNCTION access.find_order_link(bytea) FROM PUBLIC;
GRANT SELECT, INSERT, DELETE ON access.order_link TO redress_app;
GRANT EXECUTE ON FUNCTION access.find_order_link(bytea) TO redress_app;
