-- When a merchant's people work; whoever has no row works around the clock.
CREATE TABLE calendars.calendar (
    merchant_id uuid NOT NULL,
    zone        text NOT NULL,
    week        jsonb NOT NULL,
    country     text,
    region      text,
    PRIMARY KEY (merchant_id)
);

-- Days that are not as their week or the public holidays say: off where there are no shifts.
CREATE TABLE calendars.day (
    merchant_id uuid NOT NULL,
    day         date NOT NULL,
    shifts      jsonb NOT NULL,
    name        text NOT NULL,
    PRIMARY KEY (merchant_id, day)
);

ALTER TABLE calendars.calendar ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendars.calendar FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON calendars.calendar USING (merchant_id = (SELECT current_setting('redress.merchant')::uuid));
ALTER TABLE calendars.day ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendars.day FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON calendars.day USING (merchant_id = (SELECT current_setting('redress.merchant')::uuid));

GRANT USAGE ON SCHEMA calendars TO redress_app;
GRANT SELECT, INSERT, UPDATE ON calendars.calendar TO redress_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON calendars.day TO redress_app;
