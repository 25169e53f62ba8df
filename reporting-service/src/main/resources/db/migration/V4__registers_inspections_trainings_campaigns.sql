-- What sites, units, inspections, trainings and campaigns tell. Codes compare byte by byte (collation C), as in V1.

-- Each version of a site's file and when it was in force: from at until before until. The highest version that had happened by a
-- moment holds at it, so one that a later version overtook at once has until <= at and never holds.
create table site (
    code text collate "C" not null,
    version integer not null check (version > 0),
    kind text not null,
    district_code text collate "C" not null,
    unit_code text collate "C",
    active boolean not null,
    at timestamptz not null,
    until timestamptz not null default 'infinity',
    primary key (code, version)
);

create index site_by_district on site (district_code, until) include (at, active, kind, code);

create table unit (
    code text collate "C" not null,
    version integer not null check (version > 0),
    district_code text collate "C" not null,
    active boolean not null,
    at timestamptz not null,
    until timestamptz not null default 'infinity',
    primary key (code, version)
);

create index unit_by_district on unit (district_code, until) include (at, active);

create table inspection (
    id uuid primary key,
    version integer not null check (version > 0),
    site_code text collate "C" not null,
    site_kind text not null,
    district_code text collate "C" not null,
    campaign text collate "C",
    checked integer not null check (checked >= 0),
    failed integer not null check (failed >= 0),
    found integer not null check (found >= 0),
    fixed_on_spot integer not null check (fixed_on_spot >= 0),
    clean boolean not null,
    at timestamptz not null
);

comment on column inspection.district_code is 'where the site lay when it was inspected';

-- A district's inspections of a period, a country's, a site's, and a campaign's: each is read off its index.
create index inspection_by_district on inspection (district_code, at)
    include (site_code, site_kind, campaign, checked, failed, found, fixed_on_spot, clean);
create index inspection_by_time on inspection (at)
    include (district_code, site_code, site_kind, campaign, checked, failed, found, fixed_on_spot, clean);
create index inspection_by_site on inspection (site_code, at) include (campaign);
create index inspection_by_campaign on inspection (campaign, site_code, at) where campaign is not null;

create table training (
    id uuid primary key,
    version integer not null check (version > 0),
    district_code text collate "C" not null,
    audience text not null,
    people integer not null check (people > 0),
    campaign text collate "C",
    held_at timestamptz not null,
    voided_at timestamptz
);

comment on column training.voided_at is 'from then on it does not count';

create index training_by_district on training (district_code, held_at);
create index training_by_campaign on training (campaign, district_code) where campaign is not null;

-- The plan on file today. Dates are local days, both included; of the phases each has its place in all three arrays.
create table campaign (
    code text collate "C" primary key,
    version integer not null check (version > 0),
    name text not null,
    first_day date not null,
    last_day date not null,
    districts text[] not null,
    site_kinds text[] not null,
    coverage_target numeric not null check (coverage_target between 0 and 1),
    closure_target numeric not null check (closure_target between 0 and 1),
    phases text[] not null,
    phases_from date[] not null,
    phases_to date[] not null
);
