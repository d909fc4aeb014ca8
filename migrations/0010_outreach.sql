-- "You said, we did": one per improvement and recipient. The recipient is the customer, or the feedback
-- itself when nobody is known behind it.
CREATE TABLE notices (
  workspace_id   uuid        NOT NULL DEFAULT hx_workspace(),
  id             uuid        NOT NULL,
  improvement_id uuid        NOT NULL,
  recipient      uuid        NOT NULL,
  feedback_id    uuid        NOT NULL,
  customer_id    uuid,
  -- How it went: by mail, or only on the status page. It stands there in both cases.
  channel        text        NOT NULL CHECK (channel IN ('email', 'status-page')),
  text           text        NOT NULL,
  mail_id        uuid,
  sent_at        timestamptz NOT NULL,
  seen_at        timestamptz,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, improvement_id, recipient)
);
CREATE INDEX notices_by_improvement ON notices (workspace_id, improvement_id, sent_at DESC, id DESC);
CREATE INDEX notices_by_feedback ON notices (workspace_id, feedback_id);
CREATE INDEX notices_by_customer ON notices (workspace_id, customer_id, sent_at DESC) WHERE customer_id IS NOT NULL;
SELECT hx_isolate('notices');
