-- Claims whose customer wrote and waits for an answer: a tab of the queue, and a mark on its rows.
CREATE INDEX clock_reply ON claims.clock (merchant_id, claim_id) WHERE promise = 'REPLY' AND state = 'RUNNING';
