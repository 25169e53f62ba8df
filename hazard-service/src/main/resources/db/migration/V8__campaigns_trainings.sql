-- Campaigns 专项行动 (glossary, section 7). Dates are local days, both ends included.
create table campaign (
    code       text collate "C" primary key,
    name       text          not null,
    starts     date          not null,
    ends       date          not null check (ends >= starts),
    districts  text[]        not null,
    site_kinds text[]        not null,
    coverage   numeric(5, 4) not null check (coverage between 0 and 1),
    closure    numeric(5, 4) not null check (closure between 0 and 1),
    version    integer       not null,
    hash       text          not null
);

create table campaign_phase (
    campaign text collate "C" not null references campaign,
    position integer          not null,
    kind     text             not null,
    starts   date             not null,
    ends     date             not null check (ends >= starts),
    primary key (campaign, position),
    unique (campaign, kind)
);

-- Training sessions 培训. One that was entered by mistake is voided with a reason and stays on record.
create table training (
    id            uuid primary key,
    topic         text             not null,
    held_at       timestamptz      not null,
    district_code text collate "C" not null references district,
    audience      text             not null,
    people        integer          not null check (people > 0),
    place         text,
    trainer       text,
    campaign      text collate "C" references campaign,
    voided_at     timestamptz,
    void_reason   text,
    version       integer          not null,
    hash          text             not null,
    check ((voided_at is null) = (void_reason is null))
);
create index on training (held_at, id);
create index on training (district_code);
