-- A mailbox we read and write. The password is sealed with the installation's secret.
CREATE TABLE mailboxes (
  workspace_id  uuid        NOT NULL DEFAULT hx_workspace(),
  id            uuid        NOT NULL,
  address       text        NOT NULL,
  name          text        NOT NULL DEFAULT '',
  imap          jsonb,
  smtp          jsonb,
  user_name     text        NOT NULL,
  password_sealed text      NOT NULL,
  uid_validity  bigint,
  last_uid      bigint      NOT NULL DEFAULT 0,
  polled_at     timestamptz,
  failure       text,
  failed_since  timestamptz,
  paused        boolean     NOT NULL DEFAULT false,
  created_at    timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, address)
);
SELECT hx_isolate('mailboxes');

-- Every Message-ID we have seen or sent, and the conversation it belongs to.
CREATE TABLE mail_threads (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  message_id   text        NOT NULL,
  feedback_id  uuid        NOT NULL,
  direction    text        NOT NULL CHECK (direction IN ('in', 'out')),
  seen_at      timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, message_id)
);
SELECT hx_isolate('mail_threads');

CREATE FUNCTION workspaces_with_mailboxes() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT DISTINCT workspace_id FROM mailboxes WHERE NOT paused AND imap IS NOT NULL $$;
