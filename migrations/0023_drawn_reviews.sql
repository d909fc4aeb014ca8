-- Where a voice stands among those that are drawn by chance to be judged: an order that knows nothing of doubt, so that
-- figures of the drawn are figures of what nobody had judged. `owed` says that a case is open for the voice: a wrong
-- label would change what a customer was promised. Both are written with the next reading.
ALTER TABLE understandings
  ADD COLUMN draw_rank double precision,
  ADD COLUMN owed      boolean NOT NULL DEFAULT false;
CREATE INDEX understandings_to_draw ON understandings (workspace_id, draw_rank DESC, feedback_id DESC)
  WHERE draw_rank IS NOT NULL AND NOT corrected AND NOT set_aside;

-- `drawn`: the voice came up by chance. `along_with`: the voice that the person looked at; this one is a near-copy of it and
-- was judged along. What was judged along holds, but is one judgement, learned from once.
ALTER TABLE judgements
  ADD COLUMN drawn      boolean NOT NULL DEFAULT false,
  ADD COLUMN along_with uuid;
CREATE INDEX judgements_drawn ON judgements (workspace_id, feedback_id) WHERE drawn;
CREATE INDEX judgements_along ON judgements (workspace_id, along_with) WHERE along_with IS NOT NULL;
ALTER TABLE corrections ADD COLUMN along_with uuid;

CREATE OR REPLACE FUNCTION workspaces_to_teach(at_least int) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT w.id FROM workspaces w LEFT JOIN reading_settings s ON s.workspace_id = w.id
        WHERE (SELECT count(DISTINCT fresh.feedback_id) FROM (
                 SELECT c.feedback_id FROM corrections c
                 WHERE c.workspace_id = w.id AND c.id > coalesce(s.learned_until, '00000000-0000-0000-0000-000000000000') AND c.field <> 'urgency'
                   AND c.along_with IS NULL
                 ORDER BY c.id LIMIT at_least * 20) AS fresh) >= at_least $$;

-- Workspaces where one person is enough, with voices that still wait for a second.
CREATE FUNCTION workspaces_with_single_words() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT w.id FROM workspaces w
        WHERE EXISTS (SELECT FROM open_reviews o WHERE o.workspace_id = w.id AND o.state = 'second')
          AND NOT EXISTS (SELECT FROM reading_settings s WHERE s.workspace_id = w.id AND s.two_reviewers) $$;

-- A category that was parted, so that all of it can be taken back: `parts` are the categories made, `corrections` what was
-- filed with it.
CREATE TABLE splits (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  id           uuid        NOT NULL,
  category_id  uuid        NOT NULL,
  place        text        NOT NULL CHECK (place IN ('below', 'instead')),
  parts        uuid[]      NOT NULL,
  corrections  uuid[]      NOT NULL,
  made_by      uuid        NOT NULL REFERENCES people,
  made_at      timestamptz NOT NULL,
  undone_at    timestamptz,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX splits_by_category ON splits (workspace_id, category_id, id);
SELECT hx_isolate('splits');
