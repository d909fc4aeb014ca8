-- What an erased customer leaves in news: `marks` are their ids and addresses. News that only names things by id stays,
-- for figures that still count it; what carries words or addresses goes, with its files and the reason why it failed.
CREATE FUNCTION forget_news(marks text[]) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
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
END $$;

-- Files that were read in, or only looked at, hold whole lists of people: none is kept for longer than it is needed.
CREATE FUNCTION forget_import_files(of_type text, before timestamptz) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  forgotten int;
BEGIN
  DELETE FROM attachments a WHERE a.content_type = of_type AND a.created_at < before
    AND NOT EXISTS (SELECT FROM imports i WHERE i.workspace_id = a.workspace_id AND i.attachment_id = a.id AND i.state IN ('waiting', 'running'));
  GET DIAGNOSTICS forgotten = ROW_COUNT;
  RETURN forgotten;
END $$;

-- Whoever was erased is not found any more by the codes and links they still have.
CREATE OR REPLACE FUNCTION feedback_by_code(wanted text) RETURNS TABLE (workspace_id uuid, feedback_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT workspace_id, id FROM feedback WHERE query_code = wanted AND erased_at IS NULL $$;

CREATE OR REPLACE FUNCTION check_by_token(wanted text) RETURNS TABLE (workspace_id uuid, check_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT c.workspace_id, c.id FROM satisfaction_checks c WHERE c.token_hash = wanted
        AND EXISTS (SELECT FROM case_feedback l JOIN feedback f ON f.workspace_id = l.workspace_id AND f.id = l.feedback_id
                    WHERE l.workspace_id = c.workspace_id AND l.case_id = c.case_id AND f.erased_at IS NULL) $$;
