-- Who practised on what. The case itself stands in the merchant that is there for practice.
CREATE TABLE practice.play (
    merchant_id uuid NOT NULL,
    id          uuid NOT NULL,
    account     uuid NOT NULL,
    player      text NOT NULL,
    lesson      text NOT NULL,
    language    text NOT NULL,
    number      int NOT NULL,
    claim       uuid NOT NULL,
    started_at  timestamptz NOT NULL,
    -- What it was worth, once it is over.
    ended_at    timestamptz,
    facts       int,
    fairness    int,
    time        int,
    courtesy    int,
    rating      int,
    PRIMARY KEY (merchant_id, id)
);
CREATE INDEX play_by_account ON practice.play (merchant_id, account, id);
CREATE INDEX play_over ON practice.play (merchant_id, id) WHERE ended_at IS NOT NULL;

-- What was done in it, in order. Never changed.
CREATE TABLE practice.move (
    merchant_id uuid NOT NULL,
    play        uuid NOT NULL,
    sequence    int NOT NULL,
    minute      bigint NOT NULL,
    kind        text NOT NULL,
    detail      text NOT NULL,
    words       text NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, play, sequence)
);

-- Why points were lost.
CREATE TABLE practice.reason (
    merchant_id uuid NOT NULL,
    play        uuid NOT NULL,
    position    int NOT NULL,
    part        text NOT NULL,
    points      int NOT NULL,
    key         text NOT NULL,
    gaps        text[] NOT NULL,
    PRIMARY KEY (merchant_id, play, position)
);

DO $$
DECLARE
    each text;
BEGIN
    FOREACH each IN ARRAY ARRAY['play', 'move', 'reason'] LOOP
        EXECUTE format('ALTER TABLE practice.%I ENABLE ROW LEVEL SECURITY', each);
        EXECUTE format('ALTER TABLE practice.%I FORCE ROW LEVEL SECURITY', each);
        EXECUTE format(
            'CREATE POLICY merchant ON practice.%I USING (merchant_id = (SELECT current_setting(''redress.merchant'')::uuid))', each);
    END LOOP;
END
$$;
GRANT USAGE ON SCHEMA practice TO redress_app;
GRANT SELECT, INSERT, UPDATE ON practice.play TO redress_app;
GRANT SELECT, INSERT ON practice.move, practice.reason TO redress_app;
