-- A ledger that was handed in, and how far its rows have been entered. Whoever enters them holds the job for a while and
-- renews that with every row; a job whose holder fell silent is taken up by another replica, at the row it had reached.
create table import_job (
    id           uuid primary key,
    mapping      text        not null,
    state        text        not null,
    rows         bigint      not null,
    done         bigint      not null,
    created      bigint      not null,
    updated      bigint      not null,
    unchanged    bigint      not null,
    failed       bigint      not null,
    attempts     integer     not null,
    held_by      uuid,
    held_until   timestamptz,
    submitted_at timestamptz not null
);
create index on import_job (submitted_at) where state in ('QUEUED', 'RUNNING');

-- The file as it came, in pieces, so that nobody need have the whole of it in memory.
create table import_piece (
    job   uuid    not null references import_job on delete cascade,
    part  integer not null,
    bytes bytea   not null,
    primary key (job, part)
);

-- What was wrong with a row: a reason with its arguments, put into words for whoever asks.
create table import_error (
    job       uuid    not null references import_job on delete cascade,
    row       bigint  not null,
    item      integer not null,
    field     text    not null,
    reason    text    not null,
    arguments text    not null,
    primary key (job, row, item)
);
