-- One voice at one moment on one channel. Written once, never edited. No foreign keys here: this is the
-- ingest path, and nothing it names can go away without taking the row along.
CREATE TABLE feedback (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  id           uuid        NOT NULL,
  channel      text        NOT NULL,
  source_id    text        COLLATE "C",
  customer_id  uuid,
  subject      text        NOT NULL DEFAULT '',
  text         text        NOT NULL DEFAULT '',
  language     text,
  occurred_at  timestamptz NOT NULL,
  received_at  timestamptz NOT NULL,
  query_code   text        NOT NULL UNIQUE,
  url          text,
  facts        jsonb       NOT NULL DEFAULT '{}',
  -- Quiet feedback (imports, demo, anything older than 24 h) opens no case and sends nothing.
  quiet        boolean     NOT NULL DEFAULT false,
  -- Set when the customer's data were erased: text, subject, facts and customer are gone, the count stays.
  erased_at    timestamptz,
  PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX feedback_by_source ON feedback (workspace_id, channel, source_id) WHERE source_id IS NOT NULL;
CREATE INDEX feedback_by_time ON feedback (workspace_id, occurred_at DESC, id DESC);
CREATE INDEX feedback_by_channel ON feedback (workspace_id, channel, occurred_at DESC, id DESC);
CREATE INDEX feedback_by_customer ON feedback (workspace_id, customer_id, occurred_at DESC) WHERE customer_id IS NOT NULL;
SELECT hx_isolate('feedback');

CREATE TABLE feedback_scores (
  workspace_id uuid NOT NULL DEFAULT hx_workspace(),
  feedback_id  uuid NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('nps', 'csat', 'ces', 'rating')),
  value        real NOT NULL,
  low          real NOT NULL,
  high         real NOT NULL,
  occurred_at  timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, feedback_id, kind)
);
CREATE INDEX feedback_scores_by_time ON feedback_scores (workspace_id, kind, occurred_at) INCLUDE (value);
SELECT hx_isolate('feedback_scores');

-- An Idempotency-Key of one caller and the feedback it made.
CREATE TABLE feedback_keys (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  person_id    uuid        NOT NULL,
  key          text        COLLATE "C" NOT NULL,
  body_hash    text        NOT NULL,
  feedback_id  uuid        NOT NULL,
  received_at  timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, person_id, key)
);
SELECT hx_isolate('feedback_keys');

CREATE TABLE feedback_attachments (
  workspace_id  uuid NOT NULL DEFAULT hx_workspace(),
  feedback_id   uuid NOT NULL,
  attachment_id uuid NOT NULL,
  PRIMARY KEY (workspace_id, feedback_id, attachment_id)
);
SELECT hx_isolate('feedback_attachments');

-- Spam and the like: set aside, not deleted; restoring deletes this row.
CREATE TABLE set_asides (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  feedback_id  uuid        NOT NULL,
  reason       text        NOT NULL,
  set_by       uuid        REFERENCES people,
  set_at       timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, feedback_id)
);
SELECT hx_isolate('set_asides');

-- Writes many feedbacks in one statement, so that one commit serves all who wait for it. Each of `incoming` is
-- {n, id, code, channel, source, subject, text, language, occurred, received (ms), url, facts, quiet, customer_id,
-- customer, scores, attachments, person, key, hash}; the counts say which steps are needed at all, and `wakes` whether
-- those who relay news are woken at once.
-- Gives only the rows that were not added as they are: 'already' there, 'other-body' for a key that was used for
-- something else, 'again' when the query code was taken by chance.
-- Runs as the caller, so that row-level security holds inside as well. Locks are taken in one order by everyone
-- (customers, keys, sources, each sorted), so that two batches never wait for each other in a circle. The JSON is
-- read once for all four tables: reading it costs as much as writing one of them.
CREATE FUNCTION receive_feedback(of_workspace uuid, incoming jsonb, peopled int, attached int, wakes boolean)
RETURNS TABLE (n int, outcome text, id uuid, received_at timestamptz, query_code text)
-- Its plans are kept by the connection, and the first are made while the tables are empty: only by index do they stay
-- right when a file of 100,000 rows follows.
LANGUAGE plpgsql SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  people     jsonb;
  added      int;
  given      record;
  known      uuid;
  known_hash text;
