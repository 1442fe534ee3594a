-- Written by the hundred thousand and only ever read as a whole.
ALTER TABLE replay.change
    ALTER COLUMN before TYPE json USING before::text::json,
    ALTER COLUMN after TYPE json USING after::text::json;
