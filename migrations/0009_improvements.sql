CREATE TABLE improvement_numbers (
  workspace_id uuid   PRIMARY KEY DEFAULT hx_workspace(),
  last         bigint NOT NULL
);
SELECT hx_isolate('improvement_numbers');

-- A change meant to remove a cause.
CREATE TABLE improvements (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  id           uuid        NOT NULL,
  number       bigint      NOT NULL,
  title        text        NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  problem      text        NOT NULL DEFAULT '',
  cause        text        NOT NULL DEFAULT '',
  solution     text        NOT NULL DEFAULT '',
  category_id  uuid,
  owner_id     uuid        REFERENCES people,
  severity     int         NOT NULL DEFAULT 3 CHECK (severity BETWEEN 1 AND 5),
  effort       numeric     NOT NULL DEFAULT 1 CHECK (effort > 0),
  -- NULL is "not known", which is not the same as nothing.
  cost         numeric     CHECK (cost >= 0),
  benefit      numeric     CHECK (benefit >= 0),
  stage        text        NOT NULL DEFAULT 'proposed' CHECK (stage IN ('proposed', 'accepted', 'building', 'shipped', 'verified', 'not-verified', 'declined')),
  stage_at     timestamptz NOT NULL,
  due_on       date,
  shipped_at   timestamptz,
  notice_text  text        NOT NULL DEFAULT '',
  public       boolean     NOT NULL DEFAULT false,
  public_title text        NOT NULL DEFAULT '',
  public_heard text        NOT NULL DEFAULT '',
  public_did   text        NOT NULL DEFAULT '',
  public_came  text        NOT NULL DEFAULT '',
  created_by   uuid        REFERENCES people,
  created_at   timestamptz NOT NULL,
  changed_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, number)
);
CREATE INDEX improvements_by_stage ON improvements (workspace_id, stage, number DESC);
CREATE INDEX improvements_public ON improvements (workspace_id, shipped_at DESC NULLS LAST, number DESC) WHERE public;
SELECT hx_isolate('improvements');

CREATE TABLE improvement_feedback (
  workspace_id   uuid        NOT NULL DEFAULT hx_workspace(),
  improvement_id uuid        NOT NULL,
  feedback_id    uuid        NOT NULL,
  linked_by      uuid        REFERENCES people,
  linked_at      timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, improvement_id, feedback_id),
  FOREIGN KEY (workspace_id, improvement_id) REFERENCES improvements ON DELETE CASCADE
);
CREATE INDEX improvement_feedback_by_time ON improvement_feedback (workspace_id, improvement_id, linked_at DESC, feedback_id DESC);
CREATE INDEX improvement_feedback_by_feedback ON improvement_feedback (workspace_id, feedback_id);
SELECT hx_isolate('improvement_feedback');

CREATE TABLE improvement_steps (
  workspace_id   uuid        NOT NULL DEFAULT hx_workspace(),
  id             uuid        NOT NULL,
  improvement_id uuid        NOT NULL,
  kind           text        NOT NULL,
  facts          jsonb       NOT NULL DEFAULT '{}',
  by_id          uuid        REFERENCES people,
  at             timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, improvement_id) REFERENCES improvements ON DELETE CASCADE
);
CREATE INDEX improvement_steps_by_improvement ON improvement_steps (workspace_id, improvement_id, at, id);
SELECT hx_isolate('improvement_steps');

-- The frozen plan of a check, and when its window has passed. A frozen plan is never changed: the row
-- may only be inserted, and the trigger refuses anything else.
CREATE TABLE verifications (
  workspace_id   uuid        NOT NULL DEFAULT hx_workspace(),
  id             uuid        NOT NULL,
  improvement_id uuid        NOT NULL,
  round          int         NOT NULL,
  plan           jsonb       NOT NULL,
  plan_hash      text        NOT NULL,
  frozen_by      uuid        REFERENCES people,
  frozen_at      timestamptz NOT NULL,
  due_at         timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, improvement_id, round),
  FOREIGN KEY (workspace_id, improvement_id) REFERENCES improvements ON DELETE CASCADE
);
CREATE INDEX verifications_due ON verifications (due_at);
SELECT hx_isolate('verifications');

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a frozen row is never changed' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER verifications_stay BEFORE UPDATE ON verifications FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE verification_results (
  workspace_id    uuid        NOT NULL DEFAULT hx_workspace(),
  verification_id uuid        NOT NULL,
  result          jsonb       NOT NULL,
  verdict         text        NOT NULL CHECK (verdict IN ('worked', 'no-evidence', 'worse', 'too-few')),
  computed_at     timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, verification_id),
  FOREIGN KEY (workspace_id, verification_id) REFERENCES verifications ON DELETE CASCADE
);
CREATE TRIGGER verification_results_stay BEFORE UPDATE ON verification_results FOR EACH ROW EXECUTE FUNCTION refuse_change();
SELECT hx_isolate('verification_results');
REVOKE UPDATE, DELETE, TRUNCATE ON verifications, verification_results FROM huixiang_app;

-- Only what has reached customers can be judged, and only by its latest plan: one that was frozen and never shipped
-- in time waits for nothing.
CREATE FUNCTION workspaces_with_verifications_due(moment timestamptz) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT DISTINCT v.workspace_id FROM verifications v
        JOIN improvements i ON i.workspace_id = v.workspace_id AND i.id = v.improvement_id AND i.stage = 'shipped'
        WHERE v.due_at <= moment
          AND NOT EXISTS (SELECT FROM verification_results r WHERE r.workspace_id = v.workspace_id AND r.verification_id = v.id)
          AND NOT EXISTS (SELECT FROM verifications later WHERE later.workspace_id = v.workspace_id
                          AND later.improvement_id = v.improvement_id AND later.round > v.round) $$;
