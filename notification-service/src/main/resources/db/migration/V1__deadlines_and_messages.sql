-- One row per hazard, as its last event left it. version is the inbox guard: an event counts only if its own is higher.
create table watched_hazard (
    hazard_id     uuid primary key,
    version       integer not null,
    number        text not null,
    status        text not null,
    grade         text not null,
    district_code text not null,
    round         integer not null,
    due_at        timestamptz,
    description   text,
    site_name     text,
    unit          text,
    responsible   text,
    phone         text
);

-- A row is a timer. Each step is taken once per round and deadline.
create table reminder (
    id           uuid primary key,
    hazard_id    uuid not null references watched_hazard,
    round        integer not null,
    due_at       timestamptz not null,
    step         text not null,
    rung         integer not null,
    remind_at    timestamptz not null,
    useful_until timestamptz,
    state        text not null check (state in ('PENDING', 'SENT', 'CANCELLED', 'SUPERSEDED')),
    unique (hazard_id, round, due_at, step)
);

create index reminder_due on reminder (remind_at) where state = 'PENDING';

create table message (
    id              uuid primary key,
    hazard_id       uuid not null,
    reminder_id     uuid not null,
    template        text not null,
    recipient       text,
    phone           text,
    text            text not null,
    segments        integer not null,
    priority        integer not null,
    state           text not null
        check (state in ('QUEUED', 'ACCEPTED', 'DELIVERED', 'FAILED', 'UNKNOWN', 'CANCELLED')),
    attempts        integer not null default 0,
    created_at      timestamptz not null,
    -- The next attempt; while an attempt is under way the end of its lease; null when there will be none.
    next_attempt_at timestamptz,
    -- Not null from the claim until its answer is recorded: somebody may be handing it over.
    claimed_until   timestamptz,
    give_up_at      timestamptz not null,
    -- No longer wanted; no attempt starts any more.
    withdrawn       boolean not null default false,
    gateway_id      text,
    handed_over_at  timestamptz,
    delivered_at    timestamptz,
    failure         text
);

-- A reminder has one message, unless that was called back and the reminder planned again.
create unique index message_of_reminder on message (reminder_id) where state <> 'CANCELLED';
create index message_waiting on message (priority, next_attempt_at)
    where state in ('QUEUED', 'UNKNOWN') and not withdrawn;
create index message_of_hazard on message (hazard_id);
create index message_to on message (phone);
create index message_at_gateway on message (gateway_id);
