-- How far this installation's time was moved ahead for practice: one row, of no merchant. What was recorded since then is
-- recorded in that time, so it stays with the data and never shrinks.
CREATE TABLE clock.ahead (
    one     boolean PRIMARY KEY DEFAULT true CHECK (one),
    seconds bigint NOT NULL CHECK (seconds >= 0)
);
INSERT INTO clock.ahead (seconds) VALUES (0);

GRANT USAGE ON SCHEMA clock TO redress_app;
GRANT SELECT, UPDATE (seconds) ON clock.ahead TO redress_app;
