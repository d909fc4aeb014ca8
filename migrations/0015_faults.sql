-- What went wrong is kept by its kind, beside the words of the server that said so: people read it in their language.
ALTER TABLE mails ADD COLUMN fault text;
ALTER TABLE mailboxes ADD COLUMN fault text;

ALTER TABLE imports ALTER COLUMN failure TYPE jsonb
  USING CASE WHEN failure IS NOT NULL THEN jsonb_build_object('code', 'internal', 'detail', failure, 'facts', jsonb_build_object('trace', '–')) END;
-- Of lines refused before this there are only English words.
UPDATE imports SET refused = (
  SELECT coalesce(jsonb_agg('{"code": "wrong-form", "facts": {}, "column": null, "value": null}'::jsonb || line), '[]') FROM jsonb_array_elements(refused) AS line)
  WHERE refused <> '[]';
