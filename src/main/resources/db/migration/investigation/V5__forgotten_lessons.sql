-- A reset takes lessons out of the sum and keeps them, so that a cause from before it is not taught once more.
ALTER TABLE investigation.lesson ADD COLUMN forgotten boolean NOT NULL DEFAULT false;
