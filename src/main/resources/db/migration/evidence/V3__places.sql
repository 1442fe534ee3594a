-- Where in the shown picture each code stands, as shares of its width and height; of files read before, nobody knows.
ALTER TABLE evidence.item ADD COLUMN places jsonb;
