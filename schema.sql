-- The sum of all migrations, for reading and for comparing. Written by `npm run schema`; never edit.

FUNCTION all_workspaces()
  CREATE OR REPLACE FUNCTION public.all_workspaces()
   RETURNS SETOF uuid
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$ SELECT id FROM workspaces ORDER BY id $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION check_by_token(wanted text)
  CREATE OR REPLACE FUNCTION public.check_by_token(wanted text)
   RETURNS TABLE(workspace_id uuid, check_id uuid)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$ SELECT c.workspace_id, c.id FROM satisfaction_checks c WHERE c.token_hash = wanted
          AND EXISTS (SELECT FROM case_feedback l JOIN feedback f ON f.workspace_id = l.workspace_id AND f.id = l.feedback_id
                      WHERE l.workspace_id = c.workspace_id AND l.case_id = c.case_id AND f.erased_at IS NULL) $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION count_call(of_bucket text, at_most integer, window_seconds integer)
  CREATE OR REPLACE FUNCTION public.count_call(of_bucket text, at_most integer, window_seconds integer)
   RETURNS integer
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
  DECLARE
    starts timestamptz := to_timestamp(floor(extract(epoch FROM clock_timestamp()) / window_seconds) * window_seconds);
    so_far int;
  BEGIN
    INSERT INTO call_counts VALUES (of_bucket, starts, 1)
      ON CONFLICT (bucket, opened) DO UPDATE SET calls = call_counts.calls + 1 RETURNING calls INTO so_far;
    IF so_far = 1 THEN DELETE FROM call_counts WHERE bucket = of_bucket AND opened < starts; END IF;
    IF so_far <= at_most THEN RETURN 0; END IF;
    RETURN greatest(1, ceil(extract(epoch FROM starts - clock_timestamp()) + window_seconds));
  END $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION create_workspace(of_id uuid, of_slug text, of_name text, of_locale text, of_timezone text)
  CREATE OR REPLACE FUNCTION public.create_workspace(of_id uuid, of_slug text, of_name text, of_locale text, of_timezone text)
   RETURNS boolean
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
  BEGIN
    INSERT INTO workspaces (id, slug, name, locale, timezone) VALUES (of_id, of_slug, of_name, of_locale, of_timezone) ON CONFLICT (slug) DO NOTHING;
    RETURN FOUND;
  END $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION customer_family(of_customer uuid)
  CREATE OR REPLACE FUNCTION public.customer_family(of_customer uuid)
   RETURNS uuid[]
   LANGUAGE sql
   STABLE
  AS $function$
    WITH RECURSIVE down AS (
      SELECT customer_root(of_customer) AS id
      UNION
      SELECT c.id FROM down JOIN customers c ON c.merged_into = down.id
    ) SELECT array_agg(id) FROM down
  $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION customer_known_by(given jsonb)
  CREATE OR REPLACE FUNCTION public.customer_known_by(given jsonb)
   RETURNS uuid
   LANGUAGE plpgsql
   STABLE
  AS $function$
  DECLARE
    said_external boolean := given @> '[{"kind": "external"}]';
    of_kind  text;
    of_value text;
    found_id uuid;
  BEGIN
    FOR of_kind, of_value IN SELECT g.kind, g.value FROM jsonb_to_recordset(given) AS g (kind text, value text) LOOP
      SELECT customer_id INTO found_id FROM identities WHERE kind = of_kind AND value = of_value;
      CONTINUE WHEN NOT FOUND;
      IF of_kind = 'external' OR NOT said_external
         OR NOT EXISTS (SELECT FROM identities WHERE customer_id = found_id AND kind = 'external') THEN
        RETURN found_id;
      END IF;
    END LOOP;
    RETURN NULL;
  END $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION customer_lacks(known uuid, of_name text, of_attributes jsonb, given jsonb)
  CREATE OR REPLACE FUNCTION public.customer_lacks(known uuid, of_name text, of_attributes jsonb, given jsonb)
   RETURNS boolean
   LANGUAGE plpgsql
   STABLE
  AS $function$
  DECLARE
    of_kind  text;
    of_value text;
  BEGIN
    IF EXISTS (SELECT FROM customers c WHERE c.id = known
               AND ((of_name <> '' AND c.name = '') OR (of_attributes IS NOT NULL AND NOT c.attributes @> of_attributes))) THEN
      RETURN true;
    END IF;
    FOR of_kind, of_value IN SELECT g.kind, g.value FROM jsonb_to_recordset(given) AS g (kind text, value text) LOOP
      IF NOT EXISTS (SELECT FROM identities WHERE kind = of_kind AND value = of_value) THEN RETURN true; END IF;
    END LOOP;
    RETURN false;
  END $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION customer_root(of_customer uuid)
  CREATE OR REPLACE FUNCTION public.customer_root(of_customer uuid)
   RETURNS uuid
   LANGUAGE plpgsql
   STABLE
  AS $function$
  DECLARE above uuid;
  BEGIN
    FOR hops IN 1..100 LOOP
      SELECT merged_into INTO above FROM customers WHERE id = of_customer;
      IF NOT FOUND THEN RETURN NULL; END IF;
      IF above IS NULL THEN RETURN of_customer; END IF;
      of_customer := above;
    END LOOP;
    RETURN of_customer;
  END $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION echo_days_missing(workspace uuid, yesterday date, in_zone text)
  CREATE OR REPLACE FUNCTION public.echo_days_missing(workspace uuid, yesterday date, in_zone text)
   RETURNS boolean
   LANGUAGE sql
   STABLE
   SET search_path TO 'public'
  AS $function$ SELECT EXISTS (
            SELECT FROM (SELECT (p.due_at AT TIME ZONE in_zone)::date AS day FROM promises p
                         WHERE p.workspace_id = workspace AND p.kind IN ('first-answer', 'decision', 'resolution', 'call-back')
                         ORDER BY p.due_at LIMIT 1) earliest,
              LATERAL (VALUES (earliest.day), (yesterday)) AS wanted (day)
            WHERE earliest.day <= yesterday
              AND NOT EXISTS (SELECT FROM daily_echo d WHERE d.workspace_id = workspace AND d.day = wanted.day AND d.zone = in_zone)
              AND NOT EXISTS (SELECT FROM stale_echo_days s WHERE s.workspace_id = workspace AND s.day = wanted.day)) $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION feedback_by_code(wanted text)
  CREATE OR REPLACE FUNCTION public.feedback_by_code(wanted text)
   RETURNS TABLE(workspace_id uuid, feedback_id uuid)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$ SELECT workspace_id, id FROM feedback WHERE query_code = wanted AND erased_at IS NULL $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION find_cases(wanted tsquery, at_most integer)
  CREATE OR REPLACE FUNCTION public.find_cases(wanted tsquery, at_most integer)
   RETURNS SETOF uuid
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$ SELECT id FROM cases WHERE workspace_id = hx_workspace() AND tokens @@ wanted LIMIT at_most $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION find_crowded(wanted uuid[], least_bulk integer, fewest integer, around interval)
  CREATE OR REPLACE FUNCTION public.find_crowded(wanted uuid[], least_bulk integer, fewest integer, around interval)
   RETURNS TABLE(feedback_id uuid)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
   SET enable_seqscan TO 'off'
  AS $function$ SELECT v.feedback_id FROM voice_signatures v
          WHERE v.workspace_id = hx_workspace() AND v.feedback_id = ANY(wanted) AND v.bulk >= least_bulk
            AND NOT EXISTS (SELECT FROM coordinated_texts t WHERE t.workspace_id = v.workspace_id AND t.fingerprint = v.fingerprint)
            AND fewest <= (SELECT count(*) FROM (
              (SELECT FROM voice_signatures s WHERE s.workspace_id = v.workspace_id AND s.fingerprint = v.fingerprint AND s.feedback_id <> v.feedback_id
                 AND s.occurred_at BETWEEN v.occurred_at - around AND v.occurred_at + around LIMIT fewest)
              UNION ALL
              (SELECT FROM voice_signatures s WHERE s.bands && v.bands AND s.workspace_id IS NOT DISTINCT FROM v.workspace_id
                 AND s.fingerprint IS DISTINCT FROM v.fingerprint
                 AND s.occurred_at BETWEEN v.occurred_at - around AND v.occurred_at + around LIMIT fewest)) AS others) $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION find_customers(wanted text, prefixes text[], at_most integer)
  CREATE OR REPLACE FUNCTION public.find_customers(wanted text, prefixes text[], at_most integer)
   RETURNS SETOF uuid
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
    (SELECT c.id FROM customers c
     WHERE c.workspace_id = hx_workspace() AND c.name_pieces @@ hx_pieces_query(wanted) AND strpos(lower(c.name), lower(wanted)) > 0
     LIMIT at_most)
    UNION
    -- One kind at a time and in the order of the key, so that the index is walked and never the table.
    (SELECT near.customer_id FROM unnest(prefixes) AS p (prefix), unnest(ARRAY['external', 'email', 'phone', 'openid', 'device']) AS k (kind), LATERAL (
       SELECT i.customer_id FROM identities i
       WHERE i.workspace_id = hx_workspace() AND i.kind = k.kind AND i.value >= p.prefix AND i.value < p.prefix || U&'\+10FFFF'
       ORDER BY i.value LIMIT at_most) AS near
     LIMIT at_most)
  $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION find_near_copies(wanted integer[], but bigint, at_most integer)
  CREATE OR REPLACE FUNCTION public.find_near_copies(wanted integer[], but bigint, at_most integer)
   RETURNS TABLE(feedback_id uuid)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$ SELECT s.feedback_id FROM voice_signatures s
          WHERE s.bands && wanted AND s.workspace_id IS NOT DISTINCT FROM hx_workspace() AND s.fingerprint IS DISTINCT FROM but LIMIT at_most $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION find_voices(wanted tsquery, of_channel text, of_sentiment text, of_intent text, of_categories uuid[], aside boolean, from_at timestamp with time zone, to_at timestamp with time zone, before_at timestamp with time zone, before_id uuid, at_most integer)
  CREATE OR REPLACE FUNCTION public.find_voices(wanted tsquery, of_channel text, of_sentiment text, of_intent text, of_categories uuid[], aside boolean, from_at timestamp with time zone, to_at timestamp with time zone, before_at timestamp with time zone, before_id uuid, at_most integer)
   RETURNS TABLE(feedback_id uuid, occurred_at timestamp with time zone)
   LANGUAGE plpgsql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
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
  END $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION first_owner()
  CREATE OR REPLACE FUNCTION public.first_owner()
   RETURNS uuid
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
    SELECT m.person_id FROM memberships m JOIN people p ON p.id = m.person_id
    WHERE p.kind = 'person' AND m.role = 'owner' AND m.ended_at IS NULL ORDER BY m.joined_at, m.person_id LIMIT 1
  $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION forget_import_files(of_type text, before timestamp with time zone)
  CREATE OR REPLACE FUNCTION public.forget_import_files(of_type text, before timestamp with time zone)
   RETURNS integer
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
  DECLARE
    forgotten int;
  BEGIN
    DELETE FROM attachments a WHERE a.content_type = of_type AND a.created_at < before
      AND NOT EXISTS (SELECT FROM imports i WHERE i.workspace_id = a.workspace_id AND i.attachment_id = a.id AND i.state IN ('waiting', 'running'));
    GET DIAGNOSTICS forgotten = ROW_COUNT;
    RETURN forgotten;
  END $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION forget_news(marks text[])
  CREATE OR REPLACE FUNCTION public.forget_news(marks text[])
   RETURNS integer
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
  DECLARE
    worded text[] := ARRAY['text', 'from', 'recipient', 'reason'];
    gone  jsonb;
    queued jsonb := '[]';
  BEGIN
    WITH forgotten AS (
      DELETE FROM outbox WHERE workspace_id = hx_workspace() AND payload ?| worded
        AND EXISTS (SELECT FROM jsonb_path_query(payload, 'strict $.**') AS part WHERE part #>> '{}' = ANY(marks)) RETURNING payload
    ) SELECT coalesce(jsonb_agg(payload), '[]') INTO gone FROM forgotten;
    -- The queue makes its own schema, when its first worker starts.
    IF to_regclass('hx_queue.job') IS NOT NULL THEN
      EXECUTE $queue$
        WITH forgotten AS (
          DELETE FROM hx_queue.job WHERE data->>'workspaceId' = hx_workspace()::text
            AND (data->'payload' ?| $2 OR name = 'dead' OR state IN ('completed', 'cancelled', 'failed'))
            AND EXISTS (SELECT FROM jsonb_path_query(data->'payload', 'strict $.**') AS part WHERE part #>> '{}' = ANY($1)) RETURNING data
        ) SELECT coalesce(jsonb_agg(data->'payload'), '[]') FROM forgotten
      $queue$ INTO queued USING marks, worded;
    END IF;
    DELETE FROM attachments WHERE workspace_id = hx_workspace()
      AND id::text IN (SELECT file #>> '{}' FROM jsonb_path_query(gone || queued, 'lax $[*].attachments[*]') AS file);
    RETURN jsonb_array_length(gone) + jsonb_array_length(queued);
  END $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION forget_outside_calls(before timestamp with time zone)
  CREATE OR REPLACE FUNCTION public.forget_outside_calls(before timestamp with time zone)
   RETURNS integer
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
  DECLARE gone int;
  BEGIN
    DELETE FROM outside_calls WHERE at < before;
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
  END $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION hx_isolate(isolated regclass)
  CREATE OR REPLACE FUNCTION public.hx_isolate(isolated regclass)
   RETURNS void
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', isolated);
    EXECUTE format('CREATE POLICY own_workspace ON %s USING (workspace_id = nullif(current_setting(''hx.workspace'', true), '''')::uuid)', isolated);
  END $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION hx_pieces(name text)
  CREATE OR REPLACE FUNCTION public.hx_pieces(name text)
   RETURNS tsvector
   LANGUAGE sql
   IMMUTABLE PARALLEL SAFE
  RETURN (SELECT COALESCE(array_to_tsvector(array_agg(DISTINCT cut.piece) FILTER (WHERE ((cut.piece !~ '^\s|\s$'::text) AND (cut.piece <> ''::text)))), ''::tsvector) AS "coalesce" FROM generate_series(1, LEAST(length(hx_pieces.name), 60)) place(place), LATERAL (VALUES (substr(lower(hx_pieces.name), place.place, 1)), (substr(lower(hx_pieces.name), place.place, 2))) cut(piece))
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION hx_pieces_query(wanted text)
  CREATE OR REPLACE FUNCTION public.hx_pieces_query(wanted text)
   RETURNS tsquery
   LANGUAGE sql
   IMMUTABLE PARALLEL SAFE
  AS $function$
    SELECT coalesce(string_agg(DISTINCT '''' || replace(replace(piece, '\', '\\'), '''', '''''') || '''', ' & '), '')::tsquery
    FROM unnest(tsvector_to_array(hx_pieces(wanted))) AS piece
  $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION hx_workspace()
  CREATE OR REPLACE FUNCTION public.hx_workspace()
   RETURNS uuid
   LANGUAGE sql
   STABLE PARALLEL SAFE
  RETURN (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION key_seen(of_hash text, seen timestamp with time zone)
  CREATE OR REPLACE FUNCTION public.key_seen(of_hash text, seen timestamp with time zone)
   RETURNS void
   LANGUAGE sql
   SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
    UPDATE api_keys SET last_used_at = seen WHERE key_hash = of_hash AND coalesce(last_used_at, '-infinity') < seen
  $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION key_user_of(of_hash text)
  CREATE OR REPLACE FUNCTION public.key_user_of(of_hash text)
   RETURNS TABLE(id uuid, name text, role text, workspace_id uuid, scope text, calls_per_minute integer, last_used_at timestamp with time zone)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
    SELECT k.id, p.name, m.role, k.workspace_id, k.scope, k.calls_per_minute, k.last_used_at
    FROM api_keys k JOIN people p ON p.id = k.id
    JOIN memberships m ON m.workspace_id = k.workspace_id AND m.person_id = k.id AND m.ended_at IS NULL
    WHERE k.key_hash = of_hash AND k.revoked_at IS NULL
  $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION link_make(of_hash text, of_id uuid, of_purpose text, of_person uuid, made timestamp with time zone, expires timestamp with time zone)
  CREATE OR REPLACE FUNCTION public.link_make(of_hash text, of_id uuid, of_purpose text, of_person uuid, made timestamp with time zone, expires timestamp with time zone)
   RETURNS void
   LANGUAGE sql
   SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
    INSERT INTO links (token_hash, id, purpose, person_id, created_at, expires_at) VALUES (of_hash, of_id, of_purpose, of_person, made, expires)
  $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION link_open(of_hash text, of_purpose text, at timestamp with time zone)
  CREATE OR REPLACE FUNCTION public.link_open(of_hash text, of_purpose text, at timestamp with time zone)
   RETURNS TABLE(id uuid, workspace_id uuid, workspace_name text, person_id uuid, email text, role text, invited_by uuid)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
    SELECT l.id, l.workspace_id, w.name, l.person_id, l.email, l.role, l.invited_by
    FROM links l LEFT JOIN workspaces w ON w.id = l.workspace_id
    WHERE l.token_hash = of_hash AND l.purpose = of_purpose AND l.used_at IS NULL AND l.expires_at > at
  $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION link_use(of_hash text, of_purpose text, at timestamp with time zone)
  CREATE OR REPLACE FUNCTION public.link_use(of_hash text, of_purpose text, at timestamp with time zone)
   RETURNS boolean
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
  BEGIN
    UPDATE links SET used_at = at WHERE token_hash = of_hash AND purpose = of_purpose AND used_at IS NULL AND expires_at > at;
    RETURN FOUND;
  END $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION nobody_yet()
  CREATE OR REPLACE FUNCTION public.nobody_yet()
   RETURNS boolean
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
    SELECT NOT EXISTS (SELECT FROM people WHERE kind = 'person')
  $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION own_the_ownerless(of_person uuid, joins timestamp with time zone)
  CREATE OR REPLACE FUNCTION public.own_the_ownerless(of_person uuid, joins timestamp with time zone)
   RETURNS void
   LANGUAGE sql
   SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
    INSERT INTO memberships (workspace_id, person_id, role, joined_at)
    SELECT w.id, of_person, 'owner', joins FROM workspaces w
    WHERE NOT EXISTS (SELECT FROM memberships m JOIN people p ON p.id = m.person_id AND p.kind = 'person' WHERE m.workspace_id = w.id)
    ON CONFLICT DO NOTHING
  $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION password_reset(of_person uuid, of_password_hash text, at timestamp with time zone)
  CREATE OR REPLACE FUNCTION public.password_reset(of_person uuid, of_password_hash text, at timestamp with time zone)
   RETURNS SETOF text
   LANGUAGE sql
   SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
    UPDATE people SET password_hash = of_password_hash WHERE id = of_person;
    UPDATE links SET used_at = at WHERE person_id = of_person AND purpose = 'new-password' AND used_at IS NULL;
    DELETE FROM sessions WHERE person_id = of_person RETURNING token_hash;
  $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION person_by_email(of_email text)
  CREATE OR REPLACE FUNCTION public.person_by_email(of_email text)
   RETURNS TABLE(id uuid, name text, locale text, password_hash text, totp_sealed text)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
    SELECT id, name, locale, password_hash, totp_sealed FROM people WHERE email = of_email AND kind = 'person'
  $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION reading_version(by_engine text, live integer, revised integer)
  CREATE OR REPLACE FUNCTION public.reading_version(by_engine text, live integer, revised integer)
   RETURNS text
   LANGUAGE sql
   IMMUTABLE
  AS $function$ SELECT by_engine || CASE WHEN live > 0 THEN '+w' || live ELSE '' END || CASE WHEN revised > 0 THEN '+r' || revised ELSE '' END $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION receive_feedback(of_workspace uuid, incoming jsonb, peopled integer, attached integer, wakes boolean)
  CREATE OR REPLACE FUNCTION public.receive_feedback(of_workspace uuid, incoming jsonb, peopled integer, attached integer, wakes boolean)
   RETURNS TABLE(n integer, outcome text, id uuid, received_at timestamp with time zone, query_code text)
   LANGUAGE plpgsql
   SET enable_seqscan TO 'off'
  AS $function$
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
  END $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION recognise_customers(people jsonb, at_moment timestamp with time zone)
  CREATE OR REPLACE FUNCTION public.recognise_customers(people jsonb, at_moment timestamp with time zone)
   RETURNS TABLE(n integer, customer_id uuid)
   LANGUAGE plpgsql
  AS $function$
  #variable_conflict use_column
  DECLARE
    person record;
    known  uuid;
    waits  boolean := true;
  BEGIN
    FOR person IN
      SELECT * FROM jsonb_to_recordset(people) AS p (n int, id uuid, name text, locale text, attributes jsonb, identities jsonb, trusted boolean)
      ORDER BY p.n
    LOOP
      known := customer_known_by(person.identities);
      IF known IS NULL OR (person.trusted AND customer_lacks(known, person.name, person.attributes, person.identities)) THEN
        IF waits THEN
          PERFORM take_turn_with_customers();
          waits := false;
          known := customer_known_by(person.identities);
        END IF;
        IF known IS NULL THEN
          known := person.id;
          INSERT INTO customers (id, name, locale, attributes, created_at)
            VALUES (known, coalesce(person.name, ''), person.locale, coalesce(person.attributes, '{}'), at_moment);
        ELSE
          UPDATE customers SET name = CASE WHEN name = '' THEN coalesce(person.name, '') ELSE name END,
                               attributes = attributes || coalesce(person.attributes, '{}')
            WHERE id = known;
        END IF;
        INSERT INTO identities (kind, value, customer_id, created_at)
          SELECT g->>'kind', g->>'value', known, at_moment FROM jsonb_array_elements(person.identities) g
          ON CONFLICT DO NOTHING;
      END IF;
      n := person.n;
      customer_id := known;
      RETURN NEXT;
    END LOOP;
  END $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION recovery_code_take(of_person uuid, of_hash text, at timestamp with time zone)
  CREATE OR REPLACE FUNCTION public.recovery_code_take(of_person uuid, of_hash text, at timestamp with time zone)
   RETURNS boolean
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
  BEGIN
    UPDATE recovery_codes SET used_at = at WHERE person_id = of_person AND code_hash = of_hash AND used_at IS NULL;
    RETURN FOUND;
  END $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION recovery_codes_left(of_person uuid)
  CREATE OR REPLACE FUNCTION public.recovery_codes_left(of_person uuid)
   RETURNS integer
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
    SELECT count(*)::int FROM recovery_codes WHERE person_id = of_person AND used_at IS NULL
  $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION recovery_codes_set(of_person uuid, hashes text[])
  CREATE OR REPLACE FUNCTION public.recovery_codes_set(of_person uuid, hashes text[])
   RETURNS void
   LANGUAGE sql
   SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
    DELETE FROM recovery_codes WHERE person_id = of_person;
    INSERT INTO recovery_codes (person_id, code_hash) SELECT of_person, unnest(hashes);
  $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION refresh_statistics()
  CREATE OR REPLACE FUNCTION public.refresh_statistics()
   RETURNS void
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
  BEGIN
    ANALYZE feedback, feedback_keys, customers, identities, outbox;
  END $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION refuse_change()
  CREATE OR REPLACE FUNCTION public.refuse_change()
   RETURNS trigger
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    RAISE EXCEPTION 'a frozen row is never changed' USING ERRCODE = 'check_violation';
  END $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION session_end(of_hash text)
  CREATE OR REPLACE FUNCTION public.session_end(of_hash text)
   RETURNS void
   LANGUAGE sql
   SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
    DELETE FROM sessions WHERE token_hash = of_hash
  $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION session_end_one(of_person uuid, of_id uuid)
  CREATE OR REPLACE FUNCTION public.session_end_one(of_person uuid, of_id uuid)
   RETURNS SETOF text
   LANGUAGE sql
   SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
    DELETE FROM sessions WHERE person_id = of_person AND id = of_id RETURNING token_hash
  $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION session_move(of_hash text, of_person uuid, to_workspace uuid)
  CREATE OR REPLACE FUNCTION public.session_move(of_hash text, of_person uuid, to_workspace uuid)
   RETURNS boolean
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
  BEGIN
    UPDATE sessions SET workspace_id = to_workspace WHERE token_hash = of_hash AND person_id = of_person
      AND EXISTS (SELECT FROM memberships m WHERE m.workspace_id = to_workspace AND m.person_id = of_person AND m.ended_at IS NULL);
    RETURN FOUND;
  END $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION session_seen(of_hash text, seen timestamp with time zone, expires timestamp with time zone)
  CREATE OR REPLACE FUNCTION public.session_seen(of_hash text, seen timestamp with time zone, expires timestamp with time zone)
   RETURNS void
   LANGUAGE sql
   SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
    UPDATE sessions SET seen_at = seen, expires_at = expires WHERE token_hash = of_hash AND seen_at < seen
  $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION session_start(of_hash text, of_id uuid, of_person uuid, of_workspace uuid, of_address text, of_agent text, starts timestamp with time zone, expires timestamp with time zone)
  CREATE OR REPLACE FUNCTION public.session_start(of_hash text, of_id uuid, of_person uuid, of_workspace uuid, of_address text, of_agent text, starts timestamp with time zone, expires timestamp with time zone)
   RETURNS void
   LANGUAGE sql
   SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
    INSERT INTO sessions (token_hash, id, person_id, workspace_id, address, user_agent, started_at, seen_at, expires_at)
    VALUES (of_hash, of_id, of_person, of_workspace, of_address, of_agent, starts, starts, expires)
  $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION session_user_of(of_hash text)
  CREATE OR REPLACE FUNCTION public.session_user_of(of_hash text)
   RETURNS TABLE(person_id uuid, name text, locale text, role text, workspace_id uuid, seen_at timestamp with time zone, expires_at timestamp with time zone)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
    SELECT p.id, p.name, p.locale, m.role, s.workspace_id, s.seen_at, s.expires_at
    FROM sessions s JOIN people p ON p.id = s.person_id
    JOIN memberships m ON m.workspace_id = s.workspace_id AND m.person_id = s.person_id AND m.ended_at IS NULL
    WHERE s.token_hash = of_hash
  $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION sessions_end_others(of_person uuid, but_hash text)
  CREATE OR REPLACE FUNCTION public.sessions_end_others(of_person uuid, but_hash text)
   RETURNS SETOF text
   LANGUAGE sql
   SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
    DELETE FROM sessions WHERE person_id = of_person AND token_hash <> but_hash RETURNING token_hash
  $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION sessions_forget(expired_before timestamp with time zone)
  CREATE OR REPLACE FUNCTION public.sessions_forget(expired_before timestamp with time zone)
   RETURNS integer
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
  DECLARE gone int;
  BEGIN
    DELETE FROM sessions WHERE expires_at < expired_before;
    GET DIAGNOSTICS gone = ROW_COUNT;
    DELETE FROM links WHERE expires_at < expired_before - interval '30 days';
    RETURN gone;
  END $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION sessions_of(of_person uuid, at timestamp with time zone)
  CREATE OR REPLACE FUNCTION public.sessions_of(of_person uuid, at timestamp with time zone)
   RETURNS TABLE(id uuid, token_hash text, address text, user_agent text, started_at timestamp with time zone, seen_at timestamp with time zone)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
    SELECT id, token_hash, address, user_agent, started_at, seen_at FROM sessions
    WHERE person_id = of_person AND expires_at > at ORDER BY seen_at DESC, id
  $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION survey_by_slug(wanted text)
  CREATE OR REPLACE FUNCTION public.survey_by_slug(wanted text)
   RETURNS TABLE(workspace_id uuid, survey_id uuid)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$ SELECT workspace_id, id FROM surveys WHERE slug = wanted $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION take_turn_with_customers()
  CREATE OR REPLACE FUNCTION public.take_turn_with_customers()
   RETURNS void
   LANGUAGE sql
  AS $function$
    SELECT pg_advisory_xact_lock(hashtextextended('customers ' || current_setting('hx.workspace'), 0))
  $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION totp_step_take(of_person uuid, of_step bigint)
  CREATE OR REPLACE FUNCTION public.totp_step_take(of_person uuid, of_step bigint)
   RETURNS boolean
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
  BEGIN
    UPDATE people SET totp_step = of_step WHERE id = of_person AND coalesce(totp_step, -1) < of_step;
    RETURN FOUND;
  END $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION workspace_by_slug(wanted text)
  CREATE OR REPLACE FUNCTION public.workspace_by_slug(wanted text)
   RETURNS TABLE(id uuid, name text, locale text, timezone text, settings jsonb)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$ SELECT id, name, locale, timezone, settings FROM workspaces WHERE slug = wanted $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION workspaces_of(of_person uuid)
  CREATE OR REPLACE FUNCTION public.workspaces_of(of_person uuid)
   RETURNS TABLE(id uuid, name text, slug text, role text, timezone text, locale text, first_run_done boolean)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
    SELECT w.id, w.name, w.slug, m.role, w.timezone, w.locale, w.first_run_done
    FROM memberships m JOIN workspaces w ON w.id = m.workspace_id
    WHERE m.person_id = of_person AND m.ended_at IS NULL
    ORDER BY (SELECT max(s.seen_at) FROM sessions s WHERE s.person_id = of_person AND s.workspace_id = w.id) DESC NULLS LAST, m.joined_at, w.id
  $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION workspaces_to_teach(at_least integer)
  CREATE OR REPLACE FUNCTION public.workspaces_to_teach(at_least integer)
   RETURNS SETOF uuid
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$ SELECT w.id FROM workspaces w LEFT JOIN reading_settings s ON s.workspace_id = w.id
          WHERE (SELECT count(DISTINCT fresh.feedback_id) FROM (
                   SELECT c.feedback_id FROM corrections c
                   WHERE c.workspace_id = w.id AND c.id > coalesce(s.learned_until, '00000000-0000-0000-0000-000000000000') AND c.field <> 'urgency'
                     AND c.along_with IS NULL
                   ORDER BY c.id LIMIT at_least * 20) AS fresh) >= at_least $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION workspaces_understood_otherwise(by_version text)
  CREATE OR REPLACE FUNCTION public.workspaces_understood_otherwise(by_version text)
   RETURNS SETOF uuid
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$ SELECT w.id FROM workspaces w
          LEFT JOIN reading_settings s ON s.workspace_id = w.id
          CROSS JOIN LATERAL (SELECT reading_version(by_version, coalesce(s.live_version, 0), coalesce(s.revision, 0)) AS version) r
          WHERE r.version IS DISTINCT FROM s.stopped_at
            AND (EXISTS (SELECT FROM understandings u WHERE u.workspace_id = w.id AND u.engine_version < r.version)
             OR EXISTS (SELECT FROM understandings u WHERE u.workspace_id = w.id AND u.engine_version > r.version)) $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION workspaces_with_categories_to_fit(moment timestamp with time zone, rest interval, after_failure interval, by_form text)
  CREATE OR REPLACE FUNCTION public.workspaces_with_categories_to_fit(moment timestamp with time zone, rest interval, after_failure interval, by_form text)
   RETURNS SETOF uuid
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$ SELECT DISTINCT f.workspace_id FROM category_fits f
          JOIN categories c ON c.workspace_id = f.workspace_id AND c.id = f.category_id AND c.retired_at IS NULL
          WHERE (f.changes > f.fitted OR f.form <> by_form)
            AND (f.tried_at IS NULL OR f.tried_at <= moment - CASE WHEN f.failed THEN after_failure ELSE rest END) $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION workspaces_with_checks_due(moment timestamp with time zone)
  CREATE OR REPLACE FUNCTION public.workspaces_with_checks_due(moment timestamp with time zone)
   RETURNS SETOF uuid
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$ SELECT DISTINCT workspace_id FROM satisfaction_checks WHERE answered_at IS NULL AND ended_at IS NULL AND ends_at <= moment $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION workspaces_with_lost_shares(moment timestamp with time zone)
  CREATE OR REPLACE FUNCTION public.workspaces_with_lost_shares(moment timestamp with time zone)
   RETURNS SETOF uuid
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$ SELECT DISTINCT workspace_id FROM outside_calls WHERE held_until < moment $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION workspaces_with_mail(due timestamp with time zone)
  CREATE OR REPLACE FUNCTION public.workspaces_with_mail(due timestamp with time zone)
   RETURNS SETOF uuid
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$ SELECT DISTINCT workspace_id FROM mails WHERE state IN ('queued', 'sending') AND next_at <= due $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION workspaces_with_mailboxes()
  CREATE OR REPLACE FUNCTION public.workspaces_with_mailboxes()
   RETURNS SETOF uuid
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$ SELECT DISTINCT workspace_id FROM mailboxes WHERE NOT paused AND imap IS NOT NULL $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION workspaces_with_promises_due(moment timestamp with time zone)
  CREATE OR REPLACE FUNCTION public.workspaces_with_promises_due(moment timestamp with time zone)
   RETURNS SETOF uuid
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$ SELECT DISTINCT workspace_id FROM promises
          WHERE kept_at IS NULL AND broken_at IS NULL AND dropped_at IS NULL AND paused_at IS NULL AND due_at <= moment
          UNION SELECT DISTINCT workspace_id FROM promises
          WHERE kept_at IS NULL AND broken_at IS NULL AND dropped_at IS NULL AND paused_at IS NULL AND warned_at IS NULL AND warn_at <= moment $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION workspaces_with_silence(moment timestamp with time zone)
  CREATE OR REPLACE FUNCTION public.workspaces_with_silence(moment timestamp with time zone)
   RETURNS SETOF uuid
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$ SELECT DISTINCT workspace_id FROM cases WHERE alarm_at <= moment AND alarmed_at IS NULL
          AND stage IN ('new', 'acknowledged', 'working') $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION workspaces_with_single_words()
  CREATE OR REPLACE FUNCTION public.workspaces_with_single_words()
   RETURNS SETOF uuid
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$ SELECT w.id FROM workspaces w
          WHERE EXISTS (SELECT FROM open_reviews o WHERE o.workspace_id = w.id AND o.state = 'second')
            AND NOT EXISTS (SELECT FROM reading_settings s WHERE s.workspace_id = w.id AND s.two_reviewers) $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION workspaces_with_stale_days()
  CREATE OR REPLACE FUNCTION public.workspaces_with_stale_days()
   RETURNS SETOF uuid
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$ SELECT DISTINCT workspace_id FROM stale_days $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION workspaces_with_stale_echo_days(moment timestamp with time zone)
  CREATE OR REPLACE FUNCTION public.workspaces_with_stale_echo_days(moment timestamp with time zone)
   RETURNS SETOF uuid
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$ SELECT w.id FROM workspaces w, LATERAL (SELECT (moment AT TIME ZONE w.timezone)::date AS today) AS there
          WHERE EXISTS (SELECT FROM stale_echo_days s WHERE s.workspace_id = w.id AND s.day < there.today)
            OR echo_days_missing(w.id, there.today - 1, w.timezone) $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION workspaces_with_theme_news()
  CREATE OR REPLACE FUNCTION public.workspaces_with_theme_news()
   RETURNS SETOF uuid
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$ SELECT n.workspace_id FROM theme_news n
          WHERE n.looked < n.marks
            AND EXISTS (SELECT FROM themes t WHERE t.workspace_id = n.workspace_id)
            AND NOT EXISTS (SELECT FROM stale_days s WHERE s.workspace_id = n.workspace_id) $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION workspaces_with_themes_due(moment timestamp with time zone, fewest integer, night interval)
  CREATE OR REPLACE FUNCTION public.workspaces_with_themes_due(moment timestamp with time zone, fewest integer, night interval)
   RETURNS SETOF uuid
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$ SELECT w.id FROM workspaces w
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
          END $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION workspaces_with_unread(told_before timestamp with time zone)
  CREATE OR REPLACE FUNCTION public.workspaces_with_unread(told_before timestamp with time zone)
   RETURNS SETOF uuid
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$
    SELECT DISTINCT workspace_id FROM notifications WHERE read_at IS NULL AND digested_at IS NULL AND created_at < told_before
  $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

FUNCTION workspaces_with_verifications_due(moment timestamp with time zone)
  CREATE OR REPLACE FUNCTION public.workspaces_with_verifications_due(moment timestamp with time zone)
   RETURNS SETOF uuid
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public'
  AS $function$ SELECT DISTINCT v.workspace_id FROM verifications v
          JOIN improvements i ON i.workspace_id = v.workspace_id AND i.id = v.improvement_id AND i.stage = 'shipped'
          WHERE v.due_at <= moment
            AND NOT EXISTS (SELECT FROM verification_results r WHERE r.workspace_id = v.workspace_id AND r.verification_id = v.id)
            AND NOT EXISTS (SELECT FROM verifications later WHERE later.workspace_id = v.workspace_id
                            AND later.improvement_id = v.improvement_id AND later.round > v.round) $function$
  GRANT EXECUTE TO PUBLIC
  GRANT EXECUTE TO huixiang_app

TABLE answers
  answered_at timestamp with time zone NOT NULL
  kind text NOT NULL
  number double precision
  option text
  ordinal integer NOT NULL DEFAULT 0
  question text NOT NULL
  response_id uuid NOT NULL
  survey_id uuid NOT NULL
  text text
  version integer NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT answers_pkey PRIMARY KEY (workspace_id, response_id, question, ordinal)
  CREATE INDEX answers_by_question ON public.answers USING btree (workspace_id, survey_id, question, answered_at) INCLUDE (kind, ordinal, option, number)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE api_keys
  calls_per_minute integer
  created_at timestamp with time zone NOT NULL
  created_by uuid
  hint text NOT NULL
  id uuid NOT NULL
  key_hash text NOT NULL
  last_used_at timestamp with time zone
  revoked_at timestamp with time zone
  scope text NOT NULL DEFAULT 'all'::text
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT api_keys_calls_per_minute_check CHECK ((calls_per_minute > 0))
  CONSTRAINT api_keys_scope_check CHECK ((scope = ANY (ARRAY['all'::text, 'read'::text])))
  CONSTRAINT api_keys_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id)
  CONSTRAINT api_keys_id_fkey FOREIGN KEY (id) REFERENCES people(id) ON DELETE CASCADE
  CONSTRAINT api_keys_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
  CONSTRAINT api_keys_pkey PRIMARY KEY (workspace_id, id)
  CONSTRAINT api_keys_key_hash_key UNIQUE (key_hash)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE aspects
  category_id uuid NOT NULL
  confidence real NOT NULL
  ends integer NOT NULL
  feedback_id uuid NOT NULL
  occurred_at timestamp with time zone NOT NULL
  ordinal integer NOT NULL
  polarity text NOT NULL
  starts integer NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT aspects_polarity_check CHECK ((polarity = ANY (ARRAY['positive'::text, 'neutral'::text, 'negative'::text])))
  CONSTRAINT aspects_pkey PRIMARY KEY (workspace_id, feedback_id, ordinal)
  CREATE INDEX aspects_by_category ON public.aspects USING btree (workspace_id, category_id, occurred_at DESC, feedback_id DESC)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE attachments
  bytes bytea NOT NULL
  content_type text NOT NULL
  created_at timestamp with time zone NOT NULL
  id uuid NOT NULL
  name text NOT NULL
  sha256 text NOT NULL
  size bigint NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT attachments_name_check CHECK (((length(name) >= 1) AND (length(name) <= 255)))
  CONSTRAINT attachments_pkey PRIMARY KEY (workspace_id, id)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE audit_entries
  action text NOT NULL
  address text
  at timestamp with time zone NOT NULL
  facts jsonb NOT NULL DEFAULT '{}'::jsonb
  id uuid NOT NULL
  person_id uuid
  subject text NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT audit_entries_pkey PRIMARY KEY (workspace_id, id)
  CREATE INDEX audit_entries_by_action ON public.audit_entries USING btree (workspace_id, action, at DESC)
  CREATE INDEX audit_entries_by_person ON public.audit_entries USING btree (workspace_id, person_id, at DESC)
  CREATE INDEX audit_entries_by_time ON public.audit_entries USING btree (workspace_id, at DESC, id DESC)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT INSERT, SELECT TO huixiang_app

TABLE call_counts
  bucket text NOT NULL
  calls integer NOT NULL
  opened timestamp with time zone NOT NULL
  CONSTRAINT call_counts_pkey PRIMARY KEY (bucket, opened)
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE case_alarms
  case_id uuid NOT NULL
  raised_at timestamp with time zone NOT NULL
  silent_since timestamp with time zone NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT case_alarms_workspace_id_case_id_fkey FOREIGN KEY (workspace_id, case_id) REFERENCES cases(workspace_id, id) ON DELETE CASCADE
  CONSTRAINT case_alarms_pkey PRIMARY KEY (workspace_id, case_id, silent_since)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE case_assignments
  assigned_at timestamp with time zone NOT NULL
  assigned_by uuid
  case_id uuid NOT NULL
  ended_at timestamp with time zone
  id uuid NOT NULL
  owner_id uuid
  team_id uuid
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT case_assignments_assigned_by_fkey FOREIGN KEY (assigned_by) REFERENCES people(id)
  CONSTRAINT case_assignments_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id)
  CONSTRAINT case_assignments_workspace_id_case_id_fkey FOREIGN KEY (workspace_id, case_id) REFERENCES cases(workspace_id, id) ON DELETE CASCADE
  CONSTRAINT case_assignments_pkey PRIMARY KEY (workspace_id, id)
  CREATE INDEX case_assignments_by_owner ON public.case_assignments USING btree (workspace_id, owner_id, assigned_at DESC) WHERE (owner_id IS NOT NULL)
  CREATE UNIQUE INDEX case_assignments_open ON public.case_assignments USING btree (workspace_id, case_id) WHERE (ended_at IS NULL)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE case_closures
  case_id uuid NOT NULL
  closed_at timestamp with time zone NOT NULL
  closed_by uuid
  note text NOT NULL DEFAULT ''::text
  outcome text NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT case_closures_note_check CHECK ((length(note) <= 4000))
  CONSTRAINT case_closures_outcome_check CHECK ((outcome = ANY (ARRAY['resolved'::text, 'explained'::text, 'no-action'::text])))
  CONSTRAINT case_closures_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES people(id)
  CONSTRAINT case_closures_workspace_id_case_id_fkey FOREIGN KEY (workspace_id, case_id) REFERENCES cases(workspace_id, id) ON DELETE CASCADE
  CONSTRAINT case_closures_pkey PRIMARY KEY (workspace_id, case_id)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE case_feedback
  case_id uuid NOT NULL
  continued boolean NOT NULL DEFAULT false
  feedback_id uuid NOT NULL
  linked_at timestamp with time zone NOT NULL
  linked_by uuid
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT case_feedback_linked_by_fkey FOREIGN KEY (linked_by) REFERENCES people(id)
  CONSTRAINT case_feedback_workspace_id_case_id_fkey FOREIGN KEY (workspace_id, case_id) REFERENCES cases(workspace_id, id) ON DELETE CASCADE
  CONSTRAINT case_feedback_pkey PRIMARY KEY (workspace_id, case_id, feedback_id)
  CREATE INDEX case_feedback_by_feedback ON public.case_feedback USING btree (workspace_id, feedback_id)
  CREATE UNIQUE INDEX case_feedback_once ON public.case_feedback USING btree (workspace_id, feedback_id) WHERE (NOT continued)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE case_links
  case_id uuid NOT NULL
  linked_at timestamp with time zone NOT NULL
  linked_by uuid
  other_id uuid NOT NULL
  why text NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT case_links_check CHECK ((case_id <> other_id))
  CONSTRAINT case_links_why_check CHECK ((why = ANY (ARRAY['related'::text, 'continues'::text, 'split'::text, 'merged'::text])))
  CONSTRAINT case_links_linked_by_fkey FOREIGN KEY (linked_by) REFERENCES people(id)
  CONSTRAINT case_links_workspace_id_case_id_fkey FOREIGN KEY (workspace_id, case_id) REFERENCES cases(workspace_id, id) ON DELETE CASCADE
  CONSTRAINT case_links_workspace_id_other_id_fkey FOREIGN KEY (workspace_id, other_id) REFERENCES cases(workspace_id, id) ON DELETE CASCADE
  CONSTRAINT case_links_pkey PRIMARY KEY (workspace_id, case_id, other_id)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE case_numbers
  last bigint NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT case_numbers_pkey PRIMARY KEY (workspace_id)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE case_steps
  at timestamp with time zone NOT NULL
  by_id uuid
  case_id uuid NOT NULL
  facts jsonb NOT NULL DEFAULT '{}'::jsonb
  id uuid NOT NULL
  kind text NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT case_steps_by_id_fkey FOREIGN KEY (by_id) REFERENCES people(id)
  CONSTRAINT case_steps_workspace_id_case_id_fkey FOREIGN KEY (workspace_id, case_id) REFERENCES cases(workspace_id, id) ON DELETE CASCADE
  CONSTRAINT case_steps_pkey PRIMARY KEY (workspace_id, id)
  CREATE INDEX case_steps_by_case ON public.case_steps USING btree (workspace_id, case_id, at, id)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE case_watchers
  case_id uuid NOT NULL
  person_id uuid NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT case_watchers_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE
  CONSTRAINT case_watchers_workspace_id_case_id_fkey FOREIGN KEY (workspace_id, case_id) REFERENCES cases(workspace_id, id) ON DELETE CASCADE
  CONSTRAINT case_watchers_pkey PRIMARY KEY (workspace_id, case_id, person_id)
  CREATE INDEX case_watchers_by_person ON public.case_watchers USING btree (workspace_id, person_id, case_id)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE cases
  alarm_at timestamp with time zone
  alarmed_at timestamp with time zone
  channel text NOT NULL
  customer_id uuid
  due_at timestamp with time zone
  due_order timestamp with time zone GENERATED ALWAYS AS (COALESCE(due_at, 'infinity'::timestamp with time zone))
  id uuid NOT NULL
  intent text NOT NULL
  last_at timestamp with time zone NOT NULL
  last_from text NOT NULL DEFAULT 'customer'::text
  merged_into uuid
  number bigint NOT NULL
  opened_at timestamp with time zone NOT NULL
  owner_id uuid
  sentiment text NOT NULL
  silent_since timestamp with time zone
  stage text NOT NULL
  stage_at timestamp with time zone NOT NULL
  subject text NOT NULL
  team_id uuid
  tokens tsvector NOT NULL DEFAULT ''::tsvector
  urgency text NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT cases_last_from_check CHECK ((last_from = ANY (ARRAY['customer'::text, 'staff'::text, 'system'::text])))
  CONSTRAINT cases_stage_check CHECK ((stage = ANY (ARRAY['new'::text, 'acknowledged'::text, 'working'::text, 'waiting'::text, 'resolved'::text, 'verified'::text, 'closed'::text])))
  CONSTRAINT cases_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id)
  CONSTRAINT cases_workspace_id_team_id_fkey FOREIGN KEY (workspace_id, team_id) REFERENCES teams(workspace_id, id) ON DELETE SET NULL (team_id)
  CONSTRAINT cases_pkey PRIMARY KEY (workspace_id, id)
  CONSTRAINT cases_workspace_id_number_key UNIQUE (workspace_id, number)
  CREATE INDEX cases_by_customer ON public.cases USING btree (workspace_id, customer_id, opened_at DESC) INCLUDE (id) WHERE (customer_id IS NOT NULL)
  CREATE INDEX cases_by_last ON public.cases USING btree (workspace_id, last_at DESC, id DESC)
  CREATE INDEX cases_by_owner ON public.cases USING btree (workspace_id, owner_id, due_order, id) WHERE (stage = ANY (ARRAY['new'::text, 'acknowledged'::text, 'working'::text, 'waiting'::text]))
  CREATE INDEX cases_by_stage ON public.cases USING btree (workspace_id, stage, last_at DESC, id DESC)
  CREATE INDEX cases_by_team ON public.cases USING btree (workspace_id, team_id, due_order, id) WHERE (stage = ANY (ARRAY['new'::text, 'acknowledged'::text, 'working'::text, 'waiting'::text]))
  CREATE INDEX cases_by_words ON public.cases USING gin (tokens)
  CREATE INDEX cases_ended ON public.cases USING btree (workspace_id, last_at DESC, id DESC) WHERE (stage = ANY (ARRAY['verified'::text, 'closed'::text]))
  CREATE INDEX cases_open_by_due ON public.cases USING btree (workspace_id, due_order, id) WHERE (stage = ANY (ARRAY['new'::text, 'acknowledged'::text, 'working'::text, 'waiting'::text]))
  CREATE INDEX cases_to_alarm ON public.cases USING btree (alarm_at) WHERE ((alarm_at IS NOT NULL) AND (alarmed_at IS NULL))
  CREATE INDEX cases_waiting ON public.cases USING btree (workspace_id, due_order, id) WHERE (stage = 'waiting'::text)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE categories
  created_at timestamp with time zone NOT NULL
  definition text NOT NULL DEFAULT ''::text
  id uuid NOT NULL
  key text NOT NULL
  merged_into uuid
  names jsonb NOT NULL
  parent_id uuid
  position integer NOT NULL DEFAULT 0
  retired_at timestamp with time zone
  words text[] NOT NULL DEFAULT '{}'::text[]
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT categories_workspace_id_parent_id_fkey FOREIGN KEY (workspace_id, parent_id) REFERENCES categories(workspace_id, id)
  CONSTRAINT categories_pkey PRIMARY KEY (workspace_id, id)
  CONSTRAINT categories_workspace_id_key_key UNIQUE (workspace_id, key)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE category_changes
  category_id uuid NOT NULL
  change jsonb NOT NULL
  changed_at timestamp with time zone NOT NULL
  changed_by uuid
  id uuid NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT category_changes_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id)
  CONSTRAINT category_changes_pkey PRIMARY KEY (workspace_id, id)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE category_examples
  added_at timestamp with time zone NOT NULL
  added_by uuid
  belongs boolean NOT NULL
  category_id uuid NOT NULL
  feedback_id uuid
  id uuid NOT NULL
  text text
  was_found boolean NOT NULL DEFAULT false
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT category_examples_check CHECK (((feedback_id IS NULL) <> (text IS NULL)))
  CONSTRAINT category_examples_text_check CHECK ((text <> ''::text))
  CONSTRAINT category_examples_added_by_fkey FOREIGN KEY (added_by) REFERENCES people(id)
  CONSTRAINT category_examples_workspace_id_category_id_fkey FOREIGN KEY (workspace_id, category_id) REFERENCES categories(workspace_id, id)
  CONSTRAINT category_examples_pkey PRIMARY KEY (workspace_id, id)
  CREATE UNIQUE INDEX category_examples_by_text ON public.category_examples USING btree (workspace_id, category_id, md5(text)) WHERE (text IS NOT NULL)
  CREATE UNIQUE INDEX category_examples_by_voice ON public.category_examples USING btree (workspace_id, category_id, feedback_id) WHERE (feedback_id IS NOT NULL)
  CREATE INDEX category_examples_of_voice ON public.category_examples USING btree (workspace_id, feedback_id) WHERE (feedback_id IS NOT NULL)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE category_fits
  body bytea
  category_id uuid NOT NULL
  changes integer NOT NULL DEFAULT 1
  failed boolean NOT NULL DEFAULT false
  figures jsonb
  fitted integer NOT NULL DEFAULT 0
  form text
  head jsonb
  learned_from jsonb
  live_since timestamp with time zone
  made_at timestamp with time zone
  number integer NOT NULL DEFAULT 0
  preview jsonb
  tried_at timestamp with time zone
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT category_fits_workspace_id_category_id_fkey FOREIGN KEY (workspace_id, category_id) REFERENCES categories(workspace_id, id)
  CONSTRAINT category_fits_pkey PRIMARY KEY (workspace_id, category_id)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE contacts
  at timestamp with time zone NOT NULL
  channel text NOT NULL
  customer_id uuid NOT NULL
  id uuid NOT NULL
  kind text NOT NULL
  subject text NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT contacts_pkey PRIMARY KEY (workspace_id, id)
  CONSTRAINT contacts_workspace_id_kind_subject_key UNIQUE (workspace_id, kind, subject)
  CREATE INDEX contacts_by_customer ON public.contacts USING btree (workspace_id, customer_id, at DESC)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE coordinated_dismissals
  dismissed_at timestamp with time zone NOT NULL
  dismissed_by uuid NOT NULL
  post_id uuid NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT coordinated_dismissals_dismissed_by_fkey FOREIGN KEY (dismissed_by) REFERENCES people(id)
  CONSTRAINT coordinated_dismissals_workspace_id_post_id_fkey FOREIGN KEY (workspace_id, post_id) REFERENCES coordinated_posts(workspace_id, id) ON DELETE CASCADE
  CONSTRAINT coordinated_dismissals_pkey PRIMARY KEY (workspace_id, post_id)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE coordinated_posts
  channels text[] NOT NULL
  dense_from timestamp with time zone NOT NULL
  dense_to timestamp with time zone NOT NULL
  dense_voices integer NOT NULL
  first_at timestamp with time zone NOT NULL
  found_at timestamp with time zone NOT NULL
  id uuid NOT NULL
  last_at timestamp with time zone NOT NULL
  people integer NOT NULL
  unknown integer NOT NULL
  voices integer NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT coordinated_posts_pkey PRIMARY KEY (workspace_id, id)
  CREATE INDEX coordinated_posts_by_time ON public.coordinated_posts USING btree (workspace_id, last_at DESC, id DESC)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE coordinated_texts
  fingerprint bigint NOT NULL
  post_id uuid NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT coordinated_texts_workspace_id_post_id_fkey FOREIGN KEY (workspace_id, post_id) REFERENCES coordinated_posts(workspace_id, id) ON DELETE CASCADE
  CONSTRAINT coordinated_texts_pkey PRIMARY KEY (workspace_id, fingerprint)
  CREATE INDEX coordinated_texts_by_post ON public.coordinated_texts USING btree (workspace_id, post_id)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE corrections
  along_with uuid
  corrected_at timestamp with time zone NOT NULL
  corrected_by uuid
  feedback_id uuid NOT NULL
  field text NOT NULL
  id uuid NOT NULL
  value jsonb NOT NULL
  was jsonb NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT corrections_field_check CHECK ((field = ANY (ARRAY['sentiment'::text, 'intent'::text, 'categories'::text, 'urgency'::text])))
  CONSTRAINT corrections_corrected_by_fkey FOREIGN KEY (corrected_by) REFERENCES people(id)
  CONSTRAINT corrections_pkey PRIMARY KEY (workspace_id, id)
  CREATE INDEX corrections_by_feedback ON public.corrections USING btree (workspace_id, feedback_id, corrected_at DESC)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE customers
  attributes jsonb NOT NULL DEFAULT '{}'::jsonb
  created_at timestamp with time zone NOT NULL
  id uuid NOT NULL
  locale text
  merged_into uuid
  name text NOT NULL DEFAULT ''::text
  name_pieces tsvector NOT NULL GENERATED ALWAYS AS (hx_pieces(name))
  note text NOT NULL DEFAULT ''::text
  owner_id uuid
  tier text NOT NULL DEFAULT ''::text
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT customers_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id)
  CONSTRAINT customers_workspace_id_merged_into_fkey FOREIGN KEY (workspace_id, merged_into) REFERENCES customers(workspace_id, id)
  CONSTRAINT customers_pkey PRIMARY KEY (workspace_id, id)
  CREATE INDEX customers_by_name ON public.customers USING gin (name_pieces)
  CREATE INDEX customers_by_tier ON public.customers USING btree (workspace_id, tier, created_at DESC, id DESC) WHERE (tier <> ''::text)
  CREATE INDEX customers_by_time ON public.customers USING btree (workspace_id, created_at DESC, id DESC)
  CREATE INDEX customers_merged ON public.customers USING btree (workspace_id, merged_into) WHERE (merged_into IS NOT NULL)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE daily_categories
  category_id uuid NOT NULL
  day date NOT NULL
  polarity text NOT NULL
  voices bigint NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT daily_categories_pkey PRIMARY KEY (workspace_id, day, category_id, polarity)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE daily_counts
  channel text NOT NULL
  day date NOT NULL
  intent text NOT NULL
  sentiment text NOT NULL
  voices bigint NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT daily_counts_pkey PRIMARY KEY (workspace_id, day, channel, sentiment, intent)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE daily_echo
  answered bigint NOT NULL
  asked bigint NOT NULL
  day date NOT NULL
  either bigint NOT NULL
  told bigint NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  zone text NOT NULL
  CONSTRAINT daily_echo_pkey PRIMARY KEY (workspace_id, day)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE daily_themes
  day date NOT NULL
  sentiment text NOT NULL
  theme integer NOT NULL
  voices bigint NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT daily_themes_pkey PRIMARY KEY (workspace_id, day, theme, sentiment)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE erasures
  counts jsonb NOT NULL
  customer_id uuid NOT NULL
  erased_at timestamp with time zone NOT NULL
  erased_by uuid
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT erasures_erased_by_fkey FOREIGN KEY (erased_by) REFERENCES people(id)
  CONSTRAINT erasures_pkey PRIMARY KEY (workspace_id, customer_id)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE feedback
  channel text NOT NULL
  customer_id uuid
  erased_at timestamp with time zone
  facts jsonb NOT NULL DEFAULT '{}'::jsonb
  id uuid NOT NULL
  language text
  occurred_at timestamp with time zone NOT NULL
  query_code text NOT NULL
  quiet boolean NOT NULL DEFAULT false
  received_at timestamp with time zone NOT NULL
  source_id text COLLATE "C"
  subject text NOT NULL DEFAULT ''::text
  text text NOT NULL DEFAULT ''::text
  url text
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT feedback_pkey PRIMARY KEY (workspace_id, id)
  CONSTRAINT feedback_query_code_key UNIQUE (query_code)
  CREATE INDEX feedback_by_channel ON public.feedback USING btree (workspace_id, channel, occurred_at DESC, id DESC)
  CREATE INDEX feedback_by_customer ON public.feedback USING btree (workspace_id, customer_id, occurred_at DESC) WHERE (customer_id IS NOT NULL)
  CREATE UNIQUE INDEX feedback_by_source ON public.feedback USING btree (workspace_id, channel, source_id) WHERE (source_id IS NOT NULL)
  CREATE INDEX feedback_by_time ON public.feedback USING btree (workspace_id, occurred_at DESC, id DESC)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE feedback_attachments
  attachment_id uuid NOT NULL
  feedback_id uuid NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT feedback_attachments_pkey PRIMARY KEY (workspace_id, feedback_id, attachment_id)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE feedback_categories
  category_id uuid NOT NULL
  feedback_id uuid NOT NULL
  occurred_at timestamp with time zone NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT feedback_categories_pkey PRIMARY KEY (workspace_id, feedback_id, category_id)
  CREATE INDEX feedback_categories_by_time ON public.feedback_categories USING btree (workspace_id, category_id, occurred_at DESC, feedback_id DESC)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE feedback_keys
  body_hash text NOT NULL
  feedback_id uuid NOT NULL
  key text COLLATE "C" NOT NULL
  person_id uuid NOT NULL
  received_at timestamp with time zone NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT feedback_keys_pkey PRIMARY KEY (workspace_id, person_id, key)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE feedback_scores
  feedback_id uuid NOT NULL
  high real NOT NULL
  kind text NOT NULL
  low real NOT NULL
  occurred_at timestamp with time zone NOT NULL
  value real NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT feedback_scores_kind_check CHECK ((kind = ANY (ARRAY['nps'::text, 'csat'::text, 'ces'::text, 'rating'::text])))
  CONSTRAINT feedback_scores_pkey PRIMARY KEY (workspace_id, feedback_id, kind)
  CREATE INDEX feedback_scores_by_time ON public.feedback_scores USING btree (workspace_id, kind, occurred_at) INCLUDE (value)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE idempotent_replies
  created_at timestamp with time zone NOT NULL DEFAULT now()
  key text NOT NULL
  person_id uuid NOT NULL
  reply jsonb
  request_hash text NOT NULL
  status integer NOT NULL DEFAULT 0
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT idempotent_replies_pkey PRIMARY KEY (workspace_id, person_id, key)
  CREATE INDEX idempotent_replies_by_age ON public.idempotent_replies USING btree (created_at)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE identities
  created_at timestamp with time zone NOT NULL
  customer_id uuid NOT NULL
  kind text NOT NULL
  value text COLLATE "C" NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT identities_kind_check CHECK ((kind = ANY (ARRAY['external'::text, 'email'::text, 'phone'::text, 'openid'::text, 'device'::text])))
  CONSTRAINT identities_value_check CHECK (((length(value) >= 1) AND (length(value) <= 320)))
  CONSTRAINT identities_workspace_id_customer_id_fkey FOREIGN KEY (workspace_id, customer_id) REFERENCES customers(workspace_id, id) ON DELETE CASCADE
  CONSTRAINT identities_pkey PRIMARY KEY (workspace_id, kind, value)
  CREATE INDEX identities_by_customer ON public.identities USING btree (workspace_id, customer_id)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE imports
  attachment_id uuid NOT NULL
  created_at timestamp with time zone NOT NULL
  created_by uuid
  dry_run boolean NOT NULL DEFAULT false
  failure jsonb
  finished_at timestamp with time zone
  id uuid NOT NULL
  mapping jsonb NOT NULL
  name text NOT NULL
  refused jsonb NOT NULL DEFAULT '[]'::jsonb
  refused_count integer NOT NULL DEFAULT 0
  rows_added integer NOT NULL DEFAULT 0
  rows_already integer NOT NULL DEFAULT 0
  rows_read integer NOT NULL DEFAULT 0
  rows_total integer
  state text NOT NULL DEFAULT 'waiting'::text
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT imports_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'cancelled'::text, 'failed'::text])))
  CONSTRAINT imports_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id)
  CONSTRAINT imports_pkey PRIMARY KEY (workspace_id, id)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE improvement_feedback
  feedback_id uuid NOT NULL
  improvement_id uuid NOT NULL
  linked_at timestamp with time zone NOT NULL
  linked_by uuid
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT improvement_feedback_linked_by_fkey FOREIGN KEY (linked_by) REFERENCES people(id)
  CONSTRAINT improvement_feedback_workspace_id_improvement_id_fkey FOREIGN KEY (workspace_id, improvement_id) REFERENCES improvements(workspace_id, id) ON DELETE CASCADE
  CONSTRAINT improvement_feedback_pkey PRIMARY KEY (workspace_id, improvement_id, feedback_id)
  CREATE INDEX improvement_feedback_by_feedback ON public.improvement_feedback USING btree (workspace_id, feedback_id)
  CREATE INDEX improvement_feedback_by_time ON public.improvement_feedback USING btree (workspace_id, improvement_id, linked_at DESC, feedback_id DESC)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE improvement_numbers
  last bigint NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT improvement_numbers_pkey PRIMARY KEY (workspace_id)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE improvement_steps
  at timestamp with time zone NOT NULL
  by_id uuid
  facts jsonb NOT NULL DEFAULT '{}'::jsonb
  id uuid NOT NULL
  improvement_id uuid NOT NULL
  kind text NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT improvement_steps_by_id_fkey FOREIGN KEY (by_id) REFERENCES people(id)
  CONSTRAINT improvement_steps_workspace_id_improvement_id_fkey FOREIGN KEY (workspace_id, improvement_id) REFERENCES improvements(workspace_id, id) ON DELETE CASCADE
  CONSTRAINT improvement_steps_pkey PRIMARY KEY (workspace_id, id)
  CREATE INDEX improvement_steps_by_improvement ON public.improvement_steps USING btree (workspace_id, improvement_id, at, id)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE improvements
  benefit numeric
  category_id uuid
  cause text NOT NULL DEFAULT ''::text
  changed_at timestamp with time zone NOT NULL
  cost numeric
  created_at timestamp with time zone NOT NULL
  created_by uuid
  due_on date
  effort numeric NOT NULL DEFAULT 1
  id uuid NOT NULL
  notice_text text NOT NULL DEFAULT ''::text
  number bigint NOT NULL
  owner_id uuid
  problem text NOT NULL DEFAULT ''::text
  public boolean NOT NULL DEFAULT false
  public_came text NOT NULL DEFAULT ''::text
  public_did text NOT NULL DEFAULT ''::text
  public_heard text NOT NULL DEFAULT ''::text
  public_title text NOT NULL DEFAULT ''::text
  severity integer NOT NULL DEFAULT 3
  shipped_at timestamp with time zone
  solution text NOT NULL DEFAULT ''::text
  stage text NOT NULL DEFAULT 'proposed'::text
  stage_at timestamp with time zone NOT NULL
  title text NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT improvements_benefit_check CHECK ((benefit >= (0)::numeric))
  CONSTRAINT improvements_cost_check CHECK ((cost >= (0)::numeric))
  CONSTRAINT improvements_effort_check CHECK ((effort > (0)::numeric))
  CONSTRAINT improvements_severity_check CHECK (((severity >= 1) AND (severity <= 5)))
  CONSTRAINT improvements_stage_check CHECK ((stage = ANY (ARRAY['proposed'::text, 'accepted'::text, 'building'::text, 'shipped'::text, 'verified'::text, 'not-verified'::text, 'declined'::text])))
  CONSTRAINT improvements_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  CONSTRAINT improvements_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id)
  CONSTRAINT improvements_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id)
  CONSTRAINT improvements_pkey PRIMARY KEY (workspace_id, id)
  CONSTRAINT improvements_workspace_id_number_key UNIQUE (workspace_id, number)
  CREATE INDEX improvements_by_stage ON public.improvements USING btree (workspace_id, stage, number DESC)
  CREATE INDEX improvements_public ON public.improvements USING btree (workspace_id, shipped_at DESC NULLS LAST, number DESC) WHERE public
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE installation
  one boolean NOT NULL DEFAULT true
  secret_proof text NOT NULL
  CONSTRAINT installation_one_check CHECK (one)
  CONSTRAINT installation_pkey PRIMARY KEY (one)
  ROW LEVEL SECURITY ENABLED

