-- The register of responsible units 责任单位. A unit that is no more is closed, never deleted: hazards name it.
create table unit (
    code          text collate "C" primary key,
    name          text             not null,
    kind          text             not null,
    uscc          text,
    district_code text collate "C" not null references district,
    address       text,
    active        boolean          not null,
    version       integer          not null,
    hash          text             not null
);
create index on unit (district_code);

-- The register of sites 检查对象, one file per site.
create table site (
    code          text collate "C" primary key,
    name          text             not null,
    kind          text             not null,
    district_code text collate "C" not null references district,
    unit_code     text collate "C" references unit,
    address       text,
    latitude      numeric(8, 6),
    longitude     numeric(9, 6),
    active        boolean          not null,
    version       integer          not null,
    hash          text             not null
);
create index on site (district_code);
create index on site (unit_code);

-- Whom to call, the most important first. Personal data: kept here and nowhere else, never in the history.
create table unit_contact (
    unit_code text collate "C" not null references unit,
    position  integer          not null,
    name      text             not null,
    post      text,
    phone     text,
    primary key (unit_code, position)
);
create table site_contact (
    site_code text collate "C" not null references site,
    position  integer          not null,
    name      text             not null,
    post      text,
    phone     text,
    primary key (site_code, position)
);

-- What is looked for at sites of a kind 检查项.
create table check_item (
    code      text collate "C" primary key,
    category  text    not null,
    site_kind text    not null,
    title_zh  text    not null,
    title_en  text,
    threshold text,
    grade     text    not null,
    version   integer not null
);
