-- Since when an answer is waited for, so that a person hears of it where it is late.
ALTER TABLE settlement.step ADD COLUMN asked_at timestamptz;
