CREATE TABLE case_numbers (
  workspace_id uuid   PRIMARY KEY DEFAULT hx_workspace(),
  last         bigint NOT NULL
);
SELECT hx_isolate('case_numbers');

-- The work of answering one or more feedbacks. What happened to it stands as rows in the tables below;
-- stage, owner, team and the next due moment are repeated here because every list orders by them, and
-- only the case store writes them.
CREATE TABLE cases (
  workspace_id  uuid        NOT NULL DEFAULT hx_workspace(),
  id            uuid        NOT NULL,
  number        bigint      NOT NULL,
  customer_id   uuid,
  channel       text        NOT NULL,
  subject       text        NOT NULL,
  intent        text        NOT NULL,
  sentiment     text        NOT NULL,
  urgency       text        NOT NULL,
  stage         text        NOT NULL CHECK (stage IN ('new', 'acknowledged', 'working', 'waiting', 'resolved', 'verified', 'closed')),
  stage_at      timestamptz NOT NULL,
  team_id       uuid,
  owner_id      uuid        REFERENCES people,
  due_at        timestamptz,
  -- What lists order by: nothing owed comes last.
  due_order     timestamptz GENERATED ALWAYS AS (coalesce(due_at, 'infinity'::timestamptz)) STORED,
  opened_at     timestamptz NOT NULL,
  last_at       timestamptz NOT NULL,
  last_from     text        NOT NULL DEFAULT 'customer' CHECK (last_from IN ('customer', 'staff', 'system')),
  -- Since when the customer waits for a person's word, and when that becomes the red line; NULL when nobody waits.
  silent_since  timestamptz,
  alarm_at      timestamptz,
  alarmed_at    timestamptz,
  -- The words this case is found by: number, subject, customer's name.
  tokens        tsvector    NOT NULL DEFAULT '',
  merged_into   uuid,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, number),
  FOREIGN KEY (workspace_id, team_id) REFERENCES teams ON DELETE SET NULL (team_id)
);
-- Serve the Inbox: open ones by due moment, of all, of a person, of a team; those that wait; those that ended.
CREATE INDEX cases_open_by_due ON cases (workspace_id, due_order, id) WHERE stage IN ('new', 'acknowledged', 'working', 'waiting');
CREATE INDEX cases_by_owner ON cases (workspace_id, owner_id, due_order, id) WHERE stage IN ('new', 'acknowledged', 'working', 'waiting');
CREATE INDEX cases_by_team ON cases (workspace_id, team_id, due_order, id) WHERE stage IN ('new', 'acknowledged', 'working', 'waiting');
CREATE INDEX cases_waiting ON cases (workspace_id, due_order, id) WHERE stage = 'waiting';
CREATE INDEX cases_ended ON cases (workspace_id, last_at DESC, id DESC) WHERE stage IN ('verified', 'closed');
CREATE INDEX cases_by_last ON cases (workspace_id, last_at DESC, id DESC);
CREATE INDEX cases_by_stage ON cases (workspace_id, stage, last_at DESC, id DESC);
CREATE INDEX cases_by_customer ON cases (workspace_id, customer_id, opened_at DESC) WHERE customer_id IS NOT NULL;
CREATE INDEX cases_by_words ON cases USING gin (tokens);
-- Serves the red line's sweep over all workspaces.
CREATE INDEX cases_to_alarm ON cases (alarm_at) WHERE alarm_at IS NOT NULL AND alarmed_at IS NULL;
SELECT hx_isolate('cases');

-- Cases that hold all of `wanted`, at most so many, in no order. A definer function, because row security lets no
-- index of words be used (@@ is not leakproof); it keeps to the workspace itself.
CREATE FUNCTION find_cases(wanted tsquery, at_most int) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT id FROM cases WHERE workspace_id = hx_workspace() AND tokens @@ wanted LIMIT at_most $$;

