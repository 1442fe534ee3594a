-- The outbox also holds short texts, for whoever left a telephone number only. A text has neither subject nor closing.
ALTER TABLE correspondence.mail
    ADD COLUMN way text NOT NULL DEFAULT 'MAIL',
    -- By which whoever took it knows it.
    ADD COLUMN reference text;
