-- Inspections 检查 that were held: written once, never changed (glossary, section 3).
create table inspection (
    id                  uuid primary key,
    site_code           text             not null,
    district_code       text collate "C" not null references district,
    site_kind           text             not null,
    kind                text             not null,
    inspected_at        timestamptz      not null,
    inspectors          varchar[]        not null check (cardinality(inspectors) > 0),
    campaign            text collate "C" references campaign,
    inspector_name      text             not null,
    inspector_signed_at timestamptz      not null,
    inspector_evidence  text,
    unit_name           text,
    unit_signed_at      timestamptz,
    unit_evidence       text,
    refused_reason      text,
    clean               boolean          not null,
    hash                text             not null,
    check ((unit_name is null) <> (refused_reason is null))
);
create index on inspection (inspected_at, id);
create index on inspection (site_code, inspected_at);
create index on inspection (district_code);

create table inspection_check (
    inspection  uuid    not null references inspection,
    position    integer not null,
    item        text    not null,
    result      text    not null,
    note        text,
    measured    text,
    open_hazard text,
    primary key (inspection, position)
);

create table inspection_hazard (
    inspection uuid    not null references inspection,
    position   integer not null,
    hazard_id  uuid    not null references hazard,
    number     text    not null,
    primary key (inspection, position)
);
