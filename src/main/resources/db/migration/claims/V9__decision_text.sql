-- Only ever read as a whole, by the million: json comes back as it was written, while jsonb is put together anew each time.
ALTER TABLE claims.decision
    ALTER COLUMN remedy_case TYPE json USING remedy_case::text::json,
    ALTER COLUMN ruled TYPE json USING ruled::text::json;