CREATE FUNCTION workspaces_with_silence(moment timestamptz) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT DISTINCT workspace_id FROM cases WHERE alarm_at <= moment AND alarmed_at IS NULL
        AND stage IN ('new', 'acknowledged', 'working') $$;

-- Which voices a case answers. A voice opens or joins one case once; only a case that continues an older one,
-- because the customer wrote again long after its end, holds the same voice as well.
CREATE TABLE case_feedback (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  case_id      uuid        NOT NULL,
  feedback_id  uuid        NOT NULL,
  continued    boolean     NOT NULL DEFAULT false,
  linked_by    uuid        REFERENCES people,
  linked_at    timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, case_id, feedback_id),
  FOREIGN KEY (workspace_id, case_id) REFERENCES cases ON DELETE CASCADE
);
CREATE UNIQUE INDEX case_feedback_once ON case_feedback (workspace_id, feedback_id) WHERE NOT continued;
CREATE INDEX case_feedback_by_feedback ON case_feedback (workspace_id, feedback_id);
SELECT hx_isolate('case_feedback');

-- Who had the case from when to when; the open row has no end.
CREATE TABLE case_assignments (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  id           uuid        NOT NULL,
  case_id      uuid        NOT NULL,
  team_id      uuid,
  owner_id     uuid        REFERENCES people,
  assigned_by  uuid        REFERENCES people,
  assigned_at  timestamptz NOT NULL,
  ended_at     timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, case_id) REFERENCES cases ON DELETE CASCADE
);
CREATE UNIQUE INDEX case_assignments_open ON case_assignments (workspace_id, case_id) WHERE ended_at IS NULL;
-- Serves round robin: when was each person last given something.
CREATE INDEX case_assignments_by_owner ON case_assignments (workspace_id, owner_id, assigned_at DESC) WHERE owner_id IS NOT NULL;
SELECT hx_isolate('case_assignments');

-- A case is closed when it has a row here. Reopening deletes the row; case_steps keeps the history.
CREATE TABLE case_closures (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  case_id      uuid        NOT NULL,
  outcome      text        NOT NULL CHECK (outcome IN ('resolved', 'explained', 'no-action')),
  note         text        NOT NULL DEFAULT '' CHECK (length(note) <= 4000),
  closed_by    uuid        REFERENCES people,
  closed_at    timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, case_id),
  FOREIGN KEY (workspace_id, case_id) REFERENCES cases ON DELETE CASCADE
);
SELECT hx_isolate('case_closures');

-- Everything that happened to a case, in order.
CREATE TABLE case_steps (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  id           uuid        NOT NULL,
  case_id      uuid        NOT NULL,
  kind         text        NOT NULL,
  facts        jsonb       NOT NULL DEFAULT '{}',
  by_id        uuid        REFERENCES people,
  at           timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, case_id) REFERENCES cases ON DELETE CASCADE
);
CREATE INDEX case_steps_by_case ON case_steps (workspace_id, case_id, at, id);
SELECT hx_isolate('case_steps');

CREATE TABLE case_watchers (
  workspace_id uuid NOT NULL DEFAULT hx_workspace(),
  case_id      uuid NOT NULL,
  person_id    uuid NOT NULL REFERENCES people ON DELETE CASCADE,
  PRIMARY KEY (workspace_id, case_id, person_id),
  FOREIGN KEY (workspace_id, case_id) REFERENCES cases ON DELETE CASCADE
);
CREATE INDEX case_watchers_by_person ON case_watchers (workspace_id, person_id, case_id);
SELECT hx_isolate('case_watchers');

-- Cases that belong together; a row in each direction. 'continues' and 'split' point from the newer case to the older.
CREATE TABLE case_links (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  case_id      uuid        NOT NULL,
  other_id     uuid        NOT NULL,
  why          text        NOT NULL CHECK (why IN ('related', 'continues', 'split', 'merged')),
  linked_by    uuid        REFERENCES people,
  linked_at    timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, case_id, other_id),
  CHECK (case_id <> other_id),
  FOREIGN KEY (workspace_id, case_id) REFERENCES cases ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, other_id) REFERENCES cases ON DELETE CASCADE
);
SELECT hx_isolate('case_links');

