-- What a picture looks like: two hashes of 64 bits. Pictures that differ in up to ten bits of the first share, but for two bits,
-- at least one quarter of it; so each quarter is a column with an index, and a search asks for its neighbours.
CREATE TABLE evidence.fingerprint (
    merchant_id uuid   NOT NULL,
    item_id     uuid   NOT NULL,
    waves       bigint NOT NULL,
    slopes      bigint NOT NULL,
    band_0      int    NOT NULL GENERATED ALWAYS AS ((waves >> 48 & 65535)::int) STORED,
    band_1      int    NOT NULL GENERATED ALWAYS AS ((waves >> 32 & 65535)::int) STORED,
    band_2      int    NOT NULL GENERATED ALWAYS AS ((waves >> 16 & 65535)::int) STORED,
    band_3      int    NOT NULL GENERATED ALWAYS AS ((waves & 65535)::int) STORED,
    PRIMARY KEY (merchant_id, item_id),
    FOREIGN KEY (merchant_id, item_id) REFERENCES evidence.item ON DELETE CASCADE
);
CREATE INDEX fingerprint_band_0 ON evidence.fingerprint (merchant_id, band_0);
CREATE INDEX fingerprint_band_1 ON evidence.fingerprint (merchant_id, band_1);
CREATE INDEX fingerprint_band_2 ON evidence.fingerprint (merchant_id, band_2);
CREATE INDEX fingerprint_band_3 ON evidence.fingerprint (merchant_id, band_3);

-- Pictures that look alike, both ways round, found once when the later one is read.
CREATE TABLE evidence.resemblance (
    merchant_id uuid     NOT NULL,
    item_id     uuid     NOT NULL,
    other_id    uuid     NOT NULL,
    distance    smallint NOT NULL CHECK (distance BETWEEN 0 AND 10),
    PRIMARY KEY (merchant_id, item_id, other_id),
    FOREIGN KEY (merchant_id, item_id) REFERENCES evidence.item ON DELETE CASCADE,
    FOREIGN KEY (merchant_id, other_id) REFERENCES evidence.item ON DELETE CASCADE
);
CREATE INDEX resemblance_of_other ON evidence.resemblance (merchant_id, other_id);

ALTER TABLE evidence.fingerprint ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence.fingerprint FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON evidence.fingerprint USING (merchant_id = current_setting('redress.merchant')::uuid);
ALTER TABLE evidence.resemblance ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence.resemblance FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON evidence.resemblance USING (merchant_id = current_setting('redress.merchant')::uuid);

GRANT SELECT, INSERT, DELETE ON evidence.fingerprint, evidence.resemblance TO redress_app;
