-- Seals over the history, one per local day (ADR 24). A row belongs to the seal in whose range its number lies, from
-- after_seq (without) through through_seq; rows_hash is SHA-256 over the rows' hashes in the order of seq.
create table seal (
    day           date primary key,
    after_seq     bigint      not null,
    through_seq   bigint      not null check (through_seq >= after_seq),
    row_count     bigint      not null,
    rows_hash     text        not null,
    sealed_at     timestamptz not null,
    previous_hash text        not null,
    hash          text        not null
);

-- How far the sealing has come: the last seal, kept apart from it, as a hazard keeps the head of its chain.
create table seal_head (
    the_only_one boolean primary key default true check (the_only_one),
    day          date,
    through_seq  bigint not null,
    hash         text   not null
);
insert into seal_head (day, through_seq, hash) values (null, 0, '');

-- What has a history, and the head of its chain. Version 0: a calendar that nobody has published yet.
create view subject_on_file (stream, key, number, version, hash) as
select 'hazard' collate "C", id::text collate "C", number, version, hash from hazard
union all select 'district', code, code, version, hash from district
union all select 'unit', code, code, version, hash from unit
union all select 'site', code, code, version, hash from site
union all select 'campaign', code, code, version, hash from campaign
union all select 'training', id::text, topic, version, hash from training
union all select 'inspection', id::text, site_code, 1, hash from inspection
union all select 'case', id::text, number, version, hash from citizen_case
union all select 'calendar', year::text, year::text, version, hash from calendar where version > 0;

-- Verifications that were asked for, and what they found; one at a time.
create table verification (
    id          bigint generated always as identity primary key,
    -- Seals that were kept elsewhere, to be compared.
    kept_days   text[]      not null,
    kept_hashes text[]      not null,
    row_count   bigint      not null default 0,
    seal_count  bigint      not null default 0,
    unsealed    bigint      not null default 0,
    findings    bigint      not null default 0,
    failure     text,
    asked_at    timestamptz not null,
    ended_at    timestamptz
);
create unique index on verification ((true)) where ended_at is null;

create table verification_finding (
    verification bigint  not null references verification,
    position     integer not null,
    kind         text    not null,
    stream       text,
    key          text,
    number       text,
    version      integer,
    seq          bigint,
    day          date,
    details      text[]  not null,
    primary key (verification, position)
);

-- The second line behind the privileges: the owner, too, has to take it away by hand before he can change a row.
create function append_only() returns trigger language plpgsql as
$$
begin
    raise exception '% is append-only: no row of it is ever changed or deleted', tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;
create trigger append_only before update or delete or truncate on history
    for each statement execute function append_only();
create trigger append_only before update or delete or truncate on seal
    for each statement execute function append_only();

-- What the relay reads of and where it notes how far it has come. Debezium made both until now; the service's own role may not.
do
$$
begin
    if not exists (select from pg_publication where pubname = 'bihuan_relay') then
        create publication bihuan_relay for table history;
    end if;
end
$$;
create table if not exists relay_offset (
    id                varchar(36) primary key,
    offset_key        varchar(1255),
    offset_val        varchar(1255),
    record_insert_ts  timestamp not null,
    record_insert_seq integer   not null
);

-- The role that the service signs in with, which owns nothing. What later migrations make is its own to use, too.
do
$$
begin
    execute format('grant connect on database %I to %I', current_database(), '${application}');
end
$$;
grant usage on schema public to "${application}";
grant select, insert, update, delete on all tables in schema public to "${application}";
grant usage, select on all sequences in schema public to "${application}";
alter default privileges in schema public grant select, insert, update, delete on tables to "${application}";
alter default privileges in schema public grant usage, select on sequences to "${application}";
do
$$
begin
    -- The owner keeps his: PostgreSQL looks up the rows that others refer to in his name.
    if '${application}' <> current_user then
        revoke update, delete on history, seal from "${application}";
        revoke insert, delete on seal_head from "${application}";
        revoke all on flyway_schema_history from "${application}";
    end if;
end
$$;
