-- Products, orders with their lines, and the runs that import them from files.
GRANT USAGE ON SCHEMA orders TO redress_app;

CREATE TABLE orders.product (
    merchant_id    uuid NOT NULL,
    sku            text COLLATE "C" NOT NULL,
    name           text NOT NULL,
    gtin           text COLLATE "C",
    weight_grams   int,
    price_minor    bigint,
    price_currency text,
    variant_of     text COLLATE "C",
    image_url      text,
    supplier       text,
    hazard         text,
    PRIMARY KEY (merchant_id, sku)
);
CREATE INDEX product_gtin_idx ON orders.product (merchant_id, gtin) WHERE gtin IS NOT NULL;
CREATE INDEX product_variant_of_idx ON orders.product (merchant_id, variant_of) WHERE variant_of IS NOT NULL;

CREATE TABLE orders.customer_order (
    merchant_id        uuid NOT NULL,
    order_number       text COLLATE "C" NOT NULL,
    shop               text NOT NULL,
    placed_at          timestamptz NOT NULL,
    currency           text NOT NULL,
    customer_name      text NOT NULL,
    customer_email     text,
    customer_phone     text,
    customer_language  text,
    ship_to            jsonb NOT NULL,
    shipping_fee_minor bigint NOT NULL,
    discount_minor     bigint NOT NULL,
    tax_minor          bigint NOT NULL,
    payments           jsonb NOT NULL,
    email_key          text COLLATE "C" GENERATED ALWAYS AS (lower(customer_email)) STORED,
    phone_key          text COLLATE "C" GENERATED ALWAYS AS (regexp_replace(customer_phone, '[^0-9]', '', 'g')) STORED,
    PRIMARY KEY (merchant_id, order_number)
);
CREATE INDEX customer_order_placed_idx ON orders.customer_order (merchant_id, placed_at DESC, order_number DESC);
CREATE INDEX customer_order_email_idx ON orders.customer_order (merchant_id, email_key) WHERE email_key IS NOT NULL;
CREATE INDEX customer_order_phone_idx ON orders.customer_order (merchant_id, phone_key) WHERE phone_key IS NOT NULL;

CREATE TABLE orders.order_line (
    merchant_id      uuid NOT NULL,
    order_number     text COLLATE "C" NOT NULL,
    line_number      int NOT NULL,
    sku              text COLLATE "C" NOT NULL,
    quantity         int NOT NULL,
    unit_price_minor bigint NOT NULL,
    discount_minor   bigint NOT NULL,
    PRIMARY KEY (merchant_id, order_number, line_number),
    FOREIGN KEY (merchant_id, order_number) REFERENCES orders.customer_order ON DELETE CASCADE
);

CREATE TABLE orders.import_run (
    merchant_id   uuid NOT NULL,
    id            uuid NOT NULL,
    kind          text NOT NULL,
    state         text NOT NULL,
    file_name     text NOT NULL,
    mapping       jsonb NOT NULL,
    started_by    text NOT NULL,
    started_at    timestamptz NOT NULL,
    ended_at      timestamptz,
    percent       int NOT NULL,
    rows_accepted bigint NOT NULL,
    rows_rejected bigint NOT NULL,
    PRIMARY KEY (merchant_id, id)
);

-- The first errors of a run; rows_rejected counts them all.
CREATE TABLE orders.import_error (
    merchant_id uuid NOT NULL,
    run_id      uuid NOT NULL,
    position    int NOT NULL,
    row_number  bigint NOT NULL,
    column_name text NOT NULL,
    code        text NOT NULL,
    gap         text NOT NULL,
    PRIMARY KEY (merchant_id, run_id, position),
    FOREIGN KEY (merchant_id, run_id) REFERENCES orders.import_run ON DELETE CASCADE
);

-- Rows of a file that wait until their order is complete, wherever in the file the rest of it stands. Not logged: a
-- crash empties it, and the run starts over.
CREATE UNLOGGED TABLE orders.import_row (
    merchant_id  uuid NOT NULL,
    run_id       uuid NOT NULL,
    row_number   bigint NOT NULL,
    order_number text COLLATE "C" NOT NULL,
    content      jsonb NOT NULL,
    PRIMARY KEY (merchant_id, run_id, order_number, row_number)
);

DO $$
DECLARE
    merchants_table text;
BEGIN
    FOREACH merchants_table IN ARRAY ARRAY['product', 'customer_order', 'order_line', 'import_run', 'import_error', 'import_row'] LOOP
        EXECUTE format('ALTER TABLE orders.%I ENABLE ROW LEVEL SECURITY', merchants_table);
        EXECUTE format('ALTER TABLE orders.%I FORCE ROW LEVEL SECURITY', merchants_table);
        EXECUTE format('CREATE POLICY merchant ON orders.%I USING (merchant_id = current_setting(''redress.merchant'')::uuid)',
            merchants_table);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON orders.%I TO redress_app', merchants_table);
    END LOOP;
END
$$;
