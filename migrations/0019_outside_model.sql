-- Whether a workspace lets a model outside help, and how much it may cost in a month. No row: it does not.
CREATE TABLE outside_model_settings (
  workspace_id   uuid        PRIMARY KEY DEFAULT hx_workspace() REFERENCES workspaces (id) ON DELETE CASCADE,
  enabled        boolean     NOT NULL,
  monthly_tokens int         NOT NULL CHECK (monthly_tokens BETWEEN 0 AND 100000000),
  monthly_calls  int         NOT NULL CHECK (monthly_calls BETWEEN 0 AND 1000000),
  changed_by     uuid        NOT NULL REFERENCES people (id),
  changed_at     timestamptz NOT NULL
);
SELECT hx_isolate('outside_model_settings');

-- What was used of it, by the months of the workspace's own calendar. One row for all nodes: whoever asks locks it, takes
-- its share before anything is sent, and gives back what was not used.
CREATE TABLE outside_model_months (
  workspace_id uuid   NOT NULL DEFAULT hx_workspace() REFERENCES workspaces (id) ON DELETE CASCADE,
  month        date   NOT NULL CHECK (extract(day FROM month) = 1),
  tokens       bigint NOT NULL CHECK (tokens >= 0),
  calls        int    NOT NULL CHECK (calls >= 0),
  PRIMARY KEY (workspace_id, month)
);
SELECT hx_isolate('outside_model_months');

-- Everything that was sent to the model outside, exactly as it was sent, and what came back. Whose words it was about
-- stands beside it, so that it goes when they are erased.
CREATE TABLE outside_calls (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace() REFERENCES workspaces (id) ON DELETE CASCADE,
  id           uuid        NOT NULL,
  at           timestamptz NOT NULL,
  person_id    uuid        REFERENCES people (id),
  purpose      text        NOT NULL CHECK (purpose IN ('draft', 'summary', 'theme-names', 'trial')),
  case_id      uuid,
  customer_id  uuid,
  feedback_ids uuid[]      NOT NULL DEFAULT '{}',
  model        text        NOT NULL CHECK (length(model) <= 200),
  sent         jsonb       NOT NULL,
  received     text        NOT NULL DEFAULT '' CHECK (length(received) <= 20000),
  outcome      text        NOT NULL DEFAULT 'asked'
               CHECK (outcome IN ('asked', 'answered', 'away', 'slow', 'busy', 'key', 'unfit', 'rubbish')),
  tokens_sent     int      NOT NULL DEFAULT 0 CHECK (tokens_sent >= 0),
  tokens_received int      NOT NULL DEFAULT 0 CHECK (tokens_received >= 0),
  ms           int         CHECK (ms >= 0),
  erased_at    timestamptz,
  PRIMARY KEY (workspace_id, id)
);
-- Serves the page of the log, newest first. One customer's erasure reads a workspace's whole log: a few thousand rows, for
-- the budget bounds a month and three months are kept.
CREATE INDEX outside_calls_by_time ON outside_calls (workspace_id, at DESC, id DESC);
-- Serves forgetting, over all workspaces.
CREATE INDEX outside_calls_by_age ON outside_calls (at);
SELECT hx_isolate('outside_calls');

-- Takes out what is past its time, in every workspace.
CREATE FUNCTION forget_outside_calls(before timestamptz) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
  AS $$
DECLARE gone int;
BEGIN
  DELETE FROM outside_calls WHERE at < before;
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;
