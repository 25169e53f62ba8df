-- Who the citizens are that reported: apart from what they reported, and encrypted for this very place (ADR 25). A row
-- without ciphertext says that somebody was known and is erased. What stood in plain until now is encrypted by V18.1.
create table citizen_identity (
    subject_id uuid        not null,
    capacity   text        not null,
    ciphertext bytea,
    key_id     integer,
    kept_at    timestamptz not null,
    erased_at  timestamptz,
    primary key (subject_id, capacity),
    check ((ciphertext is null) = (key_id is null)),
    check ((ciphertext is null) = (erased_at is not null))
);
create index on citizen_identity (key_id);

-- Who looked at them, and why.
create table citizen_look (
    seq        bigint generated always as identity primary key,
    subject_id uuid        not null,
    at         timestamptz not null,
    by_subject text        not null,
    by_name    text        not null,
    why        text
);
create index on citizen_look (subject_id, seq);

create function refuse_change() returns trigger
    language plpgsql as
$$
begin
    raise exception '% is only ever added to', tg_table_name;
end;
$$;
create trigger looks_stay before update or delete or truncate on citizen_look
    for each statement execute function refuse_change();

-- When personal data were erased because their time was over, by whom (by itself if null), and how much.
create table retention_run (
    id         uuid primary key,
    at         timestamptz not null,
    by_subject text,
    by_name    text
);
create table retention_erasure (
    run    uuid        not null references retention_run,
    kind   text        not null,
    before timestamptz not null,
    erased bigint      not null,
    primary key (run, kind)
);

-- Files of ledgers may name citizens, too.
alter table import_piece rename column bytes to ciphertext;
alter table import_piece add column key_id integer;
alter table import_job add column file_erased_at timestamptz;
