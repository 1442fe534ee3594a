-- A week in which a big warehouse sent a million parcels of two articles each, with its orders, picks and packings, and what
-- was put away. For four days benches and waves are on record, for two only when a parcel was packed, on the last day nothing
-- but the parcels, of which every five-hundredth is off its weight. At one bench a parcel is packed every minute. Filled before indexed, as a month of events is.
BEGIN;
SET LOCAL maintenance_work_mem = '512MB';
SET LOCAL max_parallel_maintenance_workers = 0;
INSERT INTO orders.product (merchant_id, sku, name, weight_grams)
SELECT '{merchant}', 'WEEK-SKU-' || n, 'Article of the week, number ' || n, 100 + n * 37 % 1900
FROM generate_series(0, 999) AS n ORDER BY ('WEEK-SKU-' || n) COLLATE "C";

CREATE TEMPORARY TABLE sent ON COMMIT DROP AS
SELECT o, 'WEEK-' || o AS number, 'TWEEK' || o AS track, o / 142858 AS day, one, other,
       '{monday}'::timestamptz + o * interval '0.6048 seconds' AS at, 260 + weight_one + 2 * weight_other AS grams,
       CASE WHEN o < 857148 OR o % 200 > 0 THEN round(30 * (hashint4(o) % 1000) / 1000.0)::int
            ELSE CASE o % 1000 WHEN 0 THEN 900 WHEN 200 THEN -900 ELSE 0 END END AS off, urn, digits || (10 - checked % 10) % 10 AS sscc
FROM generate_series(0, 999999) AS o
CROSS JOIN LATERAL (SELECT (o * 7919::bigint % 1000)::int AS one, ((o * 104729::bigint + 1 + o / 1000) % 1000)::int AS other,
                           lpad((900000000 + o)::text, 9, '0') AS serial) AS s
CROSS JOIN LATERAL (
    SELECT 100 + one * 37 % 1900 AS weight_one, 100 + other * 37 % 1900 AS weight_other,
           'urn:epc:id:sscc:0614141.0' || serial AS urn, '00614141' || serial AS digits) AS d
CROSS JOIN LATERAL (
    SELECT sum(substr(digits, i, 1)::int * CASE i % 2 WHEN 1 THEN 3 ELSE 1 END) AS checked
    FROM generate_series(1, 17) AS i) AS c;

