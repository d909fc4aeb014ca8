-- One cell of the roll-up: how many voices of a kind fell on a day of the workspace's time zone.
-- Incremental, rebuildable, compared with a recount in a test.
CREATE TABLE daily_counts (
  workspace_id uuid   NOT NULL DEFAULT hx_workspace(),
  day          date   NOT NULL,
  channel      text   NOT NULL,
  sentiment    text   NOT NULL,
  intent       text   NOT NULL,
  voices       bigint NOT NULL,
  PRIMARY KEY (workspace_id, day, channel, sentiment, intent)
);
SELECT hx_isolate('daily_counts');

CREATE TABLE saved_views (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  id           uuid        NOT NULL,
  page         text        NOT NULL,
  name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  query        jsonb       NOT NULL,
  person_id    uuid        NOT NULL REFERENCES people ON DELETE CASCADE,
  shared       boolean     NOT NULL DEFAULT false,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
SELECT hx_isolate('saved_views');
