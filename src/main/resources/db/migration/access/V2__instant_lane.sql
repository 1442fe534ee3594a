-- Within what bounds small claims are offered a remedy at once: what it may cost, and how many go to a person all the same.
ALTER TABLE access.merchant
    ADD COLUMN instant_cap_minor bigint NOT NULL DEFAULT 0,
    ADD COLUMN audit_percent smallint NOT NULL DEFAULT 10 CHECK (audit_percent BETWEEN 0 AND 100);
