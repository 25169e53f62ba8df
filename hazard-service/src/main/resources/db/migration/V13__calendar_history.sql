-- A year's calendar has a history like what else is on file, so that others learn of it. 0: not published yet.
alter table calendar
    add column version integer not null default 0,
    add column hash    text    not null default '';
