CREATE TABLE access.merchant (
    merchant_id  uuid PRIMARY KEY,
    slug         text NOT NULL UNIQUE,
    name         text NOT NULL,
    language     text NOT NULL,
    zone         text NOT NULL,
    currency     text NOT NULL,
    instant_lane boolean NOT NULL,
    created_at   timestamptz NOT NULL
);

CREATE TABLE access.account (
    merchant_id   uuid NOT NULL,
    id            uuid NOT NULL,
    email         text NOT NULL UNIQUE CHECK (email = lower(email)),
    name          text NOT NULL,
    password_hash text,
    roles         text[] NOT NULL,
    operator      boolean NOT NULL,
    sample        boolean NOT NULL,
    active        boolean NOT NULL,
    -- Rises with each new password: sessions begun with an older one end.
    epoch         int NOT NULL,
    created_at    timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, id)
);

CREATE TABLE access.api_key (
    merchant_id  uuid NOT NULL,
    id           uuid NOT NULL,
    hash         bytea NOT NULL UNIQUE,
    prefix       text NOT NULL,
    name         text NOT NULL,
    roles        text[] NOT NULL,
    sample       boolean NOT NULL,
    created_at   timestamptz NOT NULL,
    revoked_at   timestamptz,
    last_used_at timestamptz,
    PRIMARY KEY (merchant_id, id)
);

CREATE TABLE access.customer_link (
    merchant_id uuid NOT NULL,
    hash        bytea NOT NULL UNIQUE,
    claim_id    uuid NOT NULL,
    expires_at  timestamptz NOT NULL,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, hash)
);

CREATE TABLE access.one_time_link (
    merchant_id uuid NOT NULL,
    hash        bytea NOT NULL UNIQUE,
    -- Absent in the link that founds the first merchant.
    account_id  uuid,
    purpose     text NOT NULL,
    expires_at  timestamptz NOT NULL,
    used_at     timestamptz,
    PRIMARY KEY (merchant_id, hash)
);

-- The first answer to each POST that carried an Idempotency-Key.
CREATE TABLE access.first_answer (
    merchant_id  uuid NOT NULL,
    key          text NOT NULL,
    fingerprint  bytea NOT NULL,
    status       int,
    content_type text,
    location     text,
    etag         text,
    body         bytea,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, key)
);
CREATE INDEX first_answer_created ON access.first_answer (merchant_id, created_at);

DO $$
DECLARE
    each text;
BEGIN
    FOREACH each IN ARRAY ARRAY ['merchant', 'account', 'api_key', 'customer_link', 'one_time_link', 'first_answer'] LOOP
        EXECUTE format('ALTER TABLE access.%I ENABLE ROW LEVEL SECURITY', each);
        EXECUTE format('ALTER TABLE access.%I FORCE ROW LEVEL SECURITY', each);
        EXECUTE format(
            'CREATE POLICY merchant ON access.%I USING (merchant_id = current_setting(''redress.merchant'')::uuid)', each);
    END LOOP;
    -- The five look-ups below run as the owner of these tables, whom forced row-level security binds too.
    FOREACH each IN ARRAY ARRAY ['merchant', 'account', 'api_key', 'customer_link', 'one_time_link'] LOOP
        EXECUTE format('CREATE POLICY look_up ON access.%I FOR SELECT TO CURRENT_USER USING (true)', each);
    END LOOP;
END
$$;

-- Whose key, login or link is it? Asked before the merchant is known, so each look-up steps over the wall for one row.
CREATE FUNCTION access.find_key(wanted bytea) RETURNS SETOF access.api_key
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS 'SELECT * FROM access.api_key WHERE hash = wanted';

CREATE FUNCTION access.find_login(wanted text) RETURNS SETOF access.account
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS 'SELECT * FROM access.account WHERE email = wanted';

CREATE FUNCTION access.find_link(wanted bytea) RETURNS SETOF access.customer_link
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS 'SELECT * FROM access.customer_link WHERE hash = wanted';

CREATE FUNCTION access.find_one_time_link(wanted bytea) RETURNS SETOF access.one_time_link
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS 'SELECT * FROM access.one_time_link WHERE hash = wanted';

-- Sweeps go merchant by merchant, and the portal knows a merchant by its slug.
CREATE FUNCTION access.every_merchant() RETURNS SETOF access.merchant
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS 'SELECT * FROM access.merchant';

REVOKE ALL ON FUNCTION access.find_key(bytea), access.find_login(text), access.find_link(bytea),
    access.find_one_time_link(bytea), access.every_merchant() FROM PUBLIC;

GRANT USAGE ON SCHEMA access TO redress_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON access.merchant, access.account, access.api_key, access.customer_link,
    access.one_time_link, access.first_answer TO redress_app;
GRANT EXECUTE ON FUNCTION access.find_key(bytea), access.find_login(text), access.find_link(bytea),
    access.find_one_time_link(bytea), access.every_merchant() TO redress_app;
