-- The echo rate counts those who asked by whatever the workspace promises, not by a first answer or a decision alone.
-- Days that were counted otherwise are counted anew.
DELETE FROM daily_echo;

CREATE OR REPLACE FUNCTION echo_days_missing(workspace uuid, yesterday date, in_zone text) RETURNS boolean
  LANGUAGE sql STABLE SET search_path = public
  AS $$ SELECT EXISTS (
          SELECT FROM (SELECT (p.due_at AT TIME ZONE in_zone)::date AS day FROM promises p
                       WHERE p.workspace_id = workspace AND p.kind IN ('first-answer', 'decision', 'resolution', 'call-back')
                       ORDER BY p.due_at LIMIT 1) earliest,
            LATERAL (VALUES (earliest.day), (yesterday)) AS wanted (day)
          WHERE earliest.day <= yesterday
            AND NOT EXISTS (SELECT FROM daily_echo d WHERE d.workspace_id = workspace AND d.day = wanted.day AND d.zone = in_zone)
            AND NOT EXISTS (SELECT FROM stale_echo_days s WHERE s.workspace_id = workspace AND s.day = wanted.day)) $$;
