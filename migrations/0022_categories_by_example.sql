-- What shows the engine a category: texts that belong to it, and texts that do not. A text is pasted, with what is personal
-- masked, or it is a voice, whose words stay where they are kept and go with them. What is merged keeps its own rows, and
-- counts where it was merged to.
CREATE TABLE category_examples (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  id           uuid        NOT NULL,
  category_id  uuid        NOT NULL,
  feedback_id  uuid,
  text         text        CHECK (text <> ''),
  belongs      boolean     NOT NULL,
  -- It was found by what was learned before: it tells nothing of where the edge lies.
  was_found    boolean     NOT NULL DEFAULT false,
  added_by     uuid        REFERENCES people,
  added_at     timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, category_id) REFERENCES categories,
  CHECK ((feedback_id IS NULL) <> (text IS NULL))
);
CREATE UNIQUE INDEX category_examples_by_text ON category_examples (workspace_id, category_id, md5(text)) WHERE text IS NOT NULL;
CREATE UNIQUE INDEX category_examples_by_voice ON category_examples (workspace_id, category_id, feedback_id) WHERE feedback_id IS NOT NULL;
-- Serves the erasure of a customer.
CREATE INDEX category_examples_of_voice ON category_examples (workspace_id, feedback_id) WHERE feedback_id IS NOT NULL;
SELECT hx_isolate('category_examples');

-- What was learned of a category from its examples, and whether voices are read with it. `changes` counts what changed of
-- the examples, the definition and the judgements; `fitted` is the count that the last fit knew. `head` and `body` are the
-- weights, NULL where there is too little to learn from. Derived but for `live_since`: can be thrown away and made again.
CREATE TABLE category_fits (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  category_id  uuid        NOT NULL,
  changes      int         NOT NULL DEFAULT 1,
  fitted       int         NOT NULL DEFAULT 0,
  tried_at     timestamptz,
  failed       boolean     NOT NULL DEFAULT false,
  number       int         NOT NULL DEFAULT 0,
  made_at      timestamptz,
  form         text,
  learned_from jsonb,
  figures      jsonb,
  preview      jsonb,
  head         jsonb,
  body         bytea,
  live_since   timestamptz,
  PRIMARY KEY (workspace_id, category_id),
  FOREIGN KEY (workspace_id, category_id) REFERENCES categories
);
SELECT hx_isolate('category_fits');

-- Where a category in use is to be learned anew, by what the engine's form is now: not sooner than `rest` after the last
-- time, and later where that failed.
CREATE FUNCTION workspaces_with_categories_to_fit(moment timestamptz, rest interval, after_failure interval, by_form text) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT DISTINCT f.workspace_id FROM category_fits f
        JOIN categories c ON c.workspace_id = f.workspace_id AND c.id = f.category_id AND c.retired_at IS NULL
        WHERE (f.changes > f.fitted OR f.form <> by_form)
          AND (f.tried_at IS NULL OR f.tried_at <= moment - CASE WHEN f.failed THEN after_failure ELSE rest END) $$;

-- The version that voices are not to be read again with: a person stopped it. The next change begins anew.
ALTER TABLE reading_settings ADD COLUMN stopped_at text;

CREATE OR REPLACE FUNCTION workspaces_understood_otherwise(by_version text) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT w.id FROM workspaces w
        LEFT JOIN reading_settings s ON s.workspace_id = w.id
        CROSS JOIN LATERAL (SELECT reading_version(by_version, coalesce(s.live_version, 0), coalesce(s.revision, 0)) AS version) r
        WHERE r.version IS DISTINCT FROM s.stopped_at
          AND (EXISTS (SELECT FROM understandings u WHERE u.workspace_id = w.id AND u.engine_version < r.version)
           OR EXISTS (SELECT FROM understandings u WHERE u.workspace_id = w.id AND u.engine_version > r.version)) $$;