TABLE job_runs
  counts jsonb NOT NULL
  failure text
  name text NOT NULL
  ran_at timestamp with time zone NOT NULL
  CONSTRAINT job_runs_pkey PRIMARY KEY (name)
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE judgements
  along_with uuid
  blind boolean NOT NULL
  drawn boolean NOT NULL DEFAULT false
  feedback_id uuid NOT NULL
  field text NOT NULL
  judged_at timestamp with time zone NOT NULL
  judged_by uuid NOT NULL
  value jsonb NOT NULL
  was jsonb NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT judgements_field_check CHECK ((field = ANY (ARRAY['sentiment'::text, 'intent'::text, 'categories'::text])))
  CONSTRAINT judgements_judged_by_fkey FOREIGN KEY (judged_by) REFERENCES people(id)
  CONSTRAINT judgements_pkey PRIMARY KEY (workspace_id, feedback_id, field, judged_by)
  CREATE INDEX judgements_along ON public.judgements USING btree (workspace_id, along_with) WHERE (along_with IS NOT NULL)
  CREATE INDEX judgements_by_time ON public.judgements USING btree (workspace_id, judged_at, feedback_id, judged_by)
  CREATE INDEX judgements_drawn ON public.judgements USING btree (workspace_id, feedback_id) WHERE drawn
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE learned_versions
  body bytea
  figures jsonb NOT NULL
  head jsonb
  judgements integer NOT NULL
  lessons jsonb NOT NULL
  made_at timestamp with time zone NOT NULL
  number integer NOT NULL
  went_live boolean NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT learned_versions_pkey PRIMARY KEY (workspace_id, number)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE links
  created_at timestamp with time zone NOT NULL
  email text
  expires_at timestamp with time zone NOT NULL
  id uuid NOT NULL
  invited_by uuid
  person_id uuid
  purpose text NOT NULL
  role text
  token_hash text NOT NULL
  used_at timestamp with time zone
  workspace_id uuid
  CONSTRAINT links_purpose_check CHECK ((purpose = ANY (ARRAY['set-up'::text, 'join'::text, 'new-password'::text])))
  CONSTRAINT links_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES people(id)
  CONSTRAINT links_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE
  CONSTRAINT links_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
  CONSTRAINT links_pkey PRIMARY KEY (token_hash)
  CONSTRAINT links_id_key UNIQUE (id)
  CREATE UNIQUE INDEX links_one_invitation ON public.links USING btree (workspace_id, email) WHERE ((purpose = 'join'::text) AND (used_at IS NULL))
  CREATE INDEX links_open ON public.links USING btree (workspace_id, purpose) WHERE (used_at IS NULL)
  ROW LEVEL SECURITY ENABLED
  POLICY own_invitations FOR ALL TO PUBLIC USING (((purpose = 'join'::text) AND (workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid)))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE mail_threads
  direction text NOT NULL
  feedback_id uuid NOT NULL
  message_id text NOT NULL
  seen_at timestamp with time zone NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT mail_threads_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text])))
  CONSTRAINT mail_threads_pkey PRIMARY KEY (workspace_id, message_id)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE mailboxes
  address text NOT NULL
  created_at timestamp with time zone NOT NULL
  failed_since timestamp with time zone
  failure text
  fault text
  id uuid NOT NULL
  imap jsonb
  last_uid bigint NOT NULL DEFAULT 0
  name text NOT NULL DEFAULT ''::text
  password_sealed text NOT NULL
  paused boolean NOT NULL DEFAULT false
  polled_at timestamp with time zone
  smtp jsonb
  uid_validity bigint
  user_name text NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT mailboxes_pkey PRIMARY KEY (workspace_id, id)
  CONSTRAINT mailboxes_workspace_id_address_key UNIQUE (workspace_id, address)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE mails
  attachments uuid[] NOT NULL DEFAULT '{}'::uuid[]
  attempts integer NOT NULL DEFAULT 0
  created_at timestamp with time zone NOT NULL
  dedupe text NOT NULL
  fault text
  headers jsonb NOT NULL DEFAULT '{}'::jsonb
  html text
  id uuid NOT NULL
  mailbox_id uuid
  message_id text NOT NULL
  next_at timestamp with time zone
  reason text
  recipient text NOT NULL
  sent_at timestamp with time zone
  state text NOT NULL DEFAULT 'queued'::text
  subject text NOT NULL
  text text NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT mails_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'delivered'::text, 'failed'::text])))
  CONSTRAINT mails_pkey PRIMARY KEY (workspace_id, id)
  CONSTRAINT mails_workspace_id_dedupe_key UNIQUE (workspace_id, dedupe)
  CREATE UNIQUE INDEX mails_by_message_id ON public.mails USING btree (workspace_id, message_id)
  CREATE INDEX mails_due ON public.mails USING btree (next_at) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text]))
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE memberships
  away boolean NOT NULL DEFAULT false
  digest text NOT NULL DEFAULT 'daily'::text
  ended_at timestamp with time zone
  joined_at timestamp with time zone NOT NULL
  person_id uuid NOT NULL
  role text NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT memberships_digest_check CHECK ((digest = ANY (ARRAY['off'::text, 'daily'::text])))
  CONSTRAINT memberships_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'manager'::text, 'agent'::text, 'analyst'::text, 'viewer'::text])))
  CONSTRAINT memberships_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE
  CONSTRAINT memberships_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
  CONSTRAINT memberships_pkey PRIMARY KEY (workspace_id, person_id)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE merges
  from_id uuid NOT NULL
  id uuid NOT NULL
  into_id uuid NOT NULL
  merged_at timestamp with time zone NOT NULL
  merged_by uuid
  undone_at timestamp with time zone
  undone_by uuid
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT merges_merged_by_fkey FOREIGN KEY (merged_by) REFERENCES people(id)
  CONSTRAINT merges_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES people(id)
  CONSTRAINT merges_pkey PRIMARY KEY (workspace_id, id)
  CREATE UNIQUE INDEX merges_open ON public.merges USING btree (workspace_id, from_id) WHERE (undone_at IS NULL)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE messages
  attachments uuid[] NOT NULL DEFAULT '{}'::uuid[]
  author_id uuid
  case_id uuid NOT NULL
  channel text NOT NULL
  created_at timestamp with time zone NOT NULL
  direction text NOT NULL
  id uuid NOT NULL
  kind text NOT NULL DEFAULT 'message'::text
  mail_id uuid
  mentions uuid[] NOT NULL DEFAULT '{}'::uuid[]
  source_id text
  text text NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT messages_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text, 'note'::text])))
  CONSTRAINT messages_kind_check CHECK ((kind = ANY (ARRAY['message'::text, 'acknowledgement'::text, 'resolution'::text, 'check'::text, 'notice'::text])))
  CONSTRAINT messages_text_check CHECK ((length(text) <= 20000))
  CONSTRAINT messages_author_id_fkey FOREIGN KEY (author_id) REFERENCES people(id)
  CONSTRAINT messages_workspace_id_case_id_fkey FOREIGN KEY (workspace_id, case_id) REFERENCES cases(workspace_id, id) ON DELETE CASCADE
  CONSTRAINT messages_pkey PRIMARY KEY (workspace_id, id)
  CREATE INDEX messages_by_case ON public.messages USING btree (workspace_id, case_id, created_at, id) INCLUDE (direction, kind)
  CREATE UNIQUE INDEX messages_by_source ON public.messages USING btree (workspace_id, source_id) WHERE (source_id IS NOT NULL)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE notices
  channel text NOT NULL
  customer_id uuid
  feedback_id uuid NOT NULL
  id uuid NOT NULL
  improvement_id uuid NOT NULL
  mail_id uuid
  recipient uuid NOT NULL
  seen_at timestamp with time zone
  sent_at timestamp with time zone NOT NULL
  text text NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT notices_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'status-page'::text])))
  CONSTRAINT notices_pkey PRIMARY KEY (workspace_id, id)
  CONSTRAINT notices_workspace_id_improvement_id_recipient_key UNIQUE (workspace_id, improvement_id, recipient)
  CREATE INDEX notices_by_customer ON public.notices USING btree (workspace_id, customer_id, sent_at DESC) WHERE (customer_id IS NOT NULL)
  CREATE INDEX notices_by_feedback ON public.notices USING btree (workspace_id, feedback_id)
  CREATE INDEX notices_by_improvement ON public.notices USING btree (workspace_id, improvement_id, sent_at DESC, id DESC)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE notifications
  created_at timestamp with time zone NOT NULL
  dedupe text NOT NULL
  digested_at timestamp with time zone
  facts jsonb NOT NULL DEFAULT '{}'::jsonb
  id uuid NOT NULL
  kind text NOT NULL
  person_id uuid NOT NULL
  read_at timestamp with time zone
  subject text NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT notifications_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE
  CONSTRAINT notifications_pkey PRIMARY KEY (workspace_id, id)
  CONSTRAINT notifications_workspace_id_person_id_dedupe_key UNIQUE (workspace_id, person_id, dedupe)
  CREATE INDEX notifications_by_person ON public.notifications USING btree (workspace_id, person_id, created_at DESC, id DESC)
  CREATE INDEX notifications_undigested ON public.notifications USING btree (workspace_id, created_at) WHERE ((read_at IS NULL) AND (digested_at IS NULL))
  CREATE INDEX notifications_unread ON public.notifications USING btree (workspace_id, person_id) WHERE (read_at IS NULL)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE open_reviews
  feedback_id uuid NOT NULL
  since timestamp with time zone NOT NULL
  state text NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT open_reviews_state_check CHECK ((state = ANY (ARRAY['second'::text, 'differs'::text])))
  CONSTRAINT open_reviews_pkey PRIMARY KEY (workspace_id, feedback_id)
  CREATE INDEX open_reviews_by_state ON public.open_reviews USING btree (workspace_id, state, since)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE orders
  amount numeric(14,2)
  currency text
  customer_id uuid
  external_id text NOT NULL
  facts jsonb NOT NULL DEFAULT '{}'::jsonb
  placed_at timestamp with time zone NOT NULL
  product text NOT NULL DEFAULT ''::text
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT orders_external_id_check CHECK (((length(external_id) >= 1) AND (length(external_id) <= 200)))
  CONSTRAINT orders_pkey PRIMARY KEY (workspace_id, external_id)
  CREATE INDEX orders_by_customer ON public.orders USING btree (workspace_id, customer_id, placed_at DESC) WHERE (customer_id IS NOT NULL)
  CREATE INDEX orders_by_time ON public.orders USING btree (workspace_id, placed_at, product)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE outbox
  happened_at timestamp with time zone NOT NULL DEFAULT clock_timestamp()
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  name text NOT NULL
  payload jsonb NOT NULL
  relayed_at timestamp with time zone
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT outbox_pkey PRIMARY KEY (id)
  CREATE INDEX outbox_relayed ON public.outbox USING btree (relayed_at) WHERE (relayed_at IS NOT NULL)
  CREATE INDEX outbox_unrelayed ON public.outbox USING btree (id) WHERE (relayed_at IS NULL)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE outside_calls
  at timestamp with time zone NOT NULL
  case_id uuid
  customer_id uuid
  erased_at timestamp with time zone
  feedback_ids uuid[] NOT NULL DEFAULT '{}'::uuid[]
  held_until timestamp with time zone
  id uuid NOT NULL
  model text NOT NULL
  month date
  ms integer
  outcome text NOT NULL DEFAULT 'asked'::text
  person_id uuid
  purpose text NOT NULL
  received text NOT NULL DEFAULT ''::text
  sent jsonb NOT NULL
  taken integer NOT NULL DEFAULT 0
  tokens_received integer NOT NULL DEFAULT 0
  tokens_sent integer NOT NULL DEFAULT 0
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT outside_calls_model_check CHECK ((length(model) <= 200))
  CONSTRAINT outside_calls_ms_check CHECK ((ms >= 0))
  CONSTRAINT outside_calls_outcome_check CHECK ((outcome = ANY (ARRAY['asked'::text, 'answered'::text, 'away'::text, 'slow'::text, 'busy'::text, 'key'::text, 'unfit'::text, 'rubbish'::text])))
  CONSTRAINT outside_calls_purpose_check CHECK ((purpose = ANY (ARRAY['draft'::text, 'summary'::text, 'theme-names'::text, 'trial'::text])))
  CONSTRAINT outside_calls_received_check CHECK ((length(received) <= 20000))
  CONSTRAINT outside_calls_taken_check CHECK ((taken >= 0))
  CONSTRAINT outside_calls_tokens_received_check CHECK ((tokens_received >= 0))
  CONSTRAINT outside_calls_tokens_sent_check CHECK ((tokens_sent >= 0))
  CONSTRAINT outside_calls_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
  CONSTRAINT outside_calls_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
  CONSTRAINT outside_calls_pkey PRIMARY KEY (workspace_id, id)
  CREATE INDEX outside_calls_by_age ON public.outside_calls USING btree (at)
  CREATE INDEX outside_calls_by_time ON public.outside_calls USING btree (workspace_id, at DESC, id DESC)
  CREATE INDEX outside_calls_held ON public.outside_calls USING btree (workspace_id, held_until) WHERE (held_until IS NOT NULL)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE outside_model_months
  calls integer NOT NULL
  month date NOT NULL
  tokens bigint NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT outside_model_months_calls_check CHECK ((calls >= 0))
  CONSTRAINT outside_model_months_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
  CONSTRAINT outside_model_months_tokens_check CHECK ((tokens >= 0))
  CONSTRAINT outside_model_months_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
  CONSTRAINT outside_model_months_pkey PRIMARY KEY (workspace_id, month)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE outside_model_settings
  changed_at timestamp with time zone NOT NULL
  changed_by uuid NOT NULL
  enabled boolean NOT NULL
  monthly_calls integer NOT NULL
  monthly_tokens integer NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT outside_model_settings_monthly_calls_check CHECK (((monthly_calls >= 0) AND (monthly_calls <= 1000000)))
  CONSTRAINT outside_model_settings_monthly_tokens_check CHECK (((monthly_tokens >= 0) AND (monthly_tokens <= 100000000)))
  CONSTRAINT outside_model_settings_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id)
  CONSTRAINT outside_model_settings_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
  CONSTRAINT outside_model_settings_pkey PRIMARY KEY (workspace_id)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE people
  created_at timestamp with time zone NOT NULL
  email text
  id uuid NOT NULL
  kind text NOT NULL DEFAULT 'person'::text
  locale text NOT NULL DEFAULT 'zh-CN'::text
  name text NOT NULL
  password_hash text
  totp_pending text
  totp_sealed text
  totp_step bigint
  CONSTRAINT people_check CHECK (((kind = 'person'::text) = (email IS NOT NULL)))
  CONSTRAINT people_email_check CHECK ((email = lower(email)))
  CONSTRAINT people_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'key'::text])))
  CONSTRAINT people_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
  CONSTRAINT people_pkey PRIMARY KEY (id)
  CONSTRAINT people_email_key UNIQUE (email)
  ROW LEVEL SECURITY ENABLED
  POLICY anyone_may_be_added FOR INSERT TO PUBLIC WITH CHECK (true)
  POLICY own_workspace FOR ALL TO PUBLIC USING ((EXISTS ( SELECT
     FROM memberships m
    WHERE ((m.person_id = people.id) AND (m.workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid)))))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE promise_policies
  policy jsonb NOT NULL
  position integer NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT promise_policies_pkey PRIMARY KEY (workspace_id, "position")
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE promise_settings
  changed_at timestamp with time zone NOT NULL
  changed_by uuid
  silence text NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT promise_settings_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id)
  CONSTRAINT promise_settings_pkey PRIMARY KEY (workspace_id)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE promises
  basis text NOT NULL
  broken_at timestamp with time zone
  case_id uuid NOT NULL
  dropped_at timestamp with time zone
  due_at timestamp with time zone NOT NULL
  duration text NOT NULL
  id uuid NOT NULL
  kept_at timestamp with time zone
  kind text NOT NULL
  made_at timestamp with time zone NOT NULL
  made_by uuid
  made_good_at timestamp with time zone
  paused_at timestamp with time zone
  warn_at timestamp with time zone
  warned_at timestamp with time zone
  why_broken text
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT promises_basis_check CHECK ((basis = ANY (ARRAY['clock'::text, 'calendar'::text])))
  CONSTRAINT promises_check CHECK (((kept_at IS NULL) OR (broken_at IS NULL)))
  CONSTRAINT promises_check1 CHECK (((made_good_at IS NULL) OR (broken_at IS NOT NULL)))
  CONSTRAINT promises_made_by_fkey FOREIGN KEY (made_by) REFERENCES people(id)
  CONSTRAINT promises_workspace_id_case_id_fkey FOREIGN KEY (workspace_id, case_id) REFERENCES cases(workspace_id, id) ON DELETE CASCADE
  CONSTRAINT promises_pkey PRIMARY KEY (workspace_id, id)
  CREATE INDEX promises_by_case ON public.promises USING btree (workspace_id, case_id)
  CREATE INDEX promises_by_due ON public.promises USING btree (workspace_id, due_at DESC, id DESC)
  CREATE INDEX promises_due ON public.promises USING btree (due_at) WHERE ((kept_at IS NULL) AND (broken_at IS NULL) AND (dropped_at IS NULL) AND (paused_at IS NULL))
  CREATE UNIQUE INDEX promises_open ON public.promises USING btree (workspace_id, case_id, kind) WHERE ((kept_at IS NULL) AND (dropped_at IS NULL) AND (broken_at IS NULL))
  CREATE INDEX promises_to_warn ON public.promises USING btree (warn_at) WHERE ((kept_at IS NULL) AND (broken_at IS NULL) AND (dropped_at IS NULL) AND (paused_at IS NULL) AND (warned_at IS NULL))
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE reading_settings
  learned_until uuid
  live_version integer NOT NULL DEFAULT 0
  revision integer NOT NULL DEFAULT 0
  stopped_at text
  two_reviewers boolean NOT NULL DEFAULT false
  words text[] NOT NULL DEFAULT '{}'::text[]
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT reading_settings_pkey PRIMARY KEY (workspace_id)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE recovery_codes
  code_hash text NOT NULL
  person_id uuid NOT NULL
  used_at timestamp with time zone
  CONSTRAINT recovery_codes_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE
  CONSTRAINT recovery_codes_pkey PRIMARY KEY (person_id, code_hash)
  ROW LEVEL SECURITY ENABLED
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE reply_templates
  changed_at timestamp with time zone NOT NULL
  changed_by uuid
  id uuid NOT NULL
  language text NOT NULL DEFAULT 'zh-CN'::text
  name text NOT NULL
  position integer NOT NULL DEFAULT 0
  retired_at timestamp with time zone
  situation text NOT NULL DEFAULT ''::text
  starter text
  text text NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT reply_templates_text_check CHECK ((length(text) <= 8000))
  CONSTRAINT reply_templates_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id)
  CONSTRAINT reply_templates_pkey PRIMARY KEY (workspace_id, id)
  CREATE UNIQUE INDEX reply_templates_starters ON public.reply_templates USING btree (workspace_id, starter) WHERE (starter IS NOT NULL)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE responses
  completed_at timestamp with time zone NOT NULL
  customer_id uuid
  feedback_id uuid
  id uuid NOT NULL
  locale text NOT NULL
  source text NOT NULL DEFAULT 'link'::text
  started_at timestamp with time zone NOT NULL
  submission text NOT NULL
  survey_id uuid NOT NULL
  version integer NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT responses_pkey PRIMARY KEY (workspace_id, id)
  CONSTRAINT responses_workspace_id_survey_id_submission_key UNIQUE (workspace_id, survey_id, submission)
  CREATE INDEX responses_by_customer ON public.responses USING btree (workspace_id, customer_id) WHERE (customer_id IS NOT NULL)
  CREATE INDEX responses_by_feedback ON public.responses USING btree (workspace_id, feedback_id) WHERE (feedback_id IS NOT NULL)
  CREATE INDEX responses_by_survey ON public.responses USING btree (workspace_id, survey_id, completed_at DESC, id DESC)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE routing_rules
  position integer NOT NULL
  rule jsonb NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT routing_rules_pkey PRIMARY KEY (workspace_id, "position")
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE routing_settings
  changed_at timestamp with time zone NOT NULL
  changed_by uuid
  load_cap integer NOT NULL
  otherwise_id uuid
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT routing_settings_load_cap_check CHECK ((load_cap > 0))
  CONSTRAINT routing_settings_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id)
  CONSTRAINT routing_settings_pkey PRIMARY KEY (workspace_id)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE satisfaction_checks
  answer text
  answered_at timestamp with time zone
  asked_at timestamp with time zone NOT NULL
  case_id uuid NOT NULL
  comment text NOT NULL DEFAULT ''::text
  ended_at timestamp with time zone
  ends_at timestamp with time zone NOT NULL
  id uuid NOT NULL
  token_hash text NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT satisfaction_checks_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text])))
  CONSTRAINT satisfaction_checks_workspace_id_case_id_fkey FOREIGN KEY (workspace_id, case_id) REFERENCES cases(workspace_id, id) ON DELETE CASCADE
  CONSTRAINT satisfaction_checks_pkey PRIMARY KEY (workspace_id, id)
  CONSTRAINT satisfaction_checks_token_hash_key UNIQUE (token_hash)
  CREATE INDEX satisfaction_checks_due ON public.satisfaction_checks USING btree (ends_at) WHERE ((answered_at IS NULL) AND (ended_at IS NULL))
  CREATE UNIQUE INDEX satisfaction_checks_open ON public.satisfaction_checks USING btree (workspace_id, case_id) WHERE ((answered_at IS NULL) AND (ended_at IS NULL))
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE saved_views
  created_at timestamp with time zone NOT NULL
  id uuid NOT NULL
  name text NOT NULL
  page text NOT NULL
  person_id uuid NOT NULL
  query jsonb NOT NULL
  shared boolean NOT NULL DEFAULT false
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT saved_views_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80)))
  CONSTRAINT saved_views_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE
  CONSTRAINT saved_views_pkey PRIMARY KEY (workspace_id, id)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE schema_migrations
  applied_at timestamp with time zone NOT NULL DEFAULT now()
  checksum text NOT NULL
  name text NOT NULL
  number integer NOT NULL
  CONSTRAINT schema_migrations_pkey PRIMARY KEY (number)