CREATE TEMPORARY TABLE happened ON COMMIT DROP AS
SELECT md5(number || kind)::uuid AS id, at + wait AS at, type, step, place, operator, things,
       format('{"type":"%s","eventTime":"%s","eventTimeZoneOffset":"+00:00","action":"%s","bizStep":"%s",%s}', type,
              to_char((at + wait) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
              CASE kind WHEN 'pack' THEN 'ADD' ELSE 'OBSERVE' END, step, rest) AS document
FROM sent
CROSS JOIN LATERAL (
    SELECT CASE WHEN day < 4 THEN format(',"redress:wave":"W%s"', o / 500) ELSE '' END AS wave,
           CASE WHEN day < 4 THEN 'urn:redress:bench:W' || o % 100 END AS bench) AS known
CROSS JOIN LATERAL (VALUES
    ('pick one', interval '0', 'ObjectEvent', 'picking', 'urn:redress:slot:W-' || one, 'op' || o % 200,
     ARRAY['order:' || number, 'sku:WEEK-SKU-' || one],
     format('"quantityList":[{"epcClass":"urn:redress:sku:WEEK-SKU-%s","quantity":1}],"readPoint":{"id":"urn:redress:slot:W-%s"},'
            '"bizTransactionList":[{"type":"po","bizTransaction":"%s"}],"redress:operator":"op%s","redress:tote":"T%s",'
            '"redress:scan":"LOCATION"%s', one, one, number, o % 200, o % 4000, wave)),
    ('pick other', interval '40 seconds', 'ObjectEvent', 'picking', 'urn:redress:slot:W-' || other, 'op' || o % 200,
     ARRAY['order:' || number, 'sku:WEEK-SKU-' || other],
     format('"quantityList":[{"epcClass":"urn:redress:sku:WEEK-SKU-%s","quantity":2}],"readPoint":{"id":"urn:redress:slot:W-%s"},'
            '"bizTransactionList":[{"type":"po","bizTransaction":"%s"}],"redress:operator":"op%s","redress:tote":"T%s",'
            '"redress:scan":"LOCATION"%s', other, other, number, o % 200, o % 4000, wave)),
    ('pack', interval '10 minutes', 'AggregationEvent', 'packing', bench, 'op' || 200 + o % 100,
     ARRAY['order:' || number, 'track:' || track, 'sscc:' || sscc, 'sku:WEEK-SKU-' || one, 'sku:WEEK-SKU-' || other],
     format('"parentID":"%s","childQuantityList":[{"epcClass":"urn:redress:sku:WEEK-SKU-%s","quantity":1},'
            '{"epcClass":"urn:redress:sku:WEEK-SKU-%s","quantity":2}],%s'
            '"bizTransactionList":[{"type":"po","bizTransaction":"%s"}],"redress:operator":"op%s","redress:tote":"T%s",'
            '"redress:trackingNumber":"%s","redress:weightGrams":%s', urn, one, other,
            coalesce('"readPoint":{"id":"' || bench || '"},', ''), number, 200 + o % 100, o % 4000, track, grams + off)))
    AS e (kind, wait, type, step, place, operator, things, rest)
WHERE day < 6
UNION ALL
SELECT md5('put ' || n || ' ' || d)::uuid, '{monday}'::timestamptz + (d * 42 - 24) * interval '1 hour' + n * interval '9 seconds',
       'ObjectEvent', 'storing', 'urn:redress:slot:W-' || n, 'op' || 300 + n % 20,
       ARRAY['sku:WEEK-SKU-' || n, 'stock:sku:WEEK-SKU-' || n, 'lot:L' || n || '-' || d],
       format('{"type":"ObjectEvent","eventTime":"%s","eventTimeZoneOffset":"+00:00","action":"OBSERVE","bizStep":"storing",'
              '"quantityList":[{"epcClass":"urn:redress:sku:WEEK-SKU-%s","quantity":800}],"readPoint":{"id":"urn:redress:slot:W-%s"},'
              '"redress:lot":"L%s-%s","redress:operator":"op%s"}',
              to_char(('{monday}'::timestamptz + (d * 42 - 24) * interval '1 hour' + n * interval '9 seconds') AT TIME ZONE 'UTC',
                      'YYYY-MM-DD"T"HH24:MI:SS"Z"'), n, n, n, d, 300 + n % 20)
FROM generate_series(0, 999) AS n, generate_series(0, 3) AS d;

CREATE TABLE traces.event_{table} (LIKE traces.event INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
INSERT INTO traces.event_{table}
SELECT '{merchant}', at, id, '00000000-0000-0000-0000-000000000000', at, type, step, place, operator, NULL, document
FROM happened;
CREATE TABLE traces.mention_{table} (LIKE traces.mention INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
INSERT INTO traces.mention_{table} SELECT '{merchant}', thing, at, id FROM happened, unnest(things) AS thing
WHERE thing IS NOT NULL GROUP BY thing, at, id;

INSERT INTO traces.parcel
SELECT '{merchant}', track, number, 'Swift Parcel', sscc, 'WEEK', at + interval '2 hours', at + interval '25 hours',
       grams, grams + off, NULL
FROM sent ORDER BY track COLLATE "C";
CREATE TEMPORARY TABLE line ON COMMIT DROP AS
SELECT number, track, position, sku, quantity, at - interval '5 hours' AS placed_at
FROM sent CROSS JOIN LATERAL (VALUES (1, 'WEEK-SKU-' || one, 1), (2, 'WEEK-SKU-' || other, 2)) AS l (position, sku, quantity)
WHERE one <> other OR position = 2;
INSERT INTO traces.parcel_line SELECT '{merchant}', track, sku, quantity FROM line
ORDER BY track COLLATE "C", sku COLLATE "C";
INSERT INTO orders.customer_order (merchant_id, order_number, shop, placed_at, currency, customer_name, customer_email, ship_to,
    shipping_fee_minor, discount_minor, tax_minor, payments)
SELECT '{merchant}', number, 'week', at - interval '5 hours', 'GBP', 'Customer ' || o, 'customer' || o || '@example.com',
       '{"name": "Customer", "street": "1 Mill Lane", "city": "Leeds", "country": "GB"}', 399, 0, 0, '[]'
FROM sent ORDER BY number COLLATE "C";
INSERT INTO orders.order_line (merchant_id, order_number, line_number, sku, quantity, unit_price_minor, discount_minor,
    placed_at)
SELECT '{merchant}', number, position, sku, quantity, 1250, 0, placed_at FROM line ORDER BY number COLLATE "C", position;

ALTER TABLE traces.event ATTACH PARTITION traces.event_{table}
    FOR VALUES FROM ('{month}-01 00:00+00') TO ('{next}-01 00:00+00');
ALTER TABLE traces.mention ATTACH PARTITION traces.mention_{table}
    FOR VALUES FROM ('{month}-01 00:00+00') TO ('{next}-01 00:00+00');
COMMIT;
