-- A merchant that staff practise with: no portal, no log-in, no sweep knows it.
ALTER TABLE access.merchant ADD COLUMN practice boolean NOT NULL DEFAULT false;
