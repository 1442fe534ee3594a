-- Links that expired long ago are deleted when a new one is made.
CREATE INDEX task_link_by_expiry ON investigation.task_link (merchant_id, expires_at);
GRANT DELETE ON investigation.task_link TO redress_app;
