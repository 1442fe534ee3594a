-- What is wrong in the claims that somebody knows how to decide; none named: all.
ALTER TABLE rota.member ADD COLUMN matters text[] NOT NULL DEFAULT '{}';
ALTER TABLE rota.member ALTER COLUMN matters DROP DEFAULT;
