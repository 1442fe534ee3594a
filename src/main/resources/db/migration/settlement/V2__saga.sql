-- A plan can be stopped: what was asked for is taken back or awaited. And what may have been heard is asked about first.
ALTER TABLE settlement.step ADD COLUMN unsure boolean NOT NULL DEFAULT false;
ALTER TABLE settlement.step ADD COLUMN stop text;
CREATE INDEX step_to_take_back ON settlement.step (merchant_id, next_at) WHERE stop = 'CANCEL';

-- What the sandbox has taken back.
ALTER TABLE settlement.sandbox_effect ADD COLUMN cancelled_at timestamptz;
GRANT UPDATE (cancelled_at) ON settlement.sandbox_effect TO redress_app;
