-- Codes compare byte by byte (collation C), so that a prefix is a range of an index and the order is the codes' own.

-- Every step of every hazard's life as it was told: the guard against repetitions and the source of each fact.
create table step (
    hazard_id uuid not null,
    version integer not null check (version > 0),
    type text not null,
    at timestamptz not null,
    status text not null,
    district_code text collate "C" not null,
    grade text not null,
    category text not null,
    source text not null,
    unit_code text,
    unit_name text,
    round integer not null,
    due_at timestamptz,
    primary key (hazard_id, version)
);

-- One row per hazard, folded from its steps. Only the key and what never changes are indexed, and last_at by block range,
-- so that an update stays within its page.
create table fact (
    hazard_id uuid primary key,
    version integer not null,
    status text not null,
    district_code text collate "C" not null,
    grade text not null,
    category text not null,
    source text not null,
    unit_code text,
    unit_name text,
    round integer not null,
    due_at timestamptz,
    found_at timestamptz not null,
    assigned_at timestamptz,
    rectified_at timestamptz,
    rectified_in_time boolean,
    closed_at timestamptz,
    returns integer not null,
    overdue_before boolean not null,
    last_at timestamptz not null
) with (fillfactor = 80);

comment on column fact.found_at is 'when the first known step happened';
comment on column fact.assigned_at is 'first assignment';
comment on column fact.rectified_at is 'last time that it became rectified';
comment on column fact.rectified_in_time is 'whether that was by the deadline of then; null without a deadline or a rectification';
comment on column fact.closed_at is 'last time that it became closed';
comment on column fact.overdue_before is 'a step found it assigned and past its deadline; whether it is so since the last step depends on the time asked for';
comment on column fact.last_at is 'when the latest step happened: from then on the fact holds, for a moment before it the steps must be asked';

create index fact_by_district on fact (district_code, found_at);
create index fact_by_last_step on fact using brin (last_at) with (pages_per_range = 16, autosummarize = on);

create table district (
    code text collate "C" primary key,
    version integer not null,
    name text not null
);

-- The district on file that stands next below one district ('' is above all) on the way down to a code; null if there is none.
create function district_below(above text, below text) returns text
    language sql stable parallel safe
    return (
        select min(code)
        from generate_series(length(above) + 1, length(below)) as prefix(length)
        join district on code = left(below, prefix.length)
    );
