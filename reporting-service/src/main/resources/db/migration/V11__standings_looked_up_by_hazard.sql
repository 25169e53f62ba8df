-- When a stretch ends, its row changes in what is indexed, so it would not stay in its page anyway: the room kept free for that only made
-- a look at the past read a fifth more.
alter table standing reset (fillfactor);

-- How hazards stand now that stood otherwise then: the index of all stretches is six times as large, and too large to stay in memory.
create index standing_now_of_hazard on standing (hazard_id) where until = 'infinity';
