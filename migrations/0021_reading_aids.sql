-- What helps people to read a voice, and is no verdict: what its speaker seems to feel, which need is spoken of, and why it
-- is relevant, its speaker's own, specific and timely, or is not (reasons as the engine names them; whether a mark holds
-- follows from its reason). NULL where nothing shows, where there are no words, and for voices not read again yet: these
-- fill as they are.
ALTER TABLE understandings
  ADD COLUMN emotion            text,
  ADD COLUMN emotion_confidence real,
  ADD COLUMN need               text,
  ADD COLUMN need_confidence    real,
  ADD COLUMN value_relevant     text,
  ADD COLUMN value_authentic    text,
  ADD COLUMN value_specific     text,
  ADD COLUMN value_timely       text;
-- Serve the explorer: newest first by what few voices have. Most are specific and own words: those are met on a walk
-- through time.
CREATE INDEX understandings_by_emotion ON understandings (workspace_id, emotion, occurred_at DESC, feedback_id DESC)
  INCLUDE (sentiment, intent, channel, set_aside) WHERE emotion IS NOT NULL;
CREATE INDEX understandings_vague ON understandings (workspace_id, occurred_at DESC, feedback_id DESC)
  INCLUDE (sentiment, intent, channel, set_aside) WHERE value_specific = 'only-judges';
CREATE INDEX understandings_doubtful ON understandings (workspace_id, occurred_at DESC, feedback_id DESC)
  INCLUDE (sentiment, intent, channel, set_aside) WHERE value_authentic <> 'own-words';
