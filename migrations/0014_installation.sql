-- What belongs to the installation as a whole. `secret_proof` is a fingerprint made with the secret that sealed what
-- lies in this database: a process with another secret finds out before it serves anybody.
CREATE TABLE installation (
  one          boolean PRIMARY KEY DEFAULT true CHECK (one),
  secret_proof text    NOT NULL
);
ALTER TABLE installation ENABLE ROW LEVEL SECURITY;
REVOKE ALL ON installation FROM huixiang_app;
