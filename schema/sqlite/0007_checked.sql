-- When each claim was last judged, and on what, so that the next check passes over those for which nothing is new.
-- Derived, like `standing`: ids, the journal and exports leave it out, and without a row the claim is judged again.

CREATE TABLE checked (
  claim      INTEGER PRIMARY KEY,
  reading    INTEGER NOT NULL,
  checkers   TEXT NOT NULL,     -- digest of the checkers at hand, with their configurations, and of the policy
  today      TEXT NOT NULL,     -- a day: judged as if it were
  last       INTEGER NOT NULL,  -- the newest record that was there
  indicators TEXT NOT NULL,     -- codes whose figures were asked for, parted by line feeds
  passages   INTEGER NOT NULL CHECK (passages IN (0, 1)),
  members    INTEGER NOT NULL CHECK (members IN (0, 1)),
  content    BLOB NOT NULL CHECK (length(content) = 16)  -- digest of the row: one that does not fit counts for nothing
) STRICT;
