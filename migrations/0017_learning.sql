-- How a workspace reads: what it has learned that is live, its own words, and whether two people judge each voice.
-- `revision` counts what people changed by hand so that voices are to be read again. No row says that all is as shipped.
CREATE TABLE reading_settings (
  workspace_id  uuid    PRIMARY KEY DEFAULT hx_workspace(),
  live_version  int     NOT NULL DEFAULT 0,
  revision      int     NOT NULL DEFAULT 0,
  words         text[]  NOT NULL DEFAULT '{}',
  two_reviewers boolean NOT NULL DEFAULT false,
  -- The newest correction that the last lesson knew of; ids are in order of time.
  learned_until uuid
);
SELECT hx_isolate('reading_settings');

-- What voices are read with: the engine, what is learned on top, and what was changed by hand.
CREATE FUNCTION reading_version(by_engine text, live int, revised int) RETURNS text
  LANGUAGE sql IMMUTABLE
  AS $$ SELECT by_engine || CASE WHEN live > 0 THEN '+w' || live ELSE '' END || CASE WHEN revised > 0 THEN '+r' || revised ELSE '' END $$;

CREATE OR REPLACE FUNCTION workspaces_understood_otherwise(by_version text) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT w.id FROM workspaces w
        LEFT JOIN reading_settings s ON s.workspace_id = w.id
        CROSS JOIN LATERAL (SELECT reading_version(by_version, coalesce(s.live_version, 0), coalesce(s.revision, 0)) AS version) r
        WHERE EXISTS (SELECT FROM understandings u WHERE u.workspace_id = w.id AND u.engine_version < r.version)
           OR EXISTS (SELECT FROM understandings u WHERE u.workspace_id = w.id AND u.engine_version > r.version) $$;

-- What was learned from this workspace's judgements, each time, with how right it was; `head` and `body` are the weights.
-- Of old versions only the figures are kept.
CREATE TABLE learned_versions (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  number       int         NOT NULL,
  made_at      timestamptz NOT NULL,
  judgements   int         NOT NULL,
  went_live    boolean     NOT NULL,
  lessons      jsonb       NOT NULL,
  figures      jsonb       NOT NULL,
  head         jsonb,
  body         bytea,
  PRIMARY KEY (workspace_id, number)
);
SELECT hx_isolate('learned_versions');

-- Which workspaces have so many voices corrected or confirmed since their last lesson.
CREATE FUNCTION workspaces_to_teach(at_least int) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT w.id FROM workspaces w LEFT JOIN reading_settings s ON s.workspace_id = w.id
        WHERE (SELECT count(DISTINCT fresh.feedback_id) FROM (
                 SELECT c.feedback_id FROM corrections c
                 WHERE c.workspace_id = w.id AND c.id > coalesce(s.learned_until, '00000000-0000-0000-0000-000000000000') AND c.field <> 'urgency'
                 ORDER BY c.id LIMIT at_least * 20) AS fresh) >= at_least $$;

-- What each person said of a voice in the review queue; `was` is what the engine said. What is settled is a correction.
CREATE TABLE judgements (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  feedback_id  uuid        NOT NULL,
  field        text        NOT NULL CHECK (field IN ('sentiment', 'intent', 'categories')),
  judged_by    uuid        NOT NULL REFERENCES people,
  value        jsonb       NOT NULL,
  was          jsonb       NOT NULL,
  -- False where the person saw what another had said.
  blind        boolean     NOT NULL,
  judged_at    timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, feedback_id, field, judged_by)
);
CREATE INDEX judgements_by_time ON judgements (workspace_id, judged_at, feedback_id, judged_by);
SELECT hx_isolate('judgements');

-- Voices that one person has judged and that wait for another, or that two judged differently.
CREATE TABLE open_reviews (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  feedback_id  uuid        NOT NULL,
  state        text        NOT NULL CHECK (state IN ('second', 'differs')),
  since        timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, feedback_id)
);
CREATE INDEX open_reviews_by_state ON open_reviews (workspace_id, state, since);
SELECT hx_isolate('open_reviews');

-- How unsure the reading is, and where the voice stands in the review queue: the logarithm of doubt × influence plus the
-- time it occurred at in units of its fading, an order that does not change as time goes by. NULL where nothing is in doubt.
ALTER TABLE understandings
  ADD COLUMN doubt_sentiment  real,
  ADD COLUMN doubt_intent     real,
  ADD COLUMN doubt_categories real,
  ADD COLUMN review_rank      double precision;
CREATE INDEX understandings_to_review ON understandings (workspace_id, review_rank DESC, feedback_id DESC)
  WHERE review_rank IS NOT NULL AND NOT corrected AND NOT set_aside;
