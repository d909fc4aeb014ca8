-- The workspace's taxonomy: up to three levels, with definitions; retired, never deleted.
CREATE TABLE categories (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  id           uuid        NOT NULL,
  parent_id    uuid,
  key          text        NOT NULL,
  names        jsonb       NOT NULL,
  definition   text        NOT NULL DEFAULT '',
  words        text[]      NOT NULL DEFAULT '{}',
  position     int         NOT NULL DEFAULT 0,
  retired_at   timestamptz,
  merged_into  uuid,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, key),
  FOREIGN KEY (workspace_id, parent_id) REFERENCES categories
);
SELECT hx_isolate('categories');

CREATE TABLE category_changes (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  id           uuid        NOT NULL,
  category_id  uuid        NOT NULL,
  change       jsonb       NOT NULL,
  changed_by   uuid        REFERENCES people,
  changed_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
SELECT hx_isolate('category_changes');

-- What is understood of one feedback: what this version of the engine found, with people's corrections
-- applied. Derived; can be thrown away and made again. Carries what lists filter and order by.
CREATE TABLE understandings (
  workspace_id      uuid        NOT NULL DEFAULT hx_workspace(),
  feedback_id       uuid        NOT NULL,
  occurred_at       timestamptz NOT NULL,
  channel           text        NOT NULL,
  engine_version    text        NOT NULL,
  language          text        NOT NULL,
  sentiment         text        NOT NULL CHECK (sentiment IN ('positive', 'neutral', 'negative')),
  score             real        NOT NULL,
  confidence        real        NOT NULL,
  intent            text        NOT NULL CHECK (intent IN ('complaint', 'suggestion', 'question', 'praise', 'churn', 'other')),
  intent_confidence real        NOT NULL,
  urgency           text        NOT NULL CHECK (urgency IN ('low', 'normal', 'high', 'critical')),
  urgency_reasons   text[]      NOT NULL DEFAULT '{}',
  categories        uuid[]      NOT NULL DEFAULT '{}',
  keywords          jsonb       NOT NULL DEFAULT '[]',
  pii               jsonb       NOT NULL DEFAULT '[]',
  corrected         boolean     NOT NULL DEFAULT false,
  set_aside         boolean     NOT NULL DEFAULT false,
  tokens            tsvector    NOT NULL DEFAULT '',
  understood_at     timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, feedback_id)
);
-- Serve the explorer: newest first by each facet, and by words.
CREATE INDEX understandings_by_time ON understandings (workspace_id, occurred_at DESC, feedback_id DESC);
CREATE INDEX understandings_by_sentiment ON understandings (workspace_id, sentiment, occurred_at DESC, feedback_id DESC);
CREATE INDEX understandings_by_intent ON understandings (workspace_id, intent, occurred_at DESC, feedback_id DESC);
CREATE INDEX understandings_set_aside ON understandings (workspace_id, occurred_at DESC, feedback_id DESC) WHERE set_aside;
CREATE INDEX understandings_by_words ON understandings USING gin (tokens);
CREATE INDEX understandings_by_version ON understandings (workspace_id, engine_version);
SELECT hx_isolate('understandings');

-- One clause-level opinion. Offsets are UTF-16 code units of the feedback's text.
CREATE TABLE aspects (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  feedback_id  uuid        NOT NULL,
  ordinal      int         NOT NULL,
  category_id  uuid        NOT NULL,
  polarity     text        NOT NULL CHECK (polarity IN ('positive', 'neutral', 'negative')),
  confidence   real        NOT NULL,
  starts       int         NOT NULL,
  ends         int         NOT NULL,
  occurred_at  timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, feedback_id, ordinal)
);
CREATE INDEX aspects_by_category ON aspects (workspace_id, category_id, occurred_at DESC, feedback_id DESC);
SELECT hx_isolate('aspects');

-- understandings.categories with a row for each, so that one category is read in order of time. A person's
-- correction changes these; aspects stay what the engine found in the words.
CREATE TABLE feedback_categories (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  category_id  uuid        NOT NULL,
  feedback_id  uuid        NOT NULL,
  occurred_at  timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, feedback_id, category_id)
);
CREATE INDEX feedback_categories_by_time ON feedback_categories (workspace_id, category_id, occurred_at DESC, feedback_id DESC);
SELECT hx_isolate('feedback_categories');

-- Which workspaces have something that another version of the engine understood.
CREATE FUNCTION workspaces_understood_otherwise(by_version text) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT w.id FROM workspaces w
        WHERE EXISTS (SELECT FROM understandings u WHERE u.workspace_id = w.id AND u.engine_version < by_version)
           OR EXISTS (SELECT FROM understandings u WHERE u.workspace_id = w.id AND u.engine_version > by_version) $$;

