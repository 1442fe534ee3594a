-- One month of orders that go their usual way, as the rows that testing.Fulfilment's events become. The partitions are filled
-- before they are attached and indexed, all in one transaction, so that nothing is journalled.
BEGIN;
SET LOCAL maintenance_work_mem = '512MB';
SET LOCAL max_parallel_maintenance_workers = 0;
CREATE TEMPORARY TABLE sent ON COMMIT DROP AS
SELECT o, 'MILLION-{month}-' || o AS number, 'TMILLION{month}X' || o AS track,
       '{month}-02T00:00:00Z'::timestamptz + o * interval '13 seconds' AS at,
       'SKU-' || o * 7 % 5000 AS one, 'SKU-' || (o * 13 + 1) % 5000 AS other,
       urn, digits || (10 - checked % 10) % 10 AS sscc
FROM generate_series(0, {orders} - 1) AS o
CROSS JOIN LATERAL (
    SELECT lpad(({place} * 1000000 + o)::text, 9, '0') AS serial) AS s
CROSS JOIN LATERAL (
    SELECT 'urn:epc:id:sscc:0614141.0' || serial AS urn, '00614141' || serial AS digits) AS d
CROSS JOIN LATERAL (
    SELECT sum(substr(digits, i, 1)::int * CASE i % 2 WHEN 1 THEN 3 ELSE 1 END) AS checked
    FROM generate_series(1, 17) AS i) AS c;

CREATE TEMPORARY TABLE happened ON COMMIT DROP AS
SELECT o, kind, md5(number || kind)::uuid AS id, at + wait AS at, type, step, place, operator, things,
       format('{"type":"%s","eventTime":"%s","eventTimeZoneOffset":"+00:00","action":"%s","bizStep":"%s",%s}', type,
              to_char((at + wait) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
              CASE kind WHEN 'pack' THEN 'ADD' ELSE 'OBSERVE' END, step, rest) AS document
FROM sent CROSS JOIN LATERAL (VALUES
    ('pick one', interval '0', 'ObjectEvent', 'picking', 'urn:redress:slot:A-' || o * 7 % 5000, 'op' || o % 20,
     ARRAY['order:' || number, 'sku:' || one],
     format('"quantityList":[{"epcClass":"urn:redress:sku:%s","quantity":1}],"readPoint":{"id":"urn:redress:slot:A-%s"},'
            '"bizTransactionList":[{"type":"po","bizTransaction":"%s"}],"redress:operator":"op%s","redress:tote":"T%s",'
            '"redress:wave":"W%s","redress:scan":"ITEM"', one, o * 7 % 5000, number, o % 20, o % 400, o / 500)),
    ('pick other', interval '40 seconds', 'ObjectEvent', 'picking', 'urn:redress:slot:A-' || (o * 13 + 1) % 5000, 'op' || o % 20,
     ARRAY['order:' || number, 'sku:' || other],
     format('"quantityList":[{"epcClass":"urn:redress:sku:%s","quantity":2}],"readPoint":{"id":"urn:redress:slot:A-%s"},'
            '"bizTransactionList":[{"type":"po","bizTransaction":"%s"}],"redress:operator":"op%s","redress:tote":"T%s",'
            '"redress:wave":"W%s","redress:scan":"ITEM"', other, (o * 13 + 1) % 5000, number, o % 20, o % 400, o / 500)),
    ('pack', interval '10 minutes', 'AggregationEvent', 'packing', 'urn:redress:bench:' || o % 12, 'op' || 20 + o % 12,
     ARRAY['order:' || number, 'track:' || track, 'sscc:' || sscc, 'sku:' || one, 'sku:' || other],
     format('"parentID":"%s","childQuantityList":[{"epcClass":"urn:redress:sku:%s","quantity":1},'
            '{"epcClass":"urn:redress:sku:%s","quantity":2}],"readPoint":{"id":"urn:redress:bench:%s"},'
            '"bizTransactionList":[{"type":"po","bizTransaction":"%s"}],"redress:operator":"op%s","redress:tote":"T%s",'
            '"redress:trackingNumber":"%s","redress:weightGrams":%s', urn, one, other, o % 12, number, 20 + o % 12, o % 400,
            track, 400 + o % 900)),
    ('hand over', interval '2 hours', 'ObjectEvent', 'shipping', 'urn:redress:dock:1', NULL,
     ARRAY['track:' || track, 'sscc:' || sscc],
     format('"disposition":"in_transit","epcList":["%s"],"readPoint":{"id":"urn:redress:dock:1"},'
            '"redress:trackingNumber":"%s","redress:carrier":"Swift Parcel","redress:weightGrams":%s', urn, track,
            402 + o % 900)),
    ('deliver', interval '25 hours', 'ObjectEvent', 'accepting', NULL, NULL,
     ARRAY['track:' || track, 'sscc:' || sscc],
     format('"epcList":["%s"],"redress:trackingNumber":"%s","redress:deliveredTo":"door","redress:distanceMetres":12', urn,
            track)))
    AS e (kind, wait, type, step, place, operator, things, rest);

CREATE TABLE traces.event_{table} (LIKE traces.event INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
INSERT INTO traces.event_{table}
SELECT '{merchant}', at, id, '00000000-0000-0000-0000-000000000000', at, type, step, place, operator, NULL, document
FROM happened;
CREATE TABLE traces.mention_{table} (LIKE traces.mention INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
INSERT INTO traces.mention_{table} SELECT '{merchant}', thing, at, id FROM happened, unnest(things) AS thing;

INSERT INTO traces.parcel
SELECT '{merchant}', track, number, 'Swift Parcel', sscc, 'BENCH', at + interval '2 hours', at + interval '25 hours',
       400 + o % 900 - o % 7, 400 + o % 900, 402 + o % 900
FROM sent ORDER BY track COLLATE "C";
INSERT INTO traces.parcel_line
SELECT '{merchant}', track, sku, quantity
FROM sent CROSS JOIN LATERAL (VALUES (one, 1), (other, 2)) AS line (sku, quantity)
WHERE one <> other OR quantity = 2 ORDER BY track COLLATE "C", sku COLLATE "C";

ALTER TABLE traces.event ATTACH PARTITION traces.event_{table}
    FOR VALUES FROM ('{month}-01 00:00+00') TO ('{next}-01 00:00+00');
ALTER TABLE traces.mention ATTACH PARTITION traces.mention_{table}
    FOR VALUES FROM ('{month}-01 00:00+00') TO ('{next}-01 00:00+00');
COMMIT;
