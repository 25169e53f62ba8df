-- When briefings are issued, or drafted, by themselves. A row is a timer.
create table briefing_schedule (
    id            uuid primary key,
    district_code text collate "C" not null,
    kind          text not null check (kind in ('WEEKLY', 'MONTHLY')),
    weekday       text,
    day_of_month  integer,
    -- Local time, as 17:00.
    at            text not null,
    draft         boolean not null,
    language      text not null check (language in ('ZH', 'EN')),
    active        boolean not null,
    version       integer not null,
    recorded_at   timestamptz not null,
    next_at       timestamptz not null
);

create unique index briefing_schedule_on_file on briefing_schedule (district_code, kind) where active;
create index briefing_schedule_due on briefing_schedule (next_at) where active;
