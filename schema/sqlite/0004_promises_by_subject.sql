-- The promises about one subject's measure are found together: utterances of one commitment have both in common.
DROP INDEX reading_indicator;
CREATE INDEX reading_indicator ON reading (indicator, subject);
