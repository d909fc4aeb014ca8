-- Lists by sentiment and intent, and the newest messages of a customer, are read from indexes alone.
DROP INDEX understandings_by_sentiment;
CREATE INDEX understandings_by_sentiment ON understandings (workspace_id, sentiment, occurred_at DESC, feedback_id DESC) INCLUDE (intent, channel, set_aside);
DROP INDEX understandings_by_intent;
CREATE INDEX understandings_by_intent ON understandings (workspace_id, intent, occurred_at DESC, feedback_id DESC) INCLUDE (sentiment, channel, set_aside);
DROP INDEX messages_by_case;
CREATE INDEX messages_by_case ON messages (workspace_id, case_id, created_at, id) INCLUDE (direction, kind);
DROP INDEX cases_by_customer;
CREATE INDEX cases_by_customer ON cases (workspace_id, customer_id, opened_at DESC) INCLUDE (id) WHERE customer_id IS NOT NULL;
