-- A text that many passed on within few days. `coordinated_texts` are the spellings it was passed on in, by their
-- fingerprints: the voices of a post are those that hold one of them, so that copies that come later are among them, and
-- whoever is erased is not. The figures were true when the last copy came. One that people said is not coordinated has
-- a row in `coordinated_dismissals`, and copies that come later change nothing about it.
CREATE TABLE coordinated_posts (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  id           uuid        NOT NULL,
  found_at     timestamptz NOT NULL,
  voices       int         NOT NULL,
  people       int         NOT NULL,
  unknown      int         NOT NULL,
  channels     text[]      NOT NULL,
  first_at     timestamptz NOT NULL,
  last_at      timestamptz NOT NULL,
  dense_voices int         NOT NULL,
  dense_from   timestamptz NOT NULL,
  dense_to     timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
-- Serves the list, by the last copy.
CREATE INDEX coordinated_posts_by_time ON coordinated_posts (workspace_id, last_at DESC, id DESC);
SELECT hx_isolate('coordinated_posts');

CREATE TABLE coordinated_texts (
  workspace_id uuid   NOT NULL DEFAULT hx_workspace(),
  fingerprint  bigint NOT NULL,
  post_id      uuid   NOT NULL,
  PRIMARY KEY (workspace_id, fingerprint),
  FOREIGN KEY (workspace_id, post_id) REFERENCES coordinated_posts ON DELETE CASCADE
);
CREATE INDEX coordinated_texts_by_post ON coordinated_texts (workspace_id, post_id);
SELECT hx_isolate('coordinated_texts');

CREATE TABLE coordinated_dismissals (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  post_id      uuid        NOT NULL,
  dismissed_by uuid        NOT NULL REFERENCES people,
  dismissed_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, post_id),
  FOREIGN KEY (workspace_id, post_id) REFERENCES coordinated_posts ON DELETE CASCADE
);
SELECT hx_isolate('coordinated_dismissals');

-- Which of these voices, their texts not known to be passed on, have at least so many copies or near-copies around their
-- time. A definer function as find_near_copies is, and for the same reason; each voice is a look into two indexes.
CREATE FUNCTION find_crowded(wanted uuid[], least_bulk int, fewest int, around interval) RETURNS TABLE (feedback_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off
  AS $$ SELECT v.feedback_id FROM voice_signatures v
        WHERE v.workspace_id = hx_workspace() AND v.feedback_id = ANY(wanted) AND v.bulk >= least_bulk
          AND NOT EXISTS (SELECT FROM coordinated_texts t WHERE t.workspace_id = v.workspace_id AND t.fingerprint = v.fingerprint)
          AND fewest <= (SELECT count(*) FROM (
            (SELECT FROM voice_signatures s WHERE s.workspace_id = v.workspace_id AND s.fingerprint = v.fingerprint AND s.feedback_id <> v.feedback_id
               AND s.occurred_at BETWEEN v.occurred_at - around AND v.occurred_at + around LIMIT fewest)
            UNION ALL
            (SELECT FROM voice_signatures s WHERE s.bands && v.bands AND s.workspace_id IS NOT DISTINCT FROM v.workspace_id
               AND s.fingerprint IS DISTINCT FROM v.fingerprint
               AND s.occurred_at BETWEEN v.occurred_at - around AND v.occurred_at + around LIMIT fewest)) AS others) $$;

-- Every voice is looked up by its bands now, and the list of what the index has not taken in yet is read in each look: at
-- 300,000 voices a look took 15 ms with it, 0.2 ms without. Writing a signature costs 0.1 ms more.
ALTER INDEX voice_signatures_by_bands SET (fastupdate = off);

-- A share of the budget is held while somebody asks, and no longer than an answer is waited for: whoever dies meanwhile
-- gives it back by that. `held_until` is null when nothing is held.
ALTER TABLE outside_calls
  ADD COLUMN month      date,
  ADD COLUMN taken      int NOT NULL DEFAULT 0 CHECK (taken >= 0),
  ADD COLUMN held_until timestamptz;
CREATE INDEX outside_calls_held ON outside_calls (workspace_id, held_until) WHERE held_until IS NOT NULL;

-- Where somebody died while asking.
CREATE FUNCTION workspaces_with_lost_shares(moment timestamptz) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT DISTINCT workspace_id FROM outside_calls WHERE held_until < moment $$;