-- One message of a conversation. How an outgoing one fares stands with its mail.
CREATE TABLE messages (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  id           uuid        NOT NULL,
  case_id      uuid        NOT NULL,
  direction    text        NOT NULL CHECK (direction IN ('in', 'out', 'note')),
  kind         text        NOT NULL DEFAULT 'message' CHECK (kind IN ('message', 'acknowledgement', 'resolution', 'check', 'notice')),
  author_id    uuid        REFERENCES people,
  channel      text        NOT NULL,
  text         text        NOT NULL CHECK (length(text) <= 20000),
  mail_id      uuid,
  source_id    text,
  mentions     uuid[]      NOT NULL DEFAULT '{}',
  attachments  uuid[]      NOT NULL DEFAULT '{}',
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, case_id) REFERENCES cases ON DELETE CASCADE
);
CREATE INDEX messages_by_case ON messages (workspace_id, case_id, created_at, id);
CREATE UNIQUE INDEX messages_by_source ON messages (workspace_id, source_id) WHERE source_id IS NOT NULL;
SELECT hx_isolate('messages');

-- What we owe by when. Kept or broken is a moment here; paused while the customer's answer is waited for.
CREATE TABLE promises (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  id           uuid        NOT NULL,
  case_id      uuid        NOT NULL,
  kind         text        NOT NULL,
  duration     text        NOT NULL,
  basis        text        NOT NULL CHECK (basis IN ('clock', 'calendar')),
  made_at      timestamptz NOT NULL,
  warn_at      timestamptz,
  due_at       timestamptz NOT NULL,
  paused_at    timestamptz,
  kept_at      timestamptz,
  broken_at    timestamptz,
  -- Broken, and done after all.
  made_good_at timestamptz,
  warned_at    timestamptz,
  dropped_at   timestamptz,
  why_broken   text,
  made_by      uuid        REFERENCES people,
  PRIMARY KEY (workspace_id, id),
  CHECK (kept_at IS NULL OR broken_at IS NULL),
  CHECK (made_good_at IS NULL OR broken_at IS NOT NULL),
  FOREIGN KEY (workspace_id, case_id) REFERENCES cases ON DELETE CASCADE
);
CREATE INDEX promises_by_case ON promises (workspace_id, case_id);
CREATE UNIQUE INDEX promises_open ON promises (workspace_id, case_id, kind) WHERE kept_at IS NULL AND dropped_at IS NULL AND broken_at IS NULL;
-- Serve the sweep: what falls due or is to be warned of, over all workspaces.
CREATE INDEX promises_due ON promises (due_at) WHERE kept_at IS NULL AND broken_at IS NULL AND dropped_at IS NULL AND paused_at IS NULL;
CREATE INDEX promises_to_warn ON promises (warn_at) WHERE kept_at IS NULL AND broken_at IS NULL AND dropped_at IS NULL AND paused_at IS NULL AND warned_at IS NULL;
CREATE INDEX promises_by_due ON promises (workspace_id, due_at DESC, id DESC);
SELECT hx_isolate('promises');

CREATE FUNCTION workspaces_with_promises_due(moment timestamptz) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT DISTINCT workspace_id FROM promises
        WHERE kept_at IS NULL AND broken_at IS NULL AND dropped_at IS NULL AND paused_at IS NULL AND due_at <= moment
        UNION SELECT DISTINCT workspace_id FROM promises
        WHERE kept_at IS NULL AND broken_at IS NULL AND dropped_at IS NULL AND paused_at IS NULL AND warned_at IS NULL AND warn_at <= moment $$;

