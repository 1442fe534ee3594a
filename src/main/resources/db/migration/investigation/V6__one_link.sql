-- A new link of a task ends its earlier ones: whoever had them is not asked any more.
CREATE INDEX task_link_by_task ON investigation.task_link (merchant_id, task_id);
GRANT UPDATE (expires_at) ON investigation.task_link TO redress_app;
