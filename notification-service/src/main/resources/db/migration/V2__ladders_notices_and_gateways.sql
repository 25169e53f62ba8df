-- What a city has decided for the hazards of one grade. A version never changes; a reminder keeps the one that planned it.
create table ladder (
    grade       text not null,
    version     integer not null check (version >= 1),
    count       text not null check (count in ('CALENDAR', 'WORKING')),
    rungs       jsonb not null,
    recorded_at timestamptz not null,
    recorded_by text,
    primary key (grade, version)
);

alter table watched_hazard add column unit_code text;

alter table reminder rename column rung to place;
alter table reminder add column level integer;
alter table reminder add column grade text;
alter table reminder add column ladder_version integer;
-- What was planned before ladders were data: the day before, and the day after.
update reminder r set level = case r.step when 'DAY_BEFORE' then 0 else 1 end,
    place = case r.step when 'DAY_BEFORE' then 1 else 3 end,
    ladder_version = 1,
    grade = (select h.grade from watched_hazard h where h.hazard_id = r.hazard_id);
alter table reminder alter column level set not null;
alter table reminder alter column grade set not null;
alter table reminder alter column ladder_version set not null;

-- Each gateway numbers messages by itself; kept at the claim, since from then on it may have the message.
alter table message add column gateway text;
alter table message add column urgent boolean not null default false;
alter table message alter column hazard_id drop not null;
update message set gateway = 'http' where gateway_id is not null or state = 'UNKNOWN' or claimed_until is not null;

-- What a person is to be told of one reminder. Those that wait together become one message, or a digest.
create table notice (
    id           uuid primary key,
    -- The reminder that calls for it, by which it can be called back.
    cause        uuid not null,
    hazard_id    uuid,
    template     text not null,
    role         text not null,
    place        text not null,
    recipient    text,
    phone        text,
    language     text not null,
    text         text not null,
    line         text not null,
    priority     integer not null,
    urgent       boolean not null,
    useful_until timestamptz,
    created_at   timestamptz not null,
    message_id   uuid references message,
    withdrawn    boolean not null default false
);

insert into notice (id, cause, hazard_id, template, role, place, recipient, phone, language, text, line, priority, urgent,
        created_at, message_id, withdrawn)
    select id, reminder_id, hazard_id, template, 'RESPONSIBLE', '', recipient, phone, 'zh', text, text, priority, urgent,
        created_at, id, state = 'CANCELLED'
    from message;

create index notice_waiting on notice (priority, created_at) where message_id is null and not withdrawn;
-- Whom they wait for; one to nobody is by itself.
create index notice_of_person on notice ((coalesce(phone, id::text))) where message_id is null and not withdrawn;
create index notice_of_cause on notice (cause);
create index notice_of_hazard on notice (hazard_id);
create index notice_in_message on notice (message_id);

drop index message_of_reminder;
drop index message_of_hazard;
drop index message_to;
alter table message drop column reminder_id;
create index message_to on message (phone, created_at);

-- The parts of a message as the gateway numbers them. One SMS may take several.
create table part (
    gateway      text not null,
    gateway_id   text not null,
    message_id   uuid not null references message,
    delivered_at timestamptz,
    failure      text,
    primary key (gateway, gateway_id)
);
create index part_of_message on part (message_id);
insert into part (gateway, gateway_id, message_id, delivered_at, failure)
    select distinct on (gateway_id) 'http', gateway_id, id, delivered_at, case state when 'FAILED' then failure end
    from message where gateway_id is not null order by gateway_id, id;
drop index message_at_gateway;

-- Receipts for what is not known here: come before the gateway's own answer, or nobody's.
create table stray_receipt (
    gateway     text not null,
    gateway_id  text not null,
    delivered   boolean not null,
    at          timestamptz not null,
    failure     text,
    received_at timestamptz not null,
    primary key (gateway, gateway_id, delivered)
);

-- A step of escalation that was reached: a fact, and until it is published its outbox.
create table escalation (
    id             uuid primary key,
    seq            bigint generated always as identity,
    hazard_id      uuid not null references watched_hazard,
    version        integer not null,
    number         text not null,
    district_code  text not null,
    grade          text not null,
    round          integer not null,
    due_at         timestamptz not null,
    step           text not null,
    level          integer not null,
    document       text,
    ladder_version integer not null,
    at             timestamptz not null,
    told           jsonb not null,
    published      boolean not null default false,
    unique (hazard_id, round, due_at, step),
    unique (hazard_id, version)
);
create index escalation_unpublished on escalation (seq) where not published;
