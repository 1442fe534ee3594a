-- Mail that came in. One row for each, however often and by whichever way it reaches us.
CREATE TABLE correspondence.post (
    merchant_id       uuid NOT NULL,
    id                uuid NOT NULL,
    -- SHA-256 of what stays the same from one delivery to the next; in hexadecimal digits.
    fingerprint       text NOT NULL,
    -- Where it lay: folder, UIDVALIDITY and UID.
    source            text NOT NULL,
    arrived_at        timestamptz NOT NULL,
    bytes             bigint NOT NULL,
    complete          boolean NOT NULL,
    message_id_header text,
    sender            text,
    sender_name       text,
    subject           text NOT NULL,
    body              text NOT NULL,
    -- With the history below what was written; null where there is none.
    whole             text,
    language          text,
    nature            text NOT NULL,
    state             text NOT NULL,
    why               text,
    -- Where it is, or where it may belong.
    claim_id          uuid,
    on_claim          boolean NOT NULL DEFAULT false,
    -- Whether its sender was answered by itself: so many in an hour and no more.
    answered          boolean NOT NULL DEFAULT false,
    decided_by        jsonb,
    decided_at        timestamptz,
    note              text,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, fingerprint)
);
CREATE INDEX post_by_state ON correspondence.post (merchant_id, state, id);
CREATE INDEX post_by_claim ON correspondence.post (merchant_id, claim_id, id) WHERE claim_id IS NOT NULL;
CREATE INDEX post_by_sender ON correspondence.post (merchant_id, lower(sender), arrived_at);
CREATE INDEX post_by_header ON correspondence.post (merchant_id, message_id_header) WHERE message_id_header IS NOT NULL;

-- The files that came with it, by name.
CREATE TABLE correspondence.enclosure (
    merchant_id uuid NOT NULL,
    post_id     uuid NOT NULL,
    position    int NOT NULL,
    name        text NOT NULL,
    media_type  text NOT NULL,
    bytes       bigint NOT NULL,
    -- The evidence it became.
    evidence_id uuid,
    left_out    text,
    PRIMARY KEY (merchant_id, post_id, position)
);

-- The source of a mail until all of it is where it belongs, in pieces, so that none of it is ever in memory whole.
CREATE TABLE correspondence.post_piece (
    merchant_id uuid NOT NULL,
    post_id     uuid NOT NULL,
    piece       int NOT NULL,
    content     bytea NOT NULL,
    PRIMARY KEY (merchant_id, post_id, piece)
);

-- The addresses that our mails ask to be answered to: 128 random bits, of which only the hash is here.
CREATE TABLE correspondence.reply_address (
    merchant_id uuid NOT NULL,
    hash        bytea NOT NULL UNIQUE,
    mail_id     uuid NOT NULL,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, hash)
);

CREATE INDEX mail_by_header ON correspondence.mail (message_id_header);

DO $$
DECLARE
    each text;
BEGIN
    FOREACH each IN ARRAY ARRAY ['post', 'enclosure', 'post_piece', 'reply_address'] LOOP
        EXECUTE format('ALTER TABLE correspondence.%I ENABLE ROW LEVEL SECURITY', each);
        EXECUTE format('ALTER TABLE correspondence.%I FORCE ROW LEVEL SECURITY', each);
        EXECUTE format('CREATE POLICY merchant ON correspondence.%I USING (merchant_id = (SELECT current_setting(''redress.merchant'')::uuid))',
            each);
    END LOOP;
END
$$;

-- Which of our mails is answered? Asked before the merchant is known, so it steps over the wall for two ids.
CREATE POLICY look_up ON correspondence.reply_address FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY look_up ON correspondence.mail FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION correspondence.find_reply_address(wanted bytea) RETURNS TABLE (merchant_id uuid, mail_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS 'SELECT merchant_id, mail_id FROM correspondence.reply_address WHERE hash = wanted';
CREATE FUNCTION correspondence.find_mail(wanted text) RETURNS TABLE (merchant_id uuid, mail_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS 'SELECT merchant_id, id FROM correspondence.mail WHERE message_id_header = wanted';
REVOKE ALL ON FUNCTION correspondence.find_reply_address(bytea), correspondence.find_mail(text) FROM PUBLIC;

GRANT SELECT, INSERT, UPDATE ON correspondence.post, correspondence.enclosure TO redress_app;
GRANT SELECT, INSERT, DELETE ON correspondence.post_piece TO redress_app;
GRANT SELECT, INSERT ON correspondence.reply_address TO redress_app;
GRANT EXECUTE ON FUNCTION correspondence.find_reply_address(bytea), correspondence.find_mail(text) TO redress_app;
