-- When the source of a mail that went nowhere was let go: each mail is looked at once.
ALTER TABLE correspondence.post ADD COLUMN let_go_at timestamptz;
CREATE INDEX post_to_let_go ON correspondence.post (merchant_id, (coalesce(decided_at, arrived_at)))
    WHERE state IN ('NOTED', 'SET_ASIDE') AND NOT on_claim AND let_go_at IS NULL;

CREATE INDEX reply_address_by_age ON correspondence.reply_address (merchant_id, created_at);
GRANT DELETE ON correspondence.reply_address TO redress_app;
