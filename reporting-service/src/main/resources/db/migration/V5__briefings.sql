-- The first answer to a POST under its Idempotency-Key, for 7 days.
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

-- A draft is a question and words; an issued briefing is also two files that never change.
create table briefing (
    id            uuid primary key,
    district_code text collate "C" not null,
    kind          text not null check (kind in ('WEEKLY', 'MONTHLY')),
    -- As 2026-W18 or 2026-05.
    period        text not null,
    language      text not null check (language in ('ZH', 'EN')),
    -- What people wrote in place of what the service proposes.
    overview      text,
    comparison    text,
    overdue       text,
    closing       text,
    version       integer not null,
    drafted_at    timestamptz not null,
    number        text collate "C" unique,
    year          integer,
    serial        integer,
    as_of         timestamptz,
    issued_at     timestamptz,
    -- The JSON and the Word file as they were issued, byte for byte.
    content       bytea,
    document      bytea,
    published     boolean not null default false,
    check (num_nonnulls(number, year, serial, as_of, issued_at, content, document) in (0, 7))
);

create index briefing_in_district on briefing (district_code, id);
create index briefing_of_period on briefing (district_code, kind, period);
create index briefing_to_publish on briefing (issued_at) where number is not null and not published;

-- The last number given; drawn in the transaction that issues, so that there are no gaps.
create table briefing_serial (
    district_code text collate "C",
    kind          text,
    year          integer,
    last          integer not null,
    primary key (district_code, kind, year)
);

-- For ever is for everyone, whoever signs in to the database.
create function briefing_is_issued() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and (to_jsonb(new) - 'published') = (to_jsonb(old) - 'published') then
        return new;
    end if;
    raise exception 'briefing % was issued and never changes', old.number using errcode = 'check_violation';
end
$$;

create trigger briefing_is_issued before update or delete on briefing
    for each row when (old.number is not null) execute function briefing_is_issued();