BEGIN
  PERFORM set_config('hx.workspace', of_workspace::text, true);

  -- One voice alone, as when few send: plain statements start several times faster than the set-wise one below.
  IF jsonb_array_length(incoming) = 1 AND peopled = 0 AND attached = 0 THEN
    SELECT * INTO given FROM jsonb_to_record(incoming->0) AS r (n int, id uuid, code text, channel text, source text, subject text, text text,
      language text, occurred float8, received float8, url text, facts jsonb, quiet boolean, customer_id uuid, scores jsonb, person uuid, key text, hash text);
    IF given.key IS NOT NULL THEN
      INSERT INTO feedback_keys (workspace_id, person_id, key, body_hash, feedback_id, received_at)
        VALUES (of_workspace, given.person, given.key, given.hash, given.id, to_timestamp(given.received / 1000.0)) ON CONFLICT DO NOTHING;
    END IF;
    IF given.key IS NULL OR FOUND THEN
      INSERT INTO feedback (workspace_id, id, channel, source_id, customer_id, subject, text, language, occurred_at, received_at, query_code, url, facts, quiet)
        VALUES (of_workspace, given.id, given.channel, given.source, given.customer_id, coalesce(given.subject, ''), coalesce(given.text, ''), given.language,
                to_timestamp(given.occurred / 1000.0), to_timestamp(given.received / 1000.0), given.code, given.url, coalesce(given.facts, '{}'),
                coalesce(given.quiet, false)) ON CONFLICT DO NOTHING;
      IF FOUND THEN
        IF given.scores IS NOT NULL THEN
          INSERT INTO feedback_scores (workspace_id, feedback_id, kind, value, low, high, occurred_at)
            SELECT of_workspace, given.id, s.kind, s.value, s.low, s.high, to_timestamp(given.occurred / 1000.0)
            FROM jsonb_to_recordset(given.scores) AS s (kind text, value real, low real, high real);
        END IF;
        INSERT INTO outbox (workspace_id, name, payload)
          VALUES (of_workspace, CASE WHEN given.quiet THEN 'feedback.received-quietly' ELSE 'feedback.received' END,
                  jsonb_build_object('feedbackId', given.id, 'channel', given.channel, 'occurredAt', given.occurred::bigint, 'receivedAt', given.received::bigint,
                    'quiet', coalesce(given.quiet, false), 'customerId', CASE WHEN given.customer_id IS NOT NULL THEN customer_root(given.customer_id) END));
        IF wakes THEN PERFORM pg_notify('hx_outbox', ''); END IF;
        RETURN;
      END IF;
    END IF;
  END IF;

  IF peopled > 0 THEN
    SELECT jsonb_object_agg(p.n, p.customer_id) INTO people FROM recognise_customers(
      (SELECT jsonb_agg(r->'customer' || jsonb_build_object('n', r->'n')) FROM jsonb_array_elements(incoming) r WHERE r ? 'customer'),
      to_timestamp((incoming->0->>'received')::float8 / 1000.0)) p;
  END IF;

  WITH given AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(incoming) AS r (n int, id uuid, code text, channel text, source text, subject text, text text,
      language text, occurred float8, received float8, url text, facts jsonb, quiet boolean, customer_id uuid, scores jsonb, person uuid, key text, hash text)
  ), claimed AS (
    INSERT INTO feedback_keys (workspace_id, person_id, key, body_hash, feedback_id, received_at)
      SELECT of_workspace, person, key, hash, id, to_timestamp(received / 1000.0) FROM given WHERE key IS NOT NULL ORDER BY person, key COLLATE "C", n
      ON CONFLICT DO NOTHING
      RETURNING feedback_id
  ), written AS (
    INSERT INTO feedback (workspace_id, id, channel, source_id, customer_id, subject, text, language, occurred_at, received_at, query_code, url, facts, quiet)
      SELECT of_workspace, id, channel, source, coalesce((people->>n::text)::uuid, customer_id), coalesce(subject, ''), coalesce(text, ''), language,
             to_timestamp(occurred / 1000.0), to_timestamp(received / 1000.0), code, url, coalesce(facts, '{}'), coalesce(quiet, false)
      FROM given WHERE key IS NULL OR id IN (SELECT feedback_id FROM claimed) ORDER BY channel, source COLLATE "C", n
      ON CONFLICT DO NOTHING
      RETURNING id, channel, customer_id, occurred_at, quiet
  ), measured AS (
    INSERT INTO feedback_scores (workspace_id, feedback_id, kind, value, low, high, occurred_at)
      SELECT of_workspace, w.id, s.kind, s.value, s.low, s.high, w.occurred_at
      FROM given g JOIN written w ON w.id = g.id, jsonb_to_recordset(g.scores) AS s (kind text, value real, low real, high real)
      WHERE g.scores IS NOT NULL
  ), announced AS (
    INSERT INTO outbox (workspace_id, name, payload)
      SELECT of_workspace, CASE WHEN w.quiet THEN 'feedback.received-quietly' ELSE 'feedback.received' END,
             jsonb_build_object('feedbackId', w.id, 'channel', w.channel, 'occurredAt', g.occurred::bigint, 'receivedAt', g.received::bigint, 'quiet', w.quiet,
               'customerId', CASE WHEN w.customer_id IS NOT NULL THEN customer_root(w.customer_id) END)
      FROM given g JOIN written w ON w.id = g.id ORDER BY g.n
  ) SELECT count(*) INTO added FROM written;
  IF added > 0 AND wakes THEN PERFORM pg_notify('hx_outbox', ''); END IF;

  IF attached > 0 THEN
    INSERT INTO feedback_attachments (workspace_id, feedback_id, attachment_id)
      SELECT of_workspace, f.id, file::uuid
      FROM jsonb_to_recordset(incoming) AS r (id uuid, attachments jsonb) JOIN feedback f ON f.id = r.id, jsonb_array_elements_text(r.attachments) AS file
      ON CONFLICT DO NOTHING;
  END IF;

  IF added < jsonb_array_length(incoming) THEN
    IF incoming @? '$[*].key' THEN
      -- A key of a voice that another source id had already belongs to that one; a key of a voice that is tried again is free.
      UPDATE feedback_keys k SET feedback_id = f.id
        FROM jsonb_to_recordset(incoming) AS r (id uuid, channel text, source text, person uuid, key text)
        JOIN feedback f ON f.channel = r.channel AND f.source_id = r.source AND f.id <> r.id
        WHERE k.person_id = r.person AND k.key = r.key AND k.feedback_id = r.id;
      DELETE FROM feedback_keys k USING jsonb_to_recordset(incoming) AS r (id uuid, person uuid, key text)
        WHERE k.person_id = r.person AND k.key = r.key AND k.feedback_id = r.id AND NOT EXISTS (SELECT FROM feedback f WHERE f.id = r.id);
    END IF;
    -- Row by row, each look-up by a whole key: a join would be planned by statistics that may still say "empty", and
    -- row security keeps an index from being used for what is computed from another row.
    FOR given IN
      SELECT * FROM jsonb_to_recordset(incoming) AS r (n int, id uuid, channel text, source text, person uuid, key text, hash text)
    LOOP
      CONTINUE WHEN EXISTS (SELECT FROM feedback f WHERE f.id = given.id);
      known := NULL;
      known_hash := NULL;
      SELECT k.feedback_id, k.body_hash INTO known, known_hash FROM feedback_keys k WHERE k.person_id = given.person AND k.key = given.key;
      IF known IS NULL THEN
        SELECT f.id INTO known FROM feedback f WHERE f.channel = given.channel AND f.source_id = given.source;
      END IF;
      n := given.n;
      id := NULL;
      received_at := NULL;
      query_code := NULL;
      SELECT f.id, f.received_at, f.query_code INTO id, received_at, query_code FROM feedback f WHERE f.id = known;
      outcome := CASE WHEN known_hash <> given.hash THEN 'other-body' WHEN id IS NULL THEN 'again' ELSE 'already' END;
      RETURN NEXT;
    END LOOP;
  END IF;
