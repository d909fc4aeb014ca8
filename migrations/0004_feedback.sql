-- One voice at one moment on one channel. Written once, never edited. No foreign keys here: this is the
-- ingest path, and nothing it names can go away without taking the row along.
CREATE TABLE feedback (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  id           uuid        NOT NULL,
  channel      text        NOT NULL,
  source_id    text,
  customer_id  uuid,
  subject      text        NOT NULL DEFAULT '',
  text         text        NOT NULL DEFAULT '',
  language     text,
  occurred_at  timestamptz NOT NULL,
  received_at  timestamptz NOT NULL,
  query_code   text        NOT NULL UNIQUE,
  url          text,
  facts        jsonb       NOT NULL DEFAULT '{}',
  -- Quiet feedback (imports, demo, anything older than 24 h) opens no case and sends nothing.
  quiet        boolean     NOT NULL DEFAULT false,
  PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX feedback_by_source ON feedback (workspace_id, channel, source_id) WHERE source_id IS NOT NULL;
CREATE INDEX feedback_by_time ON feedback (workspace_id, occurred_at DESC, id DESC);
CREATE INDEX feedback_by_customer ON feedback (workspace_id, customer_id, occurred_at DESC) WHERE customer_id IS NOT NULL;
SELECT hx_isolate('feedback');

CREATE TABLE feedback_scores (
  workspace_id uuid NOT NULL DEFAULT hx_workspace(),
  feedback_id  uuid NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('nps', 'csat', 'ces', 'rating')),
  value        real NOT NULL,
  low          real NOT NULL,
  high         real NOT NULL,
  occurred_at  timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, feedback_id, kind)
);
CREATE INDEX feedback_scores_by_time ON feedback_scores (workspace_id, kind, occurred_at) INCLUDE (value);
SELECT hx_isolate('feedback_scores');

-- An Idempotency-Key and the feedback it made.
CREATE TABLE feedback_keys (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  key          text        NOT NULL,
  body_hash    text        NOT NULL,
  feedback_id  uuid        NOT NULL,
  received_at  timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, key)
);
SELECT hx_isolate('feedback_keys');

CREATE TABLE feedback_attachments (
  workspace_id  uuid NOT NULL DEFAULT hx_workspace(),
  feedback_id   uuid NOT NULL,
  attachment_id uuid NOT NULL,
  PRIMARY KEY (workspace_id, feedback_id, attachment_id)
);
SELECT hx_isolate('feedback_attachments');

-- Spam and the like: set aside, not deleted; restoring deletes this row.
CREATE TABLE set_asides (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  feedback_id  uuid        NOT NULL,
  reason       text        NOT NULL,
  set_by       uuid        REFERENCES people,
  set_at       timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, feedback_id)
);
SELECT hx_isolate('set_asides');

CREATE FUNCTION feedback_by_code(wanted text) RETURNS TABLE (workspace_id uuid, feedback_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT workspace_id, id FROM feedback WHERE query_code = wanted $$;

-- Files being read in: one row an import, resumable because every row of a file has its own source id.
CREATE TABLE imports (
  workspace_id  uuid        NOT NULL DEFAULT hx_workspace(),
  id            uuid        NOT NULL,
  name          text        NOT NULL,
  attachment_id uuid        NOT NULL,
  mapping       jsonb       NOT NULL,
  state         text        NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'cancelled', 'failed')),
  dry_run       boolean     NOT NULL DEFAULT false,
  rows_total    int,
  rows_read     int         NOT NULL DEFAULT 0,
  rows_added    int         NOT NULL DEFAULT 0,
  rows_already  int         NOT NULL DEFAULT 0,
  refused       jsonb       NOT NULL DEFAULT '[]',
  refused_count int         NOT NULL DEFAULT 0,
  failure       text,
  created_by    uuid        REFERENCES people,
  created_at    timestamptz NOT NULL,
  finished_at   timestamptz,
  PRIMARY KEY (workspace_id, id)
);
SELECT hx_isolate('imports');
