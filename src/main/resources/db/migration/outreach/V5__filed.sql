-- Whoever filed a claim because of another is to hear nothing of that one.
CREATE INDEX outreach_by_filed ON outreach.outreach (merchant_id, filed) WHERE filed IS NOT NULL;
