-- A mail may also be about something that is no claim yet; its link is issued when it leaves, like any other.
ALTER TABLE correspondence.mail
    ALTER COLUMN claim_id DROP NOT NULL,
    ALTER COLUMN message_id DROP NOT NULL,
    ADD COLUMN mailing_id uuid,
    ADD CHECK ((claim_id IS NULL) <> (mailing_id IS NULL));
CREATE UNIQUE INDEX mail_of_mailing ON correspondence.mail (merchant_id, mailing_id) WHERE mailing_id IS NOT NULL;
