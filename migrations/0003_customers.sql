-- Someone who speaks. Merged customers keep their row and point to the one they are part of.
CREATE TABLE customers (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  id           uuid        NOT NULL,
  name         text        NOT NULL DEFAULT '',
  tier         text        NOT NULL DEFAULT '',
  locale       text,
  owner_id     uuid        REFERENCES people,
  note         text        NOT NULL DEFAULT '',
  attributes   jsonb       NOT NULL DEFAULT '{}',
  merged_into  uuid,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, merged_into) REFERENCES customers
);
CREATE INDEX customers_by_time ON customers (workspace_id, created_at DESC, id DESC);
CREATE INDEX customers_merged ON customers (workspace_id, merged_into) WHERE merged_into IS NOT NULL;
SELECT hx_isolate('customers');

-- A way to recognise a customer. Values are folded: e-mail in lower case, phone as +86… digits.
CREATE TABLE identities (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  kind         text        NOT NULL CHECK (kind IN ('external', 'email', 'phone', 'openid', 'device')),
  value        text        NOT NULL CHECK (length(value) BETWEEN 1 AND 320),
  customer_id  uuid        NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, kind, value),
  FOREIGN KEY (workspace_id, customer_id) REFERENCES customers ON DELETE CASCADE
);
CREATE INDEX identities_by_customer ON identities (workspace_id, customer_id);
SELECT hx_isolate('identities');

-- A reversible join of two customers.
CREATE TABLE merges (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  id           uuid        NOT NULL,
  from_id      uuid        NOT NULL,
  into_id      uuid        NOT NULL,
  merged_by    uuid        REFERENCES people,
  merged_at    timestamptz NOT NULL,
  undone_by    uuid        REFERENCES people,
  undone_at    timestamptz,
  PRIMARY KEY (workspace_id, id)
);
SELECT hx_isolate('merges');

-- Every touch of a customer by us: feeds the contact-frequency rule and the timeline.
CREATE TABLE contacts (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  id           uuid        NOT NULL,
  customer_id  uuid        NOT NULL,
  channel      text        NOT NULL,
  kind         text        NOT NULL,
  subject      text        NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, kind, subject)
);
CREATE INDEX contacts_by_customer ON contacts (workspace_id, customer_id, at DESC);
SELECT hx_isolate('contacts');

-- Orders: the denominator of "contacts per 1,000 orders", and part of a customer's history.
CREATE TABLE orders (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  external_id  text        NOT NULL CHECK (length(external_id) BETWEEN 1 AND 200),
  customer_id  uuid,
  product      text        NOT NULL DEFAULT '',
  amount       numeric(14, 2),
  currency     text,
  placed_at    timestamptz NOT NULL,
  facts        jsonb       NOT NULL DEFAULT '{}',
  PRIMARY KEY (workspace_id, external_id)
);
CREATE INDEX orders_by_time ON orders (workspace_id, placed_at, product);
CREATE INDEX orders_by_customer ON orders (workspace_id, customer_id, placed_at DESC) WHERE customer_id IS NOT NULL;
SELECT hx_isolate('orders');