-- The red line: nobody spoke to the customer for 72 hours. Once per silence.
CREATE TABLE case_alarms (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  case_id      uuid        NOT NULL,
  silent_since timestamptz NOT NULL,
  raised_at    timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, case_id, silent_since),
  FOREIGN KEY (workspace_id, case_id) REFERENCES cases ON DELETE CASCADE
);
SELECT hx_isolate('case_alarms');

-- What each promise is worth here, in order; without a promise_settings row the defaults of the code hold.
CREATE TABLE promise_policies (
  workspace_id uuid NOT NULL DEFAULT hx_workspace(),
  position     int  NOT NULL,
  policy       jsonb NOT NULL,
  PRIMARY KEY (workspace_id, position)
);
SELECT hx_isolate('promise_policies');

CREATE TABLE promise_settings (
  workspace_id uuid        PRIMARY KEY DEFAULT hx_workspace(),
  silence      text        NOT NULL,
  changed_by   uuid        REFERENCES people,
  changed_at   timestamptz NOT NULL
);
SELECT hx_isolate('promise_settings');

CREATE TABLE work_calendars (
  workspace_id uuid        PRIMARY KEY DEFAULT hx_workspace(),
  calendar     jsonb       NOT NULL,
  changed_by   uuid        REFERENCES people,
  changed_at   timestamptz NOT NULL
);
SELECT hx_isolate('work_calendars');

CREATE TABLE routing_rules (
  workspace_id uuid  NOT NULL DEFAULT hx_workspace(),
  position     int   NOT NULL,
  rule         jsonb NOT NULL,
  PRIMARY KEY (workspace_id, position)
);
SELECT hx_isolate('routing_rules');

CREATE TABLE routing_settings (
  workspace_id uuid        PRIMARY KEY DEFAULT hx_workspace(),
  otherwise_id uuid,
  load_cap     int         NOT NULL CHECK (load_cap > 0),
  changed_by   uuid        REFERENCES people,
  changed_at   timestamptz NOT NULL
);
SELECT hx_isolate('routing_settings');

-- Was it really solved? Asked once per resolution; the answer is the customer's alone.
CREATE TABLE satisfaction_checks (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  id           uuid        NOT NULL,
  case_id      uuid        NOT NULL,
  token_hash   text        NOT NULL UNIQUE,
  asked_at     timestamptz NOT NULL,
  ends_at      timestamptz NOT NULL,
  answer       text        CHECK (answer IN ('yes', 'no')),
  comment      text        NOT NULL DEFAULT '',
  answered_at  timestamptz,
  ended_at     timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, case_id) REFERENCES cases ON DELETE CASCADE
);
CREATE UNIQUE INDEX satisfaction_checks_open ON satisfaction_checks (workspace_id, case_id) WHERE answered_at IS NULL AND ended_at IS NULL;
CREATE INDEX satisfaction_checks_due ON satisfaction_checks (ends_at) WHERE answered_at IS NULL AND ended_at IS NULL;
SELECT hx_isolate('satisfaction_checks');

CREATE FUNCTION check_by_token(wanted text) RETURNS TABLE (workspace_id uuid, check_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT workspace_id, id FROM satisfaction_checks WHERE token_hash = wanted $$;

CREATE FUNCTION workspaces_with_checks_due(moment timestamptz) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT DISTINCT workspace_id FROM satisfaction_checks WHERE answered_at IS NULL AND ended_at IS NULL AND ends_at <= moment $$;

CREATE TABLE reply_templates (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  id           uuid        NOT NULL,
  name         text        NOT NULL,
  situation    text        NOT NULL DEFAULT '',
  text         text        NOT NULL CHECK (length(text) <= 8000),
  language     text        NOT NULL DEFAULT 'zh-CN',
  -- The name of a starter in the code; makes filling a new workspace once.
  starter      text,
  position     int         NOT NULL DEFAULT 0,
  retired_at   timestamptz,
  changed_by   uuid        REFERENCES people,
  changed_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX reply_templates_starters ON reply_templates (workspace_id, starter) WHERE starter IS NOT NULL;
SELECT hx_isolate('reply_templates');
