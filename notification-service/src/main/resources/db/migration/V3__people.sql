-- The first answer to a POST that came with an Idempotency-Key, for 7 days.
create table idempotency_key (
    key         text primary key,
    request     text        not null,
    status      integer,
    location    text,
    tag         text,
    body        text,
    recorded_at timestamptz not null
);

create index idempotency_key_by_age on idempotency_key (recorded_at);
