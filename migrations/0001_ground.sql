-- What every later migration stands on: the workspace of a transaction, and isolation by it.

-- The workspace this transaction works in; NULL outside one. An ended local setting leaves an empty
-- string on a pooled connection, hence nullif.
CREATE FUNCTION hx_workspace() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('hx.workspace', true), '')::uuid;

-- Rows of a table are seen and written only inside their own workspace. The owner (migrations, definer
-- functions, the queue's relay, backups) is not bound by it; the role huixiang_app always is.
CREATE FUNCTION hx_isolate(isolated regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', isolated);
  EXECUTE format('CREATE POLICY own_workspace ON %s USING (workspace_id = nullif(current_setting(''hx.workspace'', true), '''')::uuid)', isolated);
END $$;

CREATE TABLE workspaces (
  id            uuid        PRIMARY KEY,
  slug          text        NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name          text        NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  timezone      text        NOT NULL DEFAULT 'Asia/Shanghai',
  locale        text        NOT NULL DEFAULT 'zh-CN',
  settings      jsonb       NOT NULL DEFAULT '{}',
  first_run_done boolean    NOT NULL DEFAULT false,
  created_at    timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE workspaces ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON workspaces USING (id = nullif(current_setting('hx.workspace', true), '')::uuid);

-- News that is not yet relayed, and for a day afterwards for browsers that catch up.
CREATE TABLE outbox (
  id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  name         text        NOT NULL,
  payload      jsonb       NOT NULL,
  happened_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  relayed_at   timestamptz
);
CREATE INDEX outbox_unrelayed ON outbox (id) WHERE relayed_at IS NULL;
CREATE INDEX outbox_relayed ON outbox (relayed_at) WHERE relayed_at IS NOT NULL;
SELECT hx_isolate('outbox');

-- The last run of each job that did something or failed, for the page that lists the schedule.
CREATE TABLE job_runs (
  name    text        PRIMARY KEY,
  ran_at  timestamptz NOT NULL,
  counts  jsonb       NOT NULL,
  failure text
);

-- The answer that was given for an Idempotency-Key; written in the transaction of the effect.
CREATE TABLE idempotent_replies (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  person_id    uuid        NOT NULL,
  key          text        NOT NULL,
  request_hash text        NOT NULL,
  status       int         NOT NULL DEFAULT 0,
  reply        jsonb,
  created_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, person_id, key)
);
CREATE INDEX idempotent_replies_by_age ON idempotent_replies (created_at);
SELECT hx_isolate('idempotent_replies');

-- Calls counted per window. Unlogged: after a crash the windows simply begin anew.
CREATE UNLOGGED TABLE call_counts (
  bucket text        NOT NULL,
  opened timestamptz NOT NULL,
  calls  int         NOT NULL,
  PRIMARY KEY (bucket, opened)
);

-- Counts one call; 0 when it is within the limit, else the seconds until the window ends.
CREATE FUNCTION count_call(of_bucket text, at_most int, window_seconds int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  starts timestamptz := to_timestamp(floor(extract(epoch FROM clock_timestamp()) / window_seconds) * window_seconds);
  so_far int;
BEGIN
  INSERT INTO call_counts VALUES (of_bucket, starts, 1)
    ON CONFLICT (bucket, opened) DO UPDATE SET calls = call_counts.calls + 1 RETURNING calls INTO so_far;
  IF so_far = 1 THEN DELETE FROM call_counts WHERE bucket = of_bucket AND opened < starts; END IF;
  IF so_far <= at_most THEN RETURN 0; END IF;
  RETURN greatest(1, ceil(extract(epoch FROM starts - clock_timestamp()) + window_seconds));
END $$;

-- A file that belongs to something: its bytes live here, so that all nodes share them.
CREATE TABLE attachments (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  id           uuid        NOT NULL,
  name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
  content_type text        NOT NULL,
  size         bigint      NOT NULL,
  sha256       text        NOT NULL,
  bytes        bytea       NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
SELECT hx_isolate('attachments');

-- One e-mail on its way out. `dedupe` makes it once, however often its cause is handled.
CREATE TABLE mails (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  id           uuid        NOT NULL,
  dedupe       text        NOT NULL,
  mailbox_id   uuid,
  recipient    text        NOT NULL,
  subject      text        NOT NULL,
  text         text        NOT NULL,
  html         text,
  headers      jsonb       NOT NULL DEFAULT '{}',
  attachments  uuid[]      NOT NULL DEFAULT '{}',
  message_id   text        NOT NULL,
  state        text        NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sending', 'sent', 'delivered', 'failed')),
  attempts     int         NOT NULL DEFAULT 0,
  next_at      timestamptz,
  reason       text,
  created_at   timestamptz NOT NULL,
  sent_at      timestamptz,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, dedupe)
);
CREATE INDEX mails_due ON mails (next_at) WHERE state IN ('queued', 'sending');
CREATE UNIQUE INDEX mails_by_message_id ON mails (workspace_id, message_id);
SELECT hx_isolate('mails');

CREATE FUNCTION workspaces_with_mail(due timestamptz) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT DISTINCT workspace_id FROM mails WHERE state IN ('queued', 'sending') AND next_at <= due $$;

CREATE FUNCTION all_workspaces() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT id FROM workspaces ORDER BY id $$;

CREATE FUNCTION workspace_by_slug(wanted text) RETURNS TABLE (id uuid, name text, locale text, timezone text, settings jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT id, name, locale, timezone, settings FROM workspaces WHERE slug = wanted $$;

-- Makes a workspace; only code that starts one before any is known calls it.
CREATE FUNCTION create_workspace(of_id uuid, of_slug text, of_name text, of_locale text, of_timezone text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO workspaces (id, slug, name, locale, timezone) VALUES (of_id, of_slug, of_name, of_locale, of_timezone) ON CONFLICT (slug) DO NOTHING;
  RETURN FOUND;
END $$;
