-- Who recorded a step, by the subject of the token: what separation of duty goes by. Null for what was recorded before people signed in.
alter table hazard
    add column rectified_subject    text,
    add column reinspection_opinion text,
    add column reinspected_by       text,
    add column reinspected_subject  text,
    add column extension_asked_by   text;

-- Who handed a ledger in, and the districts that it may concern, joined by commas; null for all.
alter table import_job
    add column submitted_by text,
    add column districts    text;
