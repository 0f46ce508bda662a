-- Questions that an analyst keeps under a name: no content, in no journal entry, no export and no merge.
CREATE TABLE saved_query (
  name   TEXT PRIMARY KEY,
  words  TEXT NOT NULL,  -- JSON array: the command and its arguments
  person TEXT NOT NULL,
  at     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
