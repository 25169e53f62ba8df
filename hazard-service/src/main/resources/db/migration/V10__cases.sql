-- Who is proposed for a case 工单, by version of the rules; a version is never changed (glossary, section 8).
create table routing_rules (
    version     integer primary key check (version > 0),
    recorded_at timestamptz not null
);
create table routing_rule (
    version    integer not null references routing_rules,
    position   integer not null,
    category   text,
    kind       text,
    district   text,
    unit_code  text,
    department text    not null,
    primary key (version, position)
);
insert into routing_rules values (1, timestamptz '2026-01-01T00:00:00Z');
insert into routing_rule (version, position, category, department)
values (1, 0, 'SERVICE_QUALITY', '街道办事处'),
       (1, 1, 'PRICE', '市场监管部门'),
       (1, 2, 'HEAT_THEFT', '公安机关'),
       (1, 3, 'HEAT_SUPPLY', '供热企业');

-- How soon a case's milestones are due, in minutes round the clock, by version (glossary, section 4).
create table service_clocks (
    version     integer primary key check (version > 0),
    recorded_at timestamptz not null
);
create table service_clock (
    version          integer not null references service_clocks,
    position         integer not null,
    milestone        text    not null,
    kind             text,
    life_threatening boolean not null,
    minutes          integer not null check (minutes > 0),
    primary key (version, position)
);
insert into service_clocks values (1, timestamptz '2026-01-01T00:00:00Z');
insert into service_clock
values (1, 0, 'CONTACT', null, false, 10),
       (1, 1, 'ON_SITE', 'LEAK', false, 30),
       (1, 2, 'ON_SITE', 'COMPLAINT', false, 120),
       (1, 3, 'REPAIR', 'SMALL_FAULT', false, 240),
       (1, 4, 'REPAIR', 'LARGE_FAULT', false, 1440),
       (1, 5, 'FEEDBACK', null, false, 1440),
       (1, 6, 'FEEDBACK', null, true, 120);

create sequence case_number;

-- A case of the hotline or of a citizen. The caller is kept here and nowhere else.
create table citizen_case (
    id                  uuid primary key,
    number              text             not null unique,
    kind                text             not null,
    category            text             not null,
    life_threatening    boolean          not null,
    source              text             not null,
    external_number     text,
    district_code       text collate "C" not null references district,
    description         text             not null,
    address             text,
    latitude            numeric(8, 6),
    longitude           numeric(9, 6),
    caller_name         text,
    caller_phone        text,
    received_at         timestamptz      not null,
    status              text             not null,
    rules_version       integer,
    rule                integer,
    proposed_unit       text,
    proposed_department text,
    unit_code           text,
    department          text,
    hazard_id           uuid references hazard,
    hazard_number       text,
    outcome             text,
    closing_reason      text,
    closed_at           timestamptz,
    version             integer          not null,
    hash                text             not null,
    foreign key (rules_version, rule) references routing_rule (version, position),
    unique (source, external_number)
);
create index on citizen_case (received_at, id);
create index on citizen_case (district_code);
create index on citizen_case (hazard_id);

create table case_milestone (
    case_id    uuid        not null references citizen_case,
    name       text        not null,
    due_at     timestamptz not null,
    reached_at timestamptz,
    note       text,
    replaced   boolean     not null,
    primary key (case_id, name)
);
create index on case_milestone (due_at) where reached_at is null and not replaced;
