-- What a district has to submit again and again.
create table duty (
    id                uuid primary key,
    district_code     text not null,
    name              text not null,
    kind              text not null check (kind in ('DAILY', 'WEEKLY', 'MONTHLY')),
    weekday           text,
    day_of_month      integer,
    -- Local time, as 17:00.
    at                text not null,
    -- Month and day, as 10-15.
    season_from       text,
    season_to         text,
    worked_day_before boolean not null,
    -- ISO 8601.
    remind_before     text not null,
    remind_after      text not null,
    -- Separated by commas.
    roles             text not null,
    active            boolean not null,
    version           integer not null,
    recorded_at       timestamptz not null,
    recorded_by       text,
    -- The day of the last occurrence that was made ahead, and when it is due: then the next one is made.
    made_until        date,
    next_due_at       timestamptz
);

create unique index duty_on_file on duty (district_code, name) where active;
create index duty_to_make on duty (next_due_at) where active;

create table duty_occurrence (
    id           uuid primary key,
    duty_id      uuid not null references duty,
    period       text not null,
    -- On which it would be due if every day were worked.
    day          date not null,
    due_at       timestamptz not null,
    submitted_at timestamptz,
    document     text,
    unique (duty_id, period)
);

create index duty_occurrence_of on duty_occurrence (duty_id, day);

-- A row is a timer.
create table duty_reminder (
    id            uuid primary key,
    duty_id       uuid not null references duty,
    occurrence_id uuid not null references duty_occurrence on delete cascade,
    step          text not null check (step in ('BEFORE', 'AFTER', 'NEXT_MORNING')),
    remind_at     timestamptz not null,
    useful_until  timestamptz,
    state         text not null check (state in ('PENDING', 'SENT', 'CANCELLED', 'SUPERSEDED')),
    unique (occurrence_id, step)
);

create index duty_reminder_due on duty_reminder (remind_at) where state = 'PENDING';
create index duty_reminder_pending on duty_reminder (duty_id) where state = 'PENDING';