-- Voices that hold all of `wanted`, newest first, after (before_at, before_id) when given. A definer function,
-- because row security lets no index of words be used (@@ is not leakproof); it keeps to the workspace itself.
-- A common word is found among the newest few thousand, a rare one through the index of words, and how common a word
-- is cannot be known before: one that no statistics hold is taken for common, and a walk back through time for it
-- took 17 s at 1,000,000 voices. So the newest are looked at first, and when they do not fill the page, the words.
CREATE FUNCTION find_voices(wanted tsquery, of_channel text, of_sentiment text, of_intent text, of_categories uuid[], aside boolean,
                            from_at timestamptz, to_at timestamptz, before_at timestamptz, before_id uuid, at_most int)
RETURNS TABLE (feedback_id uuid, occurred_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  looked_at int;
  -- What an index keeps in order of time: the more telling of the two, or all of the workspace.
  walked constant text := ' u.workspace_id = $1'
    || CASE WHEN of_intent IS NOT NULL THEN ' AND u.intent = $5' WHEN of_sentiment IS NOT NULL THEN ' AND u.sentiment = $4' ELSE '' END
    || CASE WHEN from_at IS NULL THEN '' ELSE ' AND u.occurred_at >= $8' END
    || CASE WHEN to_at IS NULL THEN '' ELSE ' AND u.occurred_at < $9' END
    || CASE WHEN before_at IS NULL THEN '' ELSE ' AND (u.occurred_at, u.feedback_id) < ($10, $11)' END;
  filtered constant text := ' u.tokens @@ $2'
    || CASE WHEN of_channel IS NULL THEN '' ELSE ' AND u.channel = $3' END
    || CASE WHEN of_sentiment IS NULL THEN '' ELSE ' AND u.sentiment = $4' END
    || CASE WHEN of_categories IS NULL THEN '' ELSE ' AND u.categories && $6' END
    || CASE WHEN aside IS NULL THEN '' ELSE ' AND u.set_aside = $7' END;
  ordered constant text := ' ORDER BY u.occurred_at DESC, u.feedback_id DESC LIMIT ';
  found_now int;
  found_so_far int := 0;
  all_of_them constant real := (SELECT reltuples FROM pg_class WHERE oid = 'understandings'::regclass);
BEGIN
  -- A second, longer walk when the first shows that it ends soon, and sooner than the index of words can gather
  -- all that have them: of so many in 4,000, it reads at_most * 4000 / found; the index, all_of_them * found / 4000.
  FOREACH looked_at IN ARRAY ARRAY[4000, 40000] LOOP
    EXIT WHEN looked_at > 4000
      AND (found_so_far * 10 < at_most OR at_most * 4000.0 * 4000 > 2 * all_of_them * found_so_far * found_so_far);
    RETURN QUERY EXECUTE
      'SELECT u.feedback_id, u.occurred_at FROM (SELECT * FROM understandings u WHERE' || walked || ordered || looked_at || ') AS u WHERE' || filtered || ordered || '$12 OFFSET $13'
      USING hx_workspace(), wanted, of_channel, of_sentiment, of_intent, of_categories, aside, from_at, to_at, before_at, before_id, at_most - found_so_far, found_so_far;
    GET DIAGNOSTICS found_now = ROW_COUNT;
    found_so_far := found_so_far + found_now;
    IF found_so_far >= at_most THEN RETURN; END IF;
  END LOOP;
  -- All looks give what comes first in the same order, so each continues behind the one before.
  RETURN QUERY EXECUTE
    'WITH all_found AS MATERIALIZED (SELECT u.feedback_id, u.occurred_at FROM understandings u WHERE' || walked || ' AND' || filtered || ')
     SELECT u.feedback_id, u.occurred_at FROM all_found u' || ordered || '$12 OFFSET $13'
    USING hx_workspace(), wanted, of_channel, of_sentiment, of_intent, of_categories, aside, from_at, to_at, before_at, before_id, at_most - found_so_far, found_so_far;
END $$;

-- What a person said instead. The newest of a field wins.
CREATE TABLE corrections (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  id           uuid        NOT NULL,
  feedback_id  uuid        NOT NULL,
  field        text        NOT NULL CHECK (field IN ('sentiment', 'intent', 'categories', 'urgency')),
  value        jsonb       NOT NULL,
  was          jsonb       NOT NULL,
  corrected_by uuid        REFERENCES people,
  corrected_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX corrections_by_feedback ON corrections (workspace_id, feedback_id, corrected_at DESC);
SELECT hx_isolate('corrections');
