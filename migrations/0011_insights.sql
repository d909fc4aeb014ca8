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

-- The echo rate's counts of a day in the workspace's time zone: voices whose first promise fell due on it. `zone` is the
-- zone the day was counted in: when the workspace moves to another, its days are counted anew. Days that are over have a row,
-- those on which nothing fell due as well.
CREATE TABLE daily_echo (
  workspace_id uuid   NOT NULL DEFAULT hx_workspace(),
  day          date   NOT NULL,
  zone         text   NOT NULL,
  asked        bigint NOT NULL,
  answered     bigint NOT NULL,
  told         bigint NOT NULL,
  either       bigint NOT NULL,
  PRIMARY KEY (workspace_id, day)
);
SELECT hx_isolate('daily_echo');

-- Days whose echo no longer holds. Those that are not over yet wait here until they are.
CREATE TABLE stale_echo_days (
  workspace_id uuid   NOT NULL DEFAULT hx_workspace(),
  day          date   NOT NULL,
  marks        bigint NOT NULL DEFAULT 1,
  PRIMARY KEY (workspace_id, day)
);
SELECT hx_isolate('stale_echo_days');

-- Whether days from the first promise to yesterday were never counted: at each midnight, after a load or a new zone. Days
-- are filled in all at once, so it is enough to look at both ends.
CREATE FUNCTION echo_days_missing(workspace uuid, yesterday date, in_zone text) RETURNS boolean
  LANGUAGE sql STABLE SET search_path = public
  AS $$ SELECT EXISTS (
          SELECT FROM (SELECT (p.due_at AT TIME ZONE in_zone)::date AS day FROM promises p
                       WHERE p.workspace_id = workspace AND p.kind IN ('first-answer', 'decision')
                       ORDER BY p.due_at LIMIT 1) earliest,
            LATERAL (VALUES (earliest.day), (yesterday)) AS wanted (day)
          WHERE earliest.day <= yesterday
            AND NOT EXISTS (SELECT FROM daily_echo d WHERE d.workspace_id = workspace AND d.day = wanted.day AND d.zone = in_zone)
            AND NOT EXISTS (SELECT FROM stale_echo_days s WHERE s.workspace_id = workspace AND s.day = wanted.day)) $$;

CREATE FUNCTION workspaces_with_stale_echo_days(moment timestamptz) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT w.id FROM workspaces w, LATERAL (SELECT (moment AT TIME ZONE w.timezone)::date AS today) AS there
        WHERE EXISTS (SELECT FROM stale_echo_days s WHERE s.workspace_id = w.id AND s.day < there.today)
          OR echo_days_missing(w.id, there.today - 1, w.timezone) $$;

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