END $$;

-- Tells the planner how large the tables have become; for whoever has just written a great deal. A definer function,
-- because only the owner may.
CREATE FUNCTION refresh_statistics() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  ANALYZE feedback, feedback_keys, customers, identities, outbox;
END $$;

CREATE FUNCTION feedback_by_code(wanted text) RETURNS TABLE (workspace_id uuid, feedback_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT workspace_id, id FROM feedback WHERE query_code = wanted $$;

-- Files being read in: one row an import, resumable because every row of a file has its own source id.
CREATE TABLE imports (
  workspace_id  uuid        NOT NULL DEFAULT hx_workspace(),
  id            uuid        NOT NULL,
  name          text        NOT NULL,
  attachment_id uuid        NOT NULL,
  mapping       jsonb       NOT NULL,
  state         text        NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'cancelled', 'failed')),
  dry_run       boolean     NOT NULL DEFAULT false,
  rows_total    int,
  rows_read     int         NOT NULL DEFAULT 0,
  rows_added    int         NOT NULL DEFAULT 0,
  rows_already  int         NOT NULL DEFAULT 0,
  refused       jsonb       NOT NULL DEFAULT '[]',
  refused_count int         NOT NULL DEFAULT 0,
  failure       text,
  created_by    uuid        REFERENCES people,
  created_at    timestamptz NOT NULL,
  finished_at   timestamptz,
  PRIMARY KEY (workspace_id, id)
);
SELECT hx_isolate('imports');
