-- Staff: one account per e-mail address, a membership per workspace. An API key is a row of kind 'key'
-- among the people, so that whoever acted can always be named the same way.
CREATE TABLE people (
  id            uuid        PRIMARY KEY,
  kind          text        NOT NULL DEFAULT 'person' CHECK (kind IN ('person', 'key')),
  email         text        UNIQUE CHECK (email = lower(email)),
  name          text        NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  password_hash text,
  totp_sealed   text,
  -- A second factor that waits for its first code.
  totp_pending  text,
  -- The 30-second step of the last code taken: no code is taken twice.
  totp_step     bigint,
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
  id           uuid        NOT NULL UNIQUE,
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
CREATE UNIQUE INDEX links_one_invitation ON links (workspace_id, email) WHERE purpose = 'join' AND used_at IS NULL;

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
  -- Within a minute: written when a key is seen, but not at each call.
  last_used_at    timestamptz,
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
CREATE INDEX audit_entries_by_action ON audit_entries (workspace_id, action, at DESC);
SELECT hx_isolate('audit_entries');
REVOKE UPDATE, DELETE, TRUNCATE ON audit_entries FROM huixiang_app;

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
CREATE INDEX notifications_undigested ON notifications (workspace_id, created_at) WHERE read_at IS NULL AND digested_at IS NULL;
SELECT hx_isolate('notifications');

-- Sessions and recovery codes are older than any workspace, and so are links but for invitations: only the
-- functions below see them. Each does one thing for one token or one person.
ALTER TABLE sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE recovery_codes ENABLE ROW LEVEL SECURITY;
ALTER TABLE links ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_invitations ON links
  USING (purpose = 'join' AND workspace_id = nullif(current_setting('hx.workspace', true), '')::uuid);

-- Sessions ------------------------------------------------------------------------------------------------

CREATE FUNCTION session_start(of_hash text, of_id uuid, of_person uuid, of_workspace uuid, of_address text, of_agent text, starts timestamptz, expires timestamptz)
  RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  INSERT INTO sessions (token_hash, id, person_id, workspace_id, address, user_agent, started_at, seen_at, expires_at)
  VALUES (of_hash, of_id, of_person, of_workspace, of_address, of_agent, starts, starts, expires)
$$;

-- Who is at a session, as long as they belong to its workspace.
CREATE FUNCTION session_user_of(of_hash text)
  RETURNS TABLE (person_id uuid, name text, locale text, role text, workspace_id uuid, seen_at timestamptz, expires_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT p.id, p.name, p.locale, m.role, s.workspace_id, s.seen_at, s.expires_at
  FROM sessions s JOIN people p ON p.id = s.person_id
  JOIN memberships m ON m.workspace_id = s.workspace_id AND m.person_id = s.person_id AND m.ended_at IS NULL
  WHERE s.token_hash = of_hash
$$;

CREATE FUNCTION session_seen(of_hash text, seen timestamptz, expires timestamptz)
  RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  UPDATE sessions SET seen_at = seen, expires_at = expires WHERE token_hash = of_hash AND seen_at < seen
$$;

-- Moves a session to another workspace of the same person.
CREATE FUNCTION session_move(of_hash text, of_person uuid, to_workspace uuid)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE sessions SET workspace_id = to_workspace WHERE token_hash = of_hash AND person_id = of_person
    AND EXISTS (SELECT FROM memberships m WHERE m.workspace_id = to_workspace AND m.person_id = of_person AND m.ended_at IS NULL);
  RETURN FOUND;
END $$;

CREATE FUNCTION sessions_of(of_person uuid, at timestamptz)
  RETURNS TABLE (id uuid, token_hash text, address text, user_agent text, started_at timestamptz, seen_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT id, token_hash, address, user_agent, started_at, seen_at FROM sessions
  WHERE person_id = of_person AND expires_at > at ORDER BY seen_at DESC, id
$$;

-- Ends sessions and names them, so that this node forgets them at once.
CREATE FUNCTION session_end(of_hash text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  DELETE FROM sessions WHERE token_hash = of_hash
$$;
CREATE FUNCTION session_end_one(of_person uuid, of_id uuid) RETURNS SETOF text
  LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  DELETE FROM sessions WHERE person_id = of_person AND id = of_id RETURNING token_hash
$$;
CREATE FUNCTION sessions_end_others(of_person uuid, but_hash text) RETURNS SETOF text
  LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  DELETE FROM sessions WHERE person_id = of_person AND token_hash <> but_hash RETURNING token_hash
$$;
CREATE FUNCTION sessions_forget(expired_before timestamptz) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE gone int;
BEGIN
  DELETE FROM sessions WHERE expires_at < expired_before;
  GET DIAGNOSTICS gone = ROW_COUNT;
  DELETE FROM links WHERE expires_at < expired_before - interval '30 days';
  RETURN gone;
END $$;

-- People before a workspace is known --------------------------------------------------------------------

CREATE FUNCTION person_by_email(of_email text)
  RETURNS TABLE (id uuid, name text, locale text, password_hash text, totp_sealed text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT id, name, locale, password_hash, totp_sealed FROM people WHERE email = of_email AND kind = 'person'
$$;

-- The workspaces somebody belongs to, the one last used first.
CREATE FUNCTION workspaces_of(of_person uuid)
  RETURNS TABLE (id uuid, name text, slug text, role text, timezone text, locale text, first_run_done boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT w.id, w.name, w.slug, m.role, w.timezone, w.locale, w.first_run_done
  FROM memberships m JOIN workspaces w ON w.id = m.workspace_id
  WHERE m.person_id = of_person AND m.ended_at IS NULL
  ORDER BY (SELECT max(s.seen_at) FROM sessions s WHERE s.person_id = of_person AND s.workspace_id = w.id) DESC NULLS LAST, m.joined_at, w.id
$$;

CREATE FUNCTION nobody_yet() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT NOT EXISTS (SELECT FROM people WHERE kind = 'person')
$$;

-- The first person of an installation owns every workspace that nobody owns (made by the command line or the demo).
CREATE FUNCTION own_the_ownerless(of_person uuid, joins timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  INSERT INTO memberships (workspace_id, person_id, role, joined_at)
  SELECT w.id, of_person, 'owner', joins FROM workspaces w
  WHERE NOT EXISTS (SELECT FROM memberships m JOIN people p ON p.id = m.person_id AND p.kind = 'person' WHERE m.workspace_id = w.id)
  ON CONFLICT DO NOTHING
$$;

-- Whoever has owned a workspace here for the longest time; NULL before the set-up.
CREATE FUNCTION first_owner() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT m.person_id FROM memberships m JOIN people p ON p.id = m.person_id
  WHERE p.kind = 'person' AND m.role = 'owner' AND m.ended_at IS NULL ORDER BY m.joined_at, m.person_id LIMIT 1
$$;

-- Takes a second-factor step once: false when it, or a later one, was taken before.
CREATE FUNCTION totp_step_take(of_person uuid, of_step bigint) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE people SET totp_step = of_step WHERE id = of_person AND coalesce(totp_step, -1) < of_step;
  RETURN FOUND;
END $$;

CREATE FUNCTION recovery_codes_set(of_person uuid, hashes text[]) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  DELETE FROM recovery_codes WHERE person_id = of_person;
  INSERT INTO recovery_codes (person_id, code_hash) SELECT of_person, unnest(hashes);
$$;
CREATE FUNCTION recovery_code_take(of_person uuid, of_hash text, at timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE recovery_codes SET used_at = at WHERE person_id = of_person AND code_hash = of_hash AND used_at IS NULL;
  RETURN FOUND;
END $$;
CREATE FUNCTION recovery_codes_left(of_person uuid) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT count(*)::int FROM recovery_codes WHERE person_id = of_person AND used_at IS NULL
$$;

-- Links -----------------------------------------------------------------------------------------------------

CREATE FUNCTION link_make(of_hash text, of_id uuid, of_purpose text, of_person uuid, made timestamptz, expires timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  INSERT INTO links (token_hash, id, purpose, person_id, created_at, expires_at) VALUES (of_hash, of_id, of_purpose, of_person, made, expires)
$$;

CREATE FUNCTION link_open(of_hash text, of_purpose text, at timestamptz)
  RETURNS TABLE (id uuid, workspace_id uuid, workspace_name text, person_id uuid, email text, role text, invited_by uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT l.id, l.workspace_id, w.name, l.person_id, l.email, l.role, l.invited_by
  FROM links l LEFT JOIN workspaces w ON w.id = l.workspace_id
  WHERE l.token_hash = of_hash AND l.purpose = of_purpose AND l.used_at IS NULL AND l.expires_at > at
$$;

-- Uses a link once: of two who hold it, one wins.
CREATE FUNCTION link_use(of_hash text, of_purpose text, at timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE links SET used_at = at WHERE token_hash = of_hash AND purpose = of_purpose AND used_at IS NULL AND expires_at > at;
  RETURN FOUND;
END $$;

-- Sets the password of the person of a new-password link, and ends their sessions and their other such links.
CREATE FUNCTION password_reset(of_person uuid, of_password_hash text, at timestamptz) RETURNS SETOF text
  LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  UPDATE people SET password_hash = of_password_hash WHERE id = of_person;
  UPDATE links SET used_at = at WHERE person_id = of_person AND purpose = 'new-password' AND used_at IS NULL;
  DELETE FROM sessions WHERE person_id = of_person RETURNING token_hash;
$$;

-- Keys ----------------------------------------------------------------------------------------------------------

CREATE FUNCTION key_user_of(of_hash text)
  RETURNS TABLE (id uuid, name text, role text, workspace_id uuid, scope text, calls_per_minute int, last_used_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT k.id, p.name, m.role, k.workspace_id, k.scope, k.calls_per_minute, k.last_used_at
  FROM api_keys k JOIN people p ON p.id = k.id
  JOIN memberships m ON m.workspace_id = k.workspace_id AND m.person_id = k.id AND m.ended_at IS NULL
  WHERE k.key_hash = of_hash AND k.revoked_at IS NULL
$$;

CREATE FUNCTION key_seen(of_hash text, seen timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  UPDATE api_keys SET last_used_at = seen WHERE key_hash = of_hash AND coalesce(last_used_at, '-infinity') < seen
$$;

-- Workspaces where somebody has not yet looked at what they were told before `told_before`.
CREATE FUNCTION workspaces_with_unread(told_before timestamptz) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT DISTINCT workspace_id FROM notifications WHERE read_at IS NULL AND digested_at IS NULL AND created_at < told_before
$$;
