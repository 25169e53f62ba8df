-- What rankings are made by: version 1 comes with the product.
create table ranking_rules (
    version integer primary key,
    recorded_at timestamptz,
    rules jsonb not null
);

-- Up to which day (first day of the period) the rankings of a district that lies in no other, and of all within it, are closed.
create table ranking_closed (
    district text collate "C" not null,
    period text collate "C" not null check (period in ('DAY', 'MONTH', 'YEAR')),
    first_day date not null,
    primary key (district, period)
);

-- Rankings as they were when their period was over. What becomes known later changes none of them.
create table ranking (
    district text collate "C" not null,
    subject text collate "C" not null check (subject in ('DISTRICTS', 'UNITS')),
    period text collate "C" not null check (period in ('DAY', 'MONTH', 'YEAR')),
    first_day date not null,
    rules integer not null references ranking_rules,
    ranked integer not null,
    enough boolean not null,
    closed_at timestamptz not null,
    primary key (district, subject, period, first_day)
);

comment on column ranking.enough is 'whether so many were ranked that somebody could be among the last';

-- Of months and years everybody's place; of days those of the last, which is all that has consequences.
create table ranking_place (
    district text collate "C" not null,
    subject text collate "C" not null,
    period text collate "C" not null,
    first_day date not null,
    item text collate "C" not null,
    name text,
    found bigint not null,
    place integer not null,
    score numeric(5, 2) not null,
    run integer not null,
    primary key (district, subject, period, first_day, item),
    foreign key (district, subject, period, first_day) references ranking
);

comment on column ranking_place.item is 'code of the district or unit, or a unit''s name if it has no code';
comment on column ranking_place.run is 'in how many rankings in a row it was among the last, this one included; 0 if it is not';

create index ranking_place_last on ranking_place (district, subject, period, item, first_day) where run > 0;
