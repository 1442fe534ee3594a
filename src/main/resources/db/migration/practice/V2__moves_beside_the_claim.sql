-- What is done in a play stands beside the claim that it moves, in the merchant for practice, so that both are written in one
-- transaction. That merchant's id follows from the player's, as a version 3 UUID of "practice:" and the id.
ALTER TABLE practice.move NO FORCE ROW LEVEL SECURITY;
UPDATE practice.move SET merchant_id = overlay(overlay(md5('practice:' || merchant_id)
        PLACING '3' FROM 13 FOR 1)
        PLACING substr('89ab', 1 + (get_byte(decode(md5('practice:' || merchant_id), 'hex'), 8) >> 4) % 4, 1) FROM 17 FOR 1)::uuid;
ALTER TABLE practice.move FORCE ROW LEVEL SECURITY;

CREATE INDEX play_running ON practice.play (merchant_id, account, lesson) WHERE ended_at IS NULL;
