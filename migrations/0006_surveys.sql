CREATE TABLE surveys (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  id           uuid        NOT NULL,
  slug         text        NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
  title        text        NOT NULL,
  template     text        NOT NULL DEFAULT '',
  draft        jsonb       NOT NULL,
  state        text        NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'open', 'closed')),
  version      int         NOT NULL DEFAULT 0,
  created_by   uuid        REFERENCES people,
  created_at   timestamptz NOT NULL,
  changed_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX surveys_by_time ON surveys (workspace_id, created_at DESC, id DESC);
SELECT hx_isolate('surveys');

-- What was asked, frozen when it was published: answers stay tied to it.
CREATE TABLE survey_versions (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  survey_id    uuid        NOT NULL,
  version      int         NOT NULL,
  definition   jsonb       NOT NULL,
  published_by uuid        REFERENCES people,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, survey_id, version),
  FOREIGN KEY (workspace_id, survey_id) REFERENCES surveys ON DELETE CASCADE
);
SELECT hx_isolate('survey_versions');

-- One answering of a survey, complete. `submission` comes with the page it was answered on: the same one is one response.
CREATE TABLE responses (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  id           uuid        NOT NULL,
  survey_id    uuid        NOT NULL,
  version      int         NOT NULL,
  submission   text        NOT NULL,
  feedback_id  uuid,
  customer_id  uuid,
  locale       text        NOT NULL,
  source       text        NOT NULL DEFAULT 'link',
  started_at   timestamptz NOT NULL,
  completed_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, survey_id, submission)
);
CREATE INDEX responses_by_survey ON responses (workspace_id, survey_id, completed_at DESC, id DESC);
CREATE INDEX responses_by_customer ON responses (workspace_id, customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX responses_by_feedback ON responses (workspace_id, feedback_id) WHERE feedback_id IS NOT NULL;
SELECT hx_isolate('responses');

-- One field of a response, in long form, so that surveys can be analysed together.
CREATE TABLE answers (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  response_id  uuid        NOT NULL,
  survey_id    uuid        NOT NULL,
  version      int         NOT NULL,
  question     text        NOT NULL,
  kind         text        NOT NULL,
  ordinal      int         NOT NULL DEFAULT 0,
  text         text,
  number       double precision,
  option       text,
  answered_at  timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, response_id, question, ordinal)
);
-- Serves the figures of a survey without a look at the table.
CREATE INDEX answers_by_question ON answers (workspace_id, survey_id, question, answered_at) INCLUDE (kind, ordinal, option, number);
SELECT hx_isolate('answers');

CREATE FUNCTION survey_by_slug(wanted text) RETURNS TABLE (workspace_id uuid, survey_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT workspace_id, id FROM surveys WHERE slug = wanted $$;