TABLE sessions
  address text NOT NULL
  expires_at timestamp with time zone NOT NULL
  id uuid NOT NULL
  person_id uuid NOT NULL
  seen_at timestamp with time zone NOT NULL
  started_at timestamp with time zone NOT NULL
  token_hash text NOT NULL
  user_agent text NOT NULL
  workspace_id uuid NOT NULL
  CONSTRAINT sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE
  CONSTRAINT sessions_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
  CONSTRAINT sessions_pkey PRIMARY KEY (token_hash)
  CONSTRAINT sessions_id_key UNIQUE (id)
  CREATE INDEX sessions_by_person ON public.sessions USING btree (person_id, seen_at DESC)
  ROW LEVEL SECURITY ENABLED
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE set_asides
  feedback_id uuid NOT NULL
  reason text NOT NULL
  set_at timestamp with time zone NOT NULL
  set_by uuid
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT set_asides_set_by_fkey FOREIGN KEY (set_by) REFERENCES people(id)
  CONSTRAINT set_asides_pkey PRIMARY KEY (workspace_id, feedback_id)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE splits
  category_id uuid NOT NULL
  corrections uuid[] NOT NULL
  id uuid NOT NULL
  made_at timestamp with time zone NOT NULL
  made_by uuid NOT NULL
  parts uuid[] NOT NULL
  place text NOT NULL
  undone_at timestamp with time zone
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT splits_place_check CHECK ((place = ANY (ARRAY['below'::text, 'instead'::text])))
  CONSTRAINT splits_made_by_fkey FOREIGN KEY (made_by) REFERENCES people(id)
  CONSTRAINT splits_pkey PRIMARY KEY (workspace_id, id)
  CREATE INDEX splits_by_category ON public.splits USING btree (workspace_id, category_id, id)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE stale_days
  day date NOT NULL
  marks bigint NOT NULL DEFAULT 1
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT stale_days_pkey PRIMARY KEY (workspace_id, day)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE stale_echo_days
  day date NOT NULL
  marks bigint NOT NULL DEFAULT 1
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT stale_echo_days_pkey PRIMARY KEY (workspace_id, day)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE survey_versions
  definition jsonb NOT NULL
  published_at timestamp with time zone NOT NULL
  published_by uuid
  survey_id uuid NOT NULL
  version integer NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT survey_versions_published_by_fkey FOREIGN KEY (published_by) REFERENCES people(id)
  CONSTRAINT survey_versions_workspace_id_survey_id_fkey FOREIGN KEY (workspace_id, survey_id) REFERENCES surveys(workspace_id, id) ON DELETE CASCADE
  CONSTRAINT survey_versions_pkey PRIMARY KEY (workspace_id, survey_id, version)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE surveys
  changed_at timestamp with time zone NOT NULL
  created_at timestamp with time zone NOT NULL
  created_by uuid
  draft jsonb NOT NULL
  id uuid NOT NULL
  slug text NOT NULL
  state text NOT NULL DEFAULT 'draft'::text
  template text NOT NULL DEFAULT ''::text
  title text NOT NULL
  version integer NOT NULL DEFAULT 0
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT surveys_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{1,62}$'::text))
  CONSTRAINT surveys_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text])))
  CONSTRAINT surveys_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id)
  CONSTRAINT surveys_pkey PRIMARY KEY (workspace_id, id)
  CONSTRAINT surveys_slug_key UNIQUE (slug)
  CREATE INDEX surveys_by_time ON public.surveys USING btree (workspace_id, created_at DESC, id DESC)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE team_members
  person_id uuid NOT NULL
  team_id uuid NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT team_members_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE
  CONSTRAINT team_members_workspace_id_team_id_fkey FOREIGN KEY (workspace_id, team_id) REFERENCES teams(workspace_id, id) ON DELETE CASCADE
  CONSTRAINT team_members_pkey PRIMARY KEY (workspace_id, team_id, person_id)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE teams
  created_at timestamp with time zone NOT NULL
  id uuid NOT NULL
  lead_id uuid
  name text NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT teams_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80)))
  CONSTRAINT teams_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES people(id)
  CONSTRAINT teams_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
  CONSTRAINT teams_pkey PRIMARY KEY (workspace_id, id)
  CONSTRAINT teams_workspace_id_name_key UNIQUE (workspace_id, name)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE theme_bursts
  began_at timestamp with time zone NOT NULL
  chance real NOT NULL
  count integer NOT NULL
  ended_at timestamp with time zone
  expected real NOT NULL
  seen_at timestamp with time zone NOT NULL
  theme integer NOT NULL
  usual_high integer NOT NULL
  usual_low integer NOT NULL
  weeks integer NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT theme_bursts_pkey PRIMARY KEY (workspace_id, theme, began_at)
  CREATE UNIQUE INDEX theme_bursts_open ON public.theme_bursts USING btree (workspace_id, theme) WHERE (ended_at IS NULL)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE theme_news
  heard bigint NOT NULL DEFAULT 0
  looked bigint NOT NULL DEFAULT 0
  marks bigint NOT NULL DEFAULT 1
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT theme_news_pkey PRIMARY KEY (workspace_id)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE theme_runs
  asked_at timestamp with time zone NOT NULL
  asked_by uuid
  attempts integer NOT NULL DEFAULT 0
  failure text
  finished_at timestamp with time zone
  id uuid NOT NULL
  left_out integer
  model_body bytea
  model_head text
  parameters jsonb NOT NULL DEFAULT '{}'::jsonb
  progress real NOT NULL DEFAULT 0
  started_at timestamp with time zone
  state text NOT NULL
  themes integer
  took_ms integer
  voices integer
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT theme_runs_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'cancelled'::text, 'failed'::text])))
  CONSTRAINT theme_runs_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES people(id)
  CONSTRAINT theme_runs_pkey PRIMARY KEY (workspace_id, id)
  CREATE INDEX theme_runs_by_time ON public.theme_runs USING btree (workspace_id, asked_at DESC, id DESC)
  CREATE UNIQUE INDEX theme_runs_model ON public.theme_runs USING btree (workspace_id) WHERE (model_head IS NOT NULL)
  CREATE UNIQUE INDEX theme_runs_open ON public.theme_runs USING btree (workspace_id) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]))
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE theme_voices
  confidence real NOT NULL
  feedback_id uuid NOT NULL
  occurred_at timestamp with time zone NOT NULL
  theme integer NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT theme_voices_pkey PRIMARY KEY (workspace_id, feedback_id)
  CREATE INDEX theme_voices_by_time ON public.theme_voices USING btree (workspace_id, theme, occurred_at DESC, feedback_id DESC)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE themes
  examples jsonb NOT NULL
  first_seen timestamp with time zone NOT NULL
  found_at timestamp with time zone NOT NULL
  hidden_at timestamp with time zone
  id uuid NOT NULL
  last_seen timestamp with time zone NOT NULL
  merged_into integer
  name text
  number integer NOT NULL
  retired_at timestamp with time zone
  size integer NOT NULL
  words jsonb NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT themes_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80)))
  CONSTRAINT themes_number_check CHECK ((number > 0))
  CONSTRAINT themes_workspace_id_merged_into_fkey FOREIGN KEY (workspace_id, merged_into) REFERENCES themes(workspace_id, number)
  CONSTRAINT themes_pkey PRIMARY KEY (workspace_id, id)
  CONSTRAINT themes_workspace_id_number_key UNIQUE (workspace_id, number)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE understandings
  categories uuid[] NOT NULL DEFAULT '{}'::uuid[]
  channel text NOT NULL
  confidence real NOT NULL
  corrected boolean NOT NULL DEFAULT false
  doubt_categories real
  doubt_intent real
  doubt_sentiment real
  draw_rank double precision
  emotion text
  emotion_confidence real
  engine_version text NOT NULL
  feedback_id uuid NOT NULL
  intent text NOT NULL
  intent_confidence real NOT NULL
  keywords jsonb NOT NULL DEFAULT '[]'::jsonb
  language text NOT NULL
  need text
  need_confidence real
  occurred_at timestamp with time zone NOT NULL
  owed boolean NOT NULL DEFAULT false
  pii jsonb NOT NULL DEFAULT '[]'::jsonb
  review_rank double precision
  score real NOT NULL
  sentiment text NOT NULL
  set_aside boolean NOT NULL DEFAULT false
  tokens tsvector NOT NULL DEFAULT ''::tsvector
  understood_at timestamp with time zone NOT NULL
  urgency text NOT NULL
  urgency_reasons text[] NOT NULL DEFAULT '{}'::text[]
  value_authentic text
  value_relevant text
  value_specific text
  value_timely text
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT understandings_intent_check CHECK ((intent = ANY (ARRAY['complaint'::text, 'suggestion'::text, 'question'::text, 'praise'::text, 'churn'::text, 'other'::text])))
  CONSTRAINT understandings_sentiment_check CHECK ((sentiment = ANY (ARRAY['positive'::text, 'neutral'::text, 'negative'::text])))
  CONSTRAINT understandings_urgency_check CHECK ((urgency = ANY (ARRAY['low'::text, 'normal'::text, 'high'::text, 'critical'::text])))
  CONSTRAINT understandings_pkey PRIMARY KEY (workspace_id, feedback_id)
  CREATE INDEX understandings_by_emotion ON public.understandings USING btree (workspace_id, emotion, occurred_at DESC, feedback_id DESC) INCLUDE (sentiment, intent, channel, set_aside) WHERE (emotion IS NOT NULL)
  CREATE INDEX understandings_by_intent ON public.understandings USING btree (workspace_id, intent, occurred_at DESC, feedback_id DESC) INCLUDE (sentiment, channel, set_aside)
  CREATE INDEX understandings_by_sentiment ON public.understandings USING btree (workspace_id, sentiment, occurred_at DESC, feedback_id DESC) INCLUDE (intent, channel, set_aside)
  CREATE INDEX understandings_by_time ON public.understandings USING btree (workspace_id, occurred_at DESC, feedback_id DESC)
  CREATE INDEX understandings_by_version ON public.understandings USING btree (workspace_id, engine_version)
  CREATE INDEX understandings_by_words ON public.understandings USING gin (tokens)
  CREATE INDEX understandings_doubtful ON public.understandings USING btree (workspace_id, occurred_at DESC, feedback_id DESC) INCLUDE (sentiment, intent, channel, set_aside) WHERE (value_authentic <> 'own-words'::text)
  CREATE INDEX understandings_set_aside ON public.understandings USING btree (workspace_id, occurred_at DESC, feedback_id DESC) WHERE set_aside
  CREATE INDEX understandings_to_draw ON public.understandings USING btree (workspace_id, draw_rank DESC, feedback_id DESC) WHERE ((draw_rank IS NOT NULL) AND (NOT corrected) AND (NOT set_aside))
  CREATE INDEX understandings_to_review ON public.understandings USING btree (workspace_id, review_rank DESC, feedback_id DESC) WHERE ((review_rank IS NOT NULL) AND (NOT corrected) AND (NOT set_aside))
  CREATE INDEX understandings_vague ON public.understandings USING btree (workspace_id, occurred_at DESC, feedback_id DESC) INCLUDE (sentiment, intent, channel, set_aside) WHERE (value_specific = 'only-judges'::text)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE verification_results
  computed_at timestamp with time zone NOT NULL
  result jsonb NOT NULL
  verdict text NOT NULL
  verification_id uuid NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT verification_results_verdict_check CHECK ((verdict = ANY (ARRAY['worked'::text, 'no-evidence'::text, 'worse'::text, 'too-few'::text])))
  CONSTRAINT verification_results_workspace_id_verification_id_fkey FOREIGN KEY (workspace_id, verification_id) REFERENCES verifications(workspace_id, id) ON DELETE CASCADE
  CONSTRAINT verification_results_pkey PRIMARY KEY (workspace_id, verification_id)
  CREATE TRIGGER verification_results_stay BEFORE UPDATE ON public.verification_results FOR EACH ROW EXECUTE FUNCTION refuse_change()
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT INSERT, SELECT TO huixiang_app

