-- The words that a claim is found by: of its statement, contact, numbers and articles, cut by SearchWords. Each begins with
-- four characters of the merchant and two of the week in which the claim was registered, so that a search reads the
-- newest weeks first and stops when it has a page, however common a word is and however many claims there are.
CREATE TABLE claims.words (
    merchant_id uuid NOT NULL,
    claim_id    uuid NOT NULL,
    week        int NOT NULL,
    words       text[] COLLATE "C" NOT NULL,
    PRIMARY KEY (merchant_id, claim_id)
);
-- A short list of what is not yet sorted in: searches read it through.
CREATE INDEX words_found ON claims.words USING gin (words) WITH (gin_pending_list_limit = 256);

ALTER TABLE claims.words ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims.words FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON claims.words USING (merchant_id = current_setting('redress.merchant')::uuid);
GRANT SELECT, INSERT, UPDATE ON claims.words TO redress_app;

-- Behind row-level security an index on words is not used: the policy has to be asked before any function that could tell
-- on a row. So the search looks past the policy, as the owner, and keeps to the merchant of the transaction itself.
CREATE POLICY look_up ON claims.words FOR SELECT TO CURRENT_USER USING (true);

-- The newest claims that hold all these words, older than one of them where it is named.
CREATE FUNCTION claims.find_words(shard text, wanted text[], newest int, before uuid, most int) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
DECLARE
    merchant constant uuid := current_setting('redress.merchant')::uuid;
    oldest   constant int := (SELECT w.week FROM claims.words w
                               WHERE w.merchant_id = merchant ORDER BY w.claim_id LIMIT 1);
    week     int := newest;
    width    int := 1;
    found    int := 0;
    got      int;
BEGIN
    WHILE week >= oldest AND found < most LOOP
        RETURN QUERY
            SELECT hit.claim_id
              FROM generate_series(week, greatest(week - width + 1, oldest), -1) AS each
                   CROSS JOIN LATERAL (
                       SELECT w.claim_id, w.merchant_id
                         FROM claims.words w
                        WHERE w.words @> ARRAY(SELECT shard || chr(48 + each / 64) || chr(48 + each % 64) || word
                                                 FROM unnest(wanted) AS word)
                       OFFSET 0) AS hit
             WHERE hit.merchant_id = merchant AND (before IS NULL OR hit.claim_id < before)
             ORDER BY hit.claim_id DESC
             LIMIT most - found;
        GET DIAGNOSTICS got = ROW_COUNT;
        found := found + got;
        week := week - width;
        width := width * 4;
    END LOOP;
END
$$;
REVOKE ALL ON FUNCTION claims.find_words(text, text[], int, uuid, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION claims.find_words(text, text[], int, uuid, int) TO redress_app;
