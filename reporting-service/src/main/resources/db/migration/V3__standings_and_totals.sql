-- How hazards stood, stretch by stretch, and totals per district in place of facts that every question counted anew. What was kept
-- before lacks what the new figures need, so it is read again from the topic: see table rebuild.
create temporary table replay as select current_timestamp as wanted_at where exists (select from step);
drop table fact;
drop table step;
drop table escalation;

-- What doesn't change about a hazard, and its first escalation, which may be told before the hazard is.
create table hazard (
    hazard_id uuid primary key,
    number text,
    description text,
    site_name text,
    check_item text,
    measures text,
    escalated_at timestamptz
) with (fillfactor = 80);

comment on column hazard.measures is 'what the order in force demands';
comment on column hazard.escalated_at is 'when it first reached a step of the escalation ladder';

-- Every step of every hazard's life as it was told: the guard against repetitions and the source of everything else.
create table step (
    hazard_id uuid not null,
    version integer not null check (version > 0),
    type text not null,
    at timestamptz not null,
    status text not null,
    district text collate "C" not null,
    grade text not null,
    category text not null,
    source text not null,
    unit_code text,
    unit_name text,
    campaign text,
    round integer not null,
    due_at timestamptz,
    funds numeric(16, 2),
    contingency_plan boolean not null,
    interim_controls boolean not null,
    primary key (hazard_id, version)
);

-- How a hazard stood from one moment until another, folded from its steps: one row for each stretch in which nothing changed.
create table standing (
    hazard_id uuid not null,
    version integer not null,
    part smallint not null,
    at timestamptz not null,
    until timestamptz not null,
    found_at timestamptz not null,
    status text not null,
    district text collate "C" not null,
    grade text not null,
    category text not null,
    source text not null,
    unit text,
    unit_name text,
    campaign text,
    due_at timestamptz,
    assigned boolean not null,
    late boolean not null,
    overdue_before boolean not null,
    escalated boolean not null,
    returned boolean not null,
    in_time boolean,
    closed_at timestamptz,
    funds numeric(16, 2),
    contingency_plan boolean not null,
    interim_controls boolean not null,
    late_from timestamptz,
    lasted smallint generated always as (
        case
            when until = 'infinity' then null
            when until - at <= '1 day' then 1
            when until - at <= '4 days' then 4
            when until - at <= '16 days' then 16
            when until - at <= '64 days' then 64
            when until - at <= '256 days' then 256
            when until - at <= '1024 days' then 1024
            else 32767
        end) stored,
    primary key (hazard_id, version, part)
) with (fillfactor = 80);

comment on column standing.until is 'infinity while it lasts';
comment on column standing.closed_at is 'when it was closed, the last time';
comment on column standing.late_from is 'when it becomes late if nothing happens; only while it lasts';
comment on column standing.lasted is 'no longer than so many days: rows that held at a moment lie close together in their index';

create index standing_now on standing (district, found_at) where until = 'infinity';
create index standing_now_of_unit on standing (unit, found_at) where until = 'infinity';
create index standing_now_under_campaign on standing (campaign, found_at) where until = 'infinity' and campaign is not null;
create index standing_late on standing (late_from) where late_from is not null;
create index standing_then on standing (left(district, 2), lasted, until) where lasted is not null;
create index standing_found on standing (found_at);

-- Hazards that were in more than one region, that is, whose districts' codes began in more than one way.
create table wanderer (
    hazard_id uuid primary key
);

-- The sum of how all hazards stand now, by district (each counts in its own and in every one above that is on file), by slice ('' for
-- all, or such as grade=MAJOR), and by the month or, for all, also the day on which they were found.
create table total (
    district text collate "C" not null,
    slice text collate "C" not null,
    grain text collate "C" not null check (grain in ('D', 'M')),
    found_on date not null,
    found bigint not null,
    assigned bigint not null,
    rectified bigint not null,
    closed bigint not null,
    open bigint not null,
    overdue_now bigint not null,
    overdue_ever bigint not null,
    escalated bigint not null,
    returned bigint not null,
    judged bigint not null,
    in_time bigint not null,
    planned bigint not null,
    contingency_plans bigint not null,
    monitored bigint not null,
    funds bigint not null,
    time_to_close numeric(20, 6) not null,
    times_to_close bytea,
    primary key (district, slice, grain, found_on)
) with (fillfactor = 80);

comment on column total.found_on is 'the day, or the first of the month';
comment on column total.funds is 'in fen';
comment on column total.time_to_close is 'of all closed ones together, in seconds';
comment on column total.times_to_close is 'how many hazards took how many tenths of days, see Times';

-- Codes of hazards are kept too, as version 0, while they are not on file.
alter table district alter column name drop not null;
alter table district add column above text collate "C";
comment on column district.above is 'the next code on file that begins this one';

update district set above = (
    select max(up.code)
    from generate_series(1, length(district.code) - 1) as prefix(length)
    join district as up on up.code = left(district.code, prefix.length));
create index district_above on district (above, code);

drop function district_below(text, text);

-- Districts that went over into others.
create table boundary (
    district text collate "C" primary key,
    into_district text collate "C" not null,
    from_at timestamptz not null,
    applied boolean not null default false
);

-- Figures that are to be made anew from all that was told: wanted by somebody, or by a migration as this one, if there are any.
create table rebuild (
    id bigint generated always as identity primary key,
    wanted_at timestamptz not null,
    begun_at timestamptz,
    events bigint not null default 0,
    finished_at timestamptz,
    problem text
);
insert into rebuild (wanted_at) select wanted_at from replay;
drop table replay;
