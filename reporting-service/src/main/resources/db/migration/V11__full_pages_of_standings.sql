-- When a stretch ends, its row changes in what is indexed, so it would not stay in its page anyway: the room kept free for that only made
-- a look at the past read a fifth more.
alter table standing reset (fillfactor);
