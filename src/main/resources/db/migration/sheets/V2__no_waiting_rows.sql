-- Rows that wait lie in files beside the one that is read. A run that was under way starts over.
DROP TABLE sheets.import_row;
