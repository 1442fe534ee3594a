-- When the last letter went out: nobody gets two at once.
ALTER TABLE outreach.outreach ADD COLUMN mailed_at timestamptz;

-- A new link of the same outreach ends the earlier ones.
CREATE INDEX link_by_outreach ON outreach.link (merchant_id, outreach_id);
GRANT UPDATE (expires_at) ON outreach.link TO redress_app;
