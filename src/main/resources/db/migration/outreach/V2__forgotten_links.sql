-- Links that expired long ago are deleted when a new one is made.
CREATE INDEX link_by_expiry ON outreach.link (merchant_id, expires_at);
GRANT DELETE ON outreach.link TO redress_app;
