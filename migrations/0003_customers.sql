-- Every character and every pair of neighbours of a name, so that any part of it is found: Chinese has no
-- word borders, and pg_trgm finds nothing of two characters.
CREATE FUNCTION hx_pieces(name text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
  SELECT coalesce(array_to_tsvector(array_agg(DISTINCT piece) FILTER (WHERE piece !~ '^\s|\s$' AND piece <> '')), ''::tsvector)
  FROM generate_series(1, least(length(name), 60)) AS place,
       LATERAL (VALUES (substr(lower(name), place, 1)), (substr(lower(name), place, 2))) AS cut (piece)
);

-- What a name must hold for `wanted` to be in it: all its characters and pairs.
CREATE FUNCTION hx_pieces_query(wanted text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_agg(DISTINCT '''' || replace(replace(piece, '\', '\\'), '''', '''''') || '''', ' & '), '')::tsquery
  FROM unnest(tsvector_to_array(hx_pieces(wanted))) AS piece
$$;

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
  name_pieces  tsvector    NOT NULL GENERATED ALWAYS AS (hx_pieces(name)) STORED,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, merged_into) REFERENCES customers
);
CREATE INDEX customers_by_time ON customers (workspace_id, created_at DESC, id DESC);
CREATE INDEX customers_by_tier ON customers (workspace_id, tier, created_at DESC, id DESC) WHERE tier <> '';
CREATE INDEX customers_by_name ON customers USING gin (name_pieces);
CREATE INDEX customers_merged ON customers (workspace_id, merged_into) WHERE merged_into IS NOT NULL;
SELECT hx_isolate('customers');

