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

-- Voices a day spoke of a category, by polarity.
CREATE TABLE daily_categories (
  workspace_id uuid   NOT NULL DEFAULT hx_workspace(),
  day          date   NOT NULL,
  category_id  uuid   NOT NULL,
  polarity     text   NOT NULL,
  voices       bigint NOT NULL,
  PRIMARY KEY (workspace_id, day, category_id, polarity)
);
SELECT hx_isolate('daily_categories');

-- Days whose cells no longer hold: a job counts them again and removes the row.
CREATE TABLE stale_days (
  workspace_id uuid   NOT NULL DEFAULT hx_workspace(),
  day          date   NOT NULL,
  marks        bigint NOT NULL DEFAULT 1,
  PRIMARY KEY (workspace_id, day)
);
SELECT hx_isolate('stale_days');

CREATE FUNCTION workspaces_with_stale_days() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT DISTINCT workspace_id FROM stale_days $$;

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
