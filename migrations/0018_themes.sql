-- What many voices speak of, found by a search over the newest of them. `number` is the identity that the search keeps
-- from night to night; `name` is what a person calls it. A theme is retired when a search finds it no more; what was
-- filed under it stays. One that is merged counts as another and can be taken out again. Examples name voices and
-- stretches of them (UTF-16 units of subject, line break, text), so that no words of anybody are kept here.
CREATE TABLE themes (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  id           uuid        NOT NULL,
  number       int         NOT NULL CHECK (number > 0),
  name         text        CHECK (length(name) BETWEEN 1 AND 80),
  words        jsonb       NOT NULL,
  examples     jsonb       NOT NULL,
  size         int         NOT NULL,
  found_at     timestamptz NOT NULL,
  first_seen   timestamptz NOT NULL,
  last_seen    timestamptz NOT NULL,
  retired_at   timestamptz,
  hidden_at    timestamptz,
  merged_into  int,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, number),
  FOREIGN KEY (workspace_id, merged_into) REFERENCES themes (workspace_id, number)
);
SELECT hx_isolate('themes');

-- Which theme a voice was read into; 0 where it speaks of nothing that many speak of.
CREATE TABLE theme_voices (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  feedback_id  uuid        NOT NULL,
  theme        int         NOT NULL,
  confidence   real        NOT NULL,
  occurred_at  timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, feedback_id)
);
-- Serves lists of a theme's voices, newest first.
CREATE INDEX theme_voices_by_time ON theme_voices (workspace_id, theme, occurred_at DESC, feedback_id DESC);
SELECT hx_isolate('theme_voices');

-- One cell of the roll-up, counted anew together with daily_counts.
CREATE TABLE daily_themes (
  workspace_id uuid   NOT NULL DEFAULT hx_workspace(),
  day          date   NOT NULL,
  theme        int    NOT NULL,
  sentiment    text   NOT NULL,
  voices       bigint NOT NULL,
  PRIMARY KEY (workspace_id, day, theme, sentiment)
);
SELECT hx_isolate('daily_themes');

-- One search for themes. The newest that is done holds what is needed to read new voices (head and body of the model);
-- earlier ones have let go of it. `attempts` counts how often it was begun: a worker that was killed leaves it running.
CREATE TABLE theme_runs (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  id           uuid        NOT NULL,
  state        text        NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'cancelled', 'failed')),
  asked_by     uuid        REFERENCES people,
  asked_at     timestamptz NOT NULL,
  started_at   timestamptz,
  finished_at  timestamptz,
  attempts     int         NOT NULL DEFAULT 0,
  progress     real        NOT NULL DEFAULT 0,
  voices       int,
  left_out     int,
  themes       int,
  took_ms      int,
  parameters   jsonb       NOT NULL DEFAULT '{}',
  failure      text,
  model_head   text,
  model_body   bytea,
  PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX theme_runs_open ON theme_runs (workspace_id) WHERE state IN ('waiting', 'running');
CREATE INDEX theme_runs_by_time ON theme_runs (workspace_id, asked_at DESC, id DESC);
CREATE UNIQUE INDEX theme_runs_model ON theme_runs (workspace_id) WHERE model_head IS NOT NULL;
SELECT hx_isolate('theme_runs');

-- Voices understood since the last search began; and how often voices were filed, all told and when bursts were looked for.
CREATE TABLE theme_news (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  heard        bigint      NOT NULL DEFAULT 0,
  marks        bigint      NOT NULL DEFAULT 1,
  looked       bigint      NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace_id)
);
SELECT hx_isolate('theme_news');

-- A theme that many more spoke of than its share of earlier weeks leads to expect: the figures of its highest week, and
-- when it was over. One row from its beginning to its end, so that people hear of it once.
CREATE TABLE theme_bursts (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  theme        int         NOT NULL,
  began_at     timestamptz NOT NULL,
  seen_at      timestamptz NOT NULL,
  ended_at     timestamptz,
  count        int         NOT NULL,
  expected     real        NOT NULL,
  usual_low    int         NOT NULL,
  usual_high   int         NOT NULL,
  chance       real        NOT NULL,
  weeks        int         NOT NULL,
  PRIMARY KEY (workspace_id, theme, began_at)
);
CREATE UNIQUE INDEX theme_bursts_open ON theme_bursts (workspace_id, theme) WHERE ended_at IS NULL;
SELECT hx_isolate('theme_bursts');

-- Where a search is due: one waits or was left behind; the first one, as soon as there are voices enough; one by night when
-- something was said since; one by day when as many voices came as the last one looked at.
CREATE FUNCTION workspaces_with_themes_due(moment timestamptz, fewest int, night interval) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT w.id FROM workspaces w
        LEFT JOIN LATERAL (SELECT r.state, r.asked_at FROM theme_runs r WHERE r.workspace_id = w.id
                           ORDER BY r.asked_at DESC, r.id DESC LIMIT 1) AS last ON true
        LEFT JOIN LATERAL (SELECT r.voices FROM theme_runs r WHERE r.workspace_id = w.id AND r.state = 'done'
                           ORDER BY r.asked_at DESC, r.id DESC LIMIT 1) AS done ON true
        LEFT JOIN theme_news n ON n.workspace_id = w.id
        WHERE CASE
          WHEN last.state IS NULL THEN
            (SELECT count(*) FROM (SELECT FROM understandings u WHERE u.workspace_id = w.id LIMIT fewest) AS first_few) >= fewest
          WHEN last.state IN ('waiting', 'running') THEN true
          WHEN n.heard >= greatest(fewest, done.voices) THEN true
          ELSE n.heard > 0
            AND last.asked_at < (date_trunc('day', (moment AT TIME ZONE w.timezone) - night) + night) AT TIME ZONE w.timezone
        END $$;

-- Where voices were filed since bursts were last looked for, and every day is counted.
CREATE FUNCTION workspaces_with_theme_news() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT n.workspace_id FROM theme_news n
        WHERE n.looked < n.marks
          AND EXISTS (SELECT FROM themes t WHERE t.workspace_id = n.workspace_id)
          AND NOT EXISTS (SELECT FROM stale_days s WHERE s.workspace_id = n.workspace_id) $$;