TABLE verifications
  due_at timestamp with time zone NOT NULL
  frozen_at timestamp with time zone NOT NULL
  frozen_by uuid
  id uuid NOT NULL
  improvement_id uuid NOT NULL
  plan jsonb NOT NULL
  plan_hash text NOT NULL
  round integer NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT verifications_frozen_by_fkey FOREIGN KEY (frozen_by) REFERENCES people(id)
  CONSTRAINT verifications_workspace_id_improvement_id_fkey FOREIGN KEY (workspace_id, improvement_id) REFERENCES improvements(workspace_id, id) ON DELETE CASCADE
  CONSTRAINT verifications_pkey PRIMARY KEY (workspace_id, id)
  CONSTRAINT verifications_workspace_id_improvement_id_round_key UNIQUE (workspace_id, improvement_id, round)
  CREATE INDEX verifications_due ON public.verifications USING btree (due_at)
  CREATE TRIGGER verifications_stay BEFORE UPDATE ON public.verifications FOR EACH ROW EXECUTE FUNCTION refuse_change()
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT INSERT, SELECT TO huixiang_app

TABLE voice_signatures
  bands integer[] NOT NULL DEFAULT '{}'::integer[]
  bulk integer NOT NULL DEFAULT 0
  cell smallint
  feedback_id uuid NOT NULL
  fingerprint bigint
  meaning bytea
  occurred_at timestamp with time zone NOT NULL
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT voice_signatures_pkey PRIMARY KEY (workspace_id, feedback_id)
  CREATE INDEX voice_signatures_by_bands ON public.voice_signatures USING gin (bands) WITH (fastupdate=off)
  CREATE INDEX voice_signatures_by_cell ON public.voice_signatures USING btree (workspace_id, cell, occurred_at DESC, feedback_id DESC) INCLUDE (meaning) WHERE (cell IS NOT NULL)
  CREATE INDEX voice_signatures_by_fingerprint ON public.voice_signatures USING btree (workspace_id, fingerprint, occurred_at DESC, feedback_id DESC) WHERE (fingerprint IS NOT NULL)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE work_calendars
  calendar jsonb NOT NULL
  changed_at timestamp with time zone NOT NULL
  changed_by uuid
  workspace_id uuid NOT NULL DEFAULT hx_workspace()
  CONSTRAINT work_calendars_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id)
  CONSTRAINT work_calendars_pkey PRIMARY KEY (workspace_id)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((workspace_id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app

TABLE workspaces
  created_at timestamp with time zone NOT NULL DEFAULT now()
  first_run_done boolean NOT NULL DEFAULT false
  id uuid NOT NULL
  locale text NOT NULL DEFAULT 'zh-CN'::text
  name text NOT NULL
  settings jsonb NOT NULL DEFAULT '{}'::jsonb
  slug text NOT NULL
  timezone text NOT NULL DEFAULT 'Asia/Shanghai'::text
  CONSTRAINT workspaces_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
  CONSTRAINT workspaces_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text))
  CONSTRAINT workspaces_pkey PRIMARY KEY (id)
  CONSTRAINT workspaces_slug_key UNIQUE (slug)
  ROW LEVEL SECURITY ENABLED
  POLICY own_workspace FOR ALL TO PUBLIC USING ((id = (NULLIF(current_setting('hx.workspace'::text, true), ''::text))::uuid))
  GRANT DELETE, INSERT, SELECT, UPDATE TO huixiang_app
