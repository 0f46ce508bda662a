-- What words made of a target's amount ("about", "nearly", "over", "under"), so that a checker rounds as people do.

ALTER TABLE reading ADD COLUMN hedge TEXT NOT NULL DEFAULT '';