-- A way to recognise a customer. Values are folded: e-mail in lower case, phone as +86… digits.
CREATE TABLE identities (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  kind         text        NOT NULL CHECK (kind IN ('external', 'email', 'phone', 'openid', 'device')),
  value        text        COLLATE "C" NOT NULL CHECK (length(value) BETWEEN 1 AND 320),
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
-- One open join for each customer: of two people who merge the same one at once, one wins.
CREATE UNIQUE INDEX merges_open ON merges (workspace_id, from_id) WHERE undone_at IS NULL;
SELECT hx_isolate('merges');

-- Whom a merged customer is part of in the end; the customer itself when it is not merged.
CREATE FUNCTION customer_root(of_customer uuid) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE above uuid;
BEGIN
  FOR hops IN 1..100 LOOP
    SELECT merged_into INTO above FROM customers WHERE id = of_customer;
    IF NOT FOUND THEN RETURN NULL; END IF;
    IF above IS NULL THEN RETURN of_customer; END IF;
    of_customer := above;
  END LOOP;
  RETURN of_customer;
END $$;

-- A customer and all who were merged into it: whose rows together are its history.
CREATE FUNCTION customer_family(of_customer uuid) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  WITH RECURSIVE down AS (
    SELECT customer_root(of_customer) AS id
    UNION
    SELECT c.id FROM down JOIN customers c ON c.merged_into = down.id
  ) SELECT array_agg(id) FROM down
$$;

-- Whoever makes customers or identities in a workspace takes turns until the end of the transaction: two
-- batches that meet the same new person make one, and never wait for each other in a circle.
CREATE FUNCTION take_turn_with_customers() RETURNS void LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock(hashtextextended('customers ' || current_setting('hx.workspace'), 0))
$$;

-- Who has the first of the identities given that anybody has. Someone with another id of the organisation's own is
-- somebody else, even when they share an e-mail address or a telephone. One look-up by the whole key for each
-- identity: a join would be planned by statistics, which say "empty" while a first large file is read in.
CREATE FUNCTION customer_known_by(given jsonb) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE
  said_external boolean := given @> '[{"kind": "external"}]';
  of_kind  text;
  of_value text;
  found_id uuid;
BEGIN
  FOR of_kind, of_value IN SELECT g.kind, g.value FROM jsonb_to_recordset(given) AS g (kind text, value text) LOOP
    SELECT customer_id INTO found_id FROM identities WHERE kind = of_kind AND value = of_value;
    CONTINUE WHEN NOT FOUND;
    IF of_kind = 'external' OR NOT said_external
       OR NOT EXISTS (SELECT FROM identities WHERE customer_id = found_id AND kind = 'external') THEN
      RETURN found_id;
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

-- Finds or makes the customer each of `people` speaks of: {n, id, name, locale, attributes, identities: [{kind,
-- value}], trusted}. `id` is taken when nobody has any of the identities. Identities, names and attributes are
-- added to a known customer only when they come from someone trusted to say so, and an identity that another
-- customer has stays there: joining two people is for a person to decide.
CREATE FUNCTION recognise_customers(people jsonb, at_moment timestamptz) RETURNS TABLE (n int, customer_id uuid)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  person record;
  known  uuid;
  waits  boolean := true;
BEGIN
  FOR person IN
    SELECT * FROM jsonb_to_recordset(people) AS p (n int, id uuid, name text, locale text, attributes jsonb, identities jsonb, trusted boolean)
    ORDER BY p.n
  LOOP
    known := customer_known_by(person.identities);
    IF known IS NULL OR (person.trusted AND customer_lacks(known, person.name, person.attributes, person.identities)) THEN
      IF waits THEN
        PERFORM take_turn_with_customers();
        waits := false;
        known := customer_known_by(person.identities);
      END IF;
      IF known IS NULL THEN
        known := person.id;
        INSERT INTO customers (id, name, locale, attributes, created_at)
          VALUES (known, coalesce(person.name, ''), person.locale, coalesce(person.attributes, '{}'), at_moment);
      ELSE
        UPDATE customers SET name = CASE WHEN name = '' THEN coalesce(person.name, '') ELSE name END,
                             attributes = attributes || coalesce(person.attributes, '{}')
          WHERE id = known;
      END IF;
      INSERT INTO identities (kind, value, customer_id, created_at)
        SELECT g->>'kind', g->>'value', known, at_moment FROM jsonb_array_elements(person.identities) g
        ON CONFLICT DO NOTHING;
    END IF;
    n := person.n;
    customer_id := known;
    RETURN NEXT;
  END LOOP;
END $$;

-- True when what is said of a known customer would add something.
CREATE FUNCTION customer_lacks(known uuid, of_name text, of_attributes jsonb, given jsonb) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  of_kind  text;
  of_value text;
BEGIN
  IF EXISTS (SELECT FROM customers c WHERE c.id = known
             AND ((of_name <> '' AND c.name = '') OR (of_attributes IS NOT NULL AND NOT c.attributes @> of_attributes))) THEN
    RETURN true;
  END IF;
  FOR of_kind, of_value IN SELECT g.kind, g.value FROM jsonb_to_recordset(given) AS g (kind text, value text) LOOP
    IF NOT EXISTS (SELECT FROM identities WHERE kind = of_kind AND value = of_value) THEN RETURN true; END IF;
  END LOOP;
  RETURN false;
END $$;

-- Customers whose name holds `wanted`, or one of whose identities begins with one of `prefixes`. A definer function,
-- because row security lets no index of words be used; it keeps to the workspace itself.
CREATE FUNCTION find_customers(wanted text, prefixes text[], at_most int) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  (SELECT c.id FROM customers c
   WHERE c.workspace_id = hx_workspace() AND c.name_pieces @@ hx_pieces_query(wanted) AND strpos(lower(c.name), lower(wanted)) > 0
   LIMIT at_most)
  UNION
  -- One kind at a time and in the order of the key, so that the index is walked and never the table.
  (SELECT near.customer_id FROM unnest(prefixes) AS p (prefix), unnest(ARRAY['external', 'email', 'phone', 'openid', 'device']) AS k (kind), LATERAL (
     SELECT i.customer_id FROM identities i
     WHERE i.workspace_id = hx_workspace() AND i.kind = k.kind AND i.value >= p.prefix AND i.value < p.prefix || U&'\+10FFFF'
     ORDER BY i.value LIMIT at_most) AS near
   LIMIT at_most)
$$;

-- What is left of an erased customer: that it was, and when it went. Nothing about who.
CREATE TABLE erasures (
  workspace_id uuid        NOT NULL DEFAULT hx_workspace(),
  customer_id  uuid        NOT NULL,
  erased_by    uuid        REFERENCES people,
  erased_at    timestamptz NOT NULL,
  counts       jsonb       NOT NULL,
  PRIMARY KEY (workspace_id, customer_id)
);
SELECT hx_isolate('erasures');

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
