-- Who takes part in the work, what they know and how much they carry. Whoever has no row takes part as anybody does.
CREATE TABLE rota.member (
    merchant_id uuid NOT NULL,
    account     uuid NOT NULL,
    takes       boolean NOT NULL,
    languages   text[] NOT NULL,
    channels    text[] NOT NULL,
    most_open   int NOT NULL,
    away_from   timestamptz,
    away_until  timestamptz,
    deputy      uuid,
    PRIMARY KEY (merchant_id, account)
);

-- Whether claims are given to people by themselves.
CREATE TABLE rota.setting (
    merchant_id uuid NOT NULL PRIMARY KEY,
    by_itself   boolean NOT NULL
);

DO $$
DECLARE
    each text;
BEGIN
    FOREACH each IN ARRAY ARRAY['member', 'setting'] LOOP
        EXECUTE format('ALTER TABLE rota.%I ENABLE ROW LEVEL SECURITY', each);
        EXECUTE format('ALTER TABLE rota.%I FORCE ROW LEVEL SECURITY', each);
        EXECUTE format(
            'CREATE POLICY merchant ON rota.%I USING (merchant_id = current_setting(''redress.merchant'')::uuid)', each);
    END LOOP;
END
$$;
GRANT USAGE ON SCHEMA rota TO redress_app;
GRANT SELECT, INSERT, UPDATE ON rota.member, rota.setting TO redress_app;
