-- The register of districts 行政区划. A code's prefix is its ancestor, hence the C collation: prefixes are ranges of it.
create table district (
    code        text collate "C" primary key check (code ~ '^[0-9A-Z]{2,12}$'),
    name        text    not null,
    parent_code text collate "C" references district,
    level       text    not null,
    version     integer not null,
    hash        text    not null,
    check (parent_code is null or starts_with(code, parent_code))
);

-- Days to rectify per grade, by version of the policy. Version 1 is what the glossary's section 4 gives.
create table deadline_policy (
    version integer not null,
    grade   text    not null,
    days    integer not null check (days > 0),
    primary key (version, grade)
);
insert into deadline_policy values (1, 'MAJOR', 30), (1, 'SERIOUS', 15), (1, 'GENERAL', 7), (1, 'MINOR', 3);

create sequence hazard_number;

create table hazard (
    id                uuid primary key,
    number            text             not null unique,
    version           integer          not null,
    hash              text             not null,
    status            text             not null,
    round             integer          not null,
    returns           integer          not null,
    district_code     text collate "C" not null references district,
    grade             text             not null,
    category          text             not null,
    source            text             not null,
    description       text             not null,
    site_name         text,
    address           text,
    latitude          numeric(8, 6),
    longitude         numeric(9, 6),
    check_item        text,
    found_by          text,
    witness           text,
    external_number   text,
    ledger            text,
    campaign          text,
    unit_code         text,
    unit_name         text,
    responsible_name  text,
    responsible_phone text,
    measures          text,
    funds             numeric(14, 2),
    contingency_plan  text,
    interim_controls  text,
    due_at            timestamptz,
    policy_version    integer,
    found_at          timestamptz      not null,
    assigned_at       timestamptz,
    rectified_at      timestamptz,
    rectified_by      text,
    rectification     text,
    closed_at         timestamptz,
    closed_by         text,
    opinion           text,
    stepped_at        timestamptz      not null
);
create index on hazard (district_code);
create index on hazard (found_at, id);
create index on hazard (due_at) where status = 'ASSIGNED';
-- A row of a ledger is one hazard, however often the ledger is imported.
create unique index hazard_ledger_row on hazard (ledger, external_number) where ledger is not null;

-- The history is the outbox and the audit trail (ADR 1): append-only, one row per step, chained by hash per subject.
-- The relay reads it from the write-ahead log; a row's stream names its topic (<stream>.events), its key the record's key.
create table history (
    seq           bigint generated always as identity,
    id            uuid primary key,
    stream        text        not null,
    key           text        not null,
    subject       text        not null,
    version       integer     not null check (version > 0),
    type          text        not null,
    at            timestamptz not null,
    recorded_at   timestamptz not null,
    by            text,
    data          text        not null,
    previous_hash text        not null,
    hash          text        not null,
    -- Of CloudEvents. A column because Connect would turn the literal 1.0 of its own settings into the number 1.
    specversion   text        not null default '1.0',
    unique (stream, key, version)
);

-- What the relay could not hand to the broker and had to leave aside, with the reason (ADR 2).
create table parked_event (
    history_id uuid primary key references history,
    reason     text        not null,
    parked_at  timestamptz not null
);

-- The first answer to a call that carried an Idempotency-Key, kept for 7 days.
create table idempotency_key (
    key         text primary key,
    request     text        not null,
    status      integer,
    location    text,
    etag        text,
    body        text,
    recorded_at timestamptz not null
);
create index on idempotency_key (recorded_at);
