-- What copies and kin of a voice are found by. Derived: written when a voice is understood, can be thrown away and made
-- again. `fingerprint` is one for all spellings of a text, null where it says too little to be a copy of anything;
-- near-copies share one of their `bands`. `meaning` is the direction of what is said, `cell` the part of all directions
-- it lies in: kin are looked for in the nearest cells, the newest first, so that no look grows with the table.
CREATE TABLE voice_signatures (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  feedback_id  uuid        NOT NULL,
  occurred_at  timestamptz NOT NULL,
  fingerprint  bigint,
  bulk         int         NOT NULL DEFAULT 0,
  bands        int[]       NOT NULL DEFAULT '{}',
  cell         smallint,
  meaning      bytea,
  PRIMARY KEY (workspace_id, feedback_id)
);
CREATE INDEX voice_signatures_by_fingerprint ON voice_signatures (workspace_id, fingerprint, occurred_at DESC, feedback_id DESC) WHERE fingerprint IS NOT NULL;
-- Holds the meaning as well, so that thousands are compared without a look at the table.
CREATE INDEX voice_signatures_by_cell ON voice_signatures (workspace_id, cell, occurred_at DESC, feedback_id DESC) INCLUDE (meaning) WHERE cell IS NOT NULL;
CREATE INDEX voice_signatures_by_bands ON voice_signatures USING gin (bands);
SELECT hx_isolate('voice_signatures');

-- Voices that share a band with the wanted ones but not the fingerprint, at most so many. A definer function, because
-- row security lets no index of bands be used (&& is not leakproof); it keeps to the workspace itself, in words that
-- only the index of bands can serve: of a workspace's voices few share a band, whatever the statistics hold.
CREATE FUNCTION find_near_copies(wanted int[], but bigint, at_most int) RETURNS TABLE (feedback_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT s.feedback_id FROM voice_signatures s
        WHERE s.bands && wanted AND s.workspace_id IS NOT DISTINCT FROM hx_workspace() AND s.fingerprint IS DISTINCT FROM but LIMIT at_most $$;
