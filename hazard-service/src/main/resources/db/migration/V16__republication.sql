-- The history is published again row by row, in its order.
create unique index on history (seq);

-- What an operator had published again, and how far that has come; one at a time.
create table republication (
    id        bigint generated always as identity primary key,
    -- Of which rows; of all if null.
    stream    text,
    since     timestamptz,
    -- The last row that was there when it was asked for. The relay publishes those after it.
    through   bigint      not null,
    -- The last row that the broker has.
    position  bigint      not null default 0,
    total     bigint,
    published bigint      not null default 0,
    failure   text,
    asked_at  timestamptz not null,
    ended_at  timestamptz
);
create unique index on republication ((true)) where ended_at is null;
