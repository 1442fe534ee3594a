-- The first decision on each claim with what the rules knew, frozen: other rules are tried on it, and decisions on the same
-- facts are compared. facts and outcome are equal where facts and outcomes count as the same (SameFacts).
CREATE TABLE claims.decision (
    merchant_id  uuid NOT NULL,
    claim_id     uuid NOT NULL,
    number       text NOT NULL,
    filed_at     timestamptz NOT NULL,
    decided_at   timestamptz NOT NULL,
    decided_by   text NOT NULL,
    decider_name text,
    area         text NOT NULL,
    channel      text NOT NULL,
    verdict      text NOT NULL,
    severity     text NOT NULL,
    clear        boolean NOT NULL,
    language     text NOT NULL,
    country      text,
    region       text,
    known_customer boolean NOT NULL,
    band         smallint NOT NULL,
    remedy_case  jsonb NOT NULL,
    ruled        jsonb NOT NULL,
    plan         jsonb,
    contested    boolean NOT NULL DEFAULT false,
    facts        text COLLATE "C" NOT NULL,
    outcome      text COLLATE "C" NOT NULL,
    PRIMARY KEY (merchant_id, claim_id)
);
CREATE INDEX decision_to_replay ON claims.decision (merchant_id, area, filed_at, claim_id) WHERE plan IS NOT NULL;
-- All that a comparison reads, so that it passes by the documents.
CREATE INDEX decision_to_compare ON claims.decision (merchant_id, decided_at)
    INCLUDE (claim_id, facts, outcome, decided_by, decider_name, language, country, known_customer, band, channel);

ALTER TABLE claims.decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims.decision FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant ON claims.decision USING (merchant_id = current_setting('redress.merchant')::uuid);
GRANT SELECT, INSERT, UPDATE (contested) ON claims.decision TO redress_app;
