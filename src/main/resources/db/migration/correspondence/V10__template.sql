-- What a shop wrote of a template in a language, version by version. Nothing written is ever changed; the texts that come
-- with the product are version 0 and stand in its files.
CREATE TABLE correspondence.template_version (
    merchant_id uuid NOT NULL,
    -- The key: of a template of the product its name, of one of the shop's own an id.
    template    text NOT NULL,
    language    text NOT NULL,
    version     int NOT NULL CHECK (version > 0),
    name        text NOT NULL,
    purpose     text NOT NULL,
    body        text NOT NULL,
    author      jsonb NOT NULL,
    at          timestamptz NOT NULL,
    in_force    timestamptz NOT NULL,
    retired     boolean NOT NULL,
    PRIMARY KEY (merchant_id, template, language, version)
);

ALTER TABLE correspondence.template_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE correspondence.template_version FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON correspondence.template_version USING (merchant_id = current_setting('redress.merchant')::uuid);

GRANT SELECT, INSERT ON correspondence.template_version TO redress_app;
