-- A district that moves to another parent gets another code from a day on, and keeps its own for what happened before.
alter table district
    add column moved_into text collate "C" references district,
    add column moved_on   date,
    add check ((moved_into is null) = (moved_on is null));
-- Whoever enters something asks whether its district's code is still in use.
create index on district (code) where moved_into is not null;
create index on district (moved_into) where moved_into is not null;
