-- The deadline policy 期限规定: who recorded which version, when and why. A version is only ever added; the newest is in
-- force. Version 1 came with the product, so nobody recorded it.
alter table deadline_policy rename to deadline_policy_line;
alter table deadline_policy_line drop constraint deadline_policy_pkey;
create table deadline_policy (
    version     integer primary key check (version > 0),
    note        text not null,
    recorded_by text,
    recorded_at timestamptz
);
insert into deadline_policy (version, note) select distinct version, '随产品提供' from deadline_policy_line;

-- A line is for a grade, and for one category of it or (null) for those that have no line of their own.
alter table deadline_policy_line rename column days to amount;
alter table deadline_policy_line
    add column category       text,
    add column counting       text    not null default 'CALENDAR',
    add column extension_days integer not null default 0 check (extension_days >= 0);
update deadline_policy_line set extension_days = amount;
alter table deadline_policy_line
    alter column counting drop default,
    alter column extension_days drop default,
    add foreign key (version) references deadline_policy,
    add unique nulls not distinct (version, grade, category);

-- The calendar of working days 工作日历, one row per yearly notice. Its edition counts the changes over all years: the
-- highest tells a replica whether what it remembers still holds.
create table calendar (
    year        integer primary key,
    edition     integer     not null unique,
    shipped     boolean     not null,
    recorded_by text,
    recorded_at timestamptz not null
);

-- The days that a notice takes out of the plain week. A day belongs to one notice.
create table calendar_day (
    date date    primary key,
    year integer not null references calendar,
    name text    not null,
    kind text    not null
);
create index on calendar_day (year);
