-- Where nothing is said of an article, the parcel as a whole may be another customer's.
ALTER TABLE outreach.outreach ALTER COLUMN ordered DROP NOT NULL;
ALTER TABLE outreach.outreach ADD CONSTRAINT whole_parcel CHECK (ordered IS NOT NULL OR received IS NULL);
ALTER TABLE outreach.outreach DROP CONSTRAINT outreach_merchant_id_order_number_ordered_key;
ALTER TABLE outreach.outreach ADD UNIQUE NULLS NOT DISTINCT (merchant_id, order_number, ordered);

-- Whoever waits is read by how likely it is.
CREATE INDEX outreach_by_probability ON outreach.outreach (merchant_id, probability, id) WHERE state = 'OPEN';
