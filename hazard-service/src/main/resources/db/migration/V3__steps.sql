-- What the steps beside the backbone leave on a hazard: extensions, supervision, mergers, look-backs.
alter table hazard
    add column site_code          text,
    add column inspection         uuid,
    add column recurrence_of      uuid references hazard,
    add column due_from           timestamptz,
    add column original_due_at    timestamptz,
    add column notice_number      text,
    add column extensions         integer not null default 0,
    add column extension_n        integer,
    add column extension_until    timestamptz,
    add column extension_reason   text,
    add column extension_controls text,
    add column extension_asked_at timestamptz,
    add column supervision_level  text,
    add column supervision_number text,
    add column supervised_at      timestamptz,
    add column approved_by        text,
    add column merged_into        uuid references hazard,
    add column dismissed_because  text;
-- Until now a deadline was set by the assignment or by the last step, which returned the hazard.
update hazard
set due_from = case when returns > 0 and status = 'ASSIGNED' then stepped_at else assigned_at end, original_due_at = due_at
where due_at is not null;

-- What was found before at the same place: for recurrences and duplicates.
create index on hazard (site_code, check_item) where site_code is not null;
create index on hazard (site_name, check_item) where site_name is not null;

-- The last number drawn of each kind of document, per district and year.
create table document_number (
    kind          text              not null,
    district_code text collate "C"  not null,
    year          integer           not null,
    last          integer           not null,
    primary key (kind, district_code, year)
);
