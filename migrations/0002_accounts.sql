-- Staff: one account per e-mail address, a membership per workspace. An API key is a row of kind 'key'
-- among the people, so that whoever acted can always be named the same way.
CREATE TABLE people (
  id            uuid        PRIMARY KEY,
  kind          text        NOT NULL DEFAULT 'person' CHECK (kind IN ('person', 'key')),
  email         text        UNIQUE CHECK (email = lower(email)),
  name          text        NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  password_hash text,
  totp_sealed   text,
  locale        text        NOT NULL DEFAULT 'zh-CN',
  created_at    timestamptz NOT NULL,
  CHECK ((kind = 'person') = (email IS NOT NULL))
);

CREATE TABLE memberships (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace() REFERENCES workspaces ON DELETE CASCADE,
  person_id    uuid        NOT NULL REFERENCES people ON DELETE CASCADE,
  role         text        NOT NULL CHECK (role IN ('owner', 'admin', 'manager', 'agent', 'analyst', 'viewer')),
  away         boolean     NOT NULL DEFAULT false,
  digest       text        NOT NULL DEFAULT 'daily' CHECK (digest IN ('off', 'daily')),
  joined_at    timestamptz NOT NULL,
  ended_at     timestamptz,
  PRIMARY KEY (workspace_id, person_id)
);
SELECT hx_isolate('memberships');

-- People are seen in the workspaces that they belong to, or once belonged to.
ALTER TABLE people ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON people USING (EXISTS (
  SELECT FROM memberships m WHERE m.person_id = people.id AND m.workspace_id = nullif(current_setting('hx.workspace', true), '')::uuid));
CREATE POLICY anyone_may_be_added ON people FOR INSERT WITH CHECK (true);

CREATE TABLE teams (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace() REFERENCES workspaces ON DELETE CASCADE,
  id           uuid        NOT NULL,
  name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  lead_id      uuid        REFERENCES people,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, name)
);
SELECT hx_isolate('teams');

CREATE TABLE team_members (
  workspace_id uuid NOT NULL DEFAULT hx_workspace(),
  team_id      uuid NOT NULL,
  person_id    uuid NOT NULL REFERENCES people ON DELETE CASCADE,
  PRIMARY KEY (workspace_id, team_id, person_id),
  FOREIGN KEY (workspace_id, team_id) REFERENCES teams ON DELETE CASCADE
);
SELECT hx_isolate('team_members');

-- A session is its token's hash; ending it deletes the row.
CREATE TABLE sessions (
  token_hash   text        PRIMARY KEY,
  id           uuid        NOT NULL UNIQUE,
  person_id    uuid        NOT NULL REFERENCES people ON DELETE CASCADE,
  workspace_id uuid        NOT NULL REFERENCES workspaces ON DELETE CASCADE,
  address      text        NOT NULL,
  user_agent   text        NOT NULL,
  started_at   timestamptz NOT NULL,
  seen_at      timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL
);
CREATE INDEX sessions_by_person ON sessions (person_id, seen_at DESC);

CREATE TABLE recovery_codes (
  person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
  code_hash text NOT NULL,
  used_at   timestamptz,
  PRIMARY KEY (person_id, code_hash)
);

-- One-time links: first set-up, joining a workspace, setting a new password.
CREATE TABLE links (
  token_hash   text        PRIMARY KEY,
  purpose      text        NOT NULL CHECK (purpose IN ('set-up', 'join', 'new-password')),
  workspace_id uuid        REFERENCES workspaces ON DELETE CASCADE,
  person_id    uuid        REFERENCES people ON DELETE CASCADE,
  email        text,
  role         text,
  invited_by   uuid        REFERENCES people,
  created_at   timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  used_at      timestamptz
);
CREATE INDEX links_open ON links (workspace_id, purpose) WHERE used_at IS NULL;

CREATE TABLE api_keys (
  workspace_id    uuid        NOT NULL DEFAULT hx_workspace() REFERENCES workspaces ON DELETE CASCADE,
  id              uuid        NOT NULL REFERENCES people ON DELETE CASCADE,
  key_hash        text        NOT NULL UNIQUE,
  hint            text        NOT NULL,
  scope           text        NOT NULL DEFAULT 'all' CHECK (scope IN ('all', 'read')),
  calls_per_minute int        CHECK (calls_per_minute > 0),
  created_by      uuid        REFERENCES people,
  created_at      timestamptz NOT NULL,
  revoked_at      timestamptz,
  PRIMARY KEY (workspace_id, id)
);
SELECT hx_isolate('api_keys');

-- Who changed, saw or took out what. Written in the transaction of the act, never changed.
CREATE TABLE audit_entries (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  id           uuid        NOT NULL,
  at           timestamptz NOT NULL,
  person_id    uuid,
  action       text        NOT NULL,
  subject      text        NOT NULL,
  facts        jsonb       NOT NULL DEFAULT '{}',
  address      text,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX audit_entries_by_time ON audit_entries (workspace_id, at DESC, id DESC);
CREATE INDEX audit_entries_by_person ON audit_entries (workspace_id, person_id, at DESC);
SELECT hx_isolate('audit_entries');

-- What staff are told of what is theirs. `dedupe` makes each once.
CREATE TABLE notifications (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  id           uuid        NOT NULL,
  person_id    uuid        NOT NULL REFERENCES people ON DELETE CASCADE,
  kind         text        NOT NULL,
  subject      text        NOT NULL,
  facts        jsonb       NOT NULL DEFAULT '{}',
  dedupe       text        NOT NULL,
  created_at   timestamptz NOT NULL,
  read_at      timestamptz,
  digested_at  timestamptz,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, person_id, dedupe)
);
CREATE INDEX notifications_by_person ON notifications (workspace_id, person_id, created_at DESC, id DESC);
CREATE INDEX notifications_unread ON notifications (workspace_id, person_id) WHERE read_at IS NULL;
SELECT hx_isolate('notifications');

-- Sessions, links and recovery codes are older than any workspace: only definer functions see them.
ALTER TABLE sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE links ENABLE ROW LEVEL SECURITY;
ALTER TABLE recovery_codes ENABLE ROW LEVEL SECURITY;
