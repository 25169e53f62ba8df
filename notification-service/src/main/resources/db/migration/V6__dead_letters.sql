-- A record that could not be used, known by where it came from, so that it is kept once however often it is set aside.
create table dead_letter (
    id              uuid primary key,
    topic           text not null,
    partition       integer not null,
    position        bigint not null,
    reason          text,
    detail          text,
    key             bytea,
    value           bytea,
    -- JSON, as text: json types can't hold every character that a header's name may have.
    headers         text not null,
    set_aside_at    timestamptz not null,
    state           text not null check (state in ('WAITING', 'RETRIED', 'DROPPED')),
    attempts        integer not null default 0,
    last_attempt_at timestamptz,
    last_failure    text,
    changed         boolean,
    dropped_because text,
    settled_at      timestamptz,
    unique (topic, partition, position)
);

create index dead_letter_waiting on dead_letter (id) where state = 'WAITING';
