-- The calendars of working days as hazard-service publishes them. version is the inbox guard: an edition counts only if its
-- own is higher.
create table calendar (
    year         integer primary key,
    version      integer     not null,
    published_at timestamptz not null
);

-- The days that a year's notice takes out of the plain week.
create table calendar_day (
    year integer not null references calendar,
    date date    not null,
    name text    not null,
    kind text    not null check (kind in ('OFF', 'WORKDAY')),
    primary key (year, date)
);
